import {
  commands,
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Event,
  type ExtensionContext,
  type TreeDataProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECKLISTS, type DocumentRange, type FileChecklists, type StatusParams } from '../server/lsp/messages';
import { CERTIFICATES } from './files';
import { LANGUAGE } from './language';

/** A line of the view: a certificate, a section of it, or what the regime requires there. */
interface Line {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly uri: string;
  readonly range?: DocumentRange;
  readonly below: readonly Line[];
}

const VERDICTS = { met: 'met', 'not-met': 'not met', 'not-checked': 'not checked' } as const;
const VERDICT_ICONS = { met: 'pass', 'not-met': 'error', 'not-checked': 'question' } as const;
const STATES = {
  present: 'present',
  missing: 'missing',
  altered: 'altered',
  wrong: 'to correct',
  'not-checked': 'not checked',
} as const;
const STATE_ICONS = {
  present: 'pass',
  missing: 'circle-large-outline',
  altered: 'edit',
  wrong: 'error',
  'not-checked': 'question',
} as const;

/** Shows, in the Explorer, every certificate of the workspace with what it has and what it lacks. */
export function showChecklist(
  context: ExtensionContext,
  client: BaseLanguageClient,
  statuses: Event<StatusParams>,
): void {
  const changed = new EventEmitter<undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    void tellPresence();
    // Typing brings a status for every key; the view follows once it pauses.
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed.fire(undefined);
    }, 300);
  };
  const provider: TreeDataProvider<Line> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (line) => toItem(line, client),
    getChildren: async (line) => {
      if (line) return [...line.below];
      if (!client.isRunning()) return [];
      const lines = (await client.sendRequest<readonly FileChecklists[]>(CHECKLISTS)).flatMap(linesOf);
      return lines.sort((a, b) => (a.label < b.label ? -1 : 1));
    },
  };
  const watcher = workspace.createFileSystemWatcher(CERTIFICATES);
  context.subscriptions.push(
    changed,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    workspace.onDidCloseTextDocument(refresh),
    statuses(refresh),
    client.onDidChangeState(refresh),
    window.registerTreeDataProvider('euc.checklist', provider),
    // For tests, and for who wants to ask what the view shows.
    commands.registerCommand('euc.checklists', () => client.sendRequest<readonly FileChecklists[]>(CHECKLISTS)),
  );
  void tellPresence();
}

/**
 * Says whether there is a certificate to show, open or in the folders. Asked of the editor and not of the view, which is
 * not asked for its lines again once it is hidden.
 */
async function tellPresence(): Promise<void> {
  const open = workspace.textDocuments.some(({ languageId }) => languageId === LANGUAGE);
  const found = open || (await workspace.findFiles(CERTIFICATES, '**/node_modules/**', 1)).length > 0;
  await commands.executeCommand('setContext', 'euc.hasCertificates', found);
}

function linesOf({ uri, certificates }: FileChecklists): readonly Line[] {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return certificates.map(({ number, verdict, range, sections }, i): Line => {
    const id = `${uri}#${i}`;
    return {
      id,
      label: number ?? file,
      description: `${VERDICTS[verdict]}${number === undefined ? '' : ` · ${file}`}`,
      icon: VERDICT_ICONS[verdict],
      uri,
      range,
      below: sections.map(({ label, parts }): Line => {
        const present = parts.filter(({ state }) => state === 'present').length;
        return {
          id: `${id}/${label}`,
          label,
          description: `${present} of ${parts.length}`,
          icon: present === parts.length ? 'pass' : 'circle-large-outline',
          uri,
          below: parts.map(({ label: part, state, range: where }, at) => ({
            id: `${id}/${label}/${at}`,
            label: part,
            description: STATES[state],
            icon: STATE_ICONS[state],
            uri,
            range: where,
            below: [],
          })),
        };
      }),
    };
  });
}

function toItem({ id, label, description, icon, uri, range, below }: Line, client: BaseLanguageClient): TreeItem {
  const state = below.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(label, state);
  item.id = id;
  item.description = description;
  item.iconPath = new ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}: ${description}` };
  if (range) {
    const selection = client.protocol2CodeConverter.asRange(range);
    item.command = { command: 'vscode.open', title: 'Go there', arguments: [Uri.parse(uri), { selection }] };
  }
  return item;
}
