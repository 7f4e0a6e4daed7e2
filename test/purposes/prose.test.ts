import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { flawsIn } from './labelled';

const pages = readFileSync(fileURLToPath(new URL('data/prose.txt', import.meta.url)), 'utf8')
  .trimEnd()
  .split('\n\n');

it('pages about the work of the police are read to the end, each as on record', async () => {
  expect(pages).toHaveLength(10);
  const found = pages.map((page) =>
    [
      `${page.slice(0, 40)}…`,
      ...flawsIn(page).map(({ rule, span }) => `  ${rule}: ${page.slice(span.start, span.end)}`),
    ].join('\n'),
  );
  // None of them is a purpose on the list.
  expect(found.filter((each) => !each.includes('\n'))).toEqual([]);
  await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('data/prose.found.txt');
});
