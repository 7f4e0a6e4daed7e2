import { equal } from './assert';
import { closeAll, extension, openDocument } from './support';

describe('A certificate is opened', () => {
  afterEach(closeAll);

  it('is of the language End-Use Certificate', async () => {
    const document = await openDocument('supply.euc.yaml');
    equal(document.languageId, 'euc');
  });

  it('starts the extension', async () => {
    await openDocument('supply.euc.yaml');
    // Not `isActive`, which is true as well for one that failed.
    await extension().activate();
  });
});
