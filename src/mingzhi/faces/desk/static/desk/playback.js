/**
 * Keeps a viewing alive while its page is open, shows the office's time over the picture, and fills the screen with the picture and what is
 * over it. Without this script the address ends after its two minutes, and opening again goes on.
 */

import { wire } from "./wire.js";

const HALF = 500;
const SECOND = 1000;

wire("[data-player]", (place) => {
  const clock = /** @type {HTMLElement} */ (place.querySelector("[data-clock]"));
  const over = /** @type {HTMLElement} */ (document.querySelector("[data-over]"));
  const whole = /** @type {HTMLButtonElement} */ (document.querySelector("[data-whole]"));
  const renew = async () => {
    try {
      const answer = await fetch(place.dataset.renew ?? "", { method: "POST", headers: { "X-CSRFToken": place.dataset.token ?? "" }, redirect: "manual" });
      over.hidden = answer.status === 204;
    } catch {
      // The line is down for a moment: the next turn asks again.
    }
  };
  setInterval(renew, Number(place.dataset.seconds) * HALF);
  setInterval(() => { clock.textContent = new Date().toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }); }, SECOND);
  whole.hidden = !place.requestFullscreen;
  whole.addEventListener("click", () => place.requestFullscreen());
});
