// What an element is set in, read from the browser while it lays the page out for print. Usage: node faces.mjs PAGE SELECTOR...
import { createRequire } from "node:module";
const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");
const [, , address, ...selectors] = process.argv;
const browser = await chromium.launch({
  executablePath: process.env.FANGAN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
const page = await browser.newPage();
await page.emulateMedia({ media: "print" });
await page.goto(address);
const session = await page.context().newCDPSession(page);
await session.send("DOM.enable");
await session.send("CSS.enable");
const { root } = await session.send("DOM.getDocument", { depth: -1 });
for (const selector of selectors) {
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const faces = new Set();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    fonts.forEach((font) => faces.add(font.familyName));
  }
  console.log([selector, ...[...faces].sort()].join("\t"));
}
await browser.close();
