const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest node on one side of another: what lies off the way counts twice; null where there is none. */
export function nearest(places, id, [toX, toY]) {
  const from = places.get(id);
  let best = { id: null, distance: Infinity };
  for (const [other, { x, y }] of places) {
    const [dx, dy] = [x - from.x, y - from.y];
    const ahead = dx * toX + dy * toY;
    const aside = Math.abs(dx * toY) + Math.abs(dy * toX);
    const distance = ahead + 2 * aside;
    if (other !== id && ahead > 1 && ahead >= aside * 0.6 && distance < best.distance) {
      best = { id: other, distance };
    }
  }
  return best.id;
}

/** The discs at the nodes of a drawing, for the mouse. */
export function listenToBadges(drawing, actions) {
  drawing.canvas.addEventListener('click', ({ target }) => {
    const badge = target.closest('.graph-badge');
    if (badge) {
      actions[badge.dataset.action](badge.closest('.graph-node').dataset.id);
    }
  });
}

/** The keys on a node of a drawing; Enter is what a link does by itself. */
export function listenToKeys(drawing, actions) {
  // Not on the SVG itself: Chromium takes one that listens to the focus for a stop of the Tab key.
  const host = drawing.canvas.parentElement;
  host.addEventListener('keydown', (event) => {
    const id = event.target.closest('.graph-node')?.dataset.id;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key in WAYS) {
      const next = nearest(drawing.places(), id, WAYS[event.key]);
      if (next) {
        drawing.focus(next);
      }
    } else if (event.key === '+' || event.key === ' ') {
      actions.expand(id);
    } else if (event.key === '-') {
      actions.collapse(id);
    } else {
      return;
    }
    event.preventDefault();
  });
  host.addEventListener('focusin', (event) => {
    const id = event.target.closest('.graph-node')?.dataset.id;
    if (id && event.target.matches(':focus-visible')) {
      drawing.viewport.reveal(drawing.places().get(id) ?? { x: 0, y: 0 });
    }
  });
}

function isWriting(target) {
  return target.matches?.('textarea, select, [contenteditable], input:not([type=checkbox])') ?? false;
}

/** Ctrl+Z anywhere on the page but in a field, which has its own. */
export function listenToUndo(actions) {
  document.addEventListener('keydown', (event) => {
    const pressed = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (pressed && !isWriting(event.target)) {
      event.preventDefault();
      actions.undo();
    }
  });
}
