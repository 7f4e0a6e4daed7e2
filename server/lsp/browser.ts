import { browserWriters } from './browser-writers';
import { loadKnowledge } from './browser-knowledge';
import { clientFiles, noFiles } from './client-files';
import { serveOn, type Channel } from './engine';

export { serveOn };

// In a worker of the browser the server starts at once; Node takes what it needs of it, in node.ts.
if (typeof importScripts === 'function')
  serveOn(globalThis as unknown as Channel, {
    files: (connection, options) => {
      loadKnowledge(options);
      return options.files === true ? clientFiles(connection) : noFiles;
    },
    writer: browserWriters,
    own: true,
  });
