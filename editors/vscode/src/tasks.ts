/** `check` and `build` as tasks: their findings, where no text is open, reach the list of problems. */
import * as path from "node:path";
import * as vscode from "vscode";

import { folderOf, planOf, type Office } from "./office";
import { call } from "./program";
import { say } from "./words";

/** As in `package.json`. */
const TYPE = "fangan";
const MATCHERS = ["$fangan-error", "$fangan-warning", "$fangan-note"];

interface Definition extends vscode.TaskDefinition {
  command: "check" | "build";
  /** A plan or a folder; by default the workspace. */
  plan?: string;
  /** The folder to build into. */
  out?: string;
}

export class Tasks implements vscode.TaskProvider {
  constructor(private readonly office: Office) {}

  /** A check of each folder of the workspace. */
  provideTasks(): vscode.Task[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.flatMap((folder) => this.task({ type: TYPE, command: "check" }, folder) ?? []);
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const definition = task.definition as Definition;
    const scope = typeof task.scope === "object" ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return ["check", "build"].includes(definition.command) ? this.task(definition, scope) : undefined;
  }

  /** Checks every plan of the workspace. */
  async check(): Promise<void> {
    if (!(await this.office.wanted())) {
      return;
    }
    await vscode.workspace.saveAll(false);
    const tasks = this.provideTasks();
    if (tasks.length === 0) {
      await vscode.window.showInformationMessage(say("先打开一个文件夹。", "Open a folder first."));
    }
    for (const task of tasks) {
      await vscode.tasks.executeTask(task);
    }
  }

  /** Makes every output of a plan, in a folder beside it. */
  async build(clicked?: unknown): Promise<void> {
    const plan = await planOf(clicked);
    if (!plan || !(await this.office.wanted())) {
      return;
    }
    const out = path.join(path.dirname(plan.fsPath), "out");
    const folder = vscode.workspace.getWorkspaceFolder(plan);
    const task = this.task({ type: TYPE, command: "build", plan: plan.fsPath, out }, folder);
    if (!task) {
      return;
    }
    const running = await vscode.tasks.executeTask(task);
    const watch = vscode.tasks.onDidEndTaskProcess(async ({ execution, exitCode }) => {
      if (execution !== running) {
        return;
      }
      watch.dispose();
      if (exitCode === 0) {
        await offer(out);
      }
    });
  }

  private task(definition: Definition, scope: vscode.WorkspaceFolder | undefined): vscode.Task | undefined {
    const program = this.office.program();
    const folder = scope?.uri.fsPath ?? (definition.plan && folderOf(vscode.Uri.file(definition.plan)));
    if (!program || !folder) {
      return undefined;
    }
    const plan = definition.plan ?? ".";
    const { wishes, lang } = this.office;
    const args =
      definition.command === "check"
        ? call.check(plan, wishes, lang)
        : call.build(plan, definition.out ?? path.join(folder, "out"), wishes, lang);
    const name = definition.command === "check" ? say("检查全部方案", "check every plan") : say("生成全部文件", "build");
    const execution = new vscode.ProcessExecution(program, args, { cwd: folder });
    const task = new vscode.Task(definition, scope ?? vscode.TaskScope.Workspace, name, "fangan", execution, MATCHERS);
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
    return task;
  }
}

async function offer(out: string): Promise<void> {
  const show = say("打开文件夹", "Open the folder");
  if ((await vscode.window.showInformationMessage(say(`已生成到 ${out}`, `Built into ${out}`), show)) === show) {
    await vscode.commands.executeCommand("revealFileInOS", vscode.Uri.file(path.join(out, "document.html")));
  }
}
