import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/** Shows its children in a box of its own, the first or last one ("prepend", "append") of the part of GraphiQL around it that fits. */
export function Within({ part, at, className, children }) {
  const marker = useRef(null);
  const [box] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    marker.current.closest(part)[at](box);
    return () => box.remove();
  }, [box, part, at]);
  // Apart, since a box that is put in anew loses the focus.
  useLayoutEffect(() => {
    box.className = className;
  }, [box, className]);
  return (
    <>
      <span ref={marker} hidden />
      {createPortal(children, box)}
    </>
  );
}
