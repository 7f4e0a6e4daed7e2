import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const own = read('package.json') as Package;
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Package>> };

/** The packages that ship, by their places in the lock file: what the direct ones need, and what those need. */
function shipped(): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string, from: string) => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
      const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
      const there = packages[place];
      if (there && !found.has(place)) {
        found.add(place);
        for (const next of Object.keys(there.dependencies ?? {})) visit(next, place);
      }
      if (there || folder === '') return;
    }
  };
  for (const name of Object.keys(own.dependencies ?? {})) visit(name, '');
  return found;
}

it('at most twelve packages ship that were chosen, each in one version', () => {
  expect(Object.keys(own.dependencies ?? {}).length).toBeLessThanOrEqual(12);
  for (const version of Object.values({ ...own.dependencies, ...own.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/);
});

it('nothing that ships runs a script when it is installed, or is made for one machine', () => {
  const places = [...shipped()];
  expect(places.length).toBeGreaterThan(Object.keys(own.dependencies ?? {}).length);
  const wrong = places.filter((place) => {
    const { hasInstallScript, os, cpu } = packages[place] ?? {};
    return hasInstallScript === true || os !== undefined || cpu !== undefined;
  });
  expect(wrong).toEqual([]);
});
