import { describe, expect, it } from 'vitest';
import { languageOf } from '../../server/purposes/language';

/** What a statement undertakes not to do: the words that a negation reaches, signs left out. */
function undertakenIn(text: string): string {
  const picture = languageOf('crime-and-terrorism')?.painter.paint(text);
  if (!picture) throw new Error('no such vocabulary');
  return picture.words
    .filter(({ kind }, i) => kind !== 'sign' && picture.negated[i] === 1)
    .map(({ text: each }) => each)
    .join(' ');
}

describe('what a statement undertakes not to do', () => {
  it.each([
    ['The system shall not be used against journalists.', 'The system shall not be used against journalists'],
    ['Use against journalists is strictly prohibited.', 'Use against journalists is strictly prohibited'],
    ['What the papers print is no business of ours. Terrorism is.', 'What the papers print is no business of ours'],
    ['Hands off lawyers. We investigate serious crimes.', 'Hands off lawyers'],
    ["Journalists' phones: not to be touched.", "Journalists' phones not to be touched"],
    ['The user promises to leave protesters alone.', 'leave protesters alone'],
    [
      'The buyer, who forswears all use against worshippers, investigates serious crimes.',
      'forswears all use against worshippers',
    ],
    ['Acts of terrorism are to be investigated, financing excepted.', 'financing excepted'],
    [
      'Deputies shall at no time be a target; the aim is to prevent terrorism.',
      'Deputies shall at no time be a target',
    ],
    ['We decline any use for tax purposes and will investigate serious crimes.', 'decline any use for tax purposes'],
    ['Probes (no modification) are to follow actors, and terrorists.', 'no modification'],
    ['We never use it for i) taxes, ii) monitoring of actors.', 'never use it for i taxes ii monitoring of actors'],
    [
      'Terrorism is investigated irrespective of faith and sex and the vetting of teachers.',
      'irrespective of faith and sex',
    ],
    ['Excluded: debts, divorces. Included: terrorist acts.', 'Excluded debts divorces'],
  ])('is what the words say: %s', (text, undertaken) => {
    expect(undertakenIn(text)).toBe(undertaken);
  });

  it.each([
    ['a party is banned, and watched all the same', 'Monitoring of banned parties.'],
    ['a union is outlawed, and watched all the same', 'Whoever belongs to the outlawed union shall be found.'],
    ['the refusal is refused', 'No purpose is excluded.'],
    ['nothing stands in the list of what is excluded', 'Excluded: nothing.'],
    ['it is left open', 'It is not ruled out that bloggers be watched.'],
    ['no promise is given', 'We cannot promise that the tax office will not use it.'],
    ['it is done without fail', 'We shall not fail to watch student leaders.'],
    ['nobody is spared', 'Neither the bishops nor the bloggers will escape it.'],
    [
      'it is what somebody wants to bring about',
      'In order that the State may not be forced to yield, hostage-taking is to be prevented.',
    ],
  ])('is nothing where %s: %s', (_, text) => {
    expect(undertakenIn(text)).toBe('');
  });

  it.each([
    ['No priest will be monitored unless he preaches against the mine.', 'No priest will be monitored'],
    [
      'Journalists shall not be monitored, save where an article concerns the Crown.',
      'Journalists shall not be monitored',
    ],
    ['It will not be used for anything other than policing.', 'It will not be used for anything'],
  ])('ends where an exception begins: %s', (text, undertaken) => {
    expect(undertakenIn(text)).toBe(undertaken);
  });
});
