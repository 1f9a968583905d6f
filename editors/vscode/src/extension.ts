/** Where it begins: what VS Code calls is led to the part that does it. */
import * as vscode from "vscode";

import { fresh } from "./fresh";
import { Graphs } from "./graphs";
import { goTo, references } from "./lenses";
import { command, KINDS, LANGUAGE, lens, SECTION, WALKTHROUGH } from "./names";
import { folderOf, Office, planOf } from "./office";
import { Preview } from "./preview";
import { call } from "./program";
import { explain, pages, SCHEME } from "./rules";
import { Server } from "./server";
import { menu, status } from "./status";
import { Tasks } from "./tasks";
import { say, speak, tongueOf } from "./words";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  speak(tongueOf(vscode.env.language));
  const office = new Office();
  const [preview, graphs, tasks] = [new Preview(office), new Graphs(office), new Tasks(office)];
  const started = new Server(office);
  server = started;
  const on = (name: string, act: (...args: never[]) => unknown) => vscode.commands.registerCommand(name, act);
  context.subscriptions.push(
    ...[office.log, preview, graphs, status(started)],
    vscode.tasks.registerTaskProvider(SECTION, tasks),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, pages(office)),
    vscode.workspace.onDidChangeConfiguration((change) => restartIfNeeded(change, started)),
    on(command.menu, menu),
    on(command.preview, (clicked?: unknown) => preview.show(clicked)),
    on(command.graph, (clicked?: unknown, kind?: unknown) => graphs.show(clicked, KINDS.find((each) => each === kind))),
    on(command.build, (clicked?: unknown) => tasks.build(clicked)),
    on(command.check, () => tasks.check()),
    on(command.fresh, () => fresh(office)),
    on(command.fixAll, () => fixAll(office, started)),
    on(command.explain, (code?: unknown) => explain(office, code)),
    on(command.restart, () => started.restart()),
    on(command.log, () => office.log.show()),
    on(command.install, () => vscode.commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false)),
    on(lens.references, references),
    on(lens.goTo, goTo),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** Another program or another language is another server; the rest it is told while it runs. */
async function restartIfNeeded(change: vscode.ConfigurationChangeEvent, started: Server): Promise<void> {
  if (["path", "lang"].some((name) => change.affectsConfiguration(`${SECTION}.${name}`))) {
    await started.restart();
  }
}

/** Makes every fix that cannot change what is meant: by the server in the open text, else by the program in the file. */
async function fixAll(office: Office, started: Server): Promise<void> {
  if (vscode.window.activeTextEditor?.document.languageId === LANGUAGE && started.health === "running") {
    await vscode.commands.executeCommand("editor.action.fixAll");
    return;
  }
  const plan = await planOf();
  const program = plan && (await office.wanted());
  if (plan && program) {
    const ran = await office.run(program, call.fix(plan.fsPath, office.lang), folderOf(plan));
    if (ran.code > 1 || ran.code < 0) {
      await office.failed(say("没有改成。", "Nothing was mended."), ran);
    }
  }
}
