import { equal } from './assert';
import { applyAction, closeAll, findingsOf, openDocument, rangeOf, select, typeText } from './support';

describe('A certificate with a misspelt country', () => {
  afterEach(closeAll);

  it('is marked at the word, and mended by the action', async () => {
    const document = await openDocument('misspelt.euc.yaml');
    const country = rangeOf(document, 'Germny');
    await findingsOf(document, 'the misspelt country', (seen) => seen.some(({ text }) => text === 'Germny'));
    await applyAction(document, country, /DE/);
    equal(document.lineAt(country.start).text, '  country: DE');
    await findingsOf(
      document,
      'no misspelt country',
      (seen) => !seen.some(({ range }) => range.contains(country.start)),
    );
  });

  it('is mended by typing, too', async () => {
    const document = await openDocument('misspelt.euc.yaml');
    const country = rangeOf(document, 'Germny');
    await findingsOf(document, 'the misspelt country', (seen) => seen.some(({ text }) => text === 'Germny'));
    select(country);
    await typeText('DE');
    await findingsOf(
      document,
      'no misspelt country',
      (seen) => !seen.some(({ range }) => range.contains(country.start)),
    );
  });
});
