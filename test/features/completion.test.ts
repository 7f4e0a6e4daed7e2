import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { completionsAt } from '../../server/features/completion';
import type { Completion } from '../../server/features/completion-list';
import { builtIn } from '../../server/regimes/catalogue';
import { applyEdits } from '../../server/text/edit';
import { EXAMPLES, TODAY } from '../support/examples';
import { atCursor } from '../support/marked';

const regime = builtIn.find('il-cyber-2021')!;

function offered(marked: string): readonly Completion[] {
  const { text, offset } = atCursor(marked);
  return completionsAt(text, offset, builtIn, TODAY);
}
const labels = (marked: string) => offered(marked).map(({ label }) => label);

/** The text after one of the completions was chosen in an editor without tab stops. */
function chosen(marked: string, label: string): string {
  const completion = offered(marked).find((each) => each.label === label);
  if (!completion) throw new Error(`"${label}" is not offered: ${labels(marked).join(', ')}`);
  return applyEdits(atCursor(marked).text, [{ span: completion.span, newText: completion.insert.plain }]);
}

describe('keys', () => {
  it('that are still missing are offered in canonical order', () => {
    expect(labels('certificate:\n  issued: 2026-11-20\n  |\n')).toEqual([
      'number',
      'expires',
      'application',
      'contract',
    ]);
    expect(labels('end-user:\n  type: government\n  |')).toEqual(['name', 'address', 'country', 'contact']);
  });

  it.each([
    ['certificate:\n  num|\n', 'number', 'certificate:\n  number: <number of the certificate>\n'],
    ['certificate:\n  num|: 1\n', 'number', 'certificate:\n  number: 1\n'],
    ['regime: x\nclau|\n', 'clauses', 'regime: x\nclauses:\n  \n'],
    ['items:\r\n  - description: A\r\n    quan|\r\n', 'quantity', 'items:\r\n  - description: A\r\n    quantity: \r\n'],
    ['exporter: {name: A, |}\n', 'country', 'exporter: {name: A, country: }\n'],
    ['{regime: x, |}', 'end-user', '{regime: x, end-user: {}}'],
  ])('in %j gives its text', (marked, label, text) => {
    expect(chosen(marked, label).replace(/<[^>]*number[^>]*>/, '<number of the certificate>')).toBe(text);
  });
});

describe('values', () => {
  const head = `regime: ${regime.id}\n`;
  it.each([
    ['regime: |\n', regime.id, `regime: ${regime.id}\n`],
    ['end-user:\n  country: D|\n', 'DE', 'end-user:\n  country: DE\n'],
    ['end-user:\n  type: |\n', 'government', 'end-user:\n  type: government\n'],
    ['signature:\n  date: |\n', '2026-11-20', 'signature:\n  date: 2026-11-20\n'],
    [`${head}purposes:\n  - act: kid|\n`, 'kidnapping', `${head}purposes:\n  - act: kidnapping\n`],
    [
      `${head}purposes:\n  - use: [prevention, |\n`,
      'investigation',
      `${head}purposes:\n  - use: [prevention, investigation\n`,
    ],
    ['waivers:\n  - rule: date|\n', 'date-order', 'waivers:\n  - rule: date-order\n'],
  ])('in %j gives its text', (marked, label, text) => {
    expect(chosen(marked, label)).toBe(text);
  });

  it('that a list has already are not offered for it again', () => {
    expect(labels(`${head}purposes:\n  - act: [threat, |]\n`)).not.toContain('threat');
    expect(labels(`${head}purposes:\n  - act:\n      - threat\n      - |\n`)).not.toContain('threat');
  });

  it('of the regime come with its words', () => {
    const act = offered(`${head}purposes:\n  - act: |\n`).find(({ label }) => label === 'kidnapping');
    expect(act?.documentation).toContain('kidnapping or hostage\\-taking');
  });
});

describe('a list', () => {
  const head = `regime: ${regime.id}\n`;
  it.each([
    ['purposes:\n  |\n', 'purpose in words', 'purposes:\n  - Prevention and investigation of Terrorist Acts.\n'],
    [
      'purposes:\n  - Prevention of Terrorist Acts.\n  |\n',
      'purpose by parts: terrorist-act',
      'purposes:\n  - Prevention of Terrorist Acts.\n  - against: terrorist-act\n    use: prevention\n    act: attack-on-life\n    aim: intimidate-population\n',
    ],
    ['items:\n  |\n', 'value', 'items:\n  - value: \n'],
    ['purposes: [|]\n', 'purpose in words', 'purposes: [Prevention and investigation of Terrorist Acts.]\n'],
  ])('is begun, or goes on, with its dash in %j', (marked, label, text) => {
    expect(chosen(head + marked, label)).toBe(head + text);
  });

  it('in brackets is offered no entries over several lines', () => {
    expect(labels(`${head}purposes: [|]\n`)).toEqual(['purpose in words']);
  });
});

describe('clauses', () => {
  it('that are missing are offered, and inserted in the words of the regime and the endings of the file', () => {
    const marked = `regime: ${regime.id}\r\nclauses:\r\n  lawful-use: Words\r\n  |\r\n`;
    const ids = regime.clauses.map(({ id }) => id);
    expect(labels(marked)).toEqual(ids.filter((id) => id !== 'lawful-use'));
    const text = chosen(marked, 'serious-crime');
    expect(text).not.toMatch(/(?<!\r)\n/);
    const { certificate } = check(text).certificates[0]!;
    const words = regime.clauses.find(({ id }) => id === 'serious-crime')?.words;
    expect(certificate.clauses.find(({ id }) => id === 'serious-crime')?.text.text).toBe(words);
  });
});

describe('an empty file', () => {
  it.each(['|', 'cert|', '\n|'])('%j becomes a whole certificate of which only the gaps are left', (marked) => {
    const text = chosen(marked, `New certificate under ${regime.id}`);
    const { tree, findings } = check(text, { today: TODAY });
    expect(tree.problems).toEqual([]);
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(['field-placeholder']);
  });
});

describe('nothing is offered', () => {
  it.each([
    'regime: x # |',
    'clauses:\n  lawful-use: >-\n    The system wi|ll\n',
    'purposes:\n  - Prevention of ki|\n',
  ])('in running text and remarks: %j', (marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

it('every place of the half-typed example is asked without an exception, and what is offered can be inserted', () => {
  const text = EXAMPLES.get('half-typed.euc.yaml') ?? '';
  let seen = 0;
  for (let offset = 0; offset <= text.length; offset += 7)
    for (const { span } of completionsAt(text, offset, builtIn, TODAY)) {
      seen++;
      expect(span.start <= offset && offset <= span.end).toBe(true);
    }
  expect(seen).toBeGreaterThan(0);
});
