import { nearest } from '../text/near';
import type { Stray } from '../certificate/model';
import type { Fix, Rule } from './rule';

export const fieldUnknown: Rule = {
  id: 'field-unknown',
  severity: 'warning',
  title: 'A name that the certificate format does not have here',
  *check({ certificate, tree, lines }) {
    const unread = new Set(tree.problems.map((problem) => lines.lineOf(problem.span.start)));
    for (const stray of certificate.strays) {
      const { text, span } = stray.entry.key;
      // A line that cannot be read yet has its own finding; its first word may still grow.
      if (unread.has(lines.lineOf(span.start))) continue;
      const meant = meantBy(stray);
      const hint =
        meant === undefined
          ? `Known here are: ${stray.known.map(({ key }) => key).join(', ')}.`
          : `Did you mean "${meant}"?`;
      yield {
        span: span.start === span.end ? { start: span.start, end: span.start + 1 } : span,
        at: stray.at,
        message: `"${text}" is no name that a certificate has here, so what stands under it was not checked. ${hint}`,
        fixes: () => rename(stray),
      };
    }
  },
};

/** The field that was most likely meant, of those not given yet. */
function meantBy({ entry, group, known }: Stray): string | undefined {
  const given = new Set(group.entries.map(({ key }) => key.text));
  return nearest(
    entry.key.text,
    known.map(({ key }) => key).filter((key) => !given.has(key)),
  );
}

function rename(stray: Stray): readonly Fix[] {
  const meant = meantBy(stray);
  if (meant === undefined) return [];
  const edits = [{ span: stray.entry.key.span, newText: meant }];
  return [{ title: `Change to "${meant}"`, safe: true, preferred: true, edits }];
}
