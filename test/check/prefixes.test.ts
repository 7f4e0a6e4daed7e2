import { expect, it } from 'vitest';
import { check } from '../../server/check';
import { EXAMPLES, TODAY } from '../support/examples';
import { expectSound } from '../support/sound';

/** With this set, no prefix is left out; it takes minutes. */
const ALL = process.env['EVERY_PREFIX'] !== undefined;

/** Without it, one in so many of the places where something begins or ends, and the seed says at which to start. */
const STRIDE = ALL ? 1 : 6;
const SEED = Number(process.env['EUC_SEED'] ?? 0);

/**
 * The lengths of the prefixes at which something can begin or end: in the first letters of a line, behind every sign,
 * and at the end of a line. A further word of a text makes the text longer, and nothing else.
 */
function prefixesOf(text: string): readonly number[] {
  const lengths: number[] = [];
  for (let length = 0; length <= text.length; length++) {
    const begins = /^[\s-]*\S{0,2}$/.test(text.slice(text.lastIndexOf('\n', length - 1) + 1, length));
    const sign = /[^\p{L}\p{N}\s]/u.test(text.slice(length - 1, length)) || text[length] === '\n';
    if (ALL || begins || sign) lengths.push(length);
  }
  return lengths;
}

// The certificates of a register are read one by one: each is cut short on its own.
const certificates = [...EXAMPLES].flatMap(([name, text]) =>
  text.split(/^---\r?\n/m).map((part, i) => [`${name}, part ${i + 1}`, part] as const),
);

it.each(certificates)(`%s can be cut short anywhere (one prefix in ${STRIDE}, seed ${SEED})`, (_, text) => {
  const every = prefixesOf(text);
  expect(every.length).toBeGreaterThan(text.length / 20);
  for (const length of every.filter((_, i) => i % STRIDE === SEED % STRIDE))
    expectSound(check(text.slice(0, length), { today: TODAY }));
});
