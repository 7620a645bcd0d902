import { propertiesOf } from './colours.ts'

/** One accent a standing or a verdict; `--accent` is what marks, bars and borders below it use. */
const ACCENTS = [
  ['passed', '.passed'],
  ['failed', '.failed, .invalid'],
  ['errored', '.errored'],
  ['warning', '.warning, .cancelled'],
  ['open', '.open'],
  ['skipped', '.skipped'],
  ['flaky', '.flaky'],
]
  .map(([name, selectors]) => `:is(${selectors}) { --accent: var(--${name}); }`)
  .join('\n')

const PAGE = `
:root { color-scheme: light dark; ${propertiesOf('light')}; --accent: var(--muted); }
@media screen and (prefers-color-scheme: dark) { :root { ${propertiesOf('dark')} } }
${ACCENTS}
*, *::before { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.5rem 6rem; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, p, ul, dl, dd, figure, pre { margin: 0; padding: 0; }
ul { list-style: none; }
code, pre, kbd { font: 0.867em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre code { font-size: 1em; }
pre { white-space: pre-wrap; tab-size: 2; }
p > code, .told code, h3 code, .instruction code { background: var(--raised); border-radius: 3px; padding: 0.1em 0.3em; }
code, pre, .name, .told, .note, .took, h1, h3 span, dd, td, li a { unicode-bidi: isolate; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
main > section { margin-top: 3rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-bottom: 0.9rem; letter-spacing: -0.01em; }
.note, small { color: var(--muted); font-size: 0.867rem; font-weight: 400; }
.took { color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
.mark { flex: none; display: inline-block; width: 1.25rem; height: 1.25rem; line-height: 1.25rem; text-align: center;
  font-size: 0.8rem; font-weight: 700; color: var(--accent); border-radius: 4px;
  background: color-mix(in srgb, var(--accent) 13%, transparent); }
rect { fill: var(--accent); rx: 2px; }
svg { display: block; width: 100%; overflow: visible; }
`

const BANNER = `
.banner { margin: 2.5rem 0 0; padding: 0.25rem 0 0.5rem 1.5rem; border-left: 5px solid var(--accent); }
.product { color: var(--muted); font-size: 0.8rem; letter-spacing: 0.04em; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.02em; margin: 0.15rem 0 0.7rem; }
.verdict { display: flex; align-items: center; gap: 0.5rem; font-size: 1.2rem; color: var(--accent); }
.verdict .mark { width: 1.6rem; height: 1.6rem; line-height: 1.6rem; font-size: 1rem; }
.verdict strong::first-letter { text-transform: uppercase; }
.sentence { margin-top: 0.35rem; font-size: 1.067rem; max-width: 60rem; }
.totals, .circumstances { display: flex; flex-wrap: wrap; gap: 0.25rem 1.4rem; }
.totals { margin-top: 1.3rem; }
.totals li { color: var(--muted); }
.totals b { color: var(--accent); font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums; margin-right: 0.15rem; }
.totals li:first-child b { color: var(--text); }
.proportions { margin: 0.5rem 0 1rem; max-width: 44rem; border-radius: 3px; overflow: hidden; }
.proportions rect { rx: 0; stroke: var(--ground); stroke-width: 1; }
.circumstances { color: var(--muted); font-size: 0.867rem; gap: 0.25rem 0; }
.circumstances li + li::before { content: "·"; content: "·" / ""; margin: 0 0.6rem; }
nav { margin: 1.6rem 0 0; padding: 0.6rem 0; border-block: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
`

const REASONS = `
.card { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; padding: 1rem 1.25rem 1.1rem;
  break-inside: avoid-page; }
.card + .card { margin-top: 1rem; }
.card h3 { display: flex; gap: 0.6rem; font-size: 1.067rem; line-height: 1.4; font-weight: 600; }
.card h3 .mark { margin-top: 0.1rem; }
.card > :not(h3) { margin-left: 1.85rem; }
.card > .note { margin-bottom: 0.4rem; }
.reason { margin: 0.4rem 0 0.9rem; }
.pairs { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1rem; margin: 0.4rem 0; }
.pairs dt { color: var(--muted); font-size: 0.867rem; max-width: 12rem; }
.pairs dd { white-space: pre-wrap; max-height: 16rem; overflow: auto; }
.compared dd:nth-of-type(1) code { color: var(--passed); }
.compared dd:nth-of-type(2) code { color: var(--failed); }
.frame { margin: 0.5rem 0; border-radius: 5px; background: var(--raised); padding: 0.45rem 0.8rem 0.5rem; }
.frame figcaption { color: var(--muted); font-size: 0.8rem; }
.number { color: var(--muted); margin-right: 1rem; user-select: none; }
mark { background: var(--marked); color: inherit; text-decoration: underline; text-decoration-color: var(--accent);
  text-decoration-thickness: 2px; text-underline-offset: 0.25em; border-radius: 2px; }
.advice { margin-top: 0.5rem; padding-left: 0.8rem; border-left: 3px solid var(--line); }
.advice strong { margin-right: 0.35rem; }
.onward { margin-top: 0.7rem; font-size: 0.933rem; }
.plain li { display: flex; flex-wrap: wrap; gap: 0.1rem 0.6rem; padding: 0.3rem 0; }
#notes li { display: block; }
.card + .plain { margin-top: 1rem; }
.instruction { white-space: pre-wrap; }
.plain .instruction, .plain .told { flex-basis: 100%; margin-left: 1.85rem; color: var(--muted); }
`

const CHECKS = `
summary { cursor: pointer; }
#checks summary { scroll-margin-top: 8rem; }
.section { margin: 0.2rem 0; }
.section > summary { display: flex; align-items: baseline; gap: 0.6rem; padding: 0.45rem 0.4rem; border-radius: 5px; }
.section > summary > :is(h3, h4, h5, h6) { font-size: 1.033rem; font-weight: 600; }
.section .section, .section > .list { margin-left: 0.95rem; padding-left: 0.85rem; border-left: 1px solid var(--line); }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; align-self: center; width: 0.4rem; height: 0.4rem; margin: 0 0.25rem 0 0.15rem;
  border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 0.1s; }
details[open] > summary::before { transform: rotate(45deg); }
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
summary:hover { background: var(--raised); }
.many .check { content-visibility: auto; contain-intrinsic-size: auto 2.1rem; }
.check > details > summary { display: grid; grid-template-columns: 0.8rem 1.25rem minmax(0, 1fr) 8rem 4.5rem; gap: 0 0.6rem;
  align-items: baseline; padding: 0.28rem 0.4rem; border-radius: 5px; }
.check > details > summary::before { align-self: start; margin-top: 0.5rem; }
.check .when { margin-top: 0.5rem; align-self: start; height: 6px; border-radius: 3px; background: var(--raised); }
.check .when:empty { background: none; }
.check .took { text-align: right; font-size: 0.867rem; }
.what .told { display: block; color: var(--muted); font-size: 0.9rem; }
.what .told b { color: var(--accent); font-weight: 600; }
.passed .what .told, .skipped .what .told, .open .what .told { display: inline; margin-left: 0.5rem; }
.failed > details > summary .name, .errored > details > summary .name, .warning > details > summary .name { font-weight: 600; }
.more { margin: 0.3rem 0 0.8rem 3.1rem; padding: 0.2rem 0 0.2rem 0.2rem; scroll-margin-top: 9rem; }
.more:target { outline: 2px solid var(--line); outline-offset: 0.5rem; border-radius: 4px; }
.facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.4rem; font-size: 0.867rem; margin-top: 0.5rem; }
.facts div { display: flex; gap: 0.45rem; min-width: 0; }
.facts dt { color: var(--muted); white-space: nowrap; }
.proof { margin: 0.4rem 0; }
.proof > summary { display: inline-flex; gap: 0.4rem; padding: 0.1rem 0.4rem; border-radius: 4px; font-size: 0.933rem; }
.proof > pre { background: var(--raised); border-radius: 5px; padding: 0.6rem 0.8rem; margin: 0.3rem 0 0.6rem 1.3rem; }
.command { user-select: all; }
#tools { position: sticky; top: 0; z-index: 1; background: var(--ground); padding: 0.7rem 0; margin-bottom: 0.6rem;
  border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0.7rem 1.2rem; align-items: center; }
.find { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.6rem; flex: 1 1 20rem; }
.find label { font-weight: 600; }
.find input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--muted); border-radius: 5px;
  padding: 0.3rem 0.6rem; flex: 1 1 12rem; min-width: 0; max-width: 30rem; }
#keys { color: var(--muted); font-size: 0.8rem; flex: 1; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 0.3em; background: var(--raised); }
.chips { display: flex; flex-wrap: wrap; gap: 0.4rem; }
button { font: inherit; font-size: 0.867rem; color: inherit; background: none; border: 1px solid var(--line); border-radius: 5px;
  padding: 0.2rem 0.6rem; cursor: pointer; }
button:hover { background: var(--raised); }
.chip { display: inline-flex; align-items: center; gap: 0.35rem; border-radius: 1rem; padding: 0.12rem 0.7rem 0.12rem 0.3rem; }
.chip .mark { border-radius: 50%; }
.chip[aria-pressed="true"] { border-color: var(--text); box-shadow: inset 0 0 0 1px var(--text); background: var(--raised); font-weight: 600; }
.state { flex-basis: 100%; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.4rem; }
.folding { display: flex; gap: 0.4rem; }
#found { color: var(--muted); font-variant-numeric: tabular-nums; }
`

const TABLES = `
table { border-collapse: collapse; font-size: 0.933rem; }
th { overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: baseline; padding: 0.3rem 1rem 0.3rem 0; font-weight: 400; }
.environment th { white-space: nowrap; }
thead th, .environment th { color: var(--muted); font-size: 0.867rem; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.wide { overflow-x: auto; margin: 0.3rem 0 0.6rem 1.3rem; }
.wide td, .wide th { font-variant-numeric: tabular-nums; padding-block: 0.2rem; }
.timeline { width: 100%; table-layout: fixed; }
.timeline th:first-child { width: 26%; }
.timeline tr > :last-child { width: 6.5rem; text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
.timeline td { vertical-align: middle; color: var(--muted); }
.scale text { fill: var(--muted); font-size: 0.733rem; }
.lane { background: linear-gradient(to right, var(--line) 1px, transparent 1px) 0 0 / 25% 100%; border-right: 1px solid var(--line); }
#slowest .took { min-width: 4.5rem; text-align: right; }
@media (max-width: 44rem) {
  body { padding: 0 1rem 4rem; }
  .banner { margin-top: 1.2rem; padding-left: 1rem; }
  h1 { font-size: 1.5rem; }
  #tools { position: static; }
  #keys { display: none; }
  .circumstances { column-gap: 1.2rem; }
  .circumstances li + li::before { content: none; }
  #found { flex: 1; }
  .card > :not(h3) { margin-left: 0; }
  .check > details > summary { grid-template-columns: 0.8rem 1.25rem minmax(0, 1fr) auto; }
  .check .when { display: none; }
  .more { margin-left: 0.6rem; }
  .section .section, .section > .list { margin-left: 0.3rem; padding-left: 0.4rem; }
  .section > summary { flex-wrap: wrap; }
  .timeline th:first-child { width: 38%; }
  .timeline tr > :last-child { width: 4.5rem; }
  .scale text:nth-child(even) { display: none; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  #tools, nav, .onward { display: none; }
  .section::details-content, .check:is(.failed, .errored, .warning) > details::details-content { content-visibility: visible; block-size: auto; }
  .many .check { content-visibility: visible; }
  .pairs dd { max-height: none; }
  .check { break-inside: avoid-page; }
  .mark, rect { print-color-adjust: exact; }
}
`

/** The style of the page. */
export const STYLE = [PAGE, BANNER, REASONS, CHECKS, TABLES].join('')
