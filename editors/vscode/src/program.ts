/**
 * Where the program is, and how it is called. Nothing here touches VS Code or the disk: what is asked of the machine is
 * handed in.
 */
import * as path from "node:path";

import type { Kind } from "./names";

/** The machine, as far as it is asked. */
export interface Machine {
  platform: string;
  home: string;
  env: Record<string, string | undefined>;
  isFile(file: string): boolean;
}

/**
 * The program that is meant by `wanted`: a path, or a name that is looked for in the folders of PATH and where cargo
 * installs. A path below the folder that happens to be open is no path: a plan that was received must not bring its own
 * program along.
 */
export function locate(wanted: string, machine: Machine): string | undefined {
  const name = wanted.trim() || "fangan";
  const of = machine.platform === "win32" ? path.win32 : path.posix;
  const ends = machine.platform === "win32" ? ["", ".exe"] : [""];
  const there = (file: string) => ends.map((end) => file + end).find((full) => machine.isFile(full));
  if (name.startsWith("~/") || name.startsWith("~\\")) {
    return there(of.join(machine.home, name.slice(2)));
  }
  if (of.isAbsolute(name)) {
    return there(name);
  }
  if (name.includes("/") || name.includes("\\")) {
    return undefined;
  }
  const listed = (machine.env["PATH"] ?? machine.env["Path"] ?? "").split(of.delimiter);
  const folders = [...listed.filter((folder) => of.isAbsolute(folder)), of.join(machine.home, ".cargo", "bin")];
  for (const folder of folders) {
    const found = there(of.join(folder, name));
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** What the user settled, as far as commands need it. */
export interface Wishes {
  lang: "auto" | "zh" | "en";
  stage: "settings" | "draft" | "issue";
  /** A day, or nothing. */
  asOf: string;
}

/** The language of messages: what was settled, else that of the editor. */
export function langOf(wishes: Wishes, locale: string): "zh" | "en" {
  return wishes.lang === "auto" ? (locale.toLowerCase().startsWith("zh") ? "zh" : "en") : wishes.lang;
}

/** How a plan is judged; what is not settled is left to `fangan.toml`. */
function judged({ stage, asOf }: Wishes): string[] {
  return [...(stage === "settings" ? [] : ["--stage", stage]), ...(asOf ? ["--as-of", asOf] : [])];
}

/** The command lines of the program; each stands here alone. */
export const call = {
  lsp: (lang: string) => ["--lang", lang, "lsp"],
  serve: (plan: string, wishes: Wishes, lang: string, isFramed: boolean) => [
    ...["--lang", lang, "serve", plan, "--port", "0"],
    ...(isFramed ? ["--embed", "vscode"] : []),
    ...judged(wishes),
  ],
  build: (plan: string, out: string, wishes: Wishes, lang: string) => [
    ...["--lang", lang, "build", plan, "--out", out],
    ...judged(wishes),
  ],
  check: (plan: string, wishes: Wishes, lang: string) => [
    ...["--lang", lang, "check", plan, "--format", "short"],
    ...judged(wishes),
  ],
  fix: (plan: string, lang: string) => ["--lang", lang, "check", plan, "--fix", "--format", "short"],
  graph: (plan: string, kind: Kind, wishes: Wishes, lang: string) => [
    ...["--lang", lang, "graph", plan, "--kind", kind, "--to", "svg", "--allow-errors"],
    ...(wishes.asOf && kind === "timeline" ? ["--as-of", wishes.asOf] : []),
  ],
  skeletons: () => ["new", "--list"],
  fresh: (folder: string, skeleton: string, lang: string, keywords: string) => [
    ...["--lang", lang, "new", folder, "--template", skeleton, "--keywords", keywords],
  ],
  explain: (code: string, lang: string) => ["--lang", lang, "explain", code],
};

/** A skeleton that `fangan new --list` names. */
export interface Skeleton {
  zh: string;
  en: string;
  about: string;
}

/** The skeletons of a list: a line each, its columns two blanks apart. */
export function skeletons(list: string): Skeleton[] {
  const found: Skeleton[] = [];
  for (const line of list.split(/\r?\n/)) {
    const columns = /^(\S+) {2,}([a-z][a-z-]*) {2,}(\S.*)$/.exec(line);
    if (columns) {
      found.push({ zh: columns[1]!, en: columns[2]!, about: columns[3]! });
    }
  }
  return found;
}

/** The address that `fangan serve` prints, once it is there. */
export function addressIn(printed: string): string | undefined {
  return /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/?[^\s]*/.exec(printed)?.[0];
}

/** What stands above a page in a panel: the panel and the window; a page has to allow both. */
const ABOVE = ["vscode-webview:", "vscode-file:"];

/** Whether a page that answers with this policy lets VS Code show it within its own window. */
export function mayBeFramed(policy: string | undefined): boolean {
  const ancestors = /(?:^|;)\s*frame-ancestors\s+([^;]*)/i.exec(policy ?? "")?.[1]?.split(/\s+/);
  return !ancestors || ancestors.includes("*") || ABOVE.every((above) => ancestors.includes(above));
}
