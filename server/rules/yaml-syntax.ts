import { parse, type SyntaxProblem } from '../syntax/parse';
import { applyEdits, type Edit } from '../text/edit';
import { singleQuoted } from '../text/layout';
import type { Fix, FileSubject, Rule } from './rule';

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  severity: 'error',
  title: 'The file cannot be read here',
  *checkFile(subject) {
    for (const problem of subject.tree.problems)
      yield { span: problem.span, at: [], message: problem.message, fixes: () => mend(subject, problem) };
  },
};

function mend(subject: FileSubject, problem: SyntaxProblem): readonly Fix[] {
  switch (problem.mend) {
    case 'quote':
      return quote(subject, problem);
    case 'close':
      return close(subject, problem);
    case 'spaces':
      return useSpaces(subject);
    case undefined:
      return [];
  }
}

/** Closes a quotation mark at the end of its line. What was meant to stand in it may go on: so it is never done by itself. */
function close({ lines, tree }: FileSubject, { span }: SyntaxProblem): readonly Fix[] {
  const { end } = lines.lineSpan(lines.lineOf(span.start));
  const words = lines.text
    .slice(span.start, end)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  const at = span.start + words.length;
  const edits: readonly Edit[] = [{ span: { start: at, end: at }, newText: words.charAt(0) }];
  return fewerProblems(tree, edits)
    ? [{ title: 'Close the quotation mark at the end of the line', safe: false, preferred: true, edits }]
    : [];
}

/** Two spaces for each tab at the beginning of a line, in the whole file. */
function useSpaces({ lines, tree }: FileSubject): readonly Fix[] {
  const edits: readonly Edit[] = [...lines.text.matchAll(/(?<=^|[\r\n])[ ]*\t[ \t]*/g)].map(({ index, 0: tabs }) => ({
    span: { start: index, end: index + tabs.length },
    newText: tabs.replaceAll('\t', '  '),
  }));
  return fewerProblems(tree, edits)
    ? [{ title: 'Write spaces in the place of tabs', safe: true, preferred: true, edits }]
    : [];
}

function fewerProblems({ text, problems }: FileSubject['tree'], edits: readonly Edit[]): boolean {
  return parse(applyEdits(text, edits)).problems.length < problems.length;
}

/**
 * A sentence with a colon or a leading sign in it reads well once the whole of it is in quotation marks. Offered only
 * where that is so: what the text is broken by can also stand on another line.
 */
function quote({ lines, tree }: FileSubject, problem: SyntaxProblem): readonly Fix[] {
  const line = lines.lineSpan(lines.lineOf(problem.span.start));
  const words = lines.text.slice(line.start, line.end);
  const before = /^\s*(?:- +)*(?:[\w-]+: +)?/.exec(words)?.[0] ?? '';
  // A remark behind the text stays one.
  const value = words
    .slice(before.length)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  if (value === '' || /^[|>&*]/.test(value)) return [];
  const start = line.start + before.length;
  const bare = /^(["'])(.*?)\1/.test(value) ? value : value.replace(/^["']/, '');
  const edit = { span: { start, end: start + value.length }, newText: singleQuoted(bare) };
  if (!fewerProblems(tree, [edit])) return [];
  return [{ title: 'Put the whole text in quotation marks', safe: true, preferred: true, edits: [edit] }];
}
