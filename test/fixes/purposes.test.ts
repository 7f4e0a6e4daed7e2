import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { applyEdits } from '../../server/text/edit';
import { TODAY } from '../support/examples';

/** What the lightbulb offers at the purposes of a certificate, and the purposes that it leaves. */
function offers(purposes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const text = `regime: il-cyber-2021\npurposes:\n${purposes.map((each) => `  - ${each} # ours\n`).join('')}clauses:\n`;
  const lines = (of: string) =>
    /purposes:\n([^]*?)clauses:/
      .exec(of)![1]!
      .split('\n')
      .map((line) => line.replace(/^ {2}- | # ours$/g, ''))
      .filter((line) => line !== '');
  const found = check(text, { today: TODAY }).findings.filter(({ rule }) => rule.startsWith('purpose-'));
  return Object.fromEntries(
    found.flatMap(({ fixes }) => (fixes?.() ?? []).map(({ title, edits }) => [title, lines(applyEdits(text, edits))])),
  );
}

describe('the lightbulb at a purpose in words', () => {
  it('strikes what rides along and leaves the rest as it was written', () => {
    expect(offers(['Prevention of terrorist acts and tax collection.'])).toEqual({
      'Strike "tax collection"': ['Prevention of terrorist acts.'],
    });
  });

  it('takes a purpose out that is wholly outside, where others are left', () => {
    expect(offers(['Prevention of terrorist acts.', 'Collection of harbour dues.'])).toEqual({
      'Take this purpose out': ['Prevention of terrorist acts.'],
    });
  });

  it('takes the only purpose out for nobody', () => {
    expect(offers(['Collection of harbour dues.'])).toEqual({});
  });

  it('adds what an act or an offence lacks', () => {
    const added = offers(['Prevention of terrorist acts.', 'Investigation of kidnapping.']);
    expect(Object.keys(added)).toEqual([
      'Add an aim of the regime',
      'Add the provision and the maximum',
      'Take this purpose out',
    ]);
    expect(added['Add an aim of the regime']).toEqual([
      'Prevention of terrorist acts.',
      'Investigation of kidnapping with the aim of seriously intimidating a population.',
    ]);
  });
});
