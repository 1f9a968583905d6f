/** Runs the program once and gives what it printed. */
import { spawn } from "node:child_process";

export interface Ran {
  /** 0 all well, 1 findings at error level, 2 could not run; -1 if it was not even begun. */
  code: number;
  out: string;
  err: string;
}

/** Runs `program` in `folder`. Never fails: what went wrong is in `err`. */
export function run(program: string, args: readonly string[], folder?: string): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    const text = (pieces: Buffer[]) => Buffer.concat(pieces).toString("utf8");
    child.on("error", (why) => done({ code: -1, out: text(out), err: String(why.message) }));
    child.on("close", (code) => done({ code: code ?? -1, out: text(out), err: text(err) }));
  });
}
