import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../scripts/pack-schema.mjs';
import { allCountries } from '../../server/certificate/fields/country';
import { check } from '../../server/check';
import { citationsOf } from '../../server/cli/outcome';
import { builtIn } from '../../server/regimes/catalogue';
import { inventory } from '../../server/regimes/diff';
import { extend } from '../../server/regimes/extend';
import { readPack } from '../../server/regimes/read-pack';
import type { Pack } from '../../server/regimes/types';
import { parse } from '../../server/syntax/parse';
import { isMet, tryExamples } from '../../server/try-examples';
import { TODAY } from '../support/examples';
import { readFixtures } from '../support/fixture';
import { SURROUNDINGS } from '../support/surroundings';

const ROOT = join(import.meta.dirname, '../..');
const packs = builtIn.packs();
const regimeOf = (id: string | undefined) => packs.find((regime) => regime.id === id);

/** The lines that `test/regimes/inventory/` holds for a pack. */
const stated = (pack: Pack) =>
  inventory(
    extend(
      pack,
      regimeOf(pack.extends),
      (pack.overlays ?? []).flatMap((id) => regimeOf(id) ?? []),
    ),
  ).join('\n');

/** A pack file as it is written. */
const written = (id: string) => readFileSync(join(ROOT, `server/regimes/${id}.yaml`), 'utf8');

describe.each(packs.map((regime) => [regime.id, regime] as const))('%s', (id, regime) => {
  it('gives the findings that its own examples expect', () => {
    const failed = tryExamples(regime, packs, TODAY).filter((each) => !isMet(each));
    expect(failed.map(({ example: { name }, ...rest }) => ({ name, ...rest }))).toEqual([]);
  });

  it('states exactly what is on record of it', async () => {
    await expect(`${inventory(regime).join('\n')}\n`).toMatchFileSnapshot(`inventory/${id}.txt`);
  });

  it('cannot lose any entry unnoticed', () => {
    const { pack } = readPack(parse(written(id)));
    expect(pack).toBeDefined();
    const whole = stated(pack!);
    const unnoticed: string[] = [];
    for (const path of entriesOf(pack, [])) {
      if (path[0] === 'examples') continue;
      const less = structuredClone(pack!);
      remove(less, path);
      let now: string | undefined;
      try {
        now = stated(less);
      } catch {
        // Without an entry that every pack must have the file is refused when it is read.
        continue;
      }
      if (now === whole) unnoticed.push(path.join('.'));
    }
    expect(unnoticed).toEqual([]);
  });

  it('names a source for every entry that a finding can rest on', () => {
    for (const key of new Set(inventory(regime).flatMap((line) => /\.source\[(.+?)\]/.exec(line)?.[1] ?? [])))
      expect(Object.keys(regime.sources)).toContain(key);
    expect(
      regime.fields.required.filter((path) => !(regime.fields.sourced?.[path] ?? regime.fields.source)[0]),
    ).toEqual([]);
  });
});

/** The paths of all entries of lists and groups below a value. */
function* entriesOf(value: unknown, path: readonly (string | number)[]): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries as [string | number, unknown][]) {
    yield [...path, key];
    yield* entriesOf(inner, [...path, key]);
  }
}

function remove(value: unknown, path: readonly (string | number)[]): void {
  const [key, ...rest] = path;
  if (rest.length > 0) remove((value as Record<string | number, unknown>)[key!], rest);
  else if (Array.isArray(value)) value.splice(Number(key), 1);
  else Reflect.deleteProperty(value as object, key!);
}

it('the schema is the one that the types make', async () => {
  expect(await packSchema()).toBe(readFileSync(join(ROOT, 'schemas/regime.schema.json'), 'utf8'));
});

describe('the code outside the packs', () => {
  const sources = ['server', 'client'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({
        path: `${folder}/${name.replaceAll('\\', '/')}`,
        text: readFileSync(join(ROOT, folder, name), 'utf8'),
      })),
  );
  const objects = packs.flatMap(({ purposes }) => purposes?.objects ?? []);
  const listed = objects.flatMap((object) => [object, ...(object.acts ?? []), ...(object.aims ?? [])]);
  const ids = new Set([
    ...packs.flatMap(({ id, family, purposes }) => [id, family ?? id, purposes?.vocabulary ?? id]),
    ...packs.flatMap(({ clauses, lists }) => [...clauses, ...(lists ?? [])].map((each) => each.id)),
    ...[...listed, ...packs.flatMap(({ purposes }) => purposes?.uses ?? [])].map((each) => each.id),
  ]);

  it('names no regime, family, vocabulary, clause, object, act, aim or use in quotation marks', () => {
    const named = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/['"`]([a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g)]
        .filter(([, word]) => ids.has(word ?? ''))
        .map(([, word]) => `${path}: ${word}`),
    );
    expect(named).toEqual([]);
  });

  it('names none in any other way: as a key, in an expression, as a part of a longer text', () => {
    const patterns = [...ids].map(
      (id) =>
        [
          id,
          id.includes('-')
            ? new RegExp(`(?<![\\w-])${id}(?![\\w-])`)
            : new RegExp(`^\\s*${id}\\??:|\\(\\?:${id}\\||\\|${id}\\)`, 'm'),
        ] as const,
    );
    const named = sources.flatMap(({ path, text }) => {
      const code = text.replace(/\/\*.*?\*\/|(?<!:)\/\/.*$/gms, '');
      return patterns.flatMap(([id, pattern]) => (pattern.test(code) ? [`${path}: ${id}`] : []));
    });
    expect(named).toEqual([]);
  });

  it('has no list of countries but the names by which the format reads them', () => {
    const codes = new Set(allCountries().map(({ code }) => code));
    const names = allCountries().map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const any = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu');
    const lists = sources
      .filter(({ path }) => !path.startsWith('server/certificate/fields/country'))
      .flatMap(({ path, text }) => {
        const coded = new Set(
          [...text.matchAll(/['"`]([A-Z]{2})['"`]/g)].flatMap(([, code = '']) => (codes.has(code) ? [code] : [])),
        );
        const named = new Set([...text.matchAll(any)].map(([name]) => name));
        return coded.size > 2 || named.size > 2 ? [`${path}: ${[...coded, ...named].join(', ')}`] : [];
      });
    expect(lists).toEqual([]);
  });
});

/** Rules that no authority has to give a reason for: they are about the form in which a certificate is written. */
const OF_FORM = [
  'clause-unknown',
  'date-order',
  'field-form',
  'field-invalid',
  'field-placeholder',
  'field-unknown',
  'hidden-character',
  'waiver-invalid',
];

it('every finding under every pack carries a source of the pack; one about the form, that of the format', () => {
  const texts = readFixtures('rules').flatMap(({ name, text }) =>
    name.includes('.found') ? text.split(/^---$/m)[0]! : [],
  );
  const wanting = new Set<string>();
  let count = 0;
  for (const { id } of builtIn.all())
    for (const text of texts) {
      const under = text.replace(/^regime:.*$/m, `regime: ${id}`);
      for (const finding of check(under, { ...SURROUNDINGS, namesakes: () => [{ place: 'b.euc.yaml, line 3' }] })
        .findings) {
        const { rule, source = [], regime, message } = finding;
        if (!regime) continue;
        count++;
        for (const key of source) expect(Object.keys(regime.sources)).toContain(key);
        expect(citationsOf(finding)).not.toBe('');
        if (source.length === 0 && !OF_FORM.includes(rule)) wanting.add(`${id} ${rule}: ${message}`);
      }
    }
  expect(count).toBeGreaterThan(3000);
  expect([...wanting]).toEqual([]);
});
