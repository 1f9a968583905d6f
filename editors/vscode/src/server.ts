/** The language client: starts `fangan lsp`, stops it, tells how it is. */
import * as vscode from "vscode";
import { LanguageClient, State, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import { LANGUAGE, SECTION } from "./names";
import type { Office } from "./office";
import { call } from "./program";
import { NAMES, only } from "./tokens";

/** How the language server is. */
export type Health = "running" | "starting" | "stopped" | "missing";

export class Server {
  private client: LanguageClient | undefined;
  private readonly changed = new vscode.EventEmitter<Health>();
  private now: Health = "stopped";

  /** Told whenever the health changes. */
  readonly onHealth = this.changed.event;

  constructor(private readonly office: Office) {}

  get health(): Health {
    return this.now;
  }

  /** Starts the server, or tells that the program is missing. */
  async start(): Promise<void> {
    const program = this.office.program();
    if (!program) {
      this.become("missing");
      // Not waited for: whoever does not answer must not hold up the editor.
      void this.office.missing();
      return;
    }
    const client = new LanguageClient(SECTION, "fangan", options(program, this.office.lang), this.settled());
    client.onDidChangeState(({ newState }) => {
      this.become(newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped");
    });
    this.client = client;
    try {
      await client.start();
    } catch (why) {
      this.office.log.error(`${program}: ${String(why)}`);
      this.become("stopped");
    }
  }

  /** Stops the server, if there is one. */
  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client) {
      // A server that never began has nothing to stop.
      await client.stop().catch((why: unknown) => this.office.log.info(String(why)));
      await client.dispose().catch(() => undefined);
    }
    this.become("stopped");
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private become(health: Health): void {
    if (health !== this.now) {
      this.now = health;
      this.changed.fire(health);
    }
  }

  private settled(): LanguageClientOptions {
    const settings = vscode.workspace.getConfiguration(SECTION);
    const kept = ["stage", "asOf", "problems"].map((name) => [name, settings.get(name)]);
    return {
      documentSelector: [
        { scheme: "file", language: LANGUAGE },
        { scheme: "untitled", language: LANGUAGE },
      ],
      initializationOptions: { ...Object.fromEntries(kept), lang: this.office.lang },
      outputChannel: this.office.log,
      synchronize: { configurationSection: SECTION },
      middleware: {
        provideDocumentSemanticTokens: async (document, token, next) => this.named(await next(document, token)),
        provideDocumentRangeSemanticTokens: async (document, range, token, next) =>
          this.named(await next(document, range, token)),
      },
    };
  }

  /** Of the server's colours those of names; the grammar has the rest. */
  private named(tokens: vscode.SemanticTokens | null | undefined): vscode.SemanticTokens | null | undefined {
    const types = this.client?.initializeResult?.capabilities.semanticTokensProvider?.legend.tokenTypes;
    return tokens && types ? new vscode.SemanticTokens(only(NAMES, tokens.data, types)) : tokens;
  }
}

function options(program: string, lang: string): ServerOptions {
  return { command: program, args: call.lsp(lang), options: { shell: false } };
}
