import * as vscode from 'vscode';
import { equal, includes } from './assert';
import { closeAll, hover, openDocument, rangeOf, waitFor } from './support';

describe('A certificate is read', () => {
  afterEach(closeAll);

  it("explains a clause in the regime's words, with their source", async () => {
    const document = await openDocument('examples/good-in-words.euc.yaml');
    const shown = await waitFor('the explanation', () => hover(document, rangeOf(document, 'lawful-use').start));
    includes(shown, 'judicial orders if so required');
    includes(shown, 'MediaNama');
  });

  it('explains an act, a country and a field', async () => {
    const document = await openDocument('examples/good-by-parts.euc.yaml');
    for (const [word, said] of [
      ['kidnapping', 'hostage'],
      ['CA', 'Canada'],
      ['maximum-sentence', 'imprisonment'],
    ] as const) {
      const { start } = rangeOf(document, word);
      includes(await waitFor(`the explanation of ${word}`, () => hover(document, start)), said);
    }
  });

  it('has an outline with each certificate of a register and its parts', async () => {
    const document = await openDocument('examples/register.euc.yaml');
    const symbols = await waitFor('the outline', async () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
    );
    const numbers = [...document.getText().matchAll(/^ {2}number: (\S+)/gm)].map(([, number]) => number!);
    equal(symbols.length, numbers.length);
    numbers.forEach((number, i) => {
      includes(symbols[i]!.name, number);
    });
    includes(
      symbols[0]!.children.map(({ name }) => name),
      'purposes',
    );
  });
});
