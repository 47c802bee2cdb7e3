/** Runs a function once on every element of a kind, those that htmx brings later included. */

/**
 * @param {string} selector
 * @param {(element: HTMLElement) => void} prepare called once for each element
 */
export function wire(selector, prepare) {
  const known = new WeakSet();
  const visit = (/** @type {ParentNode} */ root) => {
    const found = [...root.querySelectorAll(selector)];
    if (root instanceof Element && root.matches(selector)) found.unshift(root);
    for (const element of found) {
      if (known.has(element)) continue;
      known.add(element);
      prepare(/** @type {HTMLElement} */ (element));
    }
  };
  visit(document);
  document.addEventListener("htmx:load", (event) => visit(/** @type {CustomEvent} */ (event).detail.elt));
}
