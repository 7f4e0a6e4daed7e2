import { expect, it } from 'vitest';
import { check } from '../../server/check';
import { EXAMPLES, TODAY } from '../support/examples';
import { expectSound } from '../support/sound';

/** With this set, no prefix is left out; it takes minutes. */
const ALL = process.env['EVERY_PREFIX'] !== undefined;

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

it.each(certificates)('%s can be cut short anywhere', (_, text) => {
  const lengths = prefixesOf(text);
  expect(lengths.length).toBeGreaterThan(text.length / 20);
  for (const length of lengths) expectSound(check(text.slice(0, length), { today: TODAY }));
});
