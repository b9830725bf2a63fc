// The strip above the chart: how many events when, and which part is in view. Drag it to move.

const OVERVIEW_HEIGHT = 34;

function drawOverview() {
  const box = $("overview"), width = tracks.width;
  if (!width || !dated.length) return;
  const stamp = `${width} ${shown.length} ${extent.first}`;
  if (box.dataset.stamp !== stamp) {
    box.dataset.stamp = stamp;
    const bins = new Array(Math.max(10, Math.round(width / 5))).fill(0);
    const scale = bins.length / (extent.last - extent.first);
    for (const event of shown) if (event.days) bins[Math.min(bins.length - 1, Math.floor((event.days[0] - extent.first) * scale))] += 1;
    const most = Math.max(1, ...bins), step = width / bins.length;
    const path = bins.map((count, n) => count ? `M${(n * step).toFixed(1)} ${OVERVIEW_HEIGHT}v${-(3 + (OVERVIEW_HEIGHT - 7) * Math.sqrt(count / most)).toFixed(1)}h${Math.max(1, step - 1).toFixed(1)}V${OVERVIEW_HEIGHT}z` : "").join("");
    box.replaceChildren(svg("svg", { width, height: OVERVIEW_HEIGHT }, svg("path", { d: path, class: "bins" })), el("div", { class: "brush" }));
  }
  const brush = box.lastChild, scale = width / (extent.last - extent.first);
  brush.style.left = `${Math.max(0, (view.first - extent.first) * scale).toFixed(1)}px`;
  brush.style.width = `${Math.max(6, Math.min(width, (view.last - view.first) * scale)).toFixed(1)}px`;
  box.classList.toggle("whole", view.first <= extent.first && view.last >= extent.last);
}

function setUpOverview() {
  const box = $("overview");
  const move = (pointer) => {
    const part = (pointer.clientX - box.getBoundingClientRect().left) / tracks.width;
    const middle = extent.first + part * (extent.last - extent.first), half = (view.last - view.first) / 2;
    setView(middle - half, middle + half);
  };
  box.addEventListener("pointerdown", (pointer) => {
    box.setPointerCapture(pointer.pointerId);
    move(pointer);
  });
  box.addEventListener("pointermove", (pointer) => { if (box.hasPointerCapture(pointer.pointerId)) move(pointer); });
}
