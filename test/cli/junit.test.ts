import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../server/cli/formats/escape-xml';
import { junitReport } from '../../server/cli/formats/junit';
import type { Outcome } from '../../server/cli/outcome';
import { EXAMPLES, example } from '../support/examples';
import { readFixtures } from '../support/fixture';
import { outcomeOf } from '../support/outcome';

/** Reads XML as a viewer does; throws where it is none. */
const xml = (text: string) => new JSDOM(text, { contentType: 'text/xml' }).window.document.documentElement;

const FIGURES = ['tests', 'failures', 'errors', 'skipped'] as const;

/** The suites of the report, in which the figures have been counted again. */
function suitesOf(outcome: Outcome) {
  const root = xml(junitReport(outcome));
  const counted = (element: Element) => {
    const count = (name: string) => element.querySelectorAll(name).length;
    return [count('testcase'), count('failure'), count('error'), count('skipped')];
  };
  for (const element of [root, ...root.querySelectorAll('testsuite')])
    expect(FIGURES.map((name) => Number(element.getAttribute(name)))).toEqual(counted(element));
  return [...root.querySelectorAll('testsuite')].map((suite) => ({
    name: suite.getAttribute('name'),
    cases: [...suite.querySelectorAll('testcase')].map((element) => {
      const result = element.querySelector('failure, error, skipped');
      return {
        name: element.getAttribute('name'),
        result: result?.tagName ?? 'passed',
        message: result?.getAttribute('message') ?? '',
        details: result?.textContent ?? '',
        remarks: element.querySelector('system-out')?.textContent ?? '',
      };
    }),
  }));
}

const casesOf = (text: string) => suitesOf(outcomeOf({ 'a.euc.yaml': text }))[0]!.cases;
const RESULTS = { met: 'passed', 'not-met': 'failure', 'not-checked': 'error' };

describe('the report in JUnit’s XML', () => {
  it('has a suite for each file and a test for each certificate, which comes out as the verdict', () => {
    const texts = {
      ...Object.fromEntries(EXAMPLES),
      ...Object.fromEntries(readFixtures('rules').map(({ name, text }) => [name, text])),
    };
    const outcome = outcomeOf(texts);
    const suites = suitesOf(outcome);
    expect(suites.map(({ name }) => name)).toEqual(Object.keys(texts));
    outcome.files.forEach(({ analysis }, i) => {
      const { cases } = suites[i]!;
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
      const verdicts = analysis.certificates.map(({ verdict }) => RESULTS[verdict]);
      expect(cases.flatMap(({ result }) => (result === 'skipped' ? [] : [result]))).toEqual(
        verdicts.length === 0 ? [RESULTS[analysis.verdict]] : verdicts,
      );
    });
  });

  it('tells in the failure of all that stands in the way, and beside it of the rest', () => {
    const [first] = casesOf(
      example('good-by-parts').replace('country: IL', 'country: Israel').replace('type: private', 'type: TBD'),
    );
    expect(first).toMatchObject({ name: 'EUC-2026-0143', result: 'failure', message: 'Not met: 1 error, 0 warnings.' });
    expect(first?.details).toMatch(/^a\.euc\.yaml:\d+:\d+: error: "TBD" was left in place.* \[field-placeholder\] \S/m);
    expect(first?.details).not.toContain('[field-form]');
    expect(first?.remarks).toMatch(/^a\.euc\.yaml:\d+:\d+: hint: .* \[field-form\]/m);
  });

  it('shows what a reviewer has accepted as skipped, with the reason and the name', () => {
    const waiver = 'waivers:\n  - rule: field-placeholder\n    reason: Named on signing.\n    by: L. Cohenwood\n';
    const cases = casesOf(example('good-by-parts').replace('type: private', 'type: TBD') + waiver);
    expect(cases).toMatchObject([
      { name: 'EUC-2026-0143', result: 'passed' },
      {
        name: 'EUC-2026-0143: field-placeholder at intermediaries[0].type',
        result: 'skipped',
        message: 'Waived by L. Cohenwood: Named on signing.',
      },
    ]);
  });

  it('shows as an error what could not be judged or read, with the reason', () => {
    expect(casesOf('regime: nowhere\n')).toMatchObject([
      {
        name: 'Certificate 1, without a number',
        result: 'error',
        message: expect.stringMatching(/^Not checked: \S/) as string,
      },
    ]);
    const [suite] = suitesOf(outcomeOf({}, [{ path: 'b.euc.yaml', reason: 'it may not be read.' }]));
    expect(suite).toMatchObject({
      name: 'b.euc.yaml',
      cases: [{ name: 'b.euc.yaml', result: 'error', message: 'Not checked: it may not be read.' }],
    });
  });

  it('tells two certificates of one number apart', () => {
    const number = 'certificate:\n  number: A-1\n';
    expect(casesOf(`${number}---\n${number}`).map(({ name }) => name)).toEqual(['A-1', 'A-1 (2)']);
  });

  it('tells of a file that nothing could be made of', () => {
    const [first] = casesOf('['.repeat(100));
    expect(first).toMatchObject({
      name: 'a.euc.yaml',
      result: 'failure',
      details: expect.stringContaining('64 levels') as string,
    });
  });
});

it('any text can be written in XML, and comes back but for what XML cannot hold', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom('<', '&', '"', ']]>', '\u0000', '\u001b', '\ud83d', '🚢', '\r', '\n', '\t', '\uffff'),
    ),
  });
  fc.assert(
    fc.property(text, (words) => {
      const root = xml(`<a b="${escapeXml(words)}">${escapeXml(words)}</a>`);
      const held = Array.from(words, (sign) =>
        /^(?:[\t\n\r -\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])$/.test(sign) ? sign : '\ufffd',
      ).join('');
      expect(root.textContent).toBe(held);
      expect(root.getAttribute('b')?.replace(/ /g, '\n')).toBe(held.replace(/ /g, '\n'));
    }),
  );
});
