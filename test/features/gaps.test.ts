import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { checklists } from '../../server/features/checklist';
import { fillGap, gaps } from '../../server/features/gaps';
import { certificateTemplate } from '../../server/features/template';
import { builtIn } from '../../server/regimes/catalogue';
import { applyEdits } from '../../server/text/edit';
import { EXAMPLES, TODAY, example } from '../support/examples';

const analysed = (text: string) => check(text, { today: TODAY });
const regime = builtIn.find('il-cyber-2021')!;

/** Answers every gap in turn, as a patient user does: with the first choice, or with the example. */
function answered(text: string): { readonly text: string; readonly asked: readonly string[] } {
  const asked: string[] = [];
  let current = text;
  for (let round = 0; round < 100; round++) {
    const analysis = analysed(current);
    const [gap] = gaps(analysis);
    if (!gap) break;
    asked.push(gap.path);
    const answer = gap.choices[0]?.text ?? gap.example;
    const next = applyEdits(current, fillGap(analysis, gap.certificate, gap.path, answer));
    expect(next, `the answer to ${gap.path} is written`).not.toBe(current);
    current = next;
  }
  return { text: current, asked };
}

describe('Gaps', () => {
  it.each([
    ['an empty file with a regime', 'regime: il-cyber-2021\n'],
    ['a half-written one', 'regime: il-cyber-2021\n\nitems:\n  - description: A system\n\nsignature:\n  name:\n'],
    ['a new one in its minimal shape', certificateTemplate(regime, '\n', 'minimal').plain],
    ['a new one in words', certificateTemplate(regime, '\n', 'in-words').plain],
  ])('lead from %s to a certificate in which nothing is missing', (_, text) => {
    const { text: filled } = answered(text);
    const { findings, certificates } = analysed(filled);
    expect(findings.filter(({ rule }) => /missing|placeholder|yaml/.test(rule)).map(({ message }) => message)).toEqual(
      [],
    );
    expect(checklists(analysed(filled))[0]?.sections.every(({ complete }) => complete)).toBe(true);
    expect(certificates).toHaveLength(1);
  });

  it('ask in the order of the format, with a question and an example', () => {
    const { asked } = answered('regime: il-cyber-2021\n');
    expect(asked.slice(0, 3)).toEqual(['certificate.number', 'certificate.issued', 'exporter.name']);
    const [gap] = gaps(analysed('regime: il-cyber-2021\n'));
    expect(gap).toMatchObject({ question: 'What is the number of the certificate?', example: 'EUC-2026-0142' });
  });

  it('are none in a certificate that is met', () => {
    expect(gaps(analysed(example('good-by-parts')))).toEqual([]);
    expect(gaps(analysed(example('good-in-words')))).toEqual([]);
  });
});

describe('A checklist', () => {
  it('says of each part how it stands', () => {
    const text = example('good-in-words')
      .replace('6 years or more', '5 years or more')
      .replace(/^ {2}issued: .*\n/m, '');
    const parts = checklists(analysed(text))[0]?.sections.flatMap((section) => section.parts) ?? [];
    const state = (label: string) => parts.find((part) => part.label === label)?.state;
    expect(state('Number of the certificate')).toBe('present');
    expect(state('Date of issue')).toBe('missing');
    expect(state('Definition of Serious Crime')).toBe('altered');
  });

  it('takes what is still to be replaced for missing, so that a new certificate is not complete', () => {
    const { sections } = checklists(analysed(certificateTemplate(regime, '\n').plain))[0]!;
    expect(sections.filter(({ complete }) => complete).map(({ label }) => label)).toEqual(['Purposes', 'Clauses']);
  });

  it('agrees with the check on every example: what is missing there is missing here', () => {
    for (const [name, text] of EXAMPLES) {
      const analysis = analysed(text);
      const missing = checklists(analysis).flatMap(({ sections }) =>
        sections.flatMap(({ parts }) => parts.filter(({ state }) => state === 'missing')),
      );
      if (analysis.verdict === 'met') expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });
});

describe('A template', () => {
  it('by parts has a purpose for each kind of object, which the check can read', () => {
    const { plain, snippet } = certificateTemplate(regime, '\n', 'by-parts');
    expect(plain).toMatch(/purposes:\n {2}- against: terrorist-act\n {4}use: prevention\n {4}act: attack-on-life\n/);
    expect(snippet).toContain('use: ${');
    expect(analysed(plain).findings.filter(({ rule }) => /yaml|unknown/.test(rule))).toEqual([]);
  });
});
