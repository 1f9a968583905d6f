// The live preview in a real browser: it follows a plan, leads from problems to places and back, breaks pages as print
// does, and can be used by keyboard, in both languages, on a narrow screen. Usage: node browser.mjs PROGRAM ROOT
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");
const [, , program, root] = process.argv;
const ARGUMENTS = [
  "--no-sandbox --disable-gpu --disable-quic --no-first-run",
  "--disable-background-networking --disable-component-update --disable-sync",
].join(" ").split(" ");
const shots = process.env.FANGAN_SHOTS;
const here = mkdtempSync(join(tmpdir(), "fangan-serve-"));
const example = (name) => readFileSync(join(root, "examples", name), "utf8");
const running = [];

function serve(...asked) {
  const child = spawn(program, ["serve", ...asked], { cwd: here, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  return new Promise((resolve, reject) => {
    child.on("exit", (code, signal) => reject(new Error(`serve ${asked} ended: ${code ?? signal}`)));
    child.stdout.on("data", (data) => {
      const address = /http:\S+/.exec(String(data));
      if (address) resolve(address[0]);
    });
  });
}

// Some of what a driver waits for has no limit of its own.
const LIMIT = 120_000;
const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error(`not done in ${LIMIT} ms`)), LIMIT).unref());

const browser = await chromium.launch({ executablePath: process.env.FANGAN_CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });

async function open(address, { width = 1280, height = 800, locale = "zh-CN", scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme: scheme });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.stack));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => document.getElementById("sheet").contentDocument?.querySelector(".sheet"));
  return page;
}

async function close(page) {
  // A connection that ends with the program is no fault of the page, nor that its frames refuse the
  // scripts of the driver, nor that a template is told to be wrong.
  const faults = page.faults.filter((fault) => !/ERR_|status of 422|^Blocked script execution/.test(fault));
  assert.deepEqual(faults, []);
  await page.context().close();
}

const shot = async (page, name) => shots && page.screenshot({ path: join(shots, `${name}.png`) });
const tests = {
  async "a change shows, and nothing moves"() {
    const text = example("county-campaign/plan.plan");
    writeFileSync(join(here, "a.plan"), text);
    const page = await open(await serve("a.plan"));
    await scroll(page, 3000);
    const before = await top(page);
    assert.ok(before > 2000);
    await page.evaluate(() => document.getElementById("tab-document").focus());
    const begun = Date.now();
    const changed = text.replace(/# 方案：/, "# 方案：改过的");
    writeFileSync(join(here, "a.plan"), changed);
    await page.waitForFunction(() => document.getElementById("sheet").contentDocument.body.textContent.includes("改过的"));
    console.log(`from saving to the page: ${Date.now() - begun} ms`);
    const after = await top(page);
    assert.ok(Math.abs(after - before) < 90, `${before} became ${after}`);
    // Above what is read, lines come and go without moving it.
    const seen = await first(page);
    writeFileSync(join(here, "a.plan"), changed.replace("指导思想\n", `指导思想\n\n${"又多了一段。".repeat(120)}\n`));
    await page.waitForFunction(() => document.getElementById("sheet").contentDocument.body.textContent.includes("又多了一段"));
    const still = await first(page);
    assert.equal(still.id, seen.id);
    assert.ok(Math.abs(still.top - seen.top) < 2, `${seen.top} became ${still.top}`);
    await close(page);
  },

  async "a broken plan keeps its document"() {
    const text = example("county-campaign/plan.plan");
    writeFileSync(join(here, "b.plan"), text);
    const page = await open(await serve("b.plan"));
    assert.equal(await page.isVisible("#stale"), false);
    writeFileSync(join(here, "b.plan"), `${text}\n- 引用：没有.plan\n`);
    await page.waitForSelector("#stale:visible");
    assert.match(await page.textContent("#problems"), /没有/);
    assert.ok(await page.evaluate(() => document.getElementById("sheet").contentDocument.querySelectorAll(".leaf").length > 3));
    await page.waitForTimeout(300);
    await shot(page, "broken-1280");
    writeFileSync(join(here, "b.plan"), text);
    await page.waitForSelector("#stale", { state: "hidden" });
    await close(page);
  },

  async "a file that cannot be read says so and keeps the document"() {
    const text = example("county-campaign/plan.plan");
    const file = join(here, "k.plan");
    writeFileSync(file, text);
    const page = await open(await serve("k.plan"));
    const title = await page.textContent("#title");
    for (const [spoil, words] of [
      [() => rmSync(file), /没有这个文件/],
      [() => writeFileSync(file, ""), /是空的/],
      [() => writeFileSync(file, Buffer.concat([Buffer.from(text), Buffer.from([0xff])])), /不是 UTF-8 文本/],
    ]) {
      spoil();
      await page.waitForFunction((words) => new RegExp(words).test(document.getElementById("stale").textContent), words.source);
      assert.match(await page.textContent("#problems"), words);
      assert.doesNotMatch(await page.textContent("body"), /未发现问题/);
      assert.equal(await page.textContent("#title"), title);
      assert.ok(await page.evaluate(() => document.getElementById("sheet").contentDocument.querySelectorAll(".leaf").length > 3));
      await shot(page, "unread-1280");
      writeFileSync(file, text);
      await page.waitForSelector("#stale", { state: "hidden" });
    }
    await close(page);
  },

  async "only what is new is marked"() {
    const text = example("pingan/plan.plan");
    writeFileSync(join(here, "l.plan"), text);
    const page = await open(await serve("l.plan"));
    const marked = () => page.evaluate(() => {
      const { CSS } = document.getElementById("sheet").contentWindow;
      return [...(CSS.highlights.get("fresh") ?? [])].map((range) => range.toString());
    });
    // Early enough that all pages behind it break elsewhere.
    const added = "这一句是新加的，".repeat(30);
    const at = text.indexOf("。", text.indexOf("## ")) + 1;
    writeFileSync(join(here, "l.plan"), `${text.slice(0, at)}${added}${text.slice(at)}`);
    await page.waitForFunction(() => document.getElementById("sheet").contentDocument.body.textContent.includes("这一句是新加的"));
    assert.equal((await marked()).join(""), added);
    await page.waitForTimeout(3000);
    assert.deepEqual(await marked(), []);
    await close(page);
  },

  async "a single character leads to its own place"() {
    const lines = ["# 方案：甲县教学质量提升实施方案", "", "## 工作目标", "", "各校开展听课评课，做到全员参与。", "", "各校开展听课评课,做到全员参与。"];
    writeFileSync(join(here, "m.plan"), `${lines.join("\n")}\n\n## 工作要求\n\n各校开展听课评课，做到全员参与。\n`);
    const page = await open(await serve("m.plan"));
    const item = page.locator("#problems li[data-number]", { has: page.locator("mark", { hasText: /^,$/ }) }).first();
    await item.locator(".says").click();
    const chosen = page.frameLocator("#sheet").locator(".chosen");
    assert.equal(await chosen.textContent(), lines[6]);
    const words = await page.evaluate(() => {
      const { CSS } = document.getElementById("sheet").contentWindow;
      return [...CSS.highlights.get("words")].map((range) => `${range.startOffset} ${range}`);
    });
    assert.deepEqual(words, ["8 ,"]);
    // And back: the paragraph that is clicked tells its own line.
    await page.frameLocator("#sheet").locator(".text").first().click();
    assert.match(await page.textContent("#source"), /5/);
    await chosen.click();
    assert.match(await page.textContent("#source"), /7/);
    await close(page);
  },

  async "a template that fails says so and keeps the document"() {
    mkdirSync(join(here, "j/own"), { recursive: true });
    const template = readFileSync(join(root, "stdlib/templates/document.html.jinja"), "utf8");
    const own = join(here, "j/own/document.html.jinja");
    writeFileSync(own, template);
    writeFileSync(join(here, "j/fangan.toml"), '[document]\ntemplates = "own"\n');
    writeFileSync(join(here, "j/plan.plan"), example("county-campaign/plan.plan"));
    const page = await open(await serve("j"), { locale: "en-US" });
    writeFileSync(own, template.replace("{{ name }}", "{{ nonsense }}"));
    await page.waitForSelector("#stale:visible");
    assert.match(await page.textContent("#status"), /^template .*line 8: .*nonsense/);
    assert.ok(await page.evaluate(() => document.getElementById("sheet").contentDocument.querySelector(".leaf")));
    writeFileSync(own, template.replace("{{ name }}", "{{ name }}！"));
    await page.waitForSelector("#stale", { state: "hidden" });
    await close(page);
  },

  async "another run is followed as well"() {
    const text = example("county-campaign/plan.plan");
    writeFileSync(join(here, "i.plan"), text);
    const address = await serve("i.plan");
    const page = await open(address);
    running.pop().kill();
    await page.waitForSelector("#status.lost");
    writeFileSync(join(here, "i.plan"), text.replace("# 方案：", "# 方案：又一次"));
    await serve("i.plan", "--port", new URL(address).port);
    await page.waitForFunction(() => document.getElementById("title").textContent.startsWith("又一次"));
    await page.waitForFunction(() => document.getElementById("sheet").contentDocument.body.textContent.includes("又一次"));
    await close(page);
  },

  async "problems lead to their places and back"() {
    writeFileSync(join(here, "c.plan"), example("county-campaign/draft.plan"));
    const page = await open(await serve("c.plan"));
    await page.waitForSelector("#problems li[data-number]");
    const count = await page.locator("#problems li").count();
    assert.ok(count > 20);
    const at = await page.evaluate(() => {
      const all = [...document.querySelectorAll("#problems li")];
      return all.findIndex((item) => Number(item.querySelector(".number").textContent) > 80);
    });
    await page.locator("#problems li").nth(at).locator(".says").click();
    const chosen = page.frameLocator("#sheet").locator(".chosen");
    assert.equal(await chosen.count(), 1);
    const { y, height } = await chosen.boundingBox();
    assert.ok(y + height > 100 && y < 800, `the place stands at ${y}`);
    assert.ok((await page.locator("#problems .current a").first().getAttribute("href")).startsWith("vscode://file/"));
    await shot(page, "problem-1280");
    // And back: the marked block chooses its problem.
    const marked = page.frameLocator("#sheet").locator("[data-problem]").first();
    const number = await marked.getAttribute("data-number");
    await marked.click();
    assert.equal(await page.locator("#problems .current").getAttribute("data-number"), number);
    assert.ok(await page.locator("#source").isVisible());
    // What is left out of the list is not marked either.
    const marks = await page.frameLocator("#sheet").locator("[data-problem=info]").count();
    await page.locator("#grades button").last().click();
    assert.ok(marks > 0 && (await page.frameLocator("#sheet").locator("[data-problem=info]").count()) === 0);
    await close(page);
  },

  async "keys go everywhere"() {
    writeFileSync(join(here, "d.plan"), example("county-campaign/draft.plan"));
    const page = await open(await serve("d.plan"), { locale: "en-US" });
    await page.waitForSelector("#problems li[data-number]");
    const key = (name) => page.keyboard.press(name);
    await key("2");
    await page.frameLocator("#picture").locator("svg").waitFor();
    assert.equal(await page.getAttribute("#tab-pictures", "aria-selected"), "true");
    await key("]");
    await page.waitForFunction(() => document.querySelector("#kinds [aria-selected=true]").dataset.kind === "responsibility");
    await key("3");
    await page.waitForSelector("#table table");
    await key("]");
    assert.equal(await page.getAttribute("#sheets [aria-selected=true]", "data-key"), "ledger");
    await key("n");
    assert.equal(await page.getAttribute("#tab-document", "aria-selected"), "true");
    const first = await page.getAttribute("#problems .current", "data-number");
    await key("n");
    assert.notEqual(await page.getAttribute("#problems .current", "data-number"), first);
    await key("p");
    assert.equal(await page.getAttribute("#problems .current", "data-number"), first);
    await key("/");
    await page.keyboard.type("教师");
    await page.waitForSelector("#found button");
    await key("ArrowDown");
    await shot(page, "search-1280");
    await key("Enter");
    assert.match(await page.frameLocator("#sheet").locator(".chosen").first().textContent(), /教师/);
    await page.evaluate(() => document.activeElement.blur());
    await key("?");
    await page.waitForSelector("#keys[open]");
    await shot(page, "keys-1280");
    await key("Escape");
    await page.focus("#tab-document");
    await key("ArrowRight");
    assert.equal(await page.getAttribute("#tab-pictures", "aria-selected"), "true");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    // A key that is pressed while a frame has the focus counts as well.
    await key("1");
    await page.frameLocator("#sheet").locator(".title").first().click();
    await key("3");
    assert.equal(await page.getAttribute("#tab-tables", "aria-selected"), "true");
    await close(page);
  },

  async "tabs stay where they are"() {
    const text = example("pingan/plan.plan");
    writeFileSync(join(here, "e.plan"), text);
    const page = await open(await serve("e.plan"));
    const leaves = () => page.evaluate(() => document.getElementById("sheet").contentDocument.querySelectorAll(".leaf").length);
    await page.waitForFunction(() => document.getElementById("sheet").contentDocument.querySelector(".leaf"));
    const count = await leaves();
    await scroll(page, 5000);
    const before = await top(page);
    await page.click("#tab-tables");
    await page.click("#sheets [data-key=quotas]");
    await page.waitForSelector("#table table");
    writeFileSync(join(here, "e.plan"), text.replace(/# 方案：/, "# 方案：改过的"));
    await page.waitForFunction(() => document.getElementById("title").textContent.startsWith("改过的"));
    assert.equal(await page.getAttribute("#tab-tables", "aria-selected"), "true");
    assert.equal(await page.getAttribute("#sheets [aria-selected=true]", "data-key"), "quotas");
    await shot(page, "tables-1280");
    // Behind the tables the document has kept its pages and the place one was at.
    await page.click("#tab-document");
    assert.equal(await leaves(), count);
    assert.ok(count > 10 && Math.abs((await top(page)) - before) < 90, `${before} became ${await top(page)}`);
    await page.click("#tab-tables");
    await page.click("#sheets [data-key=schedule]");
    await page.locator("#table td a").first().click();
    assert.equal(await page.getAttribute("#tab-document", "aria-selected"), "true");
    await page.click("#tab-pictures");
    const link = page.frameLocator("#picture").locator("svg a").first();
    await link.waitFor();
    await shot(page, "pictures-1280");
    await link.click();
    assert.equal(await page.getAttribute("#tab-document", "aria-selected"), "true");
    await close(page);
  },

  async "pages break where print breaks them"() {
    const plans = ["pingan", "county-campaign", "school-quality", "special-school"].map((name) => `examples/${name}/plan.plan`);
    for (const [name, ...asked] of [...plans, "tests/profiles/wide.plan"].map((name) => [name]).concat([[plans[0], "--profile", "letter"]])) {
      const address = await serve(join(root, name), ...asked);
      const page = await open(address);
      await page.waitForFunction(() => document.getElementById("sheet").contentDocument.querySelector(".leaf"));
      const leaves = await page.evaluate(() => document.getElementById("sheet").contentDocument.querySelectorAll(".leaf").length);
      const print = await page.context().newPage();
      await print.goto(`${address}document.html`);
      const pdf = (await print.pdf({ preferCSSPageSize: true })).toString("latin1");
      const pages = Math.max(...[...pdf.matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/gs)].map(([, count]) => Number(count)));
      assert.equal(leaves, pages, name);
      await close(page);
    }
  },

  async "print prints the document alone"() {
    writeFileSync(join(here, "f.plan"), example("county-campaign/plan.plan"));
    const page = await open(await serve("f.plan"));
    await page.click("#print");
    const frame = await (await page.waitForSelector("#printing", { state: "attached" })).contentFrame();
    await frame.waitForSelector(".sheet");
    assert.ok(frame.url().endsWith("/document.html"));
    assert.equal(await frame.locator(".leaf").count(), 0);
    const files = await page.locator("#files a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const file of files) {
      const status = await page.evaluate(async (file) => (await fetch(file)).status, file);
      assert.equal(status, 200, file);
    }
    assert.equal(files.length, 10);
    await page.context().close();
  },

  async "the browser's own print prints the document"() {
    writeFileSync(join(here, "n.plan"), example("pingan/plan.plan"));
    const address = await serve("n.plan");
    const page = await open(address);
    const looks = () => page.evaluate(() => getComputedStyle(document.querySelector(".bar")).display);
    const whole = (pdf) => {
      const pages = [...pdf.toString("latin1").matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/gs)];
      return Math.max(...pages.map(([, count]) => Number(count)));
    };
    const before = await looks();
    const outer = await page.pdf({ preferCSSPageSize: true });
    assert.equal(await looks(), before);
    assert.equal(await page.locator(".paper").count(), 0);
    const inner = await page.context().newPage();
    await inner.goto(`${address}document.html`);
    assert.equal(whole(outer), whole(await inner.pdf({ preferCSSPageSize: true })));
    // What stands on the page meanwhile is the document, and none of the interface.
    const shown = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const text = document.body.innerText;
      dispatchEvent(new Event("afterprint"));
      return text;
    });
    assert.match(shown, /三年攻坚行动方案/);
    assert.doesNotMatch(shown, /下载|未发现问题/);
    await close(page);
  },

  async "the menu shuts on Escape"() {
    writeFileSync(join(here, "o.plan"), example("county-campaign/plan.plan"));
    const page = await open(await serve("o.plan"));
    await page.focus("#downloads summary");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#files") !== null), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.getElementById("downloads").open), false);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
    await close(page);
  },

  async "a narrow screen keeps its place and reads its pictures"() {
    writeFileSync(join(here, "p.plan"), example("pingan/plan.plan"));
    const page = await open(await serve("p.plan"), { width: 390, height: 844 });
    await scroll(page, 3000);
    await page.click("#tab-problems");
    assert.equal(await page.evaluate(() => document.querySelector("main").inert), true);
    await page.click("#tab-document");
    assert.equal(await top(page), 3000);
    await page.click("#tab-pictures");
    const drawn = () => page.evaluate(() => {
      const svg = document.getElementById("picture").contentDocument.querySelector("body > svg");
      return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    });
    await page.frameLocator("#picture").locator("svg").first().waitFor();
    await page.waitForFunction(() => document.getElementById("picture").contentDocument.querySelector("svg").style.width);
    const first = await drawn();
    assert.ok(first > 0.7, `drawn at ${first}`);
    await page.click("#picture-more");
    assert.ok((await drawn()) > first * 1.2);
    await page.click("#picture-fit");
    assert.ok((await drawn()) < 0.4);
    await page.click("#picture-whole");
    assert.ok(Math.abs((await drawn()) - 1) < 0.01);
    await close(page);
  },

  async "both languages, both widths, both lights"() {
    writeFileSync(join(here, "g.plan"), example("county-campaign/draft.plan"));
    const address = await serve("g.plan");
    for (const [locale, scheme] of [["zh-CN", "light"], ["en-US", "dark"]]) {
      for (const width of [1280, 390]) {
        const page = await open(address, { width, locale, scheme });
        await page.waitForSelector("#problems li[data-number]", { state: "attached" });
        const lang = locale.slice(0, 2);
        assert.equal(await page.textContent("#tab-document"), lang === "zh" ? "公文" : "Document");
        assert.equal((await page.getAttribute("html", "lang")).slice(0, 2), lang);
        for (const view of width < 900 ? ["document", "pictures", "tables", "problems"] : ["document", "pictures", "tables"]) {
          await page.click(`#tab-${view}`);
          await page.waitForTimeout(400);
          const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(wide[0] <= wide[1], `${view} at ${width}: ${wide}`);
          await shot(page, `${view}-${lang}-${width}`);
        }
        if (width < 900) {
          await page.locator("#problems li .says").nth(8).click();
          await page.waitForTimeout(200);
          const sheet = await page.evaluate(() => {
            const root = document.getElementById("sheet").contentDocument.documentElement;
            return [root.scrollWidth, root.clientWidth];
          });
          assert.ok(sheet[0] <= sheet[1], `the document at ${width}: ${sheet}`);
          await shot(page, `place-${lang}-${width}`);
          await page.click("#as-leaves");
          await page.waitForTimeout(200);
          await shot(page, `leaves-${lang}-${width}`);
        }
        await page.click("#lang");
        assert.equal(await page.textContent("#tab-document"), lang === "zh" ? "Document" : "公文");
        await close(page);
      }
    }
    const nameless = await (await open(address)).evaluate(() =>
      [...document.querySelectorAll("button, summary, input, select, iframe")]
        .filter((one) => one.offsetParent && !(one.textContent.trim() || one.getAttribute("aria-label") || one.title || one.labels?.length))
        .map((one) => one.outerHTML));
    assert.deepEqual(nameless, []);
  },

  async "who is named may frame the page and is asked for lines"() {
    writeFileSync(join(here, "q.plan"), example("pingan/draft.plan"));
    let framed = "";
    const editor = createServer((_, answer) => {
      const relay = "<script>window.wishes = []; addEventListener('message', ({ data }) => wishes.push(data.fangan))</script>";
      answer.writeHead(200, { "content-type": "text/html" }).end(`${relay}<iframe src="${framed}" width="900" height="700"></iframe>`);
    });
    await new Promise((done) => editor.listen(0, "127.0.0.1", done));
    const origin = `http://127.0.0.1:${editor.address().port}`;
    const page = await (await browser.newContext()).newPage();
    const status = page.frameLocator("iframe").locator("#status");
    framed = await serve("q.plan", "--embed", origin);
    await page.goto(origin);
    await page.waitForFunction(() => window.length > 0);
    await page.frameLocator("iframe").locator("#sheet").contentFrame().locator(".sheet").first().waitFor();
    await page.frameLocator("iframe").locator("#tab-problems").click();
    await page.frameLocator("iframe").locator("#problems li .says").first().click();
    await page.frameLocator("iframe").locator("#tab-problems").click();
    await page.frameLocator("iframe").locator("#problems .current a").first().click();
    await page.waitForFunction(() => window.wishes.length > 0);
    assert.match((await page.evaluate(() => window.wishes))[0], /^vscode:\/\/file\/.*q\.plan:\d+:\d+$/);
    assert.ok(await status.isVisible());
    // Nobody else may, nor anybody where nobody is named.
    for (const asked of [[], ["--embed", "vscode"]]) {
      framed = await serve("q.plan", ...asked);
      await page.goto(origin);
      await page.waitForTimeout(500);
      assert.equal(await status.count(), 0, String(asked));
    }
    await page.context().close();
    editor.close();
  },

  async "nothing of a plan becomes markup"() {
    const evil = "<img src=x onerror=parent.evil=1><script>parent.evil=1</script>";
    writeFileSync(join(here, "h.plan"), `# 方案：${evil}方案\n\n## 工作目标\n\n${evil}做好工作。\n\n- 目标：${evil}\n`);
    const page = await open(await serve("h.plan"));
    await page.click("#tab-tables");
    await page.click("#tab-pictures");
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.evil), undefined);
    assert.equal(await page.evaluate(() => document.querySelectorAll("main img, aside img, #problems script").length), 0);
    await close(page);
  },
};

const scroll = (page, to) => page.evaluate((to) => document.getElementById("sheet").contentWindow.scrollTo(0, to), to);
const top = (page) => page.evaluate(() => document.getElementById("sheet").contentWindow.scrollY);
// What stands at the upper edge, and where.
const first = (page) => page.evaluate(() => {
  const all = [...document.getElementById("sheet").contentDocument.querySelectorAll("main [id]")];
  const found = all.filter((one) => one.getBoundingClientRect().top <= 1).pop();
  return { id: found.id, top: found.getBoundingClientRect().top };
});

let failed = 0;
if (shots) mkdirSync(shots, { recursive: true });
for (const [name, test] of Object.entries(tests)) {
  const begun = Date.now();
  try {
    await Promise.race([test(), late()]);
    console.log(`ok      ${name} (${Date.now() - begun} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
  for (const child of running.splice(0)) child.kill();
}
await browser.close();
rmSync(here, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
