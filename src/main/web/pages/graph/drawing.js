import { svg } from './elements.js';
import { family, shape } from './kinds.js';
import { typesetter } from './labels.js';
import { createViewport } from './viewport.js';
import { neighbourCount, number } from './words.js';

const ROOM = { left: 74, right: 74, top: 34, bottom: 66 };

/** How a node is read out: what kind of thing, its whole label, how many neighbours. */
function name(node, words) {
  return `${words.one(node.kind)} : ${node.label}, ${neighbourCount(node.total)}`;
}

/** A small disc at a node for the mouse; the keyboard has its keys, the list its buttons. */
function badge(action, x, text) {
  const width = Math.max(24, 12 + 7 * text.length);
  const left = action === 'collapse' ? x - width : x;
  return svg('g', { class: 'graph-badge', 'data-action': action },
    svg('title', {}, action === 'collapse' ? 'Réduire' : 'Développer'),
    svg('rect', { x: left, y: -36, width, height: 24, rx: 12 }),
    svg('text', { x: left + width / 2, y: -19 }, text));
}

function badges(node) {
  const found = [];
  if (node.rest === null || node.rest > 0) {
    found.push(badge('expand', 8, node.rest === null || !node.opened ? '+' : `+ ${number(node.rest)}`));
  }
  if (node.opened) {
    found.push(badge('collapse', -8, '−'));
  }
  return found;
}

function createNode(node, { root, words, typeset }) {
  const lines = typeset(node.label);
  const transform = node.centre ? 'scale(1.2)' : null;
  const below = family(node.kind) === 'fact' ? 38 : 42;
  return svg('g', { class: 'graph-node', transform: 'translate(0 0)', 'data-id': node.id, 'data-kind': node.kind, 'data-family': family(node.kind) },
    svg('a', { href: root + node.id },
      svg('title'),
      svg('rect', { class: 'graph-ring', x: -27, y: -27, width: 54, height: 54, rx: 15 }),
      svg('path', { class: 'graph-shape', d: shape(node.kind), transform }),
      svg('text', { class: 'graph-code', y: 5, transform }, words.code(node.kind)),
      svg('text', { class: 'graph-label' }, ...lines.map((line, at) => svg('tspan', { x: 0, y: below + 14 * at }, line)))),
    svg('g', { class: 'graph-badges', 'aria-hidden': 'true' }));
}

function updateNode(group, node, words) {
  const link = group.firstChild;
  const read = name(node, words);
  const badged = `${node.opened} ${node.rest}`;
  if (link.firstChild.textContent !== read) {
    link.firstChild.textContent = read;
  }
  group.classList.toggle('graph-centre', node.centre);
  group.classList.toggle('graph-on-way', node.way);
  if (group.dataset.badges !== badged) {
    group.dataset.badges = badged;
    group.lastChild.replaceChildren(...badges(node));
  }
}

/** Keeps one element for every item, by key, in the order of items; the ones in place are not touched, so that the focus stays. */
function joined(layer, elements, items, key, create) {
  const wanted = new Set(items.map(key));
  for (const [id, element] of elements) {
    if (!wanted.has(id)) {
      element.remove();
      elements.delete(id);
    }
  }
  let next = layer.firstChild;
  for (const item of items) {
    const element = elements.get(key(item)) ?? create(item);
    elements.set(key(item), element);
    if (element === next) {
      next = next.nextSibling;
    } else {
      layer.insertBefore(element, next);
    }
  }
}

function extent(points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [x, y] = [left - ROOM.left, top - ROOM.top];
  return { x, y, width: right + ROOM.right - x, height: bottom + ROOM.bottom - y };
}

/** A drawing of scenes in an element: links of SVG that `place(positions)` moves. */
export function createDrawing(host, root, words) {
  const [lines, groups] = [new Map(), new Map()];
  const edgeLayer = svg('g', { class: 'graph-edges', 'aria-hidden': 'true' });
  const nodeLayer = svg('g', { class: 'graph-nodes' });
  const plane = svg('g', {}, edgeLayer, nodeLayer);
  const canvas = svg('svg', { class: 'graph-canvas', role: 'group', 'aria-label': 'Graphe' }, plane);
  host.replaceChildren(canvas);
  const viewport = createViewport(canvas, plane);
  const typeset = typesetter(canvas);
  let places = new Map();
  let edges = [];

  return {
    canvas,
    viewport,
    show(scene) {
      edges = scene.edges;
      joined(edgeLayer, lines, edges, ({ key }) => key, () => svg('line'));
      edges.forEach(({ key, way }) => lines.get(key).classList.toggle('graph-on-way', way));
      joined(nodeLayer, groups, scene.nodes, ({ id }) => id, (node) => createNode(node, { root, words, typeset }));
      scene.nodes.forEach((node) => updateNode(groups.get(node.id), node, words));
    },
    place(positions, moving) {
      places = positions;
      canvas.classList.toggle('graph-moving', moving);
      for (const [id, group] of groups) {
        const { x, y } = positions.get(id);
        group.transform.baseVal.getItem(0).setTranslate(x, y);
      }
      for (const { key, source, target } of edges) {
        const [line, from, to] = [lines.get(key), positions.get(source), positions.get(target)];
        line.x1.baseVal.value = from.x;
        line.y1.baseVal.value = from.y;
        line.x2.baseVal.value = to.x;
        line.y2.baseVal.value = to.y;
      }
      viewport.extend(extent(positions.values()));
    },
    places: () => places,
    extent: () => extent(places.values()),
    focus(id) {
      groups.get(id)?.firstChild.focus({ preventScroll: true });
    },
    /** Marks a node, and the edges at it, while it is pointed at elsewhere; null marks none. */
    point(id) {
      canvas.classList.toggle('graph-pointing', id !== null);
      const near = new Set([id]);
      for (const { key, source, target } of edges) {
        const at = source === id || target === id;
        lines.get(key).classList.toggle('graph-pointed', at);
        if (at) {
          near.add(source).add(target);
        }
      }
      groups.forEach((group, other) => group.classList.toggle('graph-pointed', near.has(other)));
    },
  };
}
