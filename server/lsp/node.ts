import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from './client-files';
import { nodeFiles } from './node-files';
import { loadWriter } from './node-writers';
import { serve } from './session';

// The server as the extension starts it: over the process's own channel.
serve(
  createConnection(ProposedFeatures.all),
  (connection, options, folders) => (options.files === true ? clientFiles(connection) : nodeFiles(folders)),
  () => loadWriter,
);
