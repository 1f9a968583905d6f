// Elements, made and found. Text always goes in as text.

export const $ = (id) => document.getElementById(id);

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// A frame's document once it is there; frames hold the documents of the plan, in which no script runs.
export function framed(frame) {
  const ready = () => frame.contentDocument?.getElementById("own");
  return new Promise((resolve) => {
    if (ready()) resolve(frame.contentDocument);
    else frame.addEventListener("load", () => resolve(frame.contentDocument), { once: true });
  });
}

// Buttons of which one is chosen, as tabs: arrows move between them.
export function tabs(list, choose) {
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...list.querySelectorAll("[role=tab]")].filter((tab) => tab.offsetParent);
    if (!step || all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const next = all[(at + step + all.length) % all.length];
    next.focus();
    choose(next);
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) choose(tab);
  });
}

export function select(list, chosen) {
  for (const tab of list.querySelectorAll("[role=tab]")) {
    tab.setAttribute("aria-selected", String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
  }
}

// The place of an editor that is told to open a file at a line; nothing for what is no file.
export function editor(at) {
  if (!at.file) return null;
  const path = at.file.startsWith("/") ? at.file : `/${at.file}`;
  return `vscode://file${path.split("/").map(encodeURIComponent).join("/")}:${at.line}:${at.column ?? 1}`;
}

// A wish that outlives the page; a browser that keeps nothing forgets it.
export const wishes = {
  get(name) {
    try {
      return localStorage.getItem(`fangan.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`fangan.${name}`, value);
    } catch {
      // Nothing is kept then.
    }
  },
};
