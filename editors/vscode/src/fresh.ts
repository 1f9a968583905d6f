/** A new plan from a skeleton. */
import * as path from "node:path";
import * as vscode from "vscode";

import type { Office } from "./office";
import { call, skeletons } from "./program";
import { say, tongueOf } from "./words";

export async function fresh(office: Office): Promise<void> {
  const program = await office.wanted();
  if (!program) {
    return;
  }
  const listed = skeletons((await office.run(program, call.skeletons())).out);
  const isChinese = tongueOf(vscode.env.language) === "zh";
  const items = listed.map(({ zh, en, about }) => ({
    en,
    label: isChinese ? zh : en,
    description: about.split(" · ")[isChinese ? 0 : 1] ?? about,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: say("写什么？", "What is to be written?") });
  const folder = chosen && (await place(chosen.label));
  if (!chosen || !folder) {
    return;
  }
  const ran = await office.run(program, call.fresh(folder, chosen.en, office.lang, "zh"));
  if (ran.code > 1 || ran.code < 0) {
    await office.failed(say("没有建成。", "It could not be made."), ran);
    return;
  }
  await vscode.window.showTextDocument(vscode.Uri.file(path.join(folder, "plan.plan")));
}

/** The folder for the plan: one that is not there yet. */
async function place(name: string): Promise<string | undefined> {
  const above = vscode.workspace.workspaceFolders?.[0]?.uri;
  const title = say("放在哪个文件夹里？", "In which folder?");
  const [base] = (await vscode.window.showOpenDialog({
    ...{ canSelectFolders: true, canSelectFiles: false, title },
    ...(above && { defaultUri: above }),
  })) ?? [];
  if (!base) {
    return undefined;
  }
  const prompt = say("方案文件夹的名称", "Name of the plan's folder");
  const given = await vscode.window.showInputBox({ prompt, value: name, validateInput: wrongName });
  return given && path.join(base.fsPath, given.trim());
}

function wrongName(name: string): string | undefined {
  const isName = name.trim() !== "" && !/[\\/:*?"<>|]/.test(name) && name.trim() !== "." && name.trim() !== "..";
  return isName ? undefined : say("这不能做文件夹的名称", "No folder can be called so");
}
