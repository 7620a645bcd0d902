import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  isBlockedCheck
} from "./report-diagnostics-text.js";
import {
  certificateParts,
  peerCertificate
} from "./transport-peer-certificate.js";
import {
  portOf
} from "./transport-proxy.js";
import {
  VERSION,
  suggest
} from "./model-suggest.js";
import {
  isSafePattern,
  matchAll
} from "./expression-pattern-match.js";
import {
  BASE_VARIABLES,
  BASH,
  COMPOSE_VARIABLES,
  ENGINE_VARIABLES,
  SH,
  composeWords,
  engineWords,
  formatAddress,
  parseAddress,
  requireAddress,
  resultOf,
  startLocally,
  streamsOf
} from "./transport-compose-engine-words.js";
import {
  inSingleQuotes
} from "./model-single-quotes.js";
import {
  oneLine,
  shorten,
  visible
} from "./model-visible.js";
import {
  compareNumbers,
  decimalParts,
  equalJson,
  isList,
  isNumber,
  isObject,
  isServerError,
  numberFromText,
  numberText,
  openPostgresStream,
  parseJson,
  serverDetails,
  textsIn
} from "./model-json.js";
import {
  secure
} from "./transport-secure.js";
import {
  formatDuration,
  formatSize,
  parseDuration,
  parseSize
} from "./model-duration.js";
import {
  errorCode
} from "./model-error-code.js";
import {
  abortable,
  dial,
  isPrivateAddress,
  isPrivateHost,
  networkError,
  unbracketed
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";
import {
  __callDispose,
  __commonJS,
  __require,
  __toESM,
  __using
} from "./shared.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS2 = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS2;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS2:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS2;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit2(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim2 = source.slice(2, -1);
          if (verbatim2 === "!" || verbatim2 === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim2;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit2.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit2 = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit2.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found2 = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found2 = node;
        }
        if (found2 && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found2);
          if (!data) {
            toJS.toJS(found2, null, ctx);
            data = anchors2.get(found2);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found2, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found2;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map2 = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map2.items.push(value);
        return map2;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split2 = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split2 = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split2 = i;
          }
          if (i >= end) {
            if (split2) {
              folds.push(split2);
              end = split2 + endStep;
              split2 = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split2 = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json2 = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json2;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
        if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
          str += json2.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json2[i + 1]) {
            case "u":
              {
                str += json2.slice(start, i);
                const code2 = json2.substr(i + 2, 4);
                switch (code2) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code2.substr(0, 2) === "00")
                      str += "\\x" + code2.substr(2);
                    else
                      str += json2.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json2.slice(start, i) + "\n\n";
                while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json2[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json2.slice(start) : json2;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal3 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal3 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal3) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages2) {
      if (logLevel === "debug")
        console.log(...messages2);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map2, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map2, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map2, it);
      else
        mergeValue(ctx, map2, source);
    }
    function mergeValue(ctx, map2, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map2 instanceof Map) {
          if (!map2.has(key))
            map2.set(key, value2);
        } else if (map2 instanceof Set) {
          map2.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map2, key)) {
          Object.defineProperty(map2, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map2;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map2, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map2, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map2, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map2 instanceof Map) {
          map2.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map2 instanceof Set) {
          map2.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map2)
            Object.defineProperty(map2, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map2[stringKey] = jsValue;
        }
      }
      return map2;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map2 = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map2.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map2.items.sort(schema.sortMapEntries);
        }
        return map2;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map2 = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map2);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map2, item);
        return map2;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map2 = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map3, onError) {
        if (!identity.isMap(map3))
          onError("Expected a mapping for this tag");
        return map3;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map2;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map2 = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map2.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map2 = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map2.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs3 = new YAMLSeq.YAMLSeq(schema);
      pairs3.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs3.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs3;
    }
    var pairs2 = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs2;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs2 = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map2 = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map2);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map2.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map2.set(key, value);
        }
        return map2;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs2.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs2.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map2, onError) {
        if (identity.isMap(map2)) {
          if (map2.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map2);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map2;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map2 = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs2 = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map2.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs2.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map2 = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs2 = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map2.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map2.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs2.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs2.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map2 = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map2.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json2,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code2, message) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLParseError", pos, code2, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLWarning", pos, code2, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab2 = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found2 = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab2) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab2, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab2 = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab2 = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found2 || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found2)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found2 = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab2 && (atNewline && tab2.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab2, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found: found2,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map2 = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd2 = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep4, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep4?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep4) {
            commentEnd2 = keyProps.end;
            if (keyProps.comment) {
              if (map2.comment)
                map2.comment += "\n" + keyProps.comment;
              else
                map2.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map2.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep4 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep4, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map2.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map2.items.push(pair);
        }
      }
      if (commentEnd2 && commentEnd2 < offset)
        onError(commentEnd2, "IMPOSSIBLE", "Map comment with trailing content");
      map2.range = [bm.offset, offset, commentEnd2 ?? offset];
      return map2;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd2 = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd2 = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd2 ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep4 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep4 + cb;
              sep4 = "";
              break;
            }
            case "newline":
              if (comment)
                sep4 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep4, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep4?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep4 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep4 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep4, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep4 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep4)
                for (const st of sep4) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep4, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map2 = coll;
            if (utilMapIncludes.mapIncludes(ctx, map2.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map2.items.push(pair);
          } else {
            const map2 = new YAMLMap.YAMLMap(ctx.schema);
            map2.flow = true;
            map2.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map2.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map2);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep4 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep4 + indent.slice(trimIndent) + content;
          sep4 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep4 === " ")
            sep4 = "\n";
          else if (!prevMoreIndented && sep4 === "\n")
            sep4 = "\n\n";
          value += sep4 + indent.slice(trimIndent) + content;
          sep4 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep4 === "\n")
            value += "\n";
          else
            sep4 = "\n";
        } else {
          value += sep4 + content;
          sep4 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split2 = source.split(/\n( *)/);
      const first2 = split2[0];
      const m = first2.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first2.slice(m[1].length)] : ["", first2];
      const lines = [line0];
      for (let i = 1; i < split2.length; i += 2)
        lines.push([split2[i], split2[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue2(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue2(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep4 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep4 === "\n")
            res += sep4;
          else
            sep4 = "\n";
        } else {
          res += sep4 + lm;
          sep4 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep4 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code2 = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code2);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer2 = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code2, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code2, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code2, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer2;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code2, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code2, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep4, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep4)
        for (const st of sep4)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field2, index] of path) {
        const tok = item?.[field2];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path) => {
      const parent = visit2.itemAtPath(cst, path.slice(0, -1));
      const field2 = path[path.length - 1][0];
      const coll = parent?.[field2];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field2 of ["key", "value"]) {
        const token = item[field2];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field2, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field2 === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit2;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete2 = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete2;
        let next = this.next ?? "stream";
        while (next && (incomplete2 || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote4 = this.charAt(0);
        let end = this.buffer.indexOf(quote4, this.pos + 1);
        if (quote4 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser2 = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete2 = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete2))
          yield* this.next(lexeme);
        if (!incomplete2)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep4;
          if (scalar.end) {
            sep4 = scalar.end;
            sep4.push(this.sourceToken);
            delete scalar.end;
          } else
            sep4 = [this.sourceToken];
          const map2 = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep4 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map2;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map2) {
        const it = map2.items[map2.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map2.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map2.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map2.indent)) {
                const prev = map2.items[map2.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map2.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map2.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map2.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map2.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map2.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map2.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map2.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep4 = it.sep;
                  sep4.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep4 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map2.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map2.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map2);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map2.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep4 = fc.end.splice(1, fc.end.length);
            sep4.push(this.sourceToken);
            const map2 = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep4 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map2;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser2;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit2 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// src/expression/jq-tokens.ts
var WHITE = /[ \t\r\n]+/;
var SIMPLE = /(\$\s*(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|((?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(\.[A-Za-z_]\w*)|((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(@\w+)|(\?\/\/=?|\/\/=|[!=<>|+\-*/%]=|\/\/|\.\.|[.?:;,|<>=+\-*/%$])/;
var SIMPLE_KINDS = ["variable", "name", "field", "number", "format", "operator"];
var COMMENT = /#(?:\\\r\n|\\[\s\S]|[^\\\n])*\\?/;
var COMMENT_IN_HOLE = /#(?:\\\r\n|\\[\s\S]|(?!\}\})[^\\\n])*\\?/;
var STRING_TEXT = /(?:[^"\\]|\\[^(])+/;
var INTERPOLATION = "\\(";
var CLOSERS = { "(": ")", "[": "]", "{": "}" };
function* tokenize(text2, start = 0, hole2 = false) {
  const scan = scanner(text2, start, hole2);
  const open2 = [];
  while (scan.more()) {
    if (open2.at(-1) === '"') {
      yield stringPiece(scan, open2);
      continue;
    }
    scan.skipWhite();
    if (scan.more()) yield piece(scan, open2);
  }
  if (open2.length > 0) yield scan.take("fault", 0);
}
function scanner(text2, start, hole2) {
  const sticky = (pattern3) => new RegExp(pattern3, "y");
  const white = sticky(WHITE);
  const simple = sticky(SIMPLE);
  const comment = sticky(hole2 ? COMMENT_IN_HOLE : COMMENT);
  const stringText = sticky(STRING_TEXT);
  let at2 = start;
  const match = (pattern3) => {
    pattern3.lastIndex = at2;
    return pattern3.exec(text2);
  };
  const take = (kind2, length) => {
    at2 += length;
    return { kind: kind2, text: text2.slice(at2 - length, at2), start: at2 - length, end: at2 };
  };
  return {
    more: () => at2 < text2.length,
    next: () => text2.charAt(at2),
    startsWith: (expected) => text2.startsWith(expected, at2),
    skipWhite: () => {
      at2 += match(white)?.[0].length ?? 0;
    },
    take,
    comment: () => take("comment", match(comment)?.[0].length ?? 1),
    stringText: () => take("text", match(stringText)?.[0].length ?? 1),
    simple: () => {
      const found2 = match(simple);
      const kind2 = SIMPLE_KINDS.find((_kind, index) => found2?.[index + 1] !== void 0);
      return kind2 === void 0 ? take("fault", 1) : take(kind2, found2?.[0].length ?? 1);
    }
  };
}
function stringPiece(scan, open2) {
  if (scan.next() === '"') {
    open2.pop();
    return scan.take("quote", 1);
  }
  if (!scan.startsWith(INTERPOLATION)) return scan.stringText();
  open2.push("interpolation");
  return scan.take("open", INTERPOLATION.length);
}
function piece(scan, open2) {
  const character = scan.next();
  if (character === "#") return scan.comment();
  const closer = character === '"' ? '"' : CLOSERS[character];
  if (closer !== void 0) {
    open2.push(closer);
    return scan.take(character === '"' ? "quote" : "open", 1);
  }
  if (character !== ")" && character !== "]" && character !== "}") return scan.simple();
  const expected = open2.at(-1) === "interpolation" ? ")" : open2.at(-1);
  if (expected !== character) return scan.take("fault", 1);
  open2.pop();
  return scan.take("close", 1);
}

// src/expression/free-variables.ts
function freeVariables(program2) {
  return program2.includes("$") ? [...new Set(scanProgram(program2).reads.map((read3) => read3.name))] : [];
}
function scanProgram(program2) {
  const tokens = [];
  let fault;
  let bare = program2;
  for (const token of tokenize(program2)) {
    if (token.kind === "comment") bare = blank(bare, token);
    else if (token.kind === "fault") fault ??= { name: token.text, offset: token.start };
    else tokens.push(token);
  }
  const walk = new ScopeWalk(tokens);
  walk.run();
  return { reads: walk.reads, words: walk.words, bare, ...fault === void 0 ? {} : { fault } };
}
function blank(text2, { start, end }) {
  return text2.slice(0, start) + text2.slice(start, end).replace(/[^\n]/g, " ") + text2.slice(end);
}
var ScopeWalk = class {
  reads = [];
  words = [];
  #tokens;
  #frames = [{ opened: "", base: void 0, now: void 0, loop: [] }];
  #at = 0;
  #loop = [];
  constructor(tokens) {
    this.#tokens = tokens;
  }
  run() {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      this.#at += 1;
      this.#step(token);
    }
  }
  #step(token) {
    if (token.kind === "variable") this.#read(token);
    else if (token.kind === "open") this.#open(token.text);
    else if (token.kind === "close") this.#close(["(", "[", "{", "\\("]);
    else if (token.kind === "name" && !this.#isKey()) this.#word(token);
    else if (token.text === ";" && token.kind === "operator") this.#nextPart();
  }
  get #frame() {
    return this.#frames[0];
  }
  #peek(offset = 0) {
    return this.#tokens[this.#at + offset];
  }
  /** Whether the name just taken is the key of an object, as in `{if: 1}` and `{input}`. */
  #isKey() {
    const before = this.#peek(-2)?.text;
    const after = this.#peek()?.text;
    return this.#frame.opened === "{" && (before === "{" || before === ",") && (after === ":" || after === "," || after === "}");
  }
  #read(token) {
    const name = token.text.slice(1).trim();
    if (name !== "ENV" && name !== "__loc__" && !isBound(this.#frame.now, name))
      this.reads.push({ name, offset: token.start });
  }
  #open(opened, bound = []) {
    const base = bind(this.#frame.now, bound);
    this.#frames.unshift({ opened, base, now: base, loop: opened === "(" ? this.#loop : [] });
    this.#loop = [];
  }
  /** Leaves frames up to and including the nearest of these kinds; none of them open: a fault reported elsewhere. */
  #close(kinds2) {
    const index = this.#frames.findIndex((frame) => kinds2.includes(frame.opened));
    const [top, ...rest] = this.#frames.slice(index + 1);
    if (index !== -1 && top !== void 0) this.#frames = [top, ...rest];
  }
  #nextPart() {
    if (this.#frame.opened === "def") this.#close(["def"]);
    else this.#frame.now = bind(this.#frame.base, this.#frame.loop);
  }
  #word(token) {
    this.words.push({ name: token.text, offset: token.start });
    if (token.text === "if") this.#open("if");
    else if (token.text === "then" || token.text === "elif" || token.text === "else") this.#frame.now = this.#frame.base;
    else if (token.text === "end") this.#close(["if"]);
    else if (token.text === "def") this.#definition();
    else if (token.text === "as") this.#patterns();
    else if ((token.text === "label" || token.text === "break") && this.#peek()?.kind === "variable") this.#at += 1;
  }
  /** `def name:`, `def name($a; f):` — the `$` parameters are bound in the body, which ends at its `;`. */
  #definition() {
    const parameters = [];
    const name = this.#peek();
    if (name?.kind === "name") this.words.push({ name: name.text, offset: name.start });
    while (this.#at < this.#tokens.length && this.#peek()?.text !== ":") {
      const token = this.#peek();
      if (token?.kind === "variable") parameters.push(token.text.slice(1).trim());
      this.#at += 1;
    }
    this.#at += 1;
    this.#open("def", parameters);
  }
  /** One pattern or several with `?//`; the names of all are bound in what follows: `| body`, or `(init; update)`. */
  #patterns() {
    const names = [];
    this.#pattern(names);
    while (this.#peek()?.text === "?//") {
      this.#at += 1;
      this.#pattern(names);
    }
    const next = this.#peek()?.text;
    if (next === "|") this.#frame.now = bind(this.#frame.now, names);
    else if (next === "(") this.#loop = names;
  }
  #pattern(names) {
    let depth = 0;
    do {
      const token = this.#peek();
      if (token === void 0) return;
      this.#at += 1;
      if (token.kind === "variable") names.push(token.text.slice(1).trim());
      else if (token.text === "(" || token.text === "\\(") this.#expressionInPattern(names);
      else if (token.kind === "open") depth += 1;
      else if (token.kind === "close") depth -= 1;
    } while (depth > 0);
  }
  /** A computed key, `{(expr): $x}` or `{"\(expr)": $x}`: it reads, also the names bound before it in the pattern. */
  #expressionInPattern(names) {
    const outside3 = this.#frames.length;
    this.#open("\\(", names);
    while (this.#frames.length > outside3 && this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      this.#at += 1;
      this.#step(token);
    }
  }
};
function bind(outer, names) {
  return names.reduce((bound, name) => ({ name, outer: bound }), outer);
}
function isBound(bound, name) {
  for (let at2 = bound; at2 !== void 0; at2 = at2.outer) if (at2.name === name) return true;
  return false;
}

// src/expression/jq-compose.ts
var NO_ENVIRONMENT = "def env: {}; {} as $ENV | ";
function composeGroup(evaluations) {
  const byDocument = Map.groupBy(evaluations.keys(), (index) => evaluations[index]?.document ?? "");
  const stream = [];
  const documents = [];
  for (const [document, indexes] of byDocument) {
    stream.push({ text: document, outside: true });
    const runs = indexes.map((index) => {
      const evaluation = evaluations[index];
      if (evaluation === void 0) return "empty";
      if (evaluation.variables.length > 0) stream.push(variablesOf(evaluation));
      const reading = evaluation.variables.length > 0 ? `input as ${pattern(evaluation)} | ` : "";
      return `(${reading}$__document | [${evaluation.programs.map(guarded).join(",")}])`;
    });
    const source = documents.length === 0 ? "." : "input";
    documents.push(`(${source} as $__document | ${runs.join(",")})`);
  }
  const order = [...byDocument.values()].flat();
  return { job: "jq", program: `${NO_ENVIRONMENT}${documents.join(",")}`, stream, order };
}
function guarded(program2) {
  return `(try [(${program2}
)] catch {"error":.})`;
}
function composeAlone(program2, evaluation) {
  const document = { text: evaluation.document, outside: true };
  if (evaluation.variables.length === 0)
    return { job: "jq", program: `${NO_ENVIRONMENT}${program2}`, stream: [document] };
  const prelude = `${NO_ENVIRONMENT}. as ${pattern(evaluation)} | input | `;
  return { job: "jq", program: `${prelude}${program2}`, stream: [variablesOf(evaluation), document] };
}
function composeCheck(programs, names) {
  return nothing(`${checkPrelude(names)}[${programs.map((program2) => `(${program2}
)`).join(",")}]`);
}
function composeCheckAlone(program2, names) {
  const prelude = checkPrelude(names);
  return { ...nothing(`${prelude}${program2}`), prelude: prelude.length };
}
function checkPrelude(names) {
  return `${NO_ENVIRONMENT}${names.map((name) => `null as $${name} | `).join("")}empty | `;
}
function nothing(program2) {
  return { job: "jq", program: program2, stream: [{ text: "null", outside: false }] };
}
function variablesOf({ variables }) {
  return { text: JSON.stringify(Object.fromEntries(variables)), outside: false };
}
function pattern({ variables }) {
  return `{${variables.map(([name]) => `"${name}":$${name}`).join(",")}}`;
}

// src/expression/jq-faults.ts
var REFUSED = {
  input: "A program reads one document",
  inputs: "A program reads one document",
  input_filename: "The document has no file name",
  debug: "There is nowhere to write to",
  stderr: "There is nowhere to write to",
  import: "There are no modules",
  include: "There are no modules",
  modulemeta: "There are no modules"
};
function scanFault(scan, program2, known2) {
  if (scan.fault !== void 0) return bracketFault(scan.fault.name, scan.fault.offset);
  if (scan.bare.trim() === "") return { message: "The jq program is empty.", offset: program2.length };
  const refused3 = scan.words.find((word2) => Object.hasOwn(REFUSED, word2.name));
  if (refused3 !== void 0)
    return { message: `\`${refused3.name}\` cannot be used here. ${REFUSED[refused3.name]}.`, offset: refused3.offset };
  const unknown = scan.reads.find((read3) => !known2(read3.name));
  return unknown === void 0 ? void 0 : { message: `The variable $${unknown.name} is not defined.`, offset: unknown.offset };
}
function bracketFault(text2, offset) {
  const message = text2 === "" ? "A bracket or a string in the jq program is not closed." : `The character ${text2} in the jq program closes nothing or does not belong there.`;
  return { message, offset };
}
function isCompileError(stderr) {
  return /^jq: \d+ compile errors?$/m.test(stderr);
}
function compileFault(stderr, program2, prelude) {
  const match = /^jq: error: ([\s\S]*?) at <top-level>, line (\d+), column (\d+):$/m.exec(stderr);
  if (match === null) return { message: sentence(runtimeMessage(stderr)), offset: void 0 };
  const [, reason = "", line = "1", column = "1"] = match;
  const bytes = Number(column) - 1 - (line === "1" ? prelude : 0);
  return { message: sentence(readable(reason)), offset: offsetOf(program2, Number(line), bytes) };
}
function readable(reason) {
  return reason.replace("unexpected INVALID_CHARACTER", "a character that does not belong here").replace(/^syntax error, unexpected/, "syntax error: did not expect").replace("QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END", "the end of the string");
}
function sentence(text2) {
  return `jq: ${text2.replace(/\.?$/, ".")}`;
}
function offsetOf(program2, line, bytes) {
  const lines = program2.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, text2) => sum + text2.length + 1, 0);
  const encoded3 = new TextEncoder().encode(lines[line - 1] ?? "");
  const within = new TextDecoder().decode(encoded3.subarray(0, Math.max(0, bytes))).length;
  return Math.min(program2.length, before + within);
}
function runtimeMessage(stderr) {
  return stderr.trim().replace(/^jq: error(?: \(at [^)]*\))?:? ?/, "").replace(/^\(not a string\): /, "").replace(/^jq: /, "");
}

// src/expression/jq-evaluation.ts
var NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
var DEFAULT_TIMEOUT_MS = 1e3;
var READING_MS_PER_MB = 200;
function prepareEvaluation(request, settle3, done) {
  const outcomes = [];
  const programs = [];
  const indexes = [];
  const used = /* @__PURE__ */ new Map();
  const known2 = (name) => NAME.test(name) && Object.hasOwn(request.variables, name);
  let alone = false;
  for (const [index, program2] of request.programs.entries()) {
    const scan = scanProgram(program2);
    const fault = scanFault(scan, program2, known2);
    outcomes.push(fault === void 0 ? void 0 : { error: fault.message });
    if (fault !== void 0) continue;
    programs.push(scan.bare);
    indexes.push(index);
    for (const { name } of scan.reads) used.set(name, request.variables[name] ?? null);
    alone ||= program2.includes("$__loc__") || scan.words.some((word2) => word2.name.startsWith("halt"));
  }
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return {
    programs,
    document: request.document,
    variables: [...used],
    timeoutMs,
    alone,
    indexes,
    outcomes,
    done,
    settle: settle3
  };
}
async function runEvaluations(host, evaluations, unwanted) {
  const waiting = evaluations.filter((evaluation) => !evaluation.done());
  const [first2, ...others] = waiting;
  if (first2 === void 0) return;
  if (others.length === 0 && first2.alone) return await runOneByOne(host, first2, unwanted);
  const group = composeGroup(waiting);
  const answer = await host.run(group, Math.max(...waiting.map(timeLimit)), unwanted);
  const lines = answer.answer === "ran" && answer.exitCode === 0 ? answer.stdout.split("\n") : [];
  if (lines.length === waiting.length && lines[0] !== "") {
    for (const [line, index] of group.order.entries()) settleGroupLine(waiting[index], lines[line] ?? "");
  } else if (others.length > 0) {
    for (const evaluation of waiting) await runEvaluations(host, [evaluation], unwanted);
  } else if (answer.answer === "ran") await runOneByOne(host, first2, unwanted);
  else first2.settle(errorOf(answer, first2.timeoutMs));
}
function timeLimit({ timeoutMs, document }) {
  return timeoutMs + document.length / 1e6 * READING_MS_PER_MB;
}
function settleGroupLine(evaluation, line) {
  const results = parseJson(line);
  if (!isList(results) || evaluation === void 0) throw new TypeError("jq answered with something that is no list.");
  for (const [at2, result] of results.entries()) {
    const index = evaluation.indexes[at2] ?? 0;
    evaluation.outcomes[index] = isList(result) ? { values: result } : { error: messageOf(result) };
  }
  evaluation.settle();
}
function messageOf(caught) {
  const error = isObject(caught) ? caught.error ?? null : caught;
  return typeof error === "string" ? error : `${JSON.stringify(error)} (not a string)`;
}
async function runOneByOne(host, evaluation, unwanted) {
  for (const [at2, program2] of evaluation.programs.entries()) {
    const answer = await host.run(composeAlone(program2, evaluation), timeLimit(evaluation), unwanted);
    if (answer.answer !== "ran") return evaluation.settle(errorOf(answer, evaluation.timeoutMs));
    evaluation.outcomes[evaluation.indexes[at2] ?? 0] = outcomeAlone(answer);
  }
  evaluation.settle();
}
function outcomeAlone(answer) {
  const { stdout, stderr, exitCode } = answer;
  if (isCompileError(stderr)) return { error: compileFault(stderr, "", 0).message };
  if (exitCode !== 0) {
    const notText = /^jq: error \(at [^)]*\) \(not a string\)/.test(stderr) ? " (not a string)" : "";
    return {
      error: stderr === "" ? `The program ended itself with status ${exitCode}.` : runtimeMessage(stderr) + notText
    };
  }
  return { values: stdout === "" ? [] : stdout.split("\n").map(parseJson) };
}
var REFUSALS = {
  size: ["document-too-large", "The document is larger than 50 MB, which is more than jq is given."],
  depth: ["document-too-deep", "The document is nested more than 500 levels deep, which is more than jq is given."],
  syntax: ["document-not-json", "The document is not valid JSON."]
};
function errorOf(answer, timeoutMs) {
  switch (answer.answer) {
    case "timeout":
      return new CheckError({
        code: "jq-timeout",
        message: `The jq program did not end within ${formatDuration(timeoutMs)} and was stopped.`,
        hint: "Look for an endless `repeat`, `range` or recursion, or give the check a longer `timeout`."
      });
    case "too-large":
      return new CheckError({
        code: "jq-output-too-large",
        message: "The result of the jq program is larger than 64 MiB.",
        hint: "Select less of the document."
      });
    case "trapped":
      return new CheckError({
        code: "jq-aborted",
        message: "jq gave up: the program needs more than 256 MiB of memory, or it calls itself too deeply.",
        hint: "Select less of the document, or look for a recursion without an end.",
        details: { engine: answer.message }
      });
    case "refused": {
      const [code2, message] = REFUSALS[answer.fault];
      const hint = "jq reads exactly one JSON value of a bounded size.";
      if (answer.fault !== "syntax") return new CheckError({ code: code2, message, hint });
      const finding = { expected: "one JSON value", actual: "text that is none" };
      return new CheckError({ code: code2, message, hint, verdict: "failed", finding });
    }
    case "loaded":
    case "matched":
      return new Error(`The worker for jq answered another question: ${answer.answer}`);
  }
}

// src/expression/jq-host.ts
import { Worker } from "node:worker_threads";
var WorkerHost = class {
  #worker;
  #loaded = "no";
  #loading;
  #settle;
  #fail;
  /** Begins to load jq, unless that has begun. */
  warm() {
    if (this.#settle === void 0 && this.#loaded !== "jq") void this.#load(true).catch(() => void 0);
  }
  /**
   * Rejects only when the worker cannot be started: our own mistake. Time to start does not count. Once nobody wants the
   * answer, it is a `timeout` at once, and the worker is free for the next job.
   */
  async run(job, timeoutMs, unwanted) {
    await this.#loading?.catch(() => void 0);
    if (this.#loaded === "no" || job.job === "jq" && this.#loaded !== "jq") await this.#load(job.job === "jq");
    if (unwanted?.aborted === true) return { answer: "timeout" };
    return await this.#post(job, timeoutMs, unwanted);
  }
  async close() {
    const worker = this.#worker;
    this.#forget();
    this.#settle?.({ answer: "trapped", message: "The engine was closed." });
    await worker?.terminate();
  }
  #load(jq) {
    this.#loading ??= this.#post({ job: "load", jq }).then((answer) => {
      if (answer.answer !== "loaded") throw new Error(`The worker for jq did not start: ${JSON.stringify(answer)}`);
      this.#loaded = jq ? "jq" : "patterns";
    }).finally(() => {
      this.#loading = void 0;
    });
    return this.#loading;
  }
  #post(job, timeoutMs, unwanted) {
    const worker = this.#start();
    worker.ref();
    return new Promise((resolve7, reject) => {
      const abandon = () => this.#abandon();
      const timer = timeoutMs === void 0 ? void 0 : setTimeout(abandon, timeoutMs);
      unwanted?.addEventListener("abort", abandon);
      const end = () => {
        clearTimeout(timer);
        unwanted?.removeEventListener("abort", abandon);
        worker.unref();
        this.#settle = void 0;
        this.#fail = void 0;
      };
      this.#settle = (answer) => {
        end();
        resolve7(answer);
      };
      this.#fail = (error) => {
        end();
        reject(error);
      };
      worker.postMessage(job);
    });
  }
  #start() {
    if (this.#worker !== void 0) return this.#worker;
    const entry = new URL(import.meta.url).pathname.endsWith(".ts") ? "./jq-worker.ts" : "./jq-worker.js";
    const worker = new Worker(new URL(entry, import.meta.url), {
      name: "jq",
      env: {},
      execArgv: []
    });
    worker.on("message", (answer) => this.#settle?.(answer));
    worker.on("error", (error) => this.#lost(worker, error));
    worker.on("exit", () => this.#lost(worker, new Error("The worker for jq ended by itself.")));
    this.#worker = worker;
    return worker;
  }
  /** The worker ended unasked: while loading that is a broken build; later jq took too much memory. */
  #lost(worker, error) {
    if (worker !== this.#worker) return;
    const wasLoading = this.#loading !== void 0;
    this.#forget();
    if (wasLoading) this.#fail?.(error);
    else this.#settle?.({ answer: "trapped", message: error.message });
  }
  #abandon() {
    void this.#worker?.terminate();
    this.#forget();
    this.#settle?.({ answer: "timeout" });
  }
  #forget() {
    this.#worker = void 0;
    this.#loaded = "no";
  }
};

// src/expression/jq.ts
var CHECK_TIMEOUT_MS = 1e4;
var PATTERN_TIMEOUT_MS = 1e3;
var GROUP_SIZE = 32;
var GROUP_TEXT = 256 * 1024;
function createJqEngine() {
  const host = new WorkerHost();
  const tasks = [];
  const evaluations = [];
  let pumping = false;
  let running;
  const runNext = async () => {
    const group = takeGroup(evaluations);
    running = { group, unwanted: new AbortController() };
    await runGroup(host, group, running.unwanted.signal);
    running = void 0;
  };
  const onAborted = () => {
    if (running?.group.every(({ done }) => done()) === true) running.unwanted.abort();
  };
  const pump = async () => {
    if (pumping) return;
    pumping = true;
    await Promise.resolve();
    while (tasks.length > 0 || evaluations.length > 0) {
      const task = tasks.shift();
      if (task !== void 0) await task();
      else await runNext();
    }
    pumping = false;
  };
  const inTurn = (work) => new Promise((resolve7, reject) => {
    tasks.push(() => work().then(resolve7, reject));
    void pump();
  });
  return {
    check: (programs) => inTurn(() => checkPrograms(host, programs)),
    evaluate: (request) => new Promise((resolve7, reject) => {
      evaluations.push(createEvaluation(request, { resolve: resolve7, reject, onAborted }));
      void pump();
    }),
    match: (request) => {
      const { timeoutMs = PATTERN_TIMEOUT_MS, signal } = request;
      const job = { source: request.source, flags: request.flags.replace("g", ""), texts: request.texts };
      if (isSafePattern(job)) return Promise.resolve().then(() => matchAll(job));
      return inTurn(() => matchInWorker(host, job, { timeoutMs, signal }));
    },
    warm: () => host.warm(),
    close: () => host.close()
  };
}
function createEvaluation(request, {
  resolve: resolve7,
  reject,
  onAborted
}) {
  let done = false;
  const finish = (answer) => {
    if (done) return;
    done = true;
    request.signal?.removeEventListener("abort", onAbort);
    answer();
  };
  const onAbort = () => {
    finish(() => reject(request.signal?.reason));
    onAborted();
  };
  const evaluation = prepareEvaluation(
    request,
    (error) => finish(() => error === void 0 ? resolve7(evaluation.outcomes.filter((o) => o !== void 0)) : reject(error)),
    () => done
  );
  if (request.signal?.aborted === true) onAbort();
  else request.signal?.addEventListener("abort", onAbort);
  if (evaluation.programs.length === 0) evaluation.settle();
  return evaluation;
}
function takeGroup(waiting) {
  const group = [];
  const texts = /* @__PURE__ */ new Set();
  let size2 = 0;
  for (let next = waiting[0]; next !== void 0 && group.length < GROUP_SIZE; next = waiting[0]) {
    const known2 = texts.has(next.document);
    const fits = group.length === 0 || !next.alone && (known2 || size2 + next.document.length <= GROUP_TEXT);
    if (!fits || group[0]?.alone === true) break;
    texts.add(next.document);
    if (!known2) size2 += next.document.length;
    group.push(next);
    waiting.shift();
  }
  return group;
}
async function runGroup(host, group, unwanted) {
  try {
    await runEvaluations(host, group, unwanted);
  } catch (error) {
    for (const evaluation of group) evaluation.settle(error instanceof Error ? error : new Error(String(error)));
  }
}
async function matchInWorker(host, job, { timeoutMs, signal }) {
  signal?.throwIfAborted();
  const answer = await host.run({ job: "match", ...job }, timeoutMs, signal);
  signal?.throwIfAborted();
  if (answer.answer === "matched") return answer.matches;
  const ended = answer.answer === "timeout";
  const what = ended ? `did not end within ${formatDuration(timeoutMs)} and was stopped` : "could not be matched";
  throw new CheckError({
    code: ended ? "pattern-timeout" : "pattern-failed",
    message: `The pattern /${job.source}/${job.flags} ${what}.`,
    hint: "Avoid repetitions inside repetitions, such as `(a+)+`, and anchor the pattern.",
    details: answer.answer === "trapped" ? { engine: answer.message } : {}
  });
}
async function checkPrograms(host, programs) {
  const scans = programs.map(({ text: text2 }) => scanProgram(text2));
  const faults = scans.map((scan, index) => {
    const { text: text2, variables } = programs[index] ?? { text: "", variables: [] };
    return scanFault(scan, text2, (name) => variables.includes(name));
  });
  const sound = scans.flatMap((scan, index) => faults[index] === void 0 ? [{ index, scan }] : []);
  if (sound.length === 0) return faults;
  const names = new Set(sound.flatMap(({ scan }) => scan.reads.map((read3) => read3.name)));
  const together = composeCheck(
    sound.map(({ scan }) => scan.bare),
    [...names]
  );
  if (await compiles(host, together)) return faults;
  for (const { index, scan } of sound) {
    const job = composeCheckAlone(scan.bare, [...names]);
    const answer = await host.run(job, CHECK_TIMEOUT_MS);
    if (answer.answer !== "ran") throw errorOf(answer, CHECK_TIMEOUT_MS);
    if (isCompileError(answer.stderr)) faults[index] = compileFault(answer.stderr, scan.bare, job.prelude);
  }
  return faults;
}
async function compiles(host, job) {
  const answer = await host.run(job, CHECK_TIMEOUT_MS);
  return answer.answer === "ran" && answer.exitCode === 0;
}

// src/kinds/kind.ts
function kind(definition10) {
  return definition10;
}

// src/model/template.ts
function isTemplate(value) {
  return nodeOf(value) === "template";
}
function isProgram(value) {
  return nodeOf(value) === "program";
}
function nodeOf(value) {
  return typeof value === "object" && value !== null && "node" in value ? value.node : void 0;
}
function templateText({ parts }) {
  return parts.map((part) => typeof part === "string" ? part : `{{ ${part.source.text.trim()} }}`).join("");
}
function templatesIn(value) {
  if (typeof value !== "object" || value === null || isProgram(value)) return [];
  if (isTemplate(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(templatesIn);
  return "source" in value && "start" in value ? [] : Object.values(value).flatMap(templatesIn);
}
function programsIn(value) {
  if (typeof value !== "object" || value === null) return [];
  if (isProgram(value)) return [value];
  if (isTemplate(value)) return value.parts.filter(isProgram);
  if (Array.isArray(value)) return value.flatMap(programsIn);
  return "source" in value && "start" in value ? [] : Object.values(value).flatMap(programsIn);
}

// src/kinds/written.ts
function asWritten(template2) {
  return templateText(template2).replace(/\s+/g, " ").trim();
}
function literalText(template2) {
  const texts = template2.parts.filter((part) => typeof part === "string");
  return texts.length === template2.parts.length ? texts.join("") : void 0;
}
function inShort(text2) {
  return shorten(text2, 80);
}
function reviewReference(template2, to, context) {
  const name = template2 === void 0 ? void 0 : literalText(template2);
  if (template2 === void 0 || name === void 0) return;
  const known2 = to === "host" ? context.hosts : context.databases;
  if (known2.includes(name)) return;
  const near = suggest(name, known2);
  context.report({
    code: `unknown-${to}`,
    span: template2.span,
    message: `There is no ${to} \`${name}\`.`,
    hint: near === void 0 ? `Declare it under \`${to}s\`${declared(known2)}.` : `Did you mean \`${near}\`?`
  });
}
function declared(known2) {
  return known2.length === 0 || known2.length > 5 ? "" : `, or name one of these: ${known2.join(", ")}`;
}

// src/kinds/containers/seen.ts
function stateOf({ state, exitCode, health }) {
  if (state === "exited" && exitCode === 0) return "completed";
  return state === "running" ? health ?? "running" : state;
}
function describeState({ state, exitCode, health, oomKilled, restarts, error }) {
  const counted3 = restarts > 0 ? ` (restarts ${restarts})` : "";
  const memory = oomKilled ? " and killed for memory" : "";
  switch (state) {
    case "exited":
    case "dead":
      return `${state} with code ${exitCode}${memory}${counted3}`;
    case "restarting":
      return `restarting after an end with code ${exitCode}${memory}${counted3}`;
    case "created":
      return `created and was never started${error === "" ? "" : ` (${error})`}`;
    case "running":
      if (health === void 0) return `running${counted3}`;
      return `${health === "starting" ? "running and its health check is still starting" : health}${counted3}`;
    default:
      return `${state}${counted3}`;
  }
}
function ago(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1e3));
  return seconds < 60 ? `${seconds} s ago` : `${formatDuration(seconds * 1e3)} ago`;
}

// src/model/shape.ts
var template = (place, expected) => ({
  node: { type: "template", place, expected }
});
var text = (expected = "text") => template("text", expected);
var url = () => template("url", "a URL or a path");
var headerValue = () => template("header", "text without line breaks");
var sql = () => template("sql", "an SQL statement");
var shellLine = () => template("shell", "a shell line");
var pattern2 = () => template("pattern", 'a pattern, written "/\u2026/" or "/\u2026/i"');
var duration = () => template("duration", "a duration such as 250ms, 10s, 3m or 1d");
var size = () => template("size", "a size such as 64KiB or 10MiB");
var time = () => template("time", "a time such as 2026-01-14T04:30:00Z, or a duration");
var json = (expected = "a value") => ({ node: { type: "json", expected } });
var word = (expected, matching) => ({
  node: { type: "word", expected, pattern: matching }
});
var verbatim = (expected) => ({
  node: { type: "word", expected, pattern: void 0, verbatim: true }
});
var boolean = () => ({ node: { type: "boolean" } });
var integer = (min, max) => ({ node: { type: "integer", min, max } });
var program = () => ({ node: { type: "program" } });
function choice(...values2) {
  return { node: { type: "choice", values: values2 } };
}
function list(of, min = 0) {
  return { node: { type: "list", of: of.node, orOne: false, min } };
}
function oneOrMore(of) {
  return { node: { type: "list", of: of.node, orOne: true, min: 1 } };
}
function map(of, keys = "exact") {
  return { node: { type: "map", of: of.node, keys } };
}
function field(shape5, doc) {
  return { shape: shape5, doc };
}
function object(fields, required2 = []) {
  const nodes = Object.fromEntries(
    Object.entries(fields).map(([name, { shape: shape5, doc }]) => [name, { shape: shape5.node, doc }])
  );
  return { node: { type: "object", fields: nodes, required: required2 } };
}
function forms(given3) {
  return { node: { type: "forms", scalar: given3.scalar?.node, list: given3.list?.node, map: given3.map?.node } };
}

// src/kinds/parts.ts
function jsonPart(doc) {
  return { doc, lists: "each", scalars: "json" };
}
function oneOfPart(doc) {
  return { doc, lists: "one-of", scalars: "json" };
}
function statusPart(doc) {
  return { doc, lists: "one-of", scalars: "status" };
}
function durationPart(doc) {
  return { doc, lists: "one-of", scalars: "duration" };
}
function timePart(doc) {
  return { doc, lists: "one-of", scalars: "time" };
}
function headersPart(doc) {
  return { doc, lists: "each", scalars: "json", any: oneOfPart("the value; repeats are joined by `, `"), lookup: true };
}
function equalsByDefault(value) {
  return { op: "eq", operand: literal(value) };
}
function atLeastByDefault(value) {
  return { op: "gte", operand: literal(value) };
}
var NOWHERE = { source: { path: "", text: "" }, start: 0, end: 0 };
function literal(value) {
  return { node: "template", place: "json", parts: [String(value)], span: NOWHERE, literal: value };
}

// src/kinds/containers/shape.ts
var containersShape = object(
  {
    host: field(text("the name of a host"), "the machine whose Compose project it is"),
    services: field(list(text("the name of a service"), 1), "which services; all of the compose file unless given")
  },
  ["host"]
);
var STATES = ["running", "healthy", "completed", "exited"];
function byService(doc, inner) {
  return { ...jsonPart(doc), any: inner, named: "SERVICE" };
}
function ofEvery(doc) {
  return { ...oneOfPart(doc), every: true, liftable: true };
}
var containersParts = {
  containers: jsonPart(
    "the containers, each with `service name state health exit_code restarts oom_killed image image_id digest labels started_at ports`"
  ),
  states: {
    ...byService("service \u2192 how it is", {
      doc: "`running healthy completed exited`, or `any`",
      lists: "one-of",
      scalars: "json",
      liftable: true,
      judged: { words: STATES }
    }),
    judged: {}
  },
  replicas: byService("service \u2192 how many containers it has", { ...oneOfPart("how many"), liftable: true }),
  restarts: byService(
    "service \u2192 how often it was started again since it was created",
    ofEvery("how often, of every replica")
  ),
  oom_killed: byService("service \u2192 whether it was killed for memory", ofEvery("whether, of every replica")),
  images: byService("service \u2192 its image, as the compose file names it", ofEvery("the image of every replica")),
  image_digests: byService(
    "service \u2192 the digest of its image",
    ofEvery("the digest of every replica\u2019s image: `sha256:\u2026`")
  ),
  started_after: {
    doc: "a time after which every container was started",
    lists: "one-of",
    scalars: "time",
    judged: {}
  }
};

// src/kinds/containers/judge.ts
var BY_SERVICE = ["states", "replicas", "restarts", "oom_killed", "images", "image_digests"];
var JUDGED = ["states", "replicas", "restarts", "oom_killed"];
function judgeContainers(seen, expected) {
  const findings = [...unknownServices(seen, expected)];
  for (const service of seen.services) findings.push(...judgeService(service, seen, expected));
  return [...findings, ...judgeImages(seen, expected), ...judgeStarts(seen, expected)];
}
function judgeService(service, seen, expected) {
  const own4 = seen.containers.filter((container) => container.service === service.name);
  const wanted2 = wantedState(service, expected);
  const findings = [];
  const { name, replicas } = service;
  if (own4.length !== replicas && expected.stands("replicas", name)) findings.push(wrongCount(service, own4.length));
  else if (own4.length === 0 && replicas > 0 && wanted2 !== void 0 && !expected.fieldsOf("replicas").includes(name)) {
    findings.push(noContainer(service, wanted2));
  }
  for (const container of own4) {
    const called2 = own4.length === 1 && replicas <= 1 ? name : `${name} (${container.name})`;
    const state = wanted2 === void 0 ? void 0 : judgeState(container, called2, wanted2);
    if (state !== void 0) findings.push(state);
    else findings.push(...judgeHistory(container, called2, expected));
  }
  return findings;
}
function wantedState({ name, completes }, expected) {
  const written = fieldOf(expected.written("states"), name);
  if (written !== void 0) return writtenStates(written);
  return expected.stands("states", name) ? { states: [completes ? "ended" : "default"] } : void 0;
}
function writtenStates(matcher) {
  if (matcher.op === "anything") return void 0;
  const single = matcher.op === "one-of" ? matcher.matchers : [matcher];
  if (single.some(({ op }) => op === "anything")) return void 0;
  const words2 = single.flatMap((inner) => inner.op === "eq" ? String(inner.operand) : []);
  return { span: matcher.span, states: words2 };
}
function fieldOf(matcher, name) {
  return matcher?.op === "fields" ? matcher.fields.find((field2) => field2.name === name)?.matcher : void 0;
}
var WORDS = {
  default: "be running",
  ended: "have ended with code 0",
  running: "be running",
  healthy: "be healthy",
  completed: "have ended with code 0",
  exited: "have ended"
};
function holds(container, wanted2) {
  const { state, health } = container;
  switch (wanted2) {
    case "running":
      return state === "running";
    case "default":
      return state === "running" && (health === void 0 || health === "healthy");
    case "healthy":
      return state === "running" && health === "healthy";
    case "exited":
      return state === "exited";
    default:
      return (wanted2 === "ended" || wanted2 === "completed") && stateOf(container) === "completed";
  }
}
function phraseOf(wanted2, { health }) {
  const words2 = wanted2.states.map((state) => {
    if (state === "default" && health !== void 0) return "be healthy";
    return WORDS[state] ?? `be \`${state}\`, which is none of ${STATES.join(", ")}`;
  });
  return words2.join(" or ");
}
function judgeState(container, called2, wanted2) {
  if (wanted2.states.some((state2) => holds(container, state2))) return void 0;
  const { service, state, health } = container;
  const phrase = phraseOf(wanted2, container);
  const unprobed = state === "running" && health === void 0 && wanted2.states.includes("healthy");
  const actual = unprobed ? `${describeState(container)} and has no health check` : describeState(container);
  const completed = wanted2.states.includes("default") && stateOf(container) === "completed";
  const advice = completed ? ` If it is to end, say \`states: { ${service}: completed }\`.` : "";
  return {
    subject: `states.${service}`,
    ...spanOf(wanted2),
    matcher: "equals",
    expected: phrase.replace(/\b(?:be|have) /g, ""),
    actual,
    message: `${called2} ${state === "exited" ? "has" : "is"} ${actual}, and should ${phrase}.${advice}`
  };
}
function judgeHistory(container, called2, expected) {
  const { service, restarting, restarts, oomKilled } = container;
  const findings = [];
  if (restarting !== void 0 && expected.stands("restarts", service)) {
    findings.push({
      subject: `restarts.${service}`,
      matcher: "equals",
      expected: "no restart",
      actual: `restarts ${restarts}`,
      message: `${called2} ${restarting}.`
    });
  }
  if (oomKilled && expected.stands("oom_killed", service)) {
    findings.push({
      subject: `oom_killed.${service}`,
      matcher: "equals",
      expected: "false",
      actual: "true",
      message: `${called2} ran out of memory: the kernel killed a process of it.`
    });
  }
  return findings;
}
function wrongCount({ name, replicas }, count) {
  return {
    subject: `replicas.${name}`,
    matcher: "equals",
    expected: String(replicas),
    actual: String(count),
    message: `${name} has ${count === 0 ? "no container" : counted(count)}, and should have ${replicas === 0 ? "none" : replicas}.`
  };
}
function noContainer({ name }, wanted2) {
  const phrase = phraseOf(wanted2, {});
  return {
    subject: `states.${name}`,
    ...spanOf(wanted2),
    matcher: "equals",
    expected: phrase.replace(/\b(?:be|have) /g, ""),
    actual: "no container",
    message: `${name} has no container, and should ${phrase}.`
  };
}
function counted(count) {
  return count === 1 ? "1 container" : `${count} containers`;
}
function* unknownServices(seen, expected) {
  const names = seen.services.map(({ name }) => name);
  const known2 = /* @__PURE__ */ new Set([...names, ...seen.containers.map(({ service }) => service)]);
  for (const part of BY_SERVICE) {
    for (const name of expected.fieldsOf(part)) {
      if (known2.has(name)) continue;
      const near = suggest(name, names);
      const span = fieldOf(expected.written(part), name)?.span;
      yield {
        subject: `${part}.${name}`,
        ...span === void 0 ? {} : { span },
        matcher: "one of",
        expected: names.join(", "),
        actual: name,
        message: `There is no service \`${name}\` among those looked at.${near === void 0 ? "" : ` Did you mean \`${near}\`?`}`
      };
    }
  }
}
function* judgeImages({ containers }, expected) {
  for (const { service, name, image, outdated } of containers) {
    const matcher = fieldOf(expected.written("images"), service);
    if (!outdated || matcher === void 0 || matcher.op === "anything") continue;
    yield {
      subject: `images.${service}`,
      span: matcher.span,
      matcher: "is",
      expected: `an image named \`${image}\``,
      actual: "one that was",
      message: `${service} (${name}) runs an image that was \`${image}\` when its container was made and no longer is, as after a build or a pull. Create the container anew: \`docker compose up -d\`.`
    };
  }
}
function judgeStarts(seen, expected) {
  const matcher = expected.written("started_after");
  const operand = matcher?.op === "eq" ? matcher.operand : void 0;
  if (matcher === void 0) return [];
  const about = { subject: "started_after", span: matcher.span, matcher: "after" };
  const after = momentOf(operand, seen.now);
  const names = new Set(seen.services.map(({ name }) => name));
  const own4 = seen.containers.filter(({ service }) => names.has(service));
  if (after === void 0 || own4.length === 0) {
    const message = own4.length === 0 ? "There is no container that could have been started." : "This is no time.";
    return [{ ...about, expected: "a time", actual: own4.length === 0 ? "no container" : "no time", message }];
  }
  return own4.flatMap((container) => {
    const { service, name, startedAt } = container;
    const started = startedAt === void 0 ? void 0 : Date.parse(startedAt) - seen.clockOffset;
    if (started !== void 0 && started > after) return [];
    const wish = new Date(after).toISOString();
    const actual = started === void 0 ? "never started" : new Date(started).toISOString();
    const when = started === void 0 ? "was never started" : `was started at ${actual} (${ago(seen.now - started)})`;
    const message = `${service} (${name}) ${when}, and should have been after ${wish}.`;
    return [{ ...about, expected: wish, actual, message }];
  });
}
function momentOf(value, now) {
  if (typeof value !== "object" || value === null) return void 0;
  if ("at" in value && typeof value.at === "string") return Date.parse(value.at);
  return "agoMs" in value && typeof value.agoMs === "number" ? now - value.agoMs : void 0;
}
function spanOf({ span }) {
  return span === void 0 ? {} : { span };
}

// src/transport/compose/require-service.ts
function requireService(name, services) {
  if (services.some((service) => service.name === name)) return;
  const names = services.map((service) => service.name);
  const near = suggest(name, names);
  throw new CheckError({
    code: "service-unknown",
    message: `The compose files have no service \`${name}\`.`,
    hint: near === void 0 ? `There are: ${names.join(", ")}. One of another profile needs \`profiles\` in the \`compose\` block of the host.` : `Did you mean \`${near}\`?`
  });
}

// src/kinds/on-host.ts
import { resolve } from "node:path";

// src/transport/compose/compose-project.ts
import { randomUUID } from "node:crypto";

// src/transport/compose/compose-config.ts
var COMPLETES = "service_completed_successfully";
function readConfigJson(text2) {
  const config = parsed(text2);
  if (config === void 0) return void 0;
  const services = objectAt(config, "services");
  const name = isObject(config) ? config.name : void 0;
  const awaited = new Set(Object.values(services).flatMap((service) => completionsIn(objectAt(service, "depends_on"))));
  return {
    ...typeof name === "string" && name !== "" ? { project: name } : {},
    services: Object.entries(services).map(([service, spec]) => ({
      name: service,
      replicas: replicasOf(spec),
      completes: awaited.has(service)
    }))
  };
}
function parsed(text2) {
  try {
    return parseJson(text2);
  } catch {
    return void 0;
  }
}
function completionsIn(dependencies) {
  return Object.entries(dependencies).filter(([, dependency]) => isObject(dependency) && dependency.condition === COMPLETES).map(([name]) => name);
}
function replicasOf(service) {
  const scale = isObject(service) ? service.scale : void 0;
  const given3 = objectAt(service, "deploy").replicas ?? scale;
  return typeof given3 === "number" ? given3 : 1;
}
function objectAt(value, key) {
  const inner = isObject(value) ? value[key] : void 0;
  return isObject(inner) ? inner : {};
}
function readConfigYaml(text2, activeProfiles) {
  const services = /* @__PURE__ */ new Map();
  const awaited = /* @__PURE__ */ new Set();
  for (const { path, value } of placesIn(text2)) {
    const [top, service, ...below] = path;
    if (top !== "services" || service === void 0) continue;
    const own4 = services.get(service) ?? { replicas: 1, profiles: [] };
    services.set(service, own4);
    const place = below.join(".");
    if (place === "scale" || place === "deploy.replicas") own4.replicas = Number(value);
    else if (place === "profiles.-") own4.profiles.push(value);
    else if (below[0] === "depends_on" && below[2] === "condition" && value === COMPLETES) awaited.add(below[1] ?? "");
  }
  const isActive = (profiles) => profiles.length === 0 || profiles.some((profile) => activeProfiles.includes(profile));
  return {
    services: [...services].filter(([, { profiles }]) => isActive(profiles)).map(([name, { replicas }]) => ({ name, replicas, completes: awaited.has(name) }))
  };
}
function* placesIn(text2) {
  const path = [];
  for (const line of text2.split("\n")) {
    const [, indent = "", dash, quoted4, plain2, value = ""] = LINE.exec(line) ?? [];
    if (indent.length % 2 === 1) continue;
    const depth = indent.length / 2;
    if (dash !== void 0) {
      yield { path: [...path.slice(0, depth + 1), "-"], value: dash };
    } else if (quoted4 !== void 0 || plain2 !== void 0) {
      path.splice(depth, path.length, quoted4 ?? plain2 ?? "");
      yield { path, value };
    }
  }
}
var LINE = /^( *)(?:- ["']?([\w.-]+)["']?|(?:["']([^"']+)["']|([^\s'"#-][^:]*)):(?: (.*))?)$/;
function projectNameOf(directory) {
  const name = directory.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return name.toLowerCase().replace(/[^-_a-z0-9]/g, "");
}

// src/transport/compose/compose-fault.ts
var PERMISSION = /permission denied while trying to connect|Got permission denied|dial unix \S+ connect: permission denied/i;
var UNREACHABLE = /Cannot connect to the Docker daemon|is the docker daemon running|failed to connect to the docker API|error during connect|Couldn't connect to Docker daemon|unable to resolve docker endpoint|Cannot connect to Podman|unable to connect to Podman/i;
var NO_COMPOSE = /'compose' is not a docker command|unknown command: docker compose|^unknown shorthand flag: '.' in -|^unknown flag: --(?:project-name|env-file|profile|format)$|unrecognized command .*compose|looking up compose provider failed|invalid choice: 'config'/im;
function engineFault({ exitCode, stderr }, call) {
  const { machine, program: program2 } = call;
  const details = { "it said": says(stderr) };
  if (/^sudo: .*command not found/m.test(stderr)) return missingProgram(call);
  if (exitCode === 127 && /not found|no such file/i.test(stderr)) return missingProgram(call);
  if (/^sudo: /m.test(stderr)) {
    return new CheckError({
      code: "sudo-refused",
      message: `\`sudo\` did not run \`${program2}\` on ${machine.label}: ${says(stderr)}`,
      hint: "Nobody is there to type a password: allow it with NOPASSWD in sudoers (and SETENV, where `env` is given), or put the user into the group `docker`."
    });
  }
  if (PERMISSION.test(stderr)) {
    return new CheckError({
      code: "docker-permission",
      message: `The user of the checks may not use the container engine on ${machine.label}.`,
      hint: "Put the user into the group `docker` and log in anew, or write `command: [sudo, docker, compose]` in the `compose` block of the host.",
      details
    });
  }
  if (UNREACHABLE.test(stderr)) {
    return new CheckError({
      code: "docker-unreachable",
      message: `The container engine on ${machine.label} does not answer: ${says(stderr)}`,
      hint: "Is it running (`systemctl status docker`)? An engine elsewhere is found by DOCKER_HOST or DOCKER_CONTEXT in the environment of the machine."
    });
  }
  if (NO_COMPOSE.test(stderr)) {
    return new CheckError({
      code: "compose-missing",
      message: `\`${program2}\` is not there on ${machine.label}, or cannot tell its configuration.`,
      hint: "Install the plugin of Compose 2 (`docker-compose-plugin`), or write `command: [docker-compose]` in the `compose` block of the host for the older one.",
      details
    });
  }
  return void 0;
}
function missingProgram({ machine, program: program2 }) {
  return new CheckError({
    code: "docker-missing",
    message: `There is no \`${program2.split(" ")[0] ?? program2}\` in the PATH of ${machine.label}.`,
    hint: "Install it, or say how to call it with `command` in the `compose` block of the host: `[/usr/local/bin/docker, compose]`."
  });
}
function engineFailed({ stderr }, { machine, program: program2 }) {
  return new CheckError({
    code: "docker-failed",
    message: `\`${program2}\` failed on ${machine.label}: ${says(stderr)}`,
    hint: "Run the same command there by hand."
  });
}
function filesFault({ stderr }, { machine }) {
  if (/env[ _-]file/i.test(stderr) && /not found|couldn't find|no such file/i.test(stderr)) {
    return new CheckError({
      code: "compose-env-file-missing",
      message: `Compose does not find an environment file on ${machine.label}: ${says(stderr)}`,
      hint: "Paths start from `directory` of the `compose` block: is it there, and is `env_file` right?"
    });
  }
  if (/no configuration file provided|no such file or directory|Can't find a suitable configuration/i.test(stderr)) {
    return new CheckError({
      code: "compose-file-missing",
      message: `Compose does not find its file on ${machine.label}: ${says(stderr)}`,
      hint: "Say where it is in the `compose` block of the host: `{ directory: /srv/shop, file: docker-compose.yml }`."
    });
  }
  return new CheckError({
    code: "compose-file-invalid",
    message: `Compose cannot read its files on ${machine.label}: ${says(stderr)}`,
    hint: "Variables of the compose file come from `.env` beside it or from `env_file`; of the environment Compose sees only its own and Docker\u2019s."
  });
}
function says(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim()).filter(
    (line) => line !== "" && !/level=(?:warning|info|debug)|^WARN|^Usage:|^Run '.*--help'|^See '.*--help'/.test(line)
  );
  const said = lines.slice(-2).join(" ").replace(/^ERROR: |^Error: /, "");
  return said === "" ? "it said nothing." : shorten(said, 400);
}

// src/transport/compose/in-service.ts
var MARK = "VERIFY_DEPLOY_PROCESS";
var ALIAS = "VERIFY_DEPLOY_ENV_";
var FOR_THE_CLIENT = /* @__PURE__ */ new Set([...BASE_VARIABLES, ...ENGINE_VARIABLES]);
var FOR_THE_LOADER = /^(?:LD|DOCKER|COMPOSE|CONTAINER|CONTAINERS|SUDO|GO|SSH|XDG)_|^(?:GODEBUG|IFS|ENV|BASH_ENV)$|_PROXY$/i;
var LINE2 = `if command -v bash >/dev/null 2>&1; then exec ${BASH.join(" ")} "$0"; else exec ${SH.join(" ")} "$0"; fi`;
function execCommand(engine, container, command, mark) {
  const names = Object.keys(command.environment);
  const aliases = new Map(names.filter(isTaken).map((name, index) => [name, `${ALIAS}${index}`]));
  const passed = names.map((name) => aliases.get(name) ?? name);
  return {
    run: {
      words: [
        ...keeping(engine, passed),
        "exec",
        "--interactive",
        ...command.directory === void 0 ? [] : ["--workdir", command.directory],
        // No secret, and as a word it needs no leave of sudo.
        ...mark === void 0 ? [] : ["--env", `${MARK}=${mark}`],
        ...passed.flatMap((name) => ["--env", name]),
        container,
        ...renaming(aliases),
        ..."words" in command.run ? command.run.words : ["sh", "-c", LINE2, command.run.shell]
      ]
    },
    environment: Object.fromEntries(
      Object.entries(command.environment).map(([name, value]) => [aliases.get(name) ?? name, value])
    ),
    inherit: ENGINE_VARIABLES,
    ...command.stdin === void 0 ? {} : { stdin: command.stdin }
  };
}
function isTaken(name) {
  return FOR_THE_CLIENT.has(name) || FOR_THE_LOADER.test(name);
}
function keeping(engine, names) {
  const [program2 = "", ...rest] = engine;
  if (names.length === 0 || !/(?:^|\/)sudo$/.test(program2)) return engine;
  return [program2, `--preserve-env=${names.join(",")}`, ...rest];
}
function renaming(aliases) {
  if (aliases.size === 0) return [];
  const steps = [...aliases].map(([name, alias]) => `export ${name}="$${alias}"; unset ${alias};`);
  return ["sh", "-c", `${steps.join(" ")} exec "$@"`, "sh"];
}
var END = `mark=$1; line='
'; first=$(cat /proc/1/comm 2>/dev/null)
marked() { for p in /proc/[0-9]*; do case "$(cat "$p/environ" 2>/dev/null)" in
*"$mark"*) s=$(cat "$p/stat" 2>/dev/null); s=\${s##*) }; s=\${s#* }; echo "\${p#/proc/} \${s%% *}";; esac; done; }
oldest() { sort -n 2>/dev/null || cat; }
gone() { for n in 1 2 3; do [ -e "/proc/$1" ] || return; sleep 0.1 2>/dev/null || sleep 1; done; }
round() { all=$line$(marked | oldest)$line; [ -n "\${all#$line$line}" ] || exit 0
echo "$all" | while read -r pid parent; do
[ -n "$pid" ] || continue
[ "$parent" = 1 ] && case $first in postgres*) continue;; esac
case $2 in
leaves) case $all in *" $pid$line"*) continue;; esac;;
roots) case $all in *"$line$parent "*) continue;; esac;;
esac
kill -"$1" "$pid" 2>/dev/null && gone "$pid"
done; }
round TERM leaves; round TERM leaves; round KILL leaves; round KILL leaves; round KILL roots; round KILL roots; exit 0`;
function endCommand(engine, container, mark) {
  return {
    run: { words: [...engine, "exec", container, "sh", "-c", END, "sh", `${MARK}=${mark}`] },
    environment: {},
    inherit: ENGINE_VARIABLES
  };
}
var NOT_STARTED = /^(?:OCI runtime exec failed: |Error: (?:crun|runc): )(.*)/;
function execFault({ exitCode, stdout, stderr }, { container, service, command }) {
  const late = exitCode === 1 && stderr.includes(container) && /^Error(?: response from daemon)?: /m.test(stderr) || exitCode === 255 && /^Error: can only create exec sessions on running containers/.test(stderr);
  if (late) {
    return serviceStopped(service, "ended or was paused just now");
  }
  const why = NOT_STARTED.exec(stdout)?.[1] ?? NOT_STARTED.exec(stderr)?.[1];
  if (why === void 0 || exitCode !== 126 && exitCode !== 127) return void 0;
  if (/chdir to cwd|Cwd must be/.test(why)) {
    return new CheckError({
      code: "directory-missing",
      message: `There is no directory \`${command.directory ?? ""}\` inside the container of \`${service}\`.`,
      hint: "Inside a service `directory` is an absolute path of its container."
    });
  }
  const missing3 = /exec(?:utable file)?:? [`"]([^`"]*)[`"].*(?:not found|no such file)/i.exec(why)?.[1];
  if (missing3 === "sh" && !("words" in command.run && command.run.words[0] === "sh")) {
    return new CheckError({
      code: "shell-missing",
      message: `The container of \`${service}\` has neither bash nor sh.`,
      hint: "Give `command` as a list of words, which needs no shell, or look at the service from outside."
    });
  }
  if (missing3 !== void 0) {
    return new CheckError({
      code: "command-not-found",
      message: `There is no command \`${missing3}\` inside the container of \`${service}\`.`,
      hint: "Is it in the image, and in a directory of its PATH?"
    });
  }
  return new CheckError({
    code: "command-not-started",
    message: `The command could not be started inside the container of \`${service}\`: ${why}`,
    hint: "May it be executed by the user of the container?"
  });
}
function serviceStopped(service, how) {
  return new CheckError({
    code: "service-not-running",
    message: `No container of the service \`${service}\` is running: it ${how}.`,
    hint: `Start it (\`docker compose up -d ${service}\`), and look at \`docker compose logs ${service}\`.`
  });
}

// src/transport/compose/inspect.ts
var FIELDS = {
  name: ".Name",
  created: ".Created",
  image: ".Config.Image",
  imageId: ".Image",
  labels: ".Config.Labels",
  tty: ".Config.Tty",
  restarts: ".RestartCount",
  logDriver: ".HostConfig.LogConfig.Type",
  state: ".State",
  ports: ".NetworkSettings.Ports"
};
function containerFormat(engine) {
  return formatOf({ id: idOf(engine), ...FIELDS });
}
function imageFormat(engine) {
  return formatOf({ id: idOf(engine), digests: ".RepoDigests", tags: ".RepoTags" });
}
function formatOf(fields) {
  const parts = Object.entries(fields).map(([name, path]) => `"${name}":{{json ${path}}}`);
  return `{${parts.join(",")}}`;
}
function idOf(engine) {
  return engine.some((word2) => /(?:^|\/)podman$/.test(word2)) ? ".ID" : ".Id";
}
var SERVICE = "com.docker.compose.service";
var NUMBER = "com.docker.compose.container-number";
var ONE_OFF = "com.docker.compose.oneoff";
var PROJECT = "com.docker.compose.project";
function readContainers(output) {
  return linesOf(output).flatMap((line) => containerOf(line) ?? []).toSorted((a, b) => compare(a.service, b.service) || a.number - b.number || compare(a.name, b.name));
}
function tellsOf(output, count) {
  try {
    return linesOf(output).length >= count;
  } catch {
    return false;
  }
}
function readImages(output) {
  const images = linesOf(output).map(({ id, digests, tags }) => {
    return [textOf(id), { digests: listOf(digests).map(textOf), tags: listOf(tags).map(textOf) }];
  });
  return new Map(images);
}
function linesOf(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => parseJson(line)).filter(isObject);
}
function containerOf(seen) {
  const labels = labelsOf(seen.labels);
  const service = labels[SERVICE];
  if (service === void 0 || labels[ONE_OFF]?.toLowerCase() === "true") return void 0;
  const state = objectOf(seen.state);
  const check = objectOf(state.Health);
  const health = textOf(check.Status);
  const probe = textOf(objectOf(listOf(check.Log).at(-1)).Output);
  return {
    id: textOf(seen.id),
    name: textOf(seen.name).replace(/^\//, ""),
    service,
    number: Number(labels[NUMBER] ?? 1) || 1,
    state: textOf(state.Status),
    ...health === "" || health === "none" ? {} : { health, probe },
    exitCode: Number(state.ExitCode ?? 0),
    error: textOf(state.Error),
    restarts: Number(seen.restarts ?? 0),
    oomKilled: state.OOMKilled === true,
    image: textOf(seen.image),
    imageId: textOf(seen.imageId),
    labels,
    createdAt: textOf(seen.created),
    ...timeOf("startedAt", state.StartedAt),
    ...timeOf("finishedAt", state.FinishedAt),
    logDriver: textOf(seen.logDriver),
    tty: seen.tty === true,
    ports: portsOf(seen.ports)
  };
}
function timeOf(key, value) {
  const text2 = textOf(value);
  return text2 === "" || text2.startsWith("0001-01-01") ? {} : { [key]: text2 };
}
function labelsOf(value) {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, label]) => [name, textOf(label)])) : {};
}
function portsOf(value) {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([inner, published]) => {
    const outer = listOf(published).filter(isObject);
    if (outer.length === 0) return [inner];
    return outer.map(({ HostIp, HostPort }) => `${withBrackets(textOf(HostIp))}:${textOf(HostPort)}->${inner}`);
  });
}
function withBrackets(address) {
  return address.includes(":") ? `[${address}]` : address;
}
function objectOf(value) {
  return isObject(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/transport/compose/compose-project.ts
var END_MS = 8e3;
var EngineProject = class {
  machine;
  engine;
  #settings;
  #notice;
  #running = /* @__PURE__ */ new Set();
  #config;
  constructor(machine, settings, notice) {
    this.machine = machine;
    this.engine = engineWords(settings);
    this.#settings = settings;
    this.#notice = notice;
  }
  async services(signal) {
    return (await this.#read(signal)).services;
  }
  async containers(signal) {
    const { project } = await this.#read(signal);
    const label = `label=${PROJECT}=${project}`;
    const listed2 = await this.#callEngine(["ps", "--all", "--quiet", "--no-trunc", "--filter", label], signal);
    if (listed2.exitCode !== 0) throw engineFailed(listed2, this.#call(this.engine));
    const ids = listed2.stdout.split("\n").filter((id) => id !== "");
    if (ids.length === 0) return [];
    const words2 = ["inspect", "--type", "container", "--format", containerFormat(this.engine), ...ids];
    const inspected = await this.#callEngine(words2, signal);
    if (inspected.exitCode !== 0 && !/no such (?:object|container)/i.test(inspected.stderr)) {
      throw engineFailed(inspected, this.#call(this.engine));
    }
    if (!tellsOf(inspected.stdout, inspected.exitCode === 0 ? ids.length : 0)) {
      const stderr = `\`inspect\` did not tell of every container. ${says(inspected.stderr)}`;
      throw engineFailed({ exitCode: inspected.exitCode, stderr }, this.#call(this.engine));
    }
    return readContainers(inspected.stdout);
  }
  async images(imageIds, signal) {
    if (imageIds.length === 0) return /* @__PURE__ */ new Map();
    const words2 = ["image", "inspect", "--format", imageFormat(this.engine), ...imageIds];
    const inspected = await this.#callEngine(words2, signal);
    return readImages(
      inspected.stdout.split("\n").filter((line) => line.endsWith("}") && tellsOf(line, 1)).join("\n")
    );
  }
  async inService(service, command, signal) {
    return execCommand(this.engine, await this.#runningIn(service, signal), command);
  }
  run(service, command, signal) {
    return this.#awaited(this.#run(service, command, signal));
  }
  /** The check of a command that is ended is over at once; what it started inside is not, and its machine is still there. */
  async [Symbol.asyncDispose]() {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
  /** The end of the project waits for it. */
  #awaited(work) {
    this.#running.add(work);
    return work.finally(() => this.#running.delete(work));
  }
  async #run(service, command, signal) {
    const container = await this.#runningIn(service, signal);
    const mark = randomUUID();
    try {
      const result = await this.machine.run(execCommand(this.engine, container, command, mark), signal);
      const fault = execFault(result, { container, service, command }) ?? this.#sudoFault(result);
      if (fault !== void 0) throw fault;
      await this.#requireEngine(result, container, signal);
      return result;
    } catch (error) {
      if (!(error instanceof CheckError) || signal.aborted || error.code === "output-too-long") {
        await this.#end(service, container, mark);
      }
      if (error instanceof CheckError && error.code === "ssh-connection-lost") {
        this.#awaited(this.#end(service, container, mark)).catch(() => void 0);
      }
      throw error;
    }
  }
  /** Where the client has lost its engine it ends with 255, or with 1 before it began; a command may do the same. */
  async #requireEngine(result, container, signal) {
    if (result.exitCode !== 255 && engineFault(result, this.#call(this.engine)) === void 0) return;
    await this.#callEngine(["inspect", "--type", "container", "--format", "{{.Id}}", container], signal);
  }
  async #end(service, container, mark) {
    const ended = await this.machine.run(endCommand(this.engine, container, mark), AbortSignal.timeout(END_MS)).then(
      ({ exitCode, stderr }) => exitCode === 0 || /is not running|running containers|no (?:such container|container with)/i.test(stderr)
    ).catch(() => false);
    if (!ended) this.#notice(`A command in the service ${service} could not be ended inside its container.`);
  }
  /** The first running container of the service. */
  async #runningIn(service, signal) {
    const own4 = (await this.containers(signal)).filter((container) => container.service === service);
    const running = own4.find(({ state }) => state === "running");
    if (running !== void 0) return running.id;
    requireService(service, await this.services(signal));
    const [first2] = own4;
    throw serviceStopped(
      service,
      first2 === void 0 ? "has none at all" : `${first2.state === "exited" ? "has" : "is"} ${first2.state}`
    );
  }
  /** Anything else that fails inside is the command's own affair. */
  #sudoFault(result) {
    const bySudo = /^sudo: /.test(result.stderr) && /(?:^|\/)sudo$/.test(this.engine[0] ?? "");
    return bySudo ? engineFault(result, this.#call(this.engine)) : void 0;
  }
  async #read(signal) {
    this.#config ??= await this.#readConfig(signal);
    return this.#config;
  }
  async #readConfig(signal) {
    const [config] = await Promise.all([this.#askConfig(signal), this.#requireProfiles(signal)]);
    const { services } = config;
    if (services.length === 0) {
      throw new CheckError({
        code: "compose-file-invalid",
        message: `The compose files on ${this.machine.label} have no service whose profile is active.`,
        hint: "Name the profiles in the `compose` block of the host: `profiles: [production]`."
      });
    }
    return { project: config.project, services };
  }
  async #askConfig(signal) {
    const asked = await this.#callCompose(["config", "--format", "json"], signal);
    const call = this.#call(composeWords(this.#settings));
    if (/^Usage: config \[options\]|unrecognized arguments: --format/m.test(asked.stderr)) return this.#askOlder(signal);
    const { exitCode, stdout, stderr } = asked;
    if (exitCode !== 0) throw filesFault(asked, call);
    const config = readConfigJson(stdout);
    if (config === void 0) {
      throw engineFailed({ exitCode, stderr: `\`config --format json\` gave no JSON. ${says(stderr)}` }, call);
    }
    return {
      ...config,
      project: config.project ?? this.#settings.project ?? (await this.#ofEnvironment(signal)).project
    };
  }
  /** Compose 1 tells neither the project's name nor which services are of active profiles. */
  async #askOlder(signal) {
    const { exitCode, stdout, stderr } = await this.#callCompose(["config"], signal);
    if (exitCode !== 0) throw filesFault({ exitCode, stderr }, this.#call(composeWords(this.#settings)));
    const { project, profiles } = await this.#ofEnvironment(signal);
    const { services } = readConfigYaml(stdout, [...this.#settings.profiles, ...profiles]);
    return { services, project: this.#settings.project ?? project };
  }
  /** Compose takes the name of a profile that no service has without a word, and starts less than was meant. */
  async #requireProfiles(signal) {
    const { profiles } = this.#settings;
    if (profiles.length === 0 || profiles.includes("*")) return;
    const { exitCode, stdout } = await this.#callCompose(["config", "--profiles"], signal);
    if (exitCode !== 0) return;
    const known2 = stdout.split("\n").filter((name) => name !== "");
    const unknown = profiles.find((profile) => !known2.includes(profile));
    if (unknown === void 0) return;
    const near = suggest(unknown, known2);
    throw new CheckError({
      code: "compose-profile-unknown",
      message: `No service of the compose files on ${this.machine.label} has the profile \`${unknown}\`.`,
      hint: near === void 0 ? `There are: ${known2.join(", ") || "none"}.` : `Did you mean \`${near}\`?`
    });
  }
  /** What Compose would take from its environment and its folder. What stands in `.env` is not seen: `project` says it. */
  async #ofEnvironment(signal) {
    const command = `printf '%s\\n' "\${COMPOSE_PROJECT_NAME:-}" "\${COMPOSE_PROFILES:-}"; cd "$(dirname -- "$FILE")" && pwd`;
    const environment = { FILE: this.#settings.files[0] ?? "./x" };
    const { stdout } = await this.machine.run(
      { run: { shell: command }, environment, inherit: COMPOSE_VARIABLES, ...this.#place() },
      signal
    );
    const [named3 = "", profiles = "", directory = ""] = stdout.split("\n");
    return { project: named3 === "" ? projectNameOf(directory) : named3, profiles: profiles.split(",") };
  }
  #callCompose(words2, signal) {
    const own4 = composeWords(this.#settings);
    const environment = {};
    const command = { run: { words: [...own4, ...words2] }, environment, inherit: COMPOSE_VARIABLES, ...this.#place() };
    return this.#callProgram(command, this.#call(this.#settings.command ?? own4.slice(0, 2)), signal);
  }
  #callEngine(words2, signal) {
    const command = { run: { words: [...this.engine, ...words2] }, environment: {}, inherit: ENGINE_VARIABLES };
    return this.#callProgram(command, this.#call(this.engine), signal);
  }
  async #callProgram(command, call, signal) {
    const result = await this.machine.run(command, signal).catch((error) => {
      throw error instanceof CheckError && error.code === "command-not-found" ? missingProgram(call) : error;
    });
    const fault = result.exitCode === 0 ? void 0 : engineFault(result, call);
    if (fault !== void 0) throw fault;
    return result;
  }
  #call(words2) {
    return { machine: this.machine, program: words2.join(" ") };
  }
  #place() {
    const { directory } = this.#settings;
    return directory === void 0 ? {} : { directory };
  }
};

// src/transport/dial-through.ts
function dialThrough(machine) {
  return async ({ host, port, addresses }, signal) => {
    const begun = performance.now();
    const socket = await machine.connect({ host: unbracketed(addresses?.[0] ?? host), port }, signal);
    return { socket, dnsMs: 0, connectMs: performance.now() - begun };
  };
}

// src/transport/local-machine.ts
import { connect } from "node:net";
function localMachine(environment) {
  const own4 = (names) => Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === void 0 ? [] : [[name, value]];
    })
  );
  const running = /* @__PURE__ */ new Set();
  const begin = async (command, signal) => {
    const process = await startLocally(command, own4([...BASE_VARIABLES, ...command.inherit ?? []]), signal);
    running.add(process.ended);
    process.ended.finally(() => running.delete(process.ended)).catch(() => void 0);
    return process;
  };
  return {
    label: "the runner",
    remote: false,
    run: async (command, signal) => resultOf(await begin(command, signal), command.stdin),
    start: async (command, signal) => streamsOf(await begin(command, signal)),
    connect: connectFrom,
    clockOffset: async () => 0,
    // Nobody waits for a check that is cancelled, and a process that ends before the grace is over kills nothing.
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(running);
    }
  };
}
async function connectFrom(to, signal) {
  return "path" in to ? connectPath(to.path, signal) : (await dial(to, signal)).socket;
}
function connectPath(path, signal) {
  const socket = connect({ path });
  const opened = new Promise((resolve7, reject) => {
    socket.once("connect", () => resolve7(socket));
    socket.on("error", (error) => reject(networkError(error, path)));
  });
  return abortable(opened, signal).catch((error) => {
    socket.destroy();
    throw error;
  });
}

// src/kinds/ssh-target.ts
var CONNECT_TIMEOUT_MS = 1e4;
function sshTarget(name, ssh) {
  const host = ssh.host.replace(/^\[(.*)\]$/, "$1");
  if (/^[^:]*:[^:]*$/.test(host) || !/^[\w:%][\w.:%-]*$/.test(host))
    throw invalid("host", ssh.host, name, "Write a name or an address alone; the rest stands under `user` and `port`.");
  if (ssh.user !== void 0 && !/^[^\s'`"|;<>&$\\{}()-][^\s'`"|;<>&$\\{}()]*$/.test(ssh.user)) {
    throw invalid("user", ssh.user, name, "Write the name of the user to log in as.");
  }
  return {
    name,
    host,
    port: portOf2(ssh.port, name),
    user: ssh.user,
    key: ssh.key,
    agent: ssh.agent ?? false,
    knownHosts: ssh.known_hosts,
    fingerprints: ssh.fingerprints ?? [],
    connectTimeoutMs: ssh.connect_timeout ?? CONNECT_TIMEOUT_MS
  };
}
function portOf2(text2, name) {
  const port = Number(text2 ?? 22);
  if (/^\d{1,5}$/.test(text2 ?? "22") && port > 0 && port < 65536) return port;
  throw invalid("port", text2 ?? "", name, "Write a number from 1 to 65535.");
}
function invalid(field2, text2, name, hint) {
  return new CheckError({
    code: "ssh-address",
    message: `\`${text2}\` cannot be the \`${field2}\` of the host \`${name}\`.`,
    hint
  });
}

// src/kinds/on-host.ts
async function machineOf(name, context) {
  if (name === void 0) return context.resource("host", () => localMachine(context.environment));
  const { ssh } = await context.host(name);
  if (ssh === void 0) return machineOf(void 0, context);
  await requireEnd(name, context);
  return context.resource(`host ${name}`, async () => {
    const jump = ssh.jump === void 0 ? void 0 : await machineOf(ssh.jump, context);
    const { SshMachine } = await import("./transport-ssh-ssh-machine.js");
    const { clock, environment } = context;
    return new SshMachine({ target: sshTarget(name, ssh), jump, environment, now: () => clock.now() });
  });
}
async function dialVia(via, context) {
  if (via === void 0) return void 0;
  const machine = await machineOf(via, context);
  return machine.remote ? dialThrough(machine) : void 0;
}
async function requireEnd(name, context) {
  const way = [name];
  for (let next = name; ; ) {
    const { ssh } = await context.host(next);
    if (ssh?.jump === void 0) return;
    next = ssh.jump;
    way.push(next);
    if (way.indexOf(next) < way.length - 1) {
      throw new CheckError({
        code: "jump-circle",
        message: `The way to the host \`${name}\` leads in a circle: ${way.join(" \u2192 ")}.`,
        hint: "Let one of them be reached without `jump`."
      });
    }
  }
}
async function composeOf(host, context) {
  const machine = await machineOf(host, context);
  const { compose: compose2 = {} } = await context.host(host);
  return context.resource(
    `compose ${host}`,
    () => new EngineProject(machine, settingsOf(compose2, machine, context.folder), context.notice)
  );
}
function settingsOf({ file: file2, files = [], directory, project, command, env_file: envFile, profiles = [] }, { remote }, folder) {
  const place = remote ? directory : resolve(folder, directory ?? ".");
  return {
    files: file2 === void 0 ? files : [file2, ...files],
    profiles,
    ...place === void 0 ? {} : { directory: place },
    ...project === void 0 ? {} : { project },
    ...command === void 0 ? {} : { command },
    ...envFile === void 0 ? {} : { envFile }
  };
}

// src/transport/line-batches.ts
import { TextDecoder as TextDecoder2 } from "node:util";
var BATCH_LINES = 1e3;
var BATCH_CHARACTERS = 192 * 1024;
var MOST_CHARACTERS = 64 * 1024;
async function* lineBatches(chunks, { decoderOf = () => new TextDecoder2(), most = MOST_CHARACTERS } = {}) {
  let decoder;
  let rest = "";
  let batch = [];
  let characters = 0;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    const text2 = rest + decoder.decode(chunk, { stream: true });
    const lines = text2.split("\n");
    rest = cutLine(lines.pop() ?? "", most);
    for (const line of lines) {
      batch.push(cutLine(line, most));
      if (batch.length < BATCH_LINES) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
    characters += text2.length;
    if (characters < BATCH_CHARACTERS || batch.length === 0) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  rest += decoder?.decode() ?? "";
  if (rest !== "") batch.push(cutLine(rest, most));
  if (batch.length > 0) yield batch;
}
function cutLine(line, most = MOST_CHARACTERS) {
  return line.length > most ? line.slice(0, most) : line;
}

// src/transport/command-lines.ts
async function* commandLines(machine, command, signal, reading) {
  const stop = new AbortController();
  const running = await machine.start(command, AbortSignal.any([signal, stop.signal]));
  running.ended.catch(() => void 0);
  running.stdin.end();
  try {
    yield* lineBatches(running.stdout, reading);
    return await running.ended;
  } catch (error) {
    const broke = errorCode(error) === "ERR_STREAM_PREMATURE_CLOSE";
    if (!broke) stop.abort(error);
    await running.ended;
    throw broke ? cutOff(machine) : error;
  } finally {
    stop.abort();
  }
}
function cutOff({ label }) {
  return new CheckError({
    code: "log-unreadable",
    message: `What was read on ${label} broke off before its end.`,
    hint: "Try it again; does the command leave a process in the background?"
  });
}

// src/transport/container-log.ts
var TOGETHER = [
  "sh",
  "-c",
  `{ "$@" 2>&1; printf '\\n%s %s\\n' "$0" "$?"; } | dd ibs=65536 obs=65536 2>/dev/null`,
  "verify-deploy-ended"
];
var ENDED = /^verify-deploy-ended (\d+)$/;
var MOST_WORDS = 5;
async function* containerLog(project, container, { since, until }, signal) {
  const period = [
    ...since === void 0 ? [] : ["--since", since],
    ...until === void 0 ? [] : ["--until", until]
  ];
  yield* readContainer(project, container, period, signal);
}
async function hasLog(project, container, signal) {
  for await (const lines of readContainer(project, container, ["--tail", "1"], signal))
    if (lines.length > 0) return true;
  return false;
}
async function logTail(project, container, count, signal) {
  const lines = [];
  for await (const more of readContainer(project, container, ["--tail", String(count)], signal)) lines.push(...more);
  return lines.slice(-count);
}
async function* readContainer(project, container, words2, signal) {
  const batches = commandLines(project.machine, logCommand(project, [...words2, container.id]), signal);
  const stamps = new StampReader();
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done === true) return requireRead(next.value, stamps, container);
      yield next.value.flatMap((line) => stamps.read(line));
    }
  } finally {
    await batches.return({ exitCode: 0, stderr: "" });
  }
}
var LOGS_AT_ONCE = 3;
function logCommand({ engine }, words2) {
  return {
    run: { words: [...TOGETHER, ...engine, "logs", "--timestamps", ...words2] },
    environment: {},
    inherit: ENGINE_VARIABLES
  };
}
var STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))(?: |\r?$)/;
var LATER_STAMP = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z /g;
var DOCKER_STAMP_LENGTH = 31;
var SECOND_LENGTH = 19;
var StampReader = class {
  /** The first lines without a time: the client's own words, such as why it cannot go on. */
  words = [];
  /** Whether any line had a time. */
  any = false;
  /** What the engine said when it could not go on. */
  broken;
  /** What the client ended with, once it has. */
  exitCode;
  #receivedAt;
  #second = "";
  #secondAt = 0;
  read(line) {
    if (isDockerStamp(line)) return this.#split(line);
    const stamp = STAMP.exec(line)?.[1];
    if (stamp === void 0) return this.#word(line);
    this.any = true;
    this.#receivedAt = Date.parse(stamp);
    return [{ raw: line.slice(stamp.length + 1), receivedAt: this.#receivedAt }];
  }
  #word(line) {
    const ended = ENDED.exec(line)?.[1];
    if (ended !== void 0) this.exitCode = Number(ended);
    if (ended !== void 0 || line.trim() === "") return [];
    if (line.startsWith("Error grabbing logs: ")) this.broken ??= line;
    if (this.words.length < MOST_WORDS) this.words.push(line);
    return [{ raw: line, receivedAt: this.#receivedAt }];
  }
  /**
   * A time may stand inside a line, too: the same one again before each further 16 KiB of a long line, and a later one
   * where what was written before ended without a new line, as when a program dies. A program's own times are earlier.
   */
  #split(line) {
    this.any = true;
    const stamp = line.slice(0, DOCKER_STAMP_LENGTH);
    const at2 = this.#timeOf(stamp);
    this.#receivedAt = at2;
    const raw = line.slice(DOCKER_STAMP_LENGTH);
    if (!raw.includes("Z ")) return [{ raw, receivedAt: at2 }];
    const whole = raw.replaceAll(stamp, "");
    for (const { 0: other, index } of whole.matchAll(LATER_STAMP)) {
      if (other > stamp) return [{ raw: whole.slice(0, index), receivedAt: at2 }, ...this.#split(whole.slice(index))];
    }
    return [{ raw: whole, receivedAt: at2 }];
  }
  /** Lines come in thousands a second. */
  #timeOf(stamp) {
    if (!stamp.startsWith(this.#second) || this.#second === "") {
      this.#second = stamp.slice(0, SECOND_LENGTH);
      this.#secondAt = Date.parse(`${this.#second}Z`);
    }
    return this.#secondAt + Number(stamp.slice(SECOND_LENGTH + 1, SECOND_LENGTH + 4));
  }
};
function isDockerStamp(line) {
  return line[30] === " " && line[29] === "Z" && line[10] === "T" && line[19] === ".";
}
function requireRead({ stderr }, { words: words2, any, broken, exitCode }, { service }) {
  if (exitCode === 0 && broken === void 0 && (any || words2.length === 0)) return;
  const said = [...words2.filter((line) => line !== broken), broken ?? "", stderr].join("\n").trim();
  if (/does not support reading|logging driver.* support/i.test(said)) throw driverFault(service, void 0, said);
  const gone = /no such container|no container with name or id|dead or marked for removal/i.test(said);
  throw new CheckError({
    code: gone ? "log-container-gone" : "log-unreadable",
    message: gone ? `A container of \`${service}\` was removed while its log was to be read.` : `The log of \`${service}\` could not be read (${broken === void 0 ? clientEnd(exitCode) : "the engine broke off"}).`,
    hint: gone ? "Is it being deployed again? Verify when that is over." : "Look at what the engine said.",
    details: said === "" ? {} : { engine: said }
  });
}
function clientEnd(exitCode) {
  return `the client of the engine ${exitCode === void 0 ? "was cut off" : `ended with ${exitCode}`}`;
}
function requireReadable({ service, logDriver }) {
  if (logDriver === "none") throw driverFault(service, logDriver, "");
}
function driverFault(service, driver, said) {
  return new CheckError({
    code: "log-driver",
    message: `The logging driver${driver === void 0 ? "" : ` \`${driver}\``} of \`${service}\` keeps no log that can be read.`,
    hint: "Use `json-file`, `local` or `journald`, or look for errors where the driver sends them.",
    details: said === "" ? {} : { engine: said }
  });
}

// src/kinds/logs/container-line.ts
var CRI = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) (?:stdout|stderr) [FP] /;
function unwrapped(line) {
  if (line.startsWith('{"log":"')) return dockerLine(line);
  const found2 = CRI.exec(line);
  return found2?.[1] === void 0 ? void 0 : { raw: line.slice(found2[0].length), at: found2[1] };
}
function dockerLine(line) {
  try {
    const { log, time: time2 } = JSON.parse(line);
    return typeof log === "string" && typeof time2 === "string" ? { raw: log.replace(/\r?\n$/, ""), at: time2 } : void 0;
  } catch {
    return void 0;
  }
}

// src/kinds/logs/level.ts
var LEVELS = ["trace", "debug", "info", "warning", "error", "fatal"];
var WORDS2 = {
  trace: ["trace", "trce", "trc", "verbose", "finest", "finer"],
  debug: ["debug", "dbug", "dbg", "fine", "debug1", "debug2", "debug3", "debug4", "debug5"],
  info: ["info", "inf", "information", "notice", "log", "config", "success", "informational"],
  warning: ["warning", "warn", "wrn", "deprecated"],
  error: ["error", "err", "eror", "fail", "severe", "failure"],
  fatal: ["fatal", "ftl", "critical", "crit", "panic", "alert", "emerg", "emergency", "dpanic"]
};
var LEVEL_OF = new Map(
  LEVELS.flatMap((level) => WORDS2[level].map((word2) => [word2, level]))
);
function levelOfWord(word2) {
  return LEVEL_OF.get(word2.toLowerCase());
}
var LEVEL_OF_CAPITALS = new Map([...LEVEL_OF].map(([word2, level]) => [word2.toUpperCase(), level]));
function levelOfCapitals(word2) {
  return LEVEL_OF_CAPITALS.get(word2);
}
function levelOfLetter(letter) {
  return letter.length === 1 ? ["debug", "info", "warning", "error", "fatal"]["DIWEF".indexOf(letter)] : void 0;
}
function levelOfNumber(value) {
  if (value >= 1e3) return LEVELS[Math.min(5, Math.floor(value / 1e4))];
  if (value >= 100) return LEVELS[value >= 500 ? 5 : value >= 250 && value < 300 ? 2 : Math.floor(value / 100)];
  if (value >= 10) return LEVELS[Math.min(5, Math.floor(value / 10) - 1)];
  return ["fatal", "fatal", "fatal", "error", "warning", "info", "info", "debug"][value];
}
function isError(level) {
  return level === "error" || level === "fatal";
}
function worse(left, right) {
  if (left === void 0 || right === void 0) return left ?? right;
  return LEVELS.indexOf(left) >= LEVELS.indexOf(right) ? left : right;
}

// src/kinds/logs/time.ts
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?`;
var ZONE = String.raw`\s?(?<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d\b)?`;
var MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
var LEAD = String.raw`^\s*(?:<\d+>\d?\s*)?(?:\d+:[A-Z]\s)?(?:\[?[A-Za-z]{1,9}\s*\]?[,:]?\s*)?(?:\[|\(|"|'|time=|timestamp=|ts=|t=){0,3}\s*`;
var FORMS = [
  // 2026-01-14T04:30:00.123Z, 2026-01-14 04:30:00,123, 2026/01/14 04:30:00; ClickHouse 2026.01.14; MariaDB `2026-01-14  4:30:00`
  new RegExp(String.raw`${LEAD}(?<year>\d{4})[-/.](?<number>\d\d)[-/.](?<day>\d\d)[T\s]\s?${CLOCK}${ZONE}`, "i"),
  // Common log format: 127.0.0.1 - - [14/Jan/2026:04:30:00 +0000]; Werkzeug has a space before the hour
  new RegExp(String.raw`^\S+ \S+ \S+ \[(?<day>\d\d)/${MONTH}/(?<year>\d{4})[:\s]${CLOCK}${ZONE}`, "i"),
  // 14-Jan-2026 04:30:00 UTC, 14 Jan 2026 04:30:00.123, 14/Jan/2026 04:30:00
  new RegExp(String.raw`${LEAD}(?<day>\d{1,2})[-/ ]${MONTH}[-/ ](?<year>\d{4})[\s:]${CLOCK}${ZONE}`, "i"),
  // Wed Jan 14 04:30:00.123456 2026
  new RegExp(String.raw`^\s*\[?[A-Z][a-z]{2} ${MONTH} {1,2}(?<day>\d{1,2}) ${CLOCK} (?<year>\d{4})`),
  // Jan 14, 2026 4:30:00 AM
  new RegExp(String.raw`^\s*${MONTH} (?<day>\d{1,2}), (?<year>\d{4}) ${CLOCK} (?<half>AM|PM)`),
  // Nest: [Nest] 12  - 01/14/2026, 4:30:00 AM
  new RegExp(String.raw`^.{0,40}?\b(?<number>\d\d)/(?<day>\d\d)/(?<year>\d{4}), ${CLOCK}\s(?<half>AM|PM)`),
  // Jan 14 04:30:00 (RFC 3164: without a year)
  new RegExp(String.raw`^\s*(?:<\d+>)?${MONTH} {1,2}(?<day>\d{1,2}) ${CLOCK}`),
  // glog: E20260114 04:30:00.123456
  new RegExp(String.raw`^[IWEF](?<year>\d{4})(?<number>\d\d)(?<day>\d\d) ${CLOCK}`),
  // klog: E0114 04:30:00.123456
  new RegExp(String.raw`^[IWEF](?<number>\d\d)(?<day>\d\d) ${CLOCK}`)
];
var FIELD = new RegExp(
  String.raw`(?:^|\s)(?:time|ts|timestamp|t)="?(?<year>\d{4})-(?<number>\d\d)-(?<day>\d\d)[T ]${CLOCK}${ZONE}`
);
var HEAD = 200;
function timeOfText(line, local) {
  const plain2 = plainTime(line);
  if (plain2 !== void 0) return plain2;
  if (!/\d:\d\d:\d\d/.test(line.length > HEAD ? line.slice(0, HEAD) : line)) return void 0;
  const head = line.slice(0, HEAD);
  for (const form of FORMS) {
    const groups2 = form.exec(head)?.groups;
    if (groups2 !== void 0) return timeOfGroups(groups2, local);
  }
  const groups = FIELD.exec(line)?.groups;
  return groups === void 0 ? void 0 : timeOfGroups(groups, local);
}
var PLAIN = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d\d\d))?\d*Z/;
function plainTime(line) {
  const found2 = PLAIN.exec(line);
  if (found2 === null) return void 0;
  const [, year, month, day, hour, minute, second, ms] = found2;
  if (Number(month) > 12 || Number(day) > 31 || Number(hour) > 23) return void 0;
  const date = [Number(year), Number(month) - 1, Number(day)];
  return Date.UTC(...date, Number(hour), Number(minute), Number(second), Number(ms ?? 0));
}
function timeOfField(value, local) {
  if (typeof value === "string") {
    return /^\d+(\.\d+)?$/.test(value) ? timeOfField(Number(value), local) : timeOfText(value, local);
  }
  if (typeof value !== "number" || value < 1e8) return void 0;
  if (value < 1e11) return value * 1e3;
  return value < 1e14 ? value : value < 1e17 ? value / 1e3 : value / 1e6;
}
function timeOfGroups(groups, { now, zone }) {
  const month = groups.number === void 0 ? MONTHS.indexOf((groups.month ?? "").toLowerCase()) : Number(groups.number) - 1;
  const day = Number(groups.day);
  const hour = hourOf(Number(groups.hour), groups.half);
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 23) return void 0;
  const fraction = Math.floor(Number(`0.${groups.fraction ?? "0"}`) * 1e3);
  const clock = [month, day, hour, Number(groups.minute), Number(groups.second), fraction];
  if (groups.year !== void 0) return timeOf2(Number(groups.year), clock, groups.zone ?? zone);
  const thisYear = new Date(now).getFullYear();
  const time2 = timeOf2(thisYear, clock, groups.zone ?? zone);
  return time2 > now + 864e5 ? timeOf2(thisYear - 1, clock, groups.zone ?? zone) : time2;
}
function timeOf2(year, clock, zone) {
  if (zone === void 0) return new Date(year, ...clock).getTime();
  if (typeof zone === "number") return Date.UTC(year, ...clock) - zone * 6e4;
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  const minutes = offset === null ? 0 : Number(offset[2]) * 60 + Number(offset[3]);
  return Date.UTC(year, ...clock) - (offset?.[1] === "-" ? -minutes : minutes) * 6e4;
}
function hourOf(hour, half) {
  if (half === void 0) return hour;
  return hour % 12 + (half === "PM" ? 12 : 0);
}

// src/kinds/logs/json-line.ts
var TIMES = [
  "time",
  "timestamp",
  "@timestamp",
  "ts",
  "datetime",
  "date",
  "asctime",
  "@t",
  "t.$date",
  "t",
  "record.time.timestamp"
];
var LEVEL_NAMES = [
  "level",
  "severity",
  "levelname",
  "level_name",
  "log.level",
  "lvl",
  "loglevel",
  "log_level",
  "@level",
  "severity_text",
  "severitytext",
  "@l",
  "s",
  "record.level.name"
];
var TEXTS = ["msg", "message", "event", "text", "@message", "@m", "@mt", "messagetemplate", "short_message", "body"];
function readJsonLine(line, fields, local) {
  const begin = line.indexOf("{");
  if (begin === -1 || !/\}\s*$/.test(line)) return void 0;
  const lead = line.slice(0, begin).trim();
  if (lead !== "" && !/^[\d.:TZ+-]{20,40}$/.test(lead)) return void 0;
  let object2;
  try {
    object2 = JSON.parse(line.slice(begin));
  } catch {
    return void 0;
  }
  const stated = levelOfField(first(object2, fields.level, LEVEL_NAMES));
  const text2 = first(object2, fields.text, TEXTS);
  return {
    time: timeOfField(first(object2, fields.time, TIMES), local) ?? timeOfText(lead, local),
    // A trace inside a field makes an error of a line that does not say what it is.
    level: stated ?? (/Traceback \(most recent call last\)|\\n\s+at /.test(line) ? "error" : void 0),
    text: typeof text2 === "string" ? text2 : void 0
  };
}
function levelOfField(value) {
  if (typeof value === "number") return levelOfNumber(value);
  if (typeof value !== "string") return void 0;
  const word2 = value.replace(/[+-]\d+$/, "");
  return levelOfLetter(word2) ?? levelOfWord(word2) ?? (/^\d+$/.test(value) ? levelOfNumber(Number(value)) : void 0);
}
function first(object2, name, usual) {
  if (name !== void 0) return at(object2, name);
  for (const usualName2 of usual) {
    const value = at(object2, usualName2);
    if (value !== void 0 && value !== null) return value;
  }
  return otherwiseSpelled(object2, usual);
}
function otherwiseSpelled(object2, usual) {
  if (typeof object2 !== "object" || object2 === null) return void 0;
  for (const [key, value] of Object.entries(object2)) {
    if (value !== null && /[A-Z]/.test(key) && usual.includes(key.toLowerCase())) return value;
  }
  return void 0;
}
function at(object2, name) {
  if (own(object2, name) !== void 0 || !name.includes(".")) return own(object2, name);
  return name.split(".").reduce(own, object2);
}
function own(value, name) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return void 0;
  return value[name];
}

// src/kinds/logs/level-form.ts
var FATAL = /^(?:panic|fatal error|Fatal Python error): |^thread '[^']*' (?:\(\d+\) )?panicked at |^Segmentation fault\b|^# A fatal error has been detected by the Java Runtime/;
function levelByForm(head) {
  const letter = /^\[?([DIWEF])(?:(?:\d{4}){1,2} \d\d:|, \[|(?<=\[.) \d[\d-]{5,9} \d\d:)/.exec(head)?.[1];
  if (letter !== void 0) return levelOfLetter(letter);
  const colons = /^(?:([A-Z]{4,8}):[\w.-]+:|prisma:(\w+)\b)/.exec(head);
  if (colons !== null) return levelOfWord(colons[1] ?? colons[2] ?? "");
  const tab2 = /^[\dTZ:.+-]+\t([a-z]+)\t/.exec(head)?.[1];
  if (tab2 !== void 0) return levelOfWord(tab2);
  const short = /^(TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[\d{4}\] /.exec(head)?.[1];
  if (short !== void 0) return levelOfShort(short);
  if (/\[Recovery\] .*panic recovered:/.test(head)) return "error";
  const php = /(?:^|\] )(?:PHP )?(?:(Fatal|Parse|Recoverable fatal|Catchable fatal) error|Warning|Notice|Deprecated):/.exec(head);
  if (php !== null) return php[1] === void 0 ? levelOfWord(/(\w+):$/.exec(php[0])?.[1] ?? "") : "fatal";
  return FATAL.test(head) ? "fatal" : void 0;
}
var SHORT = { TRAC: "trace", DEBU: "debug", INFO: "info", WARN: "warning", ERRO: "error" };
function levelOfShort(short) {
  return Object.entries(SHORT).find(([word2]) => word2 === short)?.[1] ?? "fatal";
}
var INDENTED = /^ {1,24}(?:([A-Z]{4,8}) {2,}[\w"'/([]|([A-Z]{4,5}) {1,2}[\w:]+ +> |([⨯⚠✓]) |(?<= {12})(CRITICAL) \S)/;
var SIGNS = { "\u2A2F": "error", "\u26A0": "warning", "\u2713": "info" };
function levelOfIndented(line) {
  const found2 = INDENTED.exec(line);
  if (found2 === null) return void 0;
  return SIGNS[found2[3] ?? ""] ?? levelOfWord(found2[1] ?? found2[2] ?? found2[4] ?? "");
}
var POSTGRES = {
  ...levels("error", "FEHLER ERREUR ERRORE ERRO \u041E\u0428\u0418\u0411\u041A\u0410 \u041F\u041E\u041C\u0418\u041B\u041A\u0410 FEL B\u0141\u0104D HATA CHYBA \u9519\u8BEF \uC624\uB958"),
  ...levels("fatal", "FATALE \u0412\u0410\u0416\u041D\u041E \u0424\u0410\u0422\u0410\u041B\u042C\u041D\u041E FATALT KATASTROFALNY \u81F4\u547D\u9519\u8BEF \uCE58\uBA85\uC801\uC624\uB958"),
  ...levels("fatal", "PANIK PANICO P\xC2NICO \u041F\u0410\u041D\u0418\u041A\u0410 \u041F\u0410\u041D\u0406\u041A\u0410 PANIKA")
};
function levels(level, words2) {
  return Object.fromEntries(words2.split(" ").map((word2) => [word2, level]));
}
function levelOfPostgres(head) {
  const word2 = head.includes(":  ") ? /(?:^|[\s:\]>)])([\p{Lu}\p{Lo}]{2,14}): {2}\S/u.exec(head)?.[1] : void 0;
  return word2 === void 0 ? void 0 : POSTGRES[word2] ?? levelOfWord(word2);
}
function isPostgresDetail(head) {
  return head.includes(":  ") && /^\d{4}-.{0,120}?[\s:](?:DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION): {2}/.test(head);
}

// src/kinds/logs/level-of-text.ts
var PLAIN_HEAD = /^\[?[\dT:.,Z+/-]*(?: [\d:.,+]+Z?)?\]? *[[|]?([A-Z]{3,9})(?=[\]:\s|]|$)/;
var HEAD2 = 240;
var MOST_WORDS2 = 12;
function levelOfText(line) {
  const plain2 = PLAIN_HEAD.exec(line)?.[1];
  const level = plain2 === void 0 ? void 0 : levelOfCapitals(plain2);
  if (level !== void 0 && plain2 !== "NOTICE" && plain2 !== "WARNING") return level;
  const head = line.length > HEAD2 ? line.slice(0, HEAD2) : line;
  const passedOn = levelOfPassedOn(head) ?? level;
  if (passedOn !== void 0 || isPostgresDetail(head)) return passedOn;
  return levelByField(head) ?? levelByForm(head) ?? levelByWords(head) ?? levelOfPostgres(head) ?? levelOfPriority(head);
}
var PASSED_ON = /\b(?:NOTICE|WARNING): (?:PHP message: |\[pool [^\]]*\] child \d+ said into std(?:err|out): "(?:NOTICE: )?(?:PHP message: )?)(.*)/;
function levelOfPassedOn(head) {
  if (!(head.includes("PHP message: ") || head.includes(" said into std"))) return void 0;
  const said = PASSED_ON.exec(head)?.[1];
  return said === void 0 ? void 0 : levelOfText(said);
}
function levelOfPriority(head) {
  const priority = /^<(\d{1,3})>/.exec(head)?.[1];
  return priority === void 0 ? void 0 : levelOfNumber(Number(priority) % 8);
}
var FIELD2 = `(?:level|lvl|severity|loglevel|log_level)=["']?([A-Za-z]+)`;
var FIELD_WORD = new RegExp(`^[{,]?${FIELD2}`, "i");
var FIELD_AT_HEAD = new RegExp(
  String.raw`^(?:[\d:.TZ+/-]+\s+)*(?:[\w.-]+=(?:"(?:[^"\\]|\\.)*"|[^\s"]\S*)?\s+)*${FIELD2}`,
  "i"
);
function levelByField(head) {
  const field2 = head.includes("=") ? FIELD_AT_HEAD.exec(head)?.[1] : void 0;
  return field2 === void 0 ? void 0 : levelOfWord(field2);
}
function levelByWords(head) {
  const words2 = head.replaceAll("][", "] [").trimStart().split(/\s+/, MOST_WORDS2);
  let bracketed = false;
  for (const [index, word2] of words2.entries()) {
    const around = { before: words2[index - 1] ?? "", next: words2[index + 1] ?? "" };
    const inside = bracketed || OPENS.test(word2);
    const found2 = levelOfField2(word2) ?? levelOfCapitalWord(word2);
    const level = found2 ?? (inside ? levelInBrackets(word2, around) : levelOfName(word2));
    if (level !== void 0) return level;
    if (!(inside || belongsToHead(word2, around.next, index))) return void 0;
    bracketed = /[[<][^\])>]*$/.test(word2) || bracketed && !CLOSES.test(word2);
  }
  return void 0;
}
var OPENS = /^["'|]*[[(<]/;
var CLOSES = /[\])>]/;
function levelOfField2(word2) {
  const field2 = word2.includes("=") ? FIELD_WORD.exec(word2)?.[1] : void 0;
  return field2 === void 0 ? void 0 : levelOfWord(field2);
}
function isTime(word2) {
  return /^[[(<]?\d[\d:.,TZ+/-]*$|^[[\](<>)]/.test(word2);
}
function levelOfCapitalWord(word2) {
  const bare = bareWord(word2);
  return /^[A-Z]{3,9}\d?$/.test(bare) && !word2.endsWith(",") ? levelOfWord(bare) : void 0;
}
function levelOfName(word2) {
  const name = word2.endsWith(":") ? /^(?:[\w-]+\.([A-Z]+)|([A-Za-z]+)):$/.exec(word2) : null;
  return name === null ? void 0 : levelOfWord(name[1] ?? name[2] ?? "");
}
function levelInBrackets(word2, { before, next }) {
  const bare = bareWord(word2);
  const alone = (OPENS.test(word2) || isTime(before)) && (CLOSES.test(word2) || isTime(next));
  const small = alone ? levelOfWord(bare.split(":").at(-1) ?? "") : void 0;
  if (small === void 0 && /^\[[DIWEF]\]$/.test(word2)) return levelOfLetter(bare);
  return small ?? levelOfWord(/^[A-Z]+(?=\/)/.exec(bare)?.[0] ?? "");
}
function bareWord(word2) {
  return word2.replace(/^[[(<|"']+|[\])>|:,"']+$/g, "");
}
var CALENDAR = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|UTC|GMT|Z)[a-z]*,?$/;
function belongsToHead(word2, next, index) {
  if (/\d/.test(word2) || /^(?:[-–|:>*#.=~+]+|\{[\w-]*\})$/.test(word2) || CALENDAR.test(word2)) return true;
  if (/[\w$][.:/@#=$][\w$]/.test(word2) || index <= 4 && /^[\w-]+:$/.test(word2)) return true;
  return /^(?:-+|\|)$/.test(next) || index > 0 && index <= 3 && /(?:\[\d+\]|^[\w./-]+):$/.test(next);
}

// src/kinds/logs/trace-line.ts
function anyOf(patterns) {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
var OPENERS = anyOf([
  /Traceback \(most recent call last\):\s*$/,
  // Python's faulthandler; Rich, which structlog and Typer draw with
  /\(most recent call first\):\s*$/,
  /^\s*╭─+ Traceback \(most recent call last\) ─/,
  /^(?:PHP )?Stack trace:\s*$|\bStack trace:\s*$/,
  /^goroutine \d+ \[/,
  /^stack backtrace:$/,
  // Laravel
  /^\[stacktrace\]$/
]);
var FRAMES = anyOf([
  // Java and .NET; Rust; JavaScript. A message may go on with "at least …" and a banner with "at http://…".
  /^\s+at (?:[^\s(]+\(|\.{0,2}\/\S+:\d+$)/,
  /^\s+at .*(?::\d+:\d+|<anonymous>|\bnative|\(index \d+)\)*(?: \{)?\s*$/,
  // Python, and Loguru at the place where it was caught
  /^(?:\s+|> )File ".*", line \d+/,
  // PHP and Dart; Go
  /^#\d+ +(?:\{main\}|\[internal function\]|.*\(\d+\): |.*\.\w+:\d+(?::\d+)?\)$)|^PHP\s+\d+\. /,
  /^\t\S+\.go:\d+/,
  // Rust
  /^\s+\d+: 0x|^\s+\d+: \S+::/,
  // Ruby, Elixir
  /^\s+(?:\d+: )?from \S+:\d+:in /,
  /^\S+\.\w+:\d+:in [`'].*'$/,
  /^\s+\([\w]+ [\d.]+\) \S+:\d+: \S/
]);
var BRIDGES = anyOf([
  /^During handling of the above exception, another exception occurred:/,
  /^The above exception was the direct cause of the following exception:/,
  /^\s*(?:Caused by|Wrapped by): ?|^\s+Suppressed: /,
  // PHP
  /^Next [\w\\]*(?:Exception|Error)\b|^Next [\w\\]+: .* in \S+:\d+$/,
  /^\[signal \w+/,
  /^\s*-+> |^\s*--- End of (?:inner exception )?stack trace/
]);
var TAILS = anyOf([
  /^\s*\.\.\. \d+ (?:more|common frames omitted)/,
  /^\s+thrown in /,
  /^created by /,
  /^exit status \d+$/,
  /^Node\.js v\d+\.\d+\.\d+\S*$/
]);
var EXCEPTION = /^(?:Exception in thread |Unhandled [Ee]xception|Uncaught |(?:\s*\[cause\]: )?(?:[\w$]+[.:\\]+)*[\w$]*(?:Error|Exception|Throwable|Panic|Failure)(?:\s*\[[^\]]*\])?(?:: |:?$))/;
var BRACKETED = /^(?:\s*\[cause\]: )?\[[\w$.]*(?:Error|Exception|Rejection)(?: \[\w+\])?: /;
var OTHER_EXCEPTIONS = /^\S+:\d+:in .+ \([A-Z][\w:]*\)$|\bRack app \(.*\): #<[A-Z][\w:]*: |^\*\* \([A-Z]/;
function traceRole(line) {
  if (/^[\d[{](?!cause|signal|stacktrace|[\w$.]*(?:Error|Exception|Rejection)\b)/.test(line) && !/race|Rack app/.test(line))
    return void 0;
  if (OPENERS.test(line)) return "opener";
  if (FRAMES.test(line)) return "frame";
  if (BRIDGES.test(line)) return "bridge";
  if (TAILS.test(line)) return "tail";
  return EXCEPTION.test(line) || BRACKETED.test(line) || OTHER_EXCEPTIONS.test(line) ? "exception" : void 0;
}
function isGoFunction(line) {
  return /^[\w./*()%·[\]-]+\(.*\)$|^[\w./-]+\.[\w.()*·[\]]+$/.test(line);
}
function isLastOfTrace(line) {
  return /^(?:\s+thrown in |exit status \d+$|Node\.js v\d)/.test(line);
}

// src/kinds/logs/log-line.ts
function readLine(written, options) {
  const wrapped = unwrapped(withoutControls(written));
  if (wrapped === void 0) return readParts(written, (line) => readMarked(line, options));
  const { raw, at: at2 } = wrapped;
  return { ...readParts(raw, (line) => readMarked(line, options)), receivedAt: timeOfText(at2, options) };
}
function readReceived(written, origin, options) {
  const { service, receivedAt, priority } = origin;
  return { ...readParts(written, (line) => readPlain(line, service, options)), receivedAt, priority };
}
function readParts(written, read3) {
  const line = written.endsWith("\r") ? written.slice(0, -1) : written;
  if (!line.includes("\r")) return read3(withoutControls(line));
  const parts = line.split("\r").map(withoutControls);
  const [first2 = read3(""), ...others] = parts.filter((part) => part.trim() !== "").map(read3);
  if (others.length === 0) return first2;
  const all = [first2, ...others];
  const raw = all.map((part) => part.raw).join(" ");
  const level = all.map((part) => part.level).reduce(worse);
  return { ...first2, raw, text: raw, level, role: all.find(({ role }) => role !== void 0)?.role };
}
function readMarked(written, options) {
  const { service, raw } = splitService(written);
  return readPlain(raw, service, options);
}
function readPlain(raw, service, options) {
  const json2 = readJsonLine(raw, options.fields, options);
  if (json2 !== void 0) {
    return { raw, text: json2.text ?? raw, service, time: json2.time, level: json2.level, role: void 0, whole: true };
  }
  const time2 = timeOfText(raw, options);
  if (isTally(raw)) return { raw, text: raw, service, time: time2, level: void 0, role: void 0 };
  const isPart = /^\s/.test(raw) && time2 === void 0;
  const level = isPart ? levelOfIndented(raw) : levelOfText(raw.trimStart());
  return { raw, text: raw, service, time: time2, level, role: traceRole(raw) };
}
var LONGEST_TALLY = 60;
var TALLY = /^\W*(?:\w+\s*[:=\s]\s*0|(?![A-Z]+\b)\w+\s*[:=\s]\s*(?:[Nn]one|null|NULL|nil|[Ff]alse|[Nn]o|[Nn]\/[Aa]|-))\W*$/;
function isTally(raw) {
  return raw.length < LONGEST_TALLY && TALLY.test(raw);
}
function splitService(line) {
  const bar = line.indexOf("|");
  if (bar === -1 || bar > 100) return { service: void 0, raw: line };
  const match = /^([A-Za-z0-9][\w.-]*?)[-_]\d+ +\| ?/.exec(line);
  return match === null ? { service: void 0, raw: line } : { service: match[1], raw: line.slice(match[0].length) };
}
function withoutControls(line) {
  if (!/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(line)) return line;
  return line.replace(/\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]/g, "").replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "");
}

// src/kinds/containers/last-lines.ts
var LINES = 12;
var LINE_LENGTH = 400;
var MOST_CONTAINERS = 6;
var MOST_MS = 3e3;
async function lastLines(project, {
  services,
  containers
}, look3) {
  const ends = new Set(services.filter(({ completes }) => completes).map(({ name }) => name));
  const waiting = containers.filter((container) => isTroubled(container, ends)).slice(0, MOST_CONTAINERS);
  const lines = /* @__PURE__ */ new Map();
  if (waiting.length === 0) return lines;
  const signal = AbortSignal.any([look3.signal, AbortSignal.timeout(timeFor(look3))]);
  const readers = Array.from({ length: Math.min(LOGS_AT_ONCE, waiting.length) }, async () => {
    for (let next = waiting.shift(); next !== void 0; next = waiting.shift()) {
      const text2 = await read(project, next, signal);
      if (text2 !== void 0) lines.set(next.id, text2);
    }
  });
  await Promise.all(readers);
  return lines;
}
function isTroubled(container, ends) {
  if (container.restarting !== void 0 || container.oomKilled) return true;
  switch (stateOf(container)) {
    case "running":
    case "healthy":
    case "paused":
    case "created":
      return false;
    case "completed":
      return !ends.has(container.service);
    default:
      return true;
  }
}
function timeFor({ clock, deadline }) {
  const left = deadline === void 0 ? MOST_MS : (deadline - clock.elapsed()) / 2;
  return Math.max(0, Math.floor(Math.min(MOST_MS, left)));
}
async function read(project, container, signal) {
  try {
    requireReadable(container);
    const lines = await logTail(project, container, LINES, signal);
    if (lines.length === 0) return "It wrote nothing.";
    return lines.map(({ raw }) => shorten(withoutControls(raw), LINE_LENGTH)).join("\n");
  } catch (error) {
    return error instanceof CheckError && !signal.aborted ? error.message : void 0;
  }
}

// src/kinds/containers/restarts.ts
var SETTLED_MS = 1e4;
var LONGEST_MS = 6e4;
var RestartMemory = class {
  #known = /* @__PURE__ */ new Map();
  /** Why the restarts of a container are held against it; undefined when they are not. Remembers the look. */
  judge(container, look3) {
    const { id, restarts, state } = container;
    const before = this.#known.get(id);
    const why = complaint(container, look3, before);
    const inOrder2 = why === void 0 && state === "running";
    const keep = before?.settled === true;
    this.#known.set(id, { restarts: keep ? before.restarts : restarts, settled: keep || inOrder2 });
    return why;
  }
  async [Symbol.asyncDispose]() {
    this.#known.clear();
  }
};
function complaint(container, look3, before) {
  const { restarts, state } = container;
  const { upMs, startedAt, runBegan } = look3;
  if (state === "restarting") return "is restarting";
  const since = before === void 0 ? 0 : restarts - before.restarts;
  if (before?.settled === true && since > 0)
    return `has restarted ${times(since)} since it was first looked at in this run`;
  if (restarts === 0 || state !== "running" || upMs === void 0) return void 0;
  const last = `the last time ${ago(upMs)}`;
  if (before === void 0 && startedAt !== void 0 && startedAt >= runBegan) {
    return `has restarted since the run began, ${last} (${times(restarts)} in all)`;
  }
  if (upMs < steadyAfter(container)) return `has restarted ${times(restarts)}, ${last}, and is not steady yet`;
  return void 0;
}
function steadyAfter({ createdAt, startedAt = createdAt, restarts }) {
  const average = (Date.parse(startedAt) - Date.parse(createdAt)) / restarts;
  return Math.min(Math.max(2 * average, SETTLED_MS), LONGEST_MS);
}
function times(count) {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

// src/kinds/containers/observe-containers.ts
async function observeContainers(spec, context) {
  const project = await composeOf(spec.host, context);
  const memory = await context.resource("containers restarts", () => new RestartMemory());
  return observation(await look(spec, { project, memory }, context));
}
async function look({ services: asked }, { project, memory }, context) {
  const { signal, clock, facts, sent } = context;
  sent();
  const known2 = await project.services(signal);
  for (const name of asked ?? []) requireService(name, known2);
  const services = known2.filter(({ name }) => asked === void 0 || asked.includes(name));
  const all = await project.containers(signal);
  const own4 = all.filter(({ service }) => asked === void 0 || asked.includes(service));
  const images = [...new Set(own4.map(({ imageId }) => imageId))].filter((id) => id !== "");
  const names = await project.images(images, signal);
  const clockOffset = await project.machine.clockOffset(signal);
  const now = clock.now();
  const runBegan = Date.parse(facts.startedAt);
  const containers = own4.map((container) => {
    const startedAt = container.startedAt === void 0 ? void 0 : Date.parse(container.startedAt) - clockOffset;
    const upMs = container.state === "running" && startedAt !== void 0 ? now - startedAt : void 0;
    const restarting = memory.judge(container, { upMs, startedAt, runBegan });
    return {
      ...container,
      digests: digestsOf(container, names.get(container.imageId)?.digests ?? []),
      outdated: isOutdated(container, names.get(container.imageId)),
      ...upMs === void 0 ? {} : { upMs },
      ...restarting === void 0 ? {} : { restarting }
    };
  });
  return {
    services,
    containers,
    clockOffset,
    now,
    lastLines: await lastLines(project, { services, containers }, context)
  };
}
function digestsOf({ image }, digests) {
  const pinned = /@(sha256:[0-9a-f]+)$/.exec(image)?.[1];
  if (pinned !== void 0) return [pinned];
  const repository = image.replace(/:[^:/]*$/, "");
  const pairs2 = digests.map((digest) => digest.split("@"));
  const same2 = pairs2.filter(([name = ""]) => name === repository || name.endsWith(`/${repository}`));
  return (same2.length > 0 ? same2 : pairs2).flatMap(([, digest]) => digest ?? []);
}
function isOutdated({ image }, names) {
  if (names === void 0 || image.includes("@") || /^(?:sha256:)?[0-9a-f]{12,64}$/.test(image)) return false;
  return !names.tags.some((tag) => usualName(tag) === usualName(image));
}
function usualName(image) {
  const name = image.replace(/^(?:(?:index\.)?docker\.io|localhost)\//, "").replace(/^library\//, "");
  return /:[^:/]*$/.test(name) ? name : `${name}:latest`;
}
function observation(seen) {
  const { containers } = seen;
  const list2 = containers.map(containerJson);
  return {
    parts: {
      containers: list2,
      states: byService2(seen, stateOf),
      replicas: Object.fromEntries(
        namesIn(seen).map((name) => [name, containers.filter(({ service }) => service === name).length])
      ),
      restarts: byService2(seen, ({ restarts }) => restarts),
      oom_killed: byService2(seen, ({ oomKilled }) => oomKilled),
      images: byService2(seen, ({ image }) => image),
      image_digests: byService2(seen, ({ digests }) => digests)
    },
    remarks: absences(seen),
    document: { json: list2 },
    secrets: [],
    judge: (expected) => judgeContainers(seen, expected),
    evidence: () => evidenceOf(seen)
  };
}
function namesIn({ services, containers }) {
  return [.../* @__PURE__ */ new Set([...services.map(({ name }) => name), ...containers.map(({ service }) => service)])];
}
function byService2(seen, value) {
  const { containers } = seen;
  return Object.fromEntries(
    namesIn(seen).map((name) => [name, containers.filter(({ service }) => service === name).map(value)])
  );
}
function absences({ containers }) {
  const built = containers.filter(({ digests }) => digests.length === 0);
  return Object.fromEntries(
    built.map(({ service, image }) => [
      `image_digests.${service}`,
      `The image \`${image}\` was built on that machine and neither pulled nor pushed, so it has no digest.`
    ])
  );
}
function containerJson(container) {
  const { service, name, state, health, exitCode, restarts, oomKilled, image, imageId, labels, ports } = container;
  return {
    service,
    name,
    state,
    health: health ?? null,
    ...health === "unhealthy" ? { health_output: container.probe ?? "" } : {},
    exit_code: exitCode,
    restarts,
    oom_killed: oomKilled,
    image,
    image_id: imageId,
    digest: container.digests[0] ?? null,
    labels,
    started_at: container.startedAt ?? null,
    ports
  };
}
function evidenceOf({ containers, lastLines: lastLines2, clockOffset, now }) {
  const rows = containers.map((container) => [
    container.name,
    stateOf(container),
    container.state === "running" || container.state === "created" ? "" : `exit ${container.exitCode}`,
    `restarts ${container.restarts}`,
    startOf(container, now + clockOffset),
    container.outdated ? `${container.image} (no longer the image of that name)` : container.image
  ]);
  const probes = containers.filter(
    ({ health, probe = "" }) => health !== void 0 && health !== "healthy" && probe !== ""
  );
  return [
    { title: "Containers", text: table(rows), language: "text", outside: false },
    ...probes.map(
      ({ name, probe = "" }) => ({
        title: `Last health probe of ${name}`,
        text: probe,
        language: "text",
        outside: true
      })
    ),
    ...containers.flatMap(({ id, name }) => {
      const text2 = lastLines2.get(id);
      if (text2 === void 0) return [];
      return [{ title: `Last lines of ${name}`, text: text2, language: "text", outside: true }];
    })
  ];
}
function startOf({ startedAt }, now) {
  return startedAt === void 0 ? "never started" : `started ${ago(now - Date.parse(startedAt))}`;
}
function table(rows) {
  if (rows.length === 0) {
    return [
      "There are none. Does the project have another name?",
      "`docker compose ls --all` on the host tells it; `project` in its `compose` block says which."
    ].join("\n");
  }
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}

// src/kinds/containers/containers.ts
var definition = {
  name: "containers",
  doc: "The containers of a Compose project",
  shape: containersShape,
  parts: containersParts,
  captures: ["jq"],
  jqReads: "the list of containers",
  shorthand: (name) => ({ host: { start: 0, end: name.length } }),
  review: (spec, context) => reviewReference(spec.host, "host", context),
  describe({ host, services }) {
    const which = services === void 0 ? "all containers" : `containers of ${services.map(asWritten).join(", ")}`;
    return inShort(`${which} on ${asWritten(host)}`);
  },
  defaults: () => ({}),
  judges: JUDGED,
  observe: observeContainers
};
var containersKind = kind(definition);

// src/kinds/logs/event-counter.ts
var EventCounter = class {
  /** By service, those without any included; empty when the log names no services. */
  counts;
  count = 0;
  /** Lines of all events inside the window, whether they count or not. */
  scanned = 0;
  #options;
  #kept = [];
  constructor(options, services = []) {
    this.#options = options;
    this.counts = new Map(services.map((service) => [service, 0]));
  }
  /** The first events, in the order of the log, or of time. */
  get kept() {
    this.#trim();
    return this.#kept;
  }
  async take(events, window) {
    const inside = events.filter(({ time: time2 }) => isInside(time2, window));
    for (const event of inside) this.#note(event);
    const candidates = inside.filter(({ marks }) => marks.length > 0);
    const covered = await coveredMarks(candidates, this.#options.ignore);
    for (const event of candidates) {
      if (!event.moreMarks && event.marks.every((mark) => covered.has(mark))) continue;
      this.count += 1;
      if (event.service !== void 0) this.counts.set(event.service, (this.counts.get(event.service) ?? 0) + 1);
      this.#keep(event);
    }
  }
  #note({ lines, service }) {
    this.scanned += lines;
    if (service !== void 0 && !this.counts.has(service)) this.counts.set(service, 0);
  }
  #keep({ service, time: time2, level, text: text2, lines, before, after }) {
    const { limit, several } = this.#options;
    if (!several && this.#kept.length >= limit) return;
    this.#kept.push({ service, time: time2, level, text: detached(text2), lines, before: before.map(detached), after });
    if (this.#kept.length >= 2 * limit) this.#trim();
  }
  #trim() {
    const { limit, several } = this.#options;
    if (several) this.#kept.sort((left, right) => (left.time ?? 0) - (right.time ?? 0));
    this.#kept.length = Math.min(this.#kept.length, limit);
  }
};
function detached(text2) {
  return Buffer.from(text2, "utf16le").toString("utf16le");
}
function isInside(time2, { since, until }) {
  if (time2 === void 0) return true;
  return (since === void 0 || time2 >= (time2 % 1e3 === 0 ? Math.floor(since / 1e3) * 1e3 : since)) && (until === void 0 || time2 <= until);
}
async function coveredMarks(events, ignore) {
  const covered = /* @__PURE__ */ new Set();
  if (ignore.length === 0) return covered;
  const marks = [...new Set(events.flatMap((event) => event.marks))];
  if (marks.length === 0) return covered;
  for (const pattern3 of ignore) {
    const found2 = await pattern3.match(marks);
    for (const [index, mark] of marks.entries()) if (found2[index] !== null) covered.add(mark);
  }
  return covered;
}

// src/kinds/logs/file-log.ts
import { resolve as resolve2 } from "node:path";

// src/transport/log-file.ts
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { TextDecoder as TextDecoder3 } from "node:util";
var CHUNK_BYTES = 64 * 1024;
function localLogFile(path) {
  return {
    path,
    zone: void 0,
    lines: (signal) => readLogFile(path, signal),
    rotatedSince: (since) => rotatedSince(path, since)
  };
}
async function* readLogFile(path, signal) {
  const size2 = await sizeOf(path);
  if (size2 === 0) return;
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, end: size2 - 1, signal });
  try {
    yield* lineBatches(stream, { decoderOf: (head) => logDecoder(head, path) });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw unreadable(path, error);
  }
}
var NO_TEXT = [
  ["\x8B", "compressed"],
  ["(\xB5/\xFD", "compressed"],
  ["BZh", "compressed"],
  ["\xFD7zXZ", "compressed"],
  ["LPKSHHRH", "a journal of systemd"]
];
function logDecoder(head, path) {
  const begin = head.toString("latin1", 0, 8);
  const what = NO_TEXT.find(([mark]) => begin.startsWith(mark))?.[1];
  if (what !== void 0) {
    throw new CheckError({
      code: "log-unreadable",
      message: `\`${path}\` is ${what}, not text.`,
      hint: "Name the log that is being written, or unpack this one with `run` first."
    });
  }
  return new TextDecoder3(
    begin.startsWith("\xFF\xFE") ? "utf-16le" : begin.startsWith("\xFE\xFF") ? "utf-16be" : "utf-8"
  );
}
var ROTATED = /^[.-](?:\d[\d._T-]*|old)(?:\.(?:gz|zst|bz2|xz))?$/;
function isRotatedEnding(ending) {
  return ROTATED.test(ending);
}
async function rotatedSince(path, since) {
  const folder = dirname(path);
  const name = basename(path);
  const names = await readdir(folder).catch((error) => {
    throw unreadable(path, error);
  });
  for (const other of names) {
    if (!other.startsWith(name) || !isRotatedEnding(other.slice(name.length))) continue;
    const found2 = await stat(join(folder, other)).catch(() => void 0);
    if (found2?.isFile() && found2.size > 0 && found2.mtimeMs >= since) return join(folder, other);
  }
  return void 0;
}
async function sizeOf(path) {
  const found2 = await stat(path).catch((error) => {
    throw unreadable(path, error);
  });
  if (found2.isFile()) return found2.size;
  throw notRegular(path, found2.isDirectory());
}
function notRegular(path, isDirectory2) {
  return new CheckError({
    code: "log-unreadable",
    message: `\`${path}\` is ${isDirectory2 ? "a directory" : "no regular file"}.`,
    hint: "Name the log file itself."
  });
}
function logMissing(path, hint, cause) {
  return new CheckError({ code: "log-missing", message: `There is no log file \`${path}\`.`, hint, cause });
}
function logUnreadable(path, why, cause) {
  return new CheckError({
    code: "log-unreadable",
    message: `The log file \`${path}\` cannot be read (${why}).`,
    hint: "May the user that runs the checks read it?",
    cause
  });
}
function unreadable(path, error) {
  if (error instanceof CheckError || !(error instanceof Error) || !("code" in error)) return error;
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") return logUnreadable(path, String(error.code), error);
  const hint = "Relative paths start from the folder of the checklist; has the service written anything yet?";
  return logMissing(path, hint, error);
}

// src/transport/remote-log-file.ts
var PROBE = `f=$1
if [ -d "$f" ]; then echo directory
elif [ -f "$f" ] && [ -r "$f" ]; then
  stat -L -c %s "$f" 2>/dev/null || stat -L -f %z "$f" 2>/dev/null || wc -c < "$f"
elif [ -f "$f" ]; then echo closed
elif [ -e "$f" ]; then echo special
else
  d=$(dirname "$f")
  while [ ! -e "$d" ] && [ "$d" != / ] && [ "$d" != . ]; do d=$(dirname "$d"); done
  if [ -d "$d" ] && [ ! -x "$d" ]; then echo closed; else echo missing; fi
fi
date +%z`;
var READ = 'exec head -c "$2" < "$1"';
var SIBLINGS = `[ -r "$(dirname "$1")" ] || exit 1
for o in "$1"?*; do
  if [ -f "$o" ] && [ -s "$o" ]; then
    stat -L -c '%Y %n' "$o" 2>/dev/null || stat -L -f '%m %N' "$o" 2>/dev/null || [ ! -f "$o" ] || echo "unknown $o"
  fi
done
exit 0`;
async function remoteLogFile(machine, path, signal) {
  const safe = path.startsWith("-") ? `./${path}` : path;
  const call = (script, ...more) => ({
    run: { words: ["sh", "-c", script, "sh", safe, ...more] },
    environment: {}
  });
  const { stdout, stderr } = await machine.run(call(PROBE), signal);
  const [found2 = "", zone = ""] = stdout.trim().split(/\s+/);
  const size2 = sizeOf2(found2, path, machine, stderr);
  return {
    path,
    zone: minutesOf(zone),
    async *lines(reading) {
      if (size2 === "0") return;
      const { exitCode, stderr: said } = yield* commandLines(machine, call(READ, size2), reading, {
        decoderOf: (head) => logDecoder(head, path)
      });
      if (exitCode !== 0) throw logUnreadable(path, said.trim() || `exit code ${exitCode}`);
    },
    async rotatedSince(since, looking) {
      const listed2 = await machine.run(call(SIBLINGS), looking);
      if (listed2.exitCode !== 0) throw logUnreadable(path, "what lies beside it cannot be seen");
      for (const line of listed2.stdout.split("\n")) {
        const [, seconds = "", name = ""] = /^(\d+|unknown) (.+)$/.exec(line) ?? [];
        if (!isRotatedEnding(name.slice(safe.length))) continue;
        if (seconds === "unknown") throw logUnreadable(path, `how old \`${name}\` is cannot be seen`);
        if ((Number(seconds) + 1) * 1e3 > since) return name;
      }
      return void 0;
    }
  };
}
function sizeOf2(found2, path, { label }, stderr) {
  if (/^\d+$/.test(found2)) return found2;
  if (found2 === "missing") {
    throw logMissing(
      path,
      `Relative paths start from the home directory on ${label}; has the service written anything yet?`
    );
  }
  if (found2 === "closed") throw logUnreadable(path, "permission denied");
  if (found2 === "directory" || found2 === "special") throw notRegular(path, found2 === "directory");
  throw new CheckError({
    code: "log-unreadable",
    message: `On ${label} it could not be found out whether \`${path}\` can be read.`,
    hint: "A POSIX shell with `stat` and `head` is needed there.",
    details: stderr === "" ? {} : { stderr: stderr.trim() }
  });
}
function minutesOf(zone) {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  return hours === void 0 ? void 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

// src/kinds/logs/file-log.ts
async function scanFile(path, machine, { settings, open: open2, context }) {
  const { signal } = context;
  const { window } = settings;
  const file2 = machine.remote ? await remoteLogFile(machine, path, signal) : localLogFile(resolve2(context.folder, path));
  const line = { ...settings.line, zone: file2.zone };
  const initialTime = await firstTime(file2, window, line, signal);
  await requireWhole(file2, window, initialTime, signal);
  const scan = open2({ window, initialTime });
  for await (const lines of file2.lines(signal)) await scan.take(lines.map((written) => readLine(written, line)));
  await scan.finish();
}
async function firstTime(file2, window, options, signal) {
  if (window.since === void 0 && window.until === void 0) return void 0;
  let empty = true;
  for await (const lines of file2.lines(signal)) {
    for (const written of lines) {
      const line = readLine(written, options);
      if (timeOf3(line) !== void 0) return timeOf3(line);
      if (line.raw.trim() !== "") empty = false;
    }
  }
  if (empty) return void 0;
  throw new CheckError({
    code: "log-without-times",
    message: `No line of \`${file2.path}\` begins with a time, so \`since\` and \`until\` cannot be applied.`,
    hint: "Let the logger write times, name their field with `json: { time: \u2026 }`, or leave `since` and `until` out."
  });
}
function timeOf3({ time: time2, receivedAt }) {
  return receivedAt ?? time2;
}
async function requireWhole(file2, { since }, begin, signal) {
  if (since === void 0 || begin !== void 0 && begin <= since) return;
  const rotated = await file2.rotatedSince(since, signal);
  if (rotated === void 0) return;
  throw new CheckError({
    code: "log-rotated",
    message: `\`${file2.path}\` begins after \`since\`: what was written before is in \`${rotated}\`.`,
    hint: "Look at both files, each with a check of its own, or rotate the log at another time."
  });
}

// src/kinds/logs/event-grouper.ts
var MOST_LINES = 200;
var MOST_TEXT = 32 * 1024;
var MOST_MARKS = 200;
var MOST_TEXT_LINES = 50;
var MOST_GAP_MS = 1e3;
var EventGrouper = class {
  #open;
  #lastTime;
  #begun = 0;
  constructor(initialTime) {
    this.#lastTime = initialTime;
  }
  /** How many events have begun. */
  get begun() {
    return this.#begun;
  }
  /**
   * Takes a line; gives the event it ends. `matched` says whether the line matches what is looked for; undefined where
   * nothing is, and lines count by their level.
   */
  push(line, matched) {
    if (line.raw.trim() === "") {
      this.#open?.addBlank();
      return void 0;
    }
    if (this.#open !== void 0 && continues(this.#open, line)) {
      this.#open.add(line, matched);
      return void 0;
    }
    const ended = this.end();
    this.#begun += 1;
    this.#lastTime = line.receivedAt ?? line.time ?? this.#lastTime;
    this.#open = new OpenEvent(line, matched, this.#lastTime);
    return ended;
  }
  /** The event that is still open. */
  end() {
    const event = this.#open?.close();
    this.#open = void 0;
    return event;
  }
};
function continues(event, line) {
  const { raw, role } = line;
  if (event.state === "ended" || event.isLongBefore(line)) return false;
  if (role === "frame") return true;
  if (role === "tail" || isCause(line)) return event.state !== "none" || event.named;
  if (role === "bridge") return event.state !== "none" || event.faulty;
  if (line.time !== void 0 || line.level !== void 0 && role === void 0) return false;
  if (role === "opener") return event.expectsTrace || isFurtherTrace(event, raw);
  if (role === "exception") return event.expectsException;
  if (/^\s/.test(raw)) return event.state !== "none" || event.headed || event.named;
  if (event.state === "done") return event.headed;
  return event.state === "none" ? isMoreOfMessage(event, raw) : isMoreOfTrace(event, raw);
}
function isCause({ raw, role }) {
  return role === "exception" && /^\s+\[cause\]: /.test(raw);
}
function isMoreOfMessage(event, raw) {
  if (event.expectsText || event.named && CLOSING.test(raw) || event.faulty && KNOWN_MORE.test(raw)) return true;
  return event.faulty && event.headed && isGoFunction(raw);
}
function isMoreOfTrace(event, raw) {
  if (event.headed || event.style === "python" || CLOSING.test(raw)) return true;
  return event.style === "go" && isGoFunction(raw);
}
var CLOSING = /^[})\]]+$/;
var KNOWN_MORE = /^future: <|^Require stack:$|^- \/|^File name: '/;
function isFurtherTrace({ style, state }, raw) {
  if (style === "go") return raw.startsWith("goroutine");
  return style === "python" && state !== "none" && /^\s+[|+]/.test(raw);
}
var OpenEvent = class {
  state = "none";
  /** It begins with a time or a level, so that lines without either are its own. */
  headed;
  /** It names an exception. */
  named = false;
  /** In Python a line without indentation ends the frames; in Go functions have none, and there are many traces. */
  style = "other";
  #blanks = 0;
  #bridged = false;
  #level;
  #length = 0;
  #count = 0;
  #moreMarks = false;
  #firstTraceLine;
  #lastText;
  #lastReceived;
  #service;
  #time;
  #lines = [];
  #marks = [];
  #byLevel;
  #timed;
  #panicked;
  constructor(line, matched, time2) {
    this.headed = line.time !== void 0 || line.level !== void 0;
    this.#service = line.service;
    this.#time = time2;
    this.#byLevel = matched === void 0;
    this.#panicked = line.level === "fatal" && line.raw.includes(" panicked at ");
    this.#timed = line.time !== void 0 && line.whole !== true;
    const isStated = line.level !== void 0 || line.priority === void 0;
    this.add(isStated ? line : { ...line, level: line.priority }, matched);
  }
  /** It speaks of a fault, before any trace. */
  get faulty() {
    return this.named || isError(this.#level);
  }
  /**
   * A message may go on here: of a logger that writes times, or of a panic in Rust, in the two lines below. Where lines are
   * looked for, each is its own.
   */
  get expectsText() {
    if (!this.#byLevel || this.named || !isError(this.#level)) return false;
    return this.#timed ? this.#count <= MOST_TEXT_LINES : this.#panicked && this.#count <= 2;
  }
  /** A trace may follow here: after a message, or after the words that lead from one to another; but two are two events. */
  get expectsTrace() {
    return this.#bridged || this.state === "none" && !isHarmless(this.#level);
  }
  get expectsException() {
    if (this.state === "frames" && this.style === "python") return true;
    return this.#bridged || this.state === "none" && !this.named && !isHarmless(this.#level);
  }
  isLongBefore({ receivedAt }) {
    if (receivedAt === void 0 || this.#lastReceived === void 0) return false;
    return receivedAt - this.#lastReceived > MOST_GAP_MS;
  }
  /** A blank line belongs to the event only if the event goes on after it. */
  addBlank() {
    this.#blanks += 1;
  }
  add(line, matched) {
    for (; this.#blanks > 0; this.#blanks -= 1) this.#keep("");
    this.#keep(line.text);
    this.#lastReceived = line.receivedAt;
    this.#level = worse(this.#level, line.level);
    const names = this.#follow(line);
    this.#noteText(line);
    if (matched ?? (names || isError(line.level))) this.#mark(line.raw);
  }
  close() {
    const inTrace = this.state !== "none" || this.named;
    if (this.#byLevel && inTrace && this.#marks.length === 0) this.#mark(this.#firstTraceLine ?? this.#lines[0] ?? "");
    const more = this.#count - this.#lines.length;
    return {
      service: this.#service,
      time: this.#time,
      level: inTrace ? worse(this.#level, "error") : this.#level,
      text: this.#lines.join("\n").slice(0, MOST_TEXT) + (more > 0 ? `
\u2026 ${more} more lines` : ""),
      lines: this.#count,
      marks: this.#marks,
      moreMarks: this.#moreMarks
    };
  }
  #keep(text2) {
    this.#count += 1;
    if (this.#count > MOST_LINES || this.#length > MOST_TEXT) return;
    this.#lines.push(text2);
    this.#length += text2.length;
  }
  /** Moves through a trace; true for a line that says what was thrown. */
  #follow({ raw, role }) {
    const endsPython = this.style === "python" && this.state === "frames" && role !== "frame" && /^[^\s│╰]/.test(raw);
    if (role === "opener") {
      this.style = raw.includes("Traceback") ? "python" : raw.startsWith("goroutine") ? "go" : "other";
      this.state = "frames";
      this.#bridged = false;
    } else if (role === "frame" || role === "tail" && (this.state !== "none" || this.named)) {
      if (this.state === "none") this.#enterFrames(raw);
      this.state = isLastOfTrace(raw) ? "ended" : "frames";
    } else if (role === "bridge") {
      return this.#followBridge(raw);
    } else if (endsPython || role === "exception") {
      if (endsPython) this.state = "done";
      this.named = true;
      return true;
    }
    return false;
  }
  #enterFrames(raw) {
    this.#firstTraceLine = raw;
    if (this.#byLevel && !this.named && this.#lastText !== void 0) this.#mark(this.#lastText);
  }
  /** Remembers a line of the message below its first. */
  #noteText({ raw, role }) {
    const isText2 = role === void 0 && this.state === "none" && this.#count > 1 && /^\S/.test(raw);
    this.#lastText = isText2 && !isGoFunction(raw) && !KNOWN_MORE.test(raw) ? raw : void 0;
  }
  #followBridge(raw) {
    const leads = /^(?:During|The above) /.test(raw);
    this.#bridged = leads || raw.startsWith("Next ");
    this.named ||= /^\s*(?:Caused by|Suppressed|Next)/.test(raw);
    return this.named && !leads;
  }
  #mark(raw) {
    if (this.#marks.length < MOST_MARKS) this.#marks.push(raw);
    else this.#moreMarks = true;
  }
};
function isHarmless(level) {
  return level === "trace" || level === "debug" || level === "info";
}

// src/kinds/logs/log-scan.ts
var LogScan = class {
  #options;
  #counter;
  #services = /* @__PURE__ */ new Map();
  /** The last lines read, as many as are shown above an event. */
  #recent = [];
  /** Events that still want lines from below them. */
  #wanting = [];
  constructor(options, counter) {
    this.#options = options;
    this.#counter = counter;
  }
  async take(lines) {
    const matches = await this.#options.match?.match(lines.map(({ raw }) => raw));
    const ended = [];
    for (const [index, line] of lines.entries()) {
      const matched = matches === void 0 ? void 0 : matches[index] !== null;
      const event = this.#push(line, matched);
      if (event !== void 0) ended.push(event);
      if (this.#options.context > 0) this.#remember(line.raw);
    }
    await this.#counter.take(ended, this.#options.window);
  }
  async finish() {
    const ended = [...this.#services.values()].flatMap(({ grouper, before }) => {
      const event = grouper.end();
      return event === void 0 ? [] : [{ ...event, before, after: [] }];
    });
    await this.#counter.take(ended, this.#options.window);
  }
  #push(line, matched) {
    const open2 = this.#openFor(line.service);
    const began = open2.grouper.begun;
    const event = open2.grouper.push(line, matched);
    const { before } = open2;
    if (open2.grouper.begun !== began && this.#options.context > 0) open2.before = [...this.#recent];
    return event === void 0 ? void 0 : this.#surrounded(event, before);
  }
  #openFor(service) {
    const name = service ?? "";
    const open2 = this.#services.get(name) ?? { grouper: new EventGrouper(this.#options.initialTime), before: [] };
    this.#services.set(name, open2);
    return open2;
  }
  #surrounded(event, before) {
    const after = [];
    if (this.#options.context > 0 && event.marks.length > 0) this.#wanting.push({ after });
    return { ...event, before, after };
  }
  #remember(line) {
    const { context } = this.#options;
    this.#recent.push(line);
    if (this.#recent.length > context) this.#recent.shift();
    if (this.#wanting.length === 0) return;
    const own4 = detached(line);
    for (const { after } of this.#wanting) after.push(own4);
    this.#wanting = this.#wanting.filter(({ after }) => after.length < context);
  }
};

// src/kinds/logs/period.ts
var SKEW_MS = 5 * 6e4;
async function windowOn(machine, { since, until }, { clock, facts, signal }) {
  const runStart = Date.parse(facts.startedAt);
  const pointOf = async (value) => {
    if (value === void 0) return void 0;
    const ours = "at" in value ? Date.parse(value.at) : clock.now() - value.agoMs;
    const isOurs = !("at" in value) || ours === runStart;
    return isOurs ? ours + await machine.clockOffset(signal) : ours;
  };
  const window = { since: await pointOf(since), until: await pointOf(until) };
  requireOrder(window, "`since`");
  const ahead = (window.since ?? 0) - clock.now() - SKEW_MS;
  if (ahead > 0 && ahead > await machine.clockOffset(signal)) throw notYet(window.since ?? 0);
  return window;
}
function requireOrder({ since, until }, begin) {
  if (since === void 0 || until === void 0 || until >= since) return;
  throw new CheckError({
    code: "log-window",
    message: `Nothing can be in this part of the log: \`until\` (${shown(until)}) is before ${begin} (${shown(since)}).`,
    hint: "A duration means so long ago, so that of `since` is the longer one: `since: 1h`, `until: 1m`."
  });
}
function notYet(since) {
  return new CheckError({
    code: "log-window",
    message: `Nothing can be in this part of the log: \`since\` (${shown(since)}) is still to come.`,
    hint: "Write the time from which on the log is to be looked at, with its zone, or a duration: so long ago."
  });
}
function shown(time2) {
  return new Date(time2).toISOString();
}
function askedFor({ since, until }) {
  return {
    since: since === void 0 ? void 0 : since - MOST_GAP_MS,
    until: until === void 0 ? void 0 : until + MOST_GAP_MS
  };
}

// src/kinds/logs/service-logs.ts
async function scanServices(names, project, { settings, open: open2, context }) {
  const [services, all] = await Promise.all([project.services(context.signal), project.containers(context.signal)]);
  const containers = names.flatMap((name) => containersOf(name, services, all));
  for (const container of containers) requireReadable(container);
  noticeReplaced(containers, settings.window, context);
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const waiting = [...containers];
  const work = async () => {
    for (let next = waiting.shift(); next !== void 0; next = waiting.shift()) {
      await scanContainer(next, project, { settings, open: open2, context: { ...context, signal } });
    }
  };
  try {
    await Promise.all(Array.from({ length: LOGS_AT_ONCE }, work));
  } finally {
    stop.abort();
  }
}
async function scanContainer(container, project, { settings, open: open2, context: { signal } }) {
  const { service, state } = container;
  const window = { ...settings.window, since: settings.window.since ?? beginOf(container) };
  requireOrder(window, `the start of a container of \`${service}\`, where its log begins without \`since\``);
  const scan = open2({ window });
  let empty = true;
  for await (const lines of containerLog(project, container, periodOf(window), signal)) {
    if (lines.length > 0) empty = false;
    await scan.take(lines.map(({ raw, receivedAt }) => readReceived(raw, { service, receivedAt }, settings.line)));
  }
  await scan.finish();
  if (!empty || state !== "running" || await hasLog(project, container, signal)) return;
  throw new CheckError({
    code: "log-empty",
    message: `The service \`${service}\` runs, and its log on ${project.machine.label} has not a line.`,
    hint: "Does it write its log to a file inside the container? Let it write to its standard output, or leave it out."
  });
}
var MOST_EARLY_MS = 1e3;
function beginOf({ startedAt = "", finishedAt = "", state }) {
  const started = Date.parse(startedAt);
  const runsAgain = state === "running" && finishedAt !== "";
  const gap = runsAgain ? Math.max(0, started - Date.parse(finishedAt)) / 2 : MOST_EARLY_MS;
  return Math.floor(started - Math.min(gap, MOST_EARLY_MS));
}
function periodOf(window) {
  const { since, until } = askedFor(window);
  return {
    ...since === void 0 ? {} : { since: new Date(since).toISOString() },
    ...until === void 0 ? {} : { until: new Date(until).toISOString() }
  };
}
function containersOf(name, services, all) {
  const own4 = all.filter(({ service }) => service === name);
  const started = own4.filter(({ startedAt }) => startedAt !== void 0);
  if (own4.length === 0) requireService(name, services);
  if (started.length > 0) return started;
  throw new CheckError({
    code: "log-no-container",
    message: `The service \`${name}\` has no container that was ever started, so there is no log of it.`,
    hint: "Look at what `docker compose ps --all` says of it; was it deployed?"
  });
}
function noticeReplaced(containers, { since }, { notice }) {
  if (since === void 0) return;
  const young = containers.filter(({ createdAt }) => createdAt !== void 0 && Date.parse(createdAt) > since);
  const names = [...new Set(young.map(({ service }) => `\`${service}\``))];
  if (names.length === 0) return;
  const which = names.length === 1 ? "A container" : "Containers";
  notice(`${which} of ${names.join(", ")} came after \`since\`; what those before wrote is gone with them.`);
}

// src/transport/journal-entry.ts
var MOST_CHARACTERS2 = 4 * 1024 * 1024;
function entryOf(line) {
  if (!line.startsWith("{")) return [];
  const fields = parsed2(line) ?? salvaged(line);
  const at2 = Number(fields.__REALTIME_TIMESTAMP);
  return [
    {
      lines: messageOf2(fields.MESSAGE).split("\n").map((text2) => cutLine(text2)),
      receivedAt: Number.isNaN(at2) ? void 0 : at2 / 1e3,
      priority: priorityOf(fields.PRIORITY)
    }
  ];
}
function parsed2(line) {
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}
function salvaged(line) {
  const named3 = (name) => new RegExp(`[{,]"${name}":"(\\d+)"`).exec(line)?.[1];
  return {
    // Better seen as it came than not.
    MESSAGE: salvagedMessage(line) ?? line,
    PRIORITY: named3("PRIORITY"),
    __REALTIME_TIMESTAMP: named3("__REALTIME_TIMESTAMP")
  };
}
function salvagedMessage(line) {
  const begun = line.slice(line.indexOf('"MESSAGE":'));
  if (begun.startsWith('"MESSAGE":[')) return parsed2(`{${begun.slice(0, begun.lastIndexOf(","))}]}`)?.MESSAGE;
  const cuts = [0, 1, 2, 3, 4, 5].map((lost) => parsed2(`{${begun.slice(0, begun.length - lost)}"}`));
  return cuts.find((fields) => fields !== void 0)?.MESSAGE;
}
function priorityOf(value) {
  const given3 = [value].flat().filter((one) => typeof one === "string");
  return given3.length === 0 ? void 0 : Math.min(...given3.map(Number));
}
function messageOf2(value) {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  if (value.every((byte) => typeof byte === "number")) return Buffer.from(value).toString("utf8");
  return value.map(messageOf2).join("\n");
}

// src/transport/journal.ts
var UNIT = `command -v journalctl >/dev/null 2>&1 || { echo NoJournal=yes; exit 0; }
export TZ=UTC LC_ALL=C
journalctl --no-pager --lines=0 >/dev/null
systemctl show --property=LoadState --property=ActiveState --property=ExecMainStartTimestamp -- "$1"`;
async function journalUnit(machine, unit, signal) {
  const command = { run: { words: ["sh", "-c", UNIT, "sh", unit] }, environment: {} };
  const { stdout, stderr, exitCode } = await machine.run(command, signal);
  const said = new Map(stdout.split("\n").map((line) => [line.split("=", 1)[0] ?? "", line.slice(line.indexOf("=") + 1)]));
  if (said.has("NoJournal") || exitCode !== 0) {
    throw unreadable2(machine, said.has("NoJournal") ? "there is no `journalctl`" : "systemd does not answer", stderr);
  }
  const load = said.get("LoadState") ?? "not-found";
  if (load === "not-found") {
    throw new CheckError({
      code: "unit-unknown",
      message: `systemd has no unit \`${unit}\` on ${machine.label}.`,
      hint: "`systemctl list-units --all` shows what there is; without an ending, `.service` is meant."
    });
  }
  requireSeen(stderr, machine);
  return {
    startedAt: startOf2(said.get("ExecMainStartTimestamp") ?? ""),
    active: said.get("ActiveState") === "active"
  };
}
function startOf2(text2) {
  const [, date, time2] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) UTC$/.exec(text2) ?? [];
  return date === void 0 ? void 0 : Date.parse(`${date}T${time2}Z`);
}
async function* journalEntries(machine, unit, period, signal) {
  const words2 = [...timeWord("since", period.since), ...timeWord("until", period.until)];
  yield* readJournal(machine, { unit, words: words2, since: period.since }, signal);
}
async function hasJournal(machine, unit, signal) {
  for await (const entries of readJournal(machine, { unit, words: ["--lines=1"] }, signal)) {
    if (entries.length > 0) return true;
  }
  return false;
}
function timeWord(name, ms) {
  return ms === void 0 ? [] : [`--${name}=@${(ms / 1e3).toFixed(3)}`];
}
async function* readJournal(machine, { unit, words: words2, since }, signal) {
  const fixed = ["--no-pager", "--output=json", "--all", "--output-fields=MESSAGE,PRIORITY"];
  const run = { words: ["journalctl", `--unit=${unit}`, ...fixed, ...words2] };
  const command = { run, environment: { LC_ALL: "C" } };
  const batches = commandLines(machine, command, signal, { most: MOST_CHARACTERS2 });
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done === true) return requireRead2(next.value, machine, since);
      yield next.value.flatMap(entryOf);
    }
  } finally {
    await batches.return({ exitCode: 0, stderr: "" });
  }
}
function requireRead2({ exitCode, stderr }, machine, since) {
  requireSeen(stderr, machine);
  if (exitCode !== 0) throw unreadable2(machine, `\`journalctl\` ended with ${exitCode}`, stderr);
  const ignored = stderr.matchAll(/^Journal file (\S+) .*ignoring file/gm);
  for (const [, path = ""] of ignored) {
    if (isOlder(path, since)) continue;
    const hint = "`journalctl --verify` shows what is wrong with it. Move it away when nothing in it is needed.";
    throw unreadable2(machine, `its file ${path} is broken`, stderr, hint);
  }
}
function isOlder(path, since) {
  const [, micros] = /@([\da-f]{16})-[\da-f]{16}\.journal~$/.exec(path) ?? [];
  return micros !== void 0 && since !== void 0 && Number.parseInt(micros, 16) / 1e3 < since;
}
function requireSeen(stderr, machine) {
  if (/not seeing messages|insufficient permissions/i.test(stderr)) {
    throw unreadable2(machine, "the user may not see all of it", stderr, "Add the user to the group `systemd-journal`.");
  }
  if (/no journal files were/i.test(stderr)) throw unreadable2(machine, "there is none", stderr);
}
function unreadable2(machine, why, stderr, hint) {
  return new CheckError({
    code: "log-unreadable",
    message: `The journal of ${machine.label} cannot be read: ${why}.`,
    hint: hint ?? "Is systemd running there, and does it keep a journal?",
    details: stderr.trim() === "" ? {} : { stderr: stderr.trim() }
  });
}

// src/kinds/logs/unit-log.ts
var NOTICE = 5;
async function scanUnit(unit, machine, { settings, open: open2, context }) {
  const { signal } = context;
  const { startedAt, active } = await journalUnit(machine, unit, signal);
  const window = { ...settings.window, since: settings.window.since ?? startedAt };
  requireOrder(window, `the start of \`${unit}\`, where its log begins without \`since\``);
  const scan = open2({ window });
  let empty = true;
  for await (const entries of journalEntries(machine, unit, askedFor(window), signal)) {
    empty = false;
    await scan.take(entries.flatMap((entry) => linesOf2(entry, settings)));
  }
  await scan.finish();
  if (!empty || !active || await hasJournal(machine, unit, signal)) return;
  throw new CheckError({
    code: "log-empty",
    message: `The unit \`${unit}\` runs on ${machine.label}, and the journal has not a line of it.`,
    hint: "Does it write its log to a file? Name that with `file`. Was the journal vacuumed?"
  });
}
function linesOf2({ lines, receivedAt, priority }, { line }) {
  const origin = { service: void 0, receivedAt, priority: levelOf(priority) };
  return lines.map((written) => readReceived(written, origin, line));
}
function levelOf(priority) {
  return priority === void 0 || priority >= NOTICE ? void 0 : levelOfNumber(priority);
}

// src/kinds/logs/observe-logs.ts
var LIMIT = 100;
var EVIDENCE_EVENTS = 20;
var TELLING_LINES = 12;
async function observeLogs(spec, context) {
  const { file: file2, unit, host, match, ignore = [], limit = LIMIT } = spec;
  const services = [...new Set(spec.services ?? [])];
  const project = services.length === 0 ? void 0 : await composeOf(host ?? "", context);
  const machine = project?.machine ?? await machineOf(host, context);
  context.sent();
  const counter = new EventCounter({ ignore, limit, several: project !== void 0 }, services);
  const open2 = (options) => new LogScan({ match, context: spec.context ?? 0, ...options }, counter);
  const settings = {
    line: { fields: spec.json ?? {}, now: context.clock.now() },
    window: await windowOn(machine, spec, context)
  };
  const scanning = { settings, open: open2, context };
  if (project !== void 0) await scanServices(services, project, scanning);
  else if (unit !== void 0) await scanUnit(unit, machine, scanning);
  else await scanFile(file2 ?? "", machine, scanning);
  return observation2(counter, placeOf(file2 ?? unit ?? services.join(", "), machine));
}
function placeOf(what, { remote, label }) {
  return remote ? `${what} on ${label}` : what;
}
function observation2(counter, place) {
  const { kept, count, counts, scanned } = counter;
  const events = kept.map(eventJson);
  return {
    parts: { events, count, counts: Object.fromEntries(counts), scanned },
    document: { json: events },
    text: kept.map(({ text: text2 }) => text2).join("\n"),
    secrets: [],
    evidence: () => evidenceOf2(counter, place)
  };
}
function eventJson({ service, time: time2, level, text: text2 }) {
  return {
    service: service ?? null,
    time: time2 === void 0 ? null : new Date(time2).toISOString(),
    level: level ?? null,
    text: text2
  };
}
function evidenceOf2({ kept, count, counts, scanned }, place) {
  const surrounded = kept.some(({ before, after }) => before.length + after.length > 0);
  const shown3 = kept.slice(0, EVIDENCE_EVENTS).map((event) => eventText(event, { several: counts.size > 1, surrounded }));
  const each = [...counts].filter(([, number]) => number > 0).map(([service, number]) => `${service} ${number}`);
  const parts = counts.size > 1 && count > 0 ? `: ${each.join(", ")}` : "";
  const first2 = fitting(shown3);
  const rest = shown3.slice(first2);
  const piece2 = (title2, events, left) => {
    const more = left > 0 ? [`\u2026 ${left} more`] : [];
    return { title: title2, text: [...events, ...more].join("\n\n"), language: "text", outside: true };
  };
  const title = `${counted2(count, "event")} in ${counted2(scanned, "line")} of ${place}${parts}`;
  return [
    { ...piece2(title, shown3.slice(0, first2), count - first2), ...count > 0 && { telling: true } },
    ...rest.length === 0 ? [] : [piece2(`Events ${first2 + 1} to ${shown3.length}`, rest, count - shown3.length)]
  ];
}
function fitting(events) {
  let lines = 0;
  const tooMuch2 = events.findIndex((event, at2) => {
    lines += event.split("\n").length + 1;
    return at2 > 0 && lines > TELLING_LINES;
  });
  return tooMuch2 === -1 ? events.length : tooMuch2;
}
function eventText({ service, time: time2, text: text2, before, after }, { several, surrounded }) {
  const moment = time2 === void 0 ? [] : [new Date(time2).toISOString().replace(/\.\d+/, "")];
  const heading = several && service !== void 0 ? [[service, ...moment].join(" \xB7 ")] : [];
  const mark = (lines, sign) => surrounded ? lines.map((line) => `${sign} ${line}`) : lines;
  return [...heading, ...mark(before, " "), ...mark(text2.split("\n"), ">"), ...mark(after, " ")].join("\n");
}
function counted2(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

// src/kinds/logs/shape.ts
var logsShape = object({
  host: field(text("the name of a host"), "the machine the log is on; the runner unless given"),
  services: field(list(text("the name of a service"), 1), "Compose services, on `host`"),
  file: field(text("a path"), "a log file"),
  unit: field(text("the name of a unit"), "a systemd unit, on `host`"),
  since: field(time(), "from when on; a duration means so long ago"),
  until: field(time(), "up to when"),
  match: field(pattern2(), "counts events with a line like this, instead of errors"),
  ignore: field(oneOrMore(pattern2()), "drops an event if one of these covers each line that makes it count"),
  json: field(
    object({
      time: field(text("a field"), "the field with the time; a path such as `log.time` too"),
      level: field(text("a field"), "the field with the level"),
      text: field(text("a field"), "the field with the message")
    }),
    "fields of JSON lines that have unusual names"
  ),
  context: field(integer(0, 50), "how many lines before and after to show as evidence"),
  limit: field(integer(1, 1e4), "how many events to keep, 100 unless given; all are counted")
});

// src/kinds/logs/logs.ts
var definition2 = {
  name: "logs",
  doc: "The events of a log",
  shape: logsShape,
  parts: {
    events: jsonPart("the first `limit` events that count, each with `service time level text`"),
    count: oneOfPart("how many events count"),
    counts: { ...jsonPart("how many of each service"), any: oneOfPart("how many of this service") },
    scanned: oneOfPart("how many lines were read in the time asked for, blank ones between events aside")
  },
  captures: ["jq", "regex"],
  jqReads: "the events",
  review: reviewLogs,
  describe: describeLogs,
  defaults: (_spec, named3) => named3.has("count") ? {} : { count: equalsByDefault(0) },
  observe: observeLogs
};
var logsKind = kind(definition2);
var SOURCES = ["file", "services", "unit"];
function reviewLogs(spec, context) {
  const named3 = SOURCES.filter((source) => spec[source] !== void 0);
  if (named3.length !== 1) {
    context.report({
      code: "logs-one-of",
      span: context.span,
      message: "`logs` takes one of `file`, `services` and `unit`.",
      hint: named3.length > 1 ? `Make a check of each: here stand ${named3.map((source) => `\`${source}\``).join(" and ")}.` : "Name the log: `logs: { file: /var/log/app.log }`, or `logs: { host: prod, services: [backend] }`."
    });
  }
  if (named3[0] !== void 0 && named3[0] !== "file" && spec.host === void 0) {
    context.report({
      code: "service-without-host",
      span: context.span,
      message: `\`${named3[0]}\` are looked for on a \`host\`, and none is named.`,
      hint: "Add `host`, with the name of the machine."
    });
  }
  reviewReference(spec.host, "host", context);
}
function describeLogs({ file: file2, services, unit, host }) {
  const what = file2 ?? unit;
  const names = what === void 0 ? (services ?? []).map(asWritten).join(", ") : asWritten(what);
  return inShort(`log of ${names}${host === void 0 ? "" : ` on ${asWritten(host)}`}`);
}

// src/kinds/manual.ts
var shape = text("an instruction");
var definition3 = {
  name: "manual",
  doc: "Something a person must look at: an open box in the report",
  shape,
  parts: {},
  captures: [],
  jqReads: "nothing",
  describe: (spec) => inShort(asWritten(spec)),
  defaults: () => ({}),
  instruction: (spec) => spec,
  observe() {
    return Promise.reject(new Error("A manual check is looked at by a person, never observed."));
  }
};
var manualKind = kind(definition3);

// src/transport/postgres-target.ts
var DEFAULT_PORT = 5432;
var NO_HOST = "none.invalid";
function postgresTarget(access, name, way) {
  const url2 = access.url === void 0 ? void 0 : readUrl(access.url, name);
  const at2 = access.address === void 0 ? url2?.at ?? way?.at : readAddress(access.address);
  const user = access.user ?? url2?.user;
  if (at2 === void 0) {
    const inside = "For one that runs in a container give `service`; otherwise `url` or `address`, as seen from the host.";
    throw incomplete(name, "where its server is", way === void 0 ? "Give `url`, or `address: host:port`." : inside);
  }
  if (user === void 0) throw incomplete(name, "who logs in", "Give `user`, or a user in the `url`.");
  return {
    at: at2,
    endpoint: way === void 0 ? addressText(at2) : `${addressText(at2)} ${way.through}`,
    user,
    password: access.password ?? url2?.password,
    database: access.database ?? url2?.database ?? user,
    tls: access.tls === void 0 ? url2?.tls ?? { mode: way?.tls ?? "prefer" } : readTls(access.tls)
  };
}
function called(name) {
  return name === void 0 ? "the database" : `the database \`${name}\``;
}
function addressText(at2) {
  if ("path" in at2) return at2.path;
  return `${at2.host.includes(":") ? `[${at2.host}]` : at2.host}:${at2.port}`;
}
function readTls(tls) {
  if (typeof tls === "string") return { mode: tls };
  return {
    mode: "verify",
    ...tls.ca === void 0 ? {} : { ca: tls.ca },
    ...tls.server_name === void 0 ? {} : { serverName: tls.server_name }
  };
}
function readAddress(address) {
  if (address.startsWith("/")) return { path: socketPath(address, DEFAULT_PORT) };
  const found2 = parseAddress(address) ?? parseAddress(`${address}:${DEFAULT_PORT}`);
  if (found2 !== void 0) return found2;
  throw new CheckError({
    code: "address-invalid",
    message: `\`${address}\` is no address of a database.`,
    hint: "Write host:port, with an IPv6 address in brackets: [::1]:5432."
  });
}
function readUrl(text2, name) {
  const url2 = URL.parse(text2.trim().replace(/^(\w+:\/\/[^/@]*@)(?=\/)/, `$1${NO_HOST}`));
  if (url2 === null || !/^postgres(ql)?:$/.test(url2.protocol)) {
    throw new CheckError({
      code: "database-url",
      message: `The \`url\` of ${called(name)} is no PostgreSQL URL.`,
      hint: "Write postgres://user:password@host:5432/database, with special characters of the password percent-encoded."
    });
  }
  const hostname = url2.hostname === NO_HOST ? "" : url2.hostname.replace(/^\[|\]$/g, "");
  const host = decoded(hostname) ?? url2.searchParams.get("host") ?? void 0;
  const port = Number(url2.port || (url2.searchParams.get("port") ?? DEFAULT_PORT));
  return {
    at: host === void 0 ? void 0 : host.startsWith("/") ? { path: socketPath(host, port) } : { host, port },
    user: decoded(url2.username),
    password: decoded(url2.password),
    database: decoded(url2.pathname.slice(1)),
    tls: sslMode(url2.searchParams.get("sslmode"))
  };
}
function decoded(text2) {
  if (text2 === "") return void 0;
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function socketPath(directory, port) {
  return `${directory}/.s.PGSQL.${port}`;
}
function sslMode(mode) {
  if (mode === null) return void 0;
  if (mode === "verify-ca" || mode === "verify-full") return { mode: "verify" };
  if (mode === "require" || mode === "disable") return { mode };
  return { mode: "prefer" };
}
function incomplete(name, what, hint) {
  return new CheckError({
    code: "database-incomplete",
    message: `T${called(name).slice(1)} does not say ${what}.`,
    hint
  });
}

// src/kinds/query/database.ts
var INSIDE = { at: { host: "127.0.0.1", port: 5432 }, tls: "disable" };
async function openDatabase(name, context) {
  const database = await context.database(name);
  const target = postgresTarget(database, name, await wayTo(database, name, context));
  tellOfEncryption(target, context);
  const pool = await context.resource(`database ${name ?? ""}`, async () => {
    const { PostgresPool } = await import("./transport-postgres-pool.js");
    return new PostgresPool(target.endpoint, await logins(database, target, context));
  });
  const { password } = target;
  return { pool, secrets: password === void 0 ? [] : [password, encodeURIComponent(password)] };
}
async function wayTo({ host, service }, name, context) {
  if (host === void 0) {
    if (service === void 0) return void 0;
    throw new CheckError({
      code: "database-incomplete",
      message: `The database ${name === void 0 ? "" : `\`${name}\` `}does not say on which host its service \`${service}\` runs.`,
      hint: "Give `host`, with the name of the machine its Compose project is on."
    });
  }
  if (service !== void 0) return { through: `in the service ${service} of ${host}`, ...INSIDE };
  const { ssh } = await context.host(host);
  return ssh === void 0 ? void 0 : { through: `via ${host}` };
}
async function logins({ host, service }, target, context) {
  if (host !== void 0 && service !== void 0) {
    const { serviceLogins } = await import("./transport-service-login.js");
    return serviceLogins(target, { project: await composeOf(host, context), service });
  }
  const { PostgresSession } = await import("./transport-postgres-client.js");
  const machine = await machineOf(host, context);
  const open2 = (signal) => openPostgresStream(target, (at2, within) => machine.connect(at2, within), signal);
  return (signal) => PostgresSession.connect(target, open2, signal);
}
function tellOfEncryption({ at: at2, endpoint, tls }, context) {
  if (tls.mode === "require") context.notice(`The certificate of the database ${endpoint} is not verified.`);
  if (tls.mode !== "prefer" || "path" in at2 || isPrivateHost(at2.host)) return;
  context.notice(
    `The connection to the database ${endpoint} is encrypted only if the server offers it, and unverified: \`tls: verify\` makes it safe.`
  );
}

// src/kinds/query/query-fault.ts
var STATES2 = {
  "25006": ["query-read-only", "Add `write: true` if the change is meant."],
  "42501": ["query-forbidden", "The role may not do this: grant it, or use another role."],
  "42601": ["query-syntax", "Correct the SQL."],
  "42703": ["query-unknown", "Compare the name with the columns of the table; has the migration run?"],
  "42P01": ["query-unknown", "Compare the name with the tables and the search path; has the migration run?"],
  "42883": ["query-unknown", "A hole may need a type: `{{ $count }}::int`."],
  "42P18": ["query-parameter", "Give the hole a type: `{{ $value }}::text`."],
  "22P02": ["query-parameter", "The value of a hole does not fit the type it is compared with."],
  "55P03": ["query-lock", "Something else holds a lock on it."],
  "57014": ["query-timeout", "Give the check more `timeout`, or look for a missing index or a lock that is held."]
};
function queryFault(error, statement, endpoint) {
  if (!isServerError(error)) return error;
  const [code2, hint] = STATES2[error.code] ?? (/^57P/.test(error.code) ? SHUT_DOWN : OTHER);
  const span = narrowSpan(statement, Number(error.position));
  return new CheckError({
    code: code2,
    message: messageOf3(error, code2),
    hint: hint === "" ? error.hint ?? "Look at the statement and at what the server said of it." : hint,
    endpoint,
    details: serverDetails(error),
    ...span === void 0 ? {} : { span },
    cause: error
  });
}
var SHUT_DOWN = ["database-lost", "The server is shutting down or has been restarted; look at its log."];
var OTHER = ["query-failed", ""];
function messageOf3(error, code2) {
  if (code2 === "query-timeout") return "The statement took longer than the check has time for, and was cancelled.";
  return `The database refused the statement: ${error.message}.`;
}
function narrowSpan({ text: text2, span }, position2) {
  if (!(position2 >= 1)) return void 0;
  const at2 = [...text2].slice(0, position2 - 1).join("").length;
  const lineStart = text2.lastIndexOf("\n", at2 - 1) + 1;
  const lineEnd = text2.indexOf("\n", at2);
  const line = text2.slice(lineStart, lineEnd === -1 ? void 0 : lineEnd);
  const written = span.source.text.slice(span.start, span.end);
  const found2 = written.indexOf(line);
  if (found2 === -1 || written.includes(line, found2 + 1)) return void 0;
  const start = span.start + found2 + at2 - lineStart;
  const word2 = /^(?:"[^"]*"|[\w$.]+|\S)/.exec(text2.slice(at2))?.[0] ?? "";
  return { source: span.source, start, end: start + Math.max(1, word2.length) };
}

// src/kinds/query/row-values.ts
var NUMBERS = /* @__PURE__ */ new Set([20, 21, 23, 700, 701, 1700]);
var TEXTS2 = /* @__PURE__ */ new Set([18, 19, 25, 705, 1042, 1043, 2950, 2275, 2278]);
var JSONS = /* @__PURE__ */ new Set([114, 3802]);
var BOOLEAN = 16;
var UNCASTABLE = /* @__PURE__ */ new Set([2249, 2287, 2277]);
function hasUncastable(columns) {
  return columns.some(({ type }) => UNCASTABLE.has(type));
}
async function rowValues({ columns, rows }, session, signal) {
  const others = columns.flatMap(({ type }, index) => isPlain(type) ? [] : [{ type, index }]);
  if (others.length === 0 || rows.length === 0) {
    return rows.map((row) => row.map((text2, index) => plainValue(text2, columns[index]?.type ?? 0)));
  }
  const converted = await convert(others, rows, session, signal);
  return rows.map(
    (row, at2) => row.map((text2, index) => {
      const place = others.findIndex((other) => other.index === index);
      if (place === -1) return plainValue(text2, columns[index]?.type ?? 0);
      const json2 = converted[at2]?.[place];
      return json2 === void 0 || json2 === null ? null : parseJson(json2);
    })
  );
}
function isPlain(type) {
  return NUMBERS.has(type) || TEXTS2.has(type) || JSONS.has(type) || type === BOOLEAN;
}
function plainValue(text2, type) {
  if (text2 === null) return null;
  if (type === BOOLEAN) return text2 === "t";
  if (JSONS.has(type)) return parseJson(text2);
  return NUMBERS.has(type) && /\d/.test(text2) ? numberFromText(text2) : text2;
}
async function convert(others, rows, session, signal) {
  const names = await typeNames(
    others.map(({ type }) => type),
    session,
    signal
  );
  const selected2 = others.map((_, place) => `to_json(v${place}::${names[place]})::text`);
  const sources = others.map((_, place) => `$${place + 1}::text[]`);
  const aliases = others.map((_, place) => `v${place}`);
  const text2 = `SELECT ${selected2.join(", ")} FROM unnest(${sources.join(", ")}) WITH ORDINALITY AS t(${aliases.join(", ")}, n) ORDER BY n`;
  const values2 = others.map(({ index }) => rows.map((row) => row[index] ?? null));
  return (await session.run({ text: text2, values: values2 }, signal)).rows;
}
async function typeNames(types, session, signal) {
  const text2 = "SELECT format_type(t, -1) FROM unnest($1::oid[]) WITH ORDINALITY AS u(t, n) ORDER BY n";
  const { rows } = await session.run({ text: text2, values: [types] }, signal);
  return rows.map(([name]) => {
    if (typeof name === "string" && name !== "???" && name !== "-") return name;
    throw new CheckError({
      code: "query-type",
      message: "A column has a type that the server does not know any more.",
      hint: "Cast it to text."
    });
  });
}

// src/kinds/query/query-run.ts
var DEFAULT_TIMEOUT_MS2 = 3e4;
var SETTINGS = ["TimeZone = 'UTC'", "DateStyle = 'ISO'", "IntervalStyle = 'postgres'", "extra_float_digits = 3"];
var LEXING = "standard_conforming_strings = on";
var JSON_TYPE = 114;
var QueryRun = class {
  #statement;
  #judged;
  #context;
  constructor(statement, judged, context) {
    this.#statement = statement;
    this.#judged = judged;
    this.#context = context;
  }
  /** In a read-only transaction that is rolled back: not even a setting outlives it. */
  reading() {
    const { signal } = this.#context;
    return {
      prepare: (session) => session.command(["BEGIN READ ONLY", ...this.#settings("SET LOCAL")].join("; "), signal),
      work: async (session) => {
        try {
          return { answer: await this.#answer(session), reusable: true };
        } finally {
          if (!session.broken) await session.command("ROLLBACK", signal);
        }
      }
    };
  }
  /** By itself, as a transaction of its own: some statements (VACUUM, a CALL that commits) refuse to run inside one. */
  writing() {
    return {
      prepare: (session) => session.command(this.#settings("SET").join("; "), this.#context.signal),
      work: async (session) => ({
        answer: await this.#answer(session),
        reusable: this.#judged.leavesSession
      })
    };
  }
  async #answer(session) {
    const { clock, signal } = this.#context;
    const began = clock.elapsed();
    const result = await this.#run(session);
    const durationMs = Math.round(clock.elapsed() - began);
    const rows = await rowValues(result, session, signal);
    const changed = /(\d+)$/.exec(result.command)?.[1];
    return {
      columns: result.columns.map(({ name }) => name),
      rows,
      rowCount: changed === void 0 ? rows.length : Number(changed),
      durationMs
    };
  }
  async #run(session) {
    const { text: text2, values: values2 } = this.#statement;
    const { signal } = this.#context;
    const sent = () => this.#context.sent();
    try {
      return await session.run({ text: text2, values: values2, described: requireReadable2, sent }, signal);
    } catch (error) {
      if (!(error instanceof UncastableColumns) || this.#judged.writes !== void 0) throw error;
      const wrapped = `SELECT to_json(q)::json FROM (${this.#judged.statement}
) AS q`;
      return unwrapped2(await session.run({ text: wrapped, values: values2, sent }, signal), error.columns);
    }
  }
  #settings(verb) {
    const { deadline, clock } = this.#context;
    const left = deadline === void 0 ? DEFAULT_TIMEOUT_MS2 : deadline - clock.elapsed();
    const timeout = `statement_timeout = ${Math.max(1, Math.ceil(left))}`;
    return [...SETTINGS, LEXING, timeout].map((setting) => `${verb} ${setting}`);
  }
};
var UncastableColumns = class extends CheckError {
  columns;
  constructor(columns) {
    super({
      code: "query-type",
      message: "A column of this statement has a type that cannot be read as JSON.",
      hint: "Turn it into JSON in the statement: `to_json(\u2026)`."
    });
    this.columns = columns;
  }
};
function requireReadable2(columns) {
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== void 0) {
    throw new CheckError({
      code: "query-duplicate-columns",
      message: `Two columns are named \`${twice}\`, and a row can have only one.`,
      hint: "Give one of them another name: `AS other_name`."
    });
  }
  if (hasUncastable(columns)) throw new UncastableColumns(columns);
}
function unwrapped2({ rows, command }, columns) {
  return {
    command,
    columns: columns.map(({ name }) => ({ name, type: JSON_TYPE })),
    rows: rows.map(([text2]) => {
      const row = parseJson(text2 ?? "null");
      return columns.map(({ name }) => JSON.stringify(isObject(row) ? row[name] ?? null : null));
    })
  };
}

// src/kinds/query/sql-lexer.ts
var RULES = [
  ["blank", /\s+|--[^\n]*/y],
  // E'…' knows backslashes; '…', U&'…', B'…', X'…' and N'…' know only the doubled quote.
  ["text", /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|(?:[uU]&|[bBxXnN])?'(?:[^']|'')*'/y],
  ["quoted", /(?:[uU]&)?"(?:[^"]|"")*"/y],
  ["text", /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?\$\1\$/y],
  ["word", /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ["symbol", /\$\d+|\d[\w.]*|::|[\s\S]/y]
];
var OPENING = /(?:[eEbBxXnN]|[uU]&)?['"]|\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
function sqlTokens(sql2) {
  const tokens = [];
  let at2 = 0;
  while (at2 < sql2.length) {
    if (sql2.startsWith("/*", at2)) {
      const end2 = commentEnd(sql2, at2);
      if (end2 === void 0) return { tokens, unterminated: at2 };
      at2 = end2;
      continue;
    }
    const { type, end } = nextToken(sql2, at2);
    if (type === "word" || type === "symbol") {
      OPENING.lastIndex = at2;
      const opens = OPENING.exec(sql2);
      if (opens !== null && (type === "symbol" || at2 + opens[0].length > end)) return { tokens, unterminated: at2 };
    }
    const text2 = sql2.slice(at2, end);
    if (type !== "blank") tokens.push({ type, text: type === "word" ? text2.toUpperCase() : text2, start: at2, end });
    at2 = end;
  }
  return { tokens, unterminated: void 0 };
}
function nextToken(sql2, at2) {
  for (const [type, pattern3] of RULES) {
    pattern3.lastIndex = at2;
    if (pattern3.test(sql2)) return { type, end: pattern3.lastIndex };
  }
  return { type: "symbol", end: at2 + 1 };
}
function commentEnd(sql2, start) {
  let depth = 0;
  for (let at2 = start; at2 < sql2.length; at2 += 1) {
    if (sql2.startsWith("/*", at2)) {
      depth += 1;
      at2 += 1;
    } else if (sql2.startsWith("*/", at2)) {
      depth -= 1;
      at2 += 1;
      if (depth === 0) return at2 + 1;
    }
  }
  return void 0;
}

// src/kinds/query/sql-rules.ts
var READS = /* @__PURE__ */ new Set(["SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN", "("]);
var CHANGES = /* @__PURE__ */ new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
var TRANSACTION = /* @__PURE__ */ new Set(["BEGIN", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE"]);
function judgeSql(sql2) {
  const { tokens, unterminated } = sqlTokens(sql2);
  const semicolon = tokens.findIndex(({ text: text2, type }) => type === "symbol" && text2 === ";");
  const own4 = semicolon === -1 ? tokens : tokens.slice(0, semicolon);
  const first2 = own4[0]?.text ?? "";
  const writes = READS.has(first2) ? changeInside(own4) : first2 === "" ? void 0 : first2;
  return {
    fault: unterminated === void 0 ? faultOf(tokens, own4) : UNTERMINATED,
    writes,
    statement: sql2.slice(0, own4.at(-1)?.end ?? 0),
    leavesSession: READS.has(first2) || CHANGES.has(first2)
  };
}
function writeFault(word2) {
  const meant2 = suggest(word2, READS);
  return {
    code: "sql-write",
    message: `\`${word2}\` may change something, and this query may only read.`,
    hint: meant2 === void 0 ? "Add `write: true` if the change is meant: `query: { sql: \u2026, write: true }`." : `Did you mean \`${meant2}\`?`
  };
}
function faultOf(tokens, own4) {
  if (tokens.some(({ type, text: text2 }) => type === "symbol" && text2 === "\\")) return BACKSLASH;
  if (own4.length === 0) return EMPTY;
  if (tokens.slice(own4.length).some(({ text: text2 }) => text2 !== ";")) return SEVERAL;
  const [first2 = "", second = ""] = own4.map(({ text: text2 }) => text2);
  const controls = TRANSACTION.has(first2) || first2 === "START" && second === "TRANSACTION" || first2 === "PREPARE" && second === "TRANSACTION" || first2 === "SET" && own4.some(({ text: text2 }, index) => text2 === "TRANSACTION" && index <= 3);
  return controls ? transactionControl(first2) : void 0;
}
function changeInside(tokens) {
  const found2 = tokens.find((token, index) => {
    if (token.type !== "word" || !CHANGES.has(token.text)) return false;
    const before = tokens[index - 1]?.text ?? "";
    const after = tokens[index + 1];
    return [")", "(", "ANALYZE", "VERBOSE", "EXPLAIN"].includes(before) && (after?.type === "word" || after?.type === "quoted");
  });
  return found2?.text;
}
var EMPTY = {
  code: "sql-empty",
  message: "There is no SQL statement here.",
  hint: "Write one statement, such as `SELECT count(*) FROM users`."
};
var UNTERMINATED = {
  code: "sql-unterminated",
  message: "A text, a quoted name or a comment in this SQL is never closed.",
  hint: "Look for a missing quote; a quote inside a text is written twice."
};
var SEVERAL = {
  code: "sql-several-statements",
  message: "A query is one statement, and this is more than one.",
  hint: "Make a check of each; the steps of a `cleanup` are a list."
};
var BACKSLASH = {
  code: "sql-backslash",
  message: "Backslash commands belong to psql; the server does not know them.",
  hint: "Ask the catalogue instead: `\\dt` is `SELECT tablename FROM pg_tables`."
};
function transactionControl(word2) {
  return {
    code: "sql-transaction-control",
    message: `\`${word2}\` controls a transaction, and every query already has one of its own.`,
    hint: "Leave it out: a statement either happens as a whole or not at all."
  };
}

// src/kinds/query/observe-query.ts
var EVIDENCE_ROWS = 50;
async function observeQuery(spec, context) {
  const judged = judgeSql(spec.sql.text);
  if (judged.fault !== void 0) throw new CheckError({ ...judged.fault, span: spec.sql.span });
  if (judged.writes !== void 0 && spec.write !== true) {
    throw new CheckError({ ...writeFault(judged.writes), span: spec.sql.span });
  }
  const { pool, secrets } = await openDatabase(spec.database, context);
  return observation3(spec.sql, await ask(pool, spec, new QueryRun(spec.sql, judged, context), context), secrets);
}
async function ask(pool, spec, run, context) {
  try {
    const lent = await pool.use(spec.write === true ? run.writing() : run.reading(), context.signal);
    return lent.answer;
  } catch (error) {
    throw queryFault(error, spec.sql, pool.endpoint);
  }
}
function observation3(statement, answer, secrets) {
  const { columns, rowCount, durationMs } = answer;
  const rows = answer.rows.map((values2) => rowOf(columns, values2));
  const only = answer.rows.length === 1 ? answer.rows[0] : void 0;
  const [row] = rows;
  const single = only !== void 0 && row !== void 0;
  const [value] = only ?? [];
  const hasValue = single && columns.length === 1 && value !== void 0;
  return {
    parts: {
      rows,
      ...single ? { row } : {},
      ...hasValue ? { value } : {},
      row_count: rowCount,
      columns,
      duration: durationMs
    },
    remarks: absentReasons(rows.length, columns.length),
    document: { json: rows },
    secrets,
    evidence: () => [
      { title: "Statement", text: statement.text, language: "sql", outside: false },
      { title: rowsTitle(rows.length), text: rowLines(rows), language: "json", outside: true }
    ]
  };
}
function absentReasons(rows, columns) {
  const came = rows === 1 ? "there is 1" : `there are ${rows === 0 ? "none" : rows}`;
  if (rows !== 1) {
    return {
      row: `\`row\` needs exactly one row, and ${came}.`,
      value: `\`value\` needs exactly one row, and ${came}.`
    };
  }
  return columns === 1 ? {} : { value: `\`value\` needs exactly one column, and there are ${columns || "none"}.` };
}
function rowOf(columns, values2) {
  return Object.fromEntries(columns.map((name, index) => [name, values2[index] ?? null]));
}
function rowsTitle(count) {
  return count > EVIDENCE_ROWS ? `Rows (the first ${EVIDENCE_ROWS} of ${count})` : `Rows (${count})`;
}
function rowLines(rows) {
  return rows.slice(0, EVIDENCE_ROWS).map((row) => JSON.stringify(row)).join("\n");
}

// src/kinds/query/shape.ts
var queryShape = object(
  {
    database: field(text("the name of a database"), "which one; needed when there are several"),
    sql: field(sql(), "one statement; holes are bound as parameters"),
    write: field(boolean(), "whether it may change something")
  },
  ["sql"]
);

// src/kinds/query/query.ts
var definition4 = {
  name: "query",
  doc: "An SQL statement, on PostgreSQL",
  shape: queryShape,
  parts: {
    rows: jsonPart("the rows as objects; at most 10,000, or 10 MiB"),
    row: jsonPart("the row, when there is exactly one"),
    value: jsonPart("its value, when it has one column"),
    row_count: oneOfPart("how many rows came, or were changed"),
    columns: jsonPart("the names of the columns in order"),
    duration: durationPart("how long the statement took")
  },
  captures: ["jq"],
  jqReads: "the rows",
  shorthand: (statement) => ({ sql: { start: 0, end: statement.length } }),
  review: reviewQuery,
  describe: (spec) => inShort(asWritten(spec.sql)),
  defaults: () => ({}),
  onHost: async ({ database }, connections) => (await connections.database(database)).host !== void 0,
  load: () => import("./transport-postgres-pool.js"),
  observe: observeQuery
};
var queryKind = kind(definition4);
function reviewQuery(spec, context) {
  reviewDatabase(spec, context);
  const { fault, writes } = judgeSql(withParameters(spec.sql));
  if (fault !== void 0) context.report({ ...fault, span: spec.sql.span });
  else if (writes !== void 0 && spec.write !== true) {
    context.report({ ...writeFault(writes), span: spec.sql.span });
  }
}
function reviewDatabase(spec, context) {
  if (spec.database !== void 0 || context.databases.length === 1) {
    reviewReference(spec.database, "database", context);
    return;
  }
  const none = context.databases.length === 0;
  context.report({
    code: "database-not-named",
    span: spec.sql.span,
    message: none ? "The checklist declares no database to query." : `The query does not say which database it is for: ${context.databases.map((name) => `\`${name}\``).join(", ")}.`,
    hint: none ? "Declare one: `databases: { main: { url: { env: DATABASE_URL } } }`." : "Write `query: { database: \u2026, sql: \u2026 }`."
  });
}
function withParameters(template2) {
  let count = 0;
  return template2.parts.map((part) => {
    if (typeof part === "string") return part;
    count += 1;
    return `$${count}`;
  }).join("");
}

// src/transport/cookie-session.ts
var CookieSession = class _CookieSession {
  #jar;
  constructor(jar) {
    this.#jar = jar;
  }
  fork() {
    return new _CookieSession(this.#jar?.copy());
  }
  /** The value of the `Cookie` header for a URL; empty when there is none. */
  header(url2) {
    return this.#jar?.header(url2.href) ?? "";
  }
  /** Keeps the cookies of an answer (its `Set-Cookie` lines) and tells what they said, in their order. `now` is wall-clock time. */
  async store(url2, lines, now) {
    if (lines.length === 0) return [];
    const { CookieJar } = await import("./transport-cookie-jar.js");
    this.#jar ??= new CookieJar();
    const jar = this.#jar;
    return lines.flatMap((line) => jar.store(line, url2.href, now) ?? []);
  }
};

// src/kinds/named-origin.ts
function requireNamedOrigin(url2, { allowedOrigins }) {
  if (allowedOrigins?.has(url2.origin.replace(/^ws/, "http")) ?? true) return;
  throw new CheckError({
    code: "origin-not-named",
    message: `The captured URL leads to ${url2.origin}, which the checklist does not name.`,
    hint: "Name the origin in a variable and write `{{ $origin }}/path`, or make sure the service answers with its own address.",
    endpoint: url2.host
  });
}

// src/transport/text-decoding.ts
import { TextDecoder as TextDecoder4 } from "node:util";
function decodeText(body, contentType) {
  if (body.length === 0) return "";
  const charset = markedCharset(body) ?? charsetOf(contentType) ?? metaCharset(body, contentType);
  if (charset === void 0 || /^utf-?8$/i.test(charset)) return withoutMark(body.toString("utf8"));
  return withoutMark(decoderFor(charset)?.decode(body) ?? body.toString("utf8"));
}
function headerText(latin) {
  if (!/[\x80-\xff]/.test(latin)) return latin;
  const read3 = Buffer.from(latin, "latin1").toString("utf8");
  return read3.includes("\uFFFD") ? latin : read3;
}
function withoutMark(text2) {
  return text2.charCodeAt(0) === 65279 ? text2.slice(1) : text2;
}
function markedCharset(body) {
  if (body[0] === 239 && body[1] === 187 && body[2] === 191) return "utf-8";
  if (body[0] === 255 && body[1] === 254) return "utf-16le";
  return body[0] === 254 && body[1] === 255 ? "utf-16be" : void 0;
}
function charsetOf(contentType) {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
}
function metaCharset(body, contentType) {
  if (!/html/i.test(contentType)) return void 0;
  return /<meta[^>]{1,200}?charset\s*=\s*["']?([\w:-]+)/i.exec(body.toString("latin1", 0, 1024))?.[1];
}
function decoderFor(charset) {
  try {
    return new TextDecoder4(charset);
  } catch {
    return void 0;
  }
}

// src/kinds/request/written-url.ts
function joinUrl(written, base) {
  if (/^https?:\/\//i.test(written)) return { url: written };
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written)) return { fault: "url-scheme" };
  if (!/^[/?]/.test(written)) return { fault: "url-form" };
  if (base === void 0) return { fault: "base-url-missing" };
  if (!/^https?:\/\//i.test(base) || /[?#]/.test(base)) return { fault: "base-url-form" };
  if (written.startsWith("//") || base.endsWith("/") && written.startsWith("/")) return { fault: "url-join" };
  return { url: base + written };
}
var URL_FAULTS = {
  "url-scheme": {
    message: "Only `http://` and `https://` URLs can be requested.",
    hint: "Write a path such as `/health`, or a whole http:// or https:// URL."
  },
  "url-form": {
    message: "This is neither a path nor a URL.",
    hint: "Write a whole URL with its `https://` or `http://`, or a path that begins with `/` and is appended to `base_url`."
  },
  "base-url-missing": {
    message: "This path has nothing to be appended to: no `base_url` is given.",
    hint: "Set `base_url` under `defaults: { request: \u2026 }`, or write the whole URL."
  },
  "base-url-form": {
    message: "`base_url` is not an http:// or https:// URL without query and fragment.",
    hint: "Write it as `https://host` or `https://host/path`."
  },
  "url-join": {
    message: "Joined to `base_url`, this path gives `//`.",
    hint: "Write `base_url` without a `/` at its end, and the path with one `/` at its beginning."
  },
  "url-space": {
    message: "A URL holds no spaces.",
    hint: "Write `%20` for a space. What is sent along stands beside the URL: `{ post: /path, json: { \u2026 } }`."
  },
  "url-invalid": {
    message: "This is not a valid URL.",
    hint: "Look at the host name and the port."
  }
};
function requestUrl(written, base, query) {
  const joined = joinUrl(written, base);
  if ("fault" in joined) throw urlError(joined.fault, written);
  const url2 = URL.parse(joined.url);
  if (url2 === null || url2.hostname === "") throw urlError("url-invalid", joined.url);
  if (joined.url.includes("#")) url2.hash = "";
  if (query !== "") url2.search = url2.search === "" ? query : `${url2.search}&${query}`;
  return url2;
}
function shownUrl(url2) {
  if (url2.username === "" && url2.password === "") return url2.href;
  const shown3 = new URL(url2);
  shown3.username = "";
  shown3.password = "";
  return shown3.href;
}
function urlError(fault, text2) {
  const { message, hint } = URL_FAULTS[fault];
  const shown3 = text2.replace(/\/\/[^/?#@]*@/, "//");
  return new CheckError({ code: fault, message: `${message.replace(/\.$/, "")}: ${shown3}`, hint });
}

// src/kinds/request/follow.ts
var REDIRECTS = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
async function follow(request, options) {
  const { client, cookies } = options;
  const redirects = [];
  const set = [];
  let current = { method: request.method, url: request.url, headers: [], body: request.body?.content };
  let first2;
  let publicOnly = false;
  for (; ; ) {
    current = { ...current, headers: headersFor(current, request, cookies) };
    first2 ??= current;
    const response = await client.send(current, { ...options, publicOnly });
    const lines = linesOf3(response);
    if (lines.length > 0) set.push(...await cookies.store(current.url, lines, options.now()));
    const location = locationOf(response);
    const leads = REDIRECTS.has(response.status) && location !== void 0 && options.redirects > 0;
    if (!leads) return { response, first: first2, last: current, bodyText: request.body?.text, redirects, cookies: set };
    if (redirects.length >= options.redirects) throw tooMany(request.url, options.redirects);
    redirects.push({ status: response.status, url: shownUrl(current.url), location });
    publicOnly ||= isPublic(current.url, response, client);
    current = nextRequest(current, response.status, location);
  }
}
function headersFor(current, request, cookies) {
  const ownOrigin = current.url === request.url || current.url.origin === request.url.origin;
  const written = ownOrigin ? [...request.headers, ...request.credentials] : request.headers.filter(([name]) => name.toLowerCase() !== "host");
  const bodiless = current.body === void 0 && request.body !== void 0;
  const headers = bodiless ? written.filter(([name]) => !/^content-/i.test(name)) : written;
  const kept = cookies.header(current.url);
  if (kept === "") return headers;
  const byHand = headers.find(([name]) => name.toLowerCase() === "cookie")?.[1];
  return [...headers.filter(([name]) => name.toLowerCase() !== "cookie"), ["cookie", mergedCookies(kept, byHand)]];
}
function mergedCookies(kept, byHand) {
  if (byHand === void 0) return kept;
  const nameOf3 = (pair) => pair.slice(0, pair.indexOf("=")).trim();
  const names = new Set(byHand.split(";").map(nameOf3));
  return [...kept.split("; ").filter((pair) => !names.has(nameOf3(pair))), byHand].join("; ");
}
function linesOf3(response) {
  const lines = response.headers["set-cookie"];
  return lines === void 0 ? [] : typeof lines === "string" ? [lines] : lines;
}
function locationOf({ headers }) {
  const { location } = headers;
  return location === void 0 ? void 0 : headerText(location);
}
function nextRequest(current, status, location) {
  const url2 = URL.parse(location, current.url.href);
  if (url2 === null || !["http:", "https:"].includes(url2.protocol)) {
    throw refused(
      current.url,
      `The redirect leads to ${location.replace(/\/\/[^/?#]*@/, "//")}, which is no http:// or https:// URL.`
    );
  }
  if (current.url.protocol === "https:" && url2.protocol === "http:") {
    throw refused(current.url, `The redirect leads from https to ${shownUrl(url2)}, which is not encrypted.`);
  }
  url2.username = "";
  url2.password = "";
  url2.hash = "";
  const toGet = status === 303 && current.method !== "HEAD" && current.method !== "GET" || (status === 301 || status === 302) && current.method === "POST";
  return toGet ? { method: "GET", url: url2, headers: [], body: void 0 } : { ...current, url: url2, headers: [] };
}
function isPublic(url2, response, client) {
  if (client.proxyOf(url2) !== void 0 || response.remoteAddress === void 0) return !isPrivateHost(url2.hostname);
  return !isPrivateAddress(response.remoteAddress);
}
function refused(from, message) {
  return new CheckError({
    code: "redirect-refused",
    message,
    hint: "Correct the redirect, or ask its target itself.",
    endpoint: from.host
  });
}
function tooMany(url2, limit) {
  return new CheckError({
    code: "too-many-redirects",
    message: `${url2.host} redirects more than ${limit === 1 ? "once" : `${limit} times`}.`,
    hint: "Raise `redirects` (20 at most) if so many are expected; otherwise the service may be redirecting in a circle.",
    endpoint: url2.host
  });
}

// src/kinds/request/evidence.ts
var MOST_PRETTY = 256 * 1024;
function requestEvidence(journey, body) {
  const { response } = journey;
  return [
    { title: "Request", text: requestText(journey), language: "http", outside: false },
    ...journey.redirects.length === 0 ? [] : [redirectsPart(journey)],
    { title: "Answer", text: answerText(response), language: "http", outside: true },
    ...body.text === "" ? [] : [bodyPart(body)]
  ];
}
function requestText({ last, bodyText }) {
  const { url: url2, method, headers } = last;
  const lines = [
    `${method} ${url2.pathname}${url2.search} HTTP/1.1`,
    `host: ${url2.host}`,
    ...headers.map(([name, value]) => `${name}: ${masked(name, value)}`)
  ];
  const body = last.body === void 0 ? void 0 : bodyText;
  return body === void 0 ? lines.join("\n") : `${lines.join("\n")}

${body}`;
}
function redirectsPart({ redirects }) {
  const text2 = redirects.map(({ status, url: url2, location }) => `${status} ${url2} \u2192 ${location}`).join("\n");
  return { title: "Redirects", text: text2, language: "text", outside: true };
}
function answerText(response) {
  const lines = Object.entries(response.headers).flatMap(
    ([name, value]) => typeof value === "object" ? value.map((one) => [name, one]) : [[name, value ?? ""]]
  );
  return [
    `HTTP/${response.httpVersion} ${response.status} ${response.reason}`.trimEnd(),
    ...lines.map(([name, value]) => `${name}: ${masked(name, value)}`)
  ].join("\n");
}
function bodyPart({ text: text2, json: json2 }) {
  if (json2 === void 0) return { title: "Body", text: text2, language: "text", outside: true };
  return { title: "Body", text: laidOut(text2, json2), language: "json", outside: true };
}
function laidOut(text2, json2) {
  if (text2.length > MOST_PRETTY) return text2;
  try {
    return JSON.stringify(json2, void 0, 2);
  } catch {
    return text2;
  }
}
function masked(name, value) {
  const header = name.toLowerCase();
  if (header === "cookie") return value.replace(/=[^;]*/g, "=***");
  if (header === "set-cookie") return value.replace(/^([^=;]*)=[^;]*/, "$1=***");
  return /^(proxy-)?authorization$/.test(header) ? value.replace(/^(\S+\s+)?.*$/s, "$1***") : value;
}

// src/kinds/request/body.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// src/transport/project-file.ts
import { open, realpath } from "node:fs/promises";
import { basename as basename2, extname, isAbsolute, relative, resolve as resolve3, sep } from "node:path";
var MEDIA_TYPES = {
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".yml": "application/yaml",
  ".yaml": "application/yaml",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".zip": "application/zip"
};
var MOST_BYTES = 64 * 1024 * 1024;
async function readProjectFile(path, place) {
  try {
    var _stack = [];
    try {
      const real = await realpath(resolve3(place.folder, path));
      const below = relative(await realpath(place.root), real);
      if (below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)) throw outside(path);
      const file2 = __using(_stack, await open(real), true);
      const { size: size2 } = await file2.stat();
      if (size2 > MOST_BYTES) throw tooLarge(path, size2);
      const content = await file2.readFile();
      const type = MEDIA_TYPES[extname(real).toLowerCase()] ?? "application/octet-stream";
      return { content, name: basename2(path), type };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    throw error instanceof CheckError ? error : unreadable3(path, error);
  }
}
function outside(path) {
  return new CheckError({
    code: "file-outside",
    message: `The file ${path} lies outside the repository.`,
    hint: "Files are read below the root of the repository only, links resolved."
  });
}
function tooLarge(path, size2) {
  return new CheckError({
    code: "file-too-large",
    message: `The file ${path} has ${formatSize(size2)}; at most ${formatSize(MOST_BYTES)} are sent.`,
    hint: "Use a smaller file."
  });
}
function unreadable3(path, error) {
  const code2 = errorCode(error) ?? "";
  const reason = {
    ENOENT: "does not exist",
    EACCES: "may not be read",
    EISDIR: "is a directory"
  };
  return new CheckError({
    code: "file-unreadable",
    message: `The file ${path} ${reason[code2] ?? `cannot be read (${code2})`}.`,
    hint: "Paths are relative to the folder of the checklist.",
    cause: error
  });
}

// src/kinds/request/body.ts
function requestBody(spec, folder) {
  if (spec.json !== void 0) return textBody(JSON.stringify(spec.json), "application/json");
  if (spec.graphql !== void 0) return textBody(graphqlText(spec.graphql), "application/json");
  if (spec.form !== void 0) return textBody(formText(spec.form), "application/x-www-form-urlencoded");
  if (spec.multipart !== void 0) return partsOf(spec.multipart, folder).then(multipartBody);
  if (spec.body === void 0) return void 0;
  if (typeof spec.body === "string") return textBody(spec.body, "text/plain; charset=utf-8");
  return fileBody(spec.body.file, folder);
}
async function fileBody(file2, folder) {
  const { content, type } = await readProjectFile(file2, folder);
  return { content, type, text: void 0, curl: ["--data-binary", `@${file2}`] };
}
function queryText(params) {
  return pairs(params ?? []).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
}
function textBody(text2, type) {
  return { content: Buffer.from(text2), type, text: text2, curl: ["--data-raw", text2] };
}
function formText(form) {
  return new URLSearchParams(pairs(form)).toString();
}
function pairs(values2) {
  return values2.flatMap(
    ({ name, value }) => typeof value === "string" ? [[name, value]] : value.map((one) => [name, one])
  );
}
function graphqlText(graphql) {
  if (typeof graphql === "string") return JSON.stringify({ query: graphql });
  const { query, variables, operation_name: operationName } = graphql;
  return JSON.stringify({ query, variables, operationName });
}
async function partsOf(multipart, folder) {
  const parts = [];
  for (const { name, value } of multipart) {
    const values2 = typeof value === "object" && !("file" in value) ? value : [value];
    for (const one of values2) {
      if (typeof one === "string") parts.push({ name, value: one });
      else {
        const read3 = await readProjectFile(one.file, folder);
        const { filename = read3.name, type = read3.type } = one;
        parts.push({ name, content: read3.content, path: one.file, filename, type });
      }
    }
  }
  return parts;
}
function multipartBody(parts) {
  const boundary = `verify-deploy-${randomUUID2()}`;
  const chunks = [];
  const shown3 = [];
  for (const part of parts) {
    const head = `--${boundary}\r
Content-Disposition: form-data; name="${escaped(part.name)}"`;
    if ("value" in part) {
      chunks.push(Buffer.from(`${head}\r
\r
${part.value}\r
`));
      shown3.push(`${part.name}: ${part.value}`);
    } else {
      const more = `; filename="${escaped(part.filename)}"\r
Content-Type: ${part.type.replace(/[\r\n]+/g, " ")}\r
\r
`;
      chunks.push(Buffer.from(head + more), part.content, Buffer.from("\r\n"));
      shown3.push(`${part.name}: ${part.filename} (${part.type}, ${part.content.length} bytes)`);
    }
  }
  chunks.push(Buffer.from(`--${boundary}--\r
`));
  return {
    content: Buffer.concat(chunks),
    type: `multipart/form-data; boundary=${boundary}`,
    text: shown3.join("\n"),
    curl: parts.flatMap(curlPart),
    curlSetsType: true
  };
}
function curlPart(part) {
  if ("value" in part) return ["--form-string", `${part.name}=${part.value}`];
  return ["--form", `${part.name}=@"${quoted(part.path)}";filename="${quoted(part.filename)}";type=${part.type}`];
}
function escaped(name) {
  return name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
function quoted(text2) {
  return text2.replace(/["\\]/g, "\\$&");
}

// src/kinds/request/shape.ts
var METHODS = ["get", "post", "put", "patch", "delete", "head", "options"];
var BODIES = ["json", "form", "multipart", "body", "graphql"];
var file = object(
  {
    file: field(text("a path"), "the file to send, relative to the checklist and below the root of the repository"),
    filename: field(text("a file name"), "the name the server sees; the last part of the path unless given"),
    type: field(text("a media type"), "its media type; by the ending of the path unless given")
  },
  ["file"]
);
var values = forms({ scalar: text(), list: list(text()) });
var requestShape = object({
  get: field(url(), "GET: a URL, or a path that is appended to `base_url`"),
  post: field(url(), "POST"),
  put: field(url(), "PUT"),
  patch: field(url(), "PATCH"),
  delete: field(url(), "DELETE"),
  head: field(url(), "HEAD"),
  options: field(url(), "OPTIONS"),
  base_url: field(url(), "what paths are appended to, its own path included"),
  params: field(map(values), "query parameters, percent-encoded; a list repeats the name"),
  headers: field(map(headerValue(), "ignore-case"), "header lines"),
  json: field(json(), "a body in JSON"),
  form: field(map(values), "a body as HTML forms send it; a list repeats the name"),
  multipart: field(
    map(forms({ scalar: text(), list: list(forms({ scalar: text(), map: file })), map: file })),
    "a body of several parts: texts and files; a list repeats the name"
  ),
  body: field(
    forms({ scalar: text(), map: object({ file: field(text("a path"), "the file to send") }, ["file"]) }),
    "a body as it is: text, or { file }"
  ),
  graphql: field(
    forms({
      scalar: text("a GraphQL document"),
      map: object(
        {
          query: field(text("a GraphQL document"), "the document"),
          variables: field(json("a map of variables"), "its variables"),
          operation_name: field(text("a name"), "which of its operations to run")
        },
        ["query"]
      )
    }),
    "a GraphQL operation: the document, or { query, variables, operation_name }"
  ),
  bearer: field(headerValue(), "a token for `Authorization: Bearer`; always secret"),
  basic: field(
    object({ user: field(text(), "the user"), password: field(text(), "the password") }, ["user", "password"]),
    "user and password for `Authorization: Basic`; always secret"
  ),
  session: field(text("the name of a session"), "the cookie jar to use; the run has one without a name"),
  redirects: field(integer(0, 20), "how many redirects are followed; none unless given"),
  http2: field(boolean(), "offers HTTP/2 to the server; it decides"),
  tls: field(
    object({
      ca: field(text("PEM text"), "authorities to trust instead of the public ones"),
      cert: field(text("PEM text"), "the certificate to show to the server"),
      key: field(text("PEM text"), "its key; always secret"),
      insecure: field(boolean(), "takes any certificate; the report says so")
    }),
    "how the server is verified, and who asks"
  ),
  proxy: field(url(), "the proxy to ask through, instead of what HTTP_PROXY, HTTPS_PROXY and NO_PROXY say"),
  resolve: field(map(text("an address")), "addresses for `host:port` or `host`, instead of what DNS says"),
  via: field(text("the name of a host"), "the host to go through"),
  max_size: field(size(), "the largest body that is read, decoded; 10MiB unless given")
});
function targetOf(spec) {
  for (const method of METHODS) {
    const url2 = spec[method];
    if (url2 !== void 0) return { method, url: url2 };
  }
  return void 0;
}

// src/kinds/request/prepare.ts
var CREDENTIAL = /^(?!idempotency-key$)(?:(?:authorization|proxy-authorization|cookie)$|(?:.*[-_])?(?:token|secret|auth|session|password|jwt|api[-_]?key|key)(?:$|[-_]))/i;
async function prepareRequest(spec, folder) {
  const target = targetOf(spec);
  if (target === void 0) throw new Error("A request without a method passed its review");
  const url2 = requestUrl(target.url, spec.base_url, queryText(spec.params));
  const body = await requestBody(spec, folder);
  const basic = spec.basic ?? credentialsIn(url2);
  if (url2.username !== "") url2.username = "";
  if (url2.password !== "") url2.password = "";
  const written = (spec.headers ?? []).map(({ name, value }) => [name, onTheWire(value)]);
  const authorization = authorizationOf(spec, basic);
  const own4 = authorization === void 0 || has(written, "authorization") ? [] : [["authorization", authorization]];
  return {
    method: target.method.toUpperCase(),
    url: url2,
    headers: [...defaultHeaders(written, body), ...written.filter(([name]) => !CREDENTIAL.test(name))],
    credentials: [...own4, ...written.filter(([name]) => CREDENTIAL.test(name))],
    basic: own4.length > 0 && spec.bearer === void 0 ? basic : void 0,
    body
  };
}
function requestSecrets(spec) {
  const inUrls = [targetOf(spec)?.url, spec.base_url, spec.proxy].flatMap(userInfoIn);
  const basics = spec.basic === void 0 ? inUrls : [...inUrls, spec.basic];
  return [
    ...spec.bearer === void 0 ? [] : [spec.bearer],
    ...basics.flatMap((pair) => [pair.password, encoded(pair)]),
    ...(spec.headers ?? []).flatMap(({ name, value }) => CREDENTIAL.test(name) ? secretsOfHeader(name, value) : []),
    ...spec.tls?.key === void 0 ? [] : [spec.tls.key]
  ].filter((secret) => secret !== "");
}
function secretsOfHeader(name, value) {
  if (/^(set-)?cookie$/i.test(name)) return cookieValues(value);
  const token = /^(?:basic|bearer|digest|token|apikey)\s+(.+)$/i.exec(value)?.[1];
  return token === void 0 ? [value] : [token];
}
function cookieValues(header) {
  return header.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim()).filter((value) => value !== "");
}
function defaultHeaders(written, body) {
  const defaults = [
    ["user-agent", `verify-deploy/${VERSION}`],
    ["accept", "*/*"]
  ];
  if (body !== void 0) defaults.push(["content-type", body.type]);
  return defaults.filter(([name]) => !has(written, name));
}
function authorizationOf(spec, basic) {
  if (spec.bearer !== void 0) return `Bearer ${onTheWire(spec.bearer)}`;
  return basic === void 0 ? void 0 : `Basic ${encoded(basic)}`;
}
function has(headers, wanted2) {
  return headers.some(([name]) => name.toLowerCase() === wanted2);
}
function encoded({ user, password }) {
  return Buffer.from(`${user}:${password}`).toString("base64");
}
function credentialsIn(url2) {
  if (url2.username === "" && url2.password === "") return void 0;
  return { user: decoded2(url2.username), password: decoded2(url2.password) };
}
function userInfoIn(text2) {
  const url2 = text2?.includes("@") === true ? URL.parse(text2) : null;
  const found2 = url2 === null ? void 0 : credentialsIn(url2);
  return found2 === void 0 ? [] : [found2];
}
function decoded2(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function onTheWire(value) {
  return /[^\0-\x7f]/.test(value) ? Buffer.from(value).toString("latin1") : value;
}

// src/kinds/request/retry-after.ts
function retryAfterMs(value, now) {
  const text2 = (typeof value === "string" ? value : value?.[0])?.trim();
  if (text2 === void 0 || text2 === "") return void 0;
  if (/^\d+$/.test(text2)) return Number(text2) * 1e3;
  const at2 = /^[A-Z][a-z]{2,8},? /.test(text2) ? Date.parse(text2) : Number.NaN;
  return Number.isNaN(at2) ? void 0 : Math.max(0, at2 - now);
}

// src/kinds/request/observation.ts
var EMPTY2 = "The body is empty.";
function observationOf(journey, facts) {
  if (!isPage(journey.response)) return observed(journey, facts);
  return import("./transport-html-document.js").then(({ parseHtml }) => observed(journey, facts, parseHtml));
}
function observed(journey, facts, parseHtml) {
  const { response, last } = journey;
  const contentType = contentTypeOf(response);
  const headers = once(() => headersOf(response));
  const text2 = once(() => decodeText(response.body, contentType));
  const json2 = once(() => jsonOf(text2()));
  const page = parseHtml === void 0 ? void 0 : once(() => parseHtml(text2()));
  const cookies = Object.fromEntries(journey.cookies.map(({ name, parts: parts2 }) => [name, parts2]));
  const parts = {
    status: response.status,
    reason: response.reason,
    get headers() {
      return headers();
    },
    cookies,
    get body() {
      return text2();
    },
    // Undefined when the body is no JSON or no page, which `expect` and JSON.stringify both read as absent.
    get json() {
      return json2();
    },
    get html() {
      const title = page?.().title;
      return page === void 0 ? void 0 : title === void 0 ? {} : { title };
    },
    url: shownUrl(last.url),
    redirects: journey.redirects,
    duration: tenths(facts.durationMs),
    timings: {
      dns: tenths(response.timings.dns),
      connect: tenths(response.timings.connect),
      tls: tenths(response.timings.tls),
      first_byte: tenths(response.timings.first_byte)
    },
    size: response.body.length,
    http_version: response.httpVersion,
    ...response.remoteAddress === void 0 ? {} : { remote_address: response.remoteAddress },
    ...response.certificate === void 0 ? {} : { certificate: certificateParts(response.certificate, facts.now) },
    ...facts.graphql ? { errors: errorsOf(json2()) } : {}
  };
  const wait = retryAfterMs(response.headers["retry-after"], facts.now);
  return {
    parts,
    remarks: remarksOn(journey, { text: text2, json: json2, page }),
    get document() {
      return documentOf(text2(), json2(), response);
    },
    get text() {
      return text2();
    },
    lookup: (part, key) => find({ headers, cookies, page }, part, key),
    secrets: [
      ...journey.cookies.map(({ value }) => value),
      ...last.headers.flatMap(([name, value]) => name === "cookie" ? cookieValues(value) : [])
    ].filter((value) => value !== ""),
    ...wait === void 0 ? {} : { retryAfterMs: wait },
    evidence: () => requestEvidence(journey, { text: text2(), json: json2() }),
    ...facts.reproduce === void 0 ? {} : { reproduce: facts.reproduce }
  };
}
function remarksOn({ response, last }, { text: text2, json: json2, page }) {
  const bare = () => text2().trim() === "";
  return {
    ...response.remoteAddress === void 0 ? { remote_address: "Through another machine it is not known which address answered." } : {},
    get json() {
      if (json2() !== void 0) return void 0;
      return bare() ? EMPTY2 : insteadOfJson(response);
    },
    get html() {
      if (page !== void 0) return void 0;
      return bare() ? EMPTY2 : "The body is no page.";
    },
    get status() {
      const location = headerText(String(response.headers.location ?? ""));
      const target = location === "" ? null : URL.parse(location, last.url.href);
      if (target === null || Math.floor(response.status / 100) !== 3) return void 0;
      target.search = "";
      target.hash = "";
      return `The answer leads to ${shorten(shownUrl(target), 120)}; \`redirects: 1\` would follow.`;
    }
  };
}
function once(make) {
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
function headersOf(response) {
  const headers = {};
  for (const [name, value] of Object.entries(response.headers)) {
    const joined = typeof value === "object" ? value.join(", ") : value ?? "";
    headers[name] = headerText(joined);
  }
  return headers;
}
function jsonOf(text2) {
  if (!/^\s*["[{\d\-tfn]/.test(text2)) return void 0;
  try {
    return parseJson(text2);
  } catch {
    return void 0;
  }
}
function documentOf(text2, json2, response) {
  if (json2 !== void 0) return { text: text2 };
  return text2.trim() === "" ? { missing: EMPTY2 } : { missing: insteadOfJson(response), unreadable: true };
}
function insteadOfJson(response) {
  return isPage(response) ? "The body is a page, not JSON." : "The body is not JSON.";
}
function contentTypeOf(response) {
  return String(response.headers["content-type"] ?? "");
}
function isPage(response) {
  const contentType = contentTypeOf(response);
  const says2 = /html/i.test(contentType);
  const looks = !/json/i.test(contentType) && response.body[0] === 60;
  return response.body.length > 0 && (says2 || looks);
}
function find(sources, part, key) {
  if (part === "headers") return own2(sources.headers(), key.toLowerCase());
  if (part === "cookies") return own2(sources.cookies, key);
  return part === "html" ? sources.page?.().find(key) : void 0;
}
function own2(object2, key) {
  return Object.hasOwn(object2, key) ? object2[key] : void 0;
}
function errorsOf(json2) {
  return isObject(json2) ? json2.errors : void 0;
}
function tenths(milliseconds) {
  return Math.round(milliseconds * 10) / 10;
}

// src/kinds/request/parts.ts
var cookie = {
  doc: "a cookie by its name",
  lists: "one-of",
  scalars: "json",
  main: "value",
  fields: {
    value: oneOfPart("its value"),
    secure: oneOfPart("whether it is for https only"),
    http_only: oneOfPart("whether scripts of a page cannot read it"),
    same_site: oneOfPart("`strict`, `lax` or `none`, when the header says so"),
    path: oneOfPart("its path, when the header says so"),
    domain: oneOfPart("its domain, when the header says so"),
    max_age: oneOfPart("its life in seconds, when the header says so"),
    expires: timePart("when it ends, when the header says so"),
    deleted: oneOfPart("whether it ended at once: Max-Age 0, or Expires in the past")
  }
};
var selected = {
  doc: "what a CSS selector finds",
  lists: "one-of",
  scalars: "json",
  main: "text",
  fields: {
    text: oneOfPart("the text of the first element, white space collapsed"),
    count: oneOfPart("how many elements it finds"),
    attribute: { ...jsonPart("the attributes of the first element"), any: oneOfPart("the value of an attribute") }
  }
};
var timings = {
  dns: durationPart("looking up the name"),
  connect: durationPart("opening the connection"),
  tls: durationPart("agreeing on encryption"),
  first_byte: durationPart("from sending the request to the first byte of the answer")
};
var certificate = {
  subject: oneOfPart("whose certificate it is"),
  issuer: oneOfPart("who issued it"),
  names: jsonPart("the host names and addresses it is for"),
  expires_at: timePart("when it expires"),
  days_left: jsonPart("whole days until it expires"),
  protocol: oneOfPart("the version agreed on: `TLSv1.3`"),
  trusted: oneOfPart("whether it was verified; false only with `insecure`")
};
var requestParts = {
  status: statusPart("the status code"),
  reason: oneOfPart("the reason phrase; empty over HTTP/2"),
  headers: headersPart("the header lines; names ignore case, repeats are joined by `, `"),
  cookies: { ...jsonPart("the cookies set on the whole way, redirects included"), any: cookie },
  body: oneOfPart("the body as text"),
  json: jsonPart("the body, when it is JSON"),
  html: { ...jsonPart("the page: `title`, or any CSS selector in quotes"), any: selected, lookup: true },
  url: oneOfPart("the URL that answered, after redirects"),
  redirects: jsonPart("the redirects followed: a list of { status, url, location }"),
  duration: durationPart("from the first byte sent to the last one read, redirects included"),
  timings: { ...jsonPart("phases of the last exchange; 0 on a connection that was already open"), fields: timings },
  size: { doc: "bytes of the decoded body", lists: "one-of", scalars: "size" },
  http_version: oneOfPart("`1.0`, `1.1` or `2`"),
  remote_address: oneOfPart("the address that answered"),
  certificate: { ...jsonPart("the certificate of the server, over https"), fields: certificate },
  errors: jsonPart("with `graphql`: the errors of the answer")
};

// src/kinds/request/reproduce.ts
function curlArguments(request, sent, options) {
  return [
    "curl",
    "--silent",
    "--show-error",
    "--include",
    ...methodArguments(request),
    ...options.redirects > 0 ? ["--location", "--max-redirs", String(options.redirects)] : [],
    ...options.http2 ? ["--http2"] : ["--http1.1"],
    ...networkArguments(sent.url, options),
    ...headerArguments(request, sent),
    ...request.body?.curl ?? [],
    // Brackets and braces would be read as ranges.
    .../[[\]{}]/.test(sent.url.href) ? ["--globoff"] : [],
    sent.url.href
  ];
}
function methodArguments({ method, body }) {
  if (body !== void 0) return method === "POST" ? [] : ["--request", method];
  if (method === "GET") return [];
  if (method === "HEAD") return ["--head"];
  const empty = ["POST", "PUT", "PATCH"].includes(method) ? ["--header", "content-length: 0"] : [];
  return ["--request", method, ...empty];
}
function networkArguments(url2, { client, tls }) {
  const proxy = client.proxyOf(url2);
  const address = client.addressOf(url2);
  return [
    ...proxy === void 0 ? ["--noproxy", "*"] : ["--proxy", proxy.url.href],
    ...address === void 0 ? [] : ["--resolve", `${unbracketed(url2.hostname)}:${portOf(url2)}:${address}`],
    ...tls.insecure === true ? ["--insecure"] : [],
    ...tls.ca === void 0 ? [] : ["--cacert", "ca.pem"],
    ...tls.cert === void 0 ? [] : ["--cert", "cert.pem", "--key", "key.pem"]
  ];
}
function headerArguments(request, sent) {
  const { basic, body } = request;
  const lines = sent.headers.flatMap(([name, value]) => {
    const lower = name.toLowerCase();
    if (lower === "authorization" && basic !== void 0) return ["--user", `${basic.user}:${basic.password}`];
    if (lower === "content-type" && body?.curlSetsType === true) return [];
    const text2 = Buffer.from(value, "latin1").toString("utf8");
    return ["--header", value === "" ? `${name};` : `${name}: ${text2}`];
  });
  return lines;
}

// src/kinds/request/body-texts.ts
function reviewBodyTexts({ body, multipart, json: json2 }, context) {
  const parts = (multipart ?? []).flatMap(({ value }) => value);
  for (const text2 of [body, ...parts]) if (isTemplate(text2)) reviewFile(text2, context);
  const written = isTemplate(json2) ? literalText(json2) : void 0;
  if (!isTemplate(json2) || written === void 0 || !holdsJson(written)) return;
  context.report({
    code: "literal-body",
    severity: "warning",
    span: json2.span,
    message: "This is sent as a text that holds JSON, not as the object or list in it.",
    hint: "Remove the quotes around it: JSON is YAML. A body that is text already stands under `body`."
  });
}
function reviewFile(template2, context) {
  const path = /^@([\w./-]+\.\w+)$/.exec(literalText(template2) ?? "")?.[1];
  if (path === void 0) return;
  context.report({
    code: "literal-body",
    severity: "warning",
    span: template2.span,
    message: `This sends the text \`@${path}\`, not the file.`,
    hint: `Write \`{ file: ${path} }\`.`
  });
}
function holdsJson(text2) {
  if (!/^\s*[[{]/.test(text2)) return false;
  try {
    JSON.parse(text2);
    return true;
  } catch {
    return false;
  }
}

// src/kinds/request/review.ts
var TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
var FRAMING = /* @__PURE__ */ new Set(["content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "expect", "te"]);
function reviewRequest(spec, context) {
  reviewMethod(spec, context);
  reviewUrl(spec, context);
  reviewBodies(spec, context);
  reviewBodyTexts(spec, context);
  reviewCredentials(spec, context);
  reviewHeaders(spec, context);
  reviewTls(spec, context);
  reviewReference(spec.via, "host", context);
}
function reviewMethod(spec, context) {
  const written = METHODS.filter((method) => spec[method] !== void 0);
  if (written.length === 1) return;
  context.report({
    code: "request-method",
    span: written.length === 0 ? context.span : spanOfField(spec, written[1], context),
    message: written.length === 0 ? "The request says nothing to ask: one of `get`, `post`, `put`, `patch`, `delete`, `head` or `options` is missing." : `A request has one method, and this one has ${named(written)}.`,
    hint: "Write `GET /path`, or one field such as `get: /path`."
  });
}
function reviewUrl(spec, context) {
  const target = targetOf(spec);
  if (target === void 0) return;
  const fault = urlFault(target.url, spec.base_url);
  if (fault === void 0) return;
  const span = fault === "base-url-form" && spec.base_url !== void 0 ? spec.base_url.span : target.url.span;
  const named3 = /^\$\{?(\w+)/.exec(String(target.url.parts[0]))?.[1];
  const hint = named3 === void 0 ? URL_FAULTS[fault].hint : `Write a variable as \`{{ $${named3} }}\`.`;
  context.report({ code: fault, span, ...URL_FAULTS[fault], hint });
}
function urlFault(url2, base) {
  const [begin] = url2.parts;
  if (url2.parts.some((part) => typeof part === "string" && /\s/.test(part.trim()))) return "url-space";
  if (begin !== void 0 && typeof begin !== "string") return void 0;
  const written = literalText(base ?? url2);
  const end = base?.parts.at(-1);
  const stand = base === void 0 ? void 0 : written ?? `http://host${typeof end === "string" ? end : ""}`;
  const joined = joinUrl(begin ?? "", stand);
  if ("fault" in joined) return joined.fault;
  const isWritten = literalText(url2) !== void 0 && (base === void 0 || written !== void 0);
  return isWritten && URL.parse(joined.url) === null ? "url-invalid" : void 0;
}
function reviewBodies(spec, context) {
  const written = BODIES.filter((body) => spec[body] !== void 0);
  if (written.length > 1) {
    context.report({
      code: "request-bodies",
      span: context.span,
      message: `A request has one body, and this one has ${named(written)}.`,
      hint: "Keep one of them; `null` removes one that comes from the defaults."
    });
  }
  const method = targetOf(spec)?.method;
  if (spec.graphql !== void 0 && method !== void 0 && method !== "post") {
    context.report({
      code: "request-graphql-method",
      span: spanOfField(spec, method, context),
      message: "A GraphQL operation is sent with POST.",
      hint: "Write `post:` before the path."
    });
  }
}
function reviewCredentials(spec, context) {
  const header = spec.headers?.find(({ name }) => name.toLowerCase() === "authorization");
  const written = [
    ...spec.bearer === void 0 ? [] : ["bearer"],
    ...spec.basic === void 0 ? [] : ["basic"],
    ...header === void 0 ? [] : ["headers.authorization"]
  ];
  if (written.length < 2) return;
  context.report({
    code: "request-credentials",
    span: header?.nameSpan ?? spec.bearer?.span ?? context.span,
    message: `A request has one Authorization header, and ${named(written)} each make one.`,
    hint: "Keep one of them; `null` removes one that comes from the defaults."
  });
}
function reviewHeaders(spec, context) {
  for (const { name, nameSpan } of spec.headers ?? []) {
    if (!TOKEN.test(name)) {
      context.report({
        code: "header-name",
        span: nameSpan,
        message: `\`${name}\` cannot name a header.`,
        hint: "Use letters, digits and `-`; the value stands after the colon."
      });
    } else if (FRAMING.has(name.toLowerCase())) {
      context.report({
        code: "header-reserved",
        span: nameSpan,
        message: `The header \`${name}\` is written by the client itself.`,
        hint: "Leave it out."
      });
    }
  }
}
function reviewTls(spec, context) {
  const { cert, key } = spec.tls ?? {};
  const alone = cert === void 0 ? key : key === void 0 ? cert : void 0;
  if (alone !== void 0) {
    context.report({
      code: "tls-pair",
      span: alone.span,
      message: "`cert` and `key` belong together, and one of them is missing.",
      hint: "Give both, as PEM text."
    });
  }
  for (const { name, nameSpan } of spec.resolve ?? []) {
    if (/^(\[[0-9A-Fa-f:.]+\]|[^\s:/@[\]]+)(:\d{1,5})?$/.test(name)) continue;
    context.report({
      code: "resolve-name",
      span: nameSpan,
      message: `\`${name}\` is neither \`host\` nor \`host:port\`.`,
      hint: 'Write `resolve: { "api.example:443": 192.0.2.1 }`.'
    });
  }
}
function spanOfField(spec, method, context) {
  return (method === void 0 ? void 0 : spec[method]?.span) ?? context.span;
}
function named(names) {
  const quoted4 = names.map((name) => `\`${name}\``);
  return `${quoted4.slice(0, -1).join(", ")} and ${quoted4.at(-1)}`;
}

// src/kinds/request.ts
var MAX_SIZE = 10 * 1024 * 1024;
var definition5 = {
  name: "request",
  doc: "An HTTP request",
  shape: requestShape,
  parts: requestParts,
  captures: ["jq", "header", "cookie", "html", "regex"],
  jqReads: "the JSON body",
  shorthand: readShorthand,
  review: reviewRequest,
  describe: describeRequest,
  defaults: requestDefaults,
  secrets: requestSecrets,
  load: () => import("./transport-http-client.js"),
  observe: observeRequest
};
var requestKind = kind(definition5);
function readShorthand(text2) {
  const match = /^(\s*(get|post|put|patch|delete|head|options)\s+)\S.*$/is.exec(text2);
  const [, lead, method] = match ?? [];
  if (lead === void 0 || method === void 0) return void 0;
  return { [method.toLowerCase()]: { start: lead.length, end: text2.trimEnd().length } };
}
function describeRequest(spec) {
  const target = targetOf(spec);
  if (target === void 0) return "request";
  const url2 = asWritten(target.url).replace(/^(\w+:\/\/)[^/?#\s]*@/, "$1");
  return inShort(`${target.method.toUpperCase()} ${url2}`);
}
function requestDefaults(spec, named3) {
  return {
    ...named3.has("status") ? {} : { status: { op: "status-class", digit: 2 } },
    ...spec.graphql === void 0 || namesErrors(named3) ? {} : { errors: noErrors(graphqlSpan(spec.graphql)) },
    ...spec.graphql === void 0 || namesAnswer(named3) ? {} : { json: someData(graphqlSpan(spec.graphql)) }
  };
}
function someData(span) {
  return { op: "fields", fields: [{ name: "data", matcher: { op: "is", types: ["object"], span }, nameSpan: span }] };
}
function namesErrors(named3) {
  if (named3.has("errors") || named3.has("json.errors")) return true;
  return named3.has("json") && ![...named3].some((name) => name.startsWith("json."));
}
function namesAnswer(named3) {
  return ["json", "errors"].some((name) => named3.has(name));
}
function noErrors(span) {
  const none = { op: "exists", exists: false, span };
  const zero = { node: "template", place: "json", parts: ["0"], span, literal: 0 };
  const empty = { op: "length", matcher: { op: "eq", operand: zero, span }, span };
  const nothing2 = { node: "template", place: "json", parts: ["null"], span, literal: null };
  return { op: "or", matchers: [none, { op: "eq", operand: nothing2, span }, empty] };
}
function graphqlSpan(graphql) {
  return "query" in graphql ? graphql.query.span : graphql.span;
}
async function observeRequest(spec, context) {
  const request = await prepareRequest(spec, context);
  requireNamedOrigin(request.url, context);
  const client = await clientFor(spec, context);
  if (spec.tls?.insecure === true && (request.url.protocol === "https:" || spec.redirects !== void 0)) {
    context.notice(`TLS of ${request.url.host} is not verified.`);
  }
  const redirects = spec.redirects ?? 0;
  const options = {
    client,
    cookies: context.session("cookies", spec.session ?? "", () => new CookieSession()),
    redirects,
    signal: context.signal,
    maxBytes: spec.max_size ?? MAX_SIZE,
    now: () => context.clock.now(),
    sent: () => context.sent()
  };
  const begun = context.clock.elapsed();
  const journey = await follow(request, options);
  const durationMs = context.clock.elapsed() - begun;
  return observationOf(journey, {
    durationMs,
    now: context.clock.now(),
    graphql: spec.graphql !== void 0,
    reproduce: journey.response.remoteAddress === void 0 ? void 0 : () => curlArguments(request, journey.first, {
      client,
      redirects,
      http2: spec.http2 ?? false,
      tls: spec.tls ?? {}
    })
  });
}
async function clientFor(spec, context) {
  const { tls, http2 = false, proxy, resolve: resolve7, via } = spec;
  const dial2 = via === void 0 ? void 0 : await dialVia(via, context);
  const plain2 = [tls, proxy, resolve7, dial2].every((given3) => given3 === void 0) && !http2;
  const key = plain2 ? "http" : `http ${JSON.stringify([tls, http2, proxy, resolve7, via])}`;
  return context.resource(key, async () => {
    const { HttpClient } = await import("./transport-http-client.js");
    const options = {
      tls: tls ?? {},
      http2,
      dial: dial2,
      proxy,
      environment: context.environment,
      resolve: Object.fromEntries((resolve7 ?? []).map(({ name, value }) => [name, value]))
    };
    return new HttpClient(options);
  });
}

// src/kinds/run.ts
import { resolve as resolve4 } from "node:path";
var TELLING_LINES2 = 12;
var shape2 = object({
  command: field(
    forms({ scalar: shellLine(), list: list(text("a word"), 1) }),
    "a shell line, or the words of a command that no shell reads"
  ),
  script: field(verbatim("a script"), "several lines for the shell; it has no holes: values come by `env`"),
  host: field(text("the name of a host"), "the machine to run it on"),
  service: field(text("the name of a service"), "the Compose service to run it in"),
  stdin: field(text(), "what it reads from its standard input"),
  env: field(map(text()), "its environment, besides PATH HOME LANG TMPDIR"),
  directory: field(text("a path"), "where it runs; the folder of the checklist unless given")
});
var definition6 = {
  name: "run",
  doc: "A command",
  shape: shape2,
  parts: {
    exit_code: oneOfPart("what it ended with; ended by a signal, 128 and the number of the signal"),
    stdout: oneOfPart("its standard output, without one trailing newline"),
    stderr: oneOfPart("its standard error, without one trailing newline"),
    duration: durationPart("how long it ran")
  },
  captures: ["jq", "regex"],
  jqReads: "the standard output as JSON",
  shorthand: (line) => ({ command: { start: 0, end: line.length } }),
  review: reviewRun,
  describe: describeRun,
  defaults: (_spec, named3) => named3.has("exit_code") ? {} : { exit_code: equalsByDefault(0) },
  observe: observeRun
};
var runKind = kind(definition6);
function reviewRun(spec, context) {
  if (spec.command === void 0 === (spec.script === void 0)) {
    context.report({
      code: "run-one-of",
      span: context.span,
      message: "`run` takes either `command` or `script`.",
      hint: 'Write `run: "a shell line"`, or one of the two fields.'
    });
  }
  if (spec.service !== void 0 && spec.host === void 0) {
    context.report({
      code: "service-without-host",
      span: spec.service.span,
      message: "A `service` runs on a `host`, and none is named.",
      hint: "Add `host`, with the name of the machine its Compose project is on."
    });
  }
  for (const { name, nameSpan } of spec.env ?? []) {
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
    context.report({
      code: "environment-name",
      span: nameSpan,
      message: `\`${name}\` cannot name a variable of the environment.`,
      hint: "Use letters, digits and `_`, and no digit first."
    });
  }
  reviewReference(spec.host, "host", context);
}
function describeRun({ command, script }) {
  if (command === void 0) return inShort(`script: ${(script ?? "").trim().split("\n")[0] ?? ""}`);
  return inShort("node" in command ? asWritten(command) : command.map(asWritten).join(" "));
}
async function observeRun(spec, context) {
  const run = await runnerOf(spec, context);
  const began = context.clock.elapsed();
  context.sent();
  const result = await run();
  const seen = observation4(result, Math.round(context.clock.elapsed() - began));
  const why = spec.host === void 0 ? notHandedOver(spec, context) : void 0;
  return why === void 0 ? seen : { ...seen, remarks: { exit_code: why, stdout: why } };
}
var SEEN = ["PATH", "HOME", "LANG", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "SHELL", "HOSTNAME", "TERM"];
function notHandedOver(spec, { environment }) {
  const { command, script, env = [] } = spec;
  const text2 = command === void 0 ? script : "line" in command ? command.line : void 0;
  const handed = [...SEEN, ...env.map(({ name }) => name)];
  const read3 = [...(text2 ?? "").matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)].map(([, name = ""]) => name);
  const missing3 = read3.find((name) => {
    const isSet = environment[name] !== void 0 && !handed.includes(name);
    return isSet && !new RegExp(`\\b${name}=|\\b(?:read|for|export)\\b.*\\b${name}\\b`).test(text2 ?? "");
  });
  return missing3 && `\`$${missing3}\` is not handed over: a command sees of the environment only what \`env\` names.`;
}
async function runnerOf(spec, context) {
  const { host, service, directory } = spec;
  if (service !== void 0 && host !== void 0) {
    const project = await composeOf(host, context);
    const command2 = { ...commandOf(spec), ...directory === void 0 ? {} : { directory } };
    return () => project.run(service, command2, context.signal);
  }
  const machine = await machineOf(host, context);
  const command = { ...commandOf(spec), ...directoryOf(directory, machine.remote, context.folder) };
  return () => machine.run(command, context.signal);
}
function commandOf(spec) {
  const { command, script = "" } = spec;
  const words2 = command === void 0 || "line" in command ? void 0 : command;
  const shell = command === void 0 || !("line" in command) ? void 0 : command;
  const own4 = Object.fromEntries((spec.env ?? []).map(({ name, value }) => [name, value]));
  return {
    run: words2 === void 0 ? { shell: shell?.line ?? script } : { words: words2 },
    environment: { ...own4, ...shell?.environment },
    ...spec.stdin === void 0 ? {} : { stdin: spec.stdin }
  };
}
function directoryOf(written, remote, folder) {
  if (!remote) return { directory: resolve4(folder, written ?? ".") };
  return written === void 0 ? {} : { directory: written };
}
function observation4(result, duration2) {
  const stdout = withoutNewline(result.stdout);
  const stderr = withoutNewline(result.stderr);
  return {
    parts: { exit_code: result.exitCode, stdout, stderr, duration: duration2 },
    document: documentOf2(stdout),
    text: stdout,
    secrets: [],
    evidence: () => evidenceOf3(stdout, stderr, result.exitCode)
  };
}
function evidenceOf3(stdout, stderr, exitCode) {
  const piece2 = (title, text2) => ({ title, text: text2, language: "text", outside: true });
  const telling = exitCode !== 0 && stderr.split("\n").length <= TELLING_LINES2;
  return [
    ...stdout === "" ? [] : [piece2("Standard output", stdout)],
    ...stderr === "" ? [] : [{ ...piece2("Standard error", stderr), ...telling && { telling } }]
  ];
}
function withoutNewline(output) {
  return output.replace(/\r?\n$/, "");
}
function documentOf2(stdout) {
  try {
    JSON.parse(stdout);
    return { text: stdout };
  } catch {
    if (stdout.trim() === "") return { missing: "The standard output is empty." };
    return { missing: "The standard output is not JSON.", unreadable: true };
  }
}

// src/transport/tcp-probe.ts
async function probePort(address, options) {
  const { patienceMs, signal, dial: dial2 = dial } = options;
  const patience2 = AbortSignal.timeout(Math.max(1, Math.round(patienceMs)));
  try {
    return await dial2(address, AbortSignal.any([signal, patience2]));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (patience2.aborted || isFault(error, "connection-timeout")) return { closed: "Nothing answered." };
    if (isFault(error, "connection-refused")) return { closed: "The connection was refused." };
    throw error;
  }
}
function isFault(error, code2) {
  return error instanceof CheckError && error.code === code2;
}
var BANNER_BYTES = 1024;
async function readBanner(socket, waitMs, signal) {
  const { promise, resolve: resolve7 } = Promise.withResolvers();
  const chunks = [];
  let length = 0;
  const wait = setTimeout(resolve7, waitMs);
  socket.once("close", () => resolve7());
  socket.on("data", (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= BANNER_BYTES || chunk.includes(10)) resolve7();
  });
  try {
    await abortable(promise, signal);
  } finally {
    clearTimeout(wait);
    socket.destroy();
  }
  const text2 = Buffer.concat(chunks).subarray(0, BANNER_BYTES).toString("utf8");
  const banner = (text2.split(/\r?\n/)[0] ?? "").replace(/[^\P{C}\t]/gu, "\uFFFD");
  return banner === "" ? void 0 : banner;
}

// src/kinds/address-field.ts
var addressShorthand = (text2) => ({
  address: { start: 0, end: text2.length }
});
function reviewAddressed({ address, via }, context) {
  reviewAddress(address, context);
  reviewReference(via, "host", context);
}
function reviewAddress(template2, context) {
  const written = literalText(template2);
  if (written === void 0 || parseAddress(written) !== void 0) return;
  const portMissing = parseAddress(`${written}:443`) !== void 0;
  context.report({
    code: "address-invalid",
    span: template2.span,
    message: `\`${written}\` is no address.`,
    hint: portMissing ? `The port is missing: write \`${written}:443\`, or whichever port it is.` : ofUrl(written) ?? "Write host:port, with an IPv6 address in brackets: [::1]:443."
  });
}
function ofUrl(written) {
  const [, scheme = "", host = ""] = /^(https?|wss?):\/\/([^/?#@]+)/i.exec(written) ?? [];
  const port = /s$/i.test(scheme) ? 443 : 80;
  const address = [host, `${host}:${port}`].find((each) => parseAddress(each) !== void 0);
  return address === void 0 ? void 0 : `An address has no scheme and no path: write \`${address}\`.`;
}

// src/kinds/tcp.ts
var shape3 = object(
  {
    address: field(text("host:port"), "where to connect: host:port, an IPv6 address in brackets"),
    via: field(text("the name of a host"), "the host to go through")
  },
  ["address"]
);
var PATIENCE_MS = 5e3;
var BANNER_MS = 250;
var definition7 = {
  name: "tcp",
  doc: "Whether a port is open",
  shape: shape3,
  parts: {
    open: oneOfPart("whether the connection was accepted; refusal, and silence for 5 s, mean that it is not"),
    duration: durationPart("how long that took"),
    banner: oneOfPart("the first line the server sends unasked within 250 ms")
  },
  captures: ["jq", "regex"],
  jqReads: "the observation",
  shorthand: addressShorthand,
  review: reviewAddressed,
  describe: (spec) => asWritten(spec.address),
  defaults: (_spec, named3) => named3.has("open") ? {} : { open: equalsByDefault(true) },
  async observe(spec, context) {
    const address = requireAddress(spec.address);
    const machine = spec.via === void 0 ? void 0 : await machineOf(spec.via, context);
    const way = await machine?.answers?.(context.signal);
    const dial2 = machine?.remote === true ? dialThrough(machine) : void 0;
    const left = context.deadline === void 0 ? Number.POSITIVE_INFINITY : context.deadline - context.clock.elapsed();
    const began = context.clock.elapsed();
    context.sent();
    const port = await probePort(address, { patienceMs: Math.min(PATIENCE_MS, left / 2), signal: context.signal, dial: dial2 });
    if (port.socket === void 0) await requireSame(way, machine, context.signal);
    const duration2 = Math.round(context.clock.elapsed() - began);
    const banner = port.socket === void 0 ? void 0 : await readBanner(port.socket, BANNER_MS, context.signal);
    const parts = { open: port.socket !== void 0, duration: duration2, ...banner === void 0 ? {} : { banner } };
    const said = port.socket === void 0 ? port.closed : banner ?? "The port is open; the server said nothing.";
    return {
      parts,
      ...banner === void 0 ? { remarks: { banner: "The server sent nothing unasked." } } : {},
      document: { json: parts },
      ...banner === void 0 ? {} : { text: banner },
      secrets: [],
      evidence: () => [{ title: `Answer of ${spec.address}`, text: said, language: "text", outside: true }]
    };
  }
};
async function requireSame(way, machine, signal) {
  if (machine === void 0 || await machine.answers?.(signal) === way) return;
  throw new CheckError({
    code: "ssh-connection-lost",
    message: `The connection to ${machine.label} was cut while it was to reach the port, so that nothing is known of that.`,
    hint: "Look at the log of the SSH server; did the machine restart, or does something between drop connections?"
  });
}
var tcpKind = kind(definition7);

// src/transport/tls-probe.ts
async function probeTls(address, options) {
  const { dial: dial2 = dial } = options;
  const { socket } = await dial2(address, options.signal);
  const encrypted = await secure(
    socket,
    {
      host: options.serverName ?? address.host,
      endpoint: formatAddress(address),
      context: void 0,
      insecure: true,
      protocols: []
    },
    options.signal
  );
  const certificate2 = peerCertificate(encrypted);
  const reason = reasonOf(encrypted, formatAddress(address));
  encrypted.destroy();
  if (certificate2 === void 0) return { trusted: false, reason: "The server showed no certificate." };
  return { ...certificateParts(certificate2, options.now), ...certificate2.trusted ? {} : { reason } };
}
function reasonOf(socket, endpoint) {
  const code2 = String(socket.authorizationError);
  const told = networkError(Object.assign(new Error(code2), { code: code2 }), endpoint);
  return told instanceof Error ? told.message : code2;
}

// src/kinds/tls.ts
var shape4 = object(
  {
    address: field(text("host:port"), "where to connect: host:port, an IPv6 address in brackets"),
    server_name: field(text("a host name"), "the name to ask for and to verify, when it is not that of the address"),
    via: field(text("the name of a host"), "the host to go through")
  },
  ["address"]
);
var definition8 = {
  name: "tls",
  doc: "The certificate of a TLS server",
  shape: shape4,
  parts: {
    subject: oneOfPart("whose certificate it is: `CN=example.com`"),
    issuer: oneOfPart("who issued it: `C=US, O=An authority, CN=R10`"),
    names: jsonPart("the host names and addresses it is for"),
    expires_at: timePart("when it expires"),
    days_left: jsonPart("whole days until it expires, negative afterwards"),
    protocol: oneOfPart("the version agreed on: `TLSv1.3`"),
    trusted: oneOfPart("whether its chain, its dates and its name are in order"),
    reason: oneOfPart("why it is not trusted; absent when it is")
  },
  captures: ["jq"],
  jqReads: "the observation",
  shorthand: addressShorthand,
  review: reviewAddressed,
  describe: (spec) => `certificate of ${asWritten(spec.server_name ?? spec.address)}`,
  defaults: (_spec, named3) => ({
    ...named3.has("trusted") ? {} : { trusted: equalsByDefault(true) },
    ...named3.has("days_left") ? {} : { days_left: atLeastByDefault(0) }
  }),
  async observe(spec, context) {
    const address = requireAddress(spec.address);
    const dial2 = await dialVia(spec.via, context);
    context.sent();
    const parts = await probeTls(address, {
      serverName: spec.server_name,
      now: context.clock.now(),
      signal: context.signal,
      dial: dial2
    });
    const text2 = JSON.stringify(parts, void 0, 2);
    return {
      parts,
      document: { json: parts },
      secrets: [],
      evidence: () => [{ title: `Certificate of ${spec.address}`, text: text2, language: "json", outside: false }]
    };
  }
};
var tlsKind = kind(definition8);

// src/kinds/websocket/conversation.ts
var MOST_MESSAGES = 1e4;
var MOST_BYTES2 = 10 * 1024 ** 2;
var MARGIN_MS = 100;
var Conversation = class {
  messages = [];
  close;
  #connection;
  #context;
  #bytes = 0;
  constructor(connection, context) {
    this.#connection = connection;
    this.#context = context;
  }
  /**
   * Gives a CheckError of verdict *failed* when an `until` is not met, or the other side closes too early; what was read
   * until then stays. Rejects when it cannot go on.
   */
  async run(steps) {
    for (const [index, step2] of steps.entries()) {
      const unmet2 = await this.#do(step2, index);
      if (unmet2 !== void 0) return unmet2;
    }
    return void 0;
  }
  /** Reads on until nothing comes for so long, or the other side closes. */
  async readWhileBusy(silenceMs) {
    while ((await this.#read(silenceMs)).is === "message") ;
  }
  async #do({ send, receive = 0, until }, index) {
    if (until !== void 0) return this.#readUntil(until, index);
    if (send === void 0) return this.#readCount(receive, index);
    await this.#connection.send(typeof send === "string" ? send : JSON.stringify(send));
    return void 0;
  }
  async #readCount(count, index) {
    for (let read3 = 0; read3 < count; read3 += 1) {
      const received = await this.#read();
      if (received.is === "message") continue;
      const what = `Step ${index + 1} waited for ${messages(count)}, and ${read3 === 0 ? "none" : read3} came`;
      return this.#failure(what, { expected: messages(count), actual: messages(read3) });
    }
    return void 0;
  }
  async #readUntil(until, index) {
    const begun = this.messages.length;
    let received = await this.#read(this.#patience());
    while (received.is === "message") {
      if (await holds2(until, this.messages.at(-1))) return void 0;
      received = await this.#read(this.#patience());
    }
    const read3 = this.messages.slice(begun);
    return this.#failure(unmet(until.display, index + 1, read3.length), {
      expected: until.display,
      actual: read3.length === 0 ? "no message" : JSON.stringify(read3.at(-1))
    });
  }
  /** How long to wait for what may never come: not quite to the end of the attempt, so that it is told as what it is. */
  #patience() {
    const { deadline, clock } = this.#context;
    if (deadline === void 0) return void 0;
    const left = deadline - clock.elapsed();
    return Math.max(0, left - Math.min(MARGIN_MS, left / 10));
  }
  async #read(silenceMs) {
    const received = await this.#connection.next(this.#context.signal, silenceMs);
    if (received.is === "closed") this.close = received.close;
    if (received.is !== "message") return received;
    const { text: text2, binary } = received.message;
    this.#bytes += text2.length;
    if (this.messages.length >= MOST_MESSAGES || this.#bytes > MOST_BYTES2) throw tooMuch();
    this.messages.push(binary ? text2 : readMessage(text2));
    return received;
  }
  #failure(what, finding) {
    const { close } = this;
    const ending = close === void 0 ? "before the time was out" : `before the server closed the connection (${close.code}${close.reason === "" ? "" : `, ${close.reason}`})`;
    return new CheckError({
      code: close === void 0 ? "websocket-until" : "websocket-closed",
      message: `${what} ${ending}.`,
      hint: "Compare the messages that came with what the step waits for.",
      verdict: "failed",
      finding
    });
  }
};
function unmet(program2, step2, read3) {
  if (read3 === 0) return `Step ${step2} waited for a message that meets \`${program2}\`, and none came`;
  return `Step ${step2} read ${messages(read3)}, ${read3 === 1 ? "which did not meet" : "and none met"} \`${program2}\``;
}
function messages(count) {
  return `${count} ${count === 1 ? "message" : "messages"}`;
}
async function holds2(until, message) {
  const outcome = await until.evaluate(JSON.stringify(message ?? null));
  return outcome.values?.length === 1 && outcome.values[0] === true;
}
function readMessage(text2) {
  try {
    return parseJson(text2);
  } catch {
    return text2;
  }
}
function tooMuch() {
  return new CheckError({
    code: "websocket-too-much",
    message: `The server sent more than ${MOST_MESSAGES.toLocaleString("en")} messages, or ${formatSize(MOST_BYTES2)} of them.`,
    hint: "Wait for fewer messages: `until` ends at the first that is looked for."
  });
}

// src/kinds/websocket/kept-sockets.ts
var KeptSockets = class {
  #sockets = /* @__PURE__ */ new Map();
  /** A socket of the same name that is still here is closed: two have no use for one name. */
  keep(name, socket) {
    const previous = this.#sockets.get(name);
    if (previous !== void 0 && previous !== socket) previous.connection.terminate();
    this.#sockets.set(name, socket);
  }
  /** Hands a socket over; whoever takes it keeps it again or closes it. */
  take(name) {
    const socket = this.#sockets.get(name);
    this.#sockets.delete(name);
    if (socket !== void 0) return socket;
    throw new CheckError({
      code: "websocket-not-kept",
      message: `There is no open socket \`${name}\`.`,
      hint: `An earlier check must leave it open with \`keep: ${name}\`, also one that goes on with it; let this one \`needs\` it.`
    });
  }
  async [Symbol.asyncDispose]() {
    await Promise.allSettled([...this.#sockets.values()].map(({ connection }) => connection.close()));
  }
};
function keptSockets(context) {
  return context.resource("websocket kept", () => new KeptSockets());
}

// src/kinds/websocket/websocket-url.ts
function joinWebSocketUrl(written, base) {
  return joinUrl(asHttp(written), base === void 0 ? void 0 : asHttp(base));
}
function webSocketUrlFault(fault) {
  if (fault === "url-scheme") {
    return { message: "This is no WebSocket URL.", hint: "Write wss://host/path, or a path that begins with `/`." };
  }
  if (fault !== "base-url-missing") return URL_FAULTS[fault];
  return {
    message: URL_FAULTS[fault].message,
    hint: "Set `base_url` under `defaults.websocket` or `defaults.request`, or write the whole URL."
  };
}
function webSocketUrl(written, base) {
  const joined = joinWebSocketUrl(written, base);
  if ("fault" in joined) throw urlError2(joined.fault, written);
  const url2 = URL.parse(joined.url.replace(/^http/i, "ws"));
  if (url2 === null || url2.hostname === "") throw urlError2("url-invalid", joined.url);
  url2.hash = "";
  return url2;
}
function asHttp(url2) {
  return url2.replace(/^ws(s?):/i, "http$1:");
}
function urlError2(fault, text2) {
  const { message, hint } = webSocketUrlFault(fault);
  const shown3 = text2.replace(/\/\/[^/?#@]*@/, "//");
  return new CheckError({ code: fault, message: `${message.replace(/\.$/, "")}: ${shown3}`, hint });
}

// src/kinds/websocket/observe-websocket.ts
async function observeWebSocket(spec, context) {
  const began = spec.socket === void 0 ? await connect2(spec, context) : await goOn(spec.socket, context);
  const { handshake, secrets } = began;
  if (handshake.connection === void 0) return refused2(handshake, spec.steps ?? [], secrets);
  const socket = { handshake, connection: handshake.connection };
  const conversation = new Conversation(socket.connection, context);
  try {
    const unmet2 = await conversation.run(spec.steps ?? []);
    if (unmet2 !== void 0) {
      await giveUp(socket, spec, context);
      return { ...observation5(handshake, conversation, secrets), unmet: unmet2 };
    }
    if (spec.idle !== void 0) await conversation.readWhileBusy(spec.idle);
  } catch (error) {
    await giveUp(socket, spec, context);
    throw error;
  }
  if (spec.keep !== void 0) (await keptSockets(context)).keep(spec.keep, socket);
  else conversation.close ??= await socket.connection.close();
  return observation5(handshake, conversation, secrets);
}
async function goOn(name, context) {
  const { handshake } = (await keptSockets(context)).take(name);
  context.sent();
  return { handshake, secrets: [] };
}
async function connect2(spec, context) {
  const url2 = webSocketUrl(spec.url ?? "", spec.base_url);
  requireNamedOrigin(url2, context);
  const cookieUrl = new URL(url2.href.replace(/^ws/, "http"));
  const cookies = context.session("cookies", spec.session ?? "", () => new CookieSession());
  const cookie2 = cookies.header(cookieUrl);
  const given3 = Object.fromEntries((spec.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]));
  const headers = { ...cookie2 === "" ? {} : { cookie: cookie2 }, ...given3 };
  const { openWebSocket } = await import("./transport-websocket-client.js");
  const dial2 = await dialVia(spec.via, context);
  context.sent();
  const handshake = await openWebSocket(
    { url: url2, headers, protocols: spec.protocols ?? [], environment: context.environment, dial: dial2 },
    context.signal
  );
  const set = await cookies.store(cookieUrl, handshake.setCookies, context.clock.now());
  const values2 = [...cookieValues(cookie2), ...set.map(({ value }) => value)];
  return { handshake, secrets: values2.filter((value) => value !== "") };
}
async function giveUp(socket, spec, context) {
  if (spec.socket !== void 0 && spec.keep !== void 0) (await keptSockets(context)).keep(spec.keep, socket);
  else socket.connection.terminate();
}
function refused2(handshake, steps, secrets) {
  const why = `The handshake was refused with status ${handshake.status}.`;
  const { parts, lookup, evidence } = answered(handshake);
  return {
    parts,
    remarks: { protocol: why, messages: why, close: why },
    document: { missing: why },
    lookup,
    secrets,
    ...steps.length === 0 ? {} : { unmet: stepsNotBegun(steps, handshake.status) },
    evidence: () => [evidence]
  };
}
function stepsNotBegun({ length }, status) {
  return new CheckError({
    code: "websocket-refused",
    message: `The handshake was refused with status ${status}, so ${length === 1 ? "the step was" : `the ${length} steps were`} not done.`,
    hint: "Where a refusal is right, leave `steps` out, or make it a check of its own.",
    verdict: "failed",
    finding: { expected: "an open connection", actual: `status ${status}` }
  });
}
function observation5(handshake, said, secrets) {
  const { parts, lookup, evidence } = answered(handshake);
  const { messages: messages2, close } = said;
  const lines = messages2.map((message) => typeof message === "string" ? message : JSON.stringify(message));
  return {
    parts: { ...parts, messages: messages2, ...close === void 0 ? {} : { close: { ...close } } },
    remarks: {
      ...handshake.protocol === "" ? { protocol: "The server chose no protocol." } : {},
      ...close === void 0 ? { close: "The server did not close the connection." } : {}
    },
    document: { json: messages2 },
    text: lines.join("\n"),
    lookup,
    secrets,
    evidence: () => [
      evidence,
      { title: `Messages (${messages2.length})`, text: lines.join("\n"), language: "text", outside: true }
    ]
  };
}
function answered(handshake) {
  const { status, headers, protocol } = handshake;
  const parts = { status, headers, ...protocol === "" ? {} : { protocol } };
  const lookup = (part, key) => part === "headers" && Object.hasOwn(headers, key.toLowerCase()) ? headers[key.toLowerCase()] : void 0;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text2 = [`HTTP/1.1 ${status}`, ...lines].join("\n");
  const evidence = { title: "Answer to the handshake", text: text2, language: "http", outside: false };
  return { parts, lookup, evidence };
}

// src/kinds/websocket/secrets.ts
function webSocketSecrets(spec) {
  const inHeaders = (spec.headers ?? []).flatMap(({ name, value }) => {
    if (/^cookie$/i.test(name)) return cookieValues(value);
    return /^(?:proxy-)?authorization$/i.test(name) ? [value.replace(/^[A-Za-z]+\s+/, "")] : [];
  });
  const inUrls = [spec.url, spec.base_url].flatMap((url2) => {
    const password = URL.parse(url2 ?? "")?.password ?? "";
    return [password, decodeURIComponent(password)];
  });
  return [...inHeaders, ...inUrls].filter((secret) => secret !== "");
}

// src/kinds/websocket/shape.ts
var step = object({
  send: field(json("text, or a value that is sent as JSON"), "sends a message"),
  receive: field(integer(1, MOST_MESSAGES), "reads so many messages"),
  until: field(program(), "reads messages up to the first for which the program yields true")
});
var webSocketShape = object({
  url: field(url(), "where to connect: ws://, wss://, or a path that joins `base_url`"),
  base_url: field(url(), "what a path is appended to; http: and https: mean ws: and wss:"),
  headers: field(map(headerValue(), "ignore-case"), "headers of the handshake"),
  protocols: field(list(text("a protocol"), 1), "the subprotocols to offer"),
  session: field(text("the name of a session"), "the cookie jar to use; that of the run unless given"),
  via: field(text("the name of a host"), "the host to go through"),
  socket: field(
    word("the name of a kept socket", /^[A-Za-z0-9_-]+$/),
    "goes on with a socket kept by an earlier check"
  ),
  steps: field(list(step), "what to send and to wait for, in order"),
  idle: field(duration(), "after the last step, reads on until nothing comes for this long"),
  keep: field(word("a name", /^[A-Za-z0-9_-]+$/), "leaves the socket open, for a later check to go on with")
});

// src/kinds/websocket/websocket.ts
var definition9 = {
  name: "websocket",
  doc: "A WebSocket, from the handshake to the close",
  shape: webSocketShape,
  parts: {
    status: statusPart("the status of the handshake, that of a refusal too; 101 when it is open"),
    headers: headersPart("the headers of the answer to the handshake"),
    protocol: oneOfPart("the subprotocol the server chose; absent when it chose none"),
    messages: jsonPart("the messages that were read: JSON where they parse, else text; binary ones as base64 text"),
    close: {
      ...jsonPart("how the connection was closed; absent while it is kept open"),
      fields: {
        code: oneOfPart("1000 is normal, 1005 none given, 1006 a connection that broke"),
        reason: oneOfPart("the reason that came with it")
      }
    }
  },
  captures: ["jq", "header", "regex"],
  jqReads: "the list of messages",
  fallbackDefaults: { kind: "request", fields: ["base_url"] },
  shorthand: (written) => ({ url: { start: 0, end: written.length } }),
  review: reviewWebSocket,
  describe: (spec) => inShort(spec.url === void 0 ? `socket ${spec.socket ?? ""}` : asWritten(spec.url)),
  defaults: (_spec, named3) => named3.has("status") ? {} : { status: equalsByDefault(101) },
  secrets: webSocketSecrets,
  load: () => import("./transport-websocket-client.js"),
  observe: observeWebSocket
};
var websocketKind = kind(definition9);
function reviewWebSocket(spec, context) {
  if (spec.url === void 0 === (spec.socket === void 0)) {
    context.report({
      code: "websocket-one-of",
      span: context.span,
      message: "`websocket` takes either `url` or `socket`.",
      hint: "Give a `url` to connect to, or with `socket` the name of one that an earlier check left open with `keep`."
    });
  }
  if (spec.url !== void 0) reviewUrl2(spec.url, spec.base_url, context);
  for (const [index, given3] of (spec.steps ?? []).entries()) {
    if (Object.keys(given3).length === 1) continue;
    context.report({
      code: "websocket-step",
      span: given3.until?.source.span ?? context.span,
      message: `Step ${index + 1} must be one of \`send\`, \`receive\` and \`until\`.`,
      hint: "Write each as a step of its own: a list entry with one key."
    });
  }
  reviewReference(spec.via, "host", context);
}
function reviewUrl2(template2, base, context) {
  const [begin] = template2.parts;
  if (begin !== void 0 && typeof begin !== "string") return;
  const end = base?.parts.at(-1);
  const standIn = base === void 0 ? void 0 : literalText(base) ?? `http://host${typeof end === "string" ? end : ""}`;
  const joined = joinWebSocketUrl(begin ?? "", standIn);
  if ("url" in joined) return;
  const span = joined.fault === "base-url-form" ? base?.span ?? template2.span : template2.span;
  context.report({ code: joined.fault, span, ...webSocketUrlFault(joined.fault) });
}

// src/kinds/index.ts
var kinds = new Map(
  [requestKind, websocketKind, queryKind, containersKind, logsKind, runKind, tcpKind, tlsKind, manualKind].map((kind2) => [
    kind2.name,
    kind2
  ])
);

// src/language/load.ts
import { readdir as readdir2, readFile, realpath as realpath2, stat as stat2 } from "node:fs/promises";
import { basename as basename3, dirname as dirname2, isAbsolute as isAbsolute2, relative as relative2, resolve as resolve5, sep as sep2 } from "node:path";

// src/language/wording.ts
function suggestion(written, known2) {
  const names = [...known2];
  const begun = written.length > 2 ? names.find((name) => name.startsWith(written.toLowerCase())) : void 0;
  const part = names.find((name) => name.length > 2 && (written.startsWith(name) || written.endsWith(`_${name}`)));
  const near = suggest(written, names) ?? begun ?? part;
  return near === void 0 ? void 0 : `Did you mean \`${near}\`?`;
}
function listed(words2, last) {
  const head = words2.slice(0, -1);
  return head.length === 0 ? words2[0] ?? "nothing" : `${head.join(", ")} ${last} ${words2.at(-1) ?? ""}`;
}
function code(name) {
  return `\`${name}\``;
}
function named2(subject) {
  return subject.includes(" ") ? subject : code(subject);
}
function given(name, value) {
  return value === void 0 ? {} : { [name]: value };
}
function sentence2(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}

// src/language/load.ts
var LARGEST = 1024 * 1024;
async function loadSource(path, root) {
  const absolute = resolve5(root, path);
  const shown3 = isBelow(absolute, resolve5(root)) ? relative2(root, absolute).split(sep2).join("/") : path;
  const read3 = await readBelow(absolute, root, shown3 === "" ? "." : shown3);
  const source = { path: shown3 === "" ? "." : shown3, text: "text" in read3 ? read3.text : "" };
  if ("text" in read3) return { source, diagnostics: [] };
  return { source, diagnostics: [{ ...read3, severity: "error", span: { source, start: 0, end: 0 } }] };
}
async function readBelow(absolute, root, shown3) {
  try {
    const real = await realpath2(absolute);
    if (!isBelow(real, await realpath2(root))) return outside2(shown3);
    const found2 = await stat2(real);
    if (found2.isDirectory()) return isDirectory(shown3, await checklistsIn(real));
    if (!found2.isFile()) return unreadable4(shown3, "it is no regular file");
    if (found2.size > LARGEST) return tooLarge2(shown3, found2.size);
    return decode(await readFile(real), shown3);
  } catch (error) {
    const reason = errorCode(error);
    if (reason === void 0) throw error;
    if (reason === "ENOENT" || reason === "ENOTDIR") {
      if (!isBelow(absolute, resolve5(root))) return outside2(shown3);
      return await isBare(root) ? notCheckedOut(shown3) : missing(shown3, await checklistsIn(dirname2(absolute)));
    }
    return unreadable4(shown3, reason === "EACCES" ? "reading it is not permitted" : `the system says ${reason}`);
  }
}
function isBelow(path, root) {
  const from = relative2(root, path);
  return from !== ".." && !from.startsWith(`..${sep2}`) && !isAbsolute2(from);
}
function decode(bytes, shown3) {
  if (bytes.length > LARGEST) return tooLarge2(shown3, bytes.length);
  const wide = bytes.indexOf(0) !== -1 && bytes.length > 1;
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff" || wide && /^(?:[^\0]\0|\0[^\0])/.test(bytes.toString("latin1"))) {
    return notUtf8(shown3, "it is UTF-16");
  }
  let text2;
  try {
    text2 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const line = validLines(bytes);
    return notUtf8(shown3, `line ${line} holds bytes that are none`);
  }
  if (text2.trim() !== "") return { text: text2 };
  return {
    code: "checklist-empty",
    message: `The checklist ${code(shown3)} is empty.`,
    hint: 'Begin with a name and a check, such as `checks: [{ request: "GET https://example.com/health" }]`.'
  };
}
function validLines(bytes) {
  const lines = bytes.toString("latin1").split("\n");
  const bad = lines.findIndex((line) => Buffer.from(line, "latin1").toString("utf8").includes("\uFFFD"));
  return bad + 1;
}
async function checklistsIn(folder) {
  const names = await readdir2(folder).catch(() => []);
  return names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
}
async function isBare(root) {
  const names = await readdir2(root).catch(() => ["?"]);
  return names.every((name) => name === "verify-report");
}
function notCheckedOut(shown3) {
  return {
    code: "checklist-missing",
    message: `There is no file ${code(shown3)}, and nothing else in the folder that is verified.`,
    hint: "In a workflow a step with `actions/checkout` stands before this one; on a terminal start in the folder of the checklist."
  };
}
function missing(shown3, near) {
  const guess = suggest(basename3(shown3), near) ?? (near.length === 1 ? near[0] : void 0);
  const others = near.slice(0, 5).map(code).join(", ");
  const seen = near.length === 0 ? "There is no YAML file in that folder." : `The folder holds ${others}.`;
  return {
    code: "checklist-missing",
    message: `There is no file ${code(shown3)}.`,
    hint: guess === void 0 ? `${seen} Name the checklist's path.` : `Did you mean ${code(guess)}?`
  };
}
function isDirectory(shown3, inside) {
  const [first2] = inside;
  return {
    code: "checklist-is-directory",
    message: `${code(shown3)} is a folder, not a file.`,
    hint: first2 === void 0 ? "Name the checklist's file." : `Name a file in it, such as ${code(`${shown3}/${first2}`)}.`
  };
}
function outside2(shown3) {
  return {
    code: "checklist-outside",
    message: `${code(shown3)} lies outside of the folder that is verified, links resolved.`,
    hint: "Move the checklist into the repository, or start in the folder that holds it."
  };
}
function unreadable4(shown3, why) {
  return {
    code: "checklist-unreadable",
    message: `${code(shown3)} cannot be read: ${why}.`,
    hint: "Name a regular file that this user may read."
  };
}
function tooLarge2(shown3, size2) {
  return {
    code: "checklist-too-large",
    message: `${code(shown3)} has ${(size2 / LARGEST).toFixed(1)} MiB; a checklist has 1 MiB at most.`,
    hint: "Is it the right file? If so, split it into several checklists."
  };
}
function notUtf8(shown3, why) {
  return {
    code: "checklist-not-utf8",
    message: `${code(shown3)} is not UTF-8: ${why}.`,
    hint: "Save it as UTF-8 in the editor."
  };
}

// src/model/connections.ts
var hostShape = object({
  ssh: field(
    object(
      {
        host: field(text("a host name or an address"), "name or address of the server, IPv6 too"),
        user: field(text("a user name"), "who to log in as"),
        port: field(text("a port"), "port of the SSH server, 22 unless given"),
        key: field(text("a private key"), "the text of a private key without a passphrase"),
        agent: field(boolean(), "whether the keys of the running SSH agent may be used"),
        known_hosts: field(
          text("lines of a known_hosts file"),
          "the host keys of the server, as ssh-keyscan prints them"
        ),
        fingerprints: field(
          list(text("a SHA256: fingerprint"), 1),
          "the SHA-256 fingerprints of host keys of any type, as ssh-keygen -l prints them"
        ),
        jump: field(text("the name of a host"), "another of the `hosts`, to go through"),
        connect_timeout: field(duration(), "how long connecting and logging in may take, 10s unless given")
      },
      ["host"]
    ),
    "how to reach the machine; without it the host is the runner"
  ),
  compose: field(
    object({
      file: field(text("a path"), "the compose file; what Compose finds by itself unless given"),
      files: field(list(text("a path"), 1), "several compose files, later ones over earlier ones"),
      directory: field(text("a path"), "the folder that Compose is called in"),
      project: field(text("a project name"), "the name of the project"),
      command: field(list(text("a word"), 1), "how to call Compose, instead of `docker compose`"),
      env_file: field(text("a path"), "the file with the variables of the compose file, instead of `.env`"),
      profiles: field(list(text("a profile"), 1), "active profiles")
    }),
    "the Compose project on this machine"
  )
});
var databaseShape = object({
  url: field(text("a postgres:// URL"), "where and as whom, in one"),
  address: field(text("host:port"), "where the server listens"),
  user: field(text("a user name"), "who to log in as"),
  password: field(text("a password"), "always secret"),
  database: field(text("a database name"), "which database"),
  tls: field(
    forms({
      scalar: choice("disable", "require", "verify"),
      map: object({
        ca: field(text("a certificate"), "PEM text of the authority"),
        server_name: field(text("a name"), "the name to verify")
      })
    }),
    "encryption: disable, require (unverified) or verify"
  ),
  host: field(text("the name of a host"), "the host to go through"),
  service: field(text("the name of a service"), "the Compose service it runs in")
});

// src/language/entry-keys.ts
var FILE_KEYS = ["name", "vars", "hosts", "databases", "targets", "defaults", "ready", "checks"];
var TARGET_KEYS = ["vars", "hosts", "databases", "defaults"];
var WAITING_KEYS = ["within", "every", "consecutive"];
var ENTRY_KEYS = ["name", "id", "if", "needs", "tags"];
var SECTION_KEYS = [...ENTRY_KEYS, "checks", "parallel", "defaults"];
var READY_KEYS = [...SECTION_KEYS, ...WAITING_KEYS];
var CHECK_KEYS = [
  ...ENTRY_KEYS,
  ...WAITING_KEYS,
  "expect",
  "capture",
  "timeout",
  "repeat",
  "severity",
  "fix",
  "cleanup"
];
var INHERITED_KEYS = [...WAITING_KEYS, "timeout", "severity"];
var NOT_YET = {
  each: "Copies of an entry for each item",
  include: "Including another file"
};
function allowedElsewhere(key, kinds2) {
  const places = [
    ["a check", CHECK_KEYS],
    ["a section", SECTION_KEYS],
    ["`ready`", WAITING_KEYS],
    ["the top level of the file", FILE_KEYS],
    ...[...kinds2.values()].map((kind2) => [code(kind2.name), fieldsOf(kind2.shape.node)]),
    ["the `expect` of a check", [.../* @__PURE__ */ new Set(["jq", ...[...kinds2.values()].flatMap((kind2) => Object.keys(kind2.parts))])]],
    ["`defaults`", [...INHERITED_KEYS, ...kinds2.keys()]]
  ];
  const found2 = places.filter(([, keys]) => keys.includes(key)).map(([place]) => place);
  return found2.length === 0 ? void 0 : `${code(key)} may stand in ${listed(found2.slice(0, 3), "or")}.`;
}
function fieldsOf(shape5) {
  const map2 = shape5.type === "forms" ? shape5.map : shape5;
  return map2?.type === "object" ? Object.keys(map2.fields) : [];
}

// src/language/field-reader.ts
var import_yaml = __toESM(require_dist(), 1);

// src/language/mended-line.ts
var LONGEST = 160;
function mended(source, start, end, mend) {
  const { text: text2 } = source;
  const lineStart = text2.lastIndexOf("\n", start - 1) + 1;
  const lineBreak = text2.indexOf("\n", end);
  const line = text2.slice(lineStart, start) + mend(text2.slice(start, end)) + text2.slice(end, lineBreak === -1 ? text2.length : lineBreak);
  const shown3 = line.split("\n")[0]?.replace(/\r$/, "").trim() ?? "";
  return `\`${shown3.length > LONGEST ? mend(text2.slice(start, end)).slice(0, LONGEST) : shown3}\``;
}
function quoted2(text2) {
  const bare = text2.trim();
  const space = text2.slice(bare.length + text2.indexOf(bare));
  return (/["\\]/.test(bare) ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`) + space;
}

// src/language/scalar-map.ts
function mapScalar(value, span, how) {
  const map2 = how.style === "block" ? blockMap(value, span, how.content) : flowMap(value, span, how.style);
  return { text: value, span, map: map2 };
}
function flowMap(value, span, style) {
  const quoted4 = style === "plain" ? 0 : 1;
  const source = span.source.text;
  const end = span.end - quoted4;
  const pairs2 = [[0, span.start + quoted4]];
  let at2 = span.start + quoted4;
  let text2 = 0;
  while (at2 < end && text2 < value.length) {
    const step2 = flowStep(source, at2, style, value.codePointAt(text2) ?? 0);
    at2 += step2.source;
    text2 += step2.text;
    if (step2.source !== step2.text) pairs2.push([text2, at2]);
  }
  return pairs2;
}
function flowStep(source, at2, style, produced) {
  const blank2 = blankRun(source, at2);
  if (blank2 !== void 0) {
    const { length, breaks } = blank2;
    return { source: length, text: breaks === 0 ? length : Math.max(1, breaks - 1) };
  }
  if (style === "single" && source.startsWith("''", at2)) return { source: 2, text: 1 };
  if (style === "double" && source[at2] === "\\") return escapeStep(source, at2, produced);
  return { source: 1, text: 1 };
}
function blankRun(source, at2) {
  let end = at2;
  let breaks = 0;
  for (; end < source.length; end += 1) {
    const character = source[end];
    if (character === "\n") breaks += 1;
    else if (character !== " " && character !== "	" && !(character === "\r" && source[end + 1] === "\n")) break;
  }
  return end === at2 ? void 0 : { length: end - at2, breaks };
}
function escapeStep(source, at2, produced) {
  const lineBreak = /\\\r?\n[ \t]*/y;
  lineBreak.lastIndex = at2;
  const escaped2 = lineBreak.exec(source);
  if (escaped2 !== null) return { source: escaped2[0].length, text: 0 };
  const length = { x: 4, u: 6, U: 10 }[source[at2 + 1] ?? ""] ?? 2;
  return { source: length, text: produced > 65535 && length === 10 ? 2 : 1 };
}
function blockMap(value, span, content) {
  const source = span.source.text;
  const pairs2 = [[0, content]];
  let text2 = 0;
  let line = content;
  while (line < span.end) {
    const lineBreak = source.indexOf("\n", line);
    const end = Math.min(span.end, lineBreak === -1 ? span.end : lineBreak);
    const core = source.slice(line, end).trim();
    const found2 = core === "" ? -1 : value.indexOf(core, text2);
    if (found2 !== -1) {
      const back = sharedSpaces(value, found2, source, line + source.slice(line, end).indexOf(core));
      pairs2.push([found2 - back, line + source.slice(line, end).indexOf(core) - back]);
      text2 = found2 + core.length;
    }
    line = end + 1;
  }
  return pairs2;
}
function sharedSpaces(value, text2, source, at2) {
  let count = 0;
  while (text2 - count > 0 && value[text2 - count - 1] === " " && source[at2 - count - 1] === " ") count += 1;
  return count;
}

// src/language/syntax.ts
function spanAt(source, start, end) {
  return { source, start, end };
}
function entryOf2(map2, name) {
  return map2.entries.find((entry) => entry.key.text === name);
}
function isNull(node) {
  return node.node === "scalar" && node.value === null;
}
function found(node) {
  if (node.node === "map") return "a map";
  if (node.node === "list") return "a list";
  if (node.node === "broken" || node.value === null) return "null";
  if (typeof node.value === "boolean") return `\`${node.text.text}\`, which is a boolean`;
  if (typeof node.value === "string") return node.text.text === "" ? "an empty text" : "text";
  return `\`${node.text.text}\`, which is a number`;
}
function collector() {
  const diagnostics = [];
  const seen = /* @__PURE__ */ new Set();
  const report = (fault) => {
    const place = `${fault.code} ${fault.span.source.path} ${fault.span.start} ${fault.span.end}`;
    if (seen.has(place)) return;
    seen.add(place);
    diagnostics.push({ severity: "error", ...fault });
  };
  return { report, diagnostics };
}
var MOST_DIAGNOSTICS = 100;
function inOrder(diagnostics) {
  const unique = collector();
  for (const diagnostic2 of diagnostics) {
    const { severity, ...fault } = diagnostic2;
    unique.report(severity === "warning" ? { ...fault, severity } : fault);
  }
  const sorted = unique.diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  const next = sorted[MOST_DIAGNOSTICS];
  if (next === void 0) return sorted;
  const more = {
    code: "more-faults",
    severity: "error",
    span: next.span,
    message: `From here on there are ${sorted.length - MOST_DIAGNOSTICS} more.`,
    hint: "Mend those above first: many faults often have one cause."
  };
  return [...sorted.slice(0, MOST_DIAGNOSTICS), more];
}

// src/language/swallowed.ts
function swallowedComment(source, from, end, report) {
  const comment = /[ \t]+#[^\s#!][^\r\n]*/y;
  comment.lastIndex = end;
  const match = comment.exec(source.text);
  if (match === null) return false;
  const start = end + match[0].indexOf("#");
  report({
    code: "swallowed-comment",
    span: spanAt(source, start, end + match[0].length),
    message: "What follows ` #` is a comment to YAML, so this text is not part of the value.",
    hint: `If it belongs to the value, quote the whole: ${mended(source, from, end + match[0].length, quoted2)}. If it is a comment, put a space after \`#\`.`
  });
  return true;
}
function swallowedSelector(source, key, end, report) {
  const { text: text2 } = source;
  const indent = key.start - (text2.lastIndexOf("\n", key.start - 1) + 1);
  let reported2 = false;
  let line = nextLine(text2, key.end);
  while (line < text2.length) {
    const stop = text2.indexOf("\n", line);
    const content = text2.slice(line, stop === -1 ? text2.length : stop).replace(/\r$/, "");
    const selector = /^([ \t]+)(#[A-Za-z_][^:]*): ?/.exec(content);
    const belongs = line < end || /^\s*(#|$)/.test(content);
    if (!belongs) break;
    if (selector?.[1] !== void 0 && selector[2] !== void 0 && selector[1].length > indent) {
      reported2 = true;
      report({
        code: "swallowed-selector",
        span: spanAt(source, line + selector[1].length, line + content.length),
        message: `\`${selector[2]}\` begins with \`#\`, so YAML reads the line as a comment and nothing is checked.`,
        hint: `Put the selector in quotes: ${mended(source, line + selector[1].length, line + selector[1].length + selector[2].length, quoted2)}.`
      });
    }
    line = nextLine(text2, line);
  }
  return reported2;
}
function nextLine(text2, from) {
  const stop = text2.indexOf("\n", from);
  return stop === -1 ? text2.length : stop + 1;
}

// src/language/build-tree.ts
var MOST_ALIASES = 100;
function buildTree(source, root, report) {
  return build({ source, report, anchors: /* @__PURE__ */ new Map(), aliases: 0 }, root);
}
function build(building, raw) {
  if (raw.raw === "alias") return resolveAlias(building, raw);
  if (raw.anchor === void 0) return buildNode(building, raw);
  const before = building.aliases;
  building.anchors.set(raw.anchor, void 0);
  const node = buildNode(building, raw);
  building.anchors.set(raw.anchor, { node, aliases: building.aliases - before });
  return node;
}
function buildNode(building, raw) {
  const span = spanAt(building.source, raw.start, raw.end);
  if (raw.raw === "scalar") return buildScalar(building, raw, span);
  if (raw.raw === "map") return buildMap(building, raw, span);
  return { node: "list", span, items: raw.items.map((item) => build(building, item)) };
}
function resolveAlias(building, alias) {
  const span = spanAt(building.source, alias.start, alias.end);
  const target = building.anchors.get(alias.name);
  if (target === void 0) {
    const circular = building.anchors.has(alias.name);
    building.report({
      code: "bad-alias",
      span,
      message: circular ? `\`*${alias.name}\` stands inside the very value it stands for.` : `\`*\` begins an alias in YAML, and there is no anchor \`&${alias.name}\` above.`,
      hint: circular ? "Remove the alias." : `If it is text, quote it: ${mended(building.source, alias.start, alias.end, quoted2)}.`
    });
    return { node: "broken", span };
  }
  const before = building.aliases;
  building.aliases += 1 + target.aliases;
  if (building.aliases <= MOST_ALIASES) return target.node;
  if (before > MOST_ALIASES) return { node: "broken", span };
  building.report({
    code: "too-many-aliases",
    span,
    message: `The file uses more than ${MOST_ALIASES} aliases, those inside of what aliases stand for counted too.`,
    hint: "Write the values out, or move what repeats to `defaults` or `vars`."
  });
  return { node: "broken", span };
}
function buildScalar(building, raw, span) {
  const { source, report } = building;
  const { value, how } = raw;
  if (how === void 0 && typeof value !== "string") {
    reportMissing(building, span, "This element");
    return { node: "broken", span };
  }
  const spelling = source.text.slice(raw.start, raw.end);
  const trimmed = spanAt(source, raw.start, raw.start + spelling.trimEnd().length);
  if (how?.style === "plain" && typeof value === "string" && swallowedComment(source, raw.start, raw.end, report)) {
    return { node: "broken", span };
  }
  if (spelling.includes("${{")) return reportGithub(building, raw);
  const number = typeof value === "number" ? exactNumber(spelling, value) : void 0;
  if (typeof value === "number" && number === void 0) {
    report({
      code: "not-a-json-number",
      span,
      message: `\`${spelling}\` is a number to YAML, but not to JSON.`,
      hint: `If it is text, quote it: ${mended(source, raw.start, raw.end, quoted2)}.`
    });
    return { node: "broken", span };
  }
  const text2 = typeof value === "string" ? value : spelling;
  return {
    node: "scalar",
    span: trimmed,
    text: mapScalar(text2, trimmed, how ?? { style: "plain" }),
    value: number ?? value
  };
}
function exactNumber(spelling, value) {
  if (/^0[xo]/.test(spelling)) return numberFromText(BigInt(spelling).toString());
  const parts = /^([-+]?)0*(\d*)(?:\.(\d*))?((?:[eE][-+]?\d+)?)$/.exec(spelling);
  if (parts === null) return Number.isFinite(value) ? value : void 0;
  const [, sign = "", whole = "", fraction = "", power = ""] = parts;
  return numberFromText(`${sign === "-" ? "-" : ""}${whole || "0"}${fraction === "" ? "" : `.${fraction}`}${power}`);
}
function reportGithub(building, raw) {
  const { source, report } = building;
  const start = source.text.indexOf("${{", raw.start);
  const close = source.text.indexOf("}}", start);
  const span = spanAt(source, start, close === -1 || close > raw.end ? raw.end : close + 2);
  report({
    code: "github-expression",
    span,
    message: `\`\${{ \u2026 }}\` is an expression of GitHub's workflows, which are not read here.`,
    hint: 'Hand the value over as an environment variable of the step, declare it under `vars` as `name: { env: NAME }`, and write `"{{ $name }}"`.'
  });
  return { node: "broken", span };
}
function reportMissing(building, span, what) {
  building.report({
    code: "missing-value",
    span,
    message: `${what} has no value.`,
    hint: 'Write the value, or indent what belongs to it; if nothing is meant, write `null`, `""`, `[]` or `{}`.'
  });
}
function buildMap(building, raw, span) {
  const { source, report } = building;
  if (raw.flow && source.text.startsWith("{{", raw.start) && isHole(raw)) {
    report({
      code: "unquoted-hole",
      span,
      message: "Without quotes YAML reads `{{ \u2026 }}` as a map.",
      hint: `Put the value in quotes: ${mended(source, raw.start, raw.end, quoted2)}.`
    });
    return { node: "broken", span };
  }
  const entries = [];
  const names = /* @__PURE__ */ new Set();
  let doubled = false;
  for (const pair of raw.pairs) {
    const key = readKey(building, pair.key, raw);
    if (key === void 0) continue;
    const value = pairValue(building, raw, key, pair.value);
    if (!names.has(key.text)) entries.push({ key, value });
    else if (!doubled) reportDuplicate(key, report);
    doubled ||= names.has(key.text);
    names.add(key.text);
  }
  return { node: "map", span, entries };
}
function isHole(raw) {
  return raw.pairs.length === 1 && raw.pairs[0]?.key?.raw === "map";
}
function reportDuplicate(key, report) {
  report({
    code: "duplicate-key",
    span: key.span,
    message: `\`${key.text}\` stands twice in the same map.`,
    hint: "Keep one of them; several values of one key are a list."
  });
}
function readKey(building, raw, map2) {
  const { source, report } = building;
  const span = spanAt(source, raw?.start ?? map2.start, raw?.end ?? map2.start + 1);
  const written = source.text.slice(span.start, span.end);
  if (written.includes("{{")) {
    report({
      code: "hole-in-key",
      span,
      message: "A key is never a template, so `{{ \u2026 }}` may not stand in it.",
      hint: "Write the key out, or name what varies in the value."
    });
    return void 0;
  }
  if (raw?.raw !== "scalar" || raw.how === void 0) {
    report({
      code: "complex-key",
      span,
      message: "A key must be text.",
      hint: "Write `key: value`; a key with brackets, `*`, `?` or `:` stands in quotes."
    });
    return void 0;
  }
  if (raw.how.style === "plain" && written === "<<") {
    report({
      code: "merge-key",
      span,
      message: "Merge keys (`<<`) are not part of YAML 1.2.",
      hint: "Repeat the keys, or give them once under `defaults` of the file or of a section."
    });
    return void 0;
  }
  return mapScalar(typeof raw.value === "string" ? raw.value : written, span, raw.how);
}
function pairValue(building, map2, key, raw) {
  if (raw !== void 0 && !(raw.raw === "scalar" && raw.how === void 0 && typeof raw.value !== "string")) {
    const value = build(building, raw);
    if (key.text === "html") swallowedSelector(building.source, key.span, raw.end, building.report);
    return value;
  }
  const span = key.span;
  if (raw === void 0 && map2.flow) reportFlowEntry(building, map2, key);
  else if (!swallowedValue(building, key)) reportMissing(building, span, `\`${key.text}\``);
  return { node: "broken", span };
}
function swallowedValue(building, key) {
  const { source, report } = building;
  if (key.text === "html" && swallowedSelector(source, key.span, key.span.end, report)) return true;
  const colon = /\s*:/y;
  colon.lastIndex = key.span.end;
  const end = key.span.end + (colon.exec(source.text)?.[0].length ?? 0);
  const first2 = /[ \t]*/y;
  first2.lastIndex = end;
  const gap = first2.exec(source.text)?.[0].length ?? 0;
  return swallowedComment(source, end + gap, end, report);
}
function reportFlowEntry(building, map2, key) {
  const { source, report } = building;
  const index = map2.pairs.findIndex((pair) => pair.key?.start === key.span.start);
  const before = map2.pairs[index - 1]?.value;
  const joined = before?.raw === "scalar" && before.how?.style === "plain";
  report({
    code: "flow-entry-without-colon",
    span: key.span,
    message: `\`${key.text}\` is an entry of a map in braces, but it has no colon and no value.`,
    hint: joined ? `If it belongs to the text before the comma, quote the whole: ${mended(source, before.start, key.span.end, quoted2)}.` : `Write \`${key.text}: value\`, or put text that holds a comma in quotes.`
  });
}

// src/language/bad-indentation.ts
function badIndentation(source, lineStart) {
  const line = source.text.slice(lineStart).split("\n")[0] ?? "";
  const indent = line.length - line.trimStart().length;
  const above = lineAbove(source, lineStart);
  const isDash = /^- /.test(line.trimStart());
  const amongKeys = isDash && above?.indent === indent && above.key === indent;
  return {
    code: "bad-indentation",
    span: spanAt(source, lineStart + indent, lineStart + Math.max(indent, line.trimEnd().length)),
    message: amongKeys ? "Here a dash begins an entry of a list, and the line above is a key of a map: one block holds only one of both." : `This line is indented by ${spaces(indent)}, which fits nothing above it.`,
    hint: above === void 0 || isDash ? "Keys of one map stand below each other; so do the dashes of one list, and what belongs to a dash stands two further in." : `Keys of one map stand below each other: the one above begins after ${spaces(above.key)}.`
  };
}
function spaces(count) {
  return `${count} ${count === 1 ? "space" : "spaces"}`;
}
function lineAbove(source, lineStart) {
  const lines = source.text.slice(0, lineStart).split("\n");
  const above = lines.findLast((line) => /^[^#]*[^\s#]/.test(line));
  const [dashes = ""] = /^ *(?:- +)*/.exec(above ?? "") ?? [];
  return above === void 0 ? void 0 : { indent: above.length - above.trimStart().length, key: dashes.length };
}

// src/language/value-around.ts
var LONGEST2 = 2e3;
function valueAround(source, offset) {
  const { text: text2 } = source;
  const lineStart = text2.lastIndexOf("\n", offset - 1) + 1;
  const lineBreak = text2.indexOf("\n", offset);
  const line = text2.slice(lineStart, lineBreak === -1 ? text2.length : lineBreak).replace(/\s+$/, "");
  const at2 = offset - lineStart;
  if (line.length > LONGEST2) return { start: offset, end: Math.min(offset + 1, text2.length), inFlow: false };
  const indent = line.length - line.trimStart().length;
  const whole = { start: indent, end: line.length, inFlow: false };
  const found2 = meantValues(line).findLast((value) => value.start <= at2 && at2 <= value.end) ?? whole;
  return { start: lineStart + found2.start, end: lineStart + found2.end, inFlow: found2.inFlow };
}
function meantValues(line) {
  const values2 = [];
  const key = /(^\s*|[{,[]\s*|- +|\? +)(?:"[^"]*"|'[^']*'|[^\s{}[\],:"'#][^{}[\],:#"']*?):(?=\s)\s*|^\s*(?:- +)+/g;
  let inFlow = false;
  for (const match of line.matchAll(key)) {
    const opened = /^[{,[]/.test(match[1] ?? "");
    const yaml = inFlow || /(?::\s+|- +|^\s*)[{[]?$/.test(line.slice(0, match.index + 1));
    if (opened && !yaml) continue;
    inFlow ||= opened;
    const start = match.index + match[0].length;
    values2.push({ start, end: inFlow ? flowEnd(line, start) : line.length, inFlow });
  }
  return values2;
}
function flowEnd(line, start) {
  let depth = 0;
  for (let at2 = start; at2 < line.length; at2 += 1) {
    const character = line[at2] ?? "";
    if ("[{(".includes(character)) depth += 1;
    if (depth === 0 && ",]}".includes(character)) return trimmedEnd(line, start, at2);
    if ("]})".includes(character)) depth -= 1;
  }
  return trimmedEnd(line, start, line.length);
}
function trimmedEnd(line, start, end) {
  return start + line.slice(start, end).trimEnd().length;
}
function holeIn(source, offset) {
  const { text: text2 } = source;
  const lineStart = text2.lastIndexOf("\n", offset - 1) + 1;
  const lineBreak = text2.indexOf("\n", offset);
  const line = text2.slice(lineStart, lineBreak === -1 ? text2.length : lineBreak);
  if (line.length > LONGEST2) return void 0;
  const piece2 = /(?<![^\s{[,:])"(?:\\.|[^"\\])*"|(?<![^\s{[,:])'[^']*'|\{\{/g;
  for (const match of line.matchAll(piece2)) {
    if (lineStart + match.index > offset) return void 0;
    if (match[0] !== "{{") continue;
    const close = line.indexOf("}}", match.index);
    return { start: lineStart + match.index, end: lineStart + (close === -1 ? line.trimEnd().length : close + 2) };
  }
  return void 0;
}

// src/language/syntax-fault.ts
function explainFault(source, fault, brackets2) {
  for (const cause of CAUSES) {
    const found2 = cause(source, fault, brackets2);
    if (found2 !== void 0) return found2;
  }
  return {
    code: "yaml-syntax",
    span: spanAt(source, fault.start, Math.max(fault.end, fault.start + 1)),
    message: `This is not YAML: ${fault.message.replace(/\.$/, "")}.`,
    hint: "Look at the brackets, quotes and indentation here and in the line above."
  };
}
var tab = (source, fault) => {
  if (fault.code !== "TAB_AS_INDENT") return void 0;
  return {
    code: "tab-indentation",
    span: spanAt(source, fault.start, fault.start + 1),
    message: "YAML is indented by spaces, and here stands a tab.",
    hint: "Replace the tabs by spaces, two a level."
  };
};
var hole = (source, fault) => {
  const found2 = holeIn(source, fault.start);
  if (found2 === void 0) return void 0;
  const value = valueAround(source, found2.start);
  const github = source.text[found2.start - 1] === "$";
  return {
    code: github ? "github-expression" : "unquoted-hole",
    span: spanAt(source, found2.start - (github ? 1 : 0), found2.end),
    message: github ? `\`\${{ \u2026 }}\` is an expression of GitHub's workflows, which are not read here.` : "Without quotes YAML reads `{{ \u2026 }}` as a map.",
    hint: github ? 'Hand the value over as an environment variable of the step, declare it under `vars` as `name: { env: NAME }`, and write `"{{ $name }}"`.' : `Put the value in quotes: ${mended(source, value.start, value.end, quoted2)}.`
  };
};
var unclosedQuote = (source, fault, brackets2) => {
  if (!/closing ["']quote/.test(fault.message)) return void 0;
  const open2 = brackets2.find(({ start: start2, end, closed }) => !closed && start2 <= fault.start && fault.start <= end + 1);
  const start = open2?.start ?? fault.start;
  return {
    code: "unclosed-quote",
    span: spanAt(source, start, start + 1),
    message: `The quote \`${source.text[start] ?? '"'}\` that opens here is never closed.`,
    hint: "Close it at the end of the value; text over several lines is better written as a block below `|`."
  };
};
var badEscape = (source, fault) => {
  if (fault.code !== "BAD_DQ_ESCAPE") return void 0;
  const written = source.text.slice(fault.start, fault.start + 2);
  return {
    code: "bad-escape",
    span: spanAt(source, fault.start, fault.start + 2),
    message: `\`${written}\` is no escape that double quotes know.`,
    hint: `Double the backslash, as in ${mended(source, fault.start, fault.start + 1, () => "\\\\")}, or use single quotes, in which a backslash is a backslash.`
  };
};
var reserved = (source, fault) => {
  const opener = /[@`%|>*&!]/.exec(source.text.slice(fault.start, fault.start + 1))?.[0];
  const header = fault.code === "UNEXPECTED_TOKEN" && /block scalar|Not a YAML token|on same line with key/i.test(fault.message);
  const question = fault.code === "BLOCK_AS_IMPLICIT_KEY" && source.text.startsWith("? ", fault.start);
  if (!(fault.code === "BAD_SCALAR_START" || fault.code === "BAD_ALIAS" || header || question)) return void 0;
  const value = valueAround(source, fault.start);
  const begins = opener ?? source.text[value.start] ?? "";
  return {
    code: "reserved-character",
    span: spanAt(source, value.start, value.start + 1),
    message: `Plain text may not begin with ${begins === "`" ? "a backtick" : `\`${begins}\``}, which means something else in YAML.`,
    hint: `Put the value in quotes: ${mended(source, value.start, value.end, quoted2)}.`
  };
};
var missingSpace = (source, fault) => {
  const { text: text2 } = source;
  const lineStart = text2.lastIndexOf("\n", fault.start - 1) + 1;
  const line = (text2.slice(lineStart).split("\n")[0] ?? "").trimEnd();
  const dash = /^\s*-(?=[^\s-])/.exec(line);
  const colon = /^\s*(?:- +)*[\w.-]+:(?=[^\s:/])/.exec(line);
  const match = dash ?? (fault.code === "MULTILINE_IMPLICIT_KEY" || fault.code === "MISSING_CHAR" ? colon : null);
  if (match === null) return void 0;
  const at2 = lineStart + match[0].length;
  return {
    code: "missing-space",
    span: spanAt(source, at2 - 1, at2),
    message: `After \`${text2[at2 - 1] ?? ""}\` a space is needed.`,
    hint: `Write ${mended(source, at2, at2, () => " ")}.`
  };
};
var missingColon = (source, fault) => {
  const implicit = fault.code === "MULTILINE_IMPLICIT_KEY" || /followed by map values/.test(fault.message);
  const value = spanAt(
    source,
    fault.start,
    fault.start + (source.text.slice(fault.start).split("\n")[0] ?? "").trimEnd().length
  );
  const line = source.text.slice(value.start, value.end);
  if (!implicit || line === "" || /:(\s|$)|^-/.test(line)) return void 0;
  const key = /^[\w.-]+(?=\s)/.exec(line)?.[0];
  return {
    code: "missing-colon",
    span: value,
    message: "This line of a map has no colon, so it is neither a key nor a value.",
    hint: key === void 0 ? "Write `key: value`; text over several lines stands in quotes or below `|`." : `Write ${mended(source, value.start, value.start + key.length, (text2) => `${text2}:`)}, or, if it goes on with the line above, put the whole text in quotes or below \`|\`.`
  };
};
var brackets = (source, fault, all) => {
  const value = valueAround(source, fault.start);
  const written = source.text.slice(value.start, value.end);
  const begins = /^[[{]/.test(written);
  const inFlow = value.inFlow && /[[\]{}]/.test(written);
  const unclosed = all.some(({ start, closed }) => !closed && start === value.start);
  const trailing = /at node end|BLOCK_IN_FLOW|Missing , or :|Unexpected/.test(`${fault.code} ${fault.message}`);
  const endsThere = /^\[[^[\]]*\]$|^\{[^{}]*\}$/.test(written);
  if (!trailing || unclosed || endsThere || !(inFlow || begins)) return void 0;
  return {
    code: "unquoted-brackets",
    span: spanAt(source, value.start, value.end),
    message: value.inFlow ? "In a map in braces, `[ ] { } ,` belong to YAML, so a program or a pattern with them must be quoted." : `A value that begins with \`${written[0] ?? ""}\` is a ${written.startsWith("[") ? "list" : "map"} to YAML, and text behind it has no place.`,
    hint: `Put the value in quotes: ${mended(source, value.start, value.end, quoted2)}.`
  };
};
var textAfterQuote = (source, fault, all) => {
  const before = all.find(
    ({ open: open2, end }) => /["']/.test(open2) && source.text.slice(end, fault.start).trim() === "" && end <= fault.start
  );
  const nested = all.find(({ open: open2, start }) => /["']/.test(open2) && start === fault.start);
  const text2 = before ?? nested;
  if (text2 === void 0 || !(/at node end/.test(fault.message) || fault.code === "BLOCK_AS_IMPLICIT_KEY"))
    return void 0;
  const value = valueAround(source, text2.start);
  return {
    code: "text-after-quote",
    span: spanAt(source, value.start, value.end),
    message: "The quotes end before the value does.",
    hint: `Quote the whole value, doubling single quotes inside of single quotes: ${mended(source, value.start, value.end, requoted)}.`
  };
};
function requoted(text2) {
  const inner = /^(['"])(.*)\1$/s.exec(text2)?.[2];
  return quoted2(inner ?? text2);
}
var colonInText = (source, fault) => {
  if (fault.code !== "BLOCK_AS_IMPLICIT_KEY" && fault.code !== "BLOCK_IN_FLOW") return void 0;
  if (/block sequence/.test(fault.message)) return void 0;
  const value = valueAround(source, fault.start);
  const colon = source.text.slice(value.start, value.end).search(/:(\s|$)/);
  if (colon === -1) return void 0;
  return {
    code: "colon-in-text",
    span: spanAt(source, value.start + colon, value.start + colon + 1),
    message: "Text with `: ` in it looks like another key to YAML.",
    hint: colonHint(source, value)
  };
};
function colonHint(source, value) {
  if (value.inFlow) return "Put the text in quotes; if another key is meant, put a comma before it.";
  const isLine = source.text.slice(source.text.lastIndexOf("\n", value.start - 1) + 1, value.start).trim() === "";
  return isLine ? "Put the text in quotes." : `Put the value in quotes: ${mended(source, value.start, value.end, quoted2)}.`;
}
var unclosedBracket = (source, fault, all) => {
  if (!/(?:sufficiently indented and|must) end with/.test(fault.message)) return void 0;
  const open2 = all.filter(({ open: open3, start: start2, closed }) => /[[{]/.test(open3) && !closed && start2 <= fault.start).at(-1);
  const start = open2?.start ?? fault.start;
  const line = source.text.slice(start).split("\n")[0] ?? "";
  const comment = /(?<=[\s{[,])#\S[^\n]*/.exec(line);
  if (comment !== null) {
    const at2 = start + comment.index;
    return {
      code: "swallowed-comment",
      span: spanAt(source, at2, at2 + comment[0].length),
      message: "What follows ` #` is a comment to YAML, so the brackets before it are never closed.",
      hint: "Put the text that begins with `#` in quotes."
    };
  }
  return {
    code: "unclosed-bracket",
    span: spanAt(source, start, start + 1),
    message: `The bracket \`${source.text[start] ?? ""}\` that opens here is never closed.`,
    hint: `Close it with \`${source.text[start] === "[" ? "]" : "}"}\`, or put the value in quotes if it is text.`
  };
};
var extraBracket = (source, fault) => {
  if (!/^[\]}]$/.test(source.text.slice(fault.start, fault.start + 1)) || !/Unexpected/.test(fault.message))
    return void 0;
  return {
    code: "unopened-bracket",
    span: spanAt(source, fault.start, fault.start + 1),
    message: `The bracket \`${source.text[fault.start] ?? ""}\` closes nothing.`,
    hint: "Remove it, or put the value in quotes if it is text."
  };
};
var deeperKey = (source, fault) => {
  if (!/BLOCK_AS_IMPLICIT_KEY|UNEXPECTED_TOKEN/.test(fault.code)) return void 0;
  const [line = "", next = ""] = source.text.slice(startOfLine(source, fault.start)).split("\n");
  const own4 = /^[\s-]*/.exec(line)?.[0].length ?? 0;
  const below = /^ *(?=[\w.-]+:(?:\s|$))/.exec(next)?.[0].length ?? 0;
  const isValue = /^[\s-]*[\w.-]+:\s+[^\s|>]/.test(line);
  if (!isValue || below <= own4 || /:\s/.test(line.replace(/^[\s-]*[\w.-]+:\s/, ""))) return void 0;
  return badIndentation(source, startOfLine(source, fault.start) + line.length + 1);
};
var indentation = (source, fault) => {
  const bad = fault.code === "BAD_INDENT" || /Sequence item without -|block-seq-ind|block sequence may not/.test(fault.message);
  return bad ? badIndentation(source, startOfLine(source, fault.start)) : void 0;
};
function startOfLine(source, at2) {
  return source.text.lastIndexOf("\n", at2 - 1) + 1;
}
var CAUSES = [
  tab,
  unclosedQuote,
  badEscape,
  hole,
  missingSpace,
  reserved,
  deeperKey,
  textAfterQuote,
  extraBracket,
  brackets,
  colonInText,
  unclosedBracket,
  missingColon,
  indentation
];

// src/language/field-reader.ts
var DEEPEST = 64;
var CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
function readSyntax(source) {
  const { report, diagnostics } = collector();
  const raw = readRaw(source, report);
  return { root: raw === void 0 ? void 0 : buildTree(source, raw, report), diagnostics };
}
function readRaw(source, report) {
  return readPiecewise(source) ?? readWhole(source, report);
}
var PIECE = 128;
var OPEN = 2;
function readPiecewise(source) {
  if (CONTROL.test(source.text)) return void 0;
  const lists = /* @__PURE__ */ new Map();
  let sound = true;
  const parser = new import_yaml.Parser(() => {
    for (const [depth, token] of parser.stack.entries()) {
      if (sound && token.type === "block-seq" && token.items.length >= PIECE + OPEN) {
        sound = readPiece({ ...token, items: token.items.splice(0, PIECE) }, depth, lists);
      }
    }
  });
  const tokens = [...parser.parse(source.text)];
  const contents = sound ? contentsOf(tokens, 0) : void 0;
  return contents === void 0 ? void 0 : rawNode(contents, lists);
}
function readPiece(value, depth, lists) {
  const piece2 = contentsOf([{ type: "document", offset: value.offset, start: [], value }], depth - 1);
  if (!(0, import_yaml.isSeq)(piece2)) return false;
  lists.set(value.offset, itemsOf(piece2, lists));
  return true;
}
function contentsOf(tokens, depth) {
  if (tooDeepIn(tokens, depth) !== void 0) return void 0;
  const [document, second] = compose(tokens, 0);
  if (document === void 0 || second !== void 0 || document.directives.yaml.explicit === true) return void 0;
  return document.errors.length + document.warnings.length > 0 ? void 0 : document.contents ?? void 0;
}
function readWhole(source, report) {
  const document = parseYaml(source, report);
  const root = document?.contents;
  if (root === null) {
    report({
      code: "checklist-empty",
      span: spanAt(source, 0, 0),
      message: "The checklist says nothing.",
      hint: 'Begin with a name and a check, such as `checks: [{ request: "GET https://example.com/health" }]`.'
    });
  }
  return root === void 0 || root === null ? void 0 : rawNode(root, /* @__PURE__ */ new Map());
}
function parseYaml(source, report) {
  const control = CONTROL.exec(source.text);
  if (control !== null) return reportControl(source, control.index, report);
  const tokens = [...new import_yaml.Parser().parse(source.text)];
  const tooDeep = tooDeepIn(tokens, 0);
  if (tooDeep !== void 0) {
    report({
      code: "nested-too-deep",
      span: spanAt(source, tooDeep, tooDeep + 1),
      message: `The file nests more than ${DEEPEST} levels deep.`,
      hint: "Unnest it; a checklist needs a dozen levels at most."
    });
    return void 0;
  }
  const documents = compose(tokens, source.text.length);
  const fault = firstFault(documents);
  if (fault !== void 0) {
    report(explainFault(source, fault, bracketsOf(tokens)));
    return void 0;
  }
  const [first2, second] = documents;
  if (second !== void 0) reportSecond(source, second.range[0], report);
  if (first2 !== void 0) reportDirectives(source, first2, report);
  return first2;
}
function reportControl(source, at2, report) {
  const name = source.text.charCodeAt(at2).toString(16).toUpperCase().padStart(4, "0");
  report({
    code: "control-character",
    span: spanAt(source, at2, at2 + 1),
    message: `The control character U+${name} may not stand in YAML.`,
    hint: `Remove it, or write it as an escape in double quotes: "\\u${name}".`
  });
}
function reportSecond(source, at2, report) {
  const marker = Math.max(0, source.text.lastIndexOf("---", at2), source.text.lastIndexOf("\n...", at2) + 1);
  report({
    code: "several-documents",
    span: spanAt(source, marker, marker + 3),
    message: "A checklist is one YAML document, and another one begins here.",
    hint: "Remove the marker, or keep the second document in a file of its own."
  });
}
function reportDirectives(source, document, report) {
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
    const at2 = source.text.indexOf("%YAML");
    report({
      code: "yaml-version",
      span: spanAt(source, at2, at2 + "%YAML 1.1".length),
      message: "A checklist is YAML 1.2.",
      hint: "Remove the line."
    });
  }
  for (const warning of document.warnings) {
    const [start, end] = warning.pos;
    report({
      code: "unknown-tag",
      span: spanAt(source, start, end),
      message: `\`${source.text.slice(start, end)}\` is a YAML tag, and a checklist knows no tags of its own.`,
      hint: "Remove the tag; if the value is text that begins with `!`, put it in quotes."
    });
  }
}
function compose(tokens, length) {
  const composer = new import_yaml.Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    stringKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: "silent"
  });
  return [...composer.compose(tokens, true, length)];
}
function firstFault(documents) {
  for (const document of documents) {
    const warnings = document.warnings.filter((warning) => warning.code !== "TAG_RESOLVE_FAILED");
    const faults = [...document.errors, ...warnings].map(({ code: code2, message, pos }) => ({
      code: code2,
      message,
      start: pos[0],
      end: pos[1]
    }));
    const [first2] = faults.toSorted((a, b) => a.start - b.start);
    if (first2 !== void 0) return first2;
  }
  return void 0;
}
function* tokensIn(tokens, depth) {
  const stack = tokens.map((token) => ({ token, depth }));
  for (let next = stack.pop(); next !== void 0; next = stack.pop()) {
    yield next;
    if (next.depth > DEEPEST) continue;
    for (const child of childrenOf(next.token)) stack.push({ token: child, depth: next.depth + 1 });
  }
}
function tooDeepIn(tokens, from) {
  for (const { token, depth } of tokensIn(tokens, from)) if (depth > DEEPEST) return token.offset;
  return void 0;
}
function bracketsOf(tokens) {
  const brackets2 = [];
  for (const { token } of tokensIn(tokens, 0)) {
    if (token.type === "flow-collection") {
      const close = token.end.find((end2) => end2.type === "flow-map-end" || end2.type === "flow-seq-end");
      const end = close === void 0 ? Number.POSITIVE_INFINITY : close.offset + 1;
      brackets2.push({ open: token.start.source, start: token.offset, end, closed: close !== void 0 });
    } else if (token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar") {
      const open2 = token.source.slice(0, 1);
      const closed = token.source.length > 1 && token.source.endsWith(open2);
      brackets2.push({ open: open2, start: token.offset, end: token.offset + token.source.length, closed });
    }
  }
  return brackets2;
}
function childrenOf(token) {
  if (token.type === "document") return token.value === void 0 ? [] : [token.value];
  if (!import_yaml.CST.isCollection(token)) return [];
  return token.items.flatMap((item) => [item.key, item.value]).filter((child) => child !== null && child !== void 0);
}
function rawNode(node, lists) {
  const [start, end] = node.range ?? [0, 0];
  const anchor = (0, import_yaml.isAlias)(node) ? void 0 : node.anchor;
  if ((0, import_yaml.isAlias)(node)) return { raw: "alias", start, end, anchor, name: node.source };
  if ((0, import_yaml.isScalar)(node)) return rawScalar(node, start, end);
  if ((0, import_yaml.isSeq)(node)) return { raw: "list", start, end, anchor, items: itemsOf(node, lists) };
  if ((0, import_yaml.isMap)(node)) {
    const pairs2 = taken(node.items).map(({ key, value }) => ({
      key: key === null ? void 0 : rawNode(key, lists),
      value: value === null ? void 0 : rawNode(value, lists)
    }));
    return { raw: "map", start, end, anchor, flow: node.flow === true, pairs: pairs2 };
  }
  throw new TypeError("The YAML library gave a node of an unknown type.");
}
function itemsOf(list2, lists) {
  const items = list2.flow === true ? [] : lists.get(list2.range?.[0] ?? -1) ?? [];
  for (const item of taken(list2.items)) items.push(rawNode(item, lists));
  return items;
}
function taken(items) {
  return items.splice(0);
}
function rawScalar(node, start, end) {
  const token = node.srcToken;
  const { value } = node;
  const typed = typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : null;
  return {
    raw: "scalar",
    start,
    end,
    anchor: node.anchor,
    value: typed,
    how: token === void 0 ? void 0 : styleOf(token)
  };
}
function styleOf(token) {
  if (token.type === "block-scalar") {
    const header = token.props.reduce((length, prop) => length + import_yaml.CST.stringify(prop).length, 0);
    return { style: "block", content: token.offset + header };
  }
  if (token.type === "single-quoted-scalar") return { style: "single" };
  if (token.type === "double-quoted-scalar") return { style: "double" };
  return token.type === "scalar" && token.source !== "" ? { style: "plain" } : void 0;
}

// src/model/checklist.ts
var SHORTEST_SECRET = 6;
var CAPTURE_SOURCES = ["jq", "header", "cookie", "html", "regex"];
function* allEntries(entries) {
  for (const entry of entries) {
    yield entry;
    if (entry.entry === "section") yield* allEntries(entry.checks);
    else yield* entry.cleanup;
  }
}

// src/model/source.ts
function locate(span) {
  const { text: text2 } = span.source;
  const start = Math.min(span.start, text2.length);
  const first2 = position(text2, start);
  const last = position(text2, Math.max(start, Math.min(span.end, text2.length)));
  const lineEnd = text2.indexOf("\n", start);
  const lineText = text2.slice(first2.lineStart, lineEnd === -1 ? text2.length : lineEnd).replace(/\r$/, "");
  return {
    file: span.source.path,
    line: first2.line,
    column: first2.column,
    endLine: last.line,
    endColumn: last.column,
    lineText
  };
}
function position(text2, offset) {
  let line = 1;
  let lineStart = 0;
  for (let at2 = text2.indexOf("\n"); at2 !== -1 && at2 < offset; at2 = text2.indexOf("\n", at2 + 1)) {
    line += 1;
    lineStart = at2 + 1;
  }
  return { line, column: offset - lineStart + 1, lineStart };
}
function spanOf2(mapped, start, end) {
  const from = sourceOffset(mapped, start);
  return { source: mapped.span.source, start: from, end: Math.max(from, sourceOffset(mapped, end)) };
}
function sliceMapped(mapped, start, end) {
  const map2 = [[0, sourceOffset(mapped, start)]];
  for (const [text2, source] of mapped.map) if (text2 > start && text2 < end) map2.push([text2 - start, source]);
  return { text: mapped.text.slice(start, end), span: spanOf2(mapped, start, end), map: map2 };
}
function sourceOffset(mapped, offset) {
  let base = [0, mapped.span.start];
  for (const pair of mapped.map) {
    if (pair[0] > offset) break;
    base = pair;
  }
  return Math.min(base[1] + offset - base[0], mapped.span.source.text.length);
}

// src/expression/shell-holes.ts
var HOLE = "\0";
function scanShell(texts) {
  const scan = new ShellScan(texts.join(HOLE));
  scan.commands(void 0);
  return scan.holes;
}
var ShellScan = class {
  holes = [];
  #text;
  #at = 0;
  /** The word being read, quotes removed, and the one before it. */
  #word = "";
  #lastWord = "";
  #dashes = false;
  /** Within `[[ … ]]`, and how many `case` are open: their patterns end with a `)` that closes nothing. */
  #conditional = false;
  #cases = 0;
  #hereDocuments = [];
  constructor(text2) {
    this.#text = text2;
  }
  /** Reads commands up to the given closing character, or the end. */
  commands(closer) {
    const outerCases = this.#cases;
    this.#cases = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at);
      if (character === closer) this.#endWord();
      if (character === closer && this.#cases === 0) break;
      this.#piece(character);
    }
    this.#endCommand(1);
    this.#cases = outerCases;
  }
  #piece(character) {
    if (character === HOLE) this.#hole();
    else if (character === "\\") this.#backslash();
    else if (character === "'") this.#region(/'/g, "quotes", 1);
    else if (character === '"') this.#doubleQuotes();
    else if (character === "`") this.#region(/(?<!\\)`/g, "backticks", 1);
    else if (character === "$") this.#dollar();
    else if (character === "#" && this.#word === "") this.#region(/(?=\n)/g, "comment", 1);
    else if (character === " " || character === "	") this.#endWord();
    else if (character === "\n") this.#newline();
    else if (this.#startsWith("((") && this.#word === "") this.#region(/\)\)/g, "arithmetic", 2);
    else if (character === "(") this.#group();
    else if (/[;&|)]/.test(character)) this.#endCommand(1);
    else if (character === "<" || character === ">") this.#redirection();
    else this.#take(character);
  }
  #startsWith(text2) {
    return this.#text.startsWith(text2, this.#at);
  }
  #take(text2) {
    this.#word += text2;
    this.#at += text2.length;
  }
  #group() {
    this.#endCommand(1);
    this.commands(")");
  }
  #hole() {
    const arithmetic = this.#isArithmetic();
    this.holes.push({
      optionLike: this.#word === "" && !this.#dashes,
      ...arithmetic ? { fault: "arithmetic" } : {}
    });
    this.#take(HOLE);
  }
  /** bash evaluates what `-eq` compares and what indexes an array: a value could run commands there even when quoted. */
  #isArithmetic() {
    const compared = /^-(eq|ne|lt|le|gt|ge)$/;
    const next = /^\s+(\S+)/.exec(this.#text.slice(this.#at + 1))?.[1] ?? "";
    const inComparison = this.#conditional && (compared.test(this.#lastWord) || compared.test(next));
    return inComparison || this.#lastWord === "let" || /\w\[$/.test(this.#word);
  }
  #backslash() {
    if (this.#text.charAt(this.#at + 1) === HOLE) {
      this.holes.push({ fault: "backslash", optionLike: false });
      this.#at += 2;
    } else if (this.#startsWith("\\\n")) this.#at += 2;
    else {
      this.#at += 1;
      this.#take(this.#text.charAt(this.#at));
    }
  }
  /** Passes over everything up to and including `end`; the holes in it cannot be filled. */
  #region(end, fault, skip2) {
    end.lastIndex = this.#at + skip2;
    const match = end.exec(this.#text);
    const stop = match === null ? this.#text.length : match.index + match[0].length;
    this.#pass(stop, fault);
  }
  #pass(stop, fault) {
    const stretch3 = this.#text.slice(this.#at, stop);
    for (const character of stretch3) if (character === HOLE) this.holes.push({ fault, optionLike: false });
    if (fault !== "comment") this.#word += stretch3;
    this.#at = stop;
  }
  #doubleQuotes() {
    this.#take('"');
    while (this.#at < this.#text.length && !this.#startsWith('"')) {
      const character = this.#text.charAt(this.#at);
      if (character === "\\") this.#pass(this.#at + 2, "quotes");
      else if (character === "`") this.#region(/(?<!\\)`/g, "backticks", 1);
      else if (character === "$" && /[({]/.test(this.#text.charAt(this.#at + 1))) this.#dollar();
      else this.#pass(this.#at + 1, "quotes");
    }
    this.#take('"');
  }
  #dollar() {
    if (this.#startsWith("$((")) this.#region(/\)\)/g, "arithmetic", 3);
    else if (this.#startsWith("$(")) this.#substitution();
    else if (this.#startsWith("${")) this.#pass(this.#braceEnd(), "expansion");
    else if (this.#startsWith("$'")) this.#region(/(?<!\\)(?:\\\\)*'/g, "quotes", 2);
    else this.#take("$");
  }
  /** What stands in `$( … )` is read as commands anew, also inside quotes. */
  #substitution() {
    const outer = { word: this.#word, lastWord: this.#lastWord, dashes: this.#dashes };
    this.#word = "";
    this.#endCommand(2);
    this.commands(")");
    this.#word = `${outer.word}$()`;
    this.#lastWord = outer.lastWord;
    this.#dashes = outer.dashes;
  }
  #braceEnd() {
    let depth = 0;
    for (let at2 = this.#at; at2 < this.#text.length; at2 += 1) {
      const character = this.#text.charAt(at2);
      if (character === "\\") at2 += 1;
      else if (character === "{") depth += 1;
      else if (character === "}") {
        depth -= 1;
        if (depth === 0) return at2 + 1;
      }
    }
    return this.#text.length;
  }
  #redirection() {
    const hereDocument = /<<(-?)[ \t]*((?:[^\s;&|<>()\\'"]|\\.|'[^']*'|"[^"]*")+)/y;
    hereDocument.lastIndex = this.#at;
    const match = this.#startsWith("<<<") ? null : hereDocument.exec(this.#text);
    this.#endWord();
    if (match === null) {
      this.#at += this.#startsWith("<<<") ? 3 : 1;
      return;
    }
    const [whole, dash, delimiter = ""] = match;
    this.#hereDocuments.push({ delimiter: delimiter.replace(/[\\'"]/g, ""), tabs: dash === "-" });
    this.#pass(this.#at + whole.length, "here-document");
  }
  #newline() {
    this.#endCommand(1);
    for (const { delimiter, tabs } of this.#hereDocuments.splice(0)) {
      const rest = this.#text.slice(this.#at);
      const lines = rest.split("\n");
      const last = lines.findIndex((line) => (tabs ? line.replace(/^\t+/, "") : line) === delimiter);
      const length = last === -1 ? rest.length : lines.slice(0, last + 1).join("\n").length;
      this.#pass(this.#at + length, "here-document");
      this.#word = "";
    }
  }
  #endWord() {
    this.#finishWord();
    if (/[ \t]/.test(this.#text.charAt(this.#at))) this.#at += 1;
  }
  #finishWord() {
    if (this.#word === "--") this.#dashes = true;
    if (this.#word === "[[") this.#conditional = true;
    if (this.#word === "]]") this.#conditional = false;
    if (this.#word === "case" && this.#lastWord === "") this.#cases += 1;
    if (this.#word === "esac") this.#cases = Math.max(0, this.#cases - 1);
    if (this.#word !== "") this.#lastWord = this.#word;
    this.#word = "";
  }
  #endCommand(skip2 = 0) {
    this.#finishWord();
    this.#lastWord = "";
    this.#dashes = false;
    this.#at += skip2;
  }
};

// src/expression/sql-holes.ts
var HOLE2 = "\0";
var TOKEN2 = /(--[^\n]*)|(\/\*)|([eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$))|\$([A-Za-z_]\w*)?\$|(\$\d+)|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|([\s\S])/y;
var BEFORE_NAMES = new Set(
  "from join into update only table view schema database index sequence column role user truncate by as set .".split(
    " "
  )
);
var BEFORE_LITERALS = /* @__PURE__ */ new Set(["interval", "timestamp", "timestamptz", "date", "time"]);
var FROM_FUNCTIONS = /* @__PURE__ */ new Set(["extract", "substring", "trim", "overlay", "position"]);
function scanSql(texts) {
  const text2 = texts.join(HOLE2);
  const token = new RegExp(TOKEN2);
  const scan = { text: text2, token, holes: [], parameters: [], words: [], groups: [] };
  for (let match = token.exec(text2); match !== null; match = token.exec(text2)) {
    const hidden = hiddenStretch(scan, match);
    if (hidden === void 0) readWord(scan, match);
    else {
      for (const character of hidden.text) if (character === HOLE2) scan.holes.push(hidden.kind);
      if (hidden.kind === "quoted") scan.words.push("");
    }
  }
  return scan;
}
function hiddenStretch({ text: text2, token }, match) {
  const [whole, lineComment, blockComment, quoted4, tag] = match;
  if (lineComment !== void 0) return { text: lineComment, kind: "comment" };
  if (blockComment !== void 0)
    return { text: skipTo(token, text2, blockCommentEnd(text2, match.index)), kind: "comment" };
  if (quoted4 !== void 0) return { text: quoted4, kind: "quoted" };
  const isDollarQuote = whole.length > 1 && whole.startsWith("$") && whole.endsWith("$");
  if (!isDollarQuote) return void 0;
  return { text: skipTo(token, text2, dollarQuoteEnd(text2, token.lastIndex, tag ?? "")), kind: "quoted" };
}
function readWord({ text: text2, holes, parameters, words: words2, groups }, match) {
  const [whole] = match;
  if (/^\s$/.test(whole)) return;
  if (whole === HOLE2) {
    holes.push(standing(text2, match.index, words2, groups));
    words2.push("");
    return;
  }
  if (/^\$\d/.test(whole)) parameters.push(match.index);
  if (whole === "(") groups.push(words2.at(-1) ?? "");
  if (whole === ")") groups.pop();
  words2.push(whole.toLowerCase());
}
function skipTo(token, text2, end) {
  const stretch3 = text2.slice(token.lastIndex, end);
  token.lastIndex = end;
  return stretch3;
}
function standing(text2, at2, words2, groups) {
  const last = words2.at(-1);
  const touches = /[\w$"]/.test(text2.charAt(at2 - 1)) || /[\w$".]/.test(text2.charAt(at2 + 1));
  if (touches || last === void 0 || last === ";") return "name";
  if (last === "from" && (words2.at(-2) === "distinct" || FROM_FUNCTIONS.has(groups.at(-1) ?? ""))) return "value";
  if (BEFORE_LITERALS.has(last)) return "type-literal";
  return BEFORE_NAMES.has(last) ? "name" : "value";
}
function blockCommentEnd(text2, start) {
  let depth = 0;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  for (let match = mark.exec(text2); match !== null; match = mark.exec(text2)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text2.length;
}
function dollarQuoteEnd(text2, start, tag) {
  const end = text2.indexOf(`$${tag}$`, start);
  return end === -1 ? text2.length : end + tag.length + 2;
}

// src/expression/hole-places.ts
function reviewPlace(place, texts) {
  if (place === "sql") return reviewSql(texts);
  if (place === "shell") return { holes: scanShell(texts).map(({ fault }) => fault && shellFault(fault)) };
  if (place === "header" && texts.some((text2) => /[\r\n\0]/.test(text2)))
    return {
      holes: [],
      text: {
        code: "header-line-break",
        message: "A header cannot hold a line break.",
        hint: "Write it on one line, or end the block with `|-` or `>-`."
      }
    };
  return { holes: [] };
}
var SQL_FAULTS = {
  quoted: {
    code: "sql-hole-quoted",
    message: "A hole inside quotes is plain text to the database; its value is bound, never pasted in.",
    hint: "Write it without quotes: `name = {{ $name }}`. To build a pattern: `LIKE '%' || {{ $part }} || '%'`."
  },
  comment: {
    code: "sql-hole-quoted",
    message: "A hole inside a comment is never read by the database.",
    hint: "Take the hole out of the comment."
  },
  name: {
    code: "sql-hole-name",
    message: "A hole stands where SQL wants a name or a keyword; only values can be bound.",
    hint: "Write the name itself into the statement."
  },
  "type-literal": {
    code: "sql-hole-name",
    message: "After a type name SQL wants a literal, which a bound value is not.",
    hint: "Convert the value instead: `{{ $pause }}::interval`."
  }
};
function reviewSql(texts) {
  const { holes, parameters } = scanSql(texts);
  const faults = holes.map((hole2) => hole2 === "value" ? void 0 : SQL_FAULTS[hole2]);
  if (parameters.length === 0) return { holes: faults };
  const text2 = {
    code: "sql-parameter",
    message: "Parameters such as `$1` are numbered from the holes, and nothing would be bound to this one.",
    hint: "Write a hole with the value: `{{ $id }}`."
  };
  return { holes: faults, text: text2 };
}
var SHELL_FAULTS = {
  quotes: [
    "A hole inside quotes would leave them: it already becomes one quoted word.",
    "Write it without quotes; text may touch it, as in `--name={{ $name }}`."
  ],
  comment: ["A hole inside a comment is never read by the shell.", "Take the hole out of the comment."],
  "here-document": [
    "A hole inside a here-document is not one word.",
    "Hand the text over by `stdin`, or use `script` with `env`."
  ],
  backticks: ["A hole inside backticks is read twice by the shell.", "Write `$( \u2026 )` instead of the backticks."],
  expansion: [
    "A hole inside a parameter expansion cannot be kept apart from it.",
    'Use a hole with a default instead, such as `{{ $name // "none" }}`.'
  ],
  arithmetic: [
    "The shell evaluates what stands in arithmetic, so a value could run commands there.",
    "Compute it in the hole: `{{ $count + 1 }}`. Compare with `[ \u2026 ]` instead of `[[ \u2026 ]]`."
  ],
  backslash: ["A backslash before a hole would undo its quoting.", "Remove the backslash."]
};
function shellFault(fault) {
  const [message, hint] = SHELL_FAULTS[fault];
  return { code: "shell-hole-quoted", message, hint };
}

// src/expression/time.ts
var ISO = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)$/;
function parseTime(text2) {
  const match = ISO.exec(text2);
  if (match === null) return void 0;
  const [, year, month, day, hour, minute, second = "0", fraction = "0", , sign, zoneHour = "0", zoneMinute = "0"] = match;
  const numbers = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers;
  const start = Date.UTC(y, mo - 1, d, h, mi, s);
  const date = new Date(start);
  const real = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 60;
  if (!real) return void 0;
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * 6e4 * (sign === "-" ? -1 : 1);
  return start - zone + Number(fraction) * 1e3;
}
function formatTime(milliseconds) {
  return new Date(Math.floor(milliseconds)).toISOString();
}
function parseTimeValue(text2) {
  const agoMs = parseDuration(text2);
  if (agoMs !== void 0) return { agoMs };
  const at2 = parseTime(text2);
  return at2 === void 0 ? void 0 : { at: formatTime(at2) };
}

// src/expression/measures.ts
function isMeasure(place) {
  return place === "duration" || place === "size" || place === "time";
}
var EXAMPLES = {
  duration: "Write a duration such as `250ms`, `10s`, `3m`, `1h30m` or `1d`.",
  size: "Write a size such as `512B`, `64KiB` or `10MiB`.",
  time: "Write a time with its zone such as `2026-01-14T04:30:00Z`, or a duration such as `10m`, which means so long ago."
};
function readMeasure(place, text2) {
  const trimmed = text2.trim();
  const read3 = { duration: parseDuration, size: parseSize, time: parseTimeValue }[place];
  const value = read3(trimmed);
  if (value !== void 0) return { value };
  if (/^-?\d+(\.\d+)?$/.test(trimmed) && place !== "time") {
    const hint = place === "duration" ? `Write \`${trimmed}s\` or \`${trimmed}ms\`.` : `Write \`${trimmed}B\` or \`${trimmed}KiB\`.`;
    return { fault: { code: `${place}-unit`, message: `The ${place} \`${trimmed}\` has no unit.`, hint } };
  }
  return {
    fault: {
      code: `${place}-invalid`,
      message: `\`${shorten(trimmed, 60)}\` is no ${place}.`,
      hint: meant(place, trimmed) ?? EXAMPLES[place]
    }
  };
}
var UNITS = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/i, "ms"],
  [/^(?:s|secs?|seconds?)$/i, "s"],
  [/^(?:m|mins?|minutes?)$/i, "m"],
  [/^(?:h|hrs?|hours?)$/i, "h"],
  [/^(?:d|days?)$/i, "d"]
];
function meant(place, text2) {
  const [, sign, rest = text2] = /^([<>]=?)\s*(.*)$/.exec(text2) ?? [];
  const shown3 = place === "size" ? sizeMeant(rest) : durationMeant(place === "time" ? rest.replace(/\s+ago$/, "") : rest);
  if (shown3 === void 0) return void 0;
  if (sign === void 0) return `Write \`${shown3}\`${place === "time" ? ", which means so long ago" : ""}.`;
  const operator = `${sign.startsWith("<") ? "lt" : "gt"}${sign.endsWith("=") ? "e" : ""}`;
  return `An expectation with a limit is written \`{ ${operator}: ${shown3} }\`.`;
}
function durationMeant(text2) {
  const short = text2.replace(
    /\s*([a-z]+)\s*/gi,
    (_all, word2) => UNITS.find(([words2]) => words2.test(word2))?.[1] ?? "?"
  );
  return parseDuration(short) === void 0 ? void 0 : short;
}
function sizeMeant(text2) {
  const short = text2.replace(/\s+/g, "");
  return parseSize(short) === void 0 ? void 0 : short;
}

// src/expression/pattern-text.ts
var FLAGS = /^[gimsuy]*$/;
function readPattern(text2) {
  const match = /^\/([\s\S]+)\/([A-Za-z]*)$/.exec(text2);
  const [, source = "", written = ""] = match ?? [];
  if (match === null) {
    const hint = text2.startsWith("/") && !text2.slice(1).includes("/") ? `Write "${text2}/".` : 'Write it as "/\u2026/", or "/\u2026/i" to ignore case.';
    return { fault: { code: "pattern-form", message: "A pattern stands between two slashes.", hint } };
  }
  if (!FLAGS.test(written) || new Set(written).size < written.length) {
    const hint = "Use any of `i` (ignore case), `m`, `s`, `u` and `y`, each once.";
    return { fault: { code: "pattern-flags", message: `\`${written}\` are no flags of a pattern.`, hint } };
  }
  const flags = written.replace("g", "");
  try {
    new RegExp(source, flags);
    return { pattern: { source, flags } };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: [\s\S]*: (?=[^:]*$)/, "") : "";
    const message = `The pattern does not compile: ${reason.replace(/\.?$/, ".")}`;
    return {
      fault: { code: "pattern-syntax", message, hint: "A character that is meant literally needs `\\` before it." }
    };
  }
}
function escapePattern(text2) {
  return escapeSyntax(text2).replace(/^[A-Za-z0-9]|[-,=<>#&!%:;@~'"`]/g, byCode);
}
function escapeSyntax(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
function byCode(character) {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

// src/expression/template.ts
var OPENING2 = "{{";
var CLOSING2 = "}}";
var LITERAL_OPENING = "{{{{";
function parseTemplate(place, text2, literal3) {
  const base = { node: "template", place, span: text2.span };
  if (place === "json" && literal3 !== void 0)
    return { template: { ...base, parts: [text2.text], literal: literal3 }, diagnostics: [] };
  const { parts, holes, diagnostics } = readParts2(text2);
  const found2 = diagnostics.length > 0 ? diagnostics : reviewParts(place, text2, parts, holes);
  return { template: { ...base, parts }, diagnostics: found2 };
}
function makeProgram(text2) {
  const program2 = { node: "program", source: text2, uses: freeVariables(text2.text) };
  const hole2 = /\{\{\s*([\s\S]*?)\s*\}\}/.exec(text2.text);
  if (hole2 === null) return { program: program2, diagnostics: [] };
  const inner = hole2[1] ?? "";
  const inText = /^\$\w+$/.test(inner) ? `; inside a jq string write \`\\(${inner})\`` : "";
  const fault = {
    code: "hole-in-program",
    message: "This is a jq program, which reads variables by itself and takes no `{{ \u2026 }}`.",
    hint: `Write ${inner === "" ? "the program" : `\`${inner}\``} without the braces${inText}.`
  };
  return { program: program2, diagnostics: [diagnostic(fault, text2, hole2.index, hole2.index + hole2[0].length)] };
}
function diagnostic(fault, text2, start, end) {
  return { ...fault, severity: "error", span: spanOf2(text2, start, end) };
}
function readParts2(text2) {
  const parts = [];
  const holes = [];
  const diagnostics = [];
  let plain2 = "";
  let at2 = 0;
  const content = text2.text;
  for (let start = content.indexOf(OPENING2); start !== -1; start = content.indexOf(OPENING2, at2)) {
    plain2 += content.slice(at2, start);
    if (content.startsWith(LITERAL_OPENING, start)) {
      plain2 += OPENING2;
      at2 = start + LITERAL_OPENING.length;
      continue;
    }
    const hole2 = readHole(text2, start);
    if ("fault" in hole2) {
      diagnostics.push(diagnostic(hole2.fault, text2, start, hole2.end));
      at2 = hole2.end;
      continue;
    }
    holes.push(hole2);
    if (content.charAt(start - 1) === "$") diagnostics.push(diagnostic(GITHUB, text2, start - 1, hole2.end));
    if (plain2 !== "") parts.push(plain2);
    parts.push(hole2.program);
    plain2 = "";
    at2 = hole2.end;
  }
  plain2 += content.slice(at2);
  if (plain2 !== "" || parts.length === 0) parts.push(plain2);
  return { parts, holes, diagnostics };
}
var GITHUB = {
  code: "github-expression",
  message: "A dollar sign and two braces are an expression of GitHub workflows, which a checklist does not know.",
  hint: "Remove the `$`; declare what comes from the workflow under `vars`, as `{ env: NAME }`."
};
function readHole(text2, start) {
  const from = start + OPENING2.length;
  const close = holeEnd(text2.text, from);
  if (close === void 0) {
    const lineEnd = text2.text.indexOf("\n", start);
    const fault = {
      code: "hole-unclosed",
      message: "This hole is not closed: `}}` is missing, or a bracket or a string inside it is still open.",
      hint: "Close it with `}}`. To write two braces, write `{{{{`."
    };
    return { fault, end: lineEnd === -1 ? text2.text.length : lineEnd };
  }
  const inner = text2.text.slice(from, close);
  const end = close + CLOSING2.length;
  const trimmed = inner.trim();
  if (trimmed === "") {
    const hint = "Write a program between the braces, such as `{{ $version }}`.";
    return { fault: { code: "hole-empty", message: "This hole is empty.", hint }, end };
  }
  const programStart = from + inner.indexOf(trimmed);
  const source = sliceMapped(text2, programStart, programStart + trimmed.length);
  return { start, end, program: { node: "program", source, uses: freeVariables(trimmed) } };
}
function holeEnd(text2, from) {
  let depth = 0;
  for (const token of tokenize(text2, from, true)) {
    depth += Number(token.kind === "open") - Number(token.kind === "close");
    const closes = token.kind === "fault" && text2.startsWith(CLOSING2, token.start);
    if (closes && depth === 0) return token.start;
  }
  return void 0;
}
function reviewParts(place, text2, parts, holes) {
  const whole = (fault) => [diagnostic(fault, text2, 0, text2.text.length)];
  if (place === "pattern") {
    const read3 = readPattern(parts.map((part) => typeof part === "string" ? part : "x").join(""));
    return "fault" in read3 ? whole(read3.fault) : [];
  }
  if (holes.length === 0 && isMeasure(place)) {
    const read3 = readMeasure(place, parts.join(""));
    return read3.value === void 0 ? whole(read3.fault) : [];
  }
  const review = reviewPlace(place, textsAround(parts));
  const found2 = review.text === void 0 ? [] : [...whole(review.text)];
  for (const [index, fault] of review.holes.entries()) {
    const hole2 = holes[index];
    if (fault !== void 0 && hole2 !== void 0) found2.push(diagnostic(fault, text2, hole2.start, hole2.end));
  }
  return found2;
}
function textsAround(parts) {
  const texts = [""];
  for (const part of parts) {
    if (typeof part === "string") texts[texts.length - 1] += part;
    else texts.push("");
  }
  return texts;
}

// src/language/long-form.ts
var FORMS2 = [
  ["known_hosts", (subject, text2) => `${subject}: ${sshFields(text2)}`],
  ["ssh", (subject, text2) => `${subject}: { ssh: ${sshFields(text2)} }`],
  ["env_file", (subject, text2) => `${subject}: { ${/\.ya?ml$/.test(text2) ? "file" : "directory"}: ${text2} }`],
  // A URL mostly holds a password, which belongs into no file and no hint.
  ["address", (subject) => `${subject}: { url: { env: DATABASE_URL } }`],
  ["unit", (subject, text2) => `${subject}: { file: ${text2} }`],
  ["until", (_subject, text2) => `{ send: ${text2} }`]
];
function longForm(node, shape5, subject) {
  if (shape5?.type !== "object") return void 0;
  const has2 = (field2) => Object.hasOwn(shape5.fields, field2);
  if (node.node === "list") return has2("script") ? `Write \`${subject}: { command: [ \u2026 ] }\`.` : void 0;
  if (node.node !== "scalar" || typeof node.value !== "string") return void 0;
  const { text: text2 } = node.text;
  if (text2.length > 80 || !/^[\w./~][\w./@:~%?=&-]*$/.test(text2)) return void 0;
  const found2 = FORMS2.find(([field2]) => has2(field2));
  return found2 && `Write \`${found2[1](subject, text2)}\`.`;
}
function sshFields(text2) {
  const [, user, host = text2, port] = /^(?:ssh:\/\/)?(?:([^@]*)@)?([^:/]+)(?::(\d+))?$/.exec(text2) ?? [];
  return `{ host: ${host}${user ? `, user: ${user}` : ""}${port ? `, port: ${port}` : ""} }`;
}

// src/language/other-words.ts
var WORDS3 = [
  ["url uri", "get", "The URL stands behind the method: `get: https://\u2026`, `post: \u2026`."],
  ["method", "get", "The method is the key itself: `get: \u2026`, `post: \u2026`."],
  ["auth authorization token", "bearer", "Write `bearer: \u2026`, or `basic` with a user and a password."],
  ["data payload content", "form", "Write `json: \u2026`, `form: \u2026` or, for text, `body: \u2026`."],
  ["query", "params"],
  [
    "cookie cookies",
    "session",
    'A cookie by hand is a header: `headers: { cookie: "name=value" }`; those that were set are sent unasked.'
  ],
  ["follow", "redirects", "Write `redirects: 1`, or how many are to be followed."],
  ["retry retries attempts wait until", "within", "To look again until it holds, write `within: 1m`."],
  ["text content contains", "body", "The text of the answer is `body`: `body: { contains: \u2026 }`."],
  ["jsonpath json_path", "jq", "A path is a jq program and begins with a dot: `jq: { .status: ok }`."],
  ["code", "status"],
  ["delay interval pause sleep poll", "every"],
  ["time latency", "duration", "Write `duration: { lt: 1s }`."],
  ["count", "row_count"],
  ["grep pattern search", "match"],
  [
    "send message messages",
    "steps",
    'What is said and waited for is a list: `steps: [{ send: hello }, { until: .type == "welcome" }]`.'
  ],
  ["password passphrase", "known_hosts", "Nobody can type one here: give a `key`, or write `agent: true`."],
  ["key_file identity identity_file", "known_hosts", "Hand the text of the key over: `key: { env: SSH_KEY }`."],
  [
    "strict_host_key_checking host_key hostkey",
    "known_hosts",
    "The host key is always verified: give `known_hosts` or `fingerprints`."
  ],
  ["path cwd workdir working_directory folder", "directory"],
  ["path", "file"],
  ["port", "address", 'The port stands behind the host: `address: "host:port"`.'],
  ["name dbname db", "database"],
  ["ssl sslmode ssl_mode", "tls"],
  ["assert asserts assertions should test check verify", "expect"],
  ["base_url", "targets", "Write `defaults: { request: { base_url: \u2026 } }`."],
  ["base_url", "severity", "It is a field of requests: `request: { base_url: \u2026 }`."],
  ["tests requests tasks children", "manual", "A section has its checks under `checks`."],
  [
    "working_directory cwd workdir",
    "manual",
    "The folder of a command is a field of it: `run: { command: \u2026, directory: \u2026 }`."
  ],
  ["http curl url", "request", "Write `request: GET https://\u2026`."],
  ["sql", "query"],
  ["shell exec script cmd", "run"],
  ["variables env environment secrets", "vars"],
  ["servers machines", "hosts"],
  ["steps tests requests tasks", "checks"],
  ["title", "name"],
  ["depends_on after", "needs"],
  ["when", "if"],
  ["allow_failure continue_on_error", "severity", "Write `severity: warning`."]
];
function otherWord(written, known2) {
  if (known2.length === 1 && known2[0] === "file")
    return "To send JSON write `json: { \u2026 }`, to send a form `form: { \u2026 }`.";
  if (written.startsWith("x-") && known2.includes("vars")) {
    return "Set an anchor where it is used first, or say once under `defaults` what many checks share.";
  }
  const word2 = written.replaceAll("-", "_");
  const found2 = WORDS3.find(([words2, key]) => words2.split(" ").includes(word2) && known2.includes(key));
  return found2 && (found2[2] ?? `Did you mean ${code(found2[1])}?`);
}

// src/language/reading.ts
function reportType(node, expected, reading, hint) {
  const [first2] = node.node === "map" ? node.entries : [];
  if (first2 !== void 0 && /^-\S/.test(first2.key.text)) return reportDash(first2.key, reading);
  reading.report({
    code: "wrong-type",
    span: node.span,
    message: sentence2(`${named2(reading.subject)} takes ${expected}, and this is ${found(node)}.`),
    hint: hint ?? typeHint(node, expected)
  });
}
function reportDash(key, reading) {
  const at2 = key.span.start + 1;
  reading.report({
    code: "missing-space",
    span: { ...key.span, end: at2 },
    message: "After `-` a space is needed.",
    hint: `Write ${mended(key.span.source, at2, at2, () => " ")}.`
  });
}
function typeHint(node, expected) {
  if (node.node === "scalar" && node.value === null) return "Write a value, or remove the key.";
  if (/`true` or `false`/.test(expected)) return "Write `true` or `false`, without quotes.";
  if (node.node === "scalar" && /number/.test(expected) && /^\d+$/.test(node.text.text)) {
    return `Write ${node.text.text} without quotes.`;
  }
  return (node.node === "map" ? fromEnvironment(node) : void 0) ?? `Write ${expected}.`;
}
function fromEnvironment({ entries }) {
  const value = entries.find(({ key }) => key.text === "env")?.value;
  if (value?.node !== "scalar" || entries.some(({ key }) => !["env", "secret", "default"].includes(key.text))) return;
  const name = value.text.text;
  const variable2 = /^\w+$/.test(name) ? name.toLowerCase() : "name";
  return `Declare it under \`vars\`, as \`${variable2}: { env: ${name}, secret: true }\`, and write \`"{{ $${variable2} }}"\`.`;
}
function reportUnknownKey(key, known2, reading) {
  const meant2 = reading.instead?.(key.text) ?? otherWord(key.text, known2) ?? suggestion(key.text, known2);
  const elsewhere = meant2 ?? reading.elsewhere?.(key.text);
  const all = known2.length === 0 ? "No keys are known here." : `Known here: ${listed(known2.map(code), "and")}.`;
  reading.report({
    code: "unknown-key",
    span: key.span,
    message: `\`${key.text}\` is no key of ${named2(reading.subject)}.`,
    hint: elsewhere ?? all
  });
}
function knownKeys(map2, known2, reading) {
  let all = true;
  let belowBroken = false;
  for (const { key, value } of map2.entries) {
    const stranger = !known2.includes(key.text);
    belowBroken = value.node === "broken" || stranger && belowBroken;
    if (stranger && !belowBroken) reportUnknownKey(key, known2, reading);
    all &&= !stranger;
  }
  return all;
}
function readProgram(text2, reading) {
  if (text2.text.trim() === "") {
    reading.report({
      code: "empty-program",
      span: text2.span,
      message: `The jq program of ${named2(reading.subject)} is empty.`,
      hint: "Write a program, such as `.id`, or remove the key."
    });
    return void 0;
  }
  const { program: program2, diagnostics } = makeProgram(text2);
  passOn(diagnostics, reading);
  return diagnostics.some(({ severity }) => severity === "error") ? void 0 : program2;
}
function passOn(diagnostics, reading) {
  for (const { severity, ...fault } of diagnostics) {
    reading.report(severity === "warning" ? { ...fault, severity } : fault);
  }
}

// src/language/read-shape.ts
function readShape(node, shape5, reading) {
  return readNode(node, shape5.node, reading);
}
function readNode(node, shape5, reading) {
  if (node.node === "broken") return void 0;
  switch (shape5.type) {
    case "forms":
      return readForms(node, shape5, reading);
    case "list":
      return readList(node, shape5, reading);
    case "map":
      return readMap(node, shape5, reading);
    case "object":
      return readObject(node, shape5, reading);
    case "json":
      return readJson(node, reading);
    default:
      return readScalar(node, shape5, reading);
  }
}
function readForms(node, shape5, reading) {
  const form = node.node === "broken" ? void 0 : shape5[node.node];
  if (form !== void 0) return readNode(node, form, reading);
  const expected = [shape5.scalar, shape5.list, shape5.map].flatMap((form2) => form2 === void 0 ? [] : [describe(form2)]);
  return reportType(node, listed(expected, "or"), reading, longForm(node, shape5.map, reading.subject));
}
function readList(node, shape5, reading) {
  if (node.node !== "list" && shape5.orOne) {
    const one = readNode(node, shape5.of, reading);
    return one === void 0 ? void 0 : [one];
  }
  if (node.node !== "list") return reportType(node, "a list", reading, inBrackets(node, reading.subject));
  if (node.items.length < shape5.min) {
    reading.report({
      code: "empty-list",
      span: node.span,
      message: `The list of ${named2(reading.subject)} is empty.`,
      hint: `Name at least ${shape5.min === 1 ? "one" : shape5.min}, or remove the key.`
    });
    return void 0;
  }
  return allOrNone(node.items.map((item) => readNode(item, shape5.of, reading)));
}
function inBrackets(node, subject) {
  if (node.node !== "scalar" || node.value === null) return void 0;
  const { text: text2 } = node.text;
  const lifted = text2.startsWith("{{ $__") ? fromEnvironmentIn(node.span, subject) : void 0;
  if (lifted !== void 0) return lifted;
  const words2 = text2.split(/[\s,]+/).filter((word2) => word2 !== "");
  const plain2 = words2.length > 0 && words2.every((word2) => /^[\w./][\w./@:-]*$/.test(word2) && !word2.endsWith(":"));
  if (text2.length > 60 || !plain2 && /["\\\n]/.test(text2)) return void 0;
  return `Write \`${subject}: [${plain2 ? words2.join(", ") : `"${text2}"`}]\`.`;
}
function fromEnvironmentIn({ source, start, end }, subject) {
  const name = /\benv:\s*["']?(\w+)/.exec(source.text.slice(start, end))?.[1];
  return name && `Under \`vars\` write \`${name.toLowerCase()}: { env: ${name} }\`, and here \`${subject}: ["{{ $${name.toLowerCase()} }}"]\`.`;
}
function allOrNone(values2) {
  return values2.includes(void 0) ? void 0 : values2;
}
function readMap(node, shape5, reading) {
  if (node.node !== "map") return reportType(node, describe(shape5), reading);
  if (shape5.keys === "ignore-case") reportSameName(node, reading);
  const values2 = node.entries.map(({ key, value }) => readNode(value, shape5.of, { ...reading, subject: key.text }));
  return allOrNone(values2)?.map((value, index) => {
    const key = node.entries[index]?.key;
    return { name: key?.text ?? "", nameSpan: key?.span ?? node.span, value };
  });
}
function reportSameName(map2, reading) {
  const names = /* @__PURE__ */ new Map();
  for (const { key } of map2.entries) {
    const before = names.get(key.text.toLowerCase());
    if (before !== void 0) {
      reading.report({
        code: "duplicate-key",
        span: key.span,
        message: `\`${key.text}\` and \`${before}\` are one name, since names ignore case here.`,
        hint: "Keep one of them; several values of one name are a list."
      });
    }
    names.set(key.text.toLowerCase(), key.text);
  }
}
function readObject(node, shape5, reading) {
  if (node.node !== "map") return reportType(node, describe(shape5), reading, longForm(node, shape5, reading.subject));
  const { instead, ...inner } = reading;
  const known2 = Object.keys(shape5.fields);
  const below = (key) => instead?.(key) ?? otherWord(key, known2) ?? fieldBelow(shape5, key);
  const allKnown = knownKeys(node, known2, { ...reading, instead: below });
  let whole = allKnown;
  const value = {};
  for (const { key, value: child } of node.entries) {
    const field2 = Object.hasOwn(shape5.fields, key.text) ? shape5.fields[key.text] : void 0;
    const read3 = field2 && readNode(child, field2.shape, { ...inner, subject: key.text });
    if (read3 === void 0) whole = false;
    else value[key.text] = read3;
  }
  const missing3 = shape5.required.filter((name) => !node.entries.some(({ key }) => key.text === name));
  if (missing3.length > 0 && allKnown) {
    whole = false;
    reading.report({
      code: "missing-key",
      span: node.span,
      message: `${named2(reading.subject)} lacks ${listed(missing3.map(code), "and")}.`,
      hint: missing3.map((name) => `\`${name}\`: ${shape5.fields[name]?.doc ?? ""}.`).join(" ")
    });
  }
  return whole ? value : void 0;
}
function fieldBelow(shape5, key) {
  const holder = Object.entries(shape5.fields).find(([, field2]) => {
    const inner = field2.shape.type === "forms" ? field2.shape.map : field2.shape;
    return inner?.type === "object" && Object.hasOwn(inner.fields, key);
  });
  return holder && `It belongs below ${code(holder[0])}: \`${holder[0]}: { ${key}: \u2026 }\`.`;
}
function readJson(node, reading) {
  if (node.node === "broken") return void 0;
  if (node.node === "scalar") return readTemplate(node, "json", reading);
  if (node.node === "list") {
    const items = node.items.map((item) => readJson(item, reading)).filter((item) => item !== void 0);
    return items.length === node.items.length ? { node: "list", items } : void 0;
  }
  const entries = node.entries.flatMap(({ key, value }) => {
    const read3 = readJson(value, reading);
    return read3 === void 0 ? [] : [{ name: key.text, value: read3 }];
  });
  return entries.length === node.entries.length ? { node: "map", entries } : void 0;
}
function readScalar(node, shape5, reading) {
  if (node.node !== "scalar" || node.value === null) {
    return reportType(node, describe(shape5), reading);
  }
  switch (shape5.type) {
    case "template":
      return readTemplate(node, shape5.place, reading);
    case "word":
      return readWord2(node, shape5, reading);
    case "program":
      return readProgram(node.text, reading);
    case "boolean":
      return typeof node.value === "boolean" ? node.value : reportType(node, describe(shape5), reading);
    case "integer":
      return readInteger(node, shape5, reading);
    case "choice":
      return readChoice(node, shape5, reading);
  }
}
function readTemplate(node, place, reading) {
  const literal3 = typeof node.value === "string" ? [] : [node.value];
  const { template: template2, diagnostics } = parseTemplate(place, node.text, ...literal3);
  passOn(diagnostics, reading);
  return diagnostics.some(({ severity }) => severity === "error") ? void 0 : template2;
}
var HOLE_LIKE = /\{\{\s*\$\w/;
function readWord2(node, shape5, reading) {
  const { text: text2 } = node.text;
  if (shape5.verbatim && HOLE_LIKE.test(text2)) {
    reading.report({
      code: "hole-not-allowed",
      severity: "warning",
      span: node.span,
      message: `\`${reading.subject}\` goes to its reader as it is, so \`{{ $\u2026 }}\` in it is no hole.`,
      hint: "Hand values over by `env`, and write `$NAME`."
    });
  } else if (!shape5.verbatim && text2.includes("{{")) {
    reading.report({
      code: "hole-not-allowed",
      span: node.span,
      message: `\`${reading.subject}\` is read before anything runs, so it takes no \`{{ \u2026 }}\`.`,
      hint: "Write the value out."
    });
    return void 0;
  }
  if (shape5.pattern?.test(text2) ?? true) return text2;
  reading.report({
    code: "bad-word",
    span: node.span,
    message: `\`${reading.subject}\` takes ${shape5.expected}, which \`${text2}\` is not.`,
    hint: severalWords(text2, shape5.pattern, reading.subject) ?? `Write ${shape5.expected}.`
  });
  return void 0;
}
function severalWords(text2, pattern3, subject) {
  const words2 = text2.split(/[\s,]+/).filter((word2) => word2 !== "");
  const isList2 = words2.length > 1 && /^(?:needs|tags)$/.test(subject) && words2.every((word2) => pattern3?.test(word2));
  return isList2 ? `Write \`${subject}: [${words2.join(", ")}]\`.` : void 0;
}
function readInteger(node, shape5, reading) {
  if (typeof node.value === "number" && Number.isInteger(node.value)) {
    if (node.value >= shape5.min && node.value <= shape5.max) return node.value;
    reading.report({
      code: "out-of-range",
      span: node.span,
      message: `\`${reading.subject}\` takes a whole number from ${shape5.min} to ${shape5.max}, and this is ${node.text.text}.`,
      hint: node.value < shape5.min ? `The least is ${shape5.min}.` : `The most is ${shape5.max}.`
    });
    return void 0;
  }
  return reportType(node, describe(shape5), reading);
}
function readChoice(node, shape5, reading) {
  if (shape5.values.includes(node.text.text)) return node.text.text;
  const all = listed(shape5.values.map(code), "or");
  reading.report({
    code: "unknown-choice",
    span: node.span,
    message: `\`${reading.subject}\` takes ${all}, not \`${node.text.text}\`.`,
    hint: suggestion(node.text.text, shape5.values) ?? `Write ${all}.`
  });
  return void 0;
}
function describe(shape5) {
  switch (shape5.type) {
    case "template":
    case "json":
    case "word":
      return shape5.expected;
    case "boolean":
      return "`true` or `false`";
    case "integer":
      return "a whole number";
    case "choice":
      return listed(shape5.values.map(code), "or");
    case "program":
      return "a jq program";
    case "list":
      return `${shape5.orOne ? `${describe(shape5.of)}, or ` : ""}a list of them`;
    case "map":
      return "a map of names and values";
    case "object":
      return `a map with ${required(shape5)}`;
    case "forms":
      return listed(
        [shape5.scalar, shape5.list, shape5.map].flatMap((form) => form === void 0 ? [] : [describe(form)]),
        "or"
      );
  }
}
function required(shape5) {
  const names = shape5.required.length > 0 ? shape5.required : Object.keys(shape5.fields);
  return listed(
    names.map((name) => `\`${name}\``),
    shape5.required.length > 0 ? "and" : "or"
  );
}

// src/language/read-entry.ts
var ID = /^[A-Za-z0-9_-]+$/;
var idWord = word("an id of letters, digits, `_` and `-`", ID);
var tagWord = word("words without spaces and commas", /^[^\s,]+$/);
function readCommon(map2, place, context) {
  const id = readKey2(map2, "id", idWord, context.reading);
  if (id === void 0 && entryOf2(map2, "id") !== void 0) context.namesLost();
  const tags = readKey2(map2, "tags", oneOrMore(tagWord), context.reading) ?? [];
  return {
    key: place.key,
    span: map2.entries[0]?.key.span ?? map2.span,
    needs: readNeeds(map2, context.reading),
    tags: [.../* @__PURE__ */ new Set([...place.tags, ...tags])],
    ...given("id", id),
    ...given("idSpan", id === void 0 ? void 0 : entryOf2(map2, "id")?.value.span),
    ...given("name", readKey2(map2, "name", text(), context.reading)),
    ...given("condition", readKey2(map2, "if", program(), context.reading))
  };
}
function readNeeds(map2, reading) {
  const value = entryOf2(map2, "needs")?.value;
  if (value === void 0) return [];
  const items = value.node === "list" ? value.items : [value];
  return items.flatMap((item) => {
    const id = readShape(item, idWord, { ...reading, subject: "needs" });
    return id === void 0 ? [] : [{ id, span: item.span }];
  });
}
function readKey2(map2, name, shape5, reading) {
  const entry = entryOf2(map2, name);
  return entry && readShape(entry.value, shape5, { ...reading, subject: name });
}
function reportNotYet(map2, context) {
  const later = map2.entries.filter(({ key }) => Object.hasOwn(NOT_YET, key.text) && !context.kinds.has(key.text));
  for (const { key } of later) {
    context.reading.report({
      code: "not-supported",
      span: key.span,
      message: `${NOT_YET[key.text] ?? ""} (${code(key.text)}) is not supported yet in this version.`,
      hint: "Remove it, or leave what it was to check to a person with `manual`."
    });
  }
  return later.length > 0;
}
function entryMap(node, subject, context) {
  if (node.node === "map" && node.entries.length > 0) return node;
  context.namesLost();
  if (node.node === "broken" || reportColon(node, context)) return void 0;
  return reportType(node, "a map with one kind, such as `request: GET /health`", { ...context.reading, subject });
}
function reportColon(node, { kinds: kinds2, reading }) {
  const { source, start } = node.span;
  const key = node.node === "scalar" ? /^([a-z]+):(?=\S)/.exec(source.text.slice(start))?.[1] : void 0;
  if (key === void 0 || !(kinds2.has(key) || CHECK_KEYS.includes(key))) return false;
  const at2 = start + key.length + 1;
  reading.report({
    code: "missing-space",
    span: { source, start: at2 - 1, end: at2 },
    message: "After `:` a space is needed.",
    hint: `Write ${mended(source, at2, at2, () => " ")}.`
  });
  return true;
}
var shapes = {
  timeout: duration(),
  fix: text(),
  parallel: boolean(),
  consecutive: integer(1, 1e3)
};

// src/language/read-captures.ts
var VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
var KEYS = [...CAPTURE_SOURCES, "attribute", "secret", "default"];
function readCaptures(map2, kind2, context) {
  const value = entryOf2(map2, "capture")?.value;
  if (value === void 0) return [];
  const reading = { ...context.reading, subject: "capture" };
  if (value.node !== "map") {
    context.namesLost();
    if (value.node !== "broken")
      reportType(value, "a map of names and jq programs, such as `token: .access_token`", reading);
    return [];
  }
  return value.entries.flatMap((entry) => {
    const capture = readCapture(entry, kind2, reading);
    if (capture === void 0) context.namesLost();
    return capture === void 0 ? [] : [capture];
  });
}
function readCapture({ key, value }, kind2, outer) {
  const reading = { ...outer, subject: key.text };
  if (value.node === "broken" || !isVariableName(key, reading)) return void 0;
  const base = { name: key.text, nameSpan: key.span, span: value.span };
  if (value.node === "scalar" && value.value !== null) {
    if (!offers(kind2, "jq", key, reading)) return void 0;
    const read4 = readProgram(value.text, reading);
    return read4 && { ...base, from: { source: "jq", program: read4 }, secret: false };
  }
  if (value.node !== "map") return reportType(value, "a jq program, or a map with one of its sources", reading);
  const fallback = entryOf2(value, "default")?.value;
  const from = readSource(value, kind2, reading);
  const read3 = fallback && readJson(fallback, { ...reading, subject: "default" });
  if (from === void 0 || fallback !== void 0 && read3 === void 0) return void 0;
  return { ...base, from, secret: readKey2(value, "secret", boolean(), reading) ?? false, ...given("default", read3) };
}
function isVariableName(key, reading) {
  if (VARIABLE_NAME.test(key.text)) return true;
  const near = key.text.replace(/[^A-Za-z0-9_]/g, "_").replace(/^(?=\d)/, "_");
  reading.report({
    code: "bad-name",
    span: key.span,
    message: `${code(key.text)} cannot be the name of a variable: it must be readable in jq as \`$name\`.`,
    hint: `Use letters, digits and \`_\`, and no digit first, such as \`${near}\`.`
  });
  return false;
}
function readSource(map2, kind2, reading) {
  if (!knownKeys(map2, KEYS, reading)) return void 0;
  const sources = map2.entries.filter(({ key }) => CAPTURE_SOURCES.some((source2) => source2 === key.text));
  const [first2, second] = sources;
  const attribute = entryOf2(map2, "attribute");
  if (first2 === void 0 || second !== void 0 || attribute !== void 0 && first2.key.text !== "html") {
    reading.report({
      code: "capture-source",
      span: second?.key.span ?? (first2 && attribute ? attribute.key.span : map2.span),
      message: first2 === void 0 || second !== void 0 ? `A capture is made from exactly one of ${listed(CAPTURE_SOURCES.map(code), "and")}.` : "`attribute` belongs to `html`.",
      hint: first2 === void 0 ? "Name what to capture, such as `jq: .id`." : "Keep one of them."
    });
    return void 0;
  }
  const source = CAPTURE_SOURCES.find((name) => name === first2.key.text);
  if (source === void 0 || !offers(kind2, source, first2.key, reading)) return void 0;
  return readFrom(source, map2, reading);
}
function offers(kind2, source, key, reading) {
  if (kind2.captures.includes(source)) return true;
  reading.report({
    code: "capture-source",
    span: key.span,
    message: kind2.captures.length === 0 ? `Nothing can be captured from ${code(kind2.name)}.` : `From ${code(kind2.name)} nothing can be captured by ${code(source)}.`,
    hint: kind2.captures.length === 0 ? "Remove `capture`." : `Use ${listed(kind2.captures.map(code), "or")}.`
  });
  return false;
}
function readFrom(source, map2, reading) {
  switch (source) {
    case "jq": {
      const read3 = readKey2(map2, "jq", program(), reading);
      return read3 && { source, program: read3 };
    }
    case "header":
    case "cookie": {
      const name = readKey2(map2, source, text(), reading);
      return name && { source, name };
    }
    case "html": {
      const selector = readKey2(map2, "html", text("a CSS selector"), reading);
      const attribute = readKey2(map2, "attribute", word("the name of an attribute", /^[^\s"'<>/=]+$/), reading);
      return selector && { source, selector, ...given("attribute", attribute) };
    }
    case "regex": {
      const read3 = readKey2(map2, "regex", pattern2(), reading);
      return read3 && { source, pattern: read3 };
    }
  }
}

// src/language/read-variables.ts
var DECLARATION_KEYS = ["env", "value", "secret", "default"];
var FORBIDDEN = /^(?:INPUT_|ACTIONS_|RUNNER_)|^GITHUB_TOKEN$/;
function readVariables(node, staysSecret, reading) {
  if (node === void 0 || node.node === "broken") return [];
  const vars = { ...reading, subject: "vars" };
  if (node.node !== "map") {
    reportType(node, "a map of names and values", vars);
    return [];
  }
  return node.entries.flatMap((entry) => {
    if (entry.value.node === "broken" ? !VARIABLE_NAME.test(entry.key.text) : !isVariableName(entry.key, vars))
      return [];
    reviewNumbers(entry.value, vars);
    return [readVariable(entry, staysSecret.has(entry.key.text), vars)];
  });
}
function secretNames(node) {
  const entries = node?.node === "map" ? node.entries : [];
  return new Set(
    entries.filter(({ value }) => isDeclaration(value) && isTrue(entryOf2(value, "secret"))).map(({ key }) => key.text)
  );
}
function isTrue(entry) {
  return entry?.value.node === "scalar" && entry.value.value === true;
}
function readVariable({ key, value }, staysSecret, reading) {
  const own4 = { ...reading, subject: key.text };
  const base = { name: key.text, nameSpan: key.span, span: value.span };
  if (isDeclaration(value)) return { ...base, ...readDeclaration(value, staysSecret, own4) };
  return { ...base, secret: staysSecret, ...given("value", readJson(value, own4)) };
}
function isDeclaration(node) {
  if (node.node !== "map" || node.entries.length === 0) return false;
  const strangers = node.entries.filter(({ key }) => !DECLARATION_KEYS.includes(key.text));
  return strangers.length < node.entries.length && strangers.every(({ key }) => suggestion(key.text, DECLARATION_KEYS) !== void 0);
}
function readDeclaration(map2, staysSecret, reading) {
  for (const { key } of map2.entries)
    if (!DECLARATION_KEYS.includes(key.text)) reportUnknownKey(key, DECLARATION_KEYS, reading);
  const [environment, value, fallback, secret] = ["env", "value", "default", "secret"].map((name2) => entryOf2(map2, name2));
  if (environment === void 0 === (value === void 0)) reportGiver(map2, environment, reading);
  if (value !== void 0 && fallback !== void 0) {
    reading.report({
      code: "variable-giver",
      span: fallback.key.span,
      message: "`default` is for when the environment gives nothing, and this variable has a `value`.",
      hint: "Remove `default`, or read the value by `env`."
    });
  }
  const name = environment && readEnvironment(environment, reading);
  const read3 = value && readJson(value.value, reading);
  return {
    secret: staysSecret || secret !== void 0 && readSecret(secret, reading),
    ...given("environment", name),
    ...given("value", read3),
    ...given("default", fallback && readJson(fallback.value, reading))
  };
}
function reportGiver(map2, environment, reading) {
  reading.report({
    code: "variable-giver",
    span: environment?.key.span ?? map2.span,
    message: environment === void 0 ? `The variable ${code(reading.subject)} has neither \`env\` nor \`value\`.` : `The variable ${code(reading.subject)} has both \`env\` and \`value\`.`,
    hint: environment === void 0 ? "Write `env: NAME` to read the environment, or `value: \u2026`." : "To fall back on a value when the environment has none, write `default` instead of `value`."
  });
}
function readSecret(entry, reading) {
  const { value } = entry;
  if (value.node === "scalar" && typeof value.value === "boolean") return value.value;
  if (value.node !== "broken") reportType(value, "`true` or `false`", { ...reading, subject: "secret" });
  return true;
}
function readEnvironment(entry, reading) {
  const { value } = entry;
  const env = { ...reading, subject: "env" };
  if (value.node === "broken") return void 0;
  if (value.node !== "scalar" || typeof value.value !== "string") {
    return reportType(value, "the name of an environment variable", env);
  }
  const name = value.value;
  const forbidden = FORBIDDEN.test(name);
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !forbidden) return name;
  env.report({
    code: forbidden ? "unreadable-environment" : "environment-name",
    span: value.span,
    message: forbidden ? `${code(name)} belongs to the runner and cannot be read by a checklist.` : `${code(name)} cannot name a variable of the environment.`,
    hint: forbidden ? "Hand the value over under a name of your own, by `env` of the step." : "Use letters, digits and `_`, and no digit first; the name stands without `$`."
  });
  return void 0;
}
function reviewNumbers(node, reading) {
  if (node.node === "list") for (const item of node.items) reviewNumbers(item, reading);
  if (node.node === "map") for (const { value } of node.entries) reviewNumbers(value, reading);
  if (node.node === "scalar") reviewNumber(node, reading);
}
function reviewNumber({ value, text: text2, span }, reading) {
  if (!isNumber(value) || numberText(value) === text2.text) return;
  reading.report({
    code: "number-spelling",
    span,
    message: `${code(text2.text)} is a number, and as a number it is ${code(numberText(value))}.`,
    hint: `Put it in quotes to keep its spelling: ${mended(span.source, span.start, span.end, quoted2)}.`
  });
}

// src/language/lift-environment.ts
var SECRET_FIELDS = ["key", "password"];
function liftEnvironment(key, node, reading) {
  const variables = [];
  return { node: lift([key], node, variables, reading), variables };
}
function lift(path, node, variables, reading) {
  if (node.node !== "map") return node;
  const entries = node.entries.map(({ key, value }) => {
    const own4 = [...path, key.text];
    const declares = isDeclaration(value) && entryOf2(value, "env") !== void 0;
    return { key, value: declares ? declare(own4, value, variables, reading) : lift(own4, value, variables, reading) };
  });
  return { ...node, entries };
}
function declare(path, value, variables, reading) {
  const field2 = path.at(-1) ?? "";
  const read3 = readDeclaration(value, SECRET_FIELDS.includes(field2), { ...reading, subject: field2 });
  if (read3.environment === void 0) return { node: "broken", span: value.span };
  const name = nameFor(path, variables);
  variables.push({ name, place: path.join("."), nameSpan: value.span, span: value.span, ...read3 });
  const text2 = `{{ $${name} }}`;
  const mapped = { text: text2, span: value.span, map: [[0, value.span.start]] };
  return { node: "scalar", span: value.span, text: mapped, value: text2 };
}
function nameFor(path, variables) {
  const name = `__${path.join("_").replace(/[^A-Za-z0-9_]/g, "_")}`;
  return variables.some((variable2) => variable2.name === name) ? `${name}_${variables.length}` : name;
}
function isLifted(name) {
  return name.startsWith("__");
}

// src/language/merge-nodes.ts
function mergeNodes(base, over, shape5) {
  const form = shape5?.type === "forms" ? shape5.map : shape5;
  const merges = form === void 0 ? shape5 === void 0 : form.type === "object" || form.type === "map";
  if (base.node !== "map" || over.node !== "map" || !merges) return over;
  return mergeMaps(base, over, form);
}
function mergeMaps(base, over, shape5) {
  const sameName = nameOf(shape5);
  const entries = [];
  for (const entry of base.entries) {
    const winner = over.entries.find(({ key }) => sameName(key.text) === sameName(entry.key.text));
    if (winner === void 0) entries.push(entry);
    else if (!isNull(winner.value)) {
      const value = mergeNodes(entry.value, winner.value, childShape(shape5, winner.key.text));
      entries.push({ key: winner.key, value });
    }
  }
  for (const entry of over.entries) {
    const inBase = base.entries.some(({ key }) => sameName(key.text) === sameName(entry.key.text));
    if (inBase || removesNothing(entry, shape5)) continue;
    const child = childShape(shape5, entry.key.text);
    const nothing2 = { node: "map", span: entry.value.span, entries: [] };
    entries.push(child === void 0 ? entry : { key: entry.key, value: mergeNodes(nothing2, entry.value, child) });
  }
  return { node: "map", span: over.span, entries };
}
function removesNothing(entry, shape5) {
  return isNull(entry.value) && childShape(shape5, entry.key.text)?.type !== "json";
}
function nameOf(shape5) {
  return shape5?.type === "map" && shape5.keys === "ignore-case" ? (name) => name.toLowerCase() : (name) => name;
}
function childShape(shape5, key) {
  if (shape5?.type === "map") return shape5.of;
  return shape5?.type === "object" && Object.hasOwn(shape5.fields, key) ? shape5.fields[key]?.shape : void 0;
}

// src/language/read-waiting.ts
function readWaiting(map2, reading) {
  const within = entryOf2(map2, "within");
  const every = readEvery(entryOf2(map2, "every")?.value, reading);
  const consecutive = entryOf2(map2, "consecutive");
  const count = consecutive && readShape(consecutive.value, integer(1, 1e3), { ...reading, subject: "consecutive" });
  const limit = within && readShape(within.value, duration(), { ...reading, subject: "within" });
  return limit && { within: limit, ...given("every", every), consecutive: count ?? 1 };
}
function readEvery(node, reading) {
  if (node === void 0 || node.node === "broken") return void 0;
  const every = { ...reading, subject: "every" };
  if (node.node !== "scalar" || node.value === null) {
    return reportType(node, "a duration such as 2s, or a range such as 1s..30s", every);
  }
  const dots = rangeDots(node.text);
  const parts = dots === -1 ? [node.text] : [sliceMapped(node.text, 0, dots), sliceMapped(node.text, dots + 2, node.text.text.length)];
  const [from, to] = parts.map((text2) => {
    const value = dots === -1 ? node.value : text2.text;
    return readTemplate({ node: "scalar", span: text2.span, text: text2, value }, "duration", every);
  });
  return from && { from, ...given("to", to) };
}
function rangeDots({ text: text2 }) {
  return text2.replace(/\{\{.*?\}\}/gs, (hole2) => "_".repeat(hole2.length)).indexOf("..");
}

// src/language/merge-defaults.ts
function mergeDefaults(outer, node, context) {
  if (node === void 0 || node.node === "broken") return outer;
  const reading = { ...context.reading, subject: "defaults" };
  if (node.node !== "map") {
    reportType(node, "a map with `timeout`, `request` and others", reading);
    return outer;
  }
  const known2 = [
    ...INHERITED_KEYS,
    ...[...context.kinds].flatMap(([name, kind2]) => fieldsShape(kind2.shape.node) ? [name] : [])
  ];
  knownKeys(node, known2, { ...reading, elsewhere: (key) => allowedElsewhere(key, context.kinds) });
  for (const entry of node.entries) reviewDefault(entry, context);
  return mergeMaps(outer, node, defaultsShape(context.kinds));
}
function reviewDefault(entry, context) {
  const { key, value } = entry;
  const reading = { ...context.reading, subject: key.text };
  if (isNull(value)) return;
  if (key.text === "timeout") readShape(value, duration(), reading);
  if (key.text === "severity") readShape(value, choice("failure", "warning"), reading);
  if (["within", "every", "consecutive"].includes(key.text)) {
    readWaiting({ node: "map", span: value.span, entries: [entry] }, reading);
  }
  const kind2 = context.kinds.get(key.text);
  const shape5 = kind2 && fieldsShape(kind2.shape.node);
  if (shape5 === void 0) return;
  const nothing2 = { node: "map", span: value.span, entries: [] };
  const node = value.node === "map" ? mergeMaps(nothing2, value, shape5) : value;
  readShape(node, { node: { ...shape5, required: [] } }, reading);
}
function defaultsShape(kinds2) {
  const fields = Object.fromEntries(
    [...kinds2].flatMap(([name, kind2]) => {
      const shape5 = fieldsShape(kind2.shape.node);
      return shape5 === void 0 ? [] : [[name, { shape: shape5, doc: kind2.doc }]];
    })
  );
  const own4 = {
    timeout: { shape: duration().node, doc: "of an attempt" },
    within: { shape: duration().node, doc: "how long to try" },
    every: { shape: text().node, doc: "the pause between tries" },
    consecutive: { shape: integer(1, 1e3).node, doc: "how often it must hold in a row" },
    severity: { shape: choice("failure", "warning").node, doc: "what a failure counts as" }
  };
  return { type: "object", fields: { ...own4, ...fields }, required: [] };
}
function fieldsShape(shape5) {
  const map2 = shape5.type === "forms" ? shape5.map : shape5;
  return map2?.type === "object" ? map2 : void 0;
}

// src/model/expectation.ts
var OPERATORS = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "in",
  "contains",
  "starts_with",
  "ends_with",
  "match",
  "is",
  "length",
  "exists",
  "close_to",
  "not",
  "and",
  "or",
  "all",
  "any",
  "fields"
];
var TYPE_NAMES = ["string", "number", "integer", "boolean", "null", "array", "object"];

// src/language/foreign-operators.ts
var PLAIN2 = {
  ">": "gt",
  ">=": "gte",
  "<": "lt",
  "<=": "lte",
  "==": "eq",
  "=": "eq",
  "!=": "ne",
  "=~": "match",
  equals: "eq",
  equal: "eq",
  not_equals: "ne",
  not_equal: "ne",
  neq: "ne",
  ge: "gte",
  le: "lte",
  greater_than: "gt",
  less_than: "lt",
  regex: "match",
  regexp: "match",
  matches: "match",
  startswith: "starts_with",
  startsWith: "starts_with",
  endswith: "ends_with",
  endsWith: "ends_with"
};
var AMBIGUOUS = {
  min: "gte",
  max: "lte",
  includes: "contains",
  type: "is",
  size: "length",
  count: "length"
};
function foreignOperator(written) {
  const found2 = [PLAIN2, AMBIGUOUS].find((words2) => Object.hasOwn(words2, written))?.[written];
  return found2 && `Did you mean ${code(found2)}?`;
}
function reviewFieldNames(entries, reading) {
  for (const { key, value } of entries) {
    const operator = Object.hasOwn(PLAIN2, key.text) ? PLAIN2[key.text] : void 0;
    if (operator === void 0 || value.node === "map") continue;
    reading.report({
      code: "operator-as-field",
      severity: "warning",
      span: key.span,
      message: `${code(key.text)} is no operator, so this asks for a field of that name.`,
      hint: `Did you mean ${code(operator)}? A field is asked for under \`fields: { ${key.text}: \u2026 }\`.`
    });
  }
}

// src/language/named-part.ts
var OF_ONE_VALUE = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "in",
  "starts_with",
  "ends_with",
  "match"
];
function namesThings(node) {
  return node.node === "map" && !node.entries.some(({ key }) => OF_ONE_VALUE.includes(key.text));
}
function reportNameless(node, name, reading) {
  const { source, start, end } = node.span;
  const text2 = source.text.slice(start, end);
  const written = text2.length > 40 || text2.includes("\n") ? "\u2026" : text2;
  const hint = `Say of which: \`${reading.subject}: { ${name}: ${written} }\`.`;
  const operator = node.node === "map" ? node.entries.find(({ key }) => OF_ONE_VALUE.includes(key.text)) : void 0;
  if (operator === void 0) return reportType(node, "a map of names and what is expected of each", reading, hint);
  reading.report({
    code: "wrong-type",
    span: operator.key.span,
    message: `${code(reading.subject)} takes names and what is expected of each, and ${code(operator.key.text)} is an operator.`,
    hint
  });
}

// src/language/read-operand.ts
function readOperand(node, shape5, reading) {
  const unit = shape5.scalars === "json" || shape5.scalars === "status" ? void 0 : shape5.scalars;
  if (unit === void 0 || node.node !== "scalar" || node.value === null || typeof node.value === "boolean") {
    return readJson(node, reading);
  }
  return readTemplate(node, unit, reading);
}
function readOrdered(node, shape5, reading) {
  if (node.node === "broken") return void 0;
  if (shape5.scalars === "json" || shape5.scalars === "status") {
    const text2 = node.node === "scalar" && typeof node.value === "string" ? node.value : void 0;
    const later = text2 !== void 0 && (text2.includes("{{") || /^\d{4}-\d{2}-\d{2}/.test(text2));
    if (!later && !(node.node === "scalar" && isNumber(node.value))) return reportOrdered(node, reading);
  } else if (node.node !== "scalar" || node.value === null || typeof node.value === "boolean") {
    return reportType(node, `a ${shape5.scalars}`, reading);
  }
  return readOperand(node, shape5, reading);
}
function reportOrdered(node, reading) {
  const number = node.node === "scalar" && /^-?\d+(\.\d+)?$/.test(node.text.text);
  reading.report({
    code: "bad-operand",
    span: node.span,
    message: `${code(reading.subject)} compares numbers here, and this is none.`,
    hint: number ? "Remove the quotes: in quotes it is text." : "Write a number. Durations and sizes are only known where the part is one; in jq they are milliseconds and bytes."
  });
}
function readChoices(node, shape5, reading) {
  if (node.node === "broken") return void 0;
  if (node.node === "scalar" && typeof node.value === "string" && /^\s*\{\{.*\}\}\s*$/s.test(node.value)) {
    return readJson(node, reading);
  }
  if (node.node !== "list") return reportType(node, "a list, or one hole that gives a list", reading);
  if (node.items.length === 0) return reportEmpty(node, reading);
  const operands = node.items.map((item) => readOperand(item, shape5, reading)).filter((item) => item !== void 0);
  return operands.length === node.items.length ? operands : void 0;
}
function reportEmpty(node, reading) {
  reading.report({
    code: "empty-list",
    span: node.span,
    message: `The list of ${code(reading.subject)} is empty, so nothing could ever match.`,
    hint: "Name what is allowed, or remove the key."
  });
}
function readTypes(node, reading) {
  const nodes = node.node === "list" ? node.items : [node];
  if (nodes.length === 0) return reportEmpty(node, reading);
  const types = nodes.map((each) => readType(each, reading)).filter((type) => type !== void 0);
  return types.length === nodes.length ? types : void 0;
}
function readType(node, reading) {
  if (node.node === "broken") return void 0;
  const text2 = node.node === "scalar" ? node.text.text : "";
  const type = TYPE_NAMES.find((name) => name === text2);
  if (type !== void 0) return type;
  const all = listed(TYPE_NAMES.map(code), "or");
  if (node.node !== "scalar") return reportType(node, all, reading);
  reading.report({
    code: "unknown-choice",
    span: node.span,
    message: `\`is\` takes ${all}, not ${code(text2)}.`,
    hint: suggestion(text2, TYPE_NAMES) ?? `Write ${all}.`
  });
  return void 0;
}
function readBoolean(node, reading) {
  if (node.node === "broken") return void 0;
  if (node.node === "scalar" && typeof node.value === "boolean") return node.value;
  return reportType(node, "`true` or `false`", reading);
}
function readSought(node, op, reading) {
  if (node.node === "broken") return void 0;
  const isText2 = node.node === "scalar" && typeof node.value === "string";
  return op === "contains" || isText2 ? readJson(node, reading) : reportType(node, "text", reading);
}

// src/language/read-status.ts
function readStatus(node, shape5, reading) {
  const { span } = node;
  const digit2 = /^([1-5])xx$/i.exec(node.text.text)?.[1];
  if (digit2 !== void 0) return { op: "status-class", span, digit: Number(digit2) };
  if (!isStatus(node)) return reportStatus(node, reading);
  const operand = readOperand(node, shape5, reading);
  return operand && { op: "eq", span, operand };
}
function readStatusOperator(op, span, value, shape5, reading) {
  if (value.node === "broken") return void 0;
  if (op === "in") return readStatuses(span, value, shape5, reading);
  if (value.node !== "scalar") return reportType(value, "a status", reading);
  const matcher = readStatus(value, shape5, reading);
  if (matcher?.op === "eq") return { ...matcher, op, span };
  return op === "eq" ? matcher && { ...matcher, span } : matcher && { op: "not", span, matcher };
}
function readStatuses(span, value, shape5, reading) {
  if (value.node !== "list" || value.items.length === 0) {
    const operands = readChoices(value, shape5, reading);
    return operands && { op: "in", span, operands };
  }
  const matchers = value.items.map(
    (item) => item.node === "scalar" ? readStatus(item, shape5, reading) : readOther(item, reading)
  );
  const read3 = matchers.filter((matcher) => matcher !== void 0);
  return read3.length === matchers.length ? { op: "one-of", span, matchers: read3 } : void 0;
}
function readOther(node, reading) {
  return node.node === "broken" ? void 0 : reportType(node, "a status", reading);
}
function isStatus(node) {
  if (typeof node.value === "string") return node.value.includes("{{");
  return typeof node.value === "number" && Number.isInteger(node.value) && node.value >= 100 && node.value <= 999;
}
function reportStatus(node, reading) {
  const digits = /^\d{3}$/.test(node.text.text);
  reading.report({
    code: "bad-status",
    span: node.span,
    message: `${digits ? `The text "${node.text.text}"` : code(node.text.text)} is no status: a status is a number such as 200, or a class such as \`2xx\`.`,
    hint: digits ? `Write ${node.text.text} without quotes.` : "Write the number, a class, or a list of them."
  });
}

// src/language/read-matcher.ts
var JSON_PART = { doc: "a JSON value", lists: "each", scalars: "json" };
var COUNT_PART = { doc: "a count", lists: "one-of", scalars: "json" };
function readMatcher(node, shape5, reading) {
  if (node.node === "broken") return void 0;
  if (shape5.liftable === true && node.node === "scalar" && node.value === "any") {
    return { op: "anything", span: node.span };
  }
  if (shape5.named !== void 0 && !namesThings(node)) return reportNameless(node, shape5.named, reading);
  if (shape5.judged !== void 0) return readJudged(node, shape5, reading);
  if (node.node === "map") return readMap2(node, shape5, reading);
  return node.node === "list" ? readList2(node, shape5, reading) : readScalar2(node, innerShape(shape5), reading);
}
function readJudged(node, shape5, reading) {
  if (shape5.any !== void 0 && node.node === "map") return readFields(node, shape5, reading);
  const words2 = shape5.judged?.words;
  if (node.node === "list" && words2 !== void 0) return readList2(node, shape5, reading);
  if (node.node !== "scalar") {
    return reportType(node, words2 === void 0 ? "a value without operators" : listed(words2.map(code), "or"), reading);
  }
  if (words2 === void 0) return readScalar2(node, shape5, reading);
  if (words2.includes(node.text.text) || node.text.text.includes("{{")) return readScalar2(node, shape5, reading);
  reading.report({
    code: "bad-word",
    span: node.span,
    message: `${code(node.text.text)} is none of the words that ${code(reading.subject)} may have here.`,
    hint: suggestion(node.text.text, words2) ?? `Write ${listed([...words2, ...shape5.liftable ? ["any"] : []].map(code), "or")}.`
  });
  return void 0;
}
function innerShape(shape5) {
  return shape5.main === void 0 ? shape5 : shape5.fields?.[shape5.main] ?? JSON_PART;
}
function readScalar2(node, shape5, reading) {
  if (shape5.scalars === "status") return readStatus(node, shape5, reading);
  const operand = readOperand(node, shape5, reading);
  return operand === void 0 ? void 0 : { op: "eq", span: node.span, operand };
}
function readList2(node, shape5, reading) {
  const { lists } = innerShape(shape5);
  if (lists === "one-of" && node.items.length === 0) return reportEmpty(node, reading);
  const matchers = readAll(node.items, lists === "each" ? JSON_PART : shape5, reading);
  return matchers && { op: lists === "one-of" ? "one-of" : "items", span: node.span, matchers };
}
function readAll(nodes, shape5, reading) {
  const matchers = nodes.map((node) => readMatcher(node, shape5, reading)).filter((matcher) => matcher !== void 0);
  return matchers.length === nodes.length ? matchers : void 0;
}
function hasFields(shape5) {
  return shape5.fields !== void 0 || shape5.any !== void 0 || shape5.scalars === "json" && shape5.lists === "each";
}
function isOperator(name) {
  return OPERATORS.some((operator) => operator === name);
}
function readMap2(node, shape5, reading) {
  const operators = node.entries.filter(({ key }) => isOperator(key.text));
  const others = node.entries.filter(({ key }) => !isOperator(key.text));
  if (others.some(({ value }) => value.node === "broken")) return void 0;
  if (!hasFields(shape5) && (others.length > 0 || node.entries.length === 0)) {
    return reportOperators(node, others, reading);
  }
  if (operators.length > 0 && others.length > 0) return reportMixed(operators, others, reading);
  if (operators.length === 0) {
    if (shape5.fields === void 0 && shape5.any === void 0) reviewFieldNames(others, reading);
    return readFields(node, shape5, reading);
  }
  const matchers = operators.map((entry) => readOperator(entry, shape5, reading)).filter((matcher) => matcher !== void 0);
  if (matchers.length < operators.length) return void 0;
  const [only] = matchers;
  return matchers.length === 1 && only !== void 0 ? only : { op: "and", span: node.span, matchers };
}
function reportOperators(node, strangers, reading) {
  if (strangers.length === 0) {
    reading.report({
      code: "empty-matcher",
      span: node.span,
      message: `The matcher of ${code(reading.subject)} is empty.`,
      hint: `Write a value, or an operator such as \`{ ${OPERATORS[1]}: \u2026 }\`.`
    });
  }
  for (const { key } of strangers) {
    reading.report({
      code: "unknown-operator",
      span: key.span,
      message: `${code(key.text)} is no operator, and ${code(reading.subject)} has no fields.`,
      hint: foreignOperator(key.text) ?? suggestion(key.text, OPERATORS) ?? operatorHint(key.text, reading)
    });
  }
}
function operatorHint(written, { subject }) {
  if (subject === "body")
    return `\`body\` is text. What stands in JSON is expected under \`json\`: \`json: { ${written}: \u2026 }\`.`;
  return `The operators are ${listed(OPERATORS.map(code), "and")}.`;
}
function reportMixed(operators, others, reading) {
  const [other] = others;
  if (other === void 0) return;
  const near = foreignOperator(other.key.text) ?? (other.key.text.length > 2 ? suggestion(other.key.text, OPERATORS) : void 0);
  reading.report({
    code: "mixed-matcher",
    span: other.key.span,
    message: `${code(other.key.text)} is a field and ${code(operators[0]?.key.text ?? "")} an operator, and a map holds only one of both.`,
    hint: `${near === void 0 ? "" : `${near} `}Put the fields under \`fields: { \u2026 }\`.`
  });
}
function readFields(node, shape5, reading) {
  const fields = [];
  let whole = true;
  for (const { key, value } of node.entries) {
    const known2 = shape5.fields !== void 0 && Object.hasOwn(shape5.fields, key.text) ? shape5.fields[key.text] : void 0;
    const closed = shape5.fields !== void 0 && shape5.any === void 0;
    if (known2 === void 0 && closed) {
      reportUnknownKey(key, Object.keys(shape5.fields ?? {}), reading);
      whole = false;
      continue;
    }
    const matcher = readMatcher(value, known2 ?? shape5.any ?? JSON_PART, { ...reading, subject: key.text });
    if (matcher === void 0) whole = false;
    else fields.push({ name: key.text, nameSpan: key.span, matcher });
  }
  return whole ? { op: "fields", span: node.span, fields } : void 0;
}
function readOperator({ key, value }, shape5, outer) {
  const reading = { ...outer, subject: key.text };
  const span = { ...key.span, end: Math.max(key.span.end, value.span.end) };
  const op = key.text;
  if (op === "not") {
    const matcher = readMatcher(value, shape5, outer);
    return matcher && { op, span, matcher };
  }
  if (op === "and" || op === "or") return readCombined(op, span, value, shape5, { reading, outer });
  if (op === "fields") {
    if (value.node === "map") return readFields(value, shape5, outer);
    return value.node === "broken" ? void 0 : reportType(value, "a map of names and matchers", reading);
  }
  if (op === "exists") {
    const exists = readBoolean(value, reading);
    return exists === void 0 ? void 0 : { op, span, exists };
  }
  return readSimple(op, span, value, innerShape(shape5), reading);
}
function readCombined(op, span, value, shape5, { reading, outer }) {
  if (value.node === "broken") return void 0;
  if (value.node !== "list") return reportType(value, "a list of matchers", reading);
  if (value.items.length === 0) return reportEmpty(value, reading);
  const matchers = readAll(value.items, shape5, outer);
  return matchers && { op, span, matchers };
}
function readSimple(op, span, value, shape5, reading) {
  if (shape5.scalars === "status" && (op === "eq" || op === "ne" || op === "in")) {
    return readStatusOperator(op, span, value, shape5, reading);
  }
  switch (op) {
    case "eq":
    case "ne": {
      const operand = readOperand(value, shape5, reading);
      return operand && { op, span, operand };
    }
    case "gt":
    case "gte":
    case "lt":
    case "lte": {
      const operand = readOrdered(value, shape5, reading);
      return operand && { op, span, operand };
    }
    case "in": {
      const operands = readChoices(value, shape5, reading);
      return operands && { op, span, operands };
    }
    case "contains":
    case "starts_with":
    case "ends_with": {
      const operand = readSought(value, op, reading);
      return operand && { op, span, operand };
    }
    case "is": {
      const types = readTypes(value, reading);
      return types && { op, span, types };
    }
    case "length": {
      const matcher = readMatcher(value, COUNT_PART, reading);
      return matcher && { op, span, matcher };
    }
    case "all":
    case "any": {
      const matcher = readMatcher(value, JSON_PART, reading);
      return matcher && { op, span, matcher };
    }
    case "match":
      return readPattern2(value, span, reading);
    case "close_to":
      return readCloseTo(value, span, shape5, reading);
    default:
      return void 0;
  }
}
function readPattern2(value, span, reading) {
  if (value.node === "broken") return void 0;
  if (value.node !== "scalar") return reportType(value, 'a pattern, written "/\u2026/" or "/\u2026/i"', reading);
  const pattern3 = readTemplate(value, "pattern", reading);
  return pattern3 && { op: "match", span, pattern: pattern3 };
}
function readCloseTo(value, span, shape5, reading) {
  if (value.node === "broken") return void 0;
  const [first2, second] = value.node === "list" ? value.items : [];
  if (value.node !== "list" || value.items.length !== 2 || first2 === void 0 || second === void 0) {
    return reportType(value, "a list of two: the value and how far off it may be", reading);
  }
  const deltaShape = shape5.scalars === "time" ? { ...shape5, scalars: "duration" } : shape5;
  const target = readOrdered(first2, shape5, reading);
  const delta = isTimeAndDuration(first2, second, shape5) ? readJson(second, reading) : readOrdered(second, deltaShape, reading);
  return target && delta && { op: "close_to", span, target, delta };
}
function isTimeAndDuration(target, delta, { scalars }) {
  if (scalars !== "json" || target.node !== "scalar" || delta.node !== "scalar") return false;
  return typeof target.value === "string" && typeof delta.value === "string" && parseDuration(delta.value) !== void 0;
}

// src/language/read-expectation.ts
var FORMS3 = ["all", "any", "first", "last"];
var REPEAT_KEYS = [...FORMS3, "status_counts", "jq"];
function readExpectation(node, kind2, repeat, reading) {
  if (node.node === "broken") return void 0;
  if (Object.keys(kind2.parts).length === 0) {
    reading.report({
      code: "nothing-to-expect",
      span: node.span,
      message: `${code(kind2.name)} observes nothing, so nothing can be expected of it.`,
      hint: "Remove `expect`."
    });
    return void 0;
  }
  if (node.node !== "map") return reportType(node, "a map of parts, such as `status: 200`", reading);
  return repeat ? readRepeated(node, kind2.parts, reading) : readPlain2(node, kind2.parts, reading);
}
function readPlain2(map2, parts, reading) {
  const known2 = [...Object.keys(parts), "jq"];
  const found2 = [];
  let whole = true;
  for (const { key, value } of map2.entries) {
    if (key.text === "jq") continue;
    const shape5 = Object.hasOwn(parts, key.text) ? parts[key.text] : void 0;
    if (shape5 === void 0) {
      if (value.node !== "broken") reportUnknownPart(key, known2, reading);
      whole = false;
      continue;
    }
    const matcher = readPart(value, shape5, { report: reading.report, subject: key.text });
    if (matcher === void 0) whole = false;
    else found2.push({ part: key.text, partSpan: key.span, matcher });
  }
  const programs = readPrograms(entryOf2(map2, "jq"), reading);
  return whole && programs !== void 0 ? { span: map2.span, parts: found2, programs } : void 0;
}
function reportUnknownPart(key, known2, reading) {
  if (!REPEAT_KEYS.includes(key.text)) {
    reportUnknownKey(key, known2, { ...reading, subject: "expect" });
    return;
  }
  reading.report({
    code: "unknown-key",
    span: key.span,
    message: `${code(key.text)} speaks of many observations, and this check makes one.`,
    hint: "Add `repeat`, such as `repeat: 6`, or expect the part itself."
  });
}
function readPart(node, shape5, reading) {
  if (node.node === "scalar" && node.value === "any") return { op: "anything", span: node.span };
  return readMatcher(node, shape5, reading);
}
function readPrograms(entry, reading) {
  if (entry === void 0) return [];
  const jq = { ...reading, subject: "jq" };
  const node = entry.value;
  if (node.node === "broken") return void 0;
  if ((node.node === "map" ? node.entries : node.node === "list" ? node.items : [node]).length === 0) {
    jq.report({
      code: "empty-list",
      span: node.span,
      message: `The ${node.node} of \`jq\` is empty.`,
      hint: "Write a program, or remove the key."
    });
    return void 0;
  }
  if (node.node === "map") return readMatched(node, jq);
  const items = node.node === "list" ? node.items : [node];
  const programs = items.flatMap((item) => {
    const text2 = item.node === "scalar" && item.value !== null ? item.text : void 0;
    if (text2 === void 0 && item.node !== "broken") {
      const inMap = item.node === "map" ? "Programs with matchers stand in one map, without dashes: `jq: { .total: 12 }`." : void 0;
      reportType(item, "a jq program", jq, inMap);
    }
    const program2 = text2 === void 0 ? void 0 : readProgram(text2, jq);
    return program2 === void 0 ? [] : [{ program: program2 }];
  });
  return programs.length === items.length ? programs : void 0;
}
function readMatched(map2, reading) {
  const programs = map2.entries.flatMap(({ key, value }) => {
    const program2 = readProgram(key, reading);
    const matcher = readMatcher(value, JSON_PART, { ...reading, subject: key.text });
    return program2 === void 0 || matcher === void 0 ? [] : [{ program: program2, matcher }];
  });
  return programs.length === map2.entries.length ? programs : void 0;
}
function readRepeated(map2, parts, reading) {
  let whole = true;
  for (const { key, value } of map2.entries.filter(({ key: key2 }) => !REPEAT_KEYS.includes(key2.text))) {
    whole = false;
    if (value.node === "broken") continue;
    if (Object.hasOwn(parts, key.text)) reportOutside(key, reading);
    else reportUnknownKey(key, REPEAT_KEYS, { ...reading, subject: "expect" });
  }
  const forms2 = {};
  for (const form of FORMS3) {
    const entry = entryOf2(map2, form);
    if (entry === void 0) continue;
    const read3 = readForm(entry, parts, reading);
    if (read3 === void 0) whole = false;
    else forms2[form] = read3;
  }
  const statusCounts = readCounts(entryOf2(map2, "status_counts"), parts, reading);
  const programs = readPrograms(entryOf2(map2, "jq"), reading);
  if (!whole || programs === void 0 || statusCounts === void 0) return void 0;
  return { span: map2.span, parts: [], programs, repeat: { ...forms2, statusCounts } };
}
function readForm({ key, value }, parts, reading) {
  if (value.node === "map") return readPlain2(value, parts, reading);
  if (value.node === "broken") return void 0;
  return reportType(value, "a map of parts, such as `status: 200`", { ...reading, subject: key.text });
}
function reportOutside(key, reading) {
  reading.report({
    code: "expect-outside-repeat",
    span: key.span,
    message: `With \`repeat\` there are many observations, so ${code(key.text)} must say of which.`,
    hint: `Put it under ${listed(FORMS3.map(code), "or")}, such as \`all: { ${key.text}: \u2026 }\`.`
  });
}
function readCounts(entry, parts, reading) {
  if (entry === void 0) return [];
  const { value } = entry;
  const counts = { ...reading, subject: "status_counts" };
  if (value.node === "broken") return void 0;
  if (!Object.hasOwn(parts, "status")) {
    reportUnknownKey(entry.key, [...FORMS3, "jq"], { ...reading, subject: "expect" });
    return void 0;
  }
  if (value.node !== "map") return reportType(value, "a map of statuses and counts, such as `429: { gte: 1 }`", counts);
  const read3 = value.entries.flatMap(({ key, value: child }) => {
    const matcher = readMatcher(child, COUNT_PART, { ...reading, subject: key.text });
    const isStatus2 = /^[1-5](\d\d|xx)$/i.test(key.text);
    if (!isStatus2) {
      reading.report({
        code: "bad-status",
        span: key.span,
        message: `${code(key.text)} is no status: a status is a number such as 429, or a class such as \`5xx\`.`,
        hint: "Write the number or the class as the key."
      });
    }
    return matcher === void 0 || !isStatus2 ? [] : [{ status: key.text.toLowerCase(), span: key.span, matcher }];
  });
  return read3.length === value.entries.length ? read3 : void 0;
}

// src/language/read-spec.ts
function readSpec(kind2, entry, defaults, context) {
  const { reading } = context;
  const long = lengthen(kind2, entry.value, context);
  if (long === void 0) return void 0;
  const node = long.node === "map" ? withDefaults(kind2, long, defaults) : long;
  const instead = (key) => otherField(kind2, key);
  const spec = readShape(node, kind2.shape, { ...reading, subject: kind2.name, instead });
  if (spec === void 0) return void 0;
  if (!context.surroundingsLost) {
    const { hosts, databases } = context;
    kind2.review?.(spec, { span: entry.key.span, report: reading.report, hosts, databases });
  }
  return { spec };
}
var DATABASE_KEYS = [
  "host",
  "via",
  ...Object.keys(databaseShape.node.type === "object" ? databaseShape.node.fields : {})
];
function otherField(kind2, key) {
  const { node } = kind2.shape;
  const fields = (node.type === "forms" ? node.map : node) ?? node;
  const has2 = (name) => fields.type === "object" && Object.hasOwn(fields.fields, name);
  if (key === "host" && has2("via")) return "The host to go through is named by `via`.";
  if (key === "via" && has2("host")) return "The machine it looks at is named by `host`.";
  if (has2("database") && DATABASE_KEYS.includes(key)) {
    return `A query names a database, and that says it: \`databases: { main: { ${key === "via" ? "host" : key}: \u2026 } }\`.`;
  }
  if (CHECK_KEYS.includes(key))
    return `${code(key)} is of the check: it stands beside ${code(kind2.name)}, not below it.`;
  return void 0;
}
function lengthen(kind2, node, context) {
  if (node.node !== "scalar" || node.value === null || kind2.shorthand === void 0) return node;
  const fields = kind2.shorthand(node.text.text);
  if (fields !== void 0) {
    const entries = Object.entries(fields).map(([name, { start, end }]) => stretch(node, name, start, end));
    return { node: "map", span: node.span, entries };
  }
  const { node: shape5 } = kind2.shape;
  if (shape5.type !== "object" && !(shape5.type === "forms" && shape5.scalar === void 0)) return node;
  context.reading.report({
    code: "bad-shorthand",
    span: node.span,
    message: `This is not the short form of ${code(kind2.name)}.`,
    hint: bareUrl(kind2, node.text.text) ?? `Write ${SHORT_FORMS[kind2.name] ?? "a map of its fields"}.`
  });
  return void 0;
}
function bareUrl(kind2, written) {
  const bare = kind2.name === "request" && /^(https?:\/)?\/\S{1,60}$/i.test(written);
  return bare ? `The method comes first: \`request: GET ${written}\`.` : void 0;
}
var SHORT_FORMS = {
  request: "`request: GET /path`, or a map such as `{ get: /path }`",
  tcp: "`tcp: host:port`",
  tls: "`tls: host:port`"
};
function stretch(node, name, start, end) {
  const text2 = sliceMapped(node.text, start, end);
  const key = { text: name, span: node.span, map: [[0, node.span.start]] };
  const whole = start === 0 && end === node.text.text.length;
  return { key, value: { node: "scalar", span: text2.span, text: text2, value: whole ? node.value : text2.text } };
}
function withDefaults(kind2, own4, defaults) {
  const shape5 = kind2.shape.node.type === "forms" ? kind2.shape.node.map : kind2.shape.node;
  const inherited = inheritedOf(kind2, defaults, own4);
  return mergeMaps(inherited, own4, shape5);
}
function inheritedOf(kind2, defaults, own4) {
  const nothing2 = { node: "map", span: own4.span, entries: [] };
  const direct = entryOf2(defaults, kind2.name)?.value;
  const base = direct?.node === "map" ? direct : nothing2;
  if (kind2.fallbackDefaults === void 0) return base;
  const { kind: other, fields } = kind2.fallbackDefaults;
  const lender = entryOf2(defaults, other)?.value;
  if (lender?.node !== "map") return base;
  const borrowed = lender.entries.filter(
    ({ key }) => fields.includes(key.text) && entryOf2(base, key.text) === void 0
  );
  return { ...base, entries: [...borrowed, ...base.entries] };
}

// src/language/read-check.ts
var MOST_REPEATS = 1e4;
var repeatShape = forms({
  scalar: integer(1, MOST_REPEATS),
  map: object(
    {
      times: field(integer(1, MOST_REPEATS), "how many observations"),
      every: field(duration(), "the pause between them"),
      concurrency: field(integer(1, 100), "how many at once")
    },
    ["times"]
  )
});
function readCheck(map2, place, context) {
  const kind2 = findKind(map2, place, context);
  if (kind2 === void 0) {
    context.namesLost();
    return void 0;
  }
  const { reading } = context;
  const common = readCommon(map2, place, context);
  const own4 = withInherited(map2, place.defaults);
  const repeat = readRepeat(own4, reading);
  const read3 = readSpec(kind2.kind, kind2.entry, place.defaults, context);
  const expectEntry = entryOf2(map2, "expect");
  const repeated = entryOf2(map2, "repeat") !== void 0;
  const expect = expectEntry && readExpectation(expectEntry.value, kind2.kind, repeated, { ...reading, subject: "expect" });
  reviewWaiting(map2, own4, reading);
  const waiting = repeated ? void 0 : readWaiting(own4, reading);
  return {
    entry: "check",
    ...common,
    kind: kind2.kind.name,
    kindSpan: kind2.entry.key.span,
    spec: read3?.spec,
    description: read3 === void 0 ? kind2.kind.name : kind2.kind.describe(read3.spec),
    ...read3 === void 0 || !kind2.allKnown || expectEntry !== void 0 && expect === void 0 ? { unread: true } : {},
    ...given("expect", expect),
    captures: readCaptures(map2, kind2.kind, context),
    ...given("waiting", waiting),
    ...given("timeout", readKey2(own4, "timeout", shapes.timeout, reading)),
    ...given("repeat", repeat),
    severity: readKey2(own4, "severity", choice("failure", "warning"), reading) ?? "failure",
    ...given("fix", readKey2(map2, "fix", shapes.fix, reading)),
    cleanup: readCleanup(map2, { ...place, tags: common.tags }, context)
  };
}
function withInherited(map2, defaults) {
  const inherited = defaults.entries.filter(
    ({ key }) => INHERITED_KEYS.includes(key.text) && entryOf2(map2, key.text) === void 0
  );
  const own4 = map2.entries.filter(({ key, value }) => !(INHERITED_KEYS.includes(key.text) && isNull(value)));
  return { ...map2, entries: [...own4, ...inherited] };
}
function readRepeat(map2, reading) {
  const read3 = readKey2(map2, "repeat", repeatShape, reading);
  if (read3 === void 0) return void 0;
  if (typeof read3 === "number") return { times: read3, concurrency: 1 };
  return { times: read3.times, concurrency: read3.concurrency ?? 1, ...given("every", read3.every) };
}
function reviewWaiting(map2, whole, reading) {
  const own4 = WAITING_KEYS.map((name) => entryOf2(map2, name)).filter((entry) => entry !== void 0 && !isNull(entry.value));
  const [first2] = own4;
  if (first2 === void 0) return;
  if (entryOf2(map2, "repeat") !== void 0) {
    reading.report({
      code: "repeat-with-waiting",
      span: first2.key.span,
      message: `${code(first2.key.text)} tries again until all holds, \`repeat\` observes a number of times: a check does one of both.`,
      hint: first2.key.text === "every" ? "Write the pause into `repeat`: `{ times: 6, every: 1s }`." : `Remove ${code(first2.key.text)} or \`repeat\`.`
    });
  } else if (entryOf2(whole, "within") === void 0) {
    reading.report({
      code: "waiting-without-within",
      span: first2.key.span,
      message: `Without \`within\` a check is tried once, so ${code(first2.key.text)} means nothing.`,
      hint: "Say how long to try at most, such as `within: 1m`."
    });
  }
}
function findKind(map2, place, context) {
  const { kinds: kinds2 } = context;
  const reading = {
    ...context.reading,
    subject: place.cleanup ? "a cleanup step" : "a check",
    elsewhere: (key) => allowedElsewhere(key, kinds2)
  };
  const later = reportNotYet(map2, context);
  const notHere = place.cleanup ? ["needs", "cleanup"] : [];
  const known2 = [...kinds2.keys(), ...CHECK_KEYS.filter((key) => !notHere.includes(key))];
  const rest = { ...map2, entries: map2.entries.filter(({ key }) => !isLater(key.text, context)) };
  const allKnown = knownKeys(rest, known2, reading);
  if (!allKnown) context.namesLost();
  const [first2, second] = map2.entries.filter(({ key }) => kinds2.has(key.text));
  if (second !== void 0 && first2 !== void 0) reportSecond2(first2, second, reading);
  if (first2 === void 0 && allKnown && !later) reportNone(map2, kinds2, reading);
  const kind2 = first2 && kinds2.get(first2.key.text);
  return first2 && kind2 && { kind: kind2, entry: first2, allKnown };
}
function isLater(key, context) {
  return ["each", "include", "containers"].includes(key) && !context.kinds.has(key);
}
function reportSecond2(first2, second, reading) {
  reading.report({
    code: "two-kinds",
    span: second.key.span,
    message: `A check has exactly one kind, and this one has ${code(first2.key.text)} and ${code(second.key.text)}.`,
    hint: "Make two checks of it."
  });
}
function reportNone(map2, kinds2, reading) {
  const name = entryOf2(map2, "name")?.value;
  const near = name?.node === "scalar" ? suggestion(name.text.text, kinds2.keys()) : void 0;
  reading.report({
    code: "no-kind",
    span: map2.entries[0]?.key.span ?? map2.span,
    message: "This check does not say what to look at.",
    hint: near ?? `Add one of ${listed([...kinds2.keys()].map(code), "or")}; a section has \`checks\`.`
  });
}
function readCleanup(map2, place, context) {
  const value = entryOf2(map2, "cleanup")?.value;
  if (value === void 0 || place.cleanup) return [];
  const steps = value.node === "list" ? value.items : [value];
  if (steps.length === 0) {
    context.reading.report({
      code: "empty-list",
      span: value.span,
      message: "The list of `cleanup` is empty.",
      hint: "Write a check that undoes what this one does, or remove the key."
    });
  }
  return steps.flatMap((step2, index) => {
    const own4 = entryMap(step2, "cleanup", context);
    const key = `${place.key}.cleanup.${index}`;
    const check = own4 && readCheck(own4, { ...place, key, cleanup: true }, context);
    return check === void 0 ? [] : [check];
  });
}

// src/language/read-section.ts
function readEntries(nodes, prefix, place, context) {
  return nodes.flatMap((node, index) => {
    const map2 = entryMap(node, "an entry of `checks`", context);
    if (map2 === void 0) return [];
    const own4 = { ...place, key: `${prefix}.${index}` };
    const entry = entryOf2(map2, "checks") === void 0 ? readCheck(map2, own4, context) : readSection(map2, own4, context);
    return entry === void 0 ? [] : [entry];
  });
}
function readSection(map2, place, context) {
  reportNotYet(map2, context);
  const kind2 = map2.entries.find(({ key }) => context.kinds.has(key.text));
  if (kind2 !== void 0) reportKind(kind2, context);
  return section(map2, place, context, { known: SECTION_KEYS, children: `${place.key}.checks` });
}
function readReady(entry, place, context) {
  const { reading } = context;
  const map2 = entry.value;
  if (map2.node !== "map") {
    context.namesLost();
    return map2.node === "broken" ? void 0 : reportType(map2, "a map with `within` and `checks`", { ...reading, subject: "ready" });
  }
  const missing3 = ["within", "checks"].filter((name) => entryOf2(map2, name) === void 0);
  for (const name of missing3) {
    reading.report({
      code: "missing-key",
      span: entry.key.span,
      message: `\`ready\` lacks ${code(name)}.`,
      hint: name === "within" ? "Say how long to wait at most, such as `within: 3m`." : "Add what must hold, a list: `checks: [{ request: GET /health }]`."
    });
  }
  if (missing3.includes("checks")) return void 0;
  const ready = section(map2, place, context, { known: READY_KEYS, children: "ready" });
  return ready === void 0 || ready.name !== void 0 ? ready : { ...ready, name: readyName(entry.key.span) };
}
function readyName(span) {
  return { node: "template", place: "text", parts: ["Ready"], span };
}
function section(map2, place, context, form) {
  const { reading, kinds: kinds2 } = context;
  const isReady = form.children === "ready";
  const rest = {
    ...map2,
    entries: map2.entries.filter(
      ({ key }) => !kinds2.has(key.text) && !["each", "include", "containers"].includes(key.text)
    )
  };
  const asSection = { ...reading, subject: isReady ? "ready" : "a section" };
  if (!knownKeys(rest, form.known, { ...asSection, elsewhere: (key) => allowedElsewhere(key, kinds2) }))
    context.namesLost();
  const common = readCommon(map2, place, context);
  const defaults = mergeDefaults(place.defaults, entryOf2(map2, "defaults")?.value, context);
  const list2 = entryOf2(map2, "checks")?.value;
  const nodes = list2 === void 0 ? [] : listOf2(list2, context);
  const waiting = isReady ? readWaiting(map2, reading) : void 0;
  return {
    entry: "section",
    ...common,
    parallel: readKey2(map2, "parallel", shapes.parallel, reading) ?? false,
    ...given("waiting", waiting),
    checks: readEntries(nodes, form.children, { ...place, tags: common.tags, defaults }, context)
  };
}
function listOf2(node, context) {
  if (node.node === "list" && node.items.length > 0) return node.items;
  context.namesLost();
  if (node.node === "list") {
    context.reading.report({
      code: "empty-list",
      span: node.span,
      message: "The list of `checks` is empty, so nothing is checked.",
      hint: "Add a check, or remove the key."
    });
  } else if (node.node !== "broken") {
    reportType(node, "a list of checks, each behind a dash", { ...context.reading, subject: "checks" });
  }
  return [];
}
function reportKind(kind2, context) {
  context.reading.report({
    code: "two-kinds",
    span: kind2.key.span,
    message: `A section has \`checks\` and no kind of its own, and this one has ${code(kind2.key.text)}.`,
    hint: `Move ${code(kind2.key.text)} into a check of its own below \`checks\`.`
  });
}

// src/language/targets.ts
function readTargets(file2, reading) {
  const node = entryOf2(file2, "targets")?.value;
  if (node === void 0 || node.node === "broken") return /* @__PURE__ */ new Map();
  if (node.node !== "map") {
    reportType(node, "a map of names and what each changes", { ...reading, subject: "targets" });
    return /* @__PURE__ */ new Map();
  }
  return new Map(
    node.entries.flatMap(({ key, value }) => {
      const own4 = { ...reading, subject: `the target ${key.text}` };
      if (!ID.test(key.text)) {
        own4.report({
          code: "bad-word",
          span: key.span,
          message: `${code(key.text)} cannot be the name of a target.`,
          hint: "Use letters, digits, `_` and `-`."
        });
      }
      if (value.node === "map") knownKeys(value, TARGET_KEYS, own4);
      else if (value.node !== "broken") reportType(value, "a map with `vars`, `hosts`, `databases` or `defaults`", own4);
      return value.node === "map" ? [[key.text, value]] : [];
    })
  );
}
function applyTarget(file2, target, kinds2) {
  if (target === void 0) return file2;
  const shapes2 = {
    vars: map(json()).node,
    hosts: map(hostShape).node,
    databases: map(databaseShape).node,
    defaults: defaultsShape(kinds2)
  };
  const merged = file2.entries.map((entry) => {
    const over = entryOf2(target, entry.key.text);
    const shape5 = shapes2[entry.key.text];
    if (over === void 0 || shape5 === void 0) return entry;
    return { key: entry.key, value: mergeNodes(entry.value, over.value, shape5) };
  });
  const added = target.entries.filter(
    ({ key }) => Object.hasOwn(shapes2, key.text) && entryOf2(file2, key.text) === void 0
  );
  return { ...file2, entries: [...merged, ...added] };
}
function reportUnknownTarget(name, file2, names, reading) {
  const known2 = [...names];
  const span = entryOf2(file2, "targets")?.key.span ?? { ...file2.span, end: file2.span.start };
  reading.report({
    code: "unknown-target",
    span,
    message: `There is no target ${code(name)}.`,
    hint: suggestion(name, known2) ?? (known2.length === 0 ? "This checklist has no targets: leave the input out." : `Known: ${known2.map(code).join(", ")}.`)
  });
}

// src/language/parse.ts
function parseChecklist(source, options) {
  const { root, diagnostics: syntax } = readSyntax(source);
  const { report, diagnostics } = collector();
  const reading = { subject: "the checklist", report };
  if (root !== void 0 && root.node !== "map" && root.node !== "broken") {
    reportType(root, "a map with `name` and `checks`", reading);
  }
  if (root?.node !== "map") return { checklist: void 0, diagnostics: inOrder([...syntax, ...diagnostics]) };
  const targets = readTargets(root, reading);
  if (options.target !== null && !targets.has(options.target)) {
    reportUnknownTarget(options.target, root, targets.keys(), reading);
  }
  const broken = syntax.length > 0 || diagnostics.length > 0;
  const assembled = (target) => assemble({ source, file: root, targets, target, kinds: options.kinds, reading, broken });
  const chosen = assembled(options.target);
  const others = [...targets.keys()].filter((name) => name !== options.target).map(assembled);
  return {
    checklist: Object.freeze({ ...chosen, alternatives: others }),
    diagnostics: inOrder([...syntax, ...diagnostics])
  };
}
function assemble(input) {
  const { source, targets, target, kinds: kinds2 } = input;
  let namesLost = input.broken;
  let faults = 0;
  const report = (fault) => {
    faults += 1;
    namesLost ||= ["unknown-key", "bad-name"].includes(fault.code);
    input.reading.report(fault);
  };
  const reading = { ...input.reading, report };
  const merged = applyTarget(input.file, target === null ? void 0 : targets.get(target), kinds2);
  const { file: file2, lifted } = withoutEnvironment(merged, reading);
  if (!knownKeys(file2, FILE_KEYS, { ...reading, elsewhere: (key) => allowedElsewhere(key, kinds2) })) namesLost = true;
  const hosts = readNamed(file2, "hosts", hostShape, reading);
  const hostsLost = input.broken || faults > 0;
  const databases = readNamed(file2, "databases", databaseShape, reading);
  const reader = {
    reading,
    kinds: kinds2,
    hosts: namesUnder(file2, "hosts"),
    databases: namesUnder(file2, "databases"),
    namesLost: () => {
      namesLost = true;
    }
  };
  const staysSecret = secretNames(entryOf2(input.file, "vars")?.value);
  const nothing2 = { node: "map", span: file2.span, entries: [] };
  const defaults = mergeDefaults(nothing2, entryOf2(file2, "defaults")?.value, reader);
  const variables = [...readVariables(entryOf2(file2, "vars")?.value, staysSecret, reading), ...lifted];
  const context = { ...reader, surroundingsLost: input.broken || faults > 0 };
  const place = { key: "", tags: [], defaults, cleanup: false };
  const ready = readyOf(file2, place, context);
  const checks = readEntries(checksOf(file2, context), "checks", place, context);
  const checklist = {
    source,
    name: readKey2(file2, "name", word("a name"), reading) ?? source.path.split("/").at(-1) ?? source.path,
    variables,
    hosts,
    hostsLost,
    databases,
    targetNames: [...targets.keys()],
    target,
    ...given("targetOnly", target === null ? void 0 : targetOnly(merged, input.file)),
    ...given("ready", ready),
    checks
  };
  return namesLost ? { ...checklist, namesLost } : checklist;
}
function targetOnly(file2, own4) {
  return ["vars", "hosts", "databases"].flatMap((under) => {
    const before = namesUnder(own4, under);
    const value = entryOf2(file2, under)?.value;
    const added = value?.node === "map" ? value.entries.filter(({ key }) => !before.includes(key.text)) : [];
    return added.map(({ key }) => ({ under, name: key.text, nameSpan: key.span }));
  });
}
function withoutEnvironment(file2, reading) {
  const lifted = [];
  const entries = file2.entries.map((entry) => {
    if (entry.key.text !== "hosts" && entry.key.text !== "databases") return entry;
    const { node, variables } = liftEnvironment(entry.key.text, entry.value, reading);
    lifted.push(...variables);
    return { ...entry, value: node };
  });
  return { file: { ...file2, entries }, lifted };
}
function readyOf(file2, place, context) {
  const entry = entryOf2(file2, "ready");
  if (entry === void 0) return void 0;
  const waits = ["within", "every", "consecutive"];
  const defaults = { ...place.defaults, entries: place.defaults.entries.filter(({ key }) => !waits.includes(key.text)) };
  return readReady(entry, { ...place, key: "ready", defaults }, context);
}
function checksOf(file2, context) {
  const entry = entryOf2(file2, "checks");
  if (entry !== void 0) return listOf2(entry.value, context);
  if (file2.entries.every(({ key }) => FILE_KEYS.some((name) => name === key.text))) {
    context.reading.report({
      code: "no-checks",
      span: { ...file2.span, end: file2.span.start },
      message: "The checklist has no `checks`, so it verifies nothing.",
      hint: "Add `checks:` with at least one check, such as `- request: GET /health`."
    });
  }
  return [];
}
function readNamed(file2, key, shape5, reading) {
  const entries = readKey2(file2, key, map(shape5), reading) ?? [];
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}
function namesUnder(file2, key) {
  const value = entryOf2(file2, key)?.value;
  return value?.node === "map" ? value.entries.map((entry) => entry.key.text) : [];
}

// src/language/order.ts
function standingsOf(checklist) {
  const standings = /* @__PURE__ */ new Map();
  const visit2 = (entries, parallel, path, around, first2 = 0) => {
    for (const [index, entry] of entries.entries()) {
      const own4 = [...path, { index: index + first2, parallel }];
      standings.set(entry.key, { entry, path: own4, around });
      if (entry.entry === "section") visit2(entry.checks, entry.parallel, own4, [...around, entry]);
      else
        for (const step2 of entry.cleanup) standings.set(step2.key, { entry: step2, cleanupOf: entry, path: own4, around });
    }
  };
  if (checklist.ready !== void 0) visit2([checklist.ready], false, [], []);
  visit2(checklist.checks, false, [], [], 1);
  return standings;
}
function relation(from, to) {
  if (to.cleanupOf !== void 0) return "later";
  const length = Math.min(from.path.length, to.path.length);
  for (let depth = 0; depth < length; depth += 1) {
    const own4 = from.path[depth];
    const other = to.path[depth];
    if (own4 === void 0 || other === void 0 || own4.index === other.index) continue;
    if (own4.parallel) return "parallel";
    return other.index < own4.index ? "before" : "later";
  }
  if (from.path.length === to.path.length) return "self";
  return from.path.length > to.path.length ? "around" : "inside";
}

// src/expression/hollow-program.ts
var MIRRORED = { "<": "lt", "<=": "lte", ">": "lt", ">=": "lte" };
var LIST_STEPS = new Set(
  "map map_values sort sort_by unique unique_by group_by reverse flatten to_entries keys".split(" ")
);
function hollowForm(program2) {
  const tokens = [...tokenize(program2)].filter((token) => token.kind !== "comment");
  if (tokens.length === 0 || tokens.some((token) => token.kind === "fault")) return void 0;
  return lessThan(program2, tokens) ?? unequal(program2, tokens) ?? bareAll(program2, tokens);
}
function steadyPath(program2) {
  const tokens = [...tokenize(program2)].filter((token) => token.kind !== "comment");
  if (tokens.some((token) => token.kind === "fault") || !isPath(tokens)) return void 0;
  const mayYieldNothing = tokens.some(({ text: text2 }) => text2 === "?") || isOverList(tokens);
  return mayYieldNothing ? void 0 : quoted3(textOf2(program2, tokens));
}
function lessThan(program2, tokens) {
  const index = tokens.findIndex((token) => token.kind === "operator" && MIRRORED[token.text] !== void 0);
  const operator = tokens[index];
  if (operator === void 0) return void 0;
  const [path, bound] = operator.text.startsWith("<") ? [tokens.slice(0, index), tokens.slice(index + 1)] : [tokens.slice(index + 1), tokens.slice(0, index)];
  if (!isPath(path) || !(isNumber2(bound) || isVariable(bound))) return void 0;
  const operand = isNumber2(bound) ? textOf2(program2, bound) : quoted3(`{{ ${textOf2(program2, bound)} }}`);
  return {
    kind: "less-than",
    suggestion: `${quoted3(textOf2(program2, path))}: { ${MIRRORED[operator.text]}: ${operand} }`
  };
}
function unequal(program2, tokens) {
  const index = tokens.findIndex((token) => token.kind === "operator" && token.text === "!=");
  if (index === -1) return void 0;
  const sides = [tokens.slice(0, index), tokens.slice(index + 1)];
  const [path, value] = isPath(sides[0]) ? sides : [sides[1], sides[0]];
  if (!isPath(path) || path.length === 1 && path[0]?.text === "." || isOverList(path)) return void 0;
  const key = quoted3(textOf2(program2, path));
  if (isVariable(value)) {
    return {
      kind: "unequal",
      suggestion: `${key}: { and: [{ ne: null }, { ne: ${quoted3(`{{ ${textOf2(program2, value)} }}`)} }] }`
    };
  }
  const type = literalType(value);
  return type === void 0 ? void 0 : { kind: "unequal", suggestion: `${key}: { is: ${type}, ne: ${textOf2(program2, value)} }` };
}
function literalType(tokens) {
  if (isNumber2(tokens)) return "number";
  const [first2, ...rest] = tokens;
  if (first2?.kind === "name" && rest.length === 0) return /^(?:true|false)$/.test(first2.text) ? "boolean" : void 0;
  const isText2 = first2?.kind === "quote" && rest.at(-1)?.kind === "quote" && rest.slice(0, -1).every(({ kind: kind2 }) => kind2 === "text");
  return isText2 ? "string" : void 0;
}
function isOverList(path) {
  return path.some(({ text: text2 }, index) => text2 === "[" && path[index + 1]?.text === "]");
}
function bareAll(program2, tokens) {
  const stages = split(tokens, "|");
  const [all, ...group] = stages.at(-1) ?? [];
  const before = stages.slice(0, -1);
  if (all?.kind !== "name" || all.text !== "all" || group.length > 0 && !isOneGroup(group, "(")) return void 0;
  if (!before.every((stage, index) => mayBeEmpty(stage, index === 0))) return void 0;
  const from = textOf2(program2, before.flat());
  const parts = split(group.slice(1, -1), ";");
  if (parts.length === 0) return { kind: "all", suggestion: `${quoted3(from || ".")}: { all: true }` };
  const condition = textOf2(program2, parts.at(-1) ?? []);
  const first2 = parts.length > 1 ? textOf2(program2, parts[0] ?? []) : void 0;
  const path = before.length === 1 && isPath(before[0] ?? []);
  const prefix = from === "" || path && first2 === void 0 ? "" : `${from} | `;
  const elements2 = first2 ?? (path && from !== "." ? `${from}[]` : ".[]");
  return { kind: "all", suggestion: `${quoted3(`${prefix}[${elements2} | (${condition})]`)}: { all: true }` };
}
function mayBeEmpty(stage, first2) {
  const [name, ...group] = stage;
  if (name?.kind === "name") return LIST_STEPS.has(name.text) && (group.length === 0 || isOneGroup(group, "("));
  if (first2 && (isPath(stage) || isPathOrEmpty(stage))) return true;
  if (!isOneGroup(stage, "[")) return false;
  const [source = []] = split(stage.slice(1, -1), "|");
  return isPath(source) && source.some((token, index) => token.text === "[" && source[index + 1]?.text === "]");
}
function isPathOrEmpty(stage) {
  const inner = isOneGroup(stage, "(") ? stage.slice(1, -1) : stage;
  const end = inner.slice(-3).map(({ text: text2 }) => text2);
  return end.join(" ") === "// [ ]" && isPath(inner.slice(0, -3));
}
function isPath(tokens) {
  const first2 = tokens[0];
  if (first2 === void 0 || !(first2.kind === "field" || first2.text === ".")) return false;
  return tokens.every(isStep);
}
var STEP_KINDS = /* @__PURE__ */ new Set(["field", "number", "quote", "text"]);
var STEP_SIGNS = /* @__PURE__ */ new Set([".", "[", "]", "?", ":", "-"]);
function isStep({ kind: kind2, text: text2 }) {
  return STEP_KINDS.has(kind2) || STEP_SIGNS.has(text2);
}
function isNumber2(tokens) {
  const digits = tokens[0]?.text === "-" ? tokens.slice(1) : tokens;
  return digits.length === 1 && digits[0]?.kind === "number";
}
function isVariable([variable2, ...steps]) {
  if (variable2?.kind !== "variable" || variable2.text === "$observation") return false;
  return steps.every(isStep);
}
function isOneGroup(tokens, bracket) {
  let depth = 0;
  return tokens[0]?.text === bracket && tokens.every((token, index) => {
    depth += Number(token.kind === "open") - Number(token.kind === "close");
    return depth > 0 || index === tokens.length - 1;
  });
}
function split(tokens, separator) {
  const parts = tokens.length === 0 ? [] : [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += Number(token.kind === "open") - Number(token.kind === "close");
    if (depth === 0 && token.text === separator && token.kind === "operator") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
function textOf2(program2, tokens) {
  return program2.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}
function quoted3(text2) {
  return text2.includes('"') && !/['\n]/.test(text2) ? `'${text2}'` : JSON.stringify(text2);
}

// src/model/uses.ts
function programsOf(entry) {
  if (entry.entry === "section") return programsIn([entry.name, entry.condition, entry.waiting]);
  const { name, condition, spec, expect, captures, waiting, timeout, repeat, fix } = entry;
  return programsIn([name, condition, spec, expect, captures, waiting, timeout, repeat, fix]);
}
function usesOf(entry) {
  return [...new Set(programsOf(entry).flatMap((program2) => program2.uses))];
}
function everyEntry(checklist) {
  const { ready, checks } = checklist;
  return [...allEntries(ready === void 0 ? checks : [ready, ...checks])];
}
function captureMakers(checklist) {
  const makers = /* @__PURE__ */ new Map();
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === "section") continue;
    for (const { name } of entry.captures) if (!makers.has(name)) makers.set(name, entry);
  }
  return makers;
}

// src/language/review-assertions.ts
function reviewAssertions(checklist, kinds2, report) {
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === "section") continue;
    if (entry.expect !== void 0) reviewHollow(entry.expect, report);
    const isCleanup = entry.key.includes(".cleanup.");
    if (isCleanup || entry.unread === true || entry.captures.length > 0 || couldFail(entry, kinds2)) continue;
    report({
      code: "no-assertion",
      span: entry.kindSpan,
      message: `Nothing is expected of this ${code(entry.kind)}, so it could not fail.`,
      hint: hintFor(entry)
    });
  }
}
function hintFor({ kind: kind2, repeat, expect }) {
  if (repeat !== void 0) return "Say what must hold under `expect`, such as `all: { status: 200 }`.";
  if (expect !== void 0) return "`any` lifts what is expected by default: expect something of another part.";
  return `Add \`expect\`${kind2 === "query" ? ", such as `expect: { value: { gte: 1 } }`" : ""}, or \`capture\` something.`;
}
function couldFail(check, kinds2) {
  const kind2 = kinds2.get(check.kind);
  if (kind2 === void 0 || kind2.instruction !== void 0) return true;
  if (check.expect !== void 0 && asserts(check.expect, kind2.parts)) return true;
  if (check.repeat !== void 0) return false;
  const named3 = new Set(check.expect?.parts.map(({ part }) => part));
  if (kind2.judges?.some((part) => !named3.has(part)) === true) return true;
  return Object.keys(kind2.defaults(check.spec, named3)).length > 0;
}
function asserts({ parts, programs, repeat }, shapes2) {
  const forms2 = [repeat?.all, repeat?.any, repeat?.first, repeat?.last].filter((form) => form !== void 0);
  return programs.length > 0 || parts.some((part) => assertsSomething(part, shapes2)) || (repeat?.statusCounts.length ?? 0) > 0 || forms2.some((form) => asserts(form, shapes2));
}
function assertsSomething({ part, matcher }, shapes2) {
  if (matcher.op === "anything") return false;
  const shape5 = shapes2[part];
  const isMap2 = shape5?.any !== void 0 || shape5?.fields !== void 0;
  return !(isMap2 && matcher.op === "fields" && matcher.fields.length === 0);
}
var HOLLOW = {
  all: "This holds of an empty list as well: `all` is true of nothing.",
  "less-than": "This holds when nothing is there as well: jq orders `null` below every number.",
  unequal: "This holds when nothing is there as well: jq makes `null` of it, which differs from every value."
};
function reviewHollow(expect, report) {
  const { all, any, first: first2, last } = expect.repeat ?? {};
  for (const form of [all, any, first2, last]) if (form !== void 0) reviewHollow(form, report);
  for (const { program: program2, matcher } of expect.programs) {
    if (matcher?.op === "exists") reviewExists(program2, matcher, report);
    if (matcher?.op === "ne") reviewUnequal(program2, matcher.operand, matcher.span, report);
    const hollow = matcher === void 0 ? hollowForm(program2.source.text) : void 0;
    if (hollow === void 0) continue;
    report({
      code: "hollow-program",
      span: program2.source.span,
      message: HOLLOW[hollow.kind],
      hint: `Write a matcher: \`jq: { ${hollow.suggestion} }\`.`
    });
  }
}
function reviewExists({ source }, { exists, span }, report) {
  const path = steadyPath(source.text);
  if (path === void 0) return;
  report({
    code: "hollow-program",
    span,
    message: `\`exists: ${exists}\` ${exists ? "always" : "never"} holds here: of what is not there jq makes \`null\`, and that is a value.`,
    hint: `Write \`jq: { ${path}: ${exists ? "{ ne: null }" : "null"} }\`, or ask for the field under \`json\`.`
  });
}
function reviewUnequal({ source }, operand, span, report) {
  const path = steadyPath(source.text);
  const type = typeOf(operand);
  if (path === void 0 || path === '"."' || type === "null") return;
  report({
    code: "hollow-program",
    span,
    message: "`ne` holds here when nothing is there as well: jq makes `null` of it, which differs from every value.",
    hint: type === void 0 ? "Ask for the field under `json`, or write `{ and: [{ ne: null }, { ne: \u2026 }] }`." : `Say its type as well: \`jq: { ${path}: { is: ${type}, ne: \u2026 } }\`. Where nothing may be there, write \`not\` instead of \`ne\`.`
  });
}
function typeOf(operand) {
  if (operand.node !== "template" || operand.parts.some((part) => typeof part !== "string")) return void 0;
  const { literal: literal3 = "" } = operand;
  if (literal3 === null) return "null";
  if (typeof literal3 === "string") return "string";
  return typeof literal3 === "boolean" ? "boolean" : "number";
}

// src/language/review-built-ins.ts
var RUN = {
  id: true,
  started_at: true,
  target: true,
  sha: true,
  ref: true,
  actor: true,
  repository: true,
  url: true,
  number: true,
  attempt: true
};
var FIRST_STEP = /\$\s*\w+\s*(?:\.\s*([A-Za-z_]\w*)|\.\s*"([^"\\]+)"|\.?\s*\[\s*"([^"\\]+)"\s*\])/y;
function reviewBuiltIns(checklist, kinds2, report) {
  if (checklist.namesLost === true) return;
  const builtIns = builtInsOf(checklist);
  const { variables, hosts, databases } = checklist;
  const before = programsIn([variables.map(({ value, default: other }) => [value, other]), hosts, databases]);
  for (const program2 of before) reviewProgram(program2, builtIns, report);
  for (const entry of everyEntry(checklist)) {
    const own4 = new Map([...builtIns, ["observation", observationOf2(entry, kinds2)]]);
    for (const program2 of programsOf(entry)) reviewProgram(program2, own4, report);
  }
}
function observationOf2(entry, kinds2) {
  const kind2 = entry.entry === "check" ? kinds2.get(entry.kind) : void 0;
  if (kind2 === void 0) return void 0;
  const parts = Object.keys(kind2.parts);
  return {
    known: new Set(parts),
    fault: (name) => ({
      code: "undefined-variable",
      message: `What ${code(kind2.name)} sees has no part ${code(name)}.`,
      hint: suggestion(name, parts) ?? `It has ${listed(parts.map(code), "and")}.`
    })
  };
}
function builtInsOf(checklist) {
  const entries = everyEntry(checklist);
  const ids = entries.flatMap(({ id }) => id === void 0 ? [] : [id]);
  const captures = [...captureMakers(checklist).keys()];
  return /* @__PURE__ */ new Map([
    [
      "run",
      {
        known: new Set(Object.keys(RUN)),
        fault: (name) => ({
          code: "undefined-variable",
          message: `\`$run\` has no ${code(name)}.`,
          hint: suggestion(name, Object.keys(RUN)) ?? `It has ${listed(Object.keys(RUN).map(code), "and")}.`
        })
      }
    ],
    [
      "captured",
      {
        known: new Set(captures),
        fault: (name) => ({
          code: "undefined-variable",
          message: `No check captures ${code(name)}.`,
          hint: suggestion(name, captures) ?? `\`capture\` it in an earlier check.`
        })
      }
    ],
    [
      "outcome",
      {
        known: new Set(ids),
        fault: (name) => ({
          code: "unknown-id",
          message: `There is no entry with the id ${code(name)}.`,
          hint: suggestion(name, ids) ?? "Give the entry that is meant an `id`."
        })
      }
    ]
  ]);
}
function reviewProgram({ source }, builtIns, report) {
  if (!/\$\s*(?:run|captured|outcome|observation)\b/.test(source.text)) return;
  for (const { name: variable2, offset } of scanProgram(source.text).reads) {
    const builtIn = builtIns.get(variable2);
    if (builtIn === void 0) continue;
    FIRST_STEP.lastIndex = offset;
    const match = FIRST_STEP.exec(source.text);
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || name === void 0 || builtIn.known.has(name)) continue;
    report({ ...builtIn.fault(name), span: spanOf2(source, offset, offset + match[0].length) });
  }
}

// src/language/review-databases.ts
function reviewDatabases({ hosts, databases, namesLost, hostsLost }, report) {
  for (const { host, service } of Object.values(databases)) {
    if (service !== void 0 && host === void 0) {
      report({
        code: "service-without-host",
        span: service.span,
        message: "A `service` runs on a `host`, and none is named.",
        hint: "Add `host`, with the name of the machine its Compose project is on."
      });
    }
    const [name] = host?.parts ?? [];
    if (host === void 0 || host.parts.length !== 1 || typeof name !== "string") continue;
    if (namesLost || hostsLost) continue;
    if (Object.hasOwn(hosts, name)) continue;
    report({
      code: "unknown-host",
      span: host.span,
      message: `There is no host ${code(name)}.`,
      hint: suggestion(name, Object.keys(hosts)) ?? "Declare it under `hosts`."
    });
  }
}

// src/language/review-environment.ts
function reviewEnvironment(checklist, report) {
  const { variables, hosts, databases } = checklist;
  const programs = [...programsIn([variables, hosts, databases]), ...everyEntry(checklist).flatMap(programsOf)];
  for (const program2 of programs) if (/env/i.test(program2.source.text)) reviewProgram2(program2, report);
}
function reviewProgram2({ source }, report) {
  const tokens = [...tokenize(source.text)].filter(({ kind: kind2 }) => kind2 !== "comment");
  if (tokens.some(({ text: text2 }, index) => text2 === "env" && tokens[index - 1]?.text === "def")) return;
  for (const [index, { kind: kind2, text: text2, start, end }] of tokens.entries()) {
    const key = /^[{,]$/.test(tokens[index - 1]?.text ?? "") && /^[:,}]$/.test(tokens[index + 1]?.text ?? "");
    const reads = kind2 === "name" && text2 === "env" && !key || kind2 === "variable" && /^\$\s*ENV$/.test(text2);
    if (!reads) continue;
    const field2 = tokens[index + 1];
    const name = field2?.kind === "field" ? field2.text.slice(1) : void 0;
    const own4 = name?.toLowerCase() ?? "name";
    report({
      code: "environment-in-program",
      span: spanOf2(source, start, name === void 0 ? end : field2?.end ?? end),
      message: `\`${text2}\` is empty here: programs do not see the environment.`,
      hint: `Under \`vars\` write \`${own4}: { env: ${name ?? "NAME"} }\`, and here \`$${own4}\`.`
    });
  }
}

// src/language/review-hosts.ts
function reviewHosts({ hosts }, report) {
  for (const [name, { ssh, compose: compose2 }] of Object.entries(hosts)) {
    reviewCommand(compose2?.command, report);
    if (ssh === void 0) continue;
    reviewKnown(name, ssh, report);
    reviewTexts(ssh, report);
    reviewAddress2(ssh, report);
    reviewPort(ssh.port, report);
    for (const fingerprint of ssh.fingerprints ?? []) reviewFingerprint(fingerprint, report);
    reviewJump(name, hosts, report);
  }
}
function reviewKnown(name, ssh, report) {
  if (ssh.known_hosts !== void 0 || ssh.fingerprints !== void 0) return;
  report({
    code: "host-key-missing",
    span: ssh.host.span,
    message: `The host ${code(name)} says neither by ${code("known_hosts")} nor by ${code("fingerprints")} which host key it has, so it could be anybody.`,
    hint: `Run \`${scanOf(ssh)}\` from a network you trust and give what it prints as \`known_hosts: { env: SSH_KNOWN_HOSTS }\`.`
  });
}
function reviewTexts({ key, known_hosts: knownHosts }, report) {
  const [keyText, knownText] = [literal2(key), literal2(knownHosts)];
  if (key !== void 0 && keyText !== void 0 && !keyText.includes("PRIVATE KEY")) {
    report({
      code: "ssh-key-invalid",
      span: key.span,
      message: "`key` takes the text of a private key, and this is none.",
      hint: "Hand the text over by the environment: `key: { env: SSH_KEY }`."
    });
  }
  if (knownHosts !== void 0 && knownText !== void 0 && !/^\s*[^#\s]\S*.*\s\S+\s+AAAA/m.test(knownText)) {
    report({
      code: "known-hosts-invalid",
      span: knownHosts.span,
      message: "`known_hosts` takes the lines that such a file holds, and this is none.",
      hint: "Give what `ssh-keyscan` prints, as `known_hosts: { env: SSH_KNOWN_HOSTS }`."
    });
  }
}
function scanOf({ host, port }) {
  const number = literal2(port) ?? "22";
  return `ssh-keyscan ${number === "22" ? "" : `-p ${number} `}${literal2(host) ?? "HOST"}`;
}
function reviewAddress2({ host }, report) {
  const text2 = literal2(host);
  const [, scheme, user, name, port] = /^(\w+:\/\/)?(?:([^@/]*)@)?([^@:/]*)(?::(\d+))?\/*$/.exec(text2 ?? "") ?? [];
  if (text2 === void 0 || name === void 0 || [scheme, user, port].every((part) => part === void 0)) return;
  const fields = [`host: ${name}`, ...user ? [`user: ${user}`] : [], ...port ? [`port: ${port}`] : []];
  report({
    code: "ssh-host",
    span: host.span,
    message: `${code(text2)} is more than the name or the address of a host.`,
    hint: `Write \`${fields.join(", ")}\`.`
  });
}
function reviewCommand(command, report) {
  const [first2, ...more] = command ?? [];
  const text2 = literal2(first2)?.trim();
  if (first2 === void 0 || text2 === void 0 || !/^[\w.-]+\s/.test(text2)) return;
  const words2 = [...text2.split(/\s+/), ...more.map((word2) => literal2(word2) ?? "\u2026")];
  report({
    code: "bad-word",
    span: first2.span,
    message: `${code(text2)} is one word here, and no program has that name.`,
    hint: `Write \`command: [${words2.join(", ")}]\`.`
  });
}
function reviewPort(port, report) {
  const text2 = literal2(port);
  if (port === void 0 || text2 === void 0) return;
  if (/^\d{1,5}$/.test(text2) && Number(text2) > 0 && Number(text2) < 65536) return;
  report({
    code: "ssh-port",
    span: port.span,
    message: `${code(text2)} is no port.`,
    hint: "Write a number from 1 to 65535."
  });
}
function reviewFingerprint(fingerprint, report) {
  const text2 = literal2(fingerprint);
  if (text2 === void 0 || /(?:^|\s)SHA256:[A-Za-z0-9+/]{43}(?:=|\s|$)/.test(text2)) return;
  report({
    code: "fingerprint-invalid",
    span: fingerprint.span,
    message: "This is no SHA-256 fingerprint of a host key.",
    hint: "Write `SHA256:` and 43 characters, as `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` shows it on the server."
  });
}
function reviewJump(name, hosts, report) {
  const jump = hosts[name]?.ssh?.jump;
  const next = literal2(jump);
  if (jump === void 0 || next === void 0) return;
  if (!Object.hasOwn(hosts, next)) {
    report({
      code: "unknown-host",
      span: jump.span,
      message: `There is no host ${code(next)}.`,
      hint: suggestion(next, Object.keys(hosts)) ?? "Declare it under `hosts`."
    });
    return;
  }
  const circle = wayBack(name, hosts);
  if (circle === void 0 || Object.keys(hosts).find((host) => circle.has(host)) !== name) return;
  report({
    code: "jump-circle",
    span: jump.span,
    message: `The way to the host ${code(name)} leads back to itself.`,
    hint: "Let one of the hosts on the way be reached without `jump`."
  });
}
function wayBack(name, hosts) {
  const way = /* @__PURE__ */ new Set();
  let at2 = name;
  while (at2 !== void 0 && !way.has(at2)) {
    way.add(at2);
    at2 = literal2(hosts[at2]?.ssh?.jump);
  }
  return at2 === name ? way : void 0;
}
function literal2(template2) {
  if (template2 === void 0 || template2.parts.some(isProgram)) return void 0;
  return template2.parts.join("");
}

// src/language/review-literals.ts
var FROM_ENVIRONMENT = /^\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))$/;
function reviewLiterals(checklist, report) {
  for (const { name, value } of checklist.variables) {
    for (const template2 of templatesIn2(value)) reviewEnvironment2(template2, report, name);
  }
  const names = /* @__PURE__ */ new Set([...checklist.variables.map(({ name }) => name), ...captureMakers(checklist).keys()]);
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === "section") continue;
    for (const template2 of templatesIn2([entry.spec, entry.expect])) {
      const text2 = wholeText(template2);
      if (template2.place === "shell" || !text2.startsWith("$")) continue;
      if (!names.has(text2.slice(1))) {
        reviewEnvironment2(template2, report);
        continue;
      }
      report({
        code: "literal-variable",
        severity: "warning",
        span: template2.span,
        message: `This is the text \`${text2}\`, not the value of the variable.`,
        hint: `Write \`"{{ ${text2} }}"\`.`
      });
    }
  }
}
function wholeText({ parts: [text2, ...more] }) {
  return more.length === 0 && typeof text2 === "string" ? text2 : "";
}
function reviewEnvironment2(template2, report, variable2) {
  const text2 = wholeText(template2);
  const [, braced, bare] = FROM_ENVIRONMENT.exec(text2) ?? [];
  const name = braced ?? bare;
  if (name === void 0) return;
  const own4 = variable2 ?? name.toLowerCase();
  const use = variable2 === void 0 ? `, and here \`"{{ $${own4} }}"\`` : "";
  report({
    code: "literal-variable",
    severity: "warning",
    span: template2.span,
    message: `This is the text \`${text2}\`, not what the environment gives.`,
    hint: `Under \`vars\` write \`${own4}: { env: ${name} }\`${use}.`
  });
}
function templatesIn2(value) {
  if (typeof value !== "object" || value === null || isProgram(value)) return [];
  if (isTemplate(value)) return [value];
  return "source" in value && "start" in value ? [] : Object.values(value).flatMap(templatesIn2);
}

// src/language/review-names.ts
var BUILT_IN = ["run", "item", "index", "observation", "captured", "outcome"];
function reviewNames(checklist, report) {
  const names = /* @__PURE__ */ new Map();
  const declare2 = (name, span, as) => {
    const before = names.get(name);
    if (BUILT_IN.includes(name)) {
      report({
        code: "reserved-name",
        span,
        message: `\`$${name}\` is built in and cannot be given again.`,
        hint: "Choose another name."
      });
    } else if (before !== void 0) {
      report({
        code: "duplicate-name",
        span,
        message: `There is a ${before} ${code(name)} already, and no name may be given twice.`,
        hint: "Choose another name; of several captures, say in the name what each is of."
      });
    }
    names.set(name, as);
  };
  for (const { name, nameSpan } of checklist.variables) declare2(name, nameSpan, "variable");
  for (const { name, nameSpan } of capturesOf(checklist)) declare2(name, nameSpan, "capture");
  reviewIds(everyEntry(checklist), report);
}
function capturesOf(checklist) {
  return everyEntry(checklist).filter((entry) => entry.entry === "check").flatMap((check) => check.captures);
}
function reviewIds(entries, report) {
  const ids = /* @__PURE__ */ new Set();
  for (const { id, idSpan, span } of entries) {
    if (id === void 0) continue;
    if (ids.has(id)) {
      report({
        code: "duplicate-id",
        span: idSpan ?? span,
        message: `The id ${code(id)} is given twice.`,
        hint: "Choose another one, and mend the `needs` that mean this entry."
      });
    }
    ids.add(id);
  }
}

// src/language/review-needs.ts
function reviewNeeds(checklist, standings, kinds2, report) {
  const byId = /* @__PURE__ */ new Map();
  for (const standing2 of standings.values()) if (standing2.entry.id !== void 0) byId.set(standing2.entry.id, standing2);
  for (const standing2 of standings.values()) {
    for (const need of standing2.entry.needs) {
      const needed = byId.get(need.id);
      if (needed !== void 0) reviewNeed(need, standing2, needed, { byId, report, standings, kinds: kinds2 });
      else if (checklist.namesLost !== true) {
        report({
          code: "unknown-id",
          span: need.span,
          message: `There is no entry with the id ${code(need.id)}.`,
          hint: suggestion(need.id, byId.keys()) ?? "Give the entry that is meant an `id`."
        });
      }
    }
  }
}
function reviewNeed(need, standing2, needed, known2) {
  const { byId, report, standings, kinds: kinds2 } = known2;
  const order = relation(standing2, needed);
  const fault = { span: need.span };
  if (order === "before") {
    if (isForAPerson(needed.entry, kinds2)) {
      report({
        ...fault,
        code: "needs-manual",
        message: `${code(need.id)} is for a person to look at, so it never passes, and what needs it never runs.`,
        hint: "Remove the need; what a person must see first can stand in a `manual` above."
      });
    }
    return;
  }
  if (order === "parallel") {
    report({
      ...fault,
      code: "parallel-sibling",
      message: `${code(need.id)} runs at the same time, so it cannot be waited for.`,
      hint: "Remove `parallel: true`, or move one of both out of the section."
    });
  } else if (order !== "later") {
    report({
      ...fault,
      code: "needs-itself",
      message: `${code(need.id)} is this entry itself, or one that contains it or is in it.`,
      hint: "Remove the need."
    });
  } else if (reaches(needed, standing2, byId, [...standings.values()])) {
    report({
      ...fault,
      code: "needs-circle",
      message: `${code(need.id)} needs this entry in turn, so neither could ever run.`,
      hint: "Remove one of the needs."
    });
  } else {
    report({
      ...fault,
      code: "needs-later",
      message: needed.cleanupOf === void 0 ? `${code(need.id)} runs later: checks run from top to bottom.` : `${code(need.id)} is a cleanup step, which runs when everything is over.`,
      hint: needed.cleanupOf === void 0 ? "Move it above this one." : "Remove the need."
    });
  }
}
function isForAPerson(entry, kinds2) {
  if (entry.entry === "section") return entry.checks.every((inner) => isForAPerson(inner, kinds2));
  return kinds2.get(entry.kind)?.instruction !== void 0;
}
function reaches(from, goal, byId, all) {
  const seen = /* @__PURE__ */ new Set();
  const queue = [from];
  for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.entry.key === goal.entry.key || ["around", "inside"].includes(relation(goal, next))) return true;
    const { entry } = next;
    const inside = entry.entry === "section" ? all.filter(({ around }) => around.includes(entry)) : [];
    const needs = [entry, ...next.around, ...inside.map((each) => each.entry)].flatMap((each) => each.needs);
    queue.push(...needs.map(({ id }) => byId.get(id)).filter((standing2) => standing2 !== void 0));
  }
  return false;
}

// src/language/plain-program.ts
var FUNCTIONS = "length|keys|values|type|first|last|add|any|all|not|tostring|tonumber|sort|unique|min|max|reverse|flatten|floor|round|ascii_downcase|ascii_upcase|to_entries|from_entries|tojson|fromjson|empty|null|true|false";
var STEP = String.raw`(?:\.?\[(?:-?\d+|"[^"\\]*")?\]|\.[A-Za-z_]\w*|\."[^"\\]*")`;
var PATH = String.raw`(?:\.[A-Za-z_]\w*|\."[^"\\]*"|\.(?=\[)|\$[A-Za-z_]\w*)${STEP}*\??`;
var TERM = String.raw`(?:${PATH}|\.(?![\w"[.])|-?\d+(?:\.\d+)?(?![\w.])|"[^"\\]*"|(?:${FUNCTIONS})(?![\w(:]))`;
var COMPARISON = String.raw`${TERM}(?:\s*(?:==|!=|<=|>=|<|>)\s*${TERM})?`;
var CONDITION = String.raw`${COMPARISON}(?:\s+(?:and|or)\s+${COMPARISON})*`;
var PLAIN3 = new RegExp(String.raw`^\s*${CONDITION}(?:\s*\|\s*${CONDITION})*\s*$`);
function isPlainProgram(text2) {
  return text2.length <= 400 && PLAIN3.test(text2);
}

// src/language/review-programs.ts
async function reviewPrograms(checklists, engine, report) {
  const programs = /* @__PURE__ */ new Map();
  for (const program2 of checklists.flatMap(programsOfChecklist)) {
    const { span, text: text2 } = program2.source;
    if (!isPlainProgram(text2)) programs.set(`${span.start} ${span.end} ${text2}`, program2);
  }
  if (programs.size === 0) return;
  const doubtful = [...programs.values()];
  const faults = await engine.check(doubtful.map(({ source, uses }) => ({ text: source.text, variables: uses })));
  for (const [index, fault] of faults.entries()) {
    const source = doubtful[index]?.source;
    if (fault === void 0 || source === void 0) continue;
    const { start, end } = stretch2(source.text, fault.offset);
    const message = fault.message.replace(/^jq: (error: )?|\.$/g, "");
    const unknown = /^(\w+)\/\d+ is not defined/.exec(message)?.[1];
    report({
      code: "jq-syntax",
      span: spanOf2(source, start, end),
      message: `This is not a jq program: ${message}.`,
      hint: hintFor2(source.text, unknown, checklists) ?? quoteHint(message) ?? "Mend the program; its language is that of jq 1.8."
    });
  }
}
function hintFor2(program2, unknown, checklists) {
  if (/^\s*jq\s/.test(program2)) {
    return "Write the program alone: no `jq` and no options before it, and none of the quotes that a shell needs around it.";
  }
  if (/^\s*\$(?=[.[])/.test(program2)) return `A path begins with the dot: \`${program2.trim().replace(/^\$\.?/, ".")}\`.`;
  if (unknown === void 0) return void 0;
  if (unknown === "github")
    return "What is known of a workflow run stands in `$run`: `$run.ref`, `$run.sha`, `$run.actor`.";
  if (unknown === "secrets" || unknown === "inputs") {
    return "Hand the value over by the environment of the step, and declare it under `vars`: `name: { env: NAME }`.";
  }
  if (checklists.some((each) => isVariableOf(each, unknown))) return `Did you mean \`$${unknown}\`?`;
  return suggestion(unknown, KNOWN_FUNCTIONS) ?? `A field begins with a dot: \`.${unknown}\`.`;
}
function quoteHint(message) {
  return /^The character ' /.test(message) ? "In jq text stands in `\"`; `'` belongs to the shell." : void 0;
}
function isVariableOf(checklist, name) {
  return checklist.variables.some((variable2) => variable2.name === name) || captureMakers(checklist).has(name);
}
function stretch2(text2, offset) {
  if (offset === void 0) return { start: 0, end: text2.length };
  const start = Math.min(offset, Math.max(0, text2.length - 1));
  const word2 = /^\w+/.exec(text2.slice(start))?.[0].length ?? 1;
  return { start, end: Math.min(start + word2, text2.length) };
}
var KNOWN_FUNCTIONS = "length keys values type first last add any all not select map map_values sort sort_by unique unique_by group_by min max min_by max_by reverse flatten range floor round tostring tonumber to_entries from_entries with_entries contains inside startswith endswith ltrimstr rtrimstr split join test match capture scan sub gsub ascii_downcase ascii_upcase has in index rindex indices tojson fromjson todate fromdate now empty error recurse paths path del limit until splits".split(
  " "
);
function programsOfChecklist(checklist) {
  const { variables, hosts, databases } = checklist;
  return [...programsIn([variables, hosts, databases]), ...everyEntry(checklist).flatMap(programsOf)];
}

// src/language/review-scopes.ts
var KNOWN_BEFORE = ["host", "via", "database", "service", "session"];
function reviewScopes(checklist, standings, report) {
  const variables = new Set(checklist.variables.map(({ name }) => name));
  const names = { checklist, variables, makers: captureMakers(checklist), standings, report, unknown: /* @__PURE__ */ new Map() };
  reviewVariables(names);
  for (const program2 of programsIn([checklist.hosts, checklist.databases])) reviewKnownBefore(program2, names);
  for (const standing2 of standings.values()) reviewEntry(standing2, names);
  for (const [name, places] of names.unknown) reportUnknown(name, places, names);
}
function reviewVariables(names) {
  const above = /* @__PURE__ */ new Set();
  for (const variable2 of names.checklist.variables) {
    for (const program2 of programsIn([variable2.value, variable2.default])) {
      eachRead(program2, (name, at2) => {
        if (above.has(name) || name === "run") return;
        if (names.variables.has(name)) {
          names.report({
            code: "variable-below",
            span: at2,
            message: name === variable2.name ? `\`$${name}\` would be made from itself.` : `\`$${name}\` is declared below, and a variable reads only those above it.`,
            hint: name === variable2.name ? "Give it a value." : `Move ${code(name)} above ${code(variable2.name)}.`
          });
        } else reportBefore(name, at2, names);
      });
    }
    above.add(variable2.name);
  }
}
function reviewKnownBefore(program2, names) {
  eachRead(program2, (name, at2) => {
    if (!names.variables.has(name) && name !== "run") reportBefore(name, at2, names);
  });
}
function reportBefore(name, span, names) {
  if (!names.makers.has(name) && !BUILT_IN.includes(name)) {
    reportUndefined(name, span, names);
    return;
  }
  names.report({
    code: "not-known-before",
    span,
    message: `This must be known before anything runs, and \`$${name}\` is not.`,
    hint: "Use variables and `$run` here."
  });
}
function reviewEntry(standing2, names) {
  const { entry } = standing2;
  const overObservation = new Set(entry.entry === "check" ? observationPrograms(entry) : []);
  const before = new Set(entry.entry === "check" ? programsIn(fieldsKnownBefore(entry.spec)) : []);
  for (const program2 of programsOf(entry)) {
    if (before.has(program2)) reviewKnownBefore(program2, names);
    else
      eachRead(program2, (name, at2) => reviewRead(name, at2, { standing: standing2, names, observed: overObservation.has(program2) }));
  }
}
function fieldsKnownBefore(spec) {
  if (typeof spec !== "object" || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) => KNOWN_BEFORE.includes(key) ? [value] : []);
}
function observationPrograms(check) {
  const captured = check.captures.flatMap(({ from }) => from.source === "jq" ? [from.program] : []);
  return [...captured, ...check.expect === void 0 ? [] : expectedPrograms(check.expect)];
}
function expectedPrograms(expect) {
  const { all, any, first: first2, last } = expect.repeat ?? {};
  const nested = [all, any, first2, last].filter((form) => form !== void 0);
  return [...expect.programs.map(({ program: program2 }) => program2), ...nested.flatMap(expectedPrograms)];
}
function reviewRead(name, at2, reader) {
  const { names, standing: standing2, observed: observed2 } = reader;
  if (names.variables.has(name) || ["run", "captured", "outcome"].includes(name)) return;
  if (name === "observation") {
    if (!observed2) reportObservation(at2, names);
    return;
  }
  const maker = names.makers.get(name);
  const made = maker && names.standings.get(maker.key);
  if (made === void 0) {
    reportUndefined(name, at2, names);
    return;
  }
  if (standing2.cleanupOf !== void 0) return;
  const order = relation(standing2, made);
  if (order !== "before") reportOrder(name, at2, order, names);
}
function reportObservation(span, names) {
  names.report({
    code: "observation-not-here",
    span,
    message: "`$observation` is what the check saw, which only the programs of `capture` and of `jq` under `expect` can read.",
    hint: "Capture what is needed, and use the capture in a later check."
  });
}
function reportOrder(name, span, order, names) {
  if (order === "parallel") {
    names.report({
      code: "parallel-sibling",
      span,
      message: `\`$${name}\` is captured by an entry that runs at the same time.`,
      hint: "Remove `parallel: true`, or move one of both out of the section."
    });
    return;
  }
  names.report({
    code: "capture-later",
    span,
    message: order === "self" ? `\`$${name}\` is captured by this check itself, when everything else of it is over.` : `\`$${name}\` is captured by a check that runs later.`,
    hint: order === "self" ? "Use it in a later check, or in `cleanup`." : "Move that check above this one."
  });
}
function reportUndefined(name, span, names) {
  const places = names.unknown.get(name);
  if (places === void 0) names.unknown.set(name, [span]);
  else places.push(span);
}
function reportUnknown(name, places, { checklist, variables, makers, report }) {
  const [span] = places.toSorted((a, b) => a.start - b.start);
  const distinct = new Set(places.map(({ start }) => start)).size;
  if (span === void 0 || checklist.namesLost === true) return;
  const more = distinct === 1 ? "" : `, here and in ${distinct === 2 ? "another place" : `${distinct - 1} other places`}`;
  const targets = (checklist.alternatives ?? []).filter(
    (other) => other.variables.some((variable2) => variable2.name === name)
  );
  if (checklist.target === null && targets.length > 0) {
    const all = targets.map(({ target }) => code(target ?? "")).join(", ");
    report({
      code: "target-needed",
      span,
      message: `\`$${name}\` is declared only by ${targets.length === 1 ? "the target" : "the targets"} ${all}.`,
      hint: "Choose a target, or declare the variable under `vars` as well."
    });
    return;
  }
  const copies = name === "item" || name === "index";
  const known2 = [...variables, ...makers.keys(), ...BUILT_IN].filter((each) => !isLifted(each));
  const near = suggestion(name, known2)?.replace(/`(.*)`/, "`$$$1`");
  report({
    code: "undefined-variable",
    span,
    message: copies ? `\`$${name}\` is known only inside of an entry with \`each\`.` : `Nothing gives \`$${name}\`${more}.`,
    hint: copies ? "Use a variable." : ["env", "ENV", "secrets"].includes(name) ? 'What the environment gives is declared under `vars`, as `name: { env: NAME }`, and written `"{{ $name }}"`.' : name === "vars" ? `A variable is read by its own name: \`$${fieldBehind(span) ?? "name"}\`.` : near ?? `Declare ${code(name)} under \`vars\`, or \`capture\` it in an earlier check.`
  });
}
function fieldBehind({ source, end }) {
  return /^\.(\w+)/.exec(source.text.slice(end, end + 100))?.[1];
}
function eachRead(program2, visit2) {
  const seen = /* @__PURE__ */ new Set();
  for (const { name, offset } of scanProgram(program2.source.text).reads) {
    if (seen.has(name) || name.startsWith("__")) continue;
    seen.add(name);
    visit2(name, spanOf2(program2.source, offset, offset + name.length + 1));
  }
}

// src/language/review-secrets.ts
function reviewSecrets(checklist, report) {
  for (const variable2 of checklist.variables) {
    if (!variable2.secret) continue;
    for (const value of [variable2.value, variable2.default]) reviewLength(variable2.name, value, report);
  }
  const secrets = secretsOf(checklist);
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === "check") reviewArguments(entry, secrets, report);
  }
}
function reviewLength(name, value, report) {
  if (value?.node !== "template" || value.literal === null) return;
  const text2 = value.parts.length === 0 ? "" : value.parts.length === 1 ? value.parts[0] : void 0;
  if (typeof text2 !== "string" || text2.length >= SHORTEST_SECRET) return;
  report({
    code: "short-secret",
    span: value.span,
    message: `The secret ${code(name)} has ${text2.length} characters; with less than ${SHORTEST_SECRET} it cannot be kept out of reports.`,
    hint: "Use a longer one, or remove `secret: true` if it is none."
  });
}
function secretsOf(checklist) {
  const secrets = /* @__PURE__ */ new Set();
  const usesOne = (value) => programsIn(value).some(({ uses }) => uses.some((name) => secrets.has(name)));
  for (const { name, secret, value, default: fallback } of checklist.variables) {
    if (secret || usesOne([value, fallback])) secrets.add(name);
  }
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === "section") continue;
    for (const { name, secret, from } of entry.captures) if (secret || usesOne(from)) secrets.add(name);
  }
  return secrets;
}
function reviewArguments({ spec }, secrets, report) {
  const words2 = typeof spec === "object" && spec !== null && "command" in spec ? spec.command : void 0;
  if (!Array.isArray(words2)) return;
  for (const program2 of programsIn(words2)) {
    const name = program2.uses.find((used) => secrets.has(used));
    if (name === void 0) continue;
    report({
      code: "secret-in-arguments",
      span: program2.source.span,
      message: `\`$${name}\` is secret, and the arguments of a process are seen by every user of the machine.`,
      hint: "Hand it over by `env` or `stdin`, or use a shell line, which does so by itself."
    });
  }
}

// src/language/review-targets.ts
function reviewTargets(checklist, report) {
  const { target, targetOnly: targetOnly2 = [] } = checklist;
  if (target === null || targetOnly2.length === 0 || checklist.namesLost === true || checklist.hostsLost === true) return;
  for (const only of targetOnly2) {
    const near = suggestion(only.name, commonNames(checklist, only.under));
    if (near === void 0 || isUsed(checklist, only)) continue;
    report({
      code: "unused-in-target",
      span: only.nameSpan,
      message: `The target ${code(target)} sets ${code(only.name)} under ${code(only.under)}, which nothing reads.`,
      hint: near
    });
  }
}
function commonNames(checklist, under) {
  const { variables, hosts, databases, targetOnly: targetOnly2 = [] } = checklist;
  const all = { vars: variables.map(({ name }) => name), hosts: Object.keys(hosts), databases: Object.keys(databases) };
  const own4 = targetOnly2.filter((only) => only.under === under).map(({ name }) => name);
  return all[under].filter((name) => !own4.includes(name) && !isLifted(name));
}
function isUsed(checklist, { under, name }) {
  const { variables, hosts, databases } = checklist;
  const entries = everyEntry(checklist);
  if (under === "vars") {
    const programs = [...programsIn([variables, hosts, databases]), ...entries.flatMap(programsOf)];
    return programs.some(({ uses }) => uses.includes(name));
  }
  const specs = entries.flatMap((entry) => entry.entry === "section" ? [] : [entry.spec]);
  const jumps = Object.values(hosts).map(({ ssh }) => ({ jump: ssh?.jump }));
  return [...specs, jumps, databases].some((value) => refers(value, name));
}
var REFERENCES = ["host", "via", "jump", "database"];
function refers(value, name) {
  if (typeof value !== "object" || value === null || isTemplate(value) || isProgram(value)) return false;
  if ("source" in value && "start" in value) return false;
  return Object.entries(value).some(([field2, child]) => {
    if (!REFERENCES.includes(field2) || !isTemplate(child)) return refers(child, name);
    return child.parts.some(isProgram) || child.parts.join("") === name;
  });
}

// src/language/validate.ts
async function validateChecklist(checklist, options) {
  const { report, diagnostics } = collector();
  const checklists = [checklist, ...checklist.alternatives ?? []];
  for (const each of checklists) {
    const standings = standingsOf(each);
    reviewNames(each, report);
    reviewScopes(each, standings, report);
    reviewBuiltIns(each, options.kinds, report);
    reviewNeeds(each, standings, options.kinds, report);
    reviewAssertions(each, options.kinds, report);
    reviewSecrets(each, report);
    reviewHosts(each, report);
    reviewDatabases(each, report);
    reviewLiterals(each, report);
    reviewEnvironment(each, report);
    reviewTargets(each, report);
  }
  reviewOverrides(checklist, options.overrides, report);
  await reviewPrograms(checklists, options.engine, report);
  return inOrder(diagnostics);
}
function reviewOverrides(checklist, given3, report) {
  const declared2 = checklist.variables.map(({ name }) => name).filter((name) => !isLifted(name));
  for (const [name, value] of Object.entries(given3)) {
    const text2 = `${name}=\u2026`;
    const span = { source: { path: "vars", text: text2 }, start: 0, end: name.length };
    if (declared2.includes(name)) {
      const second = [...value.matchAll(/[\s,;](\w+)=/g)].map((match) => match[1] ?? "").find((each) => declared2.includes(each));
      if (second !== void 0) report({ ...severalVariables(name, second), span });
      else if (/^\s|\s$|^(["']).*\1$/s.test(value))
        report({ ...literalValue(name, /\s/.test(value.slice(0, 1) + value.slice(-1))), span });
      continue;
    }
    report({
      code: "undeclared-variable",
      span,
      message: `The checklist declares no variable ${code(name)}, so it cannot be set.`,
      hint: suggestion(name, declared2) ?? `Declare it under \`vars\`, or leave it out.`
    });
  }
}
function literalValue(name, spaces2) {
  return {
    code: "literal-value",
    severity: "warning",
    message: `The value of ${code(name)} ${spaces2 ? "begins or ends with white space, which is" : "stands in quotes, which are"} part of it.`,
    hint: spaces2 ? "Write `name=value`, without spaces around the sign." : "Write `name=value`, without quotes: the value is taken as it is."
  };
}
function severalVariables(name, second) {
  return {
    code: "several-variables",
    severity: "warning",
    message: `The value of ${code(name)} holds ${code(`${second}=`)}, which looks like a second variable.`,
    hint: "Each variable has a line of its own under `vars`, or on the command line a `--var` of its own."
  };
}

// src/model/diagnostic.ts
function hasErrors(diagnostics) {
  return diagnostics.some((diagnostic2) => diagnostic2.severity === "error");
}

// src/plan/need-label.ts
function needLabel(capture, maker) {
  const written = maker.name?.parts.map((part) => typeof part === "string" ? part : `{{ ${part.source.text.trim()} }}`);
  return `$${capture} of "${written?.join("") ?? maker.description}"`;
}

// src/plan/select-keys.ts
function selectKeys(checklist, { select, skip: skip2 }, needs) {
  const lines = checklist.checks.flatMap((entry) => lineage(entry, []));
  const isNamed = ({ path }, words2) => path.some(({ id, tags }) => tags.some((tag) => words2.includes(tag)) || id !== void 0 && words2.includes(id));
  const skipped2 = new Set(lines.filter((line) => isNamed(line, skip2)).map(({ key }) => key));
  const below = linesByKey(lines);
  const selected2 = /* @__PURE__ */ new Set();
  const queue = lines.filter((line) => select.length === 0 || isNamed(line, select));
  for (let line = queue.pop(); line !== void 0; line = queue.pop()) {
    if (selected2.has(line.key) || skipped2.has(line.key)) continue;
    for (const { key } of line.path) selected2.add(key);
    for (const { key } of line.path.flatMap((entry) => needs.get(entry.key) ?? [])) queue.push(...below.get(key) ?? []);
  }
  return selected2;
}
function lineage(entry, around) {
  const path = [...around, entry];
  if (entry.entry === "check") return [{ key: entry.key, path }];
  return entry.checks.flatMap((child) => lineage(child, path));
}
function linesByKey(lines) {
  const below = /* @__PURE__ */ new Map();
  for (const line of lines) {
    for (const { key } of line.path) {
      const others = below.get(key);
      if (others === void 0) below.set(key, [line]);
      else others.push(line);
    }
  }
  return below;
}

// src/plan/build-plan.ts
function buildPlan(checklist, selection) {
  const needs = needsOf(checklist);
  const selected2 = selectKeys(checklist, selection, needs);
  const planned = (entry, always) => {
    const base = { selected: always || selected2.has(entry.key), needs: needs.get(entry.key) ?? [] };
    if (entry.entry === "check") return { ...base, entry };
    return section2(entry, base, (child) => planned(child, always));
  };
  const ready = checklist.ready;
  const plan = {
    checklist,
    ...ready === void 0 ? {} : { ready: section2(ready, { selected: true, needs: [] }, (child) => planned(child, true)) },
    entries: checklist.checks.map((entry) => planned(entry, false))
  };
  return { plan, diagnostics: reviewSelection(checklist, selection, selected2) };
}
function section2(entry, base, plan) {
  return { ...base, entry, children: entry.checks.map(plan) };
}
function needsOf(checklist) {
  const entries = everyEntry(checklist).filter((entry) => !entry.key.includes(".cleanup."));
  const byId = new Map(entries.flatMap((entry) => entry.id === void 0 ? [] : [[entry.id, entry]]));
  const makers = captureMakers(checklist);
  return new Map(entries.map((entry) => [entry.key, needsOfEntry(entry, byId, makers)]));
}
function needsOfEntry(entry, byId, makers) {
  const needs = /* @__PURE__ */ new Map();
  for (const { id } of entry.needs) {
    const needed = byId.get(id);
    if (needed !== void 0) needs.set(needed.key, { key: needed.key, label: id });
  }
  for (const name of usesOf(entry)) {
    const maker = makers.get(name);
    if (maker === void 0 || maker.key === entry.key || needs.has(maker.key)) continue;
    needs.set(maker.key, { key: maker.key, label: needLabel(name, maker) });
  }
  return [...needs.values()];
}
function reviewSelection(checklist, selection, selected2) {
  const entries = everyEntry(checklist);
  const known2 = new Set(entries.flatMap(({ id, tags }) => id === void 0 ? tags : [id, ...tags]));
  const words2 = ["select", "skip"].flatMap((input) => selection[input].map((word2) => ({ input, word: word2 })));
  const unknown = words2.filter(({ word: word2 }) => !known2.has(word2)).map(({ input, word: word2 }) => unknownWord(input, word2, known2));
  const runs = checklist.checks.some((entry) => selected2.has(entry.key));
  if (unknown.length > 0 || runs || checklist.checks.length === 0) return unknown;
  return [nothingSelected(selection)];
}
function unknownWord(input, word2, known2) {
  const near = suggest(word2, known2);
  const some = [...known2].slice(0, 10).map((name) => `\`${name}\``);
  const all = some.length === 0 ? "This checklist has neither tags nor ids." : `Known: ${some.join(", ")}.`;
  return {
    code: "unknown-selection",
    severity: "error",
    span: { source: { path: input, text: word2 }, start: 0, end: word2.length },
    message: `No entry has the tag or the id \`${word2}\`.`,
    hint: /\s/.test(word2) ? `Words are separated by commas: \`${word2.split(/\s+/).join(",")}\`.` : near === void 0 ? all : `Did you mean \`${near}\`?`
  };
}
function nothingSelected({ select, skip: skip2 }) {
  const input = select.length > 0 ? "select" : "skip";
  const text2 = (select.length > 0 ? select : skip2).join(", ");
  return {
    code: "nothing-selected",
    severity: "error",
    span: { source: { path: input, text: text2 }, start: 0, end: text2.length },
    message: "The selection leaves no check to run.",
    hint: "Select other tags or ids, or skip less."
  };
}

// src/run/clock.ts
function systemClock() {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep
  };
}
function isoTime(milliseconds) {
  return new Date(milliseconds).toISOString();
}
var LONGEST3 = 2 ** 31 - 1;
function sleep(milliseconds, signal) {
  return new Promise((resolve7, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener("abort", abort);
        resolve7();
      },
      Math.min(milliseconds, LONGEST3)
    );
    signal.addEventListener("abort", abort, { once: true });
  });
}

// src/run/literal-secrets.ts
function literalSecrets(checklist) {
  const variables = [checklist, ...checklist.alternatives ?? []].flatMap((each) => each.variables);
  const secret = variables.filter((variable2) => variable2.secret);
  return [...new Set(secret.flatMap(({ value, default: otherwise }) => textsIn2([value, otherwise])))];
}
function textsIn2(value) {
  if (typeof value !== "object" || value === null) return [];
  if (!isTemplate(value)) return Object.values(value).flatMap(textsIn2);
  if (value.literal === null || typeof value.literal === "boolean") return [];
  return value.parts.filter((part) => typeof part === "string").filter((part) => part.trim() !== "");
}

// src/model/plan.ts
function isPlannedSection(planned) {
  return planned.entry.entry === "section";
}

// src/run/load-kinds.ts
async function loadKinds(plan, kinds2) {
  const names = kindsIn([...plan.ready === void 0 ? [] : [plan.ready], ...plan.entries], /* @__PURE__ */ new Set());
  await Promise.all([...names].map((name) => kinds2.get(name)?.load?.()));
}
function kindsIn(entries, names) {
  for (const planned of entries) {
    if (isPlannedSection(planned)) kindsIn(planned.children, names);
    else if (planned.selected) names.add(planned.entry.kind);
  }
  return names;
}

// src/run/token-scan.ts
var WORDS4 = "token|secret|passw(?:or)?d|passphrase|pwd|api[-_]?key|access[-_]?key|private[-_]?key|signing[-_]?key|authorization|credential|session|jwt|cookie|csrf|xsrf|bearer|signature";
var TOKEN_KEY = new RegExp(WORDS4, "i");
var ABOUT_TOKENS = /(?:type|endpoint|url|uri|expires(?:_?in|_?at)?|timeout|policy|method|count|used|length|supported)$/i;
var SHORTEST = 16;
function isTokenName(name) {
  return TOKEN_KEY.test(name) && !ABOUT_TOKENS.test(name);
}
function isTokenValue(value) {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(value)) return true;
  if (value.includes("***")) return false;
  return value.length >= SHORTEST && !/\s/.test(value) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value);
}
function tokensIn2(value) {
  const found2 = /* @__PURE__ */ new Set();
  visit(value, "", found2);
  return found2;
}
function visit(value, name, found2) {
  if (typeof value === "string") {
    if (isTokenName(name)) for (const part of credentialsIn2(value)) found2.add(part);
    findTokens(value, found2);
  } else if (isList(value)) {
    for (const item of value) visit(item, name, found2);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) visit(item, key === "value" ? name : key, found2);
  }
}
function credentialsIn2(value) {
  const scheme = /^\s*[A-Za-z][\w-]{1,20}\s+(\S+)\s*$/.exec(value);
  const pairs2 = value.split(/[;,]\s*/).map(withoutName);
  return [...pairs2[0] === value ? [value] : pairs2, scheme?.[1] ?? ""].filter(isTokenValue);
}
function withoutName(pair) {
  return /^[\w.-]{1,64}=(?!=*$)(.*)$/s.exec(pair)?.[1] ?? pair;
}
var ASSIGNED = new RegExp(
  `(?:${WORDS4})([\\w.-]{0,40})\\\\*["']?\\s{0,3}(?:=|:|%3D)\\s{0,3}\\\\*["']?(?:(?:Bearer|Basic|Token)\\s+)?([^\\s"'\`&;,<>(){}\\\\]{${SHORTEST},})`,
  "gi"
);
var WORKING_DIRECTORY = /^PWD=\//;
var USER_INFO = /:\/\/[^\s/@:"']{0,256}:([^\s/@"']{1,1024})@/g;
var JSON_WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g;
function tokensInText(text2) {
  const found2 = /* @__PURE__ */ new Set();
  findTokens(text2, found2);
  return found2;
}
function findTokens(text2, found2) {
  if (text2.length < SHORTEST) return;
  if (text2.includes("=") || text2.includes(":") || /%3D/i.test(text2)) {
    for (const [whole, rest = "", assigned = ""] of text2.matchAll(ASSIGNED)) {
      const value = withoutName(assigned);
      if (!ABOUT_TOKENS.test(rest) && isTokenValue(value) && !WORKING_DIRECTORY.test(whole)) found2.add(value);
    }
  }
  if (text2.includes("://") && text2.includes("@")) {
    for (const [, password = ""] of text2.matchAll(USER_INFO)) {
      found2.add(password);
      found2.add(decoded3(password));
    }
  }
  if (text2.includes("eyJ")) for (const [token] of text2.matchAll(JSON_WEB_TOKEN)) found2.add(token);
}
function decoded3(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// src/run/database-url.ts
var DATABASE_URL = /^((?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?):\/\/)([^/?#\s]+)@([^/?#@\s]*(?:\/[^?#@\s]*)?)(?:[?#]([^@\s]*))?$/i;
var PLAIN_PARAMETERS = /* @__PURE__ */ new Set(["sslmode", "application_name", "connect_timeout", "target_session_attrs"]);
function credentialsOf(text2) {
  const [, scheme = "", credentials, place = "", parameters = ""] = DATABASE_URL.exec(text2.trim()) ?? [];
  if (credentials === void 0) return void 0;
  const colon = credentials.indexOf(":");
  const user = colon === -1 ? credentials : credentials.slice(0, colon);
  const password = colon === -1 ? "" : credentials.slice(colon + 1);
  const values2 = [...new URLSearchParams(parameters)].flatMap(
    ([name, value]) => PLAIN_PARAMETERS.has(name) ? [] : [value]
  );
  const found2 = [
    // What is too short to be masked by itself is where it stands in the URL.
    credentials.length < SHORTEST_SECRET ? `//${credentials}@` : credentials,
    password,
    // A user's name that is read in the rest of the URL anyway would take that with it.
    ...`${scheme}${place}`.includes(user) ? [] : [user],
    ...values2
  ];
  return [...new Set(found2.flatMap((part) => [part, decoded3(part)]))].filter((part) => part.length >= SHORTEST_SECRET);
}

// src/run/escapes.ts
function unitsOf(text2) {
  const units = new Uint16Array(text2.length);
  Buffer.from(units.buffer).write(text2, "utf16le");
  return units;
}
function unescapeUnits(text2) {
  const { units } = text2;
  const out = new Uint16Array(units.length);
  const from = new Uint32Array(units.length + 1);
  let length = 0;
  let at2 = 0;
  while (at2 < units.length) {
    const sequence = escapeAt(units, at2);
    if (sequence === void 0) {
      out[length] = units[at2] ?? 0;
      from[length] = text2.from[at2] ?? 0;
      length += 1;
      at2 += 1;
      continue;
    }
    for (const unit of sequence.units) {
      out[length] = unit;
      from[length] = text2.from[at2] ?? 0;
      length += 1;
    }
    at2 += sequence.length;
  }
  if (length === units.length) return void 0;
  from[length] = text2.from[units.length] ?? 0;
  return { units: out.subarray(0, length), from: from.subarray(0, length + 1) };
}
var PERCENT = 37;
var BACKSLASH2 = 92;
var AMPERSAND = 38;
function escapeAt(units, at2) {
  const unit = units[at2];
  if (unit === PERCENT) return percentAt(units, at2);
  if (unit === BACKSLASH2) return backslashAt(units, at2);
  if (unit === AMPERSAND) return referenceAt(units, at2);
  return void 0;
}
function percentAt(units, at2) {
  const first2 = byteAt(units, at2);
  if (first2 === void 0) return void 0;
  const count = first2 >= 240 ? 4 : first2 >= 224 ? 3 : first2 >= 192 ? 2 : 1;
  let point = count === 1 ? first2 : first2 & 127 >> count;
  for (let index = 1; index < count; index += 1) {
    const next = byteAt(units, at2 + 3 * index);
    if (next === void 0 || (next & 192) !== 128) return { units: [first2], length: 3 };
    point = point << 6 | next & 63;
  }
  return { units: unitsOfPoint(point), length: 3 * count };
}
function byteAt(units, at2) {
  return units[at2] === PERCENT ? hexadecimal(units, at2 + 1, 2) : void 0;
}
var LETTERS = { b: 8, t: 9, n: 10, f: 12, r: 13 };
function backslashAt(units, at2) {
  const letter = String.fromCharCode(units[at2 + 1] ?? 0);
  const long = letter === "u" ? 4 : letter === "x" ? 2 : 0;
  if (long > 0) {
    const value = hexadecimal(units, at2 + 2, long);
    return value === void 0 ? void 0 : { units: [value], length: 2 + long };
  }
  const control = LETTERS[letter];
  if (control !== void 0) return { units: [control], length: 2 };
  return `"\\/'`.includes(letter) ? { units: [letter.charCodeAt(0)], length: 2 } : void 0;
}
var NAMES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function referenceAt(units, at2) {
  const end = units.subarray(at2 + 1, at2 + 10).indexOf(59);
  if (end < 1) return void 0;
  const name = String.fromCharCode(...units.subarray(at2 + 1, at2 + 1 + end));
  const length = end + 2;
  const named3 = NAMES[name];
  if (named3 !== void 0) return { units: [named3.charCodeAt(0)], length };
  const numeric = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (numeric === null) return void 0;
  const point = numeric[1] === void 0 ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  return point > 1114111 ? void 0 : { units: unitsOfPoint(point), length };
}
function unitsOfPoint(point) {
  if (point < 65536 || point > 1114111) return [point & 65535];
  return [55296 + (point - 65536 >> 10), 56320 + (point - 65536 & 1023)];
}
function hexadecimal(units, at2, length) {
  const digits = String.fromCharCode(...units.subarray(at2, at2 + length));
  return digits.length === length && /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : void 0;
}

// src/run/gram-index.ts
var BASE = 95;
var EMPTY3 = -1;
function createGramIndex(width, digits = digitTable()) {
  const digitAt = (units, at2) => digits[units[at2] ?? 0] ?? 0;
  const highest = BASE ** (width - 1);
  let slots = new Float64Array(256).fill(EMPTY3);
  let size2 = 0;
  const slotOf = (key) => {
    const mask = slots.length - 1;
    let at2 = scatter(key) & mask;
    for (let held = slots[at2]; held !== EMPTY3 && held !== key; held = slots[at2]) at2 = at2 + 1 & mask;
    return at2;
  };
  const has2 = (key) => slots[slotOf(key)] === key;
  const insert = (key) => {
    const at2 = slotOf(key);
    if (slots[at2] === key) return;
    slots[at2] = key;
    size2 += 1;
    if (size2 * 2 > slots.length) grow();
  };
  const grow = () => {
    const before = slots;
    slots = new Float64Array(before.length * 4).fill(EMPTY3);
    for (const key of before) if (key !== EMPTY3) slots[slotOf(key)] = key;
  };
  const keysOf = (text2) => {
    const keys = [];
    let key = 0;
    for (let at2 = 0; at2 < text2.length; at2 += 1) {
      if (at2 >= width) key -= (digits[text2.charCodeAt(at2 - width)] ?? 0) * highest;
      key = key * BASE + (digits[text2.charCodeAt(at2)] ?? 0);
      if (at2 >= width - 1 && key !== 0) keys.push(key);
    }
    return keys;
  };
  return {
    get size() {
      return size2;
    },
    add(text2, open2 = []) {
      const left = new Set(open2.flatMap(keysOf));
      for (const key of keysOf(text2)) if (!left.has(key)) insert(key);
    },
    scan(units, found2) {
      let key = 0;
      let start = 0;
      let end = 0;
      for (let at2 = 0; at2 < units.length; at2 += 1) {
        if (at2 >= width) key -= digitAt(units, at2 - width) * highest;
        key = key * BASE + digitAt(units, at2);
        if (at2 < width - 1 || !has2(key)) continue;
        const from = at2 - width + 1;
        if (from > end && end > 0) found2(start, end);
        if (from > end) start = from;
        end = at2 + 1;
      }
      if (end > 0) found2(start, end);
    }
  };
}
function scatter(key) {
  const high = Math.floor(key / 2 ** 32);
  const mixed = Math.imul(key - high * 2 ** 32 | 0, 2654435761) ^ Math.imul(high, 2246822507);
  return Math.imul(mixed ^ mixed >>> 15, 739982445) >>> 7;
}
function digitTable() {
  const digits = new Uint8Array(65536);
  for (let unit = 0; unit < digits.length; unit += 1)
    digits[unit] = unit > 32 && unit < 127 ? unit - 32 : 1 + unit * 7919 % 94;
  for (const blank2 of " 	\n\r\u2028\u2029+") digits[blank2.charCodeAt(0)] = 0;
  digits["\\".charCodeAt(0)] = digits["/".charCodeAt(0)] ?? 0;
  return digits;
}

// src/run/secret-forms.ts
function isTooShort(value) {
  if (value === null || isList(value) || isObject(value)) return false;
  return (typeof value === "string" ? value : JSON.stringify(value)).trim().length < SHORTEST_SECRET;
}
function secretForms(secret) {
  const text2 = secret.toWellFormed();
  const forms2 = /* @__PURE__ */ new Set([text2, text2.trim()]);
  const lines = text2.split(/\r\n|\r|\n/);
  if (lines.length > 1) {
    for (const end of ["\n", "\r\n", ""]) forms2.add(lines.join(end));
    for (const line of lines) if (line.length < 8) forms2.add(line);
  }
  for (const whole of /* @__PURE__ */ new Set([text2, lines.join("\n"), text2.trim()])) {
    const bytes = Buffer.from(whole);
    const hex = bytes.toString("hex");
    const base64 = [0, 1, 2].flatMap((lead) => base64After(bytes, lead));
    const base64url = base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"));
    for (const form of [hex, hex.toUpperCase(), ...base64, ...base64url]) forms2.add(form);
  }
  for (const escaped2 of escapedForms(text2)) forms2.add(escaped2);
  if (/^(?=.*\d)[a-z\d.-]{16,}$/i.test(text2)) forms2.add(text2.toLowerCase());
  return [...forms2].filter((form) => form.length >= SHORTEST_SECRET && form.trim() !== "");
}
function base64After(bytes, lead) {
  const encoded3 = Buffer.concat([Buffer.alloc(lead), bytes]).toString("base64").replace(/=+$/, "");
  const atEnd = encoded3.slice(lead === 0 ? 0 : lead + 1);
  return (lead + bytes.length) % 3 === 0 ? [atEnd] : [atEnd, atEnd.slice(0, -1)];
}
function escapedForms(text2) {
  const component = encodeURIComponent(text2);
  const json2 = JSON.stringify(text2).slice(1, -1);
  const ascii = json2.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const percent = [
    component,
    encodeURI(text2),
    new URLSearchParams({ _: text2 }).toString().slice(2),
    encodeURIComponent(component)
  ];
  const lowered = percent.map((form) => form.replace(/(?:%25)?%[0-9A-F]{2}/g, (digits) => digits.toLowerCase()));
  return [...percent, ...lowered, json2, ascii, JSON.stringify(json2).slice(1, -1)];
}

// src/run/redact.ts
var MASK = "***";
var DEPTH = 4;
var WINDOW = 65536;
var OVERLAP = 1024;
function createRedactor(onSecret) {
  const digits = digitTable();
  const indexes = [createGramIndex(8, digits), createGramIndex(7, digits), createGramIndex(6, digits)];
  const names = /* @__PURE__ */ new Map();
  let pending = [];
  const settle3 = () => {
    for (const { value, open: open2 } of pending) {
      for (const form of secretForms(value))
        indexes[Math.max(0, 8 - form.length)]?.add(form, [...open2, ...schemeOf(form)]);
    }
    pending = [];
  };
  const scan = ({ units, from }, ranges) => {
    for (const index of indexes)
      if (index.size > 0) index.scan(units, (start, end) => ranges.push([from[start] ?? 0, from[end] ?? 0]));
  };
  const redact = (text2, atLeast = Number.POSITIVE_INFINITY) => {
    settle3();
    if (names.size === 0 || text2.length < SHORTEST_SECRET) return text2;
    const ranges = [];
    for (const { start, part } of windows(text2)) {
      for (const reading of readings(part, start)) scan(reading, ranges);
      const settled = start + WINDOW - OVERLAP;
      if (settled < atLeast || start + part.length === text2.length) continue;
      const shown3 = cutOut(text2.slice(0, settled), merge(ranges));
      if (shown3.length >= atLeast) return shown3;
    }
    return ranges.length === 0 ? text2 : cutOut(text2, merge(ranges));
  };
  const pieces = (text2) => wholeSecrets(text2, names).map((piece2) => piece2.text === void 0 ? piece2 : { text: redact(piece2.text) });
  return {
    get size() {
      return names.size;
    },
    knows: (value) => names.has(value),
    add(value, { name, open: open2 = [] } = {}) {
      if (value.trim().length < SHORTEST_SECRET) return;
      if (names.has(value)) {
        if (names.get(value) === void 0) names.set(value, name);
        return;
      }
      names.set(value, name);
      onSecret?.(value);
      const credentials = credentialsOf(value);
      if (credentials === void 0) pending.push({ value, open: open2 });
      for (const part of credentials ?? []) {
        pending.push({ value: part, open: open2 });
        onSecret?.(part);
      }
    },
    redact,
    pieces,
    redactWithNames: (text2) => pieces(text2).map((piece2) => piece2.text ?? `$${piece2.variable}`).join("")
  };
}
function* windows(text2) {
  for (let start = 0; start === 0 || start + OVERLAP < text2.length; start += WINDOW - OVERLAP)
    yield { start, part: text2.slice(start, start + WINDOW) };
}
function* readings(part, start) {
  const from = new Uint32Array(part.length + 1);
  for (let at2 = 0; at2 < from.length; at2 += 1) from[at2] = start + at2;
  let reading = { units: unitsOf(part), from };
  for (let depth = 0; reading !== void 0 && depth < DEPTH; depth += 1) {
    yield reading;
    reading = /[%\\&]/.test(part) ? unescapeUnits(reading) : void 0;
  }
}
function schemeOf(form) {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(form);
  return scheme === null ? [] : [scheme[0]];
}
function merge(ranges) {
  ranges.sort((left, right) => left[0] - right[0]);
  const merged = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last !== void 0 && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
function cutOut(text2, ranges) {
  let out = "";
  let at2 = 0;
  for (const [start, end] of ranges) {
    if (start >= text2.length) break;
    out += text2.slice(at2, start) + MASK;
    at2 = end;
  }
  return out + text2.slice(at2);
}
function wholeSecrets(text2, names) {
  let pieces = [{ text: text2 }];
  const present = [...names].filter(([secret]) => text2.includes(secret));
  for (const [secret, name] of present.sort(([left], [right]) => right.length - left.length)) {
    const variable2 = shellName(name);
    pieces = pieces.flatMap((piece2) => piece2.text === void 0 ? [piece2] : splitAt(piece2.text, secret, variable2));
  }
  return pieces.filter((piece2) => piece2.text !== "");
}
function splitAt(text2, secret, variable2) {
  return text2.split(secret).flatMap((part, index) => index === 0 ? [{ text: part }] : [{ variable: variable2 }, { text: part }]);
}
function shellName(name) {
  const upper = (name ?? "").toUpperCase().replace(/[^A-Z0-9_]/g, "_");
  return /^[A-Z_]/.test(upper) ? upper : "SECRET";
}

// src/run/run-facts.ts
import { randomInt } from "node:crypto";
var LETTERS2 = "abcdefghijkmnpqrstuvwxyz";
var DIGITS = "23456789";
function createRunFacts(settings, clock) {
  return { id: runId(clock.now()), startedAt: isoTime(clock.now()), ...settings.event, target: settings.target };
}
function runVariable(facts) {
  const { startedAt, ...others } = facts;
  return { ...others, started_at: startedAt };
}
function runId(now) {
  const seconds = Math.floor(now / 1e3) % 32 ** 6;
  const random = Array.from({ length: 4 }, () => digit(randomInt(32))).join("");
  return digit(randomInt(LETTERS2.length)) + inBase32(seconds) + random;
}
function inBase32(value) {
  return value < 32 ? digit(value) : inBase32(Math.floor(value / 32)) + digit(value % 32);
}
function digit(value) {
  return (LETTERS2 + DIGITS)[value] ?? "a";
}

// src/run/run-plan.ts
import { dirname as dirname3, resolve as resolve6 } from "node:path";

// src/run/alarms.ts
function createAlarms(clock) {
  const set = /* @__PURE__ */ new Set();
  const closing = new AbortController();
  let wakeAt = Number.POSITIVE_INFINITY;
  const sleepUntil = (at2) => {
    wakeAt = at2;
    clock.sleep(Math.max(0, at2 - clock.elapsed()), closing.signal).then(
      () => wake(at2),
      () => void 0
    );
  };
  const wake = (at2) => {
    if (at2 !== wakeAt) return;
    wakeAt = Number.POSITIVE_INFINITY;
    const now = Math.max(clock.elapsed(), at2);
    let next = Number.POSITIVE_INFINITY;
    for (const alarm of [...set]) {
      if (alarm.at <= now) {
        set.delete(alarm);
        alarm.ring?.();
      } else if (alarm.at < next) next = alarm.at;
    }
    if (next < wakeAt) sleepUntil(next);
  };
  return {
    at(elapsed, ring) {
      const alarm = { at: elapsed, ring };
      set.add(alarm);
      if (elapsed < wakeAt) sleepUntil(elapsed);
      return () => {
        set.delete(alarm);
        alarm.ring = void 0;
      };
    },
    close() {
      set.clear();
      closing.abort("closed");
    }
  };
}

// src/run/attempt.ts
var LimitReached = class extends CheckError {
  limit;
  /** A sentence for what was not begun because of it. */
  overText;
  constructor(limit, milliseconds) {
    super({
      code: "attempt-timeout",
      message: `There was no result after ${formatDuration(milliseconds)}: ${limit.label} was over.`,
      hint: limit.hint
    });
    this.limit = limit.source;
    this.overText = `${limit.label.charAt(0).toUpperCase()}${limit.label.slice(1)} was over.`;
  }
};
function withinLimits(work, limits2, { clock, alarms, stopper }) {
  return new Promise((resolve7, reject) => {
    stopper.signal.throwIfAborted();
    const shortest = limits2.reduce((least, limit) => limit.at < least.at ? limit : least);
    const began = clock.elapsed();
    const controller = new AbortController();
    const end = (fault) => {
      release();
      controller.abort(fault);
      reject(fault);
    };
    const silence = alarms.at(shortest.at, () => end(new LimitReached(shortest, clock.elapsed() - began)));
    const ignore = stopper.whenStopped(end);
    const release = () => {
      silence();
      ignore();
    };
    work(controller.signal, Math.min(shortest.at, stopper.endsAt)).then(
      (value) => {
        release();
        resolve7(value);
      },
      (error) => {
        release();
        reject(error);
      }
    );
  });
}
var LIMITS = {
  timeout: {
    name: "the check's timeout",
    hint: "Raise `timeout` of the check, or find out why it takes so long."
  },
  within: { name: "the check's `within`", hint: "Raise `within` of the check, or find out why it takes so long." },
  gate: {
    name: "the ready gate's `within`",
    hint: "Raise `within` of `ready`, or find out why the deployment is not ready in time."
  },
  run: { name: "the run's timeout", hint: "Raise the input `timeout`, or find out what takes so long." },
  cleanup: { name: "cleanup's timeout", hint: "Raise the input `cleanup-timeout`, or make the cleanup shorter." },
  grace: {
    name: "cleanup's time in a cancelled job",
    hint: "A cancelled job is ended by force within seconds. Undo the rest in a later step with `if: cancelled()`."
  }
};
function limitAfter(source, now, milliseconds) {
  const { name, hint } = LIMITS[source];
  return { at: now + milliseconds, source, label: `${name} of ${formatDuration(milliseconds)}`, hint };
}

// src/run/clean.ts
var OURS = /* @__PURE__ */ new Set([
  ...["report", "result", "key", "kind", "status", "severity", "because", "reason", "language", "failOn", "code"],
  ...["startedAt"]
]);
var LONGEST_LINE = 2e3;
var LINES2 = /* @__PURE__ */ new Set(["name", "message", "subject", "description", "title", "of", "matcher", "endpoint"]);
function createCleaner(redactor) {
  const text2 = (dirty) => visible(redactor.redact(dirty));
  const beginning = (dirty, atLeast) => visible(redactor.redact(dirty, 2 * atLeast).slice(0, 2 * atLeast));
  const line = (dirty) => shorten(oneLine(redactor.redact(dirty)), LONGEST_LINE);
  const cleanValue = (value, name) => {
    if (typeof value === "string") return OURS.has(name) ? value : LINES2.has(name) ? line(value) : text2(value);
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? cleanList(value, name) : cleanObject(value, name === "details");
  };
  const cleanList = (list2, name) => {
    const cleaned = list2.map((item) => cleanValue(item, name));
    return cleaned.every((item, index) => item === list2[index]) ? list2 : cleaned;
  };
  const cleanObject = (object2, foreign) => {
    let copy;
    for (const [name, value] of Object.entries(object2)) {
      const cleaned = cleanValue(value, foreign ? "" : name);
      if (cleaned === value) continue;
      copy ??= { ...object2 };
      copy[name] = cleaned;
    }
    return copy ?? object2;
  };
  return { text: text2, beginning, line, deep: (value) => cleanValue(value, "") };
}

// src/run/faults.ts
function asCheckError(error) {
  if (error instanceof CheckError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack ?? "" : "";
  return new CheckError({
    code: "internal",
    message: `Something is wrong in verify-deploy itself: ${message}`,
    hint: "Please report it, with the stack that stands below.",
    details: { stack },
    cause: error
  });
}
function faultOf2(error, span, locate2) {
  const { code: code2, message, hint, endpoint, details } = error;
  return {
    code: code2,
    message,
    hint,
    ...endpoint === void 0 ? {} : { endpoint },
    details,
    location: locate2(error.span ?? span)
  };
}
var VALUE_LENGTH = 400;
function failureOfError(error, span, { locate: locate2, redact }) {
  const { expected = "", actual = "" } = error.finding ?? {};
  return {
    subject: error.code,
    matcher: "",
    expected: shorten(redact(expected), VALUE_LENGTH),
    actual: shorten(redact(actual), VALUE_LENGTH),
    message: error.message,
    location: locate2(error.span ?? span),
    byDefault: false
  };
}

// src/run/conclusion.ts
var CANCELLED = { because: "cancelled", message: "The run was cancelled while it ran." };
function concluded(outcome) {
  return { outcome, attempts: [], expectations: 0, captured: /* @__PURE__ */ new Map() };
}
function skipped(reason) {
  return concluded({ status: "skipped", reason });
}
function failed(failures, observation6, run) {
  return { status: "failed", failures, ...shown2(observation6, run) };
}
function errored(error, check, run, observation6) {
  run.evidence.secretsOfError(error);
  return { status: "errored", fault: faultOf2(error, check.kindSpan, run.locate), ...shown2(observation6, run) };
}
function shown2(observation6, run) {
  if (observation6 === void 0) return { evidence: [] };
  run.evidence.secretsOf(observation6);
  const evidence = run.evidence.of(observation6);
  const reproduce = run.evidence.reproduce(observation6);
  return { evidence, ...reproduce === void 0 ? {} : { reproduce } };
}
function resultOf2(check, name, conclusion, { run, fix, began }) {
  const { outcome, attempts, expectations, captured } = conclusion;
  const { clock } = run.ports;
  const spent = began === void 0 ? 0 : clock.elapsed() - began;
  const { line, text: text2, deep } = run.clean;
  const location = run.locate(check.span);
  const description = line(check.description);
  return {
    result: "check",
    key: check.key,
    ...check.id === void 0 ? {} : { id: line(check.id) },
    name: name === check.description ? description : line(name),
    kind: check.kind,
    description,
    tags: check.tags.length === 0 ? check.tags : deep(check.tags),
    severity: check.severity,
    ...fix === void 0 ? {} : { fix: deep(fix) },
    location: { ...location, file: text2(location.file), lineText: text2(location.lineText) },
    ...began === void 0 ? {} : { startedAt: isoTime(clock.now() - spent), offsetMs: Math.round(began - run.began) },
    durationMs: Math.round(spent),
    outcome: outcome.status === "passed" ? outcome : deep(outcome),
    repeated: check.repeat !== void 0,
    // Their messages were cleaned when they were made.
    attempts,
    expectations,
    captured: captured.size === 0 ? [] : deep([...captured.keys()])
  };
}

// src/expression/hole-value.ts
function holeError({ source }, code2, message, { hint = "", span = source.span } = {}) {
  return new CheckError({
    code: code2,
    message: `The hole \`{{ ${shorten(source.text.replace(/\s+/g, " "), 60)} }}\` ${message}`,
    hint,
    span
  });
}
function holeText({ program: program2, value }) {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return numberText(value);
  const found2 = value === null ? "null" : Array.isArray(value) ? "a list" : "an object";
  throw holeError(program2, "hole-type", `gives ${found2}, and here it must give text, a number or a boolean.`, {
    hint: 'Select one value, or give a default: `{{ $value // "none" }}`. To write JSON text use `tojson`.'
  });
}
function encodeForUrl(hole2) {
  const text2 = holeText(hole2);
  if (text2 === "" || text2 === "." || text2 === "..") {
    const found2 = text2 === "" ? "empty text" : `\`${text2}\``;
    throw holeError(hole2.program, "url-value", `gives ${found2}, which would make the URL another one.`, {
      hint: "Look at where the value comes from; query values that may be empty belong in `params`."
    });
  }
  return encodeURIComponent(text2.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
function beginningOfUrl(hole2) {
  const text2 = holeText(hole2);
  if (text2 !== "" && !/[\s\u0000-\u001f\u007f\\]/.test(text2)) return text2;
  const found2 = text2 === "" ? "empty text" : "text with white space, control characters or a backslash";
  throw holeError(hole2.program, "url-value", `gives ${found2}, which is no URL.`, {
    hint: "Give an address such as `https://example.com`, or a path such as `/health`."
  });
}
var MAX_SHELL_BYTES = 13e4;
function shellWord(hole2, optionLike) {
  const text2 = holeText(hole2);
  if (text2.includes("\0"))
    throw holeError(hole2.program, "shell-value", "gives a NUL character, which no shell can take.");
  if (Buffer.byteLength(text2) > MAX_SHELL_BYTES) {
    const hint = "Hand it over by `stdin`.";
    throw holeError(hole2.program, "shell-value", "gives more than 127 KiB, which is too long for a word.", { hint });
  }
  if (optionLike && text2.startsWith("-")) {
    throw holeError(
      hole2.program,
      "shell-option",
      "gives a value with a leading `-`, which would be read as an option.",
      {
        hint: "Put `--` before it if the command knows that, or attach it: `--name={{ \u2026 }}`."
      }
    );
  }
  return text2;
}

// src/expression/fill-template.ts
function fillTemplate(template2, values2, matching) {
  const { place, literal: literal3 } = template2;
  switch (place) {
    case "json":
      return literal3 !== void 0 ? literal3 : fillJson(template2, values2);
    case "text":
      return fillText(template2, values2, holeText);
    case "header":
      return fillHeader(template2, values2);
    case "url":
      return fillText(template2, values2, (hole2, index) => index === 0 ? beginningOfUrl(hole2) : encodeForUrl(hole2));
    case "sql":
      return fillSql(template2, values2);
    case "shell":
      return fillShell(template2, values2);
    case "pattern":
      return fillPattern(template2, values2, matching);
    case "duration":
    case "size":
    case "time":
      return fillMeasure(place, template2, values2);
  }
}
function holeAt(program2, values2) {
  const value = values2.get(program2);
  if (value === void 0) throw new Error(`The hole was not evaluated: ${program2.source.text}`);
  return { program: program2, value };
}
function fillText({ parts }, values2, put) {
  return parts.map((part, index) => typeof part === "string" ? part : put(holeAt(part, values2), index)).join("");
}
function fillJson(template2, values2) {
  const [only, ...others] = template2.parts;
  if (only !== void 0 && typeof only !== "string" && others.length === 0) return holeAt(only, values2).value;
  return fillText(template2, values2, holeText);
}
function fillHeader(template2, values2) {
  const text2 = fillText(template2, values2, holeText);
  if (!/[\r\n\0]/.test(text2)) return text2;
  throw new CheckError({
    code: "header-line-break",
    message: "A hole gives a line break, which a header cannot hold.",
    hint: 'Remove it in the hole: `{{ $value | rtrimstr("\\n") }}`, or encode it: `{{ $value | @base64 }}`.',
    span: template2.span
  });
}
function fillSql({ parts, span }, values2) {
  const bound = [];
  let text2 = "";
  for (const part of parts) {
    if (typeof part === "string") text2 += part;
    else {
      const hole2 = holeAt(part, values2);
      holeText(hole2);
      bound.push(hole2.value);
      text2 += `$${bound.length}`;
    }
  }
  return { text: text2, values: bound, span };
}
function fillShell({ parts }, values2) {
  const holes = parts.length > 1 ? scanShell(textsAround(parts)) : [];
  const environment = {};
  let count = 0;
  let line = "";
  for (const part of parts) {
    if (typeof part === "string") line += part;
    else {
      const optionLike = parts.length === 1 || holes[count]?.optionLike !== false;
      count += 1;
      environment[`VERIFY_DEPLOY_${count}`] = shellWord(holeAt(part, values2), optionLike);
      line += `"\${VERIFY_DEPLOY_${count}}"`;
    }
  }
  return { line, environment };
}
function fillPattern(template2, values2, { engine, signal }) {
  const read3 = readPattern(fillText(template2, values2, (hole2) => escapePattern(holeText(hole2))));
  if ("fault" in read3) throw faultError(read3.fault, template2);
  const { source, flags } = read3.pattern;
  const display = fillText(template2, values2, (hole2) => escapeSyntax(holeText(hole2)));
  const limit = signal === void 0 ? {} : { signal };
  return { display, match: (texts) => engine.match({ source, flags, texts, ...limit }) };
}
function fillMeasure(place, template2, values2) {
  const read3 = readMeasure(place, fillText(template2, values2, holeText));
  if (read3.value === void 0) throw faultError(read3.fault, template2);
  return read3.value;
}
function faultError({ code: code2, message, hint }, { span }) {
  return new CheckError({ code: code2, message, hint, span });
}

// src/expression/scope.ts
function createScope(entries, parent) {
  const own4 = entries instanceof Map ? entries : new Map(Object.entries(entries));
  return {
    lookup: (name) => own4.get(name) ?? parent?.lookup(name),
    names: () => /* @__PURE__ */ new Set([...own4.keys(), ...parent?.names() ?? []])
  };
}
function usesSecret({ uses }, scope) {
  return uses.some((name) => scope.lookup(name)?.secret === true);
}

// src/expression/fill.ts
var SECRET_ERROR = "its text is not shown, because the program reads a secret";
function fill(specification, context) {
  const holes = holesIn(specification, []);
  return holes.length === 0 ? replace(specification, NOTHING, context) : fillHoles(specification, holes, context);
}
var NOTHING = /* @__PURE__ */ new Map();
async function fillHoles(specification, holes, context) {
  const values2 = /* @__PURE__ */ new Map();
  const computed = [];
  for (const program2 of holes) {
    const value = readPlainly(program2, context);
    if (value === void 0) computed.push(program2);
    else values2.set(program2, value);
  }
  if (computed.length > 0) await computeHoles(computed, values2, context);
  if (context.refuseNull === true) requireValues(values2);
  for (const [program2, value] of values2) if (usesSecret(program2, context.scope)) tellTexts(value, context.onSecret);
  return replace(specification, values2, context);
}
function requireValues(values2) {
  for (const [program2, value] of values2) {
    if (value !== null) continue;
    throw holeError(program2, "hole-null", "gives null, so what is expected is not known.", {
      hint: "Where does it come from? `$run.sha` and its like are known in a workflow only. To expect null, write `null`."
    });
  }
}
function isPlain2(value) {
  return Object.getPrototypeOf(value) === Object.prototype && !("source" in value && "start" in value);
}
function holesIn(value, found2) {
  if (typeof value !== "object" || value === null) return found2;
  if (isTemplate(value)) {
    for (const part of value.parts) if (isProgram(part)) found2.push(part);
  } else if (Array.isArray(value)) for (const item of value) holesIn(item, found2);
  else if (isPlain2(value) && !isProgram(value)) for (const name in value) holesIn(value[name], found2);
  return found2;
}
function replace(value, values2, context) {
  if (typeof value !== "object" || value === null) return value;
  if (isTemplate(value)) return fillTemplate(value, values2, context);
  if (Array.isArray(value)) return replaceItems(value, values2, context);
  if (!isPlain2(value)) return value;
  if (isProgram(value)) return bindProgram(value, context);
  if (value.node === "list" && "items" in value) return replace(value.items, values2, context);
  if (value.node === "map" && "entries" in value) {
    const entries = value.entries;
    return Object.fromEntries(entries.map((entry) => [entry.name, replace(entry.value, values2, context)]));
  }
  let copy;
  for (const name in value) {
    const replaced = replace(value[name], values2, context);
    if (replaced === value[name]) continue;
    copy ??= { ...value };
    copy[name] = replaced;
  }
  return copy ?? value;
}
function replaceItems(list2, values2, context) {
  const items = list2.map((item) => replace(item, values2, context));
  return items.every((item, index) => item === list2[index]) ? list2 : items;
}
var PLAIN4 = /^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$/;
function readPlainly(program2, { scope }) {
  const [, name, path = ""] = PLAIN4.exec(program2.source.text) ?? [];
  if (name === void 0 || name === "ENV" || name === "__loc__") return void 0;
  let value = variable(name, program2, scope);
  for (const step2 of path.split(".").slice(1)) {
    if (value === null) return null;
    if (!isObject(value)) return void 0;
    value = Object.hasOwn(value, step2) ? value[step2] ?? null : null;
  }
  return value;
}
function variable(name, program2, scope) {
  const entry = scope.lookup(name);
  if (entry !== void 0) return entry.value;
  const near = suggest(name, scope.names());
  const hint = near === void 0 ? "Look at the check that should have captured it." : `Did you mean \`$${near}\`?`;
  throw new CheckError({
    code: "variable-not-set",
    message: `The variable $${name} has no value here.`,
    hint,
    span: program2.source.span
  });
}
function variablesOf2(programs, scope) {
  const variables = {};
  for (const program2 of programs) for (const name of program2.uses) variables[name] = variable(name, program2, scope);
  return variables;
}
async function computeHoles(programs, values2, context) {
  const request = {
    programs: programs.map((program2) => program2.source.text),
    document: "null",
    variables: variablesOf2(programs, context.scope),
    ...limits(context)
  };
  const outcomes = await context.engine.evaluate(request).catch((error) => {
    throw error instanceof CheckError ? located(error, programs) : error;
  });
  for (const [index, program2] of programs.entries()) {
    const outcome = outcomes[index];
    if (outcome?.values === void 0) {
      const secret = usesSecret(program2, context.scope);
      const why = secret ? `; ${SECRET_ERROR}.` : `: ${outcome?.error ?? "no result"}`;
      throw holeError(program2, "hole-failed", `ends with an error${why}`);
    }
    const [value, ...others] = outcome.values;
    if (value === void 0 || others.length > 0) throw resultsError(program2, outcome.values.length);
    values2.set(program2, value);
  }
}
function located(cause, [first2]) {
  const { code: code2, message, hint, details } = cause;
  return new CheckError({
    code: code2,
    message,
    hint,
    details,
    cause,
    ...first2 === void 0 ? {} : { span: first2.source.span }
  });
}
function resultsError(program2, count) {
  const found2 = count === 0 ? "no result" : `${count} results`;
  const hint = count === 0 ? 'Give a default: `{{ \u2026 // "none" }}`.' : "Take one of them with `first( \u2026 )`, or collect them: `[ \u2026 ]`.";
  return holeError(program2, "hole-results", `gives ${found2}, and exactly one is needed.`, { hint });
}
function limits({ timeoutMs, signal }) {
  return { ...timeoutMs === void 0 ? {} : { timeoutMs }, ...signal === void 0 ? {} : { signal } };
}
function bindProgram(program2, context) {
  const variables = variablesOf2([program2], context.scope);
  const secret = usesSecret(program2, context.scope);
  return {
    display: program2.source.text,
    evaluate: async (document) => {
      const request = { programs: [program2.source.text], document, variables, ...limits(context) };
      const [outcome = { error: "no result" }] = await context.engine.evaluate(request);
      if (!secret) return outcome;
      if (outcome.values === void 0) return { error: SECRET_ERROR };
      tellTexts(outcome.values, context.onSecret);
      return outcome;
    }
  };
}
function tellTexts(value, onSecret) {
  for (const text2 of textsIn(value)) if (text2 !== "") onSecret(text2);
}

// src/expression/show.ts
function showJson(value, limit = 160, redact = same) {
  if (value === void 0) return "absent";
  const writer = { text: "", limit, redact };
  write(value, writer);
  return writer.text.length <= limit ? writer.text : cut(writer.text, limit);
}
function same(text2) {
  return text2;
}
function write(value, writer) {
  if (writer.text.length > writer.limit) return;
  if (typeof value === "string") writer.text += quote(value, writer);
  else if (isNumber(value)) writer.text += writer.redact(numberText(value));
  else if (isList(value)) writeAll(value.entries(), "[]", writer);
  else if (isObject(value)) writeAll(Object.entries(value), "{}", writer);
  else writer.text += String(value);
}
function writeAll(entries, brackets2, writer) {
  let separator = "";
  writer.text += brackets2.charAt(0);
  for (const [name, value] of entries) {
    if (writer.text.length > writer.limit) return;
    writer.text += separator;
    if (typeof name === "string") writer.text += `${quote(name, writer)}:`;
    write(value, writer);
    separator = ",";
  }
  writer.text += brackets2.charAt(1);
}
function quote(text2, { redact, limit }) {
  const redacted = redact(text2, 2 * limit + 1);
  return JSON.stringify(redacted.length <= 2 * limit ? redacted : redacted.slice(0, 2 * limit));
}
function cut(text2, limit) {
  const kept = text2.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "");
  return text2.startsWith('"') ? `${kept.replace(/\\+$/, "")}\u2026"` : `${kept}\u2026`;
}

// src/expression/matcher-words.ts
var LONGEST_VALUE = 160;
var LONGEST_LIST = 8;
function showValue(value, { scalars, redact }) {
  if (typeof value === "number" && scalars === "duration") return formatDuration(value);
  if (typeof value === "number" && scalars === "size") return formatSize(value);
  if (scalars === "time" && isObject(value)) {
    if (typeof value.at === "string") return value.at;
    if (typeof value.agoMs === "number") return `${formatDuration(value.agoMs)} ago`;
  }
  return showJson(value, LONGEST_VALUE, redact);
}
function showExact(value, showing2) {
  if (typeof value !== "number") return showValue(value, showing2);
  const unit = showing2.scalars === "duration" ? " ms" : showing2.scalars === "size" ? " B" : "";
  return `${value}${unit}`;
}
function showTyped(value, showing2) {
  if (value === null) return "null";
  return `the ${typeWord(value)} ${showValue(value, showing2)}`;
}
function typeWord(value) {
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  if (isNumber(value)) return "number";
  return isList(value) ? "list" : "object";
}
var ORDERS = { gt: "more than", gte: "at least", lt: "less than", lte: "at most" };
var TEXTS3 = {
  contains: ["contains", "contain"],
  starts_with: ["starts with", "start with"],
  ends_with: ["ends with", "end with"]
};
function wanted(matcher, showing2) {
  switch (matcher.op) {
    case "eq":
      return plain("equals", showValue(matcher.operand, showing2), "");
    case "ne":
      return plain("differs from", showValue(matcher.operand, showing2), "anything but");
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return plain(ORDERS[matcher.op], showValue(matcher.operand, showing2), ORDERS[matcher.op]);
    case "in":
      return plain("one of", showAll(isList(matcher.operands) ? matcher.operands : [], showing2), "one of");
    case "contains":
    case "starts_with":
    case "ends_with": {
      const [word2, verb] = TEXTS3[matcher.op];
      return plain(word2, showValue(matcher.operand, showing2), `it to ${verb}`);
    }
    case "match":
      return plain("matches", matcher.pattern.display, "it to match");
    case "is":
      return plain("is", matcher.types.join(" or "), "type");
    case "exists":
      return matcher.exists ? plain("exists", "a value", "") : plain("is absent", "nothing", "");
    case "close_to":
      return plain("close to", closeTo(matcher.target, matcher.delta, showing2), "");
    case "status-class":
      return plain("equals", `${matcher.digit}xx`, "");
    case "anything":
      return plain("is", "anything", "");
    default:
      return wantedOfParts(matcher, showing2);
  }
}
function wantedOfParts(matcher, showing2) {
  switch (matcher.op) {
    case "length":
      return plain("has length", inWords(matcher.matcher, { scalars: "json" }), "length");
    case "not":
      return plain("not", inWords(matcher.matcher, showing2), "the opposite of:");
    case "all":
    case "any":
      return plain(matcher.op, inWords(matcher.matcher, { ...showing2, scalars: "json" }), `${matcher.op} elements:`);
    case "and":
    case "or": {
      const all = matcher.matchers.map((inner) => inWords(inner, showing2)).join(` ${matcher.op} `);
      return plain(matcher.op === "and" ? "all of" : "any of", all, "");
    }
    case "one-of":
      return plain("one of", matcher.matchers.map((inner) => inWords(inner, showing2)).join(", "), "one of");
    case "items":
      return plain("is", `a list of ${matcher.matchers.length}`, "");
    case "fields":
      return plain(
        "is",
        `an object with ${matcher.fields.map(({ name }) => name).join(", ")}`.replace(/ with $/, ""),
        ""
      );
  }
}
function plain(matcher, expected, verb) {
  return { matcher, expected, phrase: verb === "" ? expected : `${verb} ${expected}` };
}
function inWords(matcher, showing2) {
  const { matcher: word2, expected } = wanted(matcher, showing2);
  if (matcher.op === "exists") return word2;
  return word2 === "equals" ? expected : `${word2} ${expected}`;
}
function showAll(values2, showing2) {
  const shown3 = values2.slice(0, LONGEST_LIST).map((value) => showValue(value, showing2));
  return values2.length > LONGEST_LIST ? `${shown3.join(", ")}, \u2026` : shown3.join(", ");
}
function closeTo(target, delta, showing2) {
  const unit = showing2.scalars === "time" ? "duration" : showing2.scalars;
  return `${showValue(target, showing2)} \xB1 ${showValue(delta, { ...showing2, scalars: unit })}`;
}

// src/expression/mismatch.ts
function mismatch(matcher, actual, telling) {
  const { phrase, ...words2 } = wanted(matcher, telling);
  const shown3 = showValue(actual, telling);
  const exact = shown3 === words2.expected ? showExact(actual, telling) : shown3;
  return {
    subject: telling.subject,
    span: matcher.span,
    ...words2,
    actual: exact,
    message: `${telling.subject} is ${exact}, expected ${expectation(matcher, phrase)}.`
  };
}
function expectation(matcher, phrase) {
  if (matcher.op !== "exists") return phrase;
  return matcher.exists ? "it to exist" : "it to be absent";
}
function misfit(matcher, actual, telling, why) {
  const found2 = mismatch(matcher, actual, telling);
  return { ...found2, message: `${telling.subject} is ${showTyped(actual, telling)}, and ${why}.` };
}
var MOST_DIFFERENCES = 10;
function unequal2(actual, { operand, span }, telling, isEqual) {
  const found2 = [...differences(actual, operand, telling.subject, isEqual)].slice(0, MOST_DIFFERENCES + 1);
  const shown3 = found2.slice(0, MOST_DIFFERENCES).map((difference) => tellDifference(span, difference, telling));
  const last = shown3.at(-1);
  if (found2.length <= MOST_DIFFERENCES || last === void 0) return shown3;
  return [...shown3.slice(0, -1), { ...last, message: `${last.message} There are more differences.` }];
}
function* differences(actual, expected, subject, isEqual) {
  if (isObject(actual) && isObject(expected)) {
    for (const name of /* @__PURE__ */ new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      yield* differences(own3(actual, name), own3(expected, name), fieldSubject(subject, name), isEqual);
    }
  } else if (isList(actual) && isList(expected)) {
    const length = Math.max(actual.length, expected.length);
    for (let at2 = 0; at2 < length; at2 += 1) yield* differences(actual[at2], expected[at2], `${subject}[${at2}]`, isEqual);
  } else if (actual === void 0 || expected === void 0 || !isEqual(actual, expected)) {
    yield { subject, actual, expected };
  }
}
function own3(value, name) {
  return Object.hasOwn(value, name) ? value[name] : void 0;
}
function tellDifference(span, { subject, actual, expected }, showing2) {
  const shown3 = showValue(actual, showing2);
  const wish = showValue(expected, showing2);
  const base = { subject, span, matcher: "equals", expected: wish, actual: shown3 };
  if (expected === void 0) return { ...base, message: `${subject} is ${shown3}, expected it to be absent.` };
  if (actual !== void 0 && typeWord(actual) !== typeWord(expected)) {
    return {
      ...base,
      message: `${subject} is ${showTyped(actual, showing2)}, expected ${showTyped(expected, showing2)}.${otherShape(actual, expected)}`
    };
  }
  if (shown3 === wish && typeof actual === "string" && typeof expected === "string") {
    return { ...base, ...unlikeTexts(subject, actual, expected, showing2) };
  }
  const text2 = `${subject} is ${shown3 === wish ? showExact(actual, showing2) : shown3}, expected ${wish}.`;
  return { ...base, message: `${text2}${otherOperator(subject, actual, expected)}` };
}
function otherShape(actual, expected) {
  const [, sign, than] = typeof expected === "string" && /^([<>]=?)\s*(-?\d+(?:\.\d+)?)$/.exec(expected) || [];
  if (isNumber(actual) && sign !== void 0) {
    return ` A limit is written \`{ ${sign.startsWith("<") ? "lt" : "gt"}${sign.endsWith("=") ? "e" : ""}: ${than} }\`.`;
  }
  return isList(actual) && isNumber(expected) ? " How many there are is asked with `length`." : "";
}
var LONG_TEXTS = ["body", "stdout", "stderr"];
function otherOperator(subject, actual, expected) {
  if (typeof actual !== "string" || typeof expected !== "string") return "";
  if (/^\/.+\/[imsuy]*$/s.test(expected) && !actual.startsWith("/")) return " A pattern stands under `match`.";
  const isPart = LONG_TEXTS.includes(subject) && expected !== "" && actual.includes(expected);
  return isPart ? " It is in it: a part is asked for with `contains`." : "";
}
function unlikeTexts(subject, actual, expected, { redact = (text2) => text2 }) {
  const [left, right] = [redact(actual), redact(expected)];
  let at2 = 0;
  while (at2 < left.length && left.charAt(at2) === right.charAt(at2)) at2 += 1;
  const from = Math.max(0, at2 - 40);
  const [found2, wish] = [left, right].map((text2) => `\u2026${JSON.stringify(text2.slice(from, at2 + 80))}`);
  const message = `${subject} differs from character ${at2 + 1} on: it is ${found2}, expected ${wish}.`;
  return { actual: found2 ?? "", expected: wish ?? "", message };
}
function fieldSubject(subject, name) {
  return /^[A-Za-z_]\w*$/.test(name) ? `${subject}.${name}` : `${subject}[${JSON.stringify(name)}]`;
}

// src/expression/value-content.ts
function typesOf(value) {
  if (value === null) return ["null"];
  if (typeof value === "string") return ["string"];
  if (typeof value === "boolean") return ["boolean"];
  if (isNumber(value)) return isWhole(numberText(value)) ? ["number", "integer"] : ["number"];
  return isList(value) ? ["array"] : ["object"];
}
function isWhole(text2) {
  return decimalParts(text2).exponent >= 0;
}
function lengthOf(value) {
  if (typeof value === "string") return [...value].length;
  if (isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : void 0;
}
function contains(value, sought) {
  if (typeof value === "string") return typeof sought === "string" ? value.includes(sought) : void 0;
  if (isList(value)) {
    const has2 = (one) => value.some((item) => isObject(one) ? hasAtLeast(item, one) : equalJson(item, one));
    return has2(sought) || isList(sought) && sought.length > 0 && sought.every(has2);
  }
  return isObject(value) && isObject(sought) ? hasAtLeast(value, sought) : void 0;
}
function hasAtLeast(value, sought) {
  if (!isObject(sought)) return equalJson(value, sought);
  return isObject(value) && Object.entries(sought).every(([name, inner]) => Object.hasOwn(value, name) && hasAtLeast(value[name], inner));
}

// src/expression/value-order.ts
function orderOf(left, right, scalars, now) {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (scalars === "duration" || scalars === "size") return void 0;
  const a = momentOf2(left, now);
  const b = momentOf2(right, now);
  return a === void 0 || b === void 0 ? void 0 : a - b;
}
function isClose(left, right, delta, now) {
  if (isNumber(left) && isNumber(right) && isNumber(delta)) return isCloseNumber(left, right, delta);
  const a = momentOf2(left, now);
  const b = momentOf2(right, now);
  const span = typeof delta === "string" ? parseDuration(delta) : typeof delta === "number" ? delta : void 0;
  return a === void 0 || b === void 0 || span === void 0 ? void 0 : Math.abs(a - b) <= span;
}
function momentOf2(value, now) {
  if (typeof value === "string") return parseTime(value);
  if (!isObject(value)) return void 0;
  if (typeof value.at === "string") return parseTime(value.at);
  return typeof value.agoMs === "number" && now !== void 0 ? now - value.agoMs : void 0;
}
var MAX_SHIFT = 2e3;
function isCloseNumber(left, right, delta) {
  const texts = [left, right, delta].map(numberText);
  const parts = texts.map(decimalParts);
  const exponents = parts.map((part) => part.exponent);
  const least = Math.min(...exponents);
  if (Math.max(...exponents) - least > MAX_SHIFT) {
    const [a2 = 0, b2 = 0, d2 = 0] = texts.map(Number);
    return Math.abs(a2 - b2) <= d2;
  }
  const [a = 0n, b = 0n, d = 0n] = parts.map((part) => part.digits * 10n ** BigInt(part.exponent - least));
  return (a > b ? a - b : b - a) <= d;
}

// src/expression/operators.ts
var NO_ORDER = "only two numbers, durations, sizes or times have an order";
function* applyOperator(matcher, actual, context) {
  const holds3 = yield* holdsFor(matcher, actual, context);
  if (holds3 === true) return [];
  if (matcher.op === "eq") return unequal2(actual, matcher, context, (left, right) => equalIn(left, right, context));
  return [holds3 === false ? mismatch(matcher, actual, context) : misfit(matcher, actual, context, holds3.why)];
}
function* holdsFor(matcher, actual, context) {
  if (context.scalars === "status") requireStatuses(matcher);
  switch (matcher.op) {
    case "eq":
      return equalIn(actual, matcher.operand, context);
    case "ne":
      return !equalIn(actual, matcher.operand, context);
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return ordered(matcher.op, orderOf(actual, matcher.operand, context.scalars, context.now));
    case "close_to":
      return isClose(actual, matcher.target, matcher.delta, context.now) ?? { why: NO_ORDER };
    case "in":
      return choices(matcher).some((choice2) => equalIn(actual, choice2, context));
    case "contains":
      requireText(matcher, actual);
      return contains(actual, matcher.operand) ?? { why: containsWhy(actual) };
    case "starts_with":
    case "ends_with":
      requireText(matcher, actual);
      return affix(matcher.op, actual, matcher.operand);
    case "match": {
      if (typeof actual !== "string") return { why: "only text can match a pattern" };
      const [found2] = yield matcher.pattern.match([actual]);
      return found2 !== null && found2 !== void 0;
    }
    case "is":
      return typesOf(actual).some((type) => matcher.types.includes(type));
    case "status-class":
      return isNumber(actual) && Math.floor(Number(numberText(actual)) / 100) === matcher.digit;
  }
}
function equalIn(left, right, { scalars, now }) {
  if (scalars !== "time") return equalJson(left, right);
  const a = momentOf2(left, now);
  const b = momentOf2(right, now);
  return a !== void 0 && b !== void 0 ? a === b : equalJson(left, right);
}
function ordered(op, order) {
  if (order === void 0) return { why: NO_ORDER };
  if (op === "gt") return order > 0;
  if (op === "gte") return order >= 0;
  return op === "lt" ? order < 0 : order <= 0;
}
function requireStatuses(matcher) {
  if (matcher.op !== "eq" && matcher.op !== "ne" && matcher.op !== "in") return;
  const operands = matcher.op === "in" ? choices(matcher) : [matcher.operand];
  const stranger = operands.find((operand) => !isNumber(operand));
  if (stranger === void 0) return;
  throw new CheckError({
    code: "operand-type",
    message: `The hole gives ${isList(stranger) ? "a list" : typeof stranger === "string" ? "text" : "something else"}, and a status is a number.`,
    hint: isList(stranger) ? "Write `in` before a list." : "Make it a number with `tonumber`.",
    span: matcher.span
  });
}
function requireText({ op, operand, span }, actual) {
  if (operand !== "" || typeof actual !== "string") return;
  throw new CheckError({
    code: "operand-empty",
    message: `\`${op}\` looks for empty text, which is in every text.`,
    hint: 'Look at where the value comes from; text that is itself empty is `eq: ""`.',
    span
  });
}
function choices({ operands, span }) {
  if (isList(operands)) return operands;
  throw new CheckError({
    code: "operand-type",
    message: "The hole under `in` does not give a list.",
    hint: "Give a list, or write `eq`.",
    span
  });
}
function containsWhy(actual) {
  if (typeof actual === "string") return "text contains only text";
  return "only text, lists and objects contain something";
}
function affix(op, actual, operand) {
  if (typeof actual !== "string" || typeof operand !== "string") return { why: "only text starts or ends with text" };
  return op === "starts_with" ? actual.startsWith(operand) : actual.endsWith(operand);
}

// src/expression/steps.ts
function settle(steps) {
  const first2 = steps.next();
  return first2.done === true ? first2.value : settleLater(steps, first2.value);
}
async function settleLater(steps, first2) {
  let step2 = steps.next(await first2);
  while (step2.done !== true) step2 = steps.next(await step2.value);
  return step2.value;
}

// src/expression/matcher.ts
var JSON_SHAPE = { doc: "a JSON value", lists: "each", scalars: "json" };
var COUNT_SHAPE = { doc: "a count", lists: "one-of", scalars: "json" };
var MOST_ELEMENTS = 10;
function evaluateMatcher(matcher, actual, context) {
  return settle(evaluate(matcher, actual, context));
}
function* evaluate(matcher, actual, context) {
  if (context.shape.every === true && isList(actual)) return yield* evaluateEvery(matcher, actual, context);
  switch (matcher.op) {
    case "anything":
      return [];
    case "not": {
      const found2 = yield* evaluate(matcher.matcher, actual, context);
      return found2.length > 0 ? [] : [tell(matcher, actual, context)];
    }
    case "and":
      return yield* evaluateTogether(matcher.matchers, actual, context);
    case "or":
    case "one-of":
      for (const inner of matcher.matchers) {
        if ((yield* evaluate(inner, actual, context)).length === 0) return [];
      }
      return [tell(matcher, actual, context)];
    case "fields":
      return yield* evaluateFields(matcher, actual, context);
    case "exists":
      return isThere(actual, context) === matcher.exists ? [] : [tell(matcher, actual, context)];
    default:
      return yield* evaluateMain(matcher, actual, context);
  }
}
function* evaluateEvery(matcher, list2, { lookup: _unused, ...context }) {
  const { every: _many, ...shape5 } = context.shape;
  if (list2.length === 0) return yield* evaluate(matcher, void 0, { ...context, shape: shape5 });
  const found2 = [];
  for (const [index, element] of list2.entries()) {
    const subject = list2.length === 1 ? context.subject : `${context.subject}[${index}]`;
    const choices2 = isList(element) ? element.length === 0 ? [void 0] : element : [element];
    const tries = [];
    for (const choice2 of choices2) tries.push(yield* evaluate(matcher, choice2, { ...context, shape: shape5, subject }));
    if (!tries.some(({ length }) => length === 0)) found2.push(...tries[0] ?? []);
  }
  return found2;
}
function* evaluateMain(matcher, actual, context) {
  const { main } = context.shape;
  if (main !== void 0) {
    const { value, inner } = fieldOf2(main, actual, context);
    return yield* evaluate(matcher, value, inner);
  }
  if (actual === void 0) return [tell(matcher, actual, context)];
  switch (matcher.op) {
    case "length":
      return yield* evaluateLength(matcher, actual, context);
    case "all":
    case "any":
    // `not` was answered before; the model describes it together with these two.
    case "not":
      if (matcher.op === "any") return yield* evaluateAny(matcher, actual, context);
      return yield* evaluateAll(matcher, actual, context, false);
    case "items":
      return yield* evaluateItems(matcher, actual, context);
    default:
      return yield* applyOperator(matcher, actual, { ...context, scalars: context.shape.scalars });
  }
}
function isThere(actual, context) {
  const { main } = context.shape;
  return (main === void 0 ? actual : fieldOf2(main, actual, context).value) !== void 0;
}
function tell(matcher, actual, context) {
  return mismatch(matcher, actual, { ...context, scalars: context.shape.scalars });
}
function tellMisfit(matcher, actual, context, why) {
  return misfit(matcher, actual, { ...context, scalars: context.shape.scalars }, why);
}
function* evaluateTogether(matchers, actual, context) {
  const counted3 = matchers.some(({ op }) => op === "length");
  const found2 = [];
  for (const matcher of matchers) {
    const countedAll = counted3 && matcher.op === "all" && actual !== void 0 && context.shape.main === void 0;
    const own4 = countedAll ? yield* evaluateAll(matcher, actual, context, true) : yield* evaluate(matcher, actual, context);
    found2.push(...own4);
  }
  return found2;
}
function* evaluateFields(matcher, actual, context) {
  const [only, ...others] = matcher.fields;
  if (actual === void 0 && only !== void 0 && others.length === 0 && only.name === context.shape.main)
    return [tell(only.matcher, actual, context)];
  if (actual === void 0) return [tell(matcher, actual, context)];
  if (!isObject(actual)) return [tellMisfit(matcher, actual, context, "only an object has fields")];
  const found2 = [];
  for (const field2 of matcher.fields) {
    const { value, inner } = fieldOf2(field2.name, actual, context);
    found2.push(...yield* evaluate(field2.matcher, value, inner));
  }
  return found2;
}
function fieldOf2(name, actual, { shape: shape5, subject, lookup, ...rest }) {
  const known2 = shape5.fields !== void 0 && Object.hasOwn(shape5.fields, name) ? shape5.fields[name] : void 0;
  const inner = { ...rest, shape: known2 ?? shape5.any ?? JSON_SHAPE, subject: fieldSubject(subject, name) };
  if (shape5.lookup === true && lookup !== void 0) return { value: lookup(name), inner };
  return { value: isObject(actual) && Object.hasOwn(actual, name) ? actual[name] : void 0, inner };
}
function* evaluateLength(matcher, actual, context) {
  const length = lengthOf(actual);
  if (length === void 0) {
    return [tellMisfit(matcher, actual, context, "only text, lists and objects have a length")];
  }
  const inner = { ...context, shape: COUNT_SHAPE, subject: `the length of ${context.subject}` };
  const found2 = yield* evaluate(matcher.matcher, length, inner);
  return found2.map((one) => ({ ...one, message: one.message.replace(/^the/, "The") }));
}
function* evaluateItems(matcher, actual, context) {
  if (!isList(actual)) return [tellMisfit(matcher, actual, context, "a list was expected")];
  const found2 = [];
  const wished = matcher.matchers.length;
  if (actual.length !== wished) {
    const counts = { actual: `a list of ${actual.length}`, expected: `a list of ${wished}` };
    const message = `${context.subject} has ${elements(actual.length)}, expected ${wished}.`;
    found2.push({ subject: context.subject, span: matcher.span, matcher: "is", ...counts, message });
  }
  for (const [index, inner] of matcher.matchers.entries()) {
    if (index < actual.length) found2.push(...yield* evaluateElement(inner, actual, index, context));
  }
  return found2;
}
function elements(count) {
  return count === 1 ? "1 element" : `${count} elements`;
}
function* evaluateElement(matcher, list2, index, { lookup: _unused, ...context }) {
  const inner = { ...context, shape: JSON_SHAPE, subject: `${context.subject}[${index}]` };
  return yield* evaluate(matcher, list2[index], inner);
}
function* evaluateAll(matcher, actual, context, mayBeEmpty2) {
  if (!isList(actual)) return [tellMisfit(matcher, actual, context, "only a list has elements")];
  if (actual.length === 0 && !mayBeEmpty2) {
    const empty = tell(matcher, actual, context);
    return [{ ...empty, message: `${context.subject} is empty, and \`all\` needs at least one element.` }];
  }
  const found2 = [];
  let failing = 0;
  for (const index of actual.keys()) {
    const own4 = yield* evaluateElement(matcher.matcher, actual, index, context);
    if (own4.length === 0) continue;
    failing += 1;
    if (failing <= MOST_ELEMENTS) found2.push(...own4);
  }
  const last = found2.at(-1);
  if (failing <= MOST_ELEMENTS || last === void 0) return found2;
  const message = `${last.message} In all, ${failing} of ${actual.length} elements do not match.`;
  return [...found2.slice(0, -1), { ...last, message }];
}
function* evaluateAny(matcher, actual, context) {
  if (!isList(actual)) return [tellMisfit(matcher, actual, context, "only a list has elements")];
  for (const index of actual.keys()) {
    if ((yield* evaluateElement(matcher.matcher, actual, index, context)).length === 0) return [];
  }
  const found2 = tell(matcher, actual, context);
  const among = actual.length === 0 ? "is empty, expected" : `has ${elements(actual.length)}, expected`;
  return [{ ...found2, message: `${context.subject} ${among} at least one that matches: ${found2.expected}.` }];
}

// src/run/known-facts.ts
var COMPARED = /==\s*\$run\.([a-z_]+)|\$run\.([a-z_]+)(?:\[[\d:]*\])?\s*==(?!\s*")/g;
var THOUGHT_OF = /\bnull\b|\/\/|\?/;
function requireKnownFacts(programs, scope) {
  for (const { program: program2 } of programs) {
    if (!program2.uses.includes("run") || THOUGHT_OF.test(program2.source.text)) continue;
    const facts = scope.lookup("run")?.value;
    const compared = [...program2.source.text.matchAll(COMPARED)].map(([, after, before]) => after ?? before ?? "");
    const unknown = compared.find((name) => isNull2(facts, name));
    if (unknown === void 0) continue;
    throw new CheckError({
      code: "run-fact-unknown",
      message: `\`$run.${unknown}\` is null in this run, and null equals whatever is not there.`,
      hint: `It is known in a workflow only. Outside of one leave the check out: \`if: $run.${unknown} != null\`.`,
      span: program2.source.span
    });
  }
}
function isNull2(facts, name) {
  return isObject(facts) && Object.hasOwn(facts, name) && facts[name] === null;
}

// src/run/prepare.ts
var NOTHING2 = { parts: [], programs: [] };
var JSON_SHAPE2 = { doc: "any value", lists: "each", scalars: "json" };
function prepareExpectation(check, kind2, context) {
  const { named: named3, lifted } = namedParts(check.expect);
  const defaults = [];
  for (const [part, matcher] of Object.entries(kind2.defaults(check.spec, named3))) {
    if (!lifted.has(part))
      defaults.push({ part, matcher: { ...matcher, span: check.kindSpan }, byDefault: true });
  }
  const prepared = prepare(defaults, check.expect, kind2, context);
  if (kind2.judges === void 0) return prepared;
  const count = kind2.judges.filter((part) => !named3.has(part)).length;
  return Promise.resolve(prepared).then((parts) => ({ ...parts, own: { named: named3, lifted, count } }));
}
function prepareWritten(expectation2, kind2, context) {
  return prepare([], expectation2, kind2, context);
}
function prepare(defaults, expectation2, kind2, context) {
  const parts = [...defaults];
  for (const { part, matcher } of expectation2?.parts ?? []) {
    if (matcher.op !== "anything") parts.push({ part, matcher, byDefault: false });
  }
  const programs = expectation2?.programs ?? [];
  if (parts.length === 0 && programs.length === 0) return NOTHING2;
  const written = { parts, programs: programs.map(({ matcher }) => matcher) };
  const withShapes = (filled2) => ({
    parts: filled2.parts.map(({ part, matcher, byDefault }) => {
      return { part, shape: kind2.parts[part] ?? JSON_SHAPE2, matcher, byDefault };
    }),
    programs: programs.map(({ program: program2 }, index) => {
      const matcher = filled2.programs[index];
      return matcher === void 0 ? { program: program2 } : { program: program2, matcher };
    })
  });
  requireKnownFacts(programs, context.scope);
  const filled = fill(written, { ...context, refuseNull: true });
  return filled instanceof Promise ? filled.then(withShapes) : withShapes(filled);
}
function namedParts(expectation2) {
  const named3 = /* @__PURE__ */ new Set();
  const lifted = /* @__PURE__ */ new Set();
  for (const { part, matcher } of expectation2?.parts ?? []) {
    named3.add(part);
    for (const field2 of fieldsNamed(matcher)) named3.add(`${part}.${field2}`);
    if (matcher.op === "anything") lifted.add(part);
  }
  return { named: named3, lifted };
}
function fieldsNamed(matcher) {
  if (matcher.op === "fields") return matcher.fields.map(({ name }) => name);
  return matcher.op === "and" || matcher.op === "or" ? matcher.matchers.flatMap(fieldsNamed) : [];
}

// src/run/programs.ts
async function evaluatePrograms(programs, document, context) {
  if (programs.length === 0) return { outcomes: [] };
  if ("missing" in document) return document;
  const text2 = "text" in document ? document.text : JSON.stringify(document.json);
  const { variables, tainted } = variablesOf3(programs, context.scope);
  const outcomes = await context.engine.evaluate({
    programs: programs.map(({ source }) => source.text),
    document: text2,
    variables,
    signal: context.signal,
    ...context.timeoutMs === void 0 ? {} : { timeoutMs: context.timeoutMs }
  });
  return {
    outcomes: tainted ? outcomes.map((outcome, index) => withoutSecrets(outcome, programs[index], context)) : outcomes
  };
}
function withoutSecrets(outcome, program2, context) {
  if (program2 === void 0 || !usesSecret(program2, context.scope)) return outcome;
  if (outcome.values === void 0) return { error: SECRET_ERROR };
  registerTexts(outcome.values, context.redactor);
  return outcome;
}
function variablesOf3(programs, scope) {
  const variables = {};
  let tainted = false;
  for (const name of new Set(programs.flatMap(({ uses }) => uses))) {
    const entry = scope.lookup(name);
    if (entry === void 0) throw unknownVariable(name);
    variables[name] = entry.value;
    tainted ||= entry.secret;
  }
  return { variables, tainted };
}
function unknownVariable(name) {
  return new CheckError({
    code: "variable-not-set",
    message: `\`$${name}\` has no value: the check that captures it did not get that far.`,
    hint: "Look at that check first, or read it as `$captured` where it may be missing."
  });
}
function registerTexts(value, redactor, name) {
  for (const text2 of textsIn(value)) redactor.add(text2, name === void 0 ? {} : { name });
}
function showProgram(program2) {
  return shorten(program2.source.text.replace(/\s+/g, " ").trim(), 80);
}

// src/run/expectations.ts
var MOST_FAILURES = 100;
var VALUE_LENGTH2 = 400;
async function judge(expectation2, observation6, outcomes, context) {
  const { locate: locate2, defaultSpan } = context;
  const failures = [];
  for (const part of expectation2.parts) {
    for (const mismatch2 of await judgePart(part, observation6, context)) {
      const span = part.byDefault ? defaultSpan : mismatch2.span;
      failures.push(failureOf(mismatch2, span, locate2, part.byDefault));
    }
  }
  failures.push(...judgeByKind(expectation2, observation6, context));
  if (expectation2.programs.length === 0) return failures.slice(0, MOST_FAILURES);
  for (const { span, ...finding } of await judgePrograms(expectation2.programs, outcomes, context)) {
    failures.push(failureOf(finding, span, locate2));
  }
  return failures.slice(0, MOST_FAILURES);
}
function expectationsIn(expectation2) {
  return expectation2.parts.length + expectation2.programs.length + (expectation2.own?.count ?? 0);
}
function judgeByKind(expectation2, { judge: judge2 }, context) {
  if (judge2 === void 0) return [];
  const { locate: locate2, defaultSpan, redact = (text2) => text2 } = context;
  const { parts, own: own4 } = expectation2;
  const found2 = judge2({
    written: (name) => parts.find(({ part }) => part === name)?.matcher,
    fieldsOf: (name) => parts.flatMap(({ part, matcher }) => part === name ? fieldsNamed(matcher) : []),
    stands: (part, field2) => own4 !== void 0 && stands(own4, part, field2)
  });
  return found2.map(({ span, ...finding }) => {
    const redacted = { ...finding, actual: redact(finding.actual), message: redact(finding.message) };
    return failureOf({ ...redacted }, span ?? defaultSpan, locate2, span === void 0);
  });
}
function stands({ named: named3, lifted }, part, field2) {
  if (lifted.has(part) || named3.has(`${part}.${field2}`)) return false;
  return !named3.has(part) || [...named3].some((name) => name.startsWith(`${part}.`));
}
function failureOf(finding, span, locate2, byDefault = false) {
  const { subject, matcher, expected, actual, message } = finding;
  return { subject, matcher, expected, actual, message, location: locate2(span), byDefault };
}
function judgePart(prepared, observation6, context) {
  const { part, shape: shape5, matcher } = prepared;
  if (shape5.judged !== void 0) return [];
  const { lookup } = observation6;
  const actual = Object.hasOwn(observation6.parts, part) ? observation6.parts[part] : void 0;
  const mismatches = evaluateMatcher(matcher, actual, {
    shape: shape5,
    subject: part,
    ...showing(context),
    ...lookup === void 0 || shape5.lookup !== true ? {} : { lookup: (key) => lookup(part, key) }
  });
  const { remarks } = observation6;
  if (remarks === void 0) return mismatches;
  const explained = (found2) => found2.map((mismatch2) => {
    const why = actual === void 0 ? remarks[part] : remarks[mismatch2.subject];
    return why === void 0 ? mismatch2 : { ...mismatch2, message: `${mismatch2.message} ${why}` };
  });
  return mismatches instanceof Promise ? mismatches.then(explained) : explained(mismatches);
}
function showing({ now, redact }) {
  return redact === void 0 ? { now } : { now, redact };
}
async function judgePrograms(programs, outcomes, context) {
  const [first2] = programs;
  if (first2 === void 0) return [];
  if (outcomes.outcomes === void 0) return [noDocument(first2.program, outcomes.missing)];
  const mismatches = [];
  for (const [index, prepared] of programs.entries()) {
    const outcome = outcomes.outcomes[index];
    if (outcome !== void 0) mismatches.push(...await judgeProgram(prepared, outcome, context));
  }
  return mismatches;
}
function noDocument(program2, missing3) {
  return {
    subject: "jq",
    span: program2.source.span,
    matcher: "reads",
    expected: "a JSON document",
    actual: missing3,
    message: `\`${showProgram(program2)}\` has nothing to read. ${missing3}`
  };
}
async function judgeProgram({ program: program2, matcher }, outcome, context) {
  const { values: values2 } = outcome;
  const subject = matcher === void 0 ? "jq" : `\`${showProgram(program2)}\``;
  if (values2 === void 0) return [runTimeError(program2, subject, outcome.error)];
  if (matcher === void 0) return values2.length === 1 && values2[0] === true ? [] : [notTrue(program2, values2, context)];
  if (values2.length > 1) return [notOne(program2, subject, values2, context)];
  const mismatches = await evaluateMatcher(matcher, values2[0], { shape: JSON_SHAPE2, subject, ...showing(context) });
  return values2.length === 1 ? mismatches : mismatches.map((mismatch2) => ({ ...mismatch2, actual: "nothing", message: `${mismatch2.message} ${YIELDS_NOTHING}` }));
}
var YIELDS_NOTHING = "The program yields nothing.";
function runTimeError(program2, subject, error) {
  return {
    subject,
    span: program2.source.span,
    matcher: "yields",
    expected: "a value",
    actual: `error: ${error}`,
    message: `\`${showProgram(program2)}\` ends with an error: ${error}`
  };
}
function notTrue(program2, values2, { redact }) {
  const actual = showYield(values2, redact);
  return {
    subject: "jq",
    span: program2.source.span,
    matcher: "yields true",
    expected: "true",
    actual,
    message: `\`${showProgram(program2)}\` yields ${actual} instead of true.`
  };
}
function notOne(program2, subject, values2, { redact }) {
  const actual = showYield(values2, redact);
  return {
    subject,
    span: program2.source.span,
    matcher: "yields one value",
    expected: "one value",
    actual,
    message: `\`${showProgram(program2)}\` yields ${actual} instead of one value.`
  };
}
function showYield(values2, redact) {
  if (values2.length === 0) return "nothing";
  if (values2.length === 1) return showJson(values2[0], VALUE_LENGTH2, redact);
  const shown3 = values2.slice(0, 3).map((value) => showJson(value, VALUE_LENGTH2 / 4, redact));
  return `${values2.length} values (${shown3.join(", ")}${values2.length > 3 ? ", \u2026" : ""})`;
}

// src/run/captures.ts
function programsOf2(captures) {
  return captures.flatMap(({ capture: { from } }) => from.source === "jq" ? [from.program] : []);
}
async function takeCaptures(captures, observation6, outcomes, context) {
  const made = /* @__PURE__ */ new Map();
  const failures = [];
  let fault;
  let program2 = 0;
  for (const prepared of captures) {
    const { from } = prepared.capture;
    const found2 = from.source === "jq" ? foundByProgram(from.program, outcomes.outcomes?.[program2++] ?? outcomes, context.redactor) : await findAt(prepared, observation6, context.kind);
    const value = found2.value ?? (found2.faulty === true ? void 0 : prepared.fallback);
    if (value === void 0) failures.push(missing2(prepared, found2.nothing ?? "", context.locate));
    else if (prepared.capture.secret && isTooShort(value)) fault ??= shortSecret(prepared.capture);
    else made.set(prepared.capture.name, { value, secret: registerSecret(prepared, value, context.redactor) });
  }
  return fault === void 0 ? { made, failures } : { made, failures, fault };
}
async function findAt({ capture, place }, observation6, kind2) {
  switch (place?.source) {
    case "header":
      return foundInPart(observation6, kind2, "headers", place.name);
    case "cookie":
      return foundInPart(observation6, kind2, "cookies", place.name);
    case "html":
      return foundInPage(observation6, place.selector, place.attribute);
    case "regex":
      return foundInText(observation6, place.pattern);
    case void 0:
      throw new Error(`The capture ${capture.name} stands nowhere.`);
  }
}
async function foundInText({ text: text2 }, pattern3) {
  if (text2 === void 0) return { nothing: "There is no text to search." };
  const [match] = await pattern3.match([text2]);
  const group = match?.[1];
  if (typeof group === "string") return { value: group };
  return { nothing: match ? `Group 1 of ${pattern3.display} took no part.` : `${pattern3.display} is nowhere.` };
}
function foundByProgram(program2, outcome, { redact }) {
  const shown3 = `\`${showProgram(program2)}\``;
  if ("missing" in outcome && outcome.missing !== void 0) {
    return { nothing: outcome.missing, ...outcome.unreadable === true ? { faulty: true } : {} };
  }
  if (!("values" in outcome || "error" in outcome)) return { nothing: "There is no document." };
  const { values: values2 } = outcome;
  if (values2 === void 0) return { nothing: `${shown3} ends with an error: ${outcome.error}`, faulty: true };
  const [value] = values2;
  if (values2.length > 1)
    return { nothing: `${shown3} yields ${showYield(values2, redact)} instead of one value.`, faulty: true };
  if (value === void 0 || value === null) return { nothing: `${shown3} yields ${showYield(values2, redact)}.` };
  return { value };
}
function foundInPart(observation6, kind2, part, name) {
  const value = lookUp(observation6, part, name);
  const main = kind2.parts[part]?.any?.main;
  const inner = main !== void 0 && isObject(value) ? value[main] : value;
  if (inner !== void 0 && inner !== null) return { value: inner };
  return { nothing: `The observation has no \`${name}\` in its ${part}.` };
}
function foundInPage(observation6, selector, attribute) {
  const element = lookUp(observation6, "html", selector);
  if (element === void 0 || element === null) return { nothing: `No element matches \`${selector}\`.` };
  if (!isObject(element))
    return attribute === void 0 ? { value: element } : { nothing: `\`${selector}\` has no attributes.` };
  if (attribute === void 0)
    return typeof element.text === "string" ? { value: element.text } : { nothing: `No element matches \`${selector}\`.` };
  const { attribute: attributes } = element;
  const value = isObject(attributes) ? attributes[attribute] : void 0;
  return value === void 0 || value === null ? { nothing: `\`${selector}\` has no attribute \`${attribute}\`.` } : { value };
}
function lookUp(observation6, part, key) {
  if (observation6.lookup !== void 0) return observation6.lookup(part, key);
  const value = observation6.parts[part];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function registerSecret({ capture, derived }, value, redactor) {
  const { name } = capture;
  if (capture.secret) {
    registerTexts(value, redactor, name);
    return true;
  }
  const secret = derived || holdsKnown(value, redactor) || looksSecret(capture, value);
  if (secret) registerTexts(value, redactor, name);
  return secret;
}
function shortSecret({ name, span }) {
  return new CheckError({
    code: "short-secret",
    message: `What was captured as \`$${name}\` is marked secret, but it is shorter than ${SHORTEST_SECRET} characters and cannot be masked.`,
    hint: "Capture a longer value, or leave out `secret: true` if it is none.",
    span
  });
}
function holdsKnown(value, redactor) {
  if (typeof value === "string") return redactor.knows(value);
  if (isList(value)) return value.some((item) => holdsKnown(item, redactor));
  return isObject(value) && Object.values(value).some((item) => holdsKnown(item, redactor));
}
function looksSecret({ name, from }, value) {
  if (typeof value !== "string" || !isTokenValue(value)) return false;
  if (isTokenName(name)) return true;
  if (from.source === "jq") return (from.program.source.text.match(/[\w-]+/g) ?? []).some(isTokenName);
  return from.source === "header" && isTokenName(from.name.parts.join(""));
}
function missing2({ capture }, nothing2, locate2) {
  return {
    subject: `capture ${capture.name}`,
    matcher: "finds a value",
    expected: "a value",
    actual: "nothing",
    message: `There is nothing to capture as \`$${capture.name}\`. ${nothing2}`.trim(),
    location: locate2(capture.span),
    byDefault: false
  };
}

// src/run/run-state.ts
function createRunState(base) {
  const captured = /* @__PURE__ */ new Map();
  const standings = /* @__PURE__ */ new Map();
  const blockedKeys = /* @__PURE__ */ new Set();
  const outcomes = /* @__PURE__ */ new Map();
  const lookup = (name) => {
    if (name === "captured") return capturedEntry(captured);
    if (name === "outcome") return { value: Object.fromEntries(outcomes), secret: false };
    return captured.get(name) ?? base.lookup(name);
  };
  return {
    scope: { lookup, names: () => /* @__PURE__ */ new Set([...captured.keys(), ...base.names(), "captured", "outcome"]) },
    capture(made) {
      for (const [name, entry] of made) captured.set(name, entry);
    },
    settle({ key, id }, standing2, blocked = false) {
      standings.set(key, standing2);
      if (blocked) blockedKeys.add(key);
      if (id !== void 0) outcomes.set(id, standing2);
    },
    standingOf: (key) => standings.get(key),
    isBlocked: (key) => blockedKeys.has(key)
  };
}
function capturedEntry(captured) {
  const entries = [...captured].map(([name, { value }]) => [name, value]);
  return { value: Object.fromEntries(entries), secret: [...captured.values()].some(({ secret }) => secret) };
}
function withVariable(scope, name, value) {
  return {
    lookup: (asked) => asked === name ? { value: value(), secret: false } : scope.lookup(asked),
    names: () => /* @__PURE__ */ new Set([name, ...scope.names()])
  };
}

// src/run/look.ts
var JQ_TIMEOUT_MS = 1e3;
var NONE = /* @__PURE__ */ new Map();
var NOTHING_CAPTURED = { made: NONE, failures: [] };
var NOTHING_RUN = { outcomes: [] };
async function lookOnce(filled, limits2, run, place) {
  const { clock } = run.ports;
  const began = clock.elapsed();
  let observation6;
  try {
    observation6 = await observe(filled, limits2, run, place);
    const { bounded: bounded2, limit } = boundedBy(limits2, filled, clock.elapsed());
    return await evaluate2(bounded2, observation6, run, place).catch((error) => {
      const late = limit !== void 0 && error instanceof CheckError && error.code === "jq-timeout";
      throw late ? new LimitReached(limit, limit.at - began) : error;
    });
  } catch (error) {
    const { signal } = place.stopper;
    return erred(asCheckError(signal.aborted ? signal.reason : error), { observation: observation6 }, filled, run, place);
  } finally {
    if (observation6 !== void 0 && run.ports.verbose) tellExchange(filled, observation6, run, place);
  }
}
function boundedBy(limits2, filled, now) {
  const { jqTimeoutMs = 0 } = filled;
  const [limit] = limits2.filter(({ source }) => source !== "timeout").sort((left2, right) => left2.at - right.at);
  const left = limit === void 0 ? jqTimeoutMs : Math.max(JQ_TIMEOUT_MS, limit.at - now);
  if (limit === void 0 || left >= jqTimeoutMs) return { bounded: filled };
  return { bounded: { ...filled, jqTimeoutMs: left }, limit };
}
function erred(error, seen, filled, run, place) {
  const { observation: observation6 } = seen;
  if (observation6 !== void 0) run.evidence.secretsOf(observation6);
  run.evidence.secretsOfError(error);
  const came = { captured: seen.captured?.made ?? NONE, ...observation6 === void 0 ? {} : { observation: observation6 } };
  if (error.verdict === "failed") {
    return { status: "failed", held: false, failures: [failureOf2(error, filled, run)], ...came };
  }
  const final = error.code === "internal" || place.stopper.signal.aborted;
  return { status: "errored", held: false, error, ...final ? { final } : {}, ...came };
}
async function observe(filled, limits2, run, place) {
  const { check, name, kind: kind2, spec } = filled;
  const { redactor, clock } = run.ports;
  const owe = () => place.owe(check, name, place.sessions);
  const observation6 = await withinLimits(
    async (signal, deadline) => kind2.observe(spec, observeContext(filled, run, place, { signal, deadline, owe })),
    limits2,
    { clock, alarms: run.alarms, stopper: place.stopper }
  );
  owe();
  for (const secret of observation6.secrets) redactor.add(secret);
  return observation6;
}
function observeContext({ allowedOrigins }, run, place, own4) {
  const { ports, connections } = run;
  return {
    signal: own4.signal,
    clock: ports.clock,
    deadline: own4.deadline,
    facts: ports.facts,
    folder: run.folder,
    root: ports.settings.root,
    environment: ports.settings.environment,
    sent: own4.owe,
    session: place.sessions.session,
    resource: run.resources.resource,
    notice: run.notice,
    host: connections.host,
    database: connections.database,
    ...allowedOrigins === void 0 ? {} : { allowedOrigins }
  };
}
async function evaluate2(filled, observation6, run, place) {
  const { kind: kind2, expectation: expectation2, captures } = filled;
  const expected = expectation2.programs.map(({ program: program2 }) => program2);
  const capturing = programsOf2(captures);
  const programs = [...expected, ...capturing];
  const outcomes = programs.length === 0 ? NOTHING_RUN : await evaluatePrograms(
    programs,
    observation6.document,
    programContext(filled, () => observation6.parts, run, place)
  );
  if (captures.length > 0) run.evidence.secretsOf(observation6);
  const context = { kind: kind2, redactor: run.ports.redactor, locate: run.locate };
  const captured = captures.length === 0 ? NOTHING_CAPTURED : await takeCaptures(captures, observation6, outcomesFrom(outcomes, expected.length), context);
  const unmet2 = await judgeAndTell(filled, expectation2, { observation: observation6, outcomes }, run);
  const failures = [...unmetFailures(filled, observation6, run), ...unmet2, ...captured.failures];
  if (failures.length === 0 && captured.fault !== void 0)
    return erred(captured.fault, { observation: observation6, captured }, filled, run, place);
  return looked(failures, captured, observation6);
}
async function judgeAndTell({ check }, expectation2, seen, run) {
  const { observation: observation6, outcomes } = seen;
  const context = { locate: run.locate, defaultSpan: check.kindSpan, now: run.ports.clock.now() };
  const failures = await judge(expectation2, observation6, outcomes, context);
  if (failures.length === 0) return failures;
  run.evidence.secretsOf(observation6);
  return judge(expectation2, observation6, outcomes, { ...context, redact: run.ports.redactor.redact });
}
function unmetFailures(filled, { unmet: unmet2 }, run) {
  if (unmet2 === void 0) return [];
  run.evidence.secretsOfError(unmet2);
  return [failureOf2(unmet2, filled, run)];
}
function failureOf2(error, { check }, { locate: locate2, ports }) {
  return failureOfError(error, check.kindSpan, { locate: locate2, redact: ports.redactor.redact });
}
function looked(failures, { made }, observation6) {
  const { retryAfterMs: retryAfterMs2 } = observation6;
  const held = failures.length === 0;
  return {
    status: held ? "passed" : "failed",
    held,
    failures,
    captured: made,
    observation: observation6,
    ...retryAfterMs2 === void 0 ? {} : { retryAfterMs: retryAfterMs2 }
  };
}
function outcomesFrom(outcomes, start, end) {
  return outcomes.outcomes === void 0 ? outcomes : { outcomes: outcomes.outcomes.slice(start, end) };
}
function programContext({ jqTimeoutMs }, parts, run, place) {
  return {
    scope: withVariable(run.state.scope, "observation", parts),
    engine: run.ports.engine,
    redactor: run.ports.redactor,
    signal: place.stopper.signal,
    ...jqTimeoutMs === void 0 ? {} : { timeoutMs: jqTimeoutMs }
  };
}
function tellExchange({ check, name }, observation6, run, place) {
  run.evidence.secretsOf(observation6);
  const evidence = run.evidence.of(observation6);
  place.observer.exchange?.(
    { key: check.key, name: run.clean.line(name) },
    evidence,
    run.evidence.reproduce(observation6)
  );
}

// src/run/waiting.ts
function heldSoFar(streak, { consecutive }) {
  return `held, ${streak} of ${consecutive} in a row`;
}
var DEFAULT_PAUSE_MS = 1e3;
async function tryUntilHeld(attempt, times2, {
  clock,
  stop,
  again
}) {
  const deadline = clock.elapsed() + times2.within;
  let streak = 0;
  let pause = times2.from;
  for (let number = 1; ; number += 1) {
    const last = await attempt(number);
    streak = last.held ? streak + 1 : 0;
    if (streak >= times2.consecutive) return { last, streak, settled: "held" };
    if (last.final === true || stop.aborted) return { last, streak, settled: "final" };
    const left = deadline - clock.elapsed();
    const wait = waitFor(last, last.held ? times2.from : pause, left);
    if (wait >= left) return { last, streak, settled: "time out" };
    again?.(last, number, streak);
    if (!await slept(clock, wait, stop)) return { last, streak, settled: "final" };
    pause = last.held ? times2.from : Math.min(pause * 2, Math.max(times2.from, times2.to));
  }
}
function waitFor(last, pause, left) {
  const asked = last.retryAfterMs ?? 0;
  return asked > pause && asked < left ? asked : pause;
}
async function slept(clock, milliseconds, stop) {
  try {
    await clock.sleep(milliseconds, stop);
    return true;
  } catch {
    return false;
  }
}

// src/run/fill-check.ts
var TIMEOUT_MS = 1e4;
var HOST_TIMEOUT_MS = 3e4;
function fillContextOf(run, place) {
  return {
    scope: run.state.scope,
    engine: run.ports.engine,
    signal: place.stopper.signal,
    onSecret: (value) => run.ports.redactor.add(value)
  };
}
async function fillCheck(check, name, kind2, { run, place }) {
  const first2 = fillContextOf(run, place);
  const written = check.timeout === void 0 ? void 0 : await fill(check.timeout, first2);
  const jq = written !== void 0 && written > JQ_TIMEOUT_MS ? { jqTimeoutMs: written } : {};
  const context = jq.jqTimeoutMs === void 0 ? first2 : { ...first2, timeoutMs: jq.jqTimeoutMs };
  const spec = await fill(check.spec, context);
  const allowedOrigins = await run.origins.heldTo(check.spec);
  for (const secret of kind2.secrets?.(spec) ?? []) run.ports.redactor.add(secret);
  return {
    check,
    name,
    kind: kind2,
    spec,
    expectation: check.repeat === void 0 ? await prepareExpectation(check, kind2, context) : EMPTY4,
    captures: check.captures.length === 0 ? [] : await fillCaptures(check.captures, run, context),
    timeoutMs: written ?? (await runsOnHost(spec, kind2, run) ? HOST_TIMEOUT_MS : TIMEOUT_MS),
    ...jq,
    ...allowedOrigins === void 0 ? {} : { allowedOrigins }
  };
}
var EMPTY4 = { parts: [], programs: [] };
function fillCaptures(captures, run, context) {
  return Promise.all(captures.map((capture) => fillCapture(capture, run, context)));
}
async function fillCapture(capture, run, context) {
  const { from } = capture;
  const fallback = capture.default === void 0 ? {} : { fallback: await fill(capture.default, context) };
  return from.source === "jq" ? { capture, ...fallback, derived: usesSecret(from.program, run.state.scope) } : { capture, ...fallback, place: await fill(from, context), derived: false };
}
async function runsOnHost(spec, kind2, { connections }) {
  if (typeof spec !== "object" || spec === null) return false;
  if ("host" in spec && spec.host !== void 0 || "via" in spec && spec.via !== void 0) return true;
  return await kind2.onHost?.(spec, connections).catch(() => false) ?? false;
}
async function fillWaiting(waiting, context) {
  const within = await fill(waiting.within, context);
  const from = waiting.every === void 0 ? DEFAULT_PAUSE_MS : await fill(waiting.every.from, context);
  const to = waiting.every?.to === void 0 ? from : await fill(waiting.every.to, context);
  return { within, from, to, consecutive: waiting.consecutive };
}

// src/run/names.ts
async function showTemplate(template2, context) {
  if (template2.parts.every((part) => typeof part === "string")) return template2.parts.join("");
  try {
    return await fill(template2, context);
  } catch {
    return templateText(template2);
  }
}

// src/run/needs.ts
var HOW = {
  passed: "which passed",
  failed: "which failed",
  errored: "which could not be found out",
  skipped: "which was skipped",
  open: "which a person must look at"
};
function unmetNeed(needs, state) {
  for (const { key, label } of needs) {
    const standing2 = state.standingOf(key);
    if (standing2 === "passed") continue;
    const how = standing2 === void 0 ? "which did not run" : HOW[standing2];
    const blocked = standing2 === "failed" || standing2 === "errored" || state.isBlocked(key);
    return { because: "needs", message: `It needs ${label}, ${how}.`, check: label, blocked };
  }
  return void 0;
}
function standingOfSection(entries) {
  const standings = standingsIn(entries);
  for (const bad of ["failed", "errored", "skipped"]) if (standings.includes(bad)) return bad;
  return standings.includes("passed") ? "passed" : standings.includes("open") ? "open" : "skipped";
}
function isBlocked(entry) {
  return entry.result === "check" ? isBlockedCheck(entry) : entry.entries.some(isBlocked);
}
function standingsIn(entries) {
  return entries.flatMap((entry) => entry.result === "check" ? standingIn(entry) : standingsIn(entry.entries));
}
function standingIn({ outcome }) {
  if (outcome.status !== "skipped") return outcome.status;
  const { because } = outcome.reason;
  return because === "condition" || because === "not selected" ? "left out" : "skipped";
}

// src/run/repeat-tally.ts
function createRepeatTally(times2, keepsAll2) {
  const parts = [];
  const statuses = /* @__PURE__ */ new Map();
  const bySubject = /* @__PURE__ */ new Map();
  let telling;
  let latest;
  return {
    times: times2,
    attempts: [],
    parts,
    get telling() {
      return telling?.observation ?? latest?.observation;
    },
    get last() {
      return latest?.observation;
    },
    error: void 0,
    anyHeld: false,
    anyMessage: "",
    add(index, observation6, failures) {
      if (keepsAll2) parts[index] = observation6.parts;
      const { status } = observation6.parts;
      if (typeof status === "number") statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
      if (latest === void 0 || index > latest.index) latest = { index, observation: observation6 };
      if (failures.length > 0 && (telling === void 0 || index < telling.index)) telling = { index, observation: observation6 };
      for (const failure of failures) {
        const key = `${failure.subject}
${failure.location.line}:${failure.location.column}`;
        const held = bySubject.get(key) ?? { first: failure, index, count: 0 };
        const earliest = index < held.index ? { first: failure, index } : held;
        bySubject.set(key, { ...earliest, count: held.count + 1 });
      }
    },
    failures: () => [...bySubject.values()].sort((left, right) => left.index - right.index).map(withCount),
    countOf(status) {
      const matches = /^\dxx$/i.test(status) ? (seen) => seen[0] === status[0] : (seen) => seen === status;
      return [...statuses].reduce((sum, [seen, count]) => matches(seen) ? sum + count : sum, 0);
    },
    describeCounts: () => [...statuses].sort().map(([status, count]) => `${count} \xD7 ${status}`).join(", ") || "no status was seen"
  };
}
function withCount({ first: first2, count }) {
  if (count === 1) return first2;
  return {
    ...first2,
    message: `${first2.message} (and ${count - 1} more ${count === 2 ? "observation" : "observations"})`
  };
}

// src/run/try-check.ts
var MOST_ATTEMPTS = 1e3;
async function tryCheck(filled, run, place) {
  const { check, name } = filled;
  const { clock } = run.ports;
  const attempts = [];
  const written = check.waiting === void 0 ? void 0 : await fillWaiting(check.waiting, fillContextOf(run, place));
  const within = written === void 0 ? [] : [limitAfter("within", clock.elapsed(), written.within)];
  const times2 = bounded(written, place, clock.elapsed());
  let telling;
  const attempt = async (number) => {
    const began = clock.elapsed();
    const own4 = limitAfter("timeout", began, filled.timeoutMs);
    const look3 = await lookOnce(filled, [own4, ...within, ...place.limits], run, place);
    keepAttempt(attempts, attemptOf(look3, number, began, run));
    if (telling === void 0 || !cutShort(look3)) telling = look3;
    return look3;
  };
  const waiting = times2 ?? ONCE;
  const again = (look3, number, streak) => place.observer.attemptFailed?.({
    key: check.key,
    name: run.clean.line(name),
    attempt: number,
    message: look3.held ? heldSoFar(streak, waiting) : attempts.at(-1)?.message ?? ""
  });
  const settled = await tryUntilHeld(attempt, waiting, { clock, stop: place.stopper.signal, again });
  return conclude(filled, { settled, attempts, telling: telling ?? settled.last, times: times2 }, run, place);
}
function bounded(times2, { limits: limits2 }, now) {
  return times2 && { ...times2, within: Math.min(times2.within, ...limits2.map(({ at: at2 }) => at2 - now)) };
}
var ONCE = { within: 0, from: 0, to: 0, consecutive: 1 };
function conclude(filled, tries, run, place) {
  const { settled, attempts, telling, times: times2 } = tries;
  const { check } = filled;
  const cancelled = settled.settled !== "held" && place.stopper.stopped?.reason === "cancelled";
  if (cancelled) return { ...concluded({ status: "skipped", reason: CANCELLED }), attempts };
  const expectations = expectationsIn(filled.expectation);
  const { captured } = telling;
  if (settled.settled === "held") return { outcome: { status: "passed" }, attempts, expectations, captured };
  if (telling.status === "errored") {
    const outcome = errored(telling.error, check, run, telling.observation);
    return { outcome, attempts, expectations: 0, captured };
  }
  const failures = telling.held ? [notOftenEnough(filled, settled.streak, times2, run)] : telling.failures;
  return { outcome: failed(failures, telling.observation, run), attempts, expectations, captured };
}
function notOftenEnough({ check }, streak, times2, run) {
  const asked = times2?.consecutive ?? 1;
  return {
    subject: "consecutive",
    matcher: "holds in a row",
    expected: `${asked} times`,
    actual: `${streak} ${streak === 1 ? "time" : "times"}`,
    message: `It held ${streak} of the ${asked} times in a row that were asked for, then time was out.`,
    location: run.locate(check.span),
    byDefault: false
  };
}
function cutShort(look3) {
  return look3.status === "errored" && look3.error instanceof LimitReached && look3.error.limit !== "timeout";
}
function attemptOf(look3, number, began, run) {
  return {
    number,
    offsetMs: Math.round(began - run.began),
    durationMs: Math.round(run.ports.clock.elapsed() - began),
    status: look3.status,
    message: look3.held ? "" : run.clean.line(messageOf4(look3))
  };
}
function messageOf4(look3) {
  if (look3.status === "errored") return look3.error.message;
  const [first2, ...others] = look3.failures;
  if (first2 === void 0) return "";
  return others.length === 0 ? first2.message : `${first2.message} (and ${others.length} more)`;
}
function keepAttempt(attempts, attempt) {
  if (attempts.length >= MOST_ATTEMPTS) attempts.splice(MOST_ATTEMPTS / 2, 1);
  attempts.push(attempt);
}

// src/run/repeat.ts
async function repeatCheck(filled, run, place) {
  const { check } = filled;
  const { times: times2 = 1, every, concurrency = 1 } = check.repeat ?? {};
  const context = fillContextOf(run, place);
  const prepared = await prepareRepeat(filled, context);
  const pause = every === void 0 ? 0 : await fill(every, context);
  const tally = createRepeatTally(times2, keepsAll(filled, prepared));
  const over = new AbortController();
  const ended = AbortSignal.any([place.stopper.signal, over.signal]);
  let next = 0;
  const worker = async () => {
    while (next < times2 && tally.error === void 0) {
      const index = next;
      next += 1;
      if (index >= Math.min(concurrency, times2) && pause > 0) await run.ports.clock.sleep(pause, ended);
      await observeOne(filled, prepared, index, { tally, run, place });
      if (tally.error !== void 0) over.abort("over");
    }
  };
  await Promise.allSettled(Array.from({ length: Math.min(concurrency, times2) }, worker));
  return conclude2(filled, prepared, tally, { run, place });
}
async function prepareRepeat({ check, kind: kind2 }, context) {
  const { expect } = check;
  const { all, any, first: first2, last, statusCounts = [] } = expect?.repeat ?? {};
  return {
    ...all === void 0 ? {} : { all: await prepareWritten(all, kind2, context) },
    ...any === void 0 ? {} : { any: await prepareWritten(any, kind2, context) },
    ...first2 === void 0 ? {} : { first: await prepareWritten(first2, kind2, context) },
    ...last === void 0 ? {} : { last: await prepareWritten(last, kind2, context) },
    anySpan: any?.span ?? check.span,
    statusCounts: await Promise.all(
      statusCounts.map(async ({ status, matcher }) => ({ status, matcher: await fill(matcher, context) }))
    ),
    whole: { parts: [], programs: (await prepareWritten(expect, kind2, context)).programs }
  };
}
function keepsAll({ captures }, { whole }) {
  return whole.programs.length > 0 || programsOf2(captures).length > 0;
}
async function observeOne(filled, prepared, index, { tally, run, place }) {
  const { clock } = run.ports;
  const began = clock.elapsed();
  const attempt = (status, message) => {
    tally.attempts.push({
      number: index + 1,
      offsetMs: Math.round(began - run.began),
      durationMs: Math.round(clock.elapsed() - began),
      status,
      message
    });
  };
  try {
    const limits2 = [limitAfter("timeout", began, filled.timeoutMs), ...place.limits];
    const observation6 = await observe(filled, limits2, run, place);
    if (run.ports.verbose) tellExchange(filled, observation6, run, place);
    const failures = await judgeOne(filled, prepared, index, { observation: observation6, tally, run, place });
    tally.add(index, observation6, failures);
    attempt(failures.length === 0 ? "passed" : "failed", run.clean.line(failures[0]?.message ?? ""));
  } catch (error) {
    const fault = asCheckError(error);
    run.evidence.secretsOfError(fault);
    tally.error ??= fault;
    attempt("errored", run.clean.line(fault.message));
  }
}
async function judgeOne(filled, prepared, index, seen) {
  const { tally } = seen;
  const failures = [];
  const against = async (name) => {
    const expectation2 = prepared[name];
    const found2 = expectation2 === void 0 ? [] : await judgeAgainst(filled, expectation2, seen);
    return found2.map((failure) => ({ ...failure, subject: `${name}.${failure.subject}` }));
  };
  const tell2 = (found2) => {
    for (const failure of found2)
      failures.push({ ...failure, message: `Observation ${index + 1} of ${tally.times}: ${failure.message}` });
  };
  tell2(unmetFailures(filled, seen.observation, seen.run));
  tell2(await against("all"));
  if (index === 0) tell2(await against("first"));
  if (index === tally.times - 1) tell2(await against("last"));
  if (prepared.any !== void 0 && !tally.anyHeld) {
    const [failure] = await against("any");
    if (failure === void 0) tally.anyHeld = true;
    else tally.anyMessage = failure.message;
  }
  return failures;
}
async function judgeAgainst(filled, expectation2, { observation: observation6, run, place }) {
  const programs = expectation2.programs.map(({ program: program2 }) => program2);
  const context = programContext(filled, () => observation6.parts, run, place);
  const outcomes = await evaluatePrograms(programs, observation6.document, context);
  return judgeAndTell(filled, expectation2, { observation: observation6, outcomes }, run);
}
async function conclude2(filled, prepared, tally, { run, place }) {
  const { check, kind: kind2, captures } = filled;
  const attempts = [];
  for (const attempt of tally.attempts.sort((left, right) => left.number - right.number)) keepAttempt(attempts, attempt);
  if (place.stopper.stopped?.reason === "cancelled" && attempts.length < tally.times)
    return { ...concluded({ status: "skipped", reason: CANCELLED }), attempts };
  place.stopper.signal.throwIfAborted();
  const telling = tally.telling;
  if (tally.error !== void 0 || telling === void 0) {
    const outcome2 = errored(tally.error ?? asCheckError(new Error("Nothing was observed.")), check, run, telling);
    return { ...concluded(outcome2), attempts };
  }
  const list2 = tally.parts;
  const programs = prepared.whole.programs.map(({ program: program2 }) => program2);
  const capturing = programsOf2(captures);
  const context = programContext(filled, () => list2, run, place);
  const outcomes = await evaluatePrograms([...programs, ...capturing], { json: list2 }, context);
  const last = tally.last ?? telling;
  if (captures.length > 0) run.evidence.secretsOf(last);
  const { redactor } = run.ports;
  const taken2 = await takeCaptures(captures, last, outcomesFrom(outcomes, programs.length), {
    kind: kind2,
    redactor,
    locate: run.locate
  });
  const failures = [
    ...tally.failures(),
    ...anyFailure(prepared, tally, run),
    ...await countFailures(prepared, tally, run),
    ...await judgeAndTell(filled, prepared.whole, { observation: last, outcomes }, run),
    ...taken2.failures
  ];
  const expectations = countExpectations(prepared);
  const outcome = outcomeOf(failures, taken2.fault, telling, { check, run });
  return { outcome, attempts, expectations, captured: taken2.made };
}
function outcomeOf(failures, fault, telling, { check, run }) {
  if (failures.length > 0) return failed(failures, telling, run);
  return fault === void 0 ? { status: "passed" } : errored(fault, check, run, telling);
}
function countExpectations({ all, any, first: first2, last, whole, statusCounts }) {
  const given3 = [all, any, first2, last, whole].filter((expectation2) => expectation2 !== void 0);
  return given3.reduce((sum, expectation2) => sum + expectationsIn(expectation2), statusCounts.length);
}
function anyFailure({ any, anySpan }, tally, run) {
  if (any === void 0 || tally.anyHeld) return [];
  return [
    {
      subject: "any",
      matcher: "holds at least once",
      expected: `one of ${tally.times} observations`,
      actual: "none",
      message: `It holds of none of the ${tally.times} observations; of the last: ${tally.anyMessage}`,
      location: run.locate(anySpan),
      byDefault: false
    }
  ];
}
async function countFailures({ statusCounts }, tally, run) {
  const failures = [];
  for (const { status, matcher } of statusCounts) {
    const subject = `status_counts.${status}`;
    for (const { span, ...mismatch2 } of await evaluateMatcher(matcher, tally.countOf(status), {
      shape: JSON_SHAPE2,
      subject
    })) {
      failures.push({
        ...mismatch2,
        message: `${mismatch2.message} (${tally.describeCounts()})`,
        location: run.locate(span),
        byDefault: false
      });
    }
  }
  return failures;
}

// src/run/run-check.ts
async function runCheck(planned, run, place) {
  const check = planned.entry;
  const { clock } = run.ports;
  const context = fillContextOf(run, place);
  const name = check.name === void 0 ? check.description : await showTemplate(check.name, context);
  const before = outcomeBefore(planned, run, place);
  if (before !== void 0) return settle2(check, name, concluded(before), { run, place });
  await run.slots.take();
  const began = clock.elapsed();
  try {
    const stopped = stopReason(place);
    if (stopped !== void 0) return settle2(check, name, skipped(stopped), { run, place });
    const conclusion = await attend(check, name, run, place);
    if (notRun(conclusion.outcome)) return settle2(check, name, conclusion, { run, place });
    run.state.capture(conclusion.captured);
    const wanting = conclusion.outcome.status === "failed" || conclusion.outcome.status === "errored";
    const fix = wanting && check.fix !== void 0 ? await showTemplate(check.fix, context) : void 0;
    return settle2(check, name, conclusion, { run, place, began, ...fix === void 0 ? {} : { fix } });
  } finally {
    run.slots.give();
  }
}
function settle2(check, name, conclusion, options) {
  const { run, place } = options;
  const result = resultOf2(
    check,
    check.name === void 0 ? unnamed(name, conclusion.outcome) : name,
    conclusion,
    options
  );
  run.state.settle(check, result.outcome.status, isBlocked(result));
  place.observer.checkFinished?.(result, place.sections);
  return result;
}
function unnamed(description, outcome) {
  return outcome.status === "open" ? outcome.instruction : description;
}
function notRun(outcome) {
  return outcome.status === "skipped" && outcome.reason.because !== "cancelled";
}
function outcomeBefore({ selected: selected2, needs }, run, place) {
  if (!selected2) return skip({ because: "not selected", message: "It was not selected." });
  const stopped = stopReason(place);
  if (stopped !== void 0) return skip(stopped);
  if (place.instead !== void 0) return place.instead;
  const reason = unmetNeed(needs, run.state);
  return reason === void 0 ? void 0 : skip(reason);
}
function skip(reason) {
  return { status: "skipped", reason };
}
function stopReason(place) {
  const { stopped } = place.stopper;
  if (stopped === void 0) return void 0;
  return { because: stopped.reason === "not-ready" ? "not ready" : "cancelled", message: stopped.message };
}
async function attend(check, name, run, place) {
  try {
    const condition = check.condition === void 0 ? true : await conditionHolds(check.condition, run, place);
    if (!condition) return skipped(conditionReason(check.condition));
    place.observer.checkStarted?.({ key: check.key, name: run.clean.line(name), sections: place.sections });
    return await look2(check, name, run, place);
  } catch (error) {
    if (place.stopper.stopped?.reason === "cancelled") return skipped(CANCELLED);
    return concluded(errored(asCheckError(error), check, run));
  }
}
function conditionReason(condition) {
  const shown3 = condition === void 0 ? "Its condition" : `\`${showProgram(condition)}\``;
  return { because: "condition", message: `${shown3} is false.` };
}
async function look2(check, name, run, place) {
  const kind2 = run.ports.kinds.get(check.kind);
  if (kind2 === void 0) throw new Error(`There is no kind ${check.kind}.`);
  const filled = await fillCheck(check, name, kind2, { run, place });
  if (kind2.instruction !== void 0) return concluded({ status: "open", instruction: kind2.instruction(filled.spec) });
  return check.repeat === void 0 ? tryCheck(filled, run, place) : repeatCheck(filled, run, place);
}
async function conditionHolds(condition, run, place) {
  const { engine, redactor } = run.ports;
  const { signal } = place.stopper;
  const { outcomes } = await evaluatePrograms(
    [condition],
    { json: null },
    { scope: run.state.scope, engine, redactor, signal }
  );
  const outcome = outcomes?.[0];
  const [value] = outcome?.values ?? [];
  if (typeof value === "boolean" && outcome?.values?.length === 1) return value;
  const yielded = outcome?.values === void 0 ? `an error: ${outcome?.error ?? ""}` : showYield(outcome.values);
  throw new CheckError({
    code: "condition-not-boolean",
    message: `The condition \`${showProgram(condition)}\` must yield true or false; it yields ${yielded}.`,
    hint: "Compare what it reads with something, or ask whether it is null.",
    span: condition.source.span
  });
}

// src/run/stopper.ts
function createStopper(endsAt) {
  const controller = new AbortController();
  const running = /* @__PURE__ */ new Set();
  let stopped;
  return {
    signal: controller.signal,
    endsAt,
    get stopped() {
      return stopped;
    },
    stop(stop, fault) {
      if (stopped !== void 0) return;
      stopped = stop;
      if (fault === void 0) return;
      controller.abort(fault);
      for (const { end } of [...running]) end?.(fault);
    },
    whenStopped(end) {
      const attempt = { end };
      running.add(attempt);
      return () => {
        running.delete(attempt);
        attempt.end = void 0;
      };
    }
  };
}

// src/run/cleanup.ts
function createCleanupList() {
  const owed = /* @__PURE__ */ new Map();
  return {
    owe(check, name, sessions) {
      if (check.cleanup.length > 0 && !owed.has(check.key)) owed.set(check.key, { check, name, sessions });
    },
    get owed() {
      return [...owed.values()];
    }
  };
}
async function runCleanup({ owed }, run, over) {
  const { clock, observer, settings } = run.ports;
  const steps = [...owed].reverse().flatMap((entry) => entry.check.cleanup.map((step2) => ({ ...entry, step: step2 })));
  if (steps.length === 0) return [];
  observer.cleanupStarted?.(steps.length);
  const limit = limitAfter("cleanup", clock.elapsed(), settings.cleanupTimeoutMs);
  const stopper = createStopper(limit.at);
  const timer = new AbortController();
  const end = (fault) => stopper.stop({ reason: "timeout", message: fault.overText }, fault);
  const onOver = () => end(over.reason);
  clock.sleep(settings.cleanupTimeoutMs, timer.signal).then(
    () => end(new LimitReached(limit, settings.cleanupTimeoutMs)),
    () => void 0
  );
  if (over.aborted) onOver();
  else over.addEventListener("abort", onOver, { once: true });
  const results = [];
  for (const { step: step2, name, sessions } of steps) {
    const place = placeOf2(sessions, stopper, run);
    results.push({ of: run.clean.line(name), check: await runStep(step2, run, place) });
  }
  timer.abort("over");
  over.removeEventListener("abort", onOver);
  return results;
}
function placeOf2(sessions, stopper, run) {
  const { exchange } = run.ports.observer;
  const observer = exchange === void 0 ? {} : { exchange: exchange.bind(run.ports.observer) };
  return { sessions, stopper, limits: [], observer, sections: [], owe: () => void 0 };
}
async function runStep(step2, run, place) {
  const absent = missingCapture(step2, run);
  if (absent === void 0) return runCheck({ entry: step2, selected: true, needs: [] }, run, place);
  const context = fillContextOf(run, place);
  const name = step2.name === void 0 ? step2.description : await showTemplate(step2.name, context);
  const message = `There is nothing to undo that is known of: \`$${absent}\` was never captured.`;
  run.state.settle(step2, "skipped");
  return resultOf2(step2, name, skipped({ because: "nothing to undo", message }), { run });
}
function missingCapture(step2, run) {
  const { name: _name, fix: _fix, ...needed } = step2;
  const names = programsIn(needed).flatMap(({ uses }) => uses);
  return names.find((name) => name !== "observation" && run.state.scope.lookup(name) === void 0);
}

// src/run/connections.ts
function createConnections(checklist, fillContext, redactor) {
  const hosts = /* @__PURE__ */ new Map();
  const databases = /* @__PURE__ */ new Map();
  return {
    host: (name) => once2(hosts, name, async () => {
      const filled = await fill(known(checklist.hosts, name, "host"), fillContext);
      if (filled.ssh?.key !== void 0) redactor.add(filled.ssh.key, { name: "ssh_key" });
      return filled;
    }),
    database: (name = onlyOne(checklist.databases)) => once2(databases, name, async () => {
      const filled = await fill(known(checklist.databases, name, "database"), fillContext);
      if (filled.password !== void 0) redactor.add(filled.password, { name: "database_password" });
      for (const secret of tokensInText(filled.url ?? "")) redactor.add(secret, { name: "database_password" });
      return filled;
    })
  };
}
function onlyOne(databases) {
  const names = Object.keys(databases);
  const [only] = names;
  if (names.length === 1 && only !== void 0) return only;
  throw new CheckError({
    code: "unknown-database",
    message: `The query does not say which of ${names.length} databases it is for.`,
    hint: "Write `query: { database: \u2026, sql: \u2026 }`."
  });
}
function once2(held, name, make) {
  const before = held.get(name);
  if (before !== void 0) return before;
  const made = make();
  held.set(name, made);
  return made;
}
function known(specs, name, what) {
  const spec = Object.hasOwn(specs, name) ? specs[name] : void 0;
  if (spec !== void 0) return spec;
  const near = suggest(name, Object.keys(specs));
  throw new CheckError({
    code: `unknown-${what}`,
    message: `The checklist has no ${what} \`${name}\`.`,
    hint: near === void 0 ? `Declare it under \`${what}s\`.` : `Did you mean \`${near}\`?`
  });
}

// src/run/shell-line.ts
function shellLine2(argv) {
  return argv.map(quoteArgument).join(" ");
}
function quoteArgument(pieces) {
  if (pieces.length === 0) return "''";
  return pieces.map((piece2) => piece2.text === void 0 ? `"$${piece2.variable}"` : quote2(piece2.text)).join("");
}
function quote2(text2) {
  if (/^[\w@%+=:,./-]+$/.test(text2)) return text2;
  if (!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text2)) return inSingleQuotes(text2);
  const escaped2 = text2.replace(/[\\'\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeOf);
  return `$'${escaped2}'`;
}
function escapeOf(character) {
  if (character === "\\" || character === "'") return `\\${character}`;
  if (character === "\n") return "\\n";
  if (character === "	") return "\\t";
  const point = character.codePointAt(0) ?? 0;
  return point <= 255 ? `\\x${point.toString(16).padStart(2, "0")}` : `\\U${point.toString(16).padStart(8, "0")}`;
}

// src/run/evidence.ts
var PART_LENGTH = 8192;
var SHORT_LENGTH = 512;
var RUN_BUDGET = 32 * 1024 * 1024;
var PARTS = 20;
function createEvidenceMaker(clean, redactor) {
  let spent = 0;
  const searched = /* @__PURE__ */ new WeakSet();
  const addAll = (secrets) => {
    for (const secret of secrets) redactor.add(secret);
  };
  const shown3 = (part) => {
    const limit = spent < RUN_BUDGET ? PART_LENGTH : SHORT_LENGTH;
    const beginning = clean.beginning(part.text, limit + 1);
    const text2 = cutText(beginning, limit);
    spent += text2.length;
    const { language = "text", outside: outside3, telling } = part;
    const title = clean.line(part.title);
    const first2 = telling === void 0 ? {} : { telling };
    return {
      title,
      text: text2,
      language,
      outside: outside3,
      ...first2,
      ...text2.length < beginning.length ? { fullLength: part.text.length } : {}
    };
  };
  return {
    secretsOf(observation6) {
      if (searched.has(observation6)) return;
      searched.add(observation6);
      addAll(observation6.secrets);
      addAll(tokensIn2(observation6.parts));
      for (const text2 of textsBeside(observation6)) addAll(tokensInText(text2));
    },
    secretsOfError(error) {
      const { message, endpoint = "", details, finding } = error;
      addAll(tokensInText([message, endpoint, ...Object.values(details), finding?.actual ?? ""].join("\n")));
    },
    of(observation6) {
      const parts = observation6.evidence().slice(0, PARTS);
      const known2 = searched.has(observation6) ? observation6.text : void 0;
      for (const { text: text2 } of parts) if (text2 !== known2) addAll(tokensInText(text2));
      return parts.map(shown3);
    },
    reproduce(observation6) {
      const argv = observation6.reproduce?.();
      return argv === void 0 ? void 0 : shellLine2(argv.map(redactor.pieces));
    }
  };
}
function textsBeside({ parts, document, text: text2 }) {
  const texts = /* @__PURE__ */ new Set();
  if ("text" in document && document.text !== void 0) texts.add(document.text);
  if (text2 !== void 0) texts.add(text2);
  for (const part of Object.values(parts)) if (typeof part === "string") texts.delete(part);
  return texts;
}
function cutText(text2, limit) {
  if (text2.length <= limit) return text2;
  const lineEnd = text2.lastIndexOf("\n", limit - 1);
  const end = lineEnd > limit - 400 ? lineEnd : limit;
  return Buffer.from(text2.slice(0, end).replace(/[\ud800-\udbff]$/, ""), "utf16le").toString("utf16le");
}

// src/run/grace.ts
function createGrace({ clock, signal, graceMs }) {
  const over = new AbortController();
  const closing = new AbortController();
  const begin = () => {
    if (graceMs === void 0) return;
    const limit = limitAfter("grace", clock.elapsed(), graceMs);
    const end = () => over.abort(new LimitReached(limit, graceMs));
    clock.sleep(graceMs, closing.signal).then(end, () => void 0);
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return {
    over: over.signal,
    release() {
      signal.removeEventListener("abort", begin);
      closing.abort("released");
    }
  };
}

// src/run/locator.ts
function createLocator() {
  const known2 = /* @__PURE__ */ new Map();
  const startsOf = (source) => {
    const held = known2.get(source);
    if (held !== void 0) return held;
    const starts = lineStarts(source.text);
    known2.set(source, starts);
    return starts;
  };
  return (span) => {
    const { source } = span;
    const starts = startsOf(source);
    const start = Math.min(span.start, source.text.length);
    const end = Math.max(start, Math.min(span.end, source.text.length));
    const line = lineAt(starts, start);
    const endLine = lineAt(starts, end);
    const from = starts[line] ?? 0;
    return {
      file: source.path,
      line: line + 1,
      column: start - from + 1,
      endLine: endLine + 1,
      endColumn: end - (starts[endLine] ?? 0) + 1,
      lineText: source.text.slice(from, starts[line + 1] ?? source.text.length).replace(/\r?\n$|\r$/, "")
    };
  };
}
function lineStarts(text2) {
  const starts = [0];
  for (let at2 = text2.indexOf("\n"); at2 !== -1; at2 = text2.indexOf("\n", at2 + 1)) starts.push(at2 + 1);
  return starts;
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/run/named-origins.ts
function createNamedOrigins(checklist, context) {
  const captures = everyEntry(checklist).some((entry) => entry.entry === "check" && entry.captures.length > 0);
  let named3;
  return {
    heldTo(spec) {
      if (!captures || !templatesIn(spec).some((template2) => beginsWithCapture(template2, context.scope))) return void 0;
      named3 ??= originsNamedIn(checklist, context);
      return named3;
    }
  };
}
function beginsWithCapture({ place, parts: [begin] }, scope) {
  return place === "url" && isProgram(begin) && isCaptured(begin, scope);
}
function isCaptured(program2, scope) {
  return program2.uses.some((name) => scope.lookup(name) === void 0);
}
async function originsNamedIn(checklist, context) {
  const origins = /* @__PURE__ */ new Set();
  const specs = everyEntry(checklist).flatMap((entry) => entry.entry === "check" ? [entry.spec] : []);
  for (const template2 of templatesIn([specs, checklist.hosts])) addOrigin(await knownUrl(template2, context), origins);
  for (const { name } of checklist.variables) {
    for (const text2 of textsIn(context.scope.lookup(name)?.value ?? null)) addOrigin(text2, origins);
  }
  return origins;
}
async function knownUrl(template2, context) {
  const { place, parts, span } = template2;
  const [begin] = parts;
  if (typeof begin === "string" ? !URL_BEGINS.test(begin) : place !== "url") return "";
  const end = parts.findIndex((part) => isProgram(part) && isCaptured(part, context.scope));
  const known2 = {
    node: "template",
    place: "url",
    span,
    parts: end === -1 ? parts : parts.slice(0, end)
  };
  try {
    const text2 = await fill(known2, context);
    return end === -1 || ORIGIN_ENDS.test(text2) ? text2 : "";
  } catch (error) {
    if (error instanceof CheckError) return "";
    throw error;
  }
}
var URL_BEGINS = /^(?:http|ws)s?:\/\//i;
var ORIGIN_ENDS = /^\w+:\/\/[^/?#]+[/?#]/;
function addOrigin(text2, origins) {
  const url2 = URL_BEGINS.test(text2) ? URL.parse(text2) : null;
  if (url2 !== null) origins.add(url2.origin.replace(/^ws/, "http"));
}

// src/run/run-section.ts
async function runEntries(entries, run, place, parallel = false) {
  const results = [];
  if (!parallel) {
    for (const entry of entries) results.push(await runEntry(entry, run, place));
    return results;
  }
  let next = 0;
  const worker = async () => {
    while (next < entries.length) {
      const index = next;
      next += 1;
      const entry = entries[index];
      const own4 = { ...place, sessions: place.sessions.fork() };
      if (entry !== void 0) results[index] = await runEntry(entry, run, own4);
    }
  };
  const workers = Math.min(entries.length, Math.max(1, run.ports.settings.concurrency));
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}
function runEntry(entry, run, place) {
  return isPlannedSection(entry) ? runSection(entry, run, place) : runCheck(entry, run, place);
}
async function runSection(planned, run, place) {
  const { entry, children } = planned;
  const name = await sectionName(planned, run, place);
  place.observer.sectionStarted?.({ key: entry.key, name, depth: place.sections.length });
  const instead = place.instead ?? await insteadOf(planned, run, place);
  const within = { ...place, sections: [...place.sections, name], ...instead === void 0 ? {} : { instead } };
  const entries = await runEntries(children, run, within, entry.parallel);
  run.state.settle(entry, standingOfSection(entries), entries.some(isBlocked));
  const result = sectionResult(planned, name, entries, run);
  place.observer.sectionFinished?.(result);
  return result;
}
async function sectionName({ entry }, run, place) {
  const name = entry.name === void 0 ? entry.id : await showTemplate(entry.name, fillContextOf(run, place));
  return run.clean.line(name ?? "Section");
}
function sectionResult({ entry }, name, entries, run) {
  const id = entry.id === void 0 ? {} : { id: entry.id };
  const own4 = { result: "section", key: entry.key, ...id, name, location: run.locate(entry.span) };
  return { ...run.clean.deep(own4), entries };
}
async function insteadOf(planned, run, place) {
  const { entry, selected: selected2, needs } = planned;
  if (!selected2 || stopReason(place) !== void 0) return void 0;
  const reason = unmetNeed(needs, run.state);
  if (reason !== void 0) return { status: "skipped", reason };
  if (entry.condition === void 0) return void 0;
  try {
    const holds3 = await conditionHolds(entry.condition, run, place);
    return holds3 ? void 0 : { status: "skipped", reason: conditionReason(entry.condition) };
  } catch (error) {
    return { status: "errored", fault: faultOf2(asCheckError(error), entry.span, run.locate), evidence: [] };
  }
}

// src/run/ready.ts
async function runGate(gate, run, place) {
  const { clock } = run.ports;
  const name = await sectionName(gate, run, place);
  place.observer.sectionStarted?.({ key: gate.entry.key, name, depth: place.sections.length });
  const { waiting } = gate.entry;
  if (waiting === void 0) throw new Error("The ready gate has no `within`.");
  const times2 = await fillWaiting(waiting, fillContextOf(run, place));
  const limit = limitAfter("gate", clock.elapsed(), times2.within);
  const inside = {
    ...place,
    limits: [limit],
    observer: quiet(place.observer),
    sections: [...place.sections, name]
  };
  const tries = /* @__PURE__ */ new Map();
  let count = 0;
  let telling;
  const round = async () => {
    count += 1;
    const entries2 = await runEntries(gate.children, run, inside, gate.entry.parallel);
    for (const check of checksIn(entries2)) addTries(tries, check);
    const held2 = checksIn(entries2).every(letsPass);
    const final = place.stopper.stopped !== void 0 || !held2 && cannotChange(gate, entries2);
    const current = { held: held2, entries: entries2, final };
    const cutShort2 = !held2 && clock.elapsed() >= limit.at;
    if (telling === void 0 || !cutShort2) telling = current;
    return current;
  };
  const again = ({ held: held2, entries: entries2 }, number, streak) => place.observer.attemptFailed?.({
    key: gate.entry.key,
    name,
    attempt: number,
    message: held2 ? heldSoFar(streak, times2) : lackOf(entries2)
  });
  const settled = await tryUntilHeld(round, times2, { clock, stop: place.stopper.signal, again });
  const entries = withTries((telling ?? settled.last).entries, tries);
  const held = settled.settled === "held";
  if (!held) {
    const rounds = `${count} ${count === 1 ? "round" : "rounds"}`;
    const lack = lackOf(entries) || `It held ${settled.streak} of the ${times2.consecutive} times in a row that were asked for.`;
    const message = settled.settled === "final" && place.stopper.stopped === void 0 ? `Whether the deployment is ready cannot be found out. ${lack}` : `The deployment was not ready after ${formatDuration(times2.within)} and ${rounds}. ${lack}`;
    place.stopper.stop({ reason: "not-ready", message });
  }
  run.state.settle(gate.entry, held ? standingOfSection(entries) : "failed");
  const result = { ...sectionResult(gate, name, entries, run), rounds: { count, held } };
  replay(entries, place.observer, [...place.sections, name]);
  place.observer.sectionFinished?.(result);
  return result;
}
function quiet(observer) {
  return observer.exchange === void 0 ? {} : { exchange: observer.exchange.bind(observer) };
}
function replay(entries, observer, sections) {
  for (const entry of entries) {
    if (entry.result === "check") observer.checkFinished?.(entry, sections);
    else {
      observer.sectionStarted?.({ key: entry.key, name: entry.name, depth: sections.length });
      replay(entry.entries, observer, [...sections, entry.name]);
      observer.sectionFinished?.(entry);
    }
  }
}
var UNCHANGING = /* @__PURE__ */ new Set([
  ...["hole-null", "hole-results", "hole-type", "hole-failed", "run-fact-unknown"],
  ...["url-value", "shell-value", "shell-option"]
]);
function cannotChange(gate, entries) {
  return !gate.children.some(givesOtherValues) && checksIn(entries).some(isUnchanging);
}
function isUnchanging(check) {
  const { outcome, attempts } = check;
  return outcome.status === "errored" && attempts.length === 0 && UNCHANGING.has(outcome.fault.code) && !letsPass(check);
}
function givesOtherValues(planned) {
  if (isPlannedSection(planned) && planned.children.some(givesOtherValues)) return true;
  const { entry } = planned;
  if (entry.entry !== "section" && entry.captures.length > 0) return true;
  return programsOf(entry).some(({ uses, source }) => uses.includes("outcome") || /\bnow\b/.test(source.text));
}
function checksIn(entries) {
  return entries.flatMap((entry) => entry.result === "check" ? [entry] : checksIn(entry.entries));
}
function letsPass({ outcome, severity }) {
  if (outcome.status === "skipped") return outcome.reason.because === "condition";
  return severity === "warning" || outcome.status === "passed" || outcome.status === "open";
}
function lackOf(entries) {
  const lacking = checksIn(entries).find((check) => !letsPass(check));
  if (lacking === void 0) return "";
  const { outcome, name } = lacking;
  if (outcome.status === "failed") return `${name}: ${outcome.failures[0]?.message ?? ""}`;
  if (outcome.status === "errored") return `${name}: ${outcome.fault.message}`;
  return outcome.status === "skipped" ? `${name}: ${outcome.reason.message}` : name;
}
function addTries(tries, { key, attempts }) {
  const kept = tries.get(key) ?? [];
  tries.set(key, kept);
  for (const attempt of attempts) keepAttempt(kept, { ...attempt, number: (kept.at(-1)?.number ?? 0) + 1 });
}
function withTries(entries, tries) {
  return entries.map(
    (entry) => entry.result === "check" ? withOwnTries(entry, tries.get(entry.key) ?? []) : { ...entry, entries: withTries(entry.entries, tries) }
  );
}
function withOwnTries(check, attempts) {
  const [first2] = attempts;
  const { repeated, startedAt, offsetMs } = check;
  if (repeated || first2 === void 0 || startedAt === void 0 || offsetMs === void 0) return check;
  const earlier = offsetMs - first2.offsetMs;
  return {
    ...check,
    attempts,
    startedAt: isoTime(Date.parse(startedAt) - earlier),
    offsetMs: first2.offsetMs,
    durationMs: check.durationMs + earlier
  };
}

// src/run/resources.ts
var PATIENCE_MS2 = 5e3;
var HURRY_MS = 300;
function createResources(clock) {
  const opened = /* @__PURE__ */ new Map();
  const order = [];
  return {
    resource(key, open2) {
      const held = opened.get(key);
      if (held !== void 0) return held;
      const opening = openOnce(open2).then(
        (resource) => {
          order.push({ key, resource });
          return resource;
        },
        (error) => {
          opened.delete(key);
          throw error;
        }
      );
      opened.set(key, opening);
      return opening;
    },
    async close(tell2, hurry) {
      for (const { resource } of order.reverse()) {
        const problem = await closeInTime(resource, clock, hurry);
        if (problem !== void 0) tell2(problem);
      }
      order.length = 0;
      opened.clear();
    }
  };
}
async function dispose(resource) {
  await resource[Symbol.asyncDispose]();
}
async function openOnce(open2) {
  return open2();
}
async function closeInTime(resource, clock, hurry) {
  const timer = new AbortController();
  const late = patience(clock, hurry, timer.signal).then(
    () => "A connection did not close in time and was left behind.",
    () => void 0
  );
  const closed = dispose(resource).then(
    () => void 0,
    (error) => `A connection could not be closed: ${error instanceof Error ? error.message : String(error)}`
  );
  const problem = await Promise.race([closed, late]);
  timer.abort(new Error("closed"));
  return problem;
}
async function patience(clock, hurry, ended) {
  const calm = clock.sleep(PATIENCE_MS2, AbortSignal.any([ended, hurry]));
  await calm.catch(() => clock.sleep(HURRY_MS, ended));
}

// src/run/sessions.ts
function createSessions(parent) {
  const own4 = /* @__PURE__ */ new Map();
  const find2 = (key) => {
    const held = own4.get(key);
    if (held !== void 0) return held;
    const copy = parent?.find(key)?.fork();
    if (copy !== void 0) own4.set(key, copy);
    return copy;
  };
  return {
    session(kind2, name, create) {
      const key = `${kind2}
${name}`;
      const held = find2(key);
      if (held !== void 0) return held;
      const made = create();
      own4.set(key, made);
      return made;
    },
    fork: () => createSessions({ find: find2 })
  };
}

// src/run/slots.ts
function createSlots(count) {
  let free = Math.max(1, count);
  const waiting = [];
  return {
    take() {
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve7) => waiting.push(resolve7));
    },
    give() {
      const next = waiting.shift();
      if (next === void 0) free += 1;
      else next();
    }
  };
}

// src/run/run-plan.ts
async function runPlan(plan, ports) {
  const notices = /* @__PURE__ */ new Set();
  const run = createRunContext(plan, ports, notices);
  const { clock, settings, redactor } = ports;
  const known2 = redactor.size;
  const limit = limitAfter("run", run.began, settings.timeoutMs);
  const stopper = createStopper(limit.at);
  const release = armStopper(stopper, ports, () => new LimitReached(limit, settings.timeoutMs));
  const grace = createGrace(ports);
  const cleanup = createCleanupList();
  const { observer } = ports;
  const place = { sessions: createSessions(), stopper, limits: [], observer, sections: [], owe: cleanup.owe };
  const all = plan.ready === void 0 ? plan.entries : [plan.ready, ...plan.entries];
  observer.runStarted?.({ checklist: run.clean.line(plan.checklist.name), total: countChecks(all) });
  const ready = plan.ready === void 0 ? void 0 : await runGate(plan.ready, run, place);
  const entries = await runEntries(plan.entries, run, place);
  release();
  const { stopped } = stopper;
  const undone = await runCleanup(cleanup, run, grace.over);
  run.alarms.close();
  await run.resources.close(run.notice, grace.over);
  grace.release();
  const result = {
    facts: run.clean.deep(ports.facts),
    durationMs: Math.round(clock.elapsed() - run.began),
    ...ready === void 0 ? {} : { ready },
    entries,
    cleanup: undone,
    ...stopped === void 0 ? {} : { stopped: run.clean.deep(stopped) },
    notices: [...notices],
    failOn: settings.failOn
  };
  return redactor.size === known2 ? result : run.clean.deep(result);
}
function createRunContext(plan, ports, notices) {
  const { clock, redactor, engine, scope, settings } = ports;
  const clean = createCleaner(redactor);
  const onSecret = (value) => redactor.add(value);
  const variables = { scope, engine, onSecret };
  return {
    ports,
    clean,
    locate: createLocator(),
    state: createRunState(scope),
    slots: createSlots(settings.concurrency),
    alarms: createAlarms(clock),
    resources: createResources(clock),
    connections: createConnections(plan.checklist, variables, redactor),
    origins: createNamedOrigins(plan.checklist, variables),
    evidence: createEvidenceMaker(clean, redactor),
    folder: resolve6(settings.root, dirname3(plan.checklist.source.path)),
    began: clock.elapsed(),
    notice: (text2) => void notices.add(clean.line(text2))
  };
}
function armStopper(stopper, { clock, settings, signal }, timeoutFault) {
  const timer = new AbortController();
  const onTime = () => {
    const fault = timeoutFault();
    stopper.stop({ reason: "timeout", message: fault.overText }, fault);
  };
  const onCancel = () => {
    const fault = new CheckError({ code: "cancelled", message: "The run was cancelled." });
    stopper.stop({ reason: "cancelled", message: fault.message }, fault);
  };
  clock.sleep(settings.timeoutMs, timer.signal).then(onTime, () => void 0);
  if (signal.aborted) onCancel();
  else signal.addEventListener("abort", onCancel, { once: true });
  return () => {
    timer.abort("over");
    signal.removeEventListener("abort", onCancel);
  };
}
function countChecks(entries) {
  return entries.reduce((sum, entry) => sum + (isPlannedSection(entry) ? countChecks(entry.children) : 1), 0);
}

// src/run/variables.ts
async function resolveVariables(checklist, settings, ports) {
  const entries = /* @__PURE__ */ new Map([["run", { value: runVariable(ports.facts), secret: false }]]);
  const scope = createScope(entries);
  const diagnostics = [];
  const unknown = /* @__PURE__ */ new Set();
  for (const variable2 of checklist.variables) {
    const faults = [];
    const entry = await resolveVariable(variable2, settings, {
      ...ports,
      scope,
      unknown,
      fault: (fault) => faults.push(fault)
    });
    if (entry === void 0) unknown.add(variable2.name);
    else entries.set(variable2.name, entry);
    diagnostics.push(...faults);
  }
  const secrets = [...entries].filter(([, { secret }]) => secret).map(([name]) => name);
  return { scope, secrets, diagnostics };
}
async function resolveVariable(variable2, settings, resolving) {
  const given3 = Object.hasOwn(settings.variables, variable2.name) ? settings.variables[variable2.name] : void 0;
  const found2 = await findValue(variable2, given3, settings, resolving);
  if (found2 === void 0) return void 0;
  const secret = variable2.secret || found2.derived;
  if (variable2.secret && isTooShort(found2.value)) {
    resolving.fault(shortSecret2(variable2));
    return void 0;
  }
  if (secret) register(variable2, found2.value, resolving.redactor);
  return { value: found2.value, secret };
}
async function findValue(variable2, given3, { environment }, resolving) {
  if (given3 !== void 0) return overridden(variable2, given3, resolving);
  if (variable2.environment === void 0) {
    return variable2.value === void 0 ? { value: null, derived: false } : fillValue(variable2, variable2.value, resolving);
  }
  const read3 = environment[variable2.environment];
  if (read3 !== void 0 && read3 !== "") return { value: read3, derived: false };
  if (variable2.default !== void 0) return fillValue(variable2, variable2.default, resolving);
  resolving.fault({
    code: "missing-environment",
    severity: "error",
    span: variable2.span,
    message: `${calledOf(variable2)} is read from the environment variable \`${variable2.environment}\`, which is ${read3 === void 0 ? "not set" : "empty"}.`,
    hint: `Set \`${variable2.environment}\`, in a workflow under \`env\` of the step${variable2.secret ? "" : "; or write a `default` beside it"}.`
  });
  return void 0;
}
function calledOf({ name, place }) {
  return `\`${place ?? `$${name}`}\``;
}
function overridden(variable2, given3, { fault }) {
  if (isText(variable2)) return { value: given3, derived: false };
  try {
    return { value: parseJson(given3), derived: false };
  } catch {
    fault({
      code: "variable-not-json",
      severity: "error",
      span: variable2.span,
      message: `\`$${variable2.name}\` is declared with a value that is not text, so the value given for it must be JSON.`,
      hint: "Give a number, true, false, null, or a list or an object in JSON."
    });
    return void 0;
  }
}
function isText({ value, environment }) {
  if (environment !== void 0 || value === void 0) return true;
  return value.node === "template" && (value.literal === void 0 || typeof value.literal === "string");
}
async function fillValue(variable2, value, resolving) {
  const { scope, engine, redactor, unknown, fault } = resolving;
  if (programsIn(value).some(({ uses }) => uses.some((name) => unknown.has(name)))) return void 0;
  let derived = false;
  const onSecret = (text2) => {
    derived = true;
    redactor.add(text2);
  };
  try {
    const filled = await fill(value, { scope, engine, onSecret });
    return { value: filled, derived: derived || programsIn(value).some((program2) => usesSecret(program2, scope)) };
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    const { code: code2, message, hint, span = variable2.span } = error;
    fault({ code: code2, severity: "error", span, message, hint });
    return void 0;
  }
}
function shortSecret2({ name, span, environment }) {
  const where = environment === void 0 ? "its value" : `the value of \`${environment}\``;
  return {
    code: "short-secret",
    severity: "error",
    span,
    message: `\`$${name}\` is marked secret, but ${where} is shorter than ${SHORTEST_SECRET} characters: masking it would mask ordinary words.`,
    hint: "Use a longer value, or leave out `secret: true` if it is none."
  };
}
function register({ name, value, environment }, resolved, redactor) {
  if (typeof resolved !== "string") {
    registerTexts(resolved, redactor, name);
    return;
  }
  const open2 = environment === void 0 && value !== void 0 && isTemplate(value) && value.parts.some((part) => typeof part !== "string");
  redactor.add(resolved, { name, open: open2 ? value.parts.filter((part) => typeof part === "string") : [] });
  for (const password of tokensInText(resolved)) redactor.add(password, { name });
}

// src/model/settings.ts
var DEFAULT_SETTINGS = {
  checklist: "checklist.yml",
  failOn: "failure",
  concurrency: 8,
  timeoutMs: 9e5,
  cleanupTimeoutMs: 12e4
};

// src/verify.ts
async function verify(settings, ports) {
  const { observer = {}, signal, graceMs, clock = systemClock(), verbose = false } = ports;
  const redactor = createRedactor((value) => {
    for (const form of secretForms(value)) observer.secret?.(form);
  });
  const engine = createJqEngine();
  try {
    const read3 = await readChecklist(settings, engine);
    const { checklist, diagnostics } = read3;
    const located2 = locator(checklist, redactor);
    const invalid2 = (found2) => ({
      report: "invalid",
      checklist: reported(read3, settings, redactor),
      diagnostics: found2
    });
    if (checklist === void 0 || hasErrors(diagnostics)) return invalid2(located2(diagnostics));
    const planned = buildPlan(checklist, settings);
    if (!hasErrors(planned.diagnostics)) await loadKinds(planned.plan, kinds);
    const facts = createRunFacts(settings, clock);
    const resolved = await resolveVariables(checklist, settings, { engine, redactor, facts });
    const all = [...diagnostics, ...planned.diagnostics, ...resolved.diagnostics];
    if (hasErrors(all)) return invalid2(located2(all));
    const { scope } = resolved;
    const run = await runPlan(planned.plan, {
      kinds,
      engine,
      clock,
      redactor,
      scope,
      settings,
      facts,
      observer,
      verbose,
      signal,
      graceMs
    });
    return { report: "finished", checklist: reported(read3, settings, redactor), diagnostics: located2(all), run };
  } finally {
    await engine.close();
  }
}
async function lint(settings) {
  const engine = createJqEngine();
  try {
    const read3 = await readChecklist(settings, engine);
    const { checklist, diagnostics } = read3;
    const found2 = checklist === void 0 || hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...buildPlan(checklist, settings).diagnostics];
    return { checklist: nameOf2(read3), diagnostics: locator(checklist, createRedactor())(found2) };
  } finally {
    await engine.close();
  }
}
async function readChecklist(settings, engine) {
  const { source, diagnostics: unread } = await loadSource(settings.checklist, settings.root);
  if (hasErrors(unread)) return { file: source.path, checklist: void 0, diagnostics: unread };
  const { checklist, diagnostics } = parseChecklist(source, { kinds, target: settings.target });
  if (checklist === void 0) return { file: source.path, checklist, diagnostics: [...unread, ...diagnostics] };
  const overrides = settings.variables;
  const faults = await validateChecklist(checklist, { kinds, engine, overrides });
  return { file: source.path, checklist, diagnostics: [...unread, ...diagnostics, ...faults] };
}
function nameOf2({ file: file2, checklist }) {
  return { name: checklist?.name || file2, file: file2 };
}
function reported(read3, { checklistPage: checklistPage2 }, redactor) {
  return { ...nameOf2(read3), ...checklistPage2 === void 0 ? {} : { page: redactor.redact(checklistPage2) } };
}
function locator(checklist, redactor) {
  const literals = checklist === void 0 ? [] : literalSecrets(checklist);
  for (const literal3 of literals) redactor.add(literal3);
  const hideLine = (line) => literals.reduce((shown3, literal3) => shown3.replaceAll(literal3, "***"), redactor.redact(line));
  const hideQuoted = (words2) => redactor.redact(words2).replace(/`[^`]*`/g, hideLine);
  return (found2) => found2.map(({ span, ...diagnostic2 }) => {
    const location = locate(span);
    const [message, hint] = [hideQuoted(diagnostic2.message), hideQuoted(diagnostic2.hint)];
    return { ...diagnostic2, message, hint, location: { ...location, lineText: hideLine(location.lineText) } };
  });
}

// src/edge/checklist-page.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname as dirname4, join as join2, relative as relative3, sep as sep3 } from "node:path";
function checklistPage(file2, environment) {
  const { GITHUB_ACTIONS: inWorkflow, GITHUB_SERVER_URL: server = "", GITHUB_WORKSPACE: workspace } = environment;
  if (inWorkflow !== "true" || !workspace || !/^https?:\/\/[\w.-]+(?::\d+)?$/.test(server)) return void 0;
  if (!isBelow2(file2, workspace)) return void 0;
  const place = placeOf3(file2, workspace, { server, environment });
  if (place === void 0) return void 0;
  const { repository, commit, path } = place;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(commit)) return void 0;
  return `${server}/${repository}/blob/${commit}/${path.split(sep3).map(encoded2).join("/")}`;
}
function placeOf3(file2, workspace, given3) {
  for (let at2 = dirname4(file2); isBelow2(at2, workspace); at2 = dirname4(at2)) {
    const folder = join2(at2, ".git");
    if (!existsSync(folder)) continue;
    const commit2 = headOf(folder);
    const repository2 = originOf(folder, given3.server);
    return commit2 === void 0 || repository2 === void 0 ? void 0 : { repository: repository2, commit: commit2, path: relative3(at2, file2) };
  }
  const { GITHUB_REPOSITORY: repository = "", GITHUB_SHA: commit = "" } = given3.environment;
  return { repository, commit, path: relative3(workspace, file2) };
}
function headOf(folder) {
  const head = read2(join2(folder, "HEAD"));
  const ref = /^ref: (refs\/[^\n]+)/.exec(head)?.[1];
  if (ref === void 0) return head.trim() || void 0;
  if (ref.split("/").includes("..")) return void 0;
  const packed = read2(join2(folder, "packed-refs")).split("\n");
  const found2 = read2(join2(folder, ref)).trim() || packed.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
  return found2 || void 0;
}
function originOf(folder, server) {
  const section3 = /^\[remote "origin"\]\n((?:(?!\[).*\n?)*)/m.exec(read2(join2(folder, "config")))?.[1] ?? "";
  const url2 = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section3)?.[1] ?? "";
  const { host, hostname } = new URL(server);
  const [, found2, repository] = /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/]+?)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url2) ?? [];
  return found2 === host || found2 === hostname ? repository : void 0;
}
function read2(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
function isBelow2(path, folder) {
  const from = relative3(folder, path);
  return from !== ".." && !from.startsWith(`..${sep3}`);
}
function encoded2(part) {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/edge/event-facts.ts
function eventFacts(environment) {
  const inWorkflow = environment.GITHUB_ACTIONS === "true";
  const read3 = (name) => inWorkflow && environment[name] || null;
  const server = read3("GITHUB_SERVER_URL");
  const repository = read3("GITHUB_REPOSITORY");
  const run = read3("GITHUB_RUN_ID");
  return Object.freeze({
    sha: read3("GITHUB_SHA"),
    ref: read3("GITHUB_REF"),
    actor: read3("GITHUB_ACTOR"),
    repository,
    url: server === null || repository === null || run === null ? null : `${server}/${repository}/actions/runs/${run}`,
    number: read3("GITHUB_RUN_NUMBER"),
    attempt: read3("GITHUB_RUN_ATTEMPT")
  });
}

// src/edge/settings-reader.ts
var FAIL_ON = ["failure", "warning", "never"];
var MOST_CONCURRENT = 256;
var LONGEST_TIMEOUT_MS = 24 * 36e5;
var VARIABLE_NAME2 = /^[A-Za-z_][A-Za-z0-9_]*$/;
function readSettings(written) {
  const faults = [];
  const reading = { written, fault: (found2) => faults.push(found2) };
  const settings = {
    checklist: given2(written.checklist) ?? DEFAULT_SETTINGS.checklist,
    target: given2(written.target) ?? null,
    variables: readVariables2(reading),
    select: words(written.select),
    skip: words(written.skip),
    failOn: readFailOn(reading),
    concurrency: readConcurrency(reading),
    timeoutMs: readTimeout(reading, "timeout", DEFAULT_SETTINGS.timeoutMs),
    cleanupTimeoutMs: readTimeout(reading, "cleanupTimeout", DEFAULT_SETTINGS.cleanupTimeoutMs)
  };
  return { settings, faults };
}
function given2(text2) {
  const trimmed = text2?.trim();
  return trimmed === "" ? void 0 : trimmed;
}
function words(lists = []) {
  return lists.flatMap((list2) => list2.split(/[,\n]/)).map((word2) => word2.trim()).filter((word2) => word2 !== "");
}
function readVariables2({ written, fault }) {
  const variables = /* @__PURE__ */ new Map();
  for (const [index, line] of (written.variables ?? []).entries()) {
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    const name = line.slice(0, Math.max(0, equals)).trim();
    const about = { setting: "variables", text: name === "" ? "" : `${name}=\u2026` };
    if (equals === -1 || name === "") {
      fault({
        ...about,
        message: `Entry ${index + 1} is not of the form name=value.`,
        hint: "Write each as name=value, such as version=2.2.1."
      });
    } else if (!VARIABLE_NAME2.test(name)) {
      const hint = "A name has letters, digits and _ and begins with no digit.";
      fault({ ...about, message: `Entry ${index + 1} does not begin with the name of a variable.`, hint });
    } else if (variables.has(name)) {
      fault({ ...about, message: `The variable ${name} is given twice.`, hint: "Give each variable one value." });
    } else {
      variables.set(name, line.slice(equals + 1).replace(/\r$/, ""));
    }
  }
  return Object.fromEntries(variables);
}
function readFailOn({ written, fault }) {
  const text2 = given2(written.failOn);
  if (text2 === void 0) return DEFAULT_SETTINGS.failOn;
  const known2 = FAIL_ON.find((value) => value === text2);
  if (known2 !== void 0) return known2;
  const near = suggest(text2, FAIL_ON);
  const hint = near === void 0 ? "Write failure, warning or never." : `Did you mean ${near}?`;
  fault({ setting: "failOn", text: text2, message: `Expected failure, warning or never, not ${quote3(text2)}.`, hint });
  return DEFAULT_SETTINGS.failOn;
}
function readConcurrency({ written, fault }) {
  const text2 = given2(written.concurrency);
  if (text2 === void 0) return DEFAULT_SETTINGS.concurrency;
  const value = /^\d{1,6}$/.test(text2) ? Number(text2) : 0;
  if (value >= 1 && value <= MOST_CONCURRENT) return value;
  const message = `Expected a whole number from 1 to ${MOST_CONCURRENT}, not ${quote3(text2)}.`;
  fault({ setting: "concurrency", text: text2, message, hint: "It is how many checks of a parallel section run at once." });
  return DEFAULT_SETTINGS.concurrency;
}
function readTimeout({ written, fault }, setting, fallback) {
  const text2 = given2(written[setting]);
  if (text2 === void 0) return fallback;
  const value = parseDuration(text2);
  if (value !== void 0 && value > 0 && value <= LONGEST_TIMEOUT_MS) return value;
  const message = `Expected a duration of at most a day such as 90s, 15m or 1h30m, not ${quote3(text2)}.`;
  const hint = /^\d+$/.test(text2) ? `A duration has a unit: ${text2}s or ${text2}m.` : "Units are ms, s, m, h and d.";
  fault({ setting, text: text2, message, hint });
  return fallback;
}
function quote3(text2) {
  return `"${shorten(text2, 61)}"`;
}

export {
  hasErrors,
  locate,
  verify,
  lint,
  checklistPage,
  eventFacts,
  readSettings
};
