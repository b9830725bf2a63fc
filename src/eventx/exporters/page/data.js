// The timeline, and how its parts hang together.

const data = JSON.parse(document.getElementById("timeline-data").textContent);
const MODALITIES = ["asserted", "planned", "negated", "hypothetical", "generic"];
const MODALITY_WORDS = {
  asserted: "Reported", planned: "Planned", negated: "Said not to have happened", hypothetical: "Hypothetical", generic: "In general",
};
const byId = new Map(data.events.map((event) => [event.id, event]));

data.events.forEach((event, index) => {
  event.index = index;
  event.kind = data.types[event.type];
  event.tellers = event.articles || [...new Set(event.mentions.map((mention) => mention.article))].filter((n) => n >= 0);
  event.sources = [...new Set(event.tellers.map((number) => sourceName(number)))];
  event.copies = event.tellers.length - new Set(event.tellers.map((number) => data.articles[number].copy_of ?? number)).size;
  event.links = [];
});

// A link is walked both ways: from a denial to the accusation it answers, and back.
function linkBoth(event, other, here, there) {
  if (!other || other === event) return;
  event.links.push({ label: here, event: other });
  other.links.push({ label: there, event });
}

for (const event of data.events) {
  const about = byId.get(event.about);
  const denial = event.kind.name === "DENIAL";
  const accusation = event.kind.name === "ACCUSATION";
  linkBoth(event, about, denial ? "Answers" : "About", denial ? "Denied" : accusation ? "Accusation over it" : "Told of in");
  linkBoth(event, byId.get(event.realises), "Took place", "Announced");
  if (denial && about && event.modality === "asserted") about.denied = true;
}

const dated = data.events.filter((event) => event.days);
const undated = data.events.filter((event) => !event.days);

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

// How many of those who tell an event only repeat what another of them says.
function copies(number) {
  return `${number} near ${number === 1 ? "copy" : "copies"}`;
}

function sourceName(number) {
  const article = data.articles[number];
  return article ? article.source || article.title : "unknown article";
}

// All that can be searched, in lower case; made when first asked for.
function haystack(event) {
  if (event.words === undefined) {
    const text = (piece) => (typeof piece === "string" ? piece : piece.slice(2).map(text).join(""));
    event.words = [
      event.headline, event.date, event.kind.label,
      ...event.roles.map((role) => role[1]),
      ...event.mentions.map((mention) => (mention.quote || []).map(text).join("")),
      ...event.tellers.map((number) => `${data.articles[number].title} ${data.articles[number].source || ""}`),
    ].join("\n").toLowerCase();
  }
  return event.words;
}

function inWords(event) {
  const parts = [event.date, event.kind.label];
  if (event.modality !== "asserted") parts.push(MODALITY_WORDS[event.modality].toLowerCase());
  parts.push(event.headline);
  if (event.denied) parts.push("denied");
  return parts.join(", ");
}

// Elements are only ever made so: text stays text.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function $(id) {
  return document.getElementById(id);
}

const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SIGNS = {
  attack: "M8 1.2 9.6 5 13 2.9 11.3 6.6 15 8 11.3 9.4 13 13.1 9.6 11 8 14.8 6.4 11 3 13.1 4.7 9.4 1 8 4.7 6.6 3 2.9 6.4 5Z",
  accusation: "M6.9 2.2h2.2v7.2H6.9zM6.9 11.4h2.2v2.3H6.9z",
  denial: "M3 5h10v2H3zM3 9h10v2H3zM10.4 2.2 12 3.3 5.6 13.8 4 12.7Z",
  visit: "M2 7h7V3.2L14.4 8 9 12.8V9H2z",
  other: "M8 3 13 8 8 13 3 8Z",
};

// The sign of a type, in the shape of a modality; copied, since there are few kinds and many events.
const discs = new Map();

function disc(event) {
  const key = `disc is-${event.modality}${event.denied ? " denied" : ""}`;
  if (!discs.has(key + event.kind.sign)) {
    const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SIGNS[event.kind.sign] }));
    discs.set(key + event.kind.sign, el("span", { class: key }, icon));
  }
  return discs.get(key + event.kind.sign).cloneNode(true);
}
