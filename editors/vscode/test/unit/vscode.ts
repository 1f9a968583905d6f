/**
 * A stand-in for VS Code: enough for the extension and the language client to run in Node. What it is told is noted in
 * `told`; whatever is not here answers to everything and does nothing.
 */
import { EventEmitter as Emitter } from "node:events";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What the extension did to the editor, and what the editor is to answer. */
export const told = {
  errors: [] as string[],
  information: [] as string[],
  commands: [] as unknown[][],
  registered: new Map<string, (...args: unknown[]) => unknown>(),
  /** The settings of the user. */
  settings: {} as Record<string, unknown>,
  /** The button that is pressed in the next message, by its number; none by default. */
  press: undefined as number | undefined,
  panels: [] as { title: string; html: string; say(message: unknown): void; dispose(): void }[],
  outside: [] as string[],
  status: "",
  /** The problems of each file, as `code: words`. */
  problems: new Map<string, string[]>(),
};

/** Answers to everything: it can be called, made, extended and asked for any of its parts, which answer likewise. */
function anything(): unknown {
  const target = class {} as unknown as Record<PropertyKey, unknown>;
  return new Proxy(target, {
    get: (from, name) => {
      if (name === "then" || name === Symbol.iterator) {
        return undefined;
      }
      if (!(name in from)) {
        from[name] = name === "prototype" ? {} : anything();
      }
      return from[name];
    },
    apply: () => new Disposable(() => undefined),
  });
}

export class Disposable {
  constructor(private readonly end: () => unknown) {}
  static from(...all: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((each) => each.dispose()));
  }
  dispose(): unknown {
    return this.end();
  }
}

export class EventEmitter<T> {
  private readonly emitter = new Emitter().setMaxListeners(0);
  readonly event = (listen: (value: T) => unknown, self?: unknown): Disposable => {
    const bound = self ? listen.bind(self) : listen;
    this.emitter.on("it", bound);
    return new Disposable(() => this.emitter.off("it", bound));
  };
  fire(value: T): void {
    this.emitter.emit("it", value);
  }
  dispose(): void {
    this.emitter.removeAllListeners();
  }
}

export class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: new EventEmitter<void>().event };
  cancel(): void {}
  dispose(): void {}
}

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
    private readonly whole: string,
  ) {}
  static file(file: string): Uri {
    return Uri.parse(pathToFileURL(file).href);
  }
  static parse(text: string): Uri {
    const url = new URL(text);
    return new Uri(url.protocol.slice(0, -1), url.pathname, text);
  }
  static from({ scheme, path: at }: { scheme: string; path: string }): Uri {
    return new Uri(scheme, at, `${scheme}:${at}`);
  }
  get fsPath(): string {
    return this.scheme === "file" ? fileURLToPath(this.whole) : this.path;
  }
  toString(): string {
    return this.whole;
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}
export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}
export class Location {
  constructor(
    readonly uri: Uri,
    readonly range: Range,
  ) {}
}

export class SemanticTokens {
  constructor(readonly data: Uint32Array) {}
}

/** Classes that are only extended or made. */
function empty(): new (...args: unknown[]) => object {
  return class {
    readonly made: unknown[];
    constructor(...args: unknown[]) {
      this.made = args;
    }
  };
}
export const [CallHierarchyItem, CodeAction, CodeLens, CompletionItem, Diagnostic, DocumentLink] = Array.from({ length: 6 }, empty);
export const [InlayHint, SymbolInformation, TypeHierarchyItem, ProcessExecution, CancellationError] = Array.from({ length: 5 }, empty);
export class Task {
  presentationOptions: unknown;
  constructor(
    readonly definition: unknown,
    readonly scope: unknown,
    readonly name: string,
    readonly source: string,
    readonly execution: { made: unknown[] },
    readonly matchers: string[],
  ) {}
}

export const [ViewColumn, StatusBarAlignment, TaskScope, TaskRevealKind, ConfigurationTarget] = [
  { Beside: -2 },
  { Left: 1, Right: 2 },
  { Global: 1, Workspace: 2 },
  { Always: 1, Silent: 2 },
  { Global: 1 },
];
export class CodeActionKind {
  static readonly Empty = new CodeActionKind("");
  static readonly QuickFix = new CodeActionKind("quickfix");
  static readonly Source = new CodeActionKind("source");
  constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}
export const CompletionItemKind = anything();
export const CompletionItemTag = anything();
export const CompletionTriggerKind = anything();
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
export const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 };
export const SymbolKind = anything();
export const SymbolTag = anything();
export const TextDocumentSaveReason = anything();
export const ProgressLocation = anything();
export const FoldingRangeKind = anything();
export const SnippetString = anything();
export const MarkdownString = anything();
export const ThemeIcon = anything();
export const NotebookCellKind = anything();
export const CodeActionTriggerKind = anything();
export const l10n = { t: (text: string) => text };
export const LogLevel = { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 };
export const version = "1.91.0";

const never = new EventEmitter<never>().event;
const saved = new EventEmitter<unknown>();
export const changed = new EventEmitter<{ affectsConfiguration(name: string): boolean }>();

/** The editor with a plan open in it. */
export function open(file: string): void {
  const document = {
    ...{ uri: Uri.file(file), fileName: file, languageId: "fangan", version: 1, isDirty: false, lineCount: 1 },
    getText: () => readFileSync(file, "utf8"),
    save: async () => true,
  };
  workspace.textDocuments = [document];
  window.activeTextEditor = { document, selections: [] };
  window.visibleTextEditors = [window.activeTextEditor];
}

async function answer(list: string[], words: string, buttons: string[]): Promise<string | undefined> {
  list.push(words);
  const pressed = told.press === undefined ? undefined : buttons[told.press];
  told.press = undefined;
  return pressed;
}

export const UIKind = { Desktop: 1, Web: 2 };

export const env = {
  language: "zh-cn",
  uiKind: UIKind.Desktop,
  appName: "stand-in",
  asExternalUri: async (uri: Uri) => uri,
  openExternal: async (uri: Uri) => told.outside.push(uri.toString()),
};

export const commands = {
  registerCommand(name: string, act: (...args: unknown[]) => unknown) {
    told.registered.set(name, act);
    return new Disposable(() => told.registered.delete(name));
  },
  async executeCommand(name: string, ...args: unknown[]) {
    told.commands.push([name, ...args]);
    return told.registered.get(name)?.(...args);
  },
};

function channel() {
  const quiet = () => undefined;
  const loud = (words: string) => void (process.env["LOUD"] && console.log(words));
  const logs = { info: quiet, error: loud, warn: quiet, debug: quiet, trace: quiet };
  return { ...logs, name: "fangan", append: quiet, appendLine: quiet, show: quiet, clear: quiet, dispose: quiet, logLevel: 3, onDidChangeLogLevel: never };
}

type Editor = { document: { uri: Uri; languageId: string; save(): Promise<boolean> }; selections: unknown[] };
export const window = {
  activeTextEditor: undefined as Editor | undefined,
  visibleTextEditors: [] as Editor[],
  createOutputChannel: channel,
  createStatusBarItem: () => ({
    set text(words: string) {
      told.status = words;
    },
    ...{ show: () => undefined, hide: () => undefined, dispose: () => undefined },
  }),
  showErrorMessage: (words: string, ...buttons: string[]) => answer(told.errors, words, buttons),
  showInformationMessage: (words: string, ...buttons: string[]) => answer(told.information, words, buttons),
  showWarningMessage: async () => undefined,
  showQuickPick: async (items: unknown[]) => items[0],
  showOpenDialog: async () => undefined,
  showInputBox: async () => undefined,
  showTextDocument: async () => undefined,
  onDidChangeVisibleTextEditors: never,
  onDidChangeActiveTextEditor: never,
  tabGroups: { all: [], onDidChangeTabs: never, onDidChangeTabGroups: never },
  createWebviewPanel(_kind: string, title: string) {
    const gone = new EventEmitter<void>();
    const panel = { title, html: "", say: (_: unknown) => {}, dispose: () => gone.fire() };
    told.panels.push(panel);
    const webview = {
      set html(page: string) {
        panel.html = page;
      },
      onDidReceiveMessage: (heard: (message: unknown) => void) => void (panel.say = heard),
    };
    return { webview, onDidDispose: gone.event, dispose: panel.dispose, reveal: () => undefined };
  },
};

export const workspace = {
  textDocuments: [] as Editor["document"][],
  workspaceFolders: undefined as { uri: Uri; name: string; index: number }[] | undefined,
  notebookDocuments: [],
  getConfiguration: (section?: string) => ({
    get: (name: string, other?: unknown) => told.settings[section ? `${section}.${name}` : name] ?? other,
    update: async (name: string, value: unknown) => void (told.settings[`${section}.${name}`] = value),
  }),
  getWorkspaceFolder: (uri: Uri) =>
    workspace.workspaceFolders?.find((folder) => !path.relative(folder.uri.fsPath, uri.fsPath).startsWith("..")),
  saveAll: async () => true,
  registerTextDocumentContentProvider: () => new Disposable(() => undefined),
  createFileSystemWatcher: () => ({ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose: () => undefined }),
  onDidSaveTextDocument: saved.event,
  onDidChangeConfiguration: changed.event,
  ...Object.fromEntries(
    ["OpenTextDocument", "CloseTextDocument", "ChangeTextDocument", "ChangeWorkspaceFolders", "OpenNotebookDocument",
      "CloseNotebookDocument", "ChangeNotebookDocument", "SaveNotebookDocument", "CreateFiles", "RenameFiles", "DeleteFiles",
    ].map((name) => [`onDid${name}`, never]),
  ),
  ...Object.fromEntries(
    ["SaveTextDocument", "CreateFiles", "RenameFiles", "DeleteFiles"].map((name) => [`onWill${name}`, never]),
  ),
};

/** Saves the plan that is open. */
export function save(): void {
  saved.fire(workspace.textDocuments[0]);
}

const words = ({ code, made }: { made: unknown[]; code?: unknown }) =>
  `${String(typeof code === "object" ? (code as { value: unknown } | null)?.value : code)}: ${String(made[1])}`;

export const languages = new Proxy({ match: () => 1, getDiagnostics: () => [] } as Record<PropertyKey, unknown>, {
  get: (from, name) =>
    from[name] ??
    (name === "createDiagnosticCollection"
      ? () => ({
          set: (uri: Uri, found: { made: unknown[]; code?: unknown }[]) => told.problems.set(uri.toString(), found.map(words)),
          ...{ clear: () => undefined, delete: () => undefined, has: () => false, dispose: () => undefined },
        })
      : () => new Disposable(() => undefined)),
});

export const tasks = {
  registerTaskProvider: () => new Disposable(() => undefined),
  onDidEndTaskProcess: never,
  run: [] as Task[],
  executeTask: async (task: Task) => tasks.run.push(task),
};
