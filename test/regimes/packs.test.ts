import { describe, expect, it } from 'vitest';
import { builtIn } from '../../server/regimes/catalogue';
import { isMet, tryExamples } from '../../server/try-examples';
import { TODAY } from '../support/examples';

describe.each(builtIn.packs().map((regime) => [regime.id, regime] as const))('%s', (_, regime) => {
  it('gives the findings that its own examples expect', () => {
    const tried = tryExamples(regime, builtIn.packs(), TODAY);
    expect(tried.filter((each) => !isMet(each)).map(({ example: { name }, missing, unexpected }) => ({ name, missing, unexpected }))).toEqual([]);
  });
});
