// The pictures of the documentation, taken in a real VS Code.  node scripts/screenshots.mjs [--only NAME]... [--vscode 1.139]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './vscode/browser.mjs';
import { root } from './vscode/fetch-once.mjs';
import { indexed } from './vscode/indexed-png.mjs';
import { mainly } from './vscode/mainly.mjs';
import { calmSettings } from './vscode/settings.mjs';
import { temporaryFolder } from './vscode/temporary.mjs';
import * as user from './vscode/user.mjs';
import { startWorkbench } from './vscode/workbench.mjs';

/**
 * @typedef {object} Picture
 * @property {string} name of the file, without `.png`
 * @property {number} [width] of the window; 960 when left out
 * @property {number} [height] of the window; 520 when left out
 * @property {number} [scale] of what is drawn; 1 when left out
 * @property {(good: string) => string} draft makes the certificate that is shown out of one that has nothing wrong with it
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} pose brings about what the picture shows, and
 *   returns once it is there
 */

/** For a picture that stands beside another. */
const SMALL = { width: 720, height: 440, scale: 1.25 };

/** @type {Picture[]} */
const pictures = [
  {
    name: 'begin',
    ...SMALL,
    draft: (good) => good,
    pose: async (page) => {
      await user.commandPalette(page, 'View: Close All Editors');
      await user.commandPalette(page, 'Create: New File...');
      const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'End-Use Certificate' }).first();
      await row.waitFor();
      await page.keyboard.press('ArrowDown');
      await row.and(page.locator('.focused')).waitFor();
    },
  },
  {
    name: 'fill',
    ...SMALL,
    draft: (good) => good.replace(/^ {2}address: 11 .*\n/m, '').replace(/\nsignature:[^]*/, ''),
    pose: async (page) => {
      await user.commandPalette(page, 'Next Gap');
      await page.locator('.quick-input-widget').getByText('What is the address of the end user?').waitFor();
      // A mouse that rests on the question would have it explained.
      await page.mouse.move(10, 400);
      await page.locator('.workbench-hover-container').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'squiggle',
    height: 587,
    draft: (good) =>
      good
        .replace(
          /purposes:[^]*?\n\n/,
          'purposes:\n  - Prevention of Terrorist Acts.\n  - Collection of harbour dues.\n\n',
        )
        .replace(/\nclauses:[^]*?(?=\n {2}serious-crime)/, '\nclauses:')
        .replace('6 years', '5 years'),
    pose: async (page) => {
      await goToLine(page, 'purposes:');
      await user.hover(page, 'Collection of harbour dues');
    },
  },
  {
    name: 'completion',
    draft: (good) =>
      good.replace(
        /purposes:[^]*?\n\n/,
        'purposes:\n  - against: terrorist-act\n    use: [prevention, investigation]\n    act: \n    aim: compel-government\n\n',
      ),
    pose: async (page) => {
      await goToLine(page, '    act: ');
      await page.keyboard.press('End');
      await user.suggest(page);
      const details = page.locator('.suggest-details-container .suggest-details');
      if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await details.getByText('hostage').first().waitFor();
    },
  },
  {
    name: 'hover',
    draft: (good) => good,
    pose: async (page) => {
      await goToLine(page, '  lawful-use: >-');
      await user.hover(page, 'lawful-use');
    },
  },
  {
    name: 'lightbulb',
    draft: (good) => good.replace(/^ {2}(?:terrorist-act|lawful-use|non-discrimination): >-\n(?: {4}.*\n)+/gm, ''),
    pose: async (page) => {
      await goToLine(page, 'clauses:');
      await user.clickOn(page, 'clauses:');
      await user.quickFix(page);
    },
  },
  {
    name: 'preview',
    // Wide enough for two columns.
    width: 1200,
    draft: (good) =>
      good.replace(
        /purposes:[^]*?\n\n/,
        'purposes:\n  - Prevention of Terrorist Acts.\n  - Collection of harbour dues.\n\n',
      ),
    pose: async (page) => {
      await goToLine(page, 'purposes:');
      await user.commandPalette(page, 'Preview as a Paper');
      const paper = user.webview(page);
      const note = paper.locator('.note', { hasText: 'harbour dues' }).first();
      await note.waitFor();
      await note.scrollIntoViewIfNeeded();
    },
  },
];

/** The file that every picture shows. */
const file = 'draft.euc.yaml';

/** Puts the cursor on a line of the draft, in the middle of the editor. */
async function goToLine(page, line) {
  const number = draft.split('\n').indexOf(line) + 1;
  if (number === 0) throw new Error(`The draft has no line "${line}".`);
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  await input.waitFor();
  await input.fill(`:${number}`);
  await page.keyboard.press('Enter');
  await user.until(
    'the line',
    () => user.visibleLines(page),
    (lines) => lines.includes(line.trimEnd()) || lines.includes(line),
  );
}

let draft = '';

/** Plain to read in a page of documentation. */
const settings = {
  ...calmSettings,
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'problems.defaultViewMode': 'tree',
};

/** The paper itself, as a browser shows what was exported. */
async function takePaper(browser, folder) {
  const html = join(folder, 'paper.html');
  const example = join(root, 'examples/good-in-words.euc.yaml');
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'render', example, '-o', html]);
  const { width, height, scale } = SMALL;
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(pathToFileURL(html).href);
  await page.evaluate(() => {
    document.body.style.zoom = '0.62';
  });
  const path = join(root, 'images', 'paper.png');
  writeFileSync(path, indexed(await page.screenshot()));
  await context.close();
  console.log('images/paper.png');
}

mainly(async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, vscode: { type: 'string', default: '1.100' } },
  });
  const folder = temporaryFolder('pictures');
  const workspace = join(folder, 'certificates');
  mkdirSync(workspace);
  const options = { extension: root, workspace, data: join(folder, 'data'), settings };
  const [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(values.vscode, options)]);
  try {
    const good = readFileSync(join(root, 'examples/good-in-words.euc.yaml'), 'utf8');
    for (const picture of pictures.filter(({ name }) => values.only?.includes(name) ?? true)) {
      draft = picture.draft(good);
      writeFileSync(join(workspace, file), draft);
      const page = await user.openPage(browser, workbench.address({ open: file }), {
        file,
        width: picture.width ?? 960,
        height: picture.height ?? 520,
        scale: picture.scale ?? 1,
      });
      await user.until(
        'the verdict',
        () => page.locator('.statusbar').innerText(),
        (text) => / (?:not )?met/.test(text),
        120,
      );
      // The folder's list shows nothing that matters here.
      await page.keyboard.press('Control+B');
      await page.locator('.explorer-folders-view').waitFor({ state: 'hidden' });
      await picture.pose(page);
      const path = join(root, 'images', `${picture.name}.png`);
      await user.screenshot(page, path);
      writeFileSync(path, indexed(readFileSync(path)));
      await page.context().close();
      console.log(`images/${picture.name}.png`);
    }
    if (values.only?.includes('paper') ?? true) await takePaper(browser, folder);
  } finally {
    await browser.close();
    await workbench.stop();
  }
});
