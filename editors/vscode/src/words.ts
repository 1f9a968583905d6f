/** Words for people, in both languages side by side. */

export type Tongue = "zh" | "en";

let tongue: Tongue = "en";

/** The language of a locale such as `zh-cn`: Chinese or, for all others, English. */
export function tongueOf(locale: string): Tongue {
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Settles which of the two is said from now on. */
export function speak(wanted: Tongue): void {
  tongue = wanted;
}

/** The words in the language of the editor. */
export function say(zh: string, en: string): string {
  return tongue === "zh" ? zh : en;
}
