// What keys do, and the list that says so.

import { $, el } from "/page/dom.js";
import { say } from "/page/words.js";

const LIST = [
  [["1", "2", "3"], "keyDocument"],
  [["n", "p"], "keyProblem"],
  [["[", "]"], "keySub"],
  [["+", "-"], "keyZoom"],
  [["/"], "keySearch"],
  [["e"], "keyEditor"],
  [["Ctrl", "P"], "keyPrint"],
  [["?"], "keyHelp"],
];

// Hears keys in the page and in its frames.
export function hear(documents, acts) {
  const pressed = (event) => {
    if (event.target.closest?.("input, select, textarea, dialog") || event.altKey) return;
    const name = event.ctrlKey || event.metaKey ? `ctrl+${event.key.toLowerCase()}` : event.key;
    const act = acts[name];
    if (!act) return;
    event.preventDefault();
    act();
  };
  for (const doc of documents) doc.addEventListener("keydown", pressed);
}

export function help() {
  const dialog = $("keys");
  const rows = LIST.flatMap(([keys, words]) => {
    const named = keys.flatMap((key, at) => (at > 0 ? [" ", el("kbd", {}, key)] : [el("kbd", {}, key)]));
    return [el("dt", {}, ...named), el("dd", {}, say(words))];
  });
  const close = el("button", { autofocus: true, onclick: () => dialog.close() }, say("close"));
  dialog.replaceChildren(el("h2", { id: "keys-title" }, say("help")), el("dl", {}, ...rows), close);
  if (!dialog.open) dialog.showModal();
}
