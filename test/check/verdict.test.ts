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

describe('a waiver', () => {
  const text = good.replace(/expires: .*/, 'expires: 2026-01-01');
  const waived = (entries: string) =>
    check(`${text}waivers:\n  - rule: date-order\n${entries.replace(/^/gm, '    ')}\n`, { today: TODAY })
      .findings.filter(({ rule }) => rule === 'date-order')
      .map((finding) => finding.waived);

  it.each([
    'reason: Agreed by letter.\nby: R. Quillon',
    'reason: Agreed by letter.\nby: R. Quillon\nuntil: 2026-11-20',
    'reason: Agreed by letter.\nby: R. Quillon\nuntil: 31 March 2027',
  ])('accepts a finding: %j', (entries) => {
    expect(waived(entries)).toSatisfy((all: boolean[]) => all.length > 0 && all.every(Boolean));
  });

  it.each([
    'reason: Agreed by letter.\nby: R. Quillon\nuntil: soon',
    'reason: Agreed by letter.\nby: R. Quillon\nuntil: 19 November 2026',
    'reason: "-"\nby: R. Quillon',
    'reason: .\nby: R. Quillon',
    'reason: n/a\nby: R. Quillon',
    'reason: "[reason]"\nby: R. Quillon',
    'reason: Agreed by letter.\nby: "-"',
  ])('accepts nothing: %j', (entries) => {
    expect(waived(entries)).toSatisfy((all: boolean[]) => all.length > 0 && !all.some(Boolean));
  });
});
