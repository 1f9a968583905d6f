// The pictures of the plan, in a frame of their own.

import { $, el, framed, select, tabs } from "/page/dom.js";
import { say } from "/page/words.js";

export const KINDS = ["dependency", "responsibility", "alignment", "timeline"];
const frame = $("picture");
let doc = null;
let chosen = KINDS[0];
let shown = "";
let fits = true;

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
  const fit = (isFit) => () => {
    fits = isFit;
    label();
  };
  $("picture-fit").addEventListener("click", fit(true));
  $("picture-whole").addEventListener("click", fit(false));
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
  doc.documentElement.classList.toggle("fit", fits);
  $("picture-fit").setAttribute("aria-pressed", String(fits));
  $("picture-whole").setAttribute("aria-pressed", String(!fits));
}

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
  view.scrollTo(left, top);
}

export function step(by) {
  chosen = KINDS[(KINDS.indexOf(chosen) + by + KINDS.length) % KINDS.length];
  draw();
}
