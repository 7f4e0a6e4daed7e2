import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAll } from '../../server/check-all';
import { RULES } from '../../server/rules/index';
import { TODAY } from '../support/examples';
import { SURROUNDINGS } from '../support/surroundings';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/not-checkable.md'), 'utf8');

/** The errors of the page: the rules that it names for each, and whether it says that something cannot be checked. */
const errors = new Map(
  [...PAGE.matchAll(/^\| (E\d\d) .*?\| (.*?) *\|$/gm)].map(([, id = '', cell = '']) => [
    id,
    {
      rules: [...cell.matchAll(/`([a-z-]+)`/g)]
        .map(([, rule = '']) => rule)
        .filter((rule) => RULES.some(({ id: known }) => known === rule)),
      notChecked: cell.includes('**Not checkable:**'),
    },
  ]),
);

/** A certificate that makes an error, the rule and the place by which it is found, and one without it. */
interface Known {
  readonly error: string;
  readonly what: string;
  readonly regime: string;
  readonly made: string;
  readonly found: string;
  readonly silent: string;
}

const of = (error: string, what: string, regime: string, made: string, found: string, silent: string): Known => ({
  error,
  what,
  regime,
  made,
  found,
  silent,
});

/** Lines of a section, each on a line of its own. */
const section = (name: string, ...lines: readonly string[]) =>
  `${name}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const certificate = (...lines: readonly string[]) => section('certificate', ...lines);
const signature = (...lines: readonly string[]) => section('signature', ...lines);
const endUser = (...lines: readonly string[]) => section('end-user', ...lines);
const clause = (id: string, text: string) => section('clauses', `${id}: ${text}`);

const EXPRESSION =
  'An act of expressing an opinion or criticism, as well as presenting data regarding the state, including any of its institutions, shall not, in and of itself, constitute a Terrorist Act or a Serious Crime.';
const EVERYBODY =
  'The system shall not be used, under any circumstances, to inflict harm on an individual or a group of individuals, merely due to their religion, sex or gender, race, ethnic group, sexual orientation, nationality, country of origin, opinion, political affiliation, age or personal status.';
const PERMITTED =
  'The system will be used solely for the prevention and investigation of Terrorist Acts and Serious Crimes.';

const SIGNED = signature('name: Dr Jonas Bergholt', 'title: Head of Division', 'date: 2026-11-20');

const KNOWN: readonly Known[] = [
  of('E01', 'a bulk statement with the quantities of an individual one', 'sg-eus-bulk',
    'items:\n  - description: Valve\n    quantity: 10 units\n', 'field-not-asked items[0].quantity', 'items:\n  - description: Valve\n'),
  of('E01', 'a value, which only the old format had', 'sg-eus-individual',
    'items:\n  - description: Valve\n    quantity: 10 units\n    value: 100 SGD\n', 'field-not-asked items[0].value', 'items:\n  - description: Valve\n    quantity: 10 units\n'),
  of('E02', 'an edition that was replaced before the day of issue', 'de-eve-2017',
    certificate('issued: 2025-02-01'), 'edition-superseded regime', certificate('issued: 2024-02-01')),
  of('E03', 'a field that is left blank', 'un-poa-euc', endUser('name: Farrowmere Pumps Ltd', 'address:', 'country: DE'), 'field-missing end-user.address', endUser('name: Farrowmere Pumps Ltd', 'address: 14 Mill Lane', 'country: DE')),
  of('E03', 'a field with blanks to be filled in', 'uk-eusu-2025', endUser('name: ________'), 'field-placeholder end-user.name', endUser('name: Farrowmere Pumps Ltd')),
  of('E04', 'no signature at all', 'uk-eusu-2025', certificate('issued: 2026-11-20'), 'field-missing signature', certificate('issued: 2026-11-20') + SIGNED),
  of('E04', 'a signature without a day', 'dk-end-user-declaration', signature('name: Dr Jonas Bergholt', 'title: Head'), 'field-missing signature.date', SIGNED),
  of('E05', 'a clerk for a manager', 'sg-eus-bulk', signature('title: Shipping clerk'), 'field-doubtful signature.title', signature('title: Shipping manager')),
  of('E05', 'an assistant for a principal officer', 'uk-oiel-consignee', signature('title: Purchasing assistant'), 'field-doubtful signature.title', signature('title: Managing Director')),
  of('E06', 'no name of the signatory', 'un-poa-euc', signature('title: Head of Division', 'date: 2026-11-20'), 'field-missing signature.name', SIGNED),
  of('E06', 'no title of the signatory', 'un-poa-euc', signature('name: Dr Jonas Bergholt', 'date: 2026-11-20'), 'field-missing signature.title', SIGNED),
  of('E07', 'a covering letter by somebody else', 'uk-eusu-2025', signature('name: Dr Jonas Bergholt', 'covering-letter-by: Ms A. Weberlin'), 'fields-disagree signature.covering-letter-by', signature('name: Dr Jonas Bergholt', 'covering-letter-by: Jonas Bergholt')),
  of('E07', 'further sheets by somebody else', 'in-scomet-10j', signature('name: Dr Jonas Bergholt', 'further-sheets-by: Ms A. Weberlin'), 'fields-disagree signature.further-sheets-by', signature('name: Dr Jonas Bergholt', 'further-sheets-by: Dr. Jonas Bergholt')),
  of('E08', 'a picture of a signature', 'de-eve-2024', signature('manner: scanned-image'), 'value-refused signature.manner', signature('manner: handwritten')),
  of('E09', 'no page on letterhead', 'uk-eusu-2025', certificate("letterhead: 'no'"), 'value-refused certificate.letterhead', certificate("letterhead: 'yes'")),
  of('E09', 'no letterhead', 'in-scomet-10j', certificate("letterhead: 'no'"), 'value-refused certificate.letterhead', certificate("letterhead: 'yes'")),
  of('E09', 'a letterhead that was not used', 'dk-end-user-declaration', certificate("letterhead: 'no'"), 'value-refused certificate.letterhead', certificate('letterhead: none')),
  of('E10', 'another language and no translation', 'uk-eusu-2025', certificate('language: Spanish'), 'field-missing certificate.translated-by', certificate('language: Spanish', 'translated-by: notary')),
  of('E10', 'a translation that nobody verified who may', 'uk-eusu-2025', certificate('language: Spanish', 'translated-by: a cousin'), 'value-refused certificate.translated-by', certificate('language: English')),
  of('E10', 'an undertaking that must be in English', 'uk-oiel-consignee', certificate('language: Spanish'), 'value-refused certificate.language', certificate('language: English')),
  of('E11', 'an application seven months after the signature', 'uk-eusu-2025', certificate('application-filed: 2026-08-12') + signature('date: 2026-01-10'), 'period-exceeded certificate.application-filed', certificate('application-filed: 2026-07-10') + signature('date: 2026-01-10')),
  of('E11', 'a signature of more than six months ago', 'dk-end-user-declaration', signature('date: 2026-05-19'), 'period-exceeded signature.date', signature('date: 2026-05-20')),
  of('E11', 'a signature of more than twelve months ago', 'uk-oiel-consignee', signature('date: 2025-11-19'), 'period-exceeded signature.date', signature('date: 2025-11-20')),
  of('E11', 'a statement for several applications after four years', 'us-bis-711', certificate('support: multiple') + signature('date: 2022-11-19'), 'period-exceeded signature.date', certificate('support: single') + signature('date: 2022-11-19')),
  of('E12', 'no day of expiry', 'un-poa-euc', certificate('number: EUC-1'), 'field-advised certificate.expires', certificate('number: EUC-1', 'expires: 2027-11-20')),
  of('E12', 'a validity of four years', 'sg-eus-bulk', certificate('expires: 2030-11-19') + signature('date: 2026-11-20'), 'period-exceeded certificate.expires', certificate('expires: 2029-11-19') + signature('date: 2026-11-20')),
  of('E13', 'another country than the application', 'uk-eusu-2025', certificate('application: MLA-7781') + endUser('country: FR'), 'record-mismatch end-user.country', certificate('application: MLA-7781') + endUser('country: Germany')),
  of('E13', 'an item that the application does not have', 'de-eve-2024', `${certificate('application: MLA-7781')}items:\n  - description: Pump housing, model PH-2\n  - description: Valve block, model VB-1\n  - description: Rotor\n`, 'record-mismatch items[2].description', `${certificate('application: MLA-7781')}items:\n  - description: Pump housing, model PH-2\n  - description: Valve block, model VB-1\n`),
  of('E14', 'an item that is missing', 'uk-eusu-2025', `${certificate('application: MLA-7781')}items:\n  - description: Pump housing, model PH-2\n`, 'record-mismatch items', `${certificate('application: MLA-7781')}items:\n  - description: Pump housing, model PH-2\n  - description: Valve block, model VB-1\n`),
  of('E15', 'no quantity', 'un-poa-euc', 'items:\n  - description: Valve\n', 'field-missing items[0].quantity', 'items:\n  - description: Valve\n    quantity: 2 units\n'),
  of('E15', 'another quantity than the contract', 'in-scomet-10j', `${certificate('application: MLA-7781')}items:\n  - description: Pump housing, model PH-2\n    quantity: 12 units\n`, 'record-mismatch items[0].quantity', `${certificate('application: MLA-7781')}items:\n  - description: Pump housing, model PH-2\n    quantity: 10 units\n`),
  of('E16', 'a use that says nothing', 'uk-eusu-2025', 'purposes:\n  - For civil use only.\n', 'end-use-vague purposes[0]', 'purposes:\n  - Cooling of the presses in the workshop at Farrowmere.\n'),
  of('E16', 'an end user that is nobody in particular', 'un-poa-euc', endUser('name: The Government'), 'field-doubtful end-user.name', endUser('name: Ministry of Transport of Arkenvale')),
  of('E16', 'a use outside a closed list', 'il-cyber-2021', 'purposes:\n  - Prevention of crime.\n', 'purpose-too-broad purposes[0]', 'purposes:\n  - Investigation of hostage-taking intended to compel the Government to release convicted prisoners.\n'),
  of('E17', 'a trader as end user', 'un-poa-euc', endUser('name: Brindlewick Trading Company'), 'field-doubtful end-user.name', endUser('name: Arkenvale Water Distribution Company')),
  of('E18', 'the end user as its own consignee', 'in-scomet-10j', `${endUser('name: Farrowmere Pumps Ltd')}consignee:\n  name: Farrowmere Pumps Limited\n`, 'party-conflict consignee.name', `${endUser('name: Farrowmere Pumps Ltd')}consignee:\n  name: Hollowbrook Freight Ltd\n`),
  of('E18', 'an intermediary as end user', 'sg-eus-individual', `${endUser('name: Farrowmere Pumps Ltd')}intermediaries:\n  - name: Farrowmere Pumps Ltd\n`, 'party-conflict intermediaries[0].name', `${endUser('name: Farrowmere Pumps Ltd')}intermediaries:\n  - name: Hollowbrook Freight Ltd\n`),
  of('E18', 'the exporter as end user', 'uk-eusu-2025', `exporter:\n  name: Farrowmere Pumps Ltd\n${endUser('name: Farrowmere Pumps Ltd')}`, 'party-conflict end-user.name', `exporter:\n  name: Quillmarsh Ltd\n${endUser('name: Farrowmere Pumps Ltd')}`),
  of('E19', 'a paper signed for another body than the end user', 'uk-eusu-2025', endUser('name: Farrowmere Telecoms Authority') + signature('organisation: Security Council of Arkenvale'), 'fields-disagree signature.organisation', endUser('name: Farrowmere Telecoms Authority') + signature('organisation: Farrowmere Telecoms Authority')),
  of('E19', 'a buyer at the request of another', 'un-poa-euc', endUser('name: Telecoms Authority at the request of the Security Council'), 'field-doubtful end-user.name', endUser('name: Telecoms Authority of Arkenvale')),
  of('E20', 'a governor for the state', 'un-poa-euc', endUser('type: government') + signature('title: Governor', 'organisation: Farrowmere Provincial Government'), 'field-doubtful signature.title', endUser('type: government') + signature('title: Head of Division', 'organisation: Ministry of the Interior')),
  of('E22', 'one certificate for two contracts', 'un-poa-euc', certificate('contract: PO-1 and PO-2'), 'field-several certificate.contract', certificate('contract: PO-2026/17 of 3 March 2026')),
  of('E23', 'no clause on re-export', 'de-eve-2024', certificate('issued: 2026-11-20'), 'clause-missing clauses.no-re-export', clause('no-re-export', 'We shall not re-export the goods without the prior approval of BAFA.')),
  of('E23', 'a clause on re-export that says something else', 'sg-eus-individual', clause('no-re-export', 'The items will be re-exported or transferred to anybody else without the consent that is required.'), 'clause-altered clauses.no-re-export', clause('no-re-export', 'We shall not transfer the goods without the approval of the competent authorities.')),
  of('E24', 'no verification', 'in-scomet-10j', certificate('issued: 2026-11-20'), 'clause-missing clauses.verification', clause('verification', 'We agree to allow post-installation verification by the Government of India.')),
  of('E27', 'a signature under blanks', 'un-poa-euc', SIGNED, 'signed-blank signature', `${SIGNED}${endUser('name: Farrowmere Pumps Ltd')}items:\n  - description: Valve\npurposes:\n  - Cooling of the presses in the workshop at Farrowmere.\n`),
  of('E29', 'a town as the place of use', 'in-scomet-10j', endUser('place-of-use: Farrowmere, Germany'), 'field-inexact end-user.place-of-use', endUser('place-of-use: Hall 3, 14 Mill Lane, Farrowmere')),
  of('E30', 'a fact that is left out where it is not known', 'us-bis-711', endUser('name: Farrowmere Pumps Ltd', 'country: DE'), 'field-missing end-user.address', endUser('name: Farrowmere Pumps Ltd', 'country: DE', 'address: unknown')),
  of('E32', 'a signature of tomorrow', 'un-poa-euc', signature('date: 2026-11-21'), 'signed-in-future signature.date', signature('date: 2026-11-20')),
  of('E32', 'a signature after its application', 'uk-eusu-2025', certificate('application-filed: 2026-10-01') + signature('date: 2026-11-10'), 'period-exceeded certificate.application-filed', certificate('application-filed: 2026-11-10') + signature('date: 2026-10-01')),
  of('E34', 'a ground that is left out', 'il-cyber-2021', clause('non-discrimination', EVERYBODY.replace(' sexual orientation,', '')), 'clause-altered clauses.non-discrimination', clause('non-discrimination', EVERYBODY)),
  of('E34', 'a carve-out for one term alone', 'il-cyber-2021', clause('freedom-of-expression', EXPRESSION.replace(' or a Serious Crime', '')), 'clause-altered clauses.freedom-of-expression', clause('freedom-of-expression', EXPRESSION)),
  of('E35', 'a permitted use that is widened', 'il-cyber-2021', clause('permitted-use', PERMITTED.replace('Serious Crimes', 'Serious Crimes and other crimes')), 'clause-altered clauses.permitted-use', clause('permitted-use', PERMITTED)),
]; // prettier-ignore

const [TWICE, ONCE] = ['E-7', 'E-8'];

/** What is found of one text, with its place. */
function found(regime: string, text: string, beside = ''): readonly string[] {
  return all(regime, text, beside).map(({ rule, path }) => `${rule} ${path}`);
}

/** The same without what is only told. */
function against(regime: string, text: string): readonly string[] {
  return all(regime, text).flatMap(({ rule, path, severity }) => (severity === 'information' ? [] : `${rule} ${path}`));
}

function all(regime: string, text: string, beside = '') {
  const texts = [
    { path: 'a.euc.yaml', text: `regime: ${regime}\n${text}` },
    { path: 'b.euc.yaml', text: beside },
  ];
  return checkAll(texts, { ...SURROUNDINGS, today: TODAY })[0]!.findings;
}

it('all thirty-five are on the page, each with a rule or with the reason why there is none', () => {
  expect([...errors.keys()]).toEqual(Array.from({ length: 35 }, (_, i) => `E${String(i + 1).padStart(2, '0')}`));
  for (const [id, { rules, notChecked }] of errors)
    expect({ id, told: rules.length > 0 || notChecked }).toEqual({ id, told: true });
});

it('each that has a rule has a certificate here that makes it, and each other says that it cannot be checked', () => {
  const tried = new Set([...KNOWN.map(({ error }) => error), 'E21']);
  for (const [id, { rules, notChecked }] of errors)
    expect({ id, tried: tried.has(id), rules: rules.length > 0 }).toEqual({
      id,
      tried: !(notChecked && rules.length === 0),
      rules: tried.has(id),
    });
});

describe.each(KNOWN)('$error: $what ($regime)', ({ error, regime, made, found: wanted, silent }) => {
  it('is found, by a rule that the page names, and not where it is not made', () => {
    expect(errors.get(error)?.rules).toContain(wanted.split(' ')[0]);
    expect(found(regime, made)).toContain(wanted);
    expect(against(regime, silent)).not.toContain(wanted);
  });
});

it('E21: one number on two certificates is found in whatever file the other is', () => {
  const beside = (number: string) => `regime: uk-eusu-2025\n${certificate(`number: ${number}`)}`;
  expect(found('un-poa-euc', certificate(`number: ${TWICE}`), beside(TWICE))).toContain(
    'number-duplicate certificate.number',
  );
  expect(found('un-poa-euc', certificate(`number: ${ONCE}`), beside(TWICE))).not.toContain(
    'number-duplicate certificate.number',
  );
});
