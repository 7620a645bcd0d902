import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  bodyTooLarge
} from "./transport-http-connection.js";
import "./undici.js";
import "./model-duration.js";
import {
  errorCode
} from "./model-error-code.js";
import {
  CheckError
} from "./model-check-error.js";
import "./shared.js";

// src/transport/content-coding.ts
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
var MOST_CODINGS = 3;
async function decodeContent(body, encoding, maxBytes, endpoint) {
  const codings = encoding.toLowerCase().split(",").map((coding) => coding.trim()).filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MOST_CODINGS) throw damaged(`${codings.length} content codings on top of each other`, endpoint);
  let decoded = body;
  for (const coding of codings.toReversed()) {
    const decoder = decoderOf(coding, decoded);
    if (decoder === void 0) return decoded;
    try {
      decoded = await decoder(decoded, { maxOutputLength: maxBytes });
    } catch (error) {
      if (errorCode(error) === "ERR_BUFFER_TOO_LARGE") throw bodyTooLarge(endpoint, maxBytes);
      throw damaged(`a body that is not valid ${coding} data`, endpoint, error);
    }
  }
  return decoded;
}
function decoderOf(coding, body) {
  if (coding === "gzip" || coding === "x-gzip") return promisify(gunzip);
  if (coding === "deflate") return promisify(((body[0] ?? 0) & 15) === 8 ? inflate : inflateRaw);
  if (coding === "br") return promisify(brotliDecompress);
  return coding === "zstd" ? promisify(zstdDecompress) : void 0;
}
function damaged(what, endpoint, cause) {
  return new CheckError({
    code: "protocol-error",
    message: `${endpoint} sent ${what}.`,
    hint: "Compare the Content-Encoding header with what the server or a proxy really does.",
    endpoint,
    cause
  });
}
export {
  decodeContent
};
