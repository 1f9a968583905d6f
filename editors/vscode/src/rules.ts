/** The page of a rule, as `fangan explain` tells it. */
import * as vscode from "vscode";

import type { Office } from "./office";
import { call } from "./program";
import { say } from "./words";

export const SCHEME = "fangan-rule";

/** Asks which rule and shows its page; where problems are at the cursor, theirs come first. */
export async function explain(office: Office, wanted?: unknown): Promise<void> {
  if (!(await office.wanted())) {
    return;
  }
  const code = typeof wanted === "string" ? wanted : await ask();
  if (code) {
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${code.trim().toUpperCase()}.md` });
    await vscode.commands.executeCommand("markdown.showPreview", page);
  }
}

/** Gives the pages to whoever opens them. */
export function pages(office: Office): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(uri) {
      const program = office.program();
      const code = uri.path.slice(1).replace(/\.md$/, "");
      if (!program || !/^[A-Za-z0-9_]+$/.test(code)) {
        return "";
      }
      const { out, err } = await office.run(program, call.explain(code, office.lang));
      return out || err;
    },
  };
}

async function ask(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const problems = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const here = problems.filter((problem) => editor?.selections.some((place) => problem.range.intersection(place)));
  const codes = here.map(({ code }) => String(typeof code === "object" ? code.value : (code ?? "")));
  const prompt = say("规则的编号，如 R001", "The code of a rule, such as R001");
  return vscode.window.showInputBox({ prompt, value: codes.find((code) => code) ?? "" });
}
