// Starts a VS Code server, which shows its workbench to a browser and runs extensions in a Node extension host.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadNode, downloadServer } from './download.mjs';
import { start, stop } from './processes.mjs';
import { servers } from './versions.mjs';

/**
 * @typedef {object} RunningServer
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {(path: string) => string} remote the URI by which the workbench knows a file or folder of this machine
 * @property {() => string} output all that the server has printed
 * @property {Promise<void>} ended when the server is gone, whoever ended it
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} name a key of `servers`
 * @param {object} options
 * @param {string} options.data a folder for settings, logs and state
 * @param {Record<string, unknown>} options.settings the user's settings
 * @param {number} [options.port] a free one is taken without
 * @param {boolean} [options.testDriver] lets the address name an extension under development and a test suite
 * @returns {Promise<RunningServer>}
 */
export async function startServer(name, { data, settings, port = 0, testDriver = false }) {
  const folder = await downloadServer(name);
  const node = await downloadNode(servers[name].nodeMajor);
  const settingsFile = join(data, 'data/User/settings.json');
  mkdirSync(dirname(settingsFile), { recursive: true });
  // What a person has changed in a VS Code that they come back to stays.
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify(settings, null, 2));
  const flags = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--disable-workspace-trust', '--disable-telemetry'],
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
  const child = start(node, ['--import', endWithParent, join(folder, 'out/server-main.js'), ...flags]);
  let output = '';
  const bound = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      const ready = /Extension host agent listening on (\d+)/.exec(output);
      if (ready) resolve(Number(ready[1]));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${output.trim()}`)));
  });
  return {
    origin: `http://127.0.0.1:${bound}`,
    remote: (path) => `vscode-remote://127.0.0.1:${bound}${pathToFileURL(path).pathname}`,
    output: () => output,
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    stop: () => stop(child),
  };
}
