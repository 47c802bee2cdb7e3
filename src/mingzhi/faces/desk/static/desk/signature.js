/**
 * Signatures drawn with finger, pen or mouse, kept as strokes, not as a picture:
 * {"kind": "drawn", "w": 300, "h": 120, "paths": ["M12 40L14 42…", …]}, the d of SVG paths in the units of the pad at the first stroke.
 * Keyboard: Delete clears; who cannot draw chooses 改为纸面签名, which needs no script at all.
 */

import { wire } from "./wire.js";

/** @typedef {{kind: string, w: number, h: number, paths: string[]}} Strokes */

const EMPTY = "";
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * What the hidden field holds, or null when it holds nothing that can be drawn.
 * @param {string} text
 * @returns {Strokes | null}
 */
function read(text) {
  try {
    const strokes = JSON.parse(text);
    return Array.isArray(strokes.paths) && strokes.w > 0 && strokes.h > 0 ? strokes : null;
  } catch {
    return null;
  }
}

wire("[data-sign]", (place) => {
  const pad = /** @type {HTMLCanvasElement} */ (place.querySelector("[data-pad]"));
  const kept = /** @type {HTMLInputElement} */ (place.querySelector("[data-strokes]"));
  const says = /** @type {HTMLElement} */ (place.querySelector("[data-sign-says]"));
  const clear = /** @type {HTMLButtonElement} */ (place.querySelector("[data-clear]"));
  const pen = /** @type {CanvasRenderingContext2D} */ (pad.getContext("2d"));
  /** @type {string[]} */
  let paths = read(kept.value)?.paths ?? [];
  let drawing = EMPTY;

  const ink = getComputedStyle(pad).color;
  pad.hidden = clear.hidden = false;
  place.querySelector(".no-draw")?.remove();

  const draw = () => {
    const scale = window.devicePixelRatio || 1;
    const wide = pad.clientWidth;
    const high = pad.clientHeight;
    if (!wide || !high) return;
    pad.width = wide * scale;
    pad.height = high * scale;
    const was = read(kept.value);
    const fit = was ? Math.min(wide / was.w, high / was.h) : 1;
    pen.setTransform(scale * fit, 0, 0, scale * fit, 0, 0);
    pen.lineWidth = 2.4 / fit;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = ink;
    for (const path of paths) pen.stroke(new Path2D(path));
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.lineWidth = 2.4;
    if (drawing) pen.stroke(new Path2D(drawing));
  };

  const keep = () => {
    const was = read(kept.value);
    const size = was ?? { w: pad.clientWidth, h: pad.clientHeight };
    kept.value = paths.length ? JSON.stringify({ kind: "drawn", w: size.w, h: size.h, paths }) : EMPTY;
    says.textContent = paths.length ? "已签" : "";
    kept.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** Where the pointer is, in the units of the strokes already kept. */
  const at = (/** @type {PointerEvent} */ event) => {
    const edge = pad.getBoundingClientRect();
    return [event.clientX - edge.left - pad.clientLeft, event.clientY - edge.top - pad.clientTop];
  };

  /** A finished stroke is kept in the units of the first one, so that a turned phone does not distort the name. */
  const scaled = (/** @type {string} */ path) => {
    const was = read(kept.value);
    if (!was) return path;
    const fit = Math.min(pad.clientWidth / was.w, pad.clientHeight / was.h);
    return path.replace(/[\d.]+/g, (number) => String(round(Number(number) / fit)));
  };

  pad.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    const [x, y] = at(event);
    drawing = `M${round(x)} ${round(y)}L${round(x)} ${round(y)}`;
    draw();
  });
  pad.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    const moments = event.getCoalescedEvents?.() ?? [];
    for (const moment of moments.length ? moments : [event]) {
      const [x, y] = at(moment);
      drawing += `L${round(Math.max(0, x))} ${round(Math.max(0, y))}`;
    }
    draw();
  });
  const finish = () => {
    if (!drawing) return;
    paths = [...paths, scaled(drawing)];
    drawing = EMPTY;
    keep();
    draw();
  };
  pad.addEventListener("pointerup", finish);
  pad.addEventListener("pointercancel", finish);

  const empty = () => {
    paths = [];
    kept.value = EMPTY;
    keep();
    draw();
  };
  clear.addEventListener("click", empty);
  pad.addEventListener("keydown", (event) => {
    if (event.key === "Delete" || event.key === "Backspace") empty();
  });
  place.addEventListener("change", draw);
  new ResizeObserver(draw).observe(pad);
  if (paths.length) says.textContent = "已签";
});
