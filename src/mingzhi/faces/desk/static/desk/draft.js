/**
 * Keeps what is being typed: on the server a moment after each change, in this browser when the server cannot be reached.
 * What this browser kept is offered again, never filled in unasked, and forgotten once the server has it, on sending and on leaving.
 * Files, passwords and signatures are never kept here. The server answers a draft with {"words": "草稿已存 10:32"}.
 */

import { wire } from "./wire.js";

const PREFIX = "mingzhi-draft:";
const PAUSE_MS = 1500;
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "version", "key"]);

/** The name under which this browser keeps a draft: person, address and action, so that nobody sees another's. */
const nameOf = (/** @type {HTMLFormElement} */ form) =>
  `${PREFIX}${document.body.dataset.person}:${form.dataset.draftUrl}:${form.dataset.draftKey}`;

/** @type {(form: HTMLFormElement, name: string) => boolean} */
const isSignature = (form, name) => form.querySelector(`[data-strokes][name="${CSS.escape(name)}"]`) !== null;

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function typed(form) {
  /** @type {[string, string][]} */
  const pairs = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NOT_KEPT.has(name) && !isSignature(form, name)) pairs.push([name, value]);
  }
  return pairs;
}

/**
 * Puts kept values back; rows that are not on the page are left out and stay in the server's draft.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} pairs
 */
function fill(form, pairs) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  for (const element of form.elements) {
    const field = /** @type {HTMLInputElement} */ (element);
    if (!field.name || NOT_KEPT.has(field.name) || field.type === "file" || field.type === "hidden") continue;
    const given = values.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
    else if (element instanceof HTMLSelectElement) for (const option of element.options) option.selected = given.includes(option.value);
    else if (given.length) field.value = /** @type {string} */ (given.shift());
  }
}

wire("form[data-draft-url]", (element) => {
  const form = /** @type {HTMLFormElement} */ (element);
  const says = /** @type {HTMLElement} */ (form.querySelector("[data-draft-says]"));
  const name = nameOf(form);
  let timer = 0;
  let sending = false;

  const save = async () => {
    timer = 0;
    const body = new FormData(form);
    for (const [key, value] of [...body]) if (value instanceof File) body.delete(key);
    try {
      const answer = await fetch(/** @type {string} */ (form.dataset.draftUrl), {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      says.textContent = (await answer.json()).words;
      localStorage.removeItem(name);
    } catch {
      if (sending) return;
      localStorage.setItem(name, JSON.stringify(typed(form)));
      says.textContent = "连不上服务器，草稿暂存在本机";
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE_MS);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    clearTimeout(timer);
    if (button?.hasAttribute("data-draft-save")) {
      event.preventDefault();
      void save();
      return;
    }
    if (button?.hasAttribute("formaction")) return;
    sending = true;
    localStorage.removeItem(name);
  });
  window.addEventListener("online", () => localStorage.getItem(name) && void save());

  const kept = localStorage.getItem(name);
  if (kept) {
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn less";
    again.textContent = "恢复";
    again.addEventListener("click", () => {
      fill(form, JSON.parse(kept));
      again.remove();
      form.dispatchEvent(new Event("change"));
    });
    says.textContent = "本机存有没送到的草稿 ";
    says.append(again);
  }
});

wire("[data-leave]", (button) => {
  button.addEventListener("click", () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  });
});
