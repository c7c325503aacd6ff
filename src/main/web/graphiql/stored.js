/** A choice that the browser keeps from visit to visit, beside what GraphiQL keeps; undefined where it keeps none. */
export function storedChoice(name, choices) {
  try {
    const kept = localStorage.getItem(`jalon:${name}`);
    return choices.includes(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice, where the browser lets a page do so. */
export function storeChoice(name, choice) {
  try {
    localStorage.setItem(`jalon:${name}`, choice);
  } catch {
    // The choice holds until the page is left.
  }
}
