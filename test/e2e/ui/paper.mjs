import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../../scripts/vscode/fetch-once.mjs';
import {
  clickOn,
  commandPalette,
  openFile,
  screenshot,
  until,
  visibleLines,
  webview,
} from '../../../scripts/vscode/user.mjs';

/** @param {import('../ui.mjs').Stage} stage */
export default (stage) => {
  describe('A user makes a certificate and sees it as a paper', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    const input = () => page.locator('.quick-input-widget');
    const picture = (name) => screenshot(page, join(root, '.vscode-test', 'pictures', `${stage.name}-${name}.png`));
    before(async () => {
      // Not by the address, which opens its file anew on every reload and leaves out what was open besides.
      page = await stage.open();
      await openFile(page, 'misspelt.euc.yaml');
    });

    it('previews it beside the text, with the finding in the margin', async () => {
      await clickOn(page, 'Germny');
      await commandPalette(page, 'Preview as a Paper');
      const paper = webview(page);
      await paper.locator('h1').first().waitFor();
      await paper.locator('.note', { hasText: 'Germny' }).waitFor();
      await paper.locator('.draft', { hasText: 'DRAFT — not met' }).waitFor();
      await picture('preview');
    });

    it('goes from the note to the place in the text', async () => {
      await webview(page).locator('.note', { hasText: 'Germny' }).click();
      // Its word is selected once the editor has been shown the place.
      await page.locator('.statusbar', { hasText: `(${'Germny'.length} selected)` }).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await page.keyboard.type('DE');
      await until(
        'the mended line',
        () => visibleLines(page),
        (seen) => seen.includes('  country: DE'),
      );
      await until(
        'the note to be gone',
        () => webview(page).locator('.note', { hasText: 'Germny' }).count(),
        (count) => count === 0,
      );
    });

    it('has the preview again after a reload', async () => {
      await clickOn(page, 'regime');
      await page.keyboard.press('ControlOrMeta+S');
      await page.locator('.tab.dirty').waitFor({ state: 'hidden' });
      // By VS Code's own command: it writes down what is open first, which a browser that is quick does not let it do.
      const loaded = page.waitForEvent('load', { timeout: 60_000 });
      await commandPalette(page, 'Developer: Reload Window');
      await loaded;
      await webview(page).locator('h1').first().waitFor({ timeout: 60_000 });
      assert.ok((await webview(page).locator('h2').count()) > 3);
    });

    it('begins a new certificate and is asked for what is missing', async () => {
      await commandPalette(page, 'New Certificate');
      const input = page.locator('.quick-input-widget');
      const choose = async (label) => {
        const row = input.locator('.monaco-list-row', { hasText: label }).first();
        await row.waitFor();
        await row.click();
      };
      await choose('il-cyber-2021');
      await choose('Minimal');
      await until(
        'the template',
        () => visibleLines(page),
        (seen) => seen.some((line) => line.includes('<number of the certificate>')),
      );
      await page.keyboard.press('Escape');
      await commandPalette(page, 'Next Gap');
      await input.getByText('What is the number of the certificate?').waitFor();
      await picture('gap');
      await page.keyboard.type('EUC-2026-0099');
      await page.keyboard.press('Enter');
      await until(
        'the number in its place',
        () => visibleLines(page),
        (seen) => seen.includes('  number: EUC-2026-0099'),
      );
      await input.getByText('What is the date of issue?').waitFor();
      await page.keyboard.press('Escape');
      // Before the first gap that is left comes the last: it goes round.
      await commandPalette(page, 'Previous Gap');
      await input.getByText(/What is the date of (the )?signature/).waitFor();
      await page.keyboard.press('Escape');
    });

    it('is refused a PDF of what a PDF cannot set, and is offered a Word document', async () => {
      await clickOn(page, 'EUC-2026-0099');
      await page.keyboard.press('End');
      await page.keyboard.type(' מערכות');
      await commandPalette(page, 'Export…');
      await input().locator('.monaco-list-row', { hasText: 'To print and sign' }).first().click();
      const told = page.locator('.notification-toast', { hasText: 'is written from right to left' });
      await told.getByText('Export as DOCX').waitFor();
    });
  });
};
