import { glyph } from './drawing.js';
import { html } from './elements.js';
import { number } from './words.js';

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
