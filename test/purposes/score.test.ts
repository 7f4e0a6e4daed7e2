import { describe, expect, it } from 'vitest';
import { flawsIn, labelled, score, type Labelled, type Score } from './labelled';

// Floors, not aims: what the reader reached when it was last measured (docs/purposes.md), rounded against it. The bars that
// it is to reach lie above them and are named there.
const dev = labelled('dev.jsonl');

/** Scores statements, and says the figures to whoever runs this. */
function scored(name: string, statements: readonly Labelled[]): Score {
  const figures = score(statements);
  const said = Object.entries(figures).map(([of, value]) => `${of} ${(value as number).toFixed(1)} %`);
  process.stdout.write(`${name}: ${said.join(', ')}\n`);
  return figures;
}

describe('the reader of purposes', () => {
  it.each<[of: string, name: string, statements: readonly Labelled[], floor: Score]>([
    [
      'statements that it was taught with',
      'first 750',
      dev.slice(0, 750),
      { escapes: 0.1, stopped: 0.6, f1: 99, spans: 98.9 },
    ],
    [
      'statements that nobody who built it had read',
      'last 366',
      dev.slice(750),
      { escapes: 0.1, stopped: 0.1, f1: 96, spans: 99.6 },
    ],
    [
      'statements of two authors that were never learned from',
      'unseen 500',
      labelled('unseen.jsonl'),
      { escapes: 0.1, stopped: 1.9, f1: 96.9, spans: 99.4 },
    ],
    [
      'a thousand statements of two more authors that were never learned from',
      'fresh 1000',
      labelled('fresh.jsonl'),
      { escapes: 0.4, stopped: 2.6, f1: 98.3, spans: 99.8 },
    ],
    [
      'statements of two strangers, written when the reader was there',
      'strangers 581',
      labelled('strangers.jsonl'),
      { escapes: 0.1, stopped: 1, f1: 99.1, spans: 99.6 },
    ],
    [
      'whole declarations of one more author',
      'declarations 300',
      labelled('declarations.jsonl'),
      { escapes: 0.7, stopped: 8.4, f1: 95.6, spans: 99 },
    ],
    [
      'letters, clauses of contracts and declarations of one more author',
      'correspondence 400',
      labelled('correspondence.jsonl'),
      { escapes: 0.1, stopped: 9, f1: 91.7, spans: 99.4 },
    ],
    [
      'mixed statements that were written against an earlier reader',
      'mixed 360',
      labelled('mixed.jsonl'),
      { escapes: 8.2, stopped: 11.4, f1: 86, spans: 98.3 },
    ],
  ])('does as well as it did on %s', (_, name, statements, floor) => {
    const { escapes, stopped, f1, spans } = scored(name, statements);
    expect(escapes).toBeLessThan(floor.escapes);
    expect(stopped).toBeLessThan(floor.stopped);
    expect(f1).toBeGreaterThan(floor.f1);
    expect(spans).toBeGreaterThan(floor.spans);
  });

  it('marks words, and only words of the statement', () => {
    for (const { text } of dev)
      for (const { span } of flawsIn(text)) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(span.start, span.end)).toMatch(/[\p{L}\p{N}]|^.$/u);
      }
  });
});
