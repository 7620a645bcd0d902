import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  networkError,
  unbracketed
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";

// src/transport/secure.ts
import { isIP } from "node:net";
import { connect, createSecureContext } from "node:tls";
function secureContext(options) {
  const { ca, cert, key } = options;
  if (ca === void 0 && cert === void 0 && key === void 0) return void 0;
  try {
    return createSecureContext({
      ...ca === void 0 ? {} : { ca },
      ...cert === void 0 ? {} : { cert },
      ...key === void 0 ? {} : { key }
    });
  } catch (error) {
    throw new CheckError({
      code: "tls-material",
      message: `The certificate or key under \`tls\` cannot be used (${error instanceof Error ? error.message : String(error)}).`,
      hint: "Give PEM text, `-----BEGIN \u2026` lines included; `cert` and `key` must belong together.",
      cause: error
    });
  }
}
function secure(socket, request, signal) {
  const host = unbracketed(request.host);
  return new Promise((resolve, reject) => {
    const encrypted = connect({
      socket,
      host,
      // RFC 6066 knows no addresses as server names; Node then verifies the address by `host`.
      ...isIP(host) === 0 ? { servername: host } : {},
      ...request.context === void 0 ? {} : { secureContext: request.context },
      rejectUnauthorized: !request.insecure,
      ALPNProtocols: [...request.protocols]
    });
    const stop = () => {
      encrypted.destroy();
      reject(signal.reason);
    };
    encrypted.once("secureConnect", () => {
      signal.removeEventListener("abort", stop);
      resolve(encrypted);
    });
    encrypted.on("error", (error) => {
      signal.removeEventListener("abort", stop);
      socket.destroy();
      reject(networkError(error, request.endpoint));
    });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

export {
  secureContext,
  secure
};
