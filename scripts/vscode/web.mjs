// Serves a VS Code that has no server: static files, the extension, and a workspace that lives in the page's memory.
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadWeb } from './download.mjs';

/**
 * @typedef {object} RunningWeb
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {Promise<void>} ended when it serves no more
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} name a key of `webs`
 * @param {object} options
 * @param {string} options.extension the extension's folder
 * @param {string} options.workspace the folder to show; its files are read for each page, and never written
 * @param {Record<string, unknown>} options.settings defaults, under the user's own settings
 * @param {string} [options.suite] the file with a test suite; a page runs it when its address says `?suite`
 * @param {number} [options.port] a free one is taken without
 * @returns {Promise<RunningWeb>}
 */
export async function startWeb(name, { extension, workspace, settings, suite, port = 0 }) {
  const vscode = await downloadWeb(name);
  const memoryFiles = join(dirname(fileURLToPath(import.meta.url)), 'memory-files');
  // VS Code runs a suite only where it lies inside an extension.
  const folders = {
    ...(suite ? { '/extension/.suite/': dirname(suite) } : {}),
    ...{ '/vscode/': vscode, '/extension/': extension, '/memory-files/': memoryFiles },
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname);
    const answer = (type, body) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const mount = Object.keys(folders).find((prefix) => path.startsWith(prefix));
    if (path === '/') {
      const here = { scheme: 'http', authority: request.headers.host };
      answer('text/html', pageOf(vscode, productOf(here, { workspace, settings, suite }, url.searchParams)));
    } else if (path === '/workspace.json') {
      answer('application/json', JSON.stringify(contentOf(workspace)));
    } else if (path.endsWith('/package.nls.json')) {
      // Asked for each extension and each start; where there is none, an empty one keeps the console quiet.
      answer('application/json', '{}');
    } else if (mount) {
      sendFile(response, folders[mount], path.slice(mount.length), mount === '/vscode/');
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    ended: new Promise((resolve) => server.once('close', resolve)),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a page is told about itself: VS Code's IWorkbenchConstructionOptions, plus `folderUri`. */
function productOf(here, { workspace, settings, suite }, query) {
  const folder = { scheme: 'memory', path: `/${basename(workspace)}` };
  const extension = { ...here, path: '/extension' };
  const open = query.getAll('open').map((name) => ({ uri: { ...folder, path: `${folder.path}/${name}` } }));
  const testing = suite && query.has('suite');
  return {
    folderUri: folder,
    // Installed, so the page looks as it does for a user; only a test suite needs an extension under development.
    additionalBuiltinExtensions: [{ ...here, path: '/memory-files' }, ...(testing ? [] : [extension])],
    developmentOptions: testing
      ? { extensions: [extension], extensionTestsPath: { ...here, path: `/extension/.suite/${basename(suite)}` } }
      : {},
    configurationDefaults: settings,
    defaultLayout: { force: true, editors: open },
    // Webviews from here too, not from the network. Each wants a host of its own; browsers take any *.localhost for us.
    webviewEndpoint: `http://{{uuid}}.localhost:${here.authority.split(':')[1]}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    productConfiguration: {
      ...{ nameShort: 'VS Code', nameLong: 'VS Code', enableTelemetry: false },
      extensionEnabledApiProposals: { 'scripts.memory-files': ['fileSearchProvider'] },
    },
  };
}

/** VS Code's own page, with its blanks filled in. */
function pageOf(vscode, product) {
  const page = readFileSync(join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const script = `<script>window.product = ${JSON.stringify(product).replaceAll('<', '\\u003c')};</script>`;
  return page
    .replaceAll('{{WORKBENCH_WEB_BASE_URL}}/resources/server', '/vscode')
    .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', '/vscode')
    .replaceAll(/\{\{[A-Z_]+\}\}/g, '')
    .replace('<body', () => `${script}<body`);
}

/** Every file of a folder, by its path from the folder's parent. @param {string} workspace */
function contentOf(workspace) {
  const files = {};
  for (const entry of readdirSync(workspace, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files[relative(dirname(workspace), path).replaceAll(sep, '/')] = readFileSync(path, 'base64');
  }
  return files;
}

/** Only what a published extension holds: nothing hidden, none of the packages it was built from. */
function sendFile(response, folder, path, lasting) {
  const file = normalize(join(folder, path));
  const hidden = relative(folder, file)
    .split(sep)
    .some((part) => part.startsWith('.') || (part === 'node_modules' && !lasting));
  const size = hidden ? undefined : statSync(file, { throwIfNoEntry: false });
  if (!size?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': size.size,
    'cache-control': lasting ? 'max-age=86400' : 'no-store',
  });
  createReadStream(file).pipe(response);
}

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
