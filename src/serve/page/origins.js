// Which line of the source each block comes from, and which block became of a line.
//
// The program tells how each paragraph begins, in order; here they are laid beside the blocks below their heading. What
// is derived of data has no paragraph: it stands below the heading of its data. Knows nothing of the page.

const bare = (text) => text.replace(/\s+/g, "");
// What is looked for where a paragraph was added to on the page.
const SHORT = 12;
// What begins so goes on in the block before.
const RESUMES = /^[，；。,;]/;

export class Origins {
  constructor({ path, places, paragraphs }, texts, names) {
    Object.assign(this, { path, texts, names });
    this.places = places.filter(({ anchor }) => names.has(anchor));
    this.starts = [...new Set(this.places.map(({ anchor }) => names.get(anchor)))].sort((one, other) => one - other);
    this.paragraphs = this.align(paragraphs);
    this.byLine = new Map();
    this.byBlock = new Map();
    for (const paragraph of this.paragraphs) {
      if (!this.byBlock.has(paragraph.n)) this.byBlock.set(paragraph.n, paragraph.line);
      for (let line = paragraph.line; line <= paragraph.end; line += 1) {
        if (!this.byLine.has(line)) this.byLine.set(line, []);
        this.byLine.get(line).push(paragraph);
      }
    }
  }

  // The blocks from a heading to the next.
  section(anchor) {
    const start = this.names.get(anchor) ?? 0;
    return [start, this.starts.find((other) => other > start) ?? this.texts.length];
  }

  align(paragraphs) {
    const texts = this.texts.map(bare);
    const aligned = [];
    let [anchor, at, end] = [undefined, 0, 0];
    for (const paragraph of paragraphs) {
      if (paragraph.anchor !== anchor) {
        anchor = paragraph.anchor;
        [at, end] = this.section(anchor);
      }
      const from = RESUMES.test(paragraph.begins) ? Math.max(at - 1, 0) : at;
      const found = this.find(texts, paragraph.begins, from, end);
      if (found < 0) continue;
      aligned.push({ ...paragraph, n: found });
      // A paragraph that runs on in the line of a heading may not be the last in it.
      at = texts[found].startsWith(paragraph.begins) ? found + 1 : found;
    }
    return aligned;
  }

  find(texts, begins, at, end) {
    const search = (fits) => {
      for (let n = at; n < end; n += 1) if (fits(texts[n])) return n;
      return -1;
    };
    const found = search((text) => text.startsWith(begins));
    if (found >= 0 || begins.length < 4) return found;
    const inside = search((text) => text.includes(begins));
    const short = begins.slice(0, SHORT);
    return inside >= 0 || short === begins ? inside : search((text) => text.startsWith(short));
  }

  // The line that a block comes from, else that of the heading above it.
  lineOf(n) {
    const line = this.byBlock.get(n);
    if (line !== undefined) return line;
    let above = null;
    for (const place of this.places) {
      const start = this.names.get(place.anchor);
      if (start <= n && (!above || start >= this.names.get(above.anchor))) above = place;
    }
    return above?.line ?? null;
  }

  // The block and the characters that a place of the source became; nothing if it is not in the document.
  locate({ path, line, column, anchor, excerpt }) {
    if (path === this.path) {
      const here = (this.byLine.get(line) ?? []).filter((one) => one.line < line || one.column <= column);
      const paragraph = here[here.length - 1] ?? this.byLine.get(line)?.[0];
      if (paragraph) return this.within(paragraph.n, excerpt);
      const heading = this.places.find((place) => place.line === line);
      const found = heading && this.within(this.names.get(heading.anchor), excerpt);
      if (found && found.to > found.from) return found;
    }
    const derived = this.derived(anchor, excerpt);
    if (derived) return derived;
    return this.names.has(anchor) ? { n: this.names.get(anchor), from: 0, to: 0 } : null;
  }

  // What became of a line of data: a block below its heading that says the same, one that is no paragraph first.
  derived(anchor, [before, blamed, after]) {
    const [start, end] = this.section(anchor);
    const value = (before + blamed + after).replace(/^[\s#>-]+/, "").replace(/^[^：:]{1,8}[：:]\s*/, "");
    const quotes = [blamed.trim(), value.trim()].filter((quote) => [...quote].length > 1);
    for (const isParagraph of [false, true]) {
      for (const quote of quotes) {
        for (let n = start; n < end; n += 1) {
          const from = this.byBlock.has(n) === isParagraph ? this.texts[n].indexOf(quote) : -1;
          if (from >= 0) return { n, from, to: from + quote.length };
        }
      }
    }
    return null;
  }

  // Which of several like words of a block are meant: those among the same neighbours.
  within(n, [before, blamed, after]) {
    const text = this.texts[n] ?? "";
    const best = { n, from: 0, to: 0, score: -1 };
    for (let from = blamed ? text.indexOf(blamed) : -1; from >= 0; from = text.indexOf(blamed, from + 1)) {
      const to = from + blamed.length;
      const score = sameEnd(text.slice(0, from), before) + sameStart(text.slice(to), after);
      if (score > best.score) Object.assign(best, { from, to, score });
    }
    return { n, from: best.from, to: best.to };
  }
}

function sameStart(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

function sameEnd(one, other) {
  let count = 0;
  while (count < one.length && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1;
  return count;
}
