import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { describeChange } from '../../server/clauses/describe';
import { jsonReport } from '../../server/cli/formats/json';
import { textReport } from '../../server/cli/formats/text';
import { clauseLenses } from '../../server/features/clause-lenses';
import { clauseAt, clausePage, withClauseRestored } from '../../server/features/clause-page';
import { applyEdits } from '../../server/text/edit';
import { certificateOf, readOnly, REGIME } from '../support/clauses';
import { example, TODAY } from '../support/examples';
import { faultsOf } from '../support/words';

const words = (id: string) => REGIME.clauses.find((clause) => clause.id === id)!.words;
const changesIn = (id: string, text: string) =>
  readOnly(certificateOf(id, text)).reading.changes.map(({ effect, noun, was, now }) => ({ effect, noun, was, now }));
const altered = (text: string) =>
  check(text, { today: TODAY }).findings.filter(({ rule }) => rule === 'clause-altered');

describe('what a change does is said', () => {
  it.each([
    ['non-discrimination', 'race, ', '', 'entry-left-out', 'ground', 'race', ''],
    ['non-discrimination', ', age', ', wealth, age', 'entry-added', 'ground', '', 'wealth'],
    ['non-discrimination', 'shall not', 'shall', 'negation-lost', undefined, 'not', ''],
    ['non-discrimination', 'shall not', 'should not', 'duty-weakened', undefined, 'shall', 'should'],
    ['non-discrimination', 'merely ', '', 'limit-lost', undefined, 'merely', ''],
    ['non-discrimination', ', under any circumstances,', '', 'limit-lost', undefined, 'under any circumstances', ''],
    ['non-discrimination', 'age or personal', 'age and personal', 'joining-changed', 'ground', 'or', 'and'],
    [
      'terrorist-act',
      '(c) kidnapping or hostage-taking; ',
      '',
      'entry-left-out',
      'act',
      'kidnapping or hostage-taking',
      '',
    ],
    ['serious-crime', '6', '5', 'number-changed', undefined, '6', '5'],
    ['serious-crime', '6', 'five', 'number-changed', undefined, '6', 'five'],
    ['serious-crime', 'years', 'months', 'number-changed', undefined, 'years', 'months'],
    [
      'lawful-use',
      'including legislation',
      'excluding legislation',
      'scope-turned',
      undefined,
      'including',
      'excluding',
    ],
    [
      'lawful-use',
      'including legislation',
      'including but not limited to legislation',
      'scope-widened',
      undefined,
      '',
      'but not limited to',
    ],
    [
      'lawful-use',
      'used only in',
      'used only where practicable in',
      'qualifier-added',
      undefined,
      '',
      'where practicable',
    ],
    [
      'lawful-use',
      'so required.',
      'so required, except in emergencies.',
      'exception-added',
      undefined,
      '',
      'except in emergencies',
    ],
    ['permitted-use', 'solely ', '', 'limit-lost', undefined, 'solely', ''],
    ['lawful-use', 'only in', 'mainly in', 'limit-lost', undefined, 'only', 'mainly'],
    ['serious-crime', 'or more', 'or less', 'bound-changed', undefined, 'more', 'less'],
    ['serious-crime', 'or more.', 'or more, or a fine.', 'scope-widened', undefined, '', 'or a fine'],
    ['terrorist-act', 'above.', 'in the annex.', 'reference-changed', undefined, 'above', 'in the annex'],
    ['terrorist-act', 'above.', 'above; (j) loud singing.', 'entry-added', 'act', '', 'loud singing'],
    ['non-discrimination', 'their religion', 'their alleged religion', 'entry-changed', 'ground', '', 'alleged'],
    [
      'non-discrimination',
      'country of origin',
      'country of residence',
      'entry-changed',
      'ground',
      'origin',
      'residence',
    ],
    [
      'lawful-use',
      'rights. The',
      'rights. Silence is golden. The',
      'sentence-added',
      undefined,
      '',
      'Silence is golden',
    ],
  ])('%s: "%s" becomes "%s"', (id, from, to, effect, noun, was, now) => {
    expect(words(id)).toContain(from);
    expect(changesIn(id, words(id).replace(from, to))).toEqual([{ effect, noun, was, now }]);
  });

  it('in plain words', () => {
    for (const { id, words: text } of REGIME.clauses)
      for (const { reading } of [text.replace(/ \w+ /, ' not '), 'Another text.', text.slice(40)].map((changed) =>
        readOnly(certificateOf(id, changed)),
      ))
        for (const change of reading.changes) expect(faultsOf(`${describeChange(change, 'verbatim')}.`)).toEqual([]);
  });
});

/** The grounds of the clause set as a list. */
function marked(mark: (index: number) => string, between: string): string {
  const [head = '', list = ''] = words('non-discrimination').trim().replace(/\.$/, '').split('merely due to their ');
  const grounds = list.split(/, | or (?!gender)/);
  const set = grounds.map((ground, k) => `${k === grounds.length - 1 ? 'or ' : ''}${mark(k)}${ground}`);
  return `${head}merely due to their:${between === '\n' ? '\n' : ' '}${set.join(between)}.`;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi'];

describe('accepted as well', () => {
  const chapeau =
    'An intentional act, as defined as offences under national law, which given its nature or context, may seriously damage a country or an international organization.';
  const carveOut = (term: string) =>
    `An act of expressing an opinion or criticism, as well as presenting data regarding the state, including any of its institutions, shall not, in and of itself, constitute a ${term}.`;
  it.each([
    ['grounds with marks', 'non-discrimination', marked((k) => `(${String.fromCharCode(97 + k)}) `, '; ')],
    ['numbered grounds', 'non-discrimination', marked((k) => `${k + 1}. `, ';\n')],
    ['grounds on lines of their own', 'non-discrimination', marked(() => '- ', '\n')],
    ['grounds with Roman numbers', 'non-discrimination', marked((k) => `${ROMAN[k] ?? ''}) `, ', ')],
    ['the acts joined by "or"', 'terrorist-act', words('terrorist-act').replace('(i) ', 'or (i) ')],
    [
      'the aims in another order',
      'terrorist-act',
      words('terrorist-act').replace(/\(1\) (.*?); \(2\) (.*?); or/, '(1) $2; (2) $1; or'),
    ],
    [
      'a term in guillemets',
      'freedom-of-expression',
      words('freedom-of-expression').replace('Terrorist Act', '«Terrorist Act»'),
    ],
    ['the definition with its chapeau', 'terrorist-act', `${chapeau} ${words('terrorist-act')}`],
    [
      'the carve-out once for each term',
      'freedom-of-expression',
      `${carveOut('Terrorist Act')} ${carveOut('Serious Crime')}`,
    ],
    ['the carve-out in a definition', 'serious-crime', `${words('serious-crime')} ${carveOut('Serious Crime')}`],
    ['the title before the clause', 'serious-crime', `Serious Crime: ${words('serious-crime')}`],
    [
      'the uses in the other order',
      'permitted-use',
      'The system shall be used exclusively for the investigation and prevention of Serious Crimes and Terrorist Acts, and for no other purpose.',
    ],
    [
      'what it can be used for alone',
      'permitted-use',
      'Israeli systems can be used only for the prevention and investigation of Terrorist Acts and Serious Crimes.',
    ],
    [
      'what it will not be used for',
      'permitted-use',
      'The system will not be used for anything other than the prevention and investigation of Terrorist Acts and Serious Crimes.',
    ],
    [
      'only at the end',
      'permitted-use',
      'The system will be used for the investigation and prevention of terrorist acts and serious crimes only.',
    ],
    [
      'another wording of the elements',
      'non-compliance',
      'Any breach of these terms may cause the Ministry to suspend or revoke the licence for export and to restrict, disconnect or shut down the system remotely.',
    ],
  ])('%s', (_, id, text) => {
    expect(changesIn(id, text)).toEqual([]);
  });

  it('a chapeau is compared too', () => {
    const text = `${chapeau.replace('seriously ', '')} ${words('terrorist-act')}`;
    expect(changesIn('terrorist-act', text).map(({ was }) => was)).toEqual(['seriously']);
  });
});

/** Each undertaking turned into its opposite, with the same key words. */
const OPPOSITE: Readonly<Record<string, string>> = {
  'permitted-use':
    'The system may be used for purposes other than the prevention and investigation of Terrorist Acts and Serious Crimes, not solely for these.',
  'terrorist-act': `Terrorist Acts are not limited to intentional acts; ${words('terrorist-act').slice(19)}`,
  'serious-crime': 'A crime for which the national law imposes a term of imprisonment of less than 6 years or none.',
  'freedom-of-expression': words('freedom-of-expression').replace('shall not', 'shall'),
  'lawful-use': words('lawful-use').replace('only in', 'even if not in').replace('only subject to', 'without'),
  'non-discrimination': words('non-discrimination').replace('shall not', 'may').replace('merely ', ''),
  'non-compliance':
    'Failure to comply with this certificate shall not lead to the suspension or revocation of the export licence; the system may not be restricted, disconnected or shut down.',
};

it('a text that states the opposite of every duty fails every clause', () => {
  const source = `regime: ${REGIME.id}\nclauses:\n${REGIME.clauses.map(({ id }) => `  ${id}: ${JSON.stringify(OPPOSITE[id])}\n`).join('')}`;
  const failed = altered(source).filter(({ severity }) => severity === 'error');
  expect(new Set(failed.map(({ path }) => path))).toEqual(new Set(REGIME.clauses.map(({ id }) => `clauses.${id}`)));
});

it('"may not be shut down" is not "shut down"', () => {
  const text =
    'Whoever breaches this paper risks suspension of the licence, yet the system itself may not be shut down by anyone.';
  expect(changesIn('non-compliance', text)).not.toEqual([]);
});

it('a very long clause is said to be another text, in no time', () => {
  const [change, ...more] = changesIn('lawful-use', 'the system may be used '.repeat(45_000));
  expect(change?.was).toBe(words('lawful-use'));
  expect(more).toEqual([]);
});

describe('restoring', () => {
  const good = example('good-in-words');
  const broken = good
    .replace('used solely for', 'used for')
    .replace('shall not, in and of itself,', 'shall, in and of itself,')
    .replace('any authorization as required', 'some authorization as required where practicable')
    .replace('race, ethnic group, sexual', 'race, sexual');

  it('gives back the file, and nothing else, clause by clause', () => {
    let text = broken;
    for (let round = 0; round < 8; round++) {
      const [finding] = altered(text);
      if (!finding) break;
      const [fix] = finding.fixes?.() ?? [];
      const next = applyEdits(text, fix!.edits);
      const clauseLines = /  [\w-]+: >-\n(?: {4}.*\n)+/g;
      expect(next.replace(clauseLines, '')).toBe(text.replace(clauseLines, ''));
      text = next;
    }
    expect(altered(text)).toEqual([]);
    expect(check(text, { today: TODAY }).verdict).toBe('met');
  });

  it('takes one change back and leaves the other', () => {
    const findings = altered(broken).filter(({ path }) => path === 'clauses.lawful-use');
    expect(findings).toHaveLength(2);
    const single = findings[0]!.fixes!().find(({ title }) => title.includes('any'));
    const after = applyEdits(broken, single!.edits);
    expect(altered(after).filter(({ path }) => path === 'clauses.lawful-use')).toHaveLength(1);
  });

  it('shows the file with one clause restored', () => {
    const analysis = check(broken, { today: TODAY });
    const restored = withClauseRestored(analysis, 0, 'non-discrimination')!;
    expect(altered(restored).map(({ path }) => path)).not.toContain('clauses.non-discrimination');
    expect(restored.split('\n').length).toBe(broken.split('\n').length);
    expect(withClauseRestored(analysis, 0, 'no-such-clause')).toBeUndefined();
  });
});

describe('words of another clause', () => {
  const exchanged = `regime: ${REGIME.id}\nclauses:\n  serious-crime: ${words('permitted-use').trim()}\n  permitted-use: ${words('serious-crime').trim()}\n`;

  it('are recognised, and the ids are exchanged', () => {
    const [first] = altered(exchanged);
    expect(first?.message).toContain('These are the words of the clause "permitted-use"');
    expect(altered(applyEdits(exchanged, first!.fixes!()[0]!.edits))).toEqual([]);
  });
});

describe('a clause in a wrong place', () => {
  const good = example('good-in-words');
  const lawful = words('lawful-use').trim();
  const without = good.replace(/  lawful-use: >-\n(?: {4}.*\n)+/, '');
  const findings = (text: string, rule: string) =>
    check(text, { today: TODAY }).findings.filter((finding) => finding.rule === rule);

  it.each([
    ['an unknown id', 'clause-unknown', good.replace('lawful-use:', 'use-of-the-system:')],
    ['a purpose', 'clause-missing', without.replace('\nclauses:', `  - "${lawful}"\n\nclauses:`)],
    [
      'another clause',
      'clause-altered',
      without.replace('personal\n    status.', `personal\n    status.\n    ${lawful}`),
    ],
    [
      'the front of another clause',
      'clause-altered',
      without.replace('    The system shall not be used', `    ${lawful}\n    The system shall not be used`),
    ],
    [
      'the end of a purpose',
      'clause-missing',
      without
        .replace('Investigation of Serious Crimes as', `Investigation of Serious Crimes. ${lawful} As`)
        .replace(' As defined in this certificate.', ''),
    ],
    [
      'the statement of a purpose by its parts',
      'clause-missing',
      without.replace(
        '\nclauses:',
        `  - against: serious-crime\n    use: investigation\n    offence: Arson\n    maximum-sentence: 9 years\n    statement: "${lawful}"\n\nclauses:`,
      ),
    ],
    [
      'an unknown id, among other undertakings',
      'clause-missing',
      without.replace(
        '  non-compliance:',
        `  general: The end user shall sing and dance in the harbour every night of the year and shall be merry for no less than ninety hours in any of the following months. ${lawful}\n  non-compliance:`,
      ),
    ],
  ])('%s: a fix moves it', (_, rule, text) => {
    const [finding] = findings(text, rule);
    const fix = finding!.fixes!().find(({ title }) => title.includes('lawful-use'));
    const moved = applyEdits(text, fix!.edits);
    expect(moved.split('The system will be used only in').length).toBe(2);
    const left = check(moved, { today: TODAY }).findings.filter(({ severity }) => severity !== 'information');
    expect(left.map(({ message }) => message)).toEqual([]);
  });

  it('is moved as it stands, and its changes are found there', () => {
    const text = without.replace('\nclauses:', `  - "${lawful.replace('used only in', 'used in')}"\n\nclauses:`);
    const [finding] = findings(text, 'clause-missing');
    expect(finding?.message).toContain('Its words stand in purpose 3; move them.');
    const moved = applyEdits(text, finding!.fixes!()[0]!.edits);
    expect(altered(moved).map(({ path, change }) => [path, change?.was])).toEqual([['clauses.lawful-use', 'only']]);
  });

  it('out of the only purpose, which leaves none', () => {
    const text = without.replace(/purposes:\n(?: {2}.*\n)+/, `purposes:\n  - "${lawful}"\n`);
    const moved = applyEdits(text, findings(text, 'clause-missing')[0]!.fixes!()[0]!.edits);
    expect(check(moved, { today: TODAY }).findings.map(({ rule }) => rule)).toEqual(['purpose-missing']);
  });

  it('each of several that stand in one', () => {
    const all = REGIME.clauses.map((clause) => clause.words.trim()).join(' ');
    const text = good.replace(/clauses:\n[^]*?\n\n/, `clauses:\n  permitted-use: "${all}"\n\n`);
    const owners = altered(text).map(({ message }) => /the clause "([\w-]+)"/.exec(message)?.[1]);
    expect(owners).toEqual(REGIME.clauses.slice(1).map(({ id }) => id));
  });

  it('said twice, it is told where, and once is enough', () => {
    const twice = good.replace('judicial orders if so required.', `judicial orders if so required. ${lawful}`);
    expect(twice).not.toBe(good);
    const [inside, ...others] = altered(twice);
    expect([inside?.severity, others.length]).toEqual(['information', 0]);
    expect(altered(applyEdits(twice, inside!.fixes!()[1]!.edits))).toEqual([]);

    const again = good.replace('  non-compliance:', `  lawful-use-too: ${lawful}\n  non-compliance:`);
    const [outside] = findings(again, 'clause-unknown');
    expect(outside?.message).toContain('stand there already. Once is enough.');
    expect(applyEdits(again, outside!.fixes!()[0]!.edits)).toBe(good);
  });

  it('under the id of another, while it stands under its own too: the other is restored, nothing exchanged', () => {
    const text = good.replace(/  serious-crime: >-\n(?: {4}.*\n)+/, `  serious-crime: ${lawful}\n`);
    const [finding] = altered(text);
    expect(finding?.message).toContain('They stand under "lawful-use" already; restore "serious-crime".');
    expect(finding!.fixes!().map(({ title }) => title)).toEqual(['Restore the regime\'s words of "serious-crime"']);
  });
});

describe('in the editor', () => {
  const text = example('good-in-words')
    .replace('solely ', '')

    .replace('  non-compliance:', '  delivery: By ship.\n  non-compliance:');
  const analysis = check(text, { today: TODAY });

  it('each clause says how it stands', () => {
    const titles = clauseLenses(analysis).map(({ span, title }) => [text.slice(span.start, span.end), title]);
    expect(titles).toContainEqual(['permitted-use', '1 change from what the regime asks for']);
    expect(titles).toContainEqual(['serious-crime', "the regime's words"]);
    expect(titles).toContainEqual(['delivery', 'not checked: not a clause of the regime']);
  });

  it('the id of a clause leads to its page', () => {
    const found = clauseAt(analysis, text.indexOf('lawful-use') + 2);
    expect(found?.clause.id).toBe('lawful-use');
    expect(clausePage(found!.clause, found!.regime)).toContain(
      'obtaining any authorization as required by national law',
    );
    expect(clauseAt(analysis, 0)).toBeUndefined();
  });
});

it('reports carry the change', () => {
  const text = certificateOf('serious-crime', words('serious-crime').replace('6', '5'));
  const outcome = {
    files: [{ path: 'a.euc.yaml', analysis: check(text, { today: TODAY }) }],
    unreadable: [],
    folder: '.',
  };
  const report = JSON.parse(jsonReport(outcome)) as { files: { findings: { rule: string; change?: unknown }[] }[] };
  const found = report.files[0]!.findings.find(({ rule }) => rule === 'clause-altered');
  expect(found?.change).toEqual({ kind: 'replaced', was: '6', now: '5', effect: 'number-changed' });
  expect(textReport(outcome)).toContain('[-6-]{+5+}');
});
