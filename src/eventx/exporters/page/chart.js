// Draws what lies in the view, and reuses what is drawn already.

const drawn = new Map();
const tracks = { left: 0, width: 0, scale: 1, packed: "" };
let cursor = null; // key of the mark that the tab key comes to
let frame = 0;

function redraw() {
  if (!frame) frame = requestAnimationFrame(() => draw());
}

function draw(fixedWidth) {
  cancelAnimationFrame(frame);
  frame = 0;
  if (state.view !== "chart" && !fixedWidth) return;
  tracks.width = fixedWidth || $("axis").clientWidth;
  if (!tracks.width) return;
  tracks.scale = tracks.width / (view.last - view.first);
  const widest = tracks.width < 500 ? 150 : 260;
  const packing = `${tracks.scale.toFixed(6)} ${widest}`;
  if (packing !== tracks.packed) {
    packLanes(tracks.scale, widest);
    tracks.packed = packing;
  }
  drawAxis();
  drawLanes();
  drawLinks();
  drawWindow();
  drawOverview();
}

function drawAxis() {
  const found = ticks(tracks.scale);
  const x = (day) => (day - view.first) * tracks.scale;
  const names = found.map((tick) => {
    const name = el("span", { class: tick.strong ? "tick strong" : "tick" }, tick.text);
    name.style.left = `${x(tick.day)}px`;
    return name;
  });
  $("axis").replaceChildren(...names);
  grid.replaceChildren(...found.map((tick) => {
    const line = el("div", { class: tick.strong ? "rule strong" : "rule" });
    line.style.left = `${x(tick.day)}px`;
    return line;
  }));
}

const grid = el("div", { class: "grid", "aria-hidden": "true" });
const linkLayer = svg("svg", { class: "link-layer", "aria-hidden": "true" });

// After the filters or the lanes have changed.
function rebuildLanes() {
  makeLanes();
  tracks.packed = "";
  const boxes = lanes.map(laneBox);
  const parts = [grid, ...boxes, linkLayer];
  const others = lanes.find((lane) => lane.key === "others");
  if (state.lanes === "actor" && others && others.events.some((event) => event.actors.length)) {
    const more = el("button", { type: "button", class: "plain more-lanes" }, "More actors");
    more.addEventListener("click", () => { opened.lanes += ACTOR_LANES; rebuildLanes(); });
    parts.push(more);
  }
  if (!lanes.length) parts.push(el("p", { class: "nothing" }, "No dated event passes the filters."));
  const before = $("lanes").children;
  if (parts.length !== before.length || parts.some((part, n) => part !== before[n])) $("lanes").replaceChildren(...parts);
  drawUndated();
  redraw();
}

// A lane keeps its box while filters come and go, so that what is drawn in it stays.
const boxesMade = new Map();

function laneBox(lane) {
  const key = `${state.lanes} ${lane.key}`;
  if (!boxesMade.has(key)) {
    const name = el("h2", { class: "lane-name" });
    if (lane.kind) name.append(el("span", { class: `tone${lane.kind.tone}` }, disc({ kind: lane.kind, modality: "asserted" })));
    name.append(el("span", { class: "name", title: lane.name }, lane.name), el("span", { class: "number" }));
    boxesMade.set(key, el("section", { class: "lane" }, name, el("div", { class: "track" })));
  }
  const box = boxesMade.get(key);
  box.setAttribute("aria-label", `${lane.name}, ${counted(lane.events.length, "event")}`);
  box.querySelector(".number").textContent = String(lane.events.length);
  lane.box = box;
  lane.track = box.lastChild;
  return box;
}

function drawLanes() {
  const seen = new Set();
  for (const lane of lanes) {
    lane.track.style.height = `${lane.height}px`;
    lane.box.classList.toggle("bare", !lane.labelled);
    const fresh = [];
    for (const item of lane.items) {
      item.x = item.day * tracks.scale - view.first * tracks.scale + Math.min(tracks.scale, MARK) / 2 - MARK / 2;
      if (item.x > tracks.width || item.x + Math.max(item.span, 300) < 0) continue;
      seen.add(item.key);
      let button = drawn.get(item.key);
      if (!button) {
        button = makeMark(item);
        drawn.set(item.key, button);
        fresh.push(button);
      }
      placeMark(item, button);
    }
    lane.track.append(...fresh);
  }
  for (const [key, button] of drawn) {
    if (seen.has(key) || button === document.activeElement) continue;
    button.remove();
    drawn.delete(key);
  }
  if (!cursor || !drawn.has(cursor)) cursor = drawn.keys().next().value || null;
  for (const [key, button] of drawn) button.tabIndex = key === cursor ? 0 : -1;
}

function makeMark(item) {
  if (item.more) {
    const more = el("button", { type: "button", class: "pile", "data-key": item.key });
    return more;
  }
  const { event } = item;
  const by = event.how[0] === "publication" ? " by" : "";
  const wide = event.days[1] > event.days[0] ? " wide" : "";
  return el(
    "button",
    { type: "button", class: `mark tone${event.kind.tone} m-${event.modality}${by}${wide}`, "data-key": item.key, "aria-label": inWords(event), title: `${event.date} · ${event.headline}` },
    disc(event),
  );
}

function placeMark(item, button) {
  const place = `translate(${item.x.toFixed(1)}px, ${item.row * item.lane.row + 5}px)`;
  if (button.place !== place) button.style.transform = button.place = place;
  if (item.more) {
    button.textContent = `+${item.more}`;
    button.setAttribute("aria-label", `${item.more} more events here: open the lane`);
    return;
  }
  const span = Math.max(item.span, MARK);
  // What began before the view keeps its sign and label in sight.
  const pushed = Math.min(Math.max(0, -item.x), Math.max(0, span - MARK));
  const chosen = item.event.id === state.open;
  const looks = `${pushed.toFixed(1)} ${span.toFixed(1)} ${chosen} ${item.lane.labelled}`;
  if (button.looks === looks) return;
  button.looks = looks;
  if (item.lane.labelled && !button.querySelector(".label")) button.append(el("span", { class: "label" }, item.event.headline.slice(0, 120)));
  button.style.paddingLeft = `${pushed.toFixed(1)}px`;
  if (span > MARK) {
    if (!button.querySelector(".bar")) button.prepend(el("span", { class: "bar" }));
    button.firstChild.style.width = `${span.toFixed(1)}px`;
  } else if (button.firstChild.className === "bar") {
    button.firstChild.remove();
  }
  button.classList.toggle("chosen", chosen);
  if (chosen) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

// Curves from the open event to those it is linked with.
function drawLinks() {
  linkLayer.replaceChildren();
  const event = byId.get(state.open);
  if (!event || !event.links.length) return;
  const at = (wanted) => lanes.flatMap((lane) => lane.items.filter((item) => item.event === wanted)).map((item) => ({
    x: Math.min(Math.max(0, item.x), tracks.width) + MARK / 2 + item.lane.track.offsetLeft,
    y: item.lane.box.offsetTop + item.lane.track.offsetTop + item.row * item.lane.row + 5 + MARK / 2,
  }))[0];
  const from = at(event);
  if (!from) return;
  for (const link of event.links) {
    const to = at(link.event);
    if (!to) continue;
    const bend = Math.max(30, Math.abs(to.x - from.x) / 2.5);
    const side = to.x >= from.x ? 1 : -1;
    linkLayer.append(
      svg("path", { d: `M${from.x} ${from.y}C${from.x + side * bend} ${from.y} ${to.x - side * bend} ${to.y} ${to.x} ${to.y}` }),
      svg("circle", { cx: to.x, cy: to.y, r: 13 }),
    );
  }
}

function drawWindow() {
  const before = shown.filter((event) => event.days && event.days[1] + 1 < view.first).length;
  const after = shown.filter((event) => event.days && event.days[0] > view.last).length;
  const parts = [`${dayText(Math.ceil(view.first))} – ${dayText(Math.floor(view.last))}`];
  if (before) parts.push(`${before} earlier`);
  if (after) parts.push(`${after} later`);
  $("window").textContent = parts.join(" · ");
}

const SHELF = 24;

function drawUndated() {
  const box = $("undated"), events = undated.filter((event) => event.visible);
  box.hidden = !events.length;
  const most = opened.shelf ? events.length : SHELF;
  const all = el("button", { type: "button", class: "plain" }, `All ${events.length}`);
  all.addEventListener("click", () => { opened.shelf = true; drawUndated(); });
  box.replaceChildren(
    el("h2", {}, `Undated `, el("span", { class: "number" }, String(events.length))),
    el("ul", {}, ...events.slice(0, most).map((event) => el("li", {}, el(
      "button", { type: "button", class: `shelf tone${event.kind.tone} m-${event.modality}`, "data-event": event.id, "aria-label": inWords(event) },
      disc(event), el("span", { class: "label" }, event.headline.slice(0, 160)),
    )))),
    events.length > most ? all : "",
  );
}

function drawLegend() {
  const sample = (modality, extra) => {
    const mark = disc({ kind: { sign: "other" }, modality, denied: extra === "denied" });
    return el("span", { class: "tone-none" }, mark);
  };
  const bar = (kind) => el("span", { class: `sample ${kind}` });
  const rows = [
    ...MODALITIES.filter((name) => data.events.some((event) => event.modality === name)).map((name) => [sample(name), MODALITY_WORDS[name].toLowerCase()]),
    data.events.some((event) => event.denied) && [sample("asserted", "denied"), "denied by somebody"],
    dated.some((event) => event.days[1] > event.days[0]) && [bar("span"), "some day of these"],
    dated.some((event) => event.how[0] === "publication") && [bar("known"), "undated in the text: known by then"],
  ].filter(Boolean);
  $("legend").replaceChildren(...rows.map(([mark, words]) => el("span", { class: "key" }, mark, words)));
}
