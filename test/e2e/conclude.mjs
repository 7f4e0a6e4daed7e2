// The last line of a run over several VS Codes, and its exit code.

/** @typedef {{ passes: number, failures: number, pending: number }} Verdict */

/** @param {Verdict[]} verdicts */
export function conclude(verdicts) {
  const sum = (key) => verdicts.reduce((total, verdict) => total + verdict[key], 0);
  const skipped = sum('pending') > 0 ? `, ${sum('pending')} skipped` : '';
  console.log(`${sum('passes')} passed, ${sum('failures')} failed${skipped}`);
  // A run that tried nothing has shown nothing.
  return sum('failures') > 0 || sum('passes') === 0 ? 1 : 0;
}
