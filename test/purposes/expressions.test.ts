import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { checkSync } from 'recheck';
import { expect, it } from 'vitest';

/** Of the texts that are tried on what cannot be proved. */
const SEED = 20211206;
const FOLDER = fileURLToPath(new URL('../../server/purposes/', import.meta.url));

/** Every regular expression that is written in the reader of purposes. */
function expressions(): readonly { readonly file: string; readonly source: string; readonly flags: string }[] {
  const found: { file: string; source: string; flags: string }[] = [];
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.ts'),
  )) {
    const visit = (node: ts.Node) => {
      const literal = ts.isRegularExpressionLiteral(node) && /^\/(.*)\/([a-z]*)$/s.exec(node.text);
      if (literal) found.push({ file, source: literal[1] ?? '', flags: literal[2] ?? '' });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest));
  }
  return found;
}

it(`no regular expression of the reader of purposes takes more than linear time, whatever is typed (seed ${String(SEED)})`, () => {
  // Nothing but JavaScript: no program of the machine is asked.
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  const all = expressions();
  expect(all.length).toBeGreaterThan(100);
  // Without a repetition that has no end there is nothing to look for: no more steps than the expression is long, at each place.
  const endless = all.filter(({ source }) => /[*+]|\{\d+,\}/.test(source));
  expect(endless.length).toBeGreaterThan(10);
  const verdicts = endless.map(({ file, source, flags }) => ({
    file,
    source,
    verdict: checkSync(source, flags, { timeout: 300_000, randomSeed: SEED }).status,
  }));
  expect(verdicts.filter(({ verdict }) => verdict !== 'safe')).toEqual([]);
}, 600_000);
