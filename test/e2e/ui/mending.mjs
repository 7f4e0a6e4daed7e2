import assert from 'node:assert/strict';
import { clickOn, hover, problems, quickFix, squiggles, until, visibleLines } from '../../../scripts/vscode/user.mjs';

/** @param {import('../ui.mjs').Stage} stage */
export default (stage) => {
  describe('A user mends a misspelt country', () => {
    /** @type {import('playwright-core').Page} */
    let page;
    before(async () => {
      page = await stage.open('misspelt.euc.yaml');
    });

    const marked = (seen) => seen.some(({ text }) => text === 'Germny');

    it('sees it underlined', async () => {
      await until('the underlined word', () => squiggles(page), marked);
    });

    it('reads why under the mouse, and in the Problems panel', async () => {
      assert.match(await hover(page, 'Germny'), /DE/);
      await until(
        'the problem',
        () => problems(page),
        (seen) => seen.some(({ message }) => message.includes('Germny')),
      );
    });

    it('chooses the fix from the lightbulb', async () => {
      await clickOn(page, 'Germny');
      await quickFix(page, 'DE');
      await until(
        'the mended line',
        () => visibleLines(page),
        (seen) => seen.includes('  country: DE'),
      );
      await until(
        'the word to be plain again',
        () => squiggles(page),
        (seen) => !marked(seen),
      );
    });
  });
};
