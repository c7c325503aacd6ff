import { addressOf, opened, read } from './address.js';
import { server } from './asking.js';
import { createLegend, createToolbar, help } from './controls.js';
import { createDrawing } from './drawing.js';
import { html } from './elements.js';
import { listenToBadges, listenToKeys, listenToUndo } from './keys.js';
import { vocabulary } from './kinds.js';
import { createLayout } from './layout.js';
import { createList } from './list.js';
import { begin, missing } from './model.js';
import { scene } from './scene.js';
import { stepper } from './steps.js';
import { counted, found } from './words.js';

function ends({ id, from, to }, given) {
  const [start, end] = [from ?? id, to ?? given.to];
  return start && end ? { from: start, to: end } : null;
}

function greeting(state) {
  const rest = missing(state, state.view.centre)?.length ?? 0;
  const shown = counted(scene(state).nodes.length, 'nœud affiché', 'nœuds affichés');
  return rest ? `${shown}, ${counted(rest, 'autre voisin', 'autres voisins')} à développer.` : `${shown}.`;
}

/** The parts of the page that show a scene, as one. */
function createViews(section, words, actions, place) {
  const { root = '' } = section.dataset;
  const host = (name) => section.querySelector(`[data-graph-${name}]`);
  const controls = html('div', { class: 'graph-controls' });
  host('canvas').before(controls);
  const toolbar = createToolbar(controls, words, actions, place);
  const legend = createLegend(controls, words, actions);
  toolbar.finish();
  const drawing = createDrawing(host('canvas'), root, words);
  const layout = createLayout(drawing.place, drawing.viewport.ratio);
  const list = createList(host('list'), root, words, actions, drawing.point);
  host('canvas').append(help());
  return {
    drawing,
    say: toolbar.say,
    show(shown, to) {
      section.classList.add('graph-ready');
      [drawing, layout, list, legend].forEach((view) => view.show(shown));
      toolbar.show(shown, to);
    },
  };
}

/** Where the focus was on a node that has gone, or was moved, it goes to the same node or to the first. */
function keepingFocus(drawing, show) {
  const focused = document.activeElement?.closest('.graph-node')?.dataset.id;
  show();
  if (focused && !document.activeElement?.closest('.graph-node')) {
    drawing.focus(drawing.places().has(focused) ? focused : drawing.places().keys().next().value);
  }
}

/**
 * Makes a section of the page, `[data-graph]`, a graph to be explored. The section says with `data-id`, `data-label` and `data-kind`
 * which node is the centre, or with `data-from` and `data-to` between which nodes the shortest ways are shown.
 */
export async function explore(section, place = 0) {
  const { id, label, kind, kinds, root = '' } = section.dataset;
  const words = vocabulary(JSON.parse(kinds ?? '{}'));
  const asking = server(root);
  const given = read(location.search);
  const between = ends(section.dataset, given);
  let state = begin(id ? { id, kind, label } : null);
  const actions = {};
  const views = createViews(section, words, actions, place);
  const show = (next, sentence) => {
    state = next;
    const shown = scene(state);
    keepingFocus(views.drawing, () => views.show(shown, state.view.ways?.to));
    history.replaceState(history.state, '', addressOf(state, shown.kinds) + location.hash);
    views.say(sentence);
  };
  Object.assign(actions, stepper({ section, asking, words, views, show, current: () => state }));
  listenToBadges(views.drawing, actions);
  listenToKeys(views.drawing, actions);
  listenToUndo(actions);
  await actions.attempt('', async () => {
    const { state: first, ways } = await opened(state, given, between, asking);
    const name = (end) => first.nodes.get(end)?.label ?? end;
    const sentence = ways ? found(ways, name(between.from), name(between.to)) : greeting(first);
    if (first.view.centre === null && first.view.ways === null) {
      views.say(sentence);
    } else {
      show(first, sentence);
    }
  });
}
