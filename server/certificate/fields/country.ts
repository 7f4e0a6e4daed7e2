import countries from 'i18n-iso-countries/index';
import english from 'i18n-iso-countries/langs/en.json';
import { grouped } from '../../text/group';
import { distance, nearest } from '../../text/near';
import { FULL_FORMS, OTHER_NAMES } from './country-names';

countries.registerLocale(english);

/** A country by its ISO 3166-1 alpha-2 code and its English name. */
export interface Country {
  readonly code: string;
  readonly name: string;
}

export type CountryReading =
  | { readonly kind: 'code'; readonly country: Country }
  /** The full English name, an ISO alpha-3 code or a code in small letters. */
  | { readonly kind: 'name'; readonly country: Country }
  /** A country for which ISO has no code, by the one that others write for it. */
  | { readonly kind: 'unlisted'; readonly country: Country }
  | { readonly kind: 'none'; readonly near?: Country };

/** The codes that ISO 3166-1 leaves to its users: what they write for a country is no code of ISO. */
const LEFT_TO_USERS = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** The codes by name. A name that two countries bear, as "Congo", is left out: which is meant cannot be known. */
const byName = new Map<string, string>();
const bearers = new Map<string, Set<string>>();
for (const [code, names] of Object.entries(countries.getNames('en', { select: 'all' })))
  for (const name of names) bearers.set(plain(name), (bearers.get(plain(name)) ?? new Set()).add(code));
for (const [name, codes] of bearers) if (codes.size === 1) for (const code of codes) byName.set(name, code);
for (const [name, code] of Object.entries(OTHER_NAMES)) byName.set(plain(name), code);
/** The codes by the names in full, which no near miss is looked for among: "Republic of China" is not Ghana. */
const byFullName = new Map<string, string>();
const namesOf = grouped(byName, ([, code]) => code);
for (const [form, codes] of Object.entries(FULL_FORMS)) {
  for (const code of codes.split(' '))
    // A name that is a full form already takes no second one.
    for (const [name] of namesOf.get(code) ?? []) {
      const full = plain(form) + name;
      if (!byName.has(full) && !/^(?:republic|kingdom|state|islamic|federal|peoples|union)/.test(name)) {
        byFullName.set(full, code);
        byFullName.set(`${plain(form)}the${name}`, code);
      }
    }
}

/** A name as compared: "Viet Nam" and "Vietnam" are one, and so are "St. Lucia" and "Saint Lucia". */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/^st\b\.?/, 'saint')
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** All countries of ISO 3166-1, by code. */
export function allCountries(): readonly Country[] {
  return Object.keys(countries.getAlpha2Codes())
    .filter((code) => !LEFT_TO_USERS.test(code))
    .map((code) => countryOf(code));
}

/** The country with this alpha-2 code in capitals; its name is the code itself where ISO has no such code. */
export function countryOf(code: string): Country {
  return { code, name: countries.getName(code, 'en') ?? code };
}

/** Reads a country as a certificate states it: the ISO alpha-2 code, or something from which the code is certain. */
export function readCountry(text: string): CountryReading {
  const word = text.trim();
  const known = readings.get(word);
  if (known) return known;
  const reading = readWord(word);
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(word, reading);
  return reading;
}

/** What was read before: the same few countries are read at every key, and a name that is none is compared with hundreds. */
const readings = new Map<string, CountryReading>();
const MOST_READINGS = 1000;

function readWord(word: string): CountryReading {
  const reading = readListed(word);
  const country = reading.kind === 'none' ? reading.near : reading.country;
  if (country === undefined || !LEFT_TO_USERS.test(country.code)) return reading;
  return reading.kind === 'none' ? { kind: 'none' } : { kind: 'unlisted', country };
}

/** Reads a word by the library's list, in which codes of its users stand too. */
function readListed(word: string): CountryReading {
  if (/^[A-Z]{2}$/.test(word) && countries.isValid(word)) return { kind: 'code', country: countryOf(word) };
  const upper = word.toUpperCase();
  if (/^[a-z]{2,3}$/i.test(word) && countries.isValid(upper)) {
    const code = upper.length === 3 ? countries.alpha3ToAlpha2(upper) : upper;
    if (code !== undefined) return { kind: 'name', country: countryOf(code) };
  }
  const named = byName.get(plain(word)) ?? byFullName.get(plain(word)) ?? (upper === 'UK' ? 'GB' : undefined);
  if (named !== undefined) return { kind: 'name', country: countryOf(named) };
  const near = word.length > 3 ? nearest(plain(word), byName.keys()) : undefined;
  // Syria is two letters from Serbia: of a short name no more than one may be wrong.
  const close = near !== undefined && distance(plain(word), near, 2) <= (word.length > 6 ? 2 : 1);
  const code = close ? byName.get(near) : undefined;
  return code === undefined ? { kind: 'none' } : { kind: 'none', near: countryOf(code) };
}
