import * as vscode from 'vscode';
import { equal, includes } from './assert';
import {
  closeAll,
  findingOf,
  findings,
  openDocument,
  openUntitled,
  rangeOf,
  select,
  typeText,
  waitFor,
} from './support';

const run = (command: string, ...asked: readonly string[]) =>
  vscode.commands.executeCommand(`euc.${command}`, ...asked);

describe('The commands', () => {
  beforeEach(() => openDocument('supply.euc.yaml'));
  afterEach(closeAll);

  it('make a new certificate that has only gaps left', async () => {
    await run('newCertificate', 'il-cyber-2021', 'in-words');
    const document = await waitFor('the new certificate', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled === true && shown.getText() !== '' ? shown : undefined;
    });
    equal(document!.languageId, 'euc');
    includes(document!.getText(), 'regime: il-cyber-2021');
    await findingOf(document!, 'field-placeholder');
    equal([...new Set(findings(document!).map(({ rule }) => rule))], ['field-placeholder']);
  });

  it('insert the missing clauses', async () => {
    const document = await openUntitled('regime: il-cyber-2021\nclauses:\n');
    await findingOf(document, 'clause-missing');
    await run('insertMissingClauses');
    await waitFor('no missing clause', () => !findings(document).some(({ rule }) => rule === 'clause-missing'));
    for (const id of ['permitted-use', 'non-compliance']) includes(document.getText(), `  ${id}: `);
  });

  it("show the regime's text", async () => {
    await run('showRegime');
    // Pages of single clauses may still be open.
    const page = await waitFor('the page', () =>
      vscode.workspace.textDocuments.find(
        ({ uri, languageId }) => uri.scheme === 'euc' && languageId === 'markdown' && !uri.path.includes('/clauses/'),
      ),
    );
    includes(page!.getText(), 'A crime for which the national law imposes a term of imprisonment of 6 years or more.');
  });

  it('restart the checker, which goes on with what is open', async () => {
    const document = await openDocument('misspelt.euc.yaml');
    await findingOf(document, 'field-invalid');
    await run('restart');
    select(rangeOf(document, 'Germny'));
    await typeText('Frnce');
    await waitFor('the finding of a restarted checker', () => findings(document).some(({ text }) => text === 'Frnce'));
  });
});
