import type { Analysis } from '../check';
import type { Evidence, Role } from '../purposes/evidence';
import type { PurposeReading } from '../purposes/reading';
import type { PurposeList } from '../regimes/types';
import { groupValue, textValue, type WriteValue } from '../syntax/insert';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import { touches, type Span } from '../text/span';

/** A change of form that was asked for, where nothing is wrong. */
export interface Rewriting {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * States the purpose in words at `span` by its parts as well, where all of it was recognised and the parts say no less:
 * acts with an aim, or one offence with its sentence. The sentence stays as it was, under "statement". Undefined where
 * there is no such purpose.
 */
export function purposeByParts({ certificates, lines }: Analysis, span: Span): Rewriting | undefined {
  for (const {
    regime,
    subject: { purposes },
  } of certificates) {
    const list = regime?.purposes;
    const reading = purposes.find(
      ({ purpose }) => purpose.kind === 'stated' && touches(purpose.statement.node.span, span),
    );
    const edit = list && reading && rewrite(reading, list, lines);
    if (edit) return { title: 'State this purpose by its parts, and keep the sentence', edits: [edit] };
  }
  return undefined;
}

function rewrite({ purpose, defects, evidence }: PurposeReading, list: PurposeList, lines: Lines): Edit | undefined {
  if (purpose.kind !== 'stated' || defects.some(({ hint }) => hint !== true)) return undefined;
  const { node, text } = purpose.statement;
  const parts = partsOf(evidence, list);
  if (!parts || node.parent?.kind !== 'list' || node.parent.flow) return undefined;
  // A remark behind the sentence would become a part of it where the sentence has to go over several lines.
  const rest = lines.text.slice(node.span.end, lines.lineSpan(lines.lineOf(node.span.end)).end);
  const isBlock = node.style === 'folded' || node.style === 'literal';
  if (
    rest.trim() !== '' ||
    (isBlock && lines.text.slice(node.span.start, lines.firstLineOf(node.span).end).includes('#'))
  )
    return undefined;
  const dash = lines.text.lastIndexOf('-', node.span.start);
  const write = groupValue([...parts, ['statement', textValue(text)]]);
  const indent = lines.place(dash).character + 2;
  return {
    span: { start: dash + 2, end: node.span.end },
    newText: write({ indent, ending: lines.ending }).trimStart(),
  };
}

/** The parts that the words of a statement were read as; undefined where parts would say less than the words. */
function partsOf(evidence: readonly Evidence[], list: PurposeList): readonly [string, WriteValue][] | undefined {
  const of = (...roles: readonly Role[]) => evidence.filter(({ role }) => roles.includes(role));
  const uses = idsOf(of('use', 'near-use'), list.uses);
  const terror = list.objects.find(({ acts, aims }) => acts && aims);
  const crime = list.objects.find(({ threshold }) => threshold);
  const acts = of('act');
  const aims = of('aim');
  const offences = of('offence');
  const sentences = of('sentence');
  if (uses.length === 0 || of('term', 'class').length > 0) return undefined;
  if (terror && acts.length > 0 && aims.length > 0 && offences.length === 0 && sentences.length === 0) {
    const [actIds, aimIds] = [idsOf(acts, terror.acts ?? []), idsOf(aims, terror.aims ?? [])];
    if (actIds.length === 0 || aimIds.length === 0) return undefined;
    return [
      ['against', textValue(terror.id)],
      ['use', several(uses)],
      ['act', several(actIds)],
      ['aim', several(aimIds)],
    ];
  }
  const [offence] = offences;
  const [sentence] = sentences;
  if (!crime || !offence || !sentence || offences.length + sentences.length > 2 || acts.length + aims.length > 0)
    return undefined;
  const provisions = of('provision').map(({ words }) => words);
  return [
    ['against', textValue(crime.id)],
    ['use', several(uses)],
    ['offence', textValue(offence.words)],
    ...(provisions.length > 0 ? [['provision', textValue(provisions.join(', '))] as [string, WriteValue]] : []),
    ['maximum-sentence', textValue(termOf(sentence.id ?? ''))],
  ];
}

/** The ids that a list has, each once. */
function idsOf(evidence: readonly Evidence[], listed: readonly { readonly id: string }[]): readonly string[] {
  const ids = evidence.flatMap(({ id }) => (listed.some((each) => each.id === id) && id !== undefined ? [id] : []));
  return [...new Set(ids)];
}

function several(ids: readonly string[]): WriteValue {
  return ids.length === 1 ? textValue(ids[0] ?? '') : () => ` [${ids.join(', ')}]`;
}

/** "120 months" in years, where it is whole years. */
function termOf(id: string): string {
  const months = Number(/^(\d+) months$/.exec(id)?.[1] ?? NaN);
  return months % 12 === 0 ? `${String(months / 12)} years` : id;
}
