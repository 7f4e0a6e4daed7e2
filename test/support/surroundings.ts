import type { Surroundings } from '../../server/check';
import { readCertificate } from '../../server/certificate/read';
import { builtIn, Catalogue } from '../../server/regimes/catalogue';
import type { Regime } from '../../server/regimes/types';
import { parse } from '../../server/syntax/parse';
import { TODAY } from './examples';

/** A regime that the tests make up: its uses are judged by nobody. */
const OPEN: Regime = {
  id: 'xx-open',
  title: 'A form that leaves the use open',
  issuer: 'Nobody',
  'in-force': {},
  note: 'Made up.',
  sources: { A: { name: 'Notice 1', citation: 'Notice 1 of nobody', read: '2026-11-01', confidence: 'official' } },
  fields: { source: ['A'], required: [] },
  'end-use': { words: 'what the items will be used for', reading: 'not-checked', source: ['A'] },
  clauses: [],
};

const RECORD = `
end-user:
  name: Farrowmere Pumps Ltd
  country: DE
items:
  - description: Pump housing, model PH-2
    quantity: 10 units
  - description: Valve block, model VB-1
`;

const CONTRACT = `
end-user:
  country: DE
consignee:
  name: Hollowbrook Freight Ltd
items:
  - description: Pump housing, model PH-2
    value: 1,200,000 EUR
`;

const RECORDS: ReadonlyMap<string, string> = new Map([
  ['MLA-7781', RECORD],
  ['PO-9', CONTRACT],
]);

/** What the fixtures of the rules are checked in: the built-in regimes, two more, an application and a contract on record. */
export const SURROUNDINGS: Surroundings = {
  today: TODAY,
  catalogue: new Catalogue(
    [...builtIn.packs(), OPEN],
    new Map([
      ['xx-untrusted', 'its pack belongs to this workspace, which is not trusted. Trust the workspace to use it.'],
    ]),
  ),
  record: (number) => {
    const text = RECORDS.get(number);
    return text === undefined
      ? undefined
      : { place: `the record ${number}`, certificate: readCertificate(parse(text).documents[0]!) };
  },
};
