import { expect, it } from 'vitest';
import { check } from '../../server/check';
import { TODAY } from '../support/examples';

const REGIME = 'regime: il-cyber-2021\n';
const many = (words: string) => words.repeat(Math.floor(100_000 / words.length));

/** Ten times what the slowest takes on a busy machine; each would take longer if it took the square of its length. */
const LIMIT = 10_000;

it.each([
  ['placeholders', `${REGIME}exporter:\n  name: a ${many('[x] ')}\n`, 'field-placeholder'],
  ['hidden characters in quotation marks', `${REGIME}exporter:\n  name: "${many('x\u200b')}"\n`, 'hidden-character'],
  [
    'hidden characters, each in a field of its own',
    `${REGIME}items:\n${many('  - description: a\u200b\n    quantity: 1\n')}`,
    'hidden-character',
  ],
])(
  'a file of many %s is checked in time with its length',
  (_, text, rule) => {
    expect(check(text, { today: TODAY }).findings.map((finding) => finding.rule)).toContain(rule);
  },
  LIMIT,
);
