import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  abortable
} from "./transport-dial.js";
import "./model-check-error.js";
import "./shared.js";

// src/transport/postgres-pool.ts
var MOST_SESSIONS = 5;
var PostgresPool = class {
  /** For messages. */
  endpoint;
  #open;
  #idle = [];
  #waiting = [];
  #taken = 0;
  /** `open` logs a new session in; it rejects with a CheckError or the signal's reason. */
  constructor(endpoint, open) {
    this.endpoint = endpoint;
    this.#open = open;
  }
  /** Lends a session; one that `work` leaves broken, or wants closed by giving `reusable: false`, is not lent again. */
  async use(work, signal) {
    await this.#turn(signal);
    let session;
    let reusable = false;
    try {
      session = this.#reusable() ?? await this.#open(signal);
      const result = await work(session);
      reusable = result.reusable;
      return result;
    } finally {
      if (reusable && session?.broken === false) this.#idle.push(session);
      else await session?.close();
      this.#taken -= 1;
      this.#waiting.shift()?.();
    }
  }
  async [Symbol.asyncDispose]() {
    await Promise.all(this.#idle.splice(0).map((session) => session.close()));
  }
  async #turn(signal) {
    while (this.#taken >= MOST_SESSIONS) {
      const { promise, resolve } = Promise.withResolvers();
      this.#waiting.push(resolve);
      try {
        await abortable(promise, signal);
      } catch (error) {
        const place = this.#waiting.indexOf(resolve);
        if (place === -1) this.#waiting.shift()?.();
        else this.#waiting.splice(place, 1);
        throw error;
      }
    }
    this.#taken += 1;
  }
  #reusable() {
    let session = this.#idle.pop();
    while (session?.broken) session = this.#idle.pop();
    return session;
  }
};
export {
  PostgresPool
};
