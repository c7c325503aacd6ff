import { svg } from './elements.js';
import { family, shape } from './kinds.js';

const INHERITED = [
  'fill', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'paint-order',
  'font-family', 'font-size', 'font-weight', 'text-anchor',
];
const LARGEST = 8000;
const COLUMN = 230;

/** Writes what style sheets say into attributes, as far as the parent does not say it: a picture on its own has no style sheet. */
function inked(original, copy, above = {}) {
  const computed = getComputedStyle(original);
  const style = Object.fromEntries(INHERITED.map((property) => [property, computed.getPropertyValue(property)]));
  INHERITED.filter((property) => style[property] !== above[property]).forEach((property) => copy.setAttribute(property, style[property]));
  copy.removeAttribute('class');
  const copies = [...copy.children];
  [...original.children].forEach((child, at) => inked(child, copies[at], style));
  if (computed.display === 'none') {
    copy.remove();
  }
}

function linked(copy) {
  copy.querySelectorAll('a').forEach((link) => link.setAttribute('href', new URL(link.getAttribute('href'), document.baseURI).href));
}

/** The kinds that are shown, in columns below the drawing. */
function legend(kinds, words, { x, y, width, height }) {
  const columns = Math.max(1, Math.floor(width / COLUMN));
  const rows = Math.ceil(kinds.length / columns);
  const marks = kinds.map(({ kind }, at) => {
    const [left, top] = [x + 30 + (at % columns) * COLUMN, y + height + 24 + Math.floor(at / columns) * 34];
    return svg('g', { class: 'graph-node', 'data-family': family(kind), transform: `translate(${left} ${top})` },
      svg('path', { class: 'graph-shape', d: shape(kind), transform: 'scale(.62)' }),
      svg('text', { class: 'graph-code', y: 5, transform: 'scale(.75)' }, words.code(kind)),
      svg('text', { class: 'graph-key', x: 22, y: 4 }, words.many(kind)));
  });
  return { group: svg('g', {}, ...marks), height: 24 + rows * 34 };
}

/** The drawing with its legend as an SVG of its own, in the colours it has at the moment: `{ text, width, height }`. */
export function picture(drawing, scene, words, title) {
  const bounds = drawing.extent();
  const [x, y] = [Math.floor(bounds.x), Math.floor(bounds.y)];
  const kinds = scene.kinds.filter(({ visible, shown }) => visible && shown > 0);
  const { group, height } = legend(kinds, words, bounds);
  const plane = drawing.canvas.firstChild;
  const far = drawing.canvas.classList.contains('graph-far');
  drawing.canvas.classList.remove('graph-far');
  plane.append(group);
  const [width, total] = [Math.ceil(Math.max(bounds.width, COLUMN)), Math.ceil(bounds.height + height)];
  const whole = plane.cloneNode(true);
  inked(plane, whole);
  group.remove();
  drawing.canvas.classList.toggle('graph-far', far);
  whole.removeAttribute('transform');
  whole.querySelectorAll('[aria-hidden=true]:not(:has(line))').forEach((badges) => badges.remove());
  linked(whole);
  const paper = svg('rect', { x, y, width, height: total, fill: getComputedStyle(drawing.canvas).backgroundColor });
  const root = svg('svg', { viewBox: `${x} ${y} ${width} ${total}`, width, height: total, lang: 'fr' }, svg('title', {}, title), paper, whole);
  return { text: new XMLSerializer().serializeToString(root), width, height: total };
}

/** Hands a file to the visitor. */
export function save(blob, name) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

/** A picture as the blob of an SVG file. */
export function svgFile({ text }) {
  return new Blob([text], { type: 'image/svg+xml' });
}

/** A picture as the blob of a PNG file, twice as fine as the screen as far as browsers can. */
export async function pngFile({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(2, LARGEST / width, LARGEST / height);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
