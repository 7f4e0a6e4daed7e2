import { parse, type SyntaxProblem } from '../syntax/parse';
import { applyEdits } from '../text/edit';
import { singleQuoted } from '../text/layout';
import type { Fix, FileSubject, Rule } from './rule';

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  severity: 'error',
  title: 'The file cannot be read here',
  *checkFile(subject) {
    for (const problem of subject.tree.problems)
      yield { span: problem.span, at: [], message: problem.message, fixes: () => quote(subject, problem) };
  },
};

/**
 * A sentence with a colon or a leading sign in it reads well once the whole of it is in quotation marks. Offered only
 * where that is so: what the text is broken by can also stand on another line.
 */
function quote({ lines, tree }: FileSubject, problem: SyntaxProblem): readonly Fix[] {
  if (!problem.quotable) return [];
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
  if (parse(applyEdits(lines.text, [edit])).problems.length >= tree.problems.length) return [];
  return [{ title: 'Put the whole text in quotation marks', safe: true, preferred: true, edits: [edit] }];
}
