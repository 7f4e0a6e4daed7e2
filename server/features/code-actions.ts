import type { Analysis } from '../check';
import type { Finding } from '../rules/finding';
import type { Fix } from '../rules/rule';
import { touches, type Span } from '../text/span';

/** A fix with the finding that it mends. */
export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The fixes of all findings that touch the span, the preferred ones of each finding first; the same one only once. */
export function fixesAt({ findings }: Analysis, span: Span): readonly OfferedFix[] {
  const offered: OfferedFix[] = [];
  const titles = new Set<string>();
  for (const finding of findings) {
    if (!touches(finding.span, span)) continue;
    for (const fix of finding.fixes?.() ?? []) {
      const key = JSON.stringify([fix.title, fix.edits]);
      if (titles.has(key)) continue;
      titles.add(key);
      offered.push({ finding, fix });
    }
  }
  return offered.sort((a, b) => Number(b.fix.preferred ?? false) - Number(a.fix.preferred ?? false));
}
