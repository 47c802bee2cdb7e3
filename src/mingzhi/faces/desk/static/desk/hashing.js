/** A worker that computes the SHA-256 of a file piece by piece: {file} in; {done, size} again and again, then {digest}, or {error}, out. */

import { Sha256 } from "./sha256.js";

const PIECE_BYTES = 4 << 20;

self.addEventListener("message", async (event) => {
  const file = /** @type {File} */ (event.data.file);
  try {
    const hash = new Sha256();
    for (let from = 0; from < file.size; from += PIECE_BYTES) {
      hash.update(new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer()));
      self.postMessage({ done: Math.min(from + PIECE_BYTES, file.size), size: file.size });
    }
    self.postMessage({ digest: hash.hex() });
  } catch {
    self.postMessage({ error: "读不出这个文件。请确认存储卡或者数据线没有松动，再重新选择。" });
  }
});
