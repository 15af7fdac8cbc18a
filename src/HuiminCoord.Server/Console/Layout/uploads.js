// Files on their way in: sent in pieces as soon as they are chosen, gone on with after an interruption, then named to the form that asked.
(() => {
  const fields = new Map(); // by place: the field that stands there now
  const jobs = []; // in the order in which they were chosen; one is sent at a time
  const [least, most, quick, patience] = [64 * 1024, 512 * 1024, 2000, 90000];
  const pauses = [1, 2, 4, 8, 15, 30];
  const kept = "huimin-uploads";
  let [length, sending, connected, waiting] = [256 * 1024, false, true, []];

  // A page that is loaded anew has to know these. It has not the files: a browser gives them only to the page for which they were chosen.
  const remember = () => sessionStorage.setItem(kept, JSON.stringify(
    jobs.filter((job) => !job.refusal).map(({ place, name, size, modified, upload, offset, hash }) => ({ place, name, size, modified, upload, offset, hash }))));
  try { jobs.push(...JSON.parse(sessionStorage.getItem(kept) ?? "[]")); } catch { sessionStorage.removeItem(kept); }

  const drop = (job) => { if (jobs.includes(job)) jobs.splice(jobs.indexOf(job), 1); job.row?.remove(); remember(); draw(job); };
  const fieldOf = (job) => { const field = fields.get(job.place); return field?.input.isConnected ? field : undefined; };
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);
  const element = (name, props, ...children) => { const made = Object.assign(document.createElement(name), props); made.append(...children); return made; };

  // What is to be seen of a job, beside the field of its place.
  const stateOf = (job) => job.refusal ? "refused" : job.hash ? "done" : !job.file ? "again" : job.lost ? "lost" : job.active ? "sending" : "waiting";
  const draw = (job) => {
    const field = fieldOf(job), list = field && document.getElementById(`${field.id}-sending`);
    if (!list) return;
    list.hidden = !jobs.some((other) => other.place === job.place);
    if (!jobs.includes(job)) return;
    if (job.row?.parentNode !== list) {
      job.row?.remove();
      job.row = element("li", {}, element("span", { className: "name", textContent: job.name }), element("progress", { max: Math.max(1, job.size) }), element("span", { className: "aux share" }),
        element("span", { className: "said" }), element("button", { type: "button", className: "btn sm", onclick: () => cancel(job) }));
      job.row.querySelector("progress").setAttribute("aria-label", job.name);
      job.row.querySelector(".said").setAttribute("role", "status");
      list.append(job.row);
    }
    const [state, share, words] = [stateOf(job), Math.floor(100 * job.offset / Math.max(1, job.size)), field.words];
    const part = (selector) => job.row.querySelector(selector);
    job.row.dataset.state = state;
    part("progress").value = job.offset;
    part("progress").hidden = part(".share").hidden = state === "refused";
    part(".share").textContent = `${share}%`;
    const said = state === "refused" ? job.refusal : words[state];
    if (part(".said").textContent !== said) part(".said").textContent = said;
    part("button").textContent = state === "refused" ? words.close : words.cancel;
    part("button").setAttribute("aria-label", fill(state === "refused" ? words.closeOne : words.cancelOne, job.name));
    part("button").hidden = state === "done";
  };

  // What a server answers; lost when it answered nothing, or that it cannot now.
  const ask = async (job, path, body, type) => {
    const stop = job.stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      const answer = await fetch(`/uploads${path}`, { method: body === undefined ? "GET" : "POST", body, headers: type ? { "Content-Type": type } : {}, signal: stop.signal });
      if (answer.ok) return await answer.json();
      const problem = await answer.json().catch(() => ({}));
      throw Object.assign(new Error(problem.code), { refused: answer.status < 500 && ![408, 429].includes(answer.status), problem });
    } finally {
      clearTimeout(timer);
    }
  };
  const pause = (seconds) => new Promise((go) => { const timer = setTimeout(go, 1000 * seconds); addEventListener("online", () => { clearTimeout(timer); go(); }, { once: true }); });
  const read = (part) => part.arrayBuffer().catch(() => { throw Object.assign(new Error("unreadable"), { unreadable: true }); });
  const hashOf = async (file) => file.size > 64 * 1024 * 1024 || !globalThis.crypto?.subtle ? undefined
    : [...new Uint8Array(await crypto.subtle.digest("SHA-256", await read(file)))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const stand = (job, view) => { [job.upload, job.offset] = [view.upload, view.offset]; remember(); draw(job); };
  // The server knows the same file by its hash: one that was begun before the page was loaded anew is this one now.
  const begin = async (job) => {
    const body = JSON.stringify({ name: job.name, size: Math.min(job.size, 2 ** 31 - 1), sha256: await hashOf(job.file) });
    stand(job, await ask(job, "", body, "application/json"));
    jobs.filter((other) => other !== job && other.upload === job.upload && !other.file && other.place === job.place).forEach(drop);
  };
  const append = async (job) => {
    const [piece, before] = [await read(job.file.slice(job.offset, job.offset + length)), performance.now()];
    stand(job, await ask(job, `/${job.upload}/pieces?offset=${job.offset}`, piece, "application/octet-stream"));
    if (performance.now() - before < quick) length = Math.min(most, 2 * length);
  };

  // What becomes of a job that went wrong: true when it goes on at once.
  const amend = (job, failure) => {
    const { code, offset, detail } = failure.problem ?? {};
    if (Number.isInteger(offset) && job.amended++ < 20) { job.offset = offset; return true; }
    if (code === "upload.unknown" && job.amended++ < 3) { [job.upload, job.offset] = [null, 0]; return true; }
    job.refusal = detail ?? fields.get(job.place)?.words[failure.unreadable ? "unreadable" : "failed"] ?? code ?? "";
    return false;
  };
  const send = async (job) => {
    Object.assign(job, { active: true, amended: 0 });
    for (let tries = 0; !job.hash && !job.cancelled; ) {
      try {
        if (job.upload && (job.lost || tries === 0)) stand(job, await ask(job, `/${job.upload}`));
        if (!job.upload) await begin(job);
        [job.lost, tries] = [false, Math.max(1, tries)];
        draw(job);
        if (job.offset < job.size) await append(job);
        else job.hash = (await ask(job, `/${job.upload}/finish`, "")).hash;
        tries = 1;
      } catch (failure) {
        if (job.cancelled || ((failure.refused || failure.unreadable) && !amend(job, failure))) break;
        if (failure.refused) continue;
        [job.lost, length] = [true, Math.max(least, length / 2)];
        draw(job);
        await pause(pauses[Math.min(tries++, pauses.length) - 1] ?? pauses[0]);
      }
    }
    job.active = false;
    remember();
    draw(job);
    if (job.hash) name(job);
  };
  const pump = async () => {
    if (sending) return;
    sending = true;
    for (let job; (job = jobs.find((one) => one.file && !one.hash && !one.refusal)); ) await send(job);
    sending = false;
    waiting.splice(0).forEach((go) => go());
  };
  const cancel = (job) => {
    job.cancelled = true;
    job.stop?.abort();
    if (job.upload && !job.hash) fetch(`/uploads/${job.upload}/give-up`, { method: "POST" }).catch(() => {});
    drop(job);
  };

  // The page may have lost its connection without knowing: what it does not answer is said again, and twice is once.
  const name = async (job) => {
    const field = fieldOf(job);
    if (!field || !connected || !jobs.includes(job)) return;
    const late = new Promise((_, fail) => setTimeout(fail, 8000));
    await Promise.race([field.page.invokeMethodAsync("Take", job.hash), late]).then(
      (known) => {
        if (!jobs.includes(job)) return; // it was named twice: once is enough, and so is one press
        const button = job.pressed;
        if (known) return drop(job), button?.click();
        [job.hash, job.pressed, job.refusal] = [null, null, field.words.failed];
        remember();
        draw(job);
      },
      () => setTimeout(name, 2000, job),
    );
  };
  const nameAll = () => jobs.filter((job) => job.hash).forEach(name);
  document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", ({ detail }) => {
    connected = detail.state === "hide";
    if (connected) nameAll();
  });

  const choose = (field, files) => {
    if (files.length > field.most) return jobs.push({ place: field.place, name: field.label, size: 0, offset: 0, refusal: field.words.tooMany }), draw(jobs.at(-1));
    for (const file of files) {
      const known = jobs.find((job) => job.place === field.place && job.name === file.name && job.size === file.size && job.modified === file.lastModified && !job.refusal);
      if (known) known.file ??= file;
      else jobs.push({ place: field.place, name: file.name, size: file.size, modified: file.lastModified, upload: null, offset: 0, file });
      draw(known ?? jobs.at(-1));
    }
    remember();
    pump();
  };
  const under = (id) => jobs.find((job) => (job.hash || (job.file && !job.refusal)) && fieldOf(job)?.id === id);
  addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-waits-for]"), job = button && under(button.dataset.waitsFor);
    if (!job) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    job.pressed = job.hash ? button : null; // what has arrived is named in a moment
    if (job.pressed) return;
    job.row.querySelector(".said").textContent = fields.get(job.place).words.notYet;
    job.row.scrollIntoView({ block: "center" });
  }, true);

  Object.assign(window.huimin, {
    // A field stands on the page: what was chosen at its place before goes on there.
    uploads: (id, who, most, words, page) => {
      const input = document.getElementById(id), place = `${who} ${location.pathname}#${id}`;
      const field = { id, place, input, most, words, page, label: document.getElementById(`${id}-name`).textContent };
      fields.set(place, field);
      input.addEventListener("change", () => { choose(field, [...input.files]); input.value = ""; });
      jobs.filter((job) => job.place === place).forEach(draw);
      nameAll();
    },
    // Nothing is on its way any more: the page may be loaded anew.
    settled: () => new Promise((go) => { if (sending) waiting.push(go); else go(); }),
  });
})();
