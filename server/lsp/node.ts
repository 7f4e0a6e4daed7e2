import { clientFiles } from './client-files';
import { serveOn, type Channel } from './engine';
import { nodeFiles } from './node-files';
import { loadWriter } from './node-writers';

/** The channel on which the extension started this process, in the form of a worker's scope. */
const channel = {
  onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
  // A channel that fails is closed, and that ends the process.
  addEventListener: () => undefined,
  postMessage: (message: unknown) => process.send?.(message),
};
process.on('message', (data) => channel.onmessage?.({ data }));
process.on('disconnect', () => process.exit());

const connection = serveOn(channel as unknown as Channel, {
  files: (editor, options, folders) => (options.files === true ? clientFiles(editor) : nodeFiles(folders)),
  writer: () => loadWriter,
  own: true,
});
connection.onExit(() => {
  process.exit();
});
