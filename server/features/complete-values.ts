import { allCountries } from '../certificate/fields/country';
import { formatDay, type Day } from '../certificate/fields/date';
import { PARTY_TYPES, formAt, type ValueKind } from '../certificate/format';
import type { Catalogue } from '../regimes/catalogue';
import type { Regime } from '../regimes/types';
import { RULES } from '../rules/index';
import type { Cursor } from '../syntax/cursor';
import { pathText } from '../syntax/path';
import { valueText } from '../text/layout';
import type { Lines } from '../text/lines';
import type { Completion, CompletionSort } from './completion-list';
import { explainClause, explainListed, explainObject, explainPartyType, explainRegime } from './explanation';
import { escapeSnippet } from './template';

/** What can stand as the value at the cursor: what the format or the regime has a list of, and the words of a clause. */
export function completeValues(
  cursor: Cursor,
  regime: Regime | undefined,
  catalogue: Catalogue,
  today: Day,
  { ending }: Lines,
): readonly Completion[] {
  const form = formAt(cursor.path);
  if (form?.shape === 'text' && cursor.path[0] === 'clauses') {
    const clause = regime?.clauses.find(({ id }) => id === cursor.path[1]);
    if (!regime || !clause) return [];
    const plain = valueText(clause.words, { indent: cursor.column + 2, ending, flow: cursor.flow });
    const insert = { plain, snippet: escapeSnippet(plain) };
    const documentation = explainClause(clause, regime);
    return [
      {
        label: "the regime's words",
        sort: 'clause',
        detail: clause.title,
        documentation,
        span: cursor.replace,
        insert,
      },
    ];
  }
  const further = regime && furtherValues(cursor, regime);
  if (further) return further;
  if (form?.shape !== 'text' && form?.shape !== 'texts') return [];
  const known = VALUES[form.value]?.(regime, catalogue, today) ?? [];
  return known
    .filter(({ text }) => !cursor.siblings.includes(text))
    .map((each) => ({
      ...each,
      span: cursor.replace,
      insert: { plain: each.text, snippet: escapeSnippet(each.text) },
    }));
}

/** The values of a field that the regime adds to the format; undefined where the field has no list of them. */
function furtherValues(cursor: Cursor, regime: Regime): readonly Completion[] | undefined {
  const path = pathText(cursor.path).replace(/\[\d+\]/g, '[]');
  const further = regime.fields.further?.find((each) => each.path === path);
  return further?.values
    ?.filter(({ refused }) => refused === undefined)
    .map(({ id, words, source }) => ({
      label: id,
      sort: 'id',
      detail: words,
      documentation: explainListed({ id, words, source }, further.label.replace(/^the /, ''), regime),
      span: cursor.replace,
      insert: { plain: id, snippet: escapeSnippet(id) },
    }));
}

interface Known {
  readonly label: string;
  readonly text: string;
  readonly sort: CompletionSort;
  readonly detail: string;
  readonly documentation?: string;
  readonly filter?: string;
}

type KnownValues = (regime: Regime | undefined, catalogue: Catalogue, today: Day) => readonly Known[];

const VALUES: Partial<Record<ValueKind, KnownValues>> = {
  regime: (_, catalogue) =>
    catalogue.all().map((regime) => ({
      label: regime.id,
      text: regime.id,
      sort: 'id',
      detail: regime.title,
      documentation: explainRegime(regime),
    })),
  country: () =>
    allCountries().map(({ code, name }) => ({
      label: code,
      text: code,
      sort: 'country',
      detail: name,
      filter: `${code} ${name}`,
    })),
  'party-type': (regime) =>
    PARTY_TYPES.map(({ id, words }) => ({
      label: id,
      text: id,
      sort: 'id',
      detail: words,
      documentation: explainPartyType(id, regime) ?? words,
    })),
  date: (_regime, _catalogue, today) => {
    const text = formatDay(today);
    return [{ label: text, text, sort: 'date', detail: 'today' }];
  },
  object: (regime) =>
    (regime?.purposes?.objects ?? []).map((object) => ({
      label: object.id,
      text: object.id,
      sort: 'id',
      detail: object.term,
      ...(regime && { documentation: explainObject(object, regime) }),
    })),
  use: (regime) => listed(regime, regime?.purposes?.uses, 'a permitted use'),
  act: (regime) =>
    listed(
      regime,
      regime?.purposes?.objects.flatMap(({ acts }) => acts ?? []),
      'an act of the permitted list',
    ),
  aim: (regime) =>
    listed(
      regime,
      regime?.purposes?.objects.flatMap(({ aims }) => aims ?? []),
      'an aim of the permitted list',
    ),
  rule: () => RULES.map(({ id, title }) => ({ label: id, text: id, sort: 'id', detail: title })),
};

function listed(
  regime: Regime | undefined,
  list: readonly { id: string; words: string; source: readonly string[] }[] | undefined,
  what: string,
): readonly Known[] {
  if (!regime || !list) return [];
  return list.map((entry) => ({
    label: entry.id,
    text: entry.id,
    sort: 'id',
    detail: entry.words,
    documentation: explainListed(entry, what, regime),
  }));
}
