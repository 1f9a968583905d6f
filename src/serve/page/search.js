// Search over the document and its problems.

import { $, el } from "/page/dom.js";
import { search as inProblems, see } from "/page/problems.js";
import { choose, sheet } from "/page/sheet.js";
import { said, say } from "/page/words.js";

const MOST = 40;
// How much of a block is shown before what was found.
const BEFORE = 14;

export const search = { onsee: () => {} };

export function open() {
  const [box, found] = [$("search"), $("found")];
  const close = () => (found.hidden = true);
  box.addEventListener("input", draw);
  box.addEventListener("focus", draw);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) close();
  });
  $("search").parentElement.addEventListener("keydown", (event) => {
    const all = [...found.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement);
    if (event.key === "Escape") {
      close();
      box.blur();
    } else if (event.key === "ArrowDown") (all[at + 1] ?? all[0])?.focus();
    else if (event.key === "ArrowUp") (all[at - 1] ?? box).focus();
    else if (event.key === "Enter" && event.target === box) all[0]?.click();
    else return;
    event.preventDefault();
  });
}

export function draw() {
  const [found, words] = [$("found"), $("search").value.trim().toLowerCase()];
  found.hidden = words === "";
  if (words === "") return;
  const leave = (act) => () => {
    found.hidden = true;
    act();
  };
  const hits = sheet.texts.map((text, n) => ({ text, n, from: text.toLowerCase().indexOf(words) })).filter(({ from }) => from >= 0);
  const texts = hits.slice(0, MOST).map(({ text, n, from }) => {
    const act = () => {
      search.onsee();
      choose({ n, from, to: from + words.length });
    };
    return el("button", { onclick: leave(act) }, ...excerpt(text, words));
  });
  const others = inProblems(words).slice(0, MOST).map(({ finding, index }) =>
    el("button", { onclick: leave(() => see(index)) }, said(finding.message), el("small", {}, `${finding.path}:${finding.line}`)),
  );
  const group = (name, items) => (items.length > 0 ? [el("p", {}, `${say(name)} ${items.length}`), ...items] : []);
  const all = [...group("inDocument", texts), ...group("inProblems", others)];
  found.replaceChildren(...(all.length > 0 ? all : [el("p", {}, say("notFound"))]));
}

function excerpt(text, words) {
  const at = text.toLowerCase().indexOf(words);
  const from = Math.max(0, at - BEFORE);
  const end = at + words.length;
  return [from > 0 ? "…" : "", text.slice(from, at), el("mark", {}, text.slice(at, end)), text.slice(end, end + 40)];
}
