import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import "./shared.js";

// node_modules/jq-wasm/dist/inline.mjs
import { brotliDecompressSync } from "node:zlib";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: true, configurable: true, writable: true, value }) : obj[key] = value;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __publicField = (obj, key, value) => __defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);
var require_jq = __commonJS({
  "src/build/jq.js"(exports, module) {
    "use strict";
    var jq = (() => {
      var _scriptName = globalThis.document?.currentScript?.src;
      return async function(moduleArg = {}) {
        var moduleRtn;
        var Module = moduleArg;
        var ENVIRONMENT_IS_WEB = true;
        var ENVIRONMENT_IS_WORKER = false;
        let runtimeInitResolve;
        const runtimeInitPromise = new Promise((resolve) => {
          runtimeInitResolve = resolve;
        });
        const encoder = new TextEncoder();
        const decoder = new TextDecoder();
        function toByteArray(str) {
          return encoder.encode(str);
        }
        function createByteSink(initialCapacity) {
          let bytes = new Uint8Array(initialCapacity);
          let length = 0;
          return { push(byte) {
            if (length >= bytes.length) {
              const grown = new Uint8Array(bytes.length * 2);
              grown.set(bytes);
              bytes = grown;
            }
            bytes[length++] = byte;
          }, reset() {
            length = 0;
          }, toString() {
            return decoder.decode(bytes.subarray(0, length));
          } };
        }
        const stdoutSink = createByteSink(1024);
        const stderrSink = createByteSink(256);
        let stdinBuffer = new Uint8Array(0);
        let stdinBufferOffset = 0;
        const STDIN_PATH = "/dev/stdin";
        function executeJq(args) {
          const stackBefore = stackSave();
          const preExitCode = typeof process !== "undefined" ? process.exitCode : void 0;
          stdoutSink.reset();
          stderrSink.reset();
          let exitCode;
          try {
            exitCode = Module.callMain(args);
          } finally {
            if (typeof process !== "undefined") {
              process.exitCode = preExitCode !== void 0 ? preExitCode : 0;
            }
            stackRestore(stackBefore);
          }
          return { stdout: stdoutSink.toString().trim(), stderr: stderrSink.toString().trim(), exitCode };
        }
        function runJq(jsonString, query, flags) {
          stdinBuffer = toByteArray(jsonString);
          stdinBufferOffset = 0;
          if (!flags.includes("-M")) {
            flags = ["-M", ...flags];
          }
          const args = [...flags, query, STDIN_PATH];
          try {
            return executeJq(args);
          } finally {
            stdinBuffer = new Uint8Array(0);
            stdinBufferOffset = 0;
          }
        }
        function runJqVersion() {
          const result = executeJq(["--version"]);
          if (result.stderr) {
            throw new Error(result.stderr);
          }
          return result.stdout;
        }
        Module = { ...Module, noInitialRun: true, noExitRuntime: true, onRuntimeInitialized() {
          if (typeof wasmBinary2 !== "undefined") wasmBinary2 = void 0;
          if (Module.wasmBinary) Module.wasmBinary = void 0;
          runtimeInitResolve();
        }, printErr(message) {
          if (typeof message === "string" && message.includes("program exited (with status:")) {
            return;
          }
          console.error(message);
        }, preRun() {
          FS.init(() => {
            if (stdinBufferOffset >= stdinBuffer.length) return null;
            return stdinBuffer[stdinBufferOffset++] ?? null;
          }, (byte) => {
            if (byte != null) stdoutSink.push(byte);
          }, (byte) => {
            if (byte != null) stderrSink.push(byte);
          });
        }, rawSync(jsonString, query, flags = []) {
          return runJq(jsonString, query, flags);
        }, versionSync() {
          return runJqVersion();
        }, whenReady: runtimeInitPromise };
        var programArgs = [];
        var thisProgram = "./this.program";
        var quit_ = (status, toThrow) => {
          throw toThrow;
        };
        var scriptDirectory = "";
        function locateFile(path) {
          if (Module["locateFile"]) {
            return Module["locateFile"](path, scriptDirectory);
          }
          return scriptDirectory + path;
        }
        var readAsync, readBinary;
        if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
          try {
            scriptDirectory = new URL(".", _scriptName).href;
          } catch {
          }
          {
            readAsync = async (url) => {
              var response = await fetch(url, { credentials: "same-origin" });
              if (response.ok) {
                return response.arrayBuffer();
              }
              throw new Error(response.status + " : " + response.url);
            };
          }
        } else {
        }
        var out = console.log.bind(console);
        var err = console.error.bind(console);
        var wasmBinary2;
        var ABORT = false;
        var EXITSTATUS;
        class EmscriptenEH {
        }
        class EmscriptenSjLj extends EmscriptenEH {
        }
        var readyPromiseResolve, readyPromiseReject;
        var runtimeInitialized = false;
        function updateMemoryViews() {
          var b = wasmMemory.buffer;
          HEAP8 = new Int8Array(b);
          HEAP16 = new Int16Array(b);
          HEAPU8 = new Uint8Array(b);
          HEAPU16 = new Uint16Array(b);
          HEAP32 = new Int32Array(b);
          HEAPU32 = new Uint32Array(b);
          HEAPF32 = new Float32Array(b);
          HEAPF64 = new Float64Array(b);
          HEAP64 = new BigInt64Array(b);
          HEAPU64 = new BigUint64Array(b);
        }
        function preRun() {
          if (Module["preRun"]) {
            if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
            while (Module["preRun"].length) {
              addOnPreRun(Module["preRun"].shift());
            }
          }
          callRuntimeCallbacks(onPreRuns);
        }
        function initRuntime() {
          runtimeInitialized = true;
          if (!Module["noFSInit"] && !FS.initialized) FS.init();
          TTY.init();
          wasmExports["G"]();
          FS.ignorePermissions = false;
        }
        function preMain() {
        }
        function postRun() {
          if (Module["postRun"]) {
            if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
            while (Module["postRun"].length) {
              addOnPostRun(Module["postRun"].shift());
            }
          }
          callRuntimeCallbacks(onPostRuns);
        }
        function abort(what) {
          Module["onAbort"]?.(what);
          what = `Aborted(${what})`;
          err(what);
          ABORT = true;
          what += ". Build with -sASSERTIONS for more info.";
          var e = new WebAssembly.RuntimeError(what);
          readyPromiseReject?.(e);
          throw e;
        }
        var wasmBinaryFile;
        function findWasmBinary() {
          return locateFile("jq.wasm");
        }
        function getBinarySync(file) {
          if (file == wasmBinaryFile && wasmBinary2) {
            return new Uint8Array(wasmBinary2);
          }
          if (readBinary) {
            return readBinary(file);
          }
          throw "both async and sync fetching of the wasm failed";
        }
        async function getWasmBinary(binaryFile) {
          if (!wasmBinary2) {
            try {
              var response = await readAsync(binaryFile);
              return new Uint8Array(response);
            } catch {
            }
          }
          return getBinarySync(binaryFile);
        }
        async function instantiateArrayBuffer(binaryFile, imports) {
          try {
            var binary = await getWasmBinary(binaryFile);
            var instance = await WebAssembly.instantiate(binary, imports);
            return instance;
          } catch (reason) {
            err(`failed to asynchronously prepare wasm: ${reason}`);
            abort(reason);
          }
        }
        async function instantiateAsync(binary, binaryFile, imports) {
          if (!binary) {
            try {
              var response = fetch(binaryFile, { credentials: "same-origin" });
              var instantiationResult = await WebAssembly.instantiateStreaming(response, imports);
              return instantiationResult;
            } catch (reason) {
              err(`wasm streaming compile failed: ${reason}`);
              err("falling back to ArrayBuffer instantiation");
            }
          }
          return instantiateArrayBuffer(binaryFile, imports);
        }
        function getWasmImports() {
          var imports = { a: wasmImports };
          return imports;
        }
        async function createWasm() {
          function receiveInstance(instance, module2) {
            wasmExports = instance.exports;
            assignWasmExports(wasmExports);
            updateMemoryViews();
            return wasmExports;
          }
          function receiveInstantiationResult(result2) {
            return receiveInstance(result2["instance"]);
          }
          var info = getWasmImports();
          if (Module["instantiateWasm"]) {
            return new Promise((resolve, reject) => {
              Module["instantiateWasm"](info, (inst, mod) => {
                resolve(receiveInstance(inst, mod));
              });
            });
          }
          wasmBinaryFile ?? (wasmBinaryFile = findWasmBinary());
          var result = await instantiateAsync(wasmBinary2, wasmBinaryFile, info);
          var exports2 = receiveInstantiationResult(result);
          return exports2;
        }
        class ExitStatus {
          constructor(status) {
            __publicField(this, "name", "ExitStatus");
            this.message = `Program terminated with exit(${status})`;
            this.status = status;
          }
        }
        var HEAP16;
        var HEAP32;
        var HEAP64;
        var HEAP8;
        var HEAPF32;
        var HEAPF64;
        var HEAPU16;
        var HEAPU32;
        var HEAPU64;
        var HEAPU8;
        var callRuntimeCallbacks = (callbacks) => {
          while (callbacks.length > 0) {
            callbacks.shift()(Module);
          }
        };
        var onPostRuns = [];
        var addOnPostRun = (cb) => onPostRuns.push(cb);
        var onPreRuns = [];
        var addOnPreRun = (cb) => onPreRuns.push(cb);
        var noExitRuntime = true;
        var stackRestore = (val) => __emscripten_stack_restore(val);
        var stackSave = () => _emscripten_stack_get_current();
        var UTF8Decoder = globalThis.TextDecoder && new TextDecoder();
        var findStringEnd = (heapOrArray, idx, maxBytesToRead, ignoreNul) => {
          var maxIdx = idx + maxBytesToRead;
          if (ignoreNul) return maxIdx;
          while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
          return idx;
        };
        var UTF8ArrayToString = (heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
          var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
          if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
            return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
          }
          var str = "";
          while (idx < endPtr) {
            var u0 = heapOrArray[idx++];
            if (!(u0 & 128)) {
              str += String.fromCharCode(u0);
              continue;
            }
            var u1 = heapOrArray[idx++] & 63;
            if ((u0 & 224) == 192) {
              str += String.fromCharCode((u0 & 31) << 6 | u1);
              continue;
            }
            var u2 = heapOrArray[idx++] & 63;
            if ((u0 & 240) == 224) {
              u0 = (u0 & 15) << 12 | u1 << 6 | u2;
            } else {
              u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
            }
            if (u0 < 65536) {
              str += String.fromCharCode(u0);
            } else {
              var ch = u0 - 65536;
              str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
            }
          }
          return str;
        };
        var UTF8ToString = (ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "";
        var ___assert_fail = (condition, filename, line, func) => abort(`Assertion failed: ${UTF8ToString(condition)}, at: ` + [filename ? UTF8ToString(filename) : "unknown filename", line, func ? UTF8ToString(func) : "unknown function"]);
        var wasmTableMirror = [];
        var getWasmTableEntry = (funcPtr) => {
          var func = wasmTableMirror[funcPtr];
          if (!func) {
            wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
          }
          return func;
        };
        var ___call_sighandler = (fp, sig) => getWasmTableEntry(fp)(sig);
        var syscallGetVarargI = () => {
          var ret = HEAP32[+SYSCALLS.varargs >> 2];
          SYSCALLS.varargs += 4;
          return ret;
        };
        var syscallGetVarargP = syscallGetVarargI;
        var PATH = { isAbs: (path) => path.charAt(0) === "/", splitPath: (filename) => {
          var splitPathRe = /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;
          return splitPathRe.exec(filename).slice(1);
        }, normalizeArray: (parts, allowAboveRoot) => {
          var up = 0;
          for (var i = parts.length - 1; i >= 0; i--) {
            var last = parts[i];
            if (last === ".") {
              parts.splice(i, 1);
            } else if (last === "..") {
              parts.splice(i, 1);
              up++;
            } else if (up) {
              parts.splice(i, 1);
              up--;
            }
          }
          if (allowAboveRoot) {
            for (; up; up--) {
              parts.unshift("..");
            }
          }
          return parts;
        }, normalize: (path) => {
          var isAbsolute = PATH.isAbs(path), trailingSlash = path.slice(-1) === "/";
          path = PATH.normalizeArray(path.split("/").filter((p) => !!p), !isAbsolute).join("/");
          if (!path && !isAbsolute) {
            path = ".";
          }
          if (path && trailingSlash) {
            path += "/";
          }
          return (isAbsolute ? "/" : "") + path;
        }, dirname: (path) => {
          var result = PATH.splitPath(path), root = result[0], dir = result[1];
          if (!root && !dir) {
            return ".";
          }
          if (dir) {
            dir = dir.slice(0, -1);
          }
          return root + dir;
        }, basename: (path) => path && path.match(/([^\/]+|\/)\/*$/)[1], join: (...paths) => PATH.normalize(paths.join("/")), join2: (l, r) => PATH.normalize(l + "/" + r) };
        var initRandomFill = () => (view) => (crypto.getRandomValues(view), 0);
        var randomFill = (view) => (randomFill = initRandomFill())(view);
        var PATH_FS = { resolve: (...args) => {
          var resolvedPath = "", resolvedAbsolute = false;
          for (var i = args.length - 1; i >= -1 && !resolvedAbsolute; i--) {
            var path = i >= 0 ? args[i] : FS.cwd();
            if (typeof path != "string") {
              throw new TypeError("Arguments to path.resolve must be strings");
            } else if (!path) {
              return "";
            }
            resolvedPath = path + "/" + resolvedPath;
            resolvedAbsolute = PATH.isAbs(path);
          }
          resolvedPath = PATH.normalizeArray(resolvedPath.split("/").filter((p) => !!p), !resolvedAbsolute).join("/");
          return (resolvedAbsolute ? "/" : "") + resolvedPath || ".";
        }, relative: (from, to) => {
          from = PATH_FS.resolve(from).slice(1);
          to = PATH_FS.resolve(to).slice(1);
          function trim(arr) {
            var start = 0;
            for (; start < arr.length; start++) {
              if (arr[start] !== "") break;
            }
            var end = arr.length - 1;
            for (; end >= 0; end--) {
              if (arr[end] !== "") break;
            }
            if (start > end) return [];
            return arr.slice(start, end - start + 1);
          }
          var fromParts = trim(from.split("/"));
          var toParts = trim(to.split("/"));
          var length = Math.min(fromParts.length, toParts.length);
          var samePartsLength = length;
          for (var i = 0; i < length; i++) {
            if (fromParts[i] !== toParts[i]) {
              samePartsLength = i;
              break;
            }
          }
          var outputParts = [];
          for (var i = samePartsLength; i < fromParts.length; i++) {
            outputParts.push("..");
          }
          outputParts = outputParts.concat(toParts.slice(samePartsLength));
          return outputParts.join("/");
        } };
        var FS_stdin_getChar_buffer = [];
        var lengthBytesUTF8 = (str) => {
          var len = 0;
          for (var i = 0; i < str.length; ++i) {
            var c = str.charCodeAt(i);
            if (c <= 127) {
              len++;
            } else if (c <= 2047) {
              len += 2;
            } else if (c >= 55296 && c <= 57343) {
              len += 4;
              ++i;
            } else {
              len += 3;
            }
          }
          return len;
        };
        var stringToUTF8Array = (str, heap, outIdx, maxBytesToWrite) => {
          if (!(maxBytesToWrite > 0)) return 0;
          var startIdx = outIdx;
          var endIdx = outIdx + maxBytesToWrite - 1;
          for (var i = 0; i < str.length; ++i) {
            var u = str.codePointAt(i);
            if (u <= 127) {
              if (outIdx >= endIdx) break;
              heap[outIdx++] = u;
            } else if (u <= 2047) {
              if (outIdx + 1 >= endIdx) break;
              heap[outIdx++] = 192 | u >> 6;
              heap[outIdx++] = 128 | u & 63;
            } else if (u <= 65535) {
              if (outIdx + 2 >= endIdx) break;
              heap[outIdx++] = 224 | u >> 12;
              heap[outIdx++] = 128 | u >> 6 & 63;
              heap[outIdx++] = 128 | u & 63;
            } else {
              if (outIdx + 3 >= endIdx) break;
              heap[outIdx++] = 240 | u >> 18;
              heap[outIdx++] = 128 | u >> 12 & 63;
              heap[outIdx++] = 128 | u >> 6 & 63;
              heap[outIdx++] = 128 | u & 63;
              i++;
            }
          }
          heap[outIdx] = 0;
          return outIdx - startIdx;
        };
        var intArrayFromString = (stringy, dontAddNull, length) => {
          var len = length > 0 ? length : lengthBytesUTF8(stringy) + 1;
          var u8array = new Array(len);
          var numBytesWritten = stringToUTF8Array(stringy, u8array, 0, u8array.length);
          if (dontAddNull) u8array.length = numBytesWritten;
          return u8array;
        };
        var FS_stdin_getChar = () => {
          if (!FS_stdin_getChar_buffer.length) {
            var result = null;
            if (globalThis.window?.prompt) {
              result = window.prompt("Input: ");
              if (result !== null) {
                result += "\n";
              }
            } else {
            }
            if (!result) {
              return null;
            }
            FS_stdin_getChar_buffer = intArrayFromString(result, true);
          }
          return FS_stdin_getChar_buffer.shift();
        };
        var TTY = { ttys: [], init() {
        }, shutdown() {
        }, register(dev, ops) {
          TTY.ttys[dev] = { input: [], output: [], ops };
          FS.registerDevice(dev, TTY.stream_ops);
        }, stream_ops: { open(stream) {
          var tty = TTY.ttys[stream.node.rdev];
          if (!tty) {
            throw new FS.ErrnoError(43);
          }
          stream.tty = tty;
          stream.seekable = false;
        }, close(stream) {
          stream.tty.ops.fsync(stream.tty);
        }, fsync(stream) {
          stream.tty.ops.fsync(stream.tty);
        }, read(stream, buffer, offset, length, pos) {
          if (!stream.tty || !stream.tty.ops.get_char) {
            throw new FS.ErrnoError(60);
          }
          var bytesRead = 0;
          for (var i = 0; i < length; i++) {
            var result;
            try {
              result = stream.tty.ops.get_char(stream.tty);
            } catch (e) {
              throw new FS.ErrnoError(29);
            }
            if (result === void 0 && bytesRead === 0) {
              throw new FS.ErrnoError(6);
            }
            if (result === null || result === void 0) break;
            bytesRead++;
            buffer[offset + i] = result;
          }
          if (bytesRead) {
            stream.node.atime = Date.now();
          }
          return bytesRead;
        }, write(stream, buffer, offset, length, pos) {
          if (!stream.tty || !stream.tty.ops.put_char) {
            throw new FS.ErrnoError(60);
          }
          try {
            for (var i = 0; i < length; i++) {
              stream.tty.ops.put_char(stream.tty, buffer[offset + i]);
            }
          } catch (e) {
            throw new FS.ErrnoError(29);
          }
          if (length) {
            stream.node.mtime = stream.node.ctime = Date.now();
          }
          return i;
        } }, default_tty_ops: { get_char(tty) {
          return FS_stdin_getChar();
        }, put_char(tty, val) {
          if (val === null || val === 10) {
            out(UTF8ArrayToString(tty.output));
            tty.output = [];
          } else {
            if (val != 0) tty.output.push(val);
          }
        }, fsync(tty) {
          if (tty.output?.length > 0) {
            out(UTF8ArrayToString(tty.output));
            tty.output = [];
          }
        }, ioctl_tcgets(tty) {
          return { c_iflag: 25856, c_oflag: 5, c_cflag: 191, c_lflag: 35387, c_cc: [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
        }, ioctl_tcsets(tty, optional_actions, data) {
          return 0;
        }, ioctl_tiocgwinsz(tty) {
          return [24, 80];
        } }, default_tty1_ops: { put_char(tty, val) {
          if (val === null || val === 10) {
            err(UTF8ArrayToString(tty.output));
            tty.output = [];
          } else {
            if (val != 0) tty.output.push(val);
          }
        }, fsync(tty) {
          if (tty.output?.length > 0) {
            err(UTF8ArrayToString(tty.output));
            tty.output = [];
          }
        } } };
        var mmapAlloc = (size) => {
          abort();
        };
        var MEMFS = { ops_table: null, mount(mount) {
          return MEMFS.createNode(null, "/", 16895, 0);
        }, createNode(parent, name, mode, dev) {
          if (FS.isBlkdev(mode) || FS.isFIFO(mode)) {
            throw new FS.ErrnoError(63);
          }
          MEMFS.ops_table || (MEMFS.ops_table = { dir: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr, lookup: MEMFS.node_ops.lookup, mknod: MEMFS.node_ops.mknod, rename: MEMFS.node_ops.rename, unlink: MEMFS.node_ops.unlink, rmdir: MEMFS.node_ops.rmdir, readdir: MEMFS.node_ops.readdir, symlink: MEMFS.node_ops.symlink }, stream: { llseek: MEMFS.stream_ops.llseek } }, file: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr }, stream: { llseek: MEMFS.stream_ops.llseek, read: MEMFS.stream_ops.read, write: MEMFS.stream_ops.write, mmap: MEMFS.stream_ops.mmap, msync: MEMFS.stream_ops.msync } }, link: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr, readlink: MEMFS.node_ops.readlink }, stream: {} }, chrdev: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr }, stream: FS.chrdev_stream_ops } });
          var node = FS.createNode(parent, name, mode, dev);
          if (FS.isDir(node.mode)) {
            node.node_ops = MEMFS.ops_table.dir.node;
            node.stream_ops = MEMFS.ops_table.dir.stream;
            node.contents = {};
          } else if (FS.isFile(node.mode)) {
            node.node_ops = MEMFS.ops_table.file.node;
            node.stream_ops = MEMFS.ops_table.file.stream;
            node.usedBytes = 0;
            node.contents = MEMFS.emptyFileContents ?? (MEMFS.emptyFileContents = new Uint8Array(0));
          } else if (FS.isLink(node.mode)) {
            node.node_ops = MEMFS.ops_table.link.node;
            node.stream_ops = MEMFS.ops_table.link.stream;
          } else if (FS.isChrdev(node.mode)) {
            node.node_ops = MEMFS.ops_table.chrdev.node;
            node.stream_ops = MEMFS.ops_table.chrdev.stream;
          }
          node.atime = node.mtime = node.ctime = Date.now();
          if (parent) {
            parent.contents[name] = node;
            parent.atime = parent.mtime = parent.ctime = node.atime;
          }
          return node;
        }, getFileDataAsTypedArray(node) {
          return node.contents.subarray(0, node.usedBytes);
        }, expandFileStorage(node, newCapacity) {
          var prevCapacity = node.contents.length;
          if (prevCapacity >= newCapacity) return;
          var CAPACITY_DOUBLING_MAX = 1024 * 1024;
          newCapacity = Math.max(newCapacity, prevCapacity * (prevCapacity < CAPACITY_DOUBLING_MAX ? 2 : 1.125) >>> 0);
          if (prevCapacity) newCapacity = Math.max(newCapacity, 256);
          var oldContents = MEMFS.getFileDataAsTypedArray(node);
          node.contents = new Uint8Array(newCapacity);
          node.contents.set(oldContents);
        }, resizeFileStorage(node, newSize) {
          if (node.usedBytes == newSize) return;
          var oldContents = node.contents;
          node.contents = new Uint8Array(newSize);
          node.contents.set(oldContents.subarray(0, Math.min(newSize, node.usedBytes)));
          node.usedBytes = newSize;
        }, node_ops: { getattr(node) {
          var attr = {};
          attr.dev = FS.isChrdev(node.mode) ? node.id : 1;
          attr.ino = node.id;
          attr.mode = node.mode;
          attr.nlink = 1;
          attr.uid = 0;
          attr.gid = 0;
          attr.rdev = node.rdev;
          if (FS.isDir(node.mode)) {
            attr.size = 4096;
          } else if (FS.isFile(node.mode)) {
            attr.size = node.usedBytes;
          } else if (FS.isLink(node.mode)) {
            attr.size = node.link.length;
          } else {
            attr.size = 0;
          }
          attr.atime = new Date(node.atime);
          attr.mtime = new Date(node.mtime);
          attr.ctime = new Date(node.ctime);
          attr.blksize = 4096;
          attr.blocks = Math.ceil(attr.size / attr.blksize);
          return attr;
        }, setattr(node, attr) {
          for (const key of ["mode", "atime", "mtime", "ctime"]) {
            if (attr[key] != null) {
              node[key] = attr[key];
            }
          }
          if (attr.size !== void 0) {
            MEMFS.resizeFileStorage(node, attr.size);
          }
        }, lookup(parent, name) {
          if (!MEMFS.doesNotExistError) {
            MEMFS.doesNotExistError = new FS.ErrnoError(44);
            MEMFS.doesNotExistError.stack = "<generic error, no stack>";
          }
          throw MEMFS.doesNotExistError;
        }, mknod(parent, name, mode, dev) {
          return MEMFS.createNode(parent, name, mode, dev);
        }, rename(old_node, new_dir, new_name) {
          var new_node;
          try {
            new_node = FS.lookupNode(new_dir, new_name);
          } catch (e) {
          }
          if (new_node) {
            if (FS.isDir(old_node.mode)) {
              for (var i in new_node.contents) {
                throw new FS.ErrnoError(55);
              }
            }
            FS.hashRemoveNode(new_node);
          }
          delete old_node.parent.contents[old_node.name];
          new_dir.contents[new_name] = old_node;
          old_node.name = new_name;
          new_dir.ctime = new_dir.mtime = old_node.parent.ctime = old_node.parent.mtime = Date.now();
        }, unlink(parent, name) {
          delete parent.contents[name];
          parent.ctime = parent.mtime = Date.now();
        }, rmdir(parent, name) {
          var node = FS.lookupNode(parent, name);
          for (var i in node.contents) {
            throw new FS.ErrnoError(55);
          }
          delete parent.contents[name];
          parent.ctime = parent.mtime = Date.now();
        }, readdir(node) {
          return [".", "..", ...Object.keys(node.contents)];
        }, symlink(parent, newname, oldpath) {
          var node = MEMFS.createNode(parent, newname, 511 | 40960, 0);
          node.link = oldpath;
          return node;
        }, readlink(node) {
          if (!FS.isLink(node.mode)) {
            throw new FS.ErrnoError(28);
          }
          return node.link;
        } }, stream_ops: { read(stream, buffer, offset, length, position) {
          var contents = stream.node.contents;
          if (position >= stream.node.usedBytes) return 0;
          var size = Math.min(stream.node.usedBytes - position, length);
          buffer.set(contents.subarray(position, position + size), offset);
          return size;
        }, write(stream, buffer, offset, length, position, canOwn) {
          if (buffer.buffer === HEAP8.buffer) {
            canOwn = false;
          }
          if (!length) return 0;
          var node = stream.node;
          node.mtime = node.ctime = Date.now();
          if (canOwn) {
            node.contents = buffer.subarray(offset, offset + length);
            node.usedBytes = length;
          } else if (node.usedBytes === 0 && position === 0) {
            node.contents = buffer.slice(offset, offset + length);
            node.usedBytes = length;
          } else {
            MEMFS.expandFileStorage(node, position + length);
            node.contents.set(buffer.subarray(offset, offset + length), position);
            node.usedBytes = Math.max(node.usedBytes, position + length);
          }
          return length;
        }, llseek(stream, offset, whence) {
          var position = offset;
          if (whence === 1) {
            position += stream.position;
          } else if (whence === 2) {
            if (FS.isFile(stream.node.mode)) {
              position += stream.node.usedBytes;
            }
          }
          if (position < 0) {
            throw new FS.ErrnoError(28);
          }
          return position;
        }, mmap(stream, length, position, prot, flags) {
          if (!FS.isFile(stream.node.mode)) {
            throw new FS.ErrnoError(43);
          }
          var ptr;
          var allocated;
          var contents = stream.node.contents;
          if (!(flags & 2) && contents.buffer === HEAP8.buffer) {
            allocated = false;
            ptr = contents.byteOffset;
          } else {
            allocated = true;
            ptr = mmapAlloc(length);
            if (!ptr) {
              throw new FS.ErrnoError(48);
            }
            if (contents) {
              if (position > 0 || position + length < contents.length) {
                if (contents.subarray) {
                  contents = contents.subarray(position, position + length);
                } else {
                  contents = Array.prototype.slice.call(contents, position, position + length);
                }
              }
              HEAP8.set(contents, ptr);
            }
          }
          return { ptr, allocated };
        }, msync(stream, buffer, offset, length, mmapFlags) {
          MEMFS.stream_ops.write(stream, buffer, 0, length, offset, false);
          return 0;
        } } };
        var FS_modeStringToFlags = (str) => {
          if (typeof str != "string") return str;
          var flagModes = { r: 0, "r+": 2, w: 512 | 64 | 1, "w+": 512 | 64 | 2, a: 1024 | 64 | 1, "a+": 1024 | 64 | 2 };
          var flags = flagModes[str];
          if (typeof flags == "undefined") {
            throw new Error(`Unknown file open mode: ${str}`);
          }
          return flags;
        };
        var FS_fileDataToTypedArray = (data) => {
          if (typeof data == "string") {
            data = intArrayFromString(data, true);
          }
          if (!data.subarray) {
            data = new Uint8Array(data);
          }
          return data;
        };
        var FS_getMode = (canRead, canWrite) => {
          var mode = 0;
          if (canRead) mode |= 292 | 73;
          if (canWrite) mode |= 146;
          return mode;
        };
        var asyncLoad = async (url) => {
          var arrayBuffer = await readAsync(url);
          return new Uint8Array(arrayBuffer);
        };
        var FS_createDataFile = (...args) => FS.createDataFile(...args);
        var getUniqueRunDependency = (id) => id;
        var runDependencies = 0;
        var dependenciesFulfilled = null;
        var removeRunDependency = (id) => {
          runDependencies--;
          Module["monitorRunDependencies"]?.(runDependencies);
          if (runDependencies == 0) {
            if (dependenciesFulfilled) {
              var callback = dependenciesFulfilled;
              dependenciesFulfilled = null;
              callback();
            }
          }
        };
        var addRunDependency = (id) => {
          runDependencies++;
          Module["monitorRunDependencies"]?.(runDependencies);
        };
        var preloadPlugins = [];
        var FS_handledByPreloadPlugin = async (byteArray, fullname) => {
          if (typeof Browser != "undefined") Browser.init();
          for (var plugin of preloadPlugins) {
            if (plugin["canHandle"](fullname)) {
              return plugin["handle"](byteArray, fullname);
            }
          }
          return byteArray;
        };
        var FS_preloadFile = async (parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish) => {
          var fullname = name ? PATH_FS.resolve(PATH.join2(parent, name)) : parent;
          var dep = getUniqueRunDependency(`cp ${fullname}`);
          addRunDependency(dep);
          try {
            var byteArray = url;
            if (typeof url == "string") {
              byteArray = await asyncLoad(url);
            }
            byteArray = await FS_handledByPreloadPlugin(byteArray, fullname);
            preFinish?.();
            if (!dontCreateFile) {
              FS_createDataFile(parent, name, byteArray, canRead, canWrite, canOwn);
            }
          } finally {
            removeRunDependency(dep);
          }
        };
        var FS_createPreloadedFile = (parent, name, url, canRead, canWrite, onload, onerror, dontCreateFile, canOwn, preFinish) => {
          FS_preloadFile(parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish).then(onload).catch(onerror);
        };
        var FS = { root: null, mounts: [], devices: {}, streams: [], nextInode: 1, nameTable: null, currentPath: "/", initialized: false, ignorePermissions: true, filesystems: null, syncFSRequests: 0, ErrnoError: class {
          constructor(errno) {
            __publicField(this, "name", "ErrnoError");
            this.errno = errno;
          }
        }, FSStream: class {
          constructor() {
            __publicField(this, "shared", {});
          }
          get object() {
            return this.node;
          }
          set object(val) {
            this.node = val;
          }
          get isRead() {
            return (this.flags & 2097155) !== 1;
          }
          get isWrite() {
            return (this.flags & 2097155) !== 0;
          }
          get isAppend() {
            return this.flags & 1024;
          }
          get flags() {
            return this.shared.flags;
          }
          set flags(val) {
            this.shared.flags = val;
          }
          get position() {
            return this.shared.position;
          }
          set position(val) {
            this.shared.position = val;
          }
        }, FSNode: class {
          constructor(parent, name, mode, rdev) {
            __publicField(this, "node_ops", {});
            __publicField(this, "stream_ops", {});
            __publicField(this, "readMode", 292 | 73);
            __publicField(this, "writeMode", 146);
            __publicField(this, "mounted", null);
            if (!parent) {
              parent = this;
            }
            this.parent = parent;
            this.mount = parent.mount;
            this.id = FS.nextInode++;
            this.name = name;
            this.mode = mode;
            this.rdev = rdev;
            this.atime = this.mtime = this.ctime = Date.now();
          }
          get read() {
            return (this.mode & this.readMode) === this.readMode;
          }
          set read(val) {
            val ? this.mode |= this.readMode : this.mode &= ~this.readMode;
          }
          get write() {
            return (this.mode & this.writeMode) === this.writeMode;
          }
          set write(val) {
            val ? this.mode |= this.writeMode : this.mode &= ~this.writeMode;
          }
          get isFolder() {
            return FS.isDir(this.mode);
          }
          get isDevice() {
            return FS.isChrdev(this.mode);
          }
        }, lookupPath(path, opts = {}) {
          if (!path) {
            throw new FS.ErrnoError(44);
          }
          opts.follow_mount ?? (opts.follow_mount = true);
          if (!PATH.isAbs(path)) {
            path = FS.cwd() + "/" + path;
          }
          linkloop: for (var nlinks = 0; nlinks < 40; nlinks++) {
            var parts = path.split("/").filter((p) => !!p);
            var current = FS.root;
            var current_path = "/";
            for (var i = 0; i < parts.length; i++) {
              var islast = i === parts.length - 1;
              if (islast && opts.parent) {
                break;
              }
              if (parts[i] === ".") {
                continue;
              }
              if (parts[i] === "..") {
                current_path = PATH.dirname(current_path);
                if (FS.isRoot(current)) {
                  path = current_path + "/" + parts.slice(i + 1).join("/");
                  nlinks--;
                  continue linkloop;
                } else {
                  current = current.parent;
                }
                continue;
              }
              current_path = PATH.join2(current_path, parts[i]);
              try {
                current = FS.lookupNode(current, parts[i]);
              } catch (e) {
                if (e?.errno === 44 && islast && opts.noent_okay) {
                  return { path: current_path };
                }
                throw e;
              }
              if (FS.isMountpoint(current) && (!islast || opts.follow_mount)) {
                current = current.mounted.root;
              }
              if (FS.isLink(current.mode) && (!islast || opts.follow)) {
                if (!current.node_ops.readlink) {
                  throw new FS.ErrnoError(52);
                }
                var link = current.node_ops.readlink(current);
                if (!PATH.isAbs(link)) {
                  link = PATH.dirname(current_path) + "/" + link;
                }
                path = link + "/" + parts.slice(i + 1).join("/");
                continue linkloop;
              }
            }
            return { path: current_path, node: current };
          }
          throw new FS.ErrnoError(32);
        }, getPath(node) {
          var path;
          while (true) {
            if (FS.isRoot(node)) {
              var mount = node.mount.mountpoint;
              if (!path) return mount;
              return mount[mount.length - 1] !== "/" ? `${mount}/${path}` : mount + path;
            }
            path = path ? `${node.name}/${path}` : node.name;
            node = node.parent;
          }
        }, hashName(parentid, name) {
          var hash = 0;
          for (var i = 0; i < name.length; i++) {
            hash = (hash << 5) - hash + name.charCodeAt(i) | 0;
          }
          return (parentid + hash >>> 0) % FS.nameTable.length;
        }, hashAddNode(node) {
          var hash = FS.hashName(node.parent.id, node.name);
          node.name_next = FS.nameTable[hash];
          FS.nameTable[hash] = node;
        }, hashRemoveNode(node) {
          var hash = FS.hashName(node.parent.id, node.name);
          if (FS.nameTable[hash] === node) {
            FS.nameTable[hash] = node.name_next;
          } else {
            var current = FS.nameTable[hash];
            while (current) {
              if (current.name_next === node) {
                current.name_next = node.name_next;
                break;
              }
              current = current.name_next;
            }
          }
        }, lookupNode(parent, name) {
          var errCode = FS.mayLookup(parent);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          var hash = FS.hashName(parent.id, name);
          for (var node = FS.nameTable[hash]; node; node = node.name_next) {
            var nodeName = node.name;
            if (node.parent.id === parent.id && nodeName === name) {
              return node;
            }
          }
          return FS.lookup(parent, name);
        }, createNode(parent, name, mode, rdev) {
          var node = new FS.FSNode(parent, name, mode, rdev);
          FS.hashAddNode(node);
          return node;
        }, destroyNode(node) {
          FS.hashRemoveNode(node);
        }, isRoot(node) {
          return node === node.parent;
        }, isMountpoint(node) {
          return !!node.mounted;
        }, isFile(mode) {
          return (mode & 61440) === 32768;
        }, isDir(mode) {
          return (mode & 61440) === 16384;
        }, isLink(mode) {
          return (mode & 61440) === 40960;
        }, isChrdev(mode) {
          return (mode & 61440) === 8192;
        }, isBlkdev(mode) {
          return (mode & 61440) === 24576;
        }, isFIFO(mode) {
          return (mode & 61440) === 4096;
        }, isSocket(mode) {
          return (mode & 49152) === 49152;
        }, flagsToPermissionString(flag) {
          var perms = ["r", "w", "rw"][flag & 3];
          if (flag & 512) {
            perms += "w";
          }
          return perms;
        }, nodePermissions(node, perms) {
          if (FS.ignorePermissions) {
            return 0;
          }
          if (perms.includes("r") && !(node.mode & 292)) {
            return 2;
          }
          if (perms.includes("w") && !(node.mode & 146)) {
            return 2;
          }
          if (perms.includes("x") && !(node.mode & 73)) {
            return 2;
          }
          return 0;
        }, mayLookup(dir) {
          if (!FS.isDir(dir.mode)) return 54;
          var errCode = FS.nodePermissions(dir, "x");
          if (errCode) return errCode;
          if (!dir.node_ops.lookup) return 2;
          return 0;
        }, mayCreate(dir, name) {
          if (!FS.isDir(dir.mode)) {
            return 54;
          }
          try {
            var node = FS.lookupNode(dir, name);
            return 20;
          } catch (e) {
          }
          return FS.nodePermissions(dir, "wx");
        }, mayDelete(dir, name, isdir) {
          var node;
          try {
            node = FS.lookupNode(dir, name);
          } catch (e) {
            return e.errno;
          }
          var errCode = FS.nodePermissions(dir, "wx");
          if (errCode) {
            return errCode;
          }
          if (isdir) {
            if (!FS.isDir(node.mode)) {
              return 54;
            }
            if (FS.isRoot(node) || FS.getPath(node) === FS.cwd()) {
              return 10;
            }
          } else if (FS.isDir(node.mode)) {
            return 31;
          }
          return 0;
        }, mayOpen(node, flags) {
          if (!node) {
            return 44;
          }
          if (FS.isLink(node.mode)) {
            return 32;
          }
          var mode = FS.flagsToPermissionString(flags);
          if (FS.isDir(node.mode)) {
            if (mode !== "r" || flags & (512 | 64)) {
              return 31;
            }
          }
          return FS.nodePermissions(node, mode);
        }, checkOpExists(op, err2) {
          if (!op) {
            throw new FS.ErrnoError(err2);
          }
          return op;
        }, MAX_OPEN_FDS: 4096, nextfd() {
          for (var fd = 0; fd <= FS.MAX_OPEN_FDS; fd++) {
            if (!FS.streams[fd]) {
              return fd;
            }
          }
          throw new FS.ErrnoError(33);
        }, getStreamChecked(fd) {
          var stream = FS.getStream(fd);
          if (!stream) {
            throw new FS.ErrnoError(8);
          }
          return stream;
        }, getStream: (fd) => FS.streams[fd], createStream(stream, fd = -1) {
          stream = Object.assign(new FS.FSStream(), stream);
          if (fd == -1) {
            fd = FS.nextfd();
          }
          stream.fd = fd;
          FS.streams[fd] = stream;
          return stream;
        }, closeStream(fd) {
          FS.streams[fd] = null;
        }, dupStream(origStream, fd = -1) {
          var stream = FS.createStream(origStream, fd);
          stream.stream_ops?.dup?.(stream);
          return stream;
        }, doSetAttr(stream, node, attr) {
          var setattr = stream?.stream_ops.setattr;
          var arg = setattr ? stream : node;
          setattr ?? (setattr = node.node_ops.setattr);
          FS.checkOpExists(setattr, 63);
          try {
            setattr(arg, attr);
          } catch (e) {
            if (e instanceof RangeError) {
              throw new FS.ErrnoError(22);
            }
            throw e;
          }
        }, chrdev_stream_ops: { open(stream) {
          var device = FS.getDevice(stream.node.rdev);
          stream.stream_ops = device.stream_ops;
          stream.stream_ops.open?.(stream);
        }, llseek() {
          throw new FS.ErrnoError(70);
        } }, major: (dev) => dev >> 8, minor: (dev) => dev & 255, makedev: (ma, mi) => ma << 8 | mi, registerDevice(dev, ops) {
          FS.devices[dev] = { stream_ops: ops };
        }, getDevice: (dev) => FS.devices[dev], getMounts(mount) {
          var mounts = [];
          var check = [mount];
          while (check.length) {
            var m = check.pop();
            mounts.push(m);
            check.push(...m.mounts);
          }
          return mounts;
        }, syncfs(populate, callback) {
          if (typeof populate == "function") {
            callback = populate;
            populate = false;
          }
          FS.syncFSRequests++;
          if (FS.syncFSRequests > 1) {
            err(`warning: ${FS.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);
          }
          var mounts = FS.getMounts(FS.root.mount);
          var completed = 0;
          function doCallback(errCode) {
            FS.syncFSRequests--;
            return callback(errCode);
          }
          function done(errCode) {
            if (errCode) {
              if (!done.errored) {
                done.errored = true;
                return doCallback(errCode);
              }
              return;
            }
            if (++completed >= mounts.length) {
              doCallback(null);
            }
          }
          for (var mount of mounts) {
            if (mount.type.syncfs) {
              mount.type.syncfs(mount, populate, done);
            } else {
              done(null);
            }
          }
        }, mount(type, opts, mountpoint) {
          var root = mountpoint === "/";
          var pseudo = !mountpoint;
          var node;
          if (root && FS.root) {
            throw new FS.ErrnoError(10);
          } else if (!root && !pseudo) {
            var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
            mountpoint = lookup.path;
            node = lookup.node;
            if (FS.isMountpoint(node)) {
              throw new FS.ErrnoError(10);
            }
            if (!FS.isDir(node.mode)) {
              throw new FS.ErrnoError(54);
            }
          }
          var mount = { type, opts, mountpoint, mounts: [] };
          var mountRoot = type.mount(mount);
          mountRoot.mount = mount;
          mount.root = mountRoot;
          if (root) {
            FS.root = mountRoot;
          } else if (node) {
            node.mounted = mount;
            if (node.mount) {
              node.mount.mounts.push(mount);
            }
          }
          return mountRoot;
        }, unmount(mountpoint) {
          var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
          if (!FS.isMountpoint(lookup.node)) {
            throw new FS.ErrnoError(28);
          }
          var node = lookup.node;
          var mount = node.mounted;
          var mounts = FS.getMounts(mount);
          for (var [hash, current] of Object.entries(FS.nameTable)) {
            while (current) {
              var next = current.name_next;
              if (mounts.includes(current.mount)) {
                FS.destroyNode(current);
              }
              current = next;
            }
          }
          node.mounted = null;
          var idx = node.mount.mounts.indexOf(mount);
          node.mount.mounts.splice(idx, 1);
        }, lookup(parent, name) {
          return parent.node_ops.lookup(parent, name);
        }, mknod(path, mode, dev) {
          var lookup = FS.lookupPath(path, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path);
          if (!name) {
            throw new FS.ErrnoError(28);
          }
          if (name === "." || name === "..") {
            throw new FS.ErrnoError(20);
          }
          var errCode = FS.mayCreate(parent, name);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.mknod) {
            throw new FS.ErrnoError(63);
          }
          return parent.node_ops.mknod(parent, name, mode, dev);
        }, statfs(path) {
          return FS.statfsNode(FS.lookupPath(path, { follow: true }).node);
        }, statfsStream(stream) {
          return FS.statfsNode(stream.node);
        }, statfsNode(node) {
          var rtn = { bsize: 4096, frsize: 4096, blocks: 1e6, bfree: 5e5, bavail: 5e5, files: FS.nextInode, ffree: FS.nextInode - 1, fsid: 42, flags: 2, namelen: 255 };
          if (node.node_ops.statfs) {
            Object.assign(rtn, node.node_ops.statfs(node.mount.opts.root));
          }
          return rtn;
        }, create(path, mode = 438) {
          mode &= 4095;
          mode |= 32768;
          return FS.mknod(path, mode, 0);
        }, mkdir(path, mode = 511) {
          mode &= 511 | 512;
          mode |= 16384;
          return FS.mknod(path, mode, 0);
        }, mkdirTree(path, mode) {
          var dirs = path.split("/");
          var d = "";
          for (var dir of dirs) {
            if (!dir) continue;
            if (d || PATH.isAbs(path)) d += "/";
            d += dir;
            try {
              FS.mkdir(d, mode);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
          }
        }, mkdev(path, mode, dev) {
          if (typeof dev == "undefined") {
            dev = mode;
            mode = 438;
          }
          mode |= 8192;
          return FS.mknod(path, mode, dev);
        }, symlink(oldpath, newpath) {
          if (!PATH_FS.resolve(oldpath)) {
            throw new FS.ErrnoError(44);
          }
          var lookup = FS.lookupPath(newpath, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var newname = PATH.basename(newpath);
          var errCode = FS.mayCreate(parent, newname);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.symlink) {
            throw new FS.ErrnoError(63);
          }
          return parent.node_ops.symlink(parent, newname, oldpath);
        }, rename(old_path, new_path) {
          var old_dirname = PATH.dirname(old_path);
          var new_dirname = PATH.dirname(new_path);
          var old_name = PATH.basename(old_path);
          var new_name = PATH.basename(new_path);
          var lookup, old_dir, new_dir;
          lookup = FS.lookupPath(old_path, { parent: true });
          old_dir = lookup.node;
          lookup = FS.lookupPath(new_path, { parent: true });
          new_dir = lookup.node;
          if (!old_dir || !new_dir) throw new FS.ErrnoError(44);
          if (old_dir.mount !== new_dir.mount) {
            throw new FS.ErrnoError(75);
          }
          var old_node = FS.lookupNode(old_dir, old_name);
          var relative = PATH_FS.relative(old_path, new_dirname);
          if (relative.charAt(0) !== ".") {
            throw new FS.ErrnoError(28);
          }
          relative = PATH_FS.relative(new_path, old_dirname);
          if (relative.charAt(0) !== ".") {
            throw new FS.ErrnoError(55);
          }
          var new_node;
          try {
            new_node = FS.lookupNode(new_dir, new_name);
          } catch (e) {
          }
          if (old_node === new_node) {
            return;
          }
          var isdir = FS.isDir(old_node.mode);
          var errCode = FS.mayDelete(old_dir, old_name, isdir);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          errCode = new_node ? FS.mayDelete(new_dir, new_name, isdir) : FS.mayCreate(new_dir, new_name);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!old_dir.node_ops.rename) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(old_node) || new_node && FS.isMountpoint(new_node)) {
            throw new FS.ErrnoError(10);
          }
          if (new_dir !== old_dir) {
            errCode = FS.nodePermissions(old_dir, "w");
            if (errCode) {
              throw new FS.ErrnoError(errCode);
            }
          }
          FS.hashRemoveNode(old_node);
          try {
            old_dir.node_ops.rename(old_node, new_dir, new_name);
            old_node.parent = new_dir;
          } catch (e) {
            throw e;
          } finally {
            FS.hashAddNode(old_node);
          }
        }, rmdir(path) {
          var lookup = FS.lookupPath(path, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path);
          var node = FS.lookupNode(parent, name);
          var errCode = FS.mayDelete(parent, name, true);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.rmdir) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(node)) {
            throw new FS.ErrnoError(10);
          }
          parent.node_ops.rmdir(parent, name);
          FS.destroyNode(node);
        }, readdir(path) {
          var lookup = FS.lookupPath(path, { follow: true });
          var node = lookup.node;
          var readdir = FS.checkOpExists(node.node_ops.readdir, 54);
          return readdir(node);
        }, unlink(path) {
          var lookup = FS.lookupPath(path, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var name = PATH.basename(path);
          var node = FS.lookupNode(parent, name);
          var errCode = FS.mayDelete(parent, name, false);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.unlink) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(node)) {
            throw new FS.ErrnoError(10);
          }
          parent.node_ops.unlink(parent, name);
          FS.destroyNode(node);
        }, readlink(path) {
          var lookup = FS.lookupPath(path);
          var link = lookup.node;
          if (!link) {
            throw new FS.ErrnoError(44);
          }
          if (!link.node_ops.readlink) {
            throw new FS.ErrnoError(28);
          }
          return link.node_ops.readlink(link);
        }, stat(path, dontFollow) {
          var lookup = FS.lookupPath(path, { follow: !dontFollow });
          var node = lookup.node;
          var getattr = FS.checkOpExists(node.node_ops.getattr, 63);
          return getattr(node);
        }, fstat(fd) {
          var stream = FS.getStreamChecked(fd);
          var node = stream.node;
          var getattr = stream.stream_ops.getattr;
          var arg = getattr ? stream : node;
          getattr ?? (getattr = node.node_ops.getattr);
          FS.checkOpExists(getattr, 63);
          return getattr(arg);
        }, lstat(path) {
          return FS.stat(path, true);
        }, doChmod(stream, node, mode, dontFollow) {
          FS.doSetAttr(stream, node, { mode: mode & 4095 | node.mode & ~4095, ctime: Date.now(), dontFollow });
        }, chmod(path, mode, dontFollow) {
          var node;
          if (typeof path == "string") {
            var lookup = FS.lookupPath(path, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path;
          }
          FS.doChmod(null, node, mode, dontFollow);
        }, lchmod(path, mode) {
          FS.chmod(path, mode, true);
        }, fchmod(fd, mode) {
          var stream = FS.getStreamChecked(fd);
          FS.doChmod(stream, stream.node, mode, false);
        }, doChown(stream, node, dontFollow) {
          FS.doSetAttr(stream, node, { timestamp: Date.now(), dontFollow });
        }, chown(path, uid, gid, dontFollow) {
          var node;
          if (typeof path == "string") {
            var lookup = FS.lookupPath(path, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path;
          }
          FS.doChown(null, node, dontFollow);
        }, lchown(path, uid, gid) {
          FS.chown(path, uid, gid, true);
        }, fchown(fd, uid, gid) {
          var stream = FS.getStreamChecked(fd);
          FS.doChown(stream, stream.node, false);
        }, doTruncate(stream, node, len) {
          if (FS.isDir(node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!FS.isFile(node.mode)) {
            throw new FS.ErrnoError(28);
          }
          var errCode = FS.nodePermissions(node, "w");
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          FS.doSetAttr(stream, node, { size: len, timestamp: Date.now() });
        }, truncate(path, len) {
          if (len < 0) {
            throw new FS.ErrnoError(28);
          }
          var node;
          if (typeof path == "string") {
            var lookup = FS.lookupPath(path, { follow: true });
            node = lookup.node;
          } else {
            node = path;
          }
          FS.doTruncate(null, node, len);
        }, ftruncate(fd, len) {
          var stream = FS.getStreamChecked(fd);
          if (len < 0 || (stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(28);
          }
          FS.doTruncate(stream, stream.node, len);
        }, utime(path, atime, mtime) {
          var lookup = FS.lookupPath(path, { follow: true });
          var node = lookup.node;
          var setattr = FS.checkOpExists(node.node_ops.setattr, 63);
          setattr(node, { atime, mtime });
        }, open(path, flags, mode = 438) {
          if (path === "") {
            throw new FS.ErrnoError(44);
          }
          flags = FS_modeStringToFlags(flags);
          if (flags & 64) {
            mode = mode & 4095 | 32768;
          } else {
            mode = 0;
          }
          var node;
          var isDirPath;
          if (typeof path == "object") {
            node = path;
          } else {
            isDirPath = path.endsWith("/");
            var lookup = FS.lookupPath(path, { follow: !(flags & 131072), noent_okay: true });
            node = lookup.node;
            path = lookup.path;
          }
          var created = false;
          if (flags & 64) {
            if (node) {
              if (flags & 128) {
                throw new FS.ErrnoError(20);
              }
            } else if (isDirPath) {
              throw new FS.ErrnoError(31);
            } else {
              node = FS.mknod(path, mode | 511, 0);
              created = true;
            }
          }
          if (!node) {
            throw new FS.ErrnoError(44);
          }
          if (FS.isChrdev(node.mode)) {
            flags &= ~512;
          }
          if (flags & 65536 && !FS.isDir(node.mode)) {
            throw new FS.ErrnoError(54);
          }
          if (!created) {
            var errCode = FS.mayOpen(node, flags);
            if (errCode) {
              throw new FS.ErrnoError(errCode);
            }
          }
          if (flags & 512 && !created) {
            FS.truncate(node, 0);
          }
          flags &= ~(128 | 512 | 131072);
          var stream = FS.createStream({ node, path: FS.getPath(node), flags, seekable: true, position: 0, stream_ops: node.stream_ops, ungotten: [], error: false });
          if (stream.stream_ops.open) {
            stream.stream_ops.open(stream);
          }
          if (created) {
            FS.chmod(node, mode & 511);
          }
          return stream;
        }, close(stream) {
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if (stream.getdents) stream.getdents = null;
          try {
            if (stream.stream_ops.close) {
              stream.stream_ops.close(stream);
            }
          } catch (e) {
            throw e;
          } finally {
            FS.closeStream(stream.fd);
          }
          stream.fd = null;
        }, isClosed(stream) {
          return stream.fd === null;
        }, llseek(stream, offset, whence) {
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if (!stream.seekable || !stream.stream_ops.llseek) {
            throw new FS.ErrnoError(70);
          }
          if (whence != 0 && whence != 1 && whence != 2) {
            throw new FS.ErrnoError(28);
          }
          stream.position = stream.stream_ops.llseek(stream, offset, whence);
          stream.ungotten = [];
          return stream.position;
        }, read(stream, buffer, offset, length, position) {
          if (length < 0 || position < 0) {
            throw new FS.ErrnoError(28);
          }
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if ((stream.flags & 2097155) === 1) {
            throw new FS.ErrnoError(8);
          }
          if (FS.isDir(stream.node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!stream.stream_ops.read) {
            throw new FS.ErrnoError(28);
          }
          var seeking = typeof position != "undefined";
          if (!seeking) {
            position = stream.position;
          } else if (!stream.seekable) {
            throw new FS.ErrnoError(70);
          }
          var bytesRead = stream.stream_ops.read(stream, buffer, offset, length, position);
          if (!seeking) stream.position += bytesRead;
          return bytesRead;
        }, write(stream, buffer, offset, length, position, canOwn) {
          if (length < 0 || position < 0) {
            throw new FS.ErrnoError(28);
          }
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if ((stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(8);
          }
          if (FS.isDir(stream.node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!stream.stream_ops.write) {
            throw new FS.ErrnoError(28);
          }
          if (stream.seekable && stream.flags & 1024) {
            FS.llseek(stream, 0, 2);
          }
          var seeking = typeof position != "undefined";
          if (!seeking) {
            position = stream.position;
          } else if (!stream.seekable) {
            throw new FS.ErrnoError(70);
          }
          var bytesWritten = stream.stream_ops.write(stream, buffer, offset, length, position, canOwn);
          if (!seeking) stream.position += bytesWritten;
          return bytesWritten;
        }, mmap(stream, length, position, prot, flags) {
          if ((prot & 2) !== 0 && (flags & 2) === 0 && (stream.flags & 2097155) !== 2) {
            throw new FS.ErrnoError(2);
          }
          if ((stream.flags & 2097155) === 1) {
            throw new FS.ErrnoError(2);
          }
          if (!stream.stream_ops.mmap) {
            throw new FS.ErrnoError(43);
          }
          if (!length) {
            throw new FS.ErrnoError(28);
          }
          return stream.stream_ops.mmap(stream, length, position, prot, flags);
        }, msync(stream, buffer, offset, length, mmapFlags) {
          if (!stream.stream_ops.msync) {
            return 0;
          }
          return stream.stream_ops.msync(stream, buffer, offset, length, mmapFlags);
        }, ioctl(stream, cmd, arg) {
          if (!stream.stream_ops.ioctl) {
            throw new FS.ErrnoError(59);
          }
          return stream.stream_ops.ioctl(stream, cmd, arg);
        }, readFile(path, opts = {}) {
          opts.flags = opts.flags ?? 0;
          opts.encoding = opts.encoding ?? "binary";
          if (opts.encoding !== "utf8" && opts.encoding !== "binary") {
            abort(`Invalid encoding type "${opts.encoding}"`);
          }
          var stream = FS.open(path, opts.flags);
          var stat = FS.stat(path);
          var length = stat.size;
          var buf = new Uint8Array(length);
          FS.read(stream, buf, 0, length, 0);
          if (opts.encoding === "utf8") {
            buf = UTF8ArrayToString(buf);
          }
          FS.close(stream);
          return buf;
        }, writeFile(path, data, opts = {}) {
          opts.flags = opts.flags ?? 577;
          var stream = FS.open(path, opts.flags, opts.mode);
          data = FS_fileDataToTypedArray(data);
          FS.write(stream, data, 0, data.byteLength, void 0, opts.canOwn);
          FS.close(stream);
        }, cwd: () => FS.currentPath, chdir(path) {
          var lookup = FS.lookupPath(path, { follow: true });
          if (lookup.node === null) {
            throw new FS.ErrnoError(44);
          }
          if (!FS.isDir(lookup.node.mode)) {
            throw new FS.ErrnoError(54);
          }
          var errCode = FS.nodePermissions(lookup.node, "x");
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          FS.currentPath = lookup.path;
        }, createDefaultDirectories() {
          FS.mkdir("/tmp");
          FS.mkdir("/home");
          FS.mkdir("/home/web_user");
        }, createDefaultDevices() {
          FS.mkdir("/dev");
          FS.registerDevice(FS.makedev(1, 3), { read: () => 0, write: (stream, buffer, offset, length, pos) => length, llseek: () => 0 });
          FS.mkdev("/dev/null", FS.makedev(1, 3));
          TTY.register(FS.makedev(5, 0), TTY.default_tty_ops);
          TTY.register(FS.makedev(6, 0), TTY.default_tty1_ops);
          FS.mkdev("/dev/tty", FS.makedev(5, 0));
          FS.mkdev("/dev/tty1", FS.makedev(6, 0));
          var randomBuffer = new Uint8Array(1024), randomLeft = 0;
          var randomByte = () => {
            if (randomLeft === 0) {
              randomFill(randomBuffer);
              randomLeft = randomBuffer.byteLength;
            }
            return randomBuffer[--randomLeft];
          };
          FS.createDevice("/dev", "random", randomByte);
          FS.createDevice("/dev", "urandom", randomByte);
          FS.mkdir("/dev/shm");
          FS.mkdir("/dev/shm/tmp");
        }, createSpecialDirectories() {
          FS.mkdir("/proc");
          var proc_self = FS.mkdir("/proc/self");
          FS.mkdir("/proc/self/fd");
          FS.mount({ mount() {
            var node = FS.createNode(proc_self, "fd", 16895, 73);
            node.stream_ops = { llseek: MEMFS.stream_ops.llseek };
            node.node_ops = { lookup(parent, name) {
              var fd = +name;
              var stream = FS.getStreamChecked(fd);
              var ret = { parent: null, mount: { mountpoint: "fake" }, node_ops: { readlink: () => stream.path }, id: fd + 1 };
              ret.parent = ret;
              return ret;
            }, readdir() {
              return Array.from(FS.streams.entries()).filter(([k, v]) => v).map(([k, v]) => k.toString());
            } };
            return node;
          } }, {}, "/proc/self/fd");
        }, createStandardStreams(input, output, error) {
          if (input) {
            FS.createDevice("/dev", "stdin", input);
          } else {
            FS.symlink("/dev/tty", "/dev/stdin");
          }
          if (output) {
            FS.createDevice("/dev", "stdout", null, output);
          } else {
            FS.symlink("/dev/tty", "/dev/stdout");
          }
          if (error) {
            FS.createDevice("/dev", "stderr", null, error);
          } else {
            FS.symlink("/dev/tty1", "/dev/stderr");
          }
          var stdin = FS.open("/dev/stdin", 0);
          var stdout = FS.open("/dev/stdout", 1);
          var stderr = FS.open("/dev/stderr", 1);
        }, staticInit() {
          FS.nameTable = new Array(4096);
          FS.mount(MEMFS, {}, "/");
          FS.createDefaultDirectories();
          FS.createDefaultDevices();
          FS.createSpecialDirectories();
          FS.filesystems = { MEMFS };
        }, init(input, output, error) {
          FS.initialized = true;
          input ?? (input = Module["stdin"]);
          output ?? (output = Module["stdout"]);
          error ?? (error = Module["stderr"]);
          FS.createStandardStreams(input, output, error);
        }, quit() {
          FS.initialized = false;
          for (var stream of FS.streams) {
            if (stream) {
              FS.close(stream);
            }
          }
        }, findObject(path, dontResolveLastLink) {
          var ret = FS.analyzePath(path, dontResolveLastLink);
          if (!ret.exists) {
            return null;
          }
          return ret.object;
        }, analyzePath(path, dontResolveLastLink) {
          try {
            var lookup = FS.lookupPath(path, { follow: !dontResolveLastLink });
            path = lookup.path;
          } catch (e) {
          }
          var ret = { isRoot: false, exists: false, error: 0, name: null, path: null, object: null, parentExists: false, parentPath: null, parentObject: null };
          try {
            var lookup = FS.lookupPath(path, { parent: true });
            ret.parentExists = true;
            ret.parentPath = lookup.path;
            ret.parentObject = lookup.node;
            ret.name = PATH.basename(path);
            lookup = FS.lookupPath(path, { follow: !dontResolveLastLink });
            ret.exists = true;
            ret.path = lookup.path;
            ret.object = lookup.node;
            ret.name = lookup.node.name;
            ret.isRoot = lookup.path === "/";
          } catch (e) {
            ret.error = e.errno;
          }
          return ret;
        }, createPath(parent, path, canRead, canWrite) {
          parent = typeof parent == "string" ? parent : FS.getPath(parent);
          var parts = path.split("/").reverse();
          while (parts.length) {
            var part = parts.pop();
            if (!part) continue;
            var current = PATH.join2(parent, part);
            try {
              FS.mkdir(current);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
            parent = current;
          }
          return current;
        }, createFile(parent, name, properties, canRead, canWrite) {
          var path = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(canRead, canWrite);
          return FS.create(path, mode);
        }, createDataFile(parent, name, data, canRead, canWrite, canOwn) {
          var path = name;
          if (parent) {
            parent = typeof parent == "string" ? parent : FS.getPath(parent);
            path = name ? PATH.join2(parent, name) : parent;
          }
          var mode = FS_getMode(canRead, canWrite);
          var node = FS.create(path, mode);
          if (data) {
            data = FS_fileDataToTypedArray(data);
            FS.chmod(node, mode | 146);
            var stream = FS.open(node, 577);
            FS.write(stream, data, 0, data.length, 0, canOwn);
            FS.close(stream);
            FS.chmod(node, mode);
          }
        }, createDevice(parent, name, input, output) {
          var _a;
          var path = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(!!input, !!output);
          (_a = FS.createDevice).major ?? (_a.major = 64);
          var dev = FS.makedev(FS.createDevice.major++, 0);
          FS.registerDevice(dev, { open(stream) {
            stream.seekable = false;
          }, close(stream) {
            if (output?.buffer?.length) {
              output(10);
            }
          }, read(stream, buffer, offset, length, pos) {
            var bytesRead = 0;
            for (var i = 0; i < length; i++) {
              var result;
              try {
                result = input();
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
              if (result === void 0 && bytesRead === 0) {
                throw new FS.ErrnoError(6);
              }
              if (result === null || result === void 0) break;
              bytesRead++;
              buffer[offset + i] = result;
            }
            if (bytesRead) {
              stream.node.atime = Date.now();
            }
            return bytesRead;
          }, write(stream, buffer, offset, length, pos) {
            for (var i = 0; i < length; i++) {
              try {
                output(buffer[offset + i]);
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
            }
            if (length) {
              stream.node.mtime = stream.node.ctime = Date.now();
            }
            return i;
          } });
          return FS.mkdev(path, mode, dev);
        }, forceLoadFile(obj) {
          if (obj.isDevice || obj.isFolder || obj.link || obj.contents) return true;
          if (globalThis.XMLHttpRequest) {
            abort("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");
          } else {
            try {
              obj.contents = readBinary(obj.url);
            } catch (e) {
              throw new FS.ErrnoError(29);
            }
          }
        }, createLazyFile(parent, name, url, canRead, canWrite) {
          class LazyUint8Array {
            constructor() {
              __publicField(this, "lengthKnown", false);
              __publicField(this, "chunks", []);
            }
            get(idx) {
              if (idx > this.length - 1 || idx < 0) {
                return void 0;
              }
              var chunkOffset = idx % this.chunkSize;
              var chunkNum = idx / this.chunkSize | 0;
              return this.getter(chunkNum)[chunkOffset];
            }
            setDataGetter(getter) {
              this.getter = getter;
            }
            cacheLength() {
              var xhr = new XMLHttpRequest();
              xhr.open("HEAD", url, false);
              xhr.send(null);
              if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
              var datalength = Number(xhr.getResponseHeader("Content-length"));
              var header;
              var hasByteServing = (header = xhr.getResponseHeader("Accept-Ranges")) && header === "bytes";
              var usesGzip = (header = xhr.getResponseHeader("Content-Encoding")) && header === "gzip";
              var chunkSize = 1024 * 1024;
              if (!hasByteServing) chunkSize = datalength;
              var doXHR = (from, to) => {
                if (from > to) abort(`invalid range (${from}, ${to}) or no bytes requested!`);
                if (to > datalength - 1) abort(`only ${datalength} bytes available! programmer error!`);
                var xhr2 = new XMLHttpRequest();
                xhr2.open("GET", url, false);
                if (datalength !== chunkSize) xhr2.setRequestHeader("Range", "bytes=" + from + "-" + to);
                xhr2.responseType = "arraybuffer";
                if (xhr2.overrideMimeType) {
                  xhr2.overrideMimeType("text/plain; charset=x-user-defined");
                }
                xhr2.send(null);
                if (!(xhr2.status >= 200 && xhr2.status < 300 || xhr2.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr2.status);
                if (xhr2.response !== void 0) {
                  return new Uint8Array(xhr2.response || []);
                }
                return intArrayFromString(xhr2.responseText ?? "", true);
              };
              var lazyArray2 = this;
              lazyArray2.setDataGetter((chunkNum) => {
                var start = chunkNum * chunkSize;
                var end = (chunkNum + 1) * chunkSize - 1;
                end = Math.min(end, datalength - 1);
                if (typeof lazyArray2.chunks[chunkNum] == "undefined") {
                  lazyArray2.chunks[chunkNum] = doXHR(start, end);
                }
                if (typeof lazyArray2.chunks[chunkNum] == "undefined") abort("doXHR failed!");
                return lazyArray2.chunks[chunkNum];
              });
              if (usesGzip || !datalength) {
                chunkSize = datalength = 1;
                datalength = this.getter(0).length;
                chunkSize = datalength;
                out("LazyFiles on gzip forces download of the whole file when length is accessed");
              }
              this._length = datalength;
              this._chunkSize = chunkSize;
              this.lengthKnown = true;
            }
            get length() {
              if (!this.lengthKnown) {
                this.cacheLength();
              }
              return this._length;
            }
            get chunkSize() {
              if (!this.lengthKnown) {
                this.cacheLength();
              }
              return this._chunkSize;
            }
          }
          if (globalThis.XMLHttpRequest) {
            if (!ENVIRONMENT_IS_WORKER) abort("Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc");
            var lazyArray = new LazyUint8Array();
            var properties = { isDevice: false, contents: lazyArray };
          } else {
            var properties = { isDevice: false, url };
          }
          var node = FS.createFile(parent, name, properties, canRead, canWrite);
          if (properties.contents) {
            node.contents = properties.contents;
          } else if (properties.url) {
            node.contents = null;
            node.url = properties.url;
          }
          Object.defineProperties(node, { usedBytes: { get: function() {
            return this.contents.length;
          } } });
          var stream_ops = {};
          for (const [key, fn] of Object.entries(node.stream_ops)) {
            stream_ops[key] = (...args) => {
              FS.forceLoadFile(node);
              return fn(...args);
            };
          }
          function writeChunks(stream, buffer, offset, length, position) {
            var contents = stream.node.contents;
            if (position >= contents.length) return 0;
            var size = Math.min(contents.length - position, length);
            if (contents.slice) {
              for (var i = 0; i < size; i++) {
                buffer[offset + i] = contents[position + i];
              }
            } else {
              for (var i = 0; i < size; i++) {
                buffer[offset + i] = contents.get(position + i);
              }
            }
            return size;
          }
          stream_ops.read = (stream, buffer, offset, length, position) => {
            FS.forceLoadFile(node);
            return writeChunks(stream, buffer, offset, length, position);
          };
          stream_ops.mmap = (stream, length, position, prot, flags) => {
            FS.forceLoadFile(node);
            var ptr = mmapAlloc(length);
            if (!ptr) {
              throw new FS.ErrnoError(48);
            }
            writeChunks(stream, HEAP8, ptr, length, position);
            return { ptr, allocated: true };
          };
          node.stream_ops = stream_ops;
          return node;
        } };
        var SYSCALLS = { currentUmask: 18, calculateAt(dirfd, path, allowEmpty) {
          if (PATH.isAbs(path)) {
            return path;
          }
          var dir;
          if (dirfd === -100) {
            dir = FS.cwd();
          } else {
            var dirstream = SYSCALLS.getStreamFromFD(dirfd);
            dir = dirstream.path;
          }
          if (path.length == 0) {
            if (!allowEmpty) {
              throw new FS.ErrnoError(44);
            }
            return dir;
          }
          return dir + "/" + path;
        }, writeStat(buf, stat) {
          HEAPU32[buf >> 2] = stat.dev;
          HEAPU32[buf + 4 >> 2] = stat.mode;
          HEAPU32[buf + 8 >> 2] = stat.nlink;
          HEAPU32[buf + 12 >> 2] = stat.uid;
          HEAPU32[buf + 16 >> 2] = stat.gid;
          HEAPU32[buf + 20 >> 2] = stat.rdev;
          HEAP64[buf + 24 >> 3] = BigInt(stat.size);
          HEAP32[buf + 32 >> 2] = 4096;
          HEAP32[buf + 36 >> 2] = stat.blocks;
          var atime = stat.atime.getTime();
          var mtime = stat.mtime.getTime();
          var ctime = stat.ctime.getTime();
          HEAP64[buf + 40 >> 3] = BigInt(Math.floor(atime / 1e3));
          HEAPU32[buf + 48 >> 2] = atime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 56 >> 3] = BigInt(Math.floor(mtime / 1e3));
          HEAPU32[buf + 64 >> 2] = mtime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 72 >> 3] = BigInt(Math.floor(ctime / 1e3));
          HEAPU32[buf + 80 >> 2] = ctime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 88 >> 3] = BigInt(stat.ino);
          return 0;
        }, writeStatFs(buf, stats) {
          HEAPU32[buf + 4 >> 2] = stats.bsize;
          HEAPU32[buf + 60 >> 2] = stats.bsize;
          HEAP64[buf + 8 >> 3] = BigInt(stats.blocks);
          HEAP64[buf + 16 >> 3] = BigInt(stats.bfree);
          HEAP64[buf + 24 >> 3] = BigInt(stats.bavail);
          HEAP64[buf + 32 >> 3] = BigInt(stats.files);
          HEAP64[buf + 40 >> 3] = BigInt(stats.ffree);
          HEAPU32[buf + 48 >> 2] = stats.fsid;
          HEAPU32[buf + 64 >> 2] = stats.flags;
          HEAPU32[buf + 56 >> 2] = stats.namelen;
        }, doMsync(addr, stream, len, flags, offset) {
          if (!FS.isFile(stream.node.mode)) {
            throw new FS.ErrnoError(43);
          }
          if (flags & 2) {
            return 0;
          }
          var buffer = HEAPU8.slice(addr, addr + len);
          FS.msync(stream, buffer, offset, len, flags);
        }, getStreamFromFD(fd) {
          var stream = FS.getStreamChecked(fd);
          return stream;
        }, varargs: void 0, getStr(ptr) {
          var ret = UTF8ToString(ptr);
          return ret;
        } };
        function ___syscall_fcntl64(fd, cmd, varargs) {
          SYSCALLS.varargs = varargs;
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            switch (cmd) {
              case 0: {
                var arg = syscallGetVarargI();
                if (arg < 0) {
                  return -28;
                }
                while (FS.streams[arg]) {
                  arg++;
                }
                var newStream;
                newStream = FS.dupStream(stream, arg);
                return newStream.fd;
              }
              case 1:
              case 2:
                return 0;
              case 3:
                return stream.flags;
              case 4: {
                var arg = syscallGetVarargI();
                var mask = 289792;
                stream.flags = stream.flags & ~mask | arg & mask;
                return 0;
              }
              case 12: {
                var arg = syscallGetVarargP();
                var offset = 0;
                HEAP16[arg + offset >> 1] = 2;
                return 0;
              }
              case 13:
              case 14:
                return 0;
            }
            return -28;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_fstat64(fd, buf) {
          try {
            return SYSCALLS.writeStat(buf, FS.fstat(fd));
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        var stringToUTF8 = (str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
        function ___syscall_getcwd(buf, size) {
          try {
            if (size === 0) return -28;
            var cwd = FS.cwd();
            var cwdLengthInBytes = lengthBytesUTF8(cwd) + 1;
            if (size < cwdLengthInBytes) return -68;
            stringToUTF8(cwd, buf, size);
            return cwdLengthInBytes;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_ioctl(fd, op, varargs) {
          SYSCALLS.varargs = varargs;
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            switch (op) {
              case 21509: {
                if (!stream.tty) return -59;
                return 0;
              }
              case 21505: {
                if (!stream.tty) return -59;
                if (stream.tty.ops.ioctl_tcgets) {
                  var termios = stream.tty.ops.ioctl_tcgets(stream);
                  var argp = syscallGetVarargP();
                  HEAP32[argp >> 2] = termios.c_iflag || 0;
                  HEAP32[argp + 4 >> 2] = termios.c_oflag || 0;
                  HEAP32[argp + 8 >> 2] = termios.c_cflag || 0;
                  HEAP32[argp + 12 >> 2] = termios.c_lflag || 0;
                  for (var i = 0; i < 32; i++) {
                    HEAP8[argp + i + 17] = termios.c_cc[i] || 0;
                  }
                  return 0;
                }
                return 0;
              }
              case 21510:
              case 21511:
              case 21512: {
                if (!stream.tty) return -59;
                return 0;
              }
              case 21506:
              case 21507:
              case 21508: {
                if (!stream.tty) return -59;
                if (stream.tty.ops.ioctl_tcsets) {
                  var argp = syscallGetVarargP();
                  var c_iflag = HEAP32[argp >> 2];
                  var c_oflag = HEAP32[argp + 4 >> 2];
                  var c_cflag = HEAP32[argp + 8 >> 2];
                  var c_lflag = HEAP32[argp + 12 >> 2];
                  var c_cc = [];
                  for (var i = 0; i < 32; i++) {
                    c_cc.push(HEAP8[argp + i + 17]);
                  }
                  return stream.tty.ops.ioctl_tcsets(stream.tty, op, { c_iflag, c_oflag, c_cflag, c_lflag, c_cc });
                }
                return 0;
              }
              case 21519: {
                if (!stream.tty) return -59;
                var argp = syscallGetVarargP();
                HEAP32[argp >> 2] = 0;
                return 0;
              }
              case 21520: {
                if (!stream.tty) return -59;
                return -28;
              }
              case 21537:
              case 21531: {
                var argp = syscallGetVarargP();
                return FS.ioctl(stream, op, argp);
              }
              case 21523: {
                if (!stream.tty) return -59;
                if (stream.tty.ops.ioctl_tiocgwinsz) {
                  var winsize = stream.tty.ops.ioctl_tiocgwinsz(stream.tty);
                  var argp = syscallGetVarargP();
                  HEAP16[argp >> 1] = winsize[0];
                  HEAP16[argp + 2 >> 1] = winsize[1];
                }
                return 0;
              }
              case 21524: {
                if (!stream.tty) return -59;
                return 0;
              }
              case 21515: {
                if (!stream.tty) return -59;
                return 0;
              }
              default:
                return -28;
            }
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_lstat64(path, buf) {
          try {
            path = SYSCALLS.getStr(path);
            return SYSCALLS.writeStat(buf, FS.lstat(path));
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_newfstatat(dirfd, path, buf, flags) {
          try {
            path = SYSCALLS.getStr(path);
            var nofollow = flags & 256;
            var allowEmpty = flags & 4096;
            flags = flags & ~6400;
            path = SYSCALLS.calculateAt(dirfd, path, allowEmpty);
            return SYSCALLS.writeStat(buf, nofollow ? FS.lstat(path) : FS.stat(path));
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_openat(dirfd, path, flags, varargs) {
          SYSCALLS.varargs = varargs;
          try {
            path = SYSCALLS.getStr(path);
            path = SYSCALLS.calculateAt(dirfd, path);
            var mode = varargs ? syscallGetVarargI() : 0;
            if (flags & 64) {
              mode &= ~SYSCALLS.currentUmask;
            }
            return FS.open(path, flags, mode).fd;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_readlinkat(dirfd, path, buf, bufsize) {
          try {
            path = SYSCALLS.getStr(path);
            path = SYSCALLS.calculateAt(dirfd, path);
            if (bufsize <= 0) return -28;
            var ret = FS.readlink(path);
            var len = Math.min(bufsize, lengthBytesUTF8(ret));
            var endChar = HEAP8[buf + len];
            stringToUTF8(ret, buf, bufsize + 1);
            HEAP8[buf + len] = endChar;
            return len;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        function ___syscall_stat64(path, buf) {
          try {
            path = SYSCALLS.getStr(path);
            return SYSCALLS.writeStat(buf, FS.stat(path));
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return -e.errno;
          }
        }
        var __abort_js = () => abort("");
        var runtimeKeepaliveCounter = 0;
        var __emscripten_runtime_keepalive_clear = () => {
          noExitRuntime = false;
          runtimeKeepaliveCounter = 0;
        };
        var INT53_MAX = 9007199254740992;
        var INT53_MIN = -9007199254740992;
        var bigintToI53Checked = (num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num);
        function __gmtime_js(time, tmPtr) {
          time = bigintToI53Checked(time);
          var date = new Date(time * 1e3);
          HEAP32[tmPtr >> 2] = date.getUTCSeconds();
          HEAP32[tmPtr + 4 >> 2] = date.getUTCMinutes();
          HEAP32[tmPtr + 8 >> 2] = date.getUTCHours();
          HEAP32[tmPtr + 12 >> 2] = date.getUTCDate();
          HEAP32[tmPtr + 16 >> 2] = date.getUTCMonth();
          HEAP32[tmPtr + 20 >> 2] = date.getUTCFullYear() - 1900;
          HEAP32[tmPtr + 24 >> 2] = date.getUTCDay();
          var start = Date.UTC(date.getUTCFullYear(), 0, 1, 0, 0, 0, 0);
          var yday = (date.getTime() - start) / (1e3 * 60 * 60 * 24) | 0;
          HEAP32[tmPtr + 28 >> 2] = yday;
        }
        var isLeapYear = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
        var MONTH_DAYS_LEAP_CUMULATIVE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];
        var MONTH_DAYS_REGULAR_CUMULATIVE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        var ydayFromDate = (date) => {
          var leap = isLeapYear(date.getFullYear());
          var monthDaysCumulative = leap ? MONTH_DAYS_LEAP_CUMULATIVE : MONTH_DAYS_REGULAR_CUMULATIVE;
          var yday = monthDaysCumulative[date.getMonth()] + date.getDate() - 1;
          return yday;
        };
        function __localtime_js(time, tmPtr) {
          time = bigintToI53Checked(time);
          var date = new Date(time * 1e3);
          HEAP32[tmPtr >> 2] = date.getSeconds();
          HEAP32[tmPtr + 4 >> 2] = date.getMinutes();
          HEAP32[tmPtr + 8 >> 2] = date.getHours();
          HEAP32[tmPtr + 12 >> 2] = date.getDate();
          HEAP32[tmPtr + 16 >> 2] = date.getMonth();
          HEAP32[tmPtr + 20 >> 2] = date.getFullYear() - 1900;
          HEAP32[tmPtr + 24 >> 2] = date.getDay();
          var yday = ydayFromDate(date) | 0;
          HEAP32[tmPtr + 28 >> 2] = yday;
          HEAP32[tmPtr + 36 >> 2] = -(date.getTimezoneOffset() * 60);
          var start = new Date(date.getFullYear(), 0, 1);
          var summerOffset = new Date(date.getFullYear(), 6, 1).getTimezoneOffset();
          var winterOffset = start.getTimezoneOffset();
          var dst = (summerOffset != winterOffset && date.getTimezoneOffset() == Math.min(winterOffset, summerOffset)) | 0;
          HEAP32[tmPtr + 32 >> 2] = dst;
        }
        var __mktime_js = function(tmPtr) {
          var ret = (() => {
            var date = new Date(HEAP32[tmPtr + 20 >> 2] + 1900, HEAP32[tmPtr + 16 >> 2], HEAP32[tmPtr + 12 >> 2], HEAP32[tmPtr + 8 >> 2], HEAP32[tmPtr + 4 >> 2], HEAP32[tmPtr >> 2], 0);
            if (isNaN(date.getTime())) {
              return -1;
            }
            var dst = HEAP32[tmPtr + 32 >> 2];
            var guessedOffset = date.getTimezoneOffset();
            var start = new Date(date.getFullYear(), 0, 1);
            var summerOffset = new Date(date.getFullYear(), 6, 1).getTimezoneOffset();
            var winterOffset = start.getTimezoneOffset();
            var dstOffset = Math.min(winterOffset, summerOffset);
            if (dst < 0) {
              HEAP32[tmPtr + 32 >> 2] = Number(summerOffset != winterOffset && dstOffset == guessedOffset);
            } else if (dst > 0 != (dstOffset == guessedOffset)) {
              var nonDstOffset = Math.max(winterOffset, summerOffset);
              var trueOffset = dst > 0 ? dstOffset : nonDstOffset;
              date.setTime(date.getTime() + (trueOffset - guessedOffset) * 6e4);
            }
            HEAP32[tmPtr + 24 >> 2] = date.getDay();
            var yday = ydayFromDate(date) | 0;
            HEAP32[tmPtr + 28 >> 2] = yday;
            HEAP32[tmPtr >> 2] = date.getSeconds();
            HEAP32[tmPtr + 4 >> 2] = date.getMinutes();
            HEAP32[tmPtr + 8 >> 2] = date.getHours();
            HEAP32[tmPtr + 12 >> 2] = date.getDate();
            HEAP32[tmPtr + 16 >> 2] = date.getMonth();
            HEAP32[tmPtr + 20 >> 2] = date.getYear();
            return date.getTime() / 1e3;
          })();
          return BigInt(ret);
        };
        var __timegm_js = function(tmPtr) {
          var ret = (() => {
            var time = Date.UTC(HEAP32[tmPtr + 20 >> 2] + 1900, HEAP32[tmPtr + 16 >> 2], HEAP32[tmPtr + 12 >> 2], HEAP32[tmPtr + 8 >> 2], HEAP32[tmPtr + 4 >> 2], HEAP32[tmPtr >> 2], 0);
            var date = new Date(time);
            HEAP32[tmPtr + 24 >> 2] = date.getUTCDay();
            var start = Date.UTC(date.getUTCFullYear(), 0, 1, 0, 0, 0, 0);
            var yday = (date.getTime() - start) / (1e3 * 60 * 60 * 24) | 0;
            HEAP32[tmPtr + 28 >> 2] = yday;
            return date.getTime() / 1e3;
          })();
          return BigInt(ret);
        };
        var __tzset_js = (timezone, daylight, std_name, dst_name) => {
          var currentYear = (/* @__PURE__ */ new Date()).getFullYear();
          var winter = new Date(currentYear, 0, 1);
          var summer = new Date(currentYear, 6, 1);
          var winterOffset = winter.getTimezoneOffset();
          var summerOffset = summer.getTimezoneOffset();
          var stdTimezoneOffset = Math.max(winterOffset, summerOffset);
          HEAPU32[timezone >> 2] = stdTimezoneOffset * 60;
          HEAP32[daylight >> 2] = Number(winterOffset != summerOffset);
          var extractZone = (timezoneOffset) => {
            var sign = timezoneOffset >= 0 ? "-" : "+";
            var absOffset = Math.abs(timezoneOffset);
            var hours = String(Math.floor(absOffset / 60)).padStart(2, "0");
            var minutes = String(absOffset % 60).padStart(2, "0");
            return `UTC${sign}${hours}${minutes}`;
          };
          var winterName = extractZone(winterOffset);
          var summerName = extractZone(summerOffset);
          if (summerOffset < winterOffset) {
            stringToUTF8(winterName, std_name, 17);
            stringToUTF8(summerName, dst_name, 17);
          } else {
            stringToUTF8(winterName, dst_name, 17);
            stringToUTF8(summerName, std_name, 17);
          }
        };
        var _emscripten_date_now = () => Date.now();
        var getHeapMax = () => 268435456;
        var alignMemory = (size, alignment) => Math.ceil(size / alignment) * alignment;
        var growMemory = (size) => {
          var oldHeapSize = wasmMemory.buffer.byteLength;
          var pages = (size - oldHeapSize + 65535) / 65536 | 0;
          try {
            wasmMemory.grow(pages);
            updateMemoryViews();
            return 1;
          } catch (e) {
          }
        };
        var _emscripten_resize_heap = (requestedSize) => {
          var oldSize = HEAPU8.length;
          requestedSize >>>= 0;
          var maxHeapSize = getHeapMax();
          if (requestedSize > maxHeapSize) {
            return false;
          }
          for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
            var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
            overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
            var newSize = Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536));
            var replacement = growMemory(newSize);
            if (replacement) {
              return true;
            }
          }
          return false;
        };
        var ENV = {};
        var getExecutableName = () => thisProgram;
        var getEnvStrings = () => {
          if (!getEnvStrings.strings) {
            var lang = (globalThis.navigator?.language ?? "C").replace("-", "_") + ".UTF-8";
            var env = { USER: "web_user", LOGNAME: "web_user", PATH: "/", PWD: "/", HOME: "/home/web_user", LANG: lang, _: getExecutableName() };
            for (var x in ENV) {
              if (ENV[x] === void 0) delete env[x];
              else env[x] = ENV[x];
            }
            var strings = [];
            for (var x in env) {
              strings.push(`${x}=${env[x]}`);
            }
            getEnvStrings.strings = strings;
          }
          return getEnvStrings.strings;
        };
        var _environ_get = (__environ, environ_buf) => {
          var bufSize = 0;
          var envp = 0;
          for (var string of getEnvStrings()) {
            var ptr = environ_buf + bufSize;
            HEAPU32[__environ + envp >> 2] = ptr;
            bufSize += stringToUTF8(string, ptr, Infinity) + 1;
            envp += 4;
          }
          return 0;
        };
        var _environ_sizes_get = (penviron_count, penviron_buf_size) => {
          var strings = getEnvStrings();
          HEAPU32[penviron_count >> 2] = strings.length;
          var bufSize = 0;
          for (var string of strings) {
            bufSize += lengthBytesUTF8(string) + 1;
          }
          HEAPU32[penviron_buf_size >> 2] = bufSize;
          return 0;
        };
        var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
        var _proc_exit = (code) => {
          EXITSTATUS = code;
          if (!keepRuntimeAlive()) {
            Module["onExit"]?.(code);
            ABORT = true;
          }
          quit_(code, new ExitStatus(code));
        };
        var exitJS = (status, implicit) => {
          EXITSTATUS = status;
          _proc_exit(status);
        };
        var _exit = exitJS;
        function _fd_close(fd) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            FS.close(stream);
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        function _fd_fdstat_get(fd, pbuf) {
          try {
            var rightsBase = 0;
            var rightsInheriting = 0;
            var flags = 0;
            {
              var stream = SYSCALLS.getStreamFromFD(fd);
              var type = stream.tty ? 2 : FS.isDir(stream.mode) ? 3 : FS.isLink(stream.mode) ? 7 : 4;
            }
            HEAP8[pbuf] = type;
            HEAP16[pbuf + 2 >> 1] = flags;
            HEAP64[pbuf + 8 >> 3] = BigInt(rightsBase);
            HEAP64[pbuf + 16 >> 3] = BigInt(rightsInheriting);
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var doReadv = (stream, iov, iovcnt, offset) => {
          var ret = 0;
          for (var i = 0; i < iovcnt; i++) {
            var ptr = HEAPU32[iov >> 2];
            var len = HEAPU32[iov + 4 >> 2];
            iov += 8;
            var curr = FS.read(stream, HEAP8, ptr, len, offset);
            if (curr < 0) return -1;
            ret += curr;
            if (curr < len) break;
            if (typeof offset != "undefined") {
              offset += curr;
            }
          }
          return ret;
        };
        function _fd_read(fd, iov, iovcnt, pnum) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            var num = doReadv(stream, iov, iovcnt);
            HEAPU32[pnum >> 2] = num;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        function _fd_seek(fd, offset, whence, newOffset) {
          offset = bigintToI53Checked(offset);
          try {
            if (isNaN(offset)) return 22;
            var stream = SYSCALLS.getStreamFromFD(fd);
            FS.llseek(stream, offset, whence);
            HEAP64[newOffset >> 3] = BigInt(stream.position);
            if (stream.getdents && offset === 0 && whence === 0) stream.getdents = null;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var doWritev = (stream, iov, iovcnt, offset) => {
          var ret = 0;
          for (var i = 0; i < iovcnt; i++) {
            var ptr = HEAPU32[iov >> 2];
            var len = HEAPU32[iov + 4 >> 2];
            iov += 8;
            var curr = FS.write(stream, HEAP8, ptr, len, offset);
            if (curr < 0) return -1;
            ret += curr;
            if (curr < len) {
              break;
            }
            if (typeof offset != "undefined") {
              offset += curr;
            }
          }
          return ret;
        };
        function _fd_write(fd, iov, iovcnt, pnum) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            var num = doWritev(stream, iov, iovcnt);
            HEAPU32[pnum >> 2] = num;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var _random_get = (buffer, size) => randomFill(HEAPU8.subarray(buffer, buffer + size));
        var arraySum = (array, index) => {
          var sum = 0;
          for (var i = 0; i <= index; sum += array[i++]) {
          }
          return sum;
        };
        var MONTH_DAYS_LEAP = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        var MONTH_DAYS_REGULAR = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        var addDays = (date, days) => {
          var newDate = new Date(date.getTime());
          while (days > 0) {
            var leap = isLeapYear(newDate.getFullYear());
            var currentMonth = newDate.getMonth();
            var daysInCurrentMonth = (leap ? MONTH_DAYS_LEAP : MONTH_DAYS_REGULAR)[currentMonth];
            if (days > daysInCurrentMonth - newDate.getDate()) {
              days -= daysInCurrentMonth - newDate.getDate() + 1;
              newDate.setDate(1);
              if (currentMonth < 11) {
                newDate.setMonth(currentMonth + 1);
              } else {
                newDate.setMonth(0);
                newDate.setFullYear(newDate.getFullYear() + 1);
              }
            } else {
              newDate.setDate(newDate.getDate() + days);
              return newDate;
            }
          }
          return newDate;
        };
        var _strptime = (buf, format, tm) => {
          var pattern = UTF8ToString(format);
          var SPECIAL_CHARS = "\\!@#$^&*()+=-[]/{}|:<>?,.";
          for (var i = 0, ii = SPECIAL_CHARS.length; i < ii; ++i) {
            pattern = pattern.replace(new RegExp("\\" + SPECIAL_CHARS[i], "g"), "\\" + SPECIAL_CHARS[i]);
          }
          var EQUIVALENT_MATCHERS = { A: "%a", B: "%b", c: "%a %b %d %H:%M:%S %Y", D: "%m\\/%d\\/%y", e: "%d", F: "%Y-%m-%d", h: "%b", R: "%H\\:%M", r: "%I\\:%M\\:%S\\s%p", T: "%H\\:%M\\:%S", x: "%m\\/%d\\/(?:%y|%Y)", X: "%H\\:%M\\:%S" };
          var DATE_PATTERNS = { a: "(?:Sun(?:day)?)|(?:Mon(?:day)?)|(?:Tue(?:sday)?)|(?:Wed(?:nesday)?)|(?:Thu(?:rsday)?)|(?:Fri(?:day)?)|(?:Sat(?:urday)?)", b: "(?:Jan(?:uary)?)|(?:Feb(?:ruary)?)|(?:Mar(?:ch)?)|(?:Apr(?:il)?)|May|(?:Jun(?:e)?)|(?:Jul(?:y)?)|(?:Aug(?:ust)?)|(?:Sep(?:tember)?)|(?:Oct(?:ober)?)|(?:Nov(?:ember)?)|(?:Dec(?:ember)?)", C: "\\d\\d", d: "0[1-9]|[1-9](?!\\d)|1\\d|2\\d|30|31", H: "\\d(?!\\d)|[0,1]\\d|20|21|22|23", I: "\\d(?!\\d)|0\\d|10|11|12", j: "00[1-9]|0?[1-9](?!\\d)|0?[1-9]\\d(?!\\d)|[1,2]\\d\\d|3[0-6]\\d", m: "0[1-9]|[1-9](?!\\d)|10|11|12", M: "0\\d|\\d(?!\\d)|[1-5]\\d", n: " ", p: "AM|am|PM|pm|A\\.M\\.|a\\.m\\.|P\\.M\\.|p\\.m\\.", S: "0\\d|\\d(?!\\d)|[1-5]\\d|60", U: "0\\d|\\d(?!\\d)|[1-4]\\d|50|51|52|53", W: "0\\d|\\d(?!\\d)|[1-4]\\d|50|51|52|53", w: "[0-6]", y: "\\d\\d", Y: "\\d\\d\\d\\d", t: " ", z: "Z|(?:[\\+\\-]\\d\\d:?(?:\\d\\d)?)" };
          var MONTH_NUMBERS = { JAN: 0, FEB: 1, MAR: 2, APR: 3, MAY: 4, JUN: 5, JUL: 6, AUG: 7, SEP: 8, OCT: 9, NOV: 10, DEC: 11 };
          var DAY_NUMBERS_SUN_FIRST = { SUN: 0, MON: 1, TUE: 2, WED: 3, THU: 4, FRI: 5, SAT: 6 };
          var DAY_NUMBERS_MON_FIRST = { MON: 0, TUE: 1, WED: 2, THU: 3, FRI: 4, SAT: 5, SUN: 6 };
          var capture = [];
          var pattern_out = pattern.replace(/%(.)/g, (m, c) => EQUIVALENT_MATCHERS[c] || m).replace(/%(.)/g, (_, c) => {
            let pat = DATE_PATTERNS[c];
            if (pat) {
              capture.push(c);
              return `(${pat})`;
            } else {
              return c;
            }
          }).replace(/\s+/g, "\\s*");
          var matches = new RegExp("^" + pattern_out, "i").exec(UTF8ToString(buf));
          function initDate() {
            function fixup(value2, min, max) {
              return typeof value2 != "number" || isNaN(value2) ? min : value2 >= min ? value2 <= max ? value2 : max : min;
            }
            return { year: fixup(HEAP32[tm + 20 >> 2] + 1900, 1970, 9999), month: fixup(HEAP32[tm + 16 >> 2], 0, 11), day: fixup(HEAP32[tm + 12 >> 2], 1, 31), hour: fixup(HEAP32[tm + 8 >> 2], 0, 23), min: fixup(HEAP32[tm + 4 >> 2], 0, 59), sec: fixup(HEAP32[tm >> 2], 0, 59), gmtoff: 0 };
          }
          if (matches) {
            var date = initDate();
            var value;
            var getMatch = (symbol) => {
              var pos = capture.indexOf(symbol);
              if (pos >= 0) {
                return matches[pos + 1];
              }
              return;
            };
            if (value = getMatch("S")) {
              date.sec = Number(value);
            }
            if (value = getMatch("M")) {
              date.min = Number(value);
            }
            if (value = getMatch("H")) {
              date.hour = Number(value);
            } else if (value = getMatch("I")) {
              var hour = Number(value);
              if (value = getMatch("p")) {
                hour += value.toUpperCase()[0] === "P" ? 12 : 0;
              }
              date.hour = hour;
            }
            if (value = getMatch("Y")) {
              date.year = Number(value);
            } else if (value = getMatch("y")) {
              var year = Number(value);
              if (value = getMatch("C")) {
                year += Number(value) * 100;
              } else {
                year += year < 69 ? 2e3 : 1900;
              }
              date.year = year;
            }
            if (value = getMatch("m")) {
              date.month = Number(value) - 1;
            } else if (value = getMatch("b")) {
              date.month = MONTH_NUMBERS[value.substring(0, 3).toUpperCase()] || 0;
            }
            if (value = getMatch("d")) {
              date.day = Number(value);
            } else if (value = getMatch("j")) {
              var day = Number(value);
              var leapYear = isLeapYear(date.year);
              for (var month = 0; month < 12; ++month) {
                var daysUntilMonth = arraySum(leapYear ? MONTH_DAYS_LEAP : MONTH_DAYS_REGULAR, month - 1);
                if (day <= daysUntilMonth + (leapYear ? MONTH_DAYS_LEAP : MONTH_DAYS_REGULAR)[month]) {
                  date.day = day - daysUntilMonth;
                }
              }
            } else if (value = getMatch("a")) {
              var weekDay = value.substring(0, 3).toUpperCase();
              if (value = getMatch("U")) {
                var weekDayNumber = DAY_NUMBERS_SUN_FIRST[weekDay];
                var weekNumber = Number(value);
                var janFirst = new Date(date.year, 0, 1);
                var endDate;
                if (janFirst.getDay() === 0) {
                  endDate = addDays(janFirst, weekDayNumber + 7 * (weekNumber - 1));
                } else {
                  endDate = addDays(janFirst, 7 - janFirst.getDay() + weekDayNumber + 7 * (weekNumber - 1));
                }
                date.day = endDate.getDate();
                date.month = endDate.getMonth();
              } else if (value = getMatch("W")) {
                var weekDayNumber = DAY_NUMBERS_MON_FIRST[weekDay];
                var weekNumber = Number(value);
                var janFirst = new Date(date.year, 0, 1);
                var endDate;
                if (janFirst.getDay() === 1) {
                  endDate = addDays(janFirst, weekDayNumber + 7 * (weekNumber - 1));
                } else {
                  endDate = addDays(janFirst, 7 - janFirst.getDay() + 1 + weekDayNumber + 7 * (weekNumber - 1));
                }
                date.day = endDate.getDate();
                date.month = endDate.getMonth();
              }
            }
            if (value = getMatch("z")) {
              if (value.toLowerCase() === "z") {
                date.gmtoff = 0;
              } else {
                var match = value.match(/^((?:\-|\+)\d\d):?(\d\d)?/);
                date.gmtoff = match[1] * 3600;
                if (match[2]) {
                  date.gmtoff += date.gmtoff > 0 ? match[2] * 60 : -match[2] * 60;
                }
              }
            }
            var fullDate = new Date(date.year, date.month, date.day, date.hour, date.min, date.sec, 0);
            HEAP32[tm >> 2] = fullDate.getSeconds();
            HEAP32[tm + 4 >> 2] = fullDate.getMinutes();
            HEAP32[tm + 8 >> 2] = fullDate.getHours();
            HEAP32[tm + 12 >> 2] = fullDate.getDate();
            HEAP32[tm + 16 >> 2] = fullDate.getMonth();
            HEAP32[tm + 20 >> 2] = fullDate.getFullYear() - 1900;
            HEAP32[tm + 24 >> 2] = fullDate.getDay();
            HEAP32[tm + 28 >> 2] = arraySum(isLeapYear(fullDate.getFullYear()) ? MONTH_DAYS_LEAP : MONTH_DAYS_REGULAR, fullDate.getMonth() - 1) + fullDate.getDate() - 1;
            HEAP32[tm + 32 >> 2] = 0;
            HEAP32[tm + 36 >> 2] = date.gmtoff;
            return buf + lengthBytesUTF8(matches[0]);
          }
          return 0;
        };
        var handleException = (e) => {
          if (e instanceof ExitStatus || e == "unwind") {
            return EXITSTATUS;
          }
          quit_(1, e);
        };
        var stackAlloc = (sz) => __emscripten_stack_alloc(sz);
        var stringToUTF8OnStack = (str) => {
          var size = lengthBytesUTF8(str) + 1;
          var ret = stackAlloc(size);
          stringToUTF8(str, ret, size);
          return ret;
        };
        FS.createPreloadedFile = FS_createPreloadedFile;
        FS.preloadFile = FS_preloadFile;
        FS.staticInit();
        {
          if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
          if (Module["preloadPlugins"]) preloadPlugins = Module["preloadPlugins"];
          if (Module["print"]) out = Module["print"];
          if (Module["printErr"]) err = Module["printErr"];
          if (Module["wasmBinary"]) wasmBinary2 = Module["wasmBinary"];
          if (Module["arguments"]) programArgs = Module["arguments"];
          if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
          if (Module["preInit"]) {
            if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
            while (Module["preInit"].length > 0) {
              Module["preInit"].shift()();
            }
          }
        }
        Module["callMain"] = callMain;
        var _main, __emscripten_stack_restore, __emscripten_stack_alloc, _emscripten_stack_get_current, memory, __indirect_function_table, wasmMemory, wasmTable;
        function assignWasmExports(wasmExports2) {
          _main = Module["_main"] = wasmExports2["H"];
          __emscripten_stack_restore = wasmExports2["J"];
          __emscripten_stack_alloc = wasmExports2["K"];
          _emscripten_stack_get_current = wasmExports2["L"];
          memory = wasmMemory = wasmExports2["F"];
          __indirect_function_table = wasmTable = wasmExports2["I"];
        }
        var wasmImports = { a: ___assert_fail, o: ___call_sighandler, e: ___syscall_fcntl64, D: ___syscall_fstat64, n: ___syscall_getcwd, i: ___syscall_ioctl, A: ___syscall_lstat64, B: ___syscall_newfstatat, f: ___syscall_openat, m: ___syscall_readlinkat, C: ___syscall_stat64, E: __abort_js, q: __emscripten_runtime_keepalive_clear, r: __gmtime_js, s: __localtime_js, t: __mktime_js, u: __timegm_js, v: __tzset_js, g: _emscripten_date_now, k: _emscripten_resize_heap, j: _environ_get, l: _environ_sizes_get, b: _exit, c: _fd_close, y: _fd_fdstat_get, h: _fd_read, x: _fd_seek, d: _fd_write, p: _proc_exit, z: _random_get, w: _strptime };
        function callMain(args = []) {
          var entryFunction = _main;
          args.unshift(thisProgram);
          var argc = args.length;
          var argv = stackAlloc((argc + 1) * 4);
          var argv_ptr = argv;
          for (var arg of args) {
            HEAPU32[argv_ptr >> 2] = stringToUTF8OnStack(arg);
            argv_ptr += 4;
          }
          HEAPU32[argv_ptr >> 2] = 0;
          try {
            var ret = entryFunction(argc, argv);
            exitJS(ret, true);
            return ret;
          } catch (e) {
            return handleException(e);
          }
        }
        function run(args = programArgs) {
          if (runDependencies > 0) {
            dependenciesFulfilled = run;
            return;
          }
          preRun();
          if (runDependencies > 0) {
            dependenciesFulfilled = run;
            return;
          }
          function doRun() {
            Module["calledRun"] = true;
            if (ABORT) return;
            initRuntime();
            preMain();
            readyPromiseResolve?.(Module);
            Module["onRuntimeInitialized"]?.();
            var noInitialRun = Module["noInitialRun"] || true;
            if (!noInitialRun) callMain(args);
            postRun();
          }
          if (Module["setStatus"]) {
            Module["setStatus"]("Running...");
            setTimeout(() => {
              setTimeout(() => Module["setStatus"](""), 1);
              doRun();
            }, 1);
          } else {
            doRun();
          }
        }
        var wasmExports;
        wasmExports = await createWasm();
        run();
        if (runtimeInitialized) {
          moduleRtn = Module;
        } else {
          moduleRtn = new Promise((resolve, reject) => {
            readyPromiseResolve = resolve;
            readyPromiseReject = reject;
          });
        }
        ;
        return moduleRtn;
      };
    })();
    if (typeof exports === "object" && typeof module === "object") {
      module.exports = jq;
      module.exports.default = jq;
    } else if (typeof define === "function" && define["amd"]) define([], () => jq);
  }
});
var jq_default = brotliDecompressSync(Buffer.from("Wzcsvhj69EM3T6603vXZV6Mj6YYQLqH9hJ9rW4R/jfjmftKzIYv2Hk8lkCGzI03JynSUqnP+fwzxCZBKaldbAtHG8A5t+ilaWwOIYIytj7F9pEoCdxn//////////////////7e3/HhsszeTpDN/fhJIOBIQEJVLQJGKq6K1WoutPWx3u9vD7navQiCMwqkxwnqJhUtCT0mliiyHwYTUHFUinEJovdEsjJYONUfKrNXGVoc0pRk3u+1egm3iiO/TncLQYwp+lzSQY29A2uwg0JCMMGYmBfaHpMtNSTZm60FnREKN5weHYZTBJ4FnRWWBIzKGW3pie9ihzqVMF/qUjE0wK7S+PRQnduydhycrS7a8xnM4jOUERg4F8aGSREaSOrK0hvslXoiHURcrMYjYaUdTeHKW4Xy321+PsEvqo4s0oSWGoiStoFopcPlshMEIV/rcoHZEBgazqh+QJfq47u/cvOh1GHVb0qW1nntez4glz7s4p+db/pjWb7Fu0CK4FS8dTmeYwdoxLfOOOkxxmDTrTHxZ6h6tmtkACnWq/SCKZa1sQchZq9GK2zLPEYujm6TVGlDpN6XGyK2ctciei8XRO85hhmfy9JxsLwxD8koSp4J4+trWEBGTAH6tItSE6v0p1HKFj2vIkV9kNpBDIePRQohDS2gmQXIxM9T8pXpvDntXc/Rf9vEmzdOOI5LcmO8JYlS8x5bYW8PJKyZxzjPOuXdramaOceFtojcII+b6UO4i/BUuz9AlZxAxajQh9RM6Zhp9hyO0MPA3bxLG7XbYAc0bmHJXnbYYbQWYl5dcLfThgown5L05yBRLOO9UxCkrwkpxwKlT7gAP7j69JR9CWAdY8t3zED4Gq5d4y2jpTq5fYllgSnJSdN9VL6gxMamlqsya/BpojDuyCJgFEY3IBO1TdlNiTlb5gZwZuUuqnrn4eCRBhBxq4DktbojEK803ZI0Jl/KKHWUqRKaS4pKsdGZBbn+TT0ysbcGGyEKi1iQJ68g5Mf7dRDUi/rKn7IAT4hmZSHTWQcvotenxUpKjlV8pSsQGFbhU2Wtv3oj6iTrmtKI0FmSJZppwG27KDqYatS4bB+ijx32Ck4gU+YhryZyJnWN/17ee+eNW42TrIw48Ds6p88kJ45AydgvdZfo35d6VzeBDbLASfMR/ju4O/yL4Q3gS/Av/Irqfnzxfoxfz36L/OrqP0W/y36P/55Pjr+hl/I/o/h39Kv9P8H+j4/n/ouN44Xf4//mfvETnLvg1fxydIcaYk/vJ/gTv95H4Z2Q5FzNyjwvy8AF5jSSNzXrj8Qi/Qp1R7hTvcZZ1BU4VXSHioJyQlGqLyjdi5IcLphBGbpDhtUjjoWLUvP/p/ar16GNhRfDlK1Enj4yosJ7Nsg+it0covutu0hwTr2VcClYeKSfY5gTCCfpcix/WQh+Gn0PDuuNd+BZ8yo+ic9GAkBh3s+3/W0oKCBIAoRiOk1BSNqwYVhkW4bVYNm3GV4XoyLpOpJ6KQTfbBVqzQ9nTcRDHGFFOZ+Mir5iLYMKDydobxqyMd6w8aOZnxl/i8RYfhqLfnh/Kn9r/xrb78OFRKrkcqtGQnJvNGgyAytW1McP/pmyvLEc1SlTYA80+/7lVGl3m7cM8wCarK6yukU3gHvaqRK1/nP9+313VtEGyfehC8iayBjmz8jEeQkL+H/+2cx9+hkA0C9sCClW4pUByvEE0XbOnSTYXk1ouSeukTQseaLulwIsJnjdvH4JqeXjrU0z+v3xRKeLF5KlhXrzAQQBwuRvz0lYeyrN/DhPDtmpgedXC2q/BzltcgFdDxCKG5+32/t031lkrOSO7XNa4YaxSp9jhJEplRkPDWRk7lYhc0yicsco4ssYhNJQTGlLOWt3w/Lm2AC0sL90l/yXpAGSdEk9deXsLxAWRhwdcs95PBgrUhqR4FepOLSui6cyemM+Zs+bsmbJnOme+onLmIf75cc//rH3uo9zhCrUPKIKuMBvU5AG5999/ScFhbL+ADVprXig6UJIDGCH8//8vnf977b1LdVTn7KptI0NZx0ZzLTo57orEGLegxR3CNO3r/27Tl9K4ZLqLwXUwAgw4QUloDDhB9Dat6J0WEQyYXgSH+A0ai8R0F8PVBROcxCC/f36v+jN7z8yhex+IbNntf/c920uxpDhaKtlOY0d1CpR+zPJHkj8QpAAQF4Dovja/qqqBSJOEmBfiyVdtRmB8dw8XMzLiV1befYfn7faNMVvDnPG4b67K3Ek0UeaOI5KVllXGrOSZ0UJZDWNnHe5b+/w+tZqmZ1T1f1epSjMnaT3XsxhjIoTZAZ/kexFJQpAdMY/M2CAhhywHSjb/m6SbAv0Lc3DPI6yv1ghdAbTDLsmexuidve7+lPhKkVOKx+hPD0UlKDooVemuqPReJ2eu6MARZ3CKML1n7jo7g1NWyouqTmt8BPhN5Fd9WpL9qNzTvUC9VPYBkfWPiH8uPFkfIFESjbk8sQp5Xaa1/vM5tb/n3PdkyW5iOXUzLstOipwMFRfrvyZYtbuPsgoA4wGGqBzAEuanf5qU+fp7yS39bfmAZ2cahIwHgOP3/66s/4gddEhKZWVWGapn+kjtQXJfIHmNq+zGB4BKz0f5uv2I+wLCI8ZfAIwC/gGOkf9dJHWsQkcFMhqebdaUVhgpmL5RBQXpeJeW6uz3AeCdpaKynIRk2HSd4b/en9+r7isN9dHoGEim1W2iTK/mR96ukjRg4tRZ6xn0nI6BkuSHxiD8jkKs3EH4yX/6pvo7s+tm05HqLTmgB2fuI4dZoyrATlr+C5BVBKmWayyCFNDM7GuVvDwVSA6YCoQuscoJJ4eCEsJWUy8YKP6KqMNbI2jCuwnvEv3A8jbhLs7SfqF+kb3Qv89Xpr38+Yr9mu998lL6lr+UKSnedxn+tLLMtFwqpamCJk+ZWZXFrWpmaKFgNICyx0v5f0ogq4keDtDQFEaUQcAbZ6f3ankhAZAAvXOWxnC2vWfZdy8NjP88PzcYGTrCBsGI2JkRQRk17U2bnESXUVj5iCorgT9MrHH9D52aWF/3QoyCME9l3oJWYNg6dQoX2MCSbJd46gQEU3+N+fo+sTts2YcSWFrLWeVyDgUfCjkUPKmQQ8GTCpFW8KRCyp6UrZSDxxn7UMiK3tRy1HlcyKSnqQQ+FAi+nwvjxKoJ7Aj5xpgt9FRUPiF80VN15sxv71KoaxEyK0+oquZK8vhL60JOaAv2+oKwDr8vZ//WreqWbLdnLM8j6naAqBWQxvbAJ0yyrp738ttfzyF9Kwzb7JHXgItNTlYLYPh69iv/3Kp5OxzE7g4JHTkTYVCoyKyLJpZkkT2jS4RhCfg//BcrK+O9n5lVkvqo0nSsNDNErTmW+WKDHMsMDW+2CJqShQ7D62Q24GaG/+fvfXKtfc6+M/bfB0lrFIxARGMWagULDwYwVClYK6aDAEAIX9u+n353Jb/1V5Irn5JEPiXBDEvJYsliyWLJ8obn1/lFTeUSK2w4kYc7FeNsKk6uxJlecKpPLPRZYiZ6ancqD6OnenZsoub5+hfS+AMWhwU8wAIWaKlMeM2y+AdsLn45wAIW8OnsmW52pcfgH8n0WoNEWM9f70qTNBrveGe01+G9Wlfy1KEJz/EeT1dd4DOf+TyErXwd7zMr3GGZ26xwmxVus8wvPOY2y9ymypj9t8+vWlbVm5lkXzUbI7VQjhE61Wppc0W3SNxs4vP2uhz/8Il/+KcqTOIfPpD6I/CBD2BNrI+PRoqPMYEPfOADH/jABz6F1uRHP2aCJduYLcNeSv8iqMgpgu2aDqfGcFKI480tAzBGr/b7fUtiXYhMF108NDqNUChZGplQzNKThFkoYqeCwFNL7XunI39DZrwpZQpBy2aMANPgsSbWPn6rJu/uiwleIs20dapoJhIKw3RrLHMbWM9DGt3/p/PfIpqRNCTNvUOSZWskg3zybP8u4b5J0WSRmpbZEMBqt2gQlp59/S+ZvvcdZrrh4I3XHOyJyBQwD7WLDz745WEWvPDghQcvPHjw4AFWgtd61mu/yHqhWgyZyqIxim0FKmwbh+Iu0KEjZOqQ6fLfoXvfYZu4t8xDm1oSpTC6C7gxBuzWVtaIF/7t+7F2hmgzs9AsROpNp4q+w0rRpVTfj2Q86eLyv7+Wn9/y83WHgZoICcvYLSh9y7JTjg0SnDiaUBJmsOJD2RhHo2CKcbADdua1yNj4Zm1PkA6nPcH/PnfEzpkmLWIPlV3vqddYWQvjjBX0Dtj1CxwVdYzsP+X2/nnd7OpY8FDVIQIDGUkyeWIXDebt9+Uf0c2U79y5/DVR8Iph6tvWP+8JJPzDrjA3DH61RulnRAcExlTIVrgK2cdcz4OAR1ExOvjwH40O65wDTVvLOvvRhaQlXAlXwpXw9bwb0H68H9DO9xPe1y5v9fpWsHASDxeHcSUrV7NzPCd0tHRBR+c0dXVYl/X1/9+XadX2vmffYICLCsHhdJKKDFVRYg6K6EnR09oAd5KKGilWzase5n2fQ3v3vv/c3rvvf+IPAP3/b0C4mcG9CcCdQQBOlnwgzQwgaQZ3SYCTkQmnlNlOqgdKGXmaUkb1kXoOulNxUiJrkBjRk6KHYdwqo+dxWatFD9EVtVCdyB6medm92Pa8X/WVrTSdPijtv9b2rU54xjXhnyl+EkJo5Hhv9+7250b7wKcV0T6ITifgw2cjhyKOdS8AjgwcqRTJMQeJUztInDsSYm6i1OXI5YwqJ4g5ypyEjmIHEfn/r2pV+t77F/hdPU6CilXpmGx2kwAEIHDXq9b5JBzhf/CPgE/yNEmVzilJrTbVPcY4QmBVUZTKdvs11kVjbLi5sVHkkmCzqEaRuqIJlx72k9U3dnRZsWRDs1bZyuBrkFnUUILC/3977ZPWlv6Zqdf//v8nAPQmRDSAvXGUnRnsV6WrWq/V1VETM2poLskCstohhV6GKSNjZkycCTAaZkL8/5dp9m3vfQZhEKhggSrIjWs3zp/9RQIlBlikqqSxW+MWy0LEi7xCxIuMZmYksgWA5IhksX6rStL5pVLrfx+BTLJeJkEpQFG/USV1D9U9pqRx6j/OudXauOUsl+qxJWmj8WY5i+UsFssBa9P5Ql53FdzWaqGlUI8PPhkMkNYUbH6oWm+LeYM5iFzo5JC7X3UAfzAdUtetSEKwQGJlS7sOe+cQUhUpR0hOunM6h9TZ3beL0lpMZ78t5IXHqeaIfGFQdk2lKuE8smtICLVN7+ZASAdp34P/td+vfvGQCPHtSXtnmO6t0GjfLyZ6F5N9iCVJDA0S0RJZLGrtUGUXF3xy0KDyMLb8P/3ef3uphkvTtdq1nQESdibMkOo9qbsO2I5XBPwQmUOizv5/ZtqXi0J/nmGPkm1OezPmGJ4Ux5eOXfnuu/GQEZlVRFYCHFQVyE8UWhBosqfJZn/B7pmIyCywAIJ9AHxF8userXbXG628XW24e3yh3bXMdZWG53tT+0x5tvbWNKt6V77ynyqJwAYIyJksIQG+vttfc7/FGuMjGT/PdKOHaJDzR8aZyPpQpSRSlMinYQPgjAByjIzPFGSb/iBIxPPvr74+aS+1tnRbiiKgYMMGLPzq/SqPABqBHCKuruTjMT3M2MhwRPFeVVYoX2SWR96wZUDNiTGcJno+TlKzRy8zFYkdgCY3hQ+BzBwWpKKljhdAa1TFw0I1F6VbBGJshLHH1BQr2j1Pz7OT4wD5dQs+TGRgOvj/flkZzVPoltDQkn2P/UKKAkwGkSGws0KVqZcxKbWsK6SfsinuUcOGgg0zQlDr6C8ma2p2PV+4fOAajwo2nFi0cAnnHi79YyfxSzrJwgeV+qIWj/yiAfr/uKfUbThVN1XPBnhBKBUY+BCCFR+MYP7S+dYUCb9M3uQVO5P2OyQHih5IVmj9PemJS/2Qwp3+ZA+dwwrBfAha8iiI8gFQdWUDAF2rA6oR4f//71OgWCyznczvBMBa6yoVrDgNgGXbh/Kr841YxLxcKlS1LOlXvt2lD8jANyMP6MBl4OFGj+wckrFMbOORnEUSRALM7cr1ACIuwl9sAKXaV/WxBwqFKpScmARUSFHly05yZVhK3cabYE7/D8Owmf0/AmpAREBAWcpSQRwz0WiNmbvWrGGHSZqu59fSV79dwHLRt8KCUKFKv8zk1u8+prVbuv+aqn5fDTsFkBEIglBZerGsShiynaHsrcbz2LlvPe4xPNv8/3cMXHn3Y+JKMWoCoghYpIoYIM4BooKU8fL/QXSrq4L4zl/gAsraBWQqUAQUcYAiskt3OkIpo+P8H2Bu/0mhNl//RmurOJiyRAQcTAUcq2Hu1EoRtHrrbnjc9v9/vgE+4/pLuPpAQGJKD1rSQKwkVKrXZwUr4sc86Ob/n9gEfMXR9/4vWK+ACNsQVjCM5QCcuAA3y6xBINmM2wvm7H8WUHNB4m85SLWhKFIsNEsHsQDa0831mmZa/Y9H/MXktQ5bgbp8SE4bsukZO0J1UR2bPD8QUFC9AhbKtfA2J2R0qfT1hYoGBkaEV8uWp/2i3KL9riUIkH+iY63DDvAQuVmuLuDZ8k2JBilKsdCa0hQBO5qIrSQBVIS+DXbKbk95BLelpXgeimBKpiBXwQ+P2+JvHuGF5/0Q9URApVRggMAQqZBqlRgpBikL4q0R+ee/e35r3wF8EA6GQfDhQRB8COy3DowEUbjtnoGlDJMpC8Hrb94lTDCZBahJKmqZ+v7Ucev/5Gb06EDbV9rOChqlwSo6LWLBAwSxGMEqa5fr7nW/TP2c35Cg954l5qqNYoHVqIhGEDVYG/ZGSZn7+ltYiHT2+JldqbiVQYDBAqtaEGBgYGBgVVG1IMCgR8ADD9B/XAcF3fp7IerB9B1UVNVZsy8QPIMQN6I6tQ0fhcPCgMrgEOpGu1ZIpAfxYgkLbXJikrwAQ1ukrg9gOAhYWksDEmRQv1/o7YuQX4dIFxGiMpAPa2oOpqXifLH2a9IejjncgRVT8K+S2c5DvHQn5QeFzBZLb4VcbbEQ1FX0CWJE/Zo/Y4lNv9NfUXkpYhH+8M8MmJdj+YHIwec3ZjuJkHG+h9H7qg6ApvCP4N/pyDTDmHUV9S912G3F8iwo3kF9v5wZTU49q0B0I0x4WlaBXMg6tDyuqfrWmyKU22ob2O7lTHVJ8xBEvWwgUFkqeikcsjn5F/a1CONc6Fz8zKCq3bRJHRAFadFLnPDcVR190cv2fCfJg21We2LScQ3UgicBhohCy9z9fpUv8kPheocXAe7oEqYJrY8kgFSQLRAMAVgU0ta3dSz5iaqNysOielIoopG6LZPYNAXsxrdeCqVA21qoHDFirYwT6ZllrUJ846AVBAFbyZlEow7RhumyinNQjTY21iSsNAfeYrrp2E6zIJQKJUkqMsbHpDaWsq2WLdbkAepPSF6YHnPDxtxB5oGVeWIQLQSqTJAJ6mASYmFCQcIaknAiEUYSCWYpcbLMn1luILOCDFkpMauMUK8ma1pCoohZayJZ50bWgwgkYpFFbUms8I2rNZUiN7/c3rOEWZpCngpFoQJEpoaL0DSz1OSEWVCUAgmgyARgDU5lMxv0oCa6UVTFXE5gFohBF8DulrlISgsdmaSwzcMRC+5RlFMWC6OH5Gqqj1F1DGiSQCEoSlgfw4ammkA9aGuaKCMgAgLVItLFNnMOdVVXQgxmkqK8P/HWRM0VzIjqgjXMEHo+8KCp1HXSMU76QKF7a1RKA0gPnRTDoeKpDZHqRHRjogOWSOVDlJmEHu6OStIm6NB42unV052e3p7hEEV1PONyKhRoqQAoxz60ZyoGFSZbE9zn9LQm6n44+JGuriqwRdwASZhNMMy6Go5lMQ2DPfM2AQsgwwALg8LEumSZwUybAShU1VKAWgKABeNfNUF7BMBNSjwbYc54Q1WR3EVFV6GQgkUuO+Vj8OO9ayoq2RMmondTAwBEBADMBUAAgQggMBYAQqqIYoRs5csJ5f9HnnRLfds47BAbqu+LqM+m7xPsj79yT/rCCfRFdOFFdeLFpCphM7aepm09o+Azi9qCzKEbmWm5p6ejpaGmoiQlIcbHxsLEQEdDRUHWHQkRAR4OFgYaCtKxI90dQoCDgYIAAwECkIlgXm4OzbPnHXc9ze54mtVmtZhNRoNep9WoVUqFXCaViEVCAZ/H5bBZTAadRqWQSUQCHofFoFHI46NDBBwGhYBBQMAz/lx79ODOrRvXrly6cO6h+86cOrGxtrLUa2FTadn1mpuYGks0NNDX1FBXU1XR09XRZlpZUV5JAbachJS4mKikrIwwv7QI03xM8/Jwc3EKcQgIsrOxMjIwMWOcnIKFjIiQwOe56X325ofsf4WaN9qmbqOLdmoVBq2JE6iWqyNdliVasAWUFqECtHCiJLwBh5YzA7Tw1WEnvOsHsKhjx1CVuvgqK2jhEz26OWFEKG5sMtFhg0L5rikJR9EB4iLDRRhYpOYAd4WDImVJolRh1pddKVDkSb0nUVRMUup1iogaF4yoUEJJ2S2swQDbtdwGQ+VWXiPYuf/iU9X7pCm2JnapZQlR6yNCpTaU9Ba1kWS8PBc+ArZXbQHFRbZaIhrwTh2tayeyPtidaRi6UAFhe8gGHnn8WTIk9tKLwIECZWYFSEM0BOeos81u191EVotg5RLXno61KXjR9sMf01Btbx4+9SL1xnX43KjiABGX+uhHMxtFmR6oBO/7w7zPvKTTRNg4IrJ6kD2/HxcBZNZIwVAlKHWeC839gn6nIQDN9p0y8JF7TdR7XkgHHTwRp6ZsN6RXW1lNjGb//2vE6SQdjKL2xIIuvu4joGlbvLcI2EAiRa+Fg0DULUYgFTdW4BsUBe8fV6uUwDo1b3EQmQeJAjcQKFuX4YZuBwoK7FXSjw1s6jaCFoEQJUkEkU+9cAVd0BLq2IoGiHIgIJv7A0jYwpX1Itrwbf29cM8CKFjHVDQbbdSNERKYl1uHV6SimKaoX8nQOFt3Avv+pbl5Zabf6jqo3Pb81mK4kUC2qM+BxkfWtJqy4wrSHKkfrnb4vkVdW8mzkACc2OhcGmyI0zm6jarLZk4ZLysDqrhA2nowZFQAA//+vkIuq2uDePFtvVMGCJ9e1wK/jog2aOeRpncYlpMq/fbIXARyPX7geFfZTtDi6c16l+1sbul8g5uvix9YmpvXZiF/oohrnWxhsW3Q9m0OgE6qUYJai1klfW2JzDeF2CSMapOp7EaipmoT3wuU+rY5VJz+l0Bzve+jDjs08228cqtnnIbGbB0iKqUTSw0YyLMQFOdQmFKuKpxXu2nSrJL/1EZRnFZxXmBn998N0wUtUMeEFzBvhUUlsEffaJey7naJ5SSeYmShKwv8R4PprFPMvVp13h5WmFCJlp91jNIpqaSyWBZv1UMglX/TnZC9ofO85NaHkPaTq458W98YRQdVIVz0EopzhAqfirDeCTvma6H09WgRUAQ0aArzhxMJQLaGNbxnZqGVNBn5AUd2UrL9V0F/nlJuPP+FGNTjvpg5kugGxptsmRdsY9nOrFewFt1GO4BKShFn1NcgDpwAwVZ41+szK5H2o4tmdhZtB9Sg6rnOnzFjLZyXqAwkD756OzBVs59zU6NorgQmn5vi2eDUW6ZhYZc6IWQ0wzIbo2TVLEGGaV18NikJKlME6gyh2lCUQcK72vRtfV63rB+N1AaNHocLXEwHXevTvQWLGo/miQMawpi1KAFk8S9y7BXEnnuhhY/xG7QKSjyjDvphpHgSWZVIL3rSX6yOvvJwio/qGDri+GHA9ty7SFXfmT7q0Kb62lD7Pc0N7Ro7K1UL7mSly3z2xZXVuqvddq7gVDRkuaxah6tgkzQdSpDc4V6aQRG97lppgm3d6YHhlfAuRnUcRYMzIUNXRJHbexlBE+VBtQVcLdjeCaAcaLNu9r7wAxL7/WwKG0yZup6E+nVIxI3A8bPIwIhXsVCmi12Nq0Q0b2wUILDb1wZhZ2Mbbffk8kRCXRJjo+ZoSa6roo0soE1kEEQzAYzOV7tJyQSx7q6nrENmNM4XV8rmAPJvTqkr61lwcJcbWWtveNEgCPn5iEh2LaLicBLJulRvVc5IHErztDbEjIog18DkWk2Z4hcSEL+YcLCSupkcXSIu8RBL9Lh0gt4p+FrHlUdODyM05TpDV35lqmbpMnvDutEYzgPstXse/RqmHPMPJJn2+wUtIxJRyi1QojVXoZNFa0xcXL8roov0guXKrst571oq9v8KURRcy6cf1d3J9q7xhWucfx/X291hpEmE3LpHnxKFnlPfeHcNWNfi5OPcS/pFhvo0D6Y+PoI6viT6V+D+ChMfce9P5twK8N66E5RRY5AfH/fWafdxC7fWFRujxhL7udNqEKPql3/FF3VtQmsSqqpx4yOAyLByWjONf64hINDLEgikha8VrlgRVRTkXz+ticoEZH22zyPidah9FzJJ/G5eG7AmwSfR1r54Sc9WbXerpcj0KK7gMjBE7cJcJhP7Q/aQIkvcY/1hyxSFY4cqKpazaDa6iMldQWf/+QHu364uqavi+PzbOu05tMV//ztvkXYCnPxxJcW02rXo6Dz1kK0NNnpzDkSkQuhOoKBmSQIK8jnrmtQ2x1h4TkzheiCq5ZXdHijM/9aX+UyRnrXoqDr6NR9R1+T0XaLVD63q7qRhFg3UuO9ocmeiiNM3WeZXy09L2DidM1xk213siPoBIZeEeplW1wQsZ7ELGU0MLaaoy2D20u5OTFHXZEYY6LQNSZJLqsQWRFY5ygdalYbuBgpkBdXOi0lo29uT665tQBFJq+Y+maKEoqwkoZ2RSBX2Q2mWokFxOX88CXcDErZkaqOkkwcSupBG4V3Jawdyj6IOBsfnOHC/gro9AL3dFNNJjnwddAHeIYzPaKGhIq6p3cC1bi7OuB0U/zl6h0HgoH/Wceq2fQjgqZ+qe+e4t1cgWqBKYuGvfqEqn72SwlZslDP/hThLbNHr4IDwORTAFbdfEDy1D84B7sV/R5dqPza6/aIs7q2Z8uVqojJxmaxfI8JJdFWwLfNiWKdU1OaI/DBTc09VUZMQnKVyZu1SC1IuWA7qrK1cXOZHHCLlqXN+Si26jWhqXPvInAiKUroQuaqXxCBtXJWGbhk4Il19lUenkW1VdUXjpFMs2lkVXz3NNGygrMaySfjzRZUzoLtIWDh9B1dtHYiI0PVITbogHPMSQycyqBBiK154JYXjiXdFC7z69UBIzmHLbz+KxJo4bVwHcBGpDBxK749zyEsktOAqgId81y2vKYKqBddytxaLTjmeJImOmic+6uMb9WSDPGgVZY0PKEBHnzRZ+6gUbuKFm/VOvezo73nRc75dTRqSTaiKlUrRVrnou56PqjktalNyq+xK9k0wGlKZIpV9hzHNLa4fxO3G5z3LHD9gXMmINKuZcGMmUgt4Nutrd4VcuMhkieSHzniZoOo8zJcgSPqzELnyclY86X+cnC9ztRrMKhWWDS2t7FgjGran7FQ5vNlYu9Sobiw0S8lR/ti231hk9ESTefUQTWWdpLdESoagG++URJmIc5NtnevATjYoQoSorptw/W9b+gwcXVE+dY1cc17JWnLs0RahgvB1IsxlivK9y+muaHD29loWsJYJtxUlI7MYLCO8P14LTZmh2pXmuEHFIF/rPGT8AGSBZnL7jMfb4SgDTtCXGNRc1rBfKoOPyjOVwnjcKDNfuOvVP/E8DUO3vETz/3kkQ5Tzvu/ca7LKF5ZBexwu5xIpeURtGBfebG8CWym7N8PQSp8IPY+oPldWXt8zSSXlFfCk4JcS4SkI0VNQ9JO7H+frp/BgfBkKef+D3AYWjSbDkD+qCMjgw09vZoVXhjOy7wmVa0ud4bWv9mdYPkukbRVtMbv+9y/6tClpJhbhd7MKf7ogiahVcKB/Wp325f71x5c1f7YEj31kVXwjn4nO7Ylb0TCqcuIjFJHrdFtz0nPFcf7+8Jen4ki4lroNgHOxpEzN9gI+uBvdng+enSsnbxPfOlRa/eCpI/rYnxJAU82vvYj5RNFyZ0P6cOQh9YrmyYEwzmQ40R7YlX+5lSD/JdgbubaxIn1TiDBL9gDH6WbF9myAokllpwzjwIUe43bamdnPtxVU5EqkUU70SHiMzLF7kfptOomhjJqh7BzlsVetV+VcCZFOhYlb52/d4mRODGIU7D/oPz7Gl17UIhobPi1GolV3xoAD5iPx0zUkQilFjoUmcff3pr0IBaFLorEH5E15qO7D3fyBFlbVhfcyHcQN0guYVaOVc6eU/wv4pxfyW6FFEAZdCTQ1nYOxJFKiVhr/XXZbcl7aCpWBASgbthV8JrzQh3rzH697pG2Bup7rFHaF/hMKvS96EVYpPmYEZnuKzn44ehQt5jzVG72R+0g8vqj29VaV/hzg7kchZ3ma39jWPm5xGkDntJwHeI3zp82/sn8Iu4eILkX6SGxIQ7XYqBb+J0t1dK6RMzectRF8tJ/Pbp/7ETXnUSBNn13T+3GdvuF8nf5GPp8m3jz9Ttk5dkY5oByWeWfuXslXSsLdfHI60/Rt3y7cvpLPzuIJmi5xmShZBRqM7Sy6GkLztXsBoqV7FjIbhPypYPKBeV0crAvsVRw32U3Ezaft5ruNRTR4OVXAsDdeoZdjvVmv3PahJ8a1hmTjh76D7ah8AOJGcUmzEN0P+r8KYnXkZoA2EN6ry7Jb+IiLmfGMJIDvoQGJCGhkzgUHi575HjjS60WnBrR5vk3ZlJ3KJEogNkyWRvqiyqGt5yrVzttsor7lWKjLwI2S68JXAz24jhlyvUjZQ8WihZtuXkgAbWEV2eJ93tMuO9UGi3weSrXMJzfgASyrjeX4VfFlJO1wxXxX7QzJce1UlqFRel0Vzwn/bD/Fp8yQ+kuZtJKxTnCzobedbNiy/96nnZoGIsRVH+tssYyOI739b5hpaD2yTAtG5zudlSm/s9cFRpZeDp22W/xizzJgtL/Qa8ddRIT5cOiq8ioQBegkTbYvcFodItdwogHbTM+QihZ230tUoPmezxTvPMSDauVakezaiFv8a+2g2dSaJD3pLr8s/cas6d4SVpASL0MTt6CkGolGXOEmBxnMelQ4QQ2Qomjx+y22H0883G+Do+3OtgZ5T2f0OG7iWv+P7r9w0aX/gPelkj3fLzo98jfPJgBN6f8ySQdC49/PDySq//g9vD+Hd5Fk6cQJtl76bDF87rLMF4ewfZVJJiiwtecj5rgzwSrL3Wbx2yqSB9OfoBK3j1Z2fGHD6l6tyUm5Y7YLd1d9Jc7U9lVe9V3wZn79nonOzfSES+Sjb9+r8ej0J8gWuZA7ZghtP4M8yYdaQqh6tzX79VVYOemIZ//k7IAmfr2j1xt6Edoiv1whQnY8DBm/jfJJjkaF4qoPr+yQ+Nfpw2sfta3kr/rdx/ksSUGq/gqOs5QhKFw/CqC1SPVqnVJBYSkazDfIvTL0FG0ePndhx8FWOkZXC7CUM8cg01Lzy1TX8zbhAcXMsqNqf3adYMgXJ7YCW0VYyGKrscW2Tw/YcAqH1HOq6R/x9P5goQ0737Dj6qY/lFmQb5FYHCpQ2T2K7tP9s/D2fZ5JMa0eubjac8HFxzxkXc9K46JdGuc5kp+7xnp1a0Ko4vn79MSB5bX792GCLl4r8t4z0tj7V0BkTitQlm/rk1tsHtxhVYD0GwemWVv8x8tzD1urFzvmzLDjF1X9FhCQ4i20JHeR24xqIZA8a7aWY8ezMNe9u5swmNjzLzjAi+HsBXNffqBeatda3z/7mP0tJpFzt/tqaUU/HalYIABDNkMoD5znwgT6S3D+/iRWufGTfJm/vdahytYgatk1WQkTizfC+MuD9V1Vc5+/PWzUDuLrSa4R3ZSV/c9DLzKUp+0KVU+/11me9R+3pY8/txZDL6xWFLTWVOrF+Lv0yzcfBqdvLo9Ad3aTQQZ5K8LECdlnHHyMHPTbHqNKq2VrfK/kz/9vRSg6zv9Qmy84ex1I26f33TLa0W3dGdDxln3s3AUeknInCmWVz2jD5N6y3XtGTfKLj3WwUPvDTmz1B8Nzn/9fr53mefZatTIQVozN5wFZouwPaMWv5Pzp66Z877H12dqCn00pHR+Thr3rATkh1fLdY/75O6XfN39OsDmS0TEBPMOnDqXM8ROFNKTYloPMGOoH4cwW3C68v9KRl7P3rl4oGLAIUfWW9lQvs64SnpuXp4Xuf3fc7nffDJIHZZvmuJoduR5k+jrE4A45ptqGQ2N+EVJv5PVgXztT9UmOlhAJMs3kmipZBtdRk1L1uQ5A4a4QYBX0orzkeENOa0GTiCciLSXvZBRkpyItOF5mCLqVLEoCSpMEaYm1gQRpA0EKxxWcpoEu+gM8LYLY2uGnTNaOrehjc6GKOP19X8NTmqAxnlK1O80zG0iWCQ3pPccXE+rl7yWJnsZqTSnrclaqY5ah8i2E7z/yVnshPey2jCjrMl9GkcYn3o5Q2Q36HzCqvYYFLNKwYt9BJaTT2Vc2UHemJgtIMwXSIDSTZ/akjnvgohT/BCmPM9TYYkDqHeGjaiTU8xZwV0xxNYjiBtKplWjjtP8j+meyG+1NyQYNKj6DcBjly4skGfimpEV1Cux8H3jKTph2M5BR+X/IvItM5ZvO2rTnRgTIAP222gRD3Qf2lm4ome8wQMHbfQboWkXst9WyKLdTldr47eWxyCUOtZ6qq/PVbIG8bDcXlx4+JSg1LdpIEquz7SP2yfWjKWqXhjYgt9ff7+UssRg29df21C/4zgaw+xfl9XZ4m8Fig8JKyT7DqLpnDwPnzpOcUCJpBSe78sDgzqOxKA8FsSgNOFKEyIgnLYWTkNaLgMzRZdCG5PT9yfJxnXURBBW9U3lbvhrLqNQ966I06dgcEmb/cEZN08GduCmV/aE4XlzW3792toFyTcKvngFXyuyuPetV6cuhqm/tzM/VK1/76rUqvZyzkZCgcW4s3PXzZo8DK6UMtQwasxwlEgEhtwktb37WUqus3gvUuncWI7QRngcYrUDXb/kZMxq7bs/S3MpTzYOnDEL7EVde9pqDjIfdrsLe6/bzt8fcebTxQVHBnMpxAiZVWp1uDl7q/8LqZRdrd+bdJGUGyF5eg/TIF8DvTyJm79GLv9/Mxf/FBnewp4dBAiUQbzI+ygTHhycg7KGjx5FSG/I3Dty+c/pHakDjYOwd4CIfcsMlXJzA/CXqG4hfuB76en3ggikEMTs2ifdqbGrmodO/HFIR33fBBsg7VOI3E9Vwd8zz9PdUF7dfANaFTc2//7SYfSrVmqKxVefq6eP/mcctvn9Re2IRzX7VR2jR7QBdEyfUX+E+QvQm3EeVLpKrwNsLhdBFmcDfxrXAv8JVSa1N60M3kQ4q419TjvUQfLSbb2AMf/+4WqVUvBPVAye8iINpwedQQZdTFqIUKuwQl8XB5ZUlCXx2F6jZb+aLLAKhGKya6Vlu2hmHtoPbao91aBh8VGk8uxePgmypc/42N/zeC1RvsxWFAlzhcUv/Cot80+1ritSjlKkNWBmKudJn4qmjiv0C7mjFX1jWM2EgvvFcbGDTg4nZFr8s080wkh33fTXzD++W9cqOawkvcvp8Qgxm0H5oi/WzQmGLL3ZBh/Z+Qac3wY/C1YDz+m9JcYNCe2mI+gYOp3ht4hORwIY6uxBlwKqnMrmhQpm9J5Ob2OjL1EYDeiIL6AfS8+Dn20WeFBD0WB9q5bZc2gCUx728NnDWRGNw4hNBmctvVD8mXyXvze5TZJas4XzRwITjKSw9B4a7wZm/xjLuglOm+qg8UkrvTpPfFr4TGSwi5YMmYmeFoJXqcRpl2gseboBifLZfm/UZ2JCPDJZwFsyAfgHl4zTInJaR8NYfAgFxsjwQbNnFyAmrKYRUSR/jbLh8HkMC76efeaNFTmxtsuVNSTdfkCwehoecYrjGdrjip+EYQyZy519u+GJFo/0VJVvm4yNGZqOF2xrt3IpZpH0A2GsmkZLbWv5ArOF7bOuT1+AzovECzPj6h6nPN35Y5vvfx11uegRgu/hWmSGEMsrbjpOWAihRmzt2dAJnEB9lQoA7hfZjEO/xIRj/xVBc4doAR6U35r5WtWEstjBVb7w8aYS9FQ+Vx4cN+gNXrmIXWCRhmsGLfY+Ip98hBlLUSRKlltquKcW+mDLf4ERCYgWlLITbkReSuTXNdzynCncm/YbjBPy07nnqQLcmSl8wj3egibZwmdx5WQINQG6RLfx6JnhOesd6vSnHHxmrMoftEwtedrIFqoxsdr3adnThCYW7FRwhaT9ifa/a0zBiagJrTTbx3lJE2H2gEuWdtjQnn6HL++voy/LBao6U4l1nfhaiVBj3h6cwHvA6GmbZfxLUDGncgmDKs2LBJJgXS8CxZQ5Uxl5vcaCa385nPeS7b5nPPVunqHj/tLL+lD3gpKo9yYL6rLdhugLuvg1JHRZuv5A59v3QDQunSmsclFKr1AF9O36GXxbnyufny4qz38l92AcvYdoBYmRw1ZU7fhGj39Yhbq5BK+nC8v3An339wnhIw0kb5PHtdZdxLSBvhu6snOyPbCvTpS2Ekz2HXV6db/XC4CSGnQMjWKOVsXrTz7niBuMpb/EwST75fpJT7rGRui1WD8KTWfThFxlcr6Ry6NEnv7hpuxRiDxmYhp6/e7aZloig5FrDVoE5iNP2djEM7WLbk6oyXvk7m24F5AzR9Au9dFQx0HBd1WfdfYMyuWNQ+RfAXB/aD0/uF+32iPZ4zxPjH6Rbm6OimIgbBKrMWz62cbkPuBd3rJgNntj90Ga+bdNHCKf8OOn0MbsJu8NodB9TrV4lret3lr4Ljyh992NCHeL6vqFgTi16BtXzwlZQlYzgKRnV3EpvoB023RB515GEGXSNYKGjxf/8cr9JFIvTPymAx3x8Sz9IcegFxd4qknR1RkzZWKnPfj8C6WO8bJM9To/kZ6srQKd9i1pydMlIlIibxY6X47sGaO4WQXl+ARcmmYYm7hI1/AEt3OM5+BSTDSIRpdn0hQJYi1Q18wpFVN9WBQcYnQd/uDaes7Ptb61pRmVhLZvyCwjU0LN9oQBZQqVQgC1auEqsQXwjzaNBZ2NrnvavkKLah7V8zjaMyfaCZAUpjnPezKAhS34JVz9eGc+lgw7aulxoSw1T2CFCsFvvR7D4RXxiOMf1KZQ9+GYX2kcmpgnQgqj8cdb381dQ8v0Xl9sKvSUsl130H26vUcpXdSJynXCUlxN18czT1C2RS6HPx3LXkAg6uNWESk+IZfEiATQSYVbBg4xezAAjJKaoukEZhdF/StV6uSeQAf0gGLnX+jfcpnBKWhZNSdTREQKrWSEgyC7s6aNXvw9bK02uCwLcPIfvrCeKjnStGlIXqTX9DFEQER9WGBMrpBIG4UyFtCUgYs0OLtkYR2q7wJR84dAz514iZcZw1EgUnM8UFQe+08XOCiO/MdwVHp0FAcQANM8w9HbOKnua6jcsDvRBhec28wJiLJQdiMKRAD4hhPBfaDnRRuYMESxlzhDJQcLs2r5g2ZNFF6tuqsLPkfcE5HZSz5xkyFdcrQMChdc4IEEwsLZximNgLDGQTJM68EexQ2dmTwF+tTJMNTQEVdG0H1GzYw3LIBOiWZKBQvdUYe1Cs5/7/SnoI/B23gkbnQmIOgYedn3Bj4m5ymV93RM68XZ2EIGKmbGMdj5TRMYha30KuG6XGUBSwg2N+76D6e+GzGM4VjAlTNFStU0Hx4KbYT+FwTTlNWt4zQUeQLaF0IzAxkdpt66UtGRhOCyyLPq+0fgEGMkEF6wl2PxwxT6ewYGHgtsCFYXk+kYtfkmaiQqGprGrstMOjHTIXrYO50TcsBbTugGsTM2hcF21cBMpuo4HKGbrFqqIwnfmrfT5D9rHwmknpsVrxwzqHYx/v16Uqa5u6a75Bz9nf4nN9J6V1sSnHr1LEdRGO1GZMI/irnAoYn/koz9Qt4W8Bb5Y3HzfTN0IYzptN4yhrVK15rR+6vL239Rdqgi2UZgD1Wb9gW0fqO/vcnJY4Tiw2Udw46+ioPaJQajZtBMPVCn7Bu5GG2/rAbzj+K2tJmuktX5KmmTWsdnAHzYUUhVU6PoCdvafuwb6cYN5HFpMRG6cGEBIjyLsCjDU2KCk0LG0Ho2tBYj1LQNsCuyrKHsNsI4VsesCeqsCYwTco5U4KfezQT1PE0woU0h1LAV2P7ihppBzod5tZdFR3VkF4ZDyfe/a8q9P/SK7xcCgNJORckryYnUZ49FQ7fQbuDWVwcbmssZvYHtkz6f1yybp2gLYttQRNGzbL2Gz5ln1hrfzHLIDLrSeVGIb4GxnYnimw8eOCShCs6reraQLgF45tNOLSZOe87WWbsbRJ9Fp79N+bXlpncAGbexPQ7+DqfBap7vJk5zpCV/CBjZEF0CaZWpo6PwCsD6Q/rKBhgJ2xyA1LA61YYC+t4FrdCVuYRshjMLzllZTqSQnTkProKxJGzAYQw/pz9jo6DuUoTzcEdtdrV2Yo/ZE21PGo8grIK6jutX3TFMXkiejpj3ZV8Lm1TyjGjuF91G4vN+WbUOOP7vOSnQxOMnwzA5U9Y05JyorxB5IPtoJIzYKhYe+oCY0mfQREyCdUqE174Af8RguE8j8YsSqoLHGQETJeUWUfpJnAUqmco3ARQIMBVBIQnHRtMUcRnYSrWuKK7V+cvszO6kaEKM7eKctOX2uxuQurg+IDHkTobiomLLyhoMvXF+SANhoFmXPohCltkNfMLiJqD5DmXsWrpDJNIy5sJLZuaZ0b4jiTKh/f61kKrDKekoLPuwL+EFTUm1bmgGTmmD4t/UcxVklmSwxZ6PrT2QXkWTM8tB37KtF3YagVaSW+mwPZgxIYL2qT8vh795FI9X+SyDGHgETHUqRkQBRJqViQspY35yzIw0iRpgEEQOhuBMQokJgUbAgEXHqKNFxsBZAIQIhyhQBWSMgxmQ/09UHJa3jAGYiTHyBhiJL7AxoM6cdzssqB+dkIUfyzSm5LhaW8uQiSI70EMSh0UWsBG0Ba+EMAERAWDvciIQgYvAmIKiYsHaWy5uQTBwGhgwqJUqmTKlSDbAL1sS3PNE4yyYLC0H+i3toHfh3tiTutChREhfmiNANjDDbz8LKnE1R1RJXDMqzI/TTcJEQYyhwU1Pl5Q4UChyZSMBskgNhYrC4XSTIki5EkSFQTcJTxHKl0QHJZpvn+lmQi5aLBxgJCHkAoGM1scubTvg+yQOLCbzkUJjSQKRgzRC4CLIGTJBmqA7qgKZzUpOWBetDIlKgIYgbe4vlKSRSBx0EBl5WSX5jE40Mha4qZi97CY3FeqGVrorsgft9iU/TlT9Pj4NAyUbaB/AMO6/WaSYTArQfUX0DUGEDoH0JKHaRS6M8GM+v18MymD9+lYriWeUwXV2TuY0TLF0KtEps776hlaoRUJMAL7oi2uLRsCnrY/YYQfEMPzHd/dy+DUzj2HHfzdXBnYkb7gluC0H7z4q3WgA+Ejo6RBL9QnpM3MFr4vQHBZhz3xbuBFoaEgwUJAcR/MiEOC5DgdXfg6BPfw2Lfbe8SpU7LAl2K8cvqMNWp85o2/XcmvO1nN+5w41ufPdijTnhAIUg/IzrAsQ2Tzsfd0WPc7STcHpW72yX7Y9UTEvSVRUWSogDjNCoJxkucxct3W7ui68ynuMcKYHjQEsfXbvvcQ+Zafy52m/wiuj8DwnpWaOeDdir+iqa1BrldL4aKDJO+6gLv6liwVBi1/+bsIccazF/nl3Qgikm960BPvyM6hTtZxWBm50OMlVo08gGYm8qyGfxWKqFbumuQN+mV267Z28fbjr2YLb0Sdy8BW0+Ylot3EfHm7DgirgFbXf9zX14g9frgKk5gotwLGf6jjaq6WfQc3cFt7gukGkfVbLKHy1ta9F+nfDlrBStzRZFpGS+f+KJTdpNd/ZOH459/2oDcllcDVRoP+LlZXoJFPQwNZEorxxb9va8gDZLnTVJMkkKc1E978m/zMVTZQPrgJnjyEZAFYT2T2kr3pudo3i5ZXqpn8ST/cmOm59yG9KWPiuITTEg4lngONcH7wo6TZIabLSJ9odfWzkDdUOJR29LcjomV5rQgL4tosSzt797OlsLNvBwAQdP/XoR5BPiFN/qbEOHprCGuzpiCgden5517ZHZ0JfN/0VnO+OI71Gdnxz6aVTzRnenzWhLXHqwE8P18JOiOhAoYePOXtSZQD0Qni4s9v7E6FizIxN2gFZvMI4dcLAfR9DcxPFOcMoxoTIyISRGcCQDqkhLS8nJKlQPRilQebQEUC6o+lqsCCZsuMHTfamRDCNMKzsywdM75eWe3VDFcsETs1UtKspKiiGsPYCOFe1E93m8ZG/yNU+y3Z3rntNUY1Jbhida7StwJ1Pq3Ew6Qwfp/6Q/Zyfba3xfwpYOBijYzed86FoUF6U2lFXPvWyXi7WsV+UCL6prO3AWMUink6x1KqfqWDvni+I8eOHZn8uMIm7Z1MD7hLwjv/CUuDwRLXbqEOZf9VJECqLhlGynftPshXshabQTRqdGuy4DBRgE0rH0Wm6IbmWrqz4GYncScS601aZAg7vbE47p6ylRBxesP5M62mOLSsycZrkiumu9pPG8XjTcyiK47ZGw5lieLoh1KXIV/i2W47Rr+ZwBieX59AAMXIcWjE2FpRFHSq36lVLlN8xYtmylUREAYLuO9TE057PfkJvaDf3B6ZKfErtsTD3akoDcnm7gXDlYSXkcutnBXnCavbDWFjO8Kr0fsW/p6b1o4UBrfB4Hs28iw0C8w5Upcwu9n4XZlp40UEyzBEN8kcAWDpmkOuMz5paEInvs9lVKVBS/tuJaI/WkYdJ1hcJDXT/Lxm4um706OuQN8TTc3VUJsPYY643ELE1JOklos5yegAGe6KCBaqgjvwS5XX4jvWrpdvc9NbHUeXfrML4K0LS6a9Iv2uYOi4pJJdVCK/EPvfRSO84MdX1GinqfIHXc6MRwOquU1y3dZHhbFOuGyY/jvGN0DdC6oYq80WdRO6GD8BrvQiiODZBcu7F4JWiLojapZ9ouMifv+YLag6VNXbUw1CRiUDZ77p7BL+Bdg0pv1bbm5QYcvAimoN+iVMxPkyRWkK3GMnytSuMz8C2sQ+8IguF1Abb5yrGXE0rzVfgI01axQuS76dr0/9rg3Tx0QvOgWKph1k93BRwEu8Pc2VBT4uTa2pi69huz17tBme7cweuJCV/RRJ0qP1AnUp8NYq2MH6fPZJ778OOYcRerZ09k/9fnrLheHwh+IlfP8BnEOkzDtarvAHfdRNzdN+DNRL9OmPJPvm11J2LEj9TEf7Qrgar+REe6o8Ga+2b+XqTpuqcPbCDVHL7/VX7/P5J/ZaGjtPArHnSOfN2pP+cSsgVKbfHi6/jNz+XOW9lvJnuvb3HEgsoQh15i2csVcKjFizOK/KYlZNRUcPxO4D9n3wAXoOGhG++ACiPG6cmU3gAXtx0e1yaS9Cry7/QODtxq5mvrby56jWee3kcblxWKukME3rsagRTUXahrnhwYeUZBXmXdzRH2e6mz+mgGp+HS0LfMN88Uns12G7aH2hbknZe0KBnVm1ZhROfo0W2jlO3QerzhFlnLotAwCgiV1L+CxjZA2gSTTKfvZepTsh2tkGcourJVnZyUhNzgVUjkNxEtyZfQW3WQ55P3mkJF+bXt9RFwIYLwAZhYPwbLx3VXneEB+UR5dgst6Axif3v1vml0SXC5Z03MbeXpBMXlY5A/ShPbagw6oRdR0antpqBvlEn3rUD7m1Xqre4m2G26cH4ifEz8x34u9tlxiKr59P8/hVWtfVcyggKNjbx0p+3fBTipen8H73swkJgEI0iWE5Y0zTR929GNnUoZDJdXojiJAQKAAwSkPp6Ahw0rLnS9zIcZANU5tiPtDKxAVS/2P3vhZm09jvoXS4lQvOpep3DJR7J4CRnS8eMQgMtIwmUYa2hHpvM7jDYcN+4VVE4s3ouiVRFn62sh/EK4YPvMYuI4msjy47MVgP/qT4T/RHFUc7/sxyNPvnP88anWGEJyYkaqjwJR3hhqMpMa4NXLtNYMjnH7Zj6POoNsLWHJXHZ5s82rS4NBl54JJG8wkMT3Yu0k9mZAErGggmEcA+J01p6DjsPUGGEev4GK4/tKD6XKC3bQ+onygHxGn3OE7DP30UzHeRrLCxNICbIwe6B2UQ3rmRSr3pxpm/l631yMZ16+lPc7NvvZcITi8Q6UjyfKu2vSe3etDHkID45qyFCuYeuxgpvvUTQs7/4V7XmDElowcnaBKM4SrZgQHcplzAwLzxT7ZKaIbZdP8UJC4UxCTzA5ZmTEhJF0bpHpKIiIkC8VlEsI/D/tmIT/J4jM8BHtOmkDyIazAMV289xY/rtW/s8wphFaZ3JNqRrZt84IbG4dGImv9RkFeTroNUqOgWIxMEdObCwSSCKJQy8kFTK4TjqtA+kfiOdwWdw4Bn45wRKbwqT15Nf1uu+r0m5CNU3dvxzBLjD1KWWAeI5MDXVSsa9jJfZICHGdKWZmUkbJ5JbEX6XdIhD4E9GezQtkEr+injAOlddVnas0FeRJBYbGbNiiwQjrxHvJEp0txiUW3OrywU/a3QdXh+PN+EQzml1b0mH3QXjQo7FIzPJysieGhCTr5B+EyzEVd4lRXg50VpZUpHAXeLagbEZQJleZWGwjt4ifhPZMdUlfdNBF46EBaZjbV6Xw9zvqepAWMQcxRr4SUi2VOTIesY7xsGo+MIi3OAkgHz5gQJcMFaOLZyY3MaVxWbjQ27MoFZNb6FO1Z0xv5P3i30SFyu0rFvjWim+p0p3zNBXkvzWVo4+z9vTR36xsNB8YxMNmZOCXgxJgRUqtNC1epvKs5vL8ZJ9762UWyG7+nMHnnvDhbhomh2+ef2H/dFzlG2iX7d9/nbPYxz8RqXFhtTfLk4fafiHvXyOegZxfnIssQBRcZnmnJ7O6HB2ucd3Owp7cK197Ey04boaUSXgJXRbwpSoV16vP/FRbSrpbfCG453pLRa0MFQTi1lZXYb91s2ni30XHzeuj5V27Ohevk8+L/sSc4Uhx4mUbFT4blPApOoppr9aJb+O+ckpGPN/X7W+CooW+fcWaP98aDtze2AHXtQuxF69xRrBC6su1CloUgSrmi5tEXjwTFyb5ihmKVmQh24RLUBZDjnQMCpmZQkn0tT6uYje5+sS2XloFvbCKo2XolWfjxHlcaVuKZcoywJvjThEclRVHAs1WK0wtyUmIWc4t2Iz5HLtEiwI7t9aKo3JlJBfoMN7eSrE123lN7O9XlH6QVq57deWeE94Wj9/Hf3FnwCKqewO2W/fIiv1JHfPbW88DsOhNxbkScnVkE4Nv/R++nf+Ml45bNMEnVe0RI5aBW2Vj94ZWrtMwrUIyD05v+KAVhEgITXdUgQRRdEMWIOBXtT1lLGNXuHziG0n27K/ApoJR2SRN46waDjYh2pQpw1JGymvb5Ww2A6wwQAvqdo0GyhMCbXbTu5ilrcSSwSxJ6xfFHXoTeSnwmpFWUVC70NE1opbfY6v18lcIxu7+fEVSB25Lbmk2qWbc4rP1stR+KuM1owLBqKej9mzonnUwIX2Mxa3QLmzM+7bRJqCA3Ed9/3O5pm09oonZZOXrXJ/gxuP14wbcyc9zNeGGuGDUG5cQp7c/j+lORidnUEzTibsm1XEB+vnHsTB38Fz4L4wnOOMPM1vvr9UCtRWW4yAEDf8978n7miBppRohaWf/Y1HnFJTpu083KQlN/TwoNAHyb2TrS1+2wYXOOdlXTg8f9KQqt/ai23/Cl258iZZddriU0865M2N4Rl7ktTuLrUNtsRVrN8i2+c6eTkjVgjMUdRcbHQs2F6VDEFDvOBM30lnOjFgH6YdDNySAzNQsurM8mdNEivShXPKDlJaFXRctt4B0PFnzgRlqw2eP97FNoCMx1h57JIMY8Fw/96TtEtg4T506Mc/eEc7DFo1BCGiS1HMJ2gUCtnkubtPAsBP2p9+12GhQucJJ5q6baqdwz2dZ7yJGzLL4N1NiQC6wBKvZwKpAfvDn9nzSuI/3c/0fnpewn9O5pv5gjk4bdyn0LS5LKnYv/yaTPhMXXpCKkPZIB9up4vVz3fET+5rZ2q355bAR4LmUrmJB9SjmHEwTkBu8Qh5xdXQIGq/NdEwjP59RXwfLIv5CxREA2hZNurLYV1QY9cn+LwfPV8X+Uc6Ks42fywsjR7/xiTkR+/a65thL8aJKZpkkg1PGRF2AT3/UvbUKoUKY5IpDQxWNeK0y2KgYUeIBDjkdYxLRD8JbGsr1uQedO84drB3OzauusR/PKPbBtDhzcLU5TvgurMyrEQv6IyeD/qPi8rdP/2h1ewAtuFbc0B3peLhHRjfuddv0xoE/1Q7sWWyoGk9YjtG9ucHZxmAD9gaM1cEMf7xXkOspcySlq9/S6qkcf5QP+hngeWFy6sNHvxwxibHNgp7iQPUkhtuyYyJMdtBsxGBSX7EyEtW/h7ohJ5BJOoLNZhM8fvDL2zBFAV+eFWNW8OgalGvj7U/iYy8gHTi8h+2IsjNpFEUrSXDiNsERwUGCnT4Ge2zMBPfjbi8bPHuAI184Qz1dqI7r2f7qmbx+J58X/yG3uOWJK7aMH33jR9zesrMpQU1oidSMdRk7G8jEs/Y/e/b6g/uCmopioVig4GpH3Pi7q5T/9CcGFPQ8JgBwPhSAuEMPwcaYYcg10obAe6uu3nMFfVwBTEGg7X3OF2BaJJYuotRBHHwQZtIcTx27fjldJ0wHqpOq55MR7+N155GI4DCPV4z9fdSjSDZIwTbiErQLBMwNTE7dGdR1Dvl8VKP9gQFpCDl4OUEndhtk288WjJYStw6sifpM5sb+1P+LJzOk25on09ptOAJha3LhqmYRDPBCyKtbq1XgT2utaLl+UEZrpRopb0iZ/jMHknzMxtwGoz0YF2eYzaCZ4uTjNrc9hsuyL9beWvYbbPvjSGue5wRonWP0pU1ACfLrVc0mT7fFJDCIswl283TZWPRvd6fGfnHHMWIM8IMwO+KOG8aALyfg0paPAL2aK8GFdFhMEl79i2lks31ui1hczO5a2O0uZPDRCXXC1Q5coWRbxN3F6L4eSAaDRHMFgO3AMwe1aEuf5HFamMzqoR/nLcvxskHYawmbmLZ01IUFpMRmI7VjYQ8t23Qs9hXGNkE2GDZkG5Ltb0/uZ1LMJgTg+3k8XiLIkdHR9wU80+gyBdL8Hh4IBorIwZFzrIgSCSIHjJbmOgcd2vGoz3h0znsmBAUSJGdxhlLGFj39ucy8htL3KfSTUFyJxNvF6V7OdInlykDRYl0nKkGn8DXv3bUENdBsY4HO/E9c/h69nmH1fFe5p2/UY/t+9UmZVCct+xpK0kklmWZ9XXiGa3AtuN5d2p4SbV0AilcjjpEwsYcghzCXOIfEXqJc5oo2GcSwq4EOYhADPSeDGlJowEAHOtBBDHKwg45N+27vBcBChsAOm6/COZ9/D+ip34j+XKpWke+LAgGL8Ehsy3XrEu9VkKtQl5crV74t07Wa2nBJUbwacdwJStApHPwnIW5wf2yrWFcvp64Ssgp45TKZz/yoZF4grmEyVgfez9FKSvy9SjvsSu6XV3WLM2HZsA6Wf07aYfW8rMDrP/1/rRqLN5qboHvbdk3vdr1QPd4qqfCXp3dwmkqMAxXBkgjj0AMJaLgm+LdGXYPHE5yuJR8VfLqqVriO76YxwJRA+csuqpLqFU24FtoXffE3+o6fNMBM1TayIKCPgMeP9wpTtAG83+oXdlUI7GenpKpuUUcvs439T5jm6ZPzVBsNWGlFMhL3jRro3+N0/3o+2C/Hd+Q3bJS4WVz3g+3S7E7r3RVZ6Yieh5X7EHejXX6cfUwcEtnDYWP1cFiPPhl99Bd96D0sn637KpTwPmVF1QvI+qpcxMvp43TZvsTcB9JfG/cpa/1NsXg93729MnnsQSA72P7VqOsplEgfLF8GU8LlWYNKhK9mth8HbbjAQY7q9HWh9T5Qk1RBss0h+l5+k/2yWA7Rrx98OWzQOqB1fnq6d3WsDsL6F5DXhhgpo76NfNlUqHgcrpsO8VwHvg7p8HL5uhiMVWukQlG8GnHc8UpQEfyqS+ds/YZwE+EIJehjiYTOcAR+P0RtPECLkJ928mF0z7vY0E25kc0bueldQxm6xrGpM0MfxwZbNYsUwD4pOPDq+T/sr5TunJ0rHdmIzRk3jkb4hrwuoZu0EsGL69Px3l937uOxCWgT5v7loo2/91HfHKRF/EyNOOa4JWgTAOBE2vX22oqRrWfFHjMfcH/tR0s9hT1EIWX2y9UVyt61ozRq84ci19DzdTlsb+frw7jFNgY6SvV1VANaJCNqwUWkI6sjMJltXs2e4pJGRjHucnRvZBHZ6z3sN3xM+oiHc3Qzinj4Pd6sPY7WQlNPzZx2/RwxxqBFOV6uFpEjiDiCPcZ7dOwSiRzFGq8xpl8fig64EbOYnz90Njr9p7c85JyweogAB83lDQvdKLHNiSsf4PpEeaKJ6vLqmqNPoyQ+39WzuF3zfwgdaxFHsc6xzC+nzAmei4Hi1Yj714wMB3a0jq2IVclOm0I/EYN19E2cc7zml3PNiZiLicKZba+WR9/ZIfOkmMUUkt4+2cEbTFErU6bUP4qaiVHtLGonWtiXRWkUSc+1CP5v47aEiuDGZ10x1fJXCYqLW2O3fekwfdVZ3eIKsY2sJED8BZ9GYl4PnUPUX5ybS9DLwXQcl1QUeuj11xJapTnbmd8XOW7i0iSG9EccY0iT4x+CMTCUmCgkSl01BKOy3+gvD1ui3Wn/tjL8gl0x9Jg76tI8GpqriqrOKRtUG6G6obBnJ1ASX7JLfOLl8u6L5Z0k8StSzZdOqpdPawKnF6CR6ie+3teRzVi1eHpPUhfRpDxiJE2mbP9gSiPhmCQfk2e/HK4YprMGrLvgzE2HwODaRB46IJpUxDbNr+1w+FFPHc9Qq59al74wC6XoE/GJp3My/0P7xIKqp5YolJeWA2NLDKeP7wROPrOPNi/MFs2ZmbhpzfD+KslQQd73Kzm3T0jO5QkJJx+WX6vVX/3SdSjh097oiz/3Nnx1yPrz2vf+Tf+cwr9A+Ks25Iswpz9y0Pqecsd3VsnZF+vw28Mp+T2oYNdpL/lE9yVuu8SCmIPEWvbGEoMPmr9G8G/ehn/zPzr43DWZ/OI28WX/ntPDe96u/+lC/jdf8ecqNr5Sc2q2+S8795tU5fq+VXctssBTEUAbtfN/YGeBBwHY4T09ZqpmEOz5vTIT/0ulj+R69dr8Hvt/u3avrsVgMtBkR4KnYmSXPV5Vf4ADkNnNKnTUxHTQk3fZa4Zxhx6/xXFcNkqDTGLokzLKIUSOlrQlcqIdowpGu8w73ErQHPUZDhXC4QxbDsguIIcciyXHS9nKsM9lywj3VC5sd9m/eQH/+W9KTfRI57Q+gdO0TXpPoc1mTfVx9t2WgCnY8XBHudoJc0lEDGa07h7nRPNF+qSicBH3q7f/0CuJclSHFwKymHj1H4XGRaOIaSWz/MgpTS5GE1YhFN4Pn7/CTbqy7DdCdu7ObEbDZkCqYAzHw5PL1AyebrZVEG6qkM5SuGEhsNC21tCwbydVN/Ovdl2zUILDaBTfh6pnowFlkifDihBzsUnbCkHbd3jJsybtsHs16pqwEq0rAFGAC3MfDSJU4UiD6+ijDZhLDxhDPCK6w6kBavPsAvtaGey9bQwp2SGln6b/MdYNagrztGS4nHFyDa5pCcDDOFu/+Yb8wUwmcWKw8RoT6UWimQDMq1Hec5yfTukZiN2gudadSrMPwGnGBnIgEqqZsBEUbpKO2JupEFDLodavYsV3HAyXC1DBLce6nOhATUaoViVULhuof9rs9NFTALkedg+eCa397vsy8ON3kfeKy9ZytX4L+hXdv232v3C0fFhgpcogvgW4feJyn7RveMTcbyYfo1J001WDfOPUFrvgrxD4/sfuVU6v+HXLZx5GCBf/Ze8T7npshE6okWQ37fx9McopHuFn3xWWertxeFG45cLL+KLdlpLqauUTiPE8VlsuVRh7Iszot11V0HDXo6YRBpS+kFg2T2W5VSljiymBttVuQh/CcusoDOBdCPbjE4Xd1ADLieGsCxFEG1cHUFb1m5EvHjK7QR77lxJIgcDkPJ7hkbvZxOO3CU4X/dQmPCNZAiQV9B6UsEXDTTJPgZA+J00Im6ghbSXTHTj9Hq/E0RKztjrSUwMLo/gJxoEFI67Y55ee8XCLNnK9vkCzzdlhXflPeTDrKGt5bNlwknFUA1VJXxbkPqIiqdi8RCS0t5EKJUxLZIZyrcEK4OpDSz8E1Ev5Y6qnvDj89SSlS+jy+7t8AsLvXFL7cUMoWaF7VhwcGQOGpSt8cBROzM6BwBksxw6Wag/GJW4QnwQPpukV2OF58USBZjaq6U7p7xR7j9SpHU3A0gyhy43GIOYPtam96fyG1Ff2xYwm/R20dNHCouobBm2XvxhDSx/yGGoxjdMcbFj2y0n93okK7EXEyv0bycBK8gHSKSleHNrrXrIKSJpJ2YZ8i8To2AMtX5z1wBmER3Rm+Gs2Vcdg1BAckpIibYTLl7XstnJQ/gbkz1zYmCY1IAuKLWCOoVTwk4rPKVpzISkpe+O+TQJKFXq+ErW9h65Yl/dQknMlNonJAnkP51ttH2KFX8X4+XxjTa+MhS9BEudPVeL8Y5gqT7xqaeZlaf1kYP1gDcj2jofSh1QT5UyuVoL3EYXcCwebiHzCHmzfoR3cfGZ+oRCOKO2Von65e4e6sk6QOBbVkoDCIEvLSA83iBHBb0tHMg9fgmx4uX/AAtk8D/mQP7+Td0617slSYcYQCASisQsAOR/oADxQvCHrhQAAEhHHt5+2Vj1F74EwfSJCqwKRrfUfLhfRPh9qewJGNQLZVTf2jWKorwh0piNzRx9eBr5yQI0xwCpamjyAUagXp681U0GKhs97gPPCpkNSsds7UPJS5elfKp/3pT/1fJb5GZ7/evmD1ohHw4BpHby+bxGqDbikoQEcXngEVXXBRGPS9vq8d+hCJ1/pT3bS6n54x58TvlDEsTPpkoGgWSxRRBJEiRAElCSzB6sz1q7JGKyuZRT5xVZnzVbyOXKu0uLMVr9WZq/5FxldZq3dXUabpk/t+XBfoSK2NLpNPYkS0dNFqgeosXvQw5fd7dduVyT5wkibensbcEb5q/5mQzDtmFUXsj0D173C3XikHTGbPxqqMqVXkjZbFyqpdjVd8+nlxcqNX5O9XNDY9EfLip1pH8Ny8wI4v2d+YHT71IbID+dgCqrmTC/vIlXfuMBzY1P54puoFqzzU7G8htWnNCIGxkXXHofn04VsdwEc5WhEY8LHs68Oyu8v54GWpcUM6a8ZNpXFc79c8RLsRFjNpFFEc23YIIpJbTgC7DUri3LaZuBKLtV8kGWBPkufxD8iUVIDUmYUNOR/BuUqb8Z7qtSF5+Bi/1Qh9n9K7ZcdNwV6Jpcfc3kxFEMEAWy0eEzddOKasslerhcWk1IaSByAQMDGos+lE2LdQB9KXwVsMdirR0ymMjd6YdX47O3keP4YyETEZrSlrky0xw8UNfiJMAxPfYE8Uy20OW1tmEjj7F8WtifZwwBvI32BC6Rua2UdCNJ3A4ONKbAyhECIVEtRJLWHuUJWIcTIkrOqb1mKEotoXFQwjrf/4uAmM3NCUdFzKvmtilPPXhldK2ycmzPXesfDFR+wtFfb9XOJWyZ7DLQOThyyHvx6u5gqFGdi04LJqU5YqVoWdm1/5rZJkktfYeYrA43U2beFTQH6/tnqtChuTzlDDOugj4lxXnSX9CkkC4eKu7QsaH5FhAXtXPqSTsaoJFiFCyWAq8AkevGOEuXf6ThUDlHyefzf0idCNgL2otTNcLApeVuyTIWDOisqJiYldhFGlc/pAfOK4juyXhOFQRMtbtVyMDJas//o944/N+5NbA9N10qB7ZaTHZYP4hISErFzCEpc6UKQU/Vqcr0hjoAnRmKshuxpmgleVpaTg/P8VZJWaCKmcdwjyU3+jY9YTNlDWkYxSEhKSopVSMq8pxuSgvZeTa03xeCwRI/5w1ByJB0LySRR/ChOetRLj2xYhzeVWu80pk+8BQrxZtPy80/79Kb31ZtDJbVuPOsyTpZX9EFKTjCnUx23463dKIK4YJ1S1Zt4SPSChWvx20UulyYux7Vb6alVlr3e78VxZ5Xgu58GtqN8PkH4cDnvVK9cMTmx9Xlyva5UTbyX/a7Vekk9l6XqfRXH4YFaopg4hbVdb+93HheEZsqRRuKaDYq2chJIvQAhQqF47DxIwfPjknie9zjmb2RzTYhN8C9sEVzeDIJSz2WpXgmVT7zJr/W06miKLjOMzR+6KIsn7C2lm2Giqeay/P6MJXzRLMW3jDAST56T8H4aP2rfF7XXoKEHyB5T3Lz3ylxT1YCmnfK+wUWoIR6uy3I6fp1Ei+brrmq52aVWhfUPS1V73VQrb3FmGlb1ug/cev9iImH6A5QQm/G7UL2M+1Se0b5jN/5mfJxP+tKtk7yD07AuiyvZKR2BoJySbC+ahFJnWaY8DeR+AwYva48lxaZBTzVUqkWFsh89kzbgxU/m7JQhn/8p6ID2Cpo+t0uyz+ikb9S3HqTgaIaXKlY2h2OVoUX/cN0g+MkCnqYs8MsAT0NwGC4iwlSCCJ1gt6yf9hnRjU7FD41GyjnDXrHqdizf22v5g0/80Fk/MPePkqPqQY95FTxJtPUwTofv59cPD1SHtU4NDj8WHBEcGRxFvcWKlEPt8/u8f6hn1jTBoWhkrgYmJWrHmh3VIc2V2y/0KFZ/Vqf69MQbbZ24SqbYKnElROv2JhK3G5gzQGGW0uHGYz229Lgbnd7iTEunu/gGbfLSsBuDcvDCPmK3zPXI8ayDD2LhBFdZkm2LDq1W950Dw0hjrE2YwFtMK8aVJJcSP4XJwgsmzZoHTtyOJHFYkOYDQEhE5AQgGQLVBgEBWgQJOAI5lDu7vWwI32Y3Irbf1rsh41dbkMC1CGx2Q2TJM+o+PF9rLqPuafwCqXqbkDfTNQvOMHx45bWy5+inMFnBq+xdWq0/syfkLO2Ml+LszlN4Y2G50J3C+GDZg9n5jn816zsJe0Ak32+Rm1ibVrUULC7IN0HuvLRZco+8AlqTUmapwbaFKl7wof7u5UfRwu/sKfhpbQjVQ5o+RyFSSjt6EVKj5G8i+AtkvQrTLEf69vV5KQNTadW6Cw5TDjNRJQbtTFM3o/jMkmiGtDwpGq183mgySI8RHWuDsM2A0C36pxJtuy1wzgyUbln4FcByNnOcemQ5wMyL99oObpvZ1Q8S983/eKEdyAKAcR8/ZPDHbXCcjviYwB1lWve6EnEbbOtZuCTkl8yQGs1swK/s5OPk1mlXeie/8mAOa7DdXF9/Zc8oWfoZb77uOoXJciWKJE07xt5FLJ+hNZsArAnh5RayRzCp74Kcq0GfmWwjQH7FNl+WNFbsnOXSQ1kgJi6eIcNRdIfD0M6+KyS2WwPc0jULzhh8cecXnNnvfavbUv10xH02wC/et/WTI8eBXPNWSnSwKRvBIymDO3xdQ7JAYbtR1m8avTWQnv8VOqNAzjJ97ZXbnbGDfbqLJM9IeZpmZ3ja7XvnFfiP2MOdql5tfNMrwlL3s7gz7HwZX50Vyv2c8extLLqqpq0L8bBO+weiZvsUS37sdUdwv3q2Oc1HTupelknOk98yN3GS8FuXjHpmrXniNoOjjH+dBf6tTHaMEcSROslSPlH6t2r935qEQ+urIba9hz379DuajmBGPKh28Q7qAJIqEHYXr8e48Jgom8OYQ1hhImJC9Djnuvfdh5FxRfoN+5L12MYEcaRO0svNihns+5fD7oYknPffuD80eUWvwZZb5Nxql9fqaZtaZjGvOPPbRHAD17Zbs1SN+lAfP6EQy62BE7Eh3vRmn9B53j/rMVTQter23Y9awSNwMB2pg5fSN9LUXqNqEEOC8LK66OQNhhVLfDVZd4P1wAFDPxcMTNCIFeEEoQjpnvRBxT5ER8ndd3NjwYJZerg8wADGxYZhtxtAwU04R+oyxXrT874PEAJHVx0Te0IBddeaUwD8rqL28unXe5a6XtjxI1z2MIcTbuOmM+sP9HPQaZpsHoJN44y7TK8IoXkYv91yIvdH3me6bTusY4N1nQMseyldk+bN2nC9cfRbdoDUuWrNHV6tuJE0xlDlOoOvC6LojLVvBOtrk30Oh1zvdgbAW5gwanVMMqZXOBomEIxoiGDmlz8Es+ZgHPxyKm9gAQCOn/gIeERRcDWo2F4AThNahcq60IsUjs7h4BG3LQUNdZqO8G58+YpiqFkigggGB95IkedQsGfzLmj2Ur6p1eEkYHNjhl4OYs9FLcZgjwjAHxYCgnjn43frgdsg9HakMOJylTMhC9AbqjijB9P94YwWMQt7HHyZbH92uyFBGTMTvm2+t4iOl6GyXWLotIjKIQXlpKjgm+4DXgYZu5OMAGranSDP/9/1JdUxzxwBAek5vRvnsC2dDNNRtAP80/KF8HBJQaUoxUvYoZjnqRtoIPtbNkPb4bspE+477DJnl+e2VvISp3VwixtjQ0eghzvv1H3tbm529zQT6OcFTvnZWRcxZrqfOaJHxiFYNJ2OiNK6uecbyHcQvLh3ttMwfTCVaerR4hTRVm0OYzjc0+wIpFZbuGrqcncRkeDwC5WSs3Ghdb4jDhcTh6KeqtHDrQq+pKUHb5XpeVGUk0/n7u8TG/GYeFASUR7TYXDCFZARtWKfiivAExeb9+WOoruohOeGMo0/b067Y1uZsSPciAin/+uU5/VQiOGb01VrQGNgjejkjFke6NCSQQ8pLrS/EUqHrVdg49dpTZgD874ltn9ixMMnW2dmh589KurgFUHwhmhn3zF/aWO5TDd1Z6A4hILFbShoj8CHTBN4+1+nJSAYH4JgN3kEgtAKPbDg/XqQI7Dr4/xKD6lBk0YLlMK2vf2uU/CLU4LzjhT3fGI8ga9VTGbXP3Bc1PVH/EdZENwJ3g7uwyRGfcMZu407p3+/sqLXurib6BMCfsh0laglJ4IhrczpzVLiN6FE8cb5Ppl4v5NUXZa6dkb9uqo8j1uX5UnmyGP5Fo2jkk8pOJmVnGpP9GqjZNfSsfccZuBB4BFhcOT6VIBrb287xAi47HAPq3R5WPR7XRHXrPja/hCzbY4Ty4FHxttBq+bYFoC4epF+fe0OjVsG3FAPJea9lvmSRVvkTuZaqB5sY5qEkG4RYsqstBLBKLyoY4dOXnm5Ib5MxhUPZjzXT+G8Rxe/wPBWBvQOcHvAbIZSTENzNFFL1asMc70i/RLHp/FwGifJQFDKXO+MooCTVAZHZ+RLwvNhBcmiRqw/kMMJuQx0zt6Wg0au/9AlyTi1/1VVQsZ+/vbuMmmeH948hRpEkJziEUQQQeCpYEpz2lkTp0kh9t00sqBxQOM4qSnmQjWndNabS9XlWZGHiy8+nZGxs4SCPJ9EbMDri0a4CeeuxP2mYbMSF/j8jUx6VibhDy+C02Hys/+czgCx/2w/4umEDkZxmZ5c/zJW0KG4uU1f46MzTgYsL+iKy48NwOuBMBVx7RoIRwHsRVQQuou5c3T87UIX84FcxDPpfJnrVIyVKWYXADagvUx6rWrxrn5Ey6wDKlZDmcDzMegTjBvoWIpr+M21cKsg2spAa6kaxz7La9hStM64j/N2UjtM2wGcimhDF7VYB2snY4AsHJ40ZT0WhUmVOzq8k/N8QShJGatSVasbGwdatVqrbWLS1LR1683M2hybjhDGtFvjhgC/QZ5D1WKIkFGrp7zPdt9Jyi8pOnwK+KaJlbZ0GAbBAIqggOG+wwRDzNoc9sifDBbirRJfJUs9RqcXLAd0wrqy4Wxh/Vs6EdUfhbqpvsNM4VzwE4lWblZxJxnrBlIQei4zDNLXU3arisWfsJDVdVJaX3qWTA/pfsNPEgdVsbexFB0adUl7Ouptt+euDUsJ8xWhwxL53r9twDQZTDsJfEpTeIdVHi+yIaOzWZrA2uUv7Sztj6Lf7CCovXb3ait18XO4eldU6POXnYGPd8gpSBBZRLMQCSGEEFXbZHsxZsUkrrQUz4lgD5DjIl24cj4H7IljwVeHquKT2tN1xfdaQdhSILXm9FJPd+zXnH8wZGmT8Lv7rjqTXf7z2em7aYeA2Svw9qjW+NUAd50E8LXPy8Vt/EYNVgmbUrUa4G2JzbMKRUuHgRs795m+Ku2xouIcVINX4890ob+g2sR/+p6Dv6C7s9tubZO0OFZhtK18KhDIcW799NhkSBYf34SJgJatb9n21XMAPz6U8QUGxFmJsOlxRpFXHdflrBLN1KorghdpSK/a3DJA9ZXmngpzbYsR6fYrKiL5cY/WE2hdrVBHnVWc2tDaBRNXDfyoh7LAMvBeTf3vAzoOIHcm0PRFoTc1oqKPO25FoNcIVug7CeL5rZjElJC2UGiEKcxRu6ABwCvYl7gDiAcOl5EJwBE8cWej/sc6/dzdJv99b7Duw0l/GQit31ahYqwedWtRU6GR6q8H1eNuu01M+yqtMOq+zxZs3A2tbyX3U0+dahM45epfU9K5bGPI0JSWn05psuF8HBcE7hnq2iCUvZpYY2MJokgV4cVxEdXzwbk8E4x3DQUmidr/y+Duijh88KDooNvwsx6HsI3Ynzoem7kzqE/Te49iar9bqeBiMFMj6TAtovGM4wS2qpH2G/KyWGkVpfKmyxSNP/xrGcOGkkRKGhPK/bzDjb46qdGuw/nOoUrvDS+FXA97GvwCeq+8FubNnJEN99SvhYRm8nrLHh38AXN0MYjaq/K50pNw9zIEh8xKgxSNTt1AeHKzJKNs8KwtQHe1nwZ/F1Y0UJxZ6Q/U5ttKgTVf6vLivYpb2AZX2qZTUOoR4FerDRmdBWsLpsA0FmvzLlbrUGioNKohH2NbJD0aU3NO0yGWQ6wMIm5i4t5UKYhed6WbYXG6x1nkdmuxnb4gspfPW5Q219htCHYj/4kPWNELZPdY9aDwDoPoM9/jnHPFmjzFlPEwCrV+Ey6OBtRmBRVkmWEGVYdZmodsB3x8xCVCu3i1V4+3HAN6d7ClRF9c9WIU6XariDEv+qIDzqz4aj2c1uQiJrdTQ4hNKEziZtcKgmNLjEQmnHaie35LGCKaaVaj/Uwz3mC5N96UQdw0h2qn5dc1FBWRyoMGr5dTsm8icqcmNOdcnTcPiQZjI0dA51zlrKtWi1o+mckJd2fgT9NnXtfKgJJrRtZFkEFqacsQVKh1ler2UKI+hCUI4+E+720qokQW0PvtTIFKqZsQxqw9pQDnmj8jBAK2SwGraemrjVv45oEQShXuCn8OLOtbh5xsGTToB7PFCWVQfQPQ0V7Gq6upCl6pLRYoPZKjEbxbWzW1vfUKlydFSRNCrylzNJFdpzDef2Ri2E01B6ymcqh25u1qikoiHQ92BxrM2BS11PuNOc+EhUp6IODRnoOIa2+YDUUN+8tglNobePwKPI8KGUHD2HHPXhGNE/js6lTw+ofodff9598z8wjeBGYvVlsIIECX8hXZvWPzEP13FXZ+fw/RjZb/bpUBf+YKkRl73nySh53Q/gwWdJ0RKXge3leJ6iXTh2Y56ahKaOZnrRnEbuJGRVSComixhtuPP0V4SeAbz9nFdkXVShIC1Gcpr0JsZnoJZFXEN4s3I3S2Hwzr188l40vjcnLTmvsKPCz4g0ZxcVZzvptxRdj1sXc23txZ2RKhccvPIHz8doQlKJWdCdPnUE2x0slr44WNEzl2M2pNcWzAONdQ5NaLb/Jgdh1QJNYZYiHDT+zxooL6BtL4U+bUDqXrQY1Zmtr2jnivtfgaN/jEKDisxCUKkpLt5xYiTXKUSdMU/CoWFAoGg8Fg8B6heXOkbQFsU6Zt/Mvudli96lFd7id8eF28KrZJYXsK2JsK12ECbXJLJHuay4Ye7PnvFTgsvfLurXRUv6kuJ3yP+s5L8QgDjVSHwGBQKBQKhb5Hs4Jn2sGK5iv34PNn9KzR9/rCgQPoWf2DCBtxlKB36zltntT1xHvZ5x7RKj+Ze5r5vTQhb59q9GD+tMXdv+92pvbL0CjYAmCwDdfqb/i2udKP6PkO0kk5MfoBQS+jLuW9P5G5wD/nRwN0mheRDTtYRplyDc4XN9X8+zQJ5C///hT1jKABQwCsKr6rZosOuaXQlCAQiCVaMhgMpvaYf48FVWX/eVFfTxRDP5r3WuuI5h15xesxPdLhUCPONgEMHGot2gGLyeSc/kb7H4qqyk2hCtkr7b0IoT9Vl2MNT6o/oWBJjz6vFomlHmaZgdiWgLZbOMzdCuEtEEOC2OaE5zHnbKdL79RuRmaXP+BXZKgkxv//DqKqpIT0ypIYcW1RsVi+5eZKHcb2XM0jyJQ7k03PDxnNqd6lsZnWI4ptNdfhRPsLLIkmPxvXwQIQpaMueKRsWb+plqjAVahsin18T0oPBo/SVMta6aWdnAYKJiRuAgJA6jBKUaKyBJZptltbGnCDstpAWybh4TWVLlKoGrBaEchHFWWm4l/Wx/+owjcOxJzvlZRekfDwShpYtwYpVCryRUa4wsFqRXY/yTMZieKgY4l70G/OneUrFKu6wdWKr8lYiRv2lSpWZWcyNKJU28F8xluLN/3hUek8L4v7UMjkhgE0GOq7CJcCUMqQCN4+pyKFrhfjRybw63cYsBBzLCbAQO8Ex+C12zaw2kQR+a4qO6codMyB+AG6VsQ12uWk/rw4CNJQQhSZoWhbVID0K9ics078l5Ynm2neBpC4ejc0+xBVL8VNOt5ics6RTtvA6pazRfZzqjaBrQmwGyh8slSWNIAi/1o4BG/RPo5qFqDIPPAgsBuBp/fJXVz/hmncYvUcHSayYcLKouHBq7Wlo61P9ufjTSDUC9DWWfY3Fbm8QdM2UeMZso1YZj9tXUogw72M06Os1TibczVn7oCuOOeoXXzeo3cAKH3tnWec7ZJdMLLdIWrBEsa6yhSltlPQjbbRhC7tiJldfuJja68jF0xVbC17quqooJ0Cv+Boh3ObRd81ZFeG3OC5W3YKhhJP3RKhayh5vJmNnGdlPuyShZcL1cPLRpDOx2esqprqnweqCp+XL/dNkPR0DcDabzBxqRmfGdUo9ACHaqzuGRwe7cqDbkdXbRgh3I626S51xXittBTV+qn1P5LDForbYHEj16PEkmbgsjC/W/HkVi6joQSji7LYwHA5BiDnmwTVXz4ouElGUN3THtwRd0nfP8ZItZcP7EIvoebc/4TF8egYbuvObWV0HVXn7ryjwyGqbVnAsgRVQVRghf19HCDlWHU9yrAmLnlKcYCduG3M8ZZJN+uMzZV63LrIxkYet2Bs3bOd7uOj3htyicncWy3mh88Q7CIMp1Gt2BXSO8PlyanOxflx5TVxUxWpW8htLbFLxKLpdNJUk6p/KPfkShVrFd9WHloPlyS0Kbtag962FyC/t+gUcgBy+/QsF531nkqt/Nr70uoLgvNuIGZpEtYMXCU11pj3iOqKmUnwvm/kC/0lLkynpHoakKfCnUxIbMB3fTQYatH11hvBI6iWTImPoLnfhuzh+wryMn5OBjabLU5e8FTRcDUWk6LdIwaWcypb1VK3VAD3Fdt6lpncn5gVpssMaMEbyk3EtnGz15Ou/flVUloE2OJLiQWC5Qpc5XI2tDIrZU281KUMRQpKOScp4uRTSRtYcMPjmf6SNwPfCOaDeqwbXG0OVSkz6LOlRFbHb5YRNbOFa0ggoa5yRrHSQ9F0J9cq9/Rpfjjowxt5HQ8fnXUMCyyJnrBj1zLagtbeXN4q2zMOcBA8R30vCeTeMhDbyT+HqjnK8KQGgpXoalRP8LVfy542N8or7nUDEF3Z+cKkTqJ1mSbH/Op7kfZ1LtOH8ouyBI0wceSd8L02XUrFVDltXcihM+6W0ZALozJ25LrmwAAlRm/uEoW/UQbiduAcY+aIGkhUoqxqqh2hdS1dkhMardaiD6NOBkrEitna6szppUuD8MTWee1I4ypXQ5jCiW4rprAdmR6nmcCHdsHMfxXT5fnjK05vdn5T06phYKLqjmndFVdh3OVRGC1IvoIcnBP2MTsXlFOl+yCDjnunjYONNO29OzrK/eca3c5pa2f2nUcrZHEjrsZhPITp7Dzi0xBqdkyiuACH0CzNl17eybM0erf7QotRy1Y4lDy+kNJaKB1t8iT+hm6421cGT3dUElrfVCd2BcqfayJzLxKHLhalj/e8FB8DJolsmlRiubY+tNfhr2hHd+LUhcOOMFv171z781HwPA21vY4rxlt9+DZV7NzxiyJOyonBA6svYqoXpEyLpA7JvkidqdrVZptfRwda65kxPpRetyhoGPjLaPYPa7Pl7GbVX9vwROXu+YBcTioLQumoGyevBn/06vzYBsQnXJ4fJdVVXb8QswazdOZSmbua2MVNzJGV7aNkB1lbrR2aHwlLuNFVq5u3PSZn2o3xJuT++EqR8+G9CYGajq0rjU31m4jpsKuzqkcdj/thCL2Vi7l0uEYGioFkc75Y8OZhv+478QnQhuZchf2cSl3zCmd4bnT+MNmMb5JkL54/SHXkqToKi5mJid46iDhpC99L8ZYCLwTmXTQZf6BtpjxRJKSp3248PchX3YKJAhgyzlEBOxRbTb+FhVng4OVvyACbBl3mL1tDLkm0tifCS+wM6gzkiEgeNAK1livJaECHPXYWKmBNJI7pK4p0EZ3TLoNkYX0rlAqUye4KDTzW68FnheCxEfCwxIesUFHAp2nn/aJkXp5tkTJK1I1AsXn7u8tvoO+p3tm18lTlzWHA6yFDVxtEV6qPw1lIBNHlGuT44cu0zcuXsg89x3P0vhvW78Ckigor46qRTXEwi2xS9R6zE7mSG1XLTU2m7t5G1bWrRQcYEdZ53zgQqYGGIeS1t1BM9UyElUZRrc157SDr7s4IDdufODzETdlXFphfHpWeLYjiCpbsPkT6Var51Sxd4CKbpoHtZW9Bg1U9GjGkcnarTiSCil+CYHAz6bFIykizbAz631hQhQnO/5DKHHshnaqANA6gEJSK9sOz509eAUqUuud+18TVzTjBMxbLfhVnb5TbQaCvbz1R+7TiJvlDjNDTx6CwD4IWbvqOHC2zOExSyzYRH6pYdNj8UCnOk1Hgsoz60D29DDRJS0lIXJoXzJrWdgyKTD9Hj8cFeUR+tV4cl64sVsIm54G1Oddhrhq21rOEX1VsMyNnDhCKLMhkPJjott3P01HxHZ9S35ROlyw3EFgJ9G5WrdmiPjph3OWaMPVohChVGAdk1wymcTa0UEnapIlPKrAp5fPcahtvA3PCAkC9IPWm79muLf4us/YwkqkS2kqF4Q1v7dlgpFWBS1nuaP9CXM5GWrb3JSS6uytINDJyXf51ElrlAa2tZ7Yz9YsUiOQdLx5mxG5gda3PgExlVowBeGpSEMJdsNlzaFj6nX5Ns717cQA7JmGMJmPlks05quDz43MM8V0iPhZeFE3FprpUGLUV9r+RUPI20zhozBXvuuNngPsAsSPgCuqeXs2zYL2dgrvWHBfyygbw+p2iAm08dgodj+D4aGI9YHIqZwG7FihLchTMAM2n6aLmGamocDSXBHIjmmH14dtIC66+QXd1IbRF/ICKNzeOS8wNvwGEs8Yv3C2VtgYKWxIncPaVY0II9Bjoth6D55LLnrTCT1++pRIZWuCSr2Yrr6THb/eB7x6gf3LgMbSkTKzFF7VD0Q7uaXsgiwaT2+rxgO0UVU7eohUqv79OBUfy76HaHHH3ILXO7ElQ0I3XxOyvCSd5P+iCJaHTLI9SQ49NQRxTUALuc2BUHvVeyZ3IBzbjnA5epNL6VB3eF9EScuOOd2XrwlPHkmHwW9PtF6pX/fz1F26SNcd8POVZC05/mz3JS99NfxDIzXlB9nCpeAJxrcQZZjs7YoHjPTKmoelzCPrmbrMWIc22jguv48UaS1RUU9OTWGcKq1S+xC7vQmfqaaCWOGlQ7/JaOtFMC40kSYu0y/9fGsuCSnQXBFY+lQTs8n+3DVQqVdnEsRku8EPwZSTY1hG1AkrFUJXN0BhA2trfjbeSNISUNfrfXa/VzLkbfKeOH3L42wg4OyJq5Six36om/HZ0sczRRD0N1O7KkUA8sVfcPe7rrTTSTAuNu0qYFbColsTBCf8tIwQYzcniiz7xK6Vb/s62ZFWdhoa6EBLzxCJkueKr4PV6e0kbGA0NzW7iaESYHCH5YAR5sYcK9TRQuytHPAnEXnEn+M0Pf1018wNM9rCH8WQPptWKXhhR16Z08iNGmZF28fJ2EiIZ7VAghrHWOZ8ap7c82+1tWik7m8vUP3gz8fNoxxAXkfCSCpFIJBKJd3EjpMOWavtmHzZd6/VonTyeFsz0dLTvVghFG1BMnupKRa7MIru/dCMDZ3srucGzr79wyQsWXS4My4h8e/Qz8g87TjN8azI9LXCgr+kUwxwu6IIp/HovjHIfDDdW5xFScHEyxOCzaWBiO2g8AffafALStM5Cr6t7cnHSwLTt2yUWTUpp6V2A/fiX3c+NZlCSbkQ/FtYMFDNHIW3dTZF86zJZ3Kix+CNOxalzbMGzZq8EJu3mM2Sp0/3yjTPeFvqzw9tsojPcXJ59taQRvaRZlyDlf68iZx7sufSuWmAMcjuK9CKmakAvF2t4ZQ43cW2js4vYlF0cFApxwsmYhx1ffPwNWB2dBn9iYaHPGYn5NxiFa5cv32vjlC65h6qY29LiM3e6smVKm9DkFkaeeKHhx5xLxYfUnE82Ct68AT3rGyuCgq0qOHse1t10bpEK6qZhyILHg+teyUYpifLsYvoNzEKXWG8xjwumuiVMKJy0iMO96dp2LchO7w053Qa2XxILyonOcyRZeSe4pQ4xS6mZEnU1PStiOzeU7GnMcQ5gdrp+9ebnQuzX4loZvL3Y2f0bFeuNAwMbi81//i4yp12WRNiqubaHdTEueRGp2ikotPf5aMuOAH3fWYzvpIN7WUxhPhXFS5UOYMioHo0AbhFFHmPPtWZOZ3Xn37SxgylY+lDpLse12AR6LNtN+qc1FnL9k/am7allIWMNnRAoVfoXGF6nsBpPOAzcuU7nzIhRKdsJbb5cZeD7JzZoRK8i1dg0WsdDBHNu8URY8rSYufCkP5c2p/C4EHcZihCOnvpvITF8voi6BxwHoJ28pb3FCKkK2tze900gs5ockc71blBzM8AkbA3v4C4mJ+ni8Z0n38bYpQoVfJ+ifHGbX8N3jd/xdXf3slOXVA1F/PuF0yGthR7X25tLqD6AQj9K1VshpIk7lbrtvZmWSXvGR+pEI2Er+ZfLa8fvPfCfM7X2fv3xhctOxC3wpob3a+lMN7//wMtxYYjCCU0GEy/nqOjFLqdfssQwMkLFnZXq2nRaLrb/vT1VRSUsT9pthcdn7I5bB5508OMPNpDXdWviJ3gx4gbsN0sV+GLyTSHF57i+y8eTPn3wgm8LKVz7zGMnfv3Lf2RUn4cL/kbnNRt42b8Td23z9Cpt9U7zQn9S6hbyz92f0Ul0FU7bGy1kLhPo8fIXPEp3LuAXZ2Ys3LForZQV4w/617+m3yjel9wmKH3pnch0UNbhlic3Q9BbozbVT2L4NzgT0BE5Y67wAyoKctNdAbK82WUvkuvacW6GvuLKFCLET4wNqQXFeL92yqClfV+LMWyG1aiCFaNVgONTQuG8zp8INNuNeSoAYJ5fsLdlYYgSU4EXC04Am/G3RQKSz+8oFOxg2JPyDGjfcLEATPBbY5JwlKsABicM/9m+m3cC2+GGOoo7kheAQbTv+k0+Y4Uk7TTjySnyzMwpgS8zUwn3Sm+DLlKwoNZ9MOJc6kytrul24lwM98foDjymfApi0K/9iNIAKDuAYY/FLgWUe0Mgh0RF+ZIkB0MBbI4DAZ7nDawe9c5rKaFuNRTFPscsFJZ3QJFWCVcpnGgtuA90jMq1uD+wBPDCsY0O3GSBtNnVhZDwYP0s/0liwZihma0We1DrrPz2FoGTf1Gi8Rdf/VH12O0O/JrIRaDn/6LjoqN8CbnMDp5lhs8yFQ0mf+Ij2s9llg5hxj51j/ZFpLclfRbuas2XW/jSPwI/PwRhfnLJsZcJa6FDziTMNzhs3LtjYF5FOqywavvgNcX7vCBZnx8F/SqM+U3PI2z0Hq/poKMGKdK+gFgdQms4YeDGZkgpqZYD6HxkJ/gG28CyHjSc4nKkz6LalCR/wzaNW/Qd9udK1M1MoLXnlhPz+pSV9qmK2CIyalLpYvPo7GgEspqaj3fnYefP11duGFXr38jXr80zIIXqkhGXMr6yv3Phntg299Tjz8vdJMf+zn1ssvfsZO/Fsz9Kdxkpybgr75+16O37t6Wf0kG/vupuyyOrjJ0FSKg7yk0GztNvI/1LJceVagEvDLfXrYW7wYFyAO87BMtgHtwJ7mcneLcPp+49gpaQmdfy7dMKhVsfjENQBxYETT1YEJ2xfhsi3wPJgDuHCK4Z1P/6k8Qpq4P6ecs8pjg5COwUwPXDq/iwh4z2CtD8E3AG64PEcSUan4uWoJ/o2Uba3Pyodq8DuD8RfAbpNCkSK6VH7VvVYvpFVSmTMIdDXjjKYG9tndCjWgQQn9BPi498qmM1U2tuYkIXStv9VJtRoA8hqm23d+OSrFFjaVvDOp3ZlIi4LRvCr9ubP+BgijfdDUt7N208zJBygPQVaNueG/rd1eHfOGlpD3mWUj7iWttQis6LLGJDbdhlCJ/jVESnKNkv0VNpvzG1LP9sei+vzI0U8+wec8BDnU1Oj1J1NR18tykfXXNPCPuiqEcvTOfI3qFyMnKXaxcO0/HfKWFluVak9s7eUsqXEsErI/BPXjoRjGpembmPFtVtulpRIJv9+WbraqcpaeJwhGFXvCoiB4K2vialjy2K0xFqMjzDII9Xw8W1AZgB5NnpzvEvlpbFCC98rhcR7bVeDB7UIpWMLDAEBK9Jzf9qCBFwDz4NAmluU7NnP5w0e2fjljJEmHYIpLJUpClg4YqBTE2knzJ0VWdQ+48SH+E5kVHTB87esHRTC4mk3LySKrTdHJ7kEsmGDCu2InpUK2br+YNtqPiw3X3AtR3kPGzIxzuldVxpamFpY7QNN0jRz0hluv4aWFewYJGE52OvIZ7WIuN+pwcD/w3AzLz8XJia+Yi9QVoWqKLccztfZANsjH5KzwJuBtzWvdg8SO5HdKZRvZIkGxbfjBxJKfJp7vr26wGMnA0/fBKohUinu8YcICSO951d75fo0u97SAf57MmFbqiY0cuqHFzAzLdnwGmq/BF9hp0tIvteJbDKGZv3y9QGLLzLKY/cQcLfTXYiwEOEk37unLWIFX1DF+OAUpYRAedJX4oTidvIATCPkf1SOyMikfemPl7Cxor9kEj3sq8jGklhRnJ96x6kxyNx89zRI1zzO+gq+RhwJ92H1mU9a33imlVQjmwe8VjtHZMNKgEYcyfkwd6mVIDbOzQC294C0wWXZUUbOcdj/8gR6vpDsPoJBL5vAefuFDGVeXLCdPZXkJp2yrZfovVadnpEmhPOET4SagJoq+vQvoy9gIpPA84m3Ft8FIMB0KmWgXVNVzNfi58yQEupFjuQ2w5l886yzFcHjwkNfyctsyII7CWPTMwIS6DN9vj6hG0LgqOji14gKeQsE9pBfwqKua8+2KvjBej6ARLJ7Rv3fyiumHxvbY/ah2zwFTtlS4IXK09BjoIE4q1vGWnnvqautZTN7ipfilB6LO+siwin4cvGF3TpshuTJAvdlqMQfP7qcDHshF9XCSltYJLfobfAv5TVHBFAfM9gZ3lFuZH2LommkEsVtE4oEFDXIn3fjOnDycZUk2lHr5n+mfi88US28rFJjBrDebwYm1Se7cmIr1CqcYoUrqtakA8X8mh7EkReJ+xEI7x0gDma64d9Rsr9WPRrobRP81A/AmrY4ckDX1yJEJxzzmdX6B3HxxwEWOKck7NK8G0HPe0WH0yLRYdqKWY44mR9dhxM7BJQNtZ7t/j3Rrdtn3NkcV4jfij8nQ58mDk+QuI6Bk9eVCqM59xNC0/GH8Z+k/zFSrQr75UunZZmEvxYOGV8LGG4Mo3yvIeFeUHKAJDDokPU7krQRqSQbT8OZzI2J6xmezocLwrM/qeHPTErX3a0ncfsec7e8faOoYOqD2uUKBFHZAfZd9oAbtCola3nWkAnxs4ql0BANFzdTBQQFq2ooBhcgZ4FBZ9swO9CHlF0svVqYJKYbx2mwggaupvGksCYx7f5mDdMBJG8Ovqw0QMUK6mMtZev+at8MWUSPtgkeFeHjYo2Lkvidj0n1H6MRlBJLHad87qmuU4bShtOZYaO1ze6TPM41DnhUSd4FfrSb9PJIeuigzHUfKzHZr8sJ4y99h4AJilIH0tg534PRTo55iJE89puMH7TwncsQbvf4ZMafuZN5N7CdwTVp26Y+pxBWZTxqZpBrHCuzfRD/OGqIQVUpYnj/PpluYOWAPRzQ04+yjo3zvDCMxAp9LiYA+qJAlnSslpILjak3uqUbqr12CiZY0vMeb+AL0ti2nHGolEhsocg5mBwJ2j5fnv08QIshytvgGLg4ChOItc/1iDtsW2UvaE1rdoApoAAzRg4J6MUaMpJB+dhK/mj4yAqYU54oO37fvH2lptd/eh/IHP9Uz9P6NYTG3eo/2p3jTjtpr2od74fLruTfv1iF6QVQj9lKoV31183vfWE6Roc7idG9NPtl1xPnwVshZ9k8QMGudaQd8IEcK5v5qjvA+xrlASfYCiCOepSFxDosZmHRC2kSqBgoNeJqvfn1YG7aekxOzaiJR76iyYjpxFcVbiuT1UrJF35ARn83rgD2HsKgceZoRYlfqTbVCjYxzKNS0HjpWX7JjmLGFZrqFyF6F6sDIGXajO1KAZXDVUOC+Par4qdm6zYyQl6opYqo8nZ0HsW5PXyXeIxTuwmTHY5Swwgro1/sE/d/+tkDbTkLCeQBM3PHMSvvJASfz2NP6AWK8QotT9vbBoges8l59lEQ2QYEA/OhKv2XhwaisPFt2UxyMwIqggPSHNK4FlTWFoa6QJXyrV9F8+BlNGwkJ5MYT+VNbW48PizhUnsZY4pDTl4nhgxWroY54mBJmLwnBmPYAFbIdMskuvMnWpIz4dezbiIrtVkIZQ4Lm3xd9Ob6LT1fCYscmA7pbFynRVIg8a91VEXFE51oRWTJfpOqxTIu56zYKITSf4KxuS5Va5y+In93BQ2cRK1YfL7jqsGk8fxJlk4YNjo05RuMbaXzlMTWJAkagbHwQn94dJPN4M2tCNlaAaeLS7CsxstpR6REznW0gK1aRLWaFlCyGw4xP34umeh7ciywPzCNhh2pg9SvN3O1UhWZetqmgBBfaIxCdtc19BTXx8VTSsKRNOJHxMf3Ucx5ngdx0tVVISCI/8WwdDRItyv11BkVw4su7JxXE31dMsY4BSI1kilVCjBbpfS4m/m19kpOCqWNxoCQsooQwk7/2wG62Z7KcCaMNglrG069OY8cVZQX9a2bDtfkxMpa1a5DDAia4kTuj6nqFKDsKbPU3LFQENU2u6CYXfi+td+lK8Dh2eeZhFV8WSya9IAUUpElTP2OZQiPHiHDWq0MslSgCYstO/pfVWcEEv69ho9ygy3OGcBxxQeRUpIrVJ5g03HaJpR4lLm/YJwDEUdKSh40HUu0s8UtHUh//MvVFlOnC/VRiFIlYa7ZDegpXCX4M5zido/csv29YyF5Z1hW3plWBInUrx5UI6EfHt9m0xV6q155cbpgvtNnFbFttTSp2A77OfR3g2Yttsmi1kmYPjsgnBg+RjtbnP6jQBfvo+Td77B2Yxpw9WpsC0ZY51zZINUNp1ZM4BAlb1YHlGdT6J32AuoZb7Y0Oh6DZtS9iJ14oZbFWRboQUrTOTq3gfu5H22r8sH5n9JfGIzWcFPUBIOTG99IFAIl1jTZsxMW/j13FXVI4VpOtvs6dSahrYambrAtg+aJ8LxwHSvVhuoVmesIOS+DiF4PTBFmmprEepqlgmF4Z4bb7cNs6anVHztor7ETX25vmY+m/XSF279IP+EnAWZ5Fr4avO2UFXUz6nw9cdD4TE5IprJCvBdVh+T6QKpbDA2toeDqeYXQmM4MAgG7Bg67zd+0DITP0IepitpcJf33f9p3U69nWmKEdLlqNZDhSg1m2zGs8cdkEw0IWQ734wm3iM/S80kLNop3l54bN4Bfbwp9t064NNQHTaGA4WE9966kbeB5uu4YYu7SrJpPCrEutkEwQ4Woqi3zhruPF6IrXIbCFtlQexejWElyFi121ASrkxAKinIb+uq9nf3F51SSbtISdcbrcLn8bmvDc7XJwuXvzDzSDrHtbk6jCA2UQlrhXEmKmHIIZriH7AwrbiJjter3vIwfXmoo/JUr9fzqiD2yu1cAbgqNDT9sCenk5FORjoZ6WSkk5FORjpCdYgy9oRQIh2iOkR1hOoUrZNoBqEWEFJbxCJkEhzS9uCGgYY5cgQJpTa2/qeIlcnO37Wp9Touqs/CYf+dViqc3vp+WYki2be4vFS2zGB/ynrTyIWWH+QiIIOPBKRLwonwrZ4oO6kCq4gZG/m+8+n6SD4PCGcKU3F4uKmRa0Ht4KKmwD7+uid+0qJJMorpUsY9jdRLXKvxtwmXuiJsk8lfYcpWrVzG2ytobAI4R2aYlsYArE94Z5F7OA9BQI9SxMxw0dZGh9xwaG+b2sLtn4/XpAa5BfIb4UDyb3lVetpZDyIOhFZUtmd4ox9h0fRmHTY9u9OS9mnXk/4BGavflR01f2wTrr8r+LbuQROEVvDUIWgDgjqwIIDToBDWT0XV2MzwAxyoMM2am3C+fR6LCkMqrxgmScTw8BJiiMlNjj86Y8LJj5p23J4sKYXRE4Ikx7zlGMDT3kzsxePHR8Vms5TidT3GUFSf7tDB6fqLoo0gb/cZwfBDN2NTAi7sVJpuwsYcX3P8EW0L9Mnq0v5Zu9CKpuyxM5EmFD/lYJJa433KXspSHmr21g3HAs3d8WemIvUEiK5qtueRyrZ1u9XJ271STdVi9/bt/aBIa9DOkq2ClI9jiTaYrrOKF7JMAiAK831ZWVo2im/hqQzp4g8gBNuZLpnbK02R7IQ1qQE3VNRcu6dAdvVjMkQlQvrslTC89wWRNx8jb6z1ZeZAz0Fj+6B5iSiNHI3G7s6e5yBhlw99g2gQ0TGaoyiLpuQ+eB/OgWRp0Z7MVRvZ5Eyu0AkW4W4b4FD0GbscO2PBtNmm1/J5g+3mXdN/JHWnK/tQidRnvhSvEPswJfC4IG00Xtq2F2uXT7qzBr7RWoManFmAN4O1Kv74QOUj9Y1kD/FyVnAX2tqYqoIJCqK+X8rRvSZjFOfiyseqK2zdZ2JxRM21+zRX7Xs0hYpC3O7TKud0oX6EFeZzK8d+2cWwUVOxi69+qh9h1aT1wPbq4MYTZ/1c1gBWwwmA2cRg5k+EH8FQGjoOtlM/l0wHy4aGKhg8rlbOPt7l06gxbD5F2AZILI9AvONMUXqnkREtGb3W9njfT3MUxAZOq5hnmxNnZmWQmbL0N7GX3ApsNTxDJuserWddApEx9x4yPXBt0jnvhF3sBFrsFQkH+gZBRdQWGlfeT103j/ukLJlLzRpz7MbARkDBp8YCoBd9HwPmZWf8fS4rx1Nl7yqKZut4KS7ck+fBCqJmGpgDwUY04jis5Uvzyq7LwdhaC107qFIoY+tj3pl27DLoXiBQuInbbYN9s2tsI0BD7Kmc79uT2bg85/fjJhA2ot6KKplqOFetNW9uzC+dOlNkZ2xOTAkcmb+Ca4zzj1/fq2gQmo1lYjRXjD5jSZrODzyphDw0kyi1Mnew3QpD58HUyZHaAVFaZ1Bb16Kpmca2nfCtRXPjgAKOK6a8x+t4T9iv88pO5hVj+ujZIILjDm2wPnUCK5bm/m21J1HtyQyrMq5AKQtdehYMZt3cHzvR2XdUwOU8VLpHazd6rHGtFwQeqIdnBBCC08o/wEpgRH6ExvT2qd+z5iVZvXMECKtPvUHMRizQVAeKKpIHAvr5o1WrVq1aA11RpLEXMnvs0LIF2KBhDcYKNcm5PoJCgCAwhsIRofqTaWSSMZRe8EYFoIr+X3UnKFL9PNJaax3EYrFYLLae0BwqAATsHYF7RyLHhX+Oo/hsN/7+yl1NTU1NTc2AMcYkJjGJSUx6x817COh5epGQ2cWANJXPtTq11tGhf3OSwbYf6WYSJt6EJxl0p+YraIchZtB9+SwIEbslh6IEdyOXdKG/aPBqiNCdCTDC+s13NKvlI2rAtIrSn5SJA53AKENn5yBjfUMQ2IbAglgJMlDxFcVFkcj3Nzelsu04jHxhCFr6mT3NC05PcU2mRDjVQLSvvgER3J12k102mQNlNBbJnUgHXBNpnwxb7b3iPwi/2KrUhJ09H0jpOdY3oJJHjLjehzlOmFWHbBD9mgtAnETM8cye/Tx4P2EQqd3NkjT5LQNDLkNGKuWxxIq88TMhwIVwIiq/OhuYZcx4rXqHk06QzAIt4TiscARdML+zGuBR2qSYNOuCh98hdwdqGaCGejLDIuRxMATzawGSdbMDHMTOHDJ12uXuTN7OfIYD/fC8JOM2gj0HLdSzZBNgDsUZ3BZQyLJEIK6MHiafT0AfVtEvXSiXZLtSehYLBK0Fk+k3h62nvv/XuTb5J3/Ynb6ct+7SOyYJkTn059RZmaefDzHu0yup2dDvmcvkqz36R0+n/znrEVo6BLTSALxoDMKr8bYnf8RPXskQDZ9+c0KNWIvtoFNjoQbmjys01UbcoqRIwGLGNhvC6ItoyNxia+ob4K85SN50/Bv7arbvjE1eW9Yrdmavs9TkeERRd4PNUgvpJ9ZriDcM2ru+2bnYadRR+XDnlh/lZoYoW56fXXrnli5ei/FCrdFafMBdDJa61DH7p+HbUA8HDLuJTnh0L555B2wx+89OWhebvJtIQdtBQXXA7MaIly0btJQMjzVrynxMYYdfr45tM9XupGKh4SeyTS4lSCt2UEhACeboitbAoRde03v+dcGIj+haajNEqgof5Uf+VtYvXNcl6LU9q14L7ulEATyx0enP4++Rf10UexuQibTcrlIPYiZmJILKK/RBa67lGUvOQRRk+kesSTvJzJwooVkrZwkofw+6CylzBGaBj6XVzQT5TCiBCQ6C7FNCAwyoQEFDDMnD0wpW6AzO0Gv02lQJFkjGySrgRYlt8ufJbFQSzOf/J6t7E1Opfg//zrjFn9ydu5ftbQwOXmVqqdi+/a8C4Rk+dGUT6FWm1ZNZ1sogXIa1a9euXbv2BF9xlSXUfHiJE7oUpAnP7Knox1Xt1tBGdmEGl6q3hOi2xYwqxVgqBa2ciIVb76tV+jKmXNrfreTXkuE2DQYw6MjqTuLWVPY6D4RQD2jnZVNlFnAtr7ONOCN1jmmPRQznUcE04KdZf015bMwXo+5mnFrHouIL14oWfi65lPXGuXoRHcBj4ol9sNuSoU3kqzj5ompjvYV1M3IRdB7f/eazPA7ONGfri2XiPYMTioJrZF6CieUD7vnj0vBhyVN7mPsWAJbHiQ4FltzuwxxYEgJ08pwPX/Um8MZSpwj2A4MDUcu4h4AaB3Y//T0uZlcFAVp3S7ZhnXsGYKeJgwIQJDpT2WMu8HdaKjY2qlkWL9yBUaGrAMXRPmsuOAi/mP50Mu81plhx12UQLk+m+yljIzwJskJhl8G8YCpH4V2RJ4/0Rkhvre9O3pUMNTUoq4KX/rw/MNtf4mK5Fjv5sDqcytB7+RYCMywaCBkR+GDhD5QqYnfl5YxYSDSqKeXIQ5h+Uwx6OZeUoDLeV+3GMsvLct+Y0C/kVsHXTmRA09HbKpfnipXik2nsk1RfDC69vsoNYW42p4PxXKuvbwUq1dcAQj501R0HSx3OUz8kct1F7vLtQQgCvmqlALhV2IYjHbuSyG6+i279izH7MHL4DAK8kTiiiUQfrhOMrjzrgtOyQXwUNXGQMDC4G49QW6dY7tv0Yfzo1RNX7tF4LP3Ibmk8nj03JYCpJ1JmO9Aj4i01rqp/64TUt3R00oc9q5Prl7af2af4G7NS2LWL1LnlXSCmoSmVxjCM8L7xZVjsesVKSv1IIpAJdAgsCNbFWP2COLWlUt9wo8URtDAX/qCH1k4H2F5PVdbXVLJ6KeS2OuumKaad6nncG0TIyGysAemhwZyaiA8HCgpH94lUcH8EY4yj5v6sVgX388MFL9QaIBMZI0n4oGVNjd/fFMAeR1qapYHdVvuG3w9UaoMLAJiJAnd2JbEPgMfUVftVqosKWolUM8d1r22Qx9CWTf8fwsbWnsPisWIdinLqaPs44yq6sX/r676zKbQ5QR2pKX6LayVk8RPI6UwPBKK57IyzPtZOqR5JGDxYSOv8oCIzHS0NB8yJ1staoK9RdAcysfqIyu7nCKB57H7itTP50typx+pywPcjcDhTo7xJeisYs70VduI4GDMEWkdyDhzVMNFMAQQkSA/B34NYX3NudIVXuScodgs1d5t62ZdWIeLlma8/TzY7NQivr8vjH8uG7mYM9gw69PAiqraxjGG9CPLJEFv34yiKUM98bKQKDIaLzwNIUzvMonGsmoQWzRWk0uBFmv5Me95yz2kRNoEZBTwpo3NNVLD3SR8HrkULkBIsspaWU00iBkNC4AoDDUNiMcDzYJa9XiurHaoXHD81mIoBtyGJk0ixLsII+YvX0aK3XBS49cyQfIGpGDPgoeH8DoUK1HACcLj4QYe4DpmQ1NRUC+fOs3LX+Aq5DYHoBH1JcjgIRDRFcndZcW2Qt9EVIUJ8Xs3y4JPYwBy0kPC7Fhot2JCWlPbCj6cot1bDfcxzZ/rz7i/VRgUQO1ZIbd8YWODC+sTvmgdivxwChhnV8GGSA2OT472dhqmU/euM9uxSWzXYIfUYLiwmVvXPRBZoJ3iZlmvnUWA4QEhlOBBtWHqL32t5XZQmQdiehHcN+4bpwg9im/wJt/+Bz4nbFc9Lyuy7lrzFQhUShmOqQPvtFFKhdF/EZJer6BJ5H7u/2atmS92FKBzrMDsFmZm0iZL7p8TdpxcKws0JQ7Gdg/jJgxMXnspq/R3aO0/VfZU/11MIzuasBCcEL0hIepcpQ2ZDSTDUIgSkJNkX7s7zjQSnQGCnV8dhDCtqyyJ5Omwq0UxhBUZ8gop7/wDNqx6X/yCnf0U4Xtl9zgnKVlYnkUfyzSi2kpRIsNbM/OuO6e1BAK4HrxOmNbuN5G28/VMKyrMOHC6fDlwvxFUtOV6Dtj0BPW4QtXvJ1Jgua3/SjS8WhRVpULFPWU0Ryg9y9W+R2mJydjMk18LeOfJqYc8pUlthM0dSK6xPEQ0LO3OkwcJqNCBbceqmR25Ge5SDc7Uo9V8rTFiy8LYmHCsnx1rmInkYwnaRQbGDhyjips8LhoPHMM5lra4aH6XwrZDfe0UokROID/nqxKdCW015XSxflZMlRozsasxPHSPZKSMw7iI7ERJJFdWzTFWvoKiB43iwSfBBx4U3eVyYjefvnDJZJKui7TprCBrbszVs0u/yrRhNDXB0X/RPFwFDRSXD5a76rOKXjugWaGwNCCT4gKt10+pC6eCFbUMpDccXqNWafYGlB7Y+euNFmCZfGDoQGBhU1fbZAWATWTZbXza0NPhdNiZ8qk8yDOtCum5sspb/HhQWpki5yWNtsiQJLkGLeqjJ5bNmDWwCAMDCE/OYt6GcyZoY98aKmrqgteWRPGUoON/bflDyDNSDliOyEZ30tSdERqgHDIdpMo2EELBoiDZlecEZf/u6Bu/MrScVR1qFUk4hmfScKgkaDIcjAjqhTPyms+fvboiTAzILqCl+Cz9WCD7yGSjerFhbugTdkOQ0imUajn7kc05orn3RJ0xm+VqTexGMCzi9gGvLsmzsh+kCj2AkQz6qInzXpaOZtUi5H9sJ1E2xvYkZsRcwaQc9TlhG+gE3gR7GthUv34Zhtb3FLXJGOi/oxjioDDrg+LpBp3LWr8Igq414SJVF59UuOstsk3pkfDbJbZ9X3BLxRx3TzafMWDHDYyy7+YAj98Mdww4yU96zccSVWTB2bU4Lefr5J+hjQOKSUW5+W48fgQ2D4Rmic13sSuutcHm7QyICy7OLjhZ4IPXWh5/FHWXknTztOz6vVJ+sW4syVdmWD6IT6YGZ39atpZr730NwKKXX5aAOSewndE/2tf5u0IqxU/LVArA1Pcd1TkZvsKUeOGTqZWqKpvTHURnGbgT61Zu9dpP3CVmelHV4GGgfmFnuw2VhX+0qUl9VWZW+oVYNh3/qQQVAzYR+EDdwg9h4TaXK6lHbEyUiqakKQV3yOFF0fcYtlIrU3vDwVqFI3YxMlhUDdMLysmJPZiWiksGp0moRdIFBlkE6SXKoRj+5Qi/kJbmmwzlnE9wZEduU+Uj2nD1sr7q6qOcCqjX5nGh9Mdqs2JdrPp8sg0xrc2PgyohAM1pVfKjig/u6BGHY1KaQ83arVCaRngtzoP9JT62V+sX9w01UqGB1Z2ai4GA4ahl6axDWkaQ4W2kl1076frI07dVryNc9/XWUMQz3TNQEPzoP4f8xRRSwWCe8eaw4Tmv2nOEHLOrBpglwvm0cXnXfM9Ccbg7pdNXaaaw7mQ4Ib18dLDtc6CK9rIEin4Tb2mlLVK07m9H2WIFADZpGpRJVLkIljrW5H389++Yke6+3CLh0rR+4Xzl/r2qwiYmk5EK8tBGMRmkk/yYzSx+LgQe1wcfPFfB4IWlVUBXFwBNW1kVImQrg3mMgdPt6VRkNPe8J/rEo1tfnNTCHTFVnrmGo1fQCuDQtlcYE2xKEQilJ+4vR1gkdiR1CsA5gNhbJz9tijAkHWlzXik6yhtPsjdANAnQ9hKfNVb8sdbWVGkmebR69dYcu2KsOwGFtZ046oag5y5+m12C4YoWKaBNulJe5iPs5JZScDHqtfLL5HmE3imBw+9L2zrZRGxetFQ1dDw1DcZOg6KbkizKwPLPQ0o1Up0Pgwxyivps0Z8LxQnO6csCyYVs7AoVl23glY6PKCkOL2EV3vG72Fwo6AF9urqaNO9MyX2DMUyaQjQipaPKtz2VdXqWQqwuq5JsA5YjRAxA0SoE/Dkr19j/kXOKkOhso8605aa2WOXNrcBKD4o3MaVjNOSjoY5H2oQr8OO5lqTTnbIRY4EbTnpm7fHgZD2HQejYqpJUXrSMZM0q6+hkG1Ca/o8V/J2g00ZDrCUQjE4j4gNF0mXh1yCVQF5LGj+gssa+V6gW9wkwEILTeiSRJIX7QgOL9L49HmlFKJ4wjZz21ecc2mcrYv2Rd7zv3HMGJ0xdpJNkSOsFpCrXXxuTuNY1kcjEF2+TxKym9NBfYsIcmIfkU7hRcJ1bfc8kq7bNTc6xBMAoDvfDBEWqxniPs1cm08947I7EbdkO8muLBQLgneLcKlc+YsuhE0EbWDY4Bxi34zyDY1wPL6TqAipVrfJ9g7EZ3o4EmBpGfKIc3ng/zRMmsRz4+cRNlGdNg1tLHQE3ajJFiFs0h9dlBCs0GhZSfv54axXFcUE6ICDuQJ+q8nx608OMD8tdvC/KhktITl17v6aQOYy7S/20kFBUroZEHrZicHQzFJBvIXVCwMcWKD6r6pZ+dJnlK2BvGI4i90Y52vkydjfBkYmlYnfj1yH1O2OkRgu6QWkgE5L3Kv/Gg7KbtlUi6N6vjPqO71qYVR8MMYkYmvTe7LzvyEx2/+nLp0fGdoG6CMzn+mRq/L50/dzP2QAjKfn4fVLjiPA6iiUHlbz+8uyoY990+qOqALbHEofbXHthdCDQFGHHnFVklXme8jMHfcJr9us8az6aapwUDkmR465dTU+Y4Zsi4KJ1LTlvyt7EHSLQppXGq4xb5/06a4t9hI1icI7K1ojzeIl13W0Ytglp/OU27S+868fTLIKlAmlDM1k5piCOQcMKvHtjrd/27zbElzsWZLnjx2JW9+q++QcR/yetqCtabSZgrNpazfvazfJR08G4WvqS/0P5Zgv570eDSnDi6On4RfIFCTv7RQlQuaEUxs1wmJqxMBWf0Ide+f70e8kRhEmlDHHoDH8omnJEF+lhDMyjFdnutmzWIEYPkn/nW7vBg3s/vg7qAw78NUf+NXBZv3jIzCRJlQf/MnawBGf8bqTWcqpJJYCj1ijAVQo8DjMmTTqXGMG5o5gNlW9EQEE0yAZRoO/I0XTtj8jN/ET7RnaT7swl/Rp9VmQdx+NFykL9OI3d9/Kr83VBaHovbVfjRUNByQU8JPX1sWLCmZfq3ht9xLGAO939lnlv1uyq+RFEtUc8LMZQIAsm+dt6v9SnHS3EhQOCvrHaNZWmEqQcZFE/Y8e/jkHjJ9Yerv88KZnO3lyA7yWApARzsNMKFlKjxkra8GJB5qPeGxXN2diSPZ/QqK4KOmxmQGyaQjhID+m0dP0oAR/rNdp4p79hppHsi/jGLTUR1OHZcemAIOqDq0XaPPjpHSrvAMfoZP+EWX02bgNJjJoAz2ozeJItkahewC+n4bBYe4ZQm1AoxhOr30tPHEl4yQNy31FaoefPjyJpRUCYVkEIt49sX3j+XIfiZY5jgEDQl+0QqfDnpAgEnJe3VuU8aQJHTDupth4ryipSQqAXZ9n7fbqKXg/IuDjpaRDwyEp8UbTOonyLYSDHkovQLRHZIthAiVBBY1F79PetTT9O/bENw9DRtFSvFRqHyOv5ll9USVMtjOg5/ao6eVyFwq81cYz/hWrTs71yvo5/brf7bdtXfvurxibldARWQC+YAuUaI0GNRyWfNRKfGZkpX5zbLdrpNiIwXTVnkhlLy9rQcTaQ3fh11/StMOa2AJQYGhD5h1FsrfAftAgFvHGejfTEhd67VXyw69bLcCdAuA07FlyDpiN9uLRNXDi0GjBt+cwB6ZcVpPonkhKdQOJXkRKMS4HwkGUO3SJFzxO0o1fOSZk7klDNUO63If/7aUJZrRemQTUKv8pTvHwvCWOZ04CxO8AjpxVtgt1O8mMMjquxxlf5coAiasB6PibldroVOrWYLAgQeT9HKuY4tWlBA30eBUH20+kWH3gDHZTv7+i8N5ivWPqxMB4EAAaG7xeQfpdwHMjx+qjYlQEDo9WKTuFnrP9pDxfr1TtRRdXijrf8T5hN12oWaybiZpX/slIuqmH0mXhbfy5kOTfsMdM0lnc4NaJNrSa47i4wKwTlm9q1suDqbzMLckxbNfk45kZiyFD5zYj1LcT9H7Udc+fjUI5B3mRldVoPEj5wFecwMGxciYqWF9c1mqq0cCvhbwk6M2ANSaTYk5AfIgNSU0cR/UY7sT8GWbRcPxGyx2HVxwn8XeOPjpxbnxIiJtGt3wIzR66iH8m0N0Z0KzBl/rwKA/qioXFJHqqPTDQC5dzC8ItBqZ6XpNBIAHkGAHcAC1ORsIDaQtEN8AHsJiWpXFsBs7U1dJ2j8rqnjl7d/rYSdmgXhBosaJPGlhGlImNiywp9J0IW7mp5rVLM10yZAz4HJu0PSbyJKPRmcrXPQdvhDAhQ6CXGouiXo1nT5l9lYSjY4O5rWueBw3zSuLHE9WjzcwJqSjLewrAz58Le1jrHGI81+rc/DpK/q9fV8pFgfoRb4X2noo0IR16KbEjfE/yrq5X3N+5cwtv47HqGpqP9N+Lz0+4I1BmV//7IhBop9X3KkoJ+mQ8CnGYCAoOCCuPR8Oug6y1TlGbI0ppVX4TmAy8R26m2+2pxbDWtjel9gnruIVg6IGiogoNjR2HCmHfTzx4pN4X9WJWQmQk8FsOPKvBeVzyZ6aUVXXv3kkbjQhYRUHR6/V94LGZ+CaVfvUoqUYeUtc9vWbv45iPWxyAzOFlXJsk+sy3OkO5lWOumC2lvowv4nWXtACH4bJ3FlyCXY11wIgpkI69O2+MMXYGfiSgJE9VL9gOU3IE5mixl61x16Le3WewOObZK69fo5v0yTjouqE1SPbrjFGq1lkw+qphC0TclvjmnShEaXneOmzRNTJ4mh+EcdVE0Uju0CZw+iuR1wAA6vycY+v7MTH0SCkbEPMA+3e6JcfcL1kn7sCz7HNDu/wJS4uPoWF/bRXL2YdvP5hY2myMPO2XnpUXSijuqo8wUsi38AgqN7dGHARMOQ7MPwloMfwHhQgFmeAdgdJ23/vJOKvhvf7lnfeiP4/v3pE0sU0XF2FWyv0WGwesgIw4ORrLWR2V8fkOkeMaQcA4h/IPkUUP2hS7V00Tn2g0CDlM+U4+NrZQPsobAktQjEmhIdQNs2bsscZ6eF7Lda6bzj2O3hSuW0T9eOFkdnp5WcMtM1qDjIO1/eX+bQn43BpnGb7A3+aIFmwbB5Rw55lubH7WNrXD18v/+AwFK1Q5A2u5mqpzbfrh3r/FK/s+5BfvaG76UtL14E8LtQAPbdvtlFhZXvOWNYvhdc+T67LFR2GyEf+f099CSa59Xk0a75QZd8wtx9T/jHD4VaNqcdfH8n8FcP3vQHupOCUf1kjDb8QZwr0rLym5H+P4swipM0y4uyqpu264dxmpd124/zuh9z0oq6pbdacorBO2u0koIziiC4HzpY/Mxq0LY8VkLZyYdDqyDsekEJPP1pALX53L895Ye7OcD5V+EngL4tk6/Cj+jZbZRp68FGmRiorZ0bSDtX5+tLEy7m1z/Pby9aw5puFHfHk1PVXmi0cjFdb6zeGlyScVzYLLOoDk1wdFa8RRporKhdTpbC6kgM5lUQ4dv8lgKjPvs7XyFI62qP52tSljjjgiJWkav1Rts8r7vaXwRJME1zSBdLUtUE2/D8wYnlOlwkw5NFa24WcK1qH1UdVeKVfDxhWsFrDpLy8H8plUlDrJuW2FrZ38slp5BsIzoWxZrYVCM0Yk6P9h8PK0ePT/MZX6qMkEKinKlpqw2YGGBvNZAJ8qiovRYmShqmwx1n5Pq2UbxTcIQjWIRVYL1PKMtzJ1EV1G3CTjZ04w/TfYD9RSH7VB5KN/ywB1GTLRR2zIBrje/RuUCnz+7dCaiNh1fi9reIfN4eDodAVvxM3xj2mdT26bPnhSBKEzIjRHlSd1ARuarfvo3H6bp9B9nqyB97itShZQ2XTyPalf0IuKYBlC02PoxpUzZlOwJuaYLliATvJrQqq7Iq6xHwmBasnJCz7VGnb7jAWbC/yiwvXN3fqJ7+cx0Ua52gPZweFtqL2J/eCfkhUkZ5hczGMheVbxmEutK3dV6MqSlNaU0aFXPtggR3U6pKVapS62v6na/xlDZ4eUCa2pHD35D8XWnK5+4+cjbzYjJb2UhM0mmVyyZSu6S4Gm+BoI9Gan3IfjPnLNVeo3UZKOnQy2q+ZPIi4F7pV9Q5OQQdUAr3sIi8ott4jYhGjAv5oIbcpPhQWxh3lkz4AHlfJBgmz9pceQ3rMMXalYqJFwUKhLeS1T3z8/IEv8km0D8/Sw9G5az6WuARkh2JYIl5h9iPjjclct4ztjyYK6m/l6UCsmJO4cSGWZvFBd21EJoRx6ySl2gKc5Oe9xyvm5couiW+FiE1kypvBbUR7ColfHoW6g5Jywy8sJVYr3ymFQdjQslLGAVud119lUBVgMpORzX8GXI3CD2RZ6OeSkszImL2sL2noH/y20CtHDl5oHxSWHDq96/14p84nbQ5pB6pHsgP/eDePhKWkpkeNSpyZW3HM7F3J+LAD6F4vrVzyDpPwB2QHE2FRbAn/IpcVNgFexc8jqUk9or0XGhsBasMZRPtH71Uk3uVaW3Fc6mRmESENTZml6Up5pex7Yh3rxE8Vg8jQCBEgF9IDORmN+56FAMei3d7j8Decxpa+ZuQnMBLE1iK5GsFuO9Nj8I0N3Mey9YxWzJvXu2aCJk6ylyk2yVv2EuRX+zjkCUUe6BwQoX8c90qMDHL5f65tu5BUsZKeEiK4QaPwov2921Dyi9YFh6nipS9FUCvQuG7G/ALnBq75g4MywV92KbDpolEFubF50IVbtOU65YhbsbzMzDJFnV3W4AUfIxk2Q73uvRE95ypNuX9ZvDH1pHyUVuPqff3s1jkxVNo/+JOuKO72dLS37SaGW5dC09GqtWr6Kpe5Q3C7iQpobUFbp3g6sJ9wrQzK1pzonE98tDoNuTRLWUKDQfXmXZeSfrFoVCZd3QLncqJ8bYKpbk+1AlviiRuDSjP0Q3hcSumbkBufI2aXVu0ZiOikY5um8BcPFNy2HuIcetAARikzt7Y55zlFA2hPpkU2JnJsNZ9NUfXMptYmgLjX8gYKjjRKX0VikoEBpW97i0/801fu/8zgcMZ323dP+xFpeY31u6lFwH2q8EI3iZoy+m3X4LpbINS17/7g7VER8f5ZE7e74QMpaQoaO+tJL41AK7bEUnJ0z3uDyDps5gop3WbtwIGFTt19FH8ULOZwlk8AqaiT8dTSaSutNUBM7uGYOnsrWtpnLRIUSN0qGX2m2GuPy+UvFQDcdmwu+bDIDJRqolt2civUrLO+NVRqBxmUtMR7ZROGMaQFFrrN91AUPX0TTPzSYitiTqZz9cg1jN1FCzCI3uHu0ChEJETsYcm5Z9EkMIVpMyclFTtsjUAEnI0jsie4eyWKGUM+8Gaeurvti+J0KtCgVSlGMSdzEteBn2L2RFYbVjyX/MSLI9y2eb6VZLoaxovV1CBOwEo8xHi5Oyf6RrYZxOQWB01fIr6ZTLnEHjiVdcWqRQBgmNfxvlkIO4HrLM9OcZenwCA/pECUPnkNOdMCk2LnTk7rZ1ez+qszNnHFbIHeDG0HWiJp/ONCSPrTb/zSuI5cgpCtCIzeVpUTdNaxzDlX4YIv2HcNqX/wimv+96FGQhwFGz42Jv/qjDn4WnjwFzdEJl6xCfAbkvvjg1A6ylCO0UUeKrJEV69muRBhM7Na1ZGF5My/h2LcuYvYFbUDPyYGsgcPJ2A+/4kwCXxp6Qps6Yg7u8CvBJ2IKbOthIdPtK4b/pXF3PEGJxsm803YBDhrBGdlYuXeyuXkwpR3itGjPGQVTm8lElIgcQNgP81flftgMM9jF4hExnuVV1ZzoMmeVqrUo1I+f76S+hKNnX4+pMpRn1mFHil2Ab+WOiIJeUmrqaEy4r0kBSC1UaJgzrVf1WmtqGSCTBNcj1ggdW5dZGpkAQiLUqFYD6YcuQxcKztNXCVi1bieFetVNnCC3NPRNXaCi3bMV2HWbzFXBODqBbl3llrsWoT22G2VqrlMX6tJU+mlIMREZM2IEA/D0tXDX4KaaW0IWnf7oW2+er3WXQVtPO3vmjqApw9hgA0AGdYTZMxGe1b9O2+pN0CF7H92oWGII6hyCfjqybi/qltoX2SgWEgWu8xLQKJ1EyjWKeO8Zs2NFatx9TQ7Ckzt9iGqjsebS6enr7xTdSsCo1TDcODT49VnM4OG2ykjfPMcXNU/o3AJCAW65AMSRIFXWYs6dCLzUZJZGzbmBeVN3NX6JDlmPSoVZgpWNzEpmQK44yMy6/sfMuPwfo1jhaw7QGZR+wxvTCd5lJ9tGs1kD5x9F3/NiEdfiCPGwR6O6SBuh79/wES6kxtKH723lB81Fscy12Tk9cLLrPcoKggm7v9cnJY6LMQPJlYdQ+mgpU+OVuef7m8qE/nGH7Axyn4nLNMeZMLlwtLIauZOUcCabmvxYmDo8AKNjrI+cOO25Sp80LZvOTzY2Gn46fyBcx1Ayum28M9PICwL0xLMLFAtzgbW+JB2gEnxvUcK4avTDwQj+Yo8GPFepWSURW6v2+yJIU066os7lmCIpOyLyVvpwFGG8EBMDc2pKjAnNDl0HFAqPNBCETEvCe4mx9lTk+Cu2L34Mt4aWmbNq05hqqyz45guqe273OMx6PEm5BlSKfeOBY5akgPhqZr4w1h5fAchBriGNd85IU0ySBpZFNyOlHLRx2nkVMMLKuwqeHzvxkC9FPVnBI6Lv5jGCD/+O8vxrH0eot9saxc/EX4liea6i3KsakaY7/YLEMnO6CJzcLFyBRXzmE7Rf/zwPGeTUqN8X5eH8bmXoH2/zFSHhO9H1fcnpCSUlUYK7H93bCxDIw9/v7mU3ITvgK7WjeJFBKCj89yIbN+BEd7gpxylwrgNzi0q5UKX+FMLI79Q80Sn9k5o4ESUuYAykVmAJfIZZO9DRQVZq63ClNpl/S/Ds/8Hn3DMKdHinUvasIbbSrLEGgIhzKx6VqwiySjFENoI//3g6uTVBMdi0jOtOculNOzOqOLXHblIrfbgFn51txM5g7evWE+MK3LXPDnsB38drkzyMsrz67pE6mRS7j0cDZ8nsozM7uoBURzEflr0xpT3Q1LL7iNZD+lr0UjZfG2DbBpHcUez9q73TKNHG2L27ZxXz6UFU2ui9KsXQ7O+8dxXKSd2RaXGXcu4NBygfjGygpnv/HjCRpphSngSKoMQVoblc0aDR8QHdmeWwBllbCkVK17RLla7IbAMRrtiLo/G04ODgxXspMeKNjepQJT7IPnqhPjz3nRpzXg6sr7QOhErV/YTClpF0t4Hy6JukA4HwIqJ5vlOc3Ebk4a1KUuMmXKlDln5JQwMcuTVH+Q+MopCNbK5TK2nJE3XcAf+4r1K+uXvR+D8EmKCXYzQSLP8gghTQ7tNsVvyDYTDPFqZWRGcV08B9fHIQfIK4MLsk4J5TUjwlXq93MvLF6F6F1m1s6KbIyzTM2lwHZWqOeLAKV+NTd/ZRn9Ic56eYjacY9K8bTd8RyHC7uNKtXpAhOfvaN9h7M0UxaTcp/22Uom+lpnO5s38pJFZ/JraEvawhe7vo1gOgXjIpV3wLjWmdf2mhZ7DtnouhfQHI1vHE5WposKWzYXGaruuEuDYuo3uD9I/bQQxDa0h4oROhs+ZJd3hdCco79G9E8LooT0cRVP9eQyrVTGS8vV5IpLF5tnDPtBonagPBcZLMLw+SEb/zaIr4YiNC98TIIYE9nq0qbPIGYTYHdg0ih4KCEmIRbUQuskAksQzAnCc1KsGDPX40FJ9Whqi8wTme6NClZszN0fACZrZy7hTMwvmnwFDZ2FgcqQMXz/uJvLmuLpBPAw8szT6mqXKluoLlJ3dNfq5UTHkSBA2LawqY1zmPY09wQFnW2LL+x7tqyo9nSLXqD+VcwH6NSUqxSNI6m8MiRFUMpJIFJqWBQR2g2U7WtoiXs1efYU4r1D2b9TDilq+I1FfnzwE8B7t6AoTMmqeN6skg8voVyvHEGfjGPfSaC/fgfK4Wrb5pQRnYmHcG9aJK5AP3vbKjWs2yBZPnTf184RLjrL/gGGyWzz8fIJZ63SKi/jogN889Dh2CplFk36lYnkaqe75jhHjdORCJDC32Jyz5Q+zI+SfcVKYwbRwMATlhGZ57866zzW1cHWnjOLzNBeJmle8FnqNQQ4D/poFbYZsCY6zOJ7X9uA4H1XuDg5T/R+YmSiEzIeg3mWblepcLTxxuv6XpsApnHhz87UZGbtKzgfP/pL50oHerlvdXlokfE3iN+0ga1uy9R/E/GZrTeczGaGcBvdvEqIr5DWxHHaTNiPB/vDZiAG/gQNguHRrE+PHid8NKtT2c7e8vnxZGpF4d93iljOtJa0dY1l5FcH2dNfGjQPD1VtQHza/GrF+FgtbhT2ZX1yGrajqB+gKHU7tFPIFBKwGJv4KGdoig3n6UFG+/4O+rOXdfTaGj3PwKZTeWX9r9u3qpKr4dp+5OKwJKA/QfAdhh/lTEogtZoBuXwzDuQRK3E43CBBfwmINza9NpL/aKaR44XydoR1KDsYQRsWhoxqMiFJhrj+0AoVZL7pUTBklR2meD/p2Kn3bTnFPYxo9VIFRQ/vJsbq0A5JwdtNlGn/VgP77XiA1MGBPQ/Yn2JqrW941lcwLqkjriy80uh5Ct3/Kcxeuz5jN1CtHI/IEAk3U/ZmUjUJrqQPqtROK23jZt34F6t5bnbLXK8dLShR9PRrbIiK/wl2vQm4EUDfYaZB1fO0h0p6KIcyy5tpOGnsdl29T4vIPj1VkVQgo3UscLpyWtJ2heXQGIpUYaNT6bGK0xxDcFTt0YyaC+xkaExEKsTTAlmcyz7+jG1OZlUew4ynPG1k8gZbQBxFzsNI8ZY3X0gjBZwiyXst+YbYAg+KoHVgTkjQrupPMH83mKuLgyDtkN6gy8s/gUUVREYgynRnqRo8+RbIRKCXMSsoTup90HUx6GhFRWKWuL5HzaZz1K0W5NbTn1NsC/jysCxFx8cbIRtuQc82VOYwqsQ+ybLjjpy6/cKWWT3m5NN8xVYfGFk/zkSHZq/0rm/9vZIlcx44Sh20JXUGL3YjH8GQV+qOBZ1z20m/dqvK4hJn6w5ab+ncVpzgjRlYlJ9lkWfEJEADtECOiCibCzYaaunG+1gas7mrpbPQNRXpWT60F42qVsk3YD/nDrainA2fh0sDcqJKjR0CAyc2Eat2cPrvg0NVWY4MVnNGTF5lJPzGimCzczTeLR6izle2acqcvgnyKmRmiQgTX9kGdo9GPoZO1DGlOcjWJEH2gvGC4OwuaKVAT5VAQ5ULrqYIhM4E6myR3/tVTNtOXPjc+00Ta8xEO2+jIDBJHD9Sj+jP8KDnBdNJACWgomqWRymUx23c3Xb7Ev3znHsjAvCYVaoQZtpr1ALEDfej3OS6hHV7z4qp9kTS+iVjpzFYDQjGQR1UzoyMn1cm3JoWgzlv2hjHZqZHXo+1pzyeJIhGyrj4PJF9GghPCrJWk4wdJwHMol31L7Og9dIQOryiqFEAr3KlZgLvccDGUJPrrHVdDvrmFw9RN6UaNvwne2UPt+UxnmzX3brF62/ps7Lv6XfRI5EscQ2EPkIy4+Or7RpW2SrYz089dCwVcloP3PkHWDfjZwEJlhQJuStQMoQWnatL6CwC2PdSxitNkM8w+3eiotPrv4EKBwqQIuMfHVAMggg8mLACPsxyxQCgJiv8yp3tDgheBnyvGKIUMK5+Jb5DCwO72fH/o3Ht1eP6gDLJoY7qM1cYlSs5MOX9jrlIucQBfjIIWdFA6R/q4MeBwth+r1Dk+c44UxA662xJ6hzFzXOEIgwydlP1VwLKE8c24QBEzonKH0rgfHbEf0rRTrw/zfVRH1gr9kTESsvbr+3kTAJYcz5KeLsZaC5n3tnCvGpy8lVmkVFBtDv18cbiCXROx5hiifcqthf5PknknMVkCcazWoI4ioYjXR7mABYrSO5Y8ZFVGsK0WoBxcE9FA+JnaxhHcOYAu6KtXj1qKhFbUvzi7qvKvlRSiDADyhuEEw0vrVhFjgpm1ZXWhEJCXJmzzSTXqsQKKTafAyxozYoXEpGDEBDR0OhCe31GB31WJ31OTCJykATnL3MEdkiC/ZJ8nZeZpEUAIHGiwTVxylnknTzLP6JRhG6a9ETjcxGd9214p/ss2U9CQBhMCrKUVp/Qa1XOZy/cqwDSA8M4fRiMsZtCysX5j7LTkEuzocvRmVTmZPkWMqI7hX57AGTO/k6RicRcMRPokzHnVJBulaUqhQ1tH6ptF/HWvq1nwS2SL+qkJ9stPcyWhGvff3fd8P3BH2Y3VYTfbFBzkfY0NS/BG7UwEZNZhpVdjlnrtgNZLHIDMQsvWC/RJcH0rys7KJhntfz8mFNuDqQi6NoLcBXB1oRgIo0/qvtlBPnoSwa842e6cKarecCRzooTt8O18HPIcfW1C9vCrStRZAHe/GCmCql2OLoLp39Dgl4wjlteraNNjM0uQKtEmPE6U/O1GZ1SSglpIkgWAznADcWT1YzvjODWkDiPwl5fj+mHNFQRzAEV1yJIa781NqLj+mzLxCZ7CXVhmVzf3yBpS5O65Ldn5mlpSNxxcduEYEUFCjzvGyTJE0A/cmfGS0nNrrUXY41nFEzyvpJMQse+zz8pdSqJIEhL1H3ebC06IHsasa36crzTKZeJ5rxFTSVaC+rK0GqM7eJXZL7YL67PnnWmHbBNJ0Jl85ijuiQCq4O87FgjvnrKDS1+e3IoYEkgAVhtzv+H8HB/gL18d2XxDQNO1CkSQeOs24vFMJYZS+7KTnJddFJmtENTimxL1+9GK0hSkIaV9FVFt/VG2ozwARin+gNm9qgBCV90Bt/zcRM771hNkOokTQwUbXlzMT1FU23vg8s52ncib1zv7tQau7J40O+urBy280XrRd3WNHKyNE+wL3AfcQqmIyS7of2qsbhy1nUo3YBFZuJkhM7o7MnaJt08ctz02mOZW5vW3quQ6/hGZmCVgioSNw3Jc5Zof9RBGjzrUxFnZn9tK2/vTI/qIRhg6uaxZllbQ9QNSg/VpBuYHSG6ecBTl2qktZLQxvV5d9k2n9343sSQewMpRAgtjunPJWtvOLDY0qFUXqP1zQgwT+AIDE1AVYmWMGXEDTSTzUW0EcCRZpRzO9ti1vhuElISyM96VT7A5KCGkhPcPc0PR1Cpcdcb6HUYSd816sq3gmH4fw/28XHKbmNKIPhA40MtieBPQsGLLVDoxAAKLfQ5lXIIZHHYTSSQ4S+eW/f4MN8AMauJnJrTRbNb5jFIjDH4XH2E+jZ7tlQYadhh+4pfu7Me7LhkTpPZ1xSD8CbMBh0nh/yx3czxIHv9Xh58eOI8sW3/Tsq0OPwEmc/1jWv3cK5qpbEjjxUpVZ5pNpX9v5gB2yQXZScsFG9H5nXJPgztJMNBKQtyITc0r/w40J6YUFeF/wp1u8W1g6aqtg3+9T60GywnqdN/qbeZUoifVelNjqpR4h9ybiUO9+j9m28ZzJFvoxjR957DBsGQSLsteqrKyhPLoGBTm2rgUyuYWy7J1n2hJc4ZBcUPW/dqEqWHt4MVeluG3uYcQwyTabsv/d1E3lRqWVrk99jCipfYXdqGolAAasTXRNTkanZK9+FrD0q0hCkZTLzJ1PSU8hS8l+DL/v9SRGFW57EZt3E/VEZvkP0mYj4jqyDnUzDITHNzbLZ1veJxVJFg87KLvpL/yG006SI1hjp3PNKAT89lRGztH5t1qYYDU+47oApKZVVuU9X3UHFTA7B9vrhpCVb4jbRMyz4JO0ren2CjAGFir8Vb2iQykNQz8xmJ1rut2cwEKvXsQoWiyrf9NY0K5C+ppCdmzbEUglOIppTRIaotX1S0avmUHbnuOlbpvJBSdQuiwJrw5qKtGVY/+zcPtWAUIwPNUP+yEmcU8M5UZaGSM5E6YSgP8CON8dYECvZ2QdvaU+jcdqi6J4Klv7o2xrOqE4A6tGPSF0ZiNFhd/4NPLkWkYDHXHrL3g/Twk42grwG5o4/l6DN/1j/StXslrmmjG9GaUGuP7TnDMK7jYT7qsOWos1OT4JEK0lfePZ/3QRoqz3qiODmBpjvRjezJs9XRawltRzN4kRKElzYs+IESaAYoyQC9Iwp4b1VxW4Kff1H+rU22Slnnshb38yvoCq4/SunR7835wJ4ai7sM//YeDDhGjb9UeMOkGOAvj8SPKFFCqKCLEn0SFizUg8C7O+aoZruR05S1HSZ3L2Z9u+l0l4r35Ant5AQ2uwOrPXo6eOVnzWa9XnNeIdvgqvuFgvKX3gHAoXwqcs9TDgQe0AarVDejlk9sk6lA677LchdYMpPZOSC7LWF4aYyoq5hbxf3Ek/sJ/tJg2hreOg8GsNMVCAeIqfl7I8P+782Jtkv0PUu3Cb9KxfCC9Vvce6E6swU4oItBJ+IDuLIHzC9zuzg3LOV8wZDr7QYO1hO3vuUF+0X5XmOKgwYdaL1t8pmnM0zK/x7bbCoebE4elbajL1lDg9ZMq417cFputlNRtAa8NrUAFE0O8dvkWonsOwiyaStRfJ4xJg2NJrQADDxz5S4K2pJKppXEPbbV2QXP3P0QC7QZbReaDnONJc43FSygUcn3KoV35UsxNAO0mDWVf/kN/CaJywGI7FOEybmlAWqn03PmgJbisyHyXAbtn64Ggr1qy62q1upUlZJpDRmXczkuZgCz0MnUYd9M4Kp4HL5/tjOOQR35yJuDW1TVO1xsNkj5nEFAdhDDWJRZlMdxUkkZB08kyhZdFEQ78/LbMwQzP6np0aTJlsACS0Lum8AK09rNBJ5xdB2onCYRJTW39vstfS3tUcEJqWZ5BBO4Jfhy9c53SB57Mqkoi540DEtEyTlFzP+Un0ntUDGy8Ed7b8jyjQ2pCf0oH1Kl1aZUZ9W2WHJnawtggSnnX3xv/eCdHNjuLFfneTdbW/7J9O5dQzgujsvguFXP1Qg07Qgn67oVLHIskh1VuJjG3aKAIxqCNCOpVy9Bnuji4u9NzbRR+bcW+P56NAtm2ZvYFCT5ydsb88ETLyoja4MQ8zXmirFlrQFTo3S65aiII3Ojm5ZsRQJysp9LM26UpmKJL6kmYLUlPOy1ARuIi19NOHbO9pKYSWRtknd47Hsar+/k0nGN0Vm08Mb/S+flyd9RznqHkCI/1jRRp8PqbSSAlmUySHROaki8eZycC8+l7dFRvDgIlhyH+baiyb6uyBk5UkYJjEMfhW6xWjFzKQ+HjpwjMXFycMj28pNBEdQ2+Tt53DlC9mlVQMaBLSdmaDkRgJ0tNf3FUzGuQYmFQaAfePusXcK/5z+t5J9th37xFRxBokkAMgZvcIPXFs5gPI4XvBaVO+20sw42HhBD8W8675b0R54jPNNi+R8O3xOQEHHrR4ApXeRm82M4xqUdV+2QgMy6hFppxRVTW2HUhGEar15vTtYeSh4nK57WuJmwQ4+yH0bPjgkxYbKvE/TXzOaZmLwMw1RExlmMiGQCp7IsUrmVgKl6OExAbrra7VkaWQgjiQqOqvbdE+qemYYR1sZWWNNUAqYKMhosrl48M3EPH7j1UpgWqzElqGG51+tEUdep9yKQURrwKA1olAZjUFXKWDAD9R2n6rO7kwvzRsYSyQXor5MK/Pju1ZfbCKKoBZ68uweWGc8FBGo7kCYgzE5ArmkcLThKgmwlwW6UI+zbLR09JUFX7VYqmI0pMJWT/WituMCAk+oMpc5Xeq53slHf4q9s2t48N0Ny9IAUzN0Vafvfx73y42Q2D+JWmc+62la3YQT0xk7oODORlRsZmiKrykn/rlu5NEWK6l89GhcfUjjaUYQhOUlvcoeR371UxW1U02jDeIxK2mILjyTmOnZYDeCoBmc+dUVkRI3Yix6RZKA00roaJ1/atnABGSGHOCPYYVXiWWRNFuR6oCuscFZhkLBF5B+PnJOx4eQ6OYliKL6uxTi9h9vuY0KjkRFGsO+8UO3ID/MnzP8j/ZX0VEY0MxOFL2+dzOBy9mw39do3KAn+zTVGMZzPplNIYKxH80qwS0WQpSKIUhGsEiHHsnyNi8qLeyQxPglYYoigxScPiv7rHm3x9iA95BZn9q2my4UHS3nApTyQQj/y1rDMmPM/482e2cwcEfk5BwX5cSTNOEBSX6j5+jiviZNRz76KZfVH7Zj1mL3GZ8kFQXIWLggqqekJOnqChc96yEGVi28uFWctwL93W8noaVh6zVsc0F1c9Fb5mq8WNDe3LvLNG2BRiXcwOVwJ+EAzc3VcaLAqkXQBxr3vwp6KLg2AvyEcGhfVLogWXgscOryr1jHKxwOcu+lwokANAmaOvBaiwbUmiUVbZKVRGh87ExmbdSMszmRmiTNxlS57dTHXMU0jthxrBpwIsbGkYCg2uHhgXZtLGzY6sQNmufDV2TSZM7+536iMVvfSHWk1rTSR0+3LAAPDzj8TxnXH6ObcPDrl/Eb9uejy7qjd8HjivZcPNlk1dXWM7FDpe2ECVbvYuFPwjzPQtsUvx8u2mH0sEBSULA6hsJOwrOHRmI/oGndKG2OGKKKSGUDnyM/7qaaj+3A94sfsqyRtpNf8oU4IJPtpsT3nTPFrNnzu6KhI7AMnoFD6DWH4gaW9nWkUwymJsKYSV1oXQZv8hdxNlF7A3SAG9Rhu2hwngS1gK72Q57HUF+hChVLuA3wathNdVgOUXmTza4OY+74DfMm3OM92Y2dJnY1nXvqq8+wsuPE03iwTGNubM6tu5tTNtH/0jbpQ8+VT7DXsr1jpS7Nv1cCKWPObWupCRLGESr5d8PJ/xsGsfjjBeXqYqlDz7JjCSCKDOTUDtRObRAZTxnXq21n4xQzmMiCReexAsctVbGKd2CSWOaeSalJLjdsPiG5kjCCladpuukVXLDLmqWqEzlCT2F+jV3+JWND9/KfQR9nLiRCbHQ9qv+8ZaMXDDx/29rRSngiaT1+tiKZLim0o/+x3fugcVRenI+7HK8HCJ98hBKo7AKa4TUBUlVfA3p4p6HlQ6gq1h+/4qqCP/MrbGGEwd9zXci9sEFQm4o1EsW4xfoENZ0/AfymHODJgnGEdU9uHhMzeu2imzKRO0+/AMNT2u3yWv7brtEb0wXwrp3eO2fFSPI4Sgp9wUEtyqj5g7r//FRV2tCvE66aI62ltw1r+Tl0WesNw/61tkEk6RRUmpDJpvbB6sRa8Sqd/OI7axM+aguJvOQsykaKGdqP4PQ6N03dxWDo2ffDUuLRe12jcpOWDTk7DWjTwkmHtd9BdK6QYbG3HfqLu7JiThGH+gX0dSTVjxeHSlTqTp+RM0/YDNZndeNHOkjHzbz04dEj0Tn0HZ+006QYH1XeDUlTcrSQXLT5zZz/AVnyIzZeEylRGlmth/LNscfP41diTrrzmX2AbZ+gHDtWTLG53hkk0XPp6HclD0tGB6PAk+YHP1pnUlrfA4HhprEym5ESad5UPah0aR2OrsdE4hBJI+x8evvsXNozZVekgnRbfTcUEF9ZYqK+0ae10NiAs5ZzDdITPqIUi1XC31p8MERT7AJStlPNuSoQt2+XkMn1tKSPtG8x3EAD7yIv9LJ88slCmwoJnVTwHc10bvNoBeqZvtQgRbACv8JpUe1rDtvwSvEacdmCDIpwxMXUMr4htgaEh58zChp315XQz7uHmLn+1nwnjYzqcDlStjJmc6UcvfW1mGjs2Hu4h6Uhsv4QxjKc6a31MOBYbxwLFfwOK5b3Qp1A0NroYszU08irvIPbyl1eMmoa0WvGBdK+jrCHAQj8ic5OxGXuYhSSZJeL45luAeSO/DBIVbgp6cBMhasDPv/4WHg/gxYLHnqjrHnseL3pxjIM+bMxsa6OzVNGyzydEhj6RZnP8lPQz76heuDBliw6TTJc/+zJ0qDkau92b3Oza+Vk2tZ7uDQA939pnUk3aYDyxQqHAfN5iNmwm7Iu8/U4DeVzERQksuUhMe0CS7jymESM3UkSRIrOwRby8zu6RJKOgWQwDCejfRcaJjOPcAnvsgPBbcqmqPvEEDJA24BP7/PNMSdRiCPbWj9C6q3DBaG3NE6sjb/Vrco9EIFfvIyTtUSPGQYwDY097X3i+weWhCxwahylabVFrjQZN1vTJvOzeA3s0xraHpyVKyEoGmc8mIbOa+Uvh0xJGynwUg0N1hOFgZ2Pkao9i6fCZohvcSp65P0QI+7yVG+oRgM0vtqOWL+8TZfwOrCWNJryZZrRiiowYp9rXYP/szFFGREvjIpEYtEAvuERUKc4ar/zGUW96FxeCTGktHgE2/48zDky+RjkAuwLHyLzEU3lO89oxzhrtfY5mRxJM6WrQXXpTg3UjBNbAxzd6YXvW84WkiIKZi0Rj0QYz6LcC9hy31xs15ZzqUD01lzPfw58DuzpbsUyoItyEVFg3RKr1xXODvGcA7MQ1xfFKkyWbaJYyTfC1Be7EmYXIkHIOodP1pAblDACWnZERroWpkgK+4m1x/CLlR2XDnjsSBzFpMFRyTIESdUWOUccYN1DHWzFo0FRSDIEj2oIUp0zS3eWtxJIiYoSYMarh4gafTtGB913iicqReJNf+Il6d4Yt3DoX7DqcnopgCYSx6YGAZEi7O7c4JRzsPu0Cw0gE/WW6+WECyrQDkOUJvmzb5zPwpOofszSkuKPFmEGwZCcgND1RKzdF1opSGCfwFCUMtHc8VyDbFynwccUUdWv2PLspDtDa/gRk/xedkySg/EuGOldMUykWnpsiRUk4YJtKPfMhKE/nZWVNg2FAqp3ZKCEVcVhR68qvLVOztMMnZdalXbib3BAQcqPShJ6xqeoHtC8rmb3VLVxLFBJHq1AhxDDahGhlhmYTgXep2KCEokqHGnfhBJnBc1Rr6oAfnoR9bzVrXJMwe+CEBxGqJ40WnzYdUjFY6fDokn0MLLLzCKaUoqDAIGrnxaYwkKBoyoPx1HzFjquvyIlY/DkWnMnoX5vUJyRk5v6bw43rXjeb3Dbhc9CNbiWhyN5nSEIGgA3LugaUTFdBH7FyRTwPeb71hC9vnuerrnwUD/3Xw+0xDlIG3KyBNnMTaxW0YIN5DHMNp3Hz6oa1rdjgm6xhGkpP06czxgyMikiraT/DBo3sQczQ4BCZ0ibtfHaA6n6AtTa5oON2FGwR3bWbrcoNhkNOc8m+04TX8yXzV3SOaYF65XEz+UIm+ilDQLsGimtjb8qEMSpeDAcp51zYhfMdu8uxxX2flT9ynafP6/e5KANiueIXeEwOvRMZl0tWYX/McNjEDYVZQv3gCNWEC/fUfq2MuLL5Uy9YFdDuvGiMELHy5I92tr0u/4QnAU411ltPCPFto7EAstMWH7FLMR4+Otv4YbhJTRI34NppvgNuS4RhW8sn6G7m/tFNj/zDlpz+pUn9hXiqgX8RwcfJRkCrav/PxaZTePyKItJYfmlzR40D3vfbEDUn+1wrOY2gb7PtN0U99JnnOL2Qq6hubBLYfwHgBXOp2D4/hkDBNSNTIJHnhCABK16kma/kGy6J+BsqbkimOwiDXtTn0B2X+xMeOG3NV7cKWxf/k7zwEXhS9FtE8dnpARTrpajNQtGuOX7cM2IWH8rCUJ1X0viTSm7i/N05pLHKe1Y+UrRV2V1898zG0zlnJ62m8vtDEBVPElGGnfkQNASq3BGocjYAr1F/BM7lY94emVWpvXQr4g6QMhq0SeG7TSAEbxLtcIXZ4RowpNAC6rZi5ogcJ0hsdt/gihu5VAykb7l5sd5VE2fWzdwIhR5Q1wrNTPPKeyddWm2xqaHO/i05kk9AVUk8touX3Xe3ryM1+qY1h0v0+M+p0piTIsHh8YvYUBN+xo/RO/U81BaOVtWVmWZiY/Ukbm/NLUlKjwO0mVYg346C/r6Zf73Yno70kVKRx7nbmdF7wrvRR+0i3ffuhf9wPdCaQ+WGHazx6vv6oq6SoZ09sU1xMWprB50o8zPIJ8ArfzLc97ho5P/Fz2XXIO86fuhqQVWPTzX3Ks2PMlU98GQ7LUeJJfQfpFjQ5MXT/3HCV2u/fU7ClZ2MQ/NHfqZOc7fJWJz3M0y3TIaXHvow7PfnHv/d6fbkv+ksyD36AI+0TPTCWmgZNGxYLUh4LXiWxCTLEiqtYuceLid1J8kOQpg380Zz2jkQlM8Z8Urv7PJB366thj//5d3nhqsfwOxz6t8v3TLoLdnuc8n4k/+PM2fMsmtgMr2OxMw9bk5u+n6ccTjMGjJzECSk2PDW1KQ62eqDxmCWdg4w9t1yIS0LeHFsP0oCZ4oIDoQi3H+wW3NzsKJ3rxokzTiI9PEJoOUeJdIRiA78wWrBIxD84ctOKTB4amODHJuMgODalJFX/DkxG0oqYxvdrx1LMuO01cBRmP7zWqg69vaxgVZ4g9d3eq7t8oHv8nOS0IHPrP9Frp7lSKlZt2b/1KdClX9SIlS4unogmhB9By4Jw5LCwiGKHTFvfnj7zlAhoHtEZG69VeAUfW1keTuBi9XC+oIhIkSNHuLHfvMd0+RzSDUBakqV/dZcH6r2HH1XiNakUEuCLdZbqXpk0tZdK1O/aSrxPdBJUVRwpyq2emYY33EJ9EkY4hNlu2+xPRIj/i8tl3q4qXiPBHmh31QHR6TE+U7ts/61mwRqUxqAMrY5eraCtMC7kQKaKOM3uddHzRLM5i38SbtOQO2FBtJmktnr3RUAjbaQQEbzcGDjEAk3FN8RI0sG42lsfxgZExbbv6uiLPXrKg48Z2aLCacs03zAJEB0iuot0Myh8qwPwHs+XNh4HGVQoOdDmrgVJZHXI/2d1IeQhY8T9f+cfuWF4AP1gRC8p3ZtGaJdHoKXQLOdVTuOhMCakQx9KiXGyrR1lrfNvwngKaIL56+Wif69DyZhZWO2+abblQJrZpix/0RtpWIg07y0a9NDKLgE1jTWEA3LCPjxUM0xbjNfHbn2lBbJIMM2+nT75M4lUAGAHNJGjtZBf+NGfrL1ckQGQeddS14jwbj3pDBW8+vySJl0Fz8zSZvcDb85ZmbiG5NGmc6n1lGi1fQJfoIqib9ZL89fXuMIvQGttRgL6o8nBPE8Uoin4SBQlFSUwxU6/TMIWn3T8cb+OIx1zPSebLPnr/BJ9ZKro/VVCuAvt2IprEqz/3pISZDT7luoydIALqgC41sWoDXOuhmIg/bpqKpahvU7WAbfO9peiOmfwVTUed1bvGMOSojeenR6T65cKDekBAuMdinn7kMZFVHSqcDGCHJggU/pILtMhV6EkydqfZGHH5J80TIR3QKJkemRgMDQ8R2OYmeQyiO0uJCsMX7AoUTCVGTQ2dKffgDJsQ9Hw3LDvPziYMMQZ9D3qf3m4Vn6rdA8a6kk0JAFTfO0YL6T5FJ02hwpyewzYYVoSt5tlPBgGuDYTSqTDUtUIAgSJYlAzLs1/wShTNoGy7EDfr3xEPym0VxpSbatdvWuhuNM90/IiEhqZtSpztSVQguRBfWrwYteWQju68GQBVnwMNpi3eLRoVFwemdCQ6Y+63iWEb9aV48nVp3qs3MkM1DR4laDZbR6ihfCLvMYE5XKOKTFUIQNYoQB6Kiv5jC8W3VCRR/Uzr/3kpwFZUi/H29RXQRFsae1rJGeKjfvDkteuF75J3FHmKIXkcr3tOScAW7KdXBAWR0fvflRVaL4d69uw8oA8+MWIOeW16Xi02RCOrNMyXAra9lkTFnrEIGTHhzht3m5LRYow+9QrAwcQarn4yasMAygHGbtQQeINWkuFPXjIt8vZmaKIzL6KXgevvkctaH7EUtBH9eKCHDh5gKbM0IQ8eOsFedenc7r81DqRFEvFYxQiYx+T7DKUyCjdg6vGIToaOpFKd3IV6Zd/kM6dpE4x+AVFdcjku9xm8ZCi1Ml2YaLM7Fl5sHgSEBpNXTgu3y2m6BJH8/pyNpAD5CqkmBv5leJHtXh5JovUoL4QCIDSneLyPrTefo/MQ3gg/8vMizDbyQd5+Ar3soOFeWkXpzf6Xr1dKZKxYX9lc3E1EB09HTnZUoDibw8QBRGJhca/HaGi/LhAMuBrQM5qNRdZCFSiaAKlibYWMIFIzNFK4hGJgwj+yyz42XCqxn3hEikTncSUyMO0eSWqFq6af5edU4uZw93BS4gHbjYEUNUiVFXEG/N+D/0UdgZRl4cBArOStlCebBHmcZWfB47wagOdhgmGnYkIpE8GDHsIi7EF6mG0ABFr4jQG+1oZwcD33eIsC9TddEGFK2KQotWQNGkN76D1LhiYlOWPikgwPafBOxzYH5BMcy3zVagcPEuj/v/I2kfToAzZPXYpLf8Be8ydHs2Qn6Xgn3doyJBGOk4OyPy3fAdIPvR1WW0dL7uJRdHdqu3JOGGUgK81KtS9SOrYFeYftZJnEDr4vMovcoywO1AR54JO/RDnRrkqPlmNmSibhmNSOou75WqQ6T78bcW2gGWrlyk/fBGY3Eq206jf+c01U9duaRnMVpWufBpnQZQfyEUtZ+nNBhcPmAhOZiRRzEpXCi8u1Tx6eJtdd9lkU2aNqC4ti2BChmvZqU6mG77sf2Yd8s6fHOWyJ19qG1CzdKl/luAGkL3uRhNwwLDIpvuJ97xRia1tnsBopxQhz9aykK0kN+EaCIQ3pdTUWSYh+ZnsuzqpYJh9tEq7v9QFWxf4/9b7QmNOjypjkMgC3BAKXOOCEoVcVOhyDxq+pHA4ZMH3ANIZ6qb10ADgFYnGkdl+m9rzW2AvV/aIsz7B3eFbmTJz6/RfIqGtfuSuikeflX+EtXZWYcEMrB973PSajNJAXpIcPI2oeS18Ewi2sWBuJ3XsVeF89LabtE5di+I9Oyhf5NBBJ2vFGawRSwJ/uFrEYtNEHS8TrBnisG1f78jN5yV1vE1v0Axv9Pj2adskIyd8rte1IZiisPOYH6MchB9oOcagwM3xs8TtN82E9QI+1ra0xCM+iIt6LZ7HAS8c1qwLB1PZa/mO1MOfPb70cHAP9I6neBqL9uS515Ap9aj8iBD4xk8Khw40Ez2x3ko6r+E4aPa4Ve/EJRHeYLTpuO8I5zqz6KnTSEB3oenX8IH8PQpPDeGp8N1Bi+h2fehNfdNKNjcXp5XuEnRsH7HrKFN4SkWoD1hyj28VK64oyNbOGre+Y955n61WlVVRpIWPBUibRgDa9DB3tH4WaW2Cds8az7MH6JbYuMNlV0uG/jEQMk+dBLSG/uSZqcoaniGrx5Xo6IX5b5z5sHz5ZqXjBLlQ4+iagsfeyXjVxEunnfRcE4dyMBNTQwC0UFrb9RrqAPRyTIatDQuUw5Z0S8s+/7uBRf0kgwusSOGwkHCL9m1IXaGjwJH3orHPDH+MKdkJ/zAqmhmue32pq5VfiIAl83PpyifE0nSaecX0U1foAvH1NollZFlql+UGbwIVmXDOHUswkCsK8g3ylhNqsGbSLkComdXT5fAnuItFQ1zx6aXjcZ3I9o29apNVJXEb9h7VZuPY/NmrFwYe+X96dc0u0yvXxB+zH4lz6gskRMtiFBfHqiKkCneQ3rHOzudlE8o0xhDB0o/p3Z6+gzXMa6cSm7Se9c7ScLKEIJ99dYrIbx/7N3seRUgb9k+DiokGn5d01pE8UKfxtfyp9JFbX+LiZ1FKTfP15eg9IBjFBGOpJL+mp8c1Ba4Sa+JNhS8jmCiW41Cr6LSQtb5cylk0jcOuPPzax//9XoWw3TcNHXg6Qr+cTda2aMYf0jeYXVS5K86qL5vmd62FOxu13QT1Un/QWkDVc+WU8ceJKBOaAdv6nqrhF+rENEbp/OhJTJYmfoJ0t4CZVjpedBdbe0izEtaBDtzkBckAFx7dSObEAlN1awDWeRf8XT33joQ/XWwhxvszYzxCJzjRUv0DN/9pfoIIii8P/XNmOMmbdD2oYkTa8NSLZJVgcg0UonVjqy1sNXlLo9orbyq/S+PAT5em3d6tFdHwjAaC4fdezYqZcrDSZuZgTxOI4ichuIPq/8BOzGOZ9X41oJge+hJMRVwk0wBfANEJvBXtwyP9BpBWzVLuoZnHVsApAiPkoczX4OqkWS9VBGF65U6YGuBSLBiC1A8AvVFNYqmFen3lFm8w9DGX8eq8TEcbUZfi9r8r/PfFIGToX/hj+d29GalUoxvOSomx2BlVpUBKqv69gnzNWYLn+6f+p0MNeh2PGoj8bcqmx+UQdKOIg1xmfYHw6q2cLuvS6MAh1INxMLZlY2QtAlyH2vAZPqlwcla4AQDKf8gjEDQz2YAsToE6jwnaIMbioS6w8PBMMY9qkU1QOkQM2hBKVIAUk8wQJvUyMbw74KEJaZlPi6XUf4gFuygAwmI9dXobEWi8/8Upl/ndjE8VIraakccdNlPaDg1xD+AgS9cnKzoqtVb+8o1NEI2snruvFPQo+LtN50lHz3hirIhRerjXBOsUlI/CCF+4WbM7XNKRVqSrWm8fxPRbwKWzzRIqsrdpldXIp6OKda+XYrRWYY1t98y3E9Rli+QnzJZRAAlQaHCBFl7DZ/YtLawTOJvdJyTcWO+82B1xN58MahfYF6oXHhsviONPJEQCCM4HXI4y6kXmBYqTmeUUDt3Y0y17JvYT/pGafXOz/7MAFAhiPCSZrsIasR47mPeHMdsHwj0JFjw9tJ63jHbxYPziv2N4lxAaWhQ2f17MqLMYtFkWbRLkNuz5CU8yZa0qu9GA7t8fhOd5zmsk4xz6GBMtakoNAwBF9Ro1WAeMapU8TBA/L22qE7aEvGL/Ca99JZIlQi+izDE7aHlpyVWgd+XLCN0BFAiEZCeXxQXwY3NWizpUCf6Dd8HuP2UQrloT8+GIaUWXoXfRGYkDbp0AbBGKonOC1GmM80+veiR/Az2atFJbhhLBCGRWOYU4+EPBxkKRVVaa28OW3N7Pym++oiPNu2MHhJ/sGRjha+pehBAuUKjVF79xZyvgNvc41UhsfjKbYT0lV2dtl+8CtgOcpMEyzdsX8MHZjEMblDdktmSwnrx6M4Gw04I5lWw9yugCdNGzTPDEXkynC43UcfCnGdkog1DFUc86blXH+gthYKnYnNC+iOEgbo9QXBsi+opsD9eZjvnThlKfkJz6eEkg5MMTjI4yeB+BZcFLqmDToRLpCS3e26uurvg2agB+sseOKjxZ73p9oVCNF5aMxElQaEKRxAw8YTbF9xDrYro8JZy5t6w5lN1zCPYwtTIodel46BBnTMS4hl3vx4b1T0/LpiuRFGUKbTF+klcUVarIlN4QLrS9tpauIw/u8Vwk4YsDcjEh7akBlJ6CswlRc4O+DwTfswMNQjVaVztBQshz+xuiaFAtYjZA3CZJ1Xh5NKFWnuBJ4g10KdpVHweBMxxHWUXkXKmGJ98amagXsbvOI/wc1lQVdeh8CmgID46Z6xFKMHSMNCN0DuniK4XGsnfuSisiLxEKVOhDU2iZoVfVGNiTQCQDdWaXwqhHEU4a835qcrBMApiS6dhFOKdWkAGY9PXRr6248q/kdvzDBYiqgDcTYainOmHCPBLlifQ4lrBQQuamHor8zO5XmSCaWKUitP4WpmzP0X/zCfTMgA7oeBetmJSjmuw/dbzDaPSr21Ge8eQZcVMIVcQA4CgKkisKqkki9WFSlp0AwSNeIrm94+SVABFVeBr+dyGDbyK0dsSWZDb6cnV6rim0M8R5VUzHurf2wZKkfsNr2kESqrKmJj/BwkZMkEigMk5Eusy0aGGTarUoV9pTp1FZ1B1iVQIldH7gENfUBmh9Em3SCViWhImVX9JNwP3LLKRomTmquXko/53Gbkx2VBnmsn6t98ObDd+IaMMJPdOWT0bqTPKga6BuCnaKdNODZIdU3+9pMA0S1WzhqOdiZEWGPADyXXS6fKqJ/2njHw5dM7rTMANTVQEflEOILBrwvoQpZ2BlH8QwGtADykl4bdaItGgEkXGTDIv2AiBQSC6piFtNiJO24xEUmQCLjlCPUb2DZukiK07voknqWjHAJJ9e2Q8d/g7MS5rp/dpbyFIY/JWYIr9CDrV1LL3TXOaOlE7pv4qXMs4DzB+v0bI4qvX6KM1068Be7OQVS+oczT7YqO2UfemOIq2abEVaYIaZW7GLzmNlvgLgLTCWN1EoPoup1GK/domGF+LN1BlCpqIeEnLNNcOhqT8k3zBCbp+zi7i/rENyPsG1BGW2Rt55YeMSVMNu8YamukE6i0gkZC9TQC4tk9rpY8k6Ze6H7v5Cbz6BJ4OqrYz1Tjz0v6bbPN4sRkwGhOBTX5Z/NxgxYHlrtea9W6Xs5NFflOKDl5Re/P4Z1VWk0UiTsmptO0uwDxMQQb2eV0LQhd/uykwowc70fYiW3tv3qQAsCoEuKUuiCJKplBjkU++blYx35QfJWlKlBWBKb0tiNW8txkywDwyyyJeVhpcT3xZ9id2hI20qla+hcIifTbRLBvU52JKTKjh0qOA/1sG4zZLDvS8fUizQxHTCsLC/8BRljmAjn4BPR4XtB2hDqamp23VWPyuxf9Y4CWYdp3UCubf4K9Ok2vadN83kFr2oGYVanvhdKbUbi+DDp/uLb2Ne9cpkY6hj9hnfiH+T6Pt64tNcKQaSu6kxOsOMdCZ8+1I5KDdy+cE+GIgPS4YUJgl2yeZ/vtOfBwmXX94Kb4gToakAP+jC/VoYCSN+xIm+EWkItqu7RV+Ed9gHgDhpyBFPOFETHCAE+rYXpdt9e8GWaUgkC2i42+0GDywHFADJDoW8jZO7cwvDDP5SIMMpovVdJxrSN4VR03wMLQjijEmSOo6uJbw7QDf+JKuR+HL5Vs7FTiqFMkomMGj8tuX+G68z+dXclnYv0wq1dumCXLVMYbYbfvgR3a196JJctUJcsrrz2Kpg1AsWWJMg+lTjnB4iFGBKQ0W0m+0QQ4k8b4oIeWJPcwygPv0ecimi1OpWZSzUPLyUkH3+OEDA42C3TgP/4szm72sfm47uPwwvZHUdm8JZ7CNlD/dgg49dOb2fxBEUYQ5JP3OzjfKpZVjNbiarJbVWCNovHCWV7GsgZ8pmvA52uGrkq2WM+j2CIgwFQtgSuehEabsMUkq0D6O9h401SIT8LqGuIgeIBZ5LWkw3yWSYoQJ0hScnwCyDw28+wlnYm1ipR7QpPUNyY2QCyWnwGjA9j3vBiN+mlQIC1+vctOwsSyFEuXygaSTvx1UipblIpRnCTVUfMAsP7clGI1Te8lMhCozs7bhiyh3OLkA9OCCnnpkQqqWmyCC35LVN2oN5FYzktQYoGtTZvShNzEDyU+YfFwn2yEQJkcvPyIljEPToZlu1sneyIFi3FS7i6JusnYOrjb73UFftZb6imD8EHVAjpsOvcdhyuU+ze4+S+7OJzHaG7oLWe/2JpBbumcLnrahHmsu0k1l0nqSGvEdDnSnAPo+QCSc1bM6rsfFdTiLs1keiukuk4fCaXf2xKjZ/l5IxGWcxuksD8Z8V8jDJJyIWbj16LiEEziR5YFY7ip52ISDsYi0HoqLOIiDtKm1r3MFftXcjS3BWhRGxrOFJMpSydX1AriHVdiEHRqtTjIemtVNoe6942uvsPrV7u5AJ/D+2u+2lqZ33aseU9gil6GWrHfrW34muA5X7jqLbOJ2wNtxZ6eyFndg3INfQgv0JGyTs1EX906EaFFVna5UuxFvthvVVP2KNz0HK9JKXmd68SJxfNvz0LY2UDZvw/5TTGps6Q09WNIfIVggUebaFPB7NzIvWwIla1DRe5deYscAYmp0hL27QS+qiC76QU6+Cg1Sxftjg97mFeQjzflznXh6bG4wpMvYEEj2VqV3a/5YNYdETxotoOyLzka25vsf+14cGCw62e/gxh6FAmiTpd6cQuUnDvkUsOYC9kpI9oU5KbBGrVsOQklnFhp1haVU+ncloy1GDZ8ziKEyR6EX+pCUacLmkU5hipBRvHZyvFRJuUrxSiZckjZ/6v/Qx5NZpzgZkcE5UWBqk9/OrJ0QMGU6AzNCStFEAdSBJzCIAxEnrNCGuuN9cfsg9AqlEBJRVmB+5mzUnkP2/0mCAmXCd4ugaTXLXywNlsD4TZ809XgucDJ+Ne03ze5euuojaOc6eTCE7XTXB7DYC7A6fJJRh8JOIPKDHQYkth9giqaebFjNI8DsdIVpe+J4R5uzIplWuwPAnFsWZC/viW1f+2zdHtvJFKps3HGpWQ0+GwNbSSEV1Ib4XiNt03Vy/GcMGz5uZfbfbSrT8WxAQB2sgyV7E1fTUOSJLUA0jBm+GgcaYFICA0pWUQAABAOzFTrdm1wwgJ+JOH4hEITIUCJAGL894SK9QRnWep/84sCjIgtMKZ74SlX70kGVkFApJJLypJhg5Ol3GJ7bCQB2/tV2gNKRwpoSo/b0QQQO8SFaROIeFLHoBrjNi7ZXdxLGUCYwGSUlE9nPwL4IQSP8OMv9PwPYvmIG1T9tmmM1Kl8bm6nt3zdJQ76+/KmqgZj6ZzKlB8jdIyqD+UzRBF/GtviXOLrb2Z1KW6lLLHGzk0TFmfZ1hSuRyLutuS/CAG62L3CwBMJI8f+oUB9+vhL0ckprJ1fgU3AsEHP54YsY35Zxae51t14sw+jMSsyB9ezI4i6N6eM5aFrrWL+hZGKDXY8378HlhnrjP1A5AwnLtNb8cacXDncXCu4k61M+EgVmWeOKWKgYvDm0mK2449xT1KTgFcsCfK3BPSsgit9TOO2124MoMccZIIWCPVv6p5kskxoJK1LEGqJCuGt5IEonmwuc8ETgSmCpu9XE9a9y8LBQ/UtPaeU5F7ZpcOHa0fabm9sPjw6igAgHpJs9MB3ykQRAOUgcMGIFaPIp5ipNgDK7sk0+hVrAYmOxTojt6mb5q9jkS6UHmRmgqaZVe/2Tkl5Qtol0T+j/eED5n46ISvDG8MLGqwuh0hvYhwBNpc8OCZ3cv2+4PZOyC0DWyEQSPueeCFZ7EHQO65GHSf55OAZRItXHc8RNl9JcKu4sbVlhgv9HQWzvBsxvhICxL01eaPOR+cuH7i4czEIdrRoJwarVtl3Y6pRNIvkHvsqSNGOLpHvNbTbAYuJcAMS2mAAnUhvt5J2zLUAljrZncYvDLl92WS3WO+7LYho6CEGPcAe8BchrH+oqeqJxUumjHfJKcJarcy70soIps+U1vDn1PQ57OBAuH3Dvt0/eKHpgqhPPEsO6uzVwNLR8pmrYXTnE6YtMMdRSKrHW0XaeetBwyfmocyNLmAbjLIJXVfO3JSyEw0WmgaZxOjxkcEwnWKojsg08c0jcJsVrh0uHroUwnzOekSOVcexLFW6V3i7Pt3QPwzyP8R2vcMHh5IXqt3fRX9pYLvvlAc2B2L780OPV8T96AIRajCaAVaSzPQijELoCuLvd/fKxj5shj5V8U/RtBDtx92xGtrXvrfXE980PuXRbWLMjyDQrTQNn0vukbZf81W2TJKMkIXMjcTxzwAklqIwVUUZKFDPpluXupslJ02+dZ8MUJTGcmoD0TXavYObN46BxGVfOy1D2JpXhjCPZyyTJz7PFmxbUX/dqmf+UMegRPObsHIpDR75D09tE4qR9hEZrzBOIhF0nRkWuV38dspBMinS7tXGSuxJOB2LruvMqmuc+OygO8ouHBwWI0VqqbRJRUkopJA6XxMmRTkIsMkLzoKg8nerYNPMq7TRAAKn+9y2yqnTst7gXAkT/HjVJgLdEpWJcr9VjFKfnJDurp5gpT63ZE7gfOazvpoiPE+c0Sg2n00qhT6+Z0lOsQt+rxXvNSWdKyRJIj2HtKRl+e+qmZZQlb0pnk3UvcG3owFajs5ZM8ZLfl2R4PkVOt3xTVn0unxiIWUCn9+kq7jPI495WPYL6OlBz1yympBjLhHJQlnkV4kQWkckijwcSq1FMfXO+/jClVFKQxe08UwnyEpFyv5zWaAXeJYCSqqICpKzNW8m8wRzOLMGVijIji6bJy60qhPFu77Jt/28ZAp/jxoTLXe/krB0r/kiBwrAAwJwPWvPNdbCv6ihKUGUtBEKAXEoJhXACq8AZ2/5Kj7qMHQt7BLs1RFwE799J/v4eg4pDr8zIFxSreUXm6Jl6SeQZSaWpRTb4aO3ERTRl+g1hsMdkJMPnPCwuB7I+WuvVfDkGRUIjaS2JtNkjfSjB/hQTEn1jm0ksiKLLqqAE1Hm/+munO+1gd6yMaOUbYqQN9OK/IVWlzDBD4hTRWAVPLJiNDfGzwWEVJij/c6oIbDSs2mPzgfxgGJP//DTvDHn4dT/Cdkp4ALuszk9phYk+mtb+ieqAcEzE11z45oFuH+qQfvU6dI0g4RFu9/k7Wvkbb2uS1HqelV93PKpUeDzouXYsOJXmFGDXRR2ce6F48A1qhdHZ7pM+oLvdF31wgFNFJRVCy3QtEf68sEcf6rZMjW3v9S2K3n1ZEk5XMMuckSa4dAN/PWNlKI0Mv/+VDmD6Xip6mFoP1F5Z7iGDq3KT50xy4oxZrHbXNLSgELOL3vbuGNSAWbVYbHe9noDqj3cM9TtXx9nzQm8Gh+F6KHhUl8lnSkB2LxhHwNDjpKo4LiKU5B83bs2gYHFoBFteUak9Spygk3EveeNajS6vdWC6wibuvC04gc/eOeDM/NzX6mvsV1eqWwzNVcVTqPrb+6QqEVM/Inai9hBGJt2lwXqbUejpktBkCKgpWj76UMOEsUCAzXI/SBjWtnZXW2vfwwZo9g3msfZtMT+2rujA+eqs7T6dk9YtejshdVzenKKSYhOXGueillYI/OhHSpauzrOPF6afVs6i4C2Cb0brYz5H61R8WSqEeYZdMvtxSGW+tfaUGNTHpJ3nUs8EblQFdqAMFyjzAHWXHb+PrcI245oPtwXnCuZYPHylD6A2b5mKsFKqIjy/3b3BjniljD7m/NQGSBJRkK30tO7fJvXNi6msy8HpLaKfH9DHDVExxf6KM3UCkzQuTnzzKb9ysDYL4c6QosmX862SQtzmHvvFRbXy88vTeqMCHI6GCWxMxV/cEri17LIg81dSX3Rm2Sj371xSZT2ws4wLXc0ir+hCiZxqDmjNKI4Zzv+Hc2OfC8xWcyHWpf51UNP83awu5qlXD643JPHRh7GcbyPz3k+vTev9pP2z/LoOU1RWnyNO+pldeSELb26yB4aQT2l4vc6NZGzEpPkn/CUWg45D2Mj4QsegF8bRyCItYCRAu6BgYfjx5DklPBvqyFKwLszLgXPaAAhudIVulXrTmmL5GcBBqlSpbtNNgJtEvpxRRHAsDHBg9Nk+emajtp5Rz9D4Oi3T4SrcP1GuXRfd/KK4R+uwuDWNbWL9nuCMhS+e7AZ04d3vQDjEzwKNsO4zkg6b4XexD8ljIZO5JuA/Ju/5VAo3z+FSXpJLSBiGad0b/009dDms//ikwazB0vlWq792AhMUImgEB6ZfJI+J36YaqlYYWLaBnz7aA7u3fU6NaQCVH76E/U2d+8a92bT1vsNvNXZszvuRf+i/L6lXMPu5uvgNxpdloEwEooHLS0kWrKIJ1sSTVeoDXW9aF0V8tYKmo9e+ohzpo39D1DTu6rfGk3/hc+hseLGea8fjLWvjZl2vxpHGc6u3oyNnwJx/4SpLRyhSkiQCZs/cl60vz02Lhq/NORNksyoVZDE5l54oOqNC5pXTK4lJvJKZFmtQ6rViy1LzoSoxUF5n+zq+lFiHoWzETirUIIiWISJg/gcpwT7aKIqmCX6pLIosK5gE47sNFiqOjfNr+EVk4Rq1c9dByT4vtLlhCsY5UZB9QcD3iBdJe+YzsDtidb1EWTSe100wqNIw+CFa+z5aodXCd6mkJ+poBU3Bp4BS5QRlUnaF3ih1kE6wqyUvHki1hIWxKp4odUKFmTHqgukacSZtKcCpBMDuAFBeQU/h6IXLqRGzvQ6sDRBgQZNvlzp8zHof3K6ra9dM8fn4RAENGXFhHjS+IhmBw5W5KkUkJTolpREoviPsAaUsc6++W0DII46zLuQFLPawgcvRDMKylLyRIg0YLp23Lc0j6vSDWhaK8isWQlXDNO2LmNHnkVHZ+bHvQ59fCydYDIbT8Dqn8Tih7cKTmNd8+Lqd+HSGhY7n+Y3jeXXsGXAongLvrT3B881YT/Nh8fPPDkmwSzUQ6djok+5rh9EbvV/rH7PowwouDpl+KDmKVnYLn630Z+8kJsLmT5mkh129/3/xOlfSpbi2Ur22KhY17XQ8EnRp+ibNBN5ducBuj+9QGSAx7ymVGmiRMqI5WhjxAjvp8s1LrnMDIfN2VyFKyxH+Z+h7JHHv0VvqE5g/5K8Ftz0WqVnbDROnSwDBsYZxMbk9uc7NACG6U+kyWQ1VjwO34EcQ9XMYU68sKarC84DcmZN+oHqP4GX0mtpJe1e/oRGVgHprnBSaRWHwQxX34yZMFDmuodpPMhFZn05vSlXDsX9r6tjJVaAyNTfGdT5oLbELlQRCrk6vpXkZE9oIDFewVe7xjnKfcb599jRdXDgoGsydNpFaLI4yxMq2A+wm1BMDZsbOuDwFFIFz/AIF5B54Jk77Ru1o1Moj8r/MhfmWblvJN0wHFpx/oK1caVDfTIjvNUNRtoWiLvM9x+Ry7Py1igMiDHN8yQMGJeipaEk79Nfqn75JYb6dU1fv5NM/NCEh3qijeHP5W3Catr8EIFctbhwF0IGk7pXFL8C8ZTuscRS/Z2L0py+j24FKtN0Enn7lalX6Ral90lV6yC9wv/sDJuuejFCmEcBufqAmlVcVN9lY6/zCLn3qnfLyDwPyeexIGfxWsZUTUeHGu98SzGQPslBaRFySpjS9yq37p+WV0OFjahklneuD/gRXpGj2tbp2Ggy0niUr7A3Nz6/Sp1UP4FwG6LrjEoiEa7ITRNINWQAOPCCbBmR7sGkwR0IEm30p1Xr9Cbal8UFxDqHFl4iScQSLfS14OEwLlzHKg2Cfys3rrQk7bfkrH4bGJij2HVpx/YyUZg15bG4x4xppLcEEGmMI21jZYKLM1E6ubxEJYw+YfS/4M6FYzIZcDHKAoOqckQt0TQii48SZJN2/uHNXOyZxavS3i4aBg8SqRbEtMUo43n6hMvXhTH+8QqnTtYnpzOQfdt6bU10WaubiGIyrXMHkksHoCCb5klGOJ6fpvT0HXEMbOMPni2tDFipVGlFUEI5BcGmAFMIoYuhBBtqI0NPmRSB1jCQyP7PQ82Do0IoAsiCi5TeWoyitYpzYe7j2/5ldIBBwdyMWiYTzGy18lFhozVYiECaeYuGSMjfhXqBrNIEwMGBSVyZ9sN3pFW9SPR9X/aUW22y7yxcIzK9UZKlfvDb4wfml1jcheIeR4TQJD6LlQbIkHCFX2ZdtSHL7sTGgF7dDfuz3pCNqxAUNbyTKVr6YFW5CI0CcdzZw5yiJWhFF/4oEnmrtGH/h/Eqb2lvQ4O8EcC/7Sj1PPBWjgpMDfseBY+5kQaSzP7DxU1aZHDsmslY0EFSpUg7u/n8vqVcUj9qH6weOij1LEg9j5lXEQSdk3JDT2koRuONbYX3982mwxDKq0kgGS629CYclamzc9YeaO4+J+VNT/nlUChTV5BK1HB7yNRJLel3Yb+vBFt8wnGE0mzntNI5BV5D/Tj01zsT1H5Ids2kHEvfG/ntlI+tujsLXlY3r2RvPQGz6x99q9e74pCLUSPr59AB1Ozu9iLW/e0wJoCMi3eJZQBzNUK2Y6Z3fJb4wvmWjBFYad/QoD+fsf6hSKEj1sWG0b4s5vyNy9qAz3T84Y6ei3BVD2BEs7FbHEArz3uAM4Gf7YQ/14NXRL0vVVX1Yfkk7ZPqq+ivOullZUndy0D7NmsFOlXV/ue+xxzfZIBhrJjKDt2JqST344k4O2xhV+Zoku+cyHx7IPWnmuzHwuvPZN/ua2Rz+JZMh+M8setA4yMopRO86dsq6bD5iZE24/iTYvg0GHeLoiEd3TMbQVQLK4XmGsm6gR/NuyijKBCiHTrRQUpEUjZaohSh1AEjugbITTrTRCjrBQ6ezLsLGEi1gDgqhVafc8Nfo7C8ZpcAQCCbcKiyqQjTQydlRVefYWUGt+VFxoFrT0ZDsDODMKGN6wHJPDKgvECkDKieN17fR0jepxIbPyx5BFCMOG8QeAEwwNyRPLKCzEjvtzhaqxsYTJZguziMuy3oq4JM9+AfkVgHUOzBfW5vsFZMaMGJ/MIg+FVwFZuEy1uVyDNlfaiGQPWgmDOUT8MQ5eHALXyejaDzM+sw1776zB84+rMjRs+cTEvU7m53IAIE0gOiiR9akcMHTn1DmPDZCF3SVJCrQp5gQgyIENB/nZtBM8bZdqIDcBQ9GIYJdPH9VYI8gBDZrUhNQk63sdCD4QD+g6gYfo1ULkxeu+32aCABt2Q7QCegMRi+HfQS7zzJ8xs3REdPZZ8Txn6ypmnoNYAOXYMOWKe1w7v+iAcA+Rx5v0YtC5TugSpqtu6wxzf6BpA5w+0sDOrnWVKuxpaWQJS9ZS5xqIHg7rS9o80TIL1c3xnU6YmfFlHEMLD62vjGJLLe+oEC4dhdKVC/Uh60KtaPN3+6EvycniR2tOlJEqmqJDc0hv26hsDzyqacnhp64eGttlSf7nmRY6IPdueH9of9jcR87LiGeQXvYDh7/kagIsR7Zhonm7dNtYX8zDhDmmWhPa98FmD8bu7HLJ+rn/2jHpTwFka8hTnoTYFLR2PN0FaXxmNprYyfGJYkb7NjAXGNs4LgBfU6Dgubk5OlGvwKstyp5Goegx8Ad7mmWf3dV5HzKUezrdGTom9JGK7qsK9fmt8DZP/IgEzdgjADQj8l5yRW7YYUAV7vnSQHeiRuGpCK29m59z0xZqNy6UL/jI5uMjrT59XQKoCVUeRnLC9EOQ6yQOMcQo1RTRT7eUtU/eXPA0fk5mi2F1mj4hI6xggViAgATDWC8Po97YIsaR5ga6IM66k5pTXVKtmCQ+YAqzFlP//R0Kx+s8WinlUHy2YrKrAHxeF1mDsNVkQWpuG5/962a0D7eJxqQoOtqhZXXVrdAvHp8oAGo14l2kvm5wt5U0tACg+cY1cdJHNkquXzC8FTYXARLzLTCik9FVLO03gqlABYA0TZrpZclt6zDtjYL/6qwNzXzs1lfgJMd17KAwDfoV3FhJyuURcs1Uks4GwtMNaADytQsKHeh0V3f70rE3Q5g9bxec3TCNFDKwYyENkYAFoDrKxGuzfQqQOjcn0dcPvsovx2cniQicfHXonZN7QCuQRrPagIF8n9el8So3aeDXFiJ0RCSdo7pK0e9fR6WQd3NZWBM6UROLwJnbp+xGJdtf4tjiyrin6KOh+RBwbDM/CU3GsnsodRRiH7LoPV7I6y91xSS+lQffiFwbdrfVWl/hcCzIdpwZbX4z4A50em/x5cVmqTqRmYmcSPuUQk1ETbRihxdClfZFyhYmqyLF65K3CvBqHI6SrD5fGTKqHp4C7wuHHwmUr6rXfzSs6VDzl5//uMOSdTi5IK+CbW/oRnsqJFgY12wHu6Nh5liQv7lEwnQXbVDL4kTVdKRzFofZAahEjW0ZQTr7A0w229l22hS8JpiSSFu6uFRMFmKp+iGdE8bywjVdveTW6lxlnk9jxSas8w+w607rT8bhKIiZO1vCgEI0Sk35YRLIYyOne1B3ONGzS1DpGxroh8eVfzFa7R4/M5/tDTZgpV8YA0zIH0SAAlEbMpP+YZ/5dga9wDt73EDFF0FrNSy4Irs2rhw7njUH9UfpicdBvrblQbw+Wfslzd614RKikL1qvc7EaRWEF7q7YbM3Yw0M3boZQeE3wn0OFwDtWzHAGUdj2c3PNFlwSJKfpjsuaBPECWhpagYmyoThXSS1wmOT5NM9LkQhYLnAcIfGTgRLLJmmVqAPzlYdmcd+cOJyDqnjQgOCjRwzLXzaaKpKBZK/5inCo/20oFIdLQnkUrYx7BuSHDBq3SFkBEDUkLyou6Msvcp+zshvYb1iWUyFeZSjqJr4Vg1Rt6JPDI3Et225rQnn61vezxsEfLhEPQCAhDX8o3pm2iLR9jdgXwyQMkmrCIZ9KRip3GUdrCtGpf7CHvMDK7RGJI3IVlGhYcpCH+oPDGnDNJt60U3KkCF31OJ+9kRt6mS7IbVfl+LP4JpB2SWMBR0CTcWEcarYM56PUdi1ZQqOppu6PQTgHG2qc09gZMonmJB1lep4XVdiOkAPA0n0IV1r0pg1UgKZo6Rmu9RGmBNQhil+zFd7BpZeHAQoIWfefehqZfyA+5ULy4Y2iOswZ151zgZF7O7gs9soUljccufZ4m/X1tU/BwfRhjlJ1/5eOMbLKrhheT7Fo+oQPyQhFQuNYBY+r1l/YLZ484/VQR8jAXn6Z5hl8bM4SrMJC/T5rCXvfMWxgYNZcwpdT0ogeZ9sw7l4ZGl+Fh3FO+QUiYVpKUANJ9It/10eldhur8JXoekorMoGHkXwf9HAX9l4anrr3DlH89ekay4NP2vr573woW0fhn+9/1zL/vuAFp1/fnJ5TM/WvHzjq3fkM/fb7XV0wxb3W6l+/zz1q9hXTbHLfFForWa6iZBnG6ul2ms8TTJjYCxpcIB4Xxb0J7e8pkk2d724LYJ2ArLc6xTZIZgJfEZ3WczS1imr2AvUkVw/TUsB0Jcvae0IQ52m6eQvSQLmrvlwquWIykItTYtVWbDtjh50iu5wx5the7p80eal97D2ohMQvUhkGtLXiJuT6ZLlEPSCV3cow6ZO1q4Xh2ZjQxjCIXCLNJV2a16UCSsjiodCr3U2SoW/hBv7bd5nH4dU1sI+9R2fhusTAW2IoIT8zHzL1+ej4/985eP7bA65Qh0F7lOqMWjw12nalvxjk3oG9TfPh52o17byeuIDeQ51bOl87D+Q4aqKNRpQ8eTwqf7djVhbd/3GkosIBt/h5db/CNmnTc2luv1HsQDmVWLTbT0z5Yj9i2XOe8kRvWx/0BB3AVNqt0HLSUEIOcLRDU4jjORDJ0Gjyt2BwTIULDQisucscOqqy0sGMj4HSH6R/pjVigSFyuvrKnfshKXLu74wC2TF9R9gfpthprYdd5oA0zaHijFESv0/v/CqG05LyAPMwzxPsCU7bI6YcLSNJjSXZ1r0HJmvtWZPwRbSQxrz55CiBN3NrAoEkJyy2OEDVZENNM2zXcImlECj7zFcsbqLvgHsYczOOF7SCmkd80JVeeQQReNfnl5uNEf2lJHHWPNmUjsF2ZX3Q/WPHm86M0ud/QkYKxt8niVSBfjoOHrJOeSMTSPvR3DN/ElHr9pKtEj1WU4sf2ERPbjVksB3ffnkBNle0if4emFSRtBCoga4D6D5hHSSDx+sZ+VlGPzktsaEwaR24is8CAtGsQDkRQcKbFFk0sXSfqUc4gEscvmK+bfYlhiiN37R+H5PLN0XHAA93RhJOIgdzT4t6+V5bBlAuyVPmPoXdNoxOWdw+H5ziuCnIRcYSLQrgxshOme6Ckvxzg+ox5zQ63ViwyWgnEUSduC8AnA9Zd/rT2JWZQNM+0yq06OfKAFsjlC+eRawWj1Hu9szfEHHU7TY4B5fFSAnRxWUeQC1qKN+FXayBJw1+L6G4lqMvHvl7uxJKzNvsaeTlQuGHhgUcMGPOwrFDUmV4RyYy+YfcPUUstnXx7bG07CIhGpWyaHRF4LyTF/QxDxONXTBp0GPT5D0cQjmCTeetvZZOxd8s7escegsKPz/hDqlfJh2SNHILlM8Ndu5IBEPXNUiZw1mdUok/6meaP/kDQo2cXcnkOJSbEpF9xES0CYVqj0mz4yc8EIeonNxIBX1o6UMp9Hyl7sjRmwcXEdgP05ASmNqpn3p94uMRg2kwP5kDSIPRmugoSFKRNoNfCfEnUIoIPBiB+EbqcstBPiKAwKRML2SAz7OtAogh//h3uShOmhaEluNHAMXei/9sgF9MZqpwUnnDgnd1xbq00Sbx3haTGixXJwt80Xb8L0zD0X+q+m//pTHLMyMn3yZ4FDcL7Np4V9YdtPJUx6+x/CRBPKS6CaMRN13OW//e+hMufbK9cCsQPLBRg7EJiRqsnTqvp4lgjB0dvDmlRHozFgsE0p0hjHl/7GC16Y90GGg1fsqbK9UEzDyifX4c3/1LDwOeF+yTG7RAup0HXsTIKRj2KwfR3mH2r+/1AoeuvN7JspHf8U09fu/VLQXP51eF8VyvFyMM+aoMuJFGfCsjVY1lHT9PEGbgh1U/D+uATcWC/Z8fB62umFWzRQal8VO5rlKwYv4vcTOg+OMqpXBLW13eSrilS4d4thUZHhacaU7a/D+6m0TPcyQo3/G+qWYGa/sT3IFAK/3iTz4wY5Y+nNP2Kx39WOO55DUlcufW2tVJ6BLyutwLpks9hKRXPJEqSnkuiF18bjdC2o4MwutDvC1XxNDv2Uyvuom4TOS4rvD/EVyNBSqCdmeYrvtNqfEMbWe/gnyFKFW8stiNQrTln608cr4xRB5vtgayfAwzVeIyJ1vJanqOlZkCHOYkylo3vcK5tD5l8UihNUVFlG6C8dl+b3H+kureGifvfx4zjVAtQkOwoS5c5Kp9UTfyzsiZTR9RlYhi9vXp9G7y1oRqSFjE4P8JUEJechSRv3F3pU0QvbB9T27shL1uhZKQArFrWWrhKjg9fQapzSygMWS2UMZ1M+FI2BhMAC7a96YKk6A2eOCWoyOAzwzIcbl+gnOzDXGR6FujsmTglbZXY5tXrZ9ehU/Xy2quBBuXAymrywxS9aG3r1YdP9QeTWB9l21ElIM/p0kbPVpb/yvuZY6fHbdE/IQ1HX1JP4FT1ojtcQdqjd3j5jO3zwoQaBT2Ew5EgctN5Z8r5xhSWbllrl6hHfGrJJGUsLeBwPgbZ26L2CpIVL+GillMXzQcF8S5iGBQF7Qe4LB5F/0BEr1QV7DgrXHEyXjbB+LMuJZHCoAm1soGXuGoiklAjjC+hgk84FymDJFaDPZl6jSWXAIHBbUGRsrFt+/mEf2QDhNgDraIagiEzxUAuV0OeGVserK9inC6HjAdDXcoBiWwBF6cFVlduBXit3ToletEnVvXGtAHSsGXaUDk4kC6cAIqqjA3IJ1wFiCeFAdnpoh3m7TgcppCNzN5YxWRrEpFv2C0t8bKNvXfABrf8Kz3UTnzS5o7h0o5bhUbpdpjU5YzG5X/UzPv00aMVJ/JUHN26uiy+E+AbbePX8RrBx6tgGYkqz6XM60WuVkoNrpKDUUNUTcfQ3E9tAQjB0qHY0KooPtVu9wkDhxoTbyxW72xMt+hS4kq0xp5hikfSYCnrk9SLtvgtFnwPbGuIa1P44JkQ1dHrhAexrw8MABPbKc9U3HX/FmNg8Wr2SbDaJv0WwhUxbioR/c1JFvECrlwR/bfUi/TgmHX9NT+NvKGO4P4zwzqBJiQCDyCCJMkSRgIk8LHOBkpQi8Rwta9QUs3ejZJHvs59hfMNTsNQrpX5VelShOWYj1pRB5ROf9J64zx5L8h1SC7v36hRLLKtMJM9reAqORxXDd7X0OpKtQZ0QfIt+qw39STmPZ6ydSbAai/1aCssLZcU1ZfN+Jwq0phwAb0Go1fhjrtQj0Vlqftu4vIfSjIU1AL6Qxa4uY2lSLxOGykv82PqWXeEmFPbTR3M1+wQ3eI3mGeW1NExVvQQ3V6TimRER9eN2/e1fQouuyGL9DOJhq4kV27AE7ncIaq/Q/z7JrOFhlgm8dTTAWjAFs9RdvWRD7sTfJLjAAgdI4H7QyZ55evzLe6/5UYv11/fUmhl17vX/7guzGt07UaUK/wtueVAcH4Mcdi24pQg4HzczmqLhfMwsaV71DeiP/njS7etejy/g1pvmM5/TRgfQES+g5bwhPc7pvAF9Nm+5iStoMyVTzuujcXNeD8jovC46d+d1QEzOa2PwcF4LzKxfM6wZp9ehKKGzjHNM5hstguI1ADi78+qYPJ1rBIdzhcXLuYPkdG5j8y49uR+EYgi6NQTdhyDoPghB9wEIFhu0rayVsc7onFXOOqdzWnlrw/IEgMTYt8VkjYp31G/GxtufRLR23OGdUW9w6HibWnD9O1SiavMCLyb4+asRbrnP/GAf/Lh1g8cPglaapjlx00vglCfm/Sw8o31OUIfVtcqiZuULA2+53aKZNHArlLm8X2+LNyXZ0NoIaAWa1s6pfL3M59uqDnB9I4GRouML24jWyA+6dyCpSh2d3LcjbRokqk2zZO0sk4iWCgTfb8gsNVYYvwqQD5snNqXhr0ZCNUcbU2Xh/NnxnwHDzsWab//UTMti6CYf5Q8ZaXjgwYEjuKwyiclrclDuxoqHX8d0eC5sKHUi/QUBCiWc58lL/bsT5uCmPFt3+DPEwqkaDaf+AlLeFn++GV4msZhIGpkaWd32VS/8u4SukF6qlyxrai/DuEgHDWhVoa2Z9Ou+DOqBrIgK8q+qfDKE0Jd9WqsKpU8UK80iTWmMBrJp21XdcU0oM6UIpFngQQBYM9pmcAIO7PQlY+MU/vT3jUx9rcbjdoEQtPbB0XCX5a9sck7cT9iBjmRAaj/I5cx6d+4myLIAOszJKOxi5Ni2wGMLtbNmbjRmHICt94EhlHYaU313oJ34qo+qpa3pkQo5iQ1ZE4iZ1YDrk6Lwrnrt80cflgw1VAOpBTQUt9T+TyiS0rcmxvyGz5+67uA1M2ttIgfOlbozn0Zco/QJ8I4GVf0B45Hvf2hyJnzg2l3Y2QpBnFlkU2Aje3WqJG69dJ9d94jje1S1xoL5X4R/pnXPFr/xQUVnu4pYJHzFPZ399yC95x3w0QiJbko1WsIErdASJcH+fzbo7P/GZIeiHs5o8OliN4XLJJAQwSi4HFSm6d0DMRCS494kqzrursZvLBN5XFpaPpVY2xdU6Vv878mDMEDZw5RLq5f/t1O/XuRZcKzM9DFm78dnTauquSMOJaT31KtlRsRR4Je5zCnu8uqDH33vQcvr+4Z/BokGop/V3E+GK+td+Lsj5wPnvwNlYeHD3RRqk/n2nyevY8du+YW4/43xxABybqoSERlEkT3E8SHUo8spATg5txHfq63vFKbM2Aw6EiWVKJhgVwt75kWsKXEzrmvRnW/B2pxZgf4gurioEspK/zB4DYaV4pDdEANNlWIx203V7Skq7ciDsinMhPXEJw8ePSgct0uSKsb5j2bH7ThS2IZJCN+f2BuKTP5NgLFvugtjAh5P+weSdtaAcfYzBkvHEOdb1cE3yj393Jp6NA2RxLMSKKBz80mz1R3J7gvt0+VLi6jxfzt7o12+qJjBKJ/nqQDLwSFOhuoLK/SlcJWmsIU6aypJ8gsE1lVITU8QDaj2SjnPGTKTY60g50jr1rmQMVhQBIQPyLv0OuOkF7XUqzzHG2MXeKjWUnHg+CjX5UKEnXDKJ70fRMEP/QY/z7Y10/TlrKuhwQ3GdcVLMPj0/CJ/r/pZOMYWvjQryzqr0jDrD6cgII/ic3CbVHNBH0PmhJtRIMsCum3xysr6Zu4Hzq5KnfgOfTfkscyoIydZYHjv1oEcWIFGiK5TTVmmvIgRZxdaOND3Dd4PDcFPDcm3BvOrhsqvG2p/XDdlbfwm6MaPH9cORG0Wqxcz96mN40/Oap+igPAszbS1D/Zcd/bhIK5kM7ZesdsN9348w3StPDNZGSkk0x7su8S+kSvKS3N0lfJEqyUqIWrQWFcwggGkAlbA1L3OzjL66juXgldpVykTwdXGK6/ruMIETQ1W3BiyhOZnEVg9myxEe47MgV7uRO6cCbQ7ELkd3FGo0V9QHa62z+iMw/Z6YTu6KGDYk98XS5ph2s84DHRa0AI8V1ipGVC1u71uGYEIAa3jn6twTio5TxxBtaBInE8zvd6UDJe6aqUIF288bzSpD1hdGSo5euHPe3O+8gcY1x2q5PkhGehVMlTrRUrdhUS2+KrT8EAw7fLSfCiLwdaKfXHFKEloFntkDoeadanm0+5yfrWwOFuWcMdloZZlIT/hfvRH9Fr8grIzKalHsB5irLtknKXnI6Evk9XkDozAUwT76mhrd5RL1VkwywtUpRzJzjaBRBlk4UkcdZy4H8Gmx8PhxoHWjMDnt1kpqdaSwkgKrVR6KsFboj5d6XvieCFZ50erF4lMjn4+LhGP5DT3Lq8JX5lRzD4GevNcnHKXmyml8/lhyIsue86+We57ATrD1SXHCNe7XIymZYTRKVXi0XXWMJnNa2CndImVZlA2P5292Ncp6PSzClOlwFZDKwaHJjRky6xhuHidLvO6T8bYWJTU4SUPuulAbiPDyn3TGHRfN8Y5Dfi2hANOCT4AldGKMD9eYNrMVY58W8fU8ZCoTVowR6YwjXXlOTB2u5vitRb3D9KgpUGwbjpyiQGtDBtRKCdUxEokRi0wALeu9awjI0y6WQLPf+HfOcb3S4irOM4aVCzi8/DSgb1Q0uTlIXZslCYndkQdFVEVmUZmYPMxfz12ougd60MeAZrKe6ItQnwyFzRBlHXNSh77Q+gOrwH+lBBMRXx3lYXFnFzFgQbXZJ6sclHOs3FOUBJ23dgq8ijFX9cgRiY+qetpj0MiHxSRDcrYxTcKjlfXqDUXvEwC4vHO7Ti1/tQa6HKOG3WCulLts0y3yURK8YjkRhSr8eXks9Ll5pBMSiqRTy/S0MfkLJDhgHx92wiZlW0G67Q0BOskd9sbWqsfgCpaB+tyuXHiPMMumQ0kA5M5zSH37uNfZnTGQe4yio/jRWNFgpOnCG2UBs0sTntzQCfOkaImk06fN871iIyY7Q4ZMegscsUFgcuEtGhlFbEVRZ/RxkD4uFSQa481caogVkOmJLFInOmFMQqFoeerkhfGgvOrtrmsMktKz7KW2pynHhFZq3PIJ2kFL8xPwf4pzqFhSnmyOTfrRJDXm237dsGx/MAJdVqGWNHPa6TEFEjD0vUlKWJhxPXLGi34yxqvlNgOinwNDnMNk2hZvoiiALHQgmgOVDLd+Pwx65UejOsE9GKZmQrltmz2VYZYHPMOnstpWQYwgBOccNGimfYjE1ALUDOgPEeujcXyZmatnKwqh4exip6YMKWNdUvacaA4x4o7+LDDtZvbFA4gHW9od00G/jshOFT5LGKIVKH/oqyg1+0t8ZEfrFI1pFISs3smLv3CdjsJmahSpgckr0Lh1v0xcenPfmFRKO9VxhMz6FQygSAcgCqUOb8UfwkM+vLJSJT4OXxyE4KGQ3wxRJaF+J0jWMzUdgjsR4h2dAANqTxqIXqC4E5RJqLPM4Oq5owPT42gjSgB5g1AJw1OD5YdDZln4sac4iUtooCITgmLNMhikUmW5EZN9GTM08Bz0JfvDyvdONz/CcrIvzQtmO7AImliE7D9j8vRmyXKl3qYmO3aAb4FHopANX7+GQ28fHuIihr7rVGcb5pR9g0nWgbURpg2cNufgoL08rfkVkoAB1mXa5WAcPw3Va22CBo4adrWJi+d8Mw1hXJgBXILy6JJbB8oQDZTBhYZrsxcPk/AuKNkKSxEkJTooZBPTDEp1v3cDsFyIsjZu03qDSJ3LVT3N/a2ZB+j0/hd9Y66Vl06UwTEV5eeuP9qRhtFcjLp339NG+rDaYE6f5ts7Q2424v/nXYZgITGLYZbWhp1stPmaD68vdFONvx4+ytIYVbexbq0/8lw7ZhbwcYFvDtw+0lM6aq9ao6VWwL00xq3iVjRpLfmGdps5ww4blcoF7XTRGCPrbrqqrXQweSrCx8GHqOajKvUCQdo1FqjP+L5DQuLaIe4ms2/bOUFkm3uOpQERccjf4tfH+j08RV7EvDs29TpG2hWnEuqbh8ZU5q6Fsgg7K47hQMnocpmFBfDB1TTmYLLpZ6WbwW6Q9yLXQy/5KRFKxdgyfZAJS1YibXZst2DU6D1DyzhGHOumHBIshH1sP7tcLS4C0F3jGRnSkZAZG3QNKeKrdwQuTSGLBTlwIM85F3Z0R7sYqXwSz+t2dg+9kau56WStYgtjR93E83PldcQovY25bDblO61I6kdLP8LyDQiDxi5NEFwZuVVxm9y0U6rlxCU16DCVgXFieJln7lC7fV6ozDhkaMuv5ha+6r9lzkAOh5+h35snCMXwyU0t58MDguKEk+g24EDevU22vKORC0Q1TnAGF1Vfd4C28eNho/wDr8lYGE9pEuSNi6Os9TCziJsklRGXTZo5eniY7RuvlSL/jDMbXt+g/XpOPpmrV+YnaeD5xACAX49071nnxMJMVILlQ2q5ftFPhQUaxUBqM4bSZNeUGBhSTa40zz/K1VLzuaBJXc+vxs5/wmdUiNIavJCwx62zeDT3Fls7t9RyFuOZzGwY+HhrfoUKjdWiBr0/HVBaGGZvObkaIgvQ6p3MD1FOZRsr0sccqA9CH3kL2aHLn44IEBklz+uYXdVAJTFL8LiEm0ByIpqpgDN/1K4RKwUrUIigMK27shLhFgAWETJKLTcVlOushMnUId3Dz6emdO3YT+70BT98i90psfne8HXmkEwTEnZr9GOsi1gPYL1AE67GNX17tjdztoT8NC4p4EsedcYqJxjogFIBbVUILPMONLzRZbMt0Y0lluU2M8bYdaFUHo55lDjMlnXVGkDSAR8Gc2cfEB0vGrE74OLACp+A4g+Y+oyWTm+N4p7tEarC2yyrFAlztGRrn/e1chQtMOQkTN4yMgZPOR5KHYmYiettd4+gCpPNcPaQlrQemRwZ+jDibpgcNdctf2ej7cJSg+TAM5oM3qQHKSd61YWcXC4OA5lrtQJTFsXiI0D5ZdUi4UD5quwFX/zWh01xK7ouznqHH0L70Hei5ZovA4cg83vs59UBeIkWrQIdRq09XXYfo+78OWbP1w49EajICuJ7DiMKNqQhVb0kt+Yz4Gx7FD+ZwFEdjhaHHogCZKgic/PFuoESiSIXbcCs2CTvKUzZgn3VGSBsjp4BURwNciJ5hvgUWbzPoRLPjGx9CAiuR42xJpBCA0jObrlbxvJFljFnhiaYJke2+cY9b/JbjL8t0s5qm/2d804I0EbgulTaNddGk68AYsScPgb8r4GbsAEClBOpFlo+lCiCchjB+0NqlxFaWEa5ikoVPNMzmdGNNHRRzTGKFiub8r5Voaryl7VhFhPgl+f2w++d8res7XbSY/Oq/RD0CH6kIGUVA0z1ikCgRFh1AZ3PF12Ga7vg901D1jrAByqHfiqA5DpnXZ+OkuQ18MNl289K3WWJ9mRFDeWjZOvm3NI+BbkxF2TtDMvIZjUx3fujZC8p7ko7j4jBHg8uov7Zg5cJxSYHo0MvH3pfi3XU+Z4E+a1R+9sQc1Sa7XY+NJ2ndSSJ8/caPOu0K9Wt/n2Lf+poK0VKqk/aypKfL956jE8olyK/xYO9CtNfhxCTv1sqZa2ioPmvh3o7McDbRJPS2+E6HryTNQIsmvPQ96WMv4K8GBtIKgiRmOSFUb/y/6PSUV2Bkm95OtheOHjCWa/Ulppta7cF99Iae3Wb6YnQYfoRyiPkK8bcwofnbGgG7hM79OLG6ijvkn28dtl/lQBP0z9gWPzYY90BJD22YrQDn9dhStdIf9whPvR54GT9iZ7BZAkSQtAChBTnhI4/ae4geRhp5+QrXMZDfNzi/alAbYWvb33lg/uKyI/wPFlzE3QCshvBdRIfquZZfCkDxOXPguPpyoz+HPou2VIvndNIMUp2NaiLx17S/g3KmjN3GjjnP9ManhecdcnC11c8fbA4Uc5P9wR5vYLMKCI9zDgd91dCB295RBEHMr0ynOqNt6l6bYqUuYiA5OeT8dlq5HpA3axeMpErzb2mqFrD8j+Cpi6XyGQmb3/70SY8Xb7AX8BMsxxSRDq9tgGMfvjXkA3kIil8/sFqb9tLYZIc2b5B6YaH944an6QuJAiWggeTaxpjdZ5pzk3vJ1sBykgZHUq0iiEH0dPW5J13GnCTxLX80UIk/FSqA0enRGzsF1I4WZwQse9AES4ySsuCjCZVX9Jj5lvAoz1rO++WB2q5acGtKz8Harbhf6bIyjULdfVuWNGglzWaCm+iGM1I4xcvX1uMZVXX4b150op/tsxOWt+zC4G85+H3ervDy6tE2Uxppliym9iwGsZafimujzvHl33ne4dmNfmZ+GyOGAf+bvwDNO9OC11FGUEY0gCj16S6DfyoZjFno6pSDU12D5ETg4mBkkz5jm7Q+JrYEYhPA/mPtTJohlX20ur8V4EY9PfxluL2ElSCDWtXCRxhHA+gGEQAXwiyHcknPKlnjixNb21WG59itKKHa9EdH9glQ+bzSccYXzyroMl7bqdHYConNT4QYFFqbT5Qv7AUb92L7LT1KUMerfClyj90PVzF8rGpS36VOWzein+8qb1UPwx//4aR0EuOZT1wGz7AeGh3dX/C8FzKvLV/4/0T6anBE6MNzs5Hk/G+OPbd1f0K5G2zJ/vcrImp9yBCeyhFIY+RdAfSkqkWfIuwI8GKPuHmMtLEPlX38BbcUGrAD99q5Ki08nILXTlcA1tQKFQKMOpozm3F1FcDeNUt1fkC143I9LeN9+Nv86qXxGlfEh/1Nry93MndNQpJ07mo99klY9oLZnVm+Z3d5tTo45ZMMr4LRTsZVB3lOGIDak+Sj+i7hou77u0TowliMX4595+EVLq6b5t3zcSlKBMP7p1ZwQlAyk6y6TJS6P11ZfWCcn7rr/2XeWiX6F58qOA/BNB74R+pfS0CGr0hIr2PR/eOvh7SxB4WmdH3wZFNGa1XceVAwTZmZH97wEIwWkhKlBCvO4qaKESTZ5kdfThCmVL8ROHg12oq49P7VAKbgAgXiirL+HdeCPxxJf4OxSCFiyfID0L33kwAtBnvaTg1wlEp+bzCxf9aBBjNAuwz+yqSTouvkurZ1hGw2d887olF2zyYbbDybTVtPrWGoDPTVohZIXRFPrBGdEJTeg8Md+TGM+3UvKJni2tMJKVpxI2/h4l6GnRj+xdLiTWXVESyG3cxXwWWqybJsE5fRf03f5L4LQMoggNqFZNV14eeAfYZ5cgYjhM+Fb7CREEvQvif5H0dpnrqRofg99IaHjNZsyv0NmabJF2Pz1dbzhS30WEW/bv1eetgL+hoqjVoKLixkGblbC8QxQPmnJcO6tNAW7gO2iE+74rRlt9vnfMQFV2c1N6o9SSFmoeJO800M1d+w19kIvs0o4GunmSi8JbO+DJlv7pKK44VwR1ttH9LkfxE8XxFbM5ST9bjBVj8yCIKPi6z1N+sWhvVXZ9kiu8rSRIwmUZNAPN1ekfOT6vIoyzhr15hs3SjK7Ki8EvPn1IHEK9rqm7YoUmYL+o6tXOwcK54XXKIv587YUeJIR2SxN+2jOhQKxQweD0PAcOoGjmRRqH2eMq6O6BgFuBsZHCJdktNIIo/RI9We2kWTGqdf8jqXJNRgiWQs8yyNsReInph3yIguEFVxS9oqAKH14arA8f1ZChCnbDSEtwOYDMoA8btO0yKEBlsQCDQ8XGSjaQEyl1HHiYf92LlQFZf5H27bK2kCnngX9WVybYGi8X1r7Bv7U4ufrK0kbe/WX35z+OjyhJEM8HvMLbx4p5psj6lmf7tZt96O/D1loSd48uPH47MvBWCz8H2j6JYi+nvwFwFEup3UbScd8TRj50ARPn28wV4doFNmD7MqX8uHC2r5mSR1VquvpavoRFzId3DLPtS4uq9I/3J8I4fmNCgny1E5JrDOQcWNKP+QggCpg1JcR0PExIFjNARUXcEb7qzRfDLkb/Qh+z6jbWtCYUOa0vJxZYiyYBdh5/0sLveLUh6Q1qLHX6etS9ALiz1nbjr8MXm/VZ/PUkgg4xdV20GdOV/U9tPg0FQw2EKsGRXvnS3xoGLVs1GoMew2Y9TofOQ25pVhSsT//e7a5S1laj3B5OsbdS6+zJIKqs1NdOZLwdmronVHr/Athxo9MCy5wepA0YtWXXGHL45MhVVWarMTOouTIKzCYjGDfirv2Nen2WRUo2stafyshEDtv8XNzqakwVgvpupKC+f5q1UWBBAJcJanU0jdOcel7N8NS3v6HbCeqXZqbVVNM8HXc8VvOscTFeGYPZzTpaA1NMY2Q+gLjK0bilJkKNNnreefgPSpTAQy+JL1fKB97H981cIC8VbWQjf/s+oumQ2uYaadg3hMmOJcScEKja38i3vA2qA3+vNecO0uqsC/c6/qT93HvvuPc/Sckxv7ty8G8//EqzppVTdKAQrFxn4SmufGfMLwy60jz91KY1U9EAcXQgPq9/z6n7gj7BZTRQc3x3KOgzsqlS7rru5+ho6RO79zdhHMHzTzInyhuYf0+/KxTMf0yeu39r8eajvjEWEIrcP4wrzfFTX0FQkFkPtb9xUaYbILaaB526ElQW9JoHnboSVKbSZ/ZB6uNhUz0uNwwH/r5icE7v3/HK12j1R3zyWsZqhjpjaXVlWM0Dv4GltevowFUDL72q6L6hUVpP2TN++w406PBWcs1t4jOuca8zffVseiWGth8V/pPcoLgZ1q4jmUKHxxHquL8jvJ+UKXV0Mz6LlJx0HiQhrflv5YJz3Zd++KBHTruIleHAdRBjCOk+cNKO3XePDwQ/UcRzwnkARCpWPqfXFsce1HSF4RceGFbIx4tiWr0AP8ZizhOdGsh7UJV7wtHE2r6UqPyNNNy/18bE+mfu7wW0LEUxFXpygFfOEaTX70BW9eMYE2UQMBbbBM7iwkNW1UGiE3NPT8jBYXw00G3v1cW/wQPHxF5Xd/gpapquVQP/lLJyhiwa+EKtP7Ox3mzqjRG+Bn84CJwYhZ/H9Z+VkDW324hET4WDAIJak4N+kox7v9Cg4S+tRd/b+WUxheNmhKTKBdw21MALMnZNoNK5ifu2Lzu3idjXII/kxhbk+qWpMmjuiBtHfOggdsdA6oN+PxyYTc5onZDdEQ1MztsIE5H+lWrU0FJysjca48afz65XfSP8ejkdct/eHQdPpWlRWqU0zhpSVwU9bkgkZzedeTHVw0O2V0E+MCtcFKOF8pMudkVyGjxhpJw53YkI3vG9bY02y24yTtEvKxd4qRzg0SwbKZ0RkBGTjJaGuVnjHZz+meQD4s7hcBH5Zy9MEYHoxhq4enbcMI5v5fylUlxQ9H0d8lY630xtLt7pNvTJ6NzPa2RqOxH1ofW1pCh+UjlQ0Yk3+S2HHr5rceHWDCe3+otJ0PpKUKs8QC7v6xKm9VFxNjh4hU9QNwFIXQkOEiBxjIG5IAtwN9UumBwUvCgrQ1Rvp0lo3mFlwIrKhFaYjM/eNCUaBuPFEOp6oAgPa9QXieewC+oqrCeUdF4Q9LFS6sLHiTqMEn4GRvbuTFiv1wqrY87NbcLaSWRyuxfR0Ld7bbW4CyhjTardzqXHMtwSTSwJacy+br3XvtCakm3pX3wi3UAukCcv/Kq5xfixDHa+8X1eIiJTNJORXn0mWHSxlFYVaPQxpZJOGH+mhII05LNeEhbNmgmnNCE4xU3FqDVQs19doWhoV+H2r3uof1oG+lYvvvb1yhK9HWKnhKRdjZeUiWP1JUZrCBEvIo0XoyKLekLJIMNUxE09/9aOyrykj5LY9E/wlEy/SgHnq3ErgPZxM4edhZBqlL8xV02VMwvtyqjaTsGf/VHRVinS8PR7ZQn7PxXhANzCCmxaQvJFjH/IYrtWRlPOjxMDuUnI05OIfeNe9PfIRL/Lq5rcoFgn6bXHrIhUQa3iNZ+l3wjYzoIJQNw7tlND42DKUULArw9PxdljknFphFXziq9H/EWXT4yxXm827/f7H+uME8Ia95OAwjPnPmRUABVCZNDRNjmJWzdFNetetZCcoxfrxcavtaBPzoPK9axaeZf7wnmhBGL7Ojqis18JV/VqNHVGprENm8/MKsfjjCUd/4sGQRVI0kylN9mDqRKLvmcNOysWfUASuHDvom27uI5palDx+yCGmOPZY4r19dMzt9aiBIBOv9euzbSxgv9OD1vKpZDSe5eXruoxEECahIYWJeKOY1POV+mvXEqCDhJaXsT5donU+wXpCUnJ/LBTtLp51z8JmE1Yqi7s+THncH0cwRSRAcTxPTzynOHfFrlPqM1ioB0PWW3LGKKgPSRmSAmIJnMm6M22A0t/9kh/4LmfDaimCzqksPNyIWtSqUqU6QRyebXPa8eJB5r7Ao1f4XIZv5d+uctXz7rk8XO0Ga35i4Z066OFAjkYUpVdkhb0Er/zbCAqzfLcMjfaZmhhXQbGvauDUVspml2ib3GHLXpUgKsjBMNxeRKowUwG5yeuc00NtfdC8cyuWKabrYGvNiOgtmQLgTSQ12o1guHVisTIZFoKogm9iwRQD/V87S6NpwEDYb407dc4LtZhptbpGQHIF6US8cexsBjz2pon4n2bP0Q6XuCYDqb11s1epacAcvs+3zrTZTLTuuk8Pd3679f/2FW8nWlWxhNOOHBlfjoCidKqiDgDKGqr6E1OOCr6xcSZdPfZW6omsru26j6gwwt102AqkGckdlX+U+3zBpfzvMPlCP9KAAXVe4ZBe9c3iVJ+rqwN/Ps2p8+eq3WaRCyNL2IyGHRALzyY72Jne32Dx9QJC9p0VQUnXvpsmiOqhM6Oy/yASh1BF5VB+2yekcJAlZCFTGc7YWlhKekZoVSEPIp8pFAtDQ0UrWilEQG1s7UA09mj+Xw07FcXCCnnuPbMJ0IO/FnIIEz2zbtkySY1IokyilZs04i8XRvILqQ091nDsQehFSDt86//dPtWMGjKXBCYITCjLzQxhzGdnhH2rW0mVG7KeFiEzLqysS0q7vKo2klaZrmFEqvTxU7z33fj/xVF8wa1MHWWma1E/+pvooiSwDPaa86D69lBYoW70jqbVmmRubAFKraYrd2OdpNLb8h3zrac4jyDog4+PbXd/iyiHYYiPtyLg0NWQLNDNI6BnQoIKHgHvl2ql11dSwbafWoBveS+J57Hd+3w+06SHXvGVUgu3f248xvdzYzyrMFINQNQj1WH2kkWbkawRJaW8trwIFOfZOxMASDEYKEf52qA3qKzTVKEuhBectbXAQCfzzfLMQgvoRsb3BIk2g1pwnBQYcU9bltc+lv9PSn8znZBd9HdKvdbnfARuFaoqYO+DkCHlpvzd4AVkQczkVtnhpDYanMWj6fDLdrcrl8CmlEBs2MEl1zZIPBZ14FXx+7rz1Jnnx0oKGNH+G6zEINS2ZC0IQdM4IzlsT2C+JCFfqmVp7jh1Ek2ia6yH8zR8QSbvgmObM50mrHRazmQGr+q0yFK6JyVYQMRxL+RwczWJ/iMzTxoNGbHV13T1EeVX3aWfkz2MamhFNriQRmuMHP/OrIjt+br6wDzXJXS7lXX7AdZrxknrpMsU7hcGmOVA8mV0JpBpTVpKdRmt0z0yMjBkdAkdfT3BxVJ2WHgA7LvNlO9aA6NjDAdDPei++tihcpIs5Htc5KXZW8USpXbdE3396afVc8MrLu3UmxWaQ3CW/ZA6da2+MtqU3eLQP3HngFsPTu8a4E8VnK9n30eaGk83vexGYaN3l5sbGkbIrrVcQJXogw9rFqQ9OpNjl3KxpszCt+atN7X9F0uv0CgBuwbnC/9DO6lT/Hz4umLUxtQus/xl3F2OpyGBRDifdC2GYeSjsWpz9cL3mHyqLEIlJPyqNJRVGB4VBDt1AjV4mIqC5+K0+rS7zfaVARBWnBBZXFag3xUurxaupxLfTbNag7NwAppl4D/3efW307v1rl93QEqX8JVSVh5J2AqKPWZKb7QKn0xZZUj82gQQQR5loIt7adtdqG+AQCH6A8pCF17gAxgeu/XLkF2r3+LmF/u/bShzpIpCMMFGsjYAaAcAI3FowDxMKjFSWBn7mMQ4E7ssu9cySLVSANUB5O2Z2ssiL3g9/h51n9/c/m8UEXaLboauPczVOm27zelyF9S6HDM7bk0EI+vWQtd6CWppUVYznezQhOpjKnsJKH8FpyWCiChnK3QNKkWmFFSqD0h4MB9HMt0RelpB7buaF+HEXs7PP6B6Xvlx6qrJUh5LvYkq2DvM8hsMYWHY5JsrrK0L6aaTr9NB5Ice56xyIGCGTUXDx65emAZ+GKxRdq00IJAW2k9RYW7K74ady0CQ7e1Lw4nJwwmrA/09HiCQETKoUXYtLOd/qJjY7fC3mTd+RQB6Hz1IjVXKiX3lyCKpj6GD4zaJp4x4SlYjfxJhquhvVOExJ0LLrpmdUVsoj4LZTFn1qj/3/hZQKw2h3EckRSeStTSmVFhWVzb3Ol4/bXKL/YcT164rGcni5xx+RvJjUqJLHyG+W8JOxagPZBuYeaG2xszb/JBzTjH7PlcWjeFl/Wkr3h9LZ3mHPa8mHqobKbmQHohRHRLa5/xjaglhRMRX0cV/pJpjtSCnCMZiCTYSWJzhF+KqdOfZMAGwc2y57jTOo4iBcrvUYqqigRH7N/kCoi0j6WkklXZFpTTfkAQQN6Izy7s7ggEg8zJiH0CKsrU/Vc7msCLTQXo8v939fncpAoXw/RM//iRhqJaXjWerm/TIMYf+xGhiY9fqcxRqNAYbIbEadi44NLs7CRhujKtr9/EsiwiPEPGPpFUkP9TpMYSwaaHmyh5YyFMN/VTPVajOV0LRWsp+W/JyfBhIKfio8Gvtj6O2/7uGXxbxxoDMSFmuGDF+hmYanrmWWSf8kWUJ53nHFGcQRmFAAC7Hr9GbNtwNx8x8xZBR82HDmcfAlhFeaKZKnffdbcYEqvykjVLB7YKa0wnXqDxzTKbjjNy7G84djQbsEv43gxKaaYweraS2YniUfbQ6jub3UnEHf/atw1MjspjsNJETxxCCkUkHZKhxXyVIRkf2HhCj1mKBAsoIMkRYboNp2khXV3MrDi7nbevNVHH0YTfXkadnY0bvAhSWlvSKgZ4Hdyes7vt8QCI2tmG1sdr4TenD7gmb3sAEe9as2NI4uE8HbeQQDbE9LctFp257ofQHdoNh64HMG5V9bkdK26ZysjGrG4E1sVRv2nEJZ/hIfgS9Ka7BWNcvwqoPtvCdWjTm47EDN90jb6Wvxq/sOJYY5zAVMiLLhwhLaSZ3TXgZngoNVJDBTjC0uN9D8l78C6TLZLLFLvn4MXM+cwLsl7TD/Tad9/LlBZAbW89PI0iFz5yQVWz/haIrWncgplqtC+wfV8LIOUe1JxriJK29XhZbS6uhykVdHwe53DwyQcPgHjfZ/Wp6SspPuzzDI4CYD8IcBAbPWC2N0DWXTK1glmBRlM6FHeqomgS08s77isGPnNA1Pbg+VfIYlcbU6Ns2JEElrXQFi+zHwaZTNdgSWQJn6qozA+dAoLWw/ppzTS6+TbN1EiqGWv8cL8Nh4sqW2n2MHobS8djrtBvVQ8vQFTitzjLJlMbvY/4wJ3+ur5FrwNUlfou469rJFNEOsXJZrL5u40YJDV9W1PNdL8q3jhhqcPe+QcXzNYd0nGuofT5HqiIrxJ8G4wxKUkfFxhThJcFaRrZRzJny/e3ryaFQcauHyCX1G3c6BLq5N1AGmgoe3EsJwWdFcx307Vn2SgJLZI2r75vnORcBOFfcI5zvGkp8HE7KHrrm+/Z9nZPr/QDea5/QyXiIYwbtly5kG51xgERD226m962jpSkpB74X6Qfys8CM83mhYPCEg3dKcYGP8f/Fbv2h3xEUr2cQad7H8iXNKoUo+Ei9og4kq0CDQsER6nUYjkshEagdM4zEShFdfgNa7h9jJ8/VUnFiaR5cloyjwMCljxPm6iuC8lw3hhYYS1a9Ayh2heoiBdBz1zrcK0nClSuI5TK2HsyWEwVF/1AO/T2/HPRUVYEiXpCa4LcogW3cLLsOxgneFAlZC3Wtd4r3U2/0thn9e+wJqG64g1lIFkxn6QPuqzx3tg62IM+A1XC2xXgAnFUYR+dYZ+bY9eZeN1GaxKKRyfuH1hjMl4F9V1CfvDiTVUU1HDFKuYlDPTNN/1APXBZ8gD66yJ7ARIovzEXr+Ekuw4XqRAd8uqyBF5oL4FeHbqib75R0UNviGd/IWDhMi3hu01WANRx0MnlxuYDGT1SR1N/P0H6h+s8X7szIUJ9/Pp3lwIQ+5CvNAWLzlMROUF/CFmywF0TKxi41lqomojko8mwSNk2frGcA45UYCLrEb65Qt2GtDZgVYmu8RF1p8OKUGgfFQGfTNLDlNfStEurGYv5AVyuLN39iZ1q66E9aOcdf6JlFzO++8G4XiVXxdNlFPC2tk1zwr0nhcMyn/l+/J0pmso4p3APlEt61ktPiYlaQKZaYfzjDc5RoitH395UaRUKgBDqUl4ekrNOaZEDv8Ovgs3LuHsc1HEmmwiOD4i4dSNnMCuSJ4tTfdLmaY3ziNd2elxN3S4QLzsKFl4JkQWJkBTvualEdYA3E5fndrjt3L/t59xuSKp6VFXB1nMwFBrMuYn9tEtH5E/l/q7oIIkGhk8Rozx+u0yCDaECIoUTvjcqQcCck0E4mF+rTmYzWiop+jsih7/7lJYzVXciVY+InCwknPzIdm2/Feg41+aomjZm7q6Leu5zj40dtdEblmSHTk3QKmT3NzoaSaPSyIIqnhxiHVeZul8BssGxqAnNWNKcP8O6FbW5sh9Fh2y7sE6CpAd1cX68c8Lj5tTDcQhdJR+5mj9Sb6cIRh1RwofrPU6Jt6sqHVlU07z3Iqa4rTmyCD4TTIyR3MhtCusw5XT9wjX0ICIk1dWwhugpAzOgvnfgg6oTFAqcJd0hC2VCYKrla0NXsSn/USfu94tqg5D2A+1H/NOjL518+Ip/CARqRj8ZE7FMQ29ROK9X33O/z+8VLncUtRcw5zt4u7TKALSSXfmLMlbwvCqKrmXjdF2JnIIJVdhCQr0CaYFRsabHs818UZGaivo0VaV/L2dB6v/tS/ndzgXyNcGOKLqGa7JiYUz2ihWntrONMOQC54GFcWzfAc5enpNWR5ivIBtKNj8/cccnZYWAm2OF6Le4T8VjujJEdq/S/7te+qIYlYYwjseO7vKMY7Zm0u3rVPYJGLTtkJAkSUiSJM1hgQtDXJSkwhSSqZaU3ONbJt8+3+Md6tKzpsId5C7kl1spjJfb4+Y5n0Aa5MZYCEalnVplJyMIDJiIfPhDBNjTsMZDGn+wn2Dx9njVWsP9DpszOIdPR3AgyECNaZCpOpM3GqMGSZeo9V4Ox6rlpn5nN+QLR916XaN96tplTcXsBsSbLj55Hwqs5nRjCAK0WssVM2j0RakKjFn7W9RX49PjnlC6/crc8PhdQ0qERSoEbft3SCowULnZj3yUfVn/ntf7Wy8vB2y/UfJ/hZt4220MeuGYSUIqUFFJeVlcN4H40qZfbDY1hPvZeXdtPEDbloLq/YZfdKhYByEBQgVy/P9QDO9vSJpjfh5bemT2R9JuoCqSXqEy8bL4KkL+LTnm4OA02RY9NA416Htdex7lj80Xie5nb41kisUypedRc9J5MDTlkZcJqmBn/x1y9EKxLVZudoV1bFv0nyW23yqY5ZSjr6RsdncS7XrnVhs+bwVaKrXeF/A+eELwFr1VBCZOgq/O3jT6fS7Z2zGwQFsNZZcB9JQ6eRjp0mSzvzx/BOyPsOEbcxwBW/4M02E2xarBNaIErch9dGdAIFaejMUCO8MiVHJZj6fOcJHCHW6vLEaAk5KeRs4DR4gOGPxpP0AmUq0y7ukgNLWMXeEDJoJvei2n3un5Gg6pE/YxB9b9v4R9k7tWa0+xHtWeX4uR/zR7fYFaymmxhn9bm0dBr5U+7VRrDaDfQmW2ousMjn8jDknnhwjjjFuOh8h7kJYp5+Fn2ErBU5iMXQidbjrXwfOc4tGBihpPm6apOSOuZBVL1ok+NT57SI3QUhKFioUp7Wmgs0AHvMUwwOfAbERGNaBVHbq6vyje0o6qoBa8SNzljL3Zm6DxJq32zbKO9KvrZL1VAcHGssXZqq5aSoOqmECen6SLRDorL0ad1bt/EQBClqxXDNBLgF+AozEYJ4g62dwG5KmdJM8K6fOG5pz7zuUQkdcYTKtzUC73AhU+VHD7H1uxbOim7PoI1BnGLDSYYG2Nj1TZ5JiJsp2GUJnFlsgFRonLdjwtNOp8BoOX7kiM6pcQ+xCwtbb1/uUWN3MQu4RBnLkgASKMxSFxqX2g/LgtM+YogiO9riPgtV5H7Fd+yID6YnzShA1xV/gayC0I7hc1O8c3cNb6XrG0dMQwY18hmRAJhF0Qdo6Efh6dSdKfE0lhErx108rLmYxGvbUlwm3Q0LvV1ptszhd+a2+bmxm7Vmh+NOHRbriSDRRTfA4e7Tjjqpsj+D6k/AaMKtnCyOIaHNianzW5LEYtFZ6W3YownKzcRqroZnFdtIXiMQM5vcSrQrB/NgtmaEXf4qZBGEGq4dwQ5YBfiVQSSkiaIsUuJYR0o+FKnTlY5SsFxCLDyFx0F8n3wykqBmUJr7GOkbFhmyMZfkZwKeyaZDFQjoy03WVr8nJp9G3QipIdtE4fcYdq6umYzvs5SM/J9bC5e2EqdRpXQxGWrdUinWWBnQFXQQU2gVwiVJGxpryXGMhsK7vda2/RZOYWye7y4joTZAJ+If7AeT5CYbY+WhkzPb7PQUSHI5PUEC6RydoFad822FI4RBCLqIYjLaNdgUbGXGQSYUQwQQA3Aq50bhfbxyqejfdKcpZoTNpgFFqo6ayE5uW1Vg9f4Jqm/bFtAgzm7pgc8w7pUaDiKtL1mnBuWL9o2DxzSyijJaGM6dMuJJBZ4DUyva8dGmAbUmfIk9qQebFOrXJ2Oj4NaSx77R6B/255G9HFKYWdQUG/bteMcJ+qFPn5GLfeW/aux/xGBEbKD52YPHYI+oaprBf6QR5UGI05cc5dgMFT8rnvD255hx+DjxlCe2ucwTd2Wh2u3qoWHvR2XT72kbXd04E9Gg4Qqenk3H2YKHDJDhJBBNEh1IQh1BwCrSp4oKbOs7whIbSEUFKRFI2WqIXYlkgVHNXkMylJF5WarcxxR1SKWo7JW+7s+0W2PBH1L1GPKCztGONIr3kf+NqbS5DiX7mMkMyEATm+MUJ+Ab3UD3RIgwSMPMN2u+WyVwLmddhicy6m/oyGVxdM3xGw9zdk99urt8gyLvi63WvylVQ5JLaB8yNc2Pt8n9HFg7y+ZXQpd5ZtdqomyCQhlISWRLK0JotYMLEoWjIvFwJLRjj42vPPl+WGAw968FBO3Wl7JTFKIgE803apHVoagTmoCfRBDDq5lkw5jVUPdtdtp6fbleGxDdhlZpOp2flwem2uUNkaRFlU4GmsjfR0uT25D8LqTcwwg5HxRt5ahFUdFzmZeljYWJmHzBaEjpgUMDBK4BHx4Ow/MpdHSp6OM8fjrDSeBjhaIDODmxWWlU8cO0gtTUwWQxQafekDnEYvijhiQU8E0aE0M0KZmYZYiAUeEMUsgYhEj2JViqXF5YcgqmjFlYzKkfNKPWcNJhhsjsDmZngwRvDM1CiRqOIuJgzzVbDAjJZWYMGePdVbo0vD3HAcMs5SoKRADqy7lbXb0BL65K8ku2dDuO5PXCLgCotZ2tjrNrFkORh9mGu9gkslcgWlJsYDpCGmCA2XKvDM7YvP6Hm8NqQzggx7HBxq0oL9YtIOY9dwAZboRxVLd5mLDwme50TdQibLsOHyJA2/4vmD3YI9lV0Er2CWSG6xSlKFtpKe6AolWhJonhfeWBqnH6LMfLZqal0dV/D8CSTLe4J55mcqxZMz4VqhTKRoUkqFzAWOKuxinhSRwS7YDnOovRx46QoLw+EWNUKQFDFXmaiOUrPfgPgMPF26CQYSNpFLoXNMRZgyQGg01BoqLQLIGCeVAe7W4/nDB5j8/n7D+Usp3ctO+Gt5mru2JqVHRFbiZ4N31+DhawOXDSb8p2hE5Vl2o2j/daEq5JpUTbt998GLPYIFG6jgHC6YeS5MuWhmaFUDvLz51/sw/xqurThVZeHrTveDcx+Mpf0gjzrUyXFUL+q3F2Yk8kggPEVJceY7BcwZMJVlfR8CKG8EuwB5obZOF5Z2V6ZCKtAw7iM2zVakDHD1ZgGJjEX9GOrF/qxBfk62eNjRepsriLmpQ1gNyfv6cPuXnXR0w0ER8EoPgvl9oAdniUn2/el8YwXuoe7jBM/jloBnTbfVYovhfToNUDu5XcGVjtVTz6uuY+g2YAvAvy5JA5X9DNGykMVFfZIaZZYYZy843NEB6wsVH+FlnvftaZH95nf8KH+H0u9KY+fw7hrbw/FUaWGqiff1Fak/Yu+oha7GWA/TO7Jn04BrBYjGJxvqZpPzEcyaViVNqdZ3GxedxmYHf3l1RclNXFyIRRfPy6RLbPXPCHUlFnP/DVM0s+R4vAzi6SmycTEGX462qUCYvGJiOFtJggMicd3jQvaKdJa6MJg9fsbVNT5AB3ZxsPsUr6eFyvdjy5dC08pqBakSx59dv3V8SAY49DBCJr81XZSr8T/52aCVedtZZqySTMfH4PEUHhlxve9qkHikBwH7mZlr6EcBMG+J+wv6JxaUWYLiM3hjlqCIzjQNRC+QNugHhWbErle2idtbSHwsOQPaNwU92GbCNV4mustEKdoXHRWHzfhpMzI5o5eqpb+eOjnNkfcS0EYGV0XH3Elaa3/voQRhntfLLfUERNZA+xnHgx3ShKFLwzfWYWCEba51XWQFIY0Yu9WGDTQ6KNcbRMA1ajSKIAou7YoVQG4QKzrAmvhbMEhzM5bJAJBfWu5jUQGz/bW3pX8DPF+/eg7dCk9IXJfAuEPKqV+bwIErW0tgtXKVy4G5ohSLkFWSBy76eTyGKqFFethNwHAjn/NjuwTxrfrN82JQYcjtlLKiKisCGwk508Y5yBRlq2ITAOIZtKh3e8pfqA3T9JlwZnM81Sd17QyXKx3QI1u+KUSqzQzBokMXnXWTtt2oEFInOT/ljtlXcF8q+2WiaKdmgpzHpQqweSgsVOwzKq6VnDlU0+1lKp8YQ7j8+e08y8scRqeFnS5jOj08GoQiaJuAvnvp5doeeA0uLQ6sqZYfk7uUF8+ldng+4OrZWDgsCGqqNJm1qvTf8QlzOe0TX2hhW+KkdJGfRJXfegv21hJvH3nEknEanwe1punUa7utsxW6Al0O2GPtAh7jxaZHOX2rxkwjNgWedXTTo/48OkvquvPWxdOETjPYdZvPK9BVDlUL3cEWHXC1p0ItKx7pymE47D3snLSKsn1LIABqLGvAgTZrg1Kn+KQKNGsyCFQj+v5NlBhfa0HUS7mW+nd1hbgohGp9aRuWwd2ioA7xV9/Mgk0MInuPvudmhA+lf3wz9K8nfyEvLgx8tOWrwUgtspIhRYuwuBIeQwWLLrI/bUL4+00Ew5FxXKmUSWUskIJfFEqz2NIhWCB4pE06XYs/IjpMRtoTTUeQBC456k4Psvk0nSAG/UmV2kwANu266bTbTL0I0nS12ErFoIQpnSuz+PCOXx9JfBke6Amaxvb/qlERV9Ahs68oQ4U9tsiIq9hOGwRKZlS2aTDlH3LYmC7EcBvxUkMMhbmrmrl1V2+6ZqHKcuJYCpkvKUcBK4ymSM1fCo1KVz3SnqPr9GJCE7j+ReFKi+bamOfjX9Si+6oWL5jB9QgWhjIht+/K2iJQnRpNUAVMzCRqQWJnaB0JQ9E3DeucG5uBBI7Gd2c+o90drcN+FUysW7uchVT3cs3IxKnWoDI3a29XFWWtc+jBIF20SddOCsrXBNp2rGfYPda+tr/JcpT6TtCuzcrNUKO9o2Nr6uve+aSWqoZsZN8bXTg4J+8fk84yjZae2+DhpUP032wUokzSAjh673OYiyBfNMXFldD3sfdKt+FMcL2LGknvcvbYGHdNCWuaX5G8+0zYGWB3hPvtKOx1qkeugMJrbQt+PLhkuky96abbHMEDAdcszqXn/u6NsdVHLwrG1kZKfGeqpdXwp1rhLdEjH33kOSHwhPezQAAwirjVQAXdyqMpS35T6ZMfRlHuX7pKiusczP8hdL0WFGyDmUNl4Vrjmz15CYXhwrEYf6rDPWhoso8YkhQh/HKAaN+z4Ajx4idSDr1AmLJ8Z1fJQJ+GoOIaMYFxvDm7aD0YJ1GYcrb6L3B9KNXst8P2+IC9PLRsCHdMI1UYLk9rjUZdtJUJ0smx/nT6oOdxnBWg9cF9qdhKVZ2dM70BuVcDjKhtXjyiX2goEBpylN56UMHPKqpbdPVczZet2NO1gguenbw+ANZT6+cOPjgLBao95N88h/hjtaPs5AIwqD2M5EA67KXzWnBULcwj9JcQk40arHG4uXZ9bvgEr7pYa6tHOxILhxR7+Q8U3GPCF+vby4wsFdC/6UohCPtQ2yATbFX/fNx8Qg/SqelP5fZHnH2hXWDT+ox6fV91ibPNXUEum4aiADvtdxs8iPcHsH0OjDIITMrCwWL/0p7Py1PIJWSM6yPxwPM1e8Y58IBZ7htIPsQOBCX0aRYthIjImaD5qws1pSnonCwF8rOFJKm1boLHkqsaC5SUGi/UhFvhUNzGqzitjIsg0/LCBGJ3MQn7E3JSUKrn1/rBzy6ktufUtnrRQb3YW+x/8L1/tOXjywX7e9ODKwCwTV70kJJGOz5w5nFYyvpSa3JEiv8jDQ/ScP8kA/bvxIGEx25X3PGWsrnE1jCVtk07Wg/teKvrzVwgDWHEHuqWatsafIdGNaiRjRhJGPkPjizChzVJGzDGvGJNumxaIDg8mHKDD4+KRTVLXgQ2ZzYlIbf+SdQQ7Wkn9nV+SRtZQLq2vrM3fke7A129GFN8JACUkPkP4iTYbRUpIBI9O0d4BdFaREPcvxyiz9WxT9BnWk7qXMgvcGKZuVGsvhrJkdTDD1z3z6yZ95AgFG8HsowqjgNJdzZYQZRQYehrexdB4dqqkDK2vhTNTtx4AtzwOiM1K2Rh99WvcOFpLUtX2qHzo9rcJVBL2JmTfyx2xQvrWGnD60LxAEMTrkqAvwnuzDY+708uwVQqmlc2Y3lqZmQyJ2uD6FN2LA1lsVwM+1nfijPfggnCGPZ4V/UYokqGXVU3hx5UG2jVNWYtASIpKg3frPB2gUXnn6UazN59FizGh7q+7o5rtr7cZBizRjNBh2QP0T4t12T6jM87Acht5I/DzXEd/Zb4+VXREF1W+rLrqN2L2Hu65lc+d9h7c+8L+C0iW/3SEfuPf3BNseP3e0ItBZ9enfhOzs1KgW50OqQ+/kBv0AGzelrZLppuqA3QwTxYqPQX7iuwEW/C7KXPJ2Jw0A5dGFn9wqVft0wnuFXSYxgfuowqeF70RH+zVeUPJuteCWzp+gSeqBdurK/jDbUue+pB4ExwLaRHprZcJgmYGOQeEZwO+HOVxF7cCfPm5tSgq402CTudJHbzIEFKnJ7LlsojBYLwB5KXe8wKKmni4G0kVlk32aueEFln8dm3cYkhIUlMPpQpFSmPcKBNAAXjpfxIhutNI1eJxUHwnrDYeX3yXreE8bqyr7aNj4X5r8c4BQywTCU7hjBBGfi9KhrQtjO8aCCHxKYgaU8yDlpftDeYmLTu5Du3CbERzwLFEFimlCQ5BCYoAd2sRGB1UnokwfUiySVtArZDnLi+cW8isXA90A9sE+OJ/EfbDIFlSlGiA2CC4gFCzMjVSfGRCNdL6JgCioDvqgggoNoASGxYT/BTt0nxAj6SIENgmVKQ8AiG2IDJ2Z2YToESAi/JcL2s5CYewG2eGDqtW1IG7UWlTQHCNtn5bLh4HFz5ODx6CDN/gU7d4bczYoxEd8dp4UcCPy5gMq5rmD+qVrU1b9Y/7t8fxz8HtesH7bPx78eVRYB/Han9U/vB66Ls2yybXVty96dWYLwZt2earOaFDOWb8VPL80XFEeTAvCiodkdbOdrbK79Zojs7hZCT1fmcvwPIup3vOp3yzLXJ5P18w255Mzk+l2UtmswTLjpXeYs8bqnXZU9XBrEXB+SqmRsJinlktt8YzMwOgRyylNRxSAPWTNBYGR2gSxFhZTHrHzXri9U6IkvPev2A/JtR8N3fCLv4rarIwxMhmvoxcv0eRPoejSiIrigw243f6Ua6IK3zL2RZV4G1E9JtZoM+uE5vLE2Atr6h1EcCfUYtLvDMxHgfVchZhhI0UcrKzWDH7iUPeAhiKRFHihqKna8s7SDzExWksOVswLNE589Mg+o4imRsNcx8wq48cDIpiOWtJwU8KSAm1k2erZ0pN5cYrs2sAmVVL4ZLO469phRr4YQRD3Xz+U5uR6YX5tgFAxYvw5epXJXA1y8nIET0x7oHwHZWfmyuyE2ivU/QrbVoWMt40p7qtBcCLlidA2QvXVtVDXVM4SWnDks6VenDnxlAzUfLZaFujYsSdxYxfsoPgDLv9t7dL2naVbQjS836GRRXVOPMcsRtkfQtd41dMsMK7kh1FSw1BX3GuPr4LFDacxaXco8rqHAAYVUnQt38YJdJA1ph6FrTIFOQROahVMxMJgxNSkj6UGnCWaMUNUpex5rFM1J7nB4bgsNPnA39ekpWdniC+dPhiR38S0miEabC0dCTCp5kkJks27gEqtHCcA7a0WTluLFi042P1RxmiCSCN4aG7+xalFDJUzKYlpB056/DsFTRw7WeOgrxEuXj12TPTzHMiqQX9SKfIscdYsmNI41XnmBmtEI+bTCPVAknrhskrgjX+s1COj+F3v25HjUVsp/rEVMhqr6cRsUBiqFclnhGeoz+fyERGSpwtITTaXL4ZuxT0rHi+FeKdXIUHiC3jGO/Y5EQXB27cKj2Vf7wgON4eOF1XlRJiYQjL2gD5I0djCJqMgrvogho5p3URyv1MeB6kSB71MKa8NjMi1sFOoqBPTa/R7vAyMnWLSuaq3Oi5OSPCHZ0TR3G6iihYa6MgmsRyRCpMsitHcPIKvLR8jBSgKQrUgAS1TJUtepnb+l5VGTI7LyKaVH8gWbaEnWKuOSEZzL01EBTjWJ2Gj44WL1CVeeVIPZjT1yIWdbO4Oiat9FAe/cs3JfF0uU66+Ns5WRHj+1lBXtqHTVouxryGDZX+tLm8YAMCz18KrFYbNYp8KkHelunez16WnyokUIDF+5LUXhm7aQu9S57RtlV945W3DmtecW11HIVZ+D/I0zLapRUWUK13rU8iWJcZn3ZKCCUIxtpbaXf/Z/JXKbLFKsTFtFqCefmdNOl4rHalOiqbnWmJaTzGggdLgTkwxDBbKTAVNEUufYoisBVKqDUulblp+Q3F/pZZIWTFDYkq7VvbHOrGs7HGP25ACCHfN9a+qGFCq2VSkhjFUslHGEWXDrEOs/2WJqsGrE0E7qZmZ6WNqknZZfx97DitbKCou5XpheILss56RJNIubtH4fqaHzXq/0IhDmpSNn9b9JR3wCVfOWms5arU9hqtUaDBcD8bBa5QGwNvxdpuyrUEq5D25xDGmUErcC+T6gqpekJSTPK7FFpUxkV2E4oGpFKqz5ARzXxPSUYEs84zlTuirjQmR0zK27H6uSrw2hWExqqBF2XtiZ6qCIlylAqrC/pOfSG0Gnqo+4J+IJPMOwk8qFh7Rk3Pbm315Ez2VgQ27pUhDBHzlQyCytquLE7GUBSghUpwULoTOTgW/Pc30P6aw3EBiUzK/3oFoB9JzCDEAyhiALIZ5484htss9gx7F8tLRNIYME7Afm4RuVehVjRFj2b6Q9xyrkYAkSvnSZMfYSdGd6VOAfY2cPODnYmWMp2cUYYKR7gW7SjcNTDhoExs8M3YQ94EuCogYf5s0YbZaWUNYcoGqcZbS3XKeOr+iMHzqLdAAvBR62TayuwBTUwGS6BXmiJVIeanhRzdUt66TIxem1cZ8AuiJx3BCTUFGFVJCKqhPHmyIk1jABZhRGgaOZM4IuCQofmz5FBRISQACoEFUlkHIu0ziA1FRXBIUGhKGoJyXSdXsvwz7MYrpOIlHk2Rm6BQLHSdDhyB5GCBcTgSwh+YIMxHJZODrrUoTCBCQq9ztnMQcDhEXYQMR6CQK9fBsrFslgWb43E0wi1AQ40nZlKNf+ADFlFIkUgFwS9KChzOpNEAkFatsBhZCPqWFPyRUDkALaYYg0EjAQwOmhMWBgBvkkwICEY5qqgVEYQScidoHyQtio9DxjTU+5Tk0teAE9TVo9JRkRgJb7bqotuwCCAM+Nzmh3G17KKYkuLOqc9vyqGd8DaD3IuFGSIRaKa0uD2DCji9IwtPnPfMNywG7UCstpE6KQ5ReZuT2tR3r4FAagNYfoNJxEZjwadF56kiVGbuVKqaeQSpUMh/joih3dqNSnGP391puqBhHmZZlGLy7ws05yGEe3m7pTKIy3miB65O+rPxSfV3XCX33RtUxnwjWOV3xNskFFi/uOfoHsylOTGowPh063Ds+v5FByE3r3zuOeMNIDLJkIAQaXOdaZzxmr0a4Be+u3L95EMs85AlSEzL4Bx1ZxdmzXyodVZSXaviQxoGXgmcq4wz7QZf3/2D2LtsdTXFGGp+g5mq6Q5XcPlUbNJvWN7eaTTgO0u57yQrAEoTgkccqTjMfXTJnuDMLzBWKuaophd5yJrqTpiFqNxZtqhqgWtoqiRCl9QUZQFx6Q1/Tx0BCGb70iWXgLytNwRHo9B9r1YSHuZ1Gc5Rsyxs6naM1cEbAcW6RR1YiZfFX643jqa35DCVS/5WCnyR3ouvpOYpCsRLJn2vIqO6ApDvCS+yLqyo4ZXp1YAc1eCsc485sZramBxq5i39ZzO6E/Ua1XfuGK5qi9BDniq01x0GKb3ZrQSiTVbGuzwepQDPW3Aiuzs1XBmI4iQQKJw8pWaFZgMXE+Xs+R+SUblKkrdDvRt1w2Hy49yc/RE4iTataUVW/zn1UFrtqG2bZ45uol/zpOghzM3avfYsQHKwPsUKTM1BD/GIV+4T/UQ3eMqa1a0rA5fvYu+EqWFTWQMCWYVFarDlGdDZ4vIlVvJ9muv11lzQZub9gEv+StCTzw5OEJJi+t12ZBea3rLrX6uPjCJPImY1KKTq8KUKM/ruGwp+DhCjw6pPM4gPj0yWPJIZc7FLJA6N5q70LsiAGF/2BA46UK0o/kIKm6+HhynfjXVbYnprKUlH8bg30PHda9lvuj7uSgfyQJDimPI7vGqcFz/ZwvHHlzG+9C8H/vhcgntQlSDfejvD08X+cwmufCgZ7Bi0Wz5kHqlfKT91OGz5eaufqiOD24/0uuw4PKBQV3k9Hx33WtpK+Ea5aMf6jCGYGrxmJ85NqgW02202cTR36a29tlmnOjI9qXPqBuHN6Yvy8QhJ+Yf/JfTgaHEN5qS43zOTCUbbtqPlJGnmUnhhge/9/a7y+VICwPzXnLXR37jqJbn04v/+xlurL1HHvjP2FE+LDUvPvwRQbhcQ7cy5be697HLbVttOLahd3s90Vo5a8OLhRy5v43ZuNeP3VDaMpfQrnZeY3J61y3Dw18hd1+W6YUyBc2MlC0umoYH5SeJfxrpd9qbKMt0WfNdv9v30+8gl8jbnmWqFeY5rcXp7eW10t3131W0MnCaBxlKgJ2fsPHwR2Dfh74ZQLHauSbTcyQkx7121s2vEzrah6IdzwjuT/r5txtbKsscr9LFU9Y8V3A1ZG2sGslNF9YZoae4cmBVHcxl883DfBbnTSp8Wi+nvVx8ZTIyjDHzyBcoxCXa3GSnjViPjMUFP5S/wcrVQpPvVV4x2B9U7Gz7V+SMC43sTw3EkFeuJEsnQdsNAHzlXEiZCtOAHCNDdu+KbCnXA3zkXIenrSGXbEjp9P3CtYICwdjLeMyd6VjtEV0BymP8kb/Z/G093zFHms6mGwfvhxXqE5xuOxqT5LrbhUeoyTrme5R5AXNNBuWmrNWE8fJy5tXDIMq7Has+LXnRITy/PBVZa6Kw8v5rWpWzyJCWLk59jHR7WoDs8FZsayEuq5o4TcPNuXtZvu6S/cX9ecgLi5GolgtUoBsMtMfHhxMn4V0/oBytaZtBti/Bg1eDibMyaCnyfOKuT9ObW9lQVpyJPP7aYIaMjRMLQ8IktL5vQLJwZrkmS3kSKIQoajCt3hhZYy1vZ43P8aJ8plCXkqVrkgZXnfc2adhtnl+BXhnx2JCyd28kLp6mSTxfRDt19gBlPGmtuJPrMo74aRXc2GEACJ/+QVJKyYt9CaLiLEEisyq+FK2/99Ur15xG+iO+k7x4uYrhbxhwEh6w8re5eAEWUcjXeuWDAlFugnrwt1Y/dL44ZrNarRsuqIKKVPsQyR7dE95VxbUi5ljz8iX0ZU2LuysQRsbYuv9tJ1ww4dOdtVmlD/Ovx7LaQ7EXmO0Ql0bov6QmaqmwhGvKqjeDnakyGQRCpAD0TYdGuijWoLp5pFg7+4C3S57WizUkg3XiUWuN08Ahqzd6pawzrnhutfX83tquDQ0a8bv42N3uC+540BNCylIW89tK28l/sl4VTLiCqTNpaTnYH0CuyQAHD29cH64adBB7pK56LVgwOfGc1fwrn47VkvUIm4s7J7qvZVHD4A7PJEhx5fcIzTOOnrJEYIbbx3Z5JBJxWiT9AkFQn/5HBBVfuIDRsotS9/Te2a3SmLcOoO2HmSzalDfeqSNxPy4ylP6uuzWLPV9k/aRqX/abL5vl21wu2/OeI8aNi35TQl5UbCFCGxWZ8GOZrl/mtysSG2Hybdcai/HsvQH650LCbktlAE8qS41jdNh5hkHN+MS3HaUXbfDznhW+HKibVUpQIh7CKJQltJNzBSR0wEhu7dcAfMHfmH9ZXBQUTGG+APc9f3ytktzkC8llmt7V7mit+dk92JEkdXnR1/en/zr7+e53rR5Feov6ZvmkYDoZ4ytR2/uypzF/aLmmYCyqbZi/YdRMH6rE7grMMUm29w5+WdyDP75NJdlZTBeltKEVV0r0PQFah2iu1rlXnBrEyb/9seTYs0yzwDXyp/0jQQ3jQS9HIu0AGWsL9M6nEVJ1sBxF9Mc9vVFOszYINGsG7LcdHstMOq5X5ynfPWNimwDbys7xoNk0WSLuhX3Ru2k5aIN6b92ZzkWNeVq3RIl49H+1Rdekl8d8V8BfZciv8VR9iD/093UexrM86y0Wt6wdgq+dzo4Xt2+98M5u9cei4syxcq4qzjXWnrWdO9dh7Wn3h/MP3bl8x4sfqqIK+Q6mjuOwmF9/6K7r8ILNdEWUdLawIAxS8Xz5g3lBPE/eJPyPto7q+feaXp6wBz98bF8ztBvpaGinDeSdX16StKSTxyX7ObLExxXlzqZKVE8fewU+7kPs88iF5mPDBvvRAVitmvhk/Gi4vhL6ABauBKYI5ebXwiQs0IV7mj1Ble/PIJ7V8UH2DI7dla0SUWqRiFKuvi9/XF3wdOJgYGkbIQePD/tXi16Lt/X73eHgKt0dJborSrz8UE9XeauGbphPuaSDo9+2+NQMR/GEKsMXY7IYlB16tzgQ/7vjbXFlZwNiyhSGy1Q+DwSunrea9wXHX87HykGZsnPzwD5zwgb80Eccf2M1bUeovctWNHjR0eRyv49qHVcuAr+MKzRDldDx6ftc97vStwfvXbxZum1qcejLZ6b1fcjzbx7swZcczbPD+hu54A/59cVy/uD4L7mIi9+4mQ85tXP+G2s+LhJudwHpLeb7lJjlDvJ1nbtPiPSlC9N02yVjuNVN7yCYvOUeRMiv/CMaaaPRuKrdy8mlIdQGry12y/tu+lHIcoCueSW30ij5NVYKfsz6ExzWd7FuNmH9fbOKN0u/vuiE4oOfP52+TMONekcWI1f6IVdRoLR46aFFOroZi1DZsZ8syk/2FjPny13k6rW89Kbbs61wkWfP4vzB8AD3zMWDFWgvYuqtvlc2yj3CNb6qdg0cSSYfloZ474W3s+x99JWDdZZEM5qQ9Hfenz+2C7shmenGLJgqEgorzj+0jnrYNUFY26211UZa4Pf8++RcUN3fmf6i47+kjr8hjr9inDxbOFVxvPKO6T86TDi42QL5O06k9gAvnYYONbb4kxfjbUT2tAOyBVqMn8ikGobJEhrsap6xAwr68/dgDSMW3+vJwFNs+mee6jsRc09qv/28voHTWBlLL2qPf85AQh/7+feMnFz95ZHbvt+viJK71Jv9VWOE32uVMnL+3skl+uScLjD0/rJyKJMZjedcglsFAt5Fwbpceex5tLt2w+9cncEosaas9nJzhIhHF+1WC3CEvdqzzahbEKacfNJs4qpYen6Joro9sd5M/dB4G0ZiaUs2Ll48+e1xTWXPYDdNpKq/FyyEeTwn6S4oPGWz0FNK6U2fffGLE7nv1jYi+lyk4x4OtUjvl8i1MF4ULWO8mad7rTqp4Nzd6fUn4I2VRtOKxA0vGoh0pA9tUV2unXeSH3S+cbXOVROvdv/Nmrq6xBKB5zt9GpY/lotz62VxokLWTVhaPSkHmFM+BfDiSaKNaGQZHTqxIxFdQ0EFlb0E0QFFvoTVFR+VDvVDMSsbzaJ0vmMTRE4JOCUGXs25bXwFKpUIgDBVyhqaISMEOARIqs135fcLRkNvDETmPsiPA34LQ1lkgU4iwNCQyuqhI4Zwv8CFz919YDnBBi8OL88ghkcXYLMYlfLxbxetg/j4NVcrQOjoVwP7xEIOwO2Ej1zvj9xL2+ACOSf+sgxxJwYYfWk5+5IiibASd9zXXs0rk67qQQk9L+2iPOerNJITiMtAXirnZgpYQ76aoagM/nTiIcEL6WV6ofz4yEtIhNUcp8lEYHKW6QKGmLKFiiY96jXjq0OcmvFso04GqYUik7rFiugVKf2btjmsVXgmsiaaj+BpkHwBpH4kfvliprKcnz6tm1fZuvlwXoDkgPO+tzynJn8FSGQbb59WSkyTifKoS++AFJL172kp3+1ZZUkkP9ZP8VYJTzY1Z6w3qzVSsvA3i0/Fkprwa6HTamJVOa5aLCGPgkSyWRW0YPgbiuujiSDTOToVtzUCD1PLpB5ObQYzguZZo2AstDYaxe8u8OYULqb9mSMdH60G3sJXWQjSI+Hp/m854meNDVwyz7ZokBXC+kZrtZtZzq1ZdSFeAIf7ZI5AuBrXWqaWLKIrUL6QdN6Ja2ziWULPu0NPaiSvm9powfVkOsRD1jvWmWLoc1QSciBV6q19IkXjqgJ7Nipk1QJRxOIlR/oznUM3vhgsQ9hfwpFe+NCURPKqouovgomHjiEyciO8kWzvKl2jsKaLpCsyl+SC3jkbyG/FHgjytPvveIN0TxEc9qsllkMsrLHoKEBdMXz0jaS3JOp8d05MVsJfSflpuHARgxMJX1P8iABbT+4SMOcJdk7J54guDLh6jDa+OYhqs6pYTqIVExRt6hCpAMySRiDo7hp4iNMKZjbbwG5elH0XrVdh+SGZG7EAuwWaKrXSuoIE8kvURhuuLlGvb6qTbuL9yvUTXQy3hXEwR9zqVI5rAlGt/5BNg0yFKO5I5dUw4fOuGiyIBjYwfBQOKUNSK7ijRGxFGNd5twvSSH+/+lI024AmgpsV0E0CbiH6h5P0dkiw0hpZTGncryew55fQ7IRY4AP4LXaRxwi28ztvvFROlYg/EGUiSIu9+gOo9hAmmnDL8QfRQEO1qlpTcS8TVPH3DmdW3TupUmkiYc466fJ5V9lqwaeeZAppO6Q/od1/UmtwefJKNl4/Xy3UWtxl6X9Rd8MIpRrsgpsMympQmysFrrQSp/0QxW9TPHgCeIDW23bp8taj/eNWvEsTofx3I5QKL4/YYaNtpqC3Yt7GQnIkL+gv+/mI+kKYg9psR+daXTrH2Qt5SRHgu4CADYPfkUyQw8XZJN8yYndptoTiL845PwoYlIlDkV91eQ8/oADNvBgIXj8vzYetvdleF40D31hKP4pf31xXxfVFhJLtzxaXp9ZRbhHTLIMCPxXUEBrWtm+UNCW0nYOPkYOMxKhY2lSXZiGB+DFE/0mk+iOvV5uQGK3Q/O3cFzWTTsi77InhFlhc3YmpMEEHY7671SXY6D9q2+/XCz5tZW4xXahNtp9ioz8TI/FuUGqoKbuE5VeHtdxDAxiQWtnVXOqDL01TS3iEH6il1HlNKz8OpYAUpF9fBpvWem5wbv1SpQWEtfaYcD8EGeTclehqdCW6UhsPniVRDu2zliowqFQaZ+yxqbRGX8toodRcurc0d/kMkPSVMtMX25NJMEv+X7HI5sx6rpTwnI4i00aky5lN9W2wYVV1XwY35x5m07xSQ8Z2/pExV3f0/x1X84MrXv2iNpyoHvGbXdKaIxs7+aJkgFwrcNuhmD0eG0cZft++ES/k5hlZysq+VBInaWdXlOBcbpyeyszUVI9rfFLN2gpiw0NxtJL3Q2nqcu0UPYL4xxcsSF+LtEb4REDPNPlIodslxt3JSNOI9YX+emQs3m1iHbHVObz9xo4UTvxycnqA7a7qRuqzabD3x9BXFmNWJTX4y9R0+eLbKjliUXrBzwHNePSrG6ahKRcfTaZ+KhLZDB99R8BmKxXSMCUGrmOZV4uzSETIVK0N5q+dAIYK+74PawS80C0j4Q27bhae7L/Hfq1tQDs8/UnceP1DntF/10v51BlBNmjo0LLck5oZAToUqnVMvNbDxyO3wjeZs6Xg7L+uLXgLFqemBhNYpH7io6KmXflax3aIz3KDelUe/NvYjBLCnoQRCTTFMfgQiNyGhJ/9ubBAgzMGQw1kNGfjWDUSmSCshD72lcAk6BBuwSrPDYII2Z/n/P+cc41c8m9V9uAX9g9PGNb7GGxVW6OO7JRqsNpaIT8c/QOuD2x1FP/NdLnZm8Qpfcmy1cCv9Avqjl2omtBhEId9onHgK2UeYu4TP26sfW087rIBGnwkI8vDgNhu0OA9yM1LsCo42TU4Wt9THfwzFgVvNbi9Ki8mPNp0Qx7i+7wzEaF0sT0DCKZ5w7BIR1iyJSy8WvWRa+aibmp8/9sUdc2HPVaO9UTXKl/k+qqavWxTTfX493Ub1bGrZ0W9UhD3P5djQ1ZUY5VYFKqf/EMwCNS2khSfq0sqBiKA/yJHwz4VwefjkJE5N/PgjPF/d4SFw/NALPQqNrlZxeETt8RbFTieWhm9hzPUcAwAAFArnAWxgB/vami1vAn8C88jwNgLnrUxQXyb79OzFloIhdv9/2JJ3YERoPkSkC+woeDeAX9mHdf7Uc3m2fOMnWwL1niNoXcCPYDKnJDSFlNMGWCSrrKmqLVGA4bFf1xwIlDMO9kx+ZY5tag5AgxCSQTJ4tiFbAghDbcDFneyqU9QfpfkCgvCOgb0mkybv8CiZZum9tw5n1Cgz9H/PZZCsT6OPATotceAIQ/DXoOEI7ZkQyZ0IGqUVkrLAZIKwQWyxoAO+QrTCq5zDAcz2peOye+p3FV5nbL8U1cM9kvhO3uhqRlQiFkGHcarcdXvw6ruHc5jeslJnzltZazmEgVLkUMa9R16uOLSGqCCPJnVHQAabq6UoketKA0gQEcC0kMb1wTMdi1wwGwPh44jasVTsVPjwrgQkKzLHqPOuVglLaKA43PQgfg4xKiJUnX9T8z2RpsDiDFCUkOVYbD6rLHvl566PSZSEKWd+0vBVoVvM7+u6df1hr1pZrE62/iPNwPcEOs/3QIWfmfbq7rQrTvfJ4K0X0AdgIH4x46HA7XsF4AIirJbn4ArDFeNYVyPfhrc+Ek3PzCh/3odaKOdxkBX2a0lgiZHWrGlNw9WQtRTgAZb+dRnoZVnVfCO5kf6U5NnvhKaa4/8II8PYMowDtHJSJwQQqKjPdaiAHpI9Fupfim54vfpVI0WWMQ5FDfe5gpfVoQYMr0VzyleLIO7KoqfMp+cMj5LqfLiSMNR7cZfqzbuFPLYddHUi4dF5TwfKPJiTyyE2vN22snZnjMs1pzfNX39Jjw67YPk4jsoSMA5t0H30nUu3EqVHp3P4KuJvMQdjmzvf4KcEcojHAzeS9BLZSIEi6LibKGeX2fuIKi+PBS44l2sOMkfV/5IMBnO3gE0X+oC5EWVMJGTEPjvOT6CZ2IEoaZ8LbvEgFfMzOINg/DabQbwdAuF3ZhjwXasBILlgEC14rpU5a+K4Ub6O7Pof6oCh2wPzihgLCPbBVJC3LtXw31ZynJDm8CnxVPfKZarm1WsNoi/rUd27Dsp0PELRhGpsnaQgaqL37+k/f/y+nSltpxn5giElSx4LV+WyOiSptFoakdbMvWx+rYWB6PPhb5bQcFRDaQP4IJxo/sdbY4pbycohaUeHN5CBqk2IotpqWEXmo1uZ3TG5U5Tm+VupRoGkTxUHCtIagMNsx9vbyzu3vFq++v0anNuDvl8qPE0lOv+UYgQfAIRPySTP+EGICnFTlb4mbGJwpo+8iAhXy4iHUI6to8Acq+x6gI9MEqCRpXxpbDrJ5zyjw+xVXYex5AeaByMui6m8aEQsk+vc2vZijC5ZHzXXG/jyqBgLWnc1rlCSt3dit/V/++7D+8Cx+KPqH1PP545j3kduTyItXWV3CV6+r6U/hTs8ovm2JLeIsvgpZH9gUUb1wemRPK3uKvDkdOHSLyvo+L+GHoSSVR25zsy8WlEIrCSpUZwsAfNcPWpXzTSmUWeuTKezCQ66Th9Hjd8Ss0989H2/s5PQBL0dZN2llxCS9GfutvZKA8AGfBDbAT77NFXeNNMUj0O718KH9YR+gC5Vw4+YNJ9b13Ik3tN1XlS+GzoTiun/FScsfwbIom3u+XvSJ2Jk6j9x/Shm24+I3WrQMOOK1xon+FixdB+lMx8bhDXJ6yxK/qYdYWIsN4pdl998Z4cDj3WfqycLHiNy0rTlawr2eh/M9K38qYEWcxyWP7wUpGsECFf7vjIGWvGISDMnU/BdgvpyTX6vRtoEJq6tP/XBM9kIGAAUFsYFP4ZJpHfaoFQ1Ar0Zv50g4Ukr/1Q6vg/wP08P/82ywFLtFYbKmHQ9OeeGLhlTkqwETCajaHNUuvffgNM41YiekBpXYnAxgnyy2/4v9IAwbl7xXPx70sC3Yb88RLh3ew9A706UcjZusGWYI7eju4JAnys/eWyWA/+xyyY1ipoSNBo0uDFATSaheR1Rw+IubcZIsUXt4kNdhE3oSilpvVxuae+ktQBWW8o/dL/3QV//CN4AKOYmKb/ZIjo0LQaDgalb2cGYXiRpvtDmh/SgbXxe+zv7n5bPR7XO8sd/5Gu+5ejvOcbliJsEVzWpDo14KbdF00Zf0LhpO+6vGkjc68JrX6Nx2cmd69QltSALTTt6QP2sHpRTOYIDzhHGOFO3W+lNkMKFRf3Zp/mDGjE2BbU3zek7/4uVRrzydOxqBsetqOjsOTYGjojraexMdRGSpo3Z6Y1fV3Jkx2LUM3GMMqfOf4ayhag7L+BsgKU/QvQoQz0Sy32SfoMAaHZgFcVNM7B7fV65eL+kvrfN9v0l/JL7MZpaMK7eVNiPrnb6ReBUq0OO9TehnHrvdGetcwafjG/TVRqz3a3rGVDxltnflPtzxw+n6/Yo012bXWppkCoWBWN2NZLUngny3eVpVKqd8Qcg8EAtVZ3+H42d3d/8T0Alq8FlHrFBS+V1vN5WTJtUGFin2kjxAl3m5Z1bfXEptxCqKTEzz9T92q7RyLHT3fOrT5uepJbQoUGXalfGvLzZo2s8mlJMkozenUMWeVC3OLNZOftIifq7glJ5sQju3V9NIFsS2nemi+Uyv5IDJ+JBOnsc0rfPFl7ABz2cXDOdIobqTtt10wFmslA/XaqanRCQeJ8KZnbTtZCVbK38QPNyTtED6SrhXeiVrhdJErZ/yI83vCNdAmtzC8L5djz70kB00SpkihRenrbRozQUg0ynuImsFsJfmHOeS7i6vt61e8VC9eE8w5QrwDZ/GPNSns4dml4keP89pl598kxwjsDkRPesXbqWXdb5Jpjat7cbbN1AEi+/2Hfhgw/ORpXG6WGCx6xCEOw+m0oQAdtgYLPInmaMFbO+dfH5cDby6R8s5/mRLBfMrFoO/myAXfipacf0aJ4Lls4q08lVD1NTRUmNbrx/uKLqrLPD3O2pyBFz/zTfa7ZsVkyqxbrNNIAy3HcZn757zlvdWDaa54/MR6sOudmvBCuXNURF8JMbFlE7KN1wgo2GHEgR+o5zWDZucii72mj3yn0hiJRvlErX6vkmgwdz1XWv/Pccg6mqyMEUnQn9BlGcYgPN/AMWhPxual6AHRAut8wm5WIIvKi0cnJ7AAsDWuY3l/rDV5wV8E3wXbYWSAjCWDOffOwIcb+fG8HQPj5STS0kChIejn1GJWytQhPjzxxm5+w5YWWHrUUEwcDRl9EMoU3qZrZvVcWFbaQAZilveoSR3mzRSBJhYnj+qxXcZ6vAMTR4bAT8fpfcz3RV/2qidhjc8H2RbpWxnput1SHhH6q0P3r2llajm1ZARgsXsi/KV3x8djFuH8Mxt8FlJY61iivK1lf5wYqCUtDFkKohlqIYVqZXg4qXWVGObgcUuqHmYfuQ/sxVPxL3who8lpL9rs08IH79X2ofVfiqzRDsREbHyp3emPVB1AH+YNdgXeTdbmS39e+5SRcsTb7dzDCkj0z7Iac3dsUQkDvVdlNBZwQ2WDpAVUtO7mlXPzUoDQFrkaeGLJB8pw7+PyOQUoj0fFosWtDvK+os79ySgFFdczviKSABMLY9EAQJBVJGrA3hZXJhsvKtL843TLNlq+i0zeBzU/ihb449SqbEFE0LMuTASPlfDbIDwdzcfbv11TMffBi2yA0YQu2Pn+sd7gLZTv/fj0BrGtdC6ycrF4AvLMFpvf1Q50hm3SCm7CA1xRY2JPV6VRwWZiQriRwTyIAIBywlkQYujNxdQaUdfG0K/Nf5VgcIiMK060DBc4fvpg8HkLNLhRvCpPi5GLcXk+BKH1Rrq+bgpZvBP/q05FS9OsUCUW/QAHThnrI5GhPDJoQQRvEECP6o/bfYQV4KNRvfDIOx/Vbw1Xgl0RoRTtO8QRSbxR8D/LqIAdGnvSeyMsd2vifM/3w6HLu0Ya0+cUbf6jTVekrMCvhAlSZ3MrNu5Hh8cR74DK1GgZovoA6EbgJ9nFNUzaLPlR/zlWdcgKkfI4UhNVp90bXbdlFBTJ/z8VgC3lVV38w3UA9EdboaETcFG4qUf6OqSIV7rfOeCWwszfaD9gtxoF4cr6T9Q3sQQcgdImYalbFwKV5LC6M2YFLVy6K073HPEUv8b+MFvfaDieUv7EY/8lLL+AD9u6s4oC8E7wgmcP+BQL1/J+BAKA92CafAtKzbwWiEmUxaMhgzT2D64tQ6S24xILkjYfw41qFvQ23gCqgJzHgNW8yC/ZjJ+jjROguODVLJj4lerAUhuqvmch5diS0lrJb8SmdMojIT1NmPmvt8yegUVjVsND4ITxWrVeLar4w7tP4qeZRkD0BWZQkp/nSdchFd3K4a7IFkMh0/Nd6hdum3W4Sb9SD345+AL63T39uL2vb8WJFFOdb/uI2gd5UjWWhW/T41/QIvlhpm0QUkYQrISWieu9cy03MvG2b7pHFXexfKaKUk5WgVkZqVMGnNt+qGN1XKagEy+i2O/19FlEoGKHhkiYUzAg8Z7VYumEyyui/1Un/mYhrRAiTDhiVXzOhMs3Zs9gIMelwPutHtjn1KdxYQqK54fv3cZnuYAPNDCBVmxlCyVzLQQ4I98w1GdPLlQZ9qJm3ORtXivZnxvPFO5AbP2Q7nlsXhrkXSC1iNv+yKBJ+TAbXuBWrwVhr1oeCEQj8UG3zKpM4Q2FzYFLeavTTyRdLgGYqtCWbnRxngG1vjFq1aPJnphZuMjfjp0cgCGhhyMkV+9n3J6OSJO1TkVkdUOLEs2QgiNwZJ4yrd96/uxSyHnq0U16aFhQVYatESf6BhJvK5jyNZP/1XHTP2Ay7oImeKfG9DFKal7TsbPMbBNiXkv+jxMhkKleeTzLxuzj3UhlFalBAzc+r0LAp4YtB+qcplOFLsF/g4q1y0V2p0FkGstVZR8sKBoP7TbdB9l4+g3Ks59wUVJaJE7n8rWGugHMEaY2LQdHzH8BHswWrEHsPH5FnbwEqYi16VSwwxuaYqQhFLqIDqlPd9ow7q7u42K57bwmB5hecEab2UOoB+j1pVAmm/R80BgOKc7/3WvjVrLjDBNMYE6UhJhdu1rfYa5SNvUw4+eLCBlwki4EP9zj/T3DwWdckymPMJ3uKZnvOK1WJhsiXb4gKyFMM31TExCwBm09f7ukZhyL0i13qzTBa/x+E0G7MjjQPuqiPXF6HmuXSLs/pytgw6XA465R745oorVEyGUnMxhKxIgm3WDqtIdv4o9+nfpAy34rWmjWnbM5UbnuAj6IPHNxCZtv2QY5YLhymzXFTWbZu5Ipzq3PdKsGtWwWL3/VXEMpsLnJgwFrfKCVU2hG95zyvSfTDOH/jovO5jsqB5fbfU4VJ67eGyGNKvXopRK25mZUswBn+RMuvFD/s17U3xQvJFAvvmihgH3M9JJzbjKoG588kpZFSWTvsMhksm7eVZVO57X4mYx44sKmwWbA40go7En1TQKzRjeQJHm1Uy9kKhlQraWyl3EpWOOHBbOV1j2Wu+tW7L5Ocjz+w1Ng48btH4tGDJ65cTlOPoD/yc9I20fahglW8YYeCPkV7SVSYqFIfgww9hXDRd2LQDFs7vmCMmcpE7mRuV51QjSPbjRhMD8zsoqsY47H00jad/jp7+SBc+YuxSEz9tPQbh/4+9XOSM27rCdR8BZRALvGANXe/9BUjtngfG+e/5InZdvJtroWOd/M02AmbD1ZgzpV/qDn1bKYD6jUPFWzh3GugFScRzRqmDgiXJQVB6CL1FkFbTjKAbZfb3Hg1CvwQTREtOYlfhKt6MjKQtSp6Fz94ZqpO4fl8kp2R4MrJSlzc73pr5RXySSuoSAq0SELQLPE4mJYaDCXNZqHP98aU67sF45xZVv/AHHCB5UCBllxDAWz88yh5BYWMjQj3/eUi/GnUn0Ceo/8HTyQScEhrzW/+BWNTB2k/yANfOI2eDzhPurkypFDWwKgyE5PekeTZcU9y35Q1ptunGGy3ZRZpP9sF3sX2RpmNw34ulzA5HIzPy5tjUzRm1jipX/e0DCLAohR5tDt8EKq4VEH8tUybM9hUQxrCiPIElwIUGDbotBO4wYCqR7ifIl0gNayIehGkFMwFuNtdA1T2nxDBMobCyMP9RFHB9hEvBJO9UEu/MNtYcLsdLGtLQdwP/FSmgZ9mTrgTZideNP89IkDMvZrL9AXsqu+toknft2BlSFk1AWfUQbuLzE6iMBVOcDKB94mI9VYJCFoyL/nh7i47xK9n+SzfrEXhPq4GGsFEtRzt1UVn4/p6FfFs1wbcEeaHrYjKb4LEuL75bmycCwNNprHNl0+uz42uTHkcQBK8hzROCh0jEKurmK85GK14p0xPa9snOyM3vWnUSoR7W0fHVPTDWoisLIsRSIgGEqW5oeDAO4KLB1bvLglLFGLIFCRFGV3gpo6WlmpHK+d513vFR16tHOWTPEVZE3wvIKMMAVEfKgoLbS35WhYihJ8qv7IJrgfgKBcFN+zTwXjYJk0OLnDFsb2W0XI8Ck4vg3wv36mNGpB2UoGyXTvoc2kyC5gr+8Oa4qi1KHRu6m0ZLlVkP/6/1YZsO20gsWL9B2wCkqJDfAO1+wybIjT0SE0Vh1Kt64dwMUB3NNrIjdD3G9KBYiTs51g3nb5Um5eGfLDZVcAlcWIZZ8lo7Q6xIJHmK3WFZD72gqjuhuYDG0JdA8G9VhCa6zljraK/BxvBGt0LRkSLkEo5c4xNpZw8nvjwjGerkHLJNKRYVUQLRm6f+NooEDF2nbwOnuyB2SlcVWdykZdbMBOIdVhhUzmHxjpaOpM34voOEXVqQbspkqF/ITHfVfweihBnfFkJGBgcpsIou+fXgppXqycooRLb+E6puyHh+EjGEfX8wT3LhL3gWQDpTqQ3Nf4wQv9dO6hRt9Qt9Sb1JDOF9jQWuZzjrI5Na/82eyU91UfsRIq6G8ZMRo8hwp3ojcB50nsRqsA26Fo+s05dNtL7XVIDYSFJyvJdrZLvjyC1Hna2bwQBnev0sTAE9G3Sdwx36DL0uwGDUEU9eTDnlAwWyyPl4k9bqKjZl6l8nPWngX3anChPCTYmT9BhXE9A4lS428xNV2wxZHA2UkgATPcNCSAHHuoKQVgkCwEX0tV9hG5bEDdkPqEJa9MMuHRIk9qKz4Hrwq74BzDN9Rjbc91Nbm/LTKu8MQG8jqOHNb08Isz+Md3SdzIlw8S3QCN9azDaDLuJdKI/1F4Ro8KDgaWOuqhYg1eRD2nlbMorw2rggIcVGpN2FIBSai9IVKvPjFlGGXOKlLFdsxJ7NyM6+hOrnwqldAIqFuOiPrUARy+W+ug9UoHDlycFRJWsF9+WUP8Cs1Q867BmHYIHCri6TfQFIeKXiu5Z0TkV34oA7SWo7swsSHFtLpENYIAfn3dbfJ0TNxP6SHFNXX9hrOQXyAi+BDIufzP0oKuTPBtnShYSfSkF1wEv4yI3ynKncG3sjKZ0/T1ZblfRrw4w9V/jIieC1+lu5u25j60tNd7YYDzH4ydfwR2kB2O964MZAPb1gTU4fQHVM5ISQZJ8K4PuLBX0+kb3/V0yDMqlWTILDT0d05LUN0mYSehExjNWGZkwY1LuGE1/6Ydc2+mQnKlZzfanXUC2PJRVr6juB19ZIUnM7EaJ7/IxCRoum7TFuzSUk/M+ZzQzibS75o4eMrVUJfYnqBdLD3RzhFbPnPvS0vaCBbljNApDMurjROS6v9FlDmqIhsYUOe3MNjoUtyWLmWAa7Nxe92vmKDr2uTUycL/0koYqSTbXOy1gKxZWpos5jalPKiXZYdhpfZmDbQurcU0Y+krfiLr1STVLkuPbwdgUTSQ6XzMBmVJdkwoNTfC+qNeD5bEHoyuOnZNiltwZyVZcbx4pE5gHYaF9qNzi+etOr+TLsBfE6nzt4Nq468xOCiBWJbfodgCvBJoaRec6R89hLxjoHHsSKwK52AJyDhkZSKVAfHCelMO5cB/sXYy8Ebgo+uDUQ7EdctaaOdWJdKwWgfYk2ffpd7I/NUBbnrSeZBKADKAUvvyqM1eXC2uWyGxKo3bmJAvkmxGp7BYMv2GyJGkwk3udgpb3DzrR2EalBIfTUkpGWslIwMiPAcRezQZKGShy1lXypGCCAX3FBDOyWyZSeK3Fn78o3FRudpHZXAX90K31PtOPz5IdCkRhmr9dVgyiCD3gsFRcWqp9TOXFK/jPqu65PBPEUSXEj9fszuaZe6pMVfWsUo+7TBm1GOQbAZE0reM8flw4o+njhUJGedLT6eWCtShk3mAhUBXRgNvmoFlXnvkfND2ZuQabtt7BOG7euFl9JwJYE76xIpY5ZSp6GNQzU7u8xAPQeDGAH0r9dc2nyHwLAbvC6ltsVMnxkMrMUfnzUJTi42Fh6144EbDpGzgouNT7DQ4JIeEhUkRsfD86VO6xwFAaGIlHipCOgnDN0jWTJ9o27d/s45V1J+cBiIF+o55ddw6RujGO175zZBWgLSO014eFGTMWq+mamvIVNrgoZAsxVy0eg2pVXILfMDMVx9KntpzoUdKpKvX1UTlSjZsSft1V2QcyAFf/nbNvIsVa+Ep73r5QyT31373uCXAT+yvYHyVNRHK8odV8rAQ6+wFJ7/+O7OXpD4izyBDS58NC1YuIIhpPEouwWzgSaG1lp5PdPdAPtNxhKGdUta5XZq0Kq2u7FCpDxcqnSsRdJIVeJGx05mVUVSDWU4bkRTeH+HBlJA1Fl8nmTrz7csFbEBXeTJYayNqlXKBtR0J0fT+2yBAhUnRz9RZwV3IYQxOuatjRjVOIVMmSSPJSs3mUku6cUKHjyGS4PPhJi0UfkmMY1q8N3dLGhvUEf6tcHadm9mqyPjmNy6UNyEmUFgP4ajTQoo6oIzwMrGFkS84gHTA1do3v/mRtvjOoYRqpvC3DlO2ZbMdWylMGC2S5se4L2n1hmAxfTwHumQFMYWjpB0CH9h9PDpyNQ8L7oDAOBctWy8IBmGs1GhC5MC7ZeVD7RM93ql0GE6qXQvBWvvbOy6mz79phqw+l1nuHHNu5Ugj6Ai3P7zNt+nNEc83GUdZqNPgusbhkIQ7Srlb4pSJRDaJueDe0blo2Hxnn69UsrBz8Dw+c+ncl9fEsnZQw2NS1dG7vsdiWsM8ViFhHuqQGlZM4WHkS1Y9SLKSRyOdrqudNDD3fo7li44GR6qstpUAnaJg+hfOZi8C+i/CgEYIn1C0P+4vJUKSYtPL+t1IEqyHFV/nT5XxmzXxU+YEQkAEoZ0x4VZjg0cY4/QtwILTvOTAiGKflRCHssEdgLbit1VDH6OGEYW/q7HveermIE3t3wJmLRjMHNGv9cPDBYAII1LY9CNRTEtst934E+ghRF19xNsji49pCTFEHz5oE3MzZUyvXFxC5lkPJDgz7c4ANsRF7p4idx+tCAZtmsWMX7xV8RP8hDvKkDRB793snLGXFMvbInfoIU3k9HohGhzsZahLawnv5VBVRs56fjE2pLBfRRuHWNp0Uy8BBYIwBlnO8w+1PDIB8opxDH+uvk3vVM+Bo+XdttbCs9VzXyueGaPvt2GRMuKthCafqEzQO55VAyv6sSjgGnUFfxDnrGKevtIypE+/xpK6M/QWy8O1UPvv4fZB3ZsG6rrV9rsN+Lng5BnMm/p0sYUSDp8lCRdUivkt23NAEdrwEbkDgFEOTD8IiUtIwo1SQmiraWk7v9wlDARr1fV/MxoICsnTq8elOvDfNlNWtGvNn33Oy/x3V2L9ey+wRt6paqX4xuIxInpVSCqWrURAXoeK8vuyaG+JBa6BWyTIQ5vn5VTVx6TBIOfFCerIHE8fzkaGrKnCVGJruXQrwTpQwonmnyfdwDWbPeh73MlMJvmpaBbohw1yUpECiqbYrkPFz85pW12KnXD5M2NDvUx+FSUdzWDglNKkBRt8mvgkT191S+Rlq8zkFp3ciFQEhX+upFm5GZ90qCy6DoGpUGjtoCB4VFZki6oviJiCYgu4+ttlMF1lSHRIPA6FJqhFofp0ZYLtIFdMPEDwhsFrAUvMvZaTJ7YTcsgCL+SSeYDlNTb2tM6FtPGc+8g/z9NVIdvsuzFim94I9NRsPrO8UI/7vLeQfAzJXG73AAL8HDFLnlo0g+wcHYNHN2rnwODCPavnttiJQdaop/OVTjRDlzMFPk+CoK21EwdOLKg6e0GwhSgSvzor+zt8iCfXuma60AbZNgTLpM2wuapOCOBg+SauVtuvlm64Jrau6RpiQpXfX1NBnTeiLFwPZmCPUVTGj5pq2Kp+1jXEik+tVokYK6lR6kr0ZM1EVTkj7v7RwUQNyD1ExWp2exzVCIEeXcCLKzRBG94zAe8YBv9sqpDktyQyV3Nsp9/04sHBdVi+v8QNqsc/Lepe58WdQ0vKaQuxVQAX7lsVITMCA/ieZRMRsEmLnJuUX+uIc36eELJH9DH3kpqcsOu8KSD7UMB2lPIjJrB+44I051aRDLLCoo+/LoLAbRGSzGuVfQssNFyibnQZOFR7ZF6KOlZrJpxBEeBGKCSLlFqKsm/+oyqgrTG1vQP6D8JDMh2q5w67VWsgFyMTJC/RYegYBAtzTE4tPCZ2nILLPwqJnXCHbAWIXDxDQ1Omg90C/DQ9ci2RI500Ogh6OuRmfuf82arhelqsZaQ4NyfytIL4Ns+i7zy7+wyeVcD+mYRpBLQcKK1eUnAefdjtymkd8x1AXdcJMKd78o9nyIDP4pffmmAI4IlkF1uAJyLoLvtDhm+MDsYBDgRu4TAZFpFLWZLuxuC5TMH+kiVgVrN2BWZrEZXEydDiSTgS4tsAd7dWjBEW4yfC8WPhtQMqTAa0xCEOyFfJm6n5pvh8LQ9hxoRQDaF7THNzkExJmj93FFWM/2LS6A/BPv1jPDMOv1zpqjDr8rdnE4BlttfcXHpyuX+ZWOSlryP2S44XNviZcB+IDxWyuKdblnSu1/bZGmNsz9XmAZuxtqFGp4rn77NaHcX7Ou5xaNXUHj82fLz0wZvrHnBIgh50v0ghk/I1A+uEWyyp8v6bChi3Lp23McLqhi0Et9q2U2/l3CMCKdhphnjpQuGadjDkPtQ1r16bm6F5Vdts1XD1H7LwsljrG9KvYJlM6DLcWRmu1KHS4zgPHTJpDbHb4n9ykOUkWpnPtra9DwazT9BSliLUBA5miJKXH3goGU0M3XIpVCaCT+NT7jJcHiVqm3lplFzExpc9CWsJbhtOsnl+1akpzIIIaiccRQd0I2ycKWqY5cOc3h/NjpYHP5wykhqRmvPFtAksPIeuS7QNRm2hWGR/vTJdBvUCSgm6GtFVRaS8p4vN7IVmYECM5i8UphQCpMUN2JOOraSIAnPWejUtsP6O22xIb4uR9DLqMo7TzTgvL5oxN73pjSK3rtKmf6FWUwxqVntcGbTkmllOLjE7G7sgpIwEcIe363CZWvdXLnSE45XNNyI3Ie6WBV3UyeIKN52V2hantbwY+D7ubEsDBqffzShpOTZV3UgOt87pqB8KnsOIlgeVMrHXPZXxvpmuB2K6MISVqwwtSjzCcyWmwwMtyWyiDr1aKn6JaT8IvLCOLiSnQ2Ybb7ZdBq8Eb7+thdqsDGCugv9mFx7lIJqiBTAahYCFvA74g6PGHTk8hrzcOQOcMC9fqTB17ez8dICQp/MB5/zQG96l6Hu4vVuTVb1t/SdZHrUFD8PilsKISE4BrUVx3luX3MJxRlc/x41F359Gsx416QvtmqkcCD2iGvTm5hEzMp4MaSMDAry1rajXmcinEYDbZUD4BhGUtoZh5VuEQOjLb+YNkA7U8SeEOx6DWjmGmVNjP3MjjVzmQExKD1EC9sVBcqzYM2nlWlWywA97UF9BJgvpOPA8FFkZhiKrmq4neNWIO+LiDa77uotqgbBxi/1EXj+hZr1j5GwOg+Lnj9925QL68+2xTX4Mp1y8/pIlhzXKTaBkIaJY+i6LEvJBFJH2bQ31UZnEHhT4anDmWl6ozmmlDRTjNghxx0gRSO/BCKaggHa+t9bLBCaC/NCqQaLSEViZOCannpibXqFx73+w1m/hyC5dnGyO0pmLsKantGYMWKcEYIoK+1ng9TU22BqXqbMXblQIDEwI3TffpirrV0bDGu1yzp2Dn7Yb7tlJ1hm6iD1gZ5H5PjhXT1iBcLEircV8ge0hSQ2hbYM/Kb1rVNISnzjaZ0Ae0mkZ5Ju98jPVKsABDhrFHayX2nN23w5UNa6NdM5FEQsaqllPM+a33lIHlRhQSQ58mmzTVhY93KV++JFWo98pVRBnymqWbUEAAeXokvVSFdVVjpsbYVGCuVnFFtViqCV2fqJHj9cq1RXWZYiu8F1r3v4zucRUq16HyOFQmVF4NldtQeUJR6aPTM9MZ4pBrdV6o4t0/tY/FRveegXMVFnBAkMQJSYwNJhVXqKTmGrWMecxjP2bfbeyiJqMUs+YgBdSUMCYDVGGVarQ0vjIZZPAmx6i2I86WNxCygZANhGwgZAMhFwlRNPOaEsyhmdSGgze7JKSIMimptb3pJcfnp5lFSQY4Z57qtlaJJSY7izCheQSNwY1l4pPk8MtlouG/x9pZUEtlLYLV6uSYTWxu4yC6GJhMOvn2ZLhE4huNIlGCxGs0aS/rd8QACagZyYCK89JUJmoeNJbSyIccscE4FwSxwMBvhZkXNJZgLIIwZA4RjaSxXFHnh4k0+fxWFTIugna85ONMY7iI7DzhSsugCL8JUmPmFkUzp/ruCqh34NaYvEbVEJG1jSMs6SuCWmJ58ggTqlU2sGN58XfPgKPOJLYfiWF8iBQ4ZegGawmzrHoCs2O5mnU9MDRN7aFZpKwUXEJrYXFCZK3xXom+MmjTLAtkrdrfrbwnJsXczW2Y1bRGkPfMmgtwW1A+Uvds/EE/cKlpds7qiTCFSndQxzVVIG6HJiS6vpBCpyItgRUF8/hrGctL5Y8xA6oI724RhpX5Jk9onVF9kSjT76dbWsmwTtBUvnd8aCSxk/G7atqDonAk7TI8/tAFdpyzwvAF4lrOVjhahiQDzW60BFRGoQ5IuMoR5xuzoKuUCoPcbKRYE6neCP7xnVHc3l87YNRbe1EKTFIdEEJLdbIbDDVzGlzI2vq/+xjJuFwdB0qFLa94JEQuPSdQipQ5g4EY4MbTO9m+mZGQqq/f7CK+dvJENIbx89drUhpNlvlJKm/gq62Q11xemBwmT380GNn0MMFooat14dMITwpXFaDDBcH+4xRcWCluQym8V0pE04+JgReUk+1QfNH6MwL4b8qAIzzBdg/9agq6Vwo4LdkNBaMzJAH+yiJAHHgQs8QGMkQa1Py7cZte7KsLyuQ2oC5pZ1XDLHtrT/u57WZwqtv2Qp+OiGQ1/sU2vzbcbPgucDtV7IHe7movVQA0TUVJKrEUSycNaVW11CDH3qxtroQVl+vOqYZ7oGrg7FWtN3LrliHnezfgnErYqHDmKpbydBIqra9ydTZCi6LSzniQ3aDAmmK82i0oHMj2J3v1jpad0xQM/iEdjDuTWkJXNRPt+F3gcv2E1fiDGBexgGM88KmUObTsO/Pisg1Fg/6oMOGb4N2lE+qFPb5qKXD7IEKO1lddigFoYaVoiW4P32EfMn47Tb7ANyDZ7/RBiI5pX3yQNSwiObZJsW/yuvj7YbYl8HsYij1OX0oJ+3ArhllBCe/SOJx0JL9zzn0EsNqPXATwR9Fbf2O3jZ0CcCvcWvPv/NXLWSgE+DGnbfEnNWwhS0JHr6Vq5emHjPeUqz6BStlWElYG+MqjLb2DaRsdXonKTmacCgqNtUOFzNSvy5Svju8U+E1FNsRwLrVeXvfYDE9jaoELgeFWk7GuCg9OcvOqN709ZJ6Eq7qZstjqGg6LNPQ4eLeJwEhmLT+1SZtr2NxZ18oJ7ppCBonUvMGsFFBjtvxtQ30DP5QFiWJ6rEt1WPyENMjk4tKOlIgWyU3rQnQYogm7nm5A80uEmGyj1jIcgfdqUpfvT4Q4d7y79z7kj/Ajf50e2JlXdBy2Q3uNeQkVkHYhTaimAV61qXNn9b/oEaKs6upDkrI8K9mTIRBZ6AEb0FsIS8vG6Rfssaht2aplNodT367Zv2LA1tY7iO7SYT9MFgn5SoJ+WJaFEzbdwNxlD4dsiYPYUFIXnrJ2cpBfKpleqvy0lcy1DDXz0tHYsHLTz6s+6iSOJ7RvSatwRhYpgWgTttUkN8dmj26agdtg2r0VZoxHjZdq7bnOITS9E4hVX1o6dkPKCtht69KaPCIWBSmbHozd83PA1OlpHzJtC82K5kRZ+aOMFYchSBVbPK5DUYaPnuJ3vEQvhU7DoX6yE0rV6/T7qONzNNe0Z5xWuPg03XU4oBxvHHArzm4f8Oiwm0W0VxfMXvSfv2LbzmGWNDRg9+EA0/cBXzyXdmmAmyUu6jng6HMFsvqsQcvcJNRhU/1nPWuHKNopt1Fa/mS77tHEr4afvqELfMvZK26tsXd4aK+KfDOSZkzu329T+1nl5cFpTuwPLmt7VbCoV3+DRSLs66hDDpHj5OikpAmPwZXRy4rD99kTZ3PiexlideehEXmga3B0cpJpJHEuAoXoqtAtBfRdOOHGfccizPKBzCD47PWqeauJIWg0yF7KdwgyOj+fm72vqZ+qZp+4KMwi5VLd3B11KmRLksPMh60WHXL/w/o0jL0oQAn68+HuIUwzr1thHu2feh7Mg11QRZt9pER12GjFSEPHsDW5yu1X5bJBDfKU16dpINVQrTE/9+IQNz6PYNiI4G2xO6YL8NRhYb/KOho2oo0f0CtT0zkTVDkkhc+w0XkTtJ1qH6Dysm4ttmhHho8cNNWmfanTW6S6qRfX3/L0MJzfpuljfZqWVg2Oa9y4cGS9mXKkBFSrn536N5V9g7yoqpyyRxwbbFQWfyDsTY+h8Cv/OMTo07CXfwZCa/E07OVnsfE9W1TxS3YeWOFRx6nSiKyOug7HeCzPGHnBq/JL3MpLnqg/vl2mWx4AZf1BLsFdHb84PVcKkw/TeXrMcly+lHzvDbiom9VNsSckcECQxAlJjA0mFVeopOYatYx5zOO6ZdcsSWgolWWLnYR3Et5JeCfhnYRfSHiR25zcnw2J2pCoi4myR4T4kjwGjCDFQAb+8vQHwTjFnuBsvaACXKwg72+uXD8MU45FAK83AwG7hskhUx68D8lPYXymXtTVyg0jCdBS13ZcnlBNNwca/VQjtObJvtPZuiFLFTPg7d4B6p3WuGcfSJLlWj6trKesG03yoXJJ3pw49hGmqw9c932vrOoiVHgpuqbgvaP4K1oNWrpZK4qEQ56bsomUIRokaLvI05s4SvLjtlg+xhEV2ina+udNf9nnyETuE65nBzRtFvOUaifYFJgqyovNF5gJAwVaY9IMKr1bsdYno3SyyQSrwTiotiancNcseUG4/+qa/sKeUTS4dzFysEewZCGShJaRs37YdUXDmc7RvjogWksn+1GKqg04B7nx6QRMNpmgCupgHBCsBq2bNBAsK7Ux7sCacfjKCa4pBDhcx1u2NczRI4ZcbGxPdlaqS3cFWY/hIqNLEjDrad/QjU1KtE4/8/mVKE1CmdVZOwWXp1QtnT3IeZjXziquFXsbFx1LgBjd2+1FnuLYU/PNc1J+als4sjb9Jmo99YUuOlJvUnxgqAusChMPR4EWj/Q0DAOeZMPxDMIfXtoZyxJHTjMV69tdfnmxq8bgtR/Y2wioD6mI3GQp7Wh1WFc8l3Qa3tf2dDWigUYQ4gFBzWqYr1YxOahNmRiZftcMzehfxKVPShlTnKGNt0etFRA/GkhZ9jjcFz984AdQEC8JrUdjJy0Mr0KxnIccZcKXBmY2SGHSMWKI3fN7+DolP5uAYjLDShFlotIyXyQ0YR2mwk3/UR+SGraYJnFeqQcDoSP1uFUQqw+cv1KzR073Ib4uCr77jcqllDQhmlrv+x6NcMgW+BgaWYSzQIdbqinc5VdO9N244vHZ5Vj5KTw20NENRdJNJnbT3rrgDUQrL8Txa4DOUouX1/8tq9CrFnoOpE9Kqx2FulWHVaaRFTNGJbD5tVZrnHuX7D59HCVzhNgIvzytjZ4oS306Vqn2ujNXlXkCHT0Q8immppAMWybTH+jE4HEZrVV2QkffrMALUglNEEmGmULegFYkbisuFcEllZ2hEeIpBEdBC4cBcBDUsB8YLIMA8x1OsTa0DmFFhHBbZe0ZulTqujp1kWJnULVU3lsHAHmzVDI6Yce+l6xviJ/O8kdYygGy4WQJTHt09CehUGlTutNmZ0X9bso2nd4M4PnDMLnKB40BA0oGXbyZvumvOOTfJHZPPxl7VD4vnbN/lQyTdogyOc8xp+J2q8k+OsUskEbCSo7X8paWvbkLGh8Ndtlxk6lXctqVR8xhIuyM+IUEhLSINgDNigtHrDlachkuAXdWfcjEZ6VKr7nOUd4IeqJne1A5LrTUh8Yib4Q4Z3S56FOEGQjsuHJUykufdNcYNrUfKD7GMJdZf7kRxGWL6z6orHtkfq4A5vorCSoAbfVr4c3XNIZHfCyXz7t6TEuHxFeGOk1XBa6Mtxd5UZ4LxDRSN80ZbaFh8LumC1b1s6NKZFxKZoB82l0L4qQJe6PHB0E/IyqHlEt1IMqDsf3qdd/titK0gZBe9YyglUtp+7RVkfAZSqe9OtxGKre1mY3q21IHHl3kSwWRb9kuDmitPxQRjkplrFXJmms6tF9abjRTSF2U+94sXL8Z4CbODdvrK0uGTE6oQu7ulrQ47wHtcys4ALHTSDef79Rv67fybuWiG/UFcp1u8B5BOggxglrwnuglcdpkvxbYoAmbZjUNvoTmjcs26DJKahfNkmD/4VI04LqPm+ROZeWz2qGzK1eKNDacq8iX4FxN5A7sTzXV5YN+0TZAMRV7zEXh43rYa6MMUh6439Pz8uFK4VHk20Mk5cpqvTk7PvCq/Nk2v3DVoHi4SWoRtkf1SVv3js0vKKetsk7t9vsG5lO6qnLWZFU75H2kHTddefTJU6DkVPtYCVPT7oanOtItbs/oniFC7DAeLSItbm6MF8oHWsyrT6lGhEftLYGpuNfHRp4c31hDT6DepwK1C3vNWz9ojKlotOGWeuwasyzFUDQ2m4qXqW889bLmLwd7cYupCsEutONiHE13/O7BE4lwhhqdyNsQfNbz0rN/2RH5tJQRAlzEmCT+yjD0EpNoT/DAvQ7p4JOVmIvLWWiY0q68o5uVCTHlkhSr6kBY4YZPwGhs0+PXEWcDAiH140c5hWQ4jIxGvEpuWQktiIZLCDc0GMItiLjp+fzXBVSGqSlRvEvqm8K9da5eCYQZcXpSvUVcb2Oac51kn51s2RWM36s21VlQJGo/8sBAS7cN0MAT1/L4XVaaYZpCc9dDUrdwvKJFqQq52NU+x+086CI26ytirAcfsM5mBkIPuLSah5joprToYitl69Jmp5bdFA+O82nv1AFg14ySeQ9h3tfcYImOmQ5dDICTKXEcnaczZ1dDcQLrtZvfy4B9mwW7wJMWgYOa0+1rhsZ61qYWnWCwnlmSBmewQipf9QtNq16fNU6NpULvx6FpylOPedKy6NzSWFCBPkSI1i44GPuK31y7TWSw7et6t5LPyJUB88OmRnAlKBXse0VZGqqAeGeoYVUh6dLjbZ+uvoS2L0WKZrKVwH3r1vuuEV/YNtDWP/zEpzofmuX4KNm8LYaNCwWCoDSLGdFkRgTTkO/4zCp9YYHVZg0OoGm0jKm6PzvWyGeN1kwiCoH6Nr2gQQ0ucGJSYfotPS5SG45gBnuCoQ2dTZfVvZPziuEWk8gItuE1HF9XZEF9xElrScY0C/QyZAbq45JiJQprod8yG7kX+HaBUr+q+8zdncTse1RjdE4VmSY7OWwymxsVjM6ld+lTv/F1eJOzRSsWbyjv6e9yWJsfnMD/MHj0H0zcTuXbYCdXVkMNG6hkiz7rEl1zrsOzclAW60GZGC8CZf93BKQ8kd0iPlfoglQXlkVpWbF26fnmc36uB425aB1L7VNtyvetEWCAOpoRIEKqAVOJx227KgwokIK2XDVoUZ/IsKgPj2m7BjFSCh6jRGES0Aitf2tiisOW/n7HxiGu3ZUepmP8ZYj/76JNnrDYm3kMdc05D8o2zrPswQUyp7h04G+2nNZzWSnW+zGr/pUAnJu8ML/0YLRzjXrNMJpJd/DzLV0ThBvD2QoyBM/affnB8Grz5sOVHbAeGVFD8tRuvVTfuNvuqX6ucJ1x65mQSFg75nCAgQccvKYXZjVtxlS3t2bg/WqiiZDH6PZqF4VCnBau+J6OPibbgDo4fBL6la+/sXN+xCmpKczV/06/YeAoJmh8OCQGLTkzlEFz+SSaCJWSkrvqqOiFmLq7CqvQFO561qnsAhswTevzSkup2S9V7rzr3nqUD6TrHN02IBR02P5bA4a5KZ/0/borTwHhPZW/cWqxUyWQqGwbYejetjlOurbCspJkZ8VSYDWn7mU1Xa8y121pmUvVO333dsISzLcoKvRMzomNZ6JYa8R+i81YhAd5BmGYE5YTrfU2srR+xn2CTrHFGs5a5kjUs8bBZu7hgqwzNQn4pNxaD7qSWM8GGtOOJg+lkpI6ZYocpT/qex9AV1kch1pWXEUfJ5sUR54r0XpJRilgsE2KudYi9ntU7B6WaST901PTJ90ZlVwR1T5xtdnrzey28daAoOAo4T8IsqrlJt75VFgxP+TUiI0NriX3ooKQIOun0+aa94dUY/0kWY+BPzA5KihGhT1Wy8IBSApq/oPRg3ys8vJzK5Q+Uf1zvSoNfTtUejxQhyJrBj8irlGjGKSVxH4ObGJiueaPOPH+TRsiOFr7ZAPgehGHBeB6aJPa1wfFtGFE6bzWjIPLUmGaCSG+GRmDwOpzyZVqh/XO9hRAtyinPn0XDDOfaQXrJ8FGB9hsDSxttVXRGMEl1wjE6e0NFVKdGkqVAMqErFnQDhhnIyPVhzW1zqAjA/1DxPnQ2SHVjbRZkmS9a82MsQodKEG4Qr+gXEmsxWIC4FalbnUA7o4irtqRtTgaX2PXFAFaQfT6uoVHAWxBGDOSnGCsFXeHGPvV0NtPa3xQkHiSEJhtWXhMxfyxvn5bVs4c19fK5QH6BOFNWQTB+NEvAcPlsHrYK2zhdp9JFKbkel7gy6CHKlpQAcuOUiO0Q+hrB416THQLAviAZ1ph7uYBQUTtHQ5FhXQeqT78thKHko9QEsrMthKPWRHQeCXMX/aS6uu3UYVxN39hIwRWe9wvgNEkwGjqKsX3WnUK9bGeCTJkkEG65HMYAHF6veHhRK815LE5kDo3Nq2PMmUe1wylwt1jVX5vpYR2GZhqkVM07pIaSfd1otYgU0JAoj5e0bAUWTkrK1k172Ita7MRqCDJ2VqjbUotlug5Vzq0HPxhr7CFw8JpYVu42reOmcYeBGR9Nza1TL1Nj4hYJq27R6HkJb+ttHT96xQflww2brMEOuFIbplMqQQGFjlZBT3hi5TSQkzVJ/NS8+/uqeoXGvntTbvWiuPvtq61DaZZ96g7qZBOCSSN/k4RI8hqud6XDq5ZZA9D9Y21FBwuesBTLHvdLK70002/12vpN8Zb+Q7Tfw7MN4VQHtyYRZtqxuvJc8S6CVp/N/26CroAMwsWld8tbh4OaM/lcRgoVmePiB+IoHp4PnBwARJuE+RWv7mwodZfBIeG3V5oIqt11bDn/W21rbd/yuzIhPrrQANsrDZXXWj9Gmm1XQp+e30c4UFJ+JkiIGOPjdNIKyoma1MVdaqG3d1kqsr6puNKMC8ELG+pnWSKPeU6MfaGujDPd7olu73gNrq/Fje4yI5VB/jbcE1m2F48WuW4DQdsDB9/bt8c01QaZciGg8WlRVj714hrut/yHPFrv3T8YyL048RTiFXUVADMh/3PKTVdaUjdcFTqNm9ed8ctfRTyk8d4uC9qUdKx0Vac3n5ZxyANnM0so1Y/GibR23IfDqBbddRkILIFiRuzGxZMAn26WdG0Z0ViHKHBnMtEsLO7pFxx1DySGpDQBVFlxFfTbH1Av6LNK0EhcyU1XnFO3xSGYc4z39WukDl8/vRBNP7vMT8DQzvwDJTQuA9Rr+0NuO0zW+bLjlcfP3IPq5kubrGl/pS0jmndkncx0cfM6qlaX4Ypde4+GoFy7Vi3nHB9Z9RPm85vYWdn1kzJR//vWrWhKIooa3dTYK3EwU+2ZGrw6IbbdApuO8RiURyfhtl0LZ8GbUhOQzZdybtBC+JpNN1lchzh0gXkeYpyv2MXRS0qlGDWWt2BjSZwsQ+qtgk0jO67n3gJRkKaxvMJRizKn8f8Twv0Afpqt3vzX53NN9nZrj2kFPzGLK+TcD15ycWhk/sGxnupwjTVA1T3YX2VOqtvjumgwHcBzoNZvZaOxVjduaybgBt5AxgzAjchPs0KucGdei0VxT3gC5zUTpLCuk6tL3Asj21Eb6jpNRGTlWZGlkRJYz1ZWx20LUZvP8+OyVo31h+x8DA1J2JLo0ZkQGmyLsJ1fzFM8yaS4biI562Qpl0HCeWfmqhLm+OHWZKyZkAUIMAUBDCa1sTIQAv1z5pQbfKayX78vS/mLz2+hZ3V4Zds+8MZJT5hWP3hObUL3MtdvzOhEVi1wLQhyyZCETINXpn2JOSYb519iMz0cIQ5HalNtOmDCdiPIjKXjoYZ3re0G6Ip4/EGQqYmEzdGb19zvBf2K14axtGpHz2Bo94dTJUfjjHImmeEOLlwKZFonx73Px7p7MTbfBQCAi98pqazqVhNMDijC8mgkQS6IYdETPvY+qJ31qGKX/rC44MBAkhgigY2eYrn2f5CY5mOF6qjDXSvAK2LPzpQAHNPPBpRXoAi92W0uSkg8d27VA3tjgtBgeKOjGDq43rPCnQZflXr3oXQlhi2xgLqxCQY7yPGUDyjXzsDoqSkeCf3zPvFHGhf1+efQl2kB2EjWBEAAl8NEXVi64P+Q0R1TUXVrCwVBR5n0w0L02uKWoaXGvDzA3s2DC4wyv3YajGXvpEi5PZOnnaX5tK/g2tB1UmqIela+yBkbgadtjR03t+N1pqEo9HNKmGaGLEjoPyyBE3FVQ35ngXz1guHpB50oTdwmVnk9FzQ0nry+jJ9DBxBupp3IdPrq5Tq4StUciDXSUysUy2Vy0AxNc8cWvYtYjpAk6AHLIvo8KRlgI5Lcf1ri1MgXN2vB2XM8ImPr8RMMA8vo+Qsk/kzJz+aN28PxnRS3uLGgjsMZ3SaW1OYqDaDphyB8dw/0yg1uHNSIxffVxXKcbgzCcE2W1WhPZcm7qXxbrp7cbrl8iRlBsa3Sm9rtDFOjqIbKN29/SoaK8QwbC8NIOJCjVQArJoil97QcNwJeKOaOIQ+T3kARU9BMNKoaHPe2peIkbGaPANQXPP1KwbqwI9HcJ484chfgWIcxXb+cWAsQgTS/VJXmjAEqWx0bZGLt0ym4mZ+biUzUbvPgBMj56u9ew/dhpi4XD1JXg0HbTITHVAX854QaxSpFLlUpbRPKlYW4ZnpckdKSfKvxxfhQzSQVhSu46vLVWq3pnqLG52S8gy5m+Sxcv5jyEUTLDuhAUG1pCgHhKqUjxk445UM+Dna3CMGg+nt9Rlxbwb8KGfWk9ZXKEUhhI0qy0bHwsyFAIzQhlyCMceOwn5WBqIR1CzhS4a6nBzOR+96fGKh8l3FgD6LcvJ1hqnjPjrMoK2jTYMthsgaQYZmACaLVokQPbR9vCxDD/ChAJOCy8qtQfZkzoVPoHHN/n5eUERUdDL7AlcOHBlgiyPhTSG3QwkUxR8ey7Xo0jP1xwe3kowNTwOJwco+5MVqFAyc8U4CkIVL8GvUUl0j1CypiXytGbmFWHtsTXZPqoIUVBPm9X7RMCVXX1DoOjpUTHSwopcIhuPHyTBtFZpMZu0aBt+DUrNGS9wT10aT2H3AlR2Dzuj255CbQAOmoGGMX2/Gu9QOwdEVMw4ViU4E93IjbHHACVbEhukAUGePhb/UMvRK0nZPUU9MlEncVoIVax8+PHiuRAZSFSyuhGq8JWevM6Nm8xVm35VTWA8pMlwPcNAO05eYpqeIdbWp06EbSW4kSF8QpJq9LcsQ4OCQ2lSZyYdlggztMpmKNdVfmToHqDfMDK0/+JJGw63xPL2SiOCjSo2xpZRDfl6QHrHN+j2Q8vaRjgxb1csZnejD69jqRwzidNNznZEPkXwR+fCIl06ATjPrWt/9YlSuVzvdW+U4ugmAgvehCshyESb5eM1rqDcMOe6bRNkhe8nv0p47q8iqlfLBftvmRIGMExTQIziJllvpzKX1rdHJ+bpkB0KEhi1YlLqqd22v3mCtDLODeDTFlFq0BKAaNRmMAgK5fadID/jb8lxCX+8z0Pt+uhjmM+1UP/p6IAat9YqkDUlTFTljzchZK7oS1XrPCc3DHVOJujNfK3coqxWCJMEG83S5YuQdqDtkfvwieoi1zfXxX6Uocwk4BA62n5dVAtxC0OQDgZU80GNmso5k3KSquEE3SkiYeE8kVerNLJ45gFeilh/mHpQMGEZJa8pSFA3uCxq1H/5MgYOqcfGARdXk5sMWEa2BUBOhDzZfWGoFqkMrop5TTZMF6Fvsix1M1DAKz5irZiLnVAUtbtTgG6U6PVHKiBjY02wsqEKpP7zLdq8QDNY0BYtkcrCxscJnZKvlZco8PmWuIN/94VeC41lMvW2Cmdi9wuj4jkFPbuAeTAzscVSGeWRjlAlfGt73DQP7J88tDBXlfKIYeiQXg6vdsNdO70XAVLspz2Ni7AU+ZB3FSC53Jr404FnpvMYxKnwnj33cwC0WRhF12K8bnvr0mfZzlYMdU3KIPayIBKae4bErK4+91L6w54uskGNRpqa+BU+Pq3k/VhR7ev6h7bCAoI8WpK7obvSzS6WctkDB6+pyFqcV71qK4h0VS1lLDBJIBKKrTieFIUUn/XxCw7A9sEi1DoTe3PdK4aTWVs7zKoZJen8zJK5xq64Jv4o5t4WbZpJfr+llqlAU0cTcLc2XLevB2EO5YlVk9WmKx75q4KFOLXkchRkFYhOLKU/YtRr01MIZWpcToTl/MkvIdADSo3NbcSpRZDbJVNUeNZoo/OA2OAwTqVVe5UiOUyaMAZUh2EroYNoV5jcjZFcrOSzS8JMCdhiqlG0ACOR5endr4boNbegGKO/JQNDP01imJJIs6/zxO2y4bkVJOHvnACFB8trXpRtcoWz4Yb2+qkGFVV/uJSLlbfauMZtY550MoKuFBFbcZ+LHKLIlQ9aL8OvsHnTLGqLH0gCAbCw56vJJ6V1RiDbfXPm80prvc+Z3ad30B0VdcOEwox3OHZH6hgj7bWud8WolrELkLnToVgw6PhRXt0GY9GuptKkmcCTyIWjLvnbRtaLjMAwaihf08s3rdGiI+JcGXda7fREOTXtN5/pEFPct4bGfnY+RSKNMcUc0U7k9cGboe7k1aA1yLeuWRGNYA3M9WaSwiBFb6XRYTLpJ9ajpMBcz3Iywq3sdLMAKp4iToXoOtADkTlBJpUwJtEdzW8aExxgSbzRSe9hPcsegq4QVo1MiGLb6riLnRyj+zZjx2TbjY5ncmy8qyF0EDbcLD8s8Fl+FvcgbxrfXHCszBo6WGeBmmYHCr+D906GzpakpAc0uAizT+KqpFBEXDTZFma6zaFwTW3uJ0L7GuDml28D6Q5HBAskCOZfliKwykRkp3DJg2jPEg9hnOUvulVF1k6m/P9XGnr5UVKD4HGy1DPKAYURoSLN5AQnN6VTwE2Y9pLIj26KDMUco3O3pNlGOzQs43E4QF07KCeLganYHEj/X+QemDKtmE7qWAzfvntczdt5Sa3KIUe8qxHVIbXEDUTN23GFuLU8MAkdxp7zvyxmrwUY8sIqx8yiTHXn/6r4NjwFh4Hvh3BKClGnMebdle6BEt7qUh1CqYi5brAjA+cnVElMtp5kczaM6iuHIcl405yRNninp7Qz4erC0NcRu1EE1+iAmQUW8wXUzvwHhuHaBXFvTrTeoGyPutgkx/oop/U9P1gyUJUOrUB0TodoIh5m5JNkGqfBbrjre7GOBq2LHlQ6tcW6X2/iVVQZO4WMEyUeuEbL93YWNG4e/zrakPr60Wgly15R0B918bpjudmZlhUFTKc2smMCSWa14P9ylAXyDlqk0hNMA01xudHjRZlXLvSfvupfbZFZrdgEiy/lpPyAF/1VVQOeKISv1zlB0dtA2sc9KcVqx2QCivYEhogtbyhO9sjPjKYbXMKu4CrQ3ST0WQAekxeuGs0uwTG/NKsE2uaFYXzWn5H4x47sbQxeIncuSzBU1GDJGlXqQhqSOWGMByuCBQPUBWrWUHe6gp1Il9bBMWD3csOfo2FfdFs8MHHXxvnMyCRGn8Lov6xPrbVv3jpHWBLSqM+zVyOoO5gIMGV15dUeGl3zo0kuOsUCkHQZPKl1k0HWUwkFHqJH5VBWllq2lKhnebDytWp+i1efJlSZaY2qJzGrYtqJkztayiKY1Y5rRWvS5NpRhm43OzvKBi5RZiez409bw7RDNfE2J33CTL2NY3+f2GJcEhxaFcZWh1ulD9yqhcSOO76B+mBkUYdusU1ldwXsscaePh6gG9rLClp39menrkZUKysBDN8Jo6CqUkvIzwievZjz5+VLS8wIPyY5F/G5XuTcCeuYxk04cMzaodqQ91m2l95a4iJNNqWrMX6YHL+uMLRRT9IM8zxDKpeDcM7t0xwcpdnSo16OQaGGJN6ACoevyOCqvUm3wiqYBsZW+kFoHO88ln3D9RKtyAP+n2+85xhEaImSt5CMuUKP4TRbFSOVSpLyWifd2ni9Zf2Us7PamEOjB2rGrkA8w9FVtALv9FUY4wefPoN68SQM1s2ikmz0u5Kzpnt0SJaYhh+mdZ3uy22MAMdnNQ2RCeR71EUnxoEtoVGZQsQujEXSOMsvX99j4qR542d1ko6tk3XaE2vQVe3rwZbrVyeRHXO6zYai8fSELDoAbJUOFA4yf4/3dJ/D7XQ1X8eDBgwcPEjcqhX1AE0/8RfeTjeDoM9trsDCchDkNqzcV2iu8G8Vo1Ux3n5i9uAIYpzcF5Vyf9m/CIFKFHXkZrJobJbuCeW3EpmJCrb4wsrApqVz3pb1muulYmNpM2+xPAAMS8NmhM6g7SZarbT+XkZGjLEJDQ0ZGRkZGHsWyVR7MESJDSdTmRXn+4CDNjtt/KZ97G2DPTKXiaN/X3+nAM2aXJXEiiTa1v72U4Q6qXjD4NF6/aoj4cte5jHdwx/ctP/oyJi53rw6afTlizxmbQfxDWF6xLdbWv6vDpyL9UdX5Rt873atvDqDH6vrZZWA0AJeHAkJy4yk/b2G8iZCTMOTugPKGWE71kEyHRe4Wm+xZyZsXCh1OCF0KCD88X4CEhEIhISEhIaWmGw+gPuuvg3Fugx1At4ncP8TVdZB2yJC/mc63c6A6J5xY/x7Vu0WeDaH9kfGZ+75qaaykvBFusWUI8r2a1v+6q1VW3FwgPAz7wH9xzBF9/4WQ18MqatXoKGGXPmpUIbTnqr/5UHRAldYuSfd80Yu90+y+jzFWOwoOFao7Imoz7GlC/+1Kmcn5h7hkvdCfR3pnKdd5wYgqbOSCHHwgvX9rd1rue+UY7331cYob3xjTrxJqXeWcgIfqTXwFtPAEXiQQbyN7wjcSZvope66rwb0BrgZfm8TSpxIrspf3NTMSZ5bgfa/v3gNp1U2wf/zoQm5wLKQGG7yXfGmESAaF7rnZLj6X69JDO27uVoZsc5FcMTY3I9o4os/HnepbX3LDKuTbQgOIUtqawBVEo+YiIzBRMoKgqA5mwgCiLKKCi9UzY5hCkQm6zHbijTcgVPhcyWS9dr2Hwfgm1JYCDfS1p3jBU0Rj2T2F51K83tzQbaYd1WmRDIgRPRe//6IkiZJlPZf2U1FhYONB21HpD/RiKti2ODA/WQPAeMSHzqWuplE37YcjCcE+ldCak2GxF7p6oHOFvrlSwsTG8AR7Ig37K2ff6c0fL6OfCNkOPVZgy8Fb/dOJAMYuVu1xuq1VRV4XcuuNs0NG0osW7dqLMU4JpqhbxtGy8uRYsBo49jKc5HSqUVRtuKRldF7D+kT2+dXd8kzXWlndQy+cG+5aCWnnRZTrzvpxQ+JmrrpqgbplVzsRzDue0i7kWnzBKx8XrlbsJLxdfTZ0VXORJF2BE9yuk6tNb3T8YCZHEvCn05UCq9N8by/FP63CfEUjv+2QGdmIpYkkGeGBkBQw1nIwN9fywEa84NFWg9qYeUeVr55mPCM5866EmkUJZWiJg227nuKUcPOZkinpHoqvqoeqaL67SrY9LCZCyoAxGnC1PgloJdWbEjJNCdkJfRRVYIo1qU1LZ49UicqVdfAgjNmevWnGWNIZBOnR5yohc66SJyvRTu5yMmA7jaieQ/qOpPDti51F4QiqkWrN0z//d/JQeTCgC1ZsuFXwBq93aH6kUz6OHsaOQYazTLOXa8X+xaH60+n3hiEn8X7Ys5XrDpL3OzQ6dOPzr8yHO26Wa1uHJ2/ywmzof29oQTmbD+s6roNgCVfi0ElwfvfrftZvr9QJdWqHfelu0yJuEvCEMLsqCO7KXr7cXruf6KEVT+08UDzU4/1WXm0lLpokfOMK9ZjWWho/syDd1P82JtWbzKM9nSNU+KmNcHCi/GHnphcyY4KzPVP6Z9NSP1TjLfHEBrCwjUMX7k/cJctXQmHz/XqnSeJ993zTOT9K9D0qqZ6rwNrtRlobspfFpQTjNZuhTx+n7F/tKoGrNXAAawMPsZHXIf0H7S7a0o7yjvs4PCZH4Vb0xlvXltoXYoBw24Y1JslkQIH3vwTQpvNyglAfywPUNuvkb60SNJRWQUAV11r9haAhjIAlAbFRi6A98+pgbNsDnbX6wqgHQlDDdNbBSfRlJTKz+Uk7xbB+eT5NyVQlZAAiHBKn358Z0WoKDsEwnsNAO6dQypwiJxV2DMETvBvaFKxmWGyB9q4miIR2i2tyVp68T9wmUK+qOHz78eE8HMQV4PPnqddc7EInLLAcGKvcJZs4dsITGKFq4ceKM+tF3QtXfGFak5MvSVKuQy7pnFrnoLpyIYvPy5YoKB/foTQbO6uH0QYWZvrdyleezwPiOCbqLKOzOziJQgWMz5XRR/vxsEm1m2SxGKDJDpe2HcNf2IONL8ifzDOTKMjwm/8//43B5y4tA7WL+kqIt3O0S/3Zf3+Xfnpw8B77c2ZHm6TLeeDJoSgZOTyrFLOeUd5a9/e/iFOHN/uBjcurvk5X2Qqk78vltL86uorJJHTLcyUtnzzJzCdXsvIJS0Y+OZKeT7bcyyck2fm0kPv5ZMmDfDIlN58MycsnXR7lkyYP80mVnHxSJDWfZHmcT1Dy8wlIQT5+eZKPKoX5+ISST5I8zSdRnuWTIM/ziZcX+cRJUj5eeZmPR17l45aifFySmI9TinOhrvcXoY/vzyN3n+u+d8Dse/eTXPbueL/y+1TrmdyiV09oW2LrdjKVykdpY2X//A+R2uLvX8yUbKb07wf5PrHd9Z1VFrv0WprzsEr2N7eaXi26J54YdMFMlmrye2ve6RfKtMfo996ruT/1DSamJkFrmPEkWxJ/b+64OV/5OQ+ssa5wwm3b6Pf7o9pvuo5cfmvWXqIuZSbG2sohn53H72UyMrf5l2Q/S5FJYYx1f7InznZBBBatp/WLTvFqQyxCntQ3V6JO8k58F6JKO/HTg3SfZpbQQiP+d9SeQ5g3YPlGJkCjgA58fZD2ySwWsExb9J34hcjXR3ToYHidOApP2GPrPam+nbjj7d7JXuXWLM5XrY+Zw9wK0zPHWSKX5jK1h5h5LiNDZ278JpflMjyPYx+yc4lPanOPkhtvwurj8gb3sC0farQ0XQtrf9pg/ITfTmyhLsVSm+PdpsCV98PJ1pFmi6H9RV59kt7JAI61GuAJqTzV+9fxQbtOpJNely2m/gpmZEaJ79OzRVmjYXOuTzBSoe4CUTpgvvO4vssLvBZduzhBiQEzakybudaSD+dI/EEua2teO9AjvKTR5rhk+FB44V+QIH/SXDSghdYYVR0/u6Ry1O+8B6cwk2hb5BRXapYmom5W2Ds1iCfZI7TcpiCqe5bSLKrfSrKRsn3z0RVcrOuV94tmz7lqk5a5wl90cMc+hhWP3GtVJG7dEAt4RO7w19Q0B8nD0wpW6IycKTmdT3hF0Nkhf9pa1GPd3ZlgKlINEpLO9yYQHF7oVHTbzH6Fx1Q+HvW1O7lcaL3kbqlbMBRUZxoOPGEAxmv9Ek8/oLKa5xM4TgTcgDOrBe5wlqxIaVG2H79aXbSxR0OHNo3B+karRiZjaQPRwituiWlRuKSfd2sM2uEAWAoxMCtWcF0vdtYg7901c5ygCBy/IsOp45ylaInvc/vK0YWTzmaLs6K34b4CnQJxoQt32191PV0AS+nCuazh7+vY4GTf69PwvNtQOjC2JkDQT1SUTA/iF87lsPxN1dQ0a6mOwybkfeFkz01aDY4wOXodRxd2Np8Nb4KlSmS4UsqATKPtDXy4eik1LQDSO+TjI/0c2iRntoJG/tnFIK+fxM0q2b5Wm6870s9opcMlWmVP6iprpHSK/yv9l1129KrENe7qqNRPolWoZc9SxVnNQkQbRjj0d/b21X3Rkl2uIbnAeJJKkJz207mePUoX9lhBiXgqMlCGJGkzBNriHCOp8BUh5VVS3tcCbXN3ZaJdchTUVbehjdJie3IJFI8W7mZ4XtRcxN6H3QV6THrL3+NuU8hegnn3DlKFbRk3pXzF89XxdrGVtBJH421Rrd17mwuNQhq0Sk1Zt+X4hEXDcaYrJuHAkIxEwK6S27e8l6NMlGKCByqpsLuiKQaqx/1e8d2E3kkONMTRLaG9vdsIou+iOwDxI82QbyMc9oIFWUBE1lZItJn1+WZNRUlDtv/lOSGEj9X6JvdmQPP4gxpGDBbS/bHCUKz/Y55SBpvuVofu4RlVl7Nnt87CvalJkSw4cUJLAGDkg4vvnFfex4DfTT/g9KsaWH7xkaw4hcNUo8rFRPATxEsNwQsEQjsM8T4pcFcGngLCA6NibKoNzEK8fR1ZWVlJyQ5W0SYSj2bbbUrVu0mtVIMwC6BBvUZpdFbX1kvTvLbMd0A83TcwlhpprIYTDOfrZewpDnYHTlEMrKjuE2D5NNzrA8BBVjzqu+ACQsuVyLH8TflQ8wlbdMAqvYT4ac2ert30N7ZZP/QgF5zoI9SJ/PevjCrEn/w7sV7Q09Wi0KeFJT39XVXTSldeLdXtI88ZKQJgLdey4sWcbXt4Oo2AQm+pWUb1h+Vhv7uaNcB313VckTSCove3jGaoX2+w3IDFHBV8kdTE7zziHG6aAHcVeZvI6XFXS4+tTo1ByXjYCiz/olfDMMfg2+WnPsh1AzV+3Zer+r7KlulwOK2poIgsoeoR8LZ+9Hch/CeBvsowyTeBvrzxydsgCyn9Pxid0wAiTCjjQiptrPMhplxq68u67cd5nWccoA+REm+5SFVrfcy1H+d1r6rf+jhfeLQxxhpnvHdNMNEkk00x1TTTzTDTLO+Z7X0f+NAcH5lrno/Nt8AnFkrxqc987gtf+soij5k9EWW0QTwSXGBzgfCRQChOWd3noAB6hiO8te2fOS3Fm/LLdP5zjJcV98FglfCxAJkD4BXOkSteACZF9ypC5dj/Y18G7QugjS9501vPvgkwfmrEeSHiQu312n/iN309kdogNVzdd6rEt8N78Akp1qNCpNNUMVwzvtArIq6fikgNUzJUT3IMnumawNY6HxGufgfQ+NwBHJ37AiYgaxhYpOKbuIUxKCIYpuEGDdc+wjwNf0YPST3tn+lD/Zp1YKayR6kM6BtG/gKJ6uTMV0dDhKNZyyVv3VdByIdnegKM/Z0UjCLtRRCmX08G1Mc9sS0fj1r1jMfrDp3r3TsDcBrYGiMMKts8H+1QOfRgmStAywqum9JDw91PAPQaXNtCTiEyCv4Mn63Zyh+ov98dQbZZOgjHoIU5wMRBr0aV1RyTi559xRtgOybct40EWtPaCcmo+CLJd1bliw+AlP5oo9UNIYcDxU2+w8803o4SEXQwXPaISxIWCAy6ap3xbb9W6GuQRKLsDKYVb90hhWRZoj3/xYn1W9bbfc9xoyRn1ZUsIRK6OWYgVrxLc/3mE7ggm9hMnPWLKWJWvayJ6n6kf41KJZAes+41/DNWJXK6DKyz8QInlD3uCCtrml5nFH+QwX7qELMvqoPi19nsZgX3iJVgGqbfa0XPV/4AFIkYAYGAIBAIBKQyBLJPCBWJspQm9ZOMIwVzSbrZUWp41RHq41N2XEN9Z5gOjLAdyf2bOtRWw1Ni8iwfBw1i/t/J/O6vXkuZtTVcuZoZJMpQBPcc3ZJe0eifSnY5g7qnf0kPXq7rfa8f0BqpZ3fe846ea7jIsVdV13XK7cy4dK+usw44uOuqAcdsCPZPMvlz4hQaHTVDObwBnwP3naw/4qry4QQ86KjZyGDv+BxePfNLKGeT6Gja6FO+h3QRYMI0lObpg7/dAL26YitllnxJhMXV228iCcXXX6ioKKioqKgoVVKAXjWs3S+4NpanZOl3BW2zFzUX6M4LaKSQYULb/5PzdL6QyooT6RIWH4n+OLcc3P+5WbFvIShGlzkh2MdQ+UNODSGDjS0AIZ2IwblF9e5on2YULKySnY10yUSEruw6EhmVStto/wYqApMTN/f7NDjkl7Ms33Cwv70lwZu5r7HOMcLXDusWuSGY5jiYCGajO2EqcJhSMmE7UagNQb9bkTZKThOmlCL5zvYmIokhesruEx3vd/pnFMQiEc83YIKK9jRvdqWuMTLu9RZ1HGi49dKV67NoQJ7NUwvQiAx2l4fgEiDEuiUQ3kXEiUKWamqVuJU1EXIntkW4wd0icMDfn0DIFjDQoPOtZk29JJJKJWFIZS7rQUqoFyL8SymnGV/edjguXO/OWqFBEZaTp+zc5Fp/agv0eV9uATeio10PoX46LzV4wvgpN0KUlqmrMn4Zzz9vaq9QGhU+tuyAmbG/1FU4SVUuD/DqGVNo/RixNGGUzSDMnMu2cJtKG+9zOivGqJZ/STTgJ51oNh16XPEZ/QPcie6SAk1MNWo6Vb70+Of+LKlBiJL2vfuDQiJnAGW7d+BZXjqHDz0u9mCn6/DK7yTyV8y7RcACxwsEfGYQpLW/svPUDZ8wm8TV3C8+kN+AKBv+exrS1ZHvFvz+LYG0J1LbZumgejLsqucs3pXyekOyTychuBC17Shz8EynDbY6VyDtDye+qY/OM28w1s2YjJH1SJjO1jD3VtoekasstX+rxe6L1GQ//dlswzBYzxv0cqbMqGaqwzH7vDqhTutauEttle7MF4Unpyyu4tvBv+kWx1igIqL+VAb+7BcYOJTMKSCIWlS4odeq5AaVDYvqVfuZNuDE/4TgD+ElKMqGHa79IN+z9JJs2H2ZppQgqYHih2IeStL5gi8Y99MvvzmFVpNtEvGkSu7+l1Br6QGLdcGumrT6QC4vYe+QzvyhmtdUKrZz7srBBu2KMl3wiWwaVDfgYxKnt4pYOuqEXKcFp2eLShifT12SpG1RbVFJkmLojq+nuKRpW1SatkX1ApUkoJP6t9JVDSopW1RbVJKgbFGtUbaotqiMvX6E1f+n7IrO9GW7+TJgkt/KoHNT1c5fMoc9QJYSo6FGjVECYGlhsxgMTe00Kfvd4D3gm+PBEfF+Eg4D+s6aNfm5UQ34JiKEpUg+/7e5BnwjMaLSUFeFBBmAZBKXE31gaMA3kEVCLoxBmQO+nmyScmMOzBzwdXGTGCRs7oMPyhnwtXGXGCXs7qOvSkEGfA0ZhOQoaf60lAz4aiKEpZSMnsZowFcRIyoN9UkjkZEBjUzicqKvHAUDvpIsEnJhrOqIDvgKsknKjbkqH1v15eWAKFEZECtnp2TVl+FEicqAWDmH0YovnYTQXwLHfOnyF29KNccYBfFwIMG6Lrohce0cnEYc2QV6Vp9GAtKClqfC8jpiw35IO1cToeupGxlfixBVzO1TOPF2cUdVQlRGGRdbW8frQa4NwXZMzhTpmtg3IZGbYWQcgvgyHvTA8U8oFRFIvz6xPrZtx0GzsKVVX8STCNlpIOmJnThRYtJRdwUhUuALuayjy9Zg5ua76z6qcsVVGMaAfKMThO0nTxB+V8k5grMFDCHvIqWLJRf5AmF9yzVlkblgHSC+rv6cZpXPr6MzxOTn72i4v37PyMUH+sbHy4UOusc9c923n4/dfOYFOSzVWw7S8JjjzVnJEK3acAnxe325Oo5CJEfvZ1yQV/9D9iIdZykm+smsfR5nhyGumCIYEVFpb+Lt9+DolcQIe7kmLDFE6yL6P98+V1UrPqeTI0FClpVlI3/52ZjJOIZyEUU5mlnxlV9Z+V9/5krxzdlGa8SuZAI9e27pDOE5osJKVQ/5LCdXd7YyiszYt57+AeYkxJIx+sw2Zu5+cyfjM+4k8n6dvTTnTefL/8h71ac3XWysTF6TFCkqftoTqtcvnFFP9Bjzalh741WSiTkDydCOVhyai6gdbAIYIRjm2h843bEefeo+DHmqyBJZcoK4tg0qAnLlZBSck6rhIfIro2Dy0kWjnqksgDoqrLSdVDzOUZ1rJZIDhrG306KRLVs03nUncJf+yk+xQs72ydNLzvZJa4lPXB5GC8cIi9bR6vfKX2jbf4l8Qgztt06FL7u9O/Zk7c2WiApWfb4fbZWkX7Rqgt92vjYRsYk5xqPb1Pc7b47Rs1NWAAysJIXeZtYMTyD/mHABCCXf+Rlpu7o0TgUdgpvRCKMOh+RU9gyma95qH39HjLmtnP/PTiWw13tv9C7Cbn5uLn2ciYCzkNvUN2wFa50uqgWQlt3+6fkXmceHN3Ve3TM3XaMUTz52rlYxW48/Tczfc2Xeg7SOgrQddPlj686exZ1gJNcOUXyM6HoZIXAtb7ok5d4h4aPZQSQCRRjzk1A0ZFETfswxiLCJAzhdcf/4io8SWk8GlFwE5En1mAUbVjir4UUnJMcOtOIjrWwUyomQYg4t/Ijz1ZSL5swIicu5g5/9w2uFn8dEiPUlNpa41hDbHsAhahLOQpBWVtvFeaGp9tredcoP4y6XlLoombqlXC0L3fKHFv89Q/ZI5rOUg6X6kMafcy0LN4Sl7MDLH5ycZQOi0nZQ/KDs3Ix5l2JdlS6YWcFBddwrJ/ryZVjxgVGiaKMqeqGQkGtwiA9AlgpnsNqATFLuwSkew7HCuBA1VYwKT5RUKxXU7++0m7xdVuVmu/JUSKrsiwB/jUqtFypfvB/gA9zXkYpuiqUKiahCmg9V6TIuQyOV5CYHNxKO95XhIsacSpG84xDvez17QtDp70ks2cQaulkwbHouhxyJy5BzR1/xPlXnXGs0bWGJOrqbkE226Htu1dXAonjvzL+o8Jen/R7ZDXNgttAVgszvFJSp3twsDX+5R3Lrqa3gSF/64A80iE+9nqLgx3uUNj/cg7iFnUJAfs4n84ZJ++WgwthtspDmpXK//BQzAgVtV2yjbHDv5U0HSB/889/jcnf9MLKRbaU/VPGeT5fgc++ivNDkFU71zm79kt3Zh0CjzH0I6/xLx6p4lv72DA2aLyNdaP3d2Q6zDI8q2z0QWkclJhWkp+malc8MCuDptjqtjSzvpEGfpCMCBYSSSlNlsMFUxbttJyg0WbG79YO+TZCFQIJFxvkL5STcs9TXRKK467KTwea9SXDN/RIs6lBqC8rvDoUcGsowdV3KKFIZc5Ra+wta4orqDik2SgBkw7ZsBkbrOOpSNtWfYc1kgpGL+/cRqe+u4SCeHgYyIpyIAegcSWcmnT1ZH8jQybVauTdCQGRDxDWOCjd91rN7o2b88hCaLpHYrEEreWg4D8VYyhEDkwl2E0KTAQ3NhUKNyGFI91kut1cdcThn3qER8g0lMNu/VQ/y/Otn6pVAf9JjF1rULZFfUK2fQfiwb7sQ+ow28xm+S2J/9D5Pl3oZancN/j5ATz7hzu+ObWTRnGBolUOyWxrmJw2wrHuoCVjfJX7rN3/NqgZ+UB5rZJ1mKUDt9hIOddXIB/uJb+YFEPiGEClmiqr3pKUYd5XjNJp9E2W1uAnlr/Fj5rjpqkFyAAl1Vtt+7BjyQO6Mzs82y3V9r9x15m2z9vfR53N4oRSBqGvQ7hs1rvjj3qDUylDajIFGY/stxhOb9ULc9JICywtsst0Rm6cg01gib8aFFoG/nC/EaKFy++0I3TuBFRqQS3br7vwGmXDg3x3oGhPnZJjmhhlpAunkwU1RhBeXO4Tq0sXDSqIAlE+VqdQFns/w9T3yu6/ujksqIT8tmR89eV+cSJZu8PMSQa9wTITuapxBej1AiPue07a5kaU5httY0feUPMnsTn3tyVL9e1sSWt41ElkAqltkweWiavALOvgZx3+1lYrU8GNKMWmwqFjH3t8cDFvUzTRix1xv1yrbzadJyHHqw7RmPYvqo2ivE+o+wZZwIjTOv958yFjv3g23DHweBnuQRQ/7Ibn2WTFE5glSAZ/pDLqp0TzT4AVHsLFvkpA3SA2T3DD8NC1F37itPF3GJRc/ez6COKk/fbPaYwunfNkmlnMDsw/Q46LchLaRxTICbQnUjIv5u9OKPo/BCXx8N1QDnoUIsuUqTu1cUO2Xatn+O8YO0O8/Wqyf1kM4c0QuX4cYBc7rZu+1sbxOsJD/WMuMwfu6YpcFyNjfPg0FZosYK0h7KVWA3U+gk7VF98v8mujLu40GCFBEsO6Rscg4RaFBLWocuSqJ5XOeeI8675HnSJxLLkmwFUun7KcVB2sGJRZMqm5S6lAnUPvTaPZ0vvOnJ05KTvM1V85221kO6vMx6YuTGyHyOKf9vNnpaNtFuXjdT5d9V70oA65cFroZruBFV8UyQtVc9NucqBZ8/928IRLeSJQq1hcNejGRMR0+Roczw4ZAWQbvybmQZymySe012eXGjKBiBoRNe5c3TxP3OcPw0b4BdEiO/0J+qYtzifRA0T/v3HKqQIexmopOR6Pu2+ZWPZLpuXIH5XPZtAxH9+1baRZ3uiaueiTLdwWpljlQ5NbPcWVxSjc8i+CSZLksFxHoo73FdSrbRdMcq3HVo1Ogr2Q1BUyYVWhzCCJBJ9Rq+WeYbd0QCYsLLToAlE3N2Fw9OzDm4Oh5kmpPy7AeCJU65cGSvNc1jpfcm7HQli6FnRSmS8Yw2SaxrM3TAN0u21mPfQbb51IXSZEM493xBRMEX3lSI47PdIUYkNsXhHHzJJgfMXLtTKFkyiVDzh18xf0txNuBANESJAzWZ3+7LS3+97g+wmZHBWsg4fXitWxUUm+rijM4jAnkADp1Yu7sbyOY//8tZaVruhNjvV1nHDXM5iIHf8bYIHS4ugG5F28IAD/vsVWOrIId0pyRKmNEJwvSbK/aD9vvxHNkBgHlvOWROa/gKB4oGA2lqw6MCNHijhHhtXV0GiJw3BDg5YbZ9xAmm3cXVHgZb/usDMO0v/29SU39nulos4a31SmjUY/RwlNnEfUUYuZ8jZFjIbnm4dRQ7TUU8oo8DTk2cjloB7wi68BBJpnxm59iX3wi3KdYJWAnS69UkstxmgLEsJk7sSHrFmaeNRiBQSQ7AiP3I8IFB61wJkTKqpfukRabCdxEZjqb85S5I1HUbfg18+OiJ9sLVNWnYrb9HBkGHnK+QzanYfk0NGKEKQyc7SV7oZztxWtVL0oq1/6zvTCUfMFwbsXzX31GjGN2EEmz0kym4/PyoGQdrJvtf0meG4ANIfpgzz12vIgNKKBktXC5Byd5TtysbSw6+Ipn78lMLLHSrrQxLj9Ldu4zp2gRm0c5Vh2xZBsi1r5ytMqFFVY+w449ls475aAF3NgjESvtQFs8HR6RUeqJSVzOwV4+bZeQ7SOMzlIgCbkwzl831/JT1U82SbkfkbSWn4KvePKu7MQRJ91KlzT3SdojDt04xtDI9eWr4chDIp3UOWo4Se4SYmy6I+N0UCTZEc8/nwuf2N2HkHj0Ex+TU3reTqqMr4xC8G1rjEjFIm5PFL2QRYQ6ylWHqi5BR2cqVXhoo5yOh0IXBiisVBIn3Zy0D3prQmLIIcjEgqPXfTUlXvrVPrFBb0VUmCSiSEQIS9mB9Vvm1apFi7icO7j7Fq0PopEQPr/LXDUvnisB+2jvPlMdvlFcOp2Nm1MDEz2EFGxozU6xH7PfweKE0Y0JhjbqEMP7zGFw0mj7279qofDu/A4KZpLkLHWIkCkXDZVnf3PL1v++1xMavkVPExOW6o9ZsAoMHBvdpX1q03ff/iD/YmPABTX8/St8S/MZAUmLSUMbic2XhURC+Gc74hd3TKKIa07gwL0yA57wwCDc4deLcDWvBDiXFkqicCxNJMVgb96ZHNjC/7phDQ/3NrNYZ2y2+wqT8SHrZF1KrpQE+RLb9ayWF12Qt0xfFMoAMzeO2OvFLqEhF8aK/4BVV3iMJehFYowFsddKE06KLKsLrLgzkCaFFFnm0CpvO0RS9lNcSOMMgTSrELjKYCxELoziMlInAtx6YggPQeXUjnOt+qDacAqVTZpQTmclofymDqdZyg688tVaWwIIjcnA+KoEGx1ACkTB9yHqECKY9dGhcT4SkDAQWl2WVhkRe5zF6YUDv3yDAEKpPEG0u2bxhMCh4iQOdm3IQqVoo4pqJWQAcRiXMpj74wldSoKI610Aq6FvDLIxECQgDIcEhOmcFt5oQDANKUGg4RqbbTEEAAESoaXB9++a+3PhiDYgOplauXdIfPSr6+LWD/w3aLPk26/ZC1w82Vz681SdD54QuYTN1kIHCFC2HCUCDvgP+Ygp0kjKBWUxv5pgSfvOUacDs4iTOoMAZsjVhONGAVDJIQXkRQK42sgh8wPuTHC5gaY/2a6AARSCdajEwbjq0i6MG1+lcQI42HR9mxKLgqRrWpRwWg/aCIqcuDWjlLIAbSOxUMwUCvlMA/4DbqVpEXEhIoG83nmj89WQV1y0GIQJS17JrSba5WvAkcaT5ipJgQLnl3w3IKTRudJ6WyheRfZa9Uy44FGneg+0RueKhsO+IHsY3uDegk3kvUTVswh5p8F9rznvVc3bgI/5pSXkzQYpUdu8qhjrqrEKLQB3zyJ8HbPWgbRu2KI1f2XTB9myMKzHHtkXcjGWwUM9tHCH/it3huX+h903dMN5P3S277RIcXdxycS4FQpwOxq5fQ3/4T6flgpaPFs53VvO1a3ldSe6YRpUD9+nvm/NeSBs5PTTtQ7Sg2xHvAAt7fX8S4KFGQ8RrEf1+j+EWgq1EdvrR8GL+OX6TP0sWnjD941vEn+yQKMX2RWR2rtGGnf/A9X5/wscAF71w1WwPL0XLo3URIX2PHJw+3D5gyROnevVpvLQe87xeaKbwHsBlF7wrGJOEorAp0HRDr8hoCsXHjrQZlKl8sHlUbuI/ekj1RtzUVoLQaJKrh0eEnPDBivYDsNAomGk6SMcSqPhUI8IL3WhZ5fG4nfJLpnGblvtO9CC65U3q2P39jQMd7JjD631oDfHV8SDZqEZreAID1RInBDghSmvKSsBD4rK5hjr09F+MJDkP6DLye4cJU1LMxUiyIrL2Qwh6wTiujsDq+tNWyVTPlsB0eYimGA7HWjB/p6qFrGpjgs2U9tzRPjuic7II6jqdCvEXsN2EdQvlZkyoZlyP/tRxyYAJFUvSE8hb+KntlHFhCxMSywKh87iqrA/Y/r0jHCNjsKelUD/lhZa3j77yD+ej/WSabPNXr7km3xA8JuPW+WQVFeWwPbExSpUImjnbjWqFGV6f89lCuVytnXcIMjijhYNAyoN0x2qmbZkIrW9MAkpmtY69k6BrFAOXLN3SmQ2yLAD56YhJZKx6rMRfsVYAzbzUQtQ+QjI9JdZSeQ4MrJRvxMzCaJsXPA5E1DovUSWzn/sTcdt8/gWHZTKmHiRkxjf2zpthOH/HnKquigiYv9jwWALeCawsJORHnudZk8oWx0NyRGtNCuHdQudbqaVqkKNPk91ITkahNujSnQEt7rfGyLPUrbTQ1vkcuCfJxc71zeVgL2G+gSzNYtCpNZd6gnFpcoo4pTNCY11BA6nYWOOun1kwSgvmxBkHc79cEBstSEuE7wXHe0Zsbj4UaSdwzcyup0xJ6wezeFU7XixA8GWecf4WhwV/+vvewefN4lpOD87yPol+uvDWNKj4/LO75RKzYxoZe+F+QyzkBGNX4yhlot4OWwubk6iKQPgODSgV2ZSRFvzfXV72qZvvwTy+EIQbt43SYhyd/4LXkv+a7nqFDlTe/RWIxgG3k/8Bcy8wqsqsQGSHJ7AqDT5j0obQDp03FtRAfT5fGOsK3Tqs0Pgp2ONSb+7Yb7ELHpdFXxAPn5xnEH/6jNWjF4J6VfXVCdg+u8jmB14DyPh1ISAFoqTwMJqxeXEMBL9fXRP/PsgiH8+6xBEyyths+bAQ9H1kCBm6zSm4y3d7+LPFcEEQLmSFL5ZBuZQ44Nk/SsGdKlJzIh1gqnPb2D4negVYiACF+NPYEaPjR5IfylS2i7d2XsVZLtRbwbZNY8C9nHws0DRvSxIndkwffXh6f/c9sgj0M8mZ2VXaJAaMGMRwCEPjY0bbVKSqoRmttzSzXrGdpGBFiOKz6J7c+3TMADn7CVS2CwXAZ4PYdKgs77hUBJz416GZQvpZOO0m2t4l6C/JBWJzce2p5D7+EZttKrEjm50+8JX5BEnTSCGy8sjVWpNhSRNliFmn7+MjXySGPYb2saP3l/3wCzV5vECUf9cfpqIEJONDxPz6klnT46SifbhDpeVgDep4Q2CCMLILcSeFRfMPH+FZ3nUgsv/Wk8HA9twIC0cfjY0xCcO06NxoG/rtHV3Heb6G9CI1r9EPun8VwO4W58VcsE+IAZf7Gmo+zXu5Eaov1mJOi7hHdM47htEQf3+eUVhb0pG8Wm+qR8JooEdZMmx7CpObVc/0LgRn4YE/09KCxal9HPbCqQHGVXxVZiDLNKxdqyARgcC8ftEGSKtUR4mNUpr6ucMseDIXQVG5ESUNlAQmEEVjZQ+OM9Ns88DuWdQ2lnQH09EC0iDEY0Gs84IAdCYlKKfP1AYLJfBuYPhy6ifhUBVioymFtKi3uAkOXBHMaPHc6E/yQ8JIP0CoBAuf/2GiG7QXhYbyLRE1fVCMYMXfZfeMlVGE4d6NSAwYAyyWaUuwBRDLHHwez8y+li84WuhgfBj8bbuasgtbann8dGV5hees62syIrBxFChSOZ24eRcdlErfSB3LTG3R1p4wAxxPnK/nvmWyGlQaj+4pGqfUZEPrzj03U+7AewI61GKnkh91qJP7h3e7n3InUGyncFOD91/ftxVtU7SCduCsqYUyEH9kGv6lkVXJDbWplCBZCt/ug/FheqZcOj0QTLG1hSvacfIe/x+LtbmlLr8DtXdkVWGtU8XQcV61aHFad468YhwpW9G+TLa5UzRNV6fZE3U8XIyMlLTFnQrNGPIPgyoyactHp1d1iJY2t3kWOP1ak3eGdr+EyGnlqq9aT3n26lsWuSIKWHknnFF5IY636Xsx016HUmNudo27rCU8tGU+haDSCsJaAvP86nohnoem63MoZKMg35oJAa42is5oblsBwRDAsxW7GkVlr7SDO+o+iK4YBkpj3m2bwdkX83L9ZZ52P6SkC5Lf+zNYVmtgCkAj70ed2BaSslTeQGDLlBypyHsaOqrHstvQsD9EUyQc8mZtE9HXuOnJTErKbq7h2oHJCK6YeGO0Q6WEej9CiQ+g6zkg0EQkAAeQNZAAZIDTaDAobSrf2D0WoerOdG4pJVDcKJdygKbSqsvRoDkiEMZJRFZ8Or5CW8yRI7KM7sez/yCiJpOqHqgYOdQjIpg2K+d1/LBLW3ypCelA6r1ayqpedtACqEVWvVMtnUWycZxGWjjSbaxb5T6Y/q6RQ/YmB3XN30hqmhwY+GXv5bAj2c86QQ7YolBAzp4tii2RnhvNNQD7iGqqhYWxRA+KNuahQpWP5iNcCoUIjn9Ek6SFRIfCqoJfXEkSRIkOZH1snrUzN4q+kAG+MGsSzzUq/xNsDSjv8n/IcrWB8NeumXyv/GN9EbDEnSvFvtNqm5K81fmxngMM4AJoGAQPgvCY6yNq9XPRrL9MSSZiPun70OOzV0p2JYxYmCRiVFc7Z2+YIkn8I7tE5wHjBOeuChAZ0pfDIL8ogclWgqLcsHINSw5qsUaoV8gLd+FTvVq1L4O4/o4GTXzdQrqJJTcuCxdGFhycsSR7Uil6PEmu2owGRQ7KCUFpB6l/5zH7MmzhlOMwnTRQxa0PsAZ3BePKYo9/mPuKpJHZys6GKGN9mN8FjRTFYFjoiLqwszV58kUrVF7XxaNRUOShDQq6jF2db/BIm0rSl6SKcHzqAiQ4dOkYM39g5yvyU8LmNN9TwIprOBtEAZE+ohyLDpprP19hDG/o5RhOKwMMdJwHIRaErZFpPCbGdOaN6kk2mWobyP9+uNAh0rpsWMNWRm4WECONhKlB2anuy2M6GT1qDsbOIGzl2YsUpwlYQGuqUUXaVOyUh5m+47birIH0Rc6aIEUOE/YzTG/K4cSHaD3QwW00Ua3sZgwWrSK+Mtv4QDQYZgPaLUH9oaLvreRBevt5LkhCyNTGRpcd3p4PlxQtvZRJocQx5swy7eqaSf7sancINaWj4LU1Fc4S83pRejj3QZGPZGkObSF81vAlI+M/mJY+TyQ8gKSUQ3m7jCDm7ZIVsSljPYtXSx4D/1wea/uzpPGJE4TYsSHT5s7LXAxvnkRJ3SoRjzLDmye1i0NXuKEA8PZZM3/HNoKRqb5dQmnZMAiauCKCY38ut5vbLKeP/kbXKlLbfBol6rKWjrkDSMvD4/2HB2Nfz5sF6oYdF/ZuIJcIqLx3vMGwzTi0Wxc6yXizkQ5QK6P16V3wbp+Ioo8XF/8bSh7UcGGEfrwDNrlncHPwrBpY2bl+EYUgnrHRbN6rSaMKrlOvPd2qgyA8z7inmD0FpKwPbHROWvJ2ugY9ZBvsbDuGVh0owMTsWKcuxsZbYCt03b7upGbECIhUgkXkhYfOnk3WYXB0ZY6jwVMyildh2We93umKiu1IUhZWdvLVMLRjzFygK0debMHUIbkC+XGR3klAiTV2SxlAprPXOxVoDlH8QylxJdNYJMTk5d4b0dMw5Qc77qklJVKpxw2GVYGmuQLhaHaDzyYqYU6VbSwS5McVp5lTPejf8VFYmzlnZ2iCfKKZNGDSkgLA8L3yKAx6G2v9IklXVUt2HZtHY1ELRlP8owR8Cr3RhbkIIdFarwmtB+ZRqecrYR5oUP/YMz60ds060CdRKOUfTVcAK2LosiJ9f5vKhZFp7R0xjnGrD+DCm4kiChxawJHGeIaSgalqzenkfxcnVYP6TOHZRj+ScBKt6tYu9VzUgMwtvAojZ5eeyCxvdTCHCgpU3K84CwpYRLANQeTMRvoUcaT0SGUdwhOhYbhAKrMJ5Rn65aADIooFLCvbE80n+DK4lFvUS0LWQhShqxkaXztC4aljbtPas3YFlH5Lx1HowCZOAGgNAIMFEGCtHGHUg1j78MgSOzWB8UNeHR7UCJ9aiPlWaRGd7NqLQnfpZfM1BgUlbMifUqk/lkMYluCUX+vxOd+nPCaSXbQjxPj/DiB/mvEpf1+nOj6ceKsHwkO91LoaPQt/+znsTQLieAfsa/ouXXvfSn9MCsgvkx37zb9bqMvXvnoG9SKD+B7XV33tay6iviPSAN/X7UxGK8GivC5Meuwipljpst4hBNvRL38I3YrxKMfCbmb8V47zNon4bCKkclk8eAuRZzlefpH1k38urI5+b3pz8eS7giybwg+Qj1AJYPeQzx9HWo3ElF2bPDLkThgjBikaabThoLEQIP7X7VSrVu6qTXy8QUA0CQk6hTT0jcNf0F2Dm9Co9VGnK64iZSTc0a0OSgYETFCw/VC4aDK2MzjLNzQQbPE2pc3f5/seFhfjPYltVvzn07Y1+bl5lx/IeknDlbYT1rtDQBGg+lC8s6KvY0KawbLsMBWBUS2b1yzv1J0S1LutK0sQAuJDiorS6/x4Gofg7fP8NLsuDQYZr9Lu3HywVAKDrbGaZKb4USuqOitSfWS0el2r2TzP1JRAadM5ghFsmHN6OJgipbldkmFefY+rIFEdypTrsulkXzRFLRYVEK9KwzxiMJsLYXpWcKeiIuD4yQS3UJjXzd8HySAwqKUGKKc2MqLN1iD5x5mtmpvvRW2gwJXgnxOU2m4jb8z3MYpqNtoMTvp7QWjtppBPKnRkEYKWLl8jKdPLgC2V8I3lGMO0j17NZNvC9/DI7cW1aBPRlcWxCpfCwYIrKN0PAvl+GW2JJEDYCMECQeWO64ajkk38IJhzTZtR7W7IcOyttdpEMPJdqAxKCWHcsabAMbNZ7ZB46b06x/chtxq2anwJIb4SD6Zoa1QdLRRjrIFZV+fu9evxy13jYwMoX9tDomgsS2zDqLLQFF+R7Br4vjzBG1uUyo2N43gYTkR+Tglgp1FVOQE1P7Gk7G9++q8TTbnSM0aqjLg8x3i4YQ511WEz3LMhRPJUNi5kWv54OYc3rGRRL8YpN4cT0BrhGyL2FAf8hQfW1FYbhcKM4uBSN/O6aZPHSJCdsBpWPRSLV3OGUNCe+tAqL5RSB2ssxPc61sdeJsN/OAJd5hVbq1nGPFKt8dvJAYN5GahsAzpQyTr8DplHRiwJQ4nQjZbIK1G5cnZhFTUtfueBmxfOgh77B3690hn2ZGKTKXjRlYmUvkSmxJhu6gphyuoiSji11RDSC53cCn0XJHPASaIFAKT7nbvcQ03VmDcBTmRxIIoZZJicQmUUQbFcYLyVFqhAMXZtyu7QOzPaXML/0BZAPZulGshlkSj3Q5dHAkCUYHLQPM8re7NnlFxBoNV3CEabDY08cteQ/Ic8cLp/AKRwc0t89vIntKchxw52JOMPFsZcyxa4QIa5IgymBHSv28wJPa2ZQHZgsTSSMo/1Ea5+RydtmJ4XElI160k0VAmRspV/VhbLmUuE2KrnD3adAKbVfBpA7kd85nmEWdvOK1jHT+SOqe5P4L8LTfJeytRUMZsB3E+Y5E65/gbGPgcvXW9Bm/4q2Opatv+l2FOzYtm+5+DlhMQN8FIhadEJRmPzmzHcGryqCKTnZBToaO897Krt676akOdN/vdiydO0RWc2R9M+G2m1pQ0hG56mONEOq7SUQLRK4G2ikDaRhpJp7FMl/o9itYaEtsFyB7vjBSlYy+XZN5lDmDdLe0028nJCHmGjsL90cH0cLf1mW/W1cDeaAgfunLH/q7KzHFpwUSd1OYNsNQWdYYwoI8dsfuty+HlIZgYWz6Dzj4ek3MVreq+RDkcukT6XhrRdEOJtqEKCGeTLd7Jj4rS/Fn+shybjP27NfaooamuErZ49esCKmWiKxNNmUC09dFk8lLApSwYlY3L4eRIUCo7USR3Z69D4yAhHtdZEyQPxtQqNB5z1yHXAHK6NaYh7TIP6JiTulw92tFAHcHwM6NQf2UxmeSGeeH4jnk1YRq4yhFZYD/ct0kiR6o4tGDXA0mwFClkoGpCwX7vadLj5WG2TlE2bEbmqRysQKHcPCpJY61vX8qdT6SMl9iu9EP0G3f8Vn43UasCR/J29qOSm/srtGGOXewsS+nxWHuk/6IdtUoUfReyDu88u+llBVVSdcCvPriQ0X3f+6s1+NHB5mrD/ahEWbwrbMixdNTMh773+0TJPk602IeJJvttguCQ+nCZPw22MjG+e02O7ysKYCLngEYzdCXmuFGb2jJQ5jaKoXY4h4vyZMguxdo4N5UsCx77IEHidlegseuI+XjY3W++vEUmMD/fMljZDnmIM0fLC+GAnOGv8bLXwbCoJoy8bsWzAEpxsDM3xxZtQoyAjTBiGQJDJ5qe6BBZHBWnlme92d8Tuw6+qV69Cf5GuSgJ7L99yUcJyCDFMDBZur9rxAZtUBl9v55LXcvWvR7DRhqBbJgDy0idT/SJcHrFOXGTFoxJ6QoigyMjdSyhsS5RCYaMek+0EeezyZuPF6fjPR+aRw8P2F0sF/L5mec8w+xO99w6cicsdYGu6C5TVday/VZvg4yKDWZk/1iRUpQjMJWnaI4pV5MBJWtLTLnp1N1yOD5OpZ60fX40KodvuGMC/m9DSNzmVM4s2e24Y677MXKOyv8T91KFpRU7/szIjz+lbVzAXtOGWWvUYCaseoBep3jAMzx+SkXEiXUU2heuCJt2Mw3YvY0gORCZ9xcJSGJBFDA7hYAAPSF0dlwr0nJLTLvWis9YvgZ/moowAJbrectmFHs/ClermH05Rk9BYqLZopP4eAycuyPxBEmUYztJNOThHWdoaT0T9sast3ox2vuc9bwnYlkqGda7wePyMauTA5wZaIymL6Zl8A9f+xj088dbIU8wlcP8uA7myYAIR1j7ipiIHHXCsY6UQOJw20YQcs4tc8kSb2RwMXVCNVto6OKKiTkjEeP7Re0SwiSECm1WYl1gw73h8Fd/sC5qYz8dlljTVhNV18XQ9w6hl3VsMc+Vv+DFXvBiysEza3iQDmcL0nReh2M+O1DdVPVVPkLAvAIRwcDZ5iVmo/1dEKkmaaJLE6hRumjSBShIB1o8qTferm0yTSMSsDZ2wbKpvQOabCPFy16LVwVRh9FCt02KZwVee7zFVoHWHm2xVMC1h1s8KqCKqKH39o9InLqjKyQoPehb+gx3YOK2Z7AjEO/l5MIaYipg61eIn/E1BqdrY1O7nXEsyWa8MZIHeQ+e5gjUaogg7I2VB7sTOarntvyiPYQRMMRq2vVzCS/ZfeIo2pCFluoA9LC43OD7tq3MBtSSD6PvrlzTOK9EBmvqAkMnfLYCyCtiT4dm5Q/boRWWe3XVnotbgAGcK4YAwswao0CTZlY5h/l0nX/NqxMT+kQE5PUoCpx6M1VnmU+WGuTkWnxhcT6GmNuIkhf9vlWCgcHTmRgwI9DOPcylYfP5vXo811UQKlwdW9VjRSCDlA9RA6KAbOq4FHv2L30dxJ+30tP1aze3UNiMskfOQ5IBc9Fv5z5y3oO0j0Uy582Ac37WeQcy8ydfFt/U0j6iNdWvergyhp6nfeJCzJtlSxjZa63Fu2GUY9yuxbY3scxS1iCVaZa4/Z+7HPeGRBghZcv3mvFUb7nas68uYBG6bwJImNguVqhHFlOQ4taGuzAYUj3L6vt1zgP7sBjS2HN/tY2ZkXchtGgHapOBzjDTEYFmUd5mFk9fy38ne4hP0N7QZ35y1zt+5z2aeuFAPRYn/u6a6fojROgrH0TEl9bE+hprQNCBTawmMpC52eXE9MLJpWPcsedDScsccdHm97xoSPPpx7xq5kSimyR2PRHR9xmc91WJa0hYhBqm9HOKfh747K4peortHVFOxBFIFGyb/dDyb2JEQZGR7EykQ9m7PYxgYH+viiXhEi1KMD+uUE75mv/jibec0fbiktMU3XZ7Vp56cIOHhXNlbvThjCj54cAwdlItlYude3ffA6UaQ3a21pRopw8n7K7HCbjRhZ7MmEw1WrmQmjCzJ3I6oZZSSucjZsIsULNKZB9Wdnd3ImquxQu1kSVsWkjKFA/LKQoS3SI0EcrEOjJgucwjCVxOcPTkAfS4Rn/K4EWwRmkQY/WMJIUNL9fZU+IwCzPTfhkxgs9vHQjSOTu5dbTMm4oKvQfl05al2ZX2+mittCRb5zB8fDPKOoyBci0svf8aBl4bGqphB0GplygX3QXMbhOSwjjYsxNRDJOHKqhBK6dTT/iIopYacgKFSaFEaJoqo84Lqu3Oa/NpGqMW0Yt0WvSJcJiNKTCBi4ykO67IBONA7VBCHs6R/ICVaBgABoAL7QLWEyIlR2YoSg9C5FW8weqvwOwPlx4HtAsU2JtVpRMQSSklYLzG52Mz8XX6f3i/h4wkh3qGI1qM9FowOUC0XsGNiwikqgkQVpBDN8WfRaLa3HnfSOT5G2COgm7DR2vg3paTJBResdJcsW3Fn1vxmlKi5uDPV4QFKaAyvukX6PJ0EgpK9WOxICRKMYhIVFqgBJ6dQ4x5MaxJiJFcQNyqKWRZhYi1ZoEWEzuh0wdMlLgkyNlrNRETpFyFNA4JfEKjedoUq4pYUnKpsVSk4VlV2XpmG73Psp0eM8Koi5UWAlARfBwsdr1SCdeC4h+StqW1jgfT4iaNzEyqaJ0vE4XbSRRKchxRhcYm76VUYZbnYcNbvTKYHY1L4NY9mCp0yTcQlTmivYUEaFb2H1PH6TI7oHbquDDOkhjgni+w6Ha2TbswNAppiz0HxZuVcoinSLibpZOA47te499eRfcQRwN4qI4kPBzNQLocJrDsH5JtWZuyGNPr1xiLWUuZmNAvDx/zFA9cmuecirAyxRlQZg6icyBv7iEqwD33QofnXmB0cpLTk6nqtpULpiQRH3C8/LZLkD/9g73LYq81HT0hy5Y5i81FG4FCJjUntdgmSshD6bTqSw4fpppNyjGN8WaYGFsSsFbGa1qcjc47CFWOQMw7c9raLRy4hgxyk6ymbHpGwEP5a83FOY1pptSl3a/KCqzRsWGozqaYsN5DYThwxAkrdCqSo8lJ3LV4bE3Vu8aWYKCKSsqJkBKx954MidVgEXVXY68mXK/bHgp1a4mia7QNPVp21o1rK5IAiYqYg9FUdF3a7lC0XehKIr95T3Zl0wiw8M1G5D7zF+rbm4vIkut+6vkGhLk8tNTUfJVWfqDUdo5cnxZwyKgkaoCkgnDA6wZGC+sroYOnnkmjEhdywP+OTId/3SFZXJIrpZGGkB9KB9+X8JJWGUEFne2Vyi3XteZiWmLiFVkmLSwlY7cKQkMNcZb6gA7eb4jhoXnbHeaWZFKNLe9b0dbjpNUfQyCuRt3iPCo7nJhuxPCZOug3RDICI0PpKR5JgwjMATfjfk0GIsNUmliAGMhk8iszDojVbSX0MRfgTR3BhaatxmVHRWdFqPtwZhxavGNk4ko3dU8Z1E8FgTXVM5aNRxWIXpnN4BgLqD+jnlEk8BVZbFGI7+fKx2p6l+KaLwe7nU1MF50vrTkn96AJH6s30Dx2HRNKYIW9qG01exw6jzprfCueTR9DjHBZ9O7SW8nXHo1VRrqNhgaPKb3mSm2nn2uzyzxtwRmhbINe/KlBmybpHHaskSW1W7lttzCVNBeIbHr0Q3eBj4z8M1VRd1WwXvC5NOwNZ3HiyPv0vdLKsJGosPsjK6jLe1Y8R/MWdx/Y3+NYOu6o5AeUKvVoZO83n2NohZuIRFDVDHyehpGcUqmBDvSSbwbba8DO1yN3IAjpFklzIn+8XQS7K8tvjVMImwRwj2y+rDJ4eURAz8xVvLw51NDlOKRRzxoyT74A1aFP0EAvCEDt0UfjVdhzcbOlMZXtMNIfdrUTsgZ1Zm3LaCMRhTFqg2kvTjaWNzNfvnHg91VqVfsoOTKfZlYSItOoP3wMnRYEQdgZAridIL/BVWPMRb5PKL/wgAMaRyT7AwTc/4BZ/QG/TVb3gKjtvivkQ/8S6HpocaES9375/AuxKw+A85Plu3W3FtWeMBi+4fawZ7D6hzVUXSLrRj/WCBXbtMLQjK0PYRfSCkBdkr//jbj+Wx7sh6nQBCmvIltvGMMeXIBX0zNIv9nzJ39reujv0s//7GFfnOFdF+RzjUzMGRagXq0N0NJvnPjstqNedlmwLL9VwANW+DBybWKDEaZXZaNfT43P5WAI9iVCZYM7SO53rkw1Ws917KKpqZ5L9a1Ny69TD4evfsf+vX/My779nmk8jNJD5xxmlQEe2uBDmeHMhv2frjEt7BfdcCmaqQsxXqRl7N3i11/8ih1aXOz9eI1yVfyqc3PTihk8tfoPTixYTu4+L9QJX/U6zuLwS0Fb90VJnxPOWVVse40/u/oZ0rW1d3qqpwkHTjnv2LwSjZGZust5KerlFeLoeXeLMe8pHZoQrQCL5stWR3nRyN7zks675nEPzB2xHJUy1VvmdUqx8wTdHnAz8Y6lOmM02zXdVZ2FwL7oOCxdkJM9RznxtBRRswA1MjemKE8PhfFJNX23LG31SuCUwnxK3mCqDD44gpduCXFkocz88UpIj64PS4pU+z9lhPAAj6hG708VB70+sAxYQ+vZb01VBaoGH6+ALnUep33Y3qZ4paX1wcMgwurZ3/zBEG4bXg4dUw2LOJz01h9B67v/Bh78bpTXlUgL6f8ORR2Ekl+L3ikW92zuzUfchuo32yhRAd8l0yCUf5qzI7XzqWvFojIiLNYjx81DP0l2l16wyNFzKsKXpOewVjM3dXHS0P1gfXS2JEno/0Gvg9ZsC/dar5egh5Gq9QV6U0HOIHOfaypjoYKv+2HfTY9NNg6DY5Z8+L+kq6sP9QfkSJKC7HYrF4B5VSxpB1EUv3TgDZc+a0TdGi7c2CKi4eDD04EfIoRp64aQNgByF3/SANMcL1ufz04kFs4adKBjniil21uSuLPzIfTIY9Vj1bLPs1mjC5lTvOZzE0qRy2xjmTXZpM95dqmf9JsBWFIo+UhNS1t2AW7m9HMzzc1ZCIxIfNiKpKKpNF0ukVvkKoU9xBDHyBRkds2kS35BwLoJqdkJYgGbUqgUGwGRfiopUs7Y3hVfuK6fqTD63800352fOHPW7k/MFMphZWAtNLCazy2Y1GhVu9jHF9aG1/yCm8Swzw1ogWyxZqsQADmCCmmYWA8U3VQbmu9N3Z+9128boj5sqpAVdACY8LQTB6NYa1bXOWNNOGuucuDuZ72mFFZq+mscGSdauuKoIveP3qAimaxqTLmgRpkxtYpVXoobhkYF1BekWJhlUdmFMB9OX2LuOe4iTCRZhKcLfwvQfIK+77SN5laOcpq6PrpyPdPktH6NknJ/B9AACqljoyqKty/YlA6FimGvY8KiKOWcbckojgZXZ3PS2FnmqG5NzJ4FeWTbD3kskahs9RwLS+tpaBzjXJvaAKl2uxQt8bLdTReGbR/nmlzGqQeMOqKaNke2EnGApv5ybLyQAwyE7OMN11iUOHeZBXms3PdmCQVqDBzGWkLWsHi43HJaj/4c8nWM0GhfdsNMZcmMFMZ9VCNcL8wa6xJQwZ75YYBxHGrc6QW4m0dBDtoVGYanaqIp26QHDvt0tFfm8N10mzRhqqcmZm/WxpR7x3FWHa1VKCKqaq84EkRaswd2KhduFLiXG5urFiP1QLbL264RzfALq373Q5mMKLwiy7y3KFRGONZ6IATlKRtuQB/jGTNHRqVXDdcGWqgulturPJ4lvULnAVKtp3zMNto3aJoTJuTnvuUDAhsuXK8owEYJw4Q2qTM7qJwbsKZSiOA+fi8uKDRMDYo9gG8tm7TeGHDIWF65q+QXehPNJVIEqvno2UAxBJFSNqxVd7ZyJupZrtPhrpefl3zauFmw5KJHq5fzyyn7Ab7irYT5bi6puFi+FzvGOTEM/DqlNBg/aG5tjZA+R6LmkbP9VxFkLY8NahaOPHi2QhAu6/rpV4lv5dgU9EfoncwpzjKy7CWtk7Chft70HbFSRbLKXo6cyFmbnySJPHzK4a31dEGCfLWy1aus15qbU9ocVCNJhRm/SNHVGpvGlSJWlTePuzo7X4+1T3qFWZ0cLOMnU3S9Up+kOJ/7ZcKyqz5CBKvTCYE88mJP4zeJ4rpcUFTYva5NkindwxmfN2vKscCSpgi0DmBJcwRmgQbQ42wtzvd1X6ETCtnYzo5EV1KyOIIHeq4oYZJ3VUhdExEAvG320VMfvdBbLDihGds5YOStQdbSLrcn9hMRBAyiSoJvI5KFaS6/F8RbaiKbOyHyQlIARf+2mS6IFLQWac+vnmTpAef4m+n/1AfUTBoUNme7nXQ1XKDFAdesueqBaOof0qrdNQsvY9S4AJvlzSgjcHBMBlvi+W0mzi/uCz3P2cDjzAEZ590R4RzkKbMR9eSUpRGfjBSjC4WolJDTBkh1ZXq6hGqDkmkfqDW8UoYL1Y7MkpGI95pvsrUzm3HDOvoBn2tUkRl3h50cdEnanCKkfIlZas43X1/Gj/zef9eIn6aZio/ZkxZfofsG4ohloI17CwOkhqoCxMRiESpig5mh+RO1pKC6sn1j2tugaoyTjXboQ1e1HrPt+B/jfBnXiWUNXx6HKKj1/3B4W+DXhM3IvObPz0prtXF80zcnabLFgyo3pvzlH/l2S4bpP30DMl2giTOXZg+Kt63t18cPrZqeEHZjkl1JLCoiHlNq1TqIToqBjCxUCqMbeC2BxXrCAhEHBhNDtmCC5WvoFXQMDJ9sIGLFmaDMWzjiLA7NSGLg6MI6Kf5u7nVMQAcTxsEYy3Fvw0P4dO67DdpJ69/Ne5q5yAk1v/Fkw2yz1ZBigdUu0r0szcFiwCe1xJ10BYhe0e06yReo01GhNAswFJNJmpos3kaPAO5aoS0Jp60yl4SWwq01FexHymIUA5gHVaUZgaELEmoWRMc1MkJyOsBTysi2QJ/mfsDdBgf1hSrk5loX+BaHQhzkgpWNgKPp+rkZh5vRA7+yWC6cZWYc2YsSHCXOPXL5hZBhgZtZ0lp6i4LgPDFS9TPXVd+sH8rNOggllszobonxkWVzHO/eFHHW9iE54gEPWZSu0a0DhTRwzlhhiF76DctCv/suhvrfUp6uy4nm7zS9KkOAguIJjYNx3Xl3RSXdMDr/UZjIJdBCBdYA9kYX4rbPfsr8y4eWCAg4VXKCCJC2CDpvS5i5Wor3EB+EqTo6OlCbEQnFUmOE90Zo4yFjh8HKILVyiQT6MBeEAbdQAOroLRTwgwzzcUF+uqwFeTf1UciC5mruGn6cQeD+P17yqNw6j8muMta+XKzyklAqK9CBjgKd0bmiJTOpxqVPRddAN9ItlqftcWjp+FDwHOb/GK/hNACDA9Ts3gT73HBHM3SK2dBS7KJf07qgIiL2MW6KnpB3AR+0s3vFaRqv8kgrTOqxtK0etW5MT1T/xX6ILPIBBl/MgbTwRx0wWB0ik04KZPeQpjTyERwEawTEP/W77sirvapcNU9XOVrIw6614EcV6yJG1CGr3iXsqe/lXOp77wvodYbH6zsGrXMCDXZIRxYdWiNoqvgDxW+cmh2LoKaFqaXR4AXpIYse4TChAPWx6YSRgtvjrV7mMJSm74phaBd8Wa2FXBdWN3/BhZS9FM/+Vhy03UTROKu5o8wX1PE4vajf1hmaq5iYvurfeir8phn9DCcW68hcxMl+mFyUJll3nV57SRzRk3ovmPGY4NqQgavgmH3uu9DlSz/OZ9IxoQnuJe1xiwa2UNw7Pf5ZG2sbt05nlHXBBkUGZ50nXh/IURPwwSn1DIBJCVp7Yv3pHuVhODrQcJ1UX9pydybZucB+ci8ff3v7wbxUB35Bn9aO/dm7fpVAWkvaba9Fu60zEF8TBns52WUHgJjBmaL2nbs992yXFJaTWyZuT0N4RcqpGH5Ao1UUjO1et1N8jWvuwn97NWvxM9PUb3y67bZpYTXRvAS3RyemreYu/WvqRPJBSlR2PiOAZJ1lpG5yTS8H9d6+ooBZXprF6+rFdWa8Mj2yG63dmtwhy5EUWVdnqIUKz4xQ9xLLUGHziBMvnXiJlGtFnebIJx6ZHtIt7dz2QyaPJimyZZEsCGeTpDrYNVpHhnatkhnGxKZB0pBMnNQfJlrUJzMJau4bQcO5avwaynrQKVwicezaEEs9w4QWS7+3QphLQ96Ivmp+/EI2gBT4LFpUBdP4Lv366XQIGtEGAcK/aBeI6GygjNw8V9CijmEOqWgbTmTdPPEt8pwXZhI5QiBXW9iibRDen2ZcwOSUlpSuqKjMnQSJfcRqojCGADeEAPaZXMIll66JoUMmEyKHJZbIqNdsgUQnDjIccFN5L1l6mRlYn5GVkfPIOjWAKoTmh31HHThxjWuwZTACz6JwRH+hts9EE5jeqHpahAKKaKDoiawdVSsaWIqUrv8ApTJj44P8aaJGzrsBWTXbXmKaz/gn9JFEpwHSECk7WQKo32iboYXvXViT2NmR3pFQ1uqSYU8s4oRLQzzV8Ygp2x6aEiRjJyVHX/phNBTLHO1A1Mv8u7P9QwjFgKTrvcIE84Sylye5UT+DRM7aJiSfcs6HTuc5byOaE7jeYMYmBzIC+2kY7NeRmhoBAXJncOBEzwPMC0zsoxxP0VKbNgGSCOCIdoY0y8z/9TMjJZ9HfE6wiLNM6vszvIAqsBp4orId+i6Z8eLG3FLQpZT950E6Zy8oVeY/YJ/KK99IkeAc3k0ioG27KqFyAKZPTunIqIjqW5BcqRk27FoQJVsmkkdc7nBa0BNzWUCy6a3uSYVxxDVub9tBg2gDIbExSkzhnFzjnkSuuM+5VIsX5iiwykIVB3BFEzEmjmnRoP9qtF3pyM5TEyqVKJoW1IJppAO3LsTOzTue9vgdEQYDA0LL6PUOYoFfhZIGvLloTTQswc1yOacT4K0BbwFyGdTz7ff2W4OAgUqAq6OxsxTNoOjfimMKCCo8FUuBiPlAC84n0mV+BWIJMLnZU9EUCEBYx2VQAT6YUBiGEO7q8aDDbT/7lKmLe3J3K1HoV6tQVcUllPOQ5HpnWjvp6DHydEAGx/Z1Vf2K5SvJXxxdzhMTkEH0xYmQWNdyfOuOWwaQNZz8SplPtmlgKPSK6CoEiqhKmfbTHkpM9AgwZMRYcEUtMAKIMFcjKLwFetsN43SG5VyrE0dbb7mhiGgQw1nc7nQWfV+Um5ODQN331WDE4VAzR3tCvOQ1FUu+iPPwkEgdfUq5zMy+BGTfu31FBD4W5r5irHv5kJ/q08sC3ZOAXhZTnHG0A6SfJfhBBGbw26VRlGHM0WjlEPQ2ULxJiJCFz4Xp1bsiszg3JMM/bMQxZA8LMS6eDbk2ZQ8EMpwtCvttXHNe4y7AG1+hLzlGRr/y0NG3xd/5NXW9pgCQaUFzGzmXK49BGIl6mv9Qngih5mtCTgE7xndX+s47VCxYUWZiAX4Cs3yAAc86yFVYT3JiUeSeLToalGkaK4XlmCMS8qVoCMVFwaxmiMWGfnex1xUuNkyPTzIKfrVEyB4f9sZ8WahanIBKRrPtH5IoiJXaAZj0pGL2lFjhJBLtignFGTFrC45w6BBZMzNBUPgzd+hqgSvsHcbREUZs2RFSkiFMw7y7DbnwsDfG3O33+e3/fM5+VBI1StNCF12ndKJm+PAEKksD4Rh0soq5JQB6e+AAumbxzIU4FE1XWoOmBsMEhCXp8vQ2cgtsSK861ApoVItSMVTYnE23TwYcZ4DQUkUEmXuzC07dxW3xKHrNoTV9OZXgWZNCD2GaHMlM9uRAdmoyuaC9XR88wr2gASG1KR4OP7xBgTZ1iQrI9/94t+vA/1LWheTUmsyfVSzGFlVFU7OuoFPyVNrfzhhEZa2eqVUKg/tnPDXLa8nzH9aSTZBo/syJJmo4KtiJzh+fBcefMmrIMaE3NZd14KgrU14U5sHRITTBMKQJ20z4oPGSk8+n7CqmZq0SsS/KLhcjjffWeVeEgv3s1FUfHuy12o9nahse1K5ZGbKubkb9JQRM9/bay5xneGZ8qOGpoGp+k2eAC6NfQy/YSUsusV1+utAxvHet2bGR6GnZNDjGfB/7+zzc7jbirK5T5sJ9mwP+LY0Dqp6c63Vvu4ZF/Blw8QoO8HKkGH2aa+RInQ70pktXveDQzK9d8KIHjk5s5CPnqy7Lv+dxAoeTdxJW/W8/wn8fxVNjDQ2M97l4Sv6hF90IuJWrrgXMVnCs+rhRb4alWkRa1zGMK0GDaWCm5bzRfmiBJzk7LWSyMK8Fnp7Tc3aPHGd7hqwY0mpT6NJNhYq45Khfw4IkC5KM7IfgJDn5BsLXk+BGTJuYNjEytj760BYFhzTxqcfyLtFGn9sg97pxJ9mTFXPe6tjpNYNHOH4qWDN9VQQahBDX6NT0XBhwJ5NJmQmfiphEIhDiBSBY6/vzaQNiqR5ZG+MLQxwZKu8JsUHbtsXKyNNgUVp0s23jjEedtKUX1dp6K1WYeXipRw8aJHtvk7Ri9as4ruWOZn7hBto9eT6pJa74SSvPlPHByRuwx8Hb7RVYdSZwsifZmHP0hsO1eKo9zIfazvtnFqs+FqajMduxOycGXbCcpxLB0yS52Se9gMGNsUgd+KF/ZCcsEORcA3Croil4K1BJxx3vp/1BvPmzQ9G0sMMIw6ZMSVXtpABOgn9umMU4ygnVWnPLOzZeG0rr9ue+qieXepfyNqra7WYqYLB3MY1QKHQewrymz9STrADEe4g9lzxU7tuRVElSo1LCUrgKgKI8YZjtSfXFhhNzq6TmEo9atY51hPmGeOdTAG4rCGZn6UoNCaCmADXr9Q3IMbpLiAbPUQ7+/YO0NwXjSJz5WXP555/QT3/I6yX12Z9YW6DUvaAaWE9hVW5DNs1Qhq4LzjR0qUI3DVsrKl0y4gXLJmrL0JWu+fo4MK1PIM2d44KXb4RiNi4WBmw27GccYsW3oLOpX5gj4yMzlLguDYjfkk00mBMw7W0yba//nu2yHEInwma8VcyG6Qg3M6apZudCyqquDdK6F5dln7BvkI88AF0U92/XMj46ukiacZ+0B+Q36BsggRlvfmscPghQ2avCQ7SkvbLgayp8zYTZgolmBbLvDMt9Aef5n/7CpOtPzZGAqXnH/oep+wefZhIlwne+uWWLRr1um+YSJpefPaXrM9dw7DXlsEaxMyV405cyFHM7SKjMbJT1U7Yt+9v7MEqiQvmH0NaH9TKLbTQ36qYqk77wzKIhJ+8YQ3yjt8T99wVmbhpG2uZgomX1h9W2fpRcE6QVIUPG9PVvmAfB/J0wPGC9KtWS0l5hnrfeYECtDj+MsDYfGNVwNJo7kssLpYc5Wv8a3n/3M4dhsB8snTs9Lwvfe1nbd2ovfBqcMlG2nZ2qxtmPRBuyKJLKjTyQ5i8+Z1qdPWtDaT6lAjPXizuS3ifKMAFaGG3R+YhklDHqNsUg/3gCjq8YsqfJdDFlLKga8DHVqqmdOVITNa+WbRqcozmf5vlhqBa64bgViMW8ZIbRRuSJZ2Vry1KJ+KaUhQzyZjOd4nB4dXEtxqAcbHRFNE6ZTcgqpjXLMYEwSmmtzRfB2okGZV8jMx8MjNOfJwVu/mU0MH++oAIpVLtvTxkg54IRfNB8CmD3x2UJfNhZp9d/Sj74OCX3oANxCvQUfkohYH/oD2+unutqZFV0cQLMq70P4xgGrgJq2Ecn3DJpXmPiX2Fz6istxgNh095MowloQLJG+dK6tLvb/pX6jaJPjqoL9uj7r1W/tzNffoN7P3CVhjzoaYrIS5TyAjmHjxn6vDLBaagxE3Z0GwoefScUPPp2KDg61C9fhSdQ+5ycI6vlPcWh6g1KG2Mb6s+rYzw28jCaoi006RAs1pWdlw7MS0aOCQRTJjr6NF2V5+FGTEMqFSLAcKniApOoaq4/YBfVQ4VZIbsTaIGBsaf1ERh8vZUr0RhXVUXxsbbgqrL1tbuzgDG0nBIv2WsPePRqDFxqzgTV0miuGX75L/fB+H6Yth2BW8gYrKZMPF1tN8caXsoqdx4H7dGYrfnr00U4ikSy+tV4P8fQNEZpk25pW6XLXSCcJELMa4nyRHNORH/bWjXRc5Lzr7q9VH/AL3yCtFcYoV3Y5hvQywfQcj8gC2CZ/Ad06zQnGJofwNA8xHCtBWYnGJ76IYZc8ghKx7gaB9UL4Iag0qsPyKV9pcP4/vjilo3oBRuWNtutrNGf73MuOab00wpUaetVoPB2Wt38m7kHkBtyF8Auyx0AbuA+pEUAOZhawn3Yv6gdQIJaWufUonTANhUOMmFG1AwPAYDISi0e0mD7FjE8qBy98UTt0UfjLe9/CKr168OFeXYJ1Ojt0BWYru+QtYTUm8F80gIKOuZncDXESMjDXECMtsEvWorpG8Y3FC49o8sMofGCbfjpQChhUIzyXg6bn+qKTpSL3XtU24c2D/jDeJRkGtYC94scQxdHBbrJZHyOwentT50TikqUKNkUQvgm4fA2VXmfNE/VZBcTv/fzyuD5dimysrzYUIxnn/zte6J392xbgD+Px1NYS5mYqF4yP36r24n+f0Z89Gs32X8EjFFoArF8NhFjdpZwWzr5/m16hxm1ol4202AodI6DI+l+f1L7cqgyR5++YlbFasjUJzJIt4G4NYWQuvwpoLuZSOOmzGDBpEbi8kfAq41+60317pEe9wfX0I7pqXIj7jJVVY7tN4PF+otifGv+Gwvrrfsh6cPEnlX+1sPcfByjLjJ4UYC1di8N75nv2m3QjQPIFnXEOP0/SvAjDQmBdXOazitCSIVIFEiU6OsnG5Nbq4qC81sBERurlkqlKSO8zV9oVSfTjMisT9laeWTPDpy+JyB7AhXq5mevpQ6CU43Z+KEnHv5AfeoHdOvYqTtRngej9toTLdkKbvBjCJb0AEwdRI1WDXCAIKI7ng3mpuFxnZVb3bktckv/swniSZnvVMODN9n2N2W0diAgcz+oQarFu+1Ytf+juEv1xsXafvn8/aPxDjoZAU0CY4wvvY34r7b9LIT1ncLemT2ARLnxFRVjXYXv5JhZB4LWr/Thl6NBz39Xs09WhijvSA3I6pgLl4zK07VBU98qztQcJ/Urs61bFlCrThXIphHWmGOsGVPhyLDwjpBNFAWjNNwOgWztz4XSjRSY/uoP7gelZQXpaUkBA9Z5IpC67liTdudXHfhzEseODihy3lJTh06u/PXFJf36R9oAx/tf9T1zmH5baiOAPf2SvgNB/Y68gmySPfnujvaZ9Y621eR+y+KpS7e/t8x2Orhly5cVmz6+g3/WDDeNbFGLAhKyTHnU71OBm4eCb5yfrOrM6022lrvjoXQS8Fjxek6acW51ACu9pWE5Dx8UMtFZ1dzLjMZgcZhEVGZmuTQ1c1VzWyY1qg9pQI+djw3WcaDzeHQXVtCEpJiwvpfAN6WNl3DbXUs0zSYBOTpHZjq0VhuoCPrbzVZGZs4Lspb/QWj9LSl0iZdEM3Q1GWjvF9Sg2aX553TLErqt3jgAw+RwpZOrfOyuChZyeK7ZaZcRIkerp0Es2ATS7ZXM8rjoHJ4KKNOeHG2GVD/f/E7kBU2yAkQxkD5sqrGdkoqpzEx/XQa4rAqN3l0kC20rk6vXk+XI5hqbI8WTsBlAy7ZX9icyLLvLOtxqoCqQ+dVpxlH+BUFUigrhgG9mdgR2oqR5QK/qZQWXeGuSU4qbkB3eY/bLmDCczEr+qffS2obob6Gumn+FUXOvBgUjetA4jlwrAptjJCqdKt5Vaw4gacnQSEhUVorMB1NKT2oUpC5ydSMBhyOrOzsKJAtuolvRxEJNga/B9PWcQ99OzPt+GEOVNu+7VzPHvpEHXbHMF+7B6LSWzxzzZoTmY4uGQervQIeyr19wqopYWNARuhtE3Uc3pFQwKoernZmsonyJobzG1pbQwDBTDkCidJGBvKD14lF0I1HMqX+j2S+u+cAog6ITCaGgOuSSi5vIWCd1MwFVhB+5Eb0agnYtXw1ttHHHI7aeXLiTkOoRCSmjg9J1KNqiqUxyq1wwxpLL4hiCwFowL3IfTWE6syYBK/ROEfiFhQvGfSxmQrN8lawMWsRdjPCyYuL0QimOb5hrE5POwDUd0guSEo3fNwiyLYHeY2RyI+BcqCOxs6cFJqccDANznT9OMGT/vO0VpWILHB72mjEFiSCDrOeJDlwdfJQ2Rpk78lRni95TzZ4rqoF22yX92Ab5LKvuv5+gw4vhxfr47gp6bRZb7HkJFOjE6I52f+0iqINQb/0dphqav0MIsCcbRcvfOAwqJIJyANDsaEXs3aMQwv1JONLcNHU0v5t9vVeJ1b8VH68YjM+qhSCkTGIXexv3CnNAroZbJxqNEeYBwtQyOTNXabWZpPOOFwK3r4/F8AtlhW3HpX8bghrW2RMU+qVDHyrB9fSFPQ74h6H7LuL6Tfl7QQ+BKYdW7EQqVYtjbLMxopcLakd/rm64jumvzcmRmsv219yS3Vz+rOzBUgEbW1OtEV4pVR0xfWkcNBrLJmssNlYbtaumhiZLS5XCqQuPh567pVRJ+vLmBpUfm5gwsus2VrN0bvox9Hka7mvIanp734OSG3Q4aHStjT0oET/X7HxLPZoGU2I9KaySgfXcg9K/v1BYDEz1k/3hwSFj3VIQQQgAdBmJGVs4HNHqIeYJxnS65RuwHFtaA+wxbpdF0pvr5qbw8bZNIJfYK3gLaC8WgM5WOUAnmE26lvYACdX3Q1mJ0P5fatFuKGLjRlSYjbsJSDW/Vk3myb/+KsNCLgUjJjKyRNDJVrp8AP8JTbcF9cIf0YkZCU+onJEcaz7v4r8rREb5cyXqqn+Nb0r/7f0tc0AhMjpMg61X9vtGLN4hhFBtfZnpNTXTkz2SuPyzZTiwjVtJm7tdzLQy/EHmSu2TE+NiMHnC0pSdUo0M690glw+iVwsg1UQqNila9P6V2sjplM3Y2rEd48yqYZBt7laUnesK0uya0May7W9sE600RXsIBh/lxYvIA6B1FM+7xlUhyNP95UZYveKzXL6PFzR6RWodJa4VD7TtcshNKfNNBLYnmlhs+yiDxMNJJ3zh3apy9UK1HtekiYH0EA8nG3Za6/mxw7JxT2+DGymTZLkvAhm7HSV7qoPuc73VX4usoKNNqjvyE5DR1fk+3vRZeziu/1jriV1Wk3JrexAUyKJ0AN76Z3/eJoqGDi/LCGypRoq0GNpNGf/U787j66I1f7cCEjUlsGgo07VUz1KmghhnbpTX9/Z53TIQTj9cN02UrcS8KxoF1Xem68xHJiVtSqUUW6UTxmfG/r74qPkhM6Kow7QY8GhB5DKBwT6rQHnyyd7esFTgLXaTFshV4yzt0WT6hcY7NYd9p0JemKU6xcrXaTjJbebphhmjThgg7odliqiaL3yDmCDsdSYBMR812Ez7folC+W4JfY2Mu7zhhIHBDO3MPIsVbeGDMP7qczLB5++i0TuhMQKCM95cwlVgq8ziwYB2i9ebMBXoKlMHRKHVCk0lzVFpjhoEi7PE/qPiVj2y6ppeP2cvJtYES2QSO0UZlYBgPFX/BgK+oKc9Bs+fQrdwy4IcGkeug7+O8MqY6E3afPyFaFKgNecxJG83N9sTckwdJ+o8DfKoBGlSGlmCbKMn2h2poIAZiTaKMESie8vMbpSZ5E7MeQz8KAM36LRwcP1tyZS4dpangg1lcecxiKMUAS1TB8Sg1Q5NZc1RaY0aDY/ubp471CLecJJKSJkQiVILECzqEK3U7C3sxz/+XrRt5jDF8RsXOgIPwYHlLJEIIi75hWUtwCI8Mei1Qyes0p12A3CDKZFA4h5Oep6MlNErIkaHeNUApu4utgy3ejKuY9GEme+OM6Cm8aGkd18nZjViy+1oWxPyY5g2evMFYfKV+AYemR/U7eq9s/Ve/ZlR1lffDbYG/veYk7B7ZzzaXnJKVuZE2ZtdxuPlHDmXXkqcK7DTgJz9Qh6Z4y2qsf50W53u/Tv4U13B2cma+91oRLSUGN/zCGjy0rqlMKnmzJT58/SFx/phwZHB4L5hFSGvFbk/LQQxUsKFb5Bjv4nvfyTzZ71zy77Y/Stg4/1sUvNyxFKG8VlwyofFqdwANaAheeTWY/8TUG++n7Q8/LfhiCdjfrcUSRnksIRom2bjRrqD0IP1vrekNa0DJkIA74CZkmExCIu9kx2XaKs+DT8zYZxfN/kcUBSVvFgll8vrY/ZaAJlbTwTjt2iaURuWtF0XhKtZW/8tFzXt2ked1UWzr4NsL4e2YaJCpSXlzi19mXPTZ9XPKG170Je7tADOp14ejAvsWuoABma0IHtIpeyrBbrt2EfjJ6xq9aceXBw6xxQBas8zZKtteNX6WqgGxOEGb/k46SswYdsZSnz1ze2/1OnlpvUWGJfJG9HsIjk/+3fe+ubxpgp2V5yNxgKDqpucs8ZEKmmDP4bGoZrkvY3iHBusWTLuIrm4cNmJ3CCLHDyrF/6MR2hiREcbO+NOp2kvNNZ3++HfX1oSU1k7NK8nQE5lsCqK6xi0oqPiDK1WvfAsz0GbK88Zom4KrgPGI4Zg4OOjtRgfFCfnHGcrLdfvMIW0N5JNNC5euQ5ILk0yBxkgjNOlv1o3CmU6DmTs1MSFUoY8wV2XUj9al4JZG+Pgldb9CP4SaE/zPu+IdPEaPbsOKpRTPaPOChpoBeqPvaorgP0Ggw43R5Nbgj6219jbXgE/tkeesixRBV60wNzGQAMThmDgjOzewgB1b/Ge5Om5m7HHkOeGg4JZXDgYVxkqccsPKjRWpJ02dFgwFKcFweA5ik4bSiLEyAw+12uzuqrLuhDc/NSpwQVDke7GIvdfGm5ju9F4iDxiNv25ikECz9s2DrbUIWvJ6Y4Xngu2sLWRUFi8RpiIZQ8iIwYTHivrCOna2wUAso+IIU4J1CO8IzH/48moMZw25b3oNpwyfacT3K+k6px2nqfeAWUte+7iB0tjYH6GPOD6I3ZdlprDdNz/d7W2THbRL7ezWXpaKeO76k/C/BsMwjmDxf6wWwp5B7Vf+yVbqnd2YWLok/ycQIEXFBD6MSXECCCiwx6AHw3EbsNJ1SJzRpV9iKHZTAT7c2GraMl0fuO7o0sC6xWIkVDht/y/LvGU/CgJ8t2L1+3Q+FFlYy9WtkHhh4JQs7Mko2R53ntjGc+2Tkrgq3vcOmDZeXl72WwYdxgovu/yMzyE2dlnQ9A2XhaLXCfQ7BCqfGpBiTKoYOm2y1L4VCAFNB4Wdu2+IgG0efUZ3XFkBki/m48i5ITQCfZxxEUQcsA9AVn8olX8imUTbiFjP7mLeFkIZXbpZBv3R42MoXpe3kHNTpayyijbBr0eorlbFLi3Xqhipcx6ThDrRdoHMiBwEMbU7bW/aX7/C/eTd3bEHJFet4S7x7r5fOSOp44Y0BLWqJyv4jR2CWz2aI1NIp2rq8QqgUwkNe+g4VbQlFQi7wWOp4alJ4MrBQpgXAyyoeVe0igZ/ZlBdMNoTPRDoqDvs+69mmHsDK1JLSM+lqhSjoZYGUgjSWmCS5OComOlhbZ9eCmHqBD9C3syey0SifVITHD81Fl7ClzdEDsaywSny3zKWhwJNIaFA8fW8AyZo8HxKepzCXsk7TeQSzO514lzIMs9GVsZAvzWU6m3N8j3fCVidh7JF2X7WVyt/TimPcauCC0dy3j51QzQI70dryXByuSJHAsWX8/0sBmcMxbelawKVm3x1AKPrbeTE8sfme9iZVi9SGvD8iMwVs9zzAPUcxyLMDOv6Bf3UUFtaO8uD2sDHrk7SJ6zOF0Fll7IqbaxFlqN8/VKJPMioUht/nUL9RL4P3ogtTXjRCPIbYl5UglquFA2vvW9mHuNABzqCSka3y5JxwrZcRuBQ6m1oeudPYCOU6X21gbce1XxegkcVLyeRq1StZnCH0aGyfWBfq89YS1RaZ/EgFjJUqgsi7Og1Er+w/i1o7U3oyJbEyCUmicRILvUjBLRe2pKUb/yE2Aa4ROUZ/8OB6XmezHBFmehfK30eEbFU60iwnWVMgsfrJWWcHAhuF0wGaZ/Teu5S0ZLU0I7qRSS/hbptOuXNVRGJgs2w5CdUoKCIP6tf5w7zRlStZtoSDhUi8tjB4kMIe4WdArZURcFCLRp/piBuIyiqKBEoxLlVqREL6CRaW9GQkUJPYUddjOvdUnQUzvbIEddwj4e8FRTRjjSVovpVmi4hn/BWgVFBgGJPV8uIw5gTRHU49cWRAk4le54GRI5Bic5OyCxxcrvCGT/lVvr+Pg0Z4iEZQzKoEO8flMJLbv1ysp15HbBVLNj0WvxInL2OiVpCCLQ6ndgEq7JFx/dtVJrDzd3RfbS2AQAWV8OeGPSc99fLjdcDwjeUfhFYf+fslQdQMOVqSV4kIHHh1zjDV5X8BH+QvFDZcIjwtPlwr0bbzbOBqn1wmMhrXUq5P9WuzrmcIHLmY/ZA/9A0hojf8omz2Cm2YLL/7sGtzcREWqyTmAI9+H/IL9F6XwXHEa/RmcejIR5M03BATpo0lsAVMQBXMHN3Ne/+GcjHNW7nhdexnV665FxG/yH63z2G7ZNBZxrrU3xvgV/FBfFQDwk3jJLrid/N1dBrHXfzPbA2Xu+2YKTg+0FMbl1TwpTU8MC3jGvhQj1t79TPHdosF2dWKyFASuNlQhYSEz29AUQanL0C1Wu+A0TssOELewzzcUL+y5kTX86DoykCd/kiMOoAizSNyb0ud3zwfQdEfmw8g4OaXBZt1S0zzN1jbw+SSOVENhubzaN1GFjHfJ9D7CmR8/qeOHv+5B2f2DwBm3lknfherSIzILa3/FxUV4rLcSL1YHzZvteMlSUAZxbLWkT+eM7yXsJHAzezyXrawAPAs+KMiGZzLI0+WVrWfAPMs+MPXo7b6GCTLdKlQ05zHQWfaW1bkPaeeoHB6wWPAfa4m4vfR7eDP9yr0GOjPjv15YoLEw3sziV9Po+sxDW+r5wWPB+rpEUZB7MV49h/AvPH9yd/wPtYyYfswdPf5mw6P67Vm+gnToiuS0PPtFgbeVKNzzULczQoW+96/W8X97dJsEb2v3sLgr6f2MiA0KmobOLDF2cQQD5MwSNy39ptwJt46laylBZsdqPN8q1pjzUq5RfwgnBXNxn8cplps318mHVUtu/Th/JZPBd7efW+uicB+9hRoUrEGbaBr6jI8x40AhEW4FTS6+UzKksLy3JRE5llLD4NAgHKhxJptxtbO39IMW6DniIRGGRzW18Uv+LNyq3CBN/d2QeKci2fZL/vUD+37m+1txp19vjH12S0yUam2ZHOC04gZTRsmumP4w9pMzDwSS8lRA7O5ZSXOvNpPshe8WCw38TzAL9eYfRcA4wHGa/0MUIx8bjSqCDHLXKIzR5/NeYg/eQTv49VfCRDO7yi3DW+9wUm9CzIhcRUU7nfhgyFfzQSgDvmRT95Uk6gvLxddyrt+TQwk20JSwNINq1zQ671pPToe/FA1gtW5YJzt3mFBkk56V/jWqp23lYLIYjel5YGZbudVjpa9cId9AdzdWIHsNRYR531Ft9q4qukUMhQrL4BW/pNIXorbhk3vV7cXCe7X35+7HwY43nMBHH3wVJbtHM5AhRuTgY7pn/lRVLhyaHy9NDmFAKO1NHpBEMRfhKmAIt9/6YhBpWQR1PbNyk0paaTjbKAhWk5G/bJE2ATLI2YVcKW/WPEiUhUEUUKypXHlxpxQ1FVQfzm6s735ChHRJsS4FNzEAcs9hI86omlJlKajlDn0ZurRQvVxYppTYYGDbpNALHfjoO+/ffx1yW/O8CH8svz/4V9jj+v1rb+7njZZjHof7U9bEwfyYu+tXkmujKqmNVTyoOVcgkqLU1LBL2It5psE0rz1QTdPtCrmC7baTUv3LNu3Oognau4xejFlom1dnU5F3vGa4wO0KGHQDu2ATbtOjWK6TXxwxZdUktdz3ui8k7ZkuuXakpteGSO1/2GtLkERo4esvq2Dxf68tkGXEx8+Vno69c5UUVAXd7gBaVxEUD6lWVb7m0DPjsU2CzYewolagqRglHLkCo4HntgRBNs9z7mIriS73dECn/Jmm9VToMLWQvLXlZUHmZUQBne/j+k4zvgqCHO1DLDm9sPv2U1bHK2lA20MaaV4rgUVzZNThq+6wfvNLCq/8z+vbVq+ji97F0+HuoEHscQsTjvX0ccbvw9BAhiOv3H3y3i4Oxacnzbspm8z2ABvakcUKr7JDkacDgFet3BXXwDCYkHmzaVEbr6FUi7vh6jXoVylRmNUPSv+7wT4qSzZRm7e+XN1SCchkzsU7oVSNm21z+08O38+NgP012nywg2DSPD+PebMz1mZ3wIDuP+WeZLAPELEHJOcJmHWadAOe/MQadWBG0+2GPCX//UuH3mD38f7Xyrmv7ncch/bTkSYIppMMSKPV7+u7tvCjikHnLqi3l8fu0L2Pw9UwSIaCWlicx32d4eutMKplWmKgAsENIGVNHVtCywzZAA7+WMJgO/suVJoLfB57I/hV2F/YXnj+68fM/CpNHcdM/7rdwp1356eHnSo9D++kbj0agFqEtGthLUsBKJWLbP3M/kprNUfkQuhNdn01sL313VQTtQfCS0RgBZ3Y+LKUHI/pUW9ukpOdjlLYdlrKmcr/a126p+6+t1xmtdf2dgN4iFa3+TBOt3lGnqqkE8Z+DVgmp3d2ukZFoum9WqzC7YRVCewrOb/OHqur3m9PNo6nNEiwJrn4znIZu3tzeJ0ZeW1Q4jUELbX3P/9cM/U/rZ0WTp4IN5dqV3O0dFhVCC22mcndoM3vuPpRCnFJh8JkVZS9/V3QGmRTt9fYm8n17gj+fGQyZhzWmIFF3vK//6h3qknd9/cRP0a5c/Dh0Py2TCEfzyTyWFNeXJifm8vRZ148BYOs2M4fsNJgLwZvsYvNpeTwDRh3iJVWneWajba0Y4fAllfbiM0BkehmvC3/+muwMlvh+58zWBFjI2qfor0dXX6acdK6OWC+ToWjyDaMXoE96DGVIGj4PhsmNrdzD6NV/fv5LQu6ahcPcZx98G+uTIfYXHYen3VcmRJ+ZY5VXizBp+qlwgOjPuyF3soWsyDLt52srFct/U4rmcGl6x4z7tavXIJv/wSTmJO4PgGfPZKHz938J8th12ZjdS/5nrNbr/I6QhHvaJhwAoAv1Z4KI1G4RWyO9u1GG0Q7pbt5a9KXNat8ZBoKHD3XfYCbvn4mqrPV23XwS5cmkPtVk97ROR4v8gu6igosuvVsuQYblNXuzrno8FoXGQ6OTTzYukY/LT58L4jLtnfvE6KReNOC0ryIpQZR7z/+jfg+kuHn1CTqA5RFJmMu7cPI2tpuKHgzB+e9q8Ufd/gD4nQX0X2G/2s/E8LFIbL4I6XV1SwioxSy/f4myv8J+L9FLFSkG3KJeKJBqNxwAql66hzTQ7SB288WxYZMQbwFfCJGMJ3ZiWfQa1sIo2tGnHtT0iYrNN5TNHaMch3eV9aIC8WwfJhSOq00R/+cHhs1n6QldvGeuXHgf6l1PcsGI5ibSurklS1DuDsBKv79SOOhPljx0/tHid/MOLE3bEn9WPjgAX0pd3I0uv9tuwbdq0XDn5zFDF9QtuJaEDg5yTX5UF45BUIqeuO6777d3I/BbjbpwIzL6wit14av3g6ON0e/IV4dd0T8KAsuBekamoQqx8/zh1AR6sG3ewH0/YfzNKkVPi385ajRCBNJnrU6MK7MoOcqncnxDFd45NF9UFng1vcbthGafpDgR6UEBRldx9A5PiL9NJVnvQ14GuNr9fJPh7Rab6Psp9Z+ksVtxAb48/ZTNhPUytb5ZK2w8V0Y4sgyWhhIURoX3hk1ng83Uz/7duHDRXngNnKKdz/PygcmDgQ/+gE/B8cjbceeXy91+98Hb3Krf1p3/LX598XFurD2BvSisq+1ltijOJh7UObDBapv/iCe0Kg0/3gqA6H0E9pIvRU6axAnoTkrsrJq5aecd9fbwL8ZxfR/G5zLXztrQehGoztN8vvj7GbL63eRBeafGgtCL78Hdcz5b27h49qoh8Fh1k05obu9pV9Tc3LNeuN7F2RPOXGqaid2hDXhA/+Bbfa9HlD1oH7/bphdwlEEuu71chJPqqCoCvj6d6i0OSmePbKgT0nRokK8Qtqg3tPOMM00gXHk3U4W9IVptSaWk0+Vp7M1gwmFCrXt+wvEF9dyCKrNa9uoEi/OFdiYDX9k09Fvd+zFKPqw2yMc6dozqvC0iwoIYgLMrvG8PTFxG1YYSr7uWAEINcocfmWqvl8/LL8i+R7t29hBFuaKm262WhuAw2JvrHTv6/oaZTCqE/FBKh4ir/mV9EXQBuBytFsdLCiPv9xb7gcCxfEl51qMRaBTjlDNX/jeZb2OOW4PjuivzH3z/2/N25x9NjuysXJ12tw9U7n9v8LcHokOyW4bpZ3qvmi8jdon+tvLTYdUZH20sBeVx03iC8rlGDay92ilsYlSrSiB2AALZ9ck4LMUif015qi0bEHOOlpIs+kQ/XHuNtlFFfox2p11F1tpTqtArN++4qq3roJ51bG5cJ1IGnc8u8y5+BfE1d4m39ITX91sqTwVC3WbRoQ6Z3GmWtip2FzxyzYYlB8AH8M9yYDMl1HJ4S6ed6W9L5ykzzUAuoZIdAoTETfknVPKxBUP/2A4sdxDiGiXjWM4uaVezfrWa1VS2PMfcN5mE6Q5kbqGT6li8KB89j+eORebde94SfxPe3x9M0+/Q3UaCrHOAIGpH++KxV5zdqVsAdm7fTVH3dP46N89z7qi9fzDoh7MMrvBVzOZLj0NYC76xk4IdAs81OgCN11R9DNPBo0PbB2vnho2Foliu5YtovLLpT2HN7avB5yGptCly/GanB4ROW9L8fWdCl2Vo+cWUraJY6eOb4rB9bLnRu9I5IEm2KapeJlVlViU4nskcClBUm3uDPnoFP72nOv1gqPMkn97EVYl947gZIbbzIRbEoP65+Do0/+gAoO5DYsyiyg9HgWIgJastypJDEVUmfhWjDESl33wsM2U8q2wSheJPLKl4PkjHMnjTRFSPO96jLmrVa3B5r5q+6XRArrpTZro2vpkxOHIsP+vqlJ0+zUQT/cxH9Km+ft1N3WOcsKeduXn8WRNl6753mlK20KK+RNgciM/4tlRuqprzUtz+vlM3oflq8f73rlzuMXSKdFuSu86uUUyONGpaqhsedhyot6um/9QDiybu/4PYyTjFPR3Ce42jg1FJR+8BUFYjEPa8Er96tfzyxpO35blo9XiTU36AFS4DV9odILXH3h5/gl/x4cjyFRU2c9Rf76IHjr32kjr9ZUVx3+YHjPVhvfS/w4FFNkGWeR/gaDeKg+xGpGtK7NwPNthIyi3akrVG1JtssDqoM9t5KVKmgknyh9Z6fLaFpur3IePUtrVYb2NKb7+x94fdaYeaaaTY1ufYt36q4CHKXFTJ72+NQN7yDRS7h4+derChpgaU/XeF89c+EnjMftn/9fCXuO2iNQ7XQ06wvY+HJE1Os7ZUO9IQ5Ac7MvXja//DuNCYPZm7RUF0KhYBDFc1MRhyd2rfdt6H/FwJ3v02bOM8/xRAbvnb9a5eoWxr2HVD6+afdS1cYNDz2xuX6Tut/cltPXtxJ3RyxDHw89PndrL8GJHwkK6h5nQe/W5+upscBofTkWPiBmt1eWrbkeiX8VUsZ4LEQ9EQTNCJNsaOqAqg67c40PX3E88EML+xGbLt90gfj+1axB+k4BP3sRCUYP1msNtg9rkTLoyuJvkvhml3iOBvEUUNoqJ+WUP0v4O9xne15d/NeY/bRrJ3QCKevleOaDuruwlnlBom2ACycn4LwGNfyzmfg9GlCo8KsybPF5rY4W7GIqNGHtte0IEEDmQCXynI884k34/a7WYIHJ5UVLKlELO/unDTq6IR9S70j0fM4dt7OlcfowvqvCWLfeSlgxZ/wxZp1KZTPitcTPMHav/wXC54GhcjEYjAJzg2HpU4ePVOHE7/tpXZrVstDpwwMK49IsJhEbgf5O97W4w9dk/772pCN2kaKTme85cWDF7/qEv6zJyYhvje3x3XCdIhWLw1qwt6Kfids9MvOKqYTa80gxcM05zjn7Cv4T7W3+250cl+H1FvfbDe2HgOB8OYFJ3GhFPh3XhhyORHIBcR246f3+/TDAAZDf1cU1hJbAKloh6IX2yLQVnJs8Hr0KoqZ9Dlx3Of1ZOryQuS8OBHB1PYhqQe+rLJhEaislbxw3SLjszgZnWytVYuvhliWt3StPFsrS/CC8vpg7snRZSZTgOdMS+jXqkF+SBZr2rjLNX5nOHy+4Y2OMO+aJi2U4fqvJrmes7a/3ld0AELXL7ZXf7iQC/YgwTrTMHDYcerdxf+u4YHvah290A8LxpugudA4m/jFGp/JkMU4aH4wV34YCpFnQ4k+QzZ7TCBaDBQt80jo1IVcYxxB9UbiqiHOlxuLZDBQH4DgfkpujUxliCR0UJL3g6EMSBlAluJjHQ48WW0xtfvBDNnGz0+hoNq271wbcGrKaqz+ai1NYFa397IDLZNwISj0Ig3Ad1q+QGSns8Q3xZ+nohq65lDU03fSDD+b/g02bcGH42oyreD1CloW9dHkEpqwwMCtt5/Kn5zw6KM8FvQ44zdbch1ZbX3xPpuf1495paqnj3QJTdUeNcDAax7w/jyNyVwOFK/JIh92dtvSIKaTTRpuGxuGlK2Kh5iG5qhIFR5VQIZb8pFQIY2oYSGrKFza8F4A1zaI5MXlX+AbKuNOt+3/itYTF2rakaKtHgW2ax2VaQwuQMKp606YMrUJtLJaNiQ1jyDpRpTDVRsxxq7jEb4NdhlaZipXmKwib1AsQkifEVC/ZK6MLtsc3274b2W2oiSOCJdSokccfcIEY/J2hGNeLNBZxFDYh9lkRC+tEYsrK/Gq4Kq76TARjp7O6JzTgEZWkdkISDTe6/euZhfOsoX7eQZjOQ9ms1vO9KlJ4unBENKzAEzaDQz8q0D5zHK/aHH52HTCMkyA5RXxZ37sHDRQ7yGKWz17wxNu/jmrL4QKNUL52+/CGl8Yo4ubNO8VSfNn9mz8Vt4dnY6sYfvtAlFyjo7PzKcP/g+EFFmGsZyh6W9SnDXLvTLVexJzQtXU8ishOMtFtbU5VClWghlkU3aP6oWi+SXVG1pnz98g3roKrY4SdKHYshqOuoTAtAjH50q/1VRhn3Cd51PM75whRQPd95ganHRL3xC2/sZ8ycF7MPTLrI2oQ40ok3OF9An2EZ9b+BgSmnI6Ug5vhgRFYOuqikRTuZfMZ/eK3T2VXOpvdE82xdSUADTTKrtFp5VxNyOHza6vL6pq75RH3S104XIOK/cbizTPbj8Eiecvi3/8UOMT7T0/UNya7OL88QnceIyirx2QL9/kij1C+8HF9gPYrhp5NS/nw4rBRa48IXwGNnHwFEXsEiX5Pk9nGxRf6+9KuFRMCmFEEly5mBSurLdpgMUZm9tTOjMxvhWP0BL535/oR3VTxn7YRKwkWegXbWosZVjp0i/8xy8mw780pLnqkemc1NtMzkVTPtP1LRoEw/OKViqiT9fsvf8mbfDQFqq0QF/uwDmxBP57ceuIpCz3cSH/iAMTAe31SUOR+j55CCkqddtCYNXh8Ei4M8vPuhc+4oakDRQ2iH0eBZ5m5zD01uci/gmYCWA8UINCAXCvm0jeFiqVS77ykPv3PpsFKtvMpBcOe+AIBCIMbnMFNkmM/1XolvX4esCee9Fb6xRwtWPgcOM8CjoiPRARE6Hw+F5eJqsr+/PAbb6YAnRFudFLc70H5Idt5YSM0wTo/T2vim4cpeYZbNfm24BAAAkYM9kd2yxLsjEpU8L2Oq7ieu1oVEYbKdLzPYehiqNutx3DWa7Ev8Cq/TQiydvWcWsKeG7l8lj6LlifqIti/dzxXxucvwuHu56vTGVpaU4wJFy+4MqpRjiuRIzSXOy63HthIL4NYannej2rpmMk3BxWQHoZnGZMG2xnnwAAwno5upIzXIyG1MYRIiDhN3iWPOa/TIx7V/SM5WK2ShfgVM//ljTnEVOSaSzpmq5QxPvC5MxTjucRYeI1PuGnEr9NDMULwPH1V5lJEwSdzNwTDBt5To5PnzjzGNnnUuFKlQga7juvry8vsxjyoemxungz+O1Vxv1BJ1b0khOEShCW6kgOuR9n/hbmGwZyAIW/QjDm4dggzYRoZAusWixqBhLi6iXXNhWTs29Ra6zcjAFYrO3esiWBn99nh97kapQF7H+wgrRsFKaT4bPgl2fzqmy5nX60wfChcBYZnMgYgQaU1vb1n+NkrmH3Q0f/JBcXdXrbYOFjY5tiBt7WO5NHNay5jN7znlt9o3rIbq6Wtg7dM5d4ZB1C67FuhA5QCSGeBciA/DMrqfjx6Ti6Ha1SlOHJl6FnDt3kX9UrtY55iNseWKZgqUMiwxdim3OVr55Z+WgFafJC8BwDI9R47hnw+YUB+N2Xl28NZxKnK9Z6VREcLT1RTuuowNXOOCwFiiKCSUUgB122HV2dOGQ5bS2763bPbgBAGAITxNxZ4wNq7OilojTNE20Lu9VYHechtwBZUxV6Xzu6qntqWWEYrG/3kQNwUyY/sZ0tkQAzN/UlPLzBUicWDPu5xxYj46TSq9aZ9FVN+UnuQyrsBTtLheuwPTNyaupuF2cStpNwb+Mm/0HEk4KJ6CEKNvTLLM3OJtEVNy+WJkXRefS1JUeHX+ZSJH+KGG+9SjJ7rBxINk1un5Ut/szhyK6Wm101c9fdN0HOUwU/xhLXUB01llftQ+bVCVMyx4CcR4rg0aPSXnnoh+SmdAcisDyrcNe/q5zU++ZARQaaPsASZWaXdd8d80JHBt5O0tGAe9JMHcw/krNwGekpadCtBPWp7isruUOSY7npmgGdXio7CocPTIzMLVcuIq/5K2CcsXxK5Ler//hyVgy2/gOMK3PzC+piGi91SXikqDJtwkcERJt902RRSwHYEVt6ESnyRB0YGERonPYg0xcEJgJ05T6MoFit3zmShBZC8sr6lpT4M4zYDRPrw8E48uiNm3atGnTlmBikSJrhAeqJGbWPkhIIVgJBiKMz4DxGrZ+92fCsKEt7KyVujOAP/MMKnRMxKjd0Cpk9YlDCE7MDUSSS/+v0pXpKw7OwvRTT/rC82EXC6dpuTNfEgC7dipp6i4kiP00kLpOCh8f2CTyELhL7uvJUuh8Hs3rX9bkBmNyf8CKJASV7zVezRfBVdzS1rJnf3LcJnCXAW5bx3J2E96KsIM/qGKJVlWoURueIwdHmckqpjvyQHiFk8V5KOucVrAf/GJqGLMUm0tlnizjOkQoNK7Ud6x7wzV0mYs/DcB8Mt8GuaaV6rshM9Mx0PsxDcFxTn0fwxpF0woKOOXW9KZDEy1oNQo41TbVJmCgJTfdzX02fx5x2fmnwluxmdn556xb/2+ae4frvvt4l1yGVEvfdVz2XmI+WX+OKPGw/XWYXz2YKfn0k1szT24pnxL8Jf5/XHTXuoPu0yjB0b42mEkPgKavO3TsukN8XfzAvQ/S05yHukzrku/yHsSNwftGzIfDinn2Z9Dn8LeyiR2uIYJK8cbXt9ZbQ3ZUVKtUMYu43Z67qGJOoWxo0Gb0CrZrHXTyMtfyV4K0+nIiSrCckTkncrwokEpYXXBOdee9quUygfIdS7c6WzKocxGo5MohWrhS39zMYZNPgcK/Tg4KJntnjNw8XJPu30C47C7Qc+shxWj6LyFZCLEbdR+P0/LViuxFi5XwU4xO8VWnqE7xgaYLAK9w19XTSUfk0nY2iT+jVh+u7Gv94opgO/fTH3qNrvYpHtw66EWMLneTq/XWireaNkPqmiGzFJ4TLAMCm5fNl/cCs7PieOG+iFN3twlupaP+8q9AoiQ837Q8QymShwqn9+HRrt5twWyJaDD8kt3J8JZeslBVMTq71hupHGBuYda4wYAppqEgiD5Xasw3evHPW/nPbbzv1JMTTFBVjXK3Hf7OwD7MRdNbd/jXF5eaTsEaeU7zpjCNzfWbEAsgdH3ngiRlgCX7BMzA7/T9KVkP9IK7orqz7Zhvdm9GIIdq7I8nYtjKsPzkDKM1NGV1H2BH9MuY9kPPGaf2spZH6XYqXXiox6MMGY8/gpDR7Ag+GWehOqG6UqlLyS0pTLZYLstwBdPJZRsrl7ZkdFLIJaLDCWl/1GhyNZtNqO2OJyFlvgiTMl+Eybw/oOSYwBf1TAIoCPCfcu3AGYNA2KBuxZF86MOwgYruC+DMZrXuLiNb3wM++p1L6vadaMnChyv636Chwpc1ycXSSIUsnsjSOw95TZf2gQkGglZglS4HDm8eeKReGHShao8TRv7SYCosrAz18stSE9CIcJK46HYifULVJvNrpyCtG5A/Qy+IVOhevjlk7piQtVO5LWyvoVrjrZ/xOL8uPTYdoh3HbzMXPphyhwyAuLjqUKaXv+NxqVGFvm0AneJmJfk3wX3I9rToiXKPl7f4199ouTCItf+5dZFBDkmkf5CMuA82ygbl62l1Y6aYonpPx2bbNkb/gHwrSAaXkiEnPtijZsh2fLa546s/u8RnHpSzYwA5UkrAmfouRJegevlPtOTEc4wmuwLd+eAcaJyUYBZMX7mYSzjdBD1ecquigJpUWjQDUFwXwfh1AitBBErERAJoizsIgUAgEAi4gWCReJgszyld4MQUJATs/CIePgEAAAAA4DxwJ1fp4Qzbm28FCdlgnF9dEVUziwR+phD+IFpjhd1mBHwUQ/QQDq/mgAieQ+RUmR2YGIbWDhYdA5nAX9tNfe1fWzUsI4jXMGajcDPMXL0ZWDVSM6rY9jeUkZnIXFoqaYu5cwXeT0khI+ZtILXmMaEjR4qEkExp/lv6mtCYlUs0jHlHnRKOQ3++XaVwmyml+WKnFsWyZuJqTcX1msBNVYIzevoFvfSdDUtFh0NAYcO8aHLO42uB4ZqqorHUoELgq5KfMkkL8Jr6ZD5VwSMh5lSVE+YcrXjyz9oZxMOpnHrMEtJrW6wtbA37afWxXYJB+alNdoLhy8gAgdnsw1N1qUsJrl+DMFSKdjpfJBAmHlZGOxiLO47UBajOsKRygPvLPeSZUMbQ3nofQt8P45rCdCw5wGsVwwE4lCCn99OzAPqivUfxDNRzdta6u5tCFFMfE41RSizbA25C59zm7UH83IFOKJZYg5NvymoF4ppfeplu3OgoMDFfHoPa6d/GMoWvKYUpZVWyA08yazMz4BLnHEXtf4YTkyuUWY26Is4uYSbMzMcBtQCMTxED2tFwHxP+cfU3Z2nWo+6RyJu25PXFG+tQ47INY56qUptjxisrLMpsb91bAsNrfqfOUg6IHTe0QN7T4Ap9lHFrA345IP0Z0RWD8XjaTz+pGwzbhE1qAO1Z1wcG+ywoWJrdcZhy4PQ5QX0Yz28mx1dzhmJMAbT3UGnmptGiEfnoZbSKi0jSCdXq7hmOGlINu5CFtRQkdJbkQMF1cP0SKhRee5mpa/VeRvoghaBV0lpqFh+Hbn2aEBzvMJMNCsVonZIiTEpmo5nPeAFyACqAngaGUQBPv0ELGivr1oQsrF/AaDVXUPZnTlXcpPk0/Df9NAy9WrXoLss+V1SvQ0yYoyKmE7KBHo8BnBcpBM9hYATgSseoGakK70iCKyzWtykCFBKr0U4U9FR8oSkks7ZadxfxDJtuEQtaQjrVWSLIMpmJHiQHvqV6N4Hu6EvxERl0m4K4M3atyRrd+j4GOeH8E9xaUhfJO03uZyfh8WCh5SkGYH3AOwPtwkRugUMiJU42AC3d3N0blkX0tHPY/VO/GyqGBZ0U9EFCJZmeBZj+DDRIUvx+a41WkBfgllutH+NDWihOME3dUlFq/Yx78f4G4gNOwvlxieFbZUTSzwIxHjTmsETGaoWb+hr+q303Hi+KPdapVxwzv0Rku1Kg2Qm5shfoj3fJl/W/+wvQXi84FWokJHgCSxxaMClptLqj0epVAfKMXJFeDmUhB/9YdYDek2+byADUseTKhren2MbExVswpCXPvBiwfEn/wIx2lrZA12yqR+dZCtijUPJRYujzlwPSN92yrNpbPQB/5oBho19FLakR55VD3BFMdviuH2J8zhXmfJVZAV8IOLKBoGg8OtDIAIIgCIIgyDdam424RZUyKhICSs/A4hZZqJ0/w7z9SesTUjvhr5T7G5KGuDJxVyYqZkj3cmGbqqoLf0tk/Jnsh8mykzinyPewHyku1GbUDrMzWYPLvlV0U32AyQoKRucipq07ZSFZqGdkPW2+qWqUahlbVGa0+ENs3mlfm26kzbsiN9T8S2/ATSiNTkhZoZMD36ThLTpGHk3gY9+BGRaARf6As642ifo+6dwhn2YW+bDdmIDq9RFZHIKZ8dv8wll7e/DI9xtvgMoXBIMKq+kwpbcnFlUt+X1Ao/G3cSAQyB7kMF5svIuz3RB+lZi/EnMeSG+sh+2hOncSXRYGu/VZtqSXBVRVoKpOINgVI/stWwAqFOmTUpBh/f1Z3jP1emU37SjEbfGe8Yk5na3Gu4TZDexlnPyE1PyZ2WIdn7a/j+fIyXzpHx/yARfbGoewNXBGadpRQcrNZ1+oqWerZJI8fQZlr22aqM5/5rMyIIcctvkBUoMBOLQzCNouJo67zKD0ewvj9hGlNcPthP97A7T8BnmcdRPs7X+cIn3pKqo9vz4Ustq9R2lJJ+Gm6YL4z6xYZOv1TBoqEUyp1GcVzyspRK76EbZuuM9fJF5+zGU0aofaGZvpeY6kq88qyjpteEy56UTh1a4U5rRcuVhkhT+vi3TYjpokxwGPb3faqkZgez86xdBiLWqWyswl5UK73UJ5YV4TniZkTE2cbTpZiffe8oFXDHhAbQrshIflNjdlYnuYTqeTi05JmhV5A/hY6CXhhaSUeCi5PPC3FuBC3SrjQYjw4L9STLZTDCXu8BWACuRPA36xf1+PTS0KAYpBc6mmdDo+ml3VuBBu//zp87B/HTOgcLw62l+3RfFhO+lCkxazEgdDfQLpySeofu0ToHlu2YlmFCtAG2bcAFhXh0Ii6ReFLL4lnfPhZg2uHXQ61o5Sv+A+Jc0gRxgG7au1DNJvuClRiYVuNOq99wUoCh2vA4NY5P3zS4Aso1C3xQ0KY09WttO8nLA7ZeLX775u0drfuiU3kvSBFjaK34zV7Sce+fPvpKTcJqG8oRV5X7qtz6AmIZsGl2YP7DDrgUSJkkWMu9Z4oAfubCaaxuG6n4xLjc71BO0X1wT84ea7TktkIwaR4dALn1SomsFJ8uAu7NsV7wQ9N3hHV2DvuQ5FuoMhGfccuLsEjzOZEOLMVOXCn9nWnWRe3cJbBPhzu06pZI/lvX1j9vqOBTRXGviwIGutKQpsceZZuQnUgVRBwfg+9sMBlbnhgZ0iFl0uhNtFRDJfg8/OB8AucIt0OJLFauuoicjMoHHloHZT8yRnT5zFj7iyVsRy2NnRwRwGmztwt6OSwkhKLRWKub4GOZzfP8CJ1b2LRAql5OLNF2XCOZLlTMZO8r2utSdy50XBzATJ/r6mrswH31nl4AnOZLyzhFadzQi85auopi+T1Rdv/d2QblkTDva8/Yn3CLmzowuMfy+yL9S51NFIsjzaGLyeZzfM3/Z6CPIWi25OwBatBLwtJh3ZuxyjwztQl92s19rANMDYz3KxVWiz1vy1lfnR/mxrWGdrdUBYbHPUKW+rDZcWS5WwpBMXokyXrEaJwy0FX1AwpdaUqmu2x+GgvF+LkAFK4c9oPrX4tHi7Gx+8VboNeYoqJO9KrdBKm2klZJFcZOsvRehGTBr+1puzmkyMVZaWjzYXYwRWa4ChSS/n/qZfq38JGhws0aerW/OWj3x3ww8MhSjKSsFbga9BclZe/JWLoIfJ8tWnMMqueEecg5s6MWxpoU3i4E1stx5Ko56M1M+qcp3P+D+UUb0eVknBkqfHBrlcNufF5o+f1fnyrDn5F1DKPHsvPeQapZFOcS0QeXbD/XndX9QMX3yP9V/UdMXTJXgHGmAcXdgvfX5WyO97EvfIjgDq7BDyLtx7nZM0MBlonfy+0EunoWQ4ppb6ae5hAb0ouLF78CuV8qirvsjkg8R6mHq7/HMb3DMoaWCg9Q3pR8oEtN/soSFI42o5EVeSl56ti3tYzYn1jL1vK2nQ/Q5tPU8WfHuzqaYqtDw/im9x2XYs3dcxIeIX88cL2pKh5jUFCN2eOinO8G3KzIxalqMYdQ8x93iYXyDN9xqxPzwvjM02qG3iul9x9b5LH5bheez9e0DDDQMVxOd4MLxFKTjywl0KVwzVpZrC5+Fm2IiPFBTyvcHDqAYbjsKOF6z4SJocWydD3Q/BaT0YOy0eFWuWTRlpE8jd26optvLd+VIisjQParZsZkb90OYWmE44av4sKXN7K38eg94Oy5LiNhu7b3MwqgmGR+40egpfZZinCX8tmUz0zqlQSbN6ZK4hSTbJhVBXWcpG/uQA6rDZO3YEyqIckVOfeAAPz9crAobi1Qy1EYWqgjnwDboJEfktyVizckqh7Tsh5VcojIzcH4m90+TJlkA6ZW+fRaMl6kb4QPs0MQeNxMGtmkKetVKH+S13eysbQ25k2sQww/e1laq7+sCmT5k5Riz5LxrJPrLLNAWZqnOkZSdpLAK5LIhRL1yZ+w5zOyyHvrIO0IH5KYXBRxnlfYtIBPTmyzp6t4I+qLgEyp4Qm3gWA/oaprbhHQc4Fr9i7ScGZbTkXIZwdlUZlcGPPG+fwKQHpJ7GQ2pVkMwwk6dgZ1yyMXzCY3Hi3db+AijRDvLsk3MZRb454IykeDuTjgZJPAq7X4jSHhKo4pSd60oH3Zl2gpb1h/2ZWcPmHN0HE05K7oDZNXHnY/6sd6QzohRe9TEPFtXiMu4G5cJCikHwbE3y+4Qa7N0ChShBmPQ5jTpNruX+SHEmdGqS6ToXajNk4s+sfu1WAzq0Cwanc6f2IeZMSlW1D/wb9leb0oHZMhiLuhjil4Yu0N4IN5nsmS7tv2AwlpAx34lNbMDLJjCpA8TscqAwpnPDjJS2rTC0g3ifQGY/6xQZc++jHgrtuoOK7QIsFqKCNm09vgFPMqQu9FlHFblXPqaqKYusCiyqwQzsAAejSi6uIRlwz/4SP4GxqzdgUiCbYUFw4qCRiWkQ0VKlQ/KNIw/EVk2HakruZsX9g9+6B6g9901/jCK+Ap2+6P0AqqxNSO2+ECpYDJUb8X0+jQbLMbkMBSEhc+FWvMreSbJv7j6sylBsNG8R/NaOp3GD6dDllOxixwyvkeix2YHhzOvskpmtocrto5yQ9H5Dfau4/WjQvvZSTB09gbs4UOTHpPu/4vZ1J8yw1tB376N18+37ZtkYltr63ZfZJFvzFUU2waavZdPYBEafN4F2+M00JQXdjQtJx3hLaFBdIpjXEakt+rFtj9z2Sp8KxQlKC9ZnaeeXZ13uGro0f4NnB86TJ8UT93H/jlqXs6XSF++j8lRwt7RPYUrtvH/SfG4GP73VyY9vRQxdPyDW16r4Tj/hu9eehOxh9aEpBy42MzWV10OdsNISjUUbzIWmCXV/UDyeRWtCPU3lk2BEiqEbexNZPlCCDPtQ/4oO8jYETTogAgYAArCQv2kUOAiEhVAYqAmBhmBgAiWwAaxcepz2/MXSiKmYPoT1lmqogXNsoLhNWE7ByxosYRwMjzsxTm8T8W2aHW/2a73XNsLnw49teJ4RM/+O7+eT8G42/caJWlw9b+I1FjHZeiHEdLVCAOE8mGllMTuteNZpw3i/1EPaWZw82kf6XbZD3SuPe794LMvOEtkmSSJK8pgE4UsdupkpS2voIveINu501z56R1rl6mzn/lZnsr9c2bbVwtSdMl2pTuh5Cu2wymntKCymlyEUDec5+LOYD60HOPohHZmfrsSUcz9EUC69oPtG5zSN39ManoXvvdzwpnesn47mT9VsOtkKxjMvKupN4SRqsVF38MWO0MVVWbfBnvlvAewXVldVipuU067vliHRaPIKncqUVH/UMOgMNtg1/RXPVRydpEftVY6aIX08q0Qu9SJ3WatmfhixBFuZXkkQ/3JsWaWstWqGhnKf4Pn83mijZr+OmxFN/Npm9hjaY1tWhYlqQrzJirHxeOeS698zhsneYpWoU7bsOKCnLmT1IATEu7GT/fSTUj3sSzmpKhKPn2TWvoNn7iihUlBEnxj+I5NNNkK7QKqLdLodFzq/hSaFSMVJmSiODUDfWdgBdSV3dR/7ASpThkN4P1PYMcP9xCEc1npT74LnnUYgsZpBilx2WBBi86UMRPWswZfbRZ0bMnxYg3ppcuPDb1eaZsqXy0TyBlEaYzQ8NCXAZDUyyzA2CBJLb4mS3AtRDBoHIv0I5B1B4vRr0ub2wR3EFo/OcjHmw37gH7kiwwaK6zyFE3Boa5bhcAjkI8TBvBldCsIWkVhyv3LVJWkXTPAYsvlKRHdbCrKXTl0pe0OxD4j2FhksEOp/ak50Fv+5U0RVi/W1uDVbmQf7tTqGBh0zaAWtqkqIVnHJE1zHwPP92Xru6q5gC+QWdodXGEaP4rt1QRnM4Kslekpic02u4yts12D1YUt88lawDlpdA9ygEc+OB7zXpmUZFDwzLwJUga7a5Y0YnTv2Ibg4gAujj78SCdpb5tyd5vsb9FCKQ5b3auQDD1XGvdewag1mK1ekW8HqnLMDv1o7qbt8b6/TTj48cDZ2TIklhtAX8RLU1aAe1KUiizZ/vnPRgHIRp0sMA6r4PcFztcM2BN6bU/cPiKjJuFmryi26sNjUVpMXbXCN80PsdzmpyQg92r6y5OSng/gR5fqiZMS0fS7+ddWRz6JZEu5TKrYKsrabec80D43YDu2YnHflvubJ+S9qPclKdZAKNQUbVMbMuiboWEWNMZpK6PZ9Ms5UpvGXT9APXrpu/2aSAkB4acVsiaBaLFdRlmgYWabc6xp3FWAnFNUdyZiqrNUztAO5/HMUv3ypO/xrRYisgXYsZWm9Kl2b2FsyHKkHvZHVUY1BIC6oev74bPAfnVuqaYWeC+wMsh5MHectzYse9GcHrFRSm4xk8Hj/JvQXqG4BftCNQuxTbDIOJdewFtXLRRdZ9r5KeRuInJbbD/F0OH5Cc0uXHd//K/HjvsFx9QQWyWVVM4lv5fKLg5v/seG/pcgKlx6w/7a34cb/xS+FY6/WGdm+NmUoey+xbX/+Aeu2Iv+nM2g5/g/33b/HgPPpR4olhX5VoaoHpLFhrynbLTbAq8t0DtgxBlXOvQ9xZ5+0qM5JZrgwKDGWfgmqsG31xkpjJlexm/IcLJyeTJKPHeanBRJXruymlSGib+t101gr5eOqbGGtkpT58NdkwjUOcy/dhR3zsTP7Nc34Xsbg9WMfHywIDuFIvcyoQkF1WQK9lPwSLSmuub8Yr7AQ9sWfUVzsy3DXf5ZU/QV45nedN/KuXHJ1z9PM8xDaGcPbKv/u30bZLw+96Ho3DP5+17Vefz3WxSGsu6OiZ3ThuebvXCjeu8VRqqsb+b+PiI7yZac6WKC3VW6kess/0xvp/gaY18h+lu5O/r7Kz/R9tYPQvsBK0w7teN3aiVjvayqmmX8OEgDVK0wrnkijTZz9x7iQlgLVJzaabwGtrEnYGfb0f2ZfT3Oa6wlGQZot2sPMorFZnTbKz2pS7XhpQqGGQTJRgPd3XHlExBUDhEf4r6kMJye5tMQMpw+JEh7Uk3sXsaeKCwKOnNPP7e1o/V9Txdb65f+t4Fu0ejszy1tduChKNIG5vTCcBa4kRf2Hy+WsYftWirbv0HAQ//vIdO0joSZWqDZwrxpTx47rNrHwGG7/vPxHkzRMHDxqUiS8FMvMrE8Trn2vU/1ZBWWilZdaao0GoNazVIsQaRJtPPAF3o1OBn0NsT4q31Aeyn7NGO/K1Af43GmFPyGYMbiu3Z9Udz8dqFZ72BptlWTXicpGlL5u8KAgmnuHkxxTM+WxpQdpE7iYlJYqkw4uZWJ+vgpua+fHaFcfY3v/kn+MY/8cWghJqsLSZJlYtLkmud/Alv+Zf4+f+dfoIZWS6dycNEWmBDdry48oQWRZfUSwrYSTQ47t63vKs8ljWhKDFjf9e0yInbigknT4779iztI4Z2RQUOOiDm4FBMXJBhJzQckEvz9xCvsr/PM4kRnkPvknRkH2aVmFboQ/PglhPPVwOvany44NGi2BKrspmXqDmmzj0pUvxtQPcXW1xpBjGUlSZ4AqF/jVgocTwQ34uZnJm3Ry5hozaXpjqy5dJcQc8+WGGxWfouOgNTIutYvcULyqRji9nFtKK3R7bR+38GvBar2fSJmzLmtssMekaLhP8rmmg75HY0e7TtTaLMBaJsJEG+cypFpQzmFIHJZp1lGh5kI0V/BCLZdMge2sL+5IL1xaJNF/R0C2PS0EvdHR2Sws5OxfURyziBCKdjZ4dLXEZAcchMEYxHtFY+P8m118YNjt5E0JpaquEplwDLLg5OhAITj22lLMTDQs6MHCSLi7gWMxS7q0cuom68LOprlUUps8gmXHUgHxwAXJV6jilNAJzeMGk+cQt8pYk8KDAf3slJJa2MgpJ55LonnluRxhFNDf7L3tSlcVS8cpRRvoI56hUhoF88uRujgeU7+WBpAy5Rpko9bqIXN67dZTRzudZQoNOt/pu8x5G9kVQwc+EqjNn1MTX7uoxUOWrCprtNxKQmu3YvwOKwrXJ6vkk1VS2gljzFXmicYim9n8LoT0OWOYLCDbKrKcVENfaB26mGECjTimINdsqsiu9d7bfOD4ihOdVnrFe+g19pnGYlEQCkanoe2qYtVulvQ3cDq8P1GKQi1eblDW+yrflCJDMexWJJOl0zQBAFnFuM9hs/L7cVIpQKPcVAxD2NgcQpXmSDpw4LpR9UkZDCDD4CvlhW05UVxowWcynivbI7gUt6t6ajG7eUh1TW4OcG/J3b1nQvteHwwGJlzwEb8cLuGITcGSz5boEl5iGIFYudxC2Oi8DvQJTzeUQ7L1r0MsB7TeHGGztaut1xg+1LzFiJJBWbLqqRNuN5HW+8WSjvcaNBvvLHG52Oo6LHdklatDbdA7OmnHm6O7XpbPOhLm7JgzXF94qjjW9wnO7Ug9sS3QH3eE5UEPgYBn/PSTg54ch3e/ycGLsVDauyyaVVQhoKu6eUwvYKsRljmL7TfbzrBAAVMKKIed9DUSvqZ//ZpvRlxCtzbkccW0leMWOWqeYzZzWIqMLbHrw17ke56P1PHE6FrAo4c0k4bP6467sAH92GMX8boihkQMDVBID90Ps3JKMCOt4GdH3sp4rhxbN5zN+YtCd1LBH0AhSPVB92UDppRF7XL7GtClOalyBA0+uWlmKQK3sTNwG5GBG69Mu9bJWUKYWRyZv13UvJ8uAJ8AF6cdipeYWeQZglZs2vy0mv1tQVIIPQs1CzgzJscJ9Qjnz9mdq6TEyCLKMDTi0h1dA85tLaRM4osBqp/h8ExyyL2Z58ROo0xRo0jRopUiR56iTGYquTDTMNLA07OC217YSnwtbnmBmtYicq9K1ZlClQLYDUrBJkcaahpyej2Ugt1Y//GLtbSvIdg1ALvWwG5kAnZ9JxIlBJkMsXO19UzqqIdreS+S2h+sZL8aeLL/wM54gkjyax6TM08neMvGE5e3BoKOw0z2Zk48a2127uDzM0a1U2a2HYup+rts67bF7CUs2dAkzVGViKET9DpBj8kGeJnIxEteb7625m9/GNdRoj3VwU2mQOQK06CaRAms5YT0DfdNpLgy1y5NaSMjS6XlLC+O6o6tb9N5UOzcDta7ulEE06YW1yO0MdiXThN0q1iAVrEArGJBs4oFaVQdbENqySQTdZ6uw3Shx5lLlGvqMJpvXNZbXVqrOgij6mCZoX8wWnGCtUHWsn4RdULNRTadM81BvjKyWFQqmlE1oemBrBEFetYCy1rWL7LW4+GF7fvauF587qaZkxSXPt9c0WPbwdZIN8SaFtma8hGjAVi0FfKHiYwWJG1FESsmY9eCoAkbjLYBlVTSF0F7iagfSP3RDpQqGiQqGmxUNAhUJFioiKSSImkbsenF7sWDvLi9m+UA+zq/acFYv5FjrPjSjP7EaJS+Y0Slrxhh6RtGvSw43aoUYkuT1z5k6CkaQdkntC095DadUkUDQkWDgYoGiIoGHfPcTxeVtF2X9MXQBOB1JSQWGQUZUDs2Pf0ErbjRGMIgoZPrUJII+GYdCmhCSMTED7CEBFx6oGvECT0zFZJI8rUhaAJI1EiUxfouQiBBFqe010X33Ri54F8sXSnppoWCspZ3UbgxMlWjFdW9LKXrsL4lN9gEpi2LFGKGlybwDUZNFwNo8BmirHyB6a4KNYKuEOqq1oRQh1lFUfUQyijAqe0WDxhopaoAQVVBh6F/AM3YULhwhl6FWl0HV73UaBSac+zOQSvFx8LSoclPLZEPj5opsqA3oAI9aRUaUhVi9TjAKThXnWtVzQaIlrJ8nq5l+TynVmWgWpWB6bKEMMswyk+OlwktIysjLtelDLUMuDwb7GCx9sbzbNursk6sIoqiYASmVBVC3CLQtHCL8TCK0ItPjhYJLiIpIirWRxFycc1U5EbDS8G/f99/aLGPv+P4u38qajL5kXGiGh6lklESpdKiNNRFaVEa6lWVKnWqi3oqFUqS7i32xhNe83TwDYFfbrMQsEV/wjD/OqS5qm3Q7W4elb2/GME8HRd3iZJdseVQxJN1+YhwoaK+KuuDRjWFFmrFfNSRMh90xebYUNLH0shKcdhnpq7xh44G80k3xPaGfLgRqiPBpV74rIrZ1JWyuMyrh20eMkMd3Az04t1R81lt/bDD6vNRSJRbB7oHIUXVmP6yXfOgr4pqOr2s+KtIYqt/kr+7597Xk/9RTzuyYGYqmh8YiaFQaDlWPNM2X/s4cAdKPswwz4S9YCQ/ZPSZ0k2FfkwJ0eVBARGSI+WzHGCvqZkPoOK4Gqm6gniqb6/er5Zud3T+qs/swerSmqPsrwtO2H7BWTqWtAJV16Z/Uyrtbsk8GPQnJp28ioE45Emn6RDO/Nu4ubU69GsZwvy1AgCL02KtljjRwjOEkYZUqp6resEc9zPnNfsFBa64bE6ltZblzxkncND6/5wTgs5XF3fAFfwFbDsuXJp/cF33geuTiN/eQgG08Vb3HORZuRpWybugfX/9l6VmsaiPfVC5NgpyhvMYtN7s/AgKNX/ZbIuBzzG5DLAns7y7XhRSsHwEc1D1B9lTGqCUaZTtn+Yfrdv/gLA3v7EbSm+vyk7HJuOnl8btBj++TOxuuJrOOMYLQoNKP1/lhMY/OzzEC1Z1Mb/WNcNab3u7F3SbeRWeLVgTCxO6Z3Zt5D+ueqA6f0YtyXWI5X7JJUzcPuuff26ivA7pRHsrjab0yqAlJXgZW0v86mJ4jjkpsfxL//+39Bc09L4oVVQkQolq5axAFHQox3iVlF1MmkBVyGxDZHMoCqgKQkkAbpRAVAQqcrsOCKpKReDFYaVrABwQMgSFuOJT2MFZ7NBBzXiFOrAx+5pab//dUvKQD8Roar/MbQLYoi0ITUrY0+Jk5P3T2LqzflX7oY/NIggYBO+bIATm0tJbiqBeNKZyQ3OiRS9pWEcr+47PUCe8ISw6IwT13Yg0HlPQHpwMmwqCPVt9OQlBrxQ7/glWQYoA4uh3JZQZRuIEbpUu1eJeukYG24cmjbYzeQxMxoVxC6JD4wwhZH/9xYWNeVw7sTlIDtLGffyhgrwaBAfGlY6UpItKq45tabusBcV+3JWScaGZMpBuGl0v+vjXpCwhHDBP2V7Zx+u4xLcYMgcS7RoxNeAmTeLuAc9ZxpQEHRAu1Hr+pGxr6w5CNdWivcHEpKlTmRaRH0hJBiqaBSkSY0wwQX3sXB8STE8QqojPMb9vMFEbFRIbDH81eao9eiuREG+4WmpiQSIg4RBPCEOv2ZVeJCYGjlNHpeFMURRYAsRHcN2jKHCE4spKpVhjvboaIzEwQZhAjDuGhG8KgXD0LrHtlC2kBzeRCaS401WRiUYJoETi8UZaEMFvPgFRoF1Mnj4AK+LyRuu+HeETC94cbURJuXWgYF3LxBlRCBLUNjUUUr8EkTWgYDNnGo7pLvJqo88Oy+8b1kX9r5rah5j9KGzpAbY3xHkMK98D23C5ZfV7Zwebf+08MWFdeygWm7LphDrZdKCGGd4KF+9xrkRiWUymsZbJpq7AbmWB3qWJf4AHXzj72pp/Yt096X+8PhmxeMAec4aziBwO4XC+CzKe5ovXrz3xK+7eQ28rqgwjLNw6EFi7u0RcuM1HM4LtTGKplCRDTo9DAYG7WgvIZXxzphSB9E9ydvF663Ul5fHobOX2lQNmzu2gcWnpbj8Mxb6Qnib4uoObeN8/vuTPXx/+nwKyf1O85cpxLpr+nZ4m/+Ftr8jFso3Lr2+ek/XWYdvmc5W59XQOed/Lwo+7/UtMWFrA+JBpZ54n/atP5W3cMoDcAzXOWN/xScwSr4gjrj9K7BHMCL14HlsEGpJiLTgiCaSAAy3kMoo5ncMDmj76+Ks6PM2tk1v4qpGD/GXvdl3TXqd02PJ72m1P8NMp5aV/AOmba93/SKP0G1qZGXPCqwsMal6OxOcztrvL4Pd6lch15/L9hlOVL+XIMtkcb/+VIZ1dpcQz05xd8Ba/yy/vZA9qDAVvoBEXLrJ95BQSz46Ra4HPb537unCxElNIlljbR2SlawJ3jutMqScRvdrtU6U9gGoB3A4xAeQGpl7lMKBRuvCXYNTHq+cW6N3FbQWwQliOYeS3O9rjwz3JcYfZD7A4JlgT5lIcfXaQaA1tA0szzFrd9+62m9ZIx5pQoEaq2R/ePbyFTb/rkeK6n+VO/2s8sEb+FS1/PgsGNaJBC8eUSxqA/t3jX19Eos8GDlwbMHDZxg3gPlw/9FH2ZDeTaXZJYUcNNYpGC1cbbazs+l+0deOlGy/SssPuTKkr67EM9Jh7Jl049nKXGL1BjfYk6oAa1QT2R3tjf71j13XDy7I6AT1pXbqeg85LIhEjzsoP1++vTs0Giah4VSIaZx0tVcJViXlUGE3RQB8YibisMAGeBwmqeNTVqCV6JbASUHGrENs1Qzvl7jHWox6/HU9TDZyxOuEQOw09WTbaBxJgX7T6P+/CqeAtj0SFMmTwghZk8EnkcTx2TPvaabxKdHrcd4B7jGPnwktx2yUkKcvPKYyR/C82/rmFFg2eXVLmkWNhnENc4PIhh6up2JPasrJSpAbKs1cHyecigbTrUmtFp4it2uL56SRP9lbzTxa6F6ffca734kPnC72+XpE/P8KF9bX+7ovADzz61XrwZ+NXn9b+9Oj31P5ZF60vi1OFBbmKHccrf7NYC+EQrwPpdA39begdgvU8nYiGXMDqLfyWy8fBmQNZYuHIZKpP81dfFM8T+Nnjk1jPup1Pok5iOTGfa+YJOwbizAnnpNKEByic2cjBU3JminGCErWD/Dk4IglhUqZhGh19/YOuvLdH1ofS2Ifps4sEe62w9NPH8mUIRf3Kp0m+vhrak9NNe3W893puP8frf3wLxhRJ/4X/b77qrjXfYKjNLg7SvllaPf5dZ80zasmnwXiw57/cj5WDg3fJOkfwHgiIw9Pd4AaP7xarl8Zc556dV/ibLBUY69c+YZN7N04UeTtFVxeBwou00/p8Ks5ZkGyxcZwmbirMuFpAwshZzsvu8N+4exj5qxN5pFir41VuWezFdr6kCUy/acJEXGNu61drNSSILLzDj7pwjJAsEjbnaHzIo5lSEkfViiYMtH23jG2B8OrI71G5VoYU47dS3oycbX4oDecoDXup9noaJpiGCGt2pOEdioQIp/jWkRQiIcIpM4jgW98ZtAAEXxbAPRB7oSS2r6cHmYsaq1jdmvk453xnVoqMnvrDWAX3nCeiDgCvaRVpdZWZulIAEz24d9JZ6ovee9t9vXaEdxhZKJrmrhVUdaDbe+X9RLejY9Q/GbCYUBwOUOKm1goz4WNKzF/gDLbsW1pa8gRyZmFgRhrnSHNjcPV9tBK9l2BhQ2rskIsqzSsVqrTfTg6dBOQQ9cq7OzS4QuBbASfbs741ojExm+lINvwZF/owlC6MvsbZhquxluKh5aVeslJ2I1paByBz+dsut/JxMmMnGmB5BQUVN8dsZxKLPV5klChMQey/cUuE3y+aF4wtyjEIbYwmpXluO848u5lu3giy50TNqCe7HyuBzVsVyX1ZlMkh7Mkkd8JkqiPOBtkooxpW3B8sVq/DEL8Rfxw00laQy8wTNv5tftzDXy/b8GlDuj37fgiI3vnSmlJWQPVYcXlkHeV7WGSd5RKEVNi2hAgS6PM9zjWZH1xzoLBKL/Q+oPcih+ybWNlYGEkZHH7IBfG72If2kZ8px3DqLYgz6IdKmGYoaB4GQZkFG/Hpyqzib2lHWe0AURV+wiO9ncS+5ICVM6XhnNTQekvHR8o1mcPIG++oZjEUSs38I8U3iTDMOIanFWyDbuNKLLc8j5Z9AiecAOLnp5Z5HAH4OqBp1C8vyWftKFmzb9gjadPg5n9GPlvMN+nehGAB/NHpGS9Db43kss26yT6XAXUWesePS6hVebuN4HKcUyaFVCms31Fn4FCOGzmXg+GICrVMLeslHl3On5y9uSZsCjMzznQCpGa/ES2UVCRFoyVqIWQCnjF83+mEaq1Fc6h6xdlaMBOV5bzJVMvwfSQCG6AtC8EhZOYpDiSQE+pw/I77wQWUphaHXBqpKvwhsZHCKgs7zJObfnSEb1DL2M0XQo3+PHUaCskeix92fo6lsrCy7mIpDAuZQ5ZF64i0CjVJgCpD1zPjMfClDFzl5miilZFtNCRKyL+OFG0/JhZYp7nY2ZeYq2wTk0ii82QZ/B9H+MMhdra0qufARhV5unDM3FPJFlMFz6eKYC2BcXtKqbzQ5DmvzTcdVKAKiWJxgpN3tKIB/EukECK50E4QM4QzoqJMkDjtaOvI3iGHwZmjzpkS0+5BkzPmydIMLiln66M1EW8U99ciZUeUvVy2LqSKtZGx3kV13ce+HbzQ+jgHz81ZRzdZ2nHjdCS2RRPkOCANAakVY9FaXzT8JiOs0a2aQpYVrV7R9ho8m/zh6fOnp5GjZxbz1OhZYpG3pJObrfZE999f3tLYv0JvaWylgvfJR6WfSeca9GjY5KePYrJ7BSr67Hu5x95u/ZgnLaUq6Gr07iDJuzrY0Hvdl7qU4odZfxrV8SEdyd+oSlnhte/HQpk2AI0FTu/7zrHnvy2NXSIEbZVnrtk+R8zt+2mxS6bZZ97w4XVb93LTMEDn7twmmsSjnghVK77K0Z+tivS50T2smD10UkQUo/8WpWw7rW4iNqxEsG8aUzQTq/ZvFV7sSvkTzv7BN85L+fE1i40PcMxlI5e08zdHtxetROVRfIBm4X5tPM2neEyC9NJsE71WAuBavjDipJUahbkz7WbwZSluA/y8H648FZMA+57/ObVUbB/RqutUolQ+yNdiluXFSkOpS9WAD85b9xyRd2J0PX1400nz2+qyP3wFGArsFfzpt/Cca90vluHu4d9xK7E1O6NRMfFygVkSTHtEjJTDAr/xNtYZi/KMhyHL33ua1M1TigDZmwczS99AR82Iw/7xgpHgQnmKS6P5V8s7+sdk8Qrp1igVzcsyUCk5hwI7KAQDESIFdJOC4ks4xCvJBXMWECp+59mY5uXF0/dCp7BpoeA4W6wstRpyB9tR1fqgqgX14LHtTfSOGH632anNbTGs9pI/oOt2ix3g9K+6ANhvbSNUQsXuCTOaBwWTIp0UnIEnzYMYWoCM6flf55LdJTE8cx5+tqcMacBKkgbHULEZtx65Y7jw4BV+nyqMflhUUBqjkO1JIiQX6D5ojFfPL2rKEWjYQdWQD6hOS+Yf7c2uyC7XZfMbkmsr7zwLqd+RjoxGsVv1zvOzTB2POa+Vbxr1uXfB8l+kochNApwsvYbFfosgUcln2QdOCJX20ihpcd09YgViHu87Nrw5v54aPKPZr1Cj496UELxONLlwTjmaqQg18edLvM/uO0+QPQHRcAzfADGQI0vT2VnqiHg8yUr8EsPqiiQvpedrYLQSO0pmir+txBMLlQKaVl6DQlBBn7k8SXJDBxAAopVZCQUyI+YPZwiLRRoru5Feg2OP/E+fhz4eecIWvb547cLwlDXYdXy4hUPe54intZZDayZnRqqiMNbN7HNkSyaksaiAV4Amx5LSueqyoUsjq1HPXgqdtBjnOOUegLScsCTt2wHoDwG5EFkHEhJve0soYLD1QvROteu1vCKcVCv0fQNqhBaqXmQ+jTMgSR3OoDnSaVRaoHR44BFHzFdu4Nea8lwEd1MsKnZ1r+lC+8qcava8PhrAZ6aR2WXAGmQ1jeeOMk5rVykEoBS8lAgVeTNEsSbQMY8esnUqBL/pTO+UakisFS6VG5nN9gBuapWnC49kSTc26oZsH8JukjVUuOeryny12IwDuqGKC+2Coavw0xZUHCYRGY4BTDpgFL4yzLVfSJEFMOE1yBbmi8rVtEm4Cm0x79gqNc6zVAlZSe8uXKCfelSumULgWZxOvuzGTGBweNDcmd8qrnxsPJXffqSpW8LmRevFqvHe0KN5tmY8egVozzJINTi4/CPQzlBbjDe2/xQgvA57IVlTzsw+Ou94bYm1j4v7+YPWqLC2UdVM7e+4RrlUaSp4/m2RG5YlYNTFDrm1e1l9C7AtwDTyv9YaPgfQxmU+MNWAeYx76LUm3d8nOQKyjkTwumcOQ8/C+ZaZxnAq3+Eu3qfjnbS6JXk/MN+H5lLTzE9nZgrDVHIS7XKffMR0PgPTfm1nnso6o/lisrzhjCt7NOMYZgKDN+tjVwuzHlfQAFyuSaCqEpgLCbq7zbALYmWpjzvTpc2SqR60UDwr/KjZ+x7VfR/K+SNv1lbz+R4HgrnkfvjW1JrUY+Y8/3mHguqjjJ8Q9on0aeXu9KPNlYSK8yu6zOyMMCzKSLmnZ7NO4piy7MI/wk77rHx3oXy6/rfLoJZP5jnAbNp8Gk67hXJ/KqczFT79uOBdJI7gItNmRnJpN8tVcp0ND/5xxFBgXurbZHCTgfbccousWjKf8PQhfWs+J1FstjXcGDPqVziKBnezQuzjLFpW9z+V4MdQF4NrUoz5hYcK4okJkFjry4CfAiD9FACsgNt4m86uXda7mlifQ+/sP3UGE5jvC+3ShJFEdjhJ6oqjtLJBjm4GKgrbYVOph1zmPnJYyHFFEkLp4cvZr8cNEHlm07BNLjQ57ZYZm3pZzYy0VKN7L39ZjkyMFvO7z0snVNI7Fi+7mbBdgqW+UiRcllBVGXdMPJGhHCF2huTF7Xyd8cbtwOO24XGxftTaB59cRJ65/XdrwkT9YIeGfwka7Ari0yTIQ74OkzcfryNZ0bBifdGwasxitXI+RaSzOwuCr5evS1I9tg/vKXHTeqU9VeUJl9gm1i6ZR8krFYTcdKpSwvrdB8XFniUXLv/GwY9H0xUXQ9xf/AYZ+rwbPu8guuQLhKMaTYymLJ3Jrm2xxvLrvC6HgKwbKszvjBM/Hg70OiR2whQznMqetF7EDqjj2aVfX94ZSabrmVNmvJ6v07ceLCeoW86D3xSXn+j70LfetwxGO3HzX/+Rw0FVgOhFoXskaBq0Bl2toa3ZL0UBS8+00Br0CpONWZEzWQky59J2npmKMj3PTqvUv2LLYSQ7qjC9bFdA65UtOGTWpOd2wN3z0G9+kF5WEsWXyI6j8kcyYTJQqXJdkbOUnldilT0ysdZveIX4JZTGJnt1ihpoddR61Wq4N6ieUt6mQsP9HS8w9AWFLj5+pUqhLYY+6BPT8eemeGglHOGZ5fjncilnGeY3nWEm9zuMME64fvNQUffTA7TYo+XMjPOnu9klrCRpJRQ8ZJSj3nuqMf7Y3LI4SJKA3kilQXF+OxdO7bYdB/DcuYE3Vkh5Y4E8ZxpxZUIM7+U/gUuViNG6Yoo5qd/Fngjlg5zMfxiUnfroqF3knrlA9FATlsaZb+fsrHe4JPXqlgiTajE6IBXivbOLYQv7yDr63PyzmvB+D1iw0n+h5hcPveVKKzPwf+Rfy9TT/EjZ9I1v/QDnHdjn5L8Y8kiJf5FRDpV5oGIZLHXBmvEzbmLrrdz0JQ+x8c07//vBPw65LUV5bigzkMmWLxqpjz+8VL2DaDrPIb7hZwNEOzjvSGdTq/vDBgf5r6CP+vYYfepwRRgW7jN3QTtIZ7nWLJrTjaGY2+MTOHKSLuDb+WhRLUnJucDCMC5eUrRwo+TKrA76/KYd3Gh5gKaGs5Nvnu3CTpntnURn8dRLX9jxEpKxMinNhUCOQb/zUMdBmmlkQMjztEMVRi0aF75TM7vtImUOxNBDqvcsTdTUCVTuOK2RYxNR+qCBpDvJxdYEF1F8Z3ziQEPDB9B/8+w3PDNVtBORtEO0ypvg/KUwMgIQ94JC0xn16AKTDuWtZ+ZMgiY7xxyqUde3MctEC06s78ynI7Y77HQzWzVluWo3QJQqHy3RY5oLOzkTNeZkU9R8CWIimYwOn/MgtNqcMGqa7yEM9GSk+a2Y5+P608MgPKexi/xqCg8+KtX5GbLFvIkjuyVwvX/SILtFKPA1F54/qqSzZz/a4Hvk8OfRTFb2pzK/ieXcIU7yIx2PvaLB8Fr8NwGB2Ycgvs33T9SQazWnc3NM5T9Xl1RDIT9ypvn4v+K8Pfkj7Yydluwf2D/G8FaHXvn1RV9ber3xR8nvYx3yMT68Ibtocy4Xuy+L7Jj974L4g7q+D/b/j32wrx37YN9lzLvb/+lqy8aBi/8Envh1jOlsUTF88LpSulIoZtBvSuh/PIRoRwGqGlCPXYlvhzO3nz9MvPgMlItlI5gofcX5DyrM3kwh/oFpK3Glzy5WzDPE6cz1L787hNocRFt3GfaxOaLmTrg7tyLOyKJXHYa6rwRs2lG/IbbutOD+nqovg56BRgtGFq1i6NymcYzRekFn/DGL335MePw3b9UgTZy2O2iipRmsiBJSygFyKui5T4M8h/TgiHEVD+aLNg8qN1xvzTZQMkLefMKEcBrJtGJ3S/kuM05PrThnZvO+ftgct4Gr6nEhHcHFdqDn5D3OFv6TRfUfYzRVaT5h39VMMDv/J43Zf9+z2lpUBrN/7hKfMU7m/yGecN1lISFTNNQIFO3CTBwGP0v88B9XZ0220jgm4qDmV0Vg+qNnWQU//slNETPZ1GxwC2a1u7/6tm91XY7f/WFzOt/R0nr748ubFl2U8r7xvlriA/AVZiz8JxEmJIzItEJokPC2h92v+R5ssXB7VkiVt1HTs/cjRT+r0cj84gceeZxTFJVLc+6iYJJaeZwZFt8uYYUJ+1OPzEcyxbQkEPH7sq6Qb3vCLAmn/P4+Hufm3md4t4bZOXOiSpdzhdAvyqrb7gdGCfg+3GlzBAKCLI0KC/d+r6GBeG6EHgmeShGcSuFhLqNuuyfZD/bAgWPV+OxkCM+UmVw6J5jzHtTaiUTb1C3gvCU/5FfvCT2LMuGM3v8V0/dornCZmCqUqhCBHVLZItozAmt39lrcYQck5bHjfIlrUJWAibzOYlMnP5L3KGV7sbXzQT5Ym7cC8/upW8motibYSwWHws6O6dRn63+IGCbcPyH6rr9hX0BZyqv4dHqsir7Mt7ei9v9C2RdcGjUitIeQHRyUajr0f7AoOzv/vszQOiYn42445dPiHL+eHoagb419ZDcWzs2mYk/mRmbPe8/SxvbEJtEy37t+OYz6MkuaWxfIrMTLtwwJRl7RpHE1CRCluCsq5PaA5biLL6Uj7kveMdYsabRIZaTYnN/4HDLdsPlb82W6hIH+OzheLi0rtOvSOhLn3HAnj8z0oSxgh8LdQ2H81460/Lx3O2EMr8a+53dt4mrKdQeW4ogr5upDLoodPSdWGRzZ0zPgh/cIVn8KscKlZITeV54SjeuRazD+QsU+9jwW++yY736Qvt19KnxrpTLhSTNWZMEtgMyPbvv2sgrASnuC/trLCKju6RNMskWIXZotjkooXkNGIqJcNNY/Bx5Yitk5Y+wUlvN0OUTF3KNpVmCOVzr9/UkjQxSIJbs2TtjSvxyZkdEVs9Natxg0v+xm9yn4WVBFwvl/Jz2Wfv4HXtQsyXgMSMy1Z4vgB7DtT3hX1DOZ4ceE7XhYV5Ot0c7t29bxb7NYd3WIQ0untTbfLC1yMlEaSwnoHYSn284pjRq9umf0HrVlZnmNYRcjo1il4HhOivS3JqyDpXEdt8R8XhuUKXxrpargznHCjclMZYzPtf/Omj9Iw4K1urE8xkFB2f19C8iv7/+P+Ofub7YnWVFmGJpisI/IHk7qm3McOoGLCM3bg7R8YGUSseCXUQIm3pE5zsatPDlpRvaOKuya836z/Ut3cPj0pDueXxeqbckV5IPIjAd1xo7t5tSX1H2rbUeynwu23xrQuuwW280aI+HK1lXGcCBv1X/7QgPgioh9RsZ4MOwTWjLF/xYG9UxFjuZ9z14yoHT/x+XU+abaCTO/Pto6v51Oe9LKHG3cf0CONt7QkZTGd+YteubJoFDTUIVs9k/2MvwvWQFCO5upPPXdo+6VcCoDvjaM/KVbz5KzD+3v/oVzP/bKqaryQOA2VoyT9Nv6TwO7/S395wq4t+7nPRa7kg9d5BeSpnL77YSU39bqt6Eqy+8ZNgD/weXjbPYgJnrc1LuVEPqC0zCT6mU9KCiy7/Ras/ztD4Ji/t9j95/+QDIyQf6pbd35TvN/lihxz/fb0BoP6E063EMb9IDxbtMmMMM91oh7Mu7IsD7JzQP/iR/h6tBBneszU2quHWgYHpmZVX1yKHA5fGYu6rrSkpiW0I//DP+ZuijS3cSD5JBBXs858qXo+fWHQwJvi5fPY6sd7KJrMWiVb1B+sNKT89HB0CbiYiY6Iv6biZoTQ9vS2/qLS7D0si2rJLfDycWEV4keXAhiDeG8bpqXbrLCTRo5PtlFdWU8PoCvX3nYvv8H4XvPFDq9CFUOlnkktTqp3+V/Fads3niD9u2fsSFGAKU15ylIUx2pePWfbPYdnr2YU8awintS07gs+xjfde37bZNPhFPxMzzvJf15laBa+QFF1a4XBwBNfOEhV3Yg6L5uoDeWpI5vCzCfSDgAN+eMLnpgxGUULN+U+ztWqSppc4kgk8079Iu5jEbhFJW6chzotGQDteZL5cJGfHU8tiio7NQSAhEXeKUfw1N3I4EILcB+lDBfpWoNajiELOqlfkdpCuUKZWLYczWbXLFe0vFAYsD03jUpYVC5sPFPbv5Q+gUupDes+lsdjK8PTWwIv6ZAt3NllP7A1QxXyD4bTZ+x6++A2F6WX/Y3w5K7PQhRAFbWCAFke9LtAq8rX2I9PHRPkYVZmyy8SQPfaPOSvfyb8Oqn+wcvc5zop9VKP9wPTNf5t5DumnC64q+0uXHnp8+APHNHa0wZa3G+P8/4ou9PaFpyA55qpyIOv+Yfrhtqg2slzf140RwTivTa+VoqZbk1CDi/XBp9ncA8UVcR+oJcls2vWefvV02sz+Pl2eRueihQ2W+9/Oxnt6wMkd3FNCHjz9CmY0rTsOYpVIU8vyZosxvH8zeP99WhmBJm5+DhHel5WBRM65ICNebQ/YL5vM3da+635pe5ol//5w2qOjLFmkvaZ6zzivKqiOl/Jbfqoun9bvml98BvMDwar7re+Xs+9h6dtQ9ThepTH7GYCERpfbHXnPzNle5ckKxp9A64t86NjoeVNXnMH/8yJ/vBT/HEZtBtbW3qUn5f7/zckbrEJbdLL/UWwvjZ5wiuZ464XXEDp3RSZrZO11/POy8wNQmvNz4ktuFXG8EBMzH6+UX7g9cI7DNvRfhFeyEBhj2komLm6EdOnQUP0X++M9RIrFfrBmzgF+0E7zGs2h/37rHnywgBbx3C51tGBMwfHX8KGlf7hVN2fWxdM1d4EzS6yIkuOJWpk18bGoXLuGsQ3MunLgEGUOoDoL7ammDLifRtPl1QauG0fLy4SBA35UgmK54chWDSakpZk/rx/N3JnPPNn0R9LjKGhKU+2lHmRnUhLtad7vjlLHwcZbznNNeuEU1SJClHsXpxUh0e6egU9m+qOCUHJJ3zuixvMCRtuX7Gwakhk0q2xzbIwYPIBofmtOepACaBV70H+XI6DJsq7Mu8Ktd6yKJw/Va78yzmN99aB6FaEt8/qcyHYKGuafG1XN5ifmeiviR+eno9EWyRL5XWERvuJKuw+ODjzxdk807Usx7g/rO/mjZzwuocr9Xu4vKTmrMy8TYrC2W+GC51ZI2MXZsRN0F6ZuBhs0FCZYC1rY+07+5eEyASsTn8YmgD8WwhP6ymEck271beSuUQwyIBiyMfTX7Y/JkLuWbtcC64ZX8gCl/fumCnxl1gKyVjaMaFcqsqP+8iT17qaB1w1PszpXhgweioaN53qxGn7qga0KBxgZa85N0I4GSH4mHz3wu9Jbf+P7yCETNhIlAhOVIxiFAiEcgRC6SIBI5yRCsEEMN6uKWDTZPoIkARoyjay1iYVgpoqwAQo+TYe5sn0Aue8GxxpycEUaZqSVDbUe/V//3xg9MoXfwWu3H8otq8dJ/F3/MNWW2petJObBmklBClvEoabNGSCDbIZsZAc8Bt546RKk69xznyfx95vGvPEiYDlbFKxJcIkxA5YkZgKiLjgsFIAmXcZcgyJPlJQdnb02KhQBrA4fE87aaOnmVwhpjUMeK3n56Ey3J9aln9YgpQDsItjmuKX/lYVIHLS95MbMud7t9Va1rXD5OOCTudKrJ8P/+Ru9DtgixqgN4IyDpIF2obgXldwxOW6HfXMwQKBfMa0eDMd6H5GbTi2XjYoCVCqaYBGm7nR+XjLePHrLUBkipQHxsYiW0mVSbdS5cpcDYkPAIzPGsF7ehOe+qN+Qkrun9aQKLY5SlIrz/zSv1e4q+BF8nBB1fF/KiG2Us+8XeWnL51zhatf1LJn5cJnI0cZIz/yubjtA1+fxE+jsExp7FHR9pxnNjXnaLliI6Cma16vF9wey7DhOuJ2DcBHtAf+w18cG/Tv/jpIzAbt8m1gDCI980ox13/iT2CHK863eNHzIHogkg592d4w6smnuPohk4b+kzcXt2KkBroPo+H4uVeuohEiyWCALPTZbj1dfwbAPf9R5OHWiNLd2QiJ402Iw6jflBflwtpcEXUW2emNhrcwji0UdALJAfT7g6vslfbh+sIaCZht3cBJilmNR0jT99Icu5wbdXubXcHAiIGhl47H+u4obj73+kNwdcfdSXir7eXZMemGd0ZAqXKSwibxi2KqPxFCHU0ptztwKu5mDGE2wC6LrqE73bDO4okXAKT1iPbFDy2B6/iVPNxD6FGhA6mxG3bNl7PoNpOkhFZIClFGCwEGUd0vYBaZV1ubuu8Wk30GkDTwTgInUyBApQYOyA5Ob2Gl5QCzljh3aS0u02OzauTIaBVbiFsNdbAyVk2OfQ6cMuDNMPzLu/t7OZvVXPblskpAlCbAaN9MIw7RfQcXmwU+XW9E3BYggDG+l6GGbgPhPb60ckgcS8orDdHZHlpgWWlgIUhJPcSkZGfvVWQMXsDpKUVy6YbFBNDOByHTHUw6WDUzp18hHj1umu2l1fh26kXM85a07du+zMbfaf/tDE8faa4bgVUGmmSPbbPMsoerRHXs3vxFMezz8ymWNT2lVy1o6ZkfXTckovDP+cUpqWBZdtEuj55C2S8bltbDRsGU9btuEZm+zRWz2cIk5zyTW4ygXcIqDprhdIixFSsAdZgl9/fsohabEmCTo6lME8QGeCRvOuj95+qKH1AVRyYdChQcda1KbuI1wCTuHGAYXcF7bNKGFVR2WPcXjVFiAwFm8otIAB4pnLdyl1XRtSGWvb58QR87ex4V2+w9fYmL1pUx5HC8QEr1Wo/cidSUhR2WnirrGUToyYozMDttxf/e1vldhrvardYdm0RYwTKW8QdlJNxTddxChODQqciKjMkTUIEDn6Kt6CH0EvaCjaOoDcPG3MQZy9ST9kZuRxF7nrLHChAAfTUYoOIiutmhe1+PIxQF/mA1/TofANuc672fLmzxsqRWO0138bc9TdzPR7BPyh51KqD4SnH0Xo2Kg/TPQdmjKt9F0lJIb4V8qrtGS2PUAkgETxFM5QTfrwO1HWIKQ0OmCbQFvCApEXYPSGqnC52ApI5meoKb6LpcqZsOJmVbG/CpO/OhLtMHQpVGWqKO2/LVPE0ibFjDBkg0ORASjMkCSEdDHwKJzhZmAlvwpSnk2/WF9lnhXtFeQFe7R1txgruNmJqFFofEe9Qb1xNfCv9vj4bvP9++CVXlqy9Sf5IjeJHy8KNiPo2xcpfzc0PHUPhx01iRxFGCGGp0SWN7arPFR0Ze66nWzl3Im4ScSPe4X2P95KjXLli3N5apWqvViF2KbgKnRLochRJRsiEwp9ShXLNj2dQTSfoIkCwFvmBYsgAgZSGenPCkvWU1O4yWu+ltc4FHYQgPACa3QKoUp6yojdKm5/VkjVAJhnYLGbdntxDS6KehBvVWjez3HYUcagojOygjNdNXVlFFnN1EEqRWh3eKbsLnSFMbfoa4YkwWAiiRicG29eTddgzdKfvFpfIwEhxaHWP+HwBidcEgDdZL7ASI7QINaS1/KO4bSIb/MbF6PUi920m9KePSFxP1Wi4aS2NaVXK104o3n3TVE6Z/DIxrzwOlH1OCIBN4wMgk9rsqKk1gaDuBTOEJg0AYChbuuXxchO2T1LsNBsoQ/WamuqYfaBMjE+8muJRB/0j0XQev2fQa+d4SNoSqpkG/hxjyoCDHmjujJc9YqC2Q4g0MGBKIIV5A9wRdiO0SnzKIpRBD9FFQstpsO5TY42zC6SlOtfBHSEGgt4FoQwV6iLh1gd5Nqn4jfW937NwUf8iZ/3sOIaHJ9gHPHJCUqev1LlH3Iikosfe/v4zh9l/uOb1RH36FYsJfbfk/56UepzTSq2PsI/OQbvhJwE1BR1kFUtYe0OVsF9410tangixyffgHhg8CsqhOLYnVA6ptLs3iz1JutoeEGxzcdS6tgX2DOrWsHUKKay7lXIg0BmJmUqJu10Juw4kbZKK9Sq1AJOwuoHxhRY9PP7iR9513zu7bdMl5RwwCb8zDhyatZSjM4R/u4YGlBr3GHIyjQcj0NcR3TP0aZ1+2/WcqaTav5WekkJ4qwRyiCkNngGgNjsY7f4XSioZuwJSpnG3V1dFp22n22SkPbvKO61VO4i1DpyVAhLGIHmkdI3JIGC5idsbIE1HWNIRCUHDIbo0oADAZhib7BC4o3AZtvPtFaoIt/ubeRPq/RsdUlLI+28n/s8vkyJiz6B6nGCJIMDs7oM3yj2fN0C6jjClw4E7ChqLSbuFBKDjAGa3h1bpH64v93OtvXwVPluWxrNozwz/PN7z5EXG89CeCV7793jl9YHne/qT1zOxmnqefMG1saQhABrfLf4mWKd+jwZj//57N43yc46gw46UsO44djOacvlYGabfLJfrKBIAcTSa9xoHh7qalQ+3PndXVf93SF/mbXY2X939/w8QTdLw2+6nyUFfeCYoQqTZboX55EBun2eslGNJ6EbWQhBS0F7OgL/MLV/mfH1E2+0Ke2e2P+Mhn7nw6jlB3JYAJdzPOFzoekNTubH4fK24o9e1J7bzCRR0rNioBUBTU8kjrS2h/SLVJ+LOpJH37IeegfpjL8zyHiSjoohN7hppLFKXbMvajQTpIBOONQ0ROWxPx2Pxb4UfYu8tG8/6i8cD17KdacG1gUxs05Co3XEE9BcpwMk5BXlma8pqjm2x8mTnhmvuDSvP+vTxwEWyQ651KtQGOJArgjA1JWlWE5uZgGkU1DCfCGA6Z3kexWunBFgc1Zyc+aVDGZvn1Yuj1uuQ2ea2949enq4LzpIbLhXIuCUytVEFxjrXihGQYITng3n/hnRpiX2WKNL7R3wnbJ+J8jqKUiODsU7G6L3MrpNFL86YRcqxGHYZ0hfiy7yMv7tIeMAFm1C1ds9Bq+qSe+AtWMFFngVoq9YJxlToNB+5ciEBuzNQHMuzoYALBIeesQk4VZkXy8U82wlbt9orqihZMro8qp17B9xu1yhCkRhck2Jxno2tAYmAJTqlLLcDpBMJEgpQR2MzFaI86SyaztBGV+ile+FqpYdHxuy8FLq6ZzqepJT16GF5kvfwlCQdAg8QyBTCtEgOQnLq6JU1NRkEIEcV4ltccuv2QOaot/1ZJik35NoGW1OK1rJCUVsRFtoFa4dkg7QX64d2tns8DVhN32k3w9ssd+YH+i/86G11zSmOFoo1FvbfHaZ2KYLIlsqfJFJZFKPWg4ki5FY1Zvlr+zimnfKg/49G0KD9/Yi3yCuM5sMuBqbvcufnllKw5hUVu9oqWs5qWjKZpHA04MUrrH/mvmOsqbX5d+/5i319+rvfL9j/4v4HRUxy7JbSA/9ObQve3GKOTTPsy0Pv/lL2gql1HqPSsc3QxJa0l9zu0ZWJgi0DIYil+qekfs2bo4RjW0X7RYofjZ82fWus3IMfHh/PaCBPfjFHmJb0aMl3n5KU8/1dvLZskctsdlm62M0+Su/OaKrVkIYxPW7HRpuqyTv7JH35NPVL3+EK/aVWlRf3z/KastkvyWqDZa2BZ6ZgJhERpq5uw9GOu61djmY6m6UGnBGFpE4fJbIU7+LWHk6/08l/i9M6D6u1Ywm4GVMaXABqU8HsVmAbSsnw5TE/Wf/9z7KFG1ZZFZsEfDwAVd/mkvL8rkHysk/m+pUtFqfztKdqu2qresLUtBlP3ahdfejgoUo7rFjtpVV3faFJXHa6skHeW6G3l0N1XiGQIIZ0oAB6ajxiaZ3F1Ij7VrW3bKdsh6yWTFT5/SGG6eSHIj/COm/t6tHLf9G3ojuFkleP5YQ9P9pTZkfgophiUGEYyWZvnEOl2lmSDFNDorfSW7JcI6gsz/bO2aSe3hLa81tIoECkgwRoXIMkoXOzZGkkdy0YAzICBBgbkICwzEIL4uVpVDH90Yh1j3dmyChO72tP8YSL3UZOxHSSjai9NjbQQ/fNj/c/rbwsWNwI860eg7v7XzpDmBludX+mHv2Lmx7LIeixJEGPJQp6LLug+xIE3esmwm4po8gNFiTCtvmZye4oxYnuX7/NWHOmgIwBAbBkwcUxad7K/NTL6+FV+dGuJR4PCFgYQhKnnPR0yXlri3yv4DbvgN33p7iV3uOBAhRElw4QQKMWt+yPHGVOPOzEDtB7hy+bHISB2M3Al8l2YNtg2HYxRHYKFs3NXg2HZSpmZhhPzdgDstc7BCC7BjEZZpotfWvrlgh5KGy2Z7cHy4SABDGkAwWoXxMxmxszZpoJhupDV7viD5vt5O1d50QBEmi0eoSu2QGb5mb7/2FrFXNtal665gjI3m8QgOY1qJblmuqwI/onbbxSUypVm/3I2qO+IX7oShi3oOQOyeEGBKOral/U+vd/VDXXXOdaZ1W64oy69tZB2GkZDenzXKTrcld0XWZF12VUdF2uiq5Lr/o8oMr6yhVXVPWbY0PnGbZbRu6aZSFiYNK4abbNVRbot3Vmgn4zaBqgw2GLqD9pXp5E3GYvmHSoIFwAUxrp8BVu49bJbpCXfqn9qVmNWHSdD0jl3/2Xx9P/fKcXdIVv97dpy8NnOKKuv8P9MBUiDsupFJnK3a7776c//vGfqHBy85eweCXKXfkCt1IF8gyqEofVhJRZUE+Iw7fwL0ZBxvViky7kgHN0vgG3VG6Hmd+f2MsHcXodyPy01L/5hNxe+7CkmvNKL/XO/QbvYcAFDs9NzpvcJl1s+qk1+e8USY9E2otWQVtD6eJxFnkUdEvhZ8afKBu9uj5QHrPLo6Cg35+Pu9xsLs29Tcnn9vjNP2rg6vaupjW8u4mS3iGMvdDcKQgBLNW6CnEQbdyY9r8PLh9oOTYj6b51HB63N3kiyatgPBIoUHGYml3PuF5SD6lKjl5U5JGAgIQxlKRaK3pm5O/c4nZzaR6S5HNH/Ic/MbOl24MsifSQCfRQkqHMQyAdvIqwzIQJiByWmU9Kmb0uxivKYqBmo6B1jUCBi2OqmdrSnSTZ2Y2zaWHtIfSN2yzvFSSi7OTzYXd7yJ5kvGXxav1PZnn5zzheF6UZdhkz442/Ivg7SkW3sS55GAgfw1vhvxakbnIFTk/Ej5P2WtVSK2eqsV/QMjYKXqG2Bn5m/NlYdao9FdAq6m6vUJPRk3bJpj9dQ3YWJM8mBk5q1GAs1Goj/TCQPwar/xkNulQquFJFR9HrFaowQELHIm1RFa8Kzc+MP7ukXrN3ATqJOeUFgaZjJ/2Wsw5f6X/T6av336TuCSeTd7atiyIyRq6WVCxq0YtKvFOJnNxrxr0ghapvMfljuk+kbVLpVEp/tBieYvk80hPggmSs6YvVxBP+QkK7WGet9aiN9IQFQRIRL8A/v/EcW+gnovsl6gmJ3a/cDpqPY8MnbjCe1EG/HtoXEUSW9R7wAIIA9GAED0D4qSGCwIzwRw9F3APMgRbRwyKeg31JtWg2UJfRI5inSIaPHfiI0AENxnFejxGwCKc2hSY/zVg6YmmIN3pUpDxgaa8NyDOFjs4jhNTAjzuvJXG6JtdkeQi00blrc2ZPj4kUPRlY9RUPXvQzelykbMktcAv4MwuUZqoJSh21fGJNVIuoqkfUSn68vkzLWXGnHcoPDF2U4fP1k28bN6/XxbKRL/6iNTqcBR+zPAFNg2mp6b96cUWm6weaen4GZm5RBLOyKrRZ26tdc2rLWnMmRnNuqWpzkQ1gbjLFv7m1Gfz5R8Q82zH2IfATrz6+NLA8QnZwsOcb5xHQjG7GOFh9bUg2gTNkS8QYyi0QCeepvDTTmxmGeaj+GWYE2bm+keSuNndSxIKIRnabOoadHKyaYIxWhjPmDF8qllmuiHNWknYusFmCcVu/xkRvHXTYJSDfLzXJfIvsCmBxelO0BZUpWabOVOzNvqnmin9Ts0a9aVsH0QysVmWGNo4xK3uz3rxuPjPntksyF5kB5mrB95184Xixvs+LOu9ZRc0/pPKyXmzwbNm+abxdZCP1P4kfE/mXZut5R8XvkLwCGuEujYUI+dj/eQ7DZqGR2Di5WdqsaDYai60gm63NjmavCYilOSiRKD1VeMvrgZsyGmHXhFffXktrBud7EchkpqjzU/9mIaLzy3jOb5aaS0Gae2s8Pv8QgXm2G8p/VmgXzMqQtV5ievzMQ9lx/W+7cagjqf7fW9P4ezDV9uh0KCpbDbvaFfVv1kXZvzaIqWdlcH73BwbEcBbA4Xf1bZcDu/+ua/thsPn3/283Aqt/b+58GzCAxf/Vt6xGVGa5UmgGj83qWDjC4RlFBtNXg0IF7PkHWzFzQspk6aGYm57chSDV1+nc6urfOxzCHZf69mZTezU3C6lMqYMgcGoq71LtsgztXNlONjaOAfkZ9pwR4jP8N0e4DU3oLb80KWfYs9quDd7VUW1HPwGE3Rm+g/CmOP+jp0/o/UF8EAX8M/gBlFI/HQxmH28nw+xqueJD6lXkWYCix/CAs2T2WlZOP1d8hkY6U8J3z/bTrysxw/XpjZIy9OvHCeUzzULPSpNR+9UgYjCxysBXst2t+GK9QXQ+1L1RUVwOyqYzCmuSXyyINdKjN4C25UkN+LMHVFrIX9htPSLrKkuwP9n/fyipFk5lH+zWlG803bSXF4QJaQFQgKxFLP7kgKu3XHIRx+VFKB4aCoylKXGim8zfTBv1nE+5dRAZkFb+kv33RZh7z/n6tquyEN5Y1dV1raxhuGhys+q7W6l1lnXfCXFq+Gkn1o56XfdJ+8O+pLunvbYwd/HZidz1Zyd6qNkcQ8nP285xDw7kGkPzQJOPV7lNUMIrIuVRozCmMcmAL469DgNJjigLl0Zg/FWQc02gNqvSdIqK2GevSSmrWa52e6LmPoM4kYnlBHZz1iCC5Jt1Y4RXJM/NEBY8i4xsx1ndjpefpJ0rlPvcf7zowIubE5VJoQTJt9/AdJ3pMttzH5MXwx+tK+h01rvZFEEJr4iVx0U/CDUKDLInIo+1vm8cUuenSxh0MV4Z98zUo3Zgv9BH7EgXPbt1BfQ2SRTjULWKQ6HlDo/swTNm4dUbN99OZW+/XVdh+A4529dcaHNflb6y9gOxD1z1/IYrsvF3JZgucqALDjdZBV2fBiD0kig46IkOuI66axoq2ENXEB/Qh3aYPluFe/wPPnlHdFteTuLUWPek2+hkLzoUqqynqU/DxCQDV5T73vOVksuq9Y1er2s9E9fI9TcwW+oK/iz1Mj0hX27yF++FIOuKPq6fvyJKQ+96BqvKL26uFwiSArF6c7wsATerhX1Cr4OBtEv2iuKud6C6OyCW99+f0+PVmxNqPZCcxirIAvut8OaGWMObys2xtiw4rWhlDCUVyM8RovzdUQz/Se3UBD+FE/PX6qWH1eFPpOUsLrzp7dCK8chlwolMTG0kc85cSoBPwKURwQTmgXiPIZRdyWsTLYSJq8nlKbVguHkuA5hn39ITj2W2cL4hlnCufDzmsy0TyzmukwfbDZarBXaX81Rv97ZeKVMTZWomMsZrnCAp4eUJIQTmu30g56hP2qlJdXl/dfuUX+3r3IaV4s2uQTvEnreVytMP59tUOAc5V+8F+VPYZ6Tt/BNi5jzRjpyW3abd2MvuvsAKMPPlKe+d70ED3mvfoWFPVtzU1rvp6ytkws2RkqigtkTllFS7s5vN3KCMh4Fdze4TRFuKxFoaWehWD/kJ9dyR1tLB1YU1O/stkylVVneLuq4zGM+aB/vmMCfm+1Qmot/NVgx7deZYaRwmLcGqtO90VSX1f1I776FIlLszO/stVd5U3OxzyVktzd1yAm1LMLYGaTmo9LCYyZRjM1bUA7y6sz8+W8w8FWrTGD3U8fd1/iCgaGD/7t7dtBXl618mJqz//smfMDGdee6Qs0dme4P1WNjEY9qCKAqFr2B5bOPXfS9XMd0VrxsfepoJlUGV3R/4UqBvRS7lZRr9fzw467+aI4/fUNVi+rAMN9Q7Ea7/nyUIrSfmOqw+8a/LveWlD23BYsi1F/RtH7e8sWX1oZ9+1dX9PXTOs2l6MY9T75L2BRIIhG3DRv4iVMC51CGPjUUlzDezeNWFvlF73d+UqIl0jAFhfYwN4VxqLIfKjEAef4PewNhz4j68PqtJU8qE6j8mm2LkMxFByfpNRNWAQDy8XPcjGnttk+atoQW+s1PGUmp3xTPlA1t6q2Jk0K5EIzPltkJRXO0qpDcRaqV8OsF9QriF8u64LnqyoDVlmhY/999u8WZPeEepcy7mB4UyeOmMt0uHLnoWvR3nZQSlvSHiQH1LmkvV24Tt4ERpKe98ljyZcfSpZ71eg/qlERc5m3F5Q+mUs+ApS1PWTmePqpT0nPup8xY1y57j/WomDLc076twU7FeKzkV4qZgrbp+KsTWTNYjiX4YnGCu329dHpDLejr740Oyvq8VX4g//9gIu5nPJMHrs2djG9JszjRJxz1pnTeWt3Wr3u5c0herfFLJb/qJcrBzpkQBOF6SlEqPI5wXPbPCA9js2QTsWDZuyBzVrj5PXj9HXK0Da/j7AEYzYmIlKOkQhU7KddRvEIOouEdyiuhIa+hktKhANBUzBstO96Oute9qjuMDlYZuykuaUQypayCqrr3ZxseXzOBqN7a3E8hBQCn488OGhHBXKL0k5n6/LmrAb8BkTSbyFzuv7j4dfXuH8oXcv/64KfrJHvnP4hE6X5mpVH/WBDmgboj7QNX+DG7QbFNiYTL61TUPFJsSPAxCYxSyNIz6FqHowYYQIcZSx9bZhdhY6lnrc+MC/r+jXyutf6Mkd1ZEscTg87ZY/R/F/dWqoE/+n/vPWwndeOx/c5nxV7TStOCgwM4ATHcIF7jHAvEzmLJBt4TjdAmAhcMfcAn1FZ19seB+lvvjBnwu/7jBIYOTJrr6qCOQhgC5MxAOJSAeRp8vaypp+9ille3V7nammkYdITKDTJJBGsh4Dj6eHgvgmghAksWC+cXxYEPtcKIhABMN3gFrgwmLicTsXNV51l4sTzsgefgJRqejgzajFcIyE1ch0CJB9JtrTOvO/OroqOHv0qUh3Z1lx/Gl1GFGKya0gENLQBDURiQNKJogoWWIVorJKhIpKRbzy9uAPEAt7NIqDDUo60YYdjfI+bzEF9AXoaRUJCpWfaU4NHMw04QHAS38x5EGdw77zl4tczVMh0Sa0gA4ZiTqX7/dXileQCjiAAeDAIgtM4QCgwgKykIco/SEg/wJ8mVG/nFm1vSnGAuSpXC5enjSgii6YSC+k6ovE5wkhXKFXre4LkBp/E20E9JKz6RGJv1w+ZuiYuqHQm1E3b9Aom46oRzeIDpAFu5Q+cWhh0OTfu9+d0bWKQlbe98ZFSaIIIgbLGtENCDg+gaH1hTIDXQ94e67YQ0VSN2F85/E9zdYw5mqzmLCw6v2XIY/IZRnvLPdmagGJNJIzzfTrb/rdj6ZrqaoYrJ2+43yCdkRAKT/pN2QNiK7BhuUNyKsQY3KGOji4UUDJO30bLKVwfqV1A+fW8meoWDPtqRXyBuacV2lYxlFgBQcxpYeHorVJJzxgwKq1+bX1pJ/QJEH9l6eP+qV4eVx+Q8y29CyH+SKZXl4HDnKbXT9uoi1wigYXRRe19wc65vBvaygZUDuWVnccqjhnYdIcC3XfiqY5OCCt/saUgrsr2qpEOXAZGSPwvDgrgNjR1low7nflmI45qSDjFw8vWEr/WpYQuP5V84tu9lsIIV5Nr9TudtMpDgALFEDy3hFNgfvjE7tnqBo1YNzHUq3QqFtDgmU4Gw2jyKUF8b9VDA7XHoaafu4q2KxQwuPafpLcHO4KIxXUttIiyZeOVYENNH0KONcgPdI2uRvo8/GoAiBEjK5Z5WKWW9OFDUewi/BqoDqDsfggJ+G9d9vyoPTTLEO4V1DlvxNfF/2VAbbHvWMBl871I5nHazbOAp2GIHnEtujRooNPwaghRv2pwmXovcN51QXdNx/YT1p2uE9FTkqpZkaJgfyFDReaNdiwrPSaOLTk89xGCtRZii84eirtpwGf8R0/KzLTxXqTZCy6XKFlsh4qyqGGcMPvKY1MA+Bsff2sg+xBOfDQa0GWnuIJIdg0Ic7msGHs/z5oLkG1+xUr7ZrS0rqy4CoZu9jO0sY6CjS3QPG2l6jXWI+vo7aUvUsbJPvMA/gmwteNIdhxH6X4PNImxwy4K8VrZVgzLWmWkrdxlPtfanABnP5j1Nc3TpHtBKU7l+G1Yai6kcFYeIHTwsONjph0qNgzjrNeQLEFUJ7EbhNo2AGRGVx7uEA2lKJ2WxZNavz69mpplUzUOmg75UkkcZEme/OsOhO/8uO+8HA+8ihFZCiRkeFLJn2KLSayXaaPK3DhpPtFEL2An3Vf+H9LO7+4ojhyUvfHHQANrk04f3kdvJTh+vLf4ouU0Wx7ZJnTqFqc9LoMthomgcB+wf247WGVrRh0WB7N3kAw2+guD67tz619JgR2ohOFVYXXvjRD9XH+xTKosraAquVYNkEYptTW+X6hjNATCCSNPNtF/qEICp0mBpvwbyYxbtMm9UkCVEBPRC1TSKeYKC95/Deo7hcOkZ4G1sgBBct7lbcFMaP0Xi3+vD2Omkechk7m98SzDukm12/iiO5lcqtmVgDGJ7aWUZxAXaI1zGSpswK9tVpuzOEw1CMq1TEa12rakrwdugHdS2SBpcZNnZlsA2CLMbx5+Ewl7W4FG9mDd1gy2YnpY4YoUEEEA9iSFsKa0VgoMAkar4pWA3RoGOgJ7tR8hsptkPUjnJSNpXr5H5oDUkNA/4ilEkhFifR1Oprg6pWljLVmI0kzw88OBIhLeYkWlDF8yBeZivk8QhVEwKnyKXGndlLIYVnEWO1CrSyZTOfKGZU9R1Bh8ocF9Z+k5jHOxV/lvBpZNStMI8/IzobsNyI9hSif4n8KcVZBEUawH0LQZcLSna0ZtGpRlmsZ6jRRc+3FFCPSKqQwmvKumBlcoXpUlZ+ukwll/K4lli9Pm+zM+I/xNiBXMcLIYmaUkWCiqRltcpboH2JzWFhWOXDA8lKjSsTgQGFCllnEQQkAbkDJfXLR2EXrF3SYyevMwoEGsvOTprQ4opHG7YIs3IzbLnHsB+ypY30S82Q/G2oAsLyiGGlDiUmqEpJEaX1e65lcR5eGFeLnZq3Y0z6ItSiUWpKgYau2nRhFcGwh7yBJsjH/EmhBTNEHXk+R59Fbm6kuLlVRMGDFaTFrb6lINP1CCQoYEjrAaQ1R/akab3jC2rFB+DZjKN6LuXpFHMEoCAGHZxBu2ELvc0yT1shMI5A3aXBkeeVcQPkgBHjEkVE2USSj/HehuD0RAhlEmeUPQgpwO8ROKW1C0bMxQ8lWS3N2ugCbZsIwDSlK01JvslhRBnJ+Pg+n91aZy8x/UN9GUZLHeKmdIgmMYZsJkyIuYtvIw5eo+TzC2OxGEB0WqA1MCHBpK+Z2McIQKJEx5IrM7bXUJ4GwEQkVe2R11ezNjMIuGAnBFEYxYJdSYHYMGDtCMwlga8YiQJRLWiy28SFVdpm1C2HFbqGxazvya3ZVXwPaZvOuw5URRVwpETOPbJO49ewAqOElLeK0vVYk72wJt5WQSU6funxzixiEUf3SsAW3ZBEJQ7duc4lyVioJ+c4NctXo83KQrnaA4/DtYzODez5BPolnj+7WaLiuQqi22Pt8yseUXr12iU7C3XmWjAUY7fLqmC6hbzWzSVjhYtFAXt0SqqdY+OqaE3A9Mc7UTmQP2559NvmXYfc/YUCpau9z4Gx5KiWQ7/z34H1mBpflUtJF+P3SbvcGsvIUn1wuCezJqm/KnHrkGdvy/d5q+2ZJFqKTqqioOa4ZTlqY2IdBBIniC7xt8Cm9iE1SN5CSuueVkrDY4IJ2sNNhURegh4x9xujoCVxchVz05LJ3M2yHl/qEYJMJOtfQAYJ5ArXaoFEepMA1AfEE62bEB/1o+w3jnFjOf2z2czTWof2p/NnccqzDE6A6GHGGqImTMocR5uNGq0kIvPHB1+7hknW+tKqda9wrFNfj+lE5Kzfj8GyYSxrzZGzfhtwMwo2VF8ft+ZkiJC2Yv7Tn99OP85Q6v6sX8wq1/UHR0dvE/ZIui7OEJ4Flhjno+W9iQ24NgQ4I4hJkZUeD8atMLdSvMrxsEaJknCFVFkV5H4R4Xej5UKiErwOiXw88Wif9E30PdFXg40PHaLdminmiT26ZkTXkrxB5hOKzxcO0VagUBjEAec/Li/5K8wLfU1wg4k1+TWkWyo8yPJdgX4CSQ6te9zZMFUenlpLGBtlzn47tKIgTlTx0rSQt6YhnS0s2NoSWiimrao11QlOzErZIBqlZaCCvFIaLFP4wXl2R+ym3MCqAV6HJ54/h18r6+A4ipW8xi+tvaKNSEnekToaiZFLsyUfgaak0uV/cK+qIzPj/32OJyn0hy/MtPjSZ95M6opPf6W61Jqlh0lwsuVB79DPRzWwKLUDTKOEeOAyhbdtccXi/9Ros2Vlmn1tuoajJgoxA5KBd5blBhMRPZJimJ8YCrpw/Oex5R5D75nlZhppf9RlW89npnUQ6hKfhXUnj6usuHsTN0gpurQKeUCvyzdoCtrTNcTdwzJ6xjm9kzZ/c8vuWppkvASWpCOahcV1GF0qTVKYSMd/xGftyPRz5bZKFHgpPORQgU0W+Wi1CRF/j7zt8Wv8xGfl1rrV571Yh7ocA1h7QGmQRt4THQwlZaa6ur5+2lWyN/KzhHtnZ5pV/LrqDeOHb4OHVaFrMYO/BYVHkaFSx4ogmZi7ROoq+mS6mGwhkxXR6WgqDngqagy5xLYz5XOKaNOocpxOgc3NjSOK28kRQVrFhGZUYlGBVRJzgRpca6FxNhy86N7ki7xvMiUDrVTo1MBzhze9bJp7Tj151rDKXlXFAJZwagbSnFeVbdksyHipwzVYWrrxz0bAKjCeh4tdhIKcZyqaKTNRBj1Z/Oy5Za5DoNw/EeoNYvUt19dHp6AU35iZCJ4xH6TcdHgoCKwhecuWV9qnjo8i2ubtMlxB84TJGKFoddKRSkm3xcMbOvWbBxnNB5cmX7SXzC1AxHPoCzaMMsI0WyeTiIXDsT7NwGV+GxyuViTLx0WXk092V7h2IMvS0IrCkFfg2eFnq6TtY8IwUA2M2Yy0knFFsnwQEepjoSbBPWl7d9855dacgqBFnNtUKI+DQG4+J84+Cco0tAJ1O/T5aXHBPFWgtWLM0M96X8acrPNhTTtmKKfF0gIIPkzATcoo/It5tyASdSUo/RKGlKK2hr4Qihh9P0VqwHiZ9wY5Cg+p+xtFa1fNYWx4O4oOc2rJcwLWLcx/VxpTi2o83qDiOo50WKp0aOodlkDuKIapfcDx7aCG/WbAvKKp5DMruWBOsZ2l40YOkGw9lLge/vTLm208rYi8OMJnFt6WqAzT5szr2vK8hKull8YhGTUuhrgEjXYjYA393DJXhnJ5VpLF87slr6BJq13ZBeXVj60tURjMwmbF0YGoRBkrsNpNSe+4Csc+VWl6s4Nr1KUpinwMIfIbikq5hh6VFk/4h/MXB6bPEiwTFMWMrzF2ajZUmhnDjVbXY3t32kS4rPkiNULKKikQcLPFnJkeYoOaC6rjcsFRdA6OoUU3wb0mFDluI4zNNhsahjQ1UU1KEwd7otTcthuYZ0xFjRwI46zlKFHRUoTr32KnjiAzQtTh4PzHmJqjYeXBo00+u91Zc+gWUdLWkObi0iyjbIcAnhy1l+ZkFs63MP24/cvPv3z152a+EEzHCOND7xuOy20s1GgBMR1qpGoI5SJxuPbSSueBTsa69M678c9Bo44boqWR8oCrLqeVFUQwcsLsuu5kMmbu26NYmmxDlD7hTJlwrm+FH6ht9jSwU0fAN0J6HQHvZezJvgZHim08t3i6AqfSmUNq4ZWPg0VhMBrt/DJH0S0bOsTk+WVQzNm6TEHGPYnEHgHph5DA2s7Zy44d1GyMhYTZIOyqO93MieMVZhfab7NDuwmHEucFjSK7nhyfksdXpxeiZfUTbKCxqS+brdv6vzOw3XU6KpcikbMKYkROjtMGeNko4XkMYPNJks7mNbnxlNOxjPea2nEiaHgKhPzRR5lDuV0SEzDifpum1O15jKbZGI2SWtLmCImKXGU1pACTtyFhSWQ0QZIocr2UXth8Ght5eJFEZE/NAEZCjU/WW/12Cx2TJZHa9pDxs82HOIp8r7LJhYJzmxgP827SrWJAAWsQdyc6yhOKz+X27sDivqXaAAoHulsAwzGk697VCJXXV2ZGlai/9OebAKfJzjt0MXaKxJUrCOZRWaDEMF88ZgKe8e3Q+dYkEzo3fnsaVW1mUJ1hYX4gUGwZK8aHIrSoEVjKlClIqujiBHN5HGCly2MMgp9ZC99tRWwFWXu1EV5DyXhz0Eb4Pm4ZwQlfPA1pI0tBZwaLqXjVZRyBtcM29Gsn8tkeTF7nnMSJZTMu+pGR0KF2+dpk6+FhU0GGjAskrqCKYyKXzgqFKcMkewraqBeRU8lUYqVevtplDcU0juLIwfuM3zbbEe327PwZpYP5M0WwlX01WzVnRTIzuBaEtrDZFhNZWR+f2F6lBXTjILZtDe/4lEGwjw09aULuiAkNLSWpYNGJNGgeJbkdZg9RdWVAmuTE3TZBWq50w3woSRqeaNoE3I4wZA2v7jJdMyuSMusTSJMb0Z6qtdsB00cyD7de7npEHaHH4aasLmEwGwJ2xcd9jP2geL3TFTNFvMBx19qRkMamW0ra19xsUSZMvb37J1vUFDy/0uDL1r80PNm6PbbQcWThGkoK22UY3G0IdVV91C9//jwHy9tUe96DE3FxSh7Jzfx4/a+PcFmwRK6LbWC1LSBD0O1NNheSkkV2cHf0uKDV7uV1d4sdipLOooIAAItw5751Wr4YVo5I5DDso8c/pDpqx+Zi1AKxTIbO2rptU1AueQ/bmqBGIP5mf9wJUyxlXjy1Rm+SvDA3/9544U1vBy0l9w0TiX+Y4t/288/fS+RJ4/kw9k5eETgEjNmUMp6EYGsRM35t3u4SGMkdiKYQ3JFpCpSjZOp+yudj+PLoeE4g1WCA618X5gDDX5xkR1os0CgRZVrcNwXhevZNRLXbUsn5V8XSs7cwXKoz3b7CAX/GDrOYNZdSFfwLH/3C/sFbFeJd7cGJcpMUESO7O607u1HbrdOd5BvPRMOz2x5iiRyxn1g+sUJcaJx2b4fnfxyCVkYDi7Tuq/TrDM5dVCoc1xHcmN4kFTCrxgR29v4/s9+W6NF7kCd7jwj3047X4vMdbj69cQ5exa/rb+I2Ul2+xB649LnYKFx5qavxXGdRtqeBEYSFdto5J+o1CsSzRqmGzAyWUVbjudRvcRgv8+t7s/zV33MjTeYnSz2437mVxMNeB7BkDgBno/sh2CU8eQ7qNmrOwd1G++cIQzqY8wTIRhVoZy6SGMqGWV3RZFaZDMO4xd2ktMFm2wc1m2/w/SafimSSkWIqlYwBxBspac3dBnc9mdVxwkMdX2aqo0mXwN9oWqHfeWLjdztknmeUpjaLiSWO8lkA+I3erm5qKYreF+/REgauhxFHLxMLDEYnGr05/utcYWUu3yAedkixbMOSQu17g2XLYy7VYe4/Krd/cPlGdlFgsl2Zpl7WaZl5lVfyIk5x9SbNR7Xzu2wVyub20QmJvueil1WebNTeDhca67xq2rv9fq6nY7CoFcNqfw6FncSo7Dmkyr4G6s3dTS6PwCW/Ho2J8Y5WUadqoCBdIOhAqolP5zagpzwgrjyaUyfcc8bncGJZDOYe8eVEwygZaKHdo2fhCBIg5euaV9qZQMvjO9+jYy9xVYusZOgOCTfRsuCAxkfHCVBjPHKA1HAGdTU/NTB4zgn2TXRF/D+TvkbxDmR/5J44aXqXOoUQ9RFjXy+ZhOgvEbzjaZ8psQPPPhJLVEF7TupqzzRW8twC7lY6xUzBymZww99D6329yStZBtCZc1jopdAcUtrmaIKfutlXNPKlR/YzvonAITYSuERaoOVJDEF6EwJuvIgFZVoRVdBV6I8a+BG5nHPlAiPkgSFI4CSkdyOJbTV1OC9rEg2dp5paQPAYpJDyTW2lqacdxkx5lC6fvq+W9NhpoWHakhaYmoEG2U2vyYFCG2WcXDFWDz1kkch/XPa4D5lp7Bvu+syOo7ive57nFfp94r1UnrJS7VJfviBJU3UeWI2E3qEhf6Kygpl4Wf5ggiZsyYP1jT9epf6wirr+GviJdNwg+q/hpf8jvGRr2jpMpmVAbokW+8FgdilojLT8+zoISAqAcST0OfuedDGoIDYzcYAYfU0qiYQp0zoADkdKyyQzpLJv30Y+UspXWqe0wREBRNLSPVYxqsAAdXcJzzDUFtR3vv2B/gMtSkUNLv1gvRfxpV62/KjgbonWWxWFrwsOCUyta0+Tf+jAdkWak9JUsyrJHpCsY/MqWi8+XyrRM9ihsKP0vsTM5VItV6tlk7ldoC+UZSooSznhiJCTfiQccX6I4eI3b6S6f4rdFHfdIC/2vxEyzEyL/uuT2fPM0OfMM9pHdTdLXzkpOp+BA0ES3jSZMfvvBPvkn1KRR/pA+eo7YHtbKPu7beGQ7xzw+brO52P025C/vS1G5jGkWb8dq2zebqH9tt6FrHrs6kEU7ud3xlh+v2PGXrMc/f3pbz9xaFMeyGGELlFZasvPEV6dwtum/B1ymlwHTplX2iMR6Ud7Efp6r6zQeLXDYOk156yR/GxOGTpkn8vJgFXSCuO6ja3eG02dBpE2Xi75Tpc9pdW5ZdI8mpA+zSrUU1/fxuzmY3ehGQOaSef3YXZSlPRajhjcbTrcqD3JI2jfw0JnEOU6iB4/p+jI8BV0sGvvjqJ+nzY3Fg8kw7SNWCCr4z5tUJMs3Yt+utT4mWfm5SRFWqKFckLR2I/RcALpJxl+uzcQYhxmbUedoB8al9Nm7D4swvDwFCVMUHTn22jL0R8QywpxXomalXH9JqD/qAym0EhMDtsikDqlLPBEZ4ZQ6ifm1RJ63KboNbQYAk5gnDQPS/FLcsPu1OMjJL9q+JHE4H/yaDbdcRacvwHMlx8gRKjp4vLunywq3+mh7F8XxH8MswJG30YJc5QIcpQY05n9a4UYY4iiGEVo2RVwOMpaxE2stCP3xdavFtbCujPJS47GZC7YqhhIZvEXPJJZfdUvVzIp1FelDsxc2mZphIXTAvUny8Nzm8Cukm0inLkTGpw+wGb1Upwals8/Obf3kOgCTQxyTTPuAemVT708l333WzGkS1+idcQ6gb17sklXbff2thbHfWYMmBUfEmRpaQ8ebVuZvnVaLSXecVg9Iu0OFni18JJwXpREb3YGK0v8UcD0plXy6zh+NeF+okLwPIRqPGBQh18TU7Lj5zu7Nn3lHtkiFtgv7oSIthkA8EUnDO+lWIbWJotPEGaLd4u8Or2TcSX+CrCR9W64IZXP2opYIacnP9bkGmex8ngXdq7JnyQSrz8Q5LvVI3E8oLCBqd2Tg0hpsh1DwHEjk7AvK91EIKPZIYX9XnoOJsmaHj7EW4FFTslEkUdffOJDoj+S7Ik4x6MtL7weCC9LqYbHPVmudHDbCS2PsIikbjfx4JNtbkZQF/IafBIThC2TNG27AT/eYtdR9zcqll+/TcMG8AbVFH77/eyXOkh71jvizjypeSv8aL5P0Hd/LVEFaiMvOMSO05ziN6D5Bggak5yLM5tiGdVvSPMNEV9NK73idRVG78A3pPk6RLeB1AP3ZFbKagn7uB02zty9YIgzLpac/CPZ0w9F9oFHeQh8Qw7fkObrECfiCX7iEIztKSdh/8KFMFtYXLI5lTiOH2km3U+o1dhtNbShTu8NAZVm///8S/5+S6dNQnVNuZJ5R6UfY7tNzynENCdodJY7NjRzG3osMAcZLi9aw+FidsMPipD5ovnrEOqVAn6/OUE3s0VZWlwYw5yxmIiyDaw2IeUCGAllk+8IxsFTiPwu5fbL439dcULLysE2jQnMSfzEHz//ImfWZEyIszKWReTuktLu1DAPS/Je2bVMUlJSLlWrMovhTvGe5L5FLDYrkm7KU+RSIm7UXaJcEvua2QPi95QZSNmor+/Nku9xmkz8OCL3lFV+UwLf352cMRUf7+PHsMpj8Cs1eehEi8ZEzTCh6fm8PR/FmcEtghrRXkLrIu0PuLWXpxYU6FFxCpYPp1PK5d2KpEWI6zWcov7fw7zODM/6xVglTysqV4ap5JzE+I8TQUScwjBzRzzWEvMOPvPJnbxPRYt5wTtKWKYlQK0kYgh1pIy5cWx92ktoIY0idKu6wEKBKjZyJiUKHDjhnt4KPFJOv0GVRdhcvJULobSxPlCALOb82uAkGQx7GumhdHsYschyEIGFhqwFmUuQ7s7huFCMr4KPZnX8PrUNCmd1+hCq3vRGlT/xJ8zLCmDKzAH92NxAvhs8DUUNdmqqvBiKKKEJWMKr3rU2ZitAOnpyHqY8PoZv2sqKPS/+IfI48ZHBmGF41frQKAVFSeN7oLqCfHbx8Jw9EeyLjduN2B1MyKGLy8zEmc7qwlMfIoaCNqSSCUa7l3dbY8uPBw+HDWbZjFGMOKEo0gz3/8GtkuIOG1AFcBuvAB7hwS13j4oD7E9pZZeHlBFEuNBKMXBBgvwQesyL5Z+2Gg0/vcQu/9Yz6J2SEgb410CcRfjRpWlBXf5+ZiBvMfRCol2biNMuKUucdXD5qRhvzhvnBiltrL8kmc9eqMhS6MYN2XmbJOAyY46oGGA84noTgWwsuzE0Mp0+mnVkgiGKNXtrkJ2i1aEcK49Oit4N6K+whQ0VkH7QtDuOudVkSt6YL20FhRTfCOg3uZfTXZ9idS6G1ja9wvsw74Qa9SyMJTVuOi1uw5a3czYEsI7thqOnWSTW8THW9a72Hm70Iazj3YyN0EJdoaZOK4qdRT07uea0RalhOEbjgIHyZzfEzI4QWzSMxrKsMAplRIlMHDM17B4sKdKjEXIpgcRCRaFlYyXv0CGdMWciorQU20PTFBGqoBpQXlCCvYHlnlCjpSwwdoRPBiEAW+uMwF7MOzLTLxtmJpfQY5GPiFOsL9AahLFUZhnClJyxmwhQmZCE6Gpq/SP6zF0DyXIXK8hBvU0fT/AyRjZW3hfsYoTtNmjMPEomRU7Cc8MNB81dDFhJtz4TTaJS8hvgL6N1lThjLAx1oyMCzXkUOYDoeKGptiWUmF7yLUbaTZAGwG1aGLEulg1HVJCiB0qsKNk0B6y57TSE4hzga8cM07dZDmIFbCnVuwwIdVIatkF86XaImnle8NBmgOspwxNkDU/Qz0xrBisqRc57C1eJxfk0bOwdhd5b7TufjtrKWVEm6AR5bfw2DlsSQ6+V7i5sqNZ2ZrW64EzxOLgA6L2eAbcJHsoFYDqtTLGf0EypveeVJ74Z4GIMLe07oruzyWhz3lBq5uU8xROHWNQo7lAd30Zaz0fwCkb+PdEL70FYcx5Po2Ds4Qt267+ZBvUVwHAcWiYxWtgrwhit6YtEIYLlusWGLFklT9LjKQ9i4bPYzw+IQlI2lVMfpAevvbOzvsvokleMwUnq7+0H6dyZQhYUDYvnwRAbaTKM9PZIJXOdFtMUNXtk6iIzqb4nw4gUUyZ0iKyU6EfRLUHsCW/rh1gN/jJMmUbZSULJIY7e4s3Hvy4STft9hNE2ZzVOON8X38nqHze2Wyg9Q9As4GH9d1OdHUeX4GegNR3nCr8A4xysf85vB6QYIJSilNkk/PqP+e8IFOBjEWWTVBR+4A2X7MpmIwHd/mg3gHmDY2Gtw4kaC9qkY8mz0d2G+hXpCmEa3ZqLsBe742hLVOGmTJd8GRjJ01eYCyxaz0x7Iy3qRKJKk0yMpu85I6dGymv61LlvA9sy9d5aijjuc/KDyzLA1FcJWhdMoLDJ5YMVEJT+emc3nOMYxTxfUesZTvtuMFn/IdHrIrub8kT9kNwPRQyGdKCinLRiuKNNMeMJAwoIWmcgTJ5SG4gbDhOg7BOres5lj7r1WbD02fLcdehcdkLr3ftDWbZNWtb95RLOcc3MOhj5kmEHo8i5V2e2CZm1lmPwpyoyuNQ7/amUxxazec5/Z/GbcNndrctYtb9iFJfQXAJMdFOTriXpwtb/osG7NGFBfCwkRNiHUVWBEXZ4+LCwQP7VgSBb9/EYJH1j8lsI9alXftiPOsZWnJFl2zIrvAqnYWJRd5hIMz64MgHUfbRd1WYVzYpXJJmYOkGiaEP6NOZJMsJCOywIWonjMU97U1PIVMGzeknn4+7J7B4rbEGJQ8wfxdAA5PLJC57YPwCsCPslXpTqxIRNQUezaYZlgq8SbpbjxLiALBrIBxtaHLTmoB4L8QRLeeLSga0Tlng6Ot2t8DElj0kWbSFECobKiRY4moaZ1CmjSqYPQ1t7HnKK2eTPjqirAvj8GtZsn2clVHcZ34Gx2qNn+5FG4oil22MNPw0v6cRVsfA7g4HnVaGJaRkUyTDeiaPaEEM/F47kdf2ccRTnfIqnnJ3hJF9wMKu4RUPXC/hmUwuAa0Z7VhwK2wPCWhRV5zG3Dqw9w8DQZo3B+R80ciROI9+1ZXfNGzWyRInQrQtXYGVOssvgK0iX4qCnCxOMvrXTscBbwRn5fRaw77fWzteA/dUSM8zHzifMqwii5gzn5FmApFbSxeUQbiuH9LqAuXGeYaUzF7sE2GJ8NK9cPa/shh77xERpfXQuwEk9cJfE5j0REBH3BV7bC7xdPWQlj4I4e4+4mYW4i3cCpLh9PAq1bR7kL/D8XgPdro1FgD4aC4Y+VsAmZko/7fk8i8frQg4ol+xSjBMHCxGU7RxEMKGieyyHvW+uVDE/9evefDSJJT4+EAQy+hbWLbnANU1Khiez3BI7T7ortha/x8TEAai7jItJmUJBdPurAIBBIPYFtsyFi/hlbwsbiffDXgwCycu6oyL1jg4BIU1YRWMDa0gYB+IMFloXRuayPcFz8LKeqMjGpMJTsnDHFirHIlkAEbYag/+wPviMQP9FwAqL+dUowc9iYaU9bFdItqr85tE2KfiDCIgD6jOpt6jF9JylpNWsDh4AhMpTiyYyELf+NG0ydlnLPQC1XZK1tgJJ/iVFpKAtQXTbeXoVffWlqFvZaVzZ5t7ny3mAX5DCo1R3c7LLUYUX5iClunkSPe4yVWXIpe1qTM32FJDtqw46oy6B6XPRgzA5y6+RqFEVzlS/qsfJvFB1NeGI6lYZzvl1O1UdnDktoNs5xHh6wUufl2+mNLBubCba9pduCU2gmxRNJjhJeLMABtEsihR41F1W1YFDCUdWTq9Mg6v/FEtHvBCN5RpztmH9a0SFvMIETH3J+tW5eQHB6MQ4FAp+kQ68rvUNKxRjEF0N+vDkgD8bJTC/PBHIp0T6gv+QisVQ1XUxcg+MbLc1zr+ZQUTmgx29YfGbmdHjsE2VVrLxntOKvG3lMYxhGxCuwUYwGCnpyb8RkEnN1iLBQZKAPQtjS7+5TWrCZxuB+FYJ/TkS82fewJYCfzmLATNPBMC9v526gD6Oat60l2TPRF2w5WFUrhBYZy5pwtV2voSqh7r8+Rvodustav3wRG+EQJDn45+34g5mGEgBbYKFaQrQ/NYRjV0DCLtBRvyfUjPKtxq2XWe2sC/yPFSql4YVZL18MOUlVvJxFSvgkrHhpK2v7RKmz8YQHdeNC2C2/TpIEmDfe2G+A+fgJ8i5V23k3GJ/l7gm7Rn8WPeqv1w3dAvXFye1Wti1l6tTFjfkAfkd56qFuQMVFklanXCefZToXLUiyP2EQgBZyLbTonows/yu0AwHquXVbXtaqlp6bAAT4CLqZ5pVYmP2Nqp+p/bgzkDy5GLrsOnIP5+UkdFpXz7S9AKwtZIH67r0CLq+zypkT8QlSBJPX/0trAkMfK64e1IfK2vCKIvv04zXzLoxNJKKt2SUxy0yy25064XNR5uU1xcidZR+AmFDPCXvybpVVnfnCs9f3bkgFqn3lC6zNQ6A6ptGvH7lSk9DcN22y6lEdOJOgCzcM6HOzoy5zI4fxkCoJr4rMZI5p+auK4oSmQM6uyPMqfEmpQolwdSfGKehhmVl1vhaPSYm74hAkqKZJ86veSP6eS4WQ75dumG9U99UarBuy84E00Bcs7asVgpC2it43Nc3mw2Rurd8H59GwfT7KQSi0C8GCuZ2YKisMKQUGUipa8xOPzPfsEgS37eZ3ZMu7bN9f7rtjpqC+mVm6PuCD/DT1QnJJGh0o9kPHqQ9SaCkP6cEX6B0XQSlmHCCJMfTKIgKau1TUx+1/XjqaiO/Rl37SSW5kuRSfIVTtjTjRDtfuKwtLiZRLyPKxQ9W1rx+mWYc9KduY1+32egPXSP7//lkNp6qsVzojP3r1+USPpGnImFfc6+UCj9NOLBuwIEaCc3TSMc8SaxvED8bhazyzno8AMLMxaHNPmuqBPY85v0YyQz8qxPDdx7F0Rw7BkFhSJw2imncrv31BUKYKfr40wpGsVUAlC/ysxnaZAAuXnix94LyF1xtwj+zvVnMpio6htYbBkVGTMs+okS5hsGbHEv0TfjnhzOrY/260jSFbscn4Jg3IpUaLB/DSUKrC3owv2TeipbtFRL6yIVqTB6Iwxg+eIeBPngHfzzpPAML3HxRsbUl3cDXjBissrJST5QxIbUhSCa5FQRfIUA146W9guChFnqGL9cZpgYcJ5wdeZFZLA/UYzE+eI+xfvAeqPxscOAKwT0VjP9ReEpyy9/7ENHhjSq8MS7E1Vmx4xAKnh9SfWT7gHUdCtyTgPZ8Kq8S/l/mGrM0/Kx11ybZsjYON3TvtyroCrWrLCCNI71MizuAYjg4hehRSFhjzotli1XHaLcBC8iIdyJ//xcD8Iey1V4C2KRUBdKpr7nj6kd9uezlGYri2ZS6t8gSLFVVg+qI3U8kV1IXvFI45tPh3gF5ytkOa18JRHgG/4BQCWYCdXLlt9t28dJVS0PRT6gGaiGakZjm8ZBAIZig9geKTcKWLX974C9wdEmS02O0VsKa9nZs7Ku2yGxtZa60t6nBjiZffNoCCOInMuVxdDlbK3t87kKx7A2kk1KJ67EKGG3AgFK9tfhaAhPCJ/eij6G9BbSMU/uSqX3bzAI+mTaVA6B+n4ss2RQZV92mvf2/j+6z4xA516JKMsykmmgvJ1lOFTfl0CLUc1VWkDAtsdHwQVmtFjVEG6kNA4sMmqwoTPwXw8ZWXFKzlqglgBPAEi06FGOEj+twTZJQXVR4cnae8DK36/uE+tiewjWb/Iu0wTbjOuU+gbC3/f9w+7rlHYH5O7zeft0MyTcKkS5sX2MFKreE6YE0bG30nQBs/kg0NGysY/Ebu/Uc6USynA0QErpV6LlTx7ejrUtdIOyHaVwes6jmSKskTvUHBrSMOAt08ckJt3Z1JtBDp62rSjliy46QqKRogIgJelSqwr+ON5ht5hatkuYkoCs6mrjpbVfK417/HHyuaebx2FcS7f8EgY6RpJeWre3emVw2V+lSOWmXfRewzzmEs6NwVEfaht3kLv4K+0+E9835/SdB7NJEMs2UzYzXFhCMvTOjYR3Zlz/EJ3IiSjXLtuQSodF+gQHfDY6vx/rrKDu3ZoBaEsu9SctTuZd03dytZwEIUZXNUFfzLOxYPH94SRyPuJaOCzPKZniGgRnleIZZOsAd4He6Pm+ZAf+UWRuXugRIgmTeGMduiSehEJTDjH0MuMKAGD0hmWl3L78re3nPL3EU5Z7lkEueI79IWRBWk562J6R0ZYm8Tn+1RxH0BM1q3gJZRq+1Pf4x6djKqOmZcimfVDUv1r5JnFwnOjYNUjjYKLlOkuAo5fg5VFMFAyZJLEMpQIO1BLv3lkLVxIo490OofOd4kLobIVykF60EYZnM3HEQ+71sx1MvDGqKzZEe1PTWPF12Cj1qoMLaYgv2TKA90lDYUyPHEonIs5AbS3zEeZ6kxbYAxxDl/DNUGarrdCIxgXmHFSvxtuk/xZMtNO4w3jHDZGHethhjTCFSTGcUU2YtpMKi8Sfl1PdaShE7i/gofnqmMD+mQKxnMg83WJWGGj8BbWd0c5MP9eKBI7azSxUUNXPHMDbnhUVRNwLBZAI9AZ18g8J/OqkO/30ch65jwBUuU9dbJujp+T0Z7sBIupqXL/q8mi3frq1X32xUPn6Xw96qlCvqw8+m9IMZe/u6+Hp9BEAf17f25tW1LM9tX29a8Pj3i8NEEEpTJS0H9gWCamsOj+p/UPJaUWp9IFuw0tmhIkqT82Bp5CvzAr0NtC0+EK2KqNIZvHOgeT1ysjVNpkoObmaXiVs7NLVEIjL1lYtSKe/NKl5gE2xmEYD8M9BmtlHEBlKmgcg7fOEsAH7VA4WhVo1KB90iphOFVTlcxvlbFAdzUViZO70yvz8JMj71pb+6saKkM6yFdAFh5GtTiHBE4QaIJtsfMGSdeJbrC9k0mXFrwCpYKVrEzgNY7Ki+dR5IDKyAYREkwk321CUo2csHA3UMPnx50MfASnA3ommox/GAXEF1d1UOZz3lMDS4qjeG7/INy5FZnOSNlYuDcikwcTF05RABNsRk96pM/Mmedf0kzq5tS4vGECxdN5hwOcd3rZh/yhKy/tHk1E+/oUVgahwlRxbEpF50odmAbAF+fJakhQHxCWKnx05aDMR1pedCEeN0KmjVVaAQ2BVIhO39Tll8ygko1JvjLNMypJfUwU7V4NXCTFAAlQdygTbjPX79gSp7f9PfWzMXRwFhAo+6jaWXVDttx+TMstIhq7uDeVpA+8p7NEcczXtNsxo2YbTcMq4oDvpilGQkiARrkHQQ5FLEy0ZyxkRIRxXOgTJl0pklEnSCLYuH4kDvCBgXCQvp8mIL24kkHnfXTDEk1ZVhB9KKj7jfZXEm8ifXhwSbDYT9XVYC4bh+Wbn2OEc1cHVaDvebtYLEszobb5UGfGM/BPUF4u+fNIG+WRFM3ksoaUq4B08R6b8N0fDKxLI4RrzfViTecx0kyUPFK6kNtCX9VYrnnX4Td5825+238Fs6CPrZwv5dovc3Dhbf966vkvv+EaQ5quzmAPL7e4CiP3TK71nV/0p9jRPNOqf2vXwaotsnnej7BzdckyvGPRqadmPuL8SS297ay8323j8EthfmOvaJ7bwtF9cRA+79rprH5Xl42is9eF4/ZHFEuHaF4PuBQFjZnll5IsyPQiUslgvLVAlZZVXNuqMSbNrkZfvNsquTxrHGEI53M5X9vhhO3CKHOLlVQUwCwaGQHKcaEXQ693iOVUhyeoL8EJy/A1zCx3J9guIgbp8k9zfHAMHjVHnEmanA85PndYcElPd/GARSm3R8IiY4O5Ly3cEzci4cP78eivLPSMT5uXbiQsR8ATOxXfwuu9R9MpfvDQ8C93Yv6KxKEbwJFVK/gNC+cAk7x0hc0QshfIUqYgfC5epxMItrJ0SK66lSuPE+s0CIzC3azf5yubVpdfv94AG7M5cTFNUQKfL2ehbdXRYxL0kMQuzKRdyXK14RyN3vnoSvQGJFJJJSuSV5ciJlq+bVSrihK4rZ3rkNjI6Cvny1IeUrDSxfan5ZIjWF2R9gmnnUcemLXz0uf+nzXj0ubekzXv6yV40L/LqlmRj2/SjoGyECwjWIHAEUgFhbE2nLSjtSsckY6HvX18u3rW8f92X/RLRqHfbH9uiKRONUfpWt4MPza5rhj8XLt+Gv2cHL9+LvFl9xgOTbpktvLf/UFLAEDlJNZmYNIBzAcwF6vuxlt0RomgQlN1nnFcTDLeNKetXBCI7B+EXJvTViBHhqBUycBsyYCfaeFOh/cX0vAADJ+wAA1ZMbaHwGnbiJurhleUOMeejpQh76uCM5xfwGB1n0+xS8ojK/ri5VYMGzSWyfsvj5fMx0NjOpGk6sHDqptwN4LUGrTv/5e8ICZPJovIv0VXPklydEPm2vzWG7J3yw6PraXJhc/oyjwllMxL5PzEkZWKQP26te/do7C1jRNoSgPZ1WdJ4gtvZnVyVoHx3jAsXzBvZaMuH7utci7ZVbv347dpIfAQAAAABNI8ZyqgbyTVrOmTuscKxnaDrnVnKf9cXd8imRvZwrf5XfPLjME0WiOnv3dgDwAn4Grn33pS/Ceug06Z2jQM8EvtO+hz6LY7dUnGkMAHQLh/pj7x59O3j51OocuPB4lcC/riZ+WmzJ/al87q1z8IU3WyWbgAal9JP8exPdgfMpYFkGFe8hFB4wm9gFmwyo/1tgxyWXg11VBM0NQmZsY0EQREYSkpEO6ZEBUWRECjIhM7JE9V4A98xWRULA6fVclMwBbw3YD8AHiTKCllxijidEIITbdaYQclYky04UD6OyI8MdzZ03P3yxY40a1nWHJ2zDE6bkB/bG4U2btwQPDHZFBXRJ0kYrLfVRW8lEpJw1VZqUmAz59rUSBpMi27iFHBwex7YkyHv++iSKlyAoQy6HJBkyAH6iACBdGBAmecdQ0lq6j5MtJEsoiAXyQM6lOhtnSAaYhcHAsdZqPSs5b7xIeXRLE8VqNwqhgYcLxM1IqCHIdj0b/Zmw0/Fi9w2BlnUSiHTKaJ6EFYBJbVXb7El8wqjSuvdJlyFTbs25z6JqQZHNJCwkQw5VW6+Z78k0ebLNpaxAuixzqAuZRUNEREhIgbAceTpGU/8Z2vM7+uPgA0tE6OwpCnPIJQ7PfpI+McJTsGQ6P54pGBwRSyMxxDIN2aDF0yl6mclMs2isNrtMaxC7/A6v3hRmBCLWaMxijifSuXC+5C/b7I6At1A1mvZ0tYiJwPXCFa022oVmvZIvZjOpWrIdCvoaAxHe0D5yCzseO8HITHSgJlNgBXQzuQVYhNzmUC+wEMxSAFxmxWZXayqzIbCbLZLd7uCvKrv/39ebi0NyKVWyoAC/RPHiuLnYmc3HbBMu6IKeSlpqpZ0OXgn3MFHIJDjEPbQiwhhG+4dJP1prrZ220SZaR/sA2kQb7XUQUYCxYcmONWPP0wwAeDVceSlWEWZVL2mlzEIJAnIoM1i4GAvROkq8Z0PxmZnxlTlWCrdGlKnxqWhbxJGPEWKkcArgiFdjuEfXM8MVejIaICUdW3Dm7wjwULQsO5Jk2pTikTz5Cjzx0roSPwHM9s0Lr301pcQb5SpUqfbZkBqTJtSqRzOuwVu92nQZNWSEm6ucOZvq1fjk3BX80BGFOCMxApEWLSI7WkbbiATYOwagN5L5Ow1xiXWzgHIrS4UpF1daj4KULsG4lFxq42q4pKQa5jZDkVLvswmIrg0REhf3gtS5jbwq9cpUW/NqsOVsTEvVUoHAik69fWw+lBfh9uOJII6IJBGZ6CQuHHypH8/Jizstu/DHzsrOwcnFzcMrTrwEiZL4qBIk8AsISpYiVSoPC69Uabv69rO0kCokR82WIxVH7sG+dFATDvkNrZnoZA0TouxXTH563XY7w8cbAE7t8MnaSw4ErRtzAENDAHn5kSIUFnAEwPMFRJKYSqEHss8yLTDMDH+yxJVj+DrIQZ6uVugNWIP2dUazgbEFdpEMYHUGk8OWtx3sUPkFOAZC3r6miIJhIk6QmCRHIwARyUWQ4Q8p6cls2tR9uVorwj6m+ya3VWjHpNE401UHGTpST7u17pEI7+yoN66bFwmSEn9A/oEV0LEUFmAPcmNDLcQiMBI+uLD7Gtx2HwCnACm2AhWWrWL/FQeUUhGPCb8/31+PNGAWBMyZ6WT+IaQBQMbYoPSz6pK6J1oEWGsFumTY56dUWRCl91kVVCn5rHKyPu0Q8hfGGTieojvejNL4IDHiZan9lAL/FztMaDafbHGSnqCIq5VG7cWakDP7HLyg5BNhIisxvYFT1erIRz6KMUamCZLcdUeakAOflxlSs+wDxv+KXbIFVUh/6w5PdJR3B2Hc2AtrZwhqo7liiadDVkhNwdRzeFXJSU5ybDfOqt0Ptn9Zi+zHeO5VXmnilVxWEEkwm6W71aCbMh7KRlWqQCf7sWvPQm7K5HSULmSFZnTgaHntHEH6SRry7WKiumrEqFPst4yZxuN2qzBdwQYHgK29Rgbp8VbIfI7MTHNmaX3Md4YX8T46xWvyAsfGzt9M+86upfV+VnilHt8a0T3nzOJs/kepLHi9MU/N3fqYqwA4nW4gSHhslx3Se2GxbcuGrbu2J7gsC/Zs2rh5PLn9nZKiSNd5/UFrNPz5/p1ewXYGJA6iXBPcc9QkD/DQ0TFSmEwD85I4uTgUsyAtgHArEJZLElBsihQqfw3eoHgBmU9sFk1IZCvbpbnpJKKjTirAOpPUCbNIEW9SJKkL00NeoIgVpUAhD55MFRH3Jh/zzGdhIV9+/C2y2BIBAgUJFiJUmHARIi3117WXVpMMydf2DYmJcxexfohLOQ6XwIxpIBEIOQN2JqkIokNTDRcqLTrgSSIx9I51QTCNMVk6BSLR+b/Odo5CR2959/lWwTFbW4PY9wWko7xgC2RFgbZYiriSLhKYbJn9RUFbObO0kC9bPSxJGxkynCMlX0edRBQo1MeMJQvWjKRJd9cpcYV+u6Sk0F/XpLTSWhtttdOe2AJSZOgLBIPtQUU4AkREZOqYCH9mAQO62vQckR4ZkRm3S6YSJUZSraKf7JBIdbkk5KdMoUYbSEjiO5lbXpSoaflxzFdAEyswLvZdEKNxyaxKdoWPzDEHWtM5umOoEPl08dU2FiHB5UJS4IHI/6gtgvTfCWRxHjWALuTRDSgPtCifSVwWDCTP9NephYlZGd+bmbdEnXlk0BB4XqBJGug0/jAUy5zON8ORwPC2wZl8q87l//ofeD36X7p8ll4sYP+jbD52xeVh2/9TyEMQxVlIITJuHbQUEtaJowDZg4DhaGG8F/6eWTuOdHOH11RxwkjGQeNYuNlHqlpqObLwT/6Mbsqxjb720kMmIJuVUPWiDM48qflJpjs2ixLlu1PD7CeuAWlPNCQzef5Lf5VKV6yyWrdlmVbUSrfMprmmhA/smakHg6KMcoxB3N8pVx5XqVT8Mdb2W/PFLK8UKVaidLgrlA2zBerAalkNGTT9rSTCGyWOmXfY13dIltzt7gyu2KX+xRONoENFq6h2KFrHZhNGrRug9Q1z+EPGxYvGR0IkxjCyof/WCjHCd8kOxhjalV88RbMc7zfE3/68LGvW3cPtytTeZbchUSvNWyc5Gr9Amby2bKwEXENhrYPjfhI6QYX2Hwv7NFCNFeDIjBOEnZVcLeU9KuHgdEkLMZZYR9xlEq7yF0Q6nPHIBaZwh5E8NGD0qJbSb/rPvJQqBUWpo9HLqfH3pSPWsEd1pSEQwchTXU2JH2jJiupKyLjkrZwIhy1tg+YnYMhY9z5dM9RoYi6CvU8IOJglD3StUCkdOSlw92wC5WiwByA9Bb64LABAA64FP48ltxKwBapeZIfXNn/xGIABXdB3l62a5KfTl9Lpp+mV+pAORHCxmpRm4HPcjPb831HHMAIIXmeEUt8yQj3P2zmEe1WwiMuAt8EaEjszO0d/yKT+ZGq6qA3BCIyJ1qoqcMuJdbA5YDnn1thgix2zmM0c5mKPA44ILmRNVSmCoB5nXcsfZCmV7ylA1wkAkhO74UH/4TItxPgGw7S/OZDZEtO5OVRlDviuDjYuZMCVVZMLOYkxudOdLsxNqs0N0hLhq2pyJZeOy6NL8yrVmFe5ofBqciOPTsynK/Mr1ZpfOaB68/MfvzTSqQV0bQG1s0DjVPfCA9VDrgTXChpaRsT+fsYCBImFQVRuoY0//Y8TVPu5th0DaASPHPq/FQAYFkgAJ3gafmuRQbxHCKBqiyLn5YpwJm/7JXgagTs48P/tEsQXM6q2+Gbmnv8Fj0TBGYNrQw7w8D+A3xQHJAOtQ73nmQCAMG0AMBSm6z4toD8REGgBgjHDzrcDW3wBqp8mJCYlp6SmpWdkZmXn5OblFxTWUPiCPACQgAmulYjRbcQAKy9AWV1MVCensYoVAMAsy6ULIxewHAA/GELlk1cYtg5g7chMZvTY8bLSU6YOnzR51JhxEybqoYPHBhxhAIoINI+i5gcEBQ4uzC6t5EkBjwM2ADEAsAnAGYtlODBHccVKFYDROQDWA0A0UYOGO9l7ejBbHUDDy43xsVuIixLOdXN1xxAALqpgq6E/i1mEoKrsCerUR2WSQoEAbqSS82Nsjgb1Ug4CNRGY+6UVIGeRHgS6BWJshqnnDiNiOtto/knhYpoi42xdPcPBIpvuBV93IGJSK3ZXEhrLXCROGeNcCFmJhNJpbcZknfM+hBhTvkKl3NcQrfVlWdft0H0/jjP8C92hvvU/P0WaZay23qLqPoig2fc59bDuPWaTEBwS4rPqCtnEn40UjM+rEnMvhlcAAC4NvOHlw2OLXzvyq19fL/EV/+aMvf222+94+5Of+vkdJ12PAFgOPWz0c0nN9oHBufMXLFy5ddcvj9ZNZtgczpd76fRqu3Pcrs60Z82QuVO1fqExCFQ1w6Xdu0ua5bPhSIZTuYh1+NR6k897D9caz3Z/2a9xWAnweKprBMF/TnyOvdepKlSno9lCOpax1+sduvCHptPts72QngjWIh5VczwR3m/aYFMUhS8KykwYUdW4S5ykrSHGYMvVmap5Ftb8+L45N9TRWK+9i9FUQ/R4zCz4pGCKIjzIh0nIXKL974aIssR6Cm9ePDyFWVHiwsbNl/9h4mtg0h7g6V1QdBDogRAKpO6B35sY0sSHTYxs4pcmXtuP7g3MaCBzP1Y28H4DOQ30b+CNBqobeK6B+gbONTBsPy6V6NpAmwbyG3imidebKGniuyZiTXzZRLSJnk2808S4Jh6MA3vHgdPjgPUgZB+E1w+E/0x8USJYIq2Er8Q3JV4r8UOJ50oMLtFuF8SXeKmEu0RWiadKxEqUllh3Jn48E4lnYngJ+3RgxxhQsxZ4vw7zc2BnDZgwCMzsAUyzAPcoNK0ASjJ4cRTk6cDLK+DFFXC1A3iwCHgrh47LwJCBksGxeUBVHVhTBzrMAhwb4MdeGD4EjBkEaxeRrk8e3hrESgguGVJSsmmEwFwqAVv1cwA4/CZq5YsoxKnrTuJf+25xvq1stPiodZsRoc1cGrFNGIrUnpkeuSkzo2u6DdG38uEYWtcZKKldWcxEbO4NjHvh4ah1JotiQuao69qD0P5otBV2w0HYiqrjBFNRxT/xKkC4PL31IFiFdswLaYAMbFLuqH0PwCxY+WZPilKKY+3UqrA1zqe34tn4pU2RDLcttcQ8ruzZsmQmop3W8oSFZMmULlWKZAF+Kp8kiRIliBcnjpeHh5ubi4uTk+PSANnONraKRcyuyVVcYzM1hsS+Vnz0+lfTJYIADGaloAQXbSSQCWHFCCRvzFrZVwgOWedlodsiXn7igIddIoHD4AgkKhowWByecIp9GTKFSnuU2e83z2ad9t3McsHjF0AoKoZEWga5ohF6QxPMllbY7B1QKauh1dRdWWB86zv88DMGTU4uePxa8On7577e1gHQPYO7NiVB0bWBiwoBkbXvJngvb4XhB4xAbgaCwBAo7Bj3pSONzmCy2Bwujy8QisQSqUyuUKrUGq1ObzCazBarze5wutwe73F/IBgKR6KxeCKZSmeyuXyhWCpXqrV6o9lqd7q9/mA4Gk+ms/liuVpvTn46O7+4vLq+ub27f3h8ej5xoMShvEVcRZxlWXia49S1WmXuD3Rjvrp9hXLgKzr1fV+rffoM5eCeNZ6eXwjMV0y32aX1B251m1LgCfSU90zwXPQCeSl5hb22eSN7e8sqSbxXfaA+Xlstb1tF9bdN3vDV9M3y3e6Hw0+nXy6/lZf8qRDujH0jfYaW0t/oc3Q+nUJfonZqojPos4nXih0T/r8sgEEbgdz1Sa90nvr/w+LKoGE+MHUl8OnKxfKweplR+rIWru1Yx/bLWiC2dp+3s9XJXaXWjG3agrqMFTl4XiXfDE8TpD6ttWzwOXQl/WLBHHj5eHRfC0Uj0Hk53N0MDF8HqL3wzjrouA5ajlReZQyPlm0otvrTMB98qHmkmsziKgZ7b2O7Nneyvq1aB5wqqUuHw6+bo321w9WE3nbWWz7jP3qMfthzOrKs7K0VbxNnhLjODM1Otlh54vF8nTrOxi/R9eOe4gK1BT1/smE+sHopQLD2d1LnKf3D5p71i+nsUnQ26ET9J0F8APoE0NcAsQvg6xC/ELL2gW8BIUQiDk/gpCOzsFKZFRogRh3IGHCzAWEe6FLAMh1QT0YhwT0/SA8MHNcefuhf3v8v7xP/y1MCb3eB7+PhiQ7f5eCkIpqG9dLluYhBHQbVIFd1+rBN3yyyDT+MDetxcUXoN54dnLqAE5MlX3FCJCz6NF4Ua4/20JFpLHLw0Z2zSzu0MSKHbxZnMmFSPGxajOVhcAtlheA2KkGYT6W15bkVLRe7o+oF9tkjBA5Zz/yDIDiXkSq2jU23sdEfEgRtPx/tEtN9TgpBd36w6iEEN52kYkPWM+FEaiY7G51KLTJi3Wewm1vAnWLkEcxploAad1LIsEXYdMcIFkbZaXkFPskpXFbUonZp9Ul9McgbDiYw0hkj+LgRSQti1AQ3ncy4RL3ovD+MeGMUkwjJhcXTjsmM7mBKlBBUqytkWRiUoTi9YuWCqRk7/4dCcdJqhhu2DzoIhoMjXbMk+/m3+T6YH5HeYSH4kQFO8GgwhGCE+RQtx/peUZgYpZipGWFyjhXm5wZL2NSWPDf7WwmOrgjjO3IsP7o2tkMtfn9kn5bnBPGTpBTQ7ATV3qBGMYL6DfxAvFgWqHeNRlw1LYIZT9AsD0fYMUIc4cC5TeclaR56NGBBKGaU7y0U//DebQ8gTgkMzf6I9uD7N0HPOJqknRSUxbew/Ki/EwxnPGG2tOW0bXb7gnPUWX9B9zxbtRuis94G4yZLmU9ZLSvH+l7RSUHZLY8G7pq11x2TkDSdtFjGekZewX5eySXXRK/+Igzhq/eA8Qaqv+HGE2ZLW07bZrcvOEed9Rd0z7NVeyI6620wbvJbdH8v5VL9GWW1rBzre0UnBWW3PBp4adZed0xC0nTSYhnrGXkF+3kll1wTvVq9tzdQ/Q03njBb2nLaNrt9wTnqrL+ge56t2gfRWW+DcZOlzKeslpVjfa/opKDslkcDX83a645JSJr+dlHeTnXy8bM4MtYz8gr280pv8XgujedaRK/eYvijej8Yb7g2WD+iXtCf4cYTZktbTttmty84R531F3TPs1X7Izq/hWW9bz6Dp8PgJkuZT1ktK8f6XtFJQdktjwYBmrXXHZOQNJ20WMZ6Rl7Bfl7JJddEr1Yf6A1Uf8ONJ8yWtpy2zW5fcI466y/onmerDkJ01ttg3GQp8ymrZeVY3ys6KSi75dHgjmbtdcckJE0nLZaxnpFXsJ9Xcsk10avV3/UGqr/hxhNmS1tOM2//Lu9f73XPPegBAPhPyNeQH4AKiEXgckINug5jcOK6UN1oL1l1uYPyxsZHJKh4fJWCKsNeLah63L0FoZkA+WgDZOs1WW/3rWINID8FDwRYiHCQq10T2W133oyHEzWDOHf9RsKbcfMkkgySWqr0nnreus0T3YttSWDJ0wxoR5Mzt87wyos3b9xIEkGS3oyHk5xBPFk0g7XWqq12HXXqrhvdAg5LrVh9M4izlnHzCbCD2qjYhsLDCx8eAqTADrwZOx40diDHeIORBEC51CWXXcYjSDBIiBCwUGMg442bMAX29X59v2lzYPP98LNfFu5f/t0lmLah7NgDYV2W8ctHQCZIEEyIJgiGHZi9lyCvUMEqVYLQ9ELpswDyxyrYmnWQLVt47NgB2bcPHuC8on+We8SQBJMiBSJNAUyRIsghymAqVEBUHQbDcwVx4wFGchEkpARJpcuUBSVHIRhFL0ifGbDvvkOZHVIPHqxnCGLEBMyUKQjWSTAiIogDFzBXPiBn+YL5C4YSigwSLRYsXipIRpmyK1YaVVVV6mrUpAmsWTNIiw6w7nr0N2jIEMikSbApX0Gmm/HdLNgPS1CYlkH22vPff/Agw0EasOEG4U+AcCrUwtBKm256DDJkwgQMmxnrbBzLnkMO3JwB8cqLv2AoIULBwoSDRIgAiy5WvDSQjLJkV6w0qqqq1daoSRNYs2aQFp1g3fXqbxAdHYRh5v2muOPG/ZH7tc19vXl2ivV+RzT6Gd53aBSNolH0K7oZMmECZsoUBMviHZ548HzFKRdneIJ45+MsXzB/wVBChYLEiAGLFQsSX7L0Mt3rgdzy5JfvSYWe90Jxpcpr1KIdrKsefQ2io4NMmnyH5yPPAO9fwS/cn4MXBJUAoVSoMXy/C2NGxoyMXzesrs2wy55Tzly5g3jmiZSPs3zB/AVDISO/P5mMGRmvcTF+HfcqVlq12ho1aQJr1gzSogOsqx59DRpvwlff3r8pvPHijRfvR95nmRWQVavgAb6DVMB4QVAJEMqIMZP3G1FSKPHhiw/fV044AeKYMxcuYN583uGLD99HvieSqHeUlM88BMmrUnXvNNeMVpc+fWDDfTDRhI9N+2EJyopV8Ouo6XpDJyPWnUDkBqXyVm7U3CZ6GkL3CeoF+NcgPBJIgqGpQtG9uov+1ccwQ9hw8KxBbLssVBzY3RIkSgVJuznk3ia66pq65WAt8GyhOF83vC6Js51zvkChhYspTUYZMuVCybsFUHSCdN9uBhtEb8fesRGanVD2iDlzzZV7nkglSi5NZlRV1WqoBS2a9jr1NOHjEbBPyJ4oidx58gYj3wwod52t9gc5zmWxBYsVhYxMUPTNg3IX+NfWgPgRdBMiCiZ7j6KVDnwOTnUaqcuCbghhroDVNOZrXzH8hhqP58Xn8aBAYcd/+REgCQXtOgj5xhHvLljCLaakEqWVot51A5LnoBeaOhgmY1ZOQqH3eUDqk1gcQMRJgznlhdQtUUUhS4KSWS6qIfCA9IHjsdEG0bkWWHYckRuUS66AkW8MsSggT28Z5VWgaoTytnk/rIIHDhyFhEcRfTA8Wyj2ToIQrxvu3Ua+yWT2VnOt6EbBPvTLb4sgf+9f/rVqrTXrbdhs2047AzKv1kRoWOCBgy9Rn0n4rgzoLNlkj5gLt9x45MEzT97dRq5GXU1aatFeh64G0Bsz0ReMFq20ZqO9BQMIhgkiIgqDgWCxJBwexmBiJCVyOUqhxKp0ML0eiosVLjwLFng4Xke8eRNEcg47/xtMqFCQqKJklo+OCX4h/NdbHo7EgTthoomSTIZiipRSopIKtQ7TzJBJOJbZOtEJpBJXl3x+Kw5onDkNf/pnyTLYyl01cPh1KIRyyg53GKbzggsWJQqMfB9Cua8orhy1Og21oNWlpyH0JnzsGwYW+KWZff0xCAAAzARx2MJvoUYT7ChdnIyZgOTKA3ssHyfK3Rl7scaW+2jmQv8UuemDUismFs7Rtc5/rQHt46I9QFnqTNDoL9ofeHl4Z09gdrLQVKGoUQfBFyRYGFh4t0UpAHmiEIxiCYRpGTzOOc9g3j/ycxox1pjxpqwcaO4LMXcG40HCBsKOHYwDNwgPHjBe8iAKlME00oB3BYQsGixGNUiNTjC6T1AYlsFWbILstmu//1hY4IGSh8tQeLg5BKLkMBiGFYi102Akt0DIYsHiVIFUo4ENGwah+wRl/s7vMW1DDZR+UpkP6FFFDwzPDMScOZiFYyDH2YMRuUG56TYYNaqqatTXoKVWbbVhWAD5c5dYsQaybgM8aMGLfcHm4UoogolBp0SlIzAFCOm7WQtgi/3FtA018GbPj4BGPVKX/nYHdg97M+HEyZDB4aCDYLJXBbWrh0EmsGHhIzDPglUnEVWCjB3TRyPul+Fe3ZjtDvz/xP8YwYQJ44a+mmjTwcb+noSIiMcpp/ByvI44ccItRDjI1bsHCwv7i0O7vuPFR208OCjtLQRIQpF6M24caW08eOQwAsHBYUPInb8CnJ4oBKNoAWnXDdLXsNEmfW7Ktl3sfxQACDyAfsYHCEpvqWTEJFO47BHzRG5neOiEQ/btg0fmXvmchyI6BgZ4APmS5T2HZYdYhKsiwci3AMp9T0/DRhofgE+BgKIECvWO8fHuGmA7yiJMvkKKdKtkqd1zvwdyeup5lapr9K4mtFYH2I+ePDxHTkidRy5eQlRVvR3gPGw6nHHiTpd+BkwygcsJqavIPcFoxVrrA1xHVA+dIXL1Wmod4D6AGwQJxhY73vgJEAYRTZxkugwYgeHCIbkFQi4frW69zZn3AzzA802X3gjPV0iFIZc1wHtseJGrQmtlgO8oKBQpg2EYQsFny44fSIBAsGDxoJFNp8TktTdgVJUg7XXYwwIP8L8OmD3KUobJkhUiWIhokBjxYFQdIIw2BgReCIsHiT6IASswf8FQQoSAhQoDuSIcLEIESJQYsFgVIFRvwZo1Q2nXDjZoEArdLxCmbagBwW8I66d8RglEmQ6YHhwUCxYglqzArFmDEAtzxRWwq66CkMWAxaoCqUYDa9MB0msAbKhhdJ+gfL6fmbpTBoSOoI1w6jTog2HDwsGDEBDAyO6CJJYouTQZFSisGLVvpi2AMW1DDQi/kPbNwwYvCH8ChFOhFoZW2nQzZMwEzPSags2C9bXhWPaIiCAu1wXPfJzNl/+9TEjhyJJAUkqRXrrMatVXrwENrL12nXXqrs9AdCNGQEbvKGONmen7gMjRcTy6WIFZXzuI3KB48QLz5gNCvhVQvQfruJ10327oPkGN7HyVOz0V1II1RPPRF5Cp+9WA2NF0PRjwYBbXAiI3KORKvVYP1lADml4o9DtrMu5v6u5nnvuj+2+BRK7nW/tcRmAU0yAMv6GwXuzeGZf3csGbMNHESKQJQxdMPwPGYeHgQPAXDyECs8wRuUGhKAIpvXRGTIJ9jmHGDMhss+bMgQekXkDKA8ENxnO10M6QUUaMw7K+1hARQRyuB2dKklyuggpQ75bRpA9DGtM21MCBF2eCh1tHaNIDMwgHDw9C5AYl7GZwTxFYya0zIPNiT9w/nOLCE8ZRemBGGTHJFC5LVqxArK81RG5QSPk5fy9wsSTJ0sEyy5JdjkcegVCUQI1x8LVycPOssgEekD2QDwICBHmRwAkQutroMALDZobIDYr7dYeKChpAf8sN+qB4ghSRj/mhZeYcpuYA5mi2GqYVHHZ4eDACKxDr6wTp7JgPWHyzsvLB58h86CDN96fFh3344cIx6Dv8xesFSQCUEC0gtNu70PuLaQ08cOloRh8MemD4aw6RGxTfrrl9MwwfeC4HCnEDavigV1SQgeCXXTAnnQQjXiIOJci498hWCMJoxmyz5syBMX9z+UPFp9UKCJzW27Xf/wHqAdShFx35RZxycq7zA03fLjZ9+mfdQi5RZrkKPAGjeI59zIFv2wO3/jD8Orx3Hkyymt/ICRgRWJgrIrG7KQYsvhSllc1s9FiMDnx4OX6Yx1n5nlToWc+87JWS3iiv0bveae69zsN2aByH4saXCLEOOJgh47DwWbDKil1Ep87Lwys+HE17n021Y++IHJnYkXTodQKxICElSq5Yae066jeE9e7D56N3/DHWZRFFiCvO4wo9rWJg+jm4H0EA4JDUBhgv9rr1cEqCdHIUUqSUGoxAkAwZ4IGZl0a9B4MemD5TEDxbKCecAC2z4ZQ1KFcORvMHZNESGNM21N/S587NmWvOXHMf5s/f+ecfS2BMTJBlO1Bj/Hz9+LmeX/rjb/8w+z/w63T8QjcBHvj9Mv/tscAO7JhjIERuUAP/Xsirm4cx6lCPCzMl2fI8ZaWlztngbjLpIIBG8TiZpLN8QSqpVb1ubbW3OzvtP13A51GbUjc7XPXJW+50B7kkKT32tOdeVuJ173CG2Tu2z4gFCCnJDyz83+0eXP+Ffbh4tvdH72wpABBSP5IEgI7NxAeg3+qTfyn461WT/08xfly53AOBBy9kfCAospCibuGQ53OdWwTvHKJnjAWeJfT80IU9PMDoycE7LaScE46wqYeEeaB8ncceDPRU4B8J/JOAfwDQ+g+lv3a/H/1+8WvoF7Dxym/XIGw0GEyQGrVqQV3qcAQgpk27LtCd7upZ0Nel3KctLZJZ2JQ9uWQUKtxyxn3gDrjr7inqWX+t5qPBYG6h3QnwlmK+92q/luyRahZsGp1MhVPO3HDTzYcH0Wm9TJ9rdR5PGgxschyHRwQC3BKLPNAFR7qjvM+lECeXPBQKUKmIkwtccwPccufhEYy50NzLC9oyd8EAergupTaOgCJ+BGwLm5YWkcwCe+xkMlCoiJMTuLgQtyuvR1hvk7rHdBBPGgxsMhqHQ3gC3BJLOtAFt7oH2/W1PJrNWnstmnPfAw/h6KN09gQ89XROp6BU6UHU8xYd3VHo3fyc0QwO1xTTpuHAjC8vZvkpUqwYlKRSdWrUqgP14YwYhRtjAX09nSOZMwfma4F1Ii1pChSAGxAc3vtRPgBIdyBFTZD3xQfCekkghXvsXirdnrnXAjecamBkBKZyILsKrrn28Dx7l82Bm8l7vXdPMNvM7Y37mLbvUqTKAJmyUGULFIMSJUipKvjl6thdJEq0GBCbWMOGwUiNMGoUjGWDTTYhW2xBtmdf2//XkffcPJq/18I3DEJB6nFE0LC4LFoSKbAIlqwia9bBSedCeTPeqrd77/LeB5/AZ5+RL76Ar36ikUYuyFOKlCkHFSpvUfvmmeeegxd5113ir78w+7et3idf9TrClOvcCyNLAcYmBzE9STd9ua3JbTJuS7E34mc23zb4eu1t827bdtuwkyoNpCejMp1AB/TcMLuyrboec5cyTqt+ZMAA3BosufhHqtkpiI6eARhZECsbsJcDmQI7te22VTeyowApVASKq4RSZbAvXz3slklXdQMT33qCjz6CT/lcXxT4Dfs/vPQKvPYaeeMteOcd8t4H8Mkn8Lk+e/I4e7UANM+FYlsgJnGy3QcvsQHHB1VApmAor1RVqWvpNFOHIn2TudnS6epy5/i87Zm/d/TuH7M7zxm7mxbttOnkyCknzoUJL1xECRJLlFSN2mrVddSxjjlel+669fTdj374eUfufek9z5HZS4166jSaY25z2RckuGAhCcUVZ2sVKqtU1SEddTjcXZ11utdnX/ri6x3qH7bvOcP3U/KKGRtNcSJBZtgsV0SR1C6XHZ1KxdWtVj29Ws3//eh/5Tk/9QcCXTMMLa1UypYXCkBvrEBhhYrao6027V11rWuu98bb3np3+/X75zkDarIpTTE1M+aZEzTP/OZbUJS1rbWuHLnlymuHne20q4sudcnlXnjZS6+u2F98z5E4OW8zEMAIxyRlGS9kqRq6tvWwt3v2sVp+6zh6fX3+0meD+RF49x08AQIyBUN5papKXUunmToU6ZvMzZZOV5c7x/PDQwghhBBCCCGEEEIolUqlUqlUKpVKpVKpVCqV0m5z5mVsNMWJBJlhs1wRRVK7XHZ0KhVXt1r19Gra4CJFFgh0zTC0tFIpW14QhkqlUqlUKpUCgUAgCCGEEEIIIYRQteoiCgQwwjFJWcYLWaqG1oNAQgghhFhrrbXWWmuttdZaa01yCCGEEEIIIYQQQgi11lprrbXWWmuttSYxhBDCIjNslisiNAghhBBCqLXWWmuttdZaa601CSKEEEIIIYQQQggh1FprrbXWWmuttdZaEhVCCCGEEEIIIYQQQqi11lprrbXWWmutNW1MpUUySVIZMMyQUZ5udINXUaKLFlOBF73wskYwqMnfoVKpFEIIYdHLlVtu3AsTLnwQQgghhNBuL4IJEkqDZpq0cuSUE+eCBAsebrfb7Xa73U48SZIkSZIk6U0UYYEARjgmKct4IUvV0HoQQgghxGpZa6211lprrbXWWmt/5BBCCCGEEEIIIYQQaq211lprrbXWWmvtVWrWbBkbTXEiQWbYLFdEkdQulx2dSsXVrVY9vZo2rHv3BQJdMwwtrVTKlheE4Xa73W632+3+yiGEEEIIIYQQQggh1LpAACMck5RlvJClamg9rLXWWkvsJEmSJEmSJOlRhBBCCCGEEEIIIYRSqVSqtdZaa6211lrb7WVsNMWJBJlhs1wRRVLSdTOb7r0cHd59nZ1+/V2u4RBCCCGEEEIIIYQQSqVSqVQqlUqlUqlUKpVKpXZ7gQBGOCYpy3ghS9XQerjdbrfb7SboSCNCCCFJkiRJklprXUwzZVaAwAIFFSK0UGFlL4J7r2SyL7qSYIIIqI558hViL1iwQHqABZNdkCpTIZNSiqpNQqkSpPrjK4+POz7rKOh4jhNCnHa+BgTu98MyANDl4yvEPHyhC84lvnG0jmW6tJFI4KLLQFfGmJjhQ5ZzWOzGbmRW7uTJg3m+Zi3gaB3NTGkjkYCOARgjUyhAjcrFfYuFG/fA/YctWKMAFKZYiVI4UKY2W7LxtJ7mmRfgpQ+oeYSWJ6OUhmlggzI4HMLjgRCBqAkWmnkHdIFu3T+Vusv8fAFzmWNhBbYv5pjcdMstcMdduHUPZU6xXWSWqQRVxUcggoZqSrNm0KIF2ZANLtbFXHIZ6JgRCws0613Wgy12jjjIkSlROePkivtuj+YdF1x0CVzeSE3Zxh4HOTIl6sZrFCkBpalRW3WpTz0uHD6CM84gZ50F53LO+VxwMaa7XZt3wTSUhzGGX7iIQ5VxGXLRw8/yxPM9z9R5xlF6Z8YxDDk149w4x5hrcyNanXnFRVW70kjGfMikz/UlU6ZxYBQjc5nbeA1tBuAYzjnOZeNQznHhioNbPMRJwiY5D+XIweFRcptmwqSZ8BJGamIKC4sDbtllplGCY5SGClapEoeqVLeahKo51Kbuq2DNCbYONB/iqPvzIA88zEM5ybmXtVo3mnM45mw46NDFQW9T4R78ss06x5xCdotZCCaq1Gjg2B+GGCw1lxC4ZL6B0z0r+N2ewNnX5xW1lSMciaQSF5PLQnLJuJGLF41FWoZChq8Yvlz4bKFg4VGFrxI+SSgQFLF/FAAUZOd5SB3IyDDW4bzXm51DJvRa/jb0TTywdQQCdz4ib2mq7S2aCR9t2FobQpcRDHMt9u9YIvkKf3bQSrGyUffcTWKST+oIpUCJT2qT0mTdwhNJIqrmWrVp16GzbnQLXxXyh/XBgw4XbrwFGTNuyoxf/lqyYy/WBGQ49iq/uuEPZnh37gAncVI04LkiuShEgiTp5aDo9cG0Wb8xr7EAPsc5gciJr1Cx4qXKkClbsVLUqtRp1KxDtx79Bhpq0pSvps1iWm6PIaIH6Ol5cJ6aB+ZpeVCejOcm4B3jBhyvQ+KWM8crIYlIdGJRO9BOs4PsFDvBrs2LAKDOHUDpCSOz2c7e0JwyB8zpcrCcKifK1bT+0/4t/3Uu/itx9W7+Dc3PFwt8w96kN+Wt+Rl3k91QN9ENc3MD4AKg9JzJAmgbZ5PZVLaa1v5t/c+OF3Cczi+t1TMgJL7IYsVLlS7TPcVIUJqS1uayv13/9fECDND05bMyqn6Xb4GXwWVqWU37PfXedt8TiWNc4h3fRCYKFkPFRDFNrM1hjabLsA9N+GjaitULFfkHj1X2osUU565kqZ73UpFG7zSj6airQVOmD+CHZ83WZaFiJcqRq2lAgF4GjOEQZchTgKKz7gbR7XzhrB806wfMuq6PO08kiZKlyURVpVaDlmjadeoxgTGCJWDhV9oVdKVcAVe6FWYlWSlWF4hHOLJP2w34nB6k0qgs8Y/shurUfT06mTO1KPWRpTTUrKNQIlQx5fwRJYFAbCFPuE9kL7xGPb2SpB80Xp98pIDwWxStaAYMXaBOjy7mLB1HVuKNCm/N+2l54AA99k5ydxtZskxvNWvVGUqSkSSk7rzVo29M1saOpCPkSDjSjeoW4jzy5O02shp1mmrRrkOXAXRjJnzBsGjF2lcp+kF9btSVKf8g/HHgJpwoSTIpppQKNYdpMmQCx5JtJ5Akao3wCDz4jrYj7VQ5BB2Gcb5gZA9RvFKsHFWdBi1ouvQYQjfho28YWEcze2xhHOSoOkqXARMEDxUo9NSOPSwweIPdSDfKzQU6bf0f6z91ptlINoiNWiPWvPBXsJsURT1LJj7nkR15iVIMohtpzLgpK2Obi4MyvCvI3tdpxWa79rHGPY8ajFNIbiGrUqO1YQxLdvy/oIE/eOyRXBWpJVrtvviKYcmKdfDgiXYCnSgnwsnDLIB7z5yfLAyXOAkcBDAD2z8K3IEKmU8P6F9ib35kUKFGjwGTsPAIzFmwUvnSSUfCETYSjeCP9INzMI7xx41sI9ogG8EG1GAakQbRCDR4RpxBM5IMkBFiMIwhzo34gl6EF+wiusAWqQW0yCyQRWIBLPIKXJFWwIqsAlUkFaAip8AUKcVBCkYxnNHFTZc+g0zgOCG5iuwJhhVr1p90ZEKYwCVkiYIRtBOovBoBRmgRIIQGAUEoEOiD+IA9SA/Iw8KD7lAwkBYbGpAEJx5pcCjhDDJD97LIUOVDBMNSiGhUHRg2BgRYChWBrKF2dL8GBGmxYI0orKvIWrXpMGS4z019bwGPMDrpwyIgu1uiZGmvbh7P//T/Uj2/oP6hP/OP/Il/4M/7x/RB6T3xnAxxOOTCky+ypFJKl6lWPVrtderWZ8BgI41d8GA85liyZsebD7I2HTrrvuSH4GmgxUdfL1j4F/9lgay2hgFxUmSowbO6YKd/RfkfQP5y/fASJkqMBF36DBgzgWOGokipSZ9NN2PW3AXQ/uiCRZRTAaqtZwdRV9PLvaJrsJ6Ln4Qlg09BB9D18/Js5BoNDBOmcAiZs2KNxM95F1yULlOWbA97JEQZK7hAxiu0dz+sD6/UAcO1cChcCQfCFXD0W/x+wAfiCOiteePdWjfOrXHj2/I2ur2yLWz35OJthmYvZnd2wszyBSF3M+GCxDueGtblHMO3li1l/wEqY1drQsyp45RzOZ+Qu1uFZAvZOLaM3SeDUUvUCLVAjU8vT6vTfTfYtDSNTAvTuLQsjUqL0rWa2IWISAvSeLQcjUaL0Vi0FI1EC9E4tAwNOOvNbGmXNDvaFc2GVpr5W2fWmHti4GVpGVMWk8scEFlDhpAVZABZPK71nGOw8aqxaFzF38FMmSotOvQzzDizrLPtGHsnOTiVYy655ZFn3nyc7ZzzLrosTLhrbrjVHWVHzAij/PFqBcNcOBamwqEwE2699wY4tZ8CMCdB+28mKJwSv4Wqab+nUnWPc13vPiXcU+K/E4D3VM4L+nfMAUDX2vRUFYv1H6gZ5Hj/ZboR/mNTtz21JgAAwPef4ZdwzeGbfhV1O2ZxL+IOpFsPdxgdVLiM6MTBrUJ3By4JOgzQ+av4wn25XqevvyvtpW6BW8G+NVvHCtb1an26Hi1Bl5810zqnrlm71C2LlFJjDVCc07xKXsJVWUqMqjMpR/Uc8aZGo8wUZkSZUozKUiVRRQoe0kb5QpCoRKgQVQetoURAkPXVXdnzOqqHc8W+SPCj9QngB/T7a9MozT76H6MS4sxzxTqSpcm4lWUba0DxvY/e29kFzY79dlg3MIOF5xGvjVuky0zWUm7cJYVNdUzCj8v+7xFMupgwqj3+k7o6rGnYID9sOSfFGmaC/ShO+O/DtVE46C7hqjs2GWZyXHv8CR7HtWFNIw3q5U71SSw4iSO+l+FvEvq69rmEH7YUg2vgLtCDeNLDEHQ+KRF8j1QtGKiGKp/jBllnf+BptxiW2w4NrCR/tUdEP4aerxh+Y9ou8JM/G4zh4V9hkf0jhvffJGGk66BBkNwStZkMg0LZnuoQx52waq/pJ5TxlLhl7w3d6Isx/iXZopti6wlfTy35j4cyNUdgeK2fCZS/L4TP0xtF/Ws09BvZAUiR2VSTB37skNoVdVc9kHPvhl/gtoaQ/ylRo3keQZY7HrPagKZxTKwBmeOO5HpBpnlL7WDeEzrPCjKri9UINl8LTEADJoa5ptOQTxjtdMne2wAGDft04Fv17xN1f6byv+VG1XdJiL+YZ29/F8Zz1fy0byq+4RpmSIJ2ajjiPy7MpYuVv1i8BVT3B4Mffvln+1vtV38AYnCgTV+6TPmhoN/a98BgsDuAowommBVuQXltCf8XBo9yQdGtCt7vchLSkS3cgaxek2GjX+wCBozg2CByRVI4aPzwZ7/hgxjGNddHLvlKjlY4Ydrh3SxJfhXASK+MQeLOxgtnlHXilqRT/exzSpR2g7PBvmQBOvRY74mYNmOt2+C5TJASC8tC/jou+JDxufb8XRYi/Kv7wLhJH83kO4+9J7qXBrAxQfcAC0RuSLl8o7EVbIN6MECMP8UKK8Qz3LoFWCN6thjgBwC4Bm1mMI9sB0tElz9pyBKIr3ZzwMKgSMk5W3P3QZtlrI0FhLwU7oGsHHHiQ4ZIAiqIpeF0EwzmrA+AJSI3Hkd8bJAb3yXv/4o5F8j3vECramCwVe9Z9ud9ez6Ixvs1QLc+QCgNVRYaGGWJZgzDagNjnJFc/zfLEk/9k62upRxfNu593/4vygvBwJetGOqkGVJuu1hH0Vth6MXiWdwwupkoYIa1NQ6v8G6hi2oadIXpvwsNMZimneUBJnUY2SjKVWrVZtiI9YFlZX4McZMAY3g2iByQ+A2sbnLDlEVMewObrrrpE4Y/MQe28BBgjcgNSYJMZajeoWkb2N7pHSSBQtxCliRDlyFTpv3GtDWw6577thfQC8u4vx/Vzorh6sXsvehwn/UiEBisnyEAz7lm8c686TbainVjHkQLDIUj0Vg8kUylM9lcvlAslSvVWr3RbG3vcHmYlC8TACGxOEmzvCirutXutA8cFBCWCdUMy+GWsN32AwCDQoQMBY8ULQY2HgERafIUVLSMzNmy58ojLCYpLSuvqKyqXrOWjp6BkYmZhVWbTpy7dOveo+fFJIjBUDgSjcUTyVQ6k83lC8VSuVKt1RubOz2af49NAIqTdLbkEiJlzZuvbsP9+8f83Etv+9AebMrSZctVqqKmoaWjZ2BkYmZh1aZzl2667+Gcx4/1HwcFhGVCNcNyuADfsecA0DEUDBwCEgoaBhYOHgERCRkFFQ0dAxMLGwcXD7+gsKi4ZOkycgpKKmoaWjp6BkYmZhZWNk6du3Tt1r1Hzws0qIGhcCQaiyeSqXQmm8sXiqVypVqr77v9QtvrOG/4P4qg7AeqX5Bf6Qlqt1mEAkPhSDQWTyRT6Uw2ly8US+VKtVZvNFvtTrdJ+TSaQRjFSZrlRVnVrXanfeCggLBMqGZYDpeE79hzAAgMCu7QMRQMHEKkWDh4BEQkZBRUNHQMTCxsHFw8fAJCImISUjJyCkoqahpaOnoGRiZmFlY2Tp27dO3WvcdLRwWwGoePAFFoyjD04VkickFyXojbyBJkykFRhKpG3ZH6dnWqO5Onfp67iRs3FP4Il2aiE0MmTFmxzQkhohJX9F4F4/zzv3IRRMtINkVrNNtL4B4gMCi4Q8dQMHAISChoGFg4eAREJGQUVDR0DEwsbBxcPHwCQiJiElIycgpKKmoaWjp6DRpaWv9y3ubuP4vjoGIIFAZHIFFoDBaHJxBJZAqVlY0dCEBgUHCHjqFg4BCQUNBixNqvFq5sS0lFjd2LXnnjnQ8++eKbHxiHp4XrEpRQLHHhyo07pG9obGJmYdWmP7D6wa4DQGBQcEhouAiRUNAwsHDwCIhIyGiYWNg4uHj4BETFpeQUlFTUNDrrwhUtN+6udkWeS9uF3gL/9L2mhAWggP6FEH8KSawD4fju6C0v6Bax6ZRD12iXDg7pHyOmzD0SJutoDRYGic2iQgJ5D7iJglfvpz+N7vC4jhJzGHH33fSGUwunLp8yO4XTXb0zIBheYsQECR51vRWs1reHIAiaoQxIYDv8pK6848ptM3wL2qo2wv9EYwCwDZ6Lzo4QBAOnyoaDl4K9V6jIt5XIz8oFVOX4qcb3GiI03uFaKLUbNmfFVtvIwPHjCxYhsugOTpiZtQgt9j9cdtwfRay1Dv/sjVbC2mVX8XvKo5Fm2/Df+SA6zA4cOwe+v/y49hXzuJTr9cpf/5w47f/xN9ixe7yof05OgDFsEQel9Ly9gzSFYs1mFGa8LuFPJrkUwKkU6Yd2nf/hcoA+lFz4e9oc7B5LlnEgrnm4eMqSbcv2lYW/EWMmTA/iey74D8SnZRZ4oz1+eb4oUPz5R/rvUKyfp+UL6wx4lEAKhkXUeX92mgYjaNaPZMacbWT/nY9NJUSCvReCxUmShzhIEAUqtOgxxIUHn2tudCuhRBIHp0SVJn2Goa7UjsQtZ7Jr45Ft80vz+uKS9h7cXanNRW2czTkweYUaJE6cxLMwHjV6AiUROfJUIGXJTl5OW/IEKd7CI1oJuUFSrrlDJ8YcYMUpQ2xAuhENgRX3zt+DT5ixlk8J3v8lPh4CBMWKG8JxlxxFvgIMDBJHTupsDPGAFbpqHmbNDdtAC/DcrLmxw+6wwcZTbrU1J5FmFVoa4hFUSM6AxvbYxSMSfG8U2mDlEgFKVNnccmV7zlaok4f0XOzRBKo7e8LryOCEEScLnQCBE78+yBXUhS1dtRNFSBmynzyVJMFNxeVlRuZElQ6XNWj0Q3NTtQ6N8OWnXVf6M23GXFOwUUnhSyPcbQaOgcL6oaV0tGZu403NRYMD99Q1ZTfkpOQpTdLWYg0ZR1umbLn7D5jNQqkxlpdndchUGlBG7QLAytPaxWnz7Dswy36Tj0LSpNU8PoWpdwi1eN+U/VPwDepDXnj5+bTkMp7iLlzESKjCfQkxqZVWKzCfmsfKdE4n7iORDSqYxKYwrQ2aaGCyyR8H58GXv3CR4idU/Tuw+P2VzkPf7kvZJH7lq/Du/0vMH/IeevaGmQCBivw/68SQ8FGRM8M/GyvZEMbYVRAyuoCKzD7FNAD2O2EQBIZAYXAEEoXGYHF4ApFEplBpdAaTxeZ0m5RPoxmEUYJiOEFSNIvN4XIeAC9KNkVlumnv7JLYHXsBA4EEC95hx6HDRYgYOWrMWHHi4hMmTkJGmTpNugxMWbJyCoqIS8nIKSipqGlo6+obGpuaW1o7ddFVN+48eFrwAAgEgSFQGByBRKExWByeQCSRKVQancHU1d1Tz17qlV73prex+T/81372MS+8+QzOwoSLl+BVkClfUVVdU1tX39DY1NzS2oXrbrvr8fzhjK/5hm/5ju/5gR/5iZ954ZU33vlg1z6AI0hoWHhEZFR0TGxcfEJiUnJKalp6RmZWdk7uvPkEhETEJKRk5RWVVdU1tXX1DY1NzS2tnThz4cqNOw+eBhhAQRAYAoXBEUgUGoPF4QlEEplCpdE19vnZ6IOu7LtU+0uVRUgt4OUvFIRgBMVwgqRohuV4QZRkRdV0w7Rsx/WYlK8JIMKEMi6k0pbtuM4D8DFtpVqf+3knencfAILAEEdINBZPZHP5QrFUrlRr9Uaz1e50e/3BcDSeTGfzxXK13mx3+8PxdL5cn5xdXN3cPTxd7FZ5nD78JMhQockAjs1h+xnoEhcEa/BOj/76GL8s2rJ7EZDhwUfgrYUQGQztObYsI3jESmyGaRap7T+Af6+BsJxkulXi9gMAgYBBOIKEhoVHREZFx8TGxSckJiWnpKalZ2RmZefk5uUXFBYVl5SWlVdUVlXX1NbVt7Bytn8SO6goHInG4olkKp3J5vKFYqlcaWltizEACAQMwhEkNCw8IjIq+n6lEL8TmUKl0ZksNofLwzEDgqFwJBqLJ5KpdCabyxeKpXKlpbWtvaNc2mmvfQAgEDDHULDwyKjomNi4+ITEpMlTp83IzMrOyc3LX7CIWImSssqq6pouCxjCuy/VvAGYQHkO+2AgjielFXFG6lM8k1bPNDDEGz5crCE5OuxdEP1W+bM8teh+/wPgQ5O8j2Hg8oiHMhrrg7+N8zA5JpyESFKM5rudOoB8OAuSqbj60sBvcqtkSejltyRkNnHQpu5IoJIRgFlpdfwB95Hm3+KO9656C/ZdAnr9OLGTzloWINdlmgVfrUcAiC/Wbb+ntcN1HA9mmL3HlwveELoOGMSX6fv+H4XsQ8TZx6VDMKH7HApDdn3pqFjfEDgkrtXxt+DqKxKJy3VOQNxlNygCQAJJ0Kiabou+GC7DAhLiuOshErqsK9heh0TFjifeC5fsIjoOHcY0AVyiW/GXwZ9VrWAJn3IgdRw0RcOKIOLGJbsi21mtAPTBY7uKvWaHzigfFJpsGr0ODrw5dvyPIL3rLtmbVOy7HnVG1SR3h/OikTC5PYlllNEo0qATOp+GMeywYC86Dc0hli8PQ/V6qlqf9EbHRdiy/gWAHzSa7oFDfd4wAFwUKurn1XC9Vqq96z5ouWyGbody0y4R7lquk6X7hH/EIcvFBWr3SAlxlHis2v7FW01qwHnivegKHfTKQFy7N363BtziSmGLuxBxw8uVJgm4QNMKFUTchFwbuWDoqXcxmsTvzubQJSbewWIt1iPmpoMXweOmdw2TfjGDeNHuBb7xGjVE1tADjznEUdy47KBvcxL+upg7UuAgcRi9uKUo3Yly+1C6DuW2oXQZKh26bBlaXoGz26TSRSqLaIlbOyAz7ISPY5qCMUPp266k3yUmRNEfjx8GAMifc9GxBWtZIwfUkbKgrf2B/74FZ59/HLvufyhIei5mrX8mNNC8nKXps56lWZig1UOYNI8SlbR0eqZpxXGisyhVq1GQbJGiluaiBTAyKQN8CD9CblrZgoibSlspUZw8aJK1E7agd/iU+qkPlbXMZsJKIk7WX9q6qgFJr7Uthcg6ilv4rxisbvkguaXVlL7VW3lLUbKlDMSV3AQuxUmzCpcPFGpXbUDKKGqTNFCVS6HST5krHStgwStY+ip0QbxgN6WrPl4Ev2tuWteFYwDjZqyam13w0mxjOOkZQkbVlzL+tJkQ4Y87tclXvSa2c5WDkgoCIApk0okDBh4mnHQR+0vwvwoAAItVFZmFJHSgRQAAdgBYAmCXAHgkAL7PBw5wEDQ4CNjhTDChTPENVkbk+K6iODQqbRKnC5x3Ki+Ygk+SXpawXjWqjXjPR1hb4Wee/mjqlwUAgCFy6Wv0/20ZpZSENoVOkAOAhuqmdfXeRespOwHAxypDwFMYgvsdECiTnNTGwd/zIOrFghZ7jd0orWPcueGTlDDChereSSBPTQ2NVfZgZZSpw69Q/3LI+gPr3y8CZZqTBgWA8nwnLegEXKwJfVx8HQkU/4OAP6sgz3DSrkgAWOgMprd3gEKrnpyKiRGJmuEvUwGWSkH/xklnnOBwBa8OhboHwtXH92Mg5Ml3vsyK+Y7uOtIN5MXyN+X65NJ6dt5v4xIiC5biJZSsC8mWP/bfcK9QM2ORsTJwTwWCU2cT14GFZMsuNDcYOG9bPBGeRElSpFZYuUrV6jVo16FbD5IxE6abtWwFGHQhaoxYsONIJMlkkgenlAoN2vToM2LsAcvsoLkKEFJESaVWWHlV6jXUUY8BJEPmLFvx19GBGKPGjAU7jkSSTAacEi3a9OgzYsqSTfZcuAoUWoR4iaV4K72scuT54LN8RYrVa9KqvW4DSIaMmbDiFDjMxtgTAaeUVnqMmGbBhi17aC5cefEvsZQKq1Kvofa6DRgx7ldzlq20Yw84zErsaaXHmAkXroUU4Z2MKmr0A0Gnbr0GGm3cvBU7du0PYqEEwVZI4UUW36e++IFQe52RTJk2DxxdMw9epddUv2ngdLDp0mcA6ejZGEFlkRV76GIlwVWuRm2EmnXobPyw2/HgZcNWEKxMeAcOnQPLqYR3DIzH7Rp5SKbQefSML6xZczaRnQCHxeMSfs9hFSl1ABx+L1EwypDUaPCE4Qfrm1I9SKbN7Eqcq6EFCRYHJxNeiVIk4BjG23M6hQRw+u6Jh9OgUReSU2A8Pryu4adNhxFUlllnm71g2KprN2K0X3bsth/4Txh3HH7IlWHeKp+Lc3LgNSPZBZaQh9udZEgG0PPN4tfb7Yk6OrdDhIkSB/OYp2eCvYMvv9JqI9QZqfHmZp8NW6Y9YGMw5KMa9k76IEnUSYSz6s/hz1viW3A6kSY6G9IRsIF8pIYbMWN3YnPBwCEFwurQb8rcJ9N5sBcE24ApM4HJz4dkBMWajVZTDgcVoUOPFRte/AkF4w7jD7ITYJ8OK9Wpx9nA0TwfwJgCRteMA58ryacSMvW0tBpe8iMpugwYRN6lx/gz6RF3mPz8HwQQNOvSbdCQCZNmzLWG7NQ58IdMoEgopRCMoNjDOgVGRdCSIRdODrz3SM6H5eTAGzLnDNhNnigDKC9hy9Wm0xiwXAPvq1Ijxp0BExbBuPDsZfGl9bYPVVSvCcEeMHkZkjm0x7BFVa4BGK0OXQzJUaREBSJzeF+UmeufAye7oncNHIIqrO8aDBo61AZ0GOOKjxx5ShD0oFhBy0OwZtMhMDlKgTkLPgKkSpejQBkwPSOsSgT/HE9YAQOH9NBjURIlD20K21clSlVo1u50wmYw1jDilOoz5xCYkcV9/oJr0opkA9kJcGStdKEEwDZvHzgcNuqwRRdbUrm+KrWF7AQ41HbMWLDjSCTJZILTok2PPiMo95mzZMuFKw8YfrDFSZAYrpqatWqro97GTJq3BBxbBydYXUimhnWqUWsWmJYLijU0D1j1CHqQLAO77HaFKBgdYMoeeP+cj86L3gWMccWbHEVwOlCs4RUoNGHSCjDdOCgflToGdiEewSKyE+AwJCRPG4oHjGQpFagFDl1iF8hTTCkEXSjW0D3sSbhSZcD7urlrjoHD7qNEhY1S5Qj+Ol9mFXAwyfxgp5ky3Dj/gO9T4T3moHeqAUyn64DD4B8OPJpiX8jQnvKIoAfJH2QHwLSjUFnnJNAryUN+6sWQn8kCZvA5IzGS5JmzguwvsKNoYGMJzscwZuTS9joL7MYikqShmDBlztljmJ1VDDTMbTWMIFixcDJlyRvo3UkfsKpWYOJ7wehAaQN2MAhMaB9hPl7YAqa9H8GIOXvALA5Aew4cs4PlyPPeR5/kK6i4+hprO7SHMGKKu6vBQ6ZFh1739+WQ/PWN61/CMZnlKRuYHX+tm+4Ch67ORZe63i13wXhKkgxMrB4MApI+Q8bDdSlFcOJ80NJIy05GWnHqfNDq5tZa63fkwNrXdRgHdu8CFGt2HOZ1WfWgbQjgUF89mAl0wy23E046heCUqdGgnW763cs4E2bMs8w62+xzyJmrh7nlU2BBYYuTLa9PfWWnEdnfAfJEr4N5Da9UWcQGHQAruWZlVDexUoakB+UBtIfAJg5M20b2H1jAXS9MmfMb2S4wpntY6UKxhhYDp0SpRgQtwEwfQPOEEQQrTpJO/WbM2kR2DJy0B04eiADY5r+sAIIvg+zacvx9aFXawhZy9lcDh117EACbgd2hKqu6A1CxQ3E2Edx4YywNmO4utMDwDJQDDghxjm7DmtexVf5YzSJIcWqJK2cDj30cUpDilKZKre+tjA3D8+WXFxcegOitRN3EKvSR8sWy99t7NNNVVzaqDKDjZczMJgCx/cQqK+wk6Pui7MhWBBKeWFWMNl9d4HU3Sn3BFWVqdGPoPgtOnPMsoWms5ql+WbS0CT5QlrJeoxZ18PKs/CRUWBo1a9epK/0WLTkBJgoa5SCp0YwhM+acOCcsxPRPEFOoowxxVDWu4MS5QpXGENKhT79FSw1iRkGJMjWaMeTEOaHpMWwkY5OkiQw4bUYpV/VyY+zQA4fPixs8EyxEhCjR5yQSI0GKPEVwKhAsWbHnsLbvVNiKFJXE5ORsjRYah3twIUXaAya8+ahSrVZTOnT7mfHMFGOSUBoSKSqFS61Or9QpqUOR0lqjU5cVc5bs4xAnrtz5eBXs1SABVcmIHHiUo76JE4SuLTlVYAUpUlyrY91GtpHtLpU4vQ6nAg0hg4YX9Sqc2t7sOXLcRBM9TaAs4Fkf4sCIFZ+LdVMR2rz2cvHwtZhQoV49NIpst8cFy16NB9C4MxcrJcmQ68z5xF1RRwbOxDQbZhsGLEc2vB27A0KwvCRGnL/2HDmeKOeGNoxuuR1RbdrN2w14rMXprTi9C6cqR406jZpCsmL1sfmmt970xpvSmNyLV16lTIUqtb77gZDmzPht2z97OWg2C6A94ZaVrGd7utasQstq/RenCIDlQcwCJjotLLkURFTjJRc+S46drla/efMLg/15tv0tClPlFqst/4QZEewa7Z5ihHniAcGWwIa+lryu1wrIhy+sUJVq1KlPU1rSv3DWHbNeEevyGSFC1fihW19IK0RdMiJHPoioZc6SzQZxoqBEOaoXDXYNiDWgDGbYgsWFfu7kc2mf2Kv0PfUIiFq0rlDzAjR3mHlhmTvHXCoLSTVFKVamOrXTVXf4XXeLkLsLqrxiyt0CKcREw4hxU6Yzv0DInUF+SclWd585KzYLctxx473Eex8qhVyp8n1VpkKlajVHJa0PWqUjyVLyJu8Whrjzwys1XKoT9ViXhINOh9kCC3dQeDXNT0k01U+HOm7DfRPq8xU3zSqP2xhqhysjHJQ86u5jhjdqZy/IikACFYcCKwlsWyCw44DVuhZNRwCnfZr7Q6lW1wNyms+5Ybb630sIofZf0fHaTZ87Zp36t533BWy3mSkaGnql0ba3uOZCkVlVMdzKsH7flxXRbKipRhImxHK8kYkmnqSVkn9a2HzU28hP8yoIKD+Up55X7kKj4UZ+uoYxri4q7uvIE9Vt6ac89aPjCpTWbN2sdzc04R0wv6VarA04efaMkH03INoXRIXVjRDpC57uRSR9wEp5kHI3wHoDqzd61s+u1uMuXFp7CJ7gdaMCzddMr/XNV0gWQjpAn/hGe4Gc8AWURi8F/iXgpjsHprlJ6Cmw1xkWTiPt0nWd9Kqb+l+lt5B9AtRYC0NiiNFdH4PUsMMue4/r7YNqLFon9fm0b/cgBayGzEeVWcAaQiilgipqaXQGTt4ZhNeocSOHpeHCHe4i9aQqKTBNgnHcS0iNgmKmZv8vhbnZqLaNVXPUpmmW5ClK2CeZLOo0aiqC1rb2/0mDM2XOoqyIDVsOHDl76DH3YDzjHb8EJUSYcNESkirnaK5t9HFf9n5+73c7PfLfRuL4XaM/5n/PPa8gTtKL0G3jv0U20/Xbluewf3jx5sOP/wj2LZZsoWSBkYLZP7eJkui1t0qUbWyj/dhh7oCJC7DfJvZQ0/bPnek4Hod5GHHyytK07x89LD7aJDHgSAdPAaV8p7FLlwn/JK4j873fJvvvKJZKPJErc31rEu2d8RZNE02oLdjrtDQJQdrooJPu66RHuPea3VWLb01Mes3rb+kiv9fVS/W426nCkei4uG9SvfpBBP2oO0vgt1eivfjgg/+jJH/B3kcRS2oSWTcxmJowxhfr3anXqtdCvakCvRzoS3P9EuWtJ8Lri+A+LuNfuaOdDrrovi56K3bsPInqrwp8dPIQgAqel7EBjV0bW/RdVF/l7tmz/LC6Ct771a7Xc7UJvUGtyzfTZ9MPNHPr/wzM+QyNfN/ngMbnfeIsjkl9UtFbutLwd8f1kbqrn/upjUN27um+EF/3x72OFK30Pc44oLZyPbFPDxPwcQcyytx9v3+I9G2d7Jlz8IKTF1ZrRae6PT8elmiMLUqWQcUPUEgRdV0aCh2gjjlW2OA3YO7LswRLpETnNJIwyWXhF1WZOQu/0uIEtMiAbJS1mmh+yhYsDiCj9FRUhCb/eUUWorm/Hjl085/SZgnXwuvrfJP8f22EcAshRBBFEmkMQYHuGltYSQaEvhuQSPJ+gxL1ZzuwT1KHoWXoEUAC+a7KifnlLJqUHwHQYCEZ0K+0bJmM37kbq6uxFso3F5/HQgom0c8Qj1ZFJsw3oLtQkO/Sm1igXrwIvQGktmyh8Lxz8opdq580Xh6O+GLzF7x2XzBeeNoCCz6rwN5QLBDbTjy5SKjet2GTxJSmpvi2JNcs9q1iuz+TBhnxzXEU0FqEa96ejbttBTXbub/nWIuU0rKQgCbKKCjnkYubGD4KAQaPYffkdHyDep41j+SHMmTdCsPPLTuEOxg2++eySXJKN4UHEOJ8ZIeszeHIpcHMshCnvCwlMiq3jebutRJHByJSKO/mCeslLBVZ7v/Jkzfk41yp3LQQ6HQQ/JbsjymSbpptDXF8+fm0pZS931t9wCEGFCeQNK6pl7tvaKmruWmUV1Rc514wrBFkmlPm8Tl/MnT+dWf+/Wz5MZsxwEzruwpZxliV6QsI0x2/oP6lRAAke+hvde7zZVEEv0wA2ITuIDDS8Rc44IQnCzotwmA4fSvhTFPVtYY4lc2hrlyGJ1484CHPeM5r3iYhLmzMHD61C3EW1Y3whH+OfJQFbracpUMu58ZVsZcOucxf/ufGNbEXd7mcG9fFXjrkcomSMHuSC7lhE1vmioMc5Nyql3ARmGJWFGtn6Dw9RASLWUIIESSQZhlE35bXfoyEQARR0yF6GZOvJd4B0hREcEuioNJCG/25DkIsuMQVSnktP1hhNYZoiKMZijbpYHj864paULwCamiSS77tcR68tOwWRqG4QO/cFJ8AO+weMmGww9Tv7Ow0S7XQZL78F4pVq67tuIO7FzEHijZoBGGg6IIEbEEiqmAU+S77iAKsPDwBjbw9Txs/AA0afQyYLnCA3yyUeAHsh9kzBJ1RT/4OM8zMimnnfYkOmOOYiDrqc3XmEgmAqYcDMIbOddjEWnJzHHtuloEFlpJzHsFtH2uclmu666ubvrrow+y27J4fdcuvL9fmbjhmbvZfCkwv7mKPVWUDu38YyxxrFzfa2KMDAG8eie8mkHHij1yEHAmZqh7Lfh6HkQVB1EmJfDsAkwEE+ROv2g3VYBhWUvmZqNmevD9D9+UqUTqpIOlUGvbbqi0716640hSvq4tm1/8BJXCoBIkQTSKZ0OQppJSaIzQZMAqfGRuneSPly49/F7rpjij35JTrsXwUTytS6jWqSs1adOisx5DhRoz54LcFTOs27bR/iLTYcOKLP6FEEksmuVRo08ki6453wmlOufB1zgM5PY1a63Qy6I4tCwdpByLmdJhwppeTV+4Lvk4anqYLWRbqjqjSZf1Xef3JK0Vp0mKEeB3okUNRtody5HrsCaZV6za3v4Y109tsnUB0XrAQV0SWIFlamR546IWXFatUVZN2HUaMmfKtmWb71VKrdnZyA1mnfqPGTZoy329/LMa0au8adrE/3XjvDyNMWLLGesb+8X2BpPaX/O9Jw2ms/1OomuWJ//Gy2fufR/wJ9T5DdVb6Ywhgqb+mgtNKbbeK+3D6/fgmRtp1pFufgWa2xpwVIn/Xc0u0WPESkpGslLbwdRGJvLhbNMuNYc0xJ/NcjbrQMjDx3g8/CbJRgmHIBDbX1KrToDHvDBo24mt7v6Ozb7bGqP2xQf4CuDD4bbGYao+s1n7zl7b3FldUJjtPl5ZebmgNRT5kwYrVrGcn+2szceMpFS3L9NZp4yJtS2hZpFXJbRoFQm+ZQaNAcxhd9LnFHbKh0McwY8Zolq0VWxWW4YVZe69hBcd0cWqjXLLrtcQGtIzelPZ07PRaQw6Z9YdI/lcDCG2YoBdb092MGauOvWU63HaA+e/WJJyfg5ZYC5+FsMFhQkE8mW72rMfM2ZfzA3CbteUmh+A3zVrl8tyhTOZH4w+cQq12GGhB22oPh5WFb1ZRu6jx91uDFd+zu4p/YsLZPmslDA13bmRGra9IRzBieHbb4bBQbu2aE49ZodRl3B6ZW1Gc6SXoprGFOYru5QWf8VQ+36mcpKo/0kJK9ZVV1iyE1UbLBDF2gk8XFWz6NvMUZpSx2CVKjz2Kq2afm7N2/UXV5DNs6tKy1Zer5STuJj9gNQtumAa+RCbygpyUFyL+uQWzndKqUxIAAPfCa+Qdcz4JAQCMS/nHhh/AmnWZJhbfOQBnn5X4prSgs7PUhDRCQF4aY/FskgykBs9UNlBLjh2SYKGz8X60un6Xf/dUAiJEk72XqdzYPO3430R1JaUoRmVDST7XFUVvQ+oZMl4Dnu3G6MmVj3PInypGs9aDNKvnVpmx/62ReQRv8BQsTHhdrW8Va/JEO7c3M1m+xzdBaFHwl2ye24iPa/+TYi2e1ZqH22IJOyDI17KJKcIRC4Pn3Mc15I8Vo6Xaqt7Hxt75oZmzEEvAHcEbPHOSM9f4iHrLmEA34uORb8xkGFq0C6e3PslNRlWl+kCzrps7iR+UoiRtDZ4VVYmXeDSVlQTQqKOKAWMmcFy48+QjRIRoseIkSJUu//+iJ2zltybx5CLo6F5XH3Lods+ltOjUrceHI1OEZdxXTZ/iJCg+Umr8pECJKnUYR2l/CwPWMjGSpBzkVC4VH77OCRR2hMxcHnBpwyLsLD8Qf8toEuPp+gvyfrncBrqUBYv5Z2+oo/M6XQrzc18N1z9O61/5xnZwE6BMk/fhEBLd83Ho+hvDny8+PfkXCQOOUIXZ8Jg/9WNBG2qTAhRLb7XCZQZBYsOBGy9FykfU+czz91be/y8GwCFHWNWp4u2WWFVq1HrrnRatt9pozeb2P+yfVGjC0KYDz4yFYzfs322qn/lWUZWlVp3GI81mUH/8+xbrFGdzfvg5foOb+KLLHZFlOdcnQvmrcHNBwWVQaM77sjeG7Y06c5OPGIAuAuqKJznv4twYpnCcoFHKvgjgb9FZ7h0k+ujdBCDos2bvlGChwiqixKhSr2HLq7pmGYWkVBpBb6OEi1FbrdKmx6Cho3TKsyO0aDNgCveWeNazbxj779bRT4VgWrg8TLCPPpt5dAmN3h7ts452AtaS9OERyjJZ84jnxj6qQqWqapR3mtKStlsdNlLlqCo1eFct0ubLAGgxZlJYHSWwoJXWGylX8ZoGInQdFDS5KG2o0I6Ugd7amAxN09HN+T5wzI5a0KGNmTK9nzGWAnhoMWQExwoRcfmdLv3f71ZOvXUeLZpmYXUEz4uuEqUyNVdtpjBlpS+yl8p2/9yHVsY6W3uEwTS6cDF3ixbBjK5vMkUGNTQuA0OOlnUAmpepz44W4mD2ns8qzvfaze2x+e+WqU/+Wgo+KrGO2XTUk8aqVLvpYjZsJMOYP85yjCD9rQnUG6ns8PfQOeXem0GwDN6ICK4SeFwAlynm+Okp4Mlh1dO/kUQaBQ6hfI6qBK5Dn/vV1YYV8NjQsqwlTF5XkxL4qNhhLtayhCaDMtk7ERyatSd+oZpUGdywE9TBzSVJQrgNJ6iE23SCUvhQ6w07vhAuomPW8XVw+Iw/65i4DI4pZp0tRPC6GnjhatMSODRYc151QYfp6lJQ7/YLk+UNYRJ+9xOZu18Kt97SJe5YbaqfphVuFvlrG6uGuh28YIvWqDRBu3k1W6enWjbtF92uZEPrTJOyFxGwbWzMfolL8HuRNaTru39Wp/cyhvRso05Q0LbmBBVtKqb6Imk3P2DAnNrK4he5C8QL2r6azb275y5golJ2zcuTrGF8JXuY3qiL2EUuM1PWfRAAIzRstaGqgWnXcHQNQW3gaRC6mQC0veU8zuwaKOHgsY06tynXADGlvHaBYd0EpgRrdZMEDZrbFOiq362iwwFUi2JpdEFUdXNdm5OFs1WarpI0UGrtPm91apDUkUe3DBsJkKYFRzUo+gECPY93Rr+eep1EFEVaHNc+BTtmYMLKlBIrNXjigz8XpfVfLpCdyaCnOjf3e+0MP9Jo6KwgQ4/Y+1mLlf23v7WyoPEHlbXYGW3ZCaiMOXGh/X97U2JhjkOvVDntcaVIFTqDHNlbBCDaEfHqH/FdaNlk+rkN8fl3AYMZb5zgfREMV7jYsnem3QwPvZSRfEA/l3NEykyAZkbW/5qLCX5GNwYH1F7hkwSg/j5mvOiEbqXN7TkkxY5IgzYeeD4DOkq17PJrECGpB13fXtzz+hsdMTj0S5GpgK+7/CXclNNmk8J7X+rZXY397dxua/zd1GB1u6HRWlQGdyNzuwd/m6IlymheCpmnuoFbPMqvbciI7OY6mk5fD/H4QHuRte/8RWVhA/wHoArACtfli92SzblRElmSenVJG19N2D1FHa1qzOThf7UBAHuS6sKs3vdcYVh9p6DNkwyTHQE3sVCVYZP4TPNNrlVpGLzwNaY2jCmbYeZrqw47lkR9xWEbwTeoNIzCXXuqMOxRdXDxNF4AwK/oraqwXX9pvHFvQtSExZSDgcaOoDPsSCcm7gXj1PWfucY4elTPZGMqflRTSZh6gc2UhYgrPoReFhk3iiNGMVONzVNs6JywywhHipY1o0S2zc0jRDFsyEJdr8joVB8PSkWDIF8kWdHXsmYciGVWVoBRIF+5lzjjQyRR9dGfGOoj+P5gPnUNLpJIagYETA3bAQcRJw/dwQc//AkihAiJvgmlq/MSwZWOIjzpBhfTMZ365hZFDEcrYnevvShuQywUyj0zixk4sBMKRhY3emq6/g+Qr7+6Lp9GVd2nx6YViaJgApR0/AZ58Fwhpku1si77b1xRDg1aSZx6xWwiTlQUsfEUdjm+0Dt4jSru+gKwMMm1S/+O1mx7hhZv4hEFYN8EVHahgN0yP3VdPg7TtKoukMv08RdiqYDe/oW7mAWLdUlylViqaFulw8DiRarjLbeKF4O0+AjLmHziKrm66BhTHKWC8vZHDAVNz5DikFJf/Zaoj2MaTcOxEDyMBLrNkMwGSYyMSJwhqbYZRY74RhRr4iFxkZwkz2giKyBAACOA0C5pF7sqUxiRyfZp7TGPbc9gIpi9CjSSuF2aSOyRcUREl7GXcBzXiLluc79Q/YX155mDaONxPLx/NzzKJqGBVs1JibI3v9xNy9wecMEBUJ70pxTukI5xJIDEEvliCENPf9v1WXhVj8Gum9CFbNqOGs82YbdCgVUyoQDOcraKIZJwjOO0T8p/5XBlfxM/0P/97J7svl482iXFG7x/gpfp4fQS1NZhl3VrqE3wV/gCm6Iv8RNjF/ve45pnG0PRfxO1Wb4CwGQMQI+4juZ3B5HfGUS5Tzb6vPEl5Zu2rTMPqssCberXWDuv/4fuRtdVr3wgFXsYmudw+r/+n1ugnbsAYFjQwfTKh/yvLkrppNRRnRPnFgCEja5c5GHdFY94nk2y39911zwwl+qHPm7nbBxWZfsuAkDpw+uElMlTPsuxgztdhYkpvVBSTew1ESeo+Goo2uxUZLyvBcXjHvNFspgCHrOVbOlhIfTAt5CyYlZs6vp5dlARiSO9hrl1jHsf9erSuMaN6ymvMmO98urwO77ctDtuYfGkCb7IUC/rRTuQ9v8Cbd95dPgxrf+58sAQwAHoqJznSXqlMg0wmMuATHVoaHCGs/h5qxJpqVhSBq7S44KTmJE0qqhoriN1K3rOY+U4wjn8CRAQ+mUkVjiEPjE3ga37jhs05mQGwPcCG64yMid12QmVFzOCYzEHRc4AuI2BK1hlQ/hVmpA5ykerjk+OSfQguTFUKpqPF/mgrRnU4+zH26cPIsSNvDI3hdoLI6gW1+Tnhb8B1MehblZTWzMIvsGHvglURXz/vV/YUt/wqd4l0tenk1G08ZhB+eTa5oKEW2R2Scfbc4RliKBMpCetN+ehXIHx9zSOml5CGxyDj+tdbkc5ozW+c66RzPRSSv8SyCI2jFcuiGAWKR2slJbGLpvlCJoYx2+2I4+3BPjlgBN34nVsP4IJToi8lUZ4JB0tUloCfUztzyl7pR9+CQCAAHeKZP6OZGi8z+9zUTIVXGcCnbpYKJFan0I9bs/jOmHV5C3BmhGo/9KBIHHaU5PEN0gw21kLLBKrXqNLM13/Gw38ZkNPjAZ9GARMPIOhqHDcrEyk4h6xCpNBNofxSFAJMsiwzbz7u3SmmglfUT8JvuxQFE2Na+XiaFTmWhkIkSPY1yEFQvQJzHqE5XZiBvg0JfbPntxVLc5IyiseAyBIUGLORZ+eTKPsekZJzrlrs6MU0wnFySxcMZCJ35ZAe4WiE1XGegcZC2h0xFrvUC96W+Y3Dt7RFAGA2zoh9ahfKxs9NxM1aeBwD/8XpmAUoei5SyJiAv3HUQDgIynOY9O/eXrhb/+U+CiKL0EAJxFfJ9DpqObIu9Da6FMCM/XfyIwVpgYV0kSYgO1yUgl6NDbi2VQLg8hxYwdjB1voHbX/KDLZVymKBJ8kRUwHOg6LwVhaVu1QgVarkNWjyIjnURJuxdb5in/6BrDgxhGKOlicPQUoZznHeQIJJVxiyNDUmAa0WfWn34RBf1LUc5x8guLtegQOqj2J4Sll/GB1iWL7nXibgqOba9JuB4VBZchEr1ij8FRIrK/sjKk6sefmuG7zhyVZZ5aF7ouazjVtmwM4DoKYrlQ9JzpYFlkRQ7Wn5pShjhpaTlVyHkXGfVIUnF3uO6nniRJP6PoqTtVuBrxQZEow7dd6TdSf19BpRrxNwIIHjxnmgyMwZM7Tao5iiIclp0FNcPrWg5pUaC5J9i1UsCEAJEh0MFoRq9FMBw43tQQ46I/QKVfLby7kDxGBsoSiL3HwubloR8DA5x7zDgJ5eaYa/ppLXiRQUr+8qlUe4NMTUe6n+Q+V18iPkFLqn6ZiAhuv3MqdvEllJrNZ9NNgNa4NotRGY5cGp0lMpUUn+FjkFJ8b536Z9vWPzvKj/UG/6dJL9hdNB6o0HKbpKG0G10T3WMlUpEQ5qkp16jX50ldz5q2NJT/OIB5oct3yWG310U35PkqKp8rVa9KmS7c+/YaN9b05Py3awhpbKvbwmSHxFSj4/9GU16Y7lhoMC9aOv1SbNZ///LtweDQHHMwkbGfy6rvfFtcUal7aTA998z8WZit86av/q4BomSP1JcbLsG7DInGSGGK7tJBHNplypAEseInt0MITKUcEtiuWHTIX797CCKkYlRCCgAUxxFqLQ6ODbifBLwr626sMEMguWPrHXJwYYhleMiI8FZlFpVXUuR1x9gUWo3bUnN8leiltGntTj7JRrmYcTgZLy3RDjDGFgDkWEiNPeUWRlCYxNaw4oflUjc24bLpqpjoWRFNOnpR4b6dEJLFRVgVakFAx+5Cbclv+8I8lWV82y6GwYIumLIYzibmbSmEoe6HSsBinmlprNRuy8zSIC9M1GO3vhAVYcBBqC4OGVd/+CJcNexddkmIJlaDw+YkuFeTEUgw3EeMlrC6SSIm7NDiJmFAwLTIVM+Ui7jQMMcQFV8uJXDNBsEnsQ4dk2kGHpeUJQ3TBwQYGCzTxDEYOWgoogs9Hz/dj9xxctG0HgOG71WztcEz/v1DUiQZx2n+xo+gQaMegzGB4sC1BXyf8yfXfyzFr9ag/mqIwgEN6AAhqrElKWxsAK1P/lrGJx6CN/TzwJq1fDAB6ZMWTHwY2aa38q74+2beOGvjiuAm0nFizx+t6Y19kIXxsW6+bXReFRvt8rfpS32hF8Ju4AP5BmV7RF1/vPjVTl14bPUvXOT10B9Kfy1rEGh0UegCvHG1v89UbkZNpXJbih6XVTrvH3siBNDWA1OBBIhyQTsvtiNI/nU2QavTrFLT+8fnisCn5n2UzpB6IUGhygrWihLBJEvWwWUsPl+J7yX80qIzfqPFra/bdmvBWLcCZxtqObkNnEuba+MHKGnLRdXcel2N/CJH4Dni95jqApg9pV0CowLu/FmuYFxcqvw6j6SN/3q75eG5IakS5ETPxkhpJ0WMLWO2qsuxpX+MIx3qktHu59aAQClTZOMmB9yBHkkqtK9Sm8YOl+6T7NeA29fBp8K5LlrKGSwsaAaHs2IjxNURaua5vyrgRUYpU2MVqYnrSmjS/QHvB3EOVue1OCvyx9LjmAX3DBHpoMjtYl+A59TBkTcZcSiHHOOrUf/wUTKceHuz5gTrF+JyVcy8P2nxY1kPoS8A69fBPvQx7yB4u5cy7HHIJyfXngO3UQxkhcmuhi+P1lKnYVxZoweHSdA0s73nLbdr7DyNQflDTjz4fIG+p2wUEAOiX4JtBApj1UzrAzbeg8XRa8hky8nuda3UDOiVQr7CtNsXTCYvjCT1+zLuEKv1Y2qToJCZE1pB6pysljFt2Sh5B9pT/u2dPWFa3alWYzqkalRBTc+k8qkP7XCjZGd7HT2rUlppSN6NHrLeT+j7wK02YEb0smDu5Y3akyplCqWzNkr2fkJn3NLdv/XUijfvoZWoyKQBAiBDGhFDKGOdCSKmU1saoa8IEjnc6Hqn5e7SZ3mHZgXiRQO+kUvYyXAtaP4qaaPKBpi0zUe7MLzzxNgK1wDLwgXd86dZWd7w+E6I526jLODPCfat1hP+KH8Zny90JE2AjgTzBhz+wGyfp/QR6CX8/G9YK7VHvINBLUyT8FrU3EZjLQdbBIE6BLLP4JzkwfgD+whJ80dSr0bh0cbsqXTQz7O8t3NlV6FHE0bCc/0b592rI+TUYg/V+B3dwauV4KQ8bKDs5WsnHPB5v5KKBgb14IXN8XM5DBuJ9POLxeB0fcyDexiMeb7aMsS+yp9HescGr/PW0VIvSitUXb8QzIo8qTB09ySY8zAAfwqP900FYPVjrp18VykTR/UzNPd6sPJ2S9LNuKkc9443faescj6KiJqfKa70Lrb5Li2e7A+vKzTq89ElZFMCeZ7ZYcoVwyMRApSFKyLbW/R4k0+o5LTpd9a2WXwKiM+R4fZ9l8DzddiZU2u502RwtAr+XyWurtVlRG8WgyKTIbNh0ga6/RTnjxGoBs86O4yF4O1i5jDusXm5tVDZJNW1HJl4jr9D8N2bW89P9RhWCBNWBqConVQQSVALywwQApQTmgP/nAQDA0buqttxo6pwoc2FpkcmcxivtKXOZNLmauTgZlunQnKH4HJ5BUyt1rLCa86rl3JtAkiLdG3gwEZFLeKWkPz9r4KQEVzZMOdUhzXmF08390ORTZupygmzS3AhvEQ3gsHqXJ/AuroM2GeGFr0wWM/dj+fsAcKfAziX8JEec8pffTUFv5aeNmgCQfBWqOQmL9PmeQIPgvNblTetoyS1ul1A8IeeHwPAR8L2GuYYSZJ9+mT9oe3fVTaluqLxcQ0bma1xCVun487DxvwPSijGP9Q8pTR5FlFJRVaGaWupaDVLyl4VtXOYa1+0mczsmK6ukTFvUD3sse8d8rL6MTCSnOVM9Rx/CqnB00sUf/p5mihwsVh+UkOvLxZv/UNJbp6w8/erz1MGFTzYaRYAGQTNhn/5zTnDmH68AYDKAqQAUAShbE4IRZpgzjwXmyxItG6VKGqSFveyTQ3I03yQmCb7tIE1ZDsIABjJ4xSGkVoPId99mkIjFIDFrQWb8eUQNzon7PL5Qhi0EQZwRJk1B20C4xi3uqWUgMbtA5ki3LyrSKhDuC1hhXdsiEPzGuNG3AgRLrHHGdcnCUUl7aWai+BsmeDpWT+8l61v6gSMuLPioiDjgDTk4EUQEWcGIqVBktxFLPhZvv0fMeg/+rPDnBweKjxbti1Z7gIQNbnjhRwppZEFjjCk4w7XxME/GG78KZFWEvR7p1nrUtdVj41vqsdPYVpN2eojxqBYUUmgJW3kbsLVjevcdjP1stBUBQGS5V7XhfJazqx+M/jQaNAGKnuC1jKTqCUWU+MqeOIZKpdTVIb/TAguB0+KUZfrP81aGBNbPA0cgqlMJqj2i91csD6zejjJ+jaXB7NDy4aGCau+liDSpZksqMj59Vp409q7djJ11tb+fPYL370TKxLd3hjryE/S3ln+gh9O/8NMGe6aq8tuLp9szNjNdvmtWaHekjyuIh9oClF0SKFioKyJ0+em3P/5aWlyGuxIlS5Uu0z33PfTIJ1/sTyHbIcpUOXPl7sy4wnjw4SdIlDhJ0h1MdthHk3hMjwEjJrDwzFiw4e4Mr3FpTHkiPb7/0Rj89OuQrXQU11SJ6xqcQlFYrjCaB0AI/38RAgCA95Udd2rdw330nyB/nBmqO2A2J7/zQmlIZExOwQEAv1/Gnq8nt4qkoYv6fPsm+X5efXxd/+7a24Nvb9avq0+v789B9wEnNPR20OZo32Mhrzz/hn/3x8Z03w0IBnGb5kPi0DAwxcbDb1d+nZMHL9hL1H7Fxw98qm6T+PSZP0drm8QAObDECluOt4n+HRe8j+MDB9xwwwsvqKifxwQTfPDZ/XN0xeTXy1fpf2WAHYCt+jaRKtpMg5Omwm9rHm7OyMxkj12TUh1k6ba0cQZxU90FZRddFiREmHCdfvhlwaJ/i80QL0GSFGkyZMn2QI6PPtubfDZFSlSYceLCjcc4w7jxQhEgQowEKTLDPZr4Y7r0GTJmCofAnDU3HjzHqTHmwdtZqWUAgOxEzmeCe2Fl8k6U5bW8a0s8xcKovMaN92kuMsga4WnnHKGxcHAW3wyAjshtMPXxUr+dQD1KCHXgFXSIOU15sMBmcZyA+fUbR5cFUOSkyWyMRHJL7vCMVxRTwpsoaBtpWChgG+KWxYO1IY2McpIc42FQXfmh2bAxhf+w8kRdEJBNl2UwNkSdHwXERgurdgggkCbMiNaFYRMvsgjDZaHWeEJhCb9mHijG+RfxHC/JN1htn+J4cKvBQlpFJhciklskk7r28Go+yhEE3qGCehLEGjlfdaCbeZhZTAa5TDLFLv+TwdZUxKzqALJGYIQQBj2ILsD2GWBNM7BqFESNX4C2GHyaUfCc5Szn8L8dwJ8XrIUnOTIsCd6nxGJlNAmgpgROo4BpdLKkOc7NJcAZM4E1I5ZlMQ+2FjgzxXe3fCgzHyAw4gTG41cCzgpKv51A/nywoDZ4J6B8/xnJOVDzjJfzDJHdgFcOZDqAFe2yzXY5QLkBQzvwucFczvf2g/dZGMwwz4+TfhgOhuxtRW8j3x4AAFwBIMdyRHB5klgKGE+8gJBt9Kchhpg+j3UzIXLo2PyssOO8UkiEMD5HepxwlQKEYl57wgMPvPDmtkQNmGjF1TDBFGuzFRfs2hHhgAkmnMZxjghzznphKJFgqySb510VCHPNeUQPveYpCIJiAKFpmKizU4QzLjmkCUpkxecZZ24RuET/8wysbWNfQqCTLhvs9jfrwhBjTHzzcsXxrF20et92r221zSxrbiHZYpWZSWHO44P8k5UDIaPCImpRgwYSxKNpyweXxA4lL93XROD6dg8RAUDkYbMWAABi7Z3r/noE/yDrvX7PtQDg43Hj/scBAHwcJbDsA/LjAgDIbgkngjQsQOYq6EaFqfJJkklIICqPoBhsdsrP138JAAAEbJpNOUH/hpdv1hCxvhWqXL30kvvk8dgoI8/llZQzxLCMyocywYzml1Qzxcy8PqWljS1YebDSEpqENamMizg9r4yIz69mssp+ycfPFHlnr0ZKpFyoHpakN4LkfIerPRTZ6r4D41pVPRDrIzducbMbjseq/lKTsq4Vi0xW7wEKECLblsewuhluk0eNfEmCsapDAzTa2TSwqLwnRAlKWj8KVIC1Z4A6aGKJFfbrgWTPgfRRRP9uQxgjEMr+fI418muH/iLnA8fU/s9Uo3gpXIpWz8HSf2dtbsxxBl6dnWIBLr40CR9bRBcqqOqsIo8znOs5K9PDXlR8DifVf0LR1+aj569bGvRJ/iAZFDhzkSxFi1YrVqd0iDJ3HtJlaPfehs2pHabOi7d7so9U7Y4z2HehLrxUgiGARfDrc1CcmpcIoP6rnNbfrPO3dX93NsWPtCgBmXO5SgAA3P31IWvUR57Pa0aTbl4JyqZQZ+4TBN9kXootof4ZAYCzISL7d7inKer4dKj4E8sT+eXVzQi1vzthShipPQGaL/CUXXP1Ni8LG2COu9aDMHqe/TH3KqxrdoBenBAvgrWmmc+8sroDUXtiD2P6T7TfBv91KVDYkf5XAOAbWbBi+YkiRdlLChJAVCbYJg7lPjMuGTCY0bXvJXbQmraxBA9N0ECHDgVbKSH4sHYChhwXDl1tGTHs3UkVGGN5hufaz0sKIfJ4QEmXE0VbrdbVcvKCvCLESzgYMIWlhXVvBxIMwokFKjeq67i9codEgsakR6rs4NnqLfL2pDbbtN56+vygs33JAQmiH8uNy5Bh7YumMOw1I+E2eOk+HEMoDt7+g8damkgHJTIaJtL/VNOvAQDwGkSM/tpx+5n1Cf++ChQdx2dKAKDQ4Id6xTQDSTOent4D3U9xdq3VtlNlpn9jNqvDjkN84idIMmlkNEnxdWt+KhYAcKwY00+1CQDutJ63/EJJDrLeTmh13+oMzzqmszpp1WSrqU8/t527wJZ1vIO1eu+7hpth801s8lB35MntFDtp/28xaKOaaZun9QEAJS1+f1RcnnGbX8N3/wuDdf/vug+ver9ZmOxL/mt8/f2PJT/DPY0bAOifoZtXNXbNkyltXLlwx+PeJa1J5j1p4L/W4w7lrZqv1zf9enxqQW8of5oTAFBR2Jv3s3bzdFq1JJWglV6Bijx2n/hCLc802rPL8SLgPn4YBLA4d8KCOGHKBXEG+f/f6pcJunTTryGf9+bn+eiPfmIBAj4GBMMj3EcQTsVoykrusipma6IUMWOaqdh+1pYAr6Z7MpIazGnOV36X+HBFGbZak4aF8xcExZIGhmXyNCyeWWTTXywdWmJoyXLLaMtWWmFsxWqrlFatteZO9aQGjpywbpmFXGqwSZvCZjNborUrI5c+D7ZGzYsMkksVkwrO8uuJD4cgikkwECtF7DwuI9n10aSQCAOxtJAOwW0oETP0qKRCsGJKt2OmW/R7Bnu0ZzmuXFhSyEg1jcZMUCb2ad/HixCXaNoPpIo6puR7Hj2proBKvlB66nka35aAiLQlYIQycVAHOaRDro9KvrU4rMPD4bMOhyNmjlzYFNme5FKDozrq6XgTNPqfK1LECTMnsFKDkzrJKZ0Kpy0+TSKDlSqUVkngyWDV0kllOd9gsKSIvrV9rkgV6X0TBMrIpW1EQwtPKSNl5NRwaOh/rkgNzukcG2yU9GaZSlrgRIPzykJu6cz7RzONmUhX8SL48dFSRo5gRfDFFPSkCoVWEnjyCWSwaumkAegn8BSTyGDV0kkV0xsmSGSwaumkAaWfwNOAoWoa6SpehzL+V1LEV2a+vbAnRA2+U0unO9zVvR4hJNqlGF5B1nG7hHiEkIgBZIhgRb217ifgSksAMNMxmojfFZ/RslLKiDGME5qIVUZOC4cuKAHUx1NIhBG7mdpqdVlpCahQJqeWAI9BS8CQuiWgQZnC3LaJb5XqiiBr0/EdU4dVSScNCG5LQA+/JSDfj+wjbglo0JS+On6Eqbpx16gE3VBKgZ8gIM1nyJrW+lDnK8Oa1nr08zWII6dHOasUHW2+FnDk9MG0BNg63pOJNABhgkiGTorYbOFmrEoqKWKLmS1YqULLlAR21KKHEhUqpiRIZLAaM5EGIMzEzms7yaUBiBPkUoVOKQkilVSqaaSIPRbvoZEqKMFQdYUWKQkSlbHbb9of4VrsUqmmkRr0liLUNGm64bsiYkiyrXg0yQD87LiwHIMmDRgyhkykXYgpk0wMLsbsM7gL8WKSTjGsLvOYnuBJPRWeNvP0cAWCp6ioCm9Z/y08DRia3q6YfjVBrjLiC6v3RIxtPK6oh1VLAFBLAAgTNGrppAqtURIkMgMs9CUt8NXHvFoCgO4m0E/gKa1IXz9bISs1HJpIzeQX/cKv9dcrye/6Pfxh7R8VS8rma+3+f6gvX/zL8F/Hf/qPK7riqpu0BOQoO67q6nAtXGsBuH7tZkUZSVoCIkxLgEWZhtsH3eau79ngju5wV3ddVZMEQ6nBfd0/hATIFArzP4jBB+Z+mB4ClM8RpAD/P0cQA8QpI+6Ye28BfMP+6xFMxSqlPlldY/dHAw7J+Syg5lGXpo3q9Kl5wpS+MtXpJ1ON3jEq7aJhzJrmqadrSrTqDFORHjDV6e9Ska4uiSrRzaUSfVyq0b9F1dr9ldTuq6KafJWtvVeCtUZescnl2rI172p4p+mTqmrSVU0tukyoIj1YfslqwLKmBelpPUT7VHeVCb+umqtUp6+KpA3+Gc2oRf9Sw//0t+CBjiiVpEtIr1XBfw+CVMKmUqOqfgDU8PC3RgEtY6KEUOuMKC9T3mAzG52mYJzfiz6JwQP7FUSWsY4YQuvnC2trFnVHbY46CqQrohlOTxgezxof/b3EVYcc+es8zdfjc7wvyXl6Lom6r7yi+Fyv0FfUkpIiflYhDxbzM8ZQNlGGPIDJlJUr9TS+yGfzEFwgck+VHLXbuMqDcI0X4EaffI1u9ixz7ZffwRaPmAjDXW/huVz1P+4S85DImv5CkNxwkWnD91AuyOhQVFYxXlCURlUpqinLQruGkgkzVwGHnT6YmEV13M2OGmprv8j9TMy5Cz4wDPE4o9tKJUqRUtHspZ7X2lCqQZ9Xg1DcOmk06Y+IIU1q5qwA97dxIVOzwvEkkEyNUtIkOW0tEoVech/geLw0yzK2NzlH39YFRNKwZNf9IEcFZ3LESC0z30ad7ApV9qTkckxp7QlU1yTVlRjR1pKqHfbWdzndcBkyWOf6fH+WcLYjJRvv6wSF/dRXkrB0Wq/sCFSsNjNmM0xc1enWQ5xiXaagaO4xfgUgzYuCAsbSF/r6wIyeaT471zJPtlxzSLMhFNiok+KimY6Z9dVUM4Bqy0cb/Eyzmh1Cg6Xlel2umLKomM06tjotWFLYMBXtmS41S8dw7wWRH+iavlCtbyzTnCTX3nmpEzcMu/3nnU3oOJrVbeYIJV1LRb9zq8aam6Pdzy3pg073qfzZLPbaKVvNk9jvPQiwfWmct37OaXpxhi2YkEpmCPWzChmlU7dlg6N2ZXZEPWuYbfFcL6lbF1CXTP0s9Qi+4YrN2fCFa49BOjqfqGy4gIw8ZzcvfVFFxg22GUd0PN2YwejYaXbowuF5PIHj54qew+mpFJy1Oy5Jj2N9TNhZl7qnWNy8kMELBpf68ytsmnEt3bPnSLFzzwQw4co9NxNmv+dnRfefud+6rRkQKY9yEOeDN3JWsXeJh5SgT4gcQpLLY1H6Lvv0emEEB72vOsl38yl6j9vMmvIlk/AWHaeRihP+Xc5DMa18GHXrjKJDqf51LBIjPPZZLDhG/tdK7P7HmW23uxwyfxv6nPkMk+PLO5wTzbeM08iH3YFO/utk9zsqt16vdJXDaTearU+pv7yoPyVJbr0z3HTre7mjLif3pn73YWzSt8Xe/FaxN5OHWsT+5v0B2MvLdUty3s98l4zcXAiqJ2L/II4ixtSgTY+FxyXQApyskx8zEn74wA8akusIOEEpPqKcmApOTP6V1HM9QCcW5E2UBWzEFhBwF70/YPXwPyMVnoNhSPyJxW1bx2a83FZxG1EIkXkNJ0Y3uMp07xuNpTuhawNcOARPeWSqw2kvdIMV2MpkXgQcx07naFKisC9qAVWwrJ7SUFFx0rwvXL6AenPsVPUCr4rdFXpjYYvFC+yIeQIomxd9nnaj9cQf0OeC5PSYmJmS0J69brd0k7Rh75J+udhV0XCCrD0uFCs7iFEmAoXKyizSH/imnpCqQqZfqx14KusL9ekGLT0ZAH4p8A6WBNp5bkgWT7cA+vgeorTtHlTF4iBmGZCzGGxo6pC4hcdxzXV1UIYzwdamen5+Ol4YaQcxj7P2nDHDlup8s6n8qXW95m8seym2imY1VNFnEyu5CQ/Bog1YyF9G0X73RdqyOwDc76pYi1y9SoB02M3RkSVLPViQCBx7GufohmWEwz8RWTBJDqFrfJm0wJizsLCB3vX0F8xv58koeZ8EC6d9EQv4lgSgIkG+irehP8B1ZBHlg/HWt9WP4OB/3gL1yId0pke46Ym22LIjXtElYoZuoP1yO9QiGNUymNYaTjRsFcz9FeeXlgMcOlQXPpWdriE4thkeVhDcegzi7qC7GNUlFJbaGNSj1AcqrRbZb61IDT16bcYBZjeddbdrIEsK3mSRy2whQn3nANOVGdzsJhy3WwD53eI9kqs3TV7cVLroe1MlGrOWkpWwbiQvP8c92X6hbBOqBquWmVz9/gWsN2Ydm+x29G6AkzfFOH/ujKs3Tp99a02ktDwGmusNApeXgzvwP4SY/+wy3dUc9yON0OJqETt2HYXb6Xrues5fKIKvVesMr1ql5EHv/mo512LFlxa3nVr3xcBqH+v4vbX77e8pnP+3RfL3b1xLOf8z04fvr0Z/w0niThByN1fPpX53ydx/wvPF3zsSm/stZncy7ScOuLeH791Jrt2/6tXdTaKv5OLPt8RTFfOCWzaGfslZmd7VZ/xybzgZNN1qo3f7QbZwMqLP8lF/jJ2KCXD28mSQ7YkIZuNJVvZkCOwUZfND/KBPZudHz+z7MSALxIZjM1WUZWUEv+5LCk3NDoTZwuzLo+HqLEDe6iwjYfszSxLWZm/pWWF/NYn8C9Jg4JK4bflZgSsT8fmR/oPl5I3Qy9/0AJgzf5YjYfnJbPLOu9zG/PJQs5fzZ/R8WZ8eEd/mSZn1yw+KzOH5GzLyXr6oJ+WOQ8n/lS/yJn+uhnpJ7jMfdEt+ZyAfHCdy1cZO5/ui/GXokl+O3cufDOiruvgkEajIX3IdyXfqm8qDI7ewloyO24oMOXkqb7CkCGJKl1BKFwUOnkjb6UpksN9SffBawadIR/nodxHS5PrkrkvCrMfMiByhuColdBO7qnALxlPD0DikwTtFb3WQ52uixU3WI2aqTsxZ0UEh+hnGa0aQvPcld5YS1bkaMoR4racMqlVLqUrqNt2Ajapzp/5Uit3ry72uuOfLmpiYfkVr3dkgYb1J0Layd317olX4KObk3u6WtWpOSrGtgAXm5f3MBJFqn4PaeiWT+VtjFTOaldoFdRsnoUl7K7VyzK7diXYP+DOdXtvNG+53T35WeQTWrsqxQO9hL8a/VlIn+JDIHzlVnvuJk7lfeLKo8cec9r3DtTtW5zPmLsr+HX53xbLpyBc9Jw+JkSI75kmmEPIghqVvd3kkQxm7ksPTZgM+KPpAlrsMRjLrQpHhOSbpDq6xOOhwZEEYz/Ggf04Zbk5I0HABdaJI+TtdVzh+3qToD7Rn8g04Cu4Ccwm5Hs5XIsHHWyY2fITMk/ZM/tHUBi+9I87xDWNeL8g/Mu6dI1s0+6mK+9E7uFDhu670/oAxnk51T4dGRHoIZf8yobsk7ED0wpmFV5m+Qck3TG9gYDzOwLVwrzo1/1bA+nfHRWfPpOhwBTenVxhxavYqvqj915FYe4vvIyBgLj4UtBzG8u6GA7lszsqTU82XNjbbObdslL16BuOZ7cnPJh/zuZB9WrLA7EZS9LPpTjJzq3zkNA9KXalJ21yZFwjQkb9qirw3Lw7t2NEkEs4e2a2/mpVK2wlkcnE6Wna97YvzxQ3mv93qq7IGMKAntylfElaUgrOjF4c3sXypQF7wO9SeGzdF89YGFLpBFfe83/Lb1reTiYzWluXdYQgxzX24Bdq5m9YJYYfVd99A7r/NqU8xgb/DyKv5d2x04jc+4PDrXjHXOPObFoT9/lZc+919t7qCvwko0n67HmgbfkNQ3u/nsGe/YZGX/faXX2q0f76P/x/75r+o+ynL/E+C9f+y3Gz1ydbz1qsbUL89m2UKG82u/8Oj9e28eOtHbmkXY9fBFraA87ZlWeAonm2vopjhO9Oteu734AY2eJfuNtvHuuwo9Nm2OX7eniROyFa6j+tljwTa8Ihcuq0y5EptfE6GbXGx42N0vaQ8xjntHXPqYttK8co4C+PnMyJ5XqqKB/PIu5re8z4GRfP5O3fX+Wit0yeZhnmLXxu/+NQf6Svftj/9dY8Q/39/TweGr+EPuH2D4a2VNmCHE98udngNdJ0n/j5DLr+mQn4eYptycT/G1WMT0Iv36p7EAMZwDToGKWgc57Ht+xePMJTEQE9k/swySM4N0XOrqTCl+Q1Ez2T+Aczs5VfadXrJj6/yAeSnJS2f0kU+Y/rXpDhR8oogxS4d8C7yQvMr5ZkxW/FWjtkH5jsX1MjysW3+KudzYv9kPwatmo3WWw87JVvVmoSB0OLLZ9l28S/sJfsv89Sm0GTxfIhAjdUciRX9yaJ30SsBV+lPuUQyJk+jH8vd9JBuKlvoFxzO9YLeKj/SVwUL1fSMOBrRT2WiaTTmkiImqBFk0PxtmqcqBi3Qyq9XKAoUfnKzFd804S0u2BWo2JB6OrXTsmNca9QcX15qz7LUqtojFm07u64FZqy+UAXgnXpV8xS7W8OgrJInnynsPS+2mCC19KCh9FNLtLnG9aoeOj75Jmpli1+LCtxCuda8/3UrxMTb9barTHMAhf4w9enXo9Z/zFTfoHvKL9OkR1Sz59wakEenYVe6yhVN90Fun/hcT3af9Q5NLO1/C07eli22rl2RNjWfbjqFhRZOHdu81DMAxLR+brNVQlONgjTnxdB8TMuid3xIDwQOVk1E7jbTRbg4nZ8pturOFIOShlnNudvTx3Dho99Dw7ibS9A0Ol84aU7b7Hl608f7ywl+uZ9G8N3277+tuT3iLxS1ahdmovZMasntAihuXWrSDtXZEGGamm4KR6dXgPvCg7i67vvPff4XxC+WYtaimq+X/nF8zBfZ4XX7BL/dvfvgRCb+1zb/8laWvgJtLh35wpxi0NXit1PoDH3+Y6Svn+27drQLt949AuPr/YVLm2t28vrba33x8ut3OcIztON1AywhF8+jHcdKvqcW3jvvgovP3y+j9g4J3no/b6V/+8XZWNu10stbU6c7lkdefpu56gE36s72uI3lvUbThPvzyS4vAYD9PsNUHoEUKnEJiuwCiEAUwsG/yavgBuugKgtR7F9BuehEGBgVKGDVYbhvmw9Tx1X/CYhOkFNha9jqd4WgQegDZtMXIs7tFEj9KnCnW/TdBUjfTrD6YftUiBukGwN5HchWN6Vq/o1JNxFIjR/ZKqRqQVL4OAIyXWC1gKgQps871V7urNSJyVXGIrA7n2vp5902OCZcHXSlCvm7ym9CLZQMRLb4Plb6qirTPbcutXRfAlYGlGKDXoNGClJl1nt+VD6jT5OyfJ6u6t8DC4WqNXPMO3LkMCHyh9CMWpStrDpQ47qJ1MAxbQakQ2aiTdTfjJXdFqz6+jz8SFioBvEHnTOfLzD4h5DM/QxzKQ6rijSUDccYzPm/Yj5a5WPUJZbULlh+5iEDCdUQ4z4UboXkiIkWiHgktNjWyB9Ut1HjvrYlmV4mT7maRoyg0CabSd53vnTEngDzNwMx6zDOS8E8YRmZgfxgTRXNH4nJVoYsTWW82PjXfI6J/5RqhCRAJbdLeQ1RsKZuPzchuwpyNouyB1FDtYpau/tO7srXZc6sv7I5XIrtd1uQvGC+BZ66fGDCZfq1e4MZ1pLKa3D/QMY5ZBOaEajmYFsCkyX0phMVFoA2KralkFCDRdmK1OZ6E5wzSQauCb2IUwo+CgGuWmhigFprxkY3ZjaLaRTCAvA0qZEyqxqnwlPAym9Xt7UsPj5al0tNbC3BCSLXM83/mBCFIn0QETHPf4csoUgh1OGS5mnXENtAZoOA4rt8npwSm2Ub43Q2n/O5HSMAjpC0fBa56Ws/me8u84i+nf0dSHFRWJiHsfd/2Cd/gnGC0HhsQYCn70A8kCNT27arKtpiOyIovd2JDLpQYYj1QxasmOOFbmGYM4eSyeLdXlgr2ZTjsqjWWXlCngQrkQulHI/k9qMG5E0N3YsCpwtB73EKUmbakq4pDtwzKaVoIvwUuMUlYw1xbunh+dDvRt7msvTYqTg9TiHdJJpsZF8a+F7lqqqXz4ZgAqA0CMOM9936d6PPX2e1JaSCzTRGzFq92Nk9GeFvYh9NgyjPIyBBuokicUxKDmF7tmX2fEqJM/VjC8VL3ERZ614BRiDpDtBagtRDWsHSg+pQ5dBoaIaR96Q3HWf07Qz15Ly3jJy7EytRk8NHBSzOCCNP3QVbC2fIVTOctMwqzWofV9LGsWU8LDgTT9DvJ5/ww/LfbKMfdWROcfYdy+TKGbc4nSkYzAY15NPsYSWBcwEbDcd9J4gwUQcv5s2SuctzbQj2oMpWshmTTPC2cnqWlu5d0ZmFE/jwFL48LWkMily8XKx+E3W5BDJq9J1B1yqEVXtwbusnRtC0k+KkNXcnHApRNij2/exI28WdACmSccygXd9jbPvJWEAkMASVsHen7eP40AU7348l2XU6HdAWuFyjvb4d+1eAu4zi/UB/ioRi41RKqUGBkoe79FmbZ2e9qqOZCLIvaQZtHrIuUXRUmbePxB83glIPOJdXcIoI1Kiyzk0roBilbW+Jdh7V8Sq2DtcZXaz/uJbM1UNtisO5qVJZg/KbQYOtAqq29YZ2b6WDX4qHuEW7DbBQ7soy/3q5ddF2CZtelh/kgy7Odts7iiTaZmI6olV0+vCMhVWVYhfTCKQ8ec8Uo9DXQeu84QhMR5a0xBsc0r/BeOjZJI6Y11WzWgdQIvajXGck0yhZ7ho/CNSH59RfXyWzcSZjChtr0fN6OvrlJB0CwzFqR0Z9kLt9x9HqbWH1K2DeEO11e/ErVZHlZ4c2c5dLuePs+WSf0ZnBFRot273QFXsYaS3ojthTEVGsHTBnWIkxueV+WPYVPU1b4ShxV0XWkyUN1MEtiQuh2zFzn+a+MMHCU+DtSiZ307YD7B6orhn66BiEsIwAspXbP1JEWVtgHlzUXC8T0gnJcZd4P5swFm6WJVwbLYpqDOtFGL2JrH8nqtGTFE1xzweXV77P1lO1oXpm2D8fRN4SJMcgGg+roY5fvJ30fmeeLY3zoMrAd3h7iPOpxrI8Sp3i67DzekHcf5IghmwR4dkAU6QIduXv7Kx9VxqnQlVYUEumTRI62KLQYnDTPOkJ3u2UkxxV2uziDlPlffxA4K7o6UWd/nK9UBE4izAEkAs+KmYSgdElifb8CHxtt/0J+L9BwAuBz1JXvhqPDFAQwEyKJXzluYfC7UWRYPWTJyPBIUbnL3NunNHRj5JXnBcBrI1nXMH8LEoo7BTdv6kJ+d5y1AzQhwrZSKvPB+svjzLiDFkan2f6TMHBr5xx/rBL56zhl1JnYlCDAWnNyrYHnRm33k/WU1045ZaIyVxeOlZ4ZzSTDNCts3cdMcslmXNF3XpRC92izUiN5Q+VYY8OV33PSY7e1nhw22nPUCzA4+elu1qdXXam5C4pwbDQlqgAVES0rIYsQifB8RGFbROI1Puwy+7j/O/nacIh5hjBUh2n2gY1L6JUcXE4S8hUWbge4OMbk2PoY1O3AtW4LLkTnhIO8/pSB7a9MijEOHzs27/3Urx7eqKncSfCAaxjr6rHwF/02JZMyez5ki2iDHxfnhx9h5E2Dg7AHgMjrMELQRxuZIPD55kAgiwOk9NkPClT/Jy2LN3eSnODt3m+JXc5lFyJhvySSwWLUNU28vJyTDB0qRByQ1BX5OBm2enSbwgrowdbUt1xrRkjvAKwu+faSoYO9EijCc8ptSReNX6mBMlb1vACsC8t+xig5SLWhewNmwBDtdTdkHI0mlzysM7TTvKHuygbwuNPcyM9P3u+L/1bpwZeheLO2SFnE6BQtN8UVzG6F99LOX8D1EeHUk10pNul5CwMDSs6ZPsgTaK7IK0WZCOO/zMF8M0LcJpg7DWyTkhMzlpSm7gXoljAh/tg7/6jIlTWoJnoiT0mgrUGdXXsfYs11B3bGMOt0rQWPn/tVPQZR67DOQI+QUFf35yEJXtkF14IrNdCQwgsKlG3rOsfeIVTewttXNi8t7epf7lvDxVr0pgOCrwXd07/WxwsJxs+Skedt5AlPlibbEhE2IxtNjHeUPC4DdYla6RJh9O3VM3jUdLj4WX/SL3CUbU9h7mf2pn4gev1D8l6DFYlb1DMtAM7sjHxKFpyS1Nf934hVyQONVpFvkoyD3cWgGBR6FO4ZpRsBRvSalpTsAoG32dA1KVtjmAPBfeZ6e44I+a7vuPH3T7w3RPo5304vfw5aS4sGwi4y+tYmpZSCotT1L65bZ0NmtT3N/wveX65DE0LWRBvmKK1i5Pc8Xnyej5bEn2m8/AiyfAs9ouAztdBS+WvEmv3CqYGQYWpt81gpItqjXkr0w0nUZZBjqv1PEZgw/DRXBYl+it4fQJXjy7h4vyeAJJkQVIQ3b1MZd4ntvHs8CfYpcIJ6ft16pXu2k70MGiGyn2uAHKzbj0Qmp/km087zdHoMkegRlDvqt984pArvZv+GT34JApAqM+PlNPaiyb+lYi9EQ8B2GDtj2ZoqQeYJajnJZO8nJU1Zte2+fRpxc+eLN/vanvbooZc/p8zTJiCN63+B4ao3KLAWrYrCgm2IBNcTQ3Oe7Hrhj4kLZ7ulUWG4NllWYuGzZhcbPc8TxG+5X6x8fB7DnypQTcNzL9B5V9cU0auXPArn11smz03tiJFXz75q+XizjJ1q30UR0PVlQkeX+KiMtEq4dQzUOn6tBcp20DzofOZIr93vlpy4OR+9tez6s/9Wq2rHLYVS3m4f3JQwq6CgjwHq1VVHZRP1lXPXTBboxL2tOz7kWTER5Il4pB3JxNSj4Jz+o+JP9sx7OUFDOZIcXGh5fxLFfYvWNsH5h7tTk5SjeiYOOr8Jy6b3J3d8HZBeFx2JWZAqv+t2ioV8i14RSCJg+6YwSthWeXG8hHuRbagFwsiifu9RH3jy6pAhx55AybXRFMlbX1YgRCSRqYbZpspNQMp10/rZyL2VevsBX+En5JC1tKSeH7Wk9F3sxcPWL1+nzZe33HSLCtVqrQgXPzY+XL/HiF1K/k07t50xrQiyP6I09JGcSZQxytxss3C1iI1pPGdrihZjPKlJcpmytYdVj8qbp6/Y66l3Gi/meQYRSLrXv8BvhMVqORGtp23mGDQ+8WqT1QNpC9O0koOw0zXAV8nEDcyfFpBJFz5KG0ZitK880H/aoOBXAGD5154dAzNGvscwlsMEAJFPDBc1OnzMdaf7V0WnFv3PkLCm52LUn4FoWlox9tixECyTV+MvKjF8u2iiS3n2o6ch/2DEvooJYFMeOJoDi7mThbAxGI/C+B4OhUFCr4fI37FR/tiG3iIqJWTnsdo+u7Og7XFZJ6IUPJR1P6R+pSHdu1+OZ+N3vyDI/6f5vQe0x1SLXS1VKjknUg1OTzRYfMKc/sU3El4r27iPfM/HVGdyblE5sFEqrphom4aHC0Uq7cJgwNICRydNicipDatQNf1dEpRviwOM75d5shf7L8OXqFXov2i2QPdaHFU4ttQbtqSRxL0xtHStC22BElX1h1Il6gU3TSuxjHXMgJ1TREp4JnYk8o1M23t224zcDZB/E9d69PKMIsQq2NtWnBh/kqpDczOnH9EEHfxje2Ev96DKWnD3slmYfWZuXzD1yra58+zfUiRVLimJJqev0ng7wYz/aSGyyfHYlxZyliCJjazAuK5j80isK5RfuLok42EKTMPkgAfRH1v1z0h57DkVt2SBkPP6qRi6VMnf7tquufLQPMCv0F9hnin+2qa5wWmMzDjaDTe1IkeLyTMD2rtId2nTffife+9tLEr2mVpoqUX7jZPJ0JbjKHQ5Pnrv75w6R7MNhs0jcVB6rBBV8uCPBz1jM4F7A/mVtK3tBYf8FG94e+jOb3u27/hn1405sB6nT20xz/xto53RkmnMa3pPB2GcbKcaMc9BD/hW3lc7+Ilr63jABJcap3wo4/lbPgXPafXC+yYFfnYzSAG9D9fek0dYWZQfy5r9vVB/H95k7D7vX8pt6Lw4h39zQUeecU3emMgm+EtsHHuTX44Fu0SGLR1eh4USbO7GSPIJQnxWY0sbR2iKUmyiYpb6q767bqdl+Ic6ZxMHkBljAvEt96+M8RkPjskc+NOtip3ZiSVx8m7g3tlybw0OYeisvEnqT4UR0sojI0dilU90DOIONwcZS4+Vc7hzu4czsmkBCrBuOb4NtpzeJVVG35lDjVJ8srJaHHPLMkk2iX97pijlSWeIvcAPATVh56+Ximdew50cHq8cDRpZCrfJ7uZH4MveHfnSGN3HFIy2UYlGO3BtVt/xLqaIuij6rCB/Br7o4EX+xFlPw/Zjzv77yG3OMZjrInV2c9BPXFXpbEfHe1WLXio106lnpvUg6Pel1DUqyxRzyr1+vXoAVyCol7/46h2sVk5x3V2xyQnk3lUgpGEfGN2C9+f4aPED8MGW7HX+yrrqF5lcDen8R6UxXKlkiOM645eTiYjqIwRi/VtoZfDxEOtonWf8mAxsn3BvnOOBHbnWNo0ZzuNbO8eUBPgyL8/cGK702JrRVOm3/r7FSwjrQvkHueIY3ds0qYTWsmgVeREKzuxvThHKwmsUY01qomgGkOq+UI1d6nmL9VMJbuNhyfVrAxJFL8P1mHO8e6Ozs/5X2EERBUxF6Id2S1bYFWt4hK13+bFZzaUg62i0tw0Pofp/p5eD/ZeVObTYOeCa08Xkcxb58TEpkZYLdY0FNgp9rRa31Pbw04dWHcXOPIUBZOBXcbISIrG5UpBeLekmRSStHM5GInU9rT9YaMQezMwIBjsVDwZ4oXiUFVC/ei7Bpn8RQxS5avGXqBAGTzN3FP1E1NKH9mPuWaphIJB9IN3WmYkn7KH5Im7XJbG3XtaUbmnSy/NC8AznCOa3bFMm+El6uzRrNREM2u0EkezuNfRWg4zlg2u3Dqc0VpSMShTtP+err14TXrPZ4Z/pZ5Cb2H/y0ihWbF+Yj01PvHTjxeaaVzsVxo57jCNjlmi8TRVS8IsNLJBI//i42OmUhO8Uqj5SiH+FLoSRSElFOoaUahvnUK1ZFWSFBcK9SGu7jQyTxox2y2cZEKhM12Y5ranG7INURXsY9Z+DeGgidCLOCPd/J/LI2XoHfmL75V8Dl8m3xGgyJ90o8jHuJfI37508kNDRqhcm+QPhiJdzqVMl0SnMHAoxtJZonfRBSAfwlnGayb/gzs46/AjxlmJYuTsRfAkXxlwx1kAvgiKnZwDRcVnRbGSXVBsbGQULRYQFN84NpqNO5WJ4vpgYiekMFFRQTT3dOxlYuNv5ggz4eLI4uDOEY5C5ojjmzgy4Vki6uIROLJxnnEkYBI7KVRpHBngA9EUZ4joQ7MSfTkf2Pxh51CcrJUCCuQSjcb1ymYKHQaLqA9cOW7s4WDSwYy66JD0TofymQ6REh2OpejQE6RDbKc6wtUSBzXs4uC9Enu2iFx2xzPV5JyHnx+GRd8QZxWhGInGnC1sYLReptZ0VlH00HX2MuJX7F0I7dsistkdl1SeGFE0U1j4k7e9zoJEWgpQKp7y4MhK7mK6DucgsTvaOZk0Q00wYlN33KdqdHYx2lIe9ETmGl0pPtAoTiFu9x3r68/0UyPSMxeALCH3Y3IcUDHJdNGbM3OpnRQLZ/zJ7Fre/GlM4omcr1UcJmKVgcxRSMG+xCqK08QR4+3JqsupcLWStPT05/1psxdTlWwOTybbwWSyJ9VQxaV723jfhjeahTWdDdojKWSupmAEESkMk0LO/9jyKQDSLP3wdmR/DA86jJqTpYPTGZ0IZyFb+Tvp6Onby3TRN5jeST+YrhhRDhrlJynKy8lcF26OxR8nIgd7+vAS+fE0EcmhLSKNnUTkgJiJpLAjIg/1iuhQ8Jv2Gs9Ozm7+F4RC7s1tiSZkb09PX+IXfZXbANIgxDsHM/GTQijiMS454reBTnxIzEyfsCfxg8+KxnRGh8tiouNaHtXxKBaRR1aJiIr/5sqHWQwgH3mZrTZ73faKV92btN3zbwxf8O/OkcnuOKbaSa3hqWGbNgml1qhJZR3+MVj+svE+oxhBkJjEhnz14sWvSjFHAFPsAICgeGKjjpevRY0ZiukgipUU87mpcKGd6gwnDoqhsZfJwgkCOJH3URQXyzgBVOsyAKcRxZHMveeoj9soNguJN7kU2wGtCKLkx37pL6QvJirpHC5MuqOWSR+YdPWIRrlLOelQIhl0knEgGUWSSSGZ0FV/JechmftN9UgP2qNFH4/ScA60zPiVIh0fR4soDIwdXqqSPw43zqSPmHcuCLMnycqzyYV7IhJ3zmaTeIPKJq2EWATe3RcAXEaIXXSEc0U4PolFglhSiJUfrcZuXZ1YbtFGPrGnqqhiclzisUzbeuoNHyWFCRRNGNWpdZF7j6aw/GC/NPO5qgFHxNLlOYpZtNXhHCfYHdG8cxINxSohtODb+27hapAn5gTsHKQSTYrFJf/IoQOWTiy6GreXXhvGrXDEXX0cfMvQJncpZkPE0NmpU+xUd2cPyoteHabL6Zd/ytGjOCXxAjl1+dhZrBQ9nALghlC++Fcp5whmyh0JivKF1RyIJ/hJOfTWqPFDpUt/qkpZl3nQiLBjcwkp5cmodJvraif7nOTD0D/V1zAtVxQG3XOA2HQuHbR3iikEFi4Z11N3OtYo4oWygl3EzyhtNf6IAQgDaXfnNbxA2pKkRBoF73FCQ2MhdTFWh3M4sjvKeXODUZPpZtWokEKQSl47wWd7OvxQOyPya57YLBXSlPfzRI3C3s/bscJIBWbUHkTTcADEFxuor5GKN79GMsViIHExWN1KdMnlPnGyofbkVaqmWFA10hO1BlshUT/b8PjguHPGON3IrYmjSKukPCKcWgw0Et2emiI+tRwk8qCbHfZI8YFScQoRs0O0/g5WX5wCswFI4FbfhkPpwm6pTTlrt2iFv3Eq99vtRu0QdcBH8geabIK4cjS8E1hc8Ya8cid6YyGbxTiik6XWydNDynlSXpFyk5Q5UkZJaCfBhwQKCddJ+EYCn1WHSaklxZzUxEVKACkfSaE57iXrpgbzTglZcTw8a0NoS9MejRq51lJ7KRx5KqufVCgTEWa7cHa049GhPjAWyAejvFJOcXDhg4QIFRjbrJdfw7RSWTBtSJUqI+yb4Jb1inv+ppQm3A2OS1zDO6abC4Lyin/0xmg2QzNMJ3goLOb3EBF7L6Q7ToUrsqlGmMa50I60ehGSK6lIoo4kLCTxZAwySFLTHPyqpg3xgokFwuLShm/Lj3Tv545UCjtPf0X2Rf/O0S1bgE1eIUVvdGUz1EOIl3jEOYS4thVx3Jsqgk2VEGA9IAn8BRxXbSkEDXidmHpUHLKFhFhNpPgR8GBcHsOxNDzuUbL+jT9kK9IfgSg8AGAJgx08HmnCjpvHGn6e44v3DckPGepU5by10wZpD/HOVoTWm2m8ZRopTNOQMo20kCyIpWkWc7A3J9rnNPGIJKaI54MpnfhDF9GjVkkuqfgHG2LZYgbszbF25d4DrUJ/B9ukAkhgRPEG1kmiUHOzzRdQiN/DkubtcRrlsP/gOzAuqoHwfNqszqBsj1Q7z4+44qd6Jbd4A1Hcggl7496mUybdRZmUKQ6PVosi+p6OAFQIsyUeCMqdggNlxYzyysPijb3sFn9hb1xazChZzOADM8hkBkxm8JMZOGiaS9P7D5dVqlOndXJ8s3jqb62FAxEawRQ/lS8dI5MuP8jtzqjn9cmvg1mMUA2UJ/szPXbh6eQ9aADsEVZeTgYWoRQ+YyIMk8TDnXeiiitomisJRTkgHkyy+Ab2xqZJ1WXsS27GaEoGhrSEQsHYIVMH9Uq+mQEYcO1nwWbFxRhOuAx0aLhQoO2UD2mKsoeBHwNwFLltbba8zUjI/Z7r65AxmEaENjMPLde2Pj//2qR5ymVrreHEgJyGO6JwkozhRLIGh0Ri1QmAOqGlwEChPrlpa4p0agltPusx7ul3pRrwDdIRaJdtlhv7Em7E2IfqCVoy9aKxT9JpJBngCTWO/nl3MV8HJhFBQotid5El71L1YRdG667aszoLXGmI+Dir53ogu9I/gIqIGNhnPJQVD+oeWCfso2HpCA5xBmEfYp05tqA1JoyvpK52qXyeJVuJVBEbVUSIk7XOkFrZGSEgtGGrQ+PN9zC/ByRoVtCkrN9zy2IPD9iDKnvgDymkTvcMDi3EKPrAGg2kJt5K9EOD/jyxvGHbaAjQYR2M3sS0COPAgULKcDgkLLF/ECcAHCL4KmkPBg2eEgYWewhTIgyCBsX4xs6gJewG6ILD5l/D7nCn0WJEn9gBECXcJPO6Hr/uOHl5g4fiLd10JGnclGhE9hkvXb6ZaxcBSADqeYE05VenaoS1YDCFK7OX5J/kKPFC2GVkn0gOrXrTsc3vAZPKnm6/4RdK8JOM8GNOyiELwU+69k5+h2dLNjjDes0IYePvnFIn70BJ8U1xcHHGodTYzogPRb7Jb8N1hLy4P5Dv3CjIKxoJ+Upcgd/SojfJW3wBsnE67R7bY76eIVopCupyU8Kbwq9Z3VPXSwuFtZ/YxIioxCkEtmb9gX1SmrLTX+ykCN1AVtwayHauFGQVVYRsJbrgJlGtn8/iI8JU8WowtZN4ZL/Q6FecFL+HfS9DBReJMmGE2HkxonOybItIJasERwXMeVEziy7EsJVmhmHLMO4yjMtNsxDA+0aDGIoa4jPZVO6rl9y/J60y50KWvM/JuL0okCeDkwHIBXUeWdalTkYX3UiuZ5y7Ezxy8QV9XgQgG9oh9qMwWnAHYEy4czCr3GG8JzcS6lnn+OIaJi4yQ5mHkpfvAMiEcI24eMW1g+Gui3jLZtxJu22XRj/pADOkcOYiVfkIqDAcmMQOYR4iLo/VWTnKQS5xkVj2DAP9NStGJTPMQ9BPdvyyze1HFy93B+FfegwDEIwrO0cML84dDk/2iBthyZwzuT/30LK+mqf9e8EA+COfIdp9jzMHtZ0FA4Ny3AhO66cDjsJBQqwXTxWH00TDMQAgIfuqUcx4L9m/ySDirHD6dsLpk9QleeWdAM4g2ElkTK6vCDs7uCffJd+XHUImKf4kDTuQvOO3aaoebtDy5smG/ohWpa9bpomfkvkkjktqD3XMNxXiJe3G+3folwC2r1kEfdXtqynE8zAdVeFT1NB69KrB0mGzJuVQZGGEEnWK7k1WKDlMFq1S0D09Y3jnVjFFE0VNUI8qKE4PGK8Hl+2QQtk9i+IIxYGe3h18RvnlfM4C0LNSwuQFFAkYlwj5CK0gIaRUI0Fo7V7x8e5gBYdhNjEAZ0FhJCLpvs7d/JnLcWeL5KY0zvV1PXz3xH/yuOG2ZPqkTg1nj2alMEhosbqq+cazIYtmuHxAf3p6MdyJQj75uY9exqEnlhn7iTsPqlpGsid2kDZddrGqPghFyEygDlfbENqS5tNfu722wSxHSAV1RnB9TyZv5X4n/TwfvK6nXaMNHDY8zODPqjEFVKrwbRzJrcvFQA0tUYW65MDLh6JwnmPkxmbygV12CmuyQ43udpeoE/58mIWnvOHeIpTjsLixlnxgkSHovmP1ZU0PQhS+JX0sLZ10lvIG2iKYQ01xYzn5AFucgkB2KFeFbiQ2tEy7Nrvhvx89PjHb6eLJU+NC0LQ+YBvRY3p6s2XK3fQldQvmVj2f0YdCw/A55Cp1FNpLJwDsoH3GaZBxOtxJjed9ze2yr3rYH3w24N1ltaT8SHac6jCVq+ljIktL4Z8EXhSqhtfhoWJjNBe8AFggZChfJjaHmw27pXFPsgHAjwgjhgotvWf8JO+N1xWvzX7jvcSscJSRuxg2lG3JZjPTsDLelgFkcXS9XW1Hg3bCCgAXIhwdmAd6DycqvYxh0mtkV1b4+BDolegX7u3mW9EAvIQDH2bGXnQfjlW6GQOk28isAdwKhwr5cps+eDicDEAh6PCQ6ZpvEC+6ce412bNFNLMb0bXyLELjEEa2Yag8I7oBxUEc0rkF85I8Dvx5bVwQHYeCciJBqHRdWYJEAIrLZJZRXzdGDZ+ASVDxF7xCWNJZNHnSuAwgAsHKRVPiPDG5OEmULq6Ncl7ES3bHO29u8NPzF5HAfPVeAAEIJwE4I2hG2AsVT4mooKgpRiHG2qzG72TeQLewjIVR5ge3oyjDeOGigMG78swaszpqaj4jD7WrFcqUm7xZ/zv09P/trH/8DkIl86kGKEkLFNmbhe4nbxA2JykZfI2RB0kV+QtqFEWXtnElzUb9SRFtcl8SvBQxqcOdnx+dQUH0lChjbnIqTXMwbndANhVtVqNTc4ZUyzoyP3jEzSGjMuQ6BkmTWFLwGIf4PFIYOr0eRQDsiOCjbDqRU+i3PGVlCxd0eWm8sYUbeq9cY4uyiU2ydtrEOsZsQugtu487oLGJEJ1cSW/DmoQyeanWPmzhgqwhXtar7Ae33/RqeL8zUuurH+VAazhwYo3BnmPBkveb1lA4U/GwVy+ugW6NM55ADmURaPwL1ao/BdYI5LUWGjODjUTSXHdRaBkLD7M73/ONb4nDL4zCfApNY/4hX7F0cZYI3AhdoqmZUV9BXlvsBxZEyEoUK38FFgCQiDB/gzzCFU904h0+r2NZcOwYVl6XYQ1UCYvoS7s6Dd8ENK5KVCMCCk4LaxedgasAbiIIAAAAcXkjcFvpdm7cC/LrnuZadyKzSTBlWkEhN1RERpbMevFmnd+CtziZbiWEtjTxOez6y7lAGYX0guF0TXEGcKRx/+Cp4OgLg8m6UVMTxw9VllgQPh0863HGX7pRWRMHsto8iZ2WUIhUZ5E53lbFR3HnXptIMKRwv4d+2npRVHhGrxkzrBsvqzvh2SS+ysTQ402nLWWCC3tHDsXGyS8Z38pLnvHSUxsv+Tx6zvhCbhTWxHFFTSUmpTMTIHVQMcdH5shnDiJzfICBAwxGYfCwcQYDQ6Mh2h6Z22sHvX3V3KgpXDl5syj8UVjr9LusCvpw6gp0HaH/xL+37rDT7a4qyXXi3tHVNqT7yrftNt98bGhXnhVMog7RZgNtSJd5HUA0hDU+JgPjxcXB+M7FkhWjhJgj8UjOL7TxM2PWkCmYWbBZWEqQBf0pVBktju6841VMUUDDFiG9ejXjUsu/PkwSY8Xpamy/5lx5Jp5TtpOfcbYx091l3hG23vgsOb1JRhy4kOm4Fn175Ez1XVhK3JVJhfAH9jCSU4wk8/6F+tPHN72qcdqZXBWW9ZvPV+Iecl0xmyR0T9I1vKOy7S3sKTZL0k/6pRFLXN2IbbjmliGrSj/wnqE0MBQrhu4hJUZ/RKAY2viSGaKoungHXy7pcVBW6wdLPWlIY7zDV5tJ3Ba+PGWTq4gqo0GKkqveMdr2E1AKmY9QFIMawxkxhfA63pHfTNjQX33DCD/hrUa4Z+THDRQCiUjBWVn8MECRdzGgo7MxQOBUvNYI9Qxo9GaMGoIFIwsWgsRD21cUUWxURDoHNkQEpn7KknXfxUuNID94dpAozfl8rnHJ84OxQX4Ybys/nKDMD4m/YYi5lQt8Y5Vv1PMtzuDbLPysxtkK5Q8H3M4tBu0Dt4gbraNwo+GHt2oXn3BYsQ8AkNwCkAzBuFJeMG6IvGMKk3B5NFk8GfFOzGGKTn31lY3wxvWhRyodyqFTq1+XeUuub1JpsCZShj44EWVm5/7KTCYTIw8Lx0xWQy757kBu4Spy1MXwso3hHGc4SdGvZNCPI/TbVrueCD2gjYDCpHWaxniJa4JKREQwAG+3Rt+qk4VivYKbVb3aYZ0l9OmReGxp8uPA5o3soBPgIsLFPzoaBU5am+BLa0SNo9ByafjjNN760EuEhKpes3RgvZbmV8dnnuDh1wNgFro/Pn2B0WrZCAggsVp3dxkaR1wQcACdvscP7al2xSVNHjUDEh9qaHjJ1X+cQbDkqt3mkZF4Q1jXTUp0FLSq0xOaRFwS7xfhoZIhhjTb0HL3oPIPZTgx3wJJQ8p8SbQC5gkIfRJAasP8fhC4YKP/XWUqoFAB61d2A5IdOjoEFnxElAcc22uihlur8OGx1o8HDUPq8qSpuyF9cVLXfV8XJlTnxvF2z5X/pLQh+I/V1+vz0Lh+iKPNeRCa4LX8qumcGwBy9gVcMEviOQTWmuC0I8Dni0SzGciJk4jq9ET+1CXutMfqQDCc4mBOStTPv4k+v0biUCN48kRKQ8Il9c9Jn4eZnJw7p2POruQEH3K+z8/clHtuHBqybvj5rw8V/3rgc1vsXnO5PWzGgpVkT06tz+NTl8LsdqF5Ta1LN/ZSp3cwj8ZvXWNSAyuIMjv/9BTVdNKrNwjhYP47uitpWY3GF7PR3Uv5mPhJstKU8rpI3vf1Kd7g+bwBE+YVYzdhrqzQeOga/7LZidsprLj5C6FXr/lf5246BzUiY3VxTUKLGl0SEb30OrAKWK2rhtVUqkyeM4VmyzSpYo5UOkr1wXyxmK0Z+nuPYI9xKAym489p+YPed7iPAmHzUZso6TrqsLSm3GKau0vn7z00WXknusIxXK3dR6hl+130Ho1o55pb4WWWUJw2Z0+M3MIyri3Mto85aDbW25CZ9D48E23GPaZj1eJXVPkSZwmVYqZ7H+bFleoIU5cj2B5RzA+J7PDhiWXnnbjAPr+a/S3DwY+XP3fl4KY+DEXjlGRfnTVYuEWUUnyxPSpsESpAxzgz/CQKpchj96qrsbvnY0UTu+My3HvL+4G93seKh/LDK4aTiun0sfgaZV92y2+KEt74jNAbFrSLzYa5Oq50OIgvUupH0FyxGr+zkFz2qyKL7B+gEn5ow1RufaUzlQVJenGiQ8joMRhXKLNpcgzLANJY/sB9Obha1oI05c/55dm9fegs4hpQSuNhn24PDXd8uHSE2ZFBHpeOxch5NzsmZAQLni0kq+pxbkaMyhBarjmYito02DOgbT6P4mh89EkXqo2UGjxuT01v//C64c6xkLjHKm+JsRLQ0wmIboE4vhnGpPtuzH8LN+m+efvjGx0S8YLfdmg9gblzG/rfp4khBj5xOHxvKyDTF/ry3doPMStT+J6ewO7r9a5xdLSKuMl+77P6uzpW6Ylyh5GjrGon/lNr7b8SJ+in2psFBJ70BA/osH3tjkHX+uD2DFVtVfkXH9MyjkvqDMGnXvDvMXeR4rs0fAfE3wVDD3a+QP89JFi7Z5TaYDufuuy31ZbZeD9bLDav0rj+TbJgy2NbVvHsvMBO7qJ+x2fFW7XcXmsyV5bJfDnppO8/B+hd5kx8r+wFDinS/92HfLRDtO4CooCAKmhdn/tabJ+x8rkn91Rfe37hFIJMRleZsPL5bA0xWn6NJ/sqddINB4hCartFsSZLSNCXsPZBnKfEGOtIBhpY9AAiqUpuQSzLPKquHwCHuP5FwOStFaGi9FkMgIJ+M9/tQN6yu/s5FmQGFQ8DYvss7L/Rrey7PkrU8FyLP46VtC3GrJP+pacNOHGWppKQczeQv39cSBB49bNBu0VtaeafrcbBge9FsuqeEGbDj8vRmQYQbbxc5f322gEPQZP8SmGV2BdN3YHi1DarLyuN7jEF5d6zO6D8Uek6iglymhIAU/O6JUyUOk0Ab0bE6V4+Rc0IAUQNTimkotrHTDu20to1fdkKgeXw4q7vIHpGb/TklfsOD8Too7T8rbgGBKmUgISNP88BdpFv7j7ZdPsmX0JhCwz/iu4Zkkrpxztv0nYAY7YlzP15G9Phy8yLQPzzqohemlafZS7sN/N5WqFtRfO09YCl3ju13s7mFHxr70H5dftUeSMbz4MFVpZ33/c0aJP+RARRUFsb/wRv4gEjk1ZXIOYoNWoQeprkRi5Hgio/0ckavCfzP7DPil0vuz7xyaKPOp8w/rS23VKNfPV9zpl1vJUszKVbwC1wLcuez5QvYF8PZNAVSVt1tA4UP2XKpOsiqSr6VVIlpZhgG3K6Pv4Aoh6fIDpo+F0HcKefpd95qsn39jVm9wUkrfmfd7llDKiZeu9lkU9TppYV2JIG8b/P6YUMBIjC620DL167EjIBASkDJylp/7/x+fYyrkQU5uUBzcE1U8mAyRV6vjMcJto19kZkelJ/UYSqkczPYT/jodhmLJZ/ldyGpJ/TB7ZXPimfD9HH+fBp8anpUsHdOLCpYEqyNBVSo6K+a/R4lt/4NPkQA9JvGO3rZefPZ8/hYyALR7yc25i838J7Px/8HR8AOfyEy6Fj560n+jYsDyIra9FGfTU1VUnjPNoXYHYUFowMWrd5U0Fl9XyIJmozipII0eifBb1WxY58QSAAiFVGfTsWssqWxKYczbc5D7kXAU/sNtLKo/PNZHsst3/PTrwr5R1PogCLk/CJ0ZuPRWnvCAJ+GGcPY8yikl0As8eolBejXrM78PIem63Urj165af7ZH5WR5yMvuH35qNjnGeF6/sBjate96vMjwYWp/8Bw68udSNCcPjcwpOK1mnO/lbgp1o7Ilty8a5Z3+VHoziP1azp2eFhKsBg87CfNaUjCjxR4M0OLkcYSI6RU6JPM7sBonQFStcuMuTgtkSa8D1KZcNyvLN+sOgP+JxLCZRlywAPmYYUsijr1c59uXc2fICfmUayAMtJmFnp/b61Rt50RaccgRKLgiyQh9XdHgsQ5X6tA2QEeJhceEs4AgG3W1/61fLDd5qZJFw+bvoYASftrO7OolWq0U+EgB+s+fTs9jdCb7bCF89zh5HY5vUFcqq1gX3w9dH8gJQP4uMEiAY10OYsQguU2awvpzK6DgPBWsAgD//ufsAZ4mKI93NGxa+bcq9ht8/1q0HtwjSw7yR80XCT4fjbgSUrfNLcujfB+9NRYGOL7xnNUyX6Zd5gIWAqpZ3NNsWxdOPIyQayaevjQLoQ9z0FowL6+1nuuBUgPxOo+pUhQESkwV8StUItLZJvKPcK5BMClQqsOyqzzSuMSabCqi2SQXtXPNal7AOowAcMKLWU+r8PzC8wwVlAoEm8O++DtOhMuscPux+JEjBCD9Dmedq/7fIZ3Hg+G01IvzqtwdoTp9XLZt9s9gwiWqrtDWKNlu7Lj1u6+p+0+eeKnWfKW4ztbvMBRL+VfNMfSzrWx8JscoEZALixRNhJuKpHsPyq0Z7b//WrQxZM0yfJA36F+NobjZnO8FFSGM7vrwWOUuDpc/86mhyX3Ngi46XQ8rsuN0/qe/ut26gw6YDCeyJBWHVfc70W+unmLaD9JQxnG6u/K4v6LoCMD580B+gB0cMitocSgK1Xeys12y4LIR93Up8ZqmD5mSdgpeoNdNIxEX9a8EsihWsInFn45vpOGZfA0PjBJFf2w1E5tMZtzEjuRNaY1Rc+A6VOM73qvoYp8VKunCIvZNVyb4eD15OO/ZQyT4XGZNAXDDWRnW8MEge7p+ZW8RT4R8Y4UAgyfNjurkmtINyraudyXgWH59LDNTXfYnwmRtFK1o7GctiyKbl/4OMBUpRe3PIWgkbUWDjoSwD/MS/AbqDtVwDZ50y+Y0N8gN0/UoiFtSzWdNvvZA03YBH3BchKoLqQzQfVlOvMBfYqsOVaCBjbb+iLcUMFAaIBhlaBT0N00D4NjjI57oCYd7cEQ+sufWUPqKhPOTJ+b4BZiEH6a2wqjRsJGNW3CvOc8FI+eemTOgkcxfkKDK6LBRBdo1AP9gkYHWD2cCWwwGAqqp3r5yrWB7fXDWLR6/SaA35DiQDsdiq8nX7rmI3VUAGPYldAF9HEXZye9Fz/el5uND/0lv90k4GF+ahcCU3A5QGSeYmSz3Uka7trlHrA9rGaPnmdLBlQ464PnNvTV/tAbhkGKuDhy6dkPx+T267Zr3l7QM4so+HC1x5rWX6DEz/KO7qGIfRL/tZI+klL+kddgsBwmCkFjp7vis+VpudCTXHAgLPo44EsW2HDtcLxaqmZSLISCfYRKwBppsNO6tvJRziD4t+TmVehmGdCg/eR62ER/Fa19mMNZrI26etOqrsU8XOmSrWqWTX6K0pbP8ppjmz0mpXu/sxlhopPsoUDhjxkR4TSaWFpnnttDn1HvbmZCVv2tR+xKnIpIxI4jphVOQxXsiztbXMqybRvxSaoUIiVLPm0hG1xeZSSsxcyaXDCfGJYM2ak/8czrilm3XZIy1pCFcxrH5GGUIbcu9fvtLQt8ii8jGJgbrKrSwW7jB0kXd8GhhVq9viOa/s8vSvFDXN6dfY2dw/hOIxk3L7a95O3xRO4Nokl10lGjzVWk9ZjE7u4cdnEvbARG76IKU/s+u2pjuu8UvMXVOPDs1rhEqoRdxG3/RhWJ/IRQxB2wnZfYb2+cOgXeLsan/qIXC+5115UReesLGSKcuOLTKmHuCHoLT9JiSE4gD1qVBrxGq4whANeMFzRwRENCMiHlg4QCCIHWywxZQQY0IPKPLx4zmvgZnKZPcTxg4IvOWSWOSbph4ZuWmkAQxVl/KQQBs5TQDpJxBJBMO9Re9QUMk4V+8qpY9/WRZhufvn6XcGwiDj1OPRd29TVjVW4ooqh5ZMvlDxLuVKygs9cuIFw+/Uj0b3OLx8Rx0dL+0gNjVurq8OXi064QRCAV2Fwh/AjlmGteYxjBTMYwWImM5hN6MdAJKjo2Ze++6RvNSPlO1AHdYFO1oL0RI09+gZAd3/jHVsBSLZkRKV8IiOCyxXUywZ0bHSmOl82hm8/OOfc7fP9Wvex1AS28X2vxHmsSCD4xXTm3NzVbR9PswzJacDDopyS9ZvJYIOHeOgEWhXUWvr4DL/44T9KbxbkoLUFJP/gGeHe7bNQNSwcIvkj5OT6lul6pnzlbNcxlHPPh5BpyWLnf7z71kK9z2ngQVPcWGXBLEkEw3o2E+5dy9bAf6hWzuWloMG6zEAWh1Qp/R1HjdIyBJt8uRNigKvQgNI1A6R4x6GyfRhbXBF6aQp/qojhmn1csE8hUO4lXHXWNaAzDRvHfTzxN6Oy4MtB5dU86ziLys2PbCrIZJ9KZjfgNfyVTfo7pYFBehD9x4YPxVHkm/6A3FoxZi9NZKF/FpyI50TmBlAp4ksaPpiYj/+xuGKPJFEuFzbLOH9xJdGP/QhLPcbFDlsui07CsHoSK6EiKVdP8eVAPosdPVx0uc5nrAQSxNrdHTMnJr0k/WQvDbc1TTM9ybVLfeC3FqIja8jmTxfYDUlkQ6YCoVPezO2jv8AcjkLG2JJ2kTO0mpYp6ziBqL2AwbAFxN+24YlERUlXMdpnoW10A21FBeg73WZc8I3nAmOwX/OHc2WKLLvbgu+GH0Tu9GS06AuIyzwwmrhHfpw+UxQuMuYbhY/bZMg1WiYbYezQA/BH/9PJvpAiF39ad23ZtLmT63770PqVxA/mR1/+Zdx1u1lgdgM83+5iaXQXs3HZjJrPYMbdR1jcas+ZUk36L7h46HQRXpoTnznmkGDMQ1VYG6HQIoQ2IvA1+m22UTcj+/sTm9mWDDt/k69fOynxtiDU/woXULXGYtpgz7vJmajN1LQL8TF+n+Qra9mR6sPSu4c5/OpZfAE7SYzu43ZbEO4XrLnQosuM4uto2ZmGUG8U4gLSjLAqocPqFF0FVtjvzgKMXuXDgm2o2j7j//AwOLLHwfu/xevKezixX1n82kL1z5N0/l6OHLZJaJOYUuXaAx6tzyQKlXqNjka19kqss0/wUnMdg60iWNGQyaUXcmj053Nj1BEI1j1mbzaJX+EFfP8QR+7RAol/w/D11XVoX4pdcRvna8NZvsKCNE9NFaL7Nc0PQNrRqXx/ZECdbQJDKAjm9E+j/M8L2+ZMwl+I4vDEFL6/rifIbgUVYn0k3a+nJusbIxucuap5E/SjTXw12MRu32B6BL6YLxCDrUmbcXeZSe/cMTw6h6Fpo2ne3NU4LL+Fllskg0g34M56CNL+txHiKIOnuKDNuIvN06eJ3h6NWWEbmah80MOAmc6Ut1Im4kbm91ASPyWhEeaEeM5arvXLYVX8C/gjiNeSRvxPzGLJQxMKvgp5jitgnvsXvuDRHCX0kmpY5qs4FfH6h6GfjSCjr8T8mErcY3IQEMzGv3oU95gdfKGn0c+cDe8xr2VRnQz+Fw/R7XMAAfxhRr/VzFo93Zt73/hifgg3Q7MkJTWWCNcwQEkLqcQ4nA0/R+b5jyn9u50z0zIiTtijElkKbXMBSEiIa/cb6vhUAjUuZlgzDYORMnTmzeNrfDUd1+bgcKGOIv3LrF7SpeVeLl/nBzPWtxf/1D4ep7jwZ1KP7U9bmOZrwPan8F7cx8U+kHcqy6Dqp87T4yjW/3nozwOIOPIZley7KSKrE5j6DbjTyS8eiXvvJmJS/Qlcxn+U3uAAOFi8grPlE2grtGMWxeEY0MhoTh080FDmrb3Mje01RKeII0l8BWcyXVka+RhyB1CJnRenWvdR6n+Qq1evMsRLZNeyClJzj9N6LYp4m/scOlXSJf3CG6YaejqLwZ3pgP4igsxuORS/7OX5IUPYkUfZ6RzqXMRh5uE2x2I2cV9tDq42SyHauwoxIUW676vwa+mvpC//JLX8Ze50OJKFD8GSX87WIBl/QzSM7Yd/kBZFiXj2h19T+XMHGYGR5J03oNF6JnGTdqhPj+LsWEum+ug4L76CRP9+Wi//5QV4BtgCn2LdU4lcsC2LRlxH3Zk4QvxnEebxkIxTIuDkrkd2fB/ay6fgDPJlgfoDRB5pIlP1E95r6dK/ciYLN2/Bs6mAjICnCLGiGIwfQxpehePlStAvL6b62U1gngOhbduC4Z8vEnTkGllfjlMkflhf6hY4/eej6jTadODOZuk/MqM2FCI8S8gnpJHQ0suUfCXCpn7DzSRtJA7+0dhazoVQR2YrfsbJUz6obHVg0rqQtdY8+IzSQBvVe+HiizRuF7JBnoEhIizviaf3xV5aSV+xDxhOhDhKKrWVKto17rvbIbsrJS/sJB/ZIxwT6pCcKuHhoksYzfw3E6XnWP9esGFJL1nnOpl8pkFtzkkCvG7x5MlpdiZGctDIGJsxh+C+2pcbT78SlH2Gb0cWIKX5jitYC/xPJaC6/4q1xs/kb10Ak6VD/7nNgHFDUOhjyvbPkMa5Aa8WrCJs224Gj5aBDYvmjEEo33ubUL3ygOreg9QDBx7fGoJVB6fwzMmPVZ3J8DEqs0ViMJsCc4GERlERuYa/V0fgbN3HpLOuty0jSXl7gI6oPxwtXsbHOyd53alL50UP2orbGS6XwoikNSz11KbsnETu0BPGhhxwaWEzWLVSgt6X+E9+BI9+/Id04wgeeyrzqj6OvX/zWOKuI657HpihP/pyVoz/dI7QvYF+64eidqATk7Y4ThSl4jjpt9xx6oZYeAdG1nxSIfsJyFvCNHc/zE69Bzt8Nl/Krfzp/EqnaQ3aTU+xbneJmW1+BKWXcE+7j27j/Xy8SpjZ0oGD8AwTgmH0SOxQOdBDqUQVOQ0bvD/fZdK+kCeOx0DF/8JZ8hXz57aTJK+LftkoQTndmL1sJkZJnwsfS3AY8gVytXcpmZRCiESSgN0fiEpsIPF4Adv9uijc+yo3Y2dTOKyAeUU3v5a48+ikoaA3Fvz7Vov9LV+ig2p5+2Y97t+qoZ44huCgO96R/UFBLZ6htZCk2eesJN5C77c5/80HV/gvoN0qmfs7SriZcxrW5r1MW2/H+nQ88eaLULg7jvKNXAR8ElA7Hk2Mxjgsj44gUSnTdeP3K+54ykpbNKdmneD22msOfZLhi1+HX40SJtlX03xrENQ6dCP0dTEhj3rIvD+WRtU8F67MYMDWYiwq5HEovIBX7GI2bZhsaHUeDevpEHF+geByf+0FiizdZE+dpDPt2y2Imb7D26/+jNIT5dSsCrHPqgh7F4FB2huJbWjikmaJzfQzQfsvwwoB/Dl0R8TOnoeSGAh7XsgMquMLfyvcNwOgYrHKFMQ8svlhDPBzvrTWCMTEjv9gADCXX7JeH8TIx96vCzCRz4X+gBy3+XxiJcWNObkiT2Nzo6lNYvz1brRbAhX2zbER2Vl3VTLdHk25HGWovGv62/LScWRu5p9hC1riggh4guT3wEdaqrqVMGe9yV718crdFzuFWarL+2e863ffCcQ0Ti69mcaPPLu0VrvKxRQXxFmhM2UfjcvL5voGHFhDP8XHzL82nyXPHCj9Rf5bwC6wf4uScS7M2dFuajqigZ1ZYGreQSfSRMRJ/9oLmooPpnv+zzDoBQDAOfVvD7sf6l9scyU15T9Rv6n9V927DDewVrv/Sk0ULk7pRO5k0yYcMmbuC59hRW8VQS3x/CeVc4Gu9OkllQ0Z7Eeb4zlId6FzeIBqzrIMffviWCMd8DAmzHeBPyMDx4FI7mq/PwiP4RrLGpJhP3BvKPmnHxz/9Xykd68Mzt8+7DTe2QG+xfnxan2VIXtgsu3/NDyI3SgsFTRj8AmKsi/KyQL8SXuHreoxHMrkofy1KWBzyT2R9DIMffESISrNqiYf+uomLadhYAjCJ8giL8ITY703PHIxMDdLqD2wyIRmtuy9ik8wmBNWJ2NSU9g98Vbr00QM3HsNDy/0hsDJsaUVOZEYKs3tFt/WSYFDSuG36EAMuk8KCfwTITDILAR8vIdBRWp20+rgDEgISFbcPoih5RoHLiEhCUR0HVuyccVwecvAP28oEg7aUsZN2mBwklBCHHbGgtKGG1Jx1zHkK97tcp0Pgqc+/TcnGmF4/DlTU+12Ipjwd4lXtsIQQjmXRbU+HDwcdUrTw2HIKCmZkQc+BQZOfr6BihhCdB+sm3jFAdyXGpOfEzGsfxz8TMQ6HHx1nN6rJYLBgTYUF/TxKYxw3Xr90gKDVBFdxFSPK5h5MXgr4fQS9tlt/txzpo34odZqF14MdfSDV0QqpAAe5NPMGPYlpHZV+qRzBgELCdXCSsY+vH9XZeRnFAVEa6W4/6tiMHxQNq2oHguOTqw8FJMtQX+3zu7KWBBgca/U0P7hQOmRokx+HQvXktIdO39xuGFq0N21PB12XVLSz1/jkCLmcGJXLRt6/FPxqVjm0D8tQ/VXjQTuJM1OGfnIgevywG0+yQw4e5Hj/dgZDj6GwsW6BTFAXobjXtE4h0QvwUAn9ifwJLmM0nqYg20Cj01qsRUUPnJoxj3B4USmnmeu6C2YVWI69LOGA9u39h0ruzWAWKyzE+0QB2wPtTGX/1PggnSR835weETxdPh1+VHQO6ft7qsvHCQ5WHHppDT4VtfUPeo9h6rKwMafwf5A4I7caCsjImBy49LTU9mA76s8pgYSkfL6LjJ4MxUWixb41zQQoff6yWj5Cy+o7vErdfgeEY6KLM1fXpyFkSb5FiJ1RGzbBi0vZo+FLNn2P9KriUj5Kzdh080Gn4fXy1tXEkH1OFGi/lkQOCqKGjQsJ4LO8eT06914oGqqO6b2jghCoalpzNcpoFbbOvFyCRFyxD0ic5MygM25cq7gYiIK/LOd9f/7Q7ru0w1TGUSUGGGzOycnwxhzparQN0RULI5OeHgtGp59Xz5F+zURVlYWD8cqw+AlebNIxWdEuPGFhr9ldQH3Sw0HN70kQvC6fQt2+wnsmR3m8fwFEZENsgnl7Bdhy7CWHzsWrf951IiXfD5iIlcoIeUKagqIMIuf3KgyKoXRGWZ7TviXwCbU7cxD+MBx+dMpbVVIUutyoucsolA3p0mc23Ra+uL8u0jdYmnPQL2GQ1c8HuDsxtd4vXjUTn02ahidFATjyN6c4HxJhHer6PpRZzjQap5A9tc/VJjf+nNlqmMvcDH+NW0jlQj1X7clOlPiIbsUwlTgDRGy8kq797yeQI6hldkJhUScBnyTEQ7hsPzrUG3+YiJ8Le/9WzsYDldCNXOHLhKBbGGe51mOB7keiUNFl4moI3TnjP/wGHxJFjabvUoEaf483um9O0zWrOfWKiVC03HDKmrbAcgHcGVXVBMRpXIw/wxXNvxC39q8OiKErrknfSy1h7MFFVkK9URYN+CD94Zehiwu38oWfiLi7d4Pc3ONdGhqPJ4U2USEQYrH38M/POAnmgvitWwOAgMhIns37gL8alpkWgeHxvv0M1P7j4ALN5ZMXb9xcD3vcp6y0wu6z9oFeXRz+D1x+q3nyRSgLaa/HNfLgasBDtQ8ToP2l1QrKG5z6J9IjJcaCAautZLCuUMcam3u+0Z7RYPWo3Pm3uMc6vJTsnpeusLAjTrmPcMhTqY/NIA/GZQNWGcXLHDYb6lZnhqEhx7vHwtx/OPwqWJ081DeJnjAP/nx1QYHdDtTBfUCD5XcZgPu7XGQTStXXGvcD3UcDr6dJq1n5eKsvKe5EKhP/VSSStWHnufb6SfpDf05K/CneZdQ9ix9/9/TNEgnO2nTboihlnGHZLnvfZB3NWYsjm8JGUdJdtIzgSCyl3z77BLKrOlGgibdwbG+LeJrw5fgyW+sWNmzG9TPq2b4SGC4wZd+S9TbE3jhsfYhCmT03+12400Oh/t5duYMuCXc3qdjuTwVBifQzBbTwaBX6qdYwZQJ132Y+ieYYCimMXkV8/oBiHtz0G5ihYFFHn/2eVokfBb13WhmB4ay9LaGtTYpIF76i9LcAQwG3mRvrJWiAamO7LPZFQxnEFU0CuOu0DE3SCYrGMN3HR3lBuEkKPR0q69VLIYBbyUSZd0DsI2U+XF4DHfv5ZstF7iBWMOv/9blYFgNGQhi3wyCw8FvXlW+wRDy4MJ0dMVjuCZKEbOpxECLLlWDnwOBsrUzsf8nDNJblz6Hi8SBnE/eCiLtMhA9+iaWuiUCvJavrX+vDCtvZ/9/pJAOOVvyyo/aZMjvCTFSTggA/4KfR7R9lCGhe4dam8o1sCZJFWn/LgMyZuEvn4fJk94nkmf+qNikrnfkWeLuBdMgcsGQ1v+lq3qO3nzdOtetexpDfF3rOs9SGi15O1TRy9o0ZOMa6lj13rex/62wqbQglWXLoXB0mahJgNq8EAEAuJT0f0k1b0nTl3+xc8Qzb/Fm3Ba/ZqW58dy2kVha27q7e75nbe2D1ia/14JLmX6tLwqiGbc4GaNugqF25IF41OlUc+qu9QdUcf/0/oPuXKHbgtbXgd2pKAIAEP926hjFjGWzwXR2zy868wfhbypqtChofY0bDPV3ptIW8dObnae3b9X7F1pSdg/XWudEE5e+Mg9lvqWvfeWZP/pnJ6uPb1E6Gpr7+cFhUhoagVfYi6xxRxEAgAhy5d9GA2ea1U876LmQdLlGycXkK3qHbONC5cp339M0JdeLnR92XW7Vmw+qjBjXaLWyTsK7K8qrpsYt6D6n9kdzaV7Pj50Xo6Q7oxLSxBelkzDUrDUVQ5ExC3I+D1NF9D+R9xFuYkqt7dUEAfwlXgluZ58I1GfTBJth1Cb04MIz3zKcFsIrHvK/z7qhrlSXjK1etaC45IGNVz3ICBoihVHDboIEFYZvI7yLhAidEzJFA4/6trX4d49MValROV51r4/uI9zY3MyGKksedNE7jj57Zgca0VGcsKeNR4tmCjcsGhegGlwOB7err6M/s82Gk5UpqM9p66B+Ub/w3oXJqJm7S8IX1wPP8KZMCem62p5ZEu60una9OEgxOElVnTaN+T2rwa3Hc/ocZmuiY9fFHj4z0ULPHG2bbrNyRyfN9s8H/92DFmnMsPM+umit8fXYKLG7qOvhqv8rVq+igje/Nh0GDWjrTZOhyyWvUZa1AeitCy6tbYd2NipLRajqIGJUO5/V4PIDBOajdun4PrZ3ueVoDF5/9N/I9Lc4fJ1BxN1qVBJdsW/tibRXRVGDvnchv8Xo+Zba85YeiShnu21ecFYS6s6BtJJ5E5USqtw9qMpFVIAA4Molkbxmh1zC5PIDhVF8objfYPY5tHtS4esQrQp0zFXgvT3hGVp2yz1F67EdaiJg9HTUowwNa+yMimV4LGzkyagR/dAjFGOI9GLjmhUiAAAbf7xuFVGXqZgjv8wTr9lZvqsvpZ606grvsmUDhweq92d9r5FYCPqBcVPjx5hwVMW1soSQZoSSnaeW1jsNRA/uUXtqLt5BuRoLP1a9aUbNHG5TYMhZKAIA0PO9vPjc3kjsyz4z2y26ZpPLHRae+LPghfoy83VT1VAFXlHDmM+b0VlBSUqqji6aR639VM9dDXUsXlOT4Y1AL/yebhpsi0cXJ4p/DPnjh15bGRfss26FIgAAXzTNt+s/O6pGMa1pVie5ZmnXU/fur/NQt9K7YQrBguh0YBhPSbUU/jjnZKGeASc62tng23RbDv09Zq9v9lVHdKgt9Xezug9aGs372d7bHk03M968+eksHhmz4MbN80h+VU7k0fvgCE6e+3yI0xLHna5e3DBYF4Ljhx+hV/i6s/2z+/YO5q1kL3U7zOaJnlO9+Gms2j0Fi051rvydbgMjpHwNfmBxwC+wLWa9NmxzU42vKJfK74z2eHRGJpv5SQVmx8Wq9wYjMCjF7/jBjqZlVecHBu1740x8JP06Hr3BJeRfhS7s/4S7ResOKswsVRVPX65IyBaihXr2MMu2jeDf9T8qCrJZRxvIvSIRGEyiqSk3h2xpBW5NV8zgpd6pLZZbP802oLfgZghP6lcxB66VybPl/m9Dossoi/XPkEDcMWI+us47gLjo87OLd3yJKmJ7Iq2D6jM6/VW0pvHjr+g8S468muJytMHcEOWLum9oLgluVbXqShwQ6Fp4ey8ES0PVjYtWfQsmVjf4fSIgiqOSfevnC6Vol/VpZtKELInmniQFPW9ZHO3Z/iw8VAVfzx4zuR9/F32YoddDWBKCFsLV695CJKCHxlRNvIKdVd3WET89R/rQFEB76XCfQHy2M26PcMXUMFbET4d7hWEJFMsard+g3dvLXHS4R5muIRUxMGAYaopfH1HdWglubTM/sjzbA/3/sGT/BP8Cd6uTBos2O/P5oCfTpI3sz3zOq45H8jjfsw4S7Wb6iF3L/k9NMDHQKFr0aWDe2/bCt6tx2Cr5E4Di24Rw3ZwLw0xrZlet9+H/Y4jwpCnx0xwLH5qAMv00PVv9qQG3z4F9kos7mcfoneqdAaeptA/OedWwku2TfBoE4g2/cFg5gjCt2j9vRkGVCbc9zRuyV7T6sHEG8VD/DWVU1DrP+KVVZovcjtQQOzF3GONnNn3NbcuEQk1+2b8VHGd9DrpJVR0/IMz930biY2x7jfQ/hQcyFp6FqY0Cv+Ffs2WuM5G1VsRpDFhUL65+KOYw8iWL99IoyBsbKAjt/gPWhdrv4xCTdWWqT2oXj+VeJQwy/asKffY0LGctMmsGWHnanHa0H+YOHT5eA/6u9IlZnIURDf983gf+YD6zSvIRW5mUz9GOSio6LBnfWP5kvf7cwz509xlW/oe1im/XYBcw7Xwl+jsUW4bjVEoX2NKq1x48zhhNYOy3usEfxrsqzjIykCHERDeQr1CdXcwoE7J9LdXFptO65dvze9BFR4lNTNyQx1W/IbZzFnN/GgCM3kZYJGJ/ZW/n1AyUJxtwRHdkjXmc/hWAhneVOi66xjMHm5eNoN8DVrLlpXRI3UKqA4Lyp1mZ590A6nTmDWtAjCL9jMBkzL1Vz6AyMC61G1muxF790muF3yAK/fJcNU+GWpL4u0Xgo1JnKf8V4rWeNy9ygCOCci7HjMjbWcxbALKikW0h4sTrJQIXUwD3nUp+AQH419gpMooQkN/x5w2Oi4kMOlVfO/bExa39qturqUOzPCof8BIXxRpdQHOJg0nJh6vKcL+ss7KVXLzBLU9Lf63F/ZjbtNr4vkvqTeZtxFUrsiLOAmJO+fnz8Wac+eKqe/WMajLMtL89B65+zFO33iwDseNK7/w7YNbV+CkQp0Y/zmjQdMOQEeEoMtYBhJcmjQd+xw++E7I4RMaBgx+ZLiFV5oin/FlKPTfo437iirHQZa/OL0C0Zx39ul6MTRRoJIvAHn6D6k0fktbQNGCkhtf1BiO1KD8W6fXlfgaiO1drU38AeW7w5jsxjkpcLWLjWH8SeWV3iI5gehZv9gdrVjteZDc/hYSKWslf+Gw/XHrvGZuQmLyUf8hosHqfBdTk1Cay4iGcZ+ugR/gIJAwe5W0exg8+J9/1YowZFevVbUgm5f63i/we5y0qLybbkUJ/gB1QBKo6TerXlEnglawLJZBzKN3ZRYgjOULnN8v3tBE+4UF/lXMkgN0bFAEu43LafYt4UgzMhmdPkmBURzoKoEe+QIDFjQuR81CLulDjd3Qc/rZxZ0fsPPxFLr6aU38IihatpBFcwYfzG8Pm1F1g/626FRICie6M01bkcfDz/79jgVzAmcz11M2eI8DUO3mHNsFRhB7dacp06MHleQXBVWgFfX22oZwItXhapkkogAALXnb/DOxLsusmp7D3ekEVQ/JPPHU+KQO7CIo7y/n5v8WgUKxxnoaC3CpZZ8glBVQcjZskYQit6FllzngRZpKoX8gZvGsW/UtDYoF6osMP2gzjfQzrv7tHQoJS+RgNAxB3IBQbWgEjFaZlEo68hwLlY38DoQ33uQFyDgWODlOe3g3gwdzaIdocyMVEtaGeE6CyJI8D4AZa4+zPdWj6geyJxbYIFfie83lDEfEQqNh5iCJyGX/E+gIFNBtg4tEmF8Qu48y9hdMoQyS0pzs+RCPw927O3uRtbzDceGqPRKJ5arsHrYYrfHLS+RUJLbER0R8nCN+EjCnnC0h4CfkPLNoO5AlALBi6I7gFxo/p3AcpImCazjYPoQqTuzANCXIC+Jj5dwsiidjv0bbyY7gDGY91DUcsEWzpWnSx0ckwuOvnYQS3sXmaK1OAnAq7nUQeIlQj9dqDe0PnUyG9NaMSkBhG6TkIvY9CmXH/BdoaVSVHr9v7W8GEWJbbNBq+KWld/fa8wPkLQtSAGkRrS7tvuOSCC3/eviU3uJlZMaa+7wlcimPosavIOqiTjr/ZArvhyI/gLkR2ClRkYtLg1qPKXRKL9kfhHo37frA8zWiW3GLp43QeDmw+nJpWxgbsGlhbEWzc5IGN+jdTBPdAsR9+988VD30djvUQ6mB+EG/YK/eGaf+SLgO5jpi+8EfCx/7g84dMIWDX0enncPc+eQi8ghWZp3HYzqwZnhmcC2JW23tIPByvjh6VWXMCTkk2q+Qefyb2rLSgeAK7rzOrAruBa28GVsx3nwLyFcowwANox+Rz9jvlAVbcMw+hASoqYqQbtJtAdbAiE5CbeJXtHqPAGQOSCiwogd3E6BMTvN2+D9xYIEcJ8BCqJjwrlmyBkGUz+QBJxNTGgOh/bs9AcG3cEXkEhwp94rxGHPy0M3CFdgTi5r0bBTteIFp2r4MmArsxQTw5PA0iBr+r3yP56GuY5cY4UwoAwENgK2n2nwH3ebzWEpGds0HLFtXZ31HwTXX2lHknQ5Y4CzinDrrkNGfsicjOnhdreZqbH4nkt4WvL9q2w11F/Q0J0PoA6GgUVom7Xwex9u/U2EirBp/7bpx8eF8JDS4aesxpXg1+zLxq3JX+DmGWz2H7RgHX7zEXAzmXgK/93902o/ycxHX/WGjGudDHXkfSy77qz5lieY/vI6z/TrOW3h+mQ7FWTlZDcfsd6xSBxJNBPOM1u85SeJ9NbHDHxWE2Puhlmok5Cb+zBsqaLDKKrKWYB1vlNoYAw1RCQBkDiZWr/G+toWOHucvBkQphCve0zEQ0rtxnjIu/Fda2BsFMsENnXQ2pec2eZHvGNv7N7Zsshvkg3kKstTmsQ1hr78yvDYDBQ2s9KR6E4gbS9y3hbf68pbWyE/7NAvuoRWR2c4eNoOrM534w+/TvpDk/PdMVCXrjoy+krXEHh9PqdB81Q6NmqjQmePdOeF9XH2hLe4ZTbSYyafIy3cL5GXlvP6joYb6qY9JxQxZsiRyDtXg2qgC5WAfpoSPkmCP0dcySRWGsxYIZjanFpx5m/+mfpqAiubWFzAi7OOULqpE5PhXKcu0Gfw5V77sSFzNOIoDHAyDm2sYJt/3dZZi1ENLO2kpGyngDvo9iju5kIm36tB1NOAx2tc93gKqJU3f5XpKhO4LXMry+wm7zNI4cwQEF7Yw9MqLZxo+Y7hMPJpufVqbX45S91hdkaBdADxmlP9eeiQw1MSNFgK+fKh1hrtSAcpUy06N8+vgpH8umL+nZLSxWAavfo0i20lKC/JnaaVKt8cZkxnc1yKcd9F9iRXAfFBuCXk41AeH9yoIzLMGomaj2TjGCN5K9EGPrwn83MvFaBpJ3GoFtMANhR5k2NievmS/EWoY0MKAk87jMV7bPT6sP6gHmKObjNwumood6dpgSZ29ppSrTE5u3AzhQgS4UgdTIXutNKZskoS/5OWPWBnUYGwC+XA5woKEtcfdbErnjgFzXSG9vcy/+Vi1kbgZ+Xjjzo7G9cGz1o+Na8OqNBTtvZ1lWIW/8qgFrw/pPviovhlPUzzzcswo2DV7oldg/qNTOqwKYexUvf4d7Am/K4FGVx3ndjmXy0wwGWruPKsDExOOyUZ5rwpAgKq9yML1dKLbaTMbMGVvdKmA4IPmCCtqV6G80KVUNJv7QrIgXBTdOnyP/AonazREYKUzd07WpKsEv6biJf8QyjPq7n/wCZQHGrP/WiykO6idOXAM9ScKetHMY4hc764oB90tRX81h2dPhYzMLAdujecd83BjiSaVi8kH/tC632xWyHhHZP/sMFIQpqZMJRC+9OMdsMPvRvLQ4cksxwXNJ7z24QDnAfrycGTdcccdzAWuGTGq5f4jm5rtW6UB0ezN32wp837tLJRnEio5U6OnJUBp5gcoGhaW7LS3yaBsZLRl5K3mD00vY5CTDGgd0H24KKkoQFxvw6TKEpD8M7LALKz5ngH8L2HYEvnM95EOLTMyM3pAdwz0g7Gwf8FI0GVEb9cIdyYioYvWVdXt+2s8w3OA14pxtSzmJsy0pF/ezTxrFuc9cOPyhOesl7nV119nwCuzhvTaJhbjHjGWv+MNl/U8YZVeKq82mF6YpES2xgwLlOOccJzqG4pKl1Nlovyrco8aAWcUfXUBoY/bnhhocMiuYYSU0Bv21sXF1uCHbg31ldrK3ibOmrsMVjG97K6ocDwqV8x++jxsc463qu94JRJ401njXgEPcKH7l0ywyvft6thEXSKsfeDlJpngSh0YTDna1b8qwEsclUvStuNSCRpnay2o8TUT0UStwa52c21YHEJceGaPThrbIkVNH+TG7qTh6uR2C+rGMsg+w6Mz8q/QZoghywZu9RIaUW19aUvx3ka4C60Bv+U8d0Jc8JWhApyP2jbiS1olQ7JvHQtsXyKvYf/ALXqmQpE6VysZj+bfwK4qtBjDnKvKvZ/O/Iek+3ZLQ0pXe3ii0yAQM3uGFNZjv8uTffUfftzAOCpkMyt1tvx84oTxtUfC36CPczsy2C/jqryqXymNf1y0S6obEQNT6uHiSur+nbr/wM3hDfGQXUVu2qa0CirrzCV+mYOx9QJb6E3PrPSVMmNQMD03D/Bfy/9Jnae4TkOIZIXdmOoKR0o+fLIUE5v13jfn9s+HsGKnY596DLw6MFb4KhIsGMnHyI6DNqy1DTrpKXvBkesTMVd0XlglLd7+ivzmRr0WQSe5Ju/7dbt0PoY+Tuy9Nf3yowMmFabTy+tEztc0sNVjv8Q6g3TLL820utRdHLgeYJbX4itojsf2DNb+NUXiirXTz3/h4e4abNAjv9yZkgCAAG/W0W+R3QGadEQVgCGr2SJLAHoPrg+FMiDl8KPzjWRyWAspuG9MANQfDS9e9Cf93ggqWB72UCEe61oYCocEQdu6mAW4OZJ/bl95o84XbObankbAMtjS9/JO4cIA9UFkiIFwTm+5HSQ6F4VmxzBCMq4/oQj1IO8C+ITokxbgY3XT5u0ICuMgWMUGG0a+4djSNPBLi8zxZgJrHg7zrPZJDEZTrcd6nxIii/JrY9iwC/MgdckyF4e7WPZIn+A5EeqEVaoyT8UG0YeHh0J//8gYBo2IvwUewNQD8SsujhBDI3Jtd1++SADJEs3kAI4jYmFC32OsL8+7LUAOxACjn593SkgC6fNTPImoBfkFsG3tbkiDluq0OSgLLrrmvfJHNcEIZngduAfTHJmdMKATBxBO889QEVIUk7VUkCzVS0g4JBIpegb0OEVGge/v+IEAoKGomTqepJoHGIG0OhFH4kz8yMA4PA7dp/n0goxB3ItWMcyrsMwSzFBSfFJXevo28A5mStTYpKbCLbmknyHFQ9Uj6GBWFQppN4qQwDnocLFuhpkDwS5v6T4D7eWtDQFwEvUe8QCkuGVLv1GJDCIPF8NZsXdIr2P/1mAbGwOshkviuORncOJXFCgQBks8fjpX2egMb8a2BQBEwcuXfXH+1VHhVxvokYghg9293Jz+aAg1UTYQRR4AjjgQq+wdg36CKv9QMdXfw7D8FkfAhpQORwPB6XHdSQH0R2DL5jdDiaKCXM+hStQGWPy4fk3KcUr7he5rsBhx9lDlExlEgfPcGK+lRkuf+/CJQS1BFxfYuIh0Bnjtuj5JjLy83MuDYEZh0KfdTcXSMXueGk1wTLTu1fmqOc5uzifdJ7smEhusugcOO4UgOhSACXvOvn6IlwPf0Q4Zbmx+Y3bL/lVRgpXDCY6x3D7w4x0bJBPx0lp/cwEXDnYfXVygEll9tWE0LjQbjQdlLlAJroXsB1ML7IOfcIUHILYMSNeZcytF+mKedMUYtcI9QNKA5NAVc7ZB/IQgcexeUX2lJAepHsdyASNy1aShJC/EDpw71mGASw0ViL3ybD+jQe0Qgk2D8v7VzOrMrnPUaHYeoFWiytK36Iw2DbyNHzRCzAju7o/DU4AcwijzsH5VEqPO5zoFhycBQ55YQErZwrZpUsUWWCNaDNWcJEgnd67/UKniCjO0rPbQU+g+InVWNCoNjxetHSBXcaKX7chReAsxIfZ1MwexdRlUJyRvY7BMXKBSsm7Gb97e3QKb/5Q4wRJD1aDk8Do+GmjyFE1QK9WfNf6siGfAyjJ0fCttIt7Nw2uWZwo4nn2iIRLCtTrXXRGMgeVrgFi0NqixsptTpGvjVd3YQwjTM2e6vX41IBPdlY7bINDS+NtXPwyWCS4alhxQafg+fnVzjuUC1jj+vKTUM5s9s1jgFgNCZV7VUGlIfg3P4oGD4/P+Zk0jYQXXZzxXE83eBVOurHoKGTdwdMn22IOjr5L5Jy+Cz5knb8tBEaBUYu0FqwLh1mHcgLAvy8O3JyQw8MrqmHLMsEGPUo4SoVfRv/p/thsSAX2Xf/lAaSPkpNE/QK3Ef1ibDreLPsLnrYbg0qDiWTkbYxWaS7qN9p3CwL2/9SzCgHfojpoKj4NOjRwwQi7MMgdGD0hTgufn+L6nF0rSjPfssH3yK/a2DiDWUm7LfCUD2gjzzcyxAreHfi7dv/sgDgJKpwCGlxZV7yqMTkI+AG1DhgNwaEsnEYh6FZYP650Jb1BbnkwveSW/vhciH8E2CxR+b4vyWsCfgRWwSI8RB3uYoxDu8ACDNYyhgDtqEgqVc+kHc9hMSMIcwcfHgeUV/MGQmtE/h4MMY5d946AIAPI0TmHWoq5Gb9PHuQQ5fc07ErQMhuzI5JjwdKp867qB2WGlfoxhKQiRPyz8yENfROU/S1IwETSqn7Q9oeRQIesXfRT6EYY5lx6QeorUfcJ4kXGLhWcSI2EBzZNL5mLBMIHf4zwCoDQw06HQ8QsigUcJtj9LDobhGrAB3H6r3P1dG3AZmZvjf8Q6LAS7fb21RexzlILAaUUYC3qoqAsGDerXawyfsGVi7IS0KkQDFSD5vhV0REIrX4UFYgLnZ6PE5xSjgW5c5TxbgnlDz0Yt0CIxTlL8oAhzXc+OqWyPgfM4xjDIgTFjprwaaC+Ci5lmqAMsQptYPpNfJ+HBWXigcwvTpqMStNQZOC1b1kLiJAyYxDElhWWBkxaghQiL0PnncdackgUABKjHAIri0FAYq2VNoeGekkyxiMoVKYgV5Eiy97ohRRAi5fNedY7lAiG3VGDFbyMRuRHQ6x4N7qr1KiNsCTbuFvr+gAEI+21NIOIKqzqWDUdHPYELgx3lCBBywIv0QmgFpP1YFQcA66iSAJEkK1psrEV6rZPTOu0LB//0JAJ3fL2gnzKzcriHyk9CMVqrltUW6WQ56f0EjlFJE/jr8U8oxxBirYeIRP/tw/4PoBHtnLYdSrDlXBgAA5CT4Xb0rwPQ3AOTm3BhJLnszkGBIafE+9Y+DTGuG0915waPwTCyhlO2CYVHZ90X35SegO6t1MgFvXLBDbE6gmu2HIFgLoMAgrzT4uV3Q5W6oCxvrY9oxjmAoBAeLwxco8sRsfVefUoaGnOQTs3tfBplrollwy02kUDqrm3Rq+vQScfy75nojq1uQgUNnHs1/GgBjo+vTOG/eBhIM2Zk+7rH7IWrvPYY+/iZIEvjOMCFDulATuuDJhIUwnzsPBjRwdvvVp7bVAALLFd/GX1wAYCgUFzv6PL9b8EGqa7DssdFhkSFZchZB+I63Pc1+W4FAs2ZnWMc8nOd73seo8G8GbwcwAQWEcCeRH3/EW7HD71WyzLokQkYVbu/BV93LQpRzi4VdmM27IFCRvzpLd3sAX0Xw10oBdbMClSgcSad8kdGwgCgYs1kBx69xE3TsB4gLPbVxNdxrAaBGm97aE9PFpON++Jo8F0oOMVzHOACOEQuPaigDMZURElRjVqBBz0uN2w86gHdsN3yN6pWjiYKbH9zEe8R6jvYvzwT+5iFWDxk4Yu+rvXk3WKivJxgfEQYSXA5D/PLetgHS8+m3BMxpM9G/oT4iqbiV2eqbeCdPMsQaQAMnmP7UG+kC3vN/s/0XaXZhHZiNJv+e+E0BUCCy/dD4zkmSbjD2VePkMhfeC4hjHIgzI2aGQAMtuvPwXaM2oHxd1q2ZgvldkghFGs1zovfuNwJFRyGjqGd7z6esmiqR64d5UgMjaQrlFU/jM6umRgkbHlVfz5KzaSVevLuVTOIKL00NfY7B4zhw6LAamuxHZuoQawYNHGyTyNpkYF+qxtHS75aAay5HrF8QnfJxoAyisLKO2moAuvlg/QZjL4NaKt4GZ+ncCIiwLrYWTDLHnL3S4vxyeFBqDWi77LAqY3hI9j4qCQU1WomJRa1VwNcaZiTyipMh1goZVORK+EB3BZg4Id0+PUdAE36esuPqpA8AG+cONxvK77pikoQfqa0R+z8cnVcJZvtsd004i5oE0NDR2dvT/MoBaXbME+dXXADWdXJa2gTuChAXLRv73U6MIdZ+g7Fr9uSsoTPqRcDw3tjSizB2kggNtfhJG7aP8sF2yr60zZnoYYZYB5R1NPRWh3zPBkXXAl8r8Y6USSJk3bSIZVgef/gBFjXevLr9Tqi5NiDUCUnwxPWwGuLnFKDw6jzBMgoleLkWsVe/C3BB4Gve4K9XnLNPTLkB3YW6GsilO3MuhEXhFCX0v2kzKasAnRVEp/4fIOOlZat7fvNjRhoy9Gt0QVpAK82Blp39oXs+wdZaIBYa7ZkncpjihUd1f/vciEO26ZAOr7tkTYawHVgqWk2Fr4U5qeVBp8f3HHG00Jkt2xnUMz/ww3XvHEhlH/P4IY8obKun4pMYShMLoNu37QeTnrOihxWT337e/bC3BOJQubTkry8boNc1r4o7unAduqnUvgZBi3rtsqXeZak9pJTzB3r8ndLaSeo9ZAE4WJN/hCmDJldP5zq3iYZCElZsipH9Rjl0UMZTmShANKOJHP+FbBDsg7T+JhRGcS7GHvxVX4Vb2dlLV0OflzQpnmHnPTJlU/q+XRzVdrABmt9/KBITS09P2cxrWWyE24bWQWNX7Vv6tb+rTORQ7liF7mcQY9HqL1+cGMKPXfU/W5cUslYZtE+WaTIiTd6FnJwfHhPN3IYVYrGLZ8nc9yYbZoi8m+4WxTq58hZJ+aJQkKODKdz6G6Cn/953Hs7BR+SRBjzDSL30aoSSHhjcKLjdNSejBVBxUrEqWU24XnNl+Tyc/1nERnY+c/G9YCe6nZ6srEopRa0X6ZBUrLFNB3RdXFkjpdcU0cZqcFJ+8XRML8yY5S8F0F5qEywLzciosFawmcfdo/Eu46acIzbizw1sG0bG/L5sqUJcE74fc/Ptp1P21t1QMMizRe0TZ1gHGnLQV/lvWAcCBK2NNbyF6RlrFpxgYzEh0Y/S/1eNo2R4gQYDzjZI6Ivr6Byt2gzEoCCPMFsu7nZBo6MfNh//vVeX3+xsuGKGslQqu6FLZdwU/j+qYQKP/CTd2ANh1tRcheja5xxzU84R++9d6VEPJJhe68XI3bceAKq4skD2tF5gprU7FjsRR5xVjXgpQweF+4NQlvEW05f4U2UsgCAdH4k1Pf/7i7JYCovyVWLCcuvme38EB5i5HlRy/S+GBRSelXTaur0QzfTypDv9a41rjU5pa+cMIK7H6Jht54mCBk6RKkiLawALj7RrZrzIuMFY0QxmynEHG68RmOqffBWGhhz58/8ew000KMuN2S+i7CkrGptIyxMfN8/3nNn93X2Uff9MEJj2tQct8ZkmogpLJRZIsHKrgbeG9QMK5oI3p82pa6JwVtISdf+diDEfhiFlzWbzLmh8YuJP5koSvxjTRGxGHgGAipXnKOcZh1unZ+g97K1DZ9kModji8GW8JLT7s1XKBU3aw/9buznM8CtTez+RCDdx/3yxMzZxbPhb4QJop9Rs7r3Sf8VPJNwzvEYT7wtP2ITQXoMw0Vyjwbsy4RcA0F69aPlSBxwgga9jS9ccX2f9OOQYptCHABA+kIlgzlCwY/gugAeOCvAsFJwrlPQMi67W43AZzUIL/t8i3KUcm+x8Nj3xDD/suBtlrXKc65v/7EMpOcGGinqnAkYcvrm7OzRYY/ZbabKR07gH2Z8sVGw74wLhIcqGk4wLO5d5vFObndjO5Ko/6EtzZzrYqQgcfAJ5nUfjuL9ZMrd4kC5jz8n4mz4VC2ABTZXz0yTO9XQF+2fVcVLNVArnuUExEmLvzRrltS8AAAAAoFaAfaYfZU9bw7XZib64jpjo6oe/snQz6Kk61ORA6NO7AzA6AL+H6/HTx5S3J4Lh3uGZX/1DMRje91hzHqD1rED7RiflxmoO+x7XZqgJ8eGSBQmtx09xbsdw5r1nK0uSiLH0wwJmCOyKfWHdO0g+5xkzqF+n9aJ+am7ip5WZAyvAVWng4BVYHppmxF5vxTBYoGIbTO6dGFhR5ee6cyiojo4gm7uf3Iy6Y/4m7+mzDYnK2wt55LURMR7hXR01MDgjrS1dSDnDIn+VXVs4f8/D437eqiwi3OY6Y9DFWPU7OqLwPLAZ56f2Uno4505t8vKZDCVj3nmYQa9S0pNoX0xGLSeI2DVp2LKoV5gYROi74z788HPMLRHwB0mqxBwBJrRzA0yGddOJriwstk/C9RshjD8RhTEwIqyljmzSkhO5vjvX7EMoXmgMc2D8XtdJCoILAfNt4QOIMxpSG1ivRrAVFSFcNlpZd+X+650hD5NRip/a9PG5jAbP2VmZyhAJlZWsFanZge16nUdCmazGIpO7jY8/BEPzgTX5Aobsj13n8DVSHoGM9U5o6yxhWNeCHAP+pUAy5XMaOkNK8LJ2zSaPefxdXTKiYIubbpnSaQuivEKnmSduhJRnYdhlHDtWcuTzMOhdh3krHJ7gpYQcg/6xBERU7lbuJgmQ5JVNtrQvj6u0iTXq9Byz659LSZSntXDe0mObU7WFhekfObP1hQjms/VJFaF4QjwFpsz1Oia/srmUuvXSSdaenT/EScCZbFjGTtLFnTsA7LvkbucRU+kJyaDhnnOFmmzK49SWpvvyrNrNYQHBDu0HESil66KXpAz2gbH3c9gcVzHR59LRyV3UM+kh9bGWpT0pRckeTNnLsU5hG/aqsg7LRU3J8i869Hz4H9gAaJ2tRBEUf+4oI77+Imfct2gbICXgtVNtqrNcwNHT3tMe5L5x2Z1LC5DOHuv4HVtibdiq5x8MnmICwSN1Df5TW7AAAMTuugSxX94ec16LVlcgZ1uRr/xUQL+BiJX7IubRPwzbJhSvfmsrG7sHW6P7E7SwCqIWzBQuJGJOE78nYj9A60TpK58QfRbHMErgCBQIlOFy17E54F+Cji/4siB8h7WO+H5tDuVvmGHzSCwNFQayXnElwCB4Y+h5UKaZhRMEEeim8vJwawdBIceY9bsa5MmTRfVL497Bl2Hfoe3mfZAlIGyQRH/E/Kvq0yIUcTlX821fEPYIiWzt44Xuurs60SUAAhr/7H/951Hl+2fqT1HWlXp20bXCRKfj+r1MaIFGggYGNPBKJA+N96JWQWM6AEDJBZn8rwH0xbpBxfZSmwy0VK27TVQiz+ggk/ztU5qVgD3sx8V/+oefc1f6Flv0OoOJ3uKNXIk5cgahuew/zXxIV/1vY5RUfHnVyudqgLEmAgAAAHgys958HUFU3cVwyy/k8EaRVN3I95LT1CIppfPnyytpin49fVlWH/VLDbc6eJvlm3HCKO/GlxQtT1ZL7fL8478VRDDcDCGuLWsRlhISuIrqiBjceV699f8B2ly5qcTV5iZKNf0OV5kiFIJib8+IztKpM5D7YL4aqLOvTNOQUN5cGDKXbscbGKESLwO4KWthAE0lnmtWWcQe/uiVLQDHFUWF41wXQzvworwDKCoK0stGrUGGHuPUIIPQT/cEddJ00hC4DJ1dfbVQ/6zmVTOPqQBHP6t9E5iwx3diiTGAfzg6cwDswTBDAYxQivvkdRlZgq6+htlFhdlQVwALwHY3kA0ep5J69YAVMhmwTbaOA8QZZ+xjNws1adYpjWPXR2KJI4C7HZwDAJwLoJ8DABxQoj58qxAXdjE5pPUBQEH6fhlwTbr9RL3lmtAuyIvHvL/ohU4ggD/TQ64ZwAIzAMwEMAvAbAAAClvkTUYE8DLBJ+4Waj3lxp1ZmTbuHdVR8b4EwDsE1zyWa/9H9EOAABjwEUAARcCBzLbPZYCVwysQlcgqVEt0a6yNBW5/sQXg7QAT0J7YgVRNrqHUUnUWtN1JD6AbADPQyGxiNbM7cjpxS5kubz2++vwNBBoKGtkW2u8eMLYlbGJrETQVbSbWXLyFREvJVlKtpdvIdCLbqVxn8p0rdKHYpVJXyt2odqvWnXr3Gj1o9qjVk3bPexdoPRANAA9GoFBIOCwSEY2KxcTjEgnJpFRKOi2Tkc3K5eTzCgXFolJJuaxSUa2q1dTrmk2tlnZbl7OHu8n78tlkDJhDYASOoUkiTWWZPFcUylJVqWutlnZbp6Pb1U5HUOAjMZbKtkRJ1Rpr6C2zw97tKhXt2mnfXoD963ZgoKCDMAR4SMfh4SK5ioYafX8/FWPNG9svxRuXCcZnIsKkJKko09JkZMjMlI01F2ce18K2BYWeWCYiWlJcQtqWlOy2fjLiozxyFRUqK1VVqa5WU6MWdB3teroN9BsZNjFuZtrCvJVlG2vntp06ey4tF25tuXnucdejh549XeBAPAA6GA/CoZBwWCQiGhWLicclEpJJqZR0WiYjm5XLyecVi0ol5bJKRbWqVlOvazQ0m3q4qwu43dEIvyiNzEZAZD0rRLZsOsYue8c76UTEBWvksECNTgnp9KJJjrtLcpaUi+TcZOQhT8L2pSmKvobQ1yn7JmLfkujbQxV9h7zvjcK+PzL7wdRFP9w3fq8fUfXTMdnP95Pf6wVWr8dhe/vW7wUgDrTQDUwWnC4EdYf7t+2O6DqeniH379vhWWJNX8T+X1t89PMvZXIvf1587KO3eNOOx3Y9tec5JVgqiNQO0zhKN1eCo7cNL3sNisBoC/GaCkguMyNnQWH1MVQ5F9eW+3e0uV122+hOrsOHwWl7JmBel2Jx23rYuZ49Dq9tXOXr04fH6Q1kBPyCtghvCCJh28RKN2KRiNoivbEC2X7jQHHyEhSStiBvSqBLw1SRqaZaQ72WZh3teroN9BsZNjFuZtrCvJVlG+vO3HbuoBvX3bs7gR2ECUIj0QQi/ewHaIZsAVGeH7aVagPS7i70DkYns4vVze7B6YnrGcT72Y/QC/C9CBTcl1Tox14Gi/YTn37q35LzozPkXVcV8lj5irWUaivHVXQ8UP3Z/7qoCZypXwHbV3pSI+VFGgqdFRGQMhNUmaLODE3maLNAlyX6rDBk7UI2GLPFlB3m7LGExpojB84oOf1Ec4WLR7/XOiGEEELIl+e5SHXv2vGhPbsd2A8I0LGjUJBhoMPBRoCPhBgFORpqDPRYmHGw4+EmwE9EmIQ4GWkK8lSUaajT0Wagz8SYhTkbaw72XJx5uPPzFRQoLFRUpLhYSYnSUmV4y8lWkK+kWEW5mmoN9VqadbTr6TbQb2TYxLiZaQvzVpZtrDt10rmzLl107apbN92769FDz54uVkBtABoMCoWEwyIR0ahYTDwukZBMSqWk0zIZ2axcTj6vUFAsKpWUy7owCVxkGRWXYAlZjbydu1qrpBd1Xrb3qnuvU950wHtQdLTuZJNWZhzLUDW4BlILrYPVwxsQjcgmVDO6I6YTtjOuC74roRuxO6kHuSelF7U3rQ+9L6Mf8zLO7Bp2bzm48vAVECoiVkKqjFwFpSpqNbTq6DUwamLWwqqNXQenLm49vPr4DQgaEjYiakzchKQpaTOy5uQtKFpStqJqTd2GphPaTuk6o++coQvGLpm6Yu6apRvWbtm6Y++RqyfunnmOu2U/U8Tz8/heJPAyoVeJvE7sTRJvk3qXzPvkPqSwk9JuKnup7adxkBYgHWB6oAzAGUEygWYGywKeFSKbw+yOcjjOCZkLKjd0Hpi8sPng8sMXQCiIWAipMHIRlKKoxdCKo5fAKIlZCqs0dhmcsrjl8MrjVyCoSFiJqDJxFZKqpNXIqpPXoKhJWYuqNnUdmrq09ejq0zdgaMjYiKkxcxOWpqzN2Jqzt+BoydmKqzV3G55OdgOduu3MXefuu/DQpcc72vsc/roX/doi+cO++XuhF74XEiD7BjwQDAqFhMMiEdGoWEw8LpGQTEqlpNMyGdmsXE4+r1BQLCqVlMsqFdWqWk29rtHQbGq1tNs6Hd2unjya3NFXsykIhKEoEseSRJrKMnmuKJSlqlLXWi3ttk6H28vl/3OeQAsIHvIPIcZS2ZYoqVpjDb1ldti7nKWuHR/as9uB/YAAgYGCggQH6xCiY0ehIMNAh4ONAB8JMR5uAvxEhEmIk5GmIE9FmYY6HW0G+kyMWZizseZgz8WZhzsfbwH+QoJFhIuJlhAvJVlGupxsBflKilWUq6nWUK+lWUe7nm4D/UaGTYybmbYwb2XZxrpTJ50769JF1666ddO9ux499OzpAgz4I3ggMggVjA7BhGLDcOH4BEYiM4mVzE7hpHILFIXKIlWxukRTqi3TlesbHI3OJlezu8Wj1VOb53aTOjZhzXiACJIhKkzn9aK1bK86u+zjlMOBLZTzSoEU1YhmcsHezzl6IdpLsV6J91qiN+q91eidm9677YN5OxbtumvPfVrWdGxlVcup1TWtZ9bI8g6OOPefanGNpFZaJ6uXNygalU2qZsuOVp2sO9t0se1q180+kAd+GgT4snvmw+VYyrNWYKvIXomjMmcVrqrc1Xiq89bgq8lfS6C2YB2husL1ROqLNhBrKN5IorFkE6mm0s1kLjBDiwFNI7AJ1AxugbRC22Dt8A5EJ7IL1Y3ugekJ2zOuF/C9SOglYi+TeoXcq5Reo/Y6rTfovcnoP557WMejuh4XeJLwNOlZyvO0TKFskVyxfEahhNW5YhdKXSp3pdK1ajdq3ap3x+5eI/Kivl7jfa7U96abnOZmLS062PfLqdwJBAgMFBQkOFiHEB07CgUZBjocbAT4SIhRkKOhxkCPhRkHOx5uAvxEhEmIk5GmIE9FmYY6HW0G+kyMWZizseZgz8WZhzsfbwH+QoJFhIuJlhAvJVlGupxsBflKilWUq6nWUK+lWUe7nm4D/ZYWra06d3aDBQ6PEgR5GsKzkJ4HexGbl7F7FYeiOBXHpSRupfF4Ha838SkLpTx+FQl4LF8s2KVCXC6UrjD6whmKYCySqSjmolmKYS2WrTj24jlKIJdIKYlaMmcpXKVyl+ZK6a6W6Xr57n5O5vxtNwgC4TcSReIY6bV/iEcrxXq+jTxXFMpSValrrZZ2W6ej29X+G0GBj8RYKtsSpZwHAgQGCgoSHKxDiI4dhYIMAx0ONgJ8JMQoyNFQY6Dfrxb7laKgp5JyWaWiWlWrqdc1m1ot7bZOR7erJ48mb/TVbAoCYSiKxLEkkaayTJ4rCmWpqtS1Vku7rdPR7WofIyjwkRhLZVuipGq3qxTftdOB/YAAgYGCggQHC+k4HGwE+IiCUZCjocZAj4UZBzsebgL8RIRJiJORZmLMwpyNNQd7Ls483Pl4C/AXFSkuVkqynGwV5WqqNdS7cnn/r2C4f37eL6sruymXI5+rkMfKV6ylVFs5rlJHta5agXqCndRIeZH2stCrIq+Lvcl4WyKeWPvc1hf2vnT0lbOvXa9CoG8AQUAALAQVgYshJdBSWBm8HFGBrERVoasxNdhaXB2+ntBAbCQ1kZspLdRWWhu9ndHB7GR1sbs5PdxeXh+/XxAjLpuQS8qnFNKsjGJWqYygSluNrjp9DYaajLWYajPXYanLWo+tPnsDjoacjbgaczfhacrbjK85fwuBloKthFoLtxHpRLRTsc7EO5foQrJLqa6ku5bpRrZbue7ku1f4pHyLK6L6ebT3C9G9jOFVTK9jeRPb2zjexfU+ng8J7Ca0l8h+YgdJAJICJgNKDpwCJCVoKrDU4Gkg0jpM5ygDZEaoTNCZYbLAZoXLBp8DMSfSp/fbdZHvDZQfqABwQZBCoIXBioAXhSjmsLijEo5LQpaCKg1dBqYsbDm48vAVECoiVkKqjFwFpSpqNbTq6DUwamLWwqqNXQenLm49vPr4DQgaEjYiakzchKQpaTOy5uQtKFpStqJqTd2GphPaTuk6o7+DW+tkraHUUuto9fQGRiOzidXM7sjpxO3M68LvKugm7C7qIe4pCTGQbwT2zSC+FdS3P73fpo18b578+AUIChIWIipMXISkKGkxsuLkJShKUpaiKk1dhqYsbTm68vQVGCoyVmKqzFyFpSprNbbq7DU4anLW4qrNXYfnH/DxouSNKIWWwcrhFYhKZBWqJboVpjW2Da4tvh2hPbEDqZpcQ6ml1tHq6Q2MRmYTq5ndkdOJ25nXhd9V0E3YXXQhZV4Y8K8sYDYoB5wLyYPmwwrghYgiZDGqBF2KKcOW4yrwlYQqYjWphlxLqaPW0xrojYwmZjOrhd3KaeO28zr4nYIu4atGEQBce763BQDg01o4UMtLevIHCfQEdlnLBWW5DOHCdJRvD5NcDG9jQq7cK4TppydJCIcoth+wvnuK09Fyklwrbjya35DbmrgpCDRbqL3hp0a+1fjm5TpUxix1GiFU/2STD+rt6mLFewPzRhPaCIPM7TsJMWZ+zHuzsR6zas9QGq3t/Z6LSxBefjKJNOdSRBMY8VwlPL9D7K8B2TrIEvdQLlrSHCFG8hwpVsocFid1ziZe2pzdXelzDgky5miZHs3lZMmdy7snb64g2+O5ovvy54c8UDBX8tCTubIchXMSiuK5j6dK5mc9Uzr39dzr+TkvvJn7eals7u+V8vl5RSoSAlK1Dxft81tWWgAIx29gyP8U3H+EXkFP8NYQ5ObtAby86frrq3+pPtetEWfAfBQE8ZOZPMCYwQxUk7px1XfdgGr2VGd+Eg7YnyLQ3DFmnPVumtlsFWinCROE9We5QpVqNWrVqdeg0VvvWlPR568CwBoA4n+e3H8u7fQDAC8eAsFvnfU22GiTapttsfWXN9v2ZRH+GDmh4nYAPuztqDrVqYBXQ0I6D3VMdgd84f3oTgA7AHyQd4L9lKziuOEBnfZ6tNBF6E6v6jYDgP6YS2hmaqfMbb/twZDexxBiPHFJiEVTmIGIYN/zqvZxQ2dKAfsf+GEgapWaCQH7L3XiU2VQG3+BVk47Tu+RR7+Y1w8=", "base64"));
var import_jq = __toESM(require_jq());
var JqError = class extends Error {
  constructor(message, opts) {
    super(message);
    this.name = "JqError";
    this.stderr = opts.stderr;
    this.exitCode = opts.exitCode;
    this.query = opts.query;
  }
  /**
   * The package ships as several independently-bundled entries and formats
   * (CJS + ESM, main + inline), so the thrower's JqError class and the
   * catcher's may be different copies. Match by name instead of prototype
   * identity so `e instanceof JqError` holds across copies.
   */
  static [Symbol.hasInstance](value) {
    return value instanceof Error && value.name === "JqError";
  }
};
function assertQuery(query) {
  if (typeof query !== "string") {
    throw new TypeError("Invalid argument: 'query' must be a string");
  }
}
var NON_JSON_LONG_FLAGS = /* @__PURE__ */ new Set([
  "--raw-output",
  "--raw-output0",
  "--join-output",
  "--tab",
  "--indent",
  "--seq",
  "--color-output"
]);
var NON_JSON_SHORT_CHARS = /[rjC]/;
var FLAG_VALUE_ARITY = {
  "--arg": 2,
  "--argjson": 2,
  "--slurpfile": 2,
  "--rawfile": 2,
  "-f": 1,
  "--from-file": 1,
  "-L": 1
};
function assertJsonSafeFlags(flags) {
  for (let i = 0; i < flags.length; i++) {
    const flag = flags[i];
    if (flag === "--") return;
    const blocked = flag.startsWith("--") ? NON_JSON_LONG_FLAGS.has(flag) : flag.length > 1 && flag.startsWith("-") && NON_JSON_SHORT_CHARS.test(flag.slice(1));
    if (blocked) {
      throw new TypeError(
        `Invalid argument: flag "${flag}" changes jq's output format, which json()/first()/stream() cannot parse; use raw() for non-JSON output`
      );
    }
    i += FLAG_VALUE_ARITY[flag] ?? 0;
  }
}
function serializeInput(input) {
  if (typeof input === "string") return input;
  let s;
  try {
    s = JSON.stringify(input);
  } catch (err) {
    throw new TypeError(`Invalid argument: 'input' is not JSON-serializable (${err.message})`);
  }
  if (s === void 0) {
    throw new TypeError("Invalid argument: 'input' must be a string, number, boolean, object, or null");
  }
  return s;
}
function* parseLines(result, query) {
  const { stdout } = result;
  let start = 0;
  while (start < stdout.length) {
    let end = stdout.indexOf("\n", start);
    if (end === -1) end = stdout.length;
    const line = stdout.slice(start, end);
    start = end + 1;
    if (line.length > 0) {
      let value;
      try {
        value = JSON.parse(line);
      } catch {
        throw new JqError(`jq produced non-JSON output: ${line}`, {
          stderr: result.stderr,
          exitCode: result.exitCode,
          query
        });
      }
      yield value;
    }
  }
}
function createHandle(instance) {
  let version2;
  function raw2(input, query, flags = []) {
    assertQuery(query);
    return instance.rawSync(serializeInput(input), query, flags);
  }
  function runJson(input, query, flags) {
    assertQuery(query);
    assertJsonSafeFlags(flags);
    const withCompact = flags.includes("-c") ? flags : ["-c", ...flags];
    const result = instance.rawSync(serializeInput(input), query, withCompact);
    const { stdout, stderr, exitCode } = result;
    if (exitCode !== 0 && stderr !== "") {
      const message = (stdout ? `${stdout}
${stderr}` : stderr).trim();
      throw new JqError(message, { stderr, exitCode, query });
    }
    return result;
  }
  function json2(input, query, flags = []) {
    return [...parseLines(runJson(input, query, flags), query)];
  }
  function first2(input, query, flags = []) {
    for (const v of parseLines(runJson(input, query, flags), query)) return v;
    return void 0;
  }
  function stream(input, query, flags = []) {
    return parseLines(runJson(input, query, flags), query);
  }
  return {
    raw: raw2,
    json: json2,
    first: first2,
    stream,
    // Lazy: creating a handle must not pay a jq --version run; the getter
    // also keeps the interface's `readonly version` enforced at runtime.
    get version() {
      return version2 ?? (version2 = instance.versionSync());
    }
  };
}
function toBytes(b) {
  return b instanceof Uint8Array ? b : new Uint8Array(b);
}
function moduleHook(module, reject) {
  return (imports, onSuccess) => {
    WebAssembly.instantiate(module, imports).then((instance) => onSuccess(instance, module)).catch(reject);
    return {};
  };
}
var EXPORTS_WITHOUT_CALLBACK = "jq-wasm: instantiateWasm returned exports without calling onSuccess(instance); the runtime ignores the return value, so loadJq would never settle \u2014 call onSuccess instead";
function looksLikeExports(value) {
  return value instanceof WebAssembly.Instance || typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
function guardedHook(hook, reject) {
  return (imports, onSuccess) => {
    let called = false;
    const ret = hook(imports, (instance, module) => {
      called = true;
      try {
        onSuccess(instance, module);
      } catch (err) {
        reject(err);
      }
    });
    if (called || ret == null) return;
    if (typeof ret === "object" && typeof ret.then === "function") {
      void Promise.resolve(ret).then((value) => {
        if (called || value == null) return;
        if (value === false) {
          reject(new TypeError("jq-wasm: instantiateWasm returned false (instantiation failed)"));
        } else if (looksLikeExports(value)) {
          reject(new TypeError(EXPORTS_WITHOUT_CALLBACK));
        }
      }).catch(reject);
      return;
    }
    if (ret === false) {
      reject(new TypeError("jq-wasm: instantiateWasm returned false (instantiation failed)"));
    } else if (looksLikeExports(ret)) {
      reject(new TypeError(EXPORTS_WITHOUT_CALLBACK));
    }
  };
}
var SOURCES = ["wasmBinary", "wasmURL", "wasmModule", "instantiateWasm"];
function resolveArg(options, platform2) {
  const present = SOURCES.filter((k) => options[k] != null);
  if (present.length > 1) {
    throw new TypeError(`jq-wasm: supply at most one of ${SOURCES.join(", ")} (got ${present.join(", ")})`);
  }
  if (options.wasmBinary != null) {
    const bytes = toBytes(options.wasmBinary);
    return () => ({ wasmBinary: bytes });
  }
  if (options.wasmModule != null) {
    const mod = options.wasmModule;
    return (reject) => ({ instantiateWasm: moduleHook(mod, reject) });
  }
  if (options.instantiateWasm != null) {
    const hook = options.instantiateWasm;
    return (reject) => ({ instantiateWasm: guardedHook(hook, reject) });
  }
  if (options.wasmURL != null) {
    return platform2.fromURL(options.wasmURL);
  }
  return platform2.defaultBuilder;
}
function instantiate(builder) {
  return new Promise((resolve, reject) => {
    void (async () => {
      const opts = await builder(reject);
      const m = await (0, import_jq.default)(opts);
      await m.whenReady;
      resolve(m);
    })().catch(reject);
  });
}
function makeLoadJq(platform2) {
  return async function loadJq2(options = {}) {
    const builder = resolveArg(options, platform2);
    return createHandle(await instantiate(builder));
  };
}
function makeConvenience(loadJq2) {
  let cached = null;
  function getDefault() {
    if (!cached) {
      cached = loadJq2().catch((err) => {
        cached = null;
        throw err;
      });
    }
    return cached;
  }
  return {
    async raw(input, query, flags = []) {
      assertQuery(query);
      return (await getDefault()).raw(input, query, flags);
    },
    async json(input, query, flags = []) {
      assertQuery(query);
      return (await getDefault()).json(input, query, flags);
    },
    async first(input, query, flags = []) {
      assertQuery(query);
      return (await getDefault()).first(input, query, flags);
    },
    async version() {
      return (await getDefault()).version;
    }
  };
}
var wasmBinary = toBytes(jq_default);
var defaultBuilder = () => ({ wasmBinary });
function fromURL() {
  throw new TypeError(
    "jq-wasm/inline: wasmURL is not supported on the inline build; use the default import or pass wasmBinary."
  );
}
var platform = { defaultBuilder, fromURL };
var loadJq = makeLoadJq(platform);
var { raw, json, first, version } = makeConvenience(loadJq);
export {
  JqError,
  first,
  json,
  loadJq,
  raw,
  version
};
