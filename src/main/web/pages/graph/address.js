import { usual } from './model.js';

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
  const { centre, hidden, ways } = state.view;
  const parts = centre === null ? [`de=${part(ways.from)}`] : [`id=${part(centre)}`];
  if (ways) {
    parts.push(`vers=${part(ways.to)}`);
  }
  if (!isFirst(state)) {
    parts.push(`ouverts=${openedText(state)}`);
  }
  if (hidden.size) {
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
