import { describe, expect, it } from 'vitest';
import { allCountries, readCountry } from '../../server/certificate/fields/country';
import { compareDays, dayOfMoment, formatDay, readDate } from '../../server/certificate/fields/date';
import { readTerm } from '../../server/certificate/fields/term';

describe('a date', () => {
  it.each(['2026-11-20', '2024-02-29', '0001-01-01', '9999-12-31', ' 2026-11-20 '])(
    '%j is in the form of the certificate',
    (text) => {
      const reading = readDate(text);
      expect(reading.kind === 'date' && formatDay(reading.day)).toBe(text.trim());
    },
  );

  it.each([
    ['20 November 2026', ['2026-11-20']],
    ['20th of November, 2026', ['2026-11-20']],
    ['November 20, 2026', ['2026-11-20']],
    ['Nov 20th 2026', ['2026-11-20']],
    ['20-Nov-2026', ['2026-11-20']],
    ['2026/11/20', ['2026-11-20']],
    ['2026.11.20', ['2026-11-20']],
    ['2026-1-5', ['2026-01-05']],
    ['2026 November 20', ['2026-11-20']],
    ['20.11.2026', ['2026-11-20']],
    ['20/11/2026', ['2026-11-20']],
    ['11/20/2026', ['2026-11-20']],
    ['5/6/2026', ['2026-06-05', '2026-05-06']],
    ['6/6/2026', ['2026-06-06']],
    ['2026-11-20T09:00:00Z', ['2026-11-20']],
    ['2026-11-20 09:00', ['2026-11-20']],
    ['20\u20111\u20112026', ['2026-01-20']],
    ['1 May 2026', ['2026-05-01']],
    ['29 February 2024', ['2024-02-29']],
    ['the 20th day of November 2026', ['2026-11-20']],
    ['Friday, 20 November 2026', ['2026-11-20']],
    ['Fri 20 Nov 2026', ['2026-11-20']],
    ['20261120', ['2026-11-20']],
    ['20/11/26', ['2026-11-20', '2020-11-26']],
    ['31/12/26', ['2026-12-31', '2031-12-26']],
    ['5/6/26', ['2026-06-05', '2026-05-06']],
    ['20-Nov-26', ['2026-11-20', '2020-11-26']],
    ['1 Nov 26', ['2026-11-01']],
  ])('%j is one in another form: %o', (text, days) => {
    const reading = readDate(text);
    expect(reading.kind === 'other-form' && reading.days.map(formatDay)).toEqual(days);
  });

  it.each([
    '',
    'soon',
    '2026',
    '2026-11',
    '2026-02-30',
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '20 Smarch 2026',
    '0000-01-01',
    '2026-11-20 to 2027-11-19',
    '20261320',
    '00001120',
    '12345678',
    'Ma 5 2026',
    '99 November 2026',
    '١٢-١١-٢٠٢٦',
  ])('%j is none', (text) => {
    expect(readDate(text)).toEqual({ kind: 'none' });
  });

  it('is before, after or the same as another', () => {
    const day = (text: string) => {
      const reading = readDate(text);
      if (reading.kind !== 'date') throw new Error(text);
      return reading.day;
    };
    const order = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(day);
    for (const [i, a] of order.entries())
      for (const [j, b] of order.entries()) expect(Math.sign(compareDays(a, b))).toBe(Math.sign(i - j));
  });

  it('of a moment is that of Greenwich', () => {
    expect(formatDay(dayOfMoment(new Date('2026-11-20T23:30:00-02:00')))).toBe('2026-11-21');
  });
});

describe('a country', () => {
  it.each([
    ['DE', 'Germany'],
    ['NO', 'Norway'],
    ['GB', 'United Kingdom'],
    [' IL ', 'Israel'],
  ])('%j is the code of %s', (text, name) => {
    expect(readCountry(text)).toEqual({ kind: 'code', country: { code: text.trim(), name } });
  });

  it.each(['XK', 'xk', 'Kosovo', 'Republic of Kosovo'])('%s has no code of ISO 3166-1', (text) => {
    expect(readCountry(text)).toEqual({ kind: 'unlisted', country: { code: 'XK', name: 'Kosovo' } });
  });

  it('that ISO does not have is not guessed at', () => {
    expect(readCountry('Kosova')).toEqual({ kind: 'none' });
  });

  it.each(['AA', 'QM', 'QZ', 'XA', 'XX', 'XZ', 'ZZ', 'UK', 'EU'])('%s is no code of ISO 3166-1', (text) => {
    expect(readCountry(text).kind).not.toBe('code');
  });

  it('is offered only by a code of ISO 3166-1', () => {
    const codes = allCountries().map(({ code }) => code);
    expect(codes.length).toBe(249);
    expect(codes).not.toContain('XK');
  });

  it.each([
    ['Norway', 'NO'],
    ['norway', 'NO'],
    ['de', 'DE'],
    ['DEU', 'DE'],
    ['The Netherlands', 'NL'],
    ['Netherlands', 'NL'],
    ['UK', 'GB'],
    ['United States of America', 'US'],
    ['USA', 'US'],
    ['South Korea', 'KR'],
    ["Côte d'Ivoire", 'CI'],
    ['Cote d’Ivoire', 'CI'],
    ['Czech Republic', 'CZ'],
    ['Czechia', 'CZ'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Viet Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Great Britain', 'GB'],
    ['Republic of Korea', 'KR'],
    ['Syria', 'SY'],
    ['Laos', 'LA'],
    ['Moldova', 'MD'],
    ['Republic of Moldova', 'MD'],
    ['Brunei', 'BN'],
    ['Holland', 'NL'],
    ['Vatican City', 'VA'],
    ['Micronesia', 'FM'],
    ['Burma', 'MM'],
    ['Swaziland', 'SZ'],
    ['Bosnia & Herzegovina', 'BA'],
    ['St. Lucia', 'LC'],
    ['Republic of the Congo', 'CG'],
    ['Democratic Republic of the Congo', 'CD'],
    ['DR Congo', 'CD'],
    ['Federal Republic of Germany', 'DE'],
    ['the Federal Republic of Germany', 'DE'],
    ['Kingdom of Norway', 'NO'],
    ['Kingdom of the Netherlands', 'NL'],
    ['French Republic', 'FR'],
    ['Hellenic Republic', 'GR'],
    ['Slovak Republic', 'SK'],
    ['Republic of the Philippines', 'PH'],
    ['Republic of Ireland', 'IE'],
    ['Republic of Poland', 'PL'],
    ['State of Qatar', 'QA'],
    ['Grand Duchy of Luxembourg', 'LU'],
    ['Commonwealth of Australia', 'AU'],
    ["People's Republic of China", 'CN'],
    ['Islamic Republic of Pakistan', 'PK'],
    ['Socialist Republic of Viet Nam', 'VN'],
    ['Swiss Confederation', 'CH'],
    ['Cabo Verde', 'CV'],
    ['East Timor', 'TL'],
    ['Macau', 'MO'],
  ])('%j is understood as %s', (text, code) => {
    const reading = readCountry(text);
    expect(reading.kind === 'name' && reading.country.code).toBe(code);
  });

  it.each([
    ['Germny', 'DE'],
    ['Isreal', 'IL'],
    ['Portugall', 'PT'],
  ])('%j is none, but near %s', (text, code) => {
    expect(readCountry(text)).toMatchObject({ kind: 'none', near: { code } });
  });

  it.each([
    '',
    'ZZ',
    'Congo',
    'Korea',
    'Republic of China',
    'Kingdom of Germany',
    'Democratic Republic of Germany',
    'England',
    'Serya',
    'Atlantis',
    'Xy',
    '42',
    'D E',
    'Nowhereland',
  ])('%j is none, and near none', (text) => {
    expect(readCountry(text)).toEqual({ kind: 'none' });
  });

  it('is on the list under a code of two letters and a name, once', () => {
    const all = allCountries();
    expect(all.length).toBeGreaterThan(240);
    for (const { code, name } of all) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(name).not.toBe(code);
      expect(readCountry(code).kind).toBe('code');
    }
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });
});

describe('a term of imprisonment', () => {
  it.each([
    ['14 years', 168, 168],
    ['1 year', 12, 12],
    ['6 Years', 72, 72],
    ['84 months', 84, 84],
    ['72months', 72, 72],
    ['5.5 years', 66, 66],
    ['3 to 7 years', 36, 84],
    ['3-7 years', 36, 84],
    ['3 – 7 years', 36, 84],
    ['between 3 and 7 years', 36, 84],
    ['up to 10 years', 120, 120],
    ['7 to 3 years', 36, 84],
    ['life', Infinity, Infinity],
    ['Life imprisonment', Infinity, Infinity],
    ['life sentence', Infinity, Infinity],
    ['imprisonment for life', Infinity, Infinity],
    ['death penalty', Infinity, Infinity],
    ['capital punishment', Infinity, Infinity],
    ['Whole life.', Infinity, Infinity],
    ["14 years' imprisonment", 168, 168],
    ['14 years\u2019 imprisonment', 168, 168],
    ['14 years imprisonment', 168, 168],
    ['14 years of imprisonment', 168, 168],
    ['imprisonment of up to 14 years', 168, 168],
    ['imprisonment for 10 years', 120, 120],
    ['a term of six years', 72, 72],
    ['maximum 14 years', 168, 168],
    ['max. 14 years', 168, 168],
    ['14 years maximum', 168, 168],
    ['14-year', 168, 168],
    ['14 yrs', 168, 168],
    ['14  years', 168, 168],
    ['fourteen years', 168, 168],
    ['Fourteen (14) years', 168, 168],
    ['14 (fourteen) years', 168, 168],
    ['twenty-five years', 300, 300],
    ['10 years and 6 months', 126, 126],
    ['5 years 11 months', 71, 71],
    ['5 years, 12 months', 72, 72],
    ['2 years to 6 years', 24, 72],
    ['six months to five years', 6, 60],
    ['6 months to 5 years', 6, 60],
    ['from three to seven years', 36, 84],
    ['15 years to life', 180, Infinity],
    ['20 years or life', 240, Infinity],
    ['10 years, or life imprisonment', 120, Infinity],
    ['5 years or a fine', 60, 60],
    ['up to 10 years and a fine', 120, 120],
    ['not more than 14 years', 168, 168],
    ['at least 6 years', 72, 72],
    ['at least 3 years', 36, 36],
    ['6 years or more', 72, 72],
    ['not less than five years', 60, 60],
    ['312 weeks', 72, 72],
  ])('%j', (text, least, most) => {
    expect(readTerm(text)).toEqual({ least, most });
  });

  it.each([
    '',
    'long',
    '14',
    'years',
    '-3 years',
    'at least',
    'lifelong friend',
    'years 14',
    '14 years or so',
    'a fine',
    'fifteen (14) years',
    '14 years for a first offence',
    '5 months and 6 years',
    '5 years and 6 years and 7 years',
    'several years',
    'more than enough years',
    '14 years (article 5)',
    'life of the contract',
  ])('%j is none', (text) => {
    expect(readTerm(text)).toBeUndefined();
  });
});
