import { countryOf } from '../certificate/fields/country';
import { PARTY_TYPES, type Field } from '../certificate/format';
import {
  sourceOfField,
  type Listed,
  type PurposeObject,
  type Regime,
  type RequiredClause,
  type SourceKeys,
} from '../regimes/types';
import { pathText, type Step } from '../syntax/path';

/** Text as Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The sources of an entry, each with its confidence and its address where it has one. */
export function sourcesText(regime: Regime, keys: SourceKeys): string {
  const lines = keys.flatMap((key) => {
    const source = regime.sources[key];
    if (!source) return [];
    const name = escapeMarkdown(source.citation);
    const linked = source.address === undefined ? name : `[${name}](${source.address})`;
    return [`- ${linked} (${source.confidence}, read ${source.read})`];
  });
  return lines.length === 0 ? '' : `\n\n**Source**\n${lines.join('\n')}`;
}

/** What a field is for, and what the regime asks of it. */
export function explainField(field: Field, at: readonly Step[], regime: Regime | undefined): string {
  const example = field.example === '' ? '' : `\n\nFor instance: \`${field.example}\``;
  const path = pathText(at).replace(/\[\d+\]/g, '[]');
  const demand = regime === undefined ? '' : demandOf(path, regime);
  return `**${field.key}**: ${escapeMarkdown(field.about)}${example}${demand}`;
}

/** What a regime asks of the field at a path of the format. */
function demandOf(path: string, regime: Regime): string {
  const { purposes, 'end-use': endUse, clauses, fields } = regime;
  const sources =
    path === 'purposes'
      ? (purposes ?? endUse)?.source
      : path === 'clauses' && clauses.length > 0
        ? [...new Set(clauses.flatMap(({ source }) => source))]
        : undefined;
  if (sources) return `\n\nRequired under ${escapeMarkdown(regime.title)}.${sourcesText(regime, sources)}`;
  if (path === 'regime') return '\n\nRequired.';
  const required = fields.required.some(
    (each) => each === path || each.startsWith(`${path}.`) || each.startsWith(`${path}[`),
  );
  if (required)
    return `\n\nRequired under ${escapeMarkdown(regime.title)}.${sourcesText(regime, sourceOfField(regime, path))}`;
  if (!path.startsWith('purposes[].')) return '\n\nOptional.';
  // The parts of a purpose stand or fall together, or with the sentence beside them.
  if (!purposes || !/\.(?:against|use)$/.test(path)) return '';
  return `\n\nRequired where the purpose has no statement.${sourcesText(regime, purposes.source)}`;
}

/** What the regime is, by whom and when. */
export function explainRegime(regime: Regime): string {
  return `**${escapeMarkdown(regime.title)}**\n\n${escapeMarkdown(regime.issuer)}${regime.published === undefined ? '' : `, published ${regime.published}`}\n\n${escapeMarkdown(regime.note)}${sourcesText(regime, Object.keys(regime.sources))}`;
}

/** The regime's words for an id of one of its lists. */
export function explainListed(listed: Listed, what: string, regime: Regime): string {
  return `**${listed.id}**, ${what}\n\n> ${escapeMarkdown(listed.words)}${sourcesText(regime, listed.source)}`;
}

/** What may be declared against a category. */
export function explainObject(object: PurposeObject, regime: Regime): string {
  const acts = object.acts
    ? `\n\n**Acts**\n${object.acts.map(({ words }) => `- ${escapeMarkdown(words)}`).join('\n')}`
    : '';
  const aims = object.aims
    ? `\n\n**Aims**\n${object.aims.map(({ words }) => `- ${escapeMarkdown(words)}`).join('\n')}`
    : '';
  const threshold = object.threshold ? `\n\n> ${escapeMarkdown(object.threshold.words)}` : '';
  return `**${escapeMarkdown(object.term)}**: ${escapeMarkdown(object.words)}${threshold}${aims}${acts}${sourcesText(regime, object.source)}`;
}

/** The words of a required clause, and whether they are the regime's own. */
export function explainClause(clause: RequiredClause, regime: Regime): string {
  const kind =
    clause.match === 'verbatim'
      ? "The regime's own words, as quoted; they are compared word by word."
      : "The project's own words for a substance that was reported; its elements are required, not these words.";
  return `**${clause.id}**: ${escapeMarkdown(clause.title)} (required)\n\n> ${escapeMarkdown(clause.words)}\n\n${kind}${sourcesText(regime, clause.source)}`;
}

/** A country by its code. */
export function explainCountry(code: string): string {
  return `**${code}**: ${escapeMarkdown(countryOf(code).name)} (ISO 3166-1)`;
}

/** What a type of party means, and whether the regime admits it as end user; undefined for what is no type. */
export function explainPartyType(id: string, regime: Regime | undefined): string | undefined {
  const words = PARTY_TYPES.find((type) => type.id === id)?.words;
  if (words === undefined) return undefined;
  const rule = regime?.parties?.['end-user'];
  const demand = regime && rule ? `\n\n> ${escapeMarkdown(rule.words)}${sourcesText(regime, rule.source)}` : '';
  return `**${id}**: ${words}${demand}`;
}
