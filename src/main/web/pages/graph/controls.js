import { button, html } from './elements.js';
import { glyph } from './kinds.js';
import { number } from './words.js';

const HELP =
  'Au clavier : Tab va de nœud en nœud, les flèches vers le plus proche de ce côté, Entrée ouvre la fiche, ' +
  '+ ou Espace développe, − réduit, Ctrl+Z annule. À la souris : glisser déplace, Ctrl et la molette agrandissent.';

function way(actions, id) {
  const options = html('datalist', { id });
  const field = html('input', { name: 'vers', list: id, placeholder: 'Identifiant ou nœud affiché', autocomplete: 'off', required: true });
  const clear = button('Effacer le chemin', () => actions.clearWays(), { class: 'graph-clear' });
  const form = html('form', { class: 'graph-way' }, html('label', {}, 'Chemin vers… ', field), html('button', {}, 'Tracer'), clear, options);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.showWays(field.value.trim());
  });
  return { form, options, field, clear };
}

/** The buttons, the field for a way, and the line that says what changed. */
export function createToolbar(host, words, actions, place) {
  const undo = button('Annuler (Ctrl+Z)', () => actions.undo(), { 'data-action': 'undo' });
  const { form, options, field, clear } = way(actions, `graph-shown-${place}`);
  const said = html('p', { class: 'graph-said', role: 'status', 'aria-live': 'polite' });
  host.append(
    html('div', { class: 'graph-bar' },
      undo,
      html('div', { class: 'graph-zoom', role: 'group', 'aria-label': 'Agrandissement' },
        button('−', () => actions.farther(), { 'aria-label': 'Zoom arrière', title: 'Zoom arrière' }),
        button('+', () => actions.closer(), { 'aria-label': 'Zoom avant', title: 'Zoom avant' }),
        button('Tout voir', () => actions.whole())),
      form,
      html('div', { class: 'graph-saves' },
        button('Télécharger en SVG', () => actions.saveSvg(), { 'data-action': 'svg' }),
        button('… en PNG', () => actions.savePng(), { 'data-action': 'png', 'aria-label': 'Télécharger … en PNG' }))),
  );
  return {
    /** Where the sentence stands: below everything else of the controls. */
    finish: () => host.append(said),
    show({ nodes, undoable, paths }, to) {
      undo.setAttribute('aria-disabled', String(!undoable));
      clear.hidden = paths.length === 0 || nodes.every(({ centre }) => !centre);
      options.replaceChildren(...nodes.filter(({ centre }) => !centre).map(({ id, kind, label }) => html('option', { value: id }, `${words.one(kind)} : ${label}`)));
      if (document.activeElement !== field) {
        field.value = to ?? '';
      }
    },
    say(sentence) {
      said.textContent = sentence;
    },
  };
}

function count({ shown, known }) {
  return shown === known ? number(known) : `${number(shown)} sur ${number(known)}`;
}

/** Checkboxes that show and hide the kinds of nodes at hand, each with its shape, its letters and how many there are. */
export function createLegend(host, words, actions) {
  const legend = html('fieldset', { class: 'graph-legend' });
  host.append(legend);
  host.addEventListener('change', ({ target }) => {
    if (target.name === 'graph-kind') {
      actions.showKind(target.value, target.checked);
    }
  });
  return {
    show({ kinds }) {
      const focused = legend.contains(document.activeElement) ? document.activeElement.value : null;
      const boxes = kinds.map((kind) => {
        const box = html('input', { type: 'checkbox', name: 'graph-kind', value: kind.kind, checked: kind.visible });
        const label = kind.known === 1 ? words.one(kind.kind) : words.many(kind.kind);
        return html('label', {}, box, glyph(kind.kind, words), label, html('span', { class: 'graph-count' }, count(kind)));
      });
      legend.replaceChildren(html('legend', {}, 'Genres affichés'), ...boxes);
      [...legend.querySelectorAll('input')].find(({ value }) => value === focused)?.focus({ preventScroll: true });
    },
  };
}

/** How the drawing is used, in words. */
export function help() {
  return html('p', { class: 'graph-help' }, HELP);
}
