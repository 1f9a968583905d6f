/** Every name that this extension shares with VS Code, with `package.json` and with the program: each stands here alone. */

/** The language and its files. */
export const LANGUAGE = "fangan";

/** The name of all settings. */
export const SECTION = "fangan";

/** The walkthrough that tells how the program is installed. */
export const WALKTHROUGH = "fangan.fangan#start";

/** Commands in the palette. */
export const command = {
  menu: "fangan.menu",
  preview: "fangan.preview",
  graph: "fangan.graph",
  build: "fangan.build",
  check: "fangan.check",
  fresh: "fangan.new",
  fixAll: "fangan.fixAll",
  explain: "fangan.explain",
  restart: "fangan.restart",
  log: "fangan.log",
  install: "fangan.install",
} as const;

/** Commands that the language server puts on its code lenses and actions; the client carries them out. */
export const lens = {
  /** The place, then the places that refer to it: `[uri, position, location[]]`. */
  references: "fangan.showReferences",
  /** A file and a range in it: `[location]`. */
  goTo: "fangan.goTo",
} as const;

/** What `fangan graph --kind` draws. */
export const KINDS = ["dependency", "responsibility", "alignment", "timeline"] as const;
export type Kind = (typeof KINDS)[number];
