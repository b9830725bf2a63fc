// The same events as a table, to sort and to read without the chart.

const sorting = { column: 0, down: false };
const rows = new Map();
const FIRST_ROWS = 120, MORE_ROWS = 300;
let filling = 0;

const COLUMNS = [
  { name: "Date", value: (event) => event.days ? event.days[0] * 100000 + event.days[1] : Infinity },
  { name: "Type", value: (event) => event.kind.label },
  { name: "Event", value: (event) => event.headline.toLowerCase() },
  { name: "Status", value: (event) => MODALITIES.indexOf(event.modality) },
  { name: "Told by", value: (event) => -event.tellers.length },
];

function status(event) {
  const words = [MODALITY_WORDS[event.modality]];
  if (event.denied) words.push("denied");
  if (event.dates_conflict) words.push("dates conflict");
  if (event.roles.some(([role], n) => event.kind.numbers.includes(role) && event.roles.findIndex((other) => other[0] === role) < n)) words.push("numbers differ");
  return words.join(", ");
}

function rowOf(event) {
  if (rows.has(event.id)) return rows.get(event.id);
  const open = el("button", { type: "button", class: "open", "data-event": event.id }, event.headline);
  const row = el("tr", { role: "row", "data-row": event.id, class: event.id === state.open ? "chosen" : null },
    el("td", { role: "cell", class: "c-date" }, event.date),
    el("td", { role: "cell", class: `c-type tone${event.kind.tone}` }, disc(event), el("span", {}, event.kind.label)),
    el("td", { role: "cell", class: "c-event" }, open),
    el("td", { role: "cell", class: "c-status" }, status(event)),
    el("td", { role: "cell", class: "c-told" }, el("span", { class: "number" }, String(event.tellers.length)),
      event.copies ? el("span", { class: "copies" }, ` (${copies(event.copies)})`) : null,
      el("span", { class: "sources" }, ` ${event.sources.slice(0, 3).join(", ")}${event.sources.length > 3 ? ", …" : ""}`)));
  rows.set(event.id, row);
  return row;
}

function buildTable() {
  const heads = COLUMNS.map((column, number) => {
    const button = el("button", { type: "button" }, column.name);
    button.addEventListener("click", () => {
      Object.assign(sorting, { down: sorting.column === number && !sorting.down, column: number });
      fillTable();
    });
    return el("th", { role: "columnheader", scope: "col", class: `h-${column.name.toLowerCase().replace(" ", "-")}` }, button);
  });
  const table = el("table", { role: "table" }, el("caption", { class: "hidden" }, "Events; choose a heading to sort by it"),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), el("tbody", { role: "rowgroup" }));
  $("table-view").replaceChildren(table, el("p", { class: "nothing", hidden: true }, "No event passes the filters."));
  $("table-view").addEventListener("click", (click) => {
    const row = click.target.closest("[data-row]");
    if (row) openEvent(row.dataset.row);
  });
}

function fillTable() {
  if (state.view !== "table") return;
  if (!$("table-view").firstChild) buildTable();
  const { value } = COLUMNS[sorting.column], way = sorting.down ? -1 : 1;
  const keys = new Map(shown.map((event) => [event, value(event)]));
  const order = [...shown].sort((one, other) => {
    const a = keys.get(one), b = keys.get(other);
    return (a < b ? -1 : a > b ? 1 : 0) * way || one.index - other.index;
  });
  const body = $("table-view").querySelector("tbody");
  body.replaceChildren(...order.slice(0, FIRST_ROWS).map(rowOf));
  // The rest comes while the first rows can be read already.
  clearTimeout(filling);
  const fill = (from) => {
    if (from >= order.length) return;
    body.append(...order.slice(from, from + MORE_ROWS).map(rowOf));
    filling = setTimeout(fill, 0, from + MORE_ROWS);
  };
  filling = setTimeout(fill, 30, FIRST_ROWS);
  $("table-view").querySelectorAll("th").forEach((head, number) => {
    head.setAttribute("aria-sort", number !== sorting.column ? "none" : sorting.down ? "descending" : "ascending");
  });
  $("table-view").querySelector(".nothing").hidden = order.length > 0;
}

function markRow(id) {
  for (const row of rows.values()) row.classList.toggle("chosen", row.dataset.row === id);
}
