import { spawn } from 'node:child_process';
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
import { clientFiles, noFiles } from '../../server/lsp/client-files';
import {
  FIND_FILES,
  LIST_FILES,
  READ_FILE,
  type InitializationOptions,
  type ReadFileParams,
} from '../../server/lsp/messages';
import { serve } from '../../server/lsp/session';
import type { WorkspaceFiles } from '../../server/lsp/workspace';
import { builtCommandLine } from '../support/built';

/** A server at the other end of two streams, and how it is done with. */
interface Server {
  readonly output: NodeJS.ReadableStream;
  readonly input: NodeJS.WritableStream;
  readonly end: () => void;
}

/** The server in this process, at two streams in memory. */
function inMemory(): Server {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(connection, { files: (editor, options) => (options.files === true ? clientFiles(editor) : noFiles) });
  return {
    output: down,
    input: up,
    end: () => {
      connection.dispose();
    },
  };
}

/** The server as it is built, in a process of its own. */
function overStdio(): Server {
  const process = spawn(globalThis.process.execPath, [builtCommandLine(), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    output: process.stdout,
    input: process.stdin,
    end: () => {
      process.kill();
    },
  };
}

/** A way in which an editor can reach the server. */
export interface Transport {
  readonly name: string;
  readonly reach: () => Server;
  /** To start is dear: editors that are alike share one server, one after the other. */
  readonly shared: boolean;
}

export const TRANSPORTS: readonly Transport[] = [
  { name: 'two streams in memory', reach: inMemory, shared: false },
  { name: 'the standard streams of the built server', reach: overStdio, shared: true },
];

/** A server that has been told what its editor can do. */
interface Begun {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly end: () => Promise<void>;
}

const begun = new Map<string, Promise<Begun>>();

/** Ends the servers that editors have shared. */
export async function endServers(): Promise<void> {
  for (const each of begun.values()) await (await each).end();
  begun.clear();
}

async function begin(reach: () => Server, { capabilities = {}, options = {}, files }: EditorSetup): Promise<Begun> {
  const server = reach();
  const connection = createProtocolConnection(
    new StreamMessageReader(server.output),
    new StreamMessageWriter(server.input),
  );
  connection.onRequest(FIND_FILES, () => files?.find() ?? []);
  connection.onRequest(LIST_FILES, async ({ uri }: ReadFileParams) => (await files?.list(uri)) ?? null);
  connection.onRequest(READ_FILE, async ({ uri }: ReadFileParams) => (await files?.read(uri)) ?? null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions: { ...options, ...(files && { files: true }) },
  });
  await connection.sendNotification('initialized', {});
  // An editor says goodbye before it hangs up, and does so once.
  let ended: Promise<void> | undefined;
  const end = async () => {
    await connection.sendRequest('shutdown');
    connection.dispose();
    server.end();
  };
  return {
    connection,
    initialized,
    end: () => (ended ??= end()),
  };
}

/** An editor with a server at the other end. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly server: InitializeResult;
  /** What was pushed, in order. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** The first push that fits, now or later. */
  readonly push: (fits: (params: PublishDiagnosticsParams) => boolean) => Promise<PublishDiagnosticsParams>;
  readonly open: (uri: string, text: string, version?: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What an editor is and has. */
export interface EditorSetup {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  /** The files of its workspace, which it reads for the server. */
  readonly files?: WorkspaceFiles;
}

/** Starts an editor that can do what is given, with a server at the other end. */
export async function startEditor({ reach, shared }: Transport, setup: EditorSetup): Promise<Editor> {
  const key = JSON.stringify([setup.capabilities, setup.options]);
  const alone = !shared || setup.files !== undefined;
  const beginning = (alone ? undefined : begun.get(key)) ?? begin(reach, setup);
  if (!alone) begun.set(key, beginning);
  const { connection, initialized, end } = await beginning;
  const opened = new Set<string>();
  const pushed: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    pushed.push(params);
    for (const look of waiting) look();
  });
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
    open: (uri, text, version = 1) => {
      opened.add(uri);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'euc', version, text },
      });
    },
    close: async () => {
      if (alone) {
        await end();
        return;
      }
      for (const uri of opened) await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      // What was on its way of these documents has come once this is answered.
      for (const uri of opened) await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    },
  };
}
