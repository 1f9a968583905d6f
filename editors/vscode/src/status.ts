/** The item of the status bar, and the menu behind it. */
import * as vscode from "vscode";

import { command, LANGUAGE } from "./names";
import type { Health, Server } from "./server";
import { say } from "./words";

/** What is shown for a health, and what it means. */
export function shown(health: Health): { icon: string; words: string } {
  switch (health) {
    case "running":
      return { icon: "check", words: say("语言服务在运行", "the language server is running") };
    case "starting":
      return { icon: "sync~spin", words: say("语言服务正在启动", "the language server is starting") };
    case "stopped":
      return { icon: "circle-slash", words: say("语言服务停了", "the language server has stopped") };
    case "missing":
      return { icon: "warning", words: say("没有找到程序", "the program is missing") };
  }
}

export function status(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("fangan.status", vscode.StatusBarAlignment.Right, 90);
  item.name = say("方案", "fangan");
  item.command = command.menu;
  const draw = (health: Health) => {
    const { icon, words } = shown(health);
    item.text = `$(${icon}) ${say("方案", "fangan")}`;
    item.tooltip = words;
    const isOpen = vscode.window.visibleTextEditors.some(({ document }) => document.languageId === LANGUAGE);
    if (isOpen) {
      item.show();
    } else {
      item.hide();
    }
  };
  draw(server.health);
  return vscode.Disposable.from(
    item,
    server.onHealth(draw),
    vscode.window.onDidChangeVisibleTextEditors(() => draw(server.health)),
  );
}

/** Every command, to be chosen from. */
export async function menu(): Promise<void> {
  const items = [
    { label: say("$(open-preview) 预览", "$(open-preview) Preview"), id: command.preview },
    { label: say("$(type-hierarchy) 画图", "$(type-hierarchy) Picture"), id: command.graph },
    { label: say("$(package) 生成全部文件", "$(package) Build"), id: command.build },
    { label: say("$(checklist) 检查全部方案", "$(checklist) Check every plan"), id: command.check },
    { label: say("$(wand) 改正能自动改的", "$(wand) Make all fixes"), id: command.fixAll },
    { label: say("$(book) 说明一条规则", "$(book) Explain a rule"), id: command.explain },
    { label: say("$(new-file) 从骨架新建", "$(new-file) New from a skeleton"), id: command.fresh },
    { label: say("$(debug-restart) 重启语言服务", "$(debug-restart) Restart the language server"), id: command.restart },
    { label: say("$(output) 记录", "$(output) Log"), id: command.log },
  ];
  const chosen = await vscode.window.showQuickPick(items);
  if (chosen) {
    await vscode.commands.executeCommand(chosen.id);
  }
}
