import * as vscode from 'vscode';
import { equal, includes } from './assert';
import { applyAction, closeAll, openDocument, rangeOf, replaceAll, waitFor } from './support';

const NAME = '.euc/regimes/harbour.regime.yaml';

describe('A regime pack of the workspace', () => {
  afterEach(closeAll);

  it('has a language of its own, its faults shown and mended, and its names explained', async () => {
    const document = await openDocument(NAME);
    equal(document.languageId, 'euc-regime');
    const shown = () => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    await waitFor('the fault', shown, (messages) => messages.some((message) => message.includes('"issuer"')));
    await applyAction(document, rangeOf(document, 'isuer'), 'Change to "issuer"');
    await waitFor('no fault', () => shown().length === 0);
    const place = rangeOf(document, 'NOTICE]').start;
    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place,
    );
    equal(definition?.range.start.line, rangeOf(document, 'NOTICE:').start.line);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    includes((hover!.contents[0] as vscode.MarkdownString).value, 'Notice 7 of 2029');
    await replaceAll(document, document.getText().replace('required: []', 'required: [end-user.nam]'));
    await waitFor('the fault of a name', shown, (messages) =>
      messages.some((each) => each.includes('"end-user.name"')),
    );
  });
});
