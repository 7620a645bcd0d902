import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  abortable
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";
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
  async use({ prepare, work }, signal) {
    await this.#turn(signal);
    let session;
    let reusable = false;
    try {
      session = await this.#keptAndPrepared(prepare);
      if (session === void 0) {
        session = await this.#open(signal);
        await prepare(session);
      }
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
  /** Of one that lay idle it may only show when it is asked that its server is gone, as after a restart of that. */
  async #keptAndPrepared(prepare) {
    for (let kept = this.#reusable(); kept !== void 0; kept = this.#reusable()) {
      try {
        await prepare(kept);
        return kept;
      } catch (error) {
        await kept.close();
        if (!(error instanceof CheckError) || error.code !== "database-lost") throw error;
      }
    }
    return void 0;
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
