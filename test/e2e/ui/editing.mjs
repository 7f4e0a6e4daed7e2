import assert from 'node:assert/strict';
import { commandPalette, openFile, until, visibleLines } from '../../../scripts/vscode/user.mjs';

/** @param {import('../ui.mjs').Stage} stage */
export default (stage) => {
  describe('A user opens a certificate', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    before(async () => {
      page = await stage.open();
    });

    it('sees its text, and its language in the status bar', async () => {
      await openFile(page, 'supply.euc.yaml');
      const lines = await until(
        'the text',
        () => visibleLines(page),
        (seen) => seen.length > 1,
      );
      assert.equal(lines[0], 'regime: il-cyber-2021');
      await page.locator('#status\\.editor\\.mode', { hasText: 'End-Use Certificate' }).waitFor();
    });

    it('runs a command from the palette', async () => {
      await commandPalette(page, 'Insert Line Above');
      await until(
        'a new first line',
        () => visibleLines(page),
        (seen) => seen[0] === '' && seen[1]?.startsWith('regime'),
      );
    });
  });
};
