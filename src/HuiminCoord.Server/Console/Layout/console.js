// What pages do in the browser beside the framework: stay connected, and the few things that only a browser can do.
(() => {
  // A district's server may be restarted at noon: a page waits for it as long as it stays open.
  Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: (attempt) => Math.min(5000, 250 * 2 ** Math.min(attempt, 5)) },
    },
  });

  // The server lives but does not know this page any more: what was typed is kept there as a draft, so the page is loaded anew, after
  // the files that it is sending: it alone has them.
  const anew = () => window.huimin.settled().then(() => location.reload());
  document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", (event) => {
    if (event.detail.state === "rejected") anew();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-reconnect]")) Blazor.reconnect().then((known) => { if (!known) anew(); }, () => {});
    if (event.target.closest("[data-print]")) window.print();
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      const search = document.getElementById("search");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
  });

  // A field of days: one of them is in the order of tabs, arrow keys lead to the others. Down is a week on, whatever stands in between.
  const rove = (from, to) => { from.tabIndex = -1; to.tabIndex = 0; to.focus(); };
  const nearMonth = (from, by) => {
    const months = [...from.closest("[data-roving]").querySelectorAll("table")];
    const days = months[months.indexOf(from.closest("table")) + by]?.querySelectorAll("[data-rove]");
    return days?.[Math.min(days.length, +from.dataset.rove) - 1];
  };
  document.addEventListener("focusin", (event) => {
    const day = event.target.closest("[data-rove]");
    const held = day?.closest("[data-roving]").querySelector('[data-rove][tabindex="0"]');
    if (held && held !== day) { held.tabIndex = -1; day.tabIndex = 0; }
  });
  document.addEventListener("keydown", (event) => {
    const from = event.target.closest("[data-rove]");
    if (!from || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...from.closest("[data-roving]").querySelectorAll("[data-rove]")];
    const week = [...from.closest("tr").querySelectorAll("[data-rove]")];
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const to = step ? all[all.indexOf(from) + step]
      : { Home: week[0], End: week.at(-1), PageUp: nearMonth(from, -1), PageDown: nearMonth(from, 1) }[event.key];
    if (step || to) event.preventDefault();
    if (to) rove(from, to);
  });

  window.huimin = {
    copy: (text) => navigator.clipboard.writeText(text).then(() => true, () => false),
    open: (dialog) => { if (!dialog.open) dialog.showModal(); },
    close: (dialog) => dialog.close(),
    focus: (id) => document.getElementById(id)?.focus(),
  };
})();
