// What is new in a text, and what of it has moved where. Knows nothing of the page.

// How much two blocks must have in common to be one that was changed.
const ALIKE = 0.3;

// Compares the blocks of two texts: `moved` is where each block of the old one stands in the new, -1 for one that is
// gone; `news` are the stretches of characters that were not there before.
export function compare(before, after) {
  const moved = new Array(before.length).fill(-1);
  const news = [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    moved[start] = start;
    start += 1;
  }
  let [end, newEnd] = [before.length, after.length];
  while (end > start && newEnd > start && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
    moved[end] = newEnd;
  }
  const rest = places(before, start, end);
  const kept = new Set(after.slice(start, newEnd));
  let at = start;
  for (let n = start; n < newEnd; n += 1) {
    const same = rest.get(after[n])?.find((old) => old >= at);
    if (same !== undefined) {
      moved[same] = n;
      at = same + 1;
      continue;
    }
    // What stood here before, if it stands nowhere now, is what was changed.
    const changed = at < end && !kept.has(before[at]) ? change(before[at], after[n]) : null;
    if (changed) {
      moved[at] = n;
      at += 1;
    }
    const [from, to] = changed ?? [0, after[n].length];
    if (to > from) news.push({ n, from, to });
  }
  return { moved, news };
}

function places(texts, start, end) {
  const found = new Map();
  for (let n = start; n < end; n += 1) {
    if (found.has(texts[n])) found.get(texts[n]).push(n);
    else found.set(texts[n], [n]);
  }
  return found;
}

// Between which characters a text differs from what it was; nothing if it is another.
function change(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return from + same >= shorter * ALIKE ? [from, after.length - same] : null;
}
