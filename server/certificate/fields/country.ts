import countries from 'i18n-iso-countries/index';
import english from 'i18n-iso-countries/langs/en.json';
import { nearest } from '../../text/near';

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
  | { readonly kind: 'none'; readonly near?: Country };

const byName = new Map<string, string>();
for (const [code, names] of Object.entries(countries.getNames('en', { select: 'all' })))
  for (const name of names) byName.set(plain(name), code);

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** All countries of ISO 3166-1, by code. */
export function allCountries(): readonly Country[] {
  return Object.keys(countries.getAlpha2Codes()).map((code) => countryOf(code));
}

/** The country with this alpha-2 code in capitals; its name is the code itself where ISO has no such code. */
export function countryOf(code: string): Country {
  return { code, name: countries.getName(code, 'en') ?? code };
}

/** Reads a country as a certificate states it: the ISO alpha-2 code, or something from which the code is certain. */
export function readCountry(text: string): CountryReading {
  const word = text.trim();
  if (/^[A-Z]{2}$/.test(word) && countries.isValid(word)) return { kind: 'code', country: countryOf(word) };
  const upper = word.toUpperCase();
  if (/^[a-z]{2,3}$/i.test(word) && countries.isValid(upper)) {
    const code = upper.length === 3 ? countries.alpha3ToAlpha2(upper) : upper;
    if (code !== undefined) return { kind: 'name', country: countryOf(code) };
  }
  const named = byName.get(plain(word)) ?? (upper === 'UK' ? 'GB' : undefined);
  if (named !== undefined) return { kind: 'name', country: countryOf(named) };
  const near = word.length > 3 ? nearest(plain(word), byName.keys()) : undefined;
  const code = near === undefined ? undefined : byName.get(near);
  return code === undefined ? { kind: 'none' } : { kind: 'none', near: countryOf(code) };
}
