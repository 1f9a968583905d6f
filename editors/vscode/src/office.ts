/** What every command needs: the program, the settings, the log, and how a missing program is told. */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";

import { command, LANGUAGE, SECTION } from "./names";
import { langOf, locate, type Wishes } from "./program";
import { run, type Ran } from "./run";
import { say } from "./words";

export class Office {
  readonly log: vscode.LogOutputChannel;

  constructor() {
    this.log = vscode.window.createOutputChannel("fangan", { log: true });
  }

  get wishes(): Wishes {
    const settings = vscode.workspace.getConfiguration(SECTION);
    const [lang, stage] = [settings.get<Wishes["lang"]>("lang", "auto"), settings.get<Wishes["stage"]>("stage", "settings")];
    return { lang, stage, asOf: settings.get("asOf", "") };
  }

  get lang(): "zh" | "en" {
    return langOf(this.wishes, vscode.env.language);
  }

  /** The program, if it is there. */
  program(): string | undefined {
    const wanted = vscode.workspace.getConfiguration(SECTION).get("path", "");
    const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    return locate(wanted, { platform: process.platform, home: os.homedir(), env: process.env, isFile });
  }

  /** The program; where it is missing that is told, and what to do. */
  async wanted(): Promise<string | undefined> {
    const found = this.program();
    if (!found) {
      await this.missing();
    }
    return found;
  }

  /** Tells that the program is missing, and leads to it. */
  async missing(): Promise<void> {
    const wanted = vscode.workspace.getConfiguration(SECTION).get("path", "") || "fangan";
    const words = say(
      `没有找到程序 ${wanted}：检查、补全、预览都要靠它；着色不受影响。`,
      `The program ${wanted} was not found: checking, completion and preview need it; colours do not.`,
    );
    const [how, choose] = [say("怎样安装", "How to install"), say("指定位置…", "Choose it…")];
    const answer = await vscode.window.showErrorMessage(words, how, choose);
    if (answer === how) {
      await vscode.commands.executeCommand(command.install);
    } else if (answer === choose) {
      await this.choose();
    }
  }

  private async choose(): Promise<void> {
    const [chosen] = (await vscode.window.showOpenDialog({ canSelectMany: false, title: "fangan" })) ?? [];
    if (chosen) {
      await vscode.workspace.getConfiguration(SECTION).update("path", chosen.fsPath, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand(command.restart);
    }
  }

  /** Runs the program and notes it. */
  async run(program: string, args: readonly string[], folder?: string): Promise<Ran> {
    this.log.info(`${program} ${args.join(" ")}`);
    const ran = await run(program, args, folder);
    if (ran.err) {
      this.log.info(ran.err);
    }
    return ran;
  }

  /** Tells that a command failed; the log has the rest. */
  async failed(words: string, ran: Ran): Promise<void> {
    const more = say("看记录", "Show the log");
    const first = ran.err.split("\n").find((line) => line.trim()) ?? "";
    const answer = await vscode.window.showErrorMessage(`${words} ${first}`.trim(), more);
    if (answer === more) {
      this.log.show();
    }
  }
}

/** The plan that a command is about: what was clicked, else what is open; saved, since the program reads files. */
export async function planOf(clicked?: unknown): Promise<vscode.Uri | undefined> {
  const open = vscode.window.activeTextEditor?.document;
  const uri = clicked instanceof vscode.Uri ? clicked : open?.languageId === LANGUAGE ? open.uri : undefined;
  if (!uri || uri.scheme !== "file") {
    const words = say("先打开一份存了盘的方案（.plan）。", "Open a plan (.plan) that is saved to disk first.");
    await vscode.window.showInformationMessage(words);
    return undefined;
  }
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document?.isDirty) {
    await document.save();
  }
  return uri;
}

/** The folder a plan stands in, where the program is run. */
export function folderOf(plan: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(plan)?.uri.fsPath ?? path.dirname(plan.fsPath);
}
