import { expand, learn, open, pruned, scoped, settled, showWays, usual } from './model.js';

/** The state an address asks for, from one at its start: every expanded node and the ways are asked for at once. */
export async function opened(state, given, ends, asking) {
  const { centre } = state.view;
  const wanted = given.opened ?? (centre === null ? [] : [[centre, null]]);
  const [answers, ways] = await Promise.all([
    Promise.all(wanted.map(([id]) => asking.neighbours(id))),
    ends ? asking.ways(ends.from, ends.to) : null,
  ]);
  let next = wanted.reduce((known, [id], at) => learn(known, id, answers[at]), state);
  if (ways?.paths.length) {
    next = showWays(next, { ...ends, paths: ways.paths });
  }
  if (given.kinds) {
    next = scoped(next, new Set(given.kinds));
  }
  if (given.opened === null && given.kinds && centre !== null) {
    next = expand(next, centre);
  } else {
    next = wanted.reduce((known, [id, count]) => open(known, id, count ?? usual(known, id)), next);
  }
  return { state: settled(pruned(next)), ways };
}
