/**
 * Uploads files so that no break of line or machine costs more than a piece: the whole is hashed first, then sent by tus in pieces,
 * each with its checksum. What was begun is remembered in this browser by the file's name, size and date, and goes on where it stopped
 * when the same file is chosen again. Only a piece at a time is in memory. The addresses and the token stand in the page.
 */

import { wire } from "./wire.js";

const PIECE_BYTES = 8 << 20;
const PAUSES_S = [1, 2, 4, 8, 15, 30];
const ASK_MS = 1000;
const PREFIX = "mingzhi-upload:";
const TUS = { "Tus-Resumable": "1.0.0" };

/** Something the server said no to, in its own words. */
class Refused extends Error {}

/** Nobody answered, or not to the point: worth another try. */
class Broken extends Error {}

const encoded = (/** @type {string} */ text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** @param {number} bytes */
function inWords(bytes) {
  if (bytes < 1 << 20) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  if (bytes < 1 << 30) return `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return `${(bytes / 2 ** 30).toFixed(2)} GB`;
}

/** @param {number} seconds */
const waiting = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** One file on its way, with its row on the page. */
class Sending {
  /** @param {HTMLElement} home @param {File} file @param {Record<string, string>} told @param {HTMLElement} row */
  constructor(home, file, told, row) {
    this.home = home;
    this.file = file;
    this.told = told;
    this.row = row;
    this.bar = /** @type {HTMLProgressElement} */ (row.querySelector("progress"));
    this.words = /** @type {HTMLElement} */ (row.querySelector("[data-words]"));
    this.button = /** @type {HTMLButtonElement} */ (row.querySelector("[data-pause]"));
    this.name = `${PREFIX}${document.body.dataset.person}:${file.name}:${file.size}:${file.lastModified}`;
    this.paused = false;
    this.stop = new AbortController();
    this.button.addEventListener("click", () => this.toggle());
  }

  say(/** @type {string} */ words, tone = "") {
    this.words.textContent = words;
    this.words.className = tone;
  }

  progress(/** @type {number} */ done) {
    this.bar.value = done / this.file.size;
  }

  toggle() {
    this.paused = !this.paused;
    this.button.textContent = this.paused ? "继续" : "暂停";
    if (this.paused) {
      this.stop.abort();
      this.say("已暂停，已收到的部分不会丢失");
    } else {
      this.stop = new AbortController();
      void this.run();
    }
  }

  end(/** @type {string} */ words, /** @type {string} */ tone) {
    this.button.hidden = true;
    this.say(words, tone);
    this.row.dataset.ended = tone;
  }

  async run() {
    try {
      this.digest ??= await this.hash();
      await this.send();
    } catch (problem) {
      if (this.paused) return;
      if (problem instanceof Refused) {
        localStorage.removeItem(this.name);
        this.end(problem.message, "late");
      } else this.end(String(problem instanceof Error ? problem.message : problem), "late");
    }
  }

  /** @returns {Promise<string>} */
  hash() {
    this.say("正在计算校验值");
    return new Promise((give, fail) => {
      const worker = new Worker(/** @type {string} */ (this.home.dataset.worker), { type: "module" });
      worker.addEventListener("error", () => fail(new Refused("浏览器不能计算校验值。请更新浏览器后再上传。")));
      worker.addEventListener("message", ({ data }) => {
        if (data.done) this.progress(data.done);
        if (data.error) fail(new Refused(data.error));
        if (data.digest) give(data.digest);
        if (data.error || data.digest) worker.terminate();
      });
      worker.postMessage({ file: this.file });
    });
  }

  /** Sends what is missing, again and again until everything is there. */
  async send() {
    for (let tries = 0; ; ) {
      try {
        const address = await this.begun();
        let offset = await this.offset(address);
        while (offset < this.file.size) {
          this.progress(offset);
          this.say(`正在上传 ${inWords(offset)}，共 ${inWords(this.file.size)}`);
          offset = await this.piece(address, offset);
          tries = 0;
        }
        this.progress(this.file.size);
        return await this.outcome(address);
      } catch (problem) {
        if (this.paused || !(problem instanceof Broken)) throw problem;
        const seconds = PAUSES_S[Math.min(tries, PAUSES_S.length - 1)];
        tries += 1;
        this.say(`连接中断，${seconds} 秒后继续，已收到的部分不会丢失`, "soon");
        await Promise.race([waiting(seconds), new Promise((online) => window.addEventListener("online", online, { once: true }))]);
        if (this.paused) throw problem;
      }
    }
  }

  /** @param {string} address @param {RequestInit} options */
  async ask(address, options) {
    const headers = { ...TUS, "X-CSRFToken": /** @type {string} */ (this.home.dataset.token), ...options.headers };
    let answer;
    try {
      answer = await fetch(address, { ...options, headers, credentials: "same-origin", redirect: "error", signal: this.stop.signal });
    } catch {
      throw new Broken("连接中断");
    }
    if (answer.ok) return answer;
    if ([409, 423, 429, 460].includes(answer.status) || answer.status >= 502) throw new Broken(String(answer.status));
    const words = (await answer.text()).trim();
    if ((answer.status === 404 || answer.status === 410) && localStorage.getItem(this.name)) {
      // What this browser remembers is no more: begin anew.
      localStorage.removeItem(this.name);
      throw new Broken("重新开始");
    }
    throw new Refused(words.length && words.length < 400 ? words : "服务器没有收下这个文件。请刷新页面后再试。");
  }

  /** The address of this upload: the one begun before, or a new one. */
  async begun() {
    const kept = localStorage.getItem(this.name);
    if (kept) return kept;
    const told = { filename: this.file.name, sha256: /** @type {string} */ (this.digest), ...this.told };
    const metadata = Object.entries(told).map(([key, value]) => `${key} ${encoded(value)}`).join(",");
    const answer = await this.ask(/** @type {string} */ (this.home.dataset.uploads), {
      method: "POST",
      headers: { "Upload-Length": String(this.file.size), "Upload-Metadata": metadata },
    });
    const address = /** @type {string} */ (answer.headers.get("Location"));
    localStorage.setItem(this.name, address);
    return address;
  }

  /** How much the server has. What is over answers 409 to nobody here: it is whole and has its full length. */
  async offset(/** @type {string} */ address) {
    const answer = await this.ask(address, { method: "HEAD" });
    return Number(answer.headers.get("Upload-Offset"));
  }

  /** @param {string} address @param {number} offset */
  async piece(address, offset) {
    const body = await this.file.slice(offset, offset + PIECE_BYTES).arrayBuffer();
    /** @type {Record<string, string>} */
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) };
    // Only there where the page came by TLS or from this machine; the whole is compared in any case.
    if (window.crypto?.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
      headers["Upload-Checksum"] = `sha256 ${btoa(String.fromCharCode(...digest))}`;
    }
    const answer = await this.ask(address, { method: "PATCH", headers, body });
    return Number(answer.headers.get("Upload-Offset"));
  }

  /** Waits until the file is taken, or somebody has to do something about it. */
  async outcome(/** @type {string} */ address) {
    for (;;) {
      const told = await (await this.ask(address, { method: "GET" })).json();
      if (told.state === "taken") {
        localStorage.removeItem(this.name);
        return this.end("已入库，校验一致", "ok");
      }
      if (told.reason && ["held", "refused", "damaged", "lapsed"].includes(told.state)) throw new Refused(told.reason);
      this.say("已收齐，正在校验");
      await waiting(ASK_MS / 1000);
    }
  }
}

wire("[data-uploads]", (home) => {
  const input = /** @type {HTMLInputElement} */ (home.querySelector("input[type=file]"));
  const list = /** @type {HTMLElement} */ (home.querySelector("[data-list]"));
  const pattern = /** @type {HTMLTemplateElement} */ (home.querySelector("template"));
  /** Files go one after another: a card has many, and a line is one. */
  let before = Promise.resolve();
  let under = 0;

  const take = (/** @type {File[]} */ files) => {
    /** @type {Record<string, string>} */
    const told = {};
    for (const field of home.querySelectorAll("select[name]")) {
      const { name, value } = /** @type {HTMLSelectElement} */ (field);
      if (value) told[name] = value;
    }
    for (const file of files) {
      const row = /** @type {HTMLElement} */ (pattern.content.firstElementChild?.cloneNode(true));
      /** @type {HTMLElement} */ (row.querySelector("[data-name]")).textContent = file.name;
      /** @type {HTMLElement} */ (row.querySelector("[data-size]")).textContent = inWords(file.size);
      list.append(row);
      const sending = new Sending(home, file, told, row);
      under += 1;
      before = before.then(() => sending.run()).finally(() => { under -= 1; });
    }
  };
  input.disabled = false;
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  home.addEventListener("dragover", (event) => event.preventDefault());
  home.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
  // Leaving loses nothing that was received, but the rest waits until the same file is chosen again.
  window.addEventListener("beforeunload", (event) => under && event.preventDefault());
});
