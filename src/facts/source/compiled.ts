import type { Language } from './languages/languages.ts';

/** How much of a file is searched for what compilers leave in it. */
const PROBE = 200_000;
const TAIL = 400;

/** What compilers and bundlers write at the beginning of a line, and people do not. Within a string it stands elsewhere. */
const HELPERS: readonly RegExp[] = [
  // TypeScript
  /^var __(?:assign|async\w{1,20}|await|awaiter|createBinding|decorate|export\w{1,10}|extends|generator|import\w{1,10}|makeTemplateObject|param|read|rest|setModuleDefault|spread\w{0,10}|values) = \(this && this\.__/m,
  /^exports\.\w{1,200} = (?:exports\.\w{1,200} = ){0,500}void 0;/m,
  // Babel
  /^function _(?:asyncToGenerator|classCallCheck|createClass|defineProperties|inherits|interopRequire\w{1,10}|possibleConstructorReturn|toConsumableArray)\(/m,
  // SWC
  /^function _(?:async_to_generator|class_call_check|create_class|export_star|interop_require_\w{1,10}|ts_decorate)\(/m,
  // esbuild
  /^var __(?:create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp) = Object\./m,
  // webpack
  /^(?:\/\*{6}\/ {0,9}\t{0,9})?(?:function __webpack_require__\(|var __webpack_(?:modules|module_cache|exports)__ = )/m,
  /^\(?(?:self|window|globalThis|this)(?:\.webpack(?:Chunk|Jsonp)|\["webpack(?:Chunk|Jsonp))/m,
  // SystemJS, as TypeScript writes it
  /^System\.register\(.{0,2000}function \(exports_1, context_1\) \{/m,
  // GraphQL code generator
  /^export type MakeOptional<T, K extends keyof T> = /m,
  // protobuf.js
  /^(?:var|const|import) (?:\* as )?\$protobuf (?:= require\(|from )["']protobufjs/m,
];

/** What stands first in a bundle, after comments. */
const OPENINGS: readonly RegExp[] = [
  // CommonJS of any compiler
  /^["']use strict["'];\s{0,9}Object\.defineProperty\(exports, ?["']__esModule["'],/,
  // webpack
  /^[!;]?\(function webpackUniversalModuleDefinition\(/,
  // the same, minified and set anew by whoever copied it
  /^[!;]?\(?function ?\(\w, ?\w\) ?\{\s{0,20}["']object["'] ?={2,3} ?typeof exports ?&& ?["']object["'] ?={2,3} ?typeof module\s{0,20}\?/,
  // rollup
  /^[!;]?\(function ?\(global, factory\) ?\{\s{0,20}typeof exports ===? ?["']object["'] && typeof module !==? ?["']undefined["'] \?/,
  // browserify
  /^(?:require ?= ?|[!;])?\(function ?\w?\(\w, ?\w, ?\w\) ?\{ ?function \w\(\w, ?\w\)/,
  /^[!;]?\(function ?\(\) ?\{ ?function r\(e, ?n, ?t\)/,
  /^[!;]?\(function ?\(f\) ?\{ ?if ?\(typeof exports ?===? ?["']object["'] ?&& ?typeof module ?!==? ?["']undefined["']\) ?\{ ?module\.exports ?= ?f\(\)/,
  /^!function\(\w\)\{if\("object"==typeof exports(?:&&"undefined"!=typeof module)?\)module\.exports=\w\(\)/,
  // Parcel
  /^parcelRequire ?= ?\(?function/,
];

/** Whether JavaScript is what a compiler or bundler made of the source, by what these leave in it. */
export function isCompiled(text: string, language: Language | undefined): boolean {
  if (/^\/[/*]# sourceMappingURL=/m.test(text.slice(-TAIL))) return true;
  if (language?.name !== 'javascript' && language?.name !== 'typescript') return false;
  const probe = text.slice(0, PROBE);
  return (
    OPENINGS.some(opening => opening.test(afterComments(probe))) ||
    HELPERS.some(helper => helper.test(probe)) ||
    isEmscripten(probe)
  );
}

/** The runtime that Emscripten puts around a library written in C or C++. */
function isEmscripten(probe: string): boolean {
  return (
    probe.includes('ENVIRONMENT_IS_WORKER') &&
    probe.includes('HEAPU8') &&
    /\b_(?:malloc|emscripten_\w|_cxa_\w)/.test(probe)
  );
}

function afterComments(text: string): string {
  let at = 0;
  while (at < text.length) {
    const rest = /\S/.exec(text.slice(at, at + 200));
    if (rest === null) return '';
    at += rest.index;
    const close = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : null;
    if (close === null) break;
    const end = text.indexOf(close, at + 2);
    if (end < 0) return '';
    at = end + close.length;
  }
  return text.slice(at, at + 1000);
}
