import type { ErrorCode } from 'yaml';

/** What to say of a place that the parser could not read: what is wrong, and what to do. */
export function plainWords(code: ErrorCode, message: string): string {
  switch (code) {
    case 'MISSING_CHAR':
      return missing(message);
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This line has no colon, so it runs on into the next one. Write it as "name: value", or remove it.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A second ": " stands on this line, so the text cannot be read. Put the whole text in quotation marks.';
    case 'TAB_AS_INDENT':
      return 'A tab stands at the beginning of this line. Use spaces.';
    case 'BAD_INDENT':
      return 'This line is indented differently from its neighbours, or a bracket above it is not closed. Move it into line, or close the bracket.';
    case 'BAD_SCALAR_START':
      return 'A text cannot begin with this character. Put the whole text in quotation marks.';
    case 'BAD_DQ_ESCAPE':
      return 'A backslash in double quotation marks has a special meaning. Use single quotation marks around the text.';
    case 'DUPLICATE_KEY':
      return 'This name is given twice. Keep one.';
    case 'BAD_DIRECTIVE':
      return 'A line cannot begin with "%". Put the text in quotation marks, or remove the line.';
    case 'MULTIPLE_DOCS':
    case 'MULTIPLE_TAGS':
    case 'MULTIPLE_ANCHORS':
      return 'More stands here than one value. Keep one.';
    case 'KEY_OVER_1024_CHARS':
      return 'A colon stands so far from the beginning of its line that it cannot be read. Put the whole text in quotation marks.';
    case 'UNEXPECTED_TOKEN':
      return message.includes('flow')
        ? 'Between brackets a value is missing, or a comma or a bracket is out of place. Remove or complete it.'
        : 'Something stands here that does not belong to the text before it. If it is part of the text, put the whole text in quotation marks.';
    default:
      return 'This cannot be read. If it is part of a text, put the whole text in quotation marks.';
  }
}

/** What is missing is told by the library's own words alone. */
function missing(message: string): string {
  if (message.includes('closing')) return 'A quotation mark is opened here and never closed. Close it, or remove it.';
  if (message.includes('must end with')) return 'A bracket is opened above and never closed. Close it.';
  if (message.includes('- indicator'))
    return 'This line is not in line with the one above. Move it so that it begins in the same column.';
  if (message.includes('Missing ,')) return 'A comma is missing between two values in brackets. Add it.';
  if (message.includes('space after :')) return 'A space is missing after the colon. Add it.';
  if (message.includes('Comments'))
    return 'A space is missing before "#". Add it if a remark begins here; if not, put the whole text in quotation marks.';
  if (message.includes('white space')) return 'A space is missing after this. Add it.';
  if (message.includes('same line')) return 'The text begins on the line of "---". Begin it on a line of its own.';
  if (message.includes('directives-end'))
    return 'A line above begins with "%", which has a meaning of its own. Put its text in quotation marks, or remove the line.';
  if (message.includes('empty lines'))
    return 'The empty lines above this one hold more spaces than it begins with. Remove their spaces.';
  return 'A colon and a space are missing after this word. Write it as "name: value".';
}
