import { MAX_DEPTH, MAX_LENGTH } from '../syntax/guards';
import { walk, type AliasNode, type DocumentNode, type Entry, type GroupNode, type SyntaxNode } from '../syntax/nodes';
import { removeEntry } from '../syntax/remove';
import { walkPaths, type Step } from '../syntax/path';
import type { Edit } from '../text/edit';
import { singleQuoted } from '../text/layout';
import { quoted } from './quoted';
import type { FileSubject, Fix, Report, Rule } from './rule';
import { targetOf, writeOut, writeOutKey, writeOutMerge } from './write-out';

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
  /** Reported with the merge that they belong to. */
  const merged = new Set<SyntaxNode>();
  for (const { node, at } of walkPaths(document.root)) {
    if (node.kind === 'group')
      for (const entry of node.entries.filter(({ key }) => isMerge(key))) {
        for (const inner of [entry.value, ...(entry.value.kind === 'list' ? entry.value.items : [])]) merged.add(inner);
        yield { ...mergeReport(subject, document, node, entry), at };
      }
    if (node.kind === 'alias' && !merged.has(node))
      yield {
        span: node.span,
        at,
        message: repeats(node.name),
        fixes: () => writeOutAlias(subject, document, node),
      };
    if (node.kind === 'text' && node.alias)
      yield {
        span: node.span,
        at,
        message: repeats(node.alias.name),
        fixes: () => writtenOut(`Write out "*${node.alias?.name ?? ''}"`, writeOutKey(document, node)),
      };
    if (node.anchor) {
      const { name, span } = node.anchor;
      yield {
        span,
        at,
        message: `"&${name}" marks this text to be repeated elsewhere. A certificate states everything in its place. Write the repetitions out and remove the mark.`,
        fixes: () => writeOutAnchor(subject, document, node),
      };
    }
    if (node.tag) {
      const { name, span } = node.tag;
      yield {
        span,
        at,
        message: `"${name}" says how to read what follows. A certificate is read as it is written. Remove it.`,
        fixes: () => [
          { title: `Remove "${name}"`, safe: true, preferred: true, edits: [removeWithSpace(subject, span)] },
        ],
      };
    }
    if (node.kind === 'group') yield* duplicates(subject, node, at);
  }
}

function repeats(name: string): string {
  return `"*${name}" stands for a text written elsewhere. A certificate states everything in its place. Write it out here.`;
}

/** `<<`, which takes in all that another group gives. In quotation marks it is a name like any other. */
function isMerge({ text, style }: Entry['key']): boolean {
  return text === '<<' && style === 'plain';
}

function mergeReport(
  { lines }: FileSubject,
  document: DocumentNode,
  group: GroupNode,
  merge: Entry,
): Omit<Report, 'at'> {
  const span = lines.firstLineOf({
    start: merge.key.span.start,
    end: Math.max(merge.key.span.end, merge.value.span.end),
  });
  const words = lines.text.slice(span.start, span.end);
  return {
    span,
    message: `"${words}" takes in what is written elsewhere. A certificate states everything in its place. Write it out here.`,
    fixes: () => writtenOut(`Write out "${words}"`, writeOutMerge(lines, document, group, merge)),
  };
}

function* duplicates(subject: FileSubject, group: GroupNode, at: readonly Step[]): Generator<Report> {
  const first = new Map<string, Entry>();
  for (const entry of group.entries) {
    const { key } = entry;
    const before = first.get(key.text);
    if (!before) {
      first.set(key.text, entry);
      continue;
    }
    if (isMerge(key)) continue;
    yield {
      span: key.span,
      at: [...at, key.text],
      message: `${quoted(key.text)} is given twice, here and on line ${subject.lines.place(before.key.span.start).line + 1}. Only the first counts. Keep one.`,
      fixes: () => removeRepetition(subject, group, before, entry),
    };
  }
}

function removeRepetition({ lines }: FileSubject, group: GroupNode, first: Entry, second: Entry): readonly Fix[] {
  const edit = removeEntry(lines, group, second);
  if (!edit) return [];
  const words = ({ value }: Entry) => lines.text.slice(value.span.start, value.span.end).trim();
  const same = words(first) === words(second) || words(second) === '';
  const title = same ? 'Remove the repetition' : `Remove this "${second.key.text}" and keep the first`;
  return [{ title, safe: same, preferred: same, edits: [edit] }];
}

function writtenOut(title: string, edit: Edit | undefined): readonly Fix[] {
  return edit ? [{ title, safe: true, preferred: true, edits: [edit] }] : [];
}

function writeOutAlias({ lines }: FileSubject, document: DocumentNode, alias: AliasNode): readonly Fix[] {
  if (targetOf(document, alias.name, alias.span.start))
    return writtenOut(`Write out "*${alias.name}"`, writeOut(lines, document, alias));
  // Nothing bears that mark: it may be a text that begins with an asterisk.
  const edit = { span: alias.span, newText: singleQuoted(`*${alias.name}`) };
  return [{ title: `Put "*${alias.name}" in quotation marks`, safe: false, edits: [edit] }];
}

function writeOutAnchor(subject: FileSubject, document: DocumentNode, node: SyntaxNode): readonly Fix[] {
  if (!node.anchor) return [];
  const { name, span } = node.anchor;
  const edits: Edit[] = [removeWithSpace(subject, span)];
  for (const repetition of repetitionsOf(subject, document, node, name)) {
    if (!repetition) return [];
    edits.push(repetition);
  }
  const title = edits.length > 1 ? `Write out every "*${name}" and remove the mark` : `Remove "&${name}"`;
  return [{ title, safe: true, preferred: true, edits }];
}

/** The edits that write a marked value out wherever it is repeated; undefined for a place where that cannot be done. */
function* repetitionsOf(
  { lines }: FileSubject,
  document: DocumentNode,
  node: SyntaxNode,
  name: string,
): Generator<Edit | undefined> {
  const isHere = (at: number) => targetOf(document, name, at) === node;
  const merged = new Set<SyntaxNode>();
  for (const other of walk(document.root)) {
    if (other.kind === 'group')
      for (const entry of other.entries.filter(({ key }) => isMerge(key))) {
        const sources = entry.value.kind === 'list' ? entry.value.items : [entry.value];
        for (const source of sources) merged.add(source);
        if (sources.some((source) => source.kind === 'alias' && source.name === name && isHere(source.span.start)))
          yield writeOutMerge(lines, document, other, entry);
      }
    if (other.kind === 'alias' && !merged.has(other) && other.name === name && isHere(other.span.start))
      yield writeOut(lines, document, other);
    if (other.kind === 'text' && other.alias?.name === name && isHere(other.span.start))
      yield writeOutKey(document, other);
  }
}

/** Removes a sign and the white space after it on its line. */
function removeWithSpace({ lines }: FileSubject, span: { start: number; end: number }): Edit {
  let { start, end } = span;
  while (lines.text[end] === ' ') end++;
  // At the end of a line the space before it goes instead.
  if (/[\r\n]/.test(lines.text[end] ?? '\n')) while (lines.text[start - 1] === ' ') start--;
  return { span: { start, end }, newText: '' };
}
