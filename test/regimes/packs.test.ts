import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../scripts/pack-schema.mjs';
import { builtIn } from '../../server/regimes/catalogue';
import { inventory } from '../../server/regimes/diff';
import { extend } from '../../server/regimes/extend';
import { readPack } from '../../server/regimes/read-pack';
import type { Pack } from '../../server/regimes/types';
import { parse } from '../../server/syntax/parse';
import { isMet, tryExamples } from '../../server/try-examples';
import { TODAY } from '../support/examples';

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

it('no regime, act, aim, use or clause is named outside the packs', () => {
  const ids = new Set(
    packs.flatMap(({ id, clauses, purposes }) => [
      id,
      ...clauses.map((clause) => clause.id),
      ...(purposes?.objects ?? []).flatMap((object) => [
        object.id,
        ...[...(object.acts ?? []), ...(object.aims ?? [])].map((each) => each.id),
      ]),
    ]),
  );
  const named = ['server', 'client'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...readFileSync(join(ROOT, folder, name), 'utf8').matchAll(/['"`]([a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g)]
          .filter(([, word]) => ids.has(word ?? ''))
          .map(([, word]) => `${folder}/${name}: ${word}`),
      ),
  );
  expect(named).toEqual([]);
});

it('the packs are loaded in a small part of the time that it takes to compile them', () => {
  const compiled = JSON.stringify(packs);
  const texts = packs.map(({ id }) => written(id));
  const time = (run: () => unknown) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const loading = time(() => JSON.parse(compiled) as unknown);
  const compiling = time(() => texts.map((text) => readPack(parse(text))));
  expect(loading / compiling).toBeLessThan(0.2);
});
