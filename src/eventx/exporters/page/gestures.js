// Zoom and pan by mouse, touch and keys; going from event to event.

const LEAST_DAYS = 3;

function setView(first, last) {
  const whole = extent.last - extent.first;
  const days = Math.min(Math.max(last - first, LEAST_DAYS), whole);
  const middle = (first + last) / 2;
  view.first = Math.min(Math.max(middle - days / 2, extent.first), extent.last - days);
  view.last = view.first + days;
  redraw();
}

function showAll() {
  setView(extent.first, extent.last);
}

function zoom(factor, part = 0.5) {
  const days = view.last - view.first, centre = view.first + days * part;
  const next = Math.min(Math.max(days * factor, LEAST_DAYS), extent.last - extent.first);
  setView(centre - next * part, centre + next * (1 - part));
}

function pan(part) {
  const step = (view.last - view.first) * part;
  setView(view.first + step, view.last + step);
}

function partOf(clientX) {
  return (clientX - $("axis").getBoundingClientRect().left) / tracks.width;
}

function setUpGestures() {
  const chart = $("chart"), pointers = new Map();
  let start = null, moved = false;
  chart.addEventListener("wheel", (wheel) => {
    const sideways = wheel.shiftKey ? wheel.deltaY || wheel.deltaX : wheel.deltaX;
    if (wheel.ctrlKey || wheel.metaKey) zoom(Math.exp(Math.max(-60, Math.min(60, wheel.deltaY)) * 0.006), partOf(wheel.clientX));
    else if (wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)) pan(sideways / tracks.width);
    else return;
    wheel.preventDefault();
  }, { passive: false });
  chart.addEventListener("pointerdown", (pointer) => {
    if (pointer.button) return;
    pointers.set(pointer.pointerId, pointer.clientX);
    start = { x: pointer.clientX, first: view.first, last: view.last, gap: gap() };
    moved = false;
  });
  const gap = () => {
    const [one, other] = [...pointers.values()];
    return other === undefined ? 0 : Math.max(20, Math.abs(one - other));
  };
  window.addEventListener("pointermove", (pointer) => {
    if (!start || !pointers.has(pointer.pointerId)) return;
    pointers.set(pointer.pointerId, pointer.clientX);
    if (pointers.size === 1) {
      const x = pointer.clientX - start.x;
      if (!moved && Math.abs(x) < 5) return;
      moved = true;
      chart.classList.add("dragged");
      setView(start.first - x / tracks.scale, start.last - x / tracks.scale);
    } else {
      moved = true;
      const xs = [...pointers.values()], middle = partOf((xs[0] + xs[1]) / 2);
      const days = (start.last - start.first) * (start.gap / gap());
      const centre = start.first + (start.last - start.first) * middle;
      setView(centre - days * middle, centre + days * (1 - middle));
    }
  });
  const release = (pointer) => {
    pointers.delete(pointer.pointerId);
    if (pointers.size) return;
    start = null;
    chart.classList.remove("dragged");
  };
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);
  chart.addEventListener("click", (click) => {
    if (moved) {
      moved = false;
      return;
    }
    const button = click.target.closest("[data-key]");
    if (button) press(button.dataset.key);
  });
  chart.addEventListener("dblclick", (click) => { if (!click.target.closest("button")) zoom(0.5, partOf(click.clientX)); });
  chart.addEventListener("keydown", onKey);
  $("zoom-in").addEventListener("click", () => zoom(0.6));
  $("zoom-out").addEventListener("click", () => zoom(1 / 0.6));
  $("zoom-fit").addEventListener("click", showAll);
}

function press(key) {
  const item = itemOf(key);
  if (!item) return;
  cursor = key;
  if (!item.more) openEvent(item.event.id);
  else {
    opened.full.add(item.lane.key);
    tracks.packed = "";
    draw();
  }
}

function itemOf(key) {
  for (const lane of lanes) for (const item of lane.items || []) if (item.key === key) return item;
  return null;
}

function onKey(key) {
  if (key.ctrlKey || key.metaKey || key.altKey) return;
  const pressed = key.key, way = pressed === "ArrowLeft" || pressed === "ArrowUp" ? -1 : 1;
  if (pressed === "+" || pressed === "=") zoom(0.6);
  else if (pressed === "-" || pressed === "_") zoom(1 / 0.6);
  else if (pressed === "0") showAll();
  else if (key.shiftKey && (pressed === "ArrowLeft" || pressed === "ArrowRight")) pan(way * 0.2);
  else if (pressed === "ArrowLeft" || pressed === "ArrowRight") step(way);
  else if (pressed === "ArrowUp" || pressed === "ArrowDown") changeLane(way);
  else if (pressed === "Home" || pressed === "End") edge(pressed === "Home");
  else return;
  key.preventDefault();
}

function step(way) {
  const item = itemOf(cursor);
  if (!item) return;
  const next = item.lane.items[item.lane.items.indexOf(item) + way];
  if (next) goTo(next);
}

function edge(first) {
  const item = itemOf(cursor);
  if (item) goTo(item.lane.items[first ? 0 : item.lane.items.length - 1]);
}

function changeLane(way) {
  const item = itemOf(cursor);
  if (!item) return;
  const lane = lanes[lanes.indexOf(item.lane) + way];
  if (!lane) return;
  const near = lane.items.reduce((best, other) => Math.abs(other.day - item.day) < Math.abs(best.day - item.day) ? other : best);
  goTo(near);
}

// Moves the view to where the day can be seen.
function bringIntoView(first, last) {
  const days = view.last - view.first;
  if (first < view.first || first > view.last - days * 0.05) setView(first - days * 0.3, first + days * 0.7);
}

function goTo(item) {
  cursor = item.key;
  bringIntoView(item.day);
  draw();
  const button = drawn.get(cursor);
  if (button) button.focus();
}
