// The page: what is shown, and that it follows the plan.

import { $, editor, el, select, tabs, wishes } from "/page/dom.js";
import { hear, help } from "/page/keys.js";
import * as pictures from "/page/pictures.js";
import * as problems from "/page/problems.js";
import * as search from "/page/search.js";
import * as sheet from "/page/sheet.js";
import * as tables from "/page/tables.js";
import { paper } from "/page/paper.js";
import { label, lang, say, speak } from "/page/words.js";

const VIEWS = ["document", "pictures", "tables", "problems"];
const FILES = [
  ["document.html", "webPage", "html"],
  ["document.docx", "Word", "docx"],
  ["document.md", "Markdown", "md"],
  ["tables.xlsx", "workbook", "xlsx"],
  ...pictures.KINDS.map((kind) => [`${kind}.svg`, kind, "svg"]),
  ["plan.json", "data", "json"],
  ["plan.ics", "agenda", "ics"],
];

let state = null;
let view = "document";
// The document whose outputs are shown.
let drawn = { document: 0, pictures: 0, tables: 0 };
let isLost = false;

const NARROW = "(max-width: 900px)";
const isNarrow = () => matchMedia(NARROW).matches;

async function begin() {
  speak(wishes.get("lang") ?? (navigator.languages[0] ?? "zh").split("-")[0]);
  const [, picture] = await Promise.all([sheet.open(), pictures.open()]);
  tables.open();
  search.open();
  wire();
  hear([document, sheet.sheet.doc, picture], keys());
  show(location.hash.slice(1) || "document");
  follow();
}

let events = null;

// Is told of every change; after a broken connection the browser tries again by itself. A page that nobody sees gives
// its connection back: a browser has six for all its tabs.
function follow() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource("/events");
  events.addEventListener("snapshot", (event) => {
    // Another run of the program counts from one again.
    if (isLost) drawn = { document: 0, pictures: 0, tables: 0 };
    if (isLost || Number(event.data) !== state?.number) refresh();
    isLost = false;
    tell();
  });
  events.addEventListener("error", () => {
    isLost = true;
    tell();
  });
}

let isBusy = false;
let isAgain = false;

// Fetches what is shown; of changes that come meanwhile, only the last is fetched again.
async function refresh() {
  if (isBusy) {
    isAgain = true;
    return;
  }
  isBusy = true;
  try {
    do {
      isAgain = false;
      const next = await (await fetch("/state.json")).json();
      const isFirst = state === null;
      state = next;
      sheet.learn(state);
      if (isFirst && state.lang && !wishes.get("lang")) speak(state.lang);
      if (isFirst) words();
      await fill();
      problems.list(state);
      if (drawn.document > 0) problems.mark();
      tell();
    } while (isAgain);
  } catch {
    isLost = true;
    tell();
  } finally {
    isBusy = false;
  }
}

// Brings what is shown up to the newest document; what is not shown waits until it is.
async function fill() {
  const number = state.document?.number ?? 0;
  $("empty").hidden = number > 0;
  $("sheet").hidden = number === 0;
  if (number === 0) return;
  const isOld = (name) => drawn[name] !== number;
  if (isOld("document")) {
    const answer = await fetch("/document.html");
    const html = await answer.text();
    if (answer.ok) {
      drawn.document = number;
      sheet.show({ html, page: state.document.page, ...layout() });
      outline();
    } else {
      // A template that fails says so in both languages, a line each; the last document stays.
      const [zh, en] = html.split("\n");
      state.trouble = { zh, en };
      $("empty").hidden = drawn.document > 0;
      $("sheet").hidden = drawn.document === 0;
    }
  }
  if (view === "pictures" && isOld("pictures")) {
    drawn.pictures = number;
    await pictures.draw();
  }
  if (view === "tables" && isOld("tables")) {
    drawn.tables = number;
    tables.show(await (await fetch("/tables.json")).json());
  }
}

function layout() {
  const usual = matchMedia("(max-width: 700px)").matches ? "flow" : "leaves";
  return { layout: wishes.get("layout") ?? usual, fit: wishes.get("fit") !== "no" };
}

function relay(wish, value) {
  wishes.set(wish, value);
  sheet.show(layout());
  if (state) problems.mark();
  words();
}

// Says how things stand.
function tell() {
  if (!state) return;
  document.title = state.title || state.path;
  $("title").textContent = state.title || state.path;
  const count = (grade) => state.findings.filter((finding) => finding.severity === grade).length;
  const counts = { error: count("error"), warning: count("warning"), info: count("info") };
  const files = state.changed.map((path) => path.split(/[\\/]/).pop());
  const news = files.length > 0 ? say("changed", { files: [...new Set(files)].join(lang() === "zh" ? "、" : ", ") }) : say("current");
  const trouble = state.trouble ? state.trouble[lang()] : "";
  const grades = Object.keys(counts).filter((grade) => counts[grade] > 0);
  const each = grades.map((grade) => `${counts[grade]} ${say(counts[grade] === 1 ? `${grade}Count` : `${grade}Counts`)}`);
  const total = each.join(lang() === "zh" ? "，" : ", ") || say("none");
  const status = $("status");
  status.textContent = isLost ? say("lost") : trouble || `${total} · ${news}`;
  status.className = isLost ? "lost" : trouble || counts.error > 0 ? "faulty" : "";
  const isStale = Boolean(state.document && drawn.document > 0 && (trouble || !state.document.is_current));
  $("panel-document").classList.toggle("is-stale", isStale);
  $("stale").hidden = !isStale;
  const isFirst = drawn.document === state.number;
  $("panel-document").classList.toggle("is-first", isFirst);
  $("stale").textContent = trouble ? `${trouble} — ${say("unread")}` : say(isFirst ? "firstStale" : "stale");
  $("empty").textContent = `${trouble ? `${trouble} ` : ""}${say("noDocument")}`;
}

// Everything that has words, in the language of the page.
function words() {
  label(document);
  $("lang").textContent = lang() === "zh" ? "EN" : "中";
  $("lang").setAttribute("aria-label", lang() === "zh" ? "English" : "中文");
  $("as-leaves").title = say("leavesTold");
  const { layout: laid, fit } = layout();
  $("as-leaves").setAttribute("aria-pressed", String(laid === "leaves"));
  $("as-flow").setAttribute("aria-pressed", String(laid === "flow"));
  $("fit").setAttribute("aria-pressed", String(fit));
  $("whole").setAttribute("aria-pressed", String(!fit));
  $("sizes").hidden = laid === "flow";
  const name = state?.title || "plan";
  $("files").replaceChildren(...FILES.map(([path, key, end]) => {
    const title = key === "Word" || key === "Markdown" ? key : say(key);
    return el("li", {}, el("a", { href: `/${path}`, download: `${name}.${path.endsWith("svg") ? `${key}.` : ""}${end}` }, title, el("span", {}, end)));
  }));
  outline();
  pictures.label();
  tables.draw();
  problems.draw();
  tell();
}

// The headings of the document.
function outline() {
  const places = state?.places ?? [];
  const first = el("option", { value: "" }, say("outlineFirst"));
  const option = (place) => {
    const level = sheet.isPart(place.anchor) ? 0 : Math.min(3, place.anchor.split("-").length);
    return sheet.has(place.anchor) && place.title ? el("option", { value: place.anchor }, `${"　".repeat(level)}${place.title.slice(0, 36)}`) : null;
  };
  $("outline").replaceChildren(first, ...places.map(option).filter(Boolean));
}

function show(name) {
  const wanted = VIEWS.includes(name) && (name !== "problems" || isNarrow()) ? name : "document";
  view = wanted;
  // The document is put behind the others, not away: what is not laid out has no pages and no place one was at.
  const isBehind = wanted !== "document" && wanted !== "problems";
  $("panel-document").classList.toggle("behind", isBehind);
  $("panel-document").inert = isBehind;
  for (const other of ["pictures", "tables"]) $(`panel-${other}`).hidden = other !== wanted;
  beside();
  select($("tabs"), $(`tab-${wanted}`));
  history.replaceState(null, "", `#${wanted}`);
  if (state) fill();
}

// Where there is room for one of them only, the document and its problems stand behind each other and stay laid out.
function beside() {
  const [isOn, narrow] = [view === "problems", isNarrow()];
  $("stage").classList.toggle("on-problems", isOn);
  document.querySelector("main").inert = narrow && isOn;
  $("panel-problems").inert = narrow && !isOn;
  if (!narrow && isOn) show("document");
}

// What an editor that shows the page beside its text is asked to do; elsewhere the browser does it.
const isFramed = window.parent !== window;
const ask = (wish) => window.parent.postMessage({ fangan: wish }, "*");

function print() {
  if (isFramed) {
    ask("browse");
    return;
  }
  const frame = el("iframe", { sandbox: "allow-same-origin allow-modals", src: "/document.html", title: say("print") });
  frame.style.cssText = "position:fixed;left:-9999px;width:10px;height:10px;flex:none";
  frame.addEventListener("load", () => {
    const done = () => setTimeout(() => frame.remove(), 1000);
    frame.contentWindow.addEventListener("afterprint", done);
    frame.contentWindow.print();
  });
  frame.id = "printing";
  $("printing")?.remove();
  document.body.append(frame);
}

// Shuts the menu; whoever opened it is back at its button.
function shut() {
  if (!$("downloads").open) return;
  $("downloads").open = false;
  $("downloads").querySelector("summary").focus();
}

const goThere = (href) => {
  show("document");
  sheet.go(href);
};

function wire() {
  document.addEventListener("visibilitychange", follow);
  tabs($("tabs"), (tab) => show(tab.id.slice(4)));
  $("as-leaves").addEventListener("click", () => relay("layout", "leaves"));
  $("as-flow").addEventListener("click", () => relay("layout", "flow"));
  $("fit").addEventListener("click", () => relay("fit", "yes"));
  $("whole").addEventListener("click", () => relay("fit", "no"));
  $("print").addEventListener("click", print);
  $("help").addEventListener("click", help);
  $("lang").addEventListener("click", () => {
    speak(lang() === "zh" ? "en" : "zh");
    wishes.set("lang", lang());
    words();
    if (state?.document) problems.mark();
  });
  $("outline").addEventListener("change", (event) => {
    if (event.target.value) sheet.go(`#${event.target.value}`);
    event.target.value = "";
  });
  const outside = (event) => {
    if (!event.target.closest?.("#downloads") || event.target.closest("#files")) $("downloads").open = false;
  };
  for (const doc of [document, sheet.sheet.doc, $("picture").contentDocument]) doc.addEventListener("click", outside);
  if (isFramed) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.('a[href^="vscode:"]');
      if (!link) return;
      event.preventDefault();
      ask(link.getAttribute("href"));
    }, true);
  }
  matchMedia(NARROW).addEventListener("change", beside);
  paper(sheet.printed);
  sheet.sheet.onproblem = problems.pick;
  sheet.sheet.onplace = (line) => {
    $("source").hidden = line === null;
    if (line === null) return;
    $("source").href = editor({ file: state.file, line }) ?? "";
    $("source").textContent = say("sourceLine", { line });
    $("source").title = say("openEditor");
  };
  sheet.sheet.onleaf = (n, of) => ($("leaf").textContent = of > 0 ? say("leaf", { n, of }) : "");
  problems.problems.onsee = () => show("document");
  search.search.onsee = () => show("document");
  pictures.pictures.ongo = goThere;
  tables.tables.ongo = goThere;
}

function keys() {
  const sub = (by) => () => (view === "tables" ? tables.step(by) : view === "pictures" ? pictures.step(by) : null);
  const enlarge = (by) => () => (view === "pictures" ? pictures.enlarge(by) : null);
  const find = () => {
    window.focus();
    $("search").focus();
    $("search").select();
  };
  const edit = () => {
    const at = problems.chosen();
    const href = at && editor(at);
    if (href && isFramed) ask(href);
    else if (href) location.assign(href);
  };
  return {
    1: () => show("document"),
    2: () => show("pictures"),
    3: () => show("tables"),
    4: () => show("problems"),
    n: () => problems.step(1),
    p: () => problems.step(-1),
    "[": sub(-1),
    "]": sub(1),
    "+": enlarge(1),
    "=": enlarge(1),
    "-": enlarge(-1),
    "/": find,
    e: edit,
    "?": help,
    "ctrl+p": print,
    Escape: shut,
  };
}

begin();
