import {
  commands,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
  type Event,
  type ExtensionContext,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CertificateStatus, StatusParams } from '../server/lsp/messages';
import { LANGUAGE } from './language';

const WORDS = { met: 'met', 'not-met': 'not met', 'not-checked': 'not checked' } as const;
const ICONS = { met: '$(pass)', 'not-met': '$(error)', 'not-checked': '$(question)' } as const;

/** Shows regime and verdict of the certificate in the active editor. */
export function showStatus(context: ExtensionContext, client: BaseLanguageClient, statuses: Event<StatusParams>): void {
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
      const left = `${[...regimes].join(', ')}: ${WORDS[status.verdict]}`;
      item.text = `${ICONS[status.verdict]} ${left} · ${completeness(status.certificates)}`;
      item.tooltip = tooltip(status.certificates);
      item.backgroundColor =
        status.verdict === 'not-met' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      item.accessibilityInformation = {
        label: `End-use certificate: ${WORDS[status.verdict]}, ${completeness(status.certificates)}`,
      };
    } else {
      item.text = '$(sync~spin) End-use certificate';
      item.tooltip = 'Being checked';
      item.backgroundColor = undefined;
    }
    item.show();
  };
  context.subscriptions.push(
    item,
    statuses((status) => {
      tellSteps(known.get(status.uri), status);
      known.set(status.uri, status);
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
  );
  update();
}

/** "7 of 9 sections; 2 findings", over all certificates of the file. */
function completeness(certificates: readonly CertificateStatus[]): string {
  const sum = (of: (status: CertificateStatus) => number) => certificates.reduce((all, each) => all + of(each), 0);
  const findings = sum(({ errors, warnings }) => errors + warnings);
  const total = sum((each) => each.sections.total);
  // Without a known regime nothing is required, and "0 of 0" would say nothing.
  const sections = total === 0 ? '' : `${sum((each) => each.sections.complete)} of ${total} sections; `;
  return `${sections}${findings} ${findings === 1 ? 'finding' : 'findings'}`;
}

/** Tells the walkthrough what the user has seen: a purpose flagged, and one mended. */
function tellSteps(before: StatusParams | undefined, now: StatusParams): void {
  const flagged = (status: StatusParams | undefined) =>
    status?.certificates.reduce((all, { purposes }) => all + purposes, 0) ?? 0;
  if (flagged(now) > 0) void commands.executeCommand('setContext', 'euc.purposeFlagged', true);
  if (flagged(now) < flagged(before)) void commands.executeCommand('setContext', 'euc.purposeMended', true);
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
