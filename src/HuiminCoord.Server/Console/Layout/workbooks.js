// A workbook on its way in: sent in one go beside the page's connection, then named to the page, which shows what it says.
(() => {
  const patience = 120000, again = 2000;
  const fields = new Map(); // by the id of the file's field: the page that shows it, and what is on its way to it

  const element = (name, props, ...children) => { const made = Object.assign(document.createElement(name), props); made.append(...children); return made; };
  const rowOf = (job) => {
    const list = document.getElementById(`${job.id}-sending`);
    if (!list || job.gone) return null;
    if (job.row?.parentNode !== list) {
      job.row = element("li", {}, element("span", { className: "name", textContent: job.file.name }), element("progress", { max: Math.max(1, job.file.size) }), element("span", { className: "aux share" }),
        element("span", { className: "said" }), element("span", { className: "acts" }, element("button", { type: "button", className: "btn sm again", onclick: () => send(job) }), element("button", { type: "button", className: "btn sm", onclick: () => drop(job) })));
      job.row.querySelector("progress").setAttribute("aria-label", job.file.name);
      job.row.querySelector(".said").setAttribute("role", "status");
      list.replaceChildren(job.row);
    }
    list.hidden = false;
    return job.row;
  };
  const draw = (job, state, said) => {
    const [row, { words }] = [rowOf(job), fields.get(job.id)];
    if (!row) return;
    const part = (selector) => row.querySelector(selector);
    row.dataset.state = job.state = state;
    part("progress").value = job.sent;
    part("progress").hidden = part(".share").hidden = state === "refused";
    part(".share").textContent = `${Math.floor(100 * job.sent / Math.max(1, job.file.size))}%`;
    part(".said").textContent = said ?? words[state];
    part(".again").textContent = words.again;
    part(".again").hidden = state !== "lost";
    part(".acts").lastChild.textContent = state === "sending" || state === "reading" ? words.cancel : words.close;
  };
  const drop = (job) => {
    job.gone = true;
    job.ask?.abort();
    job.row?.remove();
    const list = document.getElementById(`${job.id}-sending`);
    if (list) list.hidden = !list.children.length;
  };

  const send = (job) => {
    const { address, most, words } = fields.get(job.id);
    if (job.file.size > most) return draw(job, "refused", words.tooLarge);
    const ask = job.ask = new XMLHttpRequest();
    Object.assign(job, { sent: 0 });
    ask.open("POST", address);
    ask.timeout = patience;
    ask.setRequestHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    ask.upload.onprogress = ({ loaded }) => { job.sent = Math.min(loaded, job.file.size); draw(job, loaded < job.file.size ? "sending" : "reading"); };
    ask.onload = () => {
      const answer = (() => { try { return JSON.parse(ask.responseText); } catch { return {}; } })();
      if (ask.status === 200) return name(job, answer.name);
      if (ask.status >= 500 || ask.status === 408 || ask.status === 429 || !answer.code) return draw(job, "lost");
      draw(job, "refused", [answer.title, answer.detail].filter(Boolean).join(" "));
    };
    ask.onerror = ask.ontimeout = () => draw(job, "lost");
    draw(job, "sending");
    // A file that was changed or taken away since it was chosen cannot be read any more.
    job.file.slice(0, 1).arrayBuffer().then(() => ask.send(job.file), () => draw(job, "refused", words.unreadable));
  };
  // The page may be without its connection for a moment: it is told again until it answers.
  const name = (job, read) => {
    if (job.gone || !document.getElementById(job.id)) return;
    draw(job, "reading");
    const late = new Promise((_, fail) => setTimeout(fail, 8000));
    Promise.race([fields.get(job.id).page.invokeMethodAsync("Take", read, job.file.name), late]).then(
      (known) => known ? drop(job) : draw(job, "lost"),
      () => setTimeout(name, again, job, read),
    );
  };

  addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-chooses]");
    if (button) document.getElementById(button.dataset.chooses)?.click();
  });

  Object.assign(window.huimin, {
    workbook: (id, address, most, words, page) => {
      const [input, before] = [document.getElementById(id), fields.get(id)?.job];
      if (before) drop(before);
      const field = { address, most, words, page, job: null };
      fields.set(id, field);
      input.addEventListener("change", () => {
        const [file] = input.files;
        input.value = "";
        if (!file) return;
        if (field.job) drop(field.job);
        field.job = { id, file, sent: 0 };
        send(field.job);
      });
    },
  });
})();
