// Reads files of Mermaid with mermaid's own parser; says which it refuses. Usage: node parse.mjs FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import(pathToFileURL(require.resolve("mermaid")).href)).default;
// As many lines as the largest plan has; by itself mermaid refuses five hundred.
mermaid.initialize({ maxEdges: 100000, maxTextSize: 10000000 });

let refused = 0;
for (const file of process.argv.slice(2)) {
  try {
    const { diagramType } = await mermaid.parse(readFileSync(file, "utf8"));
    console.log(`${file}: ${diagramType}`);
  } catch (error) {
    refused += 1;
    console.log(`${file}: ${error.message ?? error}`);
  }
}
process.exit(refused === 0 ? 0 : 1);
