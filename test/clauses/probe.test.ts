import { it } from 'vitest';
import { certificateOf, readOnly, REGIME } from '/work/clauses/test/support/clauses';
import { wordsOf } from '/work/clauses/server/clauses/words';
import { describeChange } from '/work/clauses/server/clauses/describe';
it('probe', () => {
  for (const { id, words } of REGIME.clauses) {
    const base = readOnly(certificateOf(id, words)).reading.changes;
    if (base.length) console.log('BASE', id, base);
    const w = wordsOf(words);
    w.forEach(({ start, end, form }, i) => {
      const text = (words.slice(0, start).trimEnd() + ' ' + words.slice(end).trimStart()).trim();
      const { reading } = readOnly(certificateOf(id, text));
      if (reading.changes.length !== 1) console.log(id, i, form, reading.changes.length, reading.changes.map(describeChange));
    });
  }
});
