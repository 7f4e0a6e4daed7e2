import { afterEach, describe, expect, it } from 'vitest';
import { check, type Analysis } from '../../server/check';
import { checkAll } from '../../server/check-all';
import type { Finding } from '../../server/rules/finding';
import type { Fix } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import { grouped } from '../../server/text/group';
import { EXAMPLES, TODAY } from '../support/examples';
import { readFixtures } from '../support/fixture';

const texts = [
  ...readFixtures('rules')
    .filter(({ name }) => name.includes('.found'))
    .map(({ name, text }) => ({ name, text, own: name.split('.')[0] })),
  ...[...EXAMPLES].map(([name, text]) => ({ name, text, own: undefined })),
];

const ENDINGS = [
  ['line feeds', '\n'],
  ['carriage returns and line feeds', '\r\n'],
  ['carriage returns', '\r'],
] as const;

const analyse = (text: string): Analysis => checkAll([{ path: 'a.euc.yaml', text }], { today: TODAY })[0]!;

/** The analysis of a text after a fix: several findings can offer the same one, and it is looked at once. */
const analysed = new Map<string, Analysis>();
const analyseOnce = (text: string): Analysis => {
  const known = analysed.get(text) ?? analyse(text);
  analysed.set(text, known);
  return known;
};
afterEach(() => {
  analysed.clear();
});

/** What the finding is, wherever it stands: an edit moves what is below it. */
const identity = (text: string, { rule, message, path, certificate, span }: Finding) =>
  JSON.stringify([rule, message.replace(/line \d+/g, 'line'), path, certificate, text.slice(span.start, span.end)]);

const countOf = (analysis: Analysis, wanted: string) =>
  analysis.findings.filter((finding) => identity(analysis.tree.text, finding) === wanted).length;

/** The remarks of a text, as far as they can be seen; those in what the fix replaces may go with it. */
const remarks = (text: string) =>
  text.match(/(?<=^|\s)#.*$/gm)?.map((remark) => remark.replace(/\p{Cf}/gu, '').trim()) ?? [];

function faultsOf(before: Analysis, finding: Finding, fix: Fix): readonly string[] {
  const { text } = before.tree;
  const mended = applyEdits(text, fix.edits);
  const after = analyseOnce(mended);
  const faults: string[] = [];
  const wanted = identity(text, finding);
  if (mended === text) faults.push('changes nothing');
  if (after.tree.problems.length > before.tree.problems.length) faults.push('leaves what cannot be read');
  if (after.tree.documents.length !== before.tree.documents.length) faults.push('changes the number of certificates');
  if (countOf(after, wanted) >= countOf(before, wanted)) faults.push('leaves the finding');
  const replaced = fix.edits.flatMap(({ span }) => remarks(text.slice(span.start, span.end)));
  const lost = remarks(text).filter((remark) => !remarks(mended).includes(remark) && !replaced.includes(remark));
  if (lost.length > 0) faults.push(`loses ${JSON.stringify(lost)}`);
  if (new Set(mended.match(/\r\n?|\n/g)).size > 1) faults.push('mixes line endings');
  return faults;
}

/**
 * The fixes that are tried in one of the rounds, each of which has the whole file checked anew. Of the rule that a fixture
 * is about all of them are tried in one round, and one of each kind, as "insert the clause …", in the others; of an example
 * all of them in one. What else a fixture is found to lack is tried once of each kind, and not the same one in every fixture.
 */
function triedOf(findings: readonly Finding[], own: string | undefined, round: number) {
  const all = findings.flatMap((finding) => (finding.fixes?.() ?? []).map((fix) => ({ finding, fix })));
  const turn = round % ENDINGS.length;
  if (own === undefined) return all.filter((_, nth) => nth % ENDINGS.length === turn);
  const kinds = grouped(all, ({ finding, fix }) => `${finding.rule} ${fix.title.replace(/"[^"]*"|\d+/g, '')}`);
  return [...kinds.values()].flatMap((kind, nth) => {
    const one = kind.slice(round % kind.length, (round % kind.length) + 1);
    if (kind[0]?.finding.rule === own) return turn === 0 ? kind : one;
    return nth % ENDINGS.length === turn ? one : [];
  });
}

describe.each(texts.map((each, i) => ({ ...each, i })))('every fix in $name', ({ text, own, i }) => {
  it.each(ENDINGS.map(([name, ending], which) => [name, ending, which] as const))(
    'mends its finding, leaves the rest readable and keeps remarks and line endings: %s',
    (_, ending, which) => {
      const before = analyse(text.replaceAll('\n', ending));
      const faults = triedOf(before.findings, own, i + which).flatMap(({ finding, fix }) => {
        const found = faultsOf(before, finding, fix);
        return found.length === 0 ? [] : [{ rule: finding.rule, title: fix.title, path: finding.path, found }];
      });
      expect(faults).toEqual([]);
    },
  );
});

const unescaped = (snippet: string) => snippet.replace(/\\([\\$},|])/g, '$1');

/** A snippet with a gap in the place of each tab stop. */
const withGaps = (snippet: string) => unescaped(snippet.replace(/\$\{\d+[:|](?:\\.|[^\\}])*\}/g, '<>'));

/** A snippet in which the first is chosen wherever there is a choice. */
const withFirstChoice = (snippet: string) =>
  withGaps(snippet.replace(/\$\{\d+\|((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}/g, '$1'));

/** A snippet in which every tab stop is left as it is offered. */
const withOffered = (snippet: string) => withFirstChoice(snippet.replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1'));

it('a fix with tab stops makes the same change', () => {
  let seen = 0;
  for (const { text } of texts)
    for (const finding of analyse(text).findings)
      for (const { edits, snippet } of finding.fixes?.() ?? []) {
        if (!snippet) continue;
        seen++;
        // A tab stop stands where the plain text has a gap, or nothing at all, the first of what there is to choose, or what is offered.
        const gaps = (words: string) => words.replace(/<[^<>\n]*>/g, '');
        const ways = [withGaps, withFirstChoice, withOffered].map((fill) =>
          gaps(applyEdits(text, [{ span: snippet.span, newText: fill(snippet.newText) }])),
        );
        expect(ways).toContain(gaps(applyEdits(text, edits)));
      }
  expect(seen).toBeGreaterThan(0);
});

it('no finding offers the same title twice for different changes', () => {
  for (const { text } of texts)
    for (const finding of check(text, { today: TODAY }).findings) {
      const titles = (finding.fixes?.() ?? []).map(({ title }) => title);
      expect(titles).toEqual([...new Set(titles)]);
    }
});
