import { collapse, expand, learn, missing, showKind, showWays, undo } from './model.js';
import { picture, pngFile, save, svgFile } from './pictures.js';
import { scene } from './scene.js';
import { counted, expansion, found, reduction } from './words.js';

const visible = (state) => scene(state).nodes.length;

/** Runs one piece of work for a key at a time; where it fails, says why and leaves all as it was. */
function attempts(section, say) {
  const pending = new Set();
  return async (key, work) => {
    if (pending.has(key)) {
      return;
    }
    pending.add(key);
    section.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (failure) {
      say(failure.message);
    } finally {
      pending.delete(key);
      section.setAttribute('aria-busy', String(pending.size > 0));
    }
  };
}

/** The steps that change what is shown; each says in one sentence what changed. */
function changes({ asking, words, views, show, current, attempt }) {
  const label = (id) => current().nodes.get(id)?.label ?? id;
  return {
    expand: (id) => attempt(id, async () => {
      const nodes = current().neighbours.has(id) ? null : await asking.neighbours(id);
      const known = nodes ? learn(current(), id, nodes) : current();
      if (known.view.opened.has(id) && missing(known, id).length === 0) {
        views.say(expansion(label(id), 0, 0));
        return;
      }
      const next = expand(known, id);
      show(next, expansion(label(id), visible(next) - visible(known), missing(next, id).length));
    }),
    collapse(id) {
      if (current().view.opened.has(id)) {
        const next = collapse(current(), id);
        show(next, reduction(label(id), visible(current()) - visible(next)));
      }
    },
    showKind(kind, shown) {
      show(showKind(current(), kind, shown), `Genre ${shown ? 'affiché' : 'masqué'} : ${words.many(kind)}.`);
    },
    showWays: (text) => attempt('ways', async () => {
      const { nodes, view } = current();
      const from = view.centre ?? view.ways.from;
      const to = [...nodes.values()].find((node) => node.label === text)?.id ?? text;
      const answer = await asking.ways(from, to);
      const { paths } = answer;
      const sentence = found(answer, label(from), paths[0]?.nodes.at(-1).label ?? label(to));
      if (paths.length) {
        show(showWays(current(), { from, to, paths }), sentence);
      } else {
        views.say(sentence);
      }
    }),
    clearWays: () => show(showWays(current(), null), 'Chemin effacé.'),
    undo() {
      const next = undo(current());
      if (next === current()) {
        views.say('Il n’y a rien à annuler.');
      } else {
        show(next, `Dernière étape annulée : ${counted(visible(next), 'nœud affiché', 'nœuds affichés')}.`);
      }
    },
  };
}

function downloads({ words, views, current, attempt }) {
  const subject = () => current().nodes.get(current().view.centre ?? current().view.ways?.from);
  const drawn = () => picture(views.drawing, scene(current()), words, `Graphe : ${subject()?.label}`);
  const name = (format) => `graphe-${subject()?.id.replaceAll('/', '-')}.${format}`;
  return {
    saveSvg: () => attempt('svg', async () => save(svgFile(drawn()), name('svg'))),
    savePng: () => attempt('png', async () => save(await pngFile(drawn()), name('png'))),
  };
}

/** All that a visitor can do, by name. */
export function stepper(context) {
  const attempt = attempts(context.section, context.views.say);
  const { viewport } = context.views.drawing;
  const { closer, farther, whole } = viewport;
  return { attempt, closer, farther, whole, ...changes({ ...context, attempt }), ...downloads({ ...context, attempt }) };
}
