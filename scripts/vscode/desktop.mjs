// The desktop VS Code: the one that is installed, for a person, and one downloaded by @vscode/test-electron, for tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { store } from './fetch-once.mjs';
import { PlainError } from './plain-error.mjs';
import { desktopVersion } from './versions.mjs';

/** The exit code that says: not tried, because it cannot be tried here. It is not a pass. */
export const notTried = 3;

/** The command that opens an installed desktop VS Code, if there is one. @returns {string | undefined} */
export function findDesktop() {
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  const { status } = spawnSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0 ? command : undefined;
}

/**
 * Runs a bundled suite in the desktop VS Code.
 * @param {object} options
 * @param {string} options.extension @param {string} options.workspace @param {string} options.suite
 * @param {string} options.data a fresh folder @param {Record<string, unknown>} options.settings @param {number} options.minutes
 */
export async function runDesktop({ extension, workspace, suite, data, settings, minutes }) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new PlainError('The desktop VS Code needs a display: run this under xvfb-run. Not tried.', notTried);
  }
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  let vscodeExecutablePath;
  try {
    vscodeExecutablePath = await downloadAndUnzipVSCode({ version: desktopVersion, cachePath: store });
  } catch (error) {
    const why = error.code ?? error.message;
    throw new PlainError(
      `The desktop VS Code cannot be downloaded (${why}): not tried. The other VS Codes come from npm.`,
      notTried,
    );
  }
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
  const timer = setTimeout(() => {
    console.error(`The suite did not end within ${minutes} min.`);
    process.exit(1);
  }, minutes * 60_000);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [workspace, `--user-data-dir=${data}`, '--disable-extensions'],
  });
  clearTimeout(timer);
}
