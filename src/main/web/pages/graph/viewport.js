const CLOSEST = 2.5;
const FARTHEST = 0.06;
const FAR = 0.5;
const MARGIN = 24;
const SLACK = 4;

/**
 * What part of a plane a drawing shows. Dragging moves it, the wheel with Ctrl zooms; as long as the visitor does neither, it
 * follows the whole of the drawing.
 */
export function createViewport(canvas, plane) {
  let view = { x: 0, y: 0, scale: 1 };
  let following = true;
  let drag = null;
  let bounds = null;

  const apply = () => {
    plane.setAttribute('transform', `translate(${view.x.toFixed(1)} ${view.y.toFixed(1)}) scale(${view.scale.toFixed(3)})`);
    canvas.classList.toggle('graph-far', view.scale < FAR);
  };
  // Asking the browser for it in every frame would make it lay out all nodes before it is time.
  let measured = null;
  const size = () => (measured ??= { width: canvas.clientWidth || 800, height: canvas.clientHeight || 560 });

  const fit = () => {
    const { width, height } = size();
    const scale = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height, 1.15);
    view = {
      scale: Math.max(scale, FARTHEST),
      x: width / 2 - (bounds.x + bounds.width / 2) * scale,
      y: height / 2 - (bounds.y + bounds.height / 2) * scale,
    };
    apply();
  };

  const zoom = (factor, x = size().width / 2, y = size().height / 2) => {
    following = false;
    const scale = Math.min(CLOSEST, Math.max(FARTHEST, view.scale * factor));
    view = { scale, x: x - ((x - view.x) * scale) / view.scale, y: y - ((y - view.y) * scale) / view.scale };
    apply();
  };

  canvas.addEventListener('wheel', (event) => {
    if (event.ctrlKey) {
      event.preventDefault();
      const { left, top } = canvas.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    }
  }, { passive: false });

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button === 0) {
      drag = { x: event.clientX, y: event.clientY, view, moved: false };
    }
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drag) {
      return;
    }
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) > SLACK) {
      drag.moved = true;
      following = false;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add('graph-dragged');
    }
    if (drag.moved) {
      view = { ...drag.view, x: drag.view.x + dx, y: drag.view.y + dy };
      apply();
    }
  });
  const release = () => {
    canvas.classList.remove('graph-dragged');
    setTimeout(() => (drag = null));
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('dragstart', (event) => event.preventDefault());
  // The click that ends a drag on a node is not meant for it.
  canvas.addEventListener('click', (event) => {
    if (drag?.moved) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
  new ResizeObserver(() => {
    measured = null;
    if (following && bounds && !canvas.hasAttribute('viewBox')) {
      fit();
    }
  }).observe(canvas);

  // On paper the size is another, which nothing tells beforehand: there the browser fits the whole of the drawing.
  addEventListener('beforeprint', () => {
    if (bounds) {
      canvas.setAttribute('viewBox', `${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`);
      canvas.classList.remove('graph-far');
      plane.removeAttribute('transform');
    }
  });
  addEventListener('afterprint', () => {
    canvas.removeAttribute('viewBox');
    apply();
  });

  return {
    /** Takes in the extent of the drawing, `{ x, y, width, height }`. */
    extend(extent) {
      bounds = extent;
      if (following) {
        fit();
      }
    },
    /** Its width by its height. */
    ratio: () => size().width / size().height,
    closer: () => zoom(1.3),
    farther: () => zoom(1 / 1.3),
    whole() {
      following = true;
      fit();
    },
    /** Moves no more than it takes for a point to be seen. */
    reveal({ x, y }) {
      const { width, height } = size();
      const at = { x: view.x + x * view.scale, y: view.y + y * view.scale };
      const seen = { x: Math.min(width - 80, Math.max(80, at.x)), y: Math.min(height - 70, Math.max(50, at.y)) };
      if (seen.x !== at.x || seen.y !== at.y) {
        following = false;
        view = { ...view, x: view.x + seen.x - at.x, y: view.y + seen.y - at.y };
        apply();
      }
    },
  };
}
