import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { serve, type Host } from './session';

/** One end of a channel on which whole messages go to and fro: a worker's scope, or a process with a channel. */
export type Channel = ConstructorParameters<typeof BrowserMessageReader>[0];

/**
 * Serves the editor at the other end of a channel until it says "exit". The checker with all it knows is behind this one
 * function, so that it is packed once, for the worker and for Node.
 */
export function serveOn(channel: Channel, host: Host): ReturnType<typeof createConnection> {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(channel),
    new BrowserMessageWriter(channel),
  );
  serve(connection, host);
  return connection;
}
