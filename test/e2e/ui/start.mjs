import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../../scripts/vscode/fetch-once.mjs';
import { clickOn, commandPalette, quickFix, until, visibleLines, webview } from '../../../scripts/vscode/user.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('../ui.mjs').Stage} stage */
export default (stage) => {
  /** @type {import('playwright-core').Page} */
  let page;
  const status = (words) =>
    until(
      `"${words}" in the status bar`,
      () => page.locator('.statusbar').innerText(),
      (text) => text.replaceAll('\u00a0', ' ').includes(words),
    );
  /** Chooses from the list that has come up. */
  const choose = async (label) => {
    const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first();
    await row.waitFor();
    await row.click();
  };
  /** The extension is there once its view is. */
  const ready = () => page.locator('.pane-header', { hasText: 'End-Use Certificates' }).waitFor({ timeout: 60_000 });

  describe('A user who has only an empty window', () => {
    before(async () => {
      page = await stage.open();
      await ready();
    });

    it('has a valid certificate after four choices, the facts and the Tab key', async () => {
      await commandPalette(page, 'Create: New File...');
      await choose('End-Use Certificate');
      await choose('il-cyber-2021');
      await choose('In words');
      await until(
        'the template',
        () => visibleLines(page),
        (lines) => lines.some((line) => line.includes('<number of the certificate>')),
      );
      await status('2 of 7 sections');
      // A list to choose from stands open before Tab is pressed; a word is typed at a person's pace, so that suggestions
      // have the time to come up.
      const list = page.locator('.suggest-widget.visible');
      for (const fact of [
        'EUC-2026-0201',
        '2026-11-20',
        'Quillmarsh Systems Ltd',
        '12 Harbour Street, Haifa',
        'IL',
        'Federal Police of Arkenvale',
        undefined,
        '11 Thornbury Allee, Lindenmark',
        'DE',
        'Analysis system, model LA-3',
        '1 system',
        undefined,
        undefined,
        'Dr Jonas Bergholt',
        'Head of Division',
        'Federal Police of Arkenvale',
        'Lindenmark',
        '2026-11-20',
      ]) {
        if (fact === undefined) await list.waitFor();
        else {
          await page.keyboard.type(fact, { delay: 30 });
          await until(
            `"${fact}" in its place`,
            () => visibleLines(page),
            (lines) => lines.some((line) => line.endsWith(`: ${fact}`)),
          );
        }
        await page.keyboard.press('Tab');
      }
      await status('il-cyber-2021: met · 7 of 7 sections; 0 findings');
      await page.keyboard.press('ControlOrMeta+Home');
      const lines = await until(
        'the beginning',
        () => visibleLines(page),
        (seen) => seen[0] === 'regime: il-cyber-2021',
      );
      for (const line of [
        '  name: Quillmarsh Systems Ltd',
        '  type: government',
        '  country: DE',
        '    quantity: 1 system',
      ])
        assert.ok(lines.includes(line), `${line} among ${lines.join('\n')}`);
    });
  });

  describe('The walkthrough', () => {
    const step = (title) => page.locator('.getting-started-step', { hasText: title });
    const press = async (title, button) => {
      // A step that is open already would be closed by a click.
      if (!(await step(title).and(page.locator('.expanded')).isVisible())) await step(title).click();
      await step(title).getByRole('button', { name: button }).first().click();
    };
    const done = (title) => step(title).locator('.codicon-getting-started-step-checked:visible');
    const back = async () => {
      // What its tab is called differs between versions of VS Code.
      await page.locator('.tab', { hasText: /Walkthrough|Welcome/ }).click();
      await step('Create a certificate').waitFor();
    };

    before(async () => {
      page = await stage.open();
      await ready();
      await commandPalette(page, 'Open Walkthrough...');
      await choose('From an empty window to a printed certificate');
      await step('Create a certificate').waitFor();
    });

    it('has a picture in the colours of the theme for its steps', async () => {
      const picture = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('svg');
      await picture.waitFor();
      const colours = await picture.evaluate((svg) =>
        [...svg.querySelectorAll('rect, text')].map((part) => getComputedStyle(part).fill),
      );
      assert.ok(new Set(colours).size > 2, `More than black: ${colours.join(', ')}`);
    });

    it('does not take a step for done when nothing came of it', async () => {
      await press('Preview it as a paper', 'Preview as a paper');
      await page.locator('.notification-toast', { hasText: 'Open an end-use certificate first' }).waitFor();
      assert.equal(await done('Preview it as a paper').count(), 0);
      await page.keyboard.press('Escape');
    });

    it('opens the sample beside itself, and both first steps are done', async () => {
      await press('See a purpose flagged', 'Open the sample');
      await page.locator('.tab', { hasText: 'A sample to try things on' }).waitFor();
      await done('Create a certificate').waitFor();
      await done('See a purpose flagged').waitFor();
    });

    it('sees that the purpose was mended', async () => {
      await commandPalette(page, 'Go to Next Problem');
      await page.keyboard.press('Escape');
      const titles = await quickFix(page);
      assert.ok(titles.length > 0);
      await page.keyboard.press('Escape');
      await clickOn(page, 'surveillance');
      await page.keyboard.press('ControlOrMeta+D');
      await page.keyboard.type('investigation');
      await page.keyboard.press('Escape');
      await status('il-cyber-2021: met');
      await back();
      await done('Fix it').waitFor();
    });

    it('previews the sample although the walkthrough is in front, and the step is done', async () => {
      await press('Preview it as a paper', 'Preview as a paper');
      await webview(page).locator('h1', { hasText: 'End-Use/User Certificate' }).waitFor();
      await back();
      await done('Preview it as a paper').waitFor();
    });
  });

  describe('The preview', () => {
    before(async () => {
      page = await stage.open();
      await ready();
      await commandPalette(page, 'Open a Sample Certificate');
      await status('1 finding');
      await commandPalette(page, 'Preview as a Paper');
      await webview(page).locator('.note').first().waitFor();
    });

    for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'])
      it(`has no obstacle for a screen reader or for weak eyes in ${theme}`, async () => {
        await commandPalette(page, 'Preferences: Color Theme');
        const input = page.locator('.quick-input-widget input[type="text"]').first();
        await input.waitFor();
        await input.fill(theme);
        await choose(theme);
        const paper = webview(page).locator('html');
        const dark = theme.startsWith('Dark');
        await until(
          'the colours of the theme',
          () => paper.evaluate(() => getComputedStyle(document.body).backgroundColor),
          (colour) => Number(/\d+/.exec(colour)?.[0]) < 128 === dark,
        );
        // By the browser's own hand: the page itself lets no script run but its own.
        const violations = await paper.evaluate(async (_, source) => {
          (0, eval)(source);
          const { violations, passes } = await globalThis.axe.run(document);
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          return passes.some(({ id }) => id === 'color-contrast') ? found : [...found, 'No contrast was measured.'];
        }, axe);
        assert.deepEqual(violations, []);
      });

    it('lets no script run but its own', async () => {
      const policy = await webview(page).locator('meta[http-equiv]').getAttribute('content');
      assert.match(policy, /^default-src 'none'; style-src 'nonce-([0-9a-f]{32})'; script-src 'nonce-\1'$/);
    });

    it('scrolls with the text, and the text with it', async () => {
      await clickOn(page, 'regime');
      await page.keyboard.press('ControlOrMeta+End');
      const paper = webview(page).locator('html');
      const top = () => paper.evaluate(() => scrollY);
      const far = await until('the paper to follow', top, (y) => y > 200);
      await webview(page).locator('h1').first().hover();
      await page.mouse.wheel(0, -100_000);
      await until('the paper at its top', top, (y) => y < far && y === 0);
      await until(
        'the text to follow',
        () => visibleLines(page),
        (lines) => lines.some((line) => line.startsWith('regime:')),
      );
    });

    it('marks what the cursor is on, and goes where one clicks', async () => {
      await clickOn(page, 'number');
      await webview(page).locator('.here', { hasText: 'EUC-' }).first().waitFor();
      await webview(page).locator('h2', { hasText: 'Items' }).click();
      await page.locator('.statusbar', { hasText: '(5 selected)' }).waitFor();
    });

    it('is black on white when it is printed', async () => {
      await page.emulateMedia({ media: 'print' });
      const colours = await webview(page)
        .locator('body')
        .evaluate((body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]);
      await page.emulateMedia({ media: null });
      assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    });
  });

  describe('The checklist', () => {
    it('leads from a certificate of the folder to the place of what it lacks', async () => {
      page = await stage.open();
      await ready();
      // The files give way, so that the whole view is in sight.
      await page.locator('.pane-header', { hasText: 'workspace' }).click();
      await page.locator('.pane-header', { hasText: 'End-Use Certificates' }).click();
      const view = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'End-Use Certificates' }) });
      const row = (words) => view.locator('.monaco-list-row', { hasText: words }).first();
      await row('altered.euc.yaml').waitFor();
      await row('altered.euc.yaml').locator('.monaco-tl-twistie').click();
      await row('Clauses').waitFor();
      await row('Clauses').locator('.monaco-tl-twistie').click();
      await view.locator('.monaco-list-row[aria-label*=": altered"]').first().click();
      await page.locator('.tab.active[data-resource-name="altered.euc.yaml"]').waitFor();
      await page.locator('.statusbar', { hasText: 'selected)' }).waitFor();
    });
  });
};
