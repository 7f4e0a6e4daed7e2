import { MAX_DEPTH, MAX_LENGTH } from '../syntax/guards';
import { walk, type AliasNode, type DocumentNode, type Entry, type SyntaxNode } from '../syntax/nodes';
import type { Edit } from '../text/edit';
import { reindent } from '../text/layout';
import type { FileSubject, Fix, Report, Rule } from './rule';

export const yamlProfile: Rule = {
  id: 'yaml-profile',
  severity: 'error',
  title: 'The file uses something that a certificate must not have',
  *checkFile(subject) {
    const { refusal, documents } = subject.tree;
    if (refusal) {
      const limit = new Intl.NumberFormat('en').format(MAX_LENGTH);
      const message =
        refusal.reason === 'too-long'
          ? `The file is longer than ${limit} characters and was not read. Split it into several files.`
          : `The file is nested more than ${MAX_DEPTH} levels deep from here and was not read. A certificate needs six. Remove the brackets or the indentation.`;
      yield { span: refusal.span, at: [], message };
    }
    for (const document of documents) yield* checkDocument(subject, document);
  },
};

function* checkDocument(subject: FileSubject, document: DocumentNode): Generator<Report> {
  for (const node of walk(document.root)) {
    if (node.kind === 'alias') {
      yield {
        span: node.span,
        at: [],
        message: `"*${node.name}" stands for a text written elsewhere. A certificate states everything in its place. Write it out here.`,
        fixes: () => writeOutAlias(subject, document, node),
      };
    }
    if (node.anchor) {
      const { name, span } = node.anchor;
      yield {
        span,
        at: [],
        message: `"&${name}" marks this text to be repeated elsewhere. A certificate states everything in its place. Write the repetitions out and remove the mark.`,
        fixes: () => writeOutAnchor(subject, document, node),
      };
    }
    if (node.tag) {
      const { name, span } = node.tag;
      yield {
        span,
        at: [],
        message: `"${name}" says how to read what follows. A certificate is read as it is written. Remove it.`,
        fixes: () => [
          { title: `Remove "${name}"`, safe: true, preferred: true, edits: [removeWithSpace(subject, span)] },
        ],
      };
    }
    if (node.kind === 'group') yield* duplicates(subject, node.entries);
  }
}

function* duplicates(subject: FileSubject, entries: readonly Entry[]): Generator<Report> {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { text, span } = entry.key;
    const before = first.get(text);
    if (!before) {
      first.set(text, entry);
      continue;
    }
    if (text === '<<') continue;
    yield {
      span,
      at: [],
      message: `"${text}" is given twice, here and on line ${subject.lines.place(before.key.span.start).line + 1}. Only the first counts. Keep one.`,
      fixes: () => removeRepetition(subject, before, entry),
    };
  }
}

function removeRepetition({ lines }: FileSubject, first: Entry, second: Entry): readonly Fix[] {
  const firstLine = lines.lineOf(second.key.span.start);
  const lastLine = lines.lineOf(Math.max(second.value.span.end, second.key.span.end));
  const line = lines.lineSpan(firstLine);
  // Only an entry that has its lines to itself can be taken out by whole lines.
  if (lines.text.slice(line.start, second.key.span.start).trim() !== '') return [];
  const next = lines.lineSpan(lastLine + 1);
  const span =
    lastLine + 1 < lines.count
      ? { start: line.start, end: next.start }
      : { start: Math.max(0, lines.lineSpan(firstLine - 1).end), end: lines.text.length };
  const words = ({ value }: Entry) => lines.text.slice(value.span.start, value.span.end).trim();
  const same = words(first) === words(second) || words(second) === '';
  const title = same ? 'Remove the repetition' : `Remove this "${second.key.text}" and keep the first`;
  return [{ title, safe: same, preferred: same, edits: [{ span, newText: '' }] }];
}

/** The node that an alias stands for: the last one before it with that mark. */
function targetOf(document: DocumentNode, alias: AliasNode): SyntaxNode | undefined {
  let target: SyntaxNode | undefined;
  for (const node of walk(document.root))
    if (node.anchor?.name === alias.name && node.span.start < alias.span.start) target = node;
  return target;
}

function writeOutAlias(subject: FileSubject, document: DocumentNode, alias: AliasNode): readonly Fix[] {
  const edit = writtenOut(subject, document, alias);
  return edit ? [{ title: `Write out "*${alias.name}"`, safe: true, preferred: true, edits: [edit] }] : [];
}

function writeOutAnchor(subject: FileSubject, document: DocumentNode, node: SyntaxNode): readonly Fix[] {
  if (!node.anchor) return [];
  const { name, span } = node.anchor;
  const edits: Edit[] = [removeWithSpace(subject, span)];
  for (const other of walk(document.root)) {
    if (other.kind !== 'alias' || other.name !== name || targetOf(document, other) !== node) continue;
    const edit = writtenOut(subject, document, other);
    if (!edit) return [];
    edits.push(edit);
  }
  const title = edits.length > 1 ? `Write out every "*${name}" and remove the mark` : `Remove "&${name}"`;
  return [{ title, safe: true, preferred: true, edits }];
}

/** The edit that puts the words of the marked value in the place of the alias. */
function writtenOut({ lines }: FileSubject, document: DocumentNode, alias: AliasNode): Edit | undefined {
  const target = targetOf(document, alias);
  if (!target || target.kind === 'alias') return undefined;
  // A value that holds marks or aliases of its own is written out from the inside first, or it would repeat them.
  for (const inner of walk(target)) if (inner.kind === 'alias' || (inner !== target && inner.anchor)) return undefined;
  const words = lines.text.slice(target.span.start, target.span.end);
  const merged = mergeKey(alias);
  const targetColumn = lines.place(target.span.start).character;
  if (merged) {
    if (target.kind !== 'group' || target.flow) return undefined;
    const column = lines.place(merged.key.span.start).character;
    const span = { start: merged.key.span.start, end: alias.span.end };
    // What the group itself gives goes before what is merged into it.
    const own = new Set(merged.group.entries.map(({ key }) => key.text));
    const entries = target.entries.filter(({ key }) => !own.has(key.text));
    const text = entries
      .map(({ key, value }) => lines.text.slice(key.span.start, Math.max(value.span.end, key.span.end + 1)))
      .map((entry) => reindent(entry, targetColumn, column, lines.ending))
      .join(lines.ending + ' '.repeat(column));
    return text === '' ? undefined : { span, newText: text };
  }
  const block = (target.kind === 'group' || target.kind === 'list') && !target.flow;
  const scalarBlock = target.kind === 'text' && (target.style === 'literal' || target.style === 'folded');
  if (!block && !scalarBlock) {
    const single = words.includes('\n') && target.kind === 'text' && target.style === 'plain' ? target.text : words;
    return { span: alias.span, newText: single };
  }
  if (alias.parent?.flow) return undefined;
  const column = columnOfEntry(lines, alias);
  if (scalarBlock) {
    const from = columnOfEntry(lines, target);
    return { span: alias.span, newText: reindent(words, from, column, lines.ending) };
  }
  const inList = alias.parent?.kind === 'list';
  const to = column + 2;
  const moved = reindent(words, targetColumn, to, lines.ending);
  if (inList) return { span: alias.span, newText: moved };
  const gap = lines.text[alias.span.start - 1] === ' ' ? 1 : 0;
  const span = { start: alias.span.start - gap, end: alias.span.end };
  return { span, newText: lines.ending + ' '.repeat(to) + moved };
}

/** The column at which the key, or the dash, before a value begins. */
function columnOfEntry(lines: FileSubject['lines'], node: SyntaxNode): number {
  const { parent } = node;
  if (parent?.kind === 'group') {
    const entry = parent.entries.find(({ value }) => value === node);
    if (entry) return lines.place(entry.key.span.start).character;
  }
  return parent ? lines.place(parent.span.start).character : 0;
}

function mergeKey(alias: AliasNode) {
  const { parent } = alias;
  if (parent?.kind !== 'group') return undefined;
  const entry = parent.entries.find(({ value }) => value === alias);
  return entry?.key.text === '<<' ? { key: entry.key, group: parent } : undefined;
}

/** Removes a sign and the white space after it on its line. */
function removeWithSpace({ lines }: FileSubject, span: { start: number; end: number }): Edit {
  let { start, end } = span;
  while (lines.text[end] === ' ') end++;
  // At the end of a line the space before it goes instead.
  if (/[\r\n]/.test(lines.text[end] ?? '\n')) while (lines.text[start - 1] === ' ') start--;
  return { span: { start, end }, newText: '' };
}
