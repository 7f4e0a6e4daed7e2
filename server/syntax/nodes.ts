import { touches, type Span } from '../text/span';

/** How a text is written in the file. */
export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A mark before a value that a certificate must not have: `&anchor` or `!tag`. `span` includes the sign. */
export interface Mark {
  readonly name: string;
  readonly span: Span;
}

interface NodeBase {
  /** From the first to past the last character of the value, quotes and block sign included, white space after it not. */
  readonly span: Span;
  readonly anchor?: Mark;
  readonly tag?: Mark;
  readonly parent: GroupNode | ListNode | undefined;
}

/** A text exactly as written; an empty value is a text of no characters. */
export interface TextNode extends NodeBase {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  /** The document's whole text, to find the text's characters in it. */
  readonly source: string;
  /** Set on a key that is written as an alias, `*name`. */
  readonly alias?: Mark;
}

/** Keys with their values. */
export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  readonly entries: readonly Entry[];
  /** Written in braces. */
  readonly flow: boolean;
}

/** One after the other. */
export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly SyntaxNode[];
  /** Written in brackets. */
  readonly flow: boolean;
}

/** `*name`: stands for a value marked elsewhere. It is never followed. */
export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

export type SyntaxNode = TextNode | GroupNode | ListNode | AliasNode;

/** `key: value`. A key that is not a text (a list as a key, say) has the text that it is written with. */
export interface Entry {
  readonly key: TextNode;
  readonly value: SyntaxNode;
}

/** One document of the file: what stands between two `---`. */
export interface DocumentNode {
  /** Zero-based, among the documents that the file's certificates are counted by. */
  readonly index: number;
  readonly span: Span;
  /** Undefined where the document is empty. */
  readonly root: SyntaxNode | undefined;
  /** Where the parser could not read on; what lies in a broken stretch must not be said to be missing. */
  readonly broken: readonly Broken[];
}

/** The document in which a place of the file lies; what lies before the first belongs to it. */
export function documentAround(documents: readonly DocumentNode[], place: Span): DocumentNode | undefined {
  return documents.findLast(({ span }) => span.start <= place.start) ?? documents[0];
}

/** A stretch that the parser could not read. */
export interface Broken {
  readonly span: Span;
  /** It took in all that follows, as an open quotation mark does. */
  readonly swallows: boolean;
}

/**
 * True where the group's own entries cannot be trusted to be complete: the parser stumbled among them (a stumble
 * inside the value of one entry does not count), or something swallowed the rest of the file.
 */
export function isBroken(document: DocumentNode, group: GroupNode): boolean {
  return document.broken.some(({ span, swallows }) => {
    if (!touches(span, group.span)) return false;
    if (swallows) return true;
    return !group.entries.some(
      ({ key, value }) => standsApart(key, value) && value.span.start <= span.start && span.end <= value.span.end,
    );
  });
}

/** True where the node is what an open quotation mark took in, to the end of the file. */
export function isSwallowed(document: DocumentNode, node: SyntaxNode): boolean {
  return document.broken.some(
    ({ span, swallows }) => swallows && span.start <= node.span.start && node.span.start < span.end,
  );
}

/** The value of the first entry with this key; undefined where there is none or the node is no group. */
export function valueOf(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return entryOf(node, key)?.value;
}

/** The first entry with this key; undefined where there is none or the node is no group. */
export function entryOf(node: SyntaxNode | undefined, key: string): Entry | undefined {
  return node?.kind === 'group' ? node.entries.find((entry) => entry.key.text === key) : undefined;
}

/** True where the value is a group or a list of its own: in brackets or below its key. */
function standsApart(key: TextNode, value: SyntaxNode): boolean {
  if (value.kind !== 'group' && value.kind !== 'list') return false;
  // "a: b: c" is taken for a group in a group, and swallows the lines below it.
  return value.flow || /[\r\n]/.test(key.source.slice(key.span.end, value.span.start));
}

/** True for a value of no characters: `key:` with nothing behind it, or quotes around nothing. */
export function isEmpty(node: SyntaxNode): boolean {
  switch (node.kind) {
    case 'text':
      return node.text.trim() === '';
    case 'group':
      return node.entries.length === 0;
    case 'list':
      return node.items.length === 0;
    case 'alias':
      return false;
  }
}

/** The node and all below it, keys included, in the order of the file. */
export function* walk(node: SyntaxNode | undefined): Generator<SyntaxNode> {
  if (node === undefined) return;
  yield node;
  if (node.kind === 'list') for (const item of node.items) yield* walk(item);
  if (node.kind === 'group')
    for (const { key, value } of node.entries) {
      yield key;
      yield* walk(value);
    }
}
