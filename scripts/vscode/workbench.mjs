// One of the real VS Codes, whichever, showing a folder with the extension installed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from './server.mjs';
import { servers, webs } from './versions.mjs';
import { startWeb } from './web.mjs';

/**
 * @typedef {object} Workbench
 * @property {string} title such as `VS Code 1.100.3`
 * @property {(show?: { open?: string, suite?: boolean }) => string} address of a page, with a file of the workspace open,
 *   or running the test suite
 * @property {() => string} output what the server has printed
 * @property {Promise<void>} ended when it is gone, whoever ended it
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} name a key of `servers` or `webs`
 * @param {object} options
 * @param {string} options.extension the extension's folder
 * @param {string} options.workspace the folder to show
 * @param {string} options.data a folder for state, which a VS Code for the web does not need
 * @param {Record<string, unknown>} options.settings
 * @param {string} [options.suite] a bundled test suite
 * @param {number} [options.port] a free one is taken without
 * @returns {Promise<Workbench>}
 */
export async function startWorkbench(name, options) {
  return name in webs ? startWebWorkbench(name, options) : startServerWorkbench(name, options);
}

/** @returns {Promise<Workbench>} */
async function startWebWorkbench(name, options) {
  const { origin, ended, stop } = await startWeb(name, options);
  return {
    title: webs[name].title,
    address: ({ open, suite } = {}) => {
      const query = [open && `open=${encodeURIComponent(open)}`, suite && 'suite'].filter(Boolean);
      return `${origin}/${query.length > 0 ? `?${query.join('&')}` : ''}`;
    },
    output: () => '',
    ended,
    stop,
  };
}

/** @returns {Promise<Workbench>} */
async function startServerWorkbench(name, { extension, workspace, data, settings, suite: suiteFile, port }) {
  installInPlace(extension, data);
  const server = await startServer(name, { data, settings, port, testDriver: Boolean(suiteFile) });
  return {
    title: servers[name].title,
    address: ({ open, suite } = {}) => {
      const payload = [['skipWelcome', 'true']];
      if (open) payload.push(['openFile', server.remote(join(resolve(workspace), open))]);
      if (suite) payload.push(['extensionDevelopmentPath', server.remote(extension)]);
      if (suite) payload.push(['extensionTestsPath', server.remote(suiteFile)]);
      const folder = encodeURIComponent(pathToFileURL(resolve(workspace)).pathname);
      return `${server.origin}/?folder=${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
    output: server.output,
    ended: server.ended,
    stop: server.stop,
  };
}

/**
 * Tells the server that the extension is installed, where it lies. So it looks and behaves as it does for a user, where
 * one under development would carry "[Extension Development Host]" in every title; and a rebuilt one needs no new
 * installation, only a reload of the page.
 * @param {string} extension @param {string} data
 */
function installInPlace(extension, data) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const location = { $mid: 1, scheme: 'file', path: pathToFileURL(resolve(extension)).pathname };
  const installed = { identifier: { id: `${publisher}.${name}` }, version, location };
  mkdirSync(join(data, 'extensions'), { recursive: true });
  writeFileSync(join(data, 'extensions/extensions.json'), JSON.stringify([installed]));
}
