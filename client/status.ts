import { MarkdownString, StatusBarAlignment, ThemeColor, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type CertificateStatus, type StatusParams } from '../server/lsp/messages';
import { LANGUAGE } from './language';

const WORDS = { met: 'met', 'not-met': 'not met', 'not-checked': 'not checked' } as const;
const ICONS = { met: '$(pass)', 'not-met': '$(error)', 'not-checked': '$(question)' } as const;

/** Shows regime and verdict of the certificate in the active editor. */
export function showStatus(context: ExtensionContext, client: BaseLanguageClient): void {
  const known = new Map<string, StatusParams>();
  const item = window.createStatusBarItem('euc.status', StatusBarAlignment.Left, 10);
  item.name = 'End-use certificate';
  item.command = 'euc.showRegime';
  const update = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) {
      item.hide();
      return;
    }
    const status = known.get(client.code2ProtocolConverter.asUri(document.uri));
    if (status) {
      const regimes = new Set(status.certificates.map(({ regime }) => regime?.id ?? 'no known regime'));
      item.text = `${ICONS[status.verdict]} ${[...regimes].join(', ')}: ${WORDS[status.verdict]}`;
      item.tooltip = tooltip(status.certificates);
      item.backgroundColor =
        status.verdict === 'not-met' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      item.accessibilityInformation = { label: `End-use certificate: ${WORDS[status.verdict]}` };
    } else {
      item.text = '$(sync~spin) End-use certificate';
      item.tooltip = 'Being checked';
      item.backgroundColor = undefined;
    }
    item.show();
  };
  context.subscriptions.push(
    item,
    client.onNotification(STATUS, (status: StatusParams) => {
      known.set(status.uri, status);
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
  );
  update();
}

function tooltip(certificates: readonly CertificateStatus[]): MarkdownString {
  const text = new MarkdownString();
  for (const { number, regime, verdict, errors, warnings, waived } of certificates) {
    const name = number ?? 'Certificate';
    const left = [`${errors} error${errors === 1 ? '' : 's'}`, `${warnings} warning${warnings === 1 ? '' : 's'}`];
    if (waived > 0) left.push(`${waived} waived`);
    text.appendText(`${name}: ${WORDS[verdict]} (${left.join(', ')})`);
    text.appendMarkdown('\n\n');
    if (regime) text.appendText(regime.title);
    text.appendMarkdown('\n\n');
  }
  text.appendText("Click to read the regime's text.");
  return text;
}
