import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { labelled } from './labelled';

const FOLDER = fileURLToPath(new URL('../../server/regimes/vocabularies/crime-and-terrorism', import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const entries = files.flatMap((name) =>
  Object.values(parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, string>).flatMap((words) =>
    words.split(',').map((entry) => entry.trim().toLowerCase()),
  ),
);

describe('the vocabulary', () => {
  it('has words, not sentences: no entry is longer than six', () => {
    expect(entries.length).toBeGreaterThan(3_000);
    expect(entries.filter((entry) => entry.split(/\s+/).length > 6)).toEqual([]);
  });

  it('has no statement among its words', () => {
    const statements = new Set(
      ['dev.jsonl', 'pairs.jsonl'].flatMap((name) =>
        labelled(name)
          .map(({ text }) => text.toLowerCase().replace(/[.\s]+$/, ''))
          .filter((text) => text.includes(' ')),
      ),
    );
    // A field that a statement names and nothing more is a word of the language, however it came into a statement.
    expect(entries.filter((entry) => statements.has(entry) && entry.split(' ').length > 4)).toEqual([]);
  });
});
