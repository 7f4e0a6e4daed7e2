import { CERTIFICATE_FIELDS, PARTY_TYPES, fieldAt, fieldsOf, formAt } from '../certificate/format';
import type { Analysis, Checked } from '../check';
import { fillEmpty, groupValue, insertAt, insertEntry, listValue, replaceText, textValue } from '../syntax/insert';
import { insertClauses, missingClauses } from '../rules/clause-insertion';
import { headingOf, startOf } from '../rules/places';
import { entryOf, isEmpty } from '../syntax/nodes';
import { pathSteps, pathText, type Step } from '../syntax/path';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { requiredPaths } from './required-paths';

/** Something that is still to be filled in. */
export interface Gap {
  /** Which certificate of the file. */
  readonly certificate: number;
  readonly path: string;
  /** Where it is, or where it belongs. */
  readonly span: Span;
  readonly question: string;
  readonly example: string;
  /** The answers to choose from; empty where any text may answer. A clause has its one text. */
  readonly choices: readonly { readonly text: string; readonly label: string }[];
  /** Grows from the first field of the format to the last, so that a gap keeps its place when others are filled. */
  readonly rank: number;
}

/** All gaps of a file, in the order of the format. */
export function gaps(analysis: Analysis): readonly Gap[] {
  return analysis.certificates.flatMap((checked) => {
    const { certificate } = checked;
    const found = checked.regime
      ? [...fieldGaps(checked, analysis), ...purposeGap(checked), ...clauseGaps(checked)]
      : regimeGap(checked);
    const index = certificate.document.index;
    return found
      .map((gap) => ({ ...gap, certificate: index, rank: index * 1e6 + rankOf(gap.path) }))
      .sort((a, b) => a.rank - b.rank);
  });
}

type Found = Omit<Gap, 'certificate' | 'rank'>;

function fieldGaps(checked: Checked, { findings }: Analysis): readonly Found[] {
  const { certificate } = checked;
  const left = findings.filter(
    ({ rule, certificate: index }) => rule === 'field-placeholder' && index === certificate.document.index,
  );
  const missing = requiredPaths(checked)
    .filter(({ path }) => !certificate.texts.has(path))
    .map(({ path, steps }) => fieldGap(path, placeFor(checked, steps)));
  const placeholders = left
    .filter(({ path }) => certificate.texts.has(path) && !path.startsWith('clauses.'))
    .map(({ path, span }) => fieldGap(path, certificate.texts.get(path)?.span ?? span));
  return [...missing, ...placeholders.filter(({ path }, i, all) => all.findIndex((o) => o.path === path) === i)];
}

function placeFor({ certificate, subject }: Checked, steps: readonly Step[]): Span {
  const section = certificate.sections.get(pathText(steps.slice(0, -1)));
  const entry = section && entryOf(section.node, String(steps.at(-1)));
  return entry?.key.span ?? section?.heading ?? headingOf(subject, String(steps[0]));
}

function fieldGap(path: string, span: Span): Found {
  const field = fieldAt(pathSteps(path));
  const of = path.startsWith('purposes[') && !field ? 'the purpose' : undefined;
  const kind = field?.form.shape === 'text' ? field.form.value : undefined;
  return {
    path,
    span,
    question: `What is ${of ?? field?.label ?? `"${path}"`}?`,
    example: field?.example ?? '',
    choices: kind === 'party-type' ? PARTY_TYPES.map(({ id, words }) => ({ text: id, label: words })) : [],
  };
}

function purposeGap({ certificate, regime, subject }: Checked): readonly Found[] {
  if (!regime?.purposes || certificate.purposes.length > 0 || certificate.lists.get('purposes')?.items.length)
    return [];
  const { uses, objects } = regime.purposes;
  return [
    {
      path: 'purposes',
      span: headingOf(subject, 'purposes'),
      question: 'What will the items be used for?',
      example: `${uses[0]?.words ?? 'use'} of ${objects[0]?.term ?? '…'}`,
      choices: [],
    },
  ];
}

function clauseGaps({ subject }: Checked): readonly Found[] {
  return missingClauses(subject).map(({ id, title, words }) => ({
    path: `clauses.${id}`,
    span: headingOf(subject, 'clauses'),
    question: `The clause “${title}” is missing. Insert it in the regime's words?`,
    example: words,
    choices: [{ text: words, label: 'Insert the clause' }],
  }));
}

function regimeGap({ subject }: Checked): readonly Found[] {
  const choices = subject.catalogue.all().map(({ id, title }) => ({ text: id, label: title }));
  const question = 'Which regime does the certificate follow?';
  return [{ path: 'regime', span: startOf(subject), question, example: choices[0]?.text ?? '', choices }];
}

/** The edits that fill a gap with a text; none where something else stands there meanwhile. */
export function fillGap(analysis: Analysis, certificate: number, path: string, text: string): readonly Edit[] {
  const checked = analysis.certificates.find((each) => each.certificate.document.index === certificate);
  const edit = checked && edits(checked, analysis, pathSteps(path), path, text);
  return edit ?? [];
}

function edits(checked: Checked, { lines }: Analysis, steps: readonly Step[], path: string, text: string) {
  const { certificate, subject } = checked;
  const { root, document } = certificate;
  const field = certificate.texts.get(path);
  if (field?.key) return [replaceText(lines, field.key, field.node, text)];
  const clause = missingClauses(subject).find(({ id }) => path === `clauses.${id}`);
  if (clause) return insertClauses(subject, [clause], '')[0]?.edits;
  const top = CERTIFICATE_FIELDS.map(({ key }) => key);
  const [first, second] = steps;
  const section = certificate.sections.get(pathText(steps.slice(0, -1)));
  const key = String(steps.at(-1));
  const entry = section && entryOf(section.node, key);
  if (entry) return isEmpty(entry.value) ? [fillEmpty(lines, entry.key, entry.value, textValue(text))] : undefined;
  if (typeof second === 'number' || path === 'purposes') {
    // An entry of a list that is there gets a field; a list that is not there gets its first entry.
    if (section && steps.length > 1) return [insertEntry(lines, section.node, key, textValue(text), orderAt(steps))];
    const value = listValue(path === 'purposes' ? textValue(text) : groupValue([[key, textValue(text)]]));
    const list = root && entryOf(root, String(first));
    if (list) return isEmpty(list.value) ? [fillEmpty(lines, list.key, list.value, value)] : undefined;
    return root && [insertEntry(lines, root, String(first), value, top)];
  }
  const parents = steps.slice(0, -1).map(String);
  const edit = insertAt(lines, document, parents, key, textValue(text), [top, orderAt(steps)]);
  return edit && [edit];
}

/** The keys beside the last step, in the canonical order. */
function orderAt(steps: readonly Step[]): readonly string[] {
  const form = formAt(steps.slice(0, -1));
  return form ? fieldsOf(form).map(({ key }) => key) : [];
}

/** By the format's order: section, entry, field. Clauses keep the order in which they are given. */
function rankOf(path: string): number {
  const steps = pathSteps(path);
  const section = CERTIFICATE_FIELDS.findIndex(({ key }) => key === steps[0]);
  const entry = steps.find((step) => typeof step === 'number') ?? 0;
  const field = orderAt(steps).indexOf(String(steps.at(-1)));
  return section * 1e4 + Math.min(entry, 90) * 100 + field + 1;
}
