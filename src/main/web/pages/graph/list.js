import { button, html } from './elements.js';
import { glyph, rank } from './kinds.js';
import { number } from './words.js';

function act(label, key, node, action) {
  return button(label, () => action(node.id), { 'data-action': key, 'data-id': node.id, 'aria-label': `${label} : ${node.label}` });
}

function item(node, root, actions) {
  const more = node.opened && node.rest > 0 ? `Développer (+ ${number(node.rest)})` : 'Développer';
  return html('li', { 'data-id': node.id, class: node.way ? 'graph-on-way' : null },
    html('a', { href: root + node.id }, node.label),
    html('span', { class: 'graph-acts' },
      node.rest === null || node.rest > 0 ? act(more, 'expand', node, actions.expand) : null,
      node.opened ? act('Réduire', 'collapse', node, actions.collapse) : null));
}

function group(kind, nodes, context) {
  const { root, words, actions } = context;
  return html('section', { 'data-kind': kind },
    html('h3', {}, glyph(kind, words), nodes.length === 1 ? words.one(kind) : words.many(kind), html('span', { class: 'graph-count' }, number(nodes.length))),
    html('ul', {}, ...nodes.map((node) => item(node, root, actions))));
}

function way(nodes, root) {
  return html('li', {}, ...nodes.flatMap(({ id, label }, at) => [at ? ' → ' : '', html('a', { href: root + id }, label)]));
}

function ways(paths, root) {
  return html('section', { class: 'graph-ways' },
    html('h3', {}, paths.length === 1 ? 'Plus court chemin' : 'Plus courts chemins'),
    html('ol', {}, ...paths.map((nodes) => way(nodes, root))));
}

/** The focus goes back to where it was, or to the other button of the same node where that one is gone. */
function refocus(host, focused) {
  if (focused) {
    const of = (selector) => [...host.querySelectorAll(selector)].filter(({ dataset }) => dataset.id === focused.id);
    const [same] = of(`button[data-action="${focused.action}"]`);
    (same ?? of('button')[0])?.focus({ preventScroll: true });
  }
}

/** The nodes of scenes as a list by kind, in the place of the list the server wrote. */
export function createList(host, root, words, actions, pointed) {
  const id = (event) => event.target.closest('li[data-id]')?.dataset.id ?? null;
  host.addEventListener('pointerover', (event) => pointed(id(event)));
  host.addEventListener('pointerleave', () => pointed(null));
  return {
    show({ nodes, paths }) {
      const focused = host.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
      const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort((one, other) => rank(one) - rank(other));
      const context = { root, words, actions };
      const groups = kinds.map((kind) => group(kind, nodes.filter((node) => node.kind === kind), context));
      const { scrollTop } = host;
      host.replaceChildren(...(paths.length ? [ways(paths, root)] : []), ...groups);
      host.scrollTop = scrollTop;
      refocus(host, focused?.action ? focused : null);
    },
  };
}
