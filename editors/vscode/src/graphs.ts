/** Pictures of a plan in a panel, drawn anew when the plan is saved. */
import * as vscode from "vscode";

import { KINDS, LANGUAGE, type Kind } from "./names";
import { folderOf, planOf, type Office } from "./office";
import { pictured, said } from "./page";
import { call } from "./program";
import { say } from "./words";

function title(kind: Kind): string {
  const titles: Record<Kind, string> = {
    dependency: say("依赖图", "Dependencies"),
    responsibility: say("责任关系图", "Responsibility"),
    alignment: say("目标支撑图", "Alignment"),
    timeline: say("进度图", "Timeline"),
  };
  return titles[kind];
}

function about(kind: Kind): string {
  const words: Record<Kind, string> = {
    dependency: say("哪项在先，哪项在后", "what comes before what"),
    responsibility: say("谁负责什么", "who answers for what"),
    alignment: say("哪项措施支撑哪个目标", "what serves what"),
    timeline: say("什么时候办什么", "what is done when"),
  };
  return words[kind];
}

export class Graphs implements vscode.Disposable {
  private readonly panels = new Map<string, { panel: vscode.WebviewPanel; draw(): Promise<void> }>();
  private readonly saving: vscode.Disposable;

  constructor(private readonly office: Office) {
    this.saving = vscode.workspace.onDidSaveTextDocument((document) => {
      if (document.languageId === LANGUAGE) {
        // A plan may use any other file: all are drawn anew.
        [...this.panels.values()].forEach(({ draw }) => void draw());
      }
    });
  }

  async show(clicked?: unknown, wanted?: Kind): Promise<void> {
    const plan = await planOf(clicked);
    const program = plan && (await this.office.wanted());
    if (!plan || !program) {
      return;
    }
    const kind = wanted ?? (await choose());
    if (!kind) {
      return;
    }
    const name = `${kind} ${plan.fsPath}`;
    const open = this.panels.get(name);
    if (open) {
      open.panel.reveal(undefined, true);
      await open.draw();
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("fangan.graph", title(kind), column, { localResourceRoots: [] });
    const draw = async () => {
      const args = call.graph(plan.fsPath, kind, this.office.wishes, this.office.lang);
      const { out, err } = await this.office.run(program, args, folderOf(plan));
      panel.webview.html = out.includes("<svg") ? pictured(out) : said(err || say("没有可画的。", "There is nothing to draw."));
    };
    this.panels.set(name, { panel, draw });
    panel.onDidDispose(() => this.panels.delete(name));
    await draw();
  }

  dispose(): void {
    this.saving.dispose();
  }
}

async function choose(): Promise<Kind | undefined> {
  const items = KINDS.map((drawn) => ({ drawn, label: title(drawn), description: about(drawn) }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say("画哪张图？", "Which picture?") }))?.drawn;
}
