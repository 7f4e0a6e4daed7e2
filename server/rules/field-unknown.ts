import { nearest } from '../text/near';
import type { Stray } from '../certificate/model';
import type { GroupNode } from '../syntax/nodes';
import { quoted } from './quoted';
import type { Fix, Rule } from './rule';

export const fieldUnknown: Rule = {
  id: 'field-unknown',
  severity: 'warning',
  title: 'A name that the certificate format does not have here',
  *check({ certificate, tree, lines }) {
    const unread = new Set(tree.problems.map((problem) => lines.lineOf(problem.span.start)));
    /** The names that each group could still have: a file of another kind can have thousands of strays in one. */
    const free = new Map<GroupNode, readonly string[]>();
    for (const stray of certificate.strays) {
      const { text, span } = stray.entry.key;
      // A line that cannot be read yet has its own finding; its first word may still grow.
      if (unread.has(lines.lineOf(span.start))) continue;
      const names = free.get(stray.group) ?? freeNames(stray);
      free.set(stray.group, names);
      const meant = nearest(text, names);
      const hint =
        meant === undefined
          ? `Known here are: ${stray.known.map(({ key }) => key).join(', ')}.`
          : `Did you mean "${meant}"?`;
      yield {
        span: span.start === span.end ? { start: span.start, end: span.start + 1 } : span,
        at: stray.at,
        message: `${quoted(text)} is no name that a certificate has here, so what stands under it was not checked. ${hint}`,
        fixes: () => rename(stray, meant),
      };
    }
  },
};

/** The fields that the format has there, without those that are given. */
function freeNames({ group, known }: Stray): readonly string[] {
  const given = new Set(group.entries.map(({ key }) => key.text));
  return known.map(({ key }) => key).filter((key) => !given.has(key));
}

function rename(stray: Stray, meant: string | undefined): readonly Fix[] {
  if (meant === undefined) return [];
  const edits = [{ span: stray.entry.key.span, newText: meant }];
  return [{ title: `Change to "${meant}"`, safe: true, preferred: true, edits }];
}
