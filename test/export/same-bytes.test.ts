import { afterEach, describe, expect, it, vi } from 'vitest';
import { write as writePdf } from '../../server/export/bundles/pdf';
import { writeDocx } from '../../server/export/docx';
import { writeHtml } from '../../server/export/html';
import { example } from '../support/examples';
import { bytesOf, papersOf } from './papers';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe.each([
  ['HTML', writeHtml],
  ['DOCX', writeDocx],
  ['PDF', writePdf],
])('%s', (_, write) => {
  it('has the same bytes on any day, in any time zone and locale', async () => {
    const seen = new Set<string>();
    const offsets = new Set<number>();
    for (const [zone, locale, day] of [
      ['UTC', 'C', '2026-11-20T00:00:00Z'],
      ['Pacific/Kiritimati', 'he_IL.UTF-8', '2031-12-31T23:59:59Z'],
      ['America/St_Johns', 'tr_TR.UTF-8', '2027-03-14T07:30:00Z'],
    ] as const) {
      vi.stubEnv('TZ', zone);
      vi.stubEnv('LANG', locale);
      vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
      offsets.add(new Date().getTimezoneOffset());
      // From the text on: what is read, checked and laid out must not depend on the place either.
      const papers = await papersOf(example('good-by-parts'));
      seen.add(Buffer.from(bytesOf(await write(papers))).toString('base64'));
      vi.useRealTimers();
    }
    expect(offsets.size, 'the time zones took effect').toBe(3);
    expect(seen.size).toBe(1);
  });
});
