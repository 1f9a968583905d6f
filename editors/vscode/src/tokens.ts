/**
 * What the server's colours add to the grammar's. The grammar knows every form and colours it before the server runs; what
 * a name names only the plan tells. So of the server's tokens only names are kept: an owner that is declared differs from
 * one that nobody has declared.
 */

/** The types of tokens that are names, as the server has them. */
export const NAMES = ["class", "struct", "interface", "method", "variable", "property", "enum"] as const;

/**
 * The tokens of some types: five numbers each, the first two of them steps from the token before (line, and within a line
 * the character), the fourth the type.
 */
export function only(wanted: readonly string[], data: Uint32Array, types: readonly string[]): Uint32Array {
  const kept: number[] = [];
  let [line, character, keptLine, keptCharacter] = [0, 0, 0, 0];
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [down, across, length, type, marks] = data.subarray(at, at + 5) as unknown as [number, number, number, number, number];
    line += down;
    character = down === 0 ? character + across : across;
    if (wanted.includes(types[type] ?? "")) {
      kept.push(line - keptLine, line === keptLine ? character - keptCharacter : character, length, type, marks);
      [keptLine, keptCharacter] = [line, character];
    }
  }
  return Uint32Array.from(kept);
}
