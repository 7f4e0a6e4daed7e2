import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { example, TODAY } from '../support/examples';

const verdictOf = (text: string) => check(text, { today: TODAY }).verdict;
const good = example('good-by-parts');

describe('a certificate', () => {
  it('is met where nothing is left', () => {
    expect(verdictOf(good)).toBe('met');
  });

  it.each([
    ['regime-unknown', good.replace(/^regime: .*$/m, 'regime: il-cyber-2012')],
    ['regime-missing', good.replace(/^regime: .*\n/m, '')],
  ])('is not checked under no regime, also where a reviewer accepts %s', (rule, text) => {
    const waiver = `waivers:\n  - rule: ${rule}\n    reason: Known to the licensing office.\n    by: R. Quillon\n`;
    expect(verdictOf(text)).not.toBe('met');
    expect(verdictOf(text + waiver)).toBe('not-checked');
  });
});
