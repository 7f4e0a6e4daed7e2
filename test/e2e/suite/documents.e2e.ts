import * as vscode from 'vscode';
import { equal, ok } from './assert';
import {
  applyAction,
  closeAll,
  findingOf,
  findings,
  findingsOf,
  openDocument,
  openUntitled,
  rangeOf,
  uriOf,
} from './support';

const textOf = async (name: string) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(`examples/${name}.euc.yaml`)));

describe('Certificates of every form', () => {
  afterEach(closeAll);

  it('keep their line endings when a clause is inserted', async () => {
    const good = await textOf('good-in-words');
    const clauses = good.indexOf('\nclauses:');
    const signature = good.indexOf('\nsignature:');
    const text = (good.slice(0, clauses) + good.slice(signature)).replaceAll('\n', '\r\n');
    const document = await openUntitled(text);
    equal(document.eol, vscode.EndOfLine.CRLF);
    const { range } = await findingOf(document, 'clause-missing');
    await applyAction(document, range, /^Insert all 7/);
    await findingsOf(document, 'no missing clause', (seen) => !seen.some(({ rule }) => rule === 'clause-missing'));
    ok(!/[^\r]\n/.test(document.getText()), 'Every line still ends as it did.');
  });

  it('are found at fault in the certificate of a register that is', async () => {
    const register = await textOf('register');
    const document = await openUntitled(
      register.replace(/(number: EUC-2026-0145[^]*?)country: \S+/, '$1country: Germny'),
    );
    const { text, range } = await findingOf(document, 'field-invalid');
    equal(text, 'Germny');
    ok(range.start.isAfter(rangeOf(document, 'EUC-2026-0145').start), 'It is marked in the second certificate.');
  });

  it('are each found at fault by themselves when several are open', async () => {
    const good = await openDocument('examples/good-by-parts.euc.yaml');
    const bad = await openDocument('misspelt.euc.yaml');
    await findingsOf(bad, 'the misspelt country', (seen) => seen.some(({ text }) => text === 'Germny'));
    equal(findings(good), []);
  });

  it('are told that they bear one number', async () => {
    const good = await openDocument('examples/good-by-parts.euc.yaml');
    const copy = await openUntitled(good.getText());
    for (const document of [good, copy]) equal((await findingOf(document, 'number-duplicate')).text, 'EUC-2026-0143');
  });
});
