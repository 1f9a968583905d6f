// Every plan of the repository is coloured: no keyword stays plain, no line takes long.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createHighlighter } from "shiki";

const grammar = JSON.parse(readFileSync("syntaxes/fangan.tmLanguage.json", "utf8"));
const highlighter = await createHighlighter({ themes: ["light-plus"], langs: [grammar] });

/** The pieces of each line, with their scopes. */
function coloured(text) {
  const lines = highlighter.codeToTokensBase(text, { lang: "fangan", theme: "light-plus", includeExplanation: "scopeName", tokenizeTimeLimit: 0 });
  const piece = ({ content, scopes }) => ({ content, scopes: scopes.map(({ scopeName }) => scopeName) });
  return lines.map((tokens) => tokens.flatMap(({ explanation }) => explanation ?? []).map(piece));
}

function plans(folder) {
  const below = readdirSync(join("../..", folder), { recursive: true });
  return below.filter((name) => name.endsWith(".plan")).map((name) => join("../..", folder, name));
}

// Drafts hold mistakes on purpose.
const files = [...plans("examples"), ...plans("stdlib")].filter((file) => !file.endsWith("draft.plan"));

test("no keyword of a plan stays plain", () => {
  assert.ok(files.length > 20);
  for (const file of files) {
    coloured(readFileSync(file, "utf8")).forEach((pieces, line) => {
      const unknown = pieces.filter(({ scopes }) => scopes.at(-1) === "entity.other.attribute-name.fangan");
      const plain = unknown.filter(({ content }) => content.trim());
      assert.deepEqual(plain, [], `${file}:${line + 1}`);
    });
  }
});

test("no line takes long", () => {
  const signs = ["（", "《", "“", "{", "至", "每", "1", "，1", "、", "2026年", "不少于", "→", " ", "　", "|", "X", "〔1"];
  const begins = ["", "# 目标 ", "- 指标：", "- 期限：", "- 牵头：", "- 清单 ", "- 依据：", "- 报送：", "| ", "# 阶段 一：甲，", "- "];
  for (const begin of begins) {
    for (const sign of signs) {
      const before = performance.now();
      coloured(begin + sign.repeat(3000));
      const took = performance.now() - before;
      assert.ok(took < 3000, `${begin}${sign}… took ${Math.round(took)} ms`);
    }
  }
});
