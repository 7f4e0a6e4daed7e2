import { readWords } from '../purposes/reader';
import type { PurposeDefect } from '../purposes/reading';
import type { PurposeList } from '../regimes/types';
import { locate } from '../syntax/characters';
import type { Span } from '../text/span';
import type { TextNode } from '../syntax/nodes';
import type { Lines } from '../text/lines';
import type { Fix, Subject } from './rule';

/** What mends a purpose in words. Each changes what the signatory declares, so none is safe. */
export function purposeFixes({ regime, lines }: Subject, defect: PurposeDefect): readonly Fix[] {
  const list = regime?.purposes;
  const { statement, within, rule } = defect;
  if (!list || !statement || !within || rule === 'purpose-not-assessed') return [];
  const fixes: Fix[] = [];
  const offer = (title: string, change: { span: Span; newText: string; snippet?: string }) => {
    const after = statement.text.slice(0, change.span.start) + change.newText + statement.text.slice(change.span.end);
    if (!mends(after, defect, list)) return;
    const span = locate(statement.node, change.span);
    fixes.push({
      title,
      safe: false,
      preferred: fixes.length === 0,
      edits: [{ span, newText: change.newText }],
      ...(change.snippet !== undefined && { snippet: { span, newText: change.snippet } }),
    });
  };
  if (defect.hint) {
    if (defect.better !== undefined) offer(`Say "${defect.better}"`, { span: within, newText: defect.better });
    return fixes;
  }
  const end = { start: within.end, end: within.end };
  if (rule === 'purpose-incomplete') {
    const aims = list.objects.find((object) => object.aims)?.aims ?? [];
    const [first] = aims;
    if (first && defect.lacks !== 'sentence' && defect.lacks !== 'qualifier')
      offer('Add an aim of the regime', {
        span: end,
        newText: ` with the aim of ${first.words}`,
        snippet: ` with the aim of \${1|${aims.map(({ words }) => choice(words)).join(',')}|}`,
      });
    if (defect.lacks === 'qualifier')
      offer('Add the danger to human life', { span: end, newText: ' likely to endanger human life' });
    const years = list.objects.find(({ threshold }) => threshold)?.threshold?.years;
    if (years !== undefined && defect.lacks !== 'qualifier')
      offer('Add the provision and the maximum', {
        span: end,
        newText: ` (<provision>, up to ${String(years)} years' imprisonment)`,
        snippet: ` (\${1:<provision>}, up to \${2:${String(years)}} years' imprisonment)`,
      });
  }
  const gap = withJoint(statement.text, within);
  const offered = fixes.length;
  if (gap) offer(`Strike "${shorten(statement.text.slice(within.start, within.end))}"`, { span: gap, newText: '' });
  const entry = fixes.length > offered ? undefined : entryOf(statement.node, lines);
  if (entry) fixes.push({ title: 'Take this purpose out', safe: false, edits: [{ span: entry, newText: '' }] });
  return fixes;
}

/** The lines of an entry, dash and all, where the list has others and has them one below the other. */
function entryOf({ parent, span, source }: TextNode, lines: Lines): Span | undefined {
  if (parent?.kind !== 'list' || parent.flow || parent.items.length < 2) return undefined;
  const { start } = lines.lineSpan(lines.lineOf(span.start));
  if (!/^[ \t]*-\s/.test(source.slice(start, span.start))) return undefined;
  return { start, end: lines.lineSpan(lines.lineOf(span.end) + 1).start };
}

/** True where the statement that a fix leaves has one finding less, and still says something. */
function mends(text: string, { rule, hint, within, statement }: PurposeDefect, list: PurposeList): boolean {
  if (list.vocabulary === undefined || !within || !statement || text.trim() === '') return false;
  if (hint) return true;
  const years = list.objects.find(({ threshold }) => threshold)?.threshold?.years ?? 0;
  const [before, after] = [statement.text, text].map((each) => readWords(each, list.vocabulary ?? '', years * 12));
  return (
    before !== undefined &&
    after !== undefined &&
    after.flaws.length < before.flaws.length &&
    !after.flaws.some((flaw) => flaw.rule === rule && flaw.span.start <= within.end)
  );
}

/** Words with what joins them to the rest: ", and …", or "… and"; undefined where nothing would be left. */
function withJoint(text: string, { start, end }: Span): Span | undefined {
  const before = /(?:\s*[,;–—]\s*|\s+)(?:(?:and|or|as well as|plus|including)(?:\s+(?:for|of|to|the))*\s+)?$/i.exec(
    text.slice(0, start),
  );
  const from = before ? start - before[0].length : start;
  if (/\p{L}{3}/u.test(text.slice(0, from))) return { start: from, end };
  const after = /^\s*(?:[,;–—]\s*)?(?:(?:and|or|as well as)\s+)?/i.exec(text.slice(end));
  const to = end + (after?.[0].length ?? 0);
  return /\p{L}{3}/u.test(text.slice(to)) ? { start, end: to } : undefined;
}

function choice(words: string): string {
  return words.replace(/[\\,|$}]/g, '\\$&');
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 37)}…`;
}
