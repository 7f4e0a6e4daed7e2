import { describe, expect, it } from 'vitest';
import { painted } from './painted';

/** The words of a statement that are marked so, signs left out. */
function marked(text: string, as: 'negated' | 'undone' | 'conditional'): string {
  const picture = painted(text);
  return picture.words
    .filter(({ kind }, i) => kind !== 'sign' && picture[as][i] === 1)
    .map(({ text: each }) => each)
    .join(' ');
}

/** What a statement undertakes not to do: the words that a negation reaches. */
const undertakenIn = (text: string) => marked(text, 'negated');

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
    ['Use against elected deputies is out of the question.', 'Use against elected deputies is out of the question'],
    ['Finding terrorists, as distinct from rude bloggers.', 'distinct from rude bloggers'],
    [
      'The Bureau has given up the surveillance of papers and now only prevents terrorism.',
      'given up the surveillance of papers',
    ],
    [
      'It would be untrue to say that dissidents will be watched: we prevent terrorism.',
      'untrue to say that dissidents will be watched',
    ],
    [
      'Insult of the king is no longer investigated with it; murder is.',
      'Insult of the king is no longer investigated with it',
    ],
    ['Terrorists of any creed or colour are to be found.', 'of any creed or colour'],
    ['Whatever their faith, terrorists are to be found.', 'Whatever their faith'],
    ['Terrorists are located, whether born abroad or not.', 'whether born abroad or not'],
    [
      'Prevention of terrorism, without any use for border control, taxes or elections.',
      'without any use for border control taxes or elections',
    ],
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
    ['nobody is safe', 'No lawyer is out of our reach.'],
    ['nothing forbids it', 'Nothing in this paper forbids the tracking of converts.'],
    ['it is promised no longer', 'We can no longer promise never to trace a demonstrator.'],
    ['it is lifted', 'The exclusion of charities is lifted.'],
    ['it is withdrawn', 'We renounce our former promise of no use against converts.'],
    [
      'a court or a party is what is asked for',
      'Kidnapping to compel a government to abstain from an act is to be prevented.',
    ],
    ['only persons are described', 'Monitoring of those who no longer pray.'],
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

describe('an undertaking that is taken back', () => {
  it.each([
    ['We will not refrain from monitoring bloggers.', 'We will not refrain from monitoring bloggers'],
    ['Lawful protest does not lie outside the purpose.', 'Lawful protest does not lie outside the purpose'],
    ['It is not unlawful to select persons by religion.', 'It is not unlawful to select persons by religion'],
    [
      'The exclusion of charities contained in our letter is lifted.',
      'exclusion of charities contained in our letter is lifted',
    ],
    ['Seldom will lawyers be overheard.', 'Seldom will lawyers be overheard'],
  ])('says what is done after all: %s', (text, undone) => {
    expect(marked(text, 'undone')).toBe(undone);
    expect(undertakenIn(text)).toBe('');
  });

  it.each([
    'The system shall not be used against journalists.',
    'Its use is foreseen for no journalist and is prohibited.',
  ])('is none where it stands: %s', (text) => {
    expect(marked(text, 'undone')).toBe('');
  });
});

describe('an undertaking on a condition', () => {
  it.each([
    'No cartoonist is followed while Parliament sits.',
    'In principle it is not used against migrants.',
    'Except on Sundays, no cartoonist will be traced.',
    'For the time being we do not follow bishops.',
  ])('is marked as one: %s', (text) => {
    expect(marked(text, 'conditional')).not.toBe('');
  });

  it.each([
    'The system shall not be used against journalists.',
    'At no time may it be turned upon the clergy, whatever the Minister orders.',
    'If a judge orders it, terrorists are followed.',
  ])('is not what has none: %s', (text) => {
    expect(marked(text, 'conditional')).toBe('');
  });
});
