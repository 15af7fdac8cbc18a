// A statistics sheet: arrow keys and Enter go from cell to cell, and a block that was copied from a spreadsheet goes to the server in one piece.
(() => {
  Blazor.registerCustomEventType("sheetpasted", { createEventArgs: (event) => event.detail });

  const most = 200 * 1024; // more than any table holds, less than a page may say at once
  const cellOf = (target) => (target instanceof Element ? target.closest("input[data-cell]") : null);
  const section = (cell) => cell.dataset.cell.split("/")[0];
  const column = (cell) => [...cell.closest("table").querySelectorAll("input[data-cell]")].filter((other) => section(other) === section(cell));
  const row = (cell) => [...cell.closest("tr").querySelectorAll("input[data-cell]")];
  const atEdge = (cell, end) => cell.selectionStart === cell.selectionEnd
    ? cell.selectionStart === (end ? cell.value.length : 0)
    : cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;

  document.addEventListener("focusin", (event) => cellOf(event.target)?.select());

  document.addEventListener("keydown", (event) => {
    const cell = cellOf(event.target);
    if (!cell || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = event.key === "ArrowLeft" || event.key === "ArrowRight" ? row(cell) : column(cell);
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key]
      ?? (event.key === "ArrowLeft" && atEdge(cell, false) ? -1 : event.key === "ArrowRight" && atEdge(cell, true) ? 1 : 0);
    if (!step || (event.shiftKey && event.key !== "Enter")) return;
    event.preventDefault();
    all[all.indexOf(cell) + step]?.focus();
  });

  document.addEventListener("paste", (event) => {
    const cell = cellOf(event.target);
    if (!cell || cell.readOnly) return;
    const text = event.clipboardData.getData("text/plain");
    const tooLarge = text.length > most || new Blob([text]).size > most;
    if (!tooLarge && !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return; // one figure: the field takes it as it takes any text
    event.preventDefault();
    cell.dispatchEvent(new CustomEvent("sheetpasted", { bubbles: true, detail: { at: cell.dataset.cell, text: tooLarge ? "" : text, tooLarge } }));
  });
})();
