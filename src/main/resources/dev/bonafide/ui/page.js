// Everything here is a convenience: the pages do their work without it, save for security keys,
// whose own script is loaded by a node of the flow.
(() => {
  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!isNaN(at)) {
      time.textContent = at.toLocaleString(document.documentElement.lang, {dateStyle: "medium", timeStyle: "short"});
    }
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const said = button.parentNode.parentNode.querySelector("[data-copied]");
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        said.textContent = button.dataset.done;
      } catch {
        said.textContent = button.dataset.failed;
      }
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  // The functions that a flow's script brings; the names are those that nodes carry.
  const call = (name) => { const f = window[name] || window["__" + name]; if (typeof f === "function") f(); };
  for (const button of document.querySelectorAll("[data-click]")) {
    button.hidden = false;
    button.addEventListener("click", () => call(button.dataset.click));
  }
  addEventListener("load", () => {
    for (const field of document.querySelectorAll("[data-load]")) call(field.dataset.load);
  });
})();
