import { PARTY_TYPES, PURPOSE_FIELDS, fieldsOf, type Field } from '../certificate/format';
import { formatUnder } from '../regimes/field-paths';
import type { Listed, PurposeList, Regime } from '../regimes/types';
import { valueText } from '../text/layout';

/** A text with tab stops and choices, in the protocol's snippet syntax, and the same without them. */
export interface Template {
  readonly snippet: string;
  readonly plain: string;
}

/** Writes a text in both forms at once, counting the tab stops. */
export class TemplateWriter {
  #snippet = '';
  #plain = '';
  #stop = 0;

  /** Text as it is. */
  text(words: string): this {
    this.#snippet += escapeSnippet(words);
    this.#plain += words;
    return this;
  }

  /** A place to fill in; without tab stops a placeholder that is reported until it is replaced. */
  gap(what: string): this {
    const words = `<${what.replace(/^the /, '')}>`;
    this.#snippet += `\${${++this.#stop}:${escapeSnippet(words)}}`;
    this.#plain += words;
    return this;
  }

  /** A place with a list to choose from; without tab stops the first of it. */
  choice(options: readonly string[]): this {
    const listed = options.map((option) => option.replace(/[\\,|$}]/g, '\\$&'));
    this.#snippet += `\${${++this.#stop}|${listed.join(',')}|}`;
    this.#plain += options[0] ?? '';
    return this;
  }

  done(): Template {
    return { snippet: this.#snippet, plain: this.#plain };
  }
}

/** Escapes what the snippet syntax gives a meaning to. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** How a new certificate begins: purposes in sentences, purposes by their parts, or the least that names the parties. */
export type TemplateShape = 'in-words' | 'by-parts' | 'minimal';

/**
 * A whole certificate under a regime: its required fields as gaps, a purpose, its clauses in its words. The minimal
 * shape leaves the clauses, the items and the signature for later.
 */
export function certificateTemplate(regime: Regime, ending: string, shape: TemplateShape = 'in-words'): Template {
  const writer = new TemplateWriter();
  writer.text(`regime: ${regime.id}${ending}`);
  for (const field of formatUnder(regime)) {
    if (field.key === 'regime') continue;
    if (shape === 'minimal' && ['items', 'clauses', 'signature'].includes(field.key)) continue;
    if (field.key === 'purposes' && regime.purposes && shape === 'by-parts') partedPurposes(writer, regime, ending);
    else if (field.key === 'purposes' && regime.purposes) {
      writer.text(`${ending}purposes:${ending}  - `);
      statedPurpose(writer, regime);
      writer.text(ending);
    } else if (field.key === 'purposes' && regime['end-use']) {
      writer.text(`${ending}purposes:${ending}  - `).gap('end use').text(ending);
    } else if (field.key === 'clauses') clauses(writer, regime, ending);
    else if (requires(regime, field.key)) section(writer, field, regime, ending);
  }
  return writer.done();
}

/** A purpose in the regime's own terms, with a choice of use and term. */
export function statedPurpose(writer: TemplateWriter, { purposes }: Regime): void {
  if (!purposes) return;
  writer
    .choice(usesInWords(purposes))
    .text(' of ')
    .choice(purposes.objects.map(({ term }) => term))
    .text('.');
}

/** A purpose by its parts for each kind of object that the regime permits; who needs fewer takes the others out. */
function partedPurposes(writer: TemplateWriter, { purposes }: Regime, ending: string): void {
  if (!purposes) return;
  writer.text(`${ending}purposes:${ending}`);
  const ids = (listed: readonly Listed[]) => listed.map(({ id }) => id);
  for (const { id, acts, aims, threshold } of purposes.objects) {
    writer.text(`  - against: ${id}${ending}    use: `).choice(ids(purposes.uses)).text(ending);
    if (acts) writer.text('    act: ').choice(ids(acts)).text(ending);
    if (aims) writer.text('    aim: ').choice(ids(aims)).text(ending);
    if (!threshold) continue;
    for (const key of ['offence', 'provision', 'maximum-sentence']) {
      const field = PURPOSE_FIELDS.find((each) => each.key === key);
      if (field) writer.text(`    ${key}: `).gap(field.label).text(ending);
    }
  }
}

/** The regime's uses as the beginning of a sentence: all of them together, then each alone. */
export function usesInWords({ uses }: PurposeList): readonly string[] {
  const words = uses.map((use) => use.words);
  const all = words.length > 1 ? [words.join(' and '), ...words] : words;
  return all.map((use) => use.charAt(0).toUpperCase() + use.slice(1));
}

function requires({ fields }: Regime, key: string): boolean {
  return fields.required.some((path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`));
}

function section(writer: TemplateWriter, field: Field, regime: Regime, ending: string): void {
  const list = field.form.shape === 'list';
  const inner = field.form.shape === 'list' ? field.form.of : field.form;
  const base = list ? `${field.key}[].` : `${field.key}.`;
  writer.text(`${ending}${field.key}:${ending}`);
  let first = true;
  for (const each of fieldsOf(inner)) {
    if (!regime.fields.required.includes(base + each.key)) continue;
    writer.text(`${list ? (first ? '  - ' : '    ') : '  '}${each.key}: `);
    value(writer, each);
    writer.text(ending);
    first = false;
  }
}

/** A gap for one field: a choice where the format has a list. */
export function value(writer: TemplateWriter, field: Field): void {
  if (field.form.shape === 'text' && field.form.value === 'party-type') writer.choice(PARTY_TYPES.map(({ id }) => id));
  else writer.gap(field.label);
}

function clauses(writer: TemplateWriter, regime: Regime, ending: string): void {
  if (regime.clauses.length === 0) return;
  writer.text(`${ending}clauses:${ending}`);
  for (const { id, words } of regime.clauses)
    writer.text(`  ${id}: ${valueText(words, { indent: 4, ending })}${ending}`);
}
