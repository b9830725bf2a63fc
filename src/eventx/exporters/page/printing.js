// On paper: the chart, then every event in view with its evidence.

function preparePrint() {
  const list = shown.map((event) => el("article", { class: `tone${event.kind.tone}` },
    el("h3", {}, disc(event), ` ${event.date.replace("≤", "by")} · ${event.kind.label}${event.modality === "asserted" ? "" : ` (${MODALITY_WORDS[event.modality].toLowerCase()})`}`),
    el("p", { class: "sentence" }, event.headline), roleList(event), evidence(event)));
  $("print").replaceChildren(el("h2", {}, "Events and evidence"), ...list);
  document.body.classList.add("printing");
  if (state.view === "chart") draw(PRINT_TRACK);
}

// The width of a lane on A4 and on Letter, less the margins and the lane's name.
const PRINT_TRACK = 560;

function endPrint() {
  document.body.classList.remove("printing");
  $("print").replaceChildren();
  afterResize();
}
