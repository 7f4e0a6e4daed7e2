import assert from 'node:assert/strict';
import { clickOn, quickFix, until, visibleLines } from '../../../scripts/vscode/user.mjs';

/** @param {import('../ui.mjs').Stage} stage */
export default (stage) => {
  describe('A user finds a clause altered', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    before(async () => {
      page = await stage.open('altered.euc.yaml');
    });

    const lens = (text) => page.locator('.codelens-decoration a', { hasText: text });

    it('sees above each clause how it stands', async () => {
      await lens("1 change from the regime's words").waitFor();
      await lens(/^the regime's words$/).waitFor();
    });

    it('compares it with a click, and goes back', async () => {
      await lens('1 change').click();
      await page.locator('.tab.active', { hasText: "serious-crime: the regime's words" }).waitFor();
      await until(
        'both wordings',
        () => visibleLines(page),
        (seen) => ['of 5 ', 'of 6 '].every((words) => seen.some((line) => line.includes(words))),
      );
      await page.keyboard.press('ControlOrMeta+W');
      await page.locator('.tab.active[data-resource-name="altered.euc.yaml"]').waitFor();
    });

    it("restores the regime's word after having seen what it does", async () => {
      await clickOn(page, '5 years');
      const titles = await quickFix(page, 'Restore "6" here');
      assert.ok(titles.some((title) => title.startsWith('Compare "serious-crime"')));
      const preview = page.locator('.bulk-edit-panel');
      await preview.locator('.monaco-list-row', { hasText: 'years or more' }).first().waitFor();
      // Nothing is changed until it is ticked and applied.
      assert.ok((await visibleLines(page)).some((line) => line.includes('5 years')));
      await preview.locator('.monaco-list-row input[type="checkbox"], .monaco-list-row .edit-checkbox').first().check();
      await preview.getByRole('button', { name: 'Apply' }).click();
      await until(
        'the restored line',
        () => visibleLines(page),
        (seen) => seen.some((line) => line.includes('6 years or more')),
      );
    });
  });
};
