import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { noFiles } from '../../server/lsp/client-files';
import { serve } from '../../server/lsp/session';
import type { WorkspaceFiles } from '../../server/lsp/workspace';

/** An editor at the other end of two streams in memory. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly server: InitializeResult;
  /** What was pushed, in order. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** The first push that fits, now or later. */
  readonly push: (fits: (params: PublishDiagnosticsParams) => boolean) => Promise<PublishDiagnosticsParams>;
  readonly open: (uri: string, text: string, version?: number) => Promise<void>;
  readonly close: () => void;
}

/** Starts a server and an editor that can do what is given. */
export async function startEditor(capabilities: ClientCapabilities, files: WorkspaceFiles = noFiles): Promise<Editor> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(server, () => files);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const pushed: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    pushed.push(params);
    for (const look of waiting) look();
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    server: initialized,
    pushed,
    push: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = pushed.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    open: (uri, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'euc', version, text },
      }),
    close: () => {
      connection.dispose();
      server.dispose();
    },
  };
}
