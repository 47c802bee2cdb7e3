/**
 * Fields that apply only sometimes: shown while the field they depend on holds one of the values named in data-when, else hidden and not sent.
 * {"field": "party_kind", "values": ["trader"], "needed": ["trader"]}; no values: anything at all; a tick holds "on" or "".
 * A faulty field always stays in sight. Without this file every field is there, with a hint when it applies.
 */

import { wire } from "./wire.js";

/** @typedef {{field: string, values: string[], needed: string[]}} Rule */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * What a field holds now; one empty text when it holds nothing or is itself out of play.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function held(form, name) {
  const values = new FormData(form).getAll(name).filter((value) => typeof value === "string" && value !== "");
  return values.length ? values : [""];
}

/** @type {(wanted: string[], now: FormDataEntryValue[]) => boolean} */
const meets = (wanted, now) => (wanted.includes("*") ? now.some(Boolean) : now.some((value) => wanted.includes(String(value))));

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 */
function settle(form, place) {
  const rule = /** @type {Rule} */ (JSON.parse(place.dataset.when ?? "{}"));
  const now = held(form, rule.field);
  const applies = meets(rule.values.length ? rule.values : ["*"], now);
  const needed = applies && meets(rule.needed, now);
  place.hidden = !applies && !place.classList.contains("bad");
  const optional = /** @type {HTMLElement | null} */ (place.querySelector("[data-optional]"));
  if (optional) optional.hidden = needed;
  for (const element of place.querySelectorAll("[name]")) {
    const control = /** @type {Control} */ (element);
    control.disabled = place.hidden;
    if (place.matches("div:not(.tick)") && control.type !== "file") control.required = needed;
  }
}

wire("form:has([data-when])", (element) => {
  const form = /** @type {HTMLFormElement} */ (element);
  const places = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-when]")]);
  const parts = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".part")]);
  for (const hint of form.querySelectorAll("[data-hint]")) hint.remove();
  const settleAll = () => {
    for (const place of places) settle(form, place);
    for (const part of parts) part.hidden = part.querySelector(".field:not([hidden])") === null;
  };
  form.addEventListener("input", settleAll);
  form.addEventListener("change", settleAll);
  settleAll();
});
