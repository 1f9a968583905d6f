// The document in its frame: shown anew without moving, and the places in it.

import { $, framed } from "/page/dom.js";
import { leaves } from "/page/leaves.js";

const BLOCKS = "h1, h2, h3, h4, h5, h6, .text, .to, .signed, .number, .label, .caption, .note, .date, .organ, .enclosures li, td";

export const sheet = { doc: null, blocks: [], onplace: () => {}, onproblem: () => {}, onleaf: () => {} };
const frame = $("sheet");
let shown = { html: "", page: null, layout: "leaves", fit: true };

export async function open() {
  sheet.doc = await framed(frame);
  const view = frame.contentWindow;
  view.addEventListener("scroll", tellLeaf, { passive: true });
  new ResizeObserver(() => fitted(true)).observe(frame);
  sheet.doc.addEventListener("click", clicked);
}

// Shows a document; what stood at the top of the frame stands there still.
export function show(next) {
  const isFirst = shown.html === "";
  const before = new Set(isFirst ? [] : sheet.blocks.map(wordsOf));
  const hold = isFirst ? null : held();
  shown = { ...shown, ...next };
  write();
  if (!isFirst && next.html !== undefined) {
    for (const block of sheet.blocks) block.classList.toggle("fresh", !before.has(wordsOf(block)));
  }
  fitted(false);
  if (hold) restore(hold);
  tellLeaf();
}

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
  doc.body.replaceChildren();
  doc.body.append(inLeaves ? leaves(doc, main, shown.page) : main);
  sheet.blocks = [...doc.querySelectorAll(BLOCKS)];
}

// Switches a rule for some widths off and on.
function widths(rule, off) {
  rule.own ??= rule.media.mediaText;
  rule.media.mediaText = off ? "not all" : rule.own;
}

const wordsOf = (block) => block.textContent;

// The last thing with a name above the upper edge, and how far above.
function held() {
  const view = frame.contentWindow;
  if (view.scrollY <= 0) return { top: 0 };
  let found = null;
  for (const named of sheet.doc.querySelectorAll("main [id]")) {
    const top = named.getBoundingClientRect().top;
    if (top > 1 && found) break;
    found = { id: named.id, offset: top };
  }
  return { ...found, top: view.scrollY };
}

function restore(hold) {
  const view = frame.contentWindow;
  const named = hold.id && sheet.doc.getElementById(hold.id);
  const top = named ? view.scrollY + named.getBoundingClientRect().top - hold.offset : hold.top;
  view.scrollTo({ top, behavior: "instant" });
}

// Leaves as wide as the frame has room for.
function fitted(keeps) {
  if (!sheet.doc || shown.html === "") return;
  const hold = keeps ? held() : null;
  const room = frame.clientWidth - 28;
  const size = (millimetres) => (shown.fit ? Math.min(1.25, room / ((millimetres / 25.4) * 96)) : 1);
  const root = sheet.doc.documentElement.style;
  root.setProperty("--zoom", size(210).toFixed(4));
  root.setProperty("--zoom-wide", Math.min(1, size(297)).toFixed(4));
  if (hold) restore(hold);
  tellLeaf();
}

function tellLeaf() {
  const all = sheet.doc ? [...sheet.doc.querySelectorAll(".leaf")] : [];
  const middle = frame.clientHeight / 2;
  const at = all.findIndex((leaf) => leaf.getBoundingClientRect().bottom > middle);
  sheet.onleaf(at < 0 ? all.length : at + 1, all.length);
}

function clicked(event) {
  const link = event.target.closest?.("a[href]");
  if (link) {
    event.preventDefault();
    go(link.getAttribute("href"));
    return;
  }
  const marked = event.target.closest?.("[data-problem]");
  if (marked) sheet.onproblem(Number(marked.dataset.number));
  const block = event.target.closest?.(BLOCKS);
  if (block) sheet.onplace(nameAbove(block));
}

// The name of the nearest thing above a block that has one.
function nameAbove(block) {
  let found = null;
  for (const named of sheet.doc.querySelectorAll("main [id]")) {
    const isAfter = block.compareDocumentPosition(named) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isAfter && !block.contains(named)) break;
    found = named.id;
  }
  return found;
}

// Goes to `#name`, wherever the link came from.
export function go(href) {
  const name = href.slice(href.indexOf("#") + 1);
  const target = href.includes("#") && sheet.doc.getElementById(name);
  if (target) choose(target);
  return Boolean(target);
}

// Brings a block into view and marks it, and in it some words.
export function choose(block, words = "") {
  for (const other of sheet.doc.querySelectorAll(".chosen")) other.classList.remove("chosen");
  if (!block.matches(".sheet")) block.classList.add("chosen");
  const rect = block.getBoundingClientRect();
  const view = frame.contentWindow;
  const lead = Math.min(view.innerHeight / 3, Math.max(20, (view.innerHeight - rect.height) / 2));
  view.scrollTo({ top: view.scrollY + rect.top - lead, behavior: "instant" });
  highlight(block, words);
}

function highlight(block, words) {
  underline("words", words ? [{ block, words }] : []);
}

// Marks words without touching them, where the browser can.
export function underline(kind, places) {
  const { CSS, Highlight } = frame.contentWindow;
  if (!CSS?.highlights || !Highlight) return;
  const ranges = places.map(({ block, words }) => rangeOf(block, words)).filter(Boolean);
  CSS.highlights.set(kind, new Highlight(...ranges));
}

function rangeOf(block, words) {
  const start = block.textContent.toLowerCase().indexOf(words.toLowerCase());
  if (start < 0) return null;
  const range = sheet.doc.createRange();
  const walker = sheet.doc.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let [before, isOpen] = [0, false];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const end = before + text.length;
    if (!isOpen && start < end) {
      range.setStart(text, start - before);
      isOpen = true;
    }
    if (isOpen && start + words.length <= end) {
      range.setEnd(text, start + words.length - before);
      return range;
    }
    before = end;
  }
  return null;
}

// The block that a place of the source became: below its heading the one that has its words, else the heading.
export function locate({ anchor, excerpt }, anchors) {
  const start = anchor && sheet.doc.getElementById(anchor);
  const quotes = quotesOf(excerpt);
  const from = start ? firstOf(start) : 0;
  if (from < 0) return null;
  const isNext = (block) => block.id && block.id !== anchor && anchors.has(block.id);
  const found = { block: null, words: "" };
  for (const quote of quotes) {
    for (let at = from; at < sheet.blocks.length; at += 1) {
      const block = sheet.blocks[at];
      if (start && at > from && isNext(block)) break;
      if (block.textContent.includes(quote)) return { block, words: quote };
    }
  }
  found.block = start ? sheet.blocks[from] ?? start : null;
  return found.block ? found : null;
}

function firstOf(start) {
  return sheet.blocks.findIndex(
    (block) => start.contains(block) || start.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

// What to look for: what is blamed, and if that is nothing to find, the line without what only the source has.
function quotesOf([before, blamed, after]) {
  const line = (before + blamed + after).replace(/^[\s#>-]+/, "").replace(/^[^：:]{1,6}[：:]/, "");
  const pieces = line.split(/[{}*`]/).map((piece) => piece.trim());
  const longest = pieces.sort((one, other) => other.length - one.length)[0] ?? "";
  return [blamed.trim(), longest].filter((quote) => [...quote].length > 1);
}
