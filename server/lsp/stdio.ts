import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from './client-files';
import { nodeFiles } from './node-files';
import { loadWriter } from './node-writers';
import { rulePagesBeside } from './rule-pages';
import { serve } from './session';

/** Serves an editor over two streams, until the input ends. */
export function serveStreams(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  serve(createConnection(ProposedFeatures.all, input, output), {
    files: (connection, options, folders) => (options.files === true ? clientFiles(connection) : nodeFiles(folders)),
    writer: () => loadWriter,
    rulePages: rulePagesBeside(__dirname),
    own: true,
  });
}
