import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { isBuiltin } from 'node:module';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../server/regimes/catalogue';
import { RULES } from '../server/rules/index';

const ROOT = join(import.meta.dirname, '..');

interface Source {
  /** From the top of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  /** What it imports: files as paths without their ending, packages as they are named. */
  readonly imports: readonly string[];
}

const sources: readonly Source[] = ['server', 'client'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name): Source => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      const text = readFileSync(join(ROOT, path), 'utf8');
      const named = [
        ...text.matchAll(/^(?:import|export)\b[^'";]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
      ];
      const imports = named
        .map(([, from, bare, late]) => from ?? bare ?? late ?? '')
        .map((each) => (each.startsWith('.') ? normalize(join(dirname(path), each)).replaceAll('\\', '/') : each));
      return { path, text, imports };
    }),
);
const server = sources.filter(({ path }) => path.startsWith('server/'));
const known = new Set(sources.map(({ path }) => path.replace(/\.ts$/, '')));

/** The rooms from left to right; each imports only from those to its left, and from itself. */
const ROOMS = [
  'text',
  'syntax',
  'certificate',
  'regimes',
  'clauses',
  'purposes',
  'rules',
  'check',
  'features',
  'packs',
  'export',
  'lsp',
  'cli',
];

/** The room of a file; what stands beside the folders belongs with the entry that it is. */
const roomOf = (path: string): string | undefined =>
  /^server\/(?:check|check-all|fix-all)$/.test(path) ? 'check' : /^server\/([^/]+)\//.exec(path)?.[1];

it('the sources are seen', () => {
  expect(server.length).toBeGreaterThan(60);
  expect(sources.some(({ path }) => path.startsWith('client/'))).toBe(true);
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
});

it('each room imports only from rooms to its left', () => {
  const wrong = server.flatMap(({ path, imports }) => {
    const own = roomOf(path.replace(/\.ts$/, ''));
    const place = ROOMS.indexOf(own ?? '');
    if (place < 0) return [];
    return imports.filter((each) => ROOMS.indexOf(roomOf(each) ?? '') > place).map((each) => `${path} -> ${each}`);
  });
  expect(wrong).toEqual([]);
});

it('nothing is imported by the long way round', () => {
  const after = new Map(
    sources.map(({ path, imports }) => [path.replace(/\.ts$/, ''), imports.filter((each) => known.has(each))]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (done.has(path) || way.includes(path)) return;
    for (const next of after.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of after.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

it('the core knows neither the editor nor the machine', () => {
  const wrong = server
    .filter(({ path }) => !/^server\/(?:lsp|cli)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((each) => isBuiltin(each) || each.startsWith('vscode')).map((each) => `${path} -> ${each}`),
    );
  expect(wrong).toEqual([]);
});

it('one folder alone knows the library that reads the files', () => {
  const importers = server.filter(({ imports }) => imports.includes('yaml')).map(({ path }) => dirname(path));
  expect([...new Set(importers)]).toEqual(['server/syntax']);
});

it('the client imports nothing of the server but the names of the messages', () => {
  const wrong = sources
    .filter(({ path }) => path.startsWith('client/'))
    .flatMap(({ imports }) => imports.filter((each) => each.startsWith('server/')));
  expect([...new Set(wrong)]).toEqual(['server/lsp/messages']);
});

it('no line of code names a regime', () => {
  for (const { id } of builtIn.all())
    expect(sources.filter(({ text }) => text.includes(id)).map(({ path }) => path)).toEqual([]);
});

it('files are named after one idea, in small letters with hyphens', () => {
  const names = sources.map(({ path }) => path.split('/').at(-1) ?? '');
  expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(name))).toEqual([]);
  expect(names.filter((name) => /util|helper|manager|common|misc/.test(name))).toEqual([]);
});

it('every import of a file leads to one', () => {
  const missing = sources.flatMap(({ path, imports }) =>
    imports
      .filter((each) => /^(?:server|client)\//.test(each) && !known.has(each) && !existsSync(join(ROOT, each)))
      .map((each) => `${path} -> ${each}`),
  );
  expect(missing).toEqual([]);
});

it('every rule stands in a file of its own name and in the index once', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const own = (id: string) => sources.find(({ path }) => path === `server/rules/${id}.ts`)?.text ?? '';
  expect(ids.filter((id) => !own(id).includes(`id: '${id}'`) && !own(id).includes(`'${id}'`))).toEqual([]);
});

describe('the pages of the rules', () => {
  it('are there, one for each', () => {
    const pages = readdirSync(join(ROOT, 'docs/rules')).map((name) => name.replace(/\.md$/, ''));
    expect(RULES.map(({ id }) => id).filter((id) => !pages.includes(id))).toEqual([]);
  });
});
