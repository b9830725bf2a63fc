// One event with all its evidence.

let cameFrom = null;

function openEvent(id, options) {
  const event = byId.get(id);
  if (!event) return;
  if (state.open === null || !$("detail").contains(document.activeElement)) cameFrom = document.activeElement;
  state.open = id;
  fillDetail(event);
  $("detail").hidden = false;
  document.body.classList.add("with-detail");
  if (!options || !options.keepHash) history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  if (event.days && event.visible) bringIntoView(event.days[0]);
  afterResize();
  markRow(id);
  $("detail").scrollTop = 0;
  $("detail-title").focus({ preventScroll: true });
  const box = $("detail").getBoundingClientRect();
  if (box.top < 0 || box.top > window.innerHeight - 120) $("detail").scrollIntoView({ block: "nearest" });
}

function closeEvent() {
  if (state.open === null) return;
  const id = state.open;
  state.open = null;
  $("detail").hidden = true;
  document.body.classList.remove("with-detail");
  history.replaceState(null, "", location.pathname + location.search);
  markRow(null);
  afterResize();
  const back = [cameFrom, ...document.querySelectorAll(`[data-event="${CSS.escape(id)}"]`), drawn.get(cursor), $("views")];
  const target = back.find((element) => element && element.isConnected && element.offsetParent !== null && element !== document.body);
  if (target) target.focus({ preventScroll: true });
}

function fillDetail(event) {
  const close = el("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
  close.addEventListener("click", closeEvent);
  const order = shown.includes(event) ? shown : data.events, at = order.indexOf(event);
  const walk = (label, words, other) => {
    const button = el("button", { type: "button", class: "plain", disabled: !other, "aria-label": words }, label);
    if (other) button.addEventListener("click", () => openEvent(other.id));
    return button;
  };
  $("detail").replaceChildren(
    el("div", { class: "detail-top" },
      el("div", { class: "walk" }, walk("‹ Earlier", "Earlier event", order[at - 1]), walk("Later ›", "Later event", order[at + 1])), close),
    el("div", { class: `badges tone${event.kind.tone}` }, disc(event), el("span", { class: "type" }, event.kind.label),
      el("span", { class: `modality is-${event.modality}` }, MODALITY_WORDS[event.modality]),
      event.denied ? el("span", { class: "modality" }, "Denied") : null),
    el("h2", { id: "detail-title", tabindex: "-1" }, event.headline),
    ...[dateLines(event), roleList(event), linkList(event), evidence(event)].filter(Boolean),
  );
}

function dateLines(event) {
  const box = el("div", { class: "when" }, el("p", { class: "date" }, event.date.replace("≤", "By")));
  if (event.how) {
    const [source, words] = event.how;
    const said = words ? ` “${words}”` : "";
    const how = {
      text: `From the text:${said || " a date"}`,
      inherited: `From another mention of it${words ? `:${said}` : ""}`,
      publication: "No date in the text: known by the day it was published",
    }[source];
    box.append(el("p", { class: "how" }, how));
  }
  if (event.dates) {
    box.append(el("p", { class: event.dates_conflict ? "conflict" : "how" }, event.dates_conflict ? "The dates conflict:" : "Dates given:"), claims(event, event.dates.map(([date, at]) => [date, at])));
  }
  return box;
}

// Each claim with those who make it.
function claims(event, rows) {
  return el("ul", { class: "claims" }, ...rows.map(([text, at]) => el("li", {}, el("span", { class: "claim" }, text), " ", el("span", { class: "who" }, whoSays(event, at)))));
}

function whoSays(event, at) {
  const names = at.map((number) => {
    const mention = event.mentions[number], name = sourceName(mention.article);
    return mention.says ? `${name}, citing ${mention.says}` : name;
  });
  return [...new Set(names)].join("; ");
}

function roleList(event) {
  if (!event.roles.length) return null;
  const groups = new Map();
  for (const [role, name, at] of event.roles) groups.set(role, [...(groups.get(role) || []), [name, at]]);
  const list = el("dl", { class: "roles" });
  for (const [role, rows] of groups) {
    const conflict = rows.length > 1 && event.kind.numbers.includes(role);
    list.append(
      el("dt", {}, role.replaceAll("_", " "), conflict ? el("span", { class: "conflict" }, " numbers differ") : null),
      el("dd", {}, rows.length > 1 ? claims(event, rows) : rows[0][0]),
    );
  }
  return list;
}

function linkList(event) {
  if (!event.links.length) return null;
  const items = event.links.map((link) => {
    const button = el("button", { type: "button", class: `follow tone${link.event.kind.tone}`, "data-follow": link.event.id },
      disc(link.event), el("span", {}, el("span", { class: "date" }, `${link.event.date} `), link.event.headline));
    button.addEventListener("click", () => openEvent(link.event.id));
    return el("li", {}, el("span", { class: "relation" }, link.label), button);
  });
  return el("section", { class: "linked", "aria-label": "Linked events" }, el("h3", {}, "Linked events"), el("ul", {}, ...items));
}

function evidence(event) {
  const byArticle = new Map();
  for (const mention of event.mentions) byArticle.set(mention.article, [...(byArticle.get(mention.article) || []), mention]);
  const count = byArticle.size;
  const among = event.copies ? `, among them ${copies(event.copies)}` : "";
  const heading = el("h3", {}, count ? `Evidence in ${counted(count, "article")}${among}` : "No mention is kept");
  return el("section", { class: "evidence", "aria-label": "Evidence" }, heading, ...[...byArticle].map(([number, mentions]) => {
    const article = data.articles[number];
    return el("article", {}, articleLine(article), ...sentences(mentions).map((told) => quotation(told, event)));
  }));
}

// Mentions in one sentence come one after the other; the first of them has the quotation.
function sentences(mentions) {
  const groups = [];
  for (const mention of mentions) {
    if (mention.quote || !groups.length) groups.push([mention]);
    else groups[groups.length - 1].push(mention);
  }
  return groups;
}

function articleLine(article) {
  if (!article) return el("p", { class: "article" }, "Unknown article");
  // Checked when the page was made; checked again where it becomes a link.
  const link = article.url && /^https?:\/\//i.test(article.url);
  const title = link ? el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer nofollow" }, article.title) : el("span", {}, article.title);
  const copied = article.copy_of === undefined ? null : `near copy of ${sourceName(article.copy_of)}`;
  return el("p", { class: "article" }, title, el("span", { class: "who" }, [article.source, article.date, copied].filter(Boolean).join(", ")));
}

function quotation(mentions, event) {
  const quote = el("blockquote", {}, ...(mentions[0].quote || []).map(pieceOf));
  const every = (read) => [...new Set(mentions.map(read).filter(Boolean))];
  const notes = every((mention) => mention.modality !== event.modality && mention.modality && MODALITY_WORDS[mention.modality].toLowerCase());
  notes.push(...every((mention) => mention.date));
  const by = every((mention) => mention.by).join("; "), sure = Math.max(...mentions.map((mention) => mention.confidence || 1));
  if (by) notes.push(`found by ${by}${sure < 1 ? `, ${Math.round(sure * 100)} % sure` : ""}`);
  return el("figure", {}, quote, notes.length ? el("figcaption", {}, notes.join(" · ")) : null);
}

// A marked piece shows what it is in words, so that no colour is needed to read it.
function pieceOf(piece) {
  if (typeof piece === "string") return document.createTextNode(piece);
  const [kind, label, ...inner] = piece;
  const words = kind === "trigger" ? (data.types.find((type) => type.name === label) || { label }).label.toLowerCase() : label.replaceAll("_", " ");
  return el("mark", { class: `mk ${kind}` }, ...inner.map(pieceOf), el("span", { class: "tag" }, words));
}
