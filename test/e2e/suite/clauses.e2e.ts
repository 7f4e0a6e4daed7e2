import * as vscode from 'vscode';
import { equal, includes, ok } from './assert';
import { applyAction, closeAll, findingOf, findingsOf, openDocument, rangeOf, replaceAll, waitFor } from './support';

/** The good example with three clauses altered, one of them twice. */
async function altered(): Promise<vscode.TextDocument> {
  const document = await openDocument('examples/good-in-words.euc.yaml');
  const text = document
    .getText()
    .replace('6 years', '5 years')
    .replace('shall not, in and of itself,', 'shall, in and of itself,')
    .replace('used only in accordance', 'used in accordance')
    .replace('judicial orders if so required', 'judicial orders');
  await replaceAll(document, text);
  await findingOf(document, 'clause-altered');
  return document;
}

const lensesOf = (document: vscode.TextDocument) =>
  waitFor(
    'the lenses',
    async () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50),
    (seen) => seen.some(({ command }) => command?.title.includes('change')),
  );

/** The line of a lens with what it says. */
const told = (document: vscode.TextDocument, { range, command }: vscode.CodeLens) =>
  `${document.getText(range)}: ${command?.title ?? ''}`;

describe("A clause is laid against the regime's words", () => {
  afterEach(closeAll);

  it('says above it how it stands', async () => {
    const document = await altered();
    const lenses = (await lensesOf(document)).map((lens) => told(document, lens));
    includes(lenses, "lawful-use: 2 changes from the regime's words");
    includes(lenses, "serious-crime: 1 change from the regime's words");
    includes(lenses, "non-discrimination: the regime's words");
  });

  it('is shown beside itself with that clause restored, by a click on what stands above it', async () => {
    const document = await altered();
    const lens = (await lensesOf(document)).find((each) => told(document, each).startsWith('lawful-use'));
    ok(lens?.command, 'The lens has a command.');
    const { command, arguments: args = [] } = lens.command;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
    const { original, modified } = await waitFor('the comparison', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff && input;
    }).then((input) => input as vscode.TabInputTextDiff);
    equal(modified.toString(), document.uri.toString());
    const restored = (await vscode.workspace.openTextDocument(original)).getText();
    includes(restored, 'used only in accordance');
    includes(restored, 'judicial orders if so required');
    includes(restored, '5 years');
    equal(vscode.workspace.fs.isWritableFileSystem(original.scheme), undefined);
  });

  it('leads from its id to the words with their sources', async () => {
    const document = await altered();
    const { start } = rangeOf(document, 'lawful-use');
    const [found] = await waitFor('the definition', async () =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        start,
      ),
    );
    ok(found, 'There is a definition.');
    const page = await vscode.workspace.openTextDocument('uri' in found ? found.uri : found.targetUri);
    includes(page.getText(), 'used only in accordance with national law');
    includes(page.getText(), 'MediaNama');
  });

  it('gets one change back and keeps the other', async () => {
    const document = await altered();
    await applyAction(document, rangeOf(document, 'used in accordance'), 'Restore "only" here');
    includes(document.getText(), 'used only in accordance');
    await findingsOf(
      document,
      'the other change alone',
      (seen) => seen.filter(({ message }) => /only|if so required/.test(message)).length === 1,
    );
  });

  it('is moved from where it was pasted', async () => {
    const document = await openDocument('examples/good-in-words.euc.yaml');
    const clause = /^ {2}serious-crime: >-\n((?: {4}.*\n)+)/m;
    const [, words = ''] = clause.exec(document.getText()) ?? [];
    const pasted = `  - ${words.trim()}\n\nclauses:`;
    await replaceAll(document, document.getText().replace(clause, '').replace('\nclauses:', pasted));
    const { range, message } = await findingOf(document, 'clause-missing');
    includes(message, 'Its words stand in purpose 3');
    await applyAction(document, range, 'Move the purpose that says it to "serious-crime"');
    await findingsOf(document, 'no finding', (seen) => seen.length === 0);
  });
});
