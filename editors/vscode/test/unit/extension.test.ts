/** The extension runs in Node, with a stand-in for VS Code and one for the program: it starts, stops, and misses it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, test } from "node:test";

import { activate, deactivate } from "../../src/extension";
import { command, KINDS, lens } from "../../src/names";
import { call, skeletons } from "../../src/program";
import { run } from "../../src/run";
import { changed, env, open, save, tasks, told, UIKind, Uri, workspace } from "./vscode";

const root = process.cwd();
const program = path.join(root, "test/unit/program.sh");
const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));

let folder: string;
let subscriptions: { dispose(): unknown }[];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "fangan-"));
  process.env["FANGAN_NOTES"] = path.join(folder, "notes");
  fs.writeFileSync(path.join(folder, "notes"), "");
  fs.writeFileSync(path.join(folder, "plan.plan"), "# 方案：甲\n");
  Object.assign(told, { errors: [], information: [], commands: [], panels: [], outside: [], press: undefined, status: "" });
  told.settings = { "fangan.path": program, "fangan.stage": "issue" };
  tasks.run.length = 0;
  told.problems.clear();
  workspace.workspaceFolders = [{ uri: Uri.file(folder), name: "a", index: 0 }];
  open(path.join(folder, "plan.plan"));
  subscriptions = [];
});

afterEach(async () => {
  await deactivate();
  subscriptions.forEach((each) => each.dispose());
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

const begin = () => activate({ subscriptions } as never);
const notes = () => fs.readFileSync(path.join(folder, "notes"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const act = (name: string, ...args: unknown[]) => Promise.resolve(told.registered.get(name)?.(...args));

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 200; tries += 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.ok(holds());
}

test("the server is started with the settings, and stopped", async () => {
  await begin();
  assert.ok(told.status.includes("$(check)"), told.status);
  const [called, first] = notes();
  assert.deepEqual(called, ["--lang", "zh", "lsp"]);
  assert.equal(first.method, "initialize");
  assert.equal(first.options.stage, "issue");
  assert.equal(first.options.lang, "zh");
  await deactivate();
  // The last word is on its way when nobody waits for it any more.
  await until(() => ["shutdown", "exit"].every((last) => notes().some(({ method }) => method === last)));
  assert.deepEqual(told.errors, []);
});

test("a missing program is told, with the way to it, and nothing fails", async () => {
  told.settings["fangan.path"] = "/nowhere/fangan";
  told.press = 0;
  await begin();
  await until(() => told.errors.length > 0);
  assert.match(told.errors[0]!, /没有找到程序 \/nowhere\/fangan/);
  assert.ok(told.status.includes("$(warning)"), told.status);
  await until(() => told.commands.some(([name]) => name === command.install));
  assert.ok(told.commands.some(([name, id]) => name === "workbench.action.openWalkthrough" && id === "fangan.fangan#start"));
  await act(command.build);
  assert.equal(told.errors.length, 2);
});

test("a program that is no language server is told as stopped", async () => {
  told.settings["fangan.path"] = "/bin/false";
  await begin();
  assert.ok(told.status.includes("$(circle-slash)"), told.status);
});

test("another program is another server", async () => {
  told.settings["fangan.path"] = "/nowhere/fangan";
  await begin();
  told.settings["fangan.path"] = program;
  changed.fire({ affectsConfiguration: (name) => name === "fangan.path" });
  await until(() => told.status.includes("$(check)"));
});

test("the preview stands beside the text and ends with its panel", async () => {
  await begin();
  await act(command.preview);
  const [panel] = told.panels;
  assert.match(panel!.html, /<iframe src="http:\/\/127\.0\.0\.1:\d+\/"/);
  await act(command.preview);
  assert.equal(told.panels.length, 1);
  panel!.dispose();
  await until(() => notes().includes("ended"));
});

test("a page that may not be framed opens in the browser", async () => {
  process.env["FANGAN_POLICY"] = "frame-ancestors 'none'";
  await begin();
  await act(command.preview);
  delete process.env["FANGAN_POLICY"];
  assert.equal(told.panels.length, 0);
  assert.match(told.outside[0]!, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test("a VS Code that is in a browser itself shows the page in another", async () => {
  env.uiKind = UIKind.Web;
  await begin();
  await act(command.preview);
  env.uiKind = UIKind.Desktop;
  assert.equal(told.panels.length, 0);
  assert.equal(told.outside.length, 1);
  assert.ok(!notes().some((note) => Array.isArray(note) && note.includes("--embed")));
});

test("a picture is drawn, and again when the plan is saved", async () => {
  await begin();
  await act(command.graph, undefined, "timeline");
  const svg = Buffer.from(/base64,([^"]+)/.exec(told.panels[0]!.html)![1]!, "base64").toString();
  assert.ok(svg.includes("进度"));
  const drawn = () => notes().filter((note) => Array.isArray(note) && note.includes("graph")).length;
  assert.equal(drawn(), 1);
  save();
  await until(() => drawn() === 2);
});

test("check and build are tasks", async () => {
  await begin();
  await act(command.check);
  await act(command.build);
  const lines = tasks.run.map((task) => task.execution.made[1] as string[]);
  assert.deepEqual(lines[0], ["--lang", "zh", "check", ".", "--format", "short", "--stage", "issue"]);
  assert.deepEqual(lines[1]!.slice(2), ["build", path.join(folder, "plan.plan"), "--out", path.join(folder, "out"), "--stage", "issue"]);
});

test("the problems of a task are found in what it prints", () => {
  const line = "examples/甲/plan.plan:12:5: 警告[S017] 一行写了两项：数据";
  const all = manifest.contributes.problemMatchers as { severity: string; pattern: { regexp: string } }[];
  const found = all.filter(({ pattern }) => new RegExp(pattern.regexp).test(line));
  assert.deepEqual(found.map(({ severity }) => severity), ["warning"]);
  const parts = new RegExp(found[0]!.pattern.regexp).exec(line)!.slice(1);
  assert.deepEqual(parts, ["examples/甲/plan.plan", "12", "5", "S017", "一行写了两项：数据"]);
});

test("lenses of the server lead to what they name", async () => {
  await begin();
  const uri = "file:///a/plan.plan";
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };
  await act(lens.references, uri, range.start, [{ uri, range }]);
  const [name, at, where, found] = told.commands.at(-1) as [string, Uri, { line: number }, { uri: Uri }[]];
  assert.deepEqual([name, at.toString(), where.line, found[0]!.uri.toString()], ["editor.action.showReferences", uri, 1, uri]);
});

test("every command of the manifest is there, and every word of it in both languages", async () => {
  await begin();
  for (const { command: name } of manifest.contributes.commands) {
    assert.ok(told.registered.has(name), name);
  }
  const names = (file: string) => Object.keys(JSON.parse(fs.readFileSync(path.join(root, file), "utf8"))).sort();
  assert.deepEqual(names("package.nls.json"), names("package.nls.zh-cn.json"));
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(used)].sort(), names("package.nls.json"));
});

// The program itself, where it is at hand; elsewhere this says so.
const real = process.env["FANGAN_PROGRAM"];
const without = real ? false : "SKIPPED without FANGAN_PROGRAM: the extension was not held against the program itself";

test("the program itself tells what is wrong, and draws", { skip: without }, async () => {
  fs.writeFileSync(path.join(folder, "plan.plan"), "# 方案：甲县提质行动方案\n\n## 措施：听课\n- 牵投：县教育局\n\n## 措施：评课\n- 前置：听课\n");
  told.settings["fangan.path"] = real;
  await begin();
  assert.ok(told.status.includes("$(check)"), told.status);
  const problems = () => [...told.problems.values()].flat();
  await until(() => problems().some((words) => words.startsWith("S001: ") && words.includes("牵投")));
  await act(command.graph, undefined, "dependency");
  assert.ok(told.panels[0]!.html.includes("data:image/svg+xml"));
  assert.deepEqual(told.errors, []);
});

test("the program itself serves the preview", { skip: without }, async () => {
  told.settings["fangan.path"] = real;
  await begin();
  await act(command.preview);
  assert.deepEqual(told.outside, []);
  assert.match(told.panels[0]!.html, /<iframe src="http:\/\/127\.0\.0\.1:\d+\/"/);
});

test("the program itself takes every command line", { skip: without }, async () => {
  const plan = path.join(folder, "plan.plan");
  const wishes = { lang: "auto", stage: "issue", asOf: "2026-11-22" } as const;
  const drawn = KINDS.map((kind) => call.graph(plan, kind, wishes, "zh"));
  const made = call.fresh(path.join(folder, "new"), "campaign", "zh", "zh");
  const built = call.build(plan, path.join(folder, "out"), wishes, "zh");
  const lines = [...drawn, made, built, call.check(".", wishes, "en"), call.fix(plan, "zh"), call.explain("S001", "zh")];
  for (const line of lines) {
    const { err } = await run(real!, line, folder);
    assert.ok(!/^(error|Usage):/m.test(err), `${line.join(" ")}\n${err}`);
  }
  assert.ok(skeletons((await run(real!, call.skeletons(), folder)).out).length > 3);
  assert.ok(fs.existsSync(path.join(folder, "new/plan.plan")) && fs.existsSync(path.join(folder, "out/document.html")));
});
