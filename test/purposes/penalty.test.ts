import { describe, expect, it } from 'vitest';
import { painted } from './painted';

/** The sentences of imprisonment in a statement: their words, their most in months, and which are alternatives of one. */
function sentences(text: string): readonly (readonly [words: string, most: number, offence: number])[] {
  const picture = painted(text);
  return picture.penalties.map(({ from, to, most, offence }) => {
    const start = picture.words[from]?.start ?? 0;
    const end = picture.words[to - 1]?.end ?? 0;
    return [text.slice(start, end), most, offence];
  });
}
const mosts = (text: string) => sentences(text).map(([, most]) => most);

describe('sentences of imprisonment', () => {
  it.each<[string, number[]]>([
    ['robbery (14 years)', [168]],
    ['robbery, punishable by fourteen (14) years', [168]],
    ['robbery, punishable by eighty-four months', [84]],
    ['robbery, punishable by life imprisonment', [Infinity]],
    ['robbery, punishable by death', [Infinity]],
    ['robbery, for which our courts may give life', [Infinity]],
    ['robbery, a quarter of a century in prison', [300]],
    ['robbery, punishable by between three and seven years', [84]],
    ['robbery, carrying two years to eight', [96]],
    ['robbery, punishable by no more than five and a half years', [66]],
    ['robbery, up to half a dozen years', [72]],
    ['robbery, s. 12, 6+ yrs', [72]],
    ['robbery: XV years', [180]],
    ['robbery: XC years of history', []],
    ['robbery, fourtean years', [168]],
    ['robbery, six yars', [72]],
    ['robbery, for the rest of his days in prison', [Infinity]],
    ['robbery (ten years), arson (nine) and fraud (eight)', [120, 108, 96]],
    ['robbery, ten years; arson, nine; fraud, eight.', [120, 108, 96]],
    ['robbery, which until 2018 carried three years and now carries nine', [108]],
    ['robbery. Art. 250. 5-15 y.', [180]],
    ['robbery, for which the Code reserves death', [Infinity]],
    ['robbery, for which the Military Code provides the firing squad', [Infinity]],
    ['robbery (five years; with violence, nine)', [60, 108]],
    ['robbery (4 yrs; as a habit 8 yrs)', [48, 96]],
    ['robbery (ten years), extortion (same maximum)', [120, 120]],
    ['robbery, for which the maximum was lowered from nine to five years', [60]],
    ['robbery, for which the maximum was raised from five to nine years', [108]],
    ['robbery, which carries life within our territory', [Infinity]],
    ['robbery (two years, or ten if armed), extortion (same maximum)', [24, 120, 120]],
    ['robbery, up to three years, as stated on page 12', [36]],
    ['robbery (imprisonment of up to ten years, or a fine, or both)', [120]],
    ['loitering (90 days)', [90 * (12 / 365)]],
    ['robbery, for which the Code provides eight, ten or more years', [120]],
    ['robbery, for which the penalty is a fine only', [0]],
    ['robbery (fine of 500 crowns)', [0]],
    ['robbery, punishable by a fine or seven years of imprisonment', [84]],
  ])('%s', (text, most) => {
    expect(mosts(text)).toEqual(most);
  });

  it.each([
    'kidnapping in the mining district. Duration of the contract: 96 months.',
    'burglary; records are kept for eight years',
    'burglary; records are kept for life',
    'burglary. Term: 10 years.',
    'burglary, by men who had already served nine years',
    'burglary by a gang whose leader was last year given eleven years',
    'burglary by men twice sentenced to twelve years',
    'fires with danger to life and limb',
    'explosions with loss of life and property',
    'the killing of a 9-year-old girl',
    'robbery, by officers who have 12 years of experience',
    'smuggling of statues that are 2,000 years old',
    'murder cases older than ten years',
    'fraud since the earthquake six years ago',
    'theft, which has been rising for seven years',
    "cutting the city's water for five days",
    'bribery of judges; the press is told once a year',
    'bribery of judges; each warrant is valid for not more than one month',
    'arson; the permit is reviewed after three years and lapses in sixty days',
    'arson, by a licence limited to eighteen months',
    'wreck plundering, for which the master loses his certificate for eight years',
    'poaching of sturgeon, which has gone on for up to six years',
    'forgery of wills; a will can be contested within thirty years of death',
    'bribery of inspectors, who hold office for a term of eight years',
  ])('are never read from another time: %s', (text) => {
    expect(mosts(text)).toEqual([]);
  });

  it.each<[string, number[]]>([
    ['the penalty used to be three years and since the reform of 2021 it is twelve', [144]],
    ['eight years until the reform of 2019 and four since', [48]],
    ['the colonial ordinance gave three months; the Act of 2009 gives seventeen years', [204]],
  ])('are those of today: %s', (text, most) => {
    expect(mosts(text)).toEqual(most);
  });

  it.each(['section 279.01', 'Article 416-bis', '§ 263(3)', 'section 72 (1) of the Act', 'Law No. 14 of 2019'])(
    'are never read from a provision: %s',
    (provision) => {
      expect(mosts(`robbery under ${provision}`)).toEqual([]);
    },
  );

  it.each<[string, number[]]>([
    ['theft, four years but ten when committed by an armed gang', [48, 120]],
    ['burglary (five years or, if armed, ten years)', [60, 120]],
  ])('that are alternatives for one offence are known as such: %s', (text, most) => {
    const read = sentences(text);
    expect(read.map(([, value]) => value)).toEqual(most);
    expect(new Set(read.map(([, , offence]) => offence)).size).toBe(1);
  });

  it.each(['put away for ten years', 'for which the Code provides for ten years', 'he sits for ten years'])(
    'are read where they are said to last: %s',
    (words) => {
      expect(mosts(`robbery, ${words}`)).toEqual([120]);
    },
  );

  it.each<[string, string[]]>([
    [
      'Category A felonies (max. 10 y.): arson of dwellings, robbery. Use: prevention.',
      ['felonies', 'arson', 'robbery'],
    ],
    ['Max. 18 y.: piracy. Max. 9 y.: counterfeiting. Investigation only.', ['piracy', 'counterfeiting']],
    ['Robbery, ten years: investigation of it.', ['Robbery']],
    ['Maximum sentence life. Offence: piracy. Use: prevention.', ['piracy']],
  ])('stand at the head of what they are for: %s', (text, offences) => {
    const picture = painted(text);
    const borne = picture.mentions.filter(({ penalties }) => penalties.length === 1);
    expect(borne.map(({ from }) => picture.words[from]?.text)).toEqual(offences);
  });

  it.each([
    'Espionage carries imprisonment for life, and the investigation of espionage is what we ask for.',
    'Forgers get ten years (art. 282), and it is forgery that we investigate.',
    'Fraud carries ten years, and fraud is what we investigate.',
    'Traffickers of cocaine get death (s. 39); we investigate cocaine trafficking.',
  ])('hold for the same offence where it is named again: %s', (text) => {
    const picture = painted(text);
    expect(picture.mentions.filter(({ kind }) => kind === 'offence').map(({ penalties }) => penalties.length)).toEqual([
      1, 1,
    ]);
  });

  it('of one offence do not hold for another of the same name', () => {
    const picture = painted('Robbery of banks (ten years) and robbery of fishermen');
    expect(picture.mentions.map(({ penalties }) => penalties.length)).toEqual([1, 0]);
  });

  it.each([
    'theft (four years) and robbery (ten years)',
    'theft, up to four years; as for robbery, up to ten years',
    'theft, up to four years; as regards robbery, up to ten years',
    'theft, up to four years; with robbery, ten years',
  ])('of two offences are two: %s', (text) => {
    const read = sentences(text);
    expect(read.map(([, most]) => most)).toEqual([48, 120]);
    expect(new Set(read.map(([, , offence]) => offence)).size).toBe(2);
  });

  it.each([
    'nurses who kill patients by lethal injection',
    'theft of drugs for lethal injection',
    'theft of the electric chair from the museum',
  ])('are not read from a way to die: %s', (text) => {
    expect(mosts(text)).toEqual([]);
  });

  it.each([
    'Investigation of abuse of office and murder, which carries life imprisonment.',
    'Investigation of possession of weapons and robbery, which is punished with ten years.',
    'Investigation of trafficking in persons and fraud, punishable by up to ten years.',
  ])('of the second offence do not hold for the first: %s', (text) => {
    const picture = painted(text);
    expect(picture.mentions.map(({ penalties }) => penalties.length)).toEqual([0, 1]);
  });

  it('are not read from arts, wine, or days of something else', () => {
    expect(mosts('theft of fine art and fine wine, over a day in June')).toEqual([]);
  });

  it.each([
    ['punishable respectively by fifteen years and fifteen days', 2],
    ['punishable by fifteen years and fifteen days', 1],
  ])('are two where each offence has its own: %s', (text, count) => {
    expect(sentences(`robbery and trespass, ${text}`).length).toBe(count);
  });

  it.each<[string, string]>([
    ['an offence whose maximum does not reach six years', 'less-than'],
    ['offences none of which carries less than six years', 'at-least'],
    ['offences carrying less than six years', 'less-than'],
  ])('say on which side of a number they lie: %s', (text, bound) => {
    expect(painted(text).penalties.map((penalty) => penalty.bound)).toEqual([bound]);
  });

  it.each([
    'bribery of ministers, whose term of office is seven years',
    'kidnapping where the victim was held longer than ten years',
    'counterfeit medicines, 8 to 12 years after their expiry date',
    'murder, during the licence period of ten years',
    'robbery by convicts serving as many as ten years',
    'hijacking of aircraft between fifteen and thirty years in service',
  ])('are not read from the time of something else: %s', (text) => {
    expect(mosts(text)).toEqual([]);
  });

  it.each([
    'Abduction is by section 9 a felony of eighteen years.',
    'Abduction is investigated, a crime whose author incurs ten years.',
  ])('of what an offence is called are those of the offence: %s', (text) => {
    const picture = painted(text);
    expect(picture.mentions[0]?.penalties.length).toBe(1);
  });
});
