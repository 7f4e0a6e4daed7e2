/** A text with the place of the cursor in it, written `|`. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error(`one cursor, please: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
