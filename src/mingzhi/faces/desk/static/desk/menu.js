/** Menus are <details>; here they also close on Escape and on a click elsewhere. Without this file they still open and close. */

import { wire } from "./wire.js";

wire("details[data-menu]", (menu) => {
  const details = /** @type {HTMLDetailsElement} */ (menu);
  document.addEventListener("click", (event) => {
    if (!details.contains(/** @type {Node} */ (event.target))) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
});
