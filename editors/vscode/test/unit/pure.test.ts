import assert from "node:assert/strict";
import { test } from "node:test";

import { escaped, framed, pictured, wished } from "../../src/page";
import { addressIn, call, langOf, locate, mayBeFramed, skeletons, type Machine } from "../../src/program";
import { NAMES, only } from "../../src/tokens";
import { tongueOf } from "../../src/words";

function machine(files: string[], more: Partial<Machine> = {}): Machine {
  const env = { PATH: "/usr/bin:relative:/opt/bin" };
  return { platform: "linux", home: "/home/a", env, isFile: (file) => files.includes(file), ...more };
}

test("the program is found in PATH, then where cargo installs", () => {
  assert.equal(locate("", machine(["/opt/bin/fangan", "/home/a/.cargo/bin/fangan"])), "/opt/bin/fangan");
  assert.equal(locate("", machine(["/home/a/.cargo/bin/fangan"])), "/home/a/.cargo/bin/fangan");
  assert.equal(locate("", machine([])), undefined);
  assert.equal(locate("fangan-dev", machine(["/usr/bin/fangan-dev"])), "/usr/bin/fangan-dev");
});

test("a path that is settled is taken, if it is whole", () => {
  assert.equal(locate("/x/fangan", machine(["/x/fangan"])), "/x/fangan");
  assert.equal(locate("~/bin/fangan", machine(["/home/a/bin/fangan"])), "/home/a/bin/fangan");
  assert.equal(locate("/x/fangan", machine([])), undefined);
});

test("no program of the open folder is run", () => {
  const here = machine(["./fangan", "fangan", "bin/fangan", "relative/fangan"]);
  assert.equal(locate("./fangan", here), undefined);
  assert.equal(locate("bin/fangan", here), undefined);
  assert.equal(locate("", here), undefined);
});

test("on Windows the program has an ending", () => {
  const env = { Path: "C:\\a;D:\\b" };
  const windows = machine(["D:\\b\\fangan.exe"], { platform: "win32", home: "C:\\Users\\a", env });
  assert.equal(locate("", windows), "D:\\b\\fangan.exe");
  assert.equal(locate("D:\\b\\fangan", windows), "D:\\b\\fangan.exe");
});

test("the language is what was settled, else the editor's", () => {
  assert.equal(langOf({ lang: "auto", stage: "draft", asOf: "" }, "zh-cn"), "zh");
  assert.equal(langOf({ lang: "auto", stage: "draft", asOf: "" }, "de"), "en");
  assert.equal(langOf({ lang: "zh", stage: "draft", asOf: "" }, "en"), "zh");
  assert.deepEqual([tongueOf("zh-TW"), tongueOf("en-GB")], ["zh", "en"]);
});

test("a plan's name is one argument, whatever it holds", () => {
  const plan = "/x/方案 $(touch a);'\"&.plan";
  const wishes = { lang: "auto", stage: "settings", asOf: "" } as const;
  const lines = [call.serve(plan, wishes, "zh", true), call.graph(plan, "timeline", wishes, "zh"), call.fix(plan, "en")];
  for (const args of lines) {
    assert.equal(args.filter((arg) => arg === plan).length, 1);
  }
});

test("what is not settled is left to fangan.toml", () => {
  const judged = (stage: "settings" | "issue", asOf: string) => call.check(".", { lang: "auto", stage, asOf }, "en").slice(6);
  assert.deepEqual(judged("settings", ""), []);
  assert.deepEqual(judged("issue", "2026-11-22"), ["--stage", "issue", "--as-of", "2026-11-22"]);
});

test("skeletons are read from the list", () => {
  const list =
    "三年行动计划  three-year-plan  通知印发三年行动计划 · a notice that issues a three-year plan\n" +
    "专项行动      campaign         年度专项行动方案 · a campaign of one year\n\n新建：fangan new 文件夹 --template 名称\n";
  const found = skeletons(list);
  assert.deepEqual(found.map(({ zh, en }) => `${zh} ${en}`), ["三年行动计划 three-year-plan", "专项行动 campaign"]);
  assert.equal(found[1]?.about, "年度专项行动方案 · a campaign of one year");
});

test("the address is the first of this machine", () => {
  assert.equal(addressIn("a.plan 在 http://127.0.0.1:8123/\n改动"), "http://127.0.0.1:8123/");
  assert.equal(addressIn("a.plan is at http://localhost:9/?x=1 now"), "http://localhost:9/?x=1");
  assert.equal(addressIn("http://example.org:80/"), undefined);
});

test("a page is framed only if it lets VS Code", () => {
  assert.equal(mayBeFramed(undefined), true);
  assert.equal(mayBeFramed("default-src 'none'"), true);
  assert.equal(mayBeFramed("default-src 'none'; frame-ancestors 'none'"), false);
  assert.equal(mayBeFramed("frame-ancestors 'self' vscode-webview:; script-src 'self'"), false);
  assert.equal(mayBeFramed("frame-ancestors 'self' vscode-webview: vscode-file:; script-src 'self'"), true);
});

test("nothing of a plan becomes markup", () => {
  assert.equal(escaped(`<b title="'&">`), "&lt;b title=&quot;&#39;&amp;&quot;&gt;");
  assert.ok(!pictured("<svg><script>alert(1)</script></svg>").includes("script>"));
  const page = framed("http://127.0.0.1:1/?a=%22", `"><script>`, "abc");
  assert.ok(page.includes("frame-src http://127.0.0.1:1;") && !page.includes("<script>"));
  assert.deepEqual(page.match(/<script/g)?.length, 1);
});

test("what a page wishes of the editor is known or nothing", () => {
  const open = (fangan: unknown) => wished({ fangan });
  assert.deepEqual(open("vscode://file/x/%E6%96%B9%E6%A1%88%20a.plan:12:3"), { open: { path: "/x/方案 a.plan", line: 12, column: 3 } });
  assert.equal(open("browse"), "browse");
  const others = ["", "vscode://file/x", "vscode://ext/x:1:1", "file:///x:1:1", "vscode://file/%ff:1:1", "vscode://file/x:1:1?y", 5, null];
  for (const other of others) {
    assert.equal(open(other), undefined, String(other));
  }
  assert.deepEqual([wished(null), wished("browse"), wished(undefined)], [undefined, undefined, undefined]);
});

test("of the server's colours only names are kept", () => {
  const types = ["keyword", "class", "string"];
  // Line 0: keyword 2–4, class 5–8; line 2: string 1–3, class 4–6, class 9–10.
  const data = Uint32Array.from([0, 2, 2, 0, 0, 0, 3, 3, 1, 1, 2, 1, 2, 2, 0, 0, 3, 2, 1, 0, 0, 5, 1, 1, 0]);
  assert.deepEqual([...only(NAMES, data, types)], [0, 5, 3, 1, 1, 2, 4, 2, 1, 0, 0, 5, 1, 1, 0]);
  assert.deepEqual([...only(NAMES, new Uint32Array(), types)], []);
});
