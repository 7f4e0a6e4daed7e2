// Runs the scenarios of test/e2e/ui/ in real VS Codes, from outside, as a user: keys, mouse and what the page shows.
// node test/e2e/ui.mjs 1.100 web-1.91 [--grep TEXT]
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { root, store } from '../../scripts/vscode/fetch-once.mjs';
import { mainly } from '../../scripts/vscode/mainly.mjs';
import { PlainError } from '../../scripts/vscode/plain-error.mjs';
import { calmSettings } from '../../scripts/vscode/settings.mjs';
import { temporaryFolder } from '../../scripts/vscode/temporary.mjs';
import { openPage, screenshot } from '../../scripts/vscode/user.mjs';
import { names } from '../../scripts/vscode/versions.mjs';
import { startWorkbench } from '../../scripts/vscode/workbench.mjs';
import { conclude } from './conclude.mjs';

/**
 * @typedef {object} Stage What a scenario file is called with.
 * @property {string} name the VS Code, as on the command line
 * @property {(file?: string) => Promise<import('playwright-core').Page>} open a fresh page on a fresh workspace, with one
 *   of its files open; the page before it is closed. Tests that need no fresh one share a page: open it in `before`.
 */

mainly(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const possible = names.filter((name) => name !== 'desktop');
  if (positionals.length === 0 || positionals.some((name) => !possible.includes(name))) {
    throw new PlainError(`Usage: node test/e2e/ui.mjs ${possible.join(' | ')} [--grep TEXT]`, 2);
  }
  const verdicts = [];
  for (const name of positionals) verdicts.push(await runIn(name, values.grep));
  return conclude(verdicts);
});

/** @returns {Promise<import('./conclude.mjs').Verdict>} */
async function runIn(name, grep) {
  const folder = temporaryFolder('ui');
  const workspace = join(folder, 'workspace');
  const original = join(root, 'test/e2e/workspace');
  cpSync(original, workspace, { recursive: true });
  const options = { extension: root, workspace, data: join(folder, 'data'), settings: calmSettings };
  const [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(name, options)]);
  let page;

  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 180_000, grep });
  mocha.suite.title = '';
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.suite.afterEach('keeps a picture of a failure', async function () {
    if (!this.currentTest?.isFailed() || !page) return;
    const title = this.currentTest.fullTitle().replaceAll(/[^\w.-]+/g, '-');
    await screenshot(page, join(store, 'failures', `ui-${name}-${title}.png`)).catch(() => undefined);
  });
  /** @type {Stage} */
  const stage = {
    name,
    open: async (file) => {
      await page?.context().close();
      cpSync(original, workspace, { recursive: true });
      page = await openPage(browser, workbench.address({ open: file }), { file });
      return page;
    },
  };
  for (const file of readdirSync(join(root, 'test/e2e/ui')).sort()) {
    if (file.endsWith('.mjs')) (await import(pathToFileURL(join(root, 'test/e2e/ui', file)).href)).default(stage);
  }

  console.log(`\n${workbench.title}, as a user`);
  try {
    const stats = await new Promise((resolve) => {
      const runner = mocha.run(() => resolve(runner.stats));
    });
    return { passes: stats.passes, failures: stats.failures, pending: stats.pending };
  } finally {
    await browser.close();
    await workbench.stop();
  }
}
