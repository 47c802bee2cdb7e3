/**
 * SHA-256 of something too large to be held at once (FIPS 180-4): the browser's own digest wants the whole at a time.
 * Checked in the tests against Python's hashlib over many lengths.
 */

// Signed words throughout: the engine keeps those in registers, and additions wrap the same.
const K = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)) | 0);
const BLOCK = 64;

/** The first primes. */
function primes(/** @type {number} */ count) {
  /** @type {number[]} */
  const found = [];
  for (let number = 2; found.length < count; number += 1) if (found.every((prime) => number % prime)) found.push(number);
  return found;
}

/** The first 32 bits behind the point. */
function fraction(/** @type {number} */ value) {
  return ((value - Math.floor(value)) * 2 ** 32) >>> 0;
}

export class Sha256 {
  constructor() {
    this.state = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)) | 0);
    this.words = new Int32Array(64);
    this.rest = new Uint8Array(BLOCK);
    this.kept = 0;
    this.length = 0;
  }

  /** Takes more bytes. */
  update(/** @type {Uint8Array} */ bytes) {
    this.length += bytes.length;
    let from = 0;
    if (this.kept) {
      from = Math.min(BLOCK - this.kept, bytes.length);
      this.rest.set(bytes.subarray(0, from), this.kept);
      this.kept += from;
      if (this.kept < BLOCK) return;
      this.block(new DataView(this.rest.buffer), 0);
      this.kept = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; from + BLOCK <= bytes.length; from += BLOCK) this.block(view, from);
    this.kept = bytes.length - from;
    this.rest.set(bytes.subarray(from));
  }

  /** The digest in hexadecimal; nothing can be added afterwards. */
  hex() {
    const bits = this.length * 8;
    const tail = new Uint8Array(this.kept < 56 ? BLOCK : 2 * BLOCK);
    tail.set(this.rest.subarray(0, this.kept));
    tail[this.kept] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(tail.length - 4, bits >>> 0);
    for (let from = 0; from < tail.length; from += BLOCK) this.block(view, from);
    return [...this.state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  block(/** @type {DataView} */ view, /** @type {number} */ from) {
    const w = this.words;
    for (let t = 0; t < 16; t += 1) w[t] = view.getInt32(from + t * 4);
    for (let t = 16; t < 64; t += 1) {
      const x = w[t - 15];
      const y = w[t - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
    }
    const s = this.state;
    let a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
    for (let t = 0; t < 64; t += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0;
      d = c; c = b; b = a; a = (one + two) | 0;
    }
    s[0] += a; s[1] += b; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h;
  }
}
