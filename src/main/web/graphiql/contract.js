import { buildSchema } from 'graphql';

/** The contract by its text, for a server that does not answer introspection. */
export async function loadContract() {
  const response = await fetch('schema.graphqls');
  return buildSchema(await response.text());
}
