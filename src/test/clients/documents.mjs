// documents.mjs OUT FOLDER...: the documents of the folders as modules, in whose names operations and fragments are told
// apart, as Relay wants them: OUT/documents for codegen, OUT/relay for Relay, OUT/variables.json.
import { mkdirSync, readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, print, visit } from 'graphql';

const [out, ...folders] = process.argv.slice(2);
const variables = {};

function renamed(document, module) {
  const name = (node) => ({ ...node, name: { kind: 'Name', value: `${module}_${node.name.value}` } });
  return visit(document, {
    OperationDefinition: (node) => ({ ...node, name: { kind: 'Name', value: `${module}Query` } }),
    FragmentDefinition: name,
    FragmentSpread: name,
  });
}

/** Relay knows the types of roots, and lets nobody ask for them. */
function withoutRootTypename(definition) {
  const selections = definition.selectionSet.selections.filter((each) => each.name?.value !== '__typename');
  return definition.kind === 'OperationDefinition' ? { ...definition, selectionSet: { ...definition.selectionSet, selections } } : definition;
}

function write(folder, file) {
  const stem = file.replace(/\.graphql$/, '');
  const module = `${basename(folder)}-${stem}`.replace(/(^|[^A-Za-z0-9]+)(\w)/g, (_, between, first) => first.toUpperCase());
  const document = renamed(parse(readFileSync(join(folder, file), 'utf8')), module);
  writeFileSync(join(out, 'documents', `${module}.graphql`), print(document));
  const tagged = document.definitions.map((definition) => `graphql\`${print(withoutRootTypename(definition))}\`;\n`);
  writeFileSync(join(out, 'relay', `${module}.ts`), tagged.join('\n'));
  const values = join(folder, `${stem}.variables.json`);
  variables[`${module}Query`] = existsSync(values) ? JSON.parse(readFileSync(values, 'utf8')) : {};
}

mkdirSync(join(out, 'documents'), { recursive: true });
mkdirSync(join(out, 'relay'), { recursive: true });
for (const folder of folders) {
  readdirSync(folder).filter((file) => file.endsWith('.graphql')).sort().forEach((file) => write(folder, file));
}
writeFileSync(join(out, 'variables.json'), JSON.stringify(variables, null, 2));
console.log(Object.keys(variables).length);
