import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { browserWriters } from './browser-writers';
import { loadLanguage } from './browser-language';
import { clientFiles, noFiles } from './client-files';
import { serve } from './session';

// The server in a worker of the browser.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
serve(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
  (connection, options) => {
    loadLanguage(options);
    return options.files === true ? clientFiles(connection) : noFiles;
  },
  browserWriters,
);
