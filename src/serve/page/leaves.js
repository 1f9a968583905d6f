// Pages on the screen.
//
// A browser shows no pages of its own print. It breaks columns by the same rules, though: a text is laid out in a press, a
// column as high as a page that goes on in further columns beside it, and cut where the columns end. What only a printer
// does (page numbers, the imprint at the foot) is put in here.

// Lays out `main` of a document, whose sheets are parts of any length, on leaves.
export function leaves(doc, main, page) {
  const presses = element(doc, "div", "presses");
  doc.body.append(presses);
  const { runs, imprint } = runsOf(main, page);
  for (const run of runs) presses.append(press(doc, run));
  // Everything is measured before anything is moved: one layout for all.
  for (const run of runs) run.pieces = piecesOf(run);
  const desk = element(doc, "main", "desk");
  let last = null;
  for (const run of runs) {
    for (const pieces of run.pieces) {
      last = leaf(doc, run, pieces, desk.childElementCount, page);
      desk.append(last);
    }
  }
  if (imprint && last) last.append(imprint);
  presses.remove();
  return desk;
}

function element(doc, tag, kind) {
  const made = doc.createElement(tag);
  made.className = kind;
  return made;
}

// Stretches that are printed upright or on their side, each beginning a page.
function runsOf(main, page) {
  const runs = [];
  let imprint = null;
  for (const sheet of main.querySelectorAll(":scope > .sheet")) {
    const isWide = sheet.classList.contains("wide");
    let run = null;
    const put = (node, wide) => {
      if (!run || run.wide !== wide) {
        run = { sheet, wide, nodes: [], isFirst: !run, high: runs.length === 0 && page.head === "letter" };
        runs.push(run);
      }
      run.nodes.push(node);
    };
    for (const node of [...sheet.children]) {
      if (node.matches(".start")) continue;
      if (node.matches(".imprint")) imprint = node;
      else if (node.matches(".turned")) [...node.children].forEach((child) => put(child, true));
      else put(node, isWide);
    }
    if (!run) put(element(sheet.ownerDocument, "div", ""), isWide);
  }
  return { runs, imprint };
}

function section(run, isFirst) {
  const made = run.sheet.cloneNode(false);
  if (!isFirst) made.removeAttribute("id");
  return made;
}

function press(doc, run) {
  run.press = element(doc, "div", `press${run.wide ? " wide" : ""}${run.high ? " high" : ""}`);
  const inside = section(run, false);
  inside.append(...run.nodes);
  run.press.append(inside);
  return run.press;
}

// What stands on each page of a run.
function piecesOf(run) {
  const origin = run.press.getBoundingClientRect().left;
  const pitch = run.press.clientWidth + 100;
  const column = (rect) => Math.max(0, Math.floor((rect.left - origin + 50) / pitch));
  const pages = [[]];
  const put = (at, node) => {
    while (pages.length <= at) pages.push([]);
    pages[at].push(node);
  };
  let last = 0;
  for (const node of run.nodes) {
    const at = [...node.getClientRects()].filter((rect) => rect.height > 0).map(column);
    const from = at.length > 0 ? Math.max(at[0], last) : last;
    const to = at.length > 0 ? Math.max(at[at.length - 1], from) : from;
    last = to;
    if (from === to) put(from, node);
    else for (const [page, piece] of cut(node, from, to, column)) put(page, piece);
  }
  return pages;
}

// A block in pieces, with the page of each.
function cut(node, from, to, column) {
  if (node.matches(".scroll")) return cutRows(node, from, column);
  if (node.matches("p, h2, h3, h4, h5, h6")) return cutText(node, from, to, column);
  return [[from, node]];
}

// A table by its rows; its head stands on every page.
function cutRows(node, from, column) {
  const pieces = new Map();
  for (const row of [...node.querySelectorAll("tbody > tr")]) {
    const rect = row.getClientRects()[0];
    const page = rect ? Math.max(from, column(rect)) : from;
    if (!pieces.has(page)) pieces.set(page, []);
    pieces.get(page).push(row);
  }
  const made = [];
  for (const [page, rows] of [...pieces].sort(([one], [other]) => one - other)) {
    const piece = shell(node);
    piece.querySelector("tbody").append(...rows.map((row) => row.cloneNode(true)));
    if (made.length > 0) piece.classList.add("cut-above");
    made.push([page, piece]);
  }
  return made;
}

// A table without its rows.
function shell(node) {
  const made = node.cloneNode(false);
  for (const child of node.childNodes) made.append(child.localName === "table" ? shell(child) : child.cloneNode(child.localName !== "tbody"));
  return made;
}

// A paragraph by its lines.
function cutText(node, from, to, column) {
  const texts = textsOf(node);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const begun = Number(node.dataset.from ?? 0);
  const range = node.ownerDocument.createRange();
  const pageOf = (offset) => {
    // A blank at the end of a line takes no room: the next character tells.
    for (let at = offset; at < Math.min(length, offset + 4); at += 1) {
      const [text, inside] = placeOf(texts, at);
      range.setStart(text, inside);
      range.setEnd(text, inside + 1);
      const rect = range.getClientRects()[0];
      if (rect) return column(rect);
    }
    return to;
  };
  const bounds = [0];
  for (let page = from; page < to; page += 1) {
    let [low, high] = [bounds[bounds.length - 1], length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pageOf(middle) > page) high = middle;
      else low = middle + 1;
    }
    bounds.push(low);
  }
  bounds.push(length);
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index];
    if (start === end) return [];
    const piece = part(node, start, end);
    if (start > 0) {
      piece.removeAttribute("id");
      piece.dataset.from = begun + start;
      piece.classList.add("cut-above");
    }
    if (end < length) piece.classList.add("cut-below");
    return [[from + index, piece]];
  });
}

function textsOf(node) {
  const walker = node.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

function placeOf(texts, offset) {
  let left = offset;
  for (const text of texts) {
    if (left < text.length) return [text, left];
    left -= text.length;
  }
  const last = texts[texts.length - 1];
  return [last, last.length];
}

// The same block with only its characters from `start` to `end`.
function part(node, start, end) {
  const piece = node.cloneNode(true);
  const range = node.ownerDocument.createRange();
  const texts = textsOf(piece);
  const [endText, endInside] = placeOf(texts, end);
  range.selectNodeContents(piece);
  range.setStart(endText, endInside);
  range.deleteContents();
  if (start > 0) {
    const [startText, startInside] = placeOf(texts, start);
    range.selectNodeContents(piece);
    range.setEnd(startText, startInside);
    range.deleteContents();
  }
  return piece;
}

function leaf(doc, run, pieces, index, page) {
  const isFirst = pieces === run.pieces[0];
  const made = element(doc, "div", `leaf${run.wide ? " wide" : ""}${run.high && isFirst ? " high" : ""}`);
  const inside = section(run, isFirst && run.isFirst);
  inside.append(...pieces);
  made.append(inside);
  if (run.high && isFirst) footRule(made);
  if (page.number !== "none" && (index > 0 || page.first)) {
    const side = page.number === "centre" ? "centre" : index % 2 === 0 ? "odd" : "even";
    const number = element(doc, "div", `page-number ${side}`);
    number.textContent = `— ${index + 1} —`;
    made.append(number);
  }
  return made;
}

// A letter has the double rule of its head at its foot as well, the thin one above.
function footRule(leaf) {
  const rule = leaf.querySelector(".rule.double")?.cloneNode(true);
  if (!rule) return;
  rule.classList.add("foot-rule");
  leaf.append(rule);
}
