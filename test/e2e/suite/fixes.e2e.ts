import * as vscode from 'vscode';
import { equal, includes, ok } from './assert';
import {
  applyAction,
  closeAll,
  codeActions,
  findingOf,
  findings,
  findingsOf,
  openDocument,
  rangeOf,
  replaceAll,
  waitFor,
} from './support';

/** The good example after a change, opened and shown. */
async function changed(change: (text: string) => string): Promise<vscode.TextDocument> {
  const document = await openDocument('examples/good-in-words.euc.yaml');
  await replaceAll(document, change(document.getText()));
  return document;
}

const without = (clause: string) => (text: string) =>
  text.replace(new RegExp(`^  ${clause}: >-\\n(?:    .*\\n)+`, 'm'), '');

const clauseIds = (document: vscode.TextDocument) =>
  [...document.getText().matchAll(/^ {2}([a-z-]+): (?:>-|The|A|An|Terrorist|Failure)/gm)].map(([, id]) => id);

const noFinding = (document: vscode.TextDocument) => findingsOf(document, 'no finding', (seen) => seen.length === 0);

describe('A certificate is mended by what the lightbulb offers', () => {
  afterEach(closeAll);

  it('gets a missing clause, in its place among the others', async () => {
    const document = await changed(without('lawful-use'));
    const { range, message } = await findingOf(document, 'clause-missing');
    includes(message, 'lawful-use');
    await applyAction(document, range, 'Insert the clause "lawful-use"');
    await noFinding(document);
    const ids = clauseIds(document);
    equal(ids[ids.indexOf('lawful-use') + 1], 'non-discrimination');
  });

  it('gets all missing clauses at once', async () => {
    const document = await changed((text) => without('serious-crime')(without('lawful-use')(text)));
    const { range } = await findingOf(document, 'clause-missing');
    await applyAction(document, range, 'Insert all 2 missing clauses');
    await noFinding(document);
  });

  it("gets the regime's words back", async () => {
    const document = await changed((text) => text.replace('6 years', '5 years'));
    const { range } = await findingOf(document, 'clause-altered');
    await applyAction(document, range, /^Restore the regime's words/);
    includes(document.getText(), '6 years or more');
    await noFinding(document);
  });

  it('has its form mended everywhere at once, and nothing of what is declared', async () => {
    const document = await changed((text) =>
      text
        .replace('issued: 2026-11-20', 'issued: 20 November 2026')
        .replace('country: IL', 'country: Israel')
        .replace('end-user:', 'end_user:')
        .replace('6 years', '5 years'),
    );
    await findingsOf(document, 'all four', (seen) => new Set(seen.map(({ rule }) => rule)).size >= 4);
    await vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.euc', apply: 'first' });
    await waitFor('the mended text', () => document.getText().includes('country: IL'));
    const text = document.getText();
    for (const words of ['issued: 2026-11-20', 'end-user:', '5 years']) includes(text, words);
    await findingsOf(
      document,
      'only what is declared',
      (seen) => seen.length === 1 && seen[0]?.rule === 'clause-altered',
    );
  });

  it('offers no fix where nothing is wrong', async () => {
    const document = await changed((text) => text.replace('6 years', '5 years'));
    await findingOf(document, 'clause-altered');
    const offered = await codeActions(document, rangeOf(document, 'Lindenmark'), vscode.CodeActionKind.QuickFix);
    equal(
      offered.map(({ title }) => title),
      [],
    );
    ok(findings(document).length > 0, 'The finding elsewhere is still there.');
  });
});
