import { expand, learn, open, pruned, scoped, settled, showWays, usual } from './model.js';

function part(text) {
  return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':');
}

function openedText(state) {
  return [...state.view.opened]
    .map(([id, count]) => part(id) + (count === usual(state, id) ? '' : `*${count}`))
    .join(',');
}

function isFirst(state) {
  const { centre, opened, hidden } = state.view;
  return hidden.size === 0 && (centre === null ? opened.size === 0 : opened.size === 1 && opened.get(centre) === usual(state, centre));
}

/** The query of the address that shows a state: `?id=…&ouverts=a,b*50&genres=Action,Api&vers=…`. */
export function addressOf(state, counts) {
  const { centre, ways } = state.view;
  const parts = centre === null ? [`de=${part(ways.from)}`] : [`id=${part(centre)}`];
  if (ways) {
    parts.push(`vers=${part(ways.to)}`);
  }
  if (!isFirst(state)) {
    parts.push(`ouverts=${openedText(state)}`);
  }
  if (counts.some(({ visible }) => !visible)) {
    parts.push(`genres=${counts.filter(({ visible }) => visible).map(({ kind }) => part(kind)).join(',')}`);
  }
  return `?${parts.join('&')}`;
}

function list(text) {
  return text?.split(',').filter((each) => each !== '') ?? null;
}

/** What an address asks to show: `opened` as pairs of an id and a count (null: the usual), `kinds` and `to`; null where it is silent. */
export function read(search) {
  const given = new URLSearchParams(search);
  const opened = list(given.get('ouverts'))?.map((text) => {
    const [, id, count] = /^(.*?)(?:\*(\d+))?$/s.exec(text);
    return [id, count ? Number(count) : null];
  });
  return { opened: opened ?? null, kinds: list(given.get('genres')), to: given.get('vers')?.trim() || null };
}

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
