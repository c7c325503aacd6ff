// Bundles the pages into a folder: the pages themselves, and under assets/ what they load, named by content.
import { build } from 'esbuild';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { adaptation } from './adapt.mjs';

const out = process.argv[2];
const assets = join(out, 'assets');

const common = {
  bundle: true,
  minify: true,
  outdir: assets,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  metafile: true,
  legalComments: 'eof',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** The address of the output that came from each entry point, relative to the page: a proxy may serve it below a path. */
function addresses({ metafile }) {
  return Object.entries(metafile.outputs).map(([file, { entryPoint }]) => ({
    entryPoint,
    address: `assets/${basename(file)}`,
    file,
  }));
}

async function buildWorkers() {
  const entryPoints = {
    editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
    graphql: 'monaco-graphql/esm/graphql.worker.js',
    json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  };
  const result = await build({ ...common, entryPoints, format: 'iife' });
  const outputs = addresses(result);
  return Object.fromEntries(
    Object.entries(entryPoints).map(([label, entry]) => [
      label,
      outputs.find(({ entryPoint }) => entryPoint?.endsWith(entry)).address,
    ]),
  );
}

async function buildGraphiql(workers) {
  const result = await build({
    ...common,
    entryPoints: { graphiql: 'graphiql/main.jsx', icon: 'graphiql/icon.svg' },
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    plugins: [adaptation],
    loader: { '.svg': 'copy', '.ttf': 'file' },
    define: { ...common.define, WORKERS: JSON.stringify(workers) },
  });
  const found = addresses(result).map(({ address }) => address);
  const address = (pattern) => found.find((candidate) => pattern.test(candidate));
  const page = (await readFile('graphiql/index.html', 'utf8'))
    .replace('%script%', address(/graphiql-.*\.js$/))
    .replace('%style%', address(/graphiql-.*\.css$/))
    .replace('%icon%', address(/icon-.*\.svg$/));
  await writeFile(join(out, 'graphiql.html'), page);
}

/** The server has it, too, for files that hold it whole. */
const STYLE = '../resources/pages/style.css';

/** The pages' own scripts and style sheets: which name of theirs is at which address, pages.json tells the server. */
async function buildPages() {
  // The modules of d3 name no licence themselves, and theirs wants to be told with them.
  const licence = await readFile('node_modules/d3-force/LICENSE', 'utf8');
  const names = (await readdir('pages')).filter((name) => /\.(js|css|svg)$/.test(name)).sort();
  const result = await build({
    ...common,
    entryPoints: [STYLE, ...names.map((name) => `pages/${name}`)],
    format: 'esm',
    target: 'es2022',
    loader: { '.graphql': 'text', '.svg': 'copy', '.woff2': 'file' },
    footer: { js: `/* d3-force, d3-dispatch, d3-quadtree, d3-timer:\n${licence}*/` },
  });
  const outputs = addresses(result).filter(({ entryPoint }) => entryPoint);
  const pages = Object.fromEntries(outputs.map(({ entryPoint, address }) => [basename(entryPoint), address]).sort());
  await writeFile(join(out, 'pages.json'), `${JSON.stringify(pages, null, 2)}\n`);
}

async function compress() {
  for (const name of await readdir(assets)) {
    const file = join(assets, name);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
  }
}

await rm(out, { recursive: true, force: true });
await buildGraphiql(await buildWorkers());
await buildPages();
await compress();
