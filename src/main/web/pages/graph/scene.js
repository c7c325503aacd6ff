import { rank } from './kinds.js';
import { anchors, missing, reached } from './model.js';

function pair(one, other) {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The pairs of neighbours among what is shown, as far as expanded nodes and ways tell them. */
function edges(state, visible) {
  const found = new Map();
  const add = (source, target, way) => {
    const key = pair(source, target);
    if (visible.has(source) && visible.has(target) && (way || !found.has(key))) {
      found.set(key, { key, source, target, way });
    }
  };
  for (const id of state.view.opened.keys()) {
    state.neighbours.get(id)?.forEach((other) => add(id, other, false));
  }
  for (const { nodes } of state.view.ways?.paths ?? []) {
    nodes.slice(1).forEach((node, at) => add(nodes[at], node, true));
  }
  return [...found.values()];
}

/** Where the nodes of ways stand between the two ends, from 0 to the length of the ways. */
function stages(ways) {
  const found = new Map();
  for (const { nodes } of ways?.paths ?? []) {
    nodes.forEach((id, at) => found.set(id, at));
  }
  return found;
}

/** How many nodes of each kind are shown, in the order of kinds, and how many there are with all neighbours of expanded nodes. */
function tally(state, shown) {
  const counts = new Map();
  const opened = [...state.view.opened.keys()].flatMap((id) => state.neighbours.get(id));
  const candidates = new Set([...shown.keys(), ...opened]);
  for (const id of candidates) {
    const { kind } = state.nodes.get(id);
    const before = counts.get(kind) ?? { kind, shown: 0, known: 0, visible: !state.view.hidden.has(kind) };
    counts.set(kind, { ...before, shown: before.shown + (shown.has(id) ? 1 : 0), known: before.known + 1 });
  }
  return [...counts.values()].sort((one, other) => rank(one.kind) - rank(other.kind));
}

/** All that a state lets see: nodes in reading order, edges, counts by kind, ways. */
export function scene(state) {
  const shown = reached(state);
  const kept = anchors(state);
  const stage = stages(state.view.ways);
  const nodes = [...shown.keys()]
    .map((id) => state.nodes.get(id))
    .filter(({ id, kind }) => kept.has(id) || !state.view.hidden.has(kind))
    .map((node) => ({
      ...node,
      bringer: shown.get(node.id),
      centre: node.id === state.view.centre,
      way: stage.has(node.id),
      stage: stage.get(node.id) ?? null,
      opened: state.view.opened.has(node.id),
      total: state.neighbours.get(node.id)?.length ?? null,
      rest: missing(state, node.id, shown)?.length ?? null,
    }));
  const visible = new Set(nodes.map(({ id }) => id));
  const paths = state.view.ways?.paths.map((path) => path.nodes.map((id) => state.nodes.get(id))) ?? [];
  return { nodes, edges: edges(state, visible), kinds: tally(state, shown), paths, undoable: state.past.length > 0 };
}
