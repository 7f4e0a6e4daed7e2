import { PURPOSE_FIELDS } from '../certificate/format';
import type { PartedPurpose } from '../certificate/model';
import type { PurposeDefect } from '../purposes/reading';
import type { Listed } from '../regimes/types';
import { fillEmpty, insertEntry } from '../syntax/insert';
import { entryOf, isBroken, isEmpty } from '../syntax/nodes';
import { removeItem } from '../syntax/remove';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Fix, Subject } from './rule';

/** What mends a purpose that is given by its parts. Each changes what the signatory declares, so none is safe. */
export function purposePartFixes(subject: Subject, purpose: PartedPurpose, defect: PurposeDefect): readonly Fix[] {
  const { regime, lines, certificate } = subject;
  const list = regime?.purposes;
  if (!list) return [];
  const fixes: Fix[] = [];
  const object = list.objects.find(({ id }) => id === purpose.against?.text);
  if (defect.rule === 'purpose-use') {
    const given = new Set(purpose.uses.map(({ text }) => text));
    for (const { id } of list.uses)
      if (!given.has(id))
        fixes.push({ title: `Change to ${id}`, safe: false, edits: [{ span: defect.span, newText: id }] });
    const [use] = purpose.uses.filter(({ span }) => span.start === defect.span.start);
    const parent = use?.node.parent;
    const edit = use && parent?.kind === 'list' ? removeItem(lines, parent, use.node) : undefined;
    if (use && edit) fixes.push({ title: `Strike "${use.text}"`, safe: false, edits: [edit] });
  }
  if (defect.rule === 'purpose-incomplete') {
    if (purpose.acts.length > 0 && purpose.aims.length === 0)
      fixes.push(...addPart(lines, purpose, 'aim', object?.aims ?? []));
    else if (object?.acts) fixes.push(...addPart(lines, purpose, 'act', object.acts));
    else if (!purpose.maximum && !isBroken(certificate.document, purpose.node)) fixes.push(addMaximum(lines, purpose));
  }
  const all = certificate.lists.get('purposes');
  const edit = all && removeItem(lines, all, purpose.node);
  if (edit) fixes.push({ title: 'Take this purpose out', safe: false, edits: [edit] });
  return fixes;
}

/** The fixes that add a part, one for each id of the list that it can be chosen from. */
export function addPart(lines: Lines, purpose: PartedPurpose, key: string, listed: readonly Listed[]): readonly Fix[] {
  return listed.map(({ id }) => ({
    title: `Add "${key}: ${id}"`,
    safe: false,
    edits: [write(lines, purpose, key, id)],
  }));
}

function addMaximum(lines: Lines, purpose: PartedPurpose): Fix {
  const [key, gap] = ['maximum-sentence', '<maximum sentence>'];
  return {
    title: 'Add the maximum sentence',
    safe: false,
    edits: [write(lines, purpose, key, gap)],
    snippet: write(lines, purpose, key, `\${1:${gap}}`),
  };
}

function write(lines: Lines, { node }: PartedPurpose, key: string, text: string): Edit {
  const entry = entryOf(node, key);
  const value = () => ` ${text}`;
  if (entry && isEmpty(entry.value)) return fillEmpty(lines, entry.key, entry.value, value);
  const order = PURPOSE_FIELDS.map((field) => field.key);
  return insertEntry(lines, node, key, value, order);
}
