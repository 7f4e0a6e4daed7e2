import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { statusOf } from '../../server/lsp/status';
import { EXAMPLES, TODAY, example } from '../support/examples';

const status = (text: string) => statusOf('file:///a.euc.yaml', check(text, { today: TODAY }));

describe('The status of a file', () => {
  it('counts every error and warning that is left, those about the file as a whole too', () => {
    for (const [name, text] of EXAMPLES) {
      const { findings } = check(text, { today: TODAY });
      const left = findings.filter(({ severity, waived }) => !waived && /error|warning/.test(severity));
      const told = status(text).certificates.reduce((sum, { errors, warnings }) => sum + errors + warnings, 0);
      expect({ name, told }).toEqual({ name, told: left.length });
    }
  });

  it('never says "not met" with no finding', () => {
    const { verdict, certificates } = status(`${example('good-in-words')}\n  oops: [\n`);
    expect(verdict).toBe('not-met');
    expect(certificates[0]?.errors).toBeGreaterThan(0);
  });

  it('has all sections of a certificate that is met, and none without a known regime', () => {
    expect(status(example('good-by-parts')).certificates[0]?.sections).toEqual({ complete: 7, total: 7 });
    expect(status('certificate:\n  number: A-1\n').certificates[0]?.sections).toEqual({ complete: 0, total: 0 });
  });
});
