// Items are put in order by hand: a grip is held with mouse, pen or finger, a line shows where its row would stand, and the page is told.
// Nothing moves here: the rows belong to the server, which may say no.
(() => {
  Blazor.registerCustomEventType("itemdropped", { createEventArgs: (event) => event.detail });

  let held = null;
  const unmark = () => held.list.querySelectorAll("[data-drop]").forEach((row) => row.removeAttribute("data-drop"));
  const letGo = () => {
    if (!held) return;
    unmark();
    held.row.removeAttribute("data-held");
    held = null;
  };

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button !== 0 || held) return;
    const row = grip.closest("[data-item]");
    held = { row, list: row.parentElement, pointer: event.pointerId, before: undefined };
    row.setAttribute("data-held", "");
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });

  document.addEventListener("pointermove", (event) => {
    if (held?.pointer !== event.pointerId) return;
    unmark();
    const rows = [...held.list.querySelectorAll(":scope > [data-item]")];
    const middle = (row) => { const box = row.getBoundingClientRect(); return box.top + box.height / 2; };
    const next = rows.find((row) => event.clientY < middle(row));
    held.before = next ? next.dataset.item : "";
    (next ?? rows.at(-1)).setAttribute("data-drop", next ? "before" : "after");
    (next ?? rows.at(-1)).scrollIntoView({ block: "nearest" });
  });

  document.addEventListener("pointerup", (event) => {
    if (held?.pointer !== event.pointerId) return;
    const { row, list, before } = held;
    letGo();
    // What the server took away while it was held stays where the server put it.
    if (before !== undefined && row.isConnected) list.dispatchEvent(new CustomEvent("itemdropped", { bubbles: true, detail: { item: row.dataset.item, before } }));
  });

  document.addEventListener("pointercancel", letGo);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") letGo(); });
})();
