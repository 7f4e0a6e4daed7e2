import * as vscode from 'vscode';
import { equal, includes, match, ok } from './assert';
import { closeAll, openDocument, openUntitled, uriOf, waitFor } from './support';

interface Part {
  readonly label: string;
  readonly state: string;
}
interface Listed {
  readonly uri: string;
  readonly certificates: readonly {
    readonly verdict: string;
    readonly sections: readonly { readonly parts: readonly Part[] }[];
  }[];
}

const previews = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('euc.preview'));

describe('From a certificate to its paper', () => {
  afterEach(closeAll);

  it('opens the sample with one command', async () => {
    await vscode.commands.executeCommand('euc.openSample');
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.languageId, 'euc');
    includes(document?.getText() ?? '', 'use: surveillance');
  });

  it('opens the preview beside the text, once', async () => {
    await openDocument('supply.euc.yaml');
    await vscode.commands.executeCommand('euc.openPreview');
    await vscode.commands.executeCommand('euc.openPreview');
    const tabs = await waitFor('the preview', previews);
    equal(
      tabs.map(({ label }) => label),
      ['Preview: supply.euc.yaml'],
    );
    ok(tabs[0]?.group.viewColumn === vscode.ViewColumn.Two, 'It is beside the text.');
  });

  for (const [format, beginning] of [
    ['docx', 'PK'],
    ['pdf', '%PDF-1.7'],
    ['html', '<!DOCTYPE html>'],
  ] as const)
    it(`exports as ${format}`, async () => {
      await openDocument('supply.euc.yaml');
      const target = uriOf(`exported.${format}`);
      const written = await waitFor('the export', () => vscode.commands.executeCommand('euc.export', format, target));
      equal(String(written), target.toString());
      const bytes = await vscode.workspace.fs.readFile(target);
      equal(new TextDecoder('latin1').decode(bytes.subarray(0, beginning.length)), beginning);
      ok(bytes.length > 4000, 'It has content.');
      await vscode.workspace.fs.delete(target);
    });

  it('lists what is there and what is missing', async () => {
    const document = await openUntitled('regime: il-cyber-2021\n\ncertificate:\n  number: EUC-2026-0001\n');
    const lists = await waitFor(
      'the checklist of the new certificate',
      () => vscode.commands.executeCommand<readonly Listed[]>('euc.checklists'),
      (seen) => seen.some(({ uri }) => uri === document.uri.toString()),
    );
    const own = lists.find(({ uri }) => uri === document.uri.toString());
    const parts = own?.certificates[0]?.sections.flatMap((section) => section.parts) ?? [];
    equal(own?.certificates[0]?.verdict, 'not-met');
    equal(parts.find(({ label }) => label === 'Number of the certificate')?.state, 'present');
    equal(parts.find(({ label }) => label === 'Date of issue')?.state, 'missing');
    match(parts.map(({ label }) => label).join(', '), /Definition of Terrorist Act/);
  });
});
