// The tables of the plan.

import { $, el, select, tabs } from "/page/dom.js";
import { say } from "/page/words.js";

let all = [];
let chosen = "schedule";

export const tables = { ongo: () => {} };

export function open() {
  tabs($("sheets"), (tab) => {
    chosen = tab.dataset.key;
    draw();
  });
}

export function show(next) {
  all = next;
  const box = $("table");
  const { scrollTop, scrollLeft } = box;
  draw();
  box.scrollTo(scrollLeft, scrollTop);
}

export function draw() {
  const made = all.map(({ key }) => el("button", { role: "tab", "data-key": key, "aria-controls": "table" }, say(key)));
  const hadFocus = $("sheets").contains(document.activeElement);
  $("sheets").replaceChildren(...made);
  const tab = made.find((tab) => tab.dataset.key === chosen) ?? made[0];
  select($("sheets"), tab);
  if (hadFocus) tab?.focus();
  const entry = all.find(({ key }) => key === tab?.dataset.key);
  if (!entry) return;
  const isEmpty = entry.table.rows.length === 0;
  $("table").replaceChildren(isEmpty ? el("p", { class: "empty" }, say("noTable")) : tableOf(entry));
}

export function step(by) {
  const at = all.findIndex(({ key }) => key === chosen);
  if (at < 0) return;
  chosen = all[(at + by + all.length) % all.length].key;
  draw();
}

function tableOf({ name, table }) {
  const head = el("tr", {}, ...table.columns.map((column) => el("th", { scope: "col" }, column.title)));
  const rows = table.rows.map((row) =>
    row.kind === "section"
      ? el("tr", {}, el("td", { class: "section", colspan: table.columns.length }, row.text))
      : el("tr", {}, ...row.cells.map((cell, at) => el("td", { class: table.columns[at]?.align }, ...cell.map(inline)))),
  );
  const caption = el("caption", {}, name, table.unit ? `（${table.unit}）` : "");
  return el("table", {}, caption, el("thead", {}, head), el("tbody", {}, ...rows));
}

function inline(item) {
  if (item.kind !== "link") return item.text;
  const follow = (event) => {
    event.preventDefault();
    tables.ongo(`#${item.target}`);
  };
  return el("a", { href: `#${item.target}`, onclick: follow }, item.text);
}
