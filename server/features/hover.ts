import { readCountry } from '../certificate/fields/country';
import { fieldAt, formAt } from '../certificate/format';
import type { Analysis, Checked } from '../check';
import { formatUnder } from '../regimes/field-paths';
import type { Regime } from '../regimes/types';
import type { Entry, SyntaxNode } from '../syntax/nodes';
import type { Step } from '../syntax/path';
import { RULES } from '../rules/index';
import { holds, type Span } from '../text/span';
import { contentSpan } from '../syntax/characters';
import {
  escapeMarkdown,
  explainClause,
  explainCountry,
  explainField,
  explainListed,
  explainObject,
  explainPartyType,
  explainRegime,
  sourcesText,
} from './explanation';
import { explainPurpose } from './purpose-explanation';

/** An explanation in Markdown and the words it is of. */
export interface Explanation {
  readonly markdown: string;
  readonly span: Span;
}

/**
 * What stands at an offset: a key, an id, a clause or a country, or any other value by the field that it is of; undefined
 * where there is nothing to explain.
 */
export function hoverAt(analysis: Analysis, offset: number): Explanation | undefined {
  for (const checked of analysis.certificates) {
    const { document } = checked.certificate;
    if (!holds(document.span, offset) || !document.root) continue;
    const found = within(document.root, [], offset);
    if (found) return explain(found, checked) ?? explainStatement(found, checked) ?? explainPlace(found, checked);
  }
  return undefined;
}

interface Place {
  readonly path: readonly Step[];
  readonly entry: Entry | undefined;
  readonly onKey: boolean;
  readonly node: SyntaxNode;
}

function within(node: SyntaxNode, path: readonly Step[], offset: number, entry?: Entry): Place | undefined {
  if (node.kind === 'group') {
    for (const each of node.entries) {
      const inside = [...path, each.key.text];
      if (holds(each.key.span, offset)) return { path: inside, entry: each, onKey: true, node: each.key };
      if (holds(each.value.span, offset)) {
        const found = within(each.value, inside, offset, each);
        if (found) return found;
      }
    }
    return undefined;
  }
  if (node.kind === 'list') {
    for (const [i, item] of node.items.entries())
      if (holds(item.span, offset)) {
        const found = within(item, [...path, i], offset);
        if (found) return found;
      }
    return undefined;
  }
  return node.kind === 'text' ? { path, entry, onKey: false, node } : undefined;
}

function explain({ path, onKey, node }: Place, { regime }: Checked): Explanation | undefined {
  if (node.kind !== 'text') return undefined;
  const markdown = onKey ? explainKey(path, regime) : explainValue(path, node.text.trim(), regime);
  return markdown === undefined ? undefined : { markdown, span: contentSpan(node) };
}

/** A value that says nothing of itself is explained as its field, or its clause, is. */
function explainPlace({ path, node }: Place, { regime }: Checked): Explanation | undefined {
  if (node.kind !== 'text' || node.text.trim() === '') return undefined;
  const field = path.slice(0, typeof path.at(-1) === 'number' ? -1 : undefined);
  const markdown = explainKey(field, regime);
  return markdown === undefined ? undefined : { markdown, span: contentSpan(node) };
}

/** How a purpose in words was read: the words that carry the verdict, and what stands in its way. */
function explainStatement({ path, node }: Place, { regime, subject }: Checked): Explanation | undefined {
  if (path[0] !== 'purposes' || node.kind !== 'text') return undefined;
  const reading = subject.purposes.find(({ purpose }) => purpose.statement?.node === node);
  if (!regime?.purposes || !reading) return undefined;
  const { summary, read, wrong } = explainPurpose(reading, regime);
  const words = read.map(
    ({ words: own, as, listed }) =>
      `- "${escapeMarkdown(own)}" is ${escapeMarkdown(as)}${listed ? `\n  > ${escapeMarkdown(listed.words)}` : ''}`,
  );
  const against = wrong.map((each) => `- ${escapeMarkdown(each)}`);
  const markdown = [
    `**${escapeMarkdown(summary)}**`,
    ...(words.length > 0 ? [`**Read as**\n${words.join('\n')}`] : []),
    ...(against.length > 0 ? [`**In the way**\n${against.join('\n')}`] : []),
  ].join('\n\n');
  return { markdown: `${markdown}${sourcesText(regime, regime.purposes.source)}`, span: contentSpan(node) };
}

function explainKey(path: readonly Step[], regime: Regime | undefined): string | undefined {
  if (path[0] === 'clauses' && path.length === 2) {
    const clause = regime?.clauses.find(({ id }) => id === path[1]);
    if (regime && clause) return explainClause(clause, regime);
    return `**${escapeMarkdown(String(path[1]))}**: a clause that the regime does not know. Further undertakings are allowed; they are not checked.`;
  }
  const field = fieldAt(path, formatUnder(regime));
  return field && explainField(field, path, regime);
}

function explainValue(path: readonly Step[], text: string, regime: Regime | undefined): string | undefined {
  const form = formAt(path);
  if (form?.shape !== 'text' && form?.shape !== 'texts') return undefined;
  switch (form.value) {
    case 'country': {
      const reading = readCountry(text);
      return reading.kind === 'none' || reading.kind === 'unlisted' ? undefined : explainCountry(reading.country.code);
    }
    case 'party-type':
      return explainPartyType(text, regime);
    case 'regime':
      return regime && explainRegime(regime);
    case 'rule':
      return RULES.filter(({ id }) => id === text).map(({ id, title }) => `**${id}**: ${title}`)[0];
    case 'object': {
      const object = regime?.purposes?.objects.find(({ id }) => id === text);
      return regime && object && explainObject(object, regime);
    }
    case 'use': {
      const use = regime?.purposes?.uses.find(({ id }) => id === text);
      return regime && use && explainListed(use, 'a permitted use', regime);
    }
    case 'act':
    case 'aim': {
      const lists = regime?.purposes?.objects.flatMap(
        (object) => (form.value === 'act' ? object.acts : object.aims) ?? [],
      );
      const listed = lists?.find(({ id }) => id === text);
      const what = form.value === 'act' ? 'an act of the permitted list' : 'an aim of the permitted list';
      return regime && listed && explainListed(listed, what, regime);
    }
    default:
      return undefined;
  }
}
