/** What the code lenses of the server do when they are clicked: its places become those of the editor. */
import * as vscode from "vscode";

/** Places as the protocol has them. */
export interface Place {
  line: number;
  character: number;
}
export interface Location {
  uri: string;
  range: { start: Place; end: Place };
}

const position = ({ line, character }: Place) => new vscode.Position(line, character);

function location({ uri, range }: Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(position(range.start), position(range.end)));
}

/** Shows who refers to a place. */
export async function references(uri: string, at: Place, found: Location[]): Promise<void> {
  const args = [vscode.Uri.parse(uri), position(at), found.map(location)];
  await vscode.commands.executeCommand("editor.action.showReferences", ...args);
}

/** Goes to a place. */
export async function goTo(wanted: Location): Promise<void> {
  const { uri, range } = location(wanted);
  await vscode.window.showTextDocument(uri, { selection: range });
}
