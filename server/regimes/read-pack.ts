import { contentSpan } from '../syntax/characters';
import { isEmpty, walk, type GroupNode, type SyntaxNode, type TextNode } from '../syntax/nodes';
import type { SyntaxTree } from '../syntax/parse';
import type { Step } from '../syntax/path';
import type { Edit } from '../text/edit';
import { nearest } from '../text/near';
import type { Span } from '../text/span';
import { packFieldsOf, packShape, type PackShape } from './pack-format';
import type { Pack } from './types';

/** A fault of a pack, where it stands. */
export interface PackProblem {
  readonly span: Span;
  readonly at: readonly Step[];
  /** What is wrong, why, and what to do. */
  readonly message: string;
  /** A fault makes the pack unusable; a remark does not. */
  readonly severity: 'error' | 'warning';
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}

/** A text as its pack file writes it. */
export interface PackReading {
  /** Undefined where the file does not have the shape of a pack. */
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

/** Reads the first document of a file as a pack. What does not fit the format is a problem at its place. */
export function readPack(tree: SyntaxTree): PackReading {
  const reader = new Reader();
  const { refusal } = tree;
  if (refusal)
    reader.report(
      refusal.span,
      [],
      refusal.reason === 'too-long'
        ? 'This file is too long to be read.'
        : 'This file is nested too deeply to be read.',
    );
  for (const { span, message } of tree.problems) reader.report(span, [], message);
  const root = tree.documents[0]?.root;
  if (!refusal && root?.kind !== 'group')
    reader.report(root?.span ?? { start: 0, end: 0 }, [], 'A pack is written as names with values. Begin with "id: ".');
  for (const node of walk(root)) {
    if (node.kind === 'alias')
      reader.report(node.span, [], `"*${node.name}" stands for something written elsewhere. Write it out.`);
    for (const mark of [node.anchor, node.tag])
      if (mark) reader.report(mark.span, [], `The mark "${mark.name}" is not part of a pack. Take it out.`);
  }
  const second = tree.documents[1];
  if (second)
    reader.report(
      { start: second.span.start, end: second.span.start + 1 },
      [],
      'A pack file holds one pack. Put this one into a file of its own.',
    );
  const data = root?.kind === 'group' ? reader.read(root, packShape(), []) : undefined;
  const sound = reader.problems.every(({ severity }) => severity !== 'error');
  return { pack: sound ? (data as Pack | undefined) : undefined, problems: reader.problems };
}

/** A file with more problems than this is no pack: nobody reads on. */
export const MAX_PROBLEMS = 200;

class Reader {
  readonly problems: PackProblem[] = [];

  report(span: Span, at: readonly Step[], message: string, fix?: PackProblem['fix']): void {
    this.problems.push({ span, at, message, severity: 'error', ...(fix && { fix }) });
  }

  read(node: SyntaxNode, shape: PackShape, at: readonly Step[]): unknown {
    switch (shape.shape) {
      case 'either': {
        const fitting = shape.of.map((one) => one()).find((one) => fits(node, one));
        const [first] = shape.of;
        return (fitting ?? first) ? this.read(node, fitting ?? (first as () => PackShape)(), at) : undefined;
      }
      case 'group':
        return node.kind === 'group' ? this.#group(node, shape, at) : this.#misshape(node, shape, at);
      case 'named':
        return node.kind === 'group' ? this.#named(node, shape.of(), at) : this.#misshape(node, shape, at);
      case 'list':
        if (node.kind !== 'list') return this.#misshape(node, shape, at);
        return node.items.map((item, i) => this.read(item, shape.of(), [...at, i]));
      case 'text':
      case 'number':
      case 'true':
        return node.kind === 'text' ? this.#text(node, shape, at) : this.#misshape(node, shape, at);
    }
  }

  #group(node: GroupNode, shape: PackShape, at: readonly Step[]): unknown {
    const fields = packFieldsOf(shape);
    const read: Record<string, unknown> = {};
    for (const { key, value } of this.#entries(node, at)) {
      const field = fields.find((known) => known.key === key.text);
      const inside = [...at, key.text];
      if (field) {
        if (isEmpty(value) && value.kind === 'text')
          this.report(key.span, inside, `"${key.text}" is empty. Write it, or take it out.`);
        else read[key.text] = this.read(value, field.shape(), inside);
        continue;
      }
      if (this.problems.length > MAX_PROBLEMS) continue;
      const near = nearest(
        key.text,
        fields.map((known) => known.key),
      );
      this.report(
        key.span,
        inside,
        `A pack has no "${key.text}" here. ${near === undefined ? `It can have: ${fields.map((known) => known.key).join(', ')}.` : `Did you mean "${near}"?`}`,
        near === undefined ? undefined : { title: `Change to "${near}"`, edits: [{ span: key.span, newText: near }] },
      );
    }
    for (const { key, required, about } of fields) {
      if (!required || node.entries.some((entry) => entry.key.text === key)) continue;
      const span = node.entries[0]?.key.span ?? node.span;
      this.report(span, [...at, key], `"${key}" is missing here. ${about === '' ? '' : `${about} `}Add "${key}".`);
    }
    return read;
  }

  #named(node: GroupNode, of: PackShape, at: readonly Step[]): unknown {
    // Whatever the names are, "__proto__" among them, they are names.
    return Object.fromEntries(
      this.#entries(node, at).map(({ key, value }) => [key.text, this.read(value, of, [...at, key.text])]),
    );
  }

  #entries(node: GroupNode, at: readonly Step[]) {
    const seen = new Set<string>();
    return node.entries.filter(({ key }) => {
      const again = seen.has(key.text);
      if (again) this.report(key.span, [...at, key.text], `"${key.text}" is written twice. Keep one of them.`);
      seen.add(key.text);
      return !again;
    });
  }

  #text(node: TextNode, shape: PackShape, at: readonly Step[]): unknown {
    const text = node.text.trim();
    const span = contentSpan(node);
    if (shape.shape === 'number') {
      if (/^\d{1,6}$/.test(text)) return Number(text);
      this.report(span, at, `"${text}" is no number. Write it in digits.`);
    } else if (shape.shape === 'true') {
      if (text === 'true') return true;
      this.report(span, at, `"${text}" cannot stand here. Write "true", or take it out.`);
    } else if (shape.shape === 'text') {
      if (!shape.values || shape.values.includes(text)) return text;
      const near = nearest(text, shape.values);
      this.report(
        span,
        at,
        `"${text}" cannot stand here. ${near === undefined ? `Write one of: ${shape.values.join(', ')}.` : `Did you mean "${near}"?`}`,
        near === undefined ? undefined : { title: `Change to "${near}"`, edits: [{ span, newText: near }] },
      );
    }
    return undefined;
  }

  #misshape(node: SyntaxNode, shape: PackShape, at: readonly Step[]): unknown {
    if (node.kind === 'alias') return undefined;
    const first =
      node.kind === 'group' ? node.entries[0]?.key.span : node.kind === 'list' ? node.items[0]?.span : undefined;
    this.report(first ?? node.span, at, WANTED[shape.shape]);
    return undefined;
  }
}

function fits(node: SyntaxNode, { shape }: PackShape): boolean {
  if (node.kind === 'group') return shape === 'group' || shape === 'named';
  if (node.kind === 'list') return shape === 'list';
  return shape === 'text' || shape === 'number' || shape === 'true';
}

const WANTED: Record<PackShape['shape'], string> = {
  text: 'A text belongs here. Write it behind the colon.',
  number: 'A number belongs here. Write it behind the colon.',
  true: 'Only "true" can stand here.',
  list: 'A list belongs here. Write each entry on a line of its own behind a dash.',
  named: 'Names with values belong here. Write "name: value" on lines of their own, indented.',
  group: 'Names with values belong here. Write "name: value" on lines of their own, indented.',
  either: 'This cannot stand here.',
};
