// The pictures of the plan, in a frame of their own.

import { $, el, framed, select, tabs } from "/page/dom.js";
import { say } from "/page/words.js";
import { Zoom } from "/page/zoom.js";

export const KINDS = ["dependency", "responsibility", "alignment", "timeline"];
const frame = $("picture");
let doc = null;
let chosen = KINDS[0];
let shown = "";
let zoom = null;

export const pictures = { ongo: () => {} };

export async function open() {
  doc = await framed(frame);
  doc.documentElement.classList.add("picture");
  doc.addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    if (!link) return;
    event.preventDefault();
    pictures.ongo(link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "");
  });
  tabs($("kinds"), (tab) => {
    chosen = tab.dataset.kind;
    draw();
  });
  zoom = new Zoom(frame, doc, tell);
  $("picture-fit").addEventListener("click", () => zoom.set("fit"));
  $("picture-whole").addEventListener("click", () => zoom.set(1));
  $("picture-less").addEventListener("click", () => enlarge(-1));
  $("picture-more").addEventListener("click", () => enlarge(1));
  return doc;
}

// The names above the picture.
export function label() {
  const hadFocus = $("kinds").contains(document.activeElement);
  const made = KINDS.map((kind) => el("button", { role: "tab", "data-kind": kind, "aria-controls": "picture" }, say(kind)));
  $("kinds").replaceChildren(...made);
  const tab = made[KINDS.indexOf(chosen)];
  select($("kinds"), tab);
  if (hadFocus) tab.focus();
  tell();
}

function tell() {
  $("picture-fit").setAttribute("aria-pressed", String(zoom.wish === "fit"));
  $("picture-whole").setAttribute("aria-pressed", String(zoom.wish === 1));
}

export const enlarge = (steps) => zoom.by(steps);

// Draws the chosen picture anew; it stays where it was scrolled to.
export async function draw() {
  label();
  const kind = chosen;
  const answer = await fetch(`/${kind}.svg`);
  const text = await answer.text();
  if (kind !== chosen) return;
  // The parser of the frame: by the policy of the page its styles would be lost.
  const { DOMParser } = frame.contentWindow;
  const next = answer.ok ? new DOMParser().parseFromString(text, "image/svg+xml").documentElement : null;
  const view = frame.contentWindow;
  const [left, top] = shown === kind ? [view.scrollX, view.scrollY] : [0, 0];
  doc.body.replaceChildren(next ? doc.adoptNode(next) : doc.createTextNode(`${say("failed")} ${text}`));
  shown = kind;
  zoom.apply();
  view.scrollTo(left, top);
}

export function step(by) {
  chosen = KINDS[(KINDS.indexOf(chosen) + by + KINDS.length) % KINDS.length];
  draw();
}
