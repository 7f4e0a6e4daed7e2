import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAll } from '../server/check-all';
import type { Finding } from '../server/rules/finding';
import { RULES } from '../server/rules/index';
import { SURROUNDINGS } from './support/surroundings';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/rules');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The examples of a page in their order: what is flagged, what mends it, and where it may be accepted, the waiver. */
function examplesOf(page: string) {
  const [flagged = '', mended = '', waiver] = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text);
  return { flagged, mended, waiver };
}

const found = (rule: string, text: string): readonly Finding[] =>
  checkAll([{ path: 'page.euc.yaml', text }], SURROUNDINGS)[0]!.findings.filter((each) => each.rule === rule);

/** A rule whose reader is still to come has no fixture in which it finds something. */
const isFound = (id: string) => existsSync(join(root, `test/rules/${id}.found.euc.yaml`));

it('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
});

it('the table lists every rule as it is, in the order of the code', () => {
  const rows = [...read('README.md').matchAll(/^\| \[(.+?)\]\((.+?)\) +\| (.+?) +\| (.+?) +\|$/gm)];
  expect(rows.map(([, id, page, severity, title]) => ({ id, page, severity, title }))).toEqual(
    RULES.map(({ id, severity, title }) => ({ id, page: `${id}.md`, severity, title })),
  );
});

describe.each(RULES)('the page of $id', ({ id, severity, title }) => {
  const page = read(`${id}.md`);

  it('says what is found, why, what is left alone and how to accept it', () => {
    expect(page.split('\n').slice(0, 3)).toEqual([`# ${title}`, '', `\`${id}\` · ${severity}`]);
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Why', 'An example', 'What it leaves alone', 'Accepting it']);
  });

  it('leads only to pages that are there', () => {
    for (const [, target = ''] of page.matchAll(/\]\(([^)#]+\.md)/g)) expect(readdirSync(folder)).toContain(target);
  });
});

// The pages of rules that nothing is found of yet are held to the rest.
const checked = RULES.filter(({ id }) => isFound(id)).map((rule) => ({
  ...rule,
  ...examplesOf(read(`${rule.id}.md`)),
}));

it.each(checked)('the page of $id shows an example that is flagged, and one that is mended', (rule) => {
  const before = found(rule.id, rule.flagged);
  expect(before.map(({ severity }) => severity)).toContain(rule.severity);
  expect(found(rule.id, rule.mended).length).toBeLessThan(before.length);
});

const accepted = checked.filter(({ waiver }) => waiver !== undefined);

it.each(accepted)('the page of $id shows a waiver that accepts its example', ({ id, flagged, waiver }) => {
  const text = flagged + waiver!;
  expect(found(id, text).map(({ waived }) => waived)).toContain(true);
  expect(found('waiver-invalid', text)).toEqual([]);
});

it.each(['dependencies', 'devDependencies'] as const)(
  'the page of dependencies gives the reason for all %s',
  (kind) => {
    const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<typeof kind, object>;
    const [, ships = '', builds = ''] = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').split(/^## /m);
    const rows = [...(kind === 'dependencies' ? ships : builds).matchAll(/^\| `(.+?)` +\| (\S+) +\| \S.*\|$/gm)];
    expect(rows.map(([, name, version]) => [name, version])).toEqual(Object.entries(packages[kind]));
  },
);

it('every page leads only to files that are there', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/command-line.md',
    'docs/dependencies.md',
    'docs/development.md',
  ];
  const missing = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => ({ page, target }))
      .filter(({ target }) => !existsSync(join(root, dirname(page), target))),
  );
  expect(missing).toEqual([]);
});
