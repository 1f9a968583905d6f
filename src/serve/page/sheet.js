// The document in its frame: shown anew without moving, and where its words come from.
//
// Every block of the document has a number before it is cut into leaves, and its pieces keep it: a place is a block and
// a stretch of its characters, wherever pages break.

import { $, framed } from "/page/dom.js";
import { leaves } from "/page/leaves.js";
import { compare } from "/page/news.js";
import { Origins } from "/page/origins.js";

const BLOCKS =
  "h1, h2, h3, h4, h5, h6, .text, .to, .signed, .number, .label, .caption, .note, .date, .organ, .enclosures li, th, td";
// How long what is new is marked, in milliseconds.
const NEWS = 2500;

export const sheet = { doc: null, texts: [], onplace: () => {}, onproblem: () => {}, onleaf: () => {} };
const frame = $("sheet");
let shown = { html: "", page: null, layout: "leaves", fit: true };
let state = null;
// The number of the first block of what has a name.
let names = new Map();
let pieces = [];
let pages = [];
let origins = null;

export async function open() {
  sheet.doc = await framed(frame);
  frame.contentWindow.addEventListener("scroll", tellLeaf, { passive: true });
  new ResizeObserver(() => fitted(true)).observe(frame);
  sheet.doc.addEventListener("click", clicked);
}

// Shows a document; what stood at the top of the frame stands there still.
export function show(next) {
  const isFirst = shown.html === "";
  const before = sheet.texts;
  const hold = isFirst ? null : held();
  const wasShown = shown.html;
  shown = { ...shown, ...next };
  write();
  origins = null;
  fitted(false);
  const { moved, news } = shown.html === wasShown ? { moved: null, news: [] } : compare(before, sheet.texts);
  if (hold) restore(hold, moved);
  if (!isFirst) mark("fresh", news.length < sheet.texts.length / 2 ? news : [], NEWS);
  tellLeaf();
}

// What is known of the plan that it was made of.
export function learn(next) {
  state = next;
  origins = null;
}

const origin = () => (origins ??= new Origins(state, sheet.texts, names));

function write() {
  const doc = sheet.doc;
  // The parser of the frame: by the policy of the page its styles would be lost.
  const next = new frame.contentWindow.DOMParser().parseFromString(shown.html, "text/html");
  const inLeaves = shown.layout === "leaves";
  const css = next.querySelector("style")?.textContent ?? "";
  const own = doc.getElementById("own");
  if (own.textContent !== css) own.textContent = css;
  // On leaves the width of the frame is no reason to lay the text out otherwise.
  for (const rule of own.sheet.cssRules) {
    if (!(rule instanceof frame.contentWindow.CSSMediaRule)) continue;
    if (rule.own || /width/.test(rule.media.mediaText)) widths(rule, inLeaves);
  }
  doc.documentElement.classList.toggle("leaves", inLeaves);
  doc.title = next.title;
  const main = doc.adoptNode(next.querySelector("main"));
  number(main);
  doc.body.replaceChildren();
  doc.body.append(inLeaves ? leaves(doc, main, shown.page) : main);
  pieces = sheet.texts.map(() => []);
  for (const piece of doc.querySelectorAll("[data-n]")) pieces[piece.dataset.n].push(piece);
  pages = [...doc.querySelectorAll(".leaf")];
}

// Gives every block its number, before it is cut.
function number(main) {
  sheet.texts = [];
  names = new Map();
  for (const element of main.querySelectorAll(`[id], ${BLOCKS}`)) {
    if (element.id) names.set(element.id, sheet.texts.length);
    if (!element.matches(BLOCKS)) continue;
    element.dataset.n = sheet.texts.length;
    sheet.texts.push(element.textContent);
  }
}

// Switches a rule for some widths off and on.
function widths(rule, off) {
  rule.own ??= rule.media.mediaText;
  rule.media.mediaText = off ? "not all" : rule.own;
}

// The document as it prints, for whoever prints it elsewhere.
export const printed = () => shown.html;

// What stands at the upper edge, and how far from it.
function held() {
  const view = frame.contentWindow;
  if (view.scrollY <= 0) return { top: 0 };
  for (let y = 2; y < view.innerHeight; y += 16) {
    for (const x of [0.5, 0.3, 0.7]) {
      const piece = sheet.doc.elementFromPoint(view.innerWidth * x, y)?.closest("[data-n]");
      if (!piece) continue;
      const [n, from] = [Number(piece.dataset.n), Number(piece.dataset.from ?? 0)];
      const top = topOf(n, from);
      if (top !== null) return { n, from, offset: top, top: view.scrollY };
    }
  }
  return { top: view.scrollY };
}

// Puts back what was held: where it moved to, or the nearest thing above it that is still there.
function restore(hold, moved) {
  const view = frame.contentWindow;
  let top = hold.top;
  for (let n = hold.n; n >= 0; n -= 1) {
    const now = topOf(moved ? moved[n] ?? -1 : n, n === hold.n ? hold.from : 0);
    if (now === null) continue;
    top = view.scrollY + now - hold.offset;
    break;
  }
  view.scrollTo({ top, behavior: "instant" });
}

// Where a character of a block stands in the frame.
function topOf(n, from) {
  const length = sheet.texts[n]?.length ?? 0;
  const at = Math.min(from, Math.max(0, length - 1));
  const rect = rangesOf(n, at, at + 1)[0]?.getBoundingClientRect();
  if (rect?.height) return rect.top;
  return pieces[n]?.[0]?.getBoundingClientRect().top ?? null;
}

// Leaves as wide as the frame has room for.
function fitted(keeps) {
  if (!sheet.doc || shown.html === "") return;
  const room = frame.clientWidth - 28;
  const size = (millimetres) => (shown.fit ? Math.min(1.25, room / ((millimetres / 25.4) * 96)) : 1);
  const root = sheet.doc.documentElement.style;
  const [zoom, wide] = [size(210).toFixed(4), Math.min(1, size(297)).toFixed(4)];
  const isSame = root.getPropertyValue("--zoom") === zoom && root.getPropertyValue("--zoom-wide") === wide;
  if (isSame && shown.layout === "leaves") return;
  const hold = keeps ? held() : null;
  root.setProperty("--zoom", zoom);
  root.setProperty("--zoom-wide", wide);
  if (hold) restore(hold, null);
  tellLeaf();
}

// Which leaf stands in the middle of the frame.
function tellLeaf() {
  const middle = frame.clientHeight / 2;
  let [low, high] = [0, pages.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if (pages[at].getBoundingClientRect().bottom > middle) high = at;
    else low = at + 1;
  }
  sheet.onleaf(Math.min(low + 1, pages.length), pages.length);
}

function clicked(event) {
  const link = event.target.closest?.("a[href]");
  if (link) {
    event.preventDefault();
    go(link.getAttribute("href"));
    return;
  }
  const block = event.target.closest?.("[data-n]");
  if (!block) return;
  if (block.dataset.problem) sheet.onproblem(Number(block.dataset.number));
  sheet.onplace(origin().lineOf(Number(block.dataset.n)));
}

// Goes to `#name`, wherever the link came from.
export function go(href) {
  const n = href.includes("#") ? names.get(href.slice(href.indexOf("#") + 1)) : undefined;
  if (n === undefined) return false;
  choose({ n, from: 0, to: 0 });
  return true;
}

export const has = (name) => names.has(name);
export const isPart = (name) => Boolean(sheet.doc.getElementById(name)?.matches(".sheet"));

// The place of the document that a place of the source became.
export const locate = (at) => origin().locate(at);

export const piecesOf = (n) => pieces[n] ?? [];

// Brings a place into view and marks its block, and in it some words.
export function choose({ n, from, to }) {
  for (const other of sheet.doc.querySelectorAll(".chosen")) other.classList.remove("chosen");
  const all = piecesOf(n);
  if (all.length === 0) return;
  for (const piece of all) piece.classList.add("chosen");
  const ranges = to > from ? rangesOf(n, from, to) : [];
  const piece = ranges[0]?.startContainer.parentElement.closest("[data-n]") ?? all[0];
  const rect = piece.getBoundingClientRect();
  const view = frame.contentWindow;
  const lead = Math.min(view.innerHeight / 3, Math.max(20, (view.innerHeight - rect.height) / 2));
  // Of a block higher than the frame, the words.
  const words = rect.height > view.innerHeight * 0.6 ? ranges[0]?.getBoundingClientRect() : null;
  view.scrollTo({ top: view.scrollY + (words ?? rect).top - lead, behavior: "instant" });
  mark("words", to > from ? [{ n, from, to }] : []);
}

// Marks words without touching them, where the browser can; for a while, if a time is given.
const ends = new Map();
export function mark(kind, places, time = 0) {
  const { CSS, Highlight } = frame.contentWindow;
  if (!CSS?.highlights || !Highlight) return;
  const ranges = places.flatMap(({ n, from, to }) => rangesOf(n, from, to));
  CSS.highlights.set(kind, new Highlight(...ranges));
  clearTimeout(ends.get(kind));
  if (time > 0 && ranges.length > 0) ends.set(kind, setTimeout(() => CSS.highlights.delete(kind), time));
}

// The characters of a block in each of its pieces.
function rangesOf(n, from, to) {
  return piecesOf(n).flatMap((piece) => {
    const base = Number(piece.dataset.from ?? 0);
    const range = rangeIn(piece, Math.max(0, from - base), to - base);
    return range ? [range] : [];
  });
}

function rangeIn(piece, from, to) {
  const range = sheet.doc.createRange();
  const walker = sheet.doc.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  let [before, isOpen] = [0, false];
  while (walker.nextNode() && before < to) {
    const text = walker.currentNode;
    const end = before + text.length;
    if (!isOpen && from < end) {
      range.setStart(text, from - before);
      isOpen = true;
    }
    if (isOpen) range.setEnd(text, Math.min(text.length, to - before));
    before = end;
  }
  return isOpen ? range : null;
}
