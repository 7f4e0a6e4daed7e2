import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { purposeByParts } from '../../server/features/purpose-parts';
import { applyEdits } from '../../server/text/edit';
import { valueText } from '../../server/text/layout';
import { TODAY } from '../support/examples';
import { labelled } from '../purposes/labelled';

const certificate = (...purposes: readonly string[]) =>
  `regime: il-cyber-2021\npurposes:\n${purposes.map((each) => `  - ${each}\n`).join('')}clauses:\n`;

/** The text with its first purpose by parts; undefined where that is not offered. */
function byParts(text: string): string | undefined {
  const at = text.indexOf('  - ') + 5;
  const rewriting = purposeByParts(check(text, { today: TODAY }), { start: at, end: at });
  return rewriting && applyEdits(text, rewriting.edits);
}

const purposeFindings = (text: string) =>
  check(text, { today: TODAY }).findings.filter(
    ({ rule, severity }) => rule.startsWith('purpose-') && severity !== 'hint',
  );

describe('A purpose in words is stated by its parts', () => {
  it('with its act and aim, and keeps the sentence', () => {
    expect(byParts(certificate('Prevention of kidnapping in order to compel the Government.', 'Another.'))).toBe(
      certificate(
        'against: terrorist-act\n    use: prevention\n    act: kidnapping\n    aim: compel-government\n    statement: Prevention of kidnapping in order to compel the Government.',
        'Another.',
      ),
    );
  });

  it('with its offence, provision and maximum', () => {
    expect(byParts(certificate('Investigation of human trafficking (s. 77, fourteen years).'))).toBe(
      certificate(
        'against: serious-crime\n    use: investigation\n    offence: human trafficking\n    provision: s. 77\n    maximum-sentence: 14 years\n    statement: Investigation of human trafficking (s. 77, fourteen years).',
      ),
    );
  });

  it.each([
    ['something is wrong with it', 'Prevention of kidnapping.'],
    ['parts would say less', 'Prevention of terrorist acts.'],
    ['a remark stands behind it', 'Prevention of kidnapping in order to compel the Government. # as agreed'],
  ])('but not where %s', (_, statement) => {
    expect(byParts(certificate(statement))).toBeUndefined();
  });

  it('and the parts of every permitted statement on record are permitted as well', () => {
    const offered = labelled('dev.jsonl')
      .filter(({ findings }) => findings.length === 0)
      .map(({ text }) => certificate(valueText(text, { indent: 4, ending: '\n' })))
      .flatMap((text) => byParts(text) ?? []);
    expect(offered.length).toBeGreaterThan(50);
    expect(offered.filter((text) => purposeFindings(text).length > 0)).toEqual([]);
  });
});
