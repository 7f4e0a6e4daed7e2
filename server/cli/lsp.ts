import { serveStreams } from '../lsp/stdio';
import { USAGE, type Command } from './terminal';

/** `euc lsp --stdio`: the language server for any editor. It ends with the editor. */
export const runLsp: Command = (args, terminal) => {
  if (args.length !== 1 || args[0] !== '--stdio') {
    terminal.error(`euc lsp: the one way to talk to an editor is --stdio.\n\n${USAGE}`);
    return Promise.resolve(2);
  }
  serveStreams(process.stdin, process.stdout);
  // The server ends the process itself when the editor says so or goes away.
  return new Promise<number>(() => undefined);
};
