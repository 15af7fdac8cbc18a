// What pages do in the browser beside the framework: stay connected, and the few things that only a browser can do.
(() => {
  // A district's server may be restarted at noon: a page waits for it as long as it stays open.
  Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: (attempt) => Math.min(5000, 250 * 2 ** Math.min(attempt, 5)) },
    },
  });

  // The server lives but does not know this page any more: what was typed is kept there as a draft, so the page is loaded anew.
  document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", (event) => {
    if (event.detail.state === "rejected") location.reload();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-reconnect]")) Blazor.reconnect().then((known) => { if (!known) location.reload(); }, () => {});
    if (event.target.closest("[data-print]")) window.print();
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      const search = document.getElementById("search");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
  });

  window.huimin = {
    copy: (text) => navigator.clipboard.writeText(text).then(() => true, () => false),
    open: (dialog) => { if (!dialog.open) dialog.showModal(); },
    close: (dialog) => dialog.close(),
    focus: (id) => document.getElementById(id)?.focus(),
  };
})();
