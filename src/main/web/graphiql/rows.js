/** Parts of connections, which say nothing of an item. */
const PAGES = new Set(['nodes', 'edges', 'node']);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function listIn(value) {
  return [value, value?.nodes, value?.edges].find(Array.isArray);
}

/** Calls back with each value in an item and its heading, the path that leads there; with undefined for an empty list. */
function eachValue(value, path, add) {
  if (Array.isArray(value) && value.length > 0) {
    value.forEach((each) => eachValue(each, path, add));
  } else if (isObject(value) && Object.keys(value).length > 0) {
    Object.entries(value).forEach(([key, inner]) => eachValue(inner, PAGES.has(key) ? path : [...path, key], add));
  } else {
    add(path.join('.'), Array.isArray(value) ? undefined : value);
  }
}

function word(value) {
  return typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value ?? '–');
}

function cell(values = []) {
  const found = values.filter((value) => value !== undefined);
  return found.length < 2 ? word(found[0] ?? '') : found.map(word).join(', ');
}

/** Headings in the order of the answer; where a node is missing in one item, its fields stand where it would. */
function ordered(headings) {
  const all = [...headings];
  const below = (heading) => all.filter((other) => other.startsWith(`${heading}.`));
  return [...new Set(all.flatMap((heading) => (below(heading).length ? below(heading) : [heading])))];
}

function table(name, items, total) {
  const rows = items.map((item) => {
    const byHeading = new Map();
    if (item !== null) {
      eachValue(item, isObject(item) ? [] : [name], (heading, value) =>
        byHeading.set(heading, [...(byHeading.get(heading) ?? []), value]),
      );
    }
    return byHeading;
  });
  const columns = ordered(new Set(rows.flatMap((row) => [...row.keys()]))).map((heading) => {
    const values = rows.map((row) => row.get(heading) ?? []).filter(([first]) => (first ?? undefined) !== undefined);
    return { heading, numeric: values.length > 0 && values.every(([first, ...more]) => typeof first === 'number' && !more.length) };
  });
  return { name, columns, rows: rows.map((row) => columns.map(({ heading }) => cell(row.get(heading)))), total };
}

/**
 * The one list at the root of an answer, which is JSON: {name, columns: [{heading, numeric}], rows: [[text]], total, incomplete},
 * or else the reason why there is no table, as a sentence: {reason}.
 */
export function tableOf(answer) {
  if (!answer.trim()) {
    return { reason: 'Exécutez la requête : sa réponse sera ici.' };
  }
  let parsed;
  try {
    parsed = JSON.parse(answer);
  } catch {
    return { reason: 'La réponse n’est pas du JSON : voyez-la telle quelle.' };
  }
  if (!isObject(parsed?.data)) {
    const messages = (parsed?.errors ?? []).map(({ message }) => message).join(' ');
    return { reason: `La réponse n’a pas de données. ${messages}`.trim() };
  }
  const lists = Object.entries(parsed.data).filter(([, value]) => listIn(value));
  if (lists.length !== 1) {
    return {
      reason: lists.length
        ? `La réponse a plusieurs listes (${lists.map(([name]) => name).join(', ')}) : un tableau n’en montre qu’une. Demandez-les une à une.`
        : 'La réponse n’a pas de liste à sa racine (« nodes », « edges » ou une liste simple) : seul le JSON la montre.',
    };
  }
  const [[name, value]] = lists;
  return { ...table(name, listIn(value), value.totalCount), incomplete: parsed.errors?.length > 0 };
}
