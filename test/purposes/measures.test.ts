import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { labelled, statementsIn } from './labelled';

const TRAINING = fileURLToPath(new URL('../../training', import.meta.url));
/** The words of a statement without signs and capitals: two that differ in these are one. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

it('nothing that measures the reader was taught to it', () => {
  const measures = [
    ...labelled('dev.jsonl').slice(750),
    ...[
      'unseen.jsonl',
      'fresh.jsonl',
      'declarations.jsonl',
      'correspondence.jsonl',
      'mixed.jsonl',
      'strangers.jsonl',
    ].flatMap(labelled),
  ];
  const measured = new Set(measures.map(({ text }) => bare(text)).filter((words) => words !== ''));
  const taught = readdirSync(TRAINING)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => statementsIn(join(TRAINING, name)));
  const parts = readdirSync(join(TRAINING, 'parts')).flatMap((name) =>
    readFileSync(join(TRAINING, 'parts', name), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\{[a-z]{2}:([^{}]+)\}/g, '$1')),
  );
  expect(taught.length).toBeGreaterThan(30_000);
  expect(parts.length).toBeGreaterThan(4_000);
  expect(measured.size).toBeGreaterThan(2_500);
  expect(taught.filter(({ text }) => measured.has(bare(text))).map(({ id }) => id)).toEqual([]);
  expect(parts.filter((part) => measured.has(bare(part)))).toEqual([]);
});
