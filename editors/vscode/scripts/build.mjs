// Bundles the extension into one file; with --small as it is shipped; with --tests the unit tests, against a stand-in for VS Code.
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const wanted = new Set(process.argv.slice(2));
const common = { bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "warning" };

if (wanted.has("--tests")) {
  rmSync("dist/test", { recursive: true, force: true });
  const tests = readdirSync("test/unit").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: tests.map((name) => `test/unit/${name}`),
    outdir: "dist/test",
    sourcemap: "inline",
    alias: { vscode: "./test/unit/vscode.ts" },
  });
} else {
  const isSmall = wanted.has("--small");
  rmSync("dist", { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    minify: isSmall,
    sourcemap: !isSmall,
  });
}
