/** As much of a text as a message can hold. */
const LONGEST = 80;

/** The words of a text in quotation marks, on one line and cut short where they are long, for a message. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length <= LONGEST
    ? `"${line}"`
    : `"${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…"`;
}
