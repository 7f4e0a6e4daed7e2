import type { Analysis } from '../check';
import { findingsAbout } from '../findings-about';
import type { Finding } from '../rules/finding';
import { touches, type Span } from '../text/span';
import { paperMarkup, rowsOf, type Margin, type Note, type Row } from './html-body';
import { layOut } from './lay-out';
import type { Paper } from './paper';
import { printable } from './printable';

/** A preview of a file: its certificates as papers, with the findings beside them, as HTML for the body of a page. */
export function preview(analysis: Analysis, fingerprint: string): string {
  const papers = layOut(analysis, fingerprint);
  return papers
    .map((paper, i) => paperMarkup(paper, marginOf(paper, findingsAbout(analysis, i), analysis)).toString())
    .join('\n');
}

const LABELS = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' } as const;

function noteOf({ severity, message, span, waived }: Finding): Note {
  return {
    severity: waived ? 'information' : severity,
    label: waived ? `${LABELS[severity]}, waived` : LABELS[severity],
    message: printable(message),
    span,
  };
}

function marginOf(paper: Paper, findings: readonly Finding[], { lines }: Analysis): Margin {
  const rows = rowsOf(paper);
  const notes = new Map<string, Note[]>();
  for (const finding of findings) {
    const row = rowFor(rows, finding.path);
    const key = keyOf(row);
    notes.set(key, [...(notes.get(key) ?? []), noteOf(finding)]);
  }
  const place = (offset: number) => {
    const { line, character } = lines.place(offset);
    return `${line}:${character}`;
  };
  return {
    place: ({ start, end }) => ({ 'data-from': place(start), 'data-to': place(end) }),
    // Two rows can show the same place: a section without entries, and the gap in it. The first has the notes.
    take: (row) => {
      const own = notes.get(keyOf(row)) ?? [];
      notes.delete(keyOf(row));
      return own;
    },
    concerns: (span) => worstAt(findings, span),
  };
}

/** The row that shows the most of the way to a path; the first row where none does. */
function rowFor(rows: readonly Row[], path: string): Row {
  const reach = ({ shows }: Row) =>
    Math.max(-1, ...shows.filter((shown) => leadsTo(shown, path)).map((shown) => shown.length));
  return rows.reduce((best, row) => (reach(row) > reach(best) ? row : best), rows[0] ?? { shows: [''] });
}

function leadsTo(shown: string, path: string): boolean {
  return shown === '' || path === shown || (path.startsWith(shown) && /[.[]/.test(path.charAt(shown.length)));
}

function keyOf({ shows }: Row): string {
  return shows.join(' ');
}

/** The gravest finding that touches a span and stops the certificate, or is worth a look. */
function worstAt(findings: readonly Finding[], span: Span): Note['severity'] | undefined {
  const found = findings.filter((finding) => !finding.waived && touches(finding.span, span));
  return (['error', 'warning', 'information', 'hint'] as const).find((severity) =>
    found.some((finding) => finding.severity === severity),
  );
}
