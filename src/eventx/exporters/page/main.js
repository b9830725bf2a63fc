// Starts the page.

function changed() {
  applyFilters();
  rebuildLanes();
  fillTable();
  delete $("overview").dataset.stamp;
}

function setSwitch(name, value) {
  state[name] = value;
  for (const button of document.querySelectorAll(`[id^="${name === "view" ? "view-" : "lanes-"}"]`)) {
    button.setAttribute("aria-pressed", String(button.id.endsWith(value)));
  }
}

function showView(name) {
  setSwitch("view", name);
  $("chart-view").hidden = name !== "chart";
  $("table-view").hidden = name !== "table";
  $("lane-switch").hidden = name !== "chart";
  fillTable();
  markRow(state.open);
  redraw();
}

function showLanes(name) {
  setSwitch("lanes", name);
  opened.full.clear();
  rebuildLanes();
}

function afterResize() {
  tracks.packed = "";
  redraw();
}

function facts() {
  const sources = new Set(data.articles.map((article) => article.source).filter(Boolean)).size;
  const parts = [counted(data.events.length, "event"), counted(data.articles.length, "article")];
  if (sources) parts.push(counted(sources, "source"));
  if (dated.length) {
    const first = Math.min(...dated.map((event) => event.days[0])), last = Math.max(...dated.map((event) => event.days[1]));
    parts.push(first === last ? dayText(first) : `${dayText(first)} – ${dayText(last)}`);
  }
  return parts.join(" · ");
}

function openFromAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return;
  }
  if (byId.has(id) && id !== state.open) openEvent(id, { keepHash: true });
}

$("facts").textContent = facts();
$("made-by").textContent = `Made by ${data.made_by}. Everything on this page is in this file; it asks the network for nothing.`;
setUpFilters(changed);
setUpGestures();
setUpOverview();
for (const name of ["chart", "table"]) $(`view-${name}`).addEventListener("click", () => showView(name));
for (const name of ["type", "actor"]) $(`lanes-${name}`).addEventListener("click", () => showLanes(name));
$("undated").addEventListener("click", (click) => {
  const button = click.target.closest("[data-event]");
  if (button) openEvent(button.dataset.event);
});
document.addEventListener("keydown", (key) => { if (key.key === "Escape") closeEvent(); });
window.addEventListener("hashchange", openFromAddress);
window.addEventListener("beforeprint", preparePrint);
window.addEventListener("afterprint", endPrint);
new ResizeObserver(() => { if (Math.abs($("axis").clientWidth - tracks.width) > 1 && !document.body.classList.contains("printing")) afterResize(); }).observe($("chart"));
fitExtent();
Object.assign(view, extent);
setSwitch("lanes", state.lanes);
applyFilters();
rebuildLanes();
drawLegend();
draw();
openFromAddress();
document.documentElement.dataset.ready = "yes";
