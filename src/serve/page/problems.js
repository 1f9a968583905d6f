// The list of problems, and their marks in the document.

import { $, editor, el } from "/page/dom.js";
import { choose, locate, mark as underline, piecesOf, sheet } from "/page/sheet.js";
import { said, say } from "/page/words.js";

const GRADES = ["error", "warning", "info"];
const hidden = new Set();
let findings = [];
// Why there is no plan, in both languages.
let trouble = null;
let current = -1;

export const problems = { onsee: () => {} };

// Shows what there is to say; the chosen one stays chosen if it is still there.
export function list(state) {
  const before = findings[current];
  const isSame = (finding) =>
    before && finding.code === before.code && finding.excerpt.join("") === before.excerpt.join("");
  findings = state.findings;
  trouble = state.trouble;
  current = findings.findIndex(isSame);
  draw();
}

export function draw() {
  const box = $("problems");
  const top = box.scrollTop;
  const items = findings.map((finding, index) => [finding, index]).filter(([finding]) => !hidden.has(finding.severity));
  const made = items.map(([finding, index]) => item(finding, index));
  if (trouble) made.unshift(el("li", { class: "error fault" }, el("span", { class: "grade" }, say("errorOne")), ` ${said(trouble)}`));
  else if (made.length === 0) made.push(el("li", { class: "none" }, say(findings.length > 0 ? "noneShown" : "none")));
  box.replaceChildren(...made);
  box.scrollTop = top;
  $("grades").replaceChildren(...GRADES.filter(count).map(grade));
  $("count").textContent = findings.length + (trouble ? 1 : 0) || "";
}

const count = (severity) => findings.filter((finding) => finding.severity === severity).length;

function grade(severity) {
  const toggle = () => {
    if (!hidden.delete(severity)) hidden.add(severity);
    draw();
    mark();
  };
  const pressed = String(!hidden.has(severity));
  return el("button", { "aria-pressed": pressed, onclick: toggle }, `${say(severity)} ${count(severity)}`);
}

function item(finding, index) {
  const isCurrent = index === current;
  const { severity } = finding;
  const help = [
    finding.label && el("p", {}, said(finding.label)),
    finding.help && el("p", {}, say("writeInstead"), said(finding.help)),
    finding.fix && el("p", {}, say("quickFix"), said(finding.fix)),
    ...finding.related.map(related),
  ];
  return el(
    "li",
    { class: `${severity}${isCurrent ? " current" : ""}`, "data-number": index, onclick: () => see(index) },
    el(
      "button",
      { class: "says", "aria-current": isCurrent ? "true" : null },
      el("span", { class: "grade" }, say(`${severity}One`)),
      ` ${said(finding.message)}`,
    ),
    line(finding),
    place(finding, el("span", {}, finding.code)),
    help.some(Boolean) ? el("div", { class: "more" }, ...help) : null,
  );
}

function line({ line: number, excerpt: [before, blamed, after] }) {
  const shown = el("code", { class: "line" }, el("span", { class: "number" }, String(number)), before);
  shown.append(el("mark", {}, blamed), after);
  return shown;
}

function place(at, ...more) {
  const words = `${at.path}:${at.line}:${at.column}`;
  const href = editor(at);
  const stay = (event) => event.stopPropagation();
  const link = href ? el("a", { href, title: say("openEditor"), onclick: stay }, words) : el("span", {}, words);
  return el("p", { class: "at" }, ...more, link);
}

function related(other) {
  const box = el("div", {}, el("p", {}, said(other.message)), line(other), place(other));
  box.addEventListener("click", (event) => {
    event.stopPropagation();
    const found = locate(other);
    if (!found) return;
    problems.onsee();
    choose(found);
  });
  return box;
}

// Chooses a problem in the list and shows its place in the document.
export function see(index) {
  pick(index);
  const found = findings[index] && locate(findings[index]);
  if (!found) return;
  problems.onsee();
  choose(found);
}

// Chooses a problem in the list.
export function pick(index) {
  if (!findings[index]) return;
  current = index;
  if (hidden.delete(findings[index].severity)) {
    draw();
    mark();
  }
  const box = $("problems");
  const hadFocus = box.contains(document.activeElement);
  for (const shown of box.querySelectorAll("li[data-number]")) choosing(shown, Number(shown.dataset.number) === index);
  const shown = box.querySelector(".current");
  shown?.scrollIntoView({ block: "nearest" });
  if (hadFocus) shown?.querySelector(".says").focus({ preventScroll: true });
}

function choosing(shown, isCurrent) {
  if (shown.classList.contains("current") === isCurrent) return;
  shown.classList.toggle("current", isCurrent);
  const says = shown.querySelector(".says");
  if (isCurrent) says.setAttribute("aria-current", "true");
  else says.removeAttribute("aria-current");
}

// The next or the one before, of those that are shown.
export function step(by) {
  const shown = findings.map((_, index) => index).filter((index) => !hidden.has(findings[index].severity));
  if (shown.length === 0) return;
  const at = shown.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  see(shown[next]);
}

export const chosen = () => findings[current];

// Marks the blocks of the document that have a problem; of several the gravest, which comes first.
export function mark() {
  for (const block of sheet.doc.querySelectorAll("[data-problem]")) {
    delete block.dataset.problem;
    delete block.dataset.number;
    block.removeAttribute("title");
  }
  const order = findings.map((finding, index) => [finding, index]);
  order.sort(([one], [other]) => GRADES.indexOf(one.severity) - GRADES.indexOf(other.severity));
  const words = Object.fromEntries(GRADES.map((severity) => [severity, []]));
  for (const [finding, index] of order) {
    const found = hidden.has(finding.severity) ? null : locate(finding);
    if (!found) continue;
    if (found.to > found.from) words[finding.severity].push(found);
    for (const piece of piecesOf(found.n)) {
      if (piece.dataset.problem) continue;
      piece.dataset.problem = finding.severity;
      piece.dataset.number = index;
      piece.title = said(finding.message);
    }
  }
  for (const severity of GRADES) underline(severity, words[severity]);
}

// Problems in which some words stand.
export function search(words) {
  const has = (finding) => `${said(finding.message)}${finding.excerpt.join("")}${finding.code}`.toLowerCase().includes(words);
  return findings.map((finding, index) => ({ finding, index })).filter(({ finding }) => has(finding));
}
