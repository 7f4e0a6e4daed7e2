// A browser to see the workbench with: the one of CHROME_PATH, an installed Chromium or Chrome, or a headless one from npm.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadChromium, downloadPlaywright } from './download.mjs';
import { PlainError } from './plain-error.mjs';

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  const { executable, env } = await findBrowser();
  const { chromium } = await import(pathToFileURL(join(await downloadPlaywright(), 'index.mjs')).href);
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** @returns {Promise<{ executable: string, env?: Record<string, string> }>} */
async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new PlainError(`CHROME_PATH names ${named}, which is not there.`);
  const installed = named ?? installedBrowsers().find((path) => existsSync(path));
  const found = installed ? { executable: installed } : await downloadChromium();
  if (!found) throw new PlainError('No Chromium or Chrome was found. Install one, or name one in CHROME_PATH.');
  return found;
}

/** Where a Chromium or Chrome usually lies. */
function installedBrowsers() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const byPlatform = {
    darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  };
  return byPlatform[process.platform] ?? onPath;
}
