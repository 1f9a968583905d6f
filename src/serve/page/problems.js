// The list of problems, and their marks in the document.

import { $, editor, el } from "/page/dom.js";
import { choose, locate, sheet, underline } from "/page/sheet.js";
import { said, say } from "/page/words.js";

const GRADES = ["error", "warning", "info"];
const hidden = new Set();
let findings = [];
let places = [];
let current = -1;

export const problems = { onsee: () => {} };

// Shows what there is to say; the chosen one stays chosen if it is still there.
export function list(state) {
  const before = findings[current];
  const isSame = (finding) =>
    before && finding.code === before.code && finding.excerpt.join("") === before.excerpt.join("");
  findings = state.findings;
  places = new Set(state.places.map((place) => place.anchor));
  current = findings.findIndex(isSame);
  draw();
}

export function draw() {
  const box = $("problems");
  const top = box.scrollTop;
  const items = findings.map((finding, index) => [finding, index]).filter(([finding]) => !hidden.has(finding.severity));
  const empty = el("li", { class: "none" }, say(findings.length > 0 ? "noneShown" : "none"));
  box.replaceChildren(...(items.length > 0 ? items.map(([finding, index]) => item(finding, index)) : [empty]));
  box.scrollTop = top;
  $("grades").replaceChildren(...GRADES.filter(count).map(grade));
  $("count").textContent = findings.length || "";
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
    const found = locate(other, places);
    if (!found) return;
    problems.onsee();
    choose(found.block, found.words);
  });
  return box;
}

// Chooses a problem in the list and shows its place in the document.
export function see(index) {
  pick(index);
  const found = locate(findings[index], places);
  if (!found) return;
  problems.onsee();
  choose(found.block, found.words);
}

// Chooses a problem in the list.
export function pick(index) {
  if (!findings[index]) return;
  hidden.delete(findings[index].severity);
  current = index;
  const hadFocus = $("problems").contains(document.activeElement);
  draw();
  const shown = $("problems").querySelector(".current");
  shown?.scrollIntoView({ block: "nearest" });
  if (hadFocus) shown?.querySelector(".says").focus();
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
    if (hidden.has(finding.severity)) continue;
    const found = locate(finding, places);
    if (!found) continue;
    if (found.words) words[finding.severity].push(found);
    if (found.block.dataset.problem) continue;
    found.block.dataset.problem = finding.severity;
    found.block.dataset.number = index;
    found.block.title = said(finding.message);
  }
  for (const severity of GRADES) underline(severity, words[severity]);
}

// Problems in which some words stand.
export function search(words) {
  const has = (finding) => `${said(finding.message)}${finding.excerpt.join("")}${finding.code}`.toLowerCase().includes(words);
  return findings.map((finding, index) => ({ finding, index })).filter(({ finding }) => has(finding));
}
