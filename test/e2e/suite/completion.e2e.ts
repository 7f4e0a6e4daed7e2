import * as vscode from 'vscode';
import { equal, includes, ok } from './assert';
import {
  applyAction,
  closeAll,
  completions,
  findings,
  findingsOf,
  openUntitled,
  select,
  typeText,
  waitFor,
  type Finding,
} from './support';

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

/** Opens the text with the cursor at `|` and waits until that label is among what is offered there. */
async function offeredIn(marked: string, label: string) {
  const at = marked.indexOf('|');
  const document = await openUntitled(marked.replace('|', ''));
  const place = document.positionAt(at);
  const items = await waitFor(
    `"${label}" among what is offered`,
    async () => completions(document, place),
    (seen) => seen.some((item) => labelOf(item) === label),
  );
  return { document, place, items, labels: items.map(labelOf), item: items.find((item) => labelOf(item) === label)! };
}

/** Takes what is offered, as Enter does. */
async function take(item: vscode.CompletionItem, place: vscode.Position): Promise<void> {
  const editor = vscode.window.activeTextEditor!;
  const { insertText, range } = item;
  const target = range instanceof vscode.Range ? range : (range?.replacing ?? new vscode.Range(place, place));
  const snippet = insertText instanceof vscode.SnippetString ? insertText : new vscode.SnippetString(insertText);
  ok(await editor.insertSnippet(snippet, target), 'What was offered could not be inserted.');
}

const REGIME = 'regime: il-cyber-2021\n';

describe('Completion', () => {
  afterEach(closeAll);

  it('offers the nine acts of the regime, and nothing else but snippets', async () => {
    const { items, item, document, place } = await offeredIn(
      `${REGIME}purposes:\n  - against: terrorist-act\n    act: |\n`,
      'kidnapping',
    );
    const acts = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet).map(labelOf);
    includes(acts, 'attack-on-life');
    equal(acts.length, 9);
    await take(item, place);
    equal(document.lineAt(3).text, '    act: kidnapping');
  });

  it('offers the fields that are still missing', async () => {
    const { labels } = await offeredIn(`${REGIME}end-user:\n  name: Coastal Police of Merrowby\n  |\n`, 'country');
    for (const key of ['type', 'address']) includes(labels, key);
    equal(labels.includes('name'), false);
  });

  it('inserts a required clause with its words', async () => {
    const { item, document, place } = await offeredIn(`${REGIME}clauses:\n  |\n`, 'serious-crime');
    await take(item, place);
    includes(document.getText().replace(/\s+/g, ' '), 'a term of imprisonment of 6 years or more.');
    await waitFor('the clause to be accepted', () => {
      const seen = findings(document);
      const missing = seen.filter(({ rule }) => rule === 'clause-missing').map(({ message }) => message);
      return missing.length === 6 && !seen.some(({ rule }) => rule === 'clause-altered');
    });
  });

  it('offers a whole certificate in an empty file', async () => {
    const document = await openUntitled('');
    const start = new vscode.Position(0, 0);
    const wholeIn = (items: readonly vscode.CompletionItem[]) =>
      items.find((item) => {
        const text = snippetText(item.insertText);
        return labelOf(item) === 'New certificate under il-cyber-2021' && text.includes('clauses:');
      });
    const items = await waitFor(
      'a whole certificate with its clauses',
      async () => completions(document, start),
      (seen) => wholeIn(seen) !== undefined,
    );
    await take(wholeIn(items)!, start);
    includes(document.getText(), 'regime: il-cyber-2021');
    // It has gaps to fill in, and nothing else to find fault with.
    await waitFor(
      'findings of gaps alone',
      () => [...new Set(findings(document).map(({ rule }) => rule))].sort(),
      (rules) => rules.length > 0 && rules.every((rule) => rule === 'field-placeholder'),
    );
  });

  it('inserts a snippet by its name', async () => {
    const { item, document, place } = await offeredIn(`${REGIME}exporter:\n  name: A\n\n|`, 'signatory');
    equal(item.kind, vscode.CompletionItemKind.Snippet);
    await take(item, place);
    equal(document.lineAt(4).text, 'signature:');
    await findingsOf(document, 'gaps of the signature', (seen) =>
      seen.some(({ rule, range }) => rule === 'field-placeholder' && range.start.line > 4),
    );
  });

  it('and fixes alone lead from an empty file to a certificate that is met', async () => {
    const document = await openUntitled('');
    const start = new vscode.Position(0, 0);
    const label = 'New certificate under il-cyber-2021';
    const offered = await waitFor(
      'a whole certificate',
      async () => completions(document, start),
      (seen) => seen.some((item) => labelOf(item) === label),
    );
    await take(
      offered.find((item) => labelOf(item) === label)!,
      start,
    );
    await vscode.commands.executeCommand('leaveSnippet');
    for (let number = 1; ; number++) {
      const gap = /<[^<>\n]+>/.exec(document.getText());
      if (!gap) break;
      const range = new vscode.Range(document.positionAt(gap.index), document.positionAt(gap.index + gap[0].length));
      await findingsOf(document, `a finding at ${gap[0]}`, (seen) => seen.some((each) => each.range.isEqual(range)));
      const [key = ''] = document
        .lineAt(range.start.line)
        .text.replace(/^[\s-]*/, '')
        .split(':');
      select(range);
      // What the checker knows is completed or mended; the rest is for the signatory to say.
      if (key === 'issued' || key === 'date') {
        await vscode.commands.executeCommand('deleteLeft');
        const today = (item: vscode.CompletionItem) => /^\d{4}-\d\d-\d\d$/.test(labelOf(item));
        const dates = await waitFor(
          'a date',
          async () => completions(document, range.start),
          (seen) => seen.some(today),
        );
        await take(dates.find(today)!, range.start);
      } else if (key === 'country') {
        await typeText('Germny');
        const isCountry = ({ rule, text }: Finding) => rule === 'field-invalid' && text === 'Germny';
        const seen = await findingsOf(document, 'a misspelt country', (each) => each.some(isCountry));
        await applyAction(document, seen.find(isCountry)!.range, /Germany/);
      } else await typeText(key === 'quantity' ? '1 system' : `Arkenvale ${String(number)}`);
    }
    await findingsOf(document, 'no finding', (seen) => seen.length === 0);
    includes(document.getText(), 'non-compliance:');
  });
});

function snippetText(text: vscode.CompletionItem['insertText']): string {
  return text instanceof vscode.SnippetString ? text.value : (text ?? '');
}
