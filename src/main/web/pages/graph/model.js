import { rank } from './kinds.js';

/** How many neighbours an expansion adds at the most. */
export const BATCH = 25;

const collator = new Intl.Collator('fr', { numeric: true });

function compared(one, other) {
  return rank(one.kind) - rank(other.kind) || collator.compare(one.label, other.label) || collator.compare(one.id, other.id);
}

/**
 * A state, which no function here changes: what is known (`nodes` by id, `neighbours` by id in their order), what is looked at
 * (`view`) and the views before (`past`). A view is the centre, the ways, the hidden kinds, and of every expanded node how many of
 * its first neighbours it shows: so what is shown follows from the view alone, in whatever order it came about.
 */
export function begin(centre) {
  return {
    nodes: new Map(centre ? [[centre.id, centre]] : []),
    neighbours: new Map(),
    view: { centre: centre?.id ?? null, opened: new Map(), hidden: new Set(), ways: null },
    past: [],
  };
}

function known(nodes, more) {
  return new Map([...nodes, ...more.filter(({ id }) => !nodes.has(id)).map((node) => [node.id, node])]);
}

function looking(state, change) {
  return { ...state, view: { ...state.view, ...change }, past: [...state.past, state.view] };
}

/** The state that also knows the neighbours of a node. */
export function learn(state, id, nodes) {
  const ordered = nodes.filter((node) => node.id !== id).sort(compared);
  const neighbours = new Map(state.neighbours).set(id, ordered.map((node) => node.id));
  return { ...state, nodes: known(state.nodes, ordered), neighbours };
}

/** What the view shows before anything is expanded: its centre and the nodes of its ways. */
export function anchors({ view }) {
  const ends = view.ways ? [view.ways.from, ...view.ways.paths.flatMap(({ nodes }) => nodes), view.ways.to] : [];
  return new Set([view.centre, ...ends].filter((id) => id !== null));
}

/** The ids of what is shown, of hidden kinds too, each with the node that brought it: the centre, its neighbours, theirs. */
export function reached(state) {
  const bringers = new Map([...anchors(state)].filter((id) => state.nodes.has(id)).map((id) => [id, null]));
  for (const id of bringers.keys()) {
    const brought = state.neighbours.get(id)?.slice(0, state.view.opened.get(id) ?? 0) ?? [];
    for (const neighbour of brought) {
      if (!bringers.has(neighbour)) {
        bringers.set(neighbour, id);
      }
    }
  }
  return bringers;
}

/** The neighbours of a node that are not shown and of no hidden kind; null where they were not asked for. */
export function missing(state, id, shown = reached(state)) {
  const neighbours = state.neighbours.get(id);
  const { hidden } = state.view;
  return neighbours?.filter((other) => !shown.has(other) && !hidden.has(state.nodes.get(other).kind)) ?? null;
}

/** How many neighbours a node shows after its first expansion, as far as no other node shows any of them. */
export function usual(state, id) {
  return Math.min(BATCH, state.neighbours.get(id)?.length ?? BATCH);
}

/** Shows up to 25 more neighbours of a node whose neighbours are known. */
export function expand(state, id) {
  const neighbours = state.neighbours.get(id);
  const left = missing(state, id);
  const count = left.length <= BATCH ? neighbours.length : neighbours.indexOf(left[BATCH - 1]) + 1;
  return open(state, id, count);
}

/** Shows exactly so many of the first neighbours of a node. */
export function open(state, id, count) {
  return looking(state, { opened: new Map(state.view.opened).set(id, count) });
}

/** The same state where only nodes that are shown are expanded. */
export function pruned(state) {
  const shown = reached(state);
  const opened = new Map([...state.view.opened].filter(([id]) => shown.has(id)));
  return { ...state, view: { ...state.view, opened } };
}

/** Removes what only one node brought, with all that these had brought in their turn. */
export function collapse(state, id) {
  const opened = new Map(state.view.opened);
  opened.delete(id);
  return pruned(looking(state, { opened }));
}

/** Shows or hides all nodes of a kind. */
export function showKind(state, kind, visible) {
  const hidden = new Set(state.view.hidden);
  hidden[visible ? 'delete' : 'add'](kind);
  return looking(state, { hidden });
}

/** Hides all kinds known but these. */
export function scoped(state, kinds) {
  const known = [...state.nodes.values()].map(({ kind }) => kind);
  return looking(state, { hidden: new Set(known.filter((kind) => !kinds.has(kind))) });
}

/** Shows ways between two nodes, `{ from, to, paths: [{ nodes, steps }] }` of whole nodes, or none. */
export function showWays(state, ways) {
  if (ways === null) {
    return pruned(looking(state, { ways }));
  }
  const nodes = known(state.nodes, ways.paths.flatMap((path) => path.nodes));
  const paths = ways.paths.map((path) => ({ ...path, nodes: path.nodes.map(({ id }) => id) }));
  return pruned(looking({ ...state, nodes }, { ways: { ...ways, paths } }));
}

/** The view before the last step; what has been learnt stays known. */
export function undo(state) {
  return state.past.length ? { ...state, view: state.past.at(-1), past: state.past.slice(0, -1) } : state;
}

/** The same state with nothing to undo. */
export function settled(state) {
  return { ...state, past: [] };
}
