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
  it('does as well as it did on statements that it was taught with', () => {
    const { escapes, stopped, f1, spans } = scored('first 750', dev.slice(0, 750));
    expect(escapes).toBeLessThan(0.1);
    expect(stopped).toBeLessThan(0.8);
    expect(f1).toBeGreaterThan(99);
    expect(spans).toBeGreaterThan(99.5);
  });

  it('does as well as it did on statements that nobody who built it had read', () => {
    const { escapes, stopped, f1, spans } = scored('last 366', dev.slice(750));
    expect(escapes).toBeLessThan(0.9);
    expect(stopped).toBeLessThan(1.2);
    expect(f1).toBeGreaterThan(95.2);
    expect(spans).toBeGreaterThan(99.5);
  });

  it('does as well as it did on statements of two authors that were never learned from', () => {
    const { escapes, stopped, f1, spans } = scored('unseen 500', labelled('unseen.jsonl'));
    expect(escapes).toBeLessThan(0.4);
    expect(stopped).toBeLessThan(1.4);
    expect(f1).toBeGreaterThan(95.5);
    expect(spans).toBeGreaterThan(99.5);
  });

  it('does as well as it did on a thousand statements of two more authors that were never learned from', () => {
    const { escapes, stopped, f1, spans } = scored('fresh 1000', labelled('fresh.jsonl'));
    expect(escapes).toBeLessThan(0.9);
    expect(stopped).toBeLessThan(2.4);
    expect(f1).toBeGreaterThan(97.7);
    expect(spans).toBeGreaterThan(99.5);
  });

  it('does as well as it did on whole declarations of one more author', () => {
    const { escapes, stopped, f1, spans } = scored('declarations 300', labelled('declarations.jsonl'));
    expect(escapes).toBeLessThan(1.2);
    expect(stopped).toBeLessThan(14.4);
    expect(f1).toBeGreaterThan(92);
    expect(spans).toBeGreaterThan(99);
  });

  it('does as well as it did on mixed statements that were written against an earlier reader', () => {
    const { escapes, stopped, f1, spans } = scored('mixed 360', labelled('mixed.jsonl'));
    expect(escapes).toBeLessThan(11.7);
    expect(stopped).toBeLessThan(10.1);
    expect(f1).toBeGreaterThan(85.6);
    expect(spans).toBeGreaterThan(98);
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
