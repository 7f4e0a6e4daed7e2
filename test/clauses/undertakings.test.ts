import { describe, expect, it } from 'vitest';
import { undertakes } from '../../server/clauses/undertaking';
import { wordsOf } from '../../server/clauses/words';
import { certificateOf, readOnly, REGIME } from '../support/clauses';

const judged = (sentence: string) =>
  undertakes(
    wordsOf(sentence)
      .map(({ form }) => form)
      .join(' '),
  );

/** What may be added to any clause. */
const FURTHER = `
  The end user shall keep records for five years.
  The end user shall keep a log of every use and make it available to the exporter on request.
  The end user shall inform the exporter of any loss of the system without delay.
  The end user shall inform the Ministry of Defence of any incident within 48 hours.
  The end user will permit inspections at any reasonable time.
  The end user agrees to on-site inspections by the exporting authority.
  The end user shall allow representatives of the Ministry to inspect the system.
  The end user shall not transfer the system to a third party.
  The end user will not re-export the system without the prior written consent of the exporting State.
  We undertake not to transfer the system to any other party.
  The system shall not be copied, modified or reverse engineered.
  The system shall be used by trained staff only.
  The system shall remain at the premises of the end user.
  The end user confirms receipt within thirty days.
  The end user certifies that the information given above is true.
  The end user further undertakes to inform the exporter immediately of any theft of the system.
  The end user shall return the system to the exporter upon expiry of the licence.
  The end user shall protect the system against unauthorised access.
  The end user shall maintain a register of authorised operators.
  A record of each use shall be kept and be shown to the exporter upon request.
  The end user undertakes to use the system at the stated address only.
  No part of the system shall be transferred to any third party.
  The exporter shall be informed of any loss of the system.
  The Ministry may inspect the system at any time.
  This certificate is signed in two originals.
  In addition, the end user shall train its staff in the use of the system.
`;

/** What has the form of an undertaking and says something that only a reader can judge. */
const UNJUDGED = `
  The end user shall keep a teapot on the system.
  The end user shall sing the praise of the system.
  The end user shall audit the compliance of the exporter with its own law.
  The end user shall notify the exporter before moving the system to the harbour.
`;

/** What takes back, excepts, widens, or speaks of the clause itself. */
const TAKING_BACK = `
  This clause shall not apply in an emergency.
  Nothing in this clause limits the powers of the competent authority.
  This clause shall enter into force upon further notice.
  The end user may depart from this clause where necessary.
  The competent authority may decide otherwise.
  The above is a statement of intent.
  Compliance is voluntary.
  Unless the end user decides otherwise.
  The end user shall decide what constitutes harm.
  The end user shall be the sole judge of compliance.
  The end user shall not be bound by this in wartime.
  The end user will use its best efforts to comply.
  The end user shall keep the right to depart from this.
  The end user shall record any departure from this undertaking.
  The end user shall provide the system to the army.
  The end user shall allow use by third parties.
  The end user shall report journalists to the police.
  The system shall be used by all agencies of the State.
  The system may also be used for crowd control.
  The exporter shall not disconnect the system.
  The Ministry shall not remove the system.
  The end user shall not keep records of use.
  No inspection shall be carried out.
  The end user shall monitor the harbour by means of the system.
  The end user shall interpret the terms.
  The end user shall use the system in the harbour.
  The Ministry may dispense with this requirement.
  No court shall review compliance.
  This is not a promise.
  National security shall prevail.
`;

const linesOf = (text: string) => text.trim().split(/\n\s*/);

describe('a sentence beyond the required words', () => {
  it.each(linesOf(FURTHER))('is an undertaking: %s', (sentence) => {
    expect(judged(sentence)).toBe('plainly');
  });
  it.each(linesOf(UNJUDGED))('is not judged: %s', (sentence) => {
    expect(judged(sentence)).toBe('perhaps');
  });
  it.each(linesOf(TAKING_BACK))('is none: %s', (sentence) => {
    expect(judged(sentence)).toBe('no');
  });
});

describe('behind a required clause', () => {
  const lawful = REGIME.clauses.find(({ id }) => id === 'lawful-use')!.words.trim();
  const changesIn = (text: string) => readOnly(certificateOf('lawful-use', text)).reading.changes;

  it('only the sentence that takes back is a finding, between two that do not', () => {
    const [one, two] = linesOf(FURTHER);
    const changes = changesIn(`${lawful} ${one!} The Minister may grant exceptions. ${two!}`);
    expect(changes.map(({ effect, now }) => ({ effect, now }))).toEqual([
      { effect: 'exception-added', now: 'The Minister may grant exceptions' },
    ]);
  });

  it('an end left out and a sentence put behind are two', () => {
    const changes = changesIn(
      `${lawful.replace(', including judicial orders if so required', '')} The Minister may grant exceptions.`,
    );
    expect(changes.map(({ was, now }) => [was, now])).toEqual([
      ['including judicial orders if so required', ''],
      ['', 'The Minister may grant exceptions'],
    ]);
  });

  it('what only a reader can judge is told, and no fault', () => {
    const changes = changesIn(`${lawful} The end user shall keep a teapot on the system.`);
    expect(changes.map(({ effect }) => effect)).toEqual(['sentence-unjudged']);
  });

  it('the end user may undertake it under his own name', () => {
    const source = `end-user:\n  name: Directorate of Quern & Sons\n${certificateOf('lawful-use', `${lawful} The Directorate of Quern & Sons shall keep records for five years.`)}`;
    expect(readOnly(source).reading.changes).toEqual([]);
    expect(readOnly(source.replace('Quern & Sons\n', 'Elsewhere\n')).reading.changes).not.toEqual([]);
  });

  it('an altered end is found, and the undertakings behind it are no part of it', () => {
    const [further] = linesOf(FURTHER);
    const changes = changesIn(`${lawful.replace(', including judicial orders if so required', '')} ${further!}`);
    expect(changes.map(({ kind, was }) => ({ kind, was }))).toEqual([
      { kind: 'left-out', was: 'including judicial orders if so required' },
    ]);
  });
});
