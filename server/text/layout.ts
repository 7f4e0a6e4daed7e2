/** How a value is to be set into a file. */
export interface Setting {
  /** The column at which lines that continue the value begin. */
  readonly indent: number;
  /** By how much a further level is indented; two columns where it is left out. */
  readonly step?: number;
  /** The file's line ending. */
  readonly ending: string;
  /** Inside braces or brackets, where a value stands on one line and cannot hold their signs. */
  readonly flow?: boolean;
}

/** The width to which prose is wrapped, indentation included. */
const WIDTH = 100;

/** A text of up to this many characters stays on the line of its key. */
const SHORT = 70;

/**
 * A text as the value of a key, without the space before it: plain where it can be read back so, in single quotation
 * marks where it cannot, and folded over several indented lines where it is long. Reading it back gives the text.
 */
export function valueText(text: string, setting: Setting): string {
  if (
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/.test(
      text,
    )
  )
    return doubleQuoted(text);
  if (setting.flow === true) return text.includes('\n') ? doubleQuoted(text) : quotedIfNeeded(text, true);
  const edges = text !== text.trim() || text === '';
  if (text.includes('\n')) return edges || /\n[ \n]|[ \t]\n/.test(text) ? doubleQuoted(text) : block(text, setting);
  if (text.length > SHORT && !edges && !text.includes('  ')) return block(text, setting);
  return quotedIfNeeded(text, false);
}

/** True where the text can stand without quotation marks on one line and be read back unchanged. */
export function isPlain(text: string, flow = false): boolean {
  return (
    text !== '' &&
    text === text.trim() &&
    !/[\r\n\t]/.test(text) &&
    !/^[-?:,[\]{}#&*!|>'"%@`=]/.test(text) &&
    !text.startsWith('...') &&
    !/: |:$| #/.test(text) &&
    !(flow && /[,[\]{}]|:[,[\]{}]/.test(text))
  );
}

/** The text in single quotation marks, on one line. Line breaks would be folded: use only for a text without. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quotedIfNeeded(text: string, flow: boolean): string {
  return isPlain(text, flow) ? text : singleQuoted(text);
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `>-` and the text below it; an empty line stands for a line break. */
function block(text: string, { indent, ending }: Setting): string {
  const margin = ' '.repeat(indent);
  const paragraphs = text.split('\n').map((line) => wrap(line, Math.max(40, WIDTH - indent)));
  const lines = paragraphs.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
  return ['>-', ...lines.map((line) => (line === '' ? '' : margin + line))].join(ending);
}

/** Cuts a line at single spaces so that no part is longer than `width` where a space allows it. */
function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width && word !== '') {
      lines.push(current);
      current = word;
    } else current = current === '' && lines.length === 0 ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** The lines of `text`, all but the first moved so that what began at column `from` begins at column `to`. */
export function reindent(text: string, from: number, to: number, ending: string): string {
  const lines = text.split(/\r\n?|\n/);
  return lines
    .map((line, i) => {
      if (i === 0 || line.trim() === '') return i === 0 ? line : '';
      const own = line.length - line.trimStart().length;
      return ' '.repeat(Math.max(0, own - from + to)) + line.trimStart();
    })
    .join(ending);
}
