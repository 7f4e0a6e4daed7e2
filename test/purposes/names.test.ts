import { describe, expect, it } from 'vitest';
import { painted } from './painted';

/** The words of a statement that are part of a name of this kind, signs left out. */
function named(text: string, kind: 'law' | 'organisation'): string {
  const picture = painted(text);
  return picture.words
    .filter((word, i) => word.kind !== 'sign' && picture.names[i] === kind)
    .map(({ text: each }) => each)
    .join(' ');
}

describe('the name of a law', () => {
  it.each([
    ['Fraud (wildlife act, s. 8, maximum seven years) is investigated.', 'wildlife act'],
    ['drug trafficking, which section 5 of the misuse of drugs act punishes', 'misuse of drugs act'],
    ['terrorist financing, anti-money-laundering act s. 30', 'anti money laundering'],
    ['genocide (international crimes act, life imprisonment)', 'international crimes act'],
    ['an offence which section 371 of the revised penal code punishes', 'revised penal code'],
  ])('is one in small letters as well: %s', (text, name) => {
    expect(named(text, 'law')).toBe(name);
  });

  it.each(['Investigation of a terrorist act, wherever committed.', 'an act of terror (any act, in short)'])(
    'is not what somebody did: %s',
    (text) => {
      expect(named(text, 'law')).toBe('');
    },
  );
});

describe('the name of a body', () => {
  it.each([
    ['organised crime and tax police unit: investigation of serious crimes', 'organised crime and tax police unit'],
    ['the intelligence service prevents terrorism', 'intelligence service'],
    ['PREVENTION OF TERRORISM by the Office for National Security', 'Office for National Security'],
  ])('is one in small letters or amid capitals: %s', (text, name) => {
    expect(named(text, 'organisation')).toBe(name);
  });

  it.each(['Critical voices in the army: prevention.', 'Monitoring of the press by the police: yes.'])(
    'is not what stands before a colon and names a purpose: %s',
    (text) => {
      expect(named(text, 'organisation')).not.toContain(text.split(' ')[0]);
    },
  );
});
