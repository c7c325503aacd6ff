import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** Nodes with their labels are wider than high: they are laid out as circles on a plane that is drawn that much flatter. */
const FLATTENED = 1.35;
const RADIUS = 76;
const STEP = 210;
const FRAME = 7;
const SETTLING = 300;
const PULL = 0.025;

/** A frame that takes longer than this, in milliseconds, is not smooth; then so long nothing is drawn. */
const SMOOTH = 25;
const REST = 500;

/** Around the node that brought it, on a spiral so that nodes brought together start apart and in order. */
function started(node, at, bringer, links) {
  const angle = at * 2.4;
  const distance = RADIUS * Math.sqrt(at + 1);
  const origin = bringer ?? { x: 0, y: 0 };
  return { id: node.id, x: origin.x + distance * Math.cos(angle), y: origin.y + distance * Math.sin(angle), links };
}

/**
 * Positions of nodes by forces. `show(scene)` takes in what is to be placed, from then on `drawn(positions, moving)` is called at every
 * frame until all stand still, in about the `ratio()` of width and height that there is; where motion is not wanted, once. `positions` is a map of ids to `{ x, y }`,
 * `moving` whether more is to come.
 */
export function createLayout(drawn, ratio) {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const placed = new Map();
  let frame = 0;
  const link = forceLink()
    .id(({ id }) => id)
    .distance(({ source, target }) => 95 + 9 * Math.sqrt(Math.min(source.links, target.links)))
    .strength(({ source, target }) => 0.7 / Math.sqrt(Math.max(1, Math.min(source.links, target.links))));
  const simulation = forceSimulation()
    .stop()
    .alphaMin(0.004)
    .force('link', link)
    .force('charge', forceManyBody().strength(-560).theta(1).distanceMax(1400))
    .force('collide', forceCollide(RADIUS).strength(0.9).iterations(2))
    .force('x', forceX((node) => node.aim ?? 0).strength((node) => (node.aim === null ? PULL / ratio() ** 2 : 0.5)))
    .force('y', forceY(0).strength((node) => (node.aim === null ? PULL * ratio() ** 2 : 0.06)));

  const moving = () => simulation.alpha() > simulation.alphaMin();
  const draw = () => drawn(new Map([...placed].map(([id, { x, y }]) => [id, { x, y: y / FLATTENED }])), moving());

  // Where a drawing takes long, it is drawn now and then, so that the page stays at hand while nodes find their places.
  let [drawnAt, dueAt] = [null, 0];
  const advance = (now) => {
    if (drawnAt !== null) {
      dueAt = now - drawnAt > SMOOTH ? now + REST : 0;
      drawnAt = null;
    }
    const until = performance.now() + FRAME;
    let ticks = 0;
    do {
      simulation.tick();
      ticks += 1;
    } while (ticks < 3 && performance.now() < until && moving());
    if (now >= dueAt || !moving()) {
      draw();
      drawnAt = now;
    }
    frame = moving() ? requestAnimationFrame(advance) : 0;
  };

  const restart = (alpha) => {
    cancelAnimationFrame(frame);
    simulation.alpha(alpha);
    [drawnAt, dueAt] = [null, 0];
    if (still.matches) {
      simulation.tick(SETTLING).alpha(0);
      draw();
    } else {
      draw();
      frame = requestAnimationFrame(advance);
    }
  };

  return {
    show({ nodes, edges }) {
      const before = placed.size;
      const ids = new Set(nodes.map(({ id }) => id));
      const changed = nodes.some(({ id }) => !placed.has(id)) || nodes.length !== before;
      [...placed.keys()].filter((id) => !ids.has(id)).forEach((id) => placed.delete(id));
      const links = new Map();
      edges.forEach(({ source, target }) => [source, target].forEach((id) => links.set(id, (links.get(id) ?? 0) + 1)));
      const ends = Math.max(0, ...nodes.map(({ stage }) => stage ?? 0));
      const alone = nodes.every(({ centre }) => !centre);
      nodes.forEach((node, at) => {
        const body = placed.get(node.id) ?? started(node, at, placed.get(node.bringer));
        body.links = links.get(node.id) ?? 0;
        body.aim = node.stage !== null ? (node.stage - (alone ? ends / 2 : 0)) * STEP : null;
        body.fx = node.centre ? 0 : null;
        body.fy = node.centre ? 0 : null;
        placed.set(node.id, body);
      });
      simulation.nodes([...placed.values()]);
      link.links(edges.map(({ source, target }) => ({ source, target })));
      if (changed) {
        restart(before === 0 ? 1 : 0.5);
      } else {
        draw();
      }
    },
    /** Frames per second are measured from outside: whether there is still motion. */
    moving: () => frame !== 0,
  };
}
