import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const MOST = 100;

/** Words without case and accents, so that "echeance" finds "Échéance". */
function folded(text) {
  return (text ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('’', "'").toLowerCase();
}

function fieldsOf(type) {
  const has = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return has ? Object.values(type.getFields()) : [];
}

/** Every type, field and argument with what could be looked for: the type one is within first. */
function* entries(schema, within) {
  const others = Object.values(schema.getTypeMap()).filter((type) => type !== within && !type.name.startsWith('__'));
  for (const type of fieldsOf(within).length ? [within, ...others] : others) {
    if (type !== within) {
      yield { of: type, group: 'types', match: { type } };
    }
    const group = type === within ? 'within' : 'fields';
    for (const field of fieldsOf(type)) {
      yield { of: field, group, match: { type, field } };
      for (const argument of field.args ?? []) {
        yield { of: argument, group, match: { type, field, argument } };
      }
    }
  }
}

/** The entries that fit: types and fields first, then arguments, of fields that do not fit themselves. */
function fitting(all, fits) {
  const found = all.filter(({ of, match }) => fits(of) && !(match.argument && fits(match.field)));
  return [...found.filter(({ match }) => !match.argument), ...found.filter(({ match }) => match.argument)];
}

/**
 * What of a contract has the words in its name, or else in its description, names first; a hundred at the most.
 * In the form that GraphiQL's documentation shows: {within: [...], types: [...], fields: [...]}.
 */
export function documentationMatches(schema, within, words) {
  const wanted = folded(words).trim();
  const all = [...entries(schema, within)];
  const named = fitting(all, ({ name }) => folded(name).includes(wanted));
  const described = wanted ? fitting(all, ({ description }) => folded(description).includes(wanted)) : [];
  const matches = { within: [], types: [], fields: [] };
  for (const { group, match } of [...new Set([...named, ...described])].slice(0, MOST)) {
    matches[group].push(match);
  }
  return matches;
}
