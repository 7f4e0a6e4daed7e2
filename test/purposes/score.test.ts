import { describe, expect, it } from 'vitest';
import { flawsIn, labelled, score } from './labelled';

// Floors, not aims: what the reader reached when it was last measured (docs/purposes.md), rounded against it. The bars that
// it is to reach lie above them and are named there.
const dev = labelled('dev.jsonl');

describe('the reader of purposes', () => {
  it('does as well as it did on statements that it was taught with', () => {
    const { escapes, stopped, f1, spans } = score(dev.slice(0, 750));
    expect(escapes).toBeLessThan(2);
    expect(stopped).toBeLessThan(6);
    expect(f1).toBeGreaterThan(96);
    expect(spans).toBeGreaterThan(99);
  });

  it('does as well as it did on statements that nobody who built it had read', () => {
    const { escapes, stopped, f1, spans } = score(dev.slice(750));
    expect(escapes).toBeLessThan(4.5);
    expect(stopped).toBeLessThan(12.5);
    expect(f1).toBeGreaterThan(88);
    expect(spans).toBeGreaterThan(98.5);
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
