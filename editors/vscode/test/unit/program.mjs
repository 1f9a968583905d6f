// Stands for the program in tests. What it is called with it notes in the file that FANGAN_NOTES names.
import { appendFileSync, existsSync } from "node:fs";
import { createServer } from "node:http";

const args = process.argv.slice(2);
// A test that is over has no notes any more.
const note = (what) => existsSync(process.env.FANGAN_NOTES) && appendFileSync(process.env.FANGAN_NOTES, JSON.stringify(what) + "\n");
note(args);

const verb = args.find((word) => ["lsp", "serve", "graph", "check", "new", "explain"].includes(word));
if (verb === "lsp") {
  speak();
} else if (verb === "serve") {
  const policy = process.env.FANGAN_POLICY ?? "default-src 'none'; frame-ancestors 'self' vscode-webview: vscode-file:";
  const page = createServer((_, answer) => answer.writeHead(200, { "content-security-policy": policy }).end("甲"));
  page.listen(0, "127.0.0.1", () => {
    process.stdout.write(`plan.plan 在 http://127.0.0.1:${page.address().port}/\n改动存盘后页面自动更新\n`);
  });
  process.on("SIGTERM", () => {
    note("ended");
    process.exit(0);
  });
} else if (verb === "graph") {
  process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg"><text>${args.includes("timeline") ? "进度" : "依赖"}</text></svg>`);
} else {
  process.stderr.write("错误[S100] 没有写方案的题目\n");
  process.exit(2);
}

/** A language server that offers nothing. */
function speak() {
  let rest = Buffer.alloc(0);
  process.stdin.on("data", (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head).toString())?.[1]);
      if (head < 0 || rest.length < head + 4 + length) {
        return;
      }
      const message = JSON.parse(rest.subarray(head + 4, head + 4 + length).toString());
      rest = rest.subarray(head + 4 + length);
      heard(message);
    }
  });
}

function heard({ id, method, params }) {
  note({ method, options: params?.initializationOptions });
  if (method === "exit") {
    process.exit(0);
  }
  if (id !== undefined) {
    const result = method === "initialize" ? { capabilities: {} } : null;
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id, result }));
    process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
    process.stdout.write(body);
  }
}
