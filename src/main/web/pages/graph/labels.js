const WIDTH = 126;

/** Measures text in the font labels are drawn in. */
function ruler(font) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = font;
  return (text) => context.measureText(text).width;
}

function cut(text, fits) {
  let kept = text;
  while (kept.length > 1 && !fits(`${kept}…`)) {
    kept = kept.slice(0, -1);
  }
  return `${kept.replace(/[\s,;:.’'(-]+$/u, '')}…`;
}

/** Sets labels in two lines at the most, cut with an ellipsis where they are longer. */
export function typesetter(canvas) {
  const { fontFamily } = getComputedStyle(canvas);
  const width = ruler(`12px ${fontFamily}`);
  const fits = (text) => width(text) <= WIDTH;
  return (label) => {
    const words = label.split(/\s+/u);
    let first = words.shift();
    while (words.length && fits(`${first} ${words[0]}`)) {
      first += ` ${words.shift()}`;
    }
    const second = words.join(' ');
    if (!fits(first)) {
      return [cut(first, fits)];
    }
    return second === '' ? [first] : [first, fits(second) ? second : cut(second, fits)];
  };
}
