import type { Step } from '../syntax/path';

/** What a text of the certificate stands for; decides how it is read, completed and explained. */
export type ValueKind =
  | 'text'
  | 'regime'
  | 'date'
  | 'country'
  | 'party-type'
  | 'quantity'
  | 'value'
  | 'object'
  | 'use'
  | 'act'
  | 'aim'
  | 'term'
  | 'rule'
  | 'place';

/** The shape in which something is written. */
export type Form =
  | { readonly shape: 'text'; readonly value: ValueKind }
  /** One text, or a list of texts. */
  | { readonly shape: 'texts'; readonly value: ValueKind }
  | { readonly shape: 'group'; readonly fields: readonly Field[] }
  | { readonly shape: 'list'; readonly of: Form }
  /** A sentence, or the same by its parts. */
  | { readonly shape: 'sentence-or-group'; readonly fields: readonly Field[] }
  /** Texts under ids that the regime gives. */
  | { readonly shape: 'clauses' };

/** One key of the certificate format. */
export interface Field {
  readonly key: string;
  /** What it is called in a sentence: "the end user's address". */
  readonly label: string;
  /** One sentence for a hover: what to write here. */
  readonly about: string;
  /** A value that could stand here, invented. */
  readonly example: string;
  readonly form: Form;
}

const text = (key: string, label: string, about: string, example: string, value: ValueKind = 'text'): Field => ({
  key,
  label,
  about,
  example,
  form: { shape: 'text', value },
});

const group = (key: string, label: string, about: string, fields: readonly Field[]): Field => ({
  key,
  label,
  about,
  example: '',
  form: { shape: 'group', fields },
});

const party = (of: string, example: string): readonly Field[] => [
  text('name', `the name of ${of}`, 'The full legal name.', example),
  text(
    'type',
    `the type of ${of}`,
    'What kind of party it is: government, private or individual.',
    'government',
    'party-type',
  ),
  text('address', `the address of ${of}`, 'Street, number and town, not a post box.', '12 Harbour Street, Haifa'),
  text('country', `the country of ${of}`, 'The two letters of ISO 3166-1, such as DE.', 'DE', 'country'),
  text(
    'contact',
    `the contact at ${of}`,
    'Who can answer questions, with telephone or mail.',
    'Ms A. Weber, +49 611 55 0',
  ),
];

/** The parts of a purpose. */
export const PURPOSE_FIELDS: readonly Field[] = [
  text(
    'against',
    'what the use is directed against',
    'The category of the permitted list that the use is directed against.',
    '',
    'object',
  ),
  {
    ...text('use', 'the use', 'What will be done: one use of the permitted list, or several.', ''),
    form: { shape: 'texts', value: 'use' },
  },
  {
    ...text('act', 'the act', 'The act of the permitted list, or several.', ''),
    form: { shape: 'texts', value: 'act' },
  },
  {
    ...text('aim', 'the aim', 'The aim with which the act is committed, or several.', ''),
    form: { shape: 'texts', value: 'aim' },
  },
  text('offence', 'the offence', 'The offence, in the words of the national law.', 'Trafficking in persons'),
  text('provision', 'the provision', 'Where the national law defines the offence.', 'Criminal Code, section 279.01'),
  text(
    'maximum-sentence',
    'the maximum sentence',
    'The longest imprisonment that the national law sets for the offence: "14 years", "84 months", "life", "3 to 7 years".',
    '14 years',
    'term',
  ),
  text('statement', 'the statement', 'The purpose in words.', 'Investigation of trafficking networks.'),
];

/** The whole format, in the canonical order. */
export const CERTIFICATE_FIELDS: readonly Field[] = [
  text('regime', 'the regime', 'The rules of which authority this certificate follows.', '', 'regime'),
  group('certificate', 'the particulars of the certificate', 'What identifies this paper.', [
    text('number', 'the number of the certificate', 'A number that no other certificate bears.', 'EUC-2026-0142'),
    text('issued', 'the date of issue', 'The day on which it is issued: year-month-day.', '2026-11-20', 'date'),
    text('expires', 'the date of expiry', 'The last day on which it may be relied on.', '2027-11-19', 'date'),
    text('application', 'the licence application', 'The licence application that it supports.', 'MLA-7781'),
    text('contract', 'the contract', 'The contract or purchase order.', 'PO-55120'),
  ]),
  group('exporter', 'the exporter', 'Who delivers the items.', party('the exporter', 'Example Systems Ltd')),
  group(
    'end-user',
    'the end user',
    'Who will use the items: the body that uses them itself, not one that buys for another.',
    party('the end user', 'Federal Criminal Police Office'),
  ),
  group(
    'consignee',
    'the consignee',
    'Who receives the items, where it is not the end user.',
    party('the consignee', 'Federal Procurement Agency'),
  ),
  {
    key: 'intermediaries',
    label: 'the intermediaries',
    about: 'Everyone else through whose hands the items pass.',
    example: '',
    form: { shape: 'list', of: { shape: 'group', fields: party('the intermediary', 'Example Freight Ltd') } },
  },
  {
    key: 'items',
    label: 'the items',
    about: 'What is delivered, each item on its own.',
    example: '',
    form: {
      shape: 'list',
      of: {
        shape: 'group',
        fields: [
          text(
            'description',
            'the description of the item',
            'What it is, with model or version.',
            'Lawful-access analysis system, model LA-3',
          ),
          text('control-entry', 'the control entry', 'Its entry in the control list.', '4.A.5'),
          text('quantity', 'the quantity', 'How many, and of what.', '1 system', 'quantity'),
          text('value', 'the value', 'Its value, with the currency.', '1200000 EUR', 'value'),
        ],
      },
    },
  },
  {
    key: 'purposes',
    label: 'the purposes',
    about: 'What the items will be used for, each purpose on its own: in a sentence, or by its parts.',
    example: '',
    form: { shape: 'list', of: { shape: 'sentence-or-group', fields: PURPOSE_FIELDS } },
  },
  {
    key: 'clauses',
    label: 'the clauses',
    about: 'The undertakings and definitions that the regime requires, each under its id.',
    example: '',
    form: { shape: 'clauses' },
  },
  group('signature', 'the signature', 'Who signs for the end user.', [
    text('name', 'the name of the signatory', 'Who signs.', 'Dr Jonas Berg'),
    text('title', 'the title of the signatory', 'The position that gives the power to sign.', 'Head of Division'),
    text('organisation', 'the organisation of the signatory', 'For whom.', 'Federal Criminal Police Office'),
    text('place', 'the place of signature', 'Where.', 'Wiesbaden'),
    text('date', 'the date of signature', 'When: year-month-day.', '2026-11-20', 'date'),
  ]),
  {
    key: 'waivers',
    label: 'the waivers',
    about: 'Decisions of a reviewer to accept a finding, on the record.',
    example: '',
    form: {
      shape: 'list',
      of: {
        shape: 'group',
        fields: [
          text('rule', 'the rule', 'The rule whose finding is accepted.', 'field-missing', 'rule'),
          text(
            'at',
            'the place',
            'Where the finding is; without it, in the whole certificate.',
            'items[0].value',
            'place',
          ),
          text('reason', 'the reason', 'Why it is accepted.', 'Value is stated in the licence application.'),
          text('by', 'the reviewer', 'Who decided, by name and office.', 'L. Cohen, export control officer'),
          text('until', 'the end of the waiver', 'The last day on which it holds.', '2027-03-31', 'date'),
        ],
      },
    },
  },
];

/** The values that a party's `type` may have. */
export const PARTY_TYPES = [
  { id: 'government', words: 'a government or a body of the state' },
  { id: 'private', words: 'a company or another private body' },
  { id: 'individual', words: 'a natural person' },
] as const;

/** The form of what stands at `steps`; undefined where the format has nothing there. A regime may add fields to it. */
export function formAt(steps: readonly Step[], format: readonly Field[] = CERTIFICATE_FIELDS): Form | undefined {
  let form: Form | undefined = { shape: 'group', fields: format };
  for (const step of steps) {
    if (form === undefined) return undefined;
    if (typeof step === 'number')
      form = form.shape === 'list' ? form.of : form.shape === 'texts' ? asText(form) : undefined;
    else if (form.shape === 'clauses') form = { shape: 'text', value: 'text' };
    else form = fieldsOf(form).find((field) => field.key === step)?.form;
  }
  return form;
}

/** The field at `steps`; undefined for list entries, clauses and places that the format does not have. */
export function fieldAt(steps: readonly Step[], format: readonly Field[] = CERTIFICATE_FIELDS): Field | undefined {
  const last = steps.at(-1);
  if (typeof last !== 'string') return undefined;
  const form = formAt(steps.slice(0, -1), format);
  return form && fieldsOf(form).find((field) => field.key === last);
}

/** The fields of a form that is written as keys and values; none for another form. */
export function fieldsOf(form: Form): readonly Field[] {
  return form.shape === 'group' || form.shape === 'sentence-or-group' ? form.fields : [];
}

function asText(form: { readonly value: ValueKind }): Form {
  return { shape: 'text', value: form.value };
}
