/** Rows that can be added and removed. Field names end in -<row>-<column>; empty rows are ignored by the server. */

import { wire } from "./wire.js";

const ROW_NUMBER = /-(\d+)-([A-Za-z_]\w*)$/;

/**
 * Names every input after the place of its row, so that the server reads the rows in order.
 * @param {HTMLTableSectionElement} body
 */
function renumber(body) {
  [...body.rows].forEach((row, index) => {
    for (const input of row.querySelectorAll("[name]")) {
      const field = /** @type {HTMLInputElement} */ (input);
      field.name = field.name.replace(ROW_NUMBER, (_whole, _old, column) => `-${index}-${column}`);
      field.setAttribute("aria-label", (field.getAttribute("aria-label") ?? "").replace(/第 \d+ 行/, `第 ${index + 1} 行`));
    }
    const remove = /** @type {HTMLButtonElement | null} */ (row.querySelector("[data-remove]"));
    if (remove) remove.hidden = body.rows.length < 2;
  });
}

/** @param {HTMLTableRowElement} row */
function isEmpty(row) {
  return [...row.querySelectorAll("input:not([type=checkbox])")].every((input) => /** @type {HTMLInputElement} */ (input).value === "");
}

wire("[data-rows]", (box) => {
  const body = /** @type {HTMLTableSectionElement} */ (box.querySelector("tbody"));
  const add = /** @type {HTMLButtonElement} */ (box.querySelector("[data-add]"));
  // The blank rows are there for browsers without scripts; here one is enough.
  for (const row of [...body.rows].slice(1).filter(isEmpty)) row.remove();
  add.hidden = false;
  renumber(body);

  add.addEventListener("click", () => {
    const row = /** @type {HTMLTableRowElement} */ (body.rows[body.rows.length - 1].cloneNode(true));
    for (const input of row.querySelectorAll("input")) {
      if (input.type === "checkbox") input.checked = false;
      else input.value = "";
    }
    for (const select of row.querySelectorAll("select")) select.selectedIndex = 0;
    body.append(row);
    renumber(body);
    /** @type {HTMLElement | null} */ (row.querySelector("input, select"))?.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });

  body.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-remove]");
    if (!button || body.rows.length < 2) return;
    button.closest("tr")?.remove();
    renumber(body);
    add.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
});
