import { buildSchema } from 'graphql';

async function text(language) {
  const response = await fetch(language === 'fr' ? 'schema.graphqls?langue=fr' : 'schema.graphqls');
  if (!response.ok) {
    throw new Error(`schema.graphqls: ${response.status}`);
  }
  return response.text();
}

/**
 * The contract by its text, with descriptions in that language, "fr" or "en": in French, and for a server that does not
 * answer introspection. Undefined where GraphiQL is to introspect the server, as where the text cannot be had.
 */
export async function loadContract(language, trustedOnly) {
  if (language !== 'fr' && !trustedOnly) {
    return undefined;
  }
  try {
    return buildSchema(await text(language));
  } catch (failure) {
    console.info('The contract is introspected, since its text cannot be read', failure);
    return undefined;
  }
}
