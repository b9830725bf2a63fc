// Where events lie: which lane, which row, how wide. Days are numbers; a pixel is a day times the scale.

const MARK = 20, GAP = 6, LABELLED_ROW = 28, BARE_ROW = 24, FADE = 22;
const MOST_LABELLED_ROWS = 14, MOST_BARE_ROWS = 10, ACTOR_LANES = 12;
const MANY = 150;
const view = { first: 0, last: 1 };
const extent = { first: 0, last: 1 };
const opened = { lanes: ACTOR_LANES, full: new Set() };
const ruler = document.createElement("canvas").getContext("2d");
let lanes = [];

function fitExtent() {
  const days = (dated.length ? dated : [{ days: [0, 30] }]).map((event) => event.days);
  const first = Math.min(...days.map((day) => day[0])), last = Math.max(...days.map((day) => day[1] + 1));
  // On the right there is room for the labels of the last events.
  const width = $("axis").clientWidth || 800, margin = Math.max((last - first) * 0.03, 1.5);
  const labels = dated.length > MANY ? 0 : Math.min(0.45, (width < 500 ? 165 : 260) / width) * (last - first);
  const named = Math.max(...days.map((day) => day[0])) + labels;
  Object.assign(extent, { first: first - margin, last: Math.max(last + margin, named) });
}

function labelWidth(event, widest) {
  if (event.width === undefined) {
    ruler.font = "13px system-ui, sans-serif";
    event.width = Math.ceil(ruler.measureText(event.headline.slice(0, 60)).width) + 8;
  }
  return Math.min(event.width, widest);
}

function laneOf(event) {
  if (state.lanes === "type") return [event.type];
  const places = event.actors.filter((actor) => actorLanes.has(actor));
  return places.length ? places : ["others"];
}

let actorLanes = new Set();

function makeLanes() {
  const made = new Map();
  const add = (key, name, kind) => made.set(key, { key, name, kind, events: [] });
  const events = shown.filter((event) => event.days);
  if (state.lanes === "type") {
    data.types.forEach((type, number) => add(number, type.label, type));
  } else {
    const most = tallyActors(events).slice(0, opened.lanes).map(([actor]) => actor);
    actorLanes = new Set(most);
    for (const actor of most) add(actor, data.actors[actor]);
    add("others", "Others");
  }
  for (const event of events) for (const key of laneOf(event)) made.get(key).events.push(event);
  lanes = [...made.values()].filter((lane) => lane.events.length);
}

// Puts the events of every lane into rows at this scale. Where labels would need too many rows they go, and where even
// bare marks pile up too high, the pile ends in a button that opens the lane.
function packLanes(scale, widest) {
  for (const lane of lanes) {
    const full = opened.full.has(lane.key);
    lane.labelled = pack(lane, scale, widest, full ? Infinity : MOST_LABELLED_ROWS);
    if (!lane.labelled) pack(lane, scale, 0, full ? Infinity : MOST_BARE_ROWS, true);
    lane.row = lane.labelled ? LABELLED_ROW : BARE_ROW;
    lane.height = Math.max(1, lane.rows) * lane.row + 10;
  }
}

function pack(lane, scale, widest, mostRows, cut) {
  const ends = [], piles = new Map();
  lane.items = [];
  for (const event of lane.events) {
    const [first, last] = event.days;
    const left = first * scale + Math.min(scale, MARK) / 2 - MARK / 2;
    const fade = event.how[0] === "publication" && widest ? FADE : 0;
    const span = last > first || scale > MARK ? (last + 1) * scale - left : MARK;
    const right = left + Math.max(span, MARK + (widest ? labelWidth(event, widest) : 0)) + (widest ? GAP : 2);
    let row = ends.findIndex((end) => end <= left - fade);
    if (row < 0) row = ends.length;
    if (row >= mostRows) {
      if (!cut) return false;
      const column = Math.round(left / (MARK * 2));
      const pile = piles.get(column) || { lane, more: 0, day: first, span: 0, row: mostRows, key: `${state.lanes} ${lane.key}+${column}` };
      pile.more += 1;
      piles.set(column, pile);
      continue;
    }
    ends[row] = right;
    lane.items.push({ lane, event, row, day: first, span, key: `${state.lanes} ${lane.key}|${event.index}` });
  }
  lane.items.push(...piles.values());
  lane.items.sort((one, other) => one.day - other.day || one.row - other.row);
  lane.rows = ends.length + (piles.size ? 1 : 0);
  return true;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86400000;
const STEPS = [
  ["day", 1], ["day", 2], ["week", 1], ["month", 1], ["month", 3], ["month", 6],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ["month", years * 12]),
];
const STEP_DAYS = { day: 1, week: 7, month: 30.44 };

function calendar(day) {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: (date.getUTCDay() + 6) % 7 };
}

function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / DAY);
}

function dayText(day) {
  const { year, month, day: number } = calendar(day);
  return `${number} ${MONTHS[month]} ${year}`;
}

// The days that the axis names at this scale, and what it calls them.
function ticks(scale) {
  const [unit, count] = STEPS.find(([name, number]) => STEP_DAYS[name] * number * scale >= 58) || STEPS[STEPS.length - 1];
  const found = [];
  if (unit === "month") {
    const start = calendar(Math.floor(view.first));
    for (let month = Math.floor((start.year * 12 + start.month) / count) * count; ; month += count) {
      const year = Math.floor(month / 12), inYear = month - year * 12, day = dayOf(year, inYear, 1);
      if (day > view.last) return found;
      const strong = inYear === 0 && count < 12;
      found.push({ day, strong, text: count >= 12 ? String(year) : strong ? String(year) : MONTHS[inYear] });
    }
  }
  const step = unit === "week" ? 7 : count;
  // Weeks begin on Mondays: day 4 of the count was one.
  let day = unit === "week" ? Math.floor((view.first - 4) / step) * step + 4 : Math.floor(view.first / step) * step;
  for (; day <= view.last; day += step) {
    const { day: number, month, year, weekday } = calendar(day);
    found.push({ day, strong: number <= step, text: number <= step && month === 0 ? `${number} Jan ${year}` : `${number} ${MONTHS[month]}`, rest: weekday > 4 });
  }
  return found;
}
