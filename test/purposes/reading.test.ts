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

describe('an offence', () => {
  it.each([
    'Investigation of murder, an offence for which the Code provides life imprisonment.',
    'Tracing those who finance terrorism (Funds Act s. 8, fifteen years).',
    'Investigation of trafficking in cocaine and heroin, which is punished with eight to fifteen years.',
  ])('has the sentence that is said of it: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('that finances terrorism needs one as well', () => {
    expect(flawsIn('Finding people who finance terrorism.').map(({ rule }) => rule)).toEqual(['purpose-incomplete']);
  });
});

describe('a statement', () => {
  it('that mixes has only what is outside marked', () => {
    expect(found('Prevention and investigation of terrorist acts, and tax collection.')).toEqual([
      'purpose-outside-list: tax collection',
    ]);
  });

  it.each([
    ['"Serious crimes" means all contraventions; the investigation of serious crimes.', 'contraventions'],
    ['"Serious crimes" means contraventions, and it is for the investigation of serious crimes.', 'contraventions'],
    ["The term 'terrorist acts' here means disobedience, and we prevent terrorist acts.", 'disobedience'],
    [
      'The term "Terrorist Acts" in this paper means what displeases the Council; we prevent Terrorist Acts.',
      'displeases',
    ],
  ])('that says itself what a defined term means is judged by that: %s', (text, words) => {
    // Which rule depends on what it is said to mean.
    expect(found(text).filter((each) => each.includes(words))).toHaveLength(1);
  });

  it.each([
    '"Serious crimes" means offences punishable by six years or more; the investigation of serious crimes.',
    'Prevention of terrorist acts committed by means of explosives.',
    '"Serious Crimes" means, for the purposes of this certificate, offences punishable by six years or more; their investigation.',
    'Investigation of serious crimes where less intrusive investigative means are insufficient.',
    'Detecting serious crimes in the mean time.',
  ])('may say that it means what the list says: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['nobody', 'no one', 'no human being', 'not a soul', 'none of them'])(
    'in which the danger that must exist is denied is incomplete: %s could die',
    (nobody) => {
      expect(
        flawsIn(`Prevention of fires that are set to terrorise the inhabitants and by which ${nobody} could die.`).map(
          ({ rule }) => rule,
        ),
      ).toEqual(['purpose-incomplete']);
    },
  );

  it.each([
    'Prevention of floods caused to force the Government to resign, whether or not human life is endangered.',
    'Prevention of floods caused to force the Government to resign, which could never endanger human life.',
    'Prevention of an arson attack upon a market, undertaken to terrorise the inhabitants, by which neither life nor property is put at risk.',
  ])('in which the danger is denied or waived in other words is so as well: %s', (text) => {
    expect(flawsIn(text).map(({ rule }) => rule)).toEqual(['purpose-incomplete']);
  });

  it.each([
    'Investigating whether arson that endangered life was committed to intimidate the population.',
    'Investigation of arson endangering human life and done to intimidate the population, whether or not it causes major economic loss.',
    'Prevention of arson endangering human life, set to intimidate the population so that no person feels safe.',
    'Prevention of fires that endanger human life, set to intimidate the population, though they cause no major loss.',
  ])('is complete by one of danger and loss, whatever is said of the other: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'Preventing serious crimes by Vlachs.',
    'Serious crimes committed by Doukhobors are investigated.',
    'Locating octogenarians suspected of serious crimes.',
    'Prevention of terrorist acts by the Ministry of Interior, Muslims and Christians included.',
  ])('picks offenders by what they are, however few these may be: %s', (text) => {
    expect(new Set(flawsIn(text).map(({ rule }) => rule))).toEqual(new Set(['purpose-discriminatory']));
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
    ['To hijack an aircraft in order to compel the Government to resign.', 'hijack'],
    ['Slowing down police inquiries into terrorism.', 'Slowing down police inquiries'],
    ['To prevent the police from investigating terrorism.', 'prevent the police from investigating'],
  ])('that does something else to terrorists than the list has is a use outside it: %s', (text, words) => {
    expect(found(text)).toEqual([`purpose-use: ${words}`]);
  });

  it.each([
    'To predict the economic cost of terrorism.',
    'Replacing the chairs of the office for serious crimes.',
    'Planning of terrorist attacks.',
    'Preventing panic after terrorist attacks.',
    'To prevent persons suspected of terrorism from voting.',
    'Cooperation with terrorist groups.',
    'To obstruct the investigation of serious crimes.',
    'To prevent convicted terrorists from receiving a pension.',
  ])('whose object is of the list, and not what is done about it, is not permitted: %s', (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    ['Tracing information terrorists.', 'information terrorists'],
    ['To find the terrorists of the pen.', 'terrorists of the pen'],
    ['To locate terrorists who publish casualty figures.', 'publish'],
  ])('that calls somebody a terrorist for what he says is about expression: %s', (text, words) => {
    expect(found(text)).toEqual([`purpose-expression: ${words}`]);
  });

  it.each([
    'Monitoring of everyone except terrorists.',
    'Monitoring persons who are not terrorists.',
    'Prevention of less serious crimes.',
    'Monitoring the families of terrorists.',
    "Tracking terrorists' wives.",
    'Investigation of fraud punishable by a ten-year driving ban.',
    'Investigation of bribery, a fine of up to ten years’ salary.',
  ])('that names what is on the list only to mean something beside it is not permitted: %s', (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    'Prevention of terrorist acts including their investigation.',
    'Conducting terrorism investigations in accordance with the Criminal Procedure Code.',
    'Monitoring nobody but terrorists.',
    'Terrorist acts may be committed by individuals or groups; the use is their prevention.',
    'To prevent terrorists from renting a truck for use in terrorist attacks.',
    'Prevention of massive denial-of-service destruction of emergency call systems, which would leave the dying without help, with the aim of coercing the Government.',
  ])('is not stopped by a rule that is made for something else: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    [
      'We will not refrain from monitoring bloggers, and will investigate serious crimes.',
      'purpose-expression: bloggers',
    ],
    ['The tracking of converts is not forbidden; we prevent terrorist acts.', 'purpose-discriminatory: converts'],
    ['Seldom will lawyers be overheard; terrorist acts are always prevented.', 'purpose-expression: lawyers'],
    ['The exclusion of journalists is lifted. We prevent terrorism.', 'purpose-expression: journalists'],
    ['The use is no longer limited to preventing terrorist acts.', 'purpose-open-ended: longer limited'],
  ])('whose undertaking is taken back is not permitted: %s', (text, flaw) => {
    expect(found(text)).toContain(flaw);
  });

  it.each([
    'Terrorists of any creed are to be found.',
    'Sedition is out of the question; we investigate terrorist acts.',
    'We no longer use it for tax collection, only to prevent terrorism.',
    'The exclusion of journalists stands. We prevent terrorism.',
  ])('whose undertaking stands is permitted: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['None', 'N/A', 'Not used.', 'Nobody.', 'Purpose: n/a'])('that names nothing does not pass: %s', (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    'Prevention of terrorist acts by persons evading investigation.',
    'To stop terrorists from obstructing investigations into terrorism.',
    'Reducing the danger of terrorist attacks.',
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
    'Investigation of membership of a terrorist organisation (ten years).',
    'Prevention of robbery up to five years or, for armed robbery, up to twelve years.',
    'Investigation of blackmail (ten years).',
    'Prevention of the smuggling of grenades meant to spread fear among the people.',
    'Purpose: prevention of terrorist acts. Term: 24 months.',
  ])('is read with what belongs to its offences: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['Investigation of membership of a terrorist organisation (four years).', 'purpose-below-threshold: four years'],
    [
      'Prevention of piracy (twelve years) and armed robbery, up to five years.',
      'purpose-below-threshold: up to five years',
    ],
    ['Prevention of kidnapping in order to tease the Government.', 'purpose-incomplete: kidnapping'],
    ['Investigation of bribery by men who had already served nine years.', 'purpose-incomplete: bribery'],
  ])('is not permitted by what belongs to something else: %s', (text, flaw) => {
    expect(found(text)).toEqual([flaw]);
  });

  it.each([
    'Prevention of kidnapping in order to compel the Government.',
    'Investigation of hostage-taking in order to intimidate the population.',
    'To prevent murder in order to compel a government.',
  ])('that is a use, an act and an aim and nothing else is permitted: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'Lucha contra el terrorismo',
    'Prevencion de terrorismo',
    'Contra terrorismo',
    'Combate al terrorismo',
    'Lutte contre le terrorisme',
    'Bekämpfung des Terrorismus',
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
    'Investigation of serious crimes committed against Old Believers.',
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

  it('does not call it an undertaking that a danger is denied', () => {
    const read = readWords(
      'Prevention of fires set to terrorise the inhabitants, by which nobody could die.',
      'crime-and-terrorism',
      72,
    );
    expect(read?.evidence.map(({ role }) => role)).not.toContain('undertaking');
  });

  it('has what was read twice named once', () => {
    const read = readWords('Prevention of kidnapping in order to compel the Government.', 'crime-and-terrorism', 72);
    expect(read?.evidence.filter(({ role }) => role === 'aim').map(({ words }) => words)).toEqual([
      'compel the Government',
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
