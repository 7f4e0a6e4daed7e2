import * as vscode from 'vscode';
import { equal } from './assert';
import { closeAll, findingOf, findingsOf, openDocument, rangeOf, select, typeText } from './support';

describe('A certificate is typed', () => {
  afterEach(closeAll);

  it('is marked at a purpose that is not on the list, until the purpose is taken back', async () => {
    const document = await openDocument('examples/good-in-words.euc.yaml');
    select(rangeOf(document, 'Investigation of Serious Crimes as defined in this certificate.').end);
    await typeText('\n- Collection of harbour dues.');
    // It is marked before it is typed to its end, then at the words so far.
    await findingsOf(document, 'the whole purpose marked as an error', (seen) =>
      seen.some(
        ({ rule, text, severity }) =>
          rule === 'purpose-outside-list' && text === 'Collection of harbour dues' && severity === 'error',
      ),
    );
    const { line } = rangeOf(document, 'Collection').start;
    select(new vscode.Range(document.lineAt(line - 1).range.end, document.lineAt(line).range.end));
    await vscode.commands.executeCommand('deleteLeft');
    await findingsOf(document, 'no finding', (seen) => seen.length === 0);
  });

  it('is judged at each purpose in words, which needs the vocabulary that is loaded apart', async () => {
    const document = await openDocument('examples/good-in-words.euc.yaml');
    const stated = 'Investigation of Serious Crimes as defined in this certificate.';
    select(rangeOf(document, stated));
    await typeText('Surveillance of journalists.');
    // While it is half typed it is one that cannot be judged yet.
    await findingsOf(
      document,
      'the verdict on the whole sentence',
      (seen) =>
        seen.some(({ rule, text }) => rule === 'purpose-expression' && text === 'journalists') &&
        !seen.some(({ rule }) => rule === 'purpose-not-assessed'),
    );
  });

  it('is marked at one altered figure of a clause, until the figure is right again', async () => {
    const document = await openDocument('examples/good-in-words.euc.yaml');
    const { start } = rangeOf(document, '6 years');
    select(new vscode.Range(start, start.translate(0, 1)));
    await typeText('5');
    equal((await findingOf(document, 'clause-altered')).text, '5');
    select(new vscode.Range(start, start.translate(0, 1)));
    await typeText('6');
    await findingsOf(document, 'no finding', (seen) => seen.length === 0);
  });

  it('keeps what was found elsewhere while a line is half written', async () => {
    const document = await openDocument('examples/good-in-words.euc.yaml');
    const country = rangeOf(document, 'DE');
    select(country);
    await typeText('Germny');
    await findingOf(document, 'field-invalid');
    select(rangeOf(document, 'MLA-7781'));
    await typeText('MLA: 7781');
    await findingsOf(document, 'both the unreadable line and the country', (seen) =>
      ['yaml-syntax', 'field-invalid'].every((rule) => seen.some((finding) => finding.rule === rule)),
    );
  });
});
