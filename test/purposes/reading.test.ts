import { describe, expect, it } from 'vitest';
import { readWords } from '../../server/purposes/reader';
import { passagesOf } from '../../server/purposes/passages';
import { flawsIn } from './labelled';

/** The findings of a statement as "rule: words". */
const found = (text: string) => flawsIn(text).map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

describe('a sentence of imprisonment', () => {
  it.each([
    'fourteen (14) years',
    'eighty-four months',
    'life imprisonment',
    'between three and seven years',
    'imprisonment for up to ten years',
    '72 months',
  ])('reaches the threshold: %s', (sentence) => {
    expect(found(`Investigation of human trafficking (Penal Code s. 77, ${sentence}).`)).toEqual([]);
  });

  it.each(['five years', '60 months', 'up to three years', 'no more than five and a half years'])(
    'does not reach it: %s',
    (sentence) => {
      expect(found(`Investigation of human trafficking (Penal Code s. 77, ${sentence}).`)).toEqual([
        `purpose-below-threshold: ${sentence}`,
      ]);
    },
  );

  it('is never read from the number of a provision', () => {
    expect(
      found('Investigation of human trafficking under section 4.2 of the Penal Code, punishable by ten years.'),
    ).toEqual([]);
  });
});

describe('a statement', () => {
  it('that mixes has only what is outside marked', () => {
    expect(found('Prevention and investigation of terrorist acts, and tax collection.')).toEqual([
      'purpose-outside-list: tax collection',
    ]);
  });

  it.each([
    'Not only for fighting terrorism.',
    'Not merely against terrorists.',
    'To investigate terrorist acts, and not only those.',
    'Terrorism prevention, but not only.',
  ])('that leaves open what else it is for is open-ended: %s', (text) => {
    expect(flawsIn(text).map(({ rule }) => rule)).toEqual(['purpose-open-ended']);
  });

  it.each([
    'Not only to prevent terrorist acts but also to investigate them.',
    'Terrorist acts are prevented with it, and not only in the capital.',
    'The items remain with Unit 7 (Organised Crime and National Security) and serve the investigation of terrorist acts.',
  ])('has nothing marked where that is answered, or a name: %s', (text) => {
    expect(flawsIn(text)).toEqual([]);
  });

  it.each([
    ['Imitating terrorist attacks in the drill hall.', 'Imitating'],
    ['The software is to expel terrorists.', 'expel'],
    ['Committing serious crimes.', 'Committing'],
    ['Shooting terrorists.', 'Shooting'],
    ['Terrorists are to be ransomed.', 'ransomed'],
  ])('that does something else to terrorists than the list has is a use outside it: %s', (text, words) => {
    expect(found(text)).toEqual([`purpose-use: ${words}`]);
  });

  it.each([
    'Tracing persons preparing terrorist attacks.',
    'Nabbing terrorists.',
    'Ensuring that terrorist attacks are detected early.',
  ])('has the deeds of others and the steps of an investigation unmarked: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['Prosecuton of terrorists', 'Criminal libel - up to seven years - investigation by the prosecutor.'])(
    'does not pass by a letter that is missing, nor by a high maximum: %s',
    (text) => {
      expect(found(text)).not.toEqual([]);
    },
  );

  it.each([
    'Averting of TERRORST attacks.',
    'Prevention of Terorist Acts.',
    'Investigate: robbery (12 yrs), arson (20 yrs), extortion (9 yrs).',
    'PURPOSE: PREVENTION [X] INVESTIGATION [X] OF SERIOUS CRIMES [X]',
    'Combating terrorism (user: Policía Provincial, Córdoba).',
    'User: State Security Presidency. Purpose: prevention of terrorism.',
    'Traffic and Patrols Department; prevention of terrorist attacks.',
  ])('passes whatever letter is wrong, and whatever its user is called: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'Lucha contra el terrorismo',
    'Prevencion de terrorismo',
    'Contra terrorismo',
    'Combate al terrorismo',
    'Lutte contre le terrorisme',
  ])('whose words are nearly English is in another language none the less: %s', (text) => {
    expect(found(text)).toEqual([`purpose-not-assessed: ${text}`]);
  });

  it('in another language is not assessed', () => {
    expect(found('Verhinderung und Aufklärung von terroristischen Handlungen')).toEqual([
      'purpose-not-assessed: Verhinderung und Aufklärung von terroristischen Handlungen',
    ]);
  });

  it('passes with no word at its end that nobody knows, full stop or none', () => {
    const [flaw, ...more] = found('Prevention of terrorist acts and blorfing');
    expect(flaw).toMatch(/^purpose-(?:outside-list|use): blorfing$/);
    expect(more).toEqual([]);
  });

  it.each([
    'Prevention and investigation.',
    'Police',
    'The system.',
    'For use by the Ministry of the Interior.',
    'and and and',
  ])('that does not say what the use is directed against never passes: %s', (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    'Investigation of serious crimes without distinction as to religion, gender or ethnic origin.',
    'Prevention of terrorist attacks on synagogues.',
    'Prevention of terrorist acts against churches and mosques.',
    'The system shall not be used against journalists.',
    'In no case may it serve the surveillance of lawyers.',
    'Not to be used for tax collection.',
  ])('has neither an undertaking nor a victim held against it: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('that is pages long is read to its end, each passage as it would be alone', () => {
    const long = `${'Prevention and investigation of terrorist acts. '.repeat(400)}Monitoring of journalists.`;
    expect(found(long)).toEqual(found('Monitoring of journalists.'));
    expect(
      passagesOf(long)
        .map(({ start, end }) => long.slice(start, end))
        .join(''),
    ).toBe(long);
    for (const { start, end } of passagesOf(long).slice(0, -1)) expect(long.slice(start, end)).toMatch(/\. $/);
  });

  it('names the words that carry its reading', () => {
    const read = readWords('Prevention of kidnapping in order to compel the Government.', 'crime-and-terrorism', 72);
    expect(read?.evidence.map(({ role, id }) => `${role} ${id ?? ''}`)).toEqual(
      expect.arrayContaining(['use prevention', 'act kidnapping', 'aim compel-government']),
    );
  });

  it('has what was read twice named once', () => {
    const read = readWords('Prevention of kidnapping in order to compel the Government.', 'crime-and-terrorism', 72);
    expect(read?.evidence.filter(({ role }) => role === 'aim').map(({ words }) => words)).toEqual([
      'order to compel the Government',
    ]);
  });

  it('has its defined terms known in capitals', () => {
    const read = readWords('Prevention and investigation of Terrorist Acts.', 'crime-and-terrorism', 72);
    expect(read?.flaws).toEqual([]);
    expect(read?.evidence.map(({ role, words }) => `${role}: ${words}`)).toContain('term: Terrorist Acts');
  });

  it('of a vocabulary that is not there is not read', () => {
    expect(readWords('Prevention of terrorist acts.', 'none', 72)).toBeUndefined();
  });
});
