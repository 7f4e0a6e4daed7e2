import { CERTIFICATE_FIELDS } from '../certificate/format';
import type { Analysis, Checked } from '../check';
import { contentSpan } from '../syntax/characters';
import type { Entry, SyntaxNode } from '../syntax/nodes';
import { cover, type Span } from '../text/span';

/** What a symbol stands for; decides its icon. */
export type SymbolSort = 'certificate' | 'section' | 'entry' | 'clause' | 'text';

/** One line of the outline. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly sort: SymbolSort;
  readonly span: Span;
  /** What is selected when it is chosen; lies within `span`. */
  readonly heading: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a file: its sections, or its certificates where it holds several. */
export function outline({ certificates }: Analysis): readonly OutlineSymbol[] {
  if (certificates.length === 1 && certificates[0]) return sections(certificates[0]);
  return certificates.flatMap((checked, i): OutlineSymbol[] => {
    const { root, particulars } = checked.certificate;
    if (!root) return [];
    const name = particulars?.number?.text ?? `Certificate ${i + 1}`;
    const heading = root.entries[0]?.key.span ?? root.span;
    return [{ name, detail: '', sort: 'certificate', span: root.span, heading, children: sections(checked) }];
  });
}

function sections({ certificate }: Checked): readonly OutlineSymbol[] {
  const known = new Set(CERTIFICATE_FIELDS.map(({ key }) => key));
  return (certificate.root?.entries ?? [])
    .filter(({ key }) => key.text !== '')
    .map((entry) => symbolOf(entry, known.has(entry.key.text) ? 'section' : 'text'));
}

function symbolOf(entry: Entry, sort: SymbolSort): OutlineSymbol {
  const { key, value } = entry;
  return {
    name: key.text,
    detail: value.kind === 'text' ? brief(value.text) : '',
    sort,
    span: cover(key.span, value.span),
    heading: key.span,
    children: below(value, key.text === 'clauses' ? 'clause' : 'text'),
  };
}

function below(node: SyntaxNode, sort: SymbolSort): readonly OutlineSymbol[] {
  if (node.kind === 'group')
    return node.entries.filter(({ key }) => key.text !== '').map((entry) => symbolOf(entry, sort));
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item, i): OutlineSymbol[] => {
    if (item.kind === 'alias') return [];
    const first = item.kind === 'group' ? item.entries[0]?.value : item;
    const detail = first?.kind === 'text' ? brief(first.text) : '';
    const heading = item.kind === 'text' ? contentSpan(item) : item.span;
    return [{ name: String(i + 1), detail, sort: 'entry', span: item.span, heading, children: below(item, 'text') }];
  });
}

function brief(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
