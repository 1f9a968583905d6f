/** The preview: `fangan serve` beside the text, one page for each plan, ended with its panel. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import * as http from "node:http";
import * as path from "node:path";
import * as vscode from "vscode";

import { SECTION } from "./names";
import { folderOf, planOf, type Office } from "./office";
import { framed, wished } from "./page";
import { addressIn, call, mayBeFramed } from "./program";
import { say } from "./words";

/** A served plan. */
interface Served {
  process: ChildProcess;
  address: Promise<string>;
  panel?: vscode.WebviewPanel;
}

/** Longer than any plan takes to be laid out. */
const PATIENCE = 30_000;

export class Preview implements vscode.Disposable {
  private readonly served = new Map<string, Served>();

  constructor(private readonly office: Office) {}

  async show(clicked?: unknown): Promise<void> {
    const plan = await planOf(clicked);
    const program = plan && (await this.office.wanted());
    if (!plan || !program) {
      return;
    }
    const served = this.served.get(plan.fsPath) ?? this.serve(program, plan);
    if (served.panel) {
      served.panel.reveal(undefined, true);
      return;
    }
    try {
      const address = await served.address;
      await this.open(plan, served, address);
    } catch (why) {
      this.end(plan.fsPath);
      await this.office.failed(say("打不开预览。", "There is no preview."), { code: 2, out: "", err: String(why) });
    }
  }

  dispose(): void {
    [...this.served.keys()].forEach((plan) => this.end(plan));
  }

  private serve(program: string, plan: vscode.Uri): Served {
    const args = call.serve(plan.fsPath, this.office.wishes, this.office.lang, isBeside());
    this.office.log.info(`${program} ${args.join(" ")}`);
    const process = spawn(program, args, { cwd: folderOf(plan), stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    const address = printed(process);
    process.on("exit", () => {
      this.served.get(plan.fsPath)?.panel?.dispose();
      this.served.delete(plan.fsPath);
    });
    const served: Served = { process, address };
    this.served.set(plan.fsPath, served);
    return served;
  }

  private async open(plan: vscode.Uri, served: Served, address: string): Promise<void> {
    const url = vscode.Uri.parse(address);
    if (!isBeside() || !mayBeFramed(await policyOf(address))) {
      await vscode.env.openExternal(url);
      return;
    }
    const outside = await vscode.env.asExternalUri(url);
    const title = say(`预览 ${nameOf(plan)}`, `Preview ${nameOf(plan)}`);
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("fangan.preview", title, column, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    panel.webview.onDidReceiveMessage((message) => granted(message, url));
    panel.webview.html = framed(outside.toString(true), title, randomBytes(16).toString("hex"));
    served.panel = panel;
    panel.onDidDispose(() => this.end(plan.fsPath));
  }

  private end(plan: string): void {
    const served = this.served.get(plan);
    this.served.delete(plan);
    served?.process.kill();
  }
}

/**
 * Whether the page stands beside the text. Where VS Code itself is in a browser, it frames its panels with pages whose
 * address nobody knows before.
 */
function isBeside(): boolean {
  const wanted = vscode.workspace.getConfiguration(SECTION).get<string>("preview.where", "beside");
  return wanted !== "browser" && vscode.env.uiKind === vscode.UIKind.Desktop;
}

/** Does what the page wishes of the editor. */
async function granted(message: unknown, address: vscode.Uri): Promise<void> {
  const wish = wished(message);
  if (wish === "browse") {
    await vscode.env.openExternal(address);
  } else if (wish) {
    const { path: file, line, column } = wish.open;
    const at = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
    const uri = vscode.Uri.file(file);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.fsPath === uri.fsPath)?.viewColumn;
    const options = { selection: new vscode.Range(at, at), viewColumn: shown ?? vscode.ViewColumn.One };
    await vscode.window.showTextDocument(uri, options);
  }
}

/** What a plan is called: as its folder, where the file has the name that all have. */
function nameOf(plan: vscode.Uri): string {
  const file = path.basename(plan.fsPath);
  return file === "plan.plan" ? path.basename(path.dirname(plan.fsPath)) : file;
}

/** The address, once it is printed. */
function printed(process: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let [out, err] = ["", ""];
    const late = setTimeout(() => fail(new Error(say("程序没有报出地址", "the program told no address"))), PATIENCE);
    const take = (piece: Buffer) => {
      out += piece.toString("utf8");
      const address = addressIn(out);
      if (address) {
        clearTimeout(late);
        done(address);
      }
    };
    process.stdout?.on("data", take);
    process.stderr?.on("data", (piece: Buffer) => (err += piece.toString("utf8")));
    process.on("error", (why) => {
      clearTimeout(late);
      fail(why);
    });
    process.on("close", () => {
      clearTimeout(late);
      fail(new Error(err.trim() || say("程序退出了", "the program ended")));
    });
  });
}

/** The policy that a page answers with; it says who may frame it. */
function policyOf(address: string): Promise<string | undefined> {
  return new Promise((done) => {
    const asked = http.request(address, { method: "HEAD", timeout: 5_000 }, (answer) => {
      answer.resume();
      const policy = answer.headers["content-security-policy"];
      done(Array.isArray(policy) ? policy.join(";") : policy);
    });
    // Who does not answer now is shown all the same: the panel will say why.
    asked.on("error", () => done(undefined));
    asked.on("timeout", () => asked.destroy());
    asked.end();
  });
}
