import { describe, expect, it } from 'vitest';
import { passingFailure, tryAgain } from '../../scripts/vscode/try-again.mjs';

const AT_ONCE = [0, 0];

/** Fails with these words in turn, and then succeeds. */
function failing(...words: readonly string[]) {
  let calls = 0;
  return {
    act: () => {
      const said = words[calls++];
      return said === undefined ? Promise.resolve('there') : Promise.reject(new Error(said));
    },
    calls: () => calls,
  };
}

describe('a download', () => {
  it.each([
    'npm error code ECONNRESET',
    'npm error code EAI_AGAIN',
    'npm error code E503',
    'npm error code EINTEGRITY',
    'npm error network timeout at: a registry',
    'npm error TAR_BAD_ARCHIVE: Unrecognized archive format',
    'npm error Invalid response body: premature close',
  ])('is tried again after %j', async (said) => {
    const { act, calls } = failing(said, said);
    expect(await tryAgain(act, AT_ONCE)).toBe('there');
    expect(calls()).toBe(3);
  });

  it.each(['npm error code E404', 'npm error code EACCES', 'npm error code ENOSPC', 'npm error code ERESOLVE'])(
    'is given up at once after %j',
    async (said) => {
      const { act, calls } = failing(said);
      await expect(tryAgain(act, AT_ONCE)).rejects.toThrow(said);
      expect(calls()).toBe(1);
    },
  );

  it('is given up in the end, with what was said last', async () => {
    const { act } = failing('ECONNRESET', 'ECONNRESET', 'ETIMEDOUT');
    await expect(tryAgain(act, AT_ONCE)).rejects.toThrow('ETIMEDOUT');
    expect(passingFailure('npm error code ETIMEDOUT')).toBe('ETIMEDOUT');
  });
});
