// The pictures of the documentation, taken in a real VS Code.  node scripts/screenshots.mjs [--only NAME] [--vscode 1.139]
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './vscode/browser.mjs';
import { root } from './vscode/fetch-once.mjs';
import { mainly } from './vscode/mainly.mjs';
import { calmSettings } from './vscode/settings.mjs';
import { temporaryFolder } from './vscode/temporary.mjs';
import * as user from './vscode/user.mjs';
import { startWorkbench } from './vscode/workbench.mjs';

/**
 * @typedef {object} Picture
 * @property {string} name of the file, without `.png`
 * @property {string} [open] a file of `examples/`; the first of them without
 * @property {(page: import('playwright-core').Page, user: typeof import('./vscode/user.mjs')) => Promise<unknown>} [pose]
 *   brings about what the picture shows, and returns once it is there
 */

/** @type {Picture[]} */
const pictures = [{ name: 'overview', pose: (page) => user.problems(page) }];

/** Plain to read in a page of documentation. */
const settings = {
  ...calmSettings,
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
};

mainly(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, vscode: { type: 'string', default: '1.100' } } });
  const folder = temporaryFolder('pictures');
  // A copy: a pose may type into a file.
  const workspace = join(folder, 'examples');
  const options = { extension: root, workspace, data: join(folder, 'data'), settings };
  const [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(values.vscode, options)]);
  try {
    for (const { name, open, pose } of pictures.filter(({ name }) => !values.only || name === values.only)) {
      cpSync(join(root, 'examples'), workspace, { recursive: true });
      const file = open ?? readdirSync(workspace).sort()[0];
      const page = await user.openPage(browser, workbench.address({ open: file }), { file, scale: 2 });
      await pose?.(page, user);
      await user.screenshot(page, join(root, 'images', `${name}.png`));
      await page.context().close();
      console.log(`images/${name}.png`);
    }
  } finally {
    await browser.close();
    await workbench.stop();
  }
});
