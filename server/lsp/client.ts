import type { InitializeParams } from 'vscode-languageserver';
import type { Abilities } from './convert';
import type { InitializationOptions } from './messages';

/** What the editor at the other end told about itself when it began. */
export interface Client {
  readonly abilities: Abilities;
  readonly options: InitializationOptions;
  /** It asks for findings itself. */
  readonly pulls: boolean;
  /** It can be told that it should ask again. */
  readonly refreshes: boolean;
  /** It can watch files for the server. */
  readonly watches: boolean;
  /** The addresses of its folders. */
  readonly folders: readonly string[];
}

/** An editor that has told nothing about itself yet. */
export const UNKNOWN_CLIENT: Client = {
  abilities: {
    snippets: false,
    snippetEdits: false,
    versionedEdits: false,
    codeDescription: false,
    confirmedEdits: false,
    markdown: true,
  },
  options: {},
  pulls: false,
  refreshes: false,
  watches: false,
  folders: [],
};

/** What the editor says of itself with its first request. `rulePages` holds where it names no other. */
export function clientOf(params: InitializeParams, rulePages?: string): Client {
  const { capabilities, workspaceFolders } = params;
  const options = params.initializationOptions as InitializationOptions | null | undefined;
  // An editor that knows of one folder only names it in the older way.
  const { rootUri } = params as { readonly rootUri?: unknown };
  const { textDocument, workspace } = capabilities;
  const item = textDocument?.completion?.completionItem;
  return {
    abilities: {
      snippets: item?.snippetSupport ?? false,
      snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
      versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
      confirmedEdits:
        workspace?.workspaceEdit?.changeAnnotationSupport !== undefined &&
        (textDocument?.codeAction?.honorsChangeAnnotations ?? false),
      codeDescription:
        textDocument?.publishDiagnostics?.codeDescriptionSupport ??
        textDocument?.diagnostic?.codeDescriptionSupport ??
        false,
      markdown: item?.documentationFormat?.includes('markdown') ?? true,
    },
    options: { ...(rulePages !== undefined && { rulePages }), ...options },
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport ?? false,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []),
  };
}
