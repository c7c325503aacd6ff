# Le contrat, d’où GraphQL Code Generator tire les types de vos requêtes (npm install --save-dev @graphql-codegen/cli).
curl --silent --show-error --output schema.graphqls "${JALON:-http://127.0.0.1:8080}/schema.graphqls"
echo "import type { CodegenConfig } from '@graphql-codegen/cli';
export default {
  schema: 'schema.graphqls',
  documents: 'src/**/*.graphql',
  generates: { 'src/jalon.ts': { plugins: ['typescript', 'typescript-operations'], config: { scalars: { Date: 'string', Url: 'string', PeriodLabel: 'string', PagePath: 'string' } } } },
} satisfies CodegenConfig;" > codegen.ts
