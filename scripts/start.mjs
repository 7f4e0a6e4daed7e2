// npm start: builds the extension and opens VS Code with it on the examples.
// node scripts/start.mjs [--browser] [--web] [--port N] [--no-open]
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop } from './vscode/desktop.mjs';
import { root, store } from './vscode/fetch-once.mjs';
import { mainly } from './vscode/mainly.mjs';
import { PlainError } from './vscode/plain-error.mjs';
import { choosePort, isFree } from './vscode/port.mjs';
import { calmSettings } from './vscode/settings.mjs';
import { startWorkbench } from './vscode/workbench.mjs';

const usage = `npm start -- [options]
  without      the desktop VS Code where it is installed, one in the browser elsewhere
  --browser    the one in the browser, also where a desktop VS Code is installed
  --web        a VS Code without any server; changes to files live in the page only
  --port N     serve it there
  --no-open    print the address and open no browser`;

/** The same each time where it can be, so that a tab that is still open finds its VS Code again. */
const usualPort = 8421;

mainly(async () => {
  const options = readOptions();
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new PlainError('The extension could not be built; see above.');

  const workspace = join(root, 'examples');
  const first = readdirSync(workspace)
    .sort()
    .find((name) => name.endsWith('.euc.yaml'));
  const desktop = options.browser || options.web ? undefined : findDesktop();
  if (desktop) {
    openDesktop(desktop, workspace, first);
    console.log('VS Code opens in a window of its own, with the extension and the folder "examples".');
    return;
  }

  const name = options.web ? 'web-1.91' : '1.100';
  const workbench = await startWorkbench(name, {
    extension: root,
    workspace,
    data: join(store, `start-${name}`),
    settings: calmSettings,
    port: await portFor(options.port),
  });
  const address = workbench.address({ open: first });
  console.log(`\n${workbench.title} with the extension, on the folder "examples":\n\n  ${address}\n`);
  if (options.web) console.log('Changes to the files live in the page only.');
  console.log('Ctrl-C ends it. After a change to the code: npm run build, then reload the page.');
  if (!options['no-open']) openInBrowser(address);
  await workbench.ended;
  throw new PlainError(`VS Code has ended:\n${workbench.output().slice(-2000)}`);
});

function readOptions() {
  try {
    return parseArgs({
      options: {
        browser: { type: 'boolean' },
        web: { type: 'boolean' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error.message}\n\n${usage}`, 2);
  }
}

/** @param {string | undefined} wanted */
async function portFor(wanted) {
  if (wanted === undefined) return choosePort(usualPort);
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new PlainError(`${wanted} is no port.\n\n${usage}`, 2);
  if (!(await isFree(port))) throw new PlainError(`Port ${port} is taken.`);
  return port;
}

function openDesktop(command, workspace, first) {
  const file = first ? [join(workspace, first)] : [];
  const quiet = ['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, ...quiet, workspace, ...file];
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new PlainError('The desktop VS Code did not open. Try: npm start -- --browser');
}

/** Opens the default browser. Where there is none, the printed address is enough. @param {string} address */
function openInBrowser(address) {
  const seen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!seen || process.env.CI) return;
  const [command, args] = {
    darwin: ['open', [address]],
    // The empty title is what `start` would take the address for; & separates commands, were it not quoted.
    win32: ['cmd', ['/c', 'start', '""', `"${address}"`]],
  }[process.platform] ?? ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => undefined);
  child.unref();
}
