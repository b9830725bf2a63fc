// What is shown: filters by type, modality, actor, source and text.

const state = {
  hiddenTypes: new Set(), hiddenModalities: new Set(), actor: -1, source: "", text: "",
  lanes: data.lanes, view: "chart", open: null,
};
let shown = data.events;
const MOST_CHOICES = 300;

function passes(event) {
  if (state.hiddenTypes.has(event.type) || state.hiddenModalities.has(event.modality)) return false;
  if (state.actor >= 0 && !event.actors.includes(state.actor)) return false;
  if (state.source && !event.sources.includes(state.source)) return false;
  return state.words.every((word) => haystack(event).includes(word));
}

function applyFilters() {
  state.words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  shown = data.events.filter(passes);
  const all = data.events.length;
  $("count").textContent = shown.length === all ? counted(all, "event") : `${shown.length} of ${counted(all, "event")}`;
  $("reset").hidden = shown.length === all && !state.text;
  for (const event of data.events) event.visible = false;
  for (const event of shown) event.visible = true;
}

function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}

// Those in most events first; of equals, proper names before descriptions.
function tallyActors(events) {
  const named = (actor) => /^\p{Lu}/u.test(data.actors[actor]) ? 0 : 1;
  return tally(events.flatMap((event) => event.actors)).sort((one, other) => other[1] - one[1] || named(one[0]) - named(other[0]));
}

const actorTally = tallyActors(data.events);

function setUpFilters(changed) {
  const chips = (box, keys, label, hidden, sign) => {
    if (keys.length < 2) return;
    for (const key of keys) {
      const chip = el("button", { type: "button", class: "chip", "aria-pressed": "true" }, sign(key), label(key));
      chip.addEventListener("click", () => {
        hidden.has(key) ? hidden.delete(key) : hidden.add(key);
        chip.setAttribute("aria-pressed", String(!hidden.has(key)));
        changed();
      });
      box.append(chip);
    }
  };
  const count = (test) => ` ${data.events.filter(test).length}`;
  chips(
    $("type-chips"), data.types.map((_, number) => number), (number) => data.types[number].label + count((e) => e.type === number),
    state.hiddenTypes,
    (number) => el("span", { class: `tone${data.types[number].tone}` }, disc({ kind: data.types[number], modality: "asserted" })),
  );
  chips(
    $("modality-chips"), MODALITIES.filter((name) => data.events.some((event) => event.modality === name)),
    (name) => MODALITY_WORDS[name] + count((e) => e.modality === name), state.hiddenModalities,
    (name) => el("span", { class: "tone-none" }, disc({ kind: { sign: "other" }, modality: name })),
  );
  pick($("actor"), "All actors", actorTally.slice(0, MOST_CHOICES).map(([number, n]) => [number, `${data.actors[number]} (${n})`]), (value) => {
    state.actor = value === "" ? -1 : Number(value);
    changed();
  });
  pick($("source"), "All sources", tally(data.events.flatMap((event) => event.sources)).slice(0, MOST_CHOICES).map(([name, n]) => [name, `${name} (${n})`]), (value) => {
    state.source = value;
    changed();
  });
  let waiting = 0;
  $("find").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      state.text = $("find").value;
      changed();
    }, 120);
  });
  $("more-filters").addEventListener("click", () => {
    $("more-filters").setAttribute("aria-expanded", String($("filters").classList.toggle("open")));
  });
  $("reset").addEventListener("click", () => {
    state.hiddenTypes.clear();
    state.hiddenModalities.clear();
    Object.assign(state, { actor: -1, source: "", text: "" });
    for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", "true");
    for (const id of ["actor", "source", "find"]) $(id).value = "";
    changed();
    $("find").focus();
  });
}

function pick(select, everything, choices, chosen) {
  if (choices.length < 2) {
    select.closest("label").hidden = true;
    return;
  }
  select.append(el("option", { value: "" }, everything));
  for (const [value, label] of choices) select.append(el("option", { value }, label.length > 60 ? `${label.slice(0, 59)}…` : label));
  select.addEventListener("change", () => chosen(select.value));
}
