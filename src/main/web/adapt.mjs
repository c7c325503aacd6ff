// Adapts GraphiQL as it is bundled, where it has no settings for that: its words, and what its search finds.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FRENCH } from './graphiql/french.js';

const CONSTANTS = '@graphiql/react/dist/constants.js';
const SEARCH = '@graphiql/plugin-doc-explorer/dist/components/search.js';

/**
 * The search of the documentation asks doc-search.js what fits, and Ctrl is the key of that name: elsewhere than on a Mac,
 * Monaco means the one with the Windows flag by WinCtrl.
 */
const PASSAGES = {
  ...FRENCH,
  [CONSTANTS]: { ...FRENCH[CONSTANTS], 'KeyMod.WinCtrl': '(isMacOs ? KeyMod.WinCtrl : KeyMod.CtrlCmd)' },
  [SEARCH]: {
    ...FRENCH[SEARCH],
    'import { useDocExplorer,': `import { documentationMatches } from ${JSON.stringify(resolve('graphiql/doc-search.js'))};\nimport { useDocExplorer,`,
    'if (!schema) {\n        return matches;\n      }':
      'if (!schema) {\n        return matches;\n      }\n      return documentationMatches(schema, navItem.def, searchValue);',
  },
};

/** Puts other text in the place of what stands there, and fails where it does not, as in another release. */
export function adapted(source, passages, file) {
  return Object.entries(passages).reduce((text, [passage, instead]) => {
    if (!text.includes(passage)) {
      throw new Error(`${file} has no ${passage}: see what it says there, and mend graphiql/french.js or adapt.mjs`);
    }
    return text.replaceAll(passage, () => instead);
  }, source);
}

/** An esbuild plugin that adapts those files, and fails where one of them is not bundled. */
export const adaptation = {
  name: 'adaptation',
  setup(build) {
    const files = Object.fromEntries(Object.keys(PASSAGES).map((file) => [resolve('node_modules', file), file]));
    const left = new Set(Object.values(files));
    build.onLoad({ filter: /node_modules.*\.js$/ }, async ({ path }) => {
      const file = files[path];
      if (!file) {
        return undefined;
      }
      left.delete(file);
      return { contents: adapted(await readFile(path, 'utf8'), PASSAGES[file], file), loader: 'js' };
    });
    build.onEnd(() => (left.size ? { errors: [...left].map((file) => ({ text: `${join('node_modules', file)} is not bundled` })) } : undefined));
  },
};
