/** A button that prints the page. Without this script it is not there, and the browser's own command does the same. */

import { wire } from "./wire.js";

wire("[data-print]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
