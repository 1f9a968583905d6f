// The icon and the pictures of the README, anew: `npm run pictures`. Needs chromium and the Noto CJK fonts.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createHighlighter } from "shiki";

const work = mkdtempSync(join(tmpdir(), "pictures-"));
const grammar = JSON.parse(readFileSync("syntaxes/fangan.tmLanguage.json", "utf8"));
const themes = ["light-plus", "dark-plus"];
const highlighter = await createHighlighter({ themes, langs: [grammar] });

const style = `
  body { margin: 0; }
  pre.shiki { margin: 0; padding: 18px 22px; }
  code, code * { font: 15px/1.55 "Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace; }
`;

function taken(html, size, name) {
  const page = join(work, "page.html");
  writeFileSync(page, `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style>${html}</html>`);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--default-background-color=00000000"];
  const shot = [`--user-data-dir=${join(work, "profile")}`, `--window-size=${size}`, `--screenshot=${resolve("images", name)}`];
  execFileSync("chromium", [...flags, ...shot, `file://${page}`], { stdio: "ignore" });
}

taken(`<style>svg { display: block; }</style>${readFileSync("images/icon.svg", "utf8")}`, "256,256", "icon.png");
for (const [file, theme, size, name] of [
  ["test/grammar/zh.snap.plan", "light-plus", "620,690", "plan-zh.png"],
  ["test/grammar/en.snap.plan", "dark-plus", "620,690", "plan-en.png"],
]) {
  taken(highlighter.codeToHtml(readFileSync(file, "utf8"), { lang: "fangan", theme }), size, name);
}
rmSync(work, { recursive: true, force: true });
