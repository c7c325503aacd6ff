import { html, svg } from './elements.js';

/** Kinds by family, in the order in which nodes are brought, listed and read; what is in none comes last. */
const FAMILIES = {
  action: ['Action'],
  ministry: ['Ministry'],
  resource: ['Dataset', 'Api', 'Repository', 'Algorithm', 'Service'],
  body: ['PublicBody', 'Mandate', 'Person'],
  plan: ['Roadmap', 'Axis', 'Objective', 'Requirement'],
  topic: ['Theme', 'Period', 'Event', 'Indicator'],
  fact: [
    'Discrepancy',
    'Opening',
    'StatedDeadline',
    'StatedProducer',
    'Alignment',
    'Reference',
    'Mention',
    'Document',
    'Table',
    'Identifier',
    'Statement',
    'Reading',
    'Inference',
    'Citation',
  ],
};

const ORDER = Object.values(FAMILIES).flat();
const FAMILY = new Map(Object.entries(FAMILIES).flatMap(([family, kinds]) => kinds.map((kind) => [kind, family])));

/** Outlines around 0,0 by family, so that no kind is told from another by its colour alone. */
const SHAPES = {
  action: 'M-20 0a20 20 0 1 0 40 0a20 20 0 1 0 -40 0Z',
  ministry: 'M-18 -18H18V18H-18Z',
  resource: 'M-22 0L-11 -19H11L22 0L11 19H-11Z',
  body: 'M-14 -16H14A6 6 0 0 1 20 -10V10A6 6 0 0 1 14 16H-14A6 6 0 0 1 -20 10V-10A6 6 0 0 1 -14 -16Z',
  plan: 'M0 -24L24 0L0 24L-24 0Z',
  topic: 'M0 -21L21 -5L13 18H-13L-21 -5Z',
  fact: 'M-15 0a15 15 0 1 0 30 0a15 15 0 1 0 -30 0Z',
};

/** Where a kind stands in the order of kinds. */
export function rank(kind) {
  const place = ORDER.indexOf(kind);
  return place < 0 ? ORDER.length : place;
}

/** The family a kind belongs to, which gives its colour and its shape. */
export function family(kind) {
  return FAMILY.get(kind) ?? 'fact';
}

/** The outline of a kind, as the data of an SVG path. */
export function shape(kind) {
  return SHAPES[family(kind)];
}

/** One to three letters for every kind, no two the same: as few of the first letters of its name as tell it from those before. */
function codes(names) {
  const taken = new Set();
  const given = new Map();
  for (const kind of Object.keys(names).sort((one, other) => rank(one) - rank(other))) {
    const letters = [...names[kind][0].replace(/[^\p{L}]/gu, '')];
    const first = letters.shift()?.toUpperCase() ?? '?';
    const tries = [first, ...letters.map((letter) => first + letter), ...letters.map((letter, at) => first + letter + (letters[at + 1] ?? at))];
    const code = tries.find((candidate) => !taken.has(candidate.toLowerCase())) ?? kind.slice(0, 3);
    taken.add(code.toLowerCase());
    given.set(kind, code);
  }
  return given;
}

/** The French names of kinds, `{ Action: ['Action', 'Actions'] }`, with a code for each; a kind without one goes by its own name. */
export function vocabulary(names) {
  const given = codes(names);
  return {
    kinds: Object.keys(names),
    one: (kind) => names[kind]?.[0] ?? kind,
    many: (kind) => names[kind]?.[1] ?? kind,
    code: (kind) => given.get(kind) ?? kind.slice(0, 2),
  };
}

/** The shape and the letters of a kind, as they stand in the drawing. */
export function glyph(kind, words) {
  const icon = svg('svg', { class: 'graph-glyph', viewBox: '-25 -25 50 50', 'data-family': family(kind), 'aria-hidden': 'true' },
    svg('path', { class: 'graph-shape', d: shape(kind) }),
    svg('text', { class: 'graph-code', y: 6 }, words.code(kind)));
  return html('span', { class: 'graph-mark' }, icon);
}
