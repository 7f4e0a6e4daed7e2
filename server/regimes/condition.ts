import type { Certificate, TextField } from '../certificate/model';
import { pathText, type Step } from '../syntax/path';
import { isEmpty } from '../syntax/nodes';
import { pathSteps } from '../syntax/path';
import type { Condition } from './types';

/**
 * The places that a path of a pack stands for: `items[].quantity` is one for each item that is given. Where the list has
 * no entry at all there is one place, in the first entry that it should have.
 */
export function placesAt({ lists }: Certificate, path: string): readonly (readonly Step[])[] {
  const [list, rest] = path.split('[].');
  if (list === undefined || rest === undefined) return [pathSteps(path)];
  const items = lists.get(list)?.items ?? [];
  const given = items.flatMap((item, i) => (isEmpty(item) ? [] : [i]));
  return (items.length === 0 ? [0] : given).map((i) => [...pathSteps(list), i, ...pathSteps(rest)]);
}

/** The texts that are given at a path of a pack. */
export function textsAt(certificate: Certificate, path: string): readonly TextField[] {
  return placesAt(certificate, path).flatMap((at) => certificate.texts.get(pathText(at)) ?? []);
}

/** True where the condition holds of the certificate; a condition that is not there always holds. */
export function applies(condition: Condition | undefined, certificate: Certificate): boolean {
  if (!condition) return true;
  const { field, is, 'is-not': isNot } = condition;
  const texts = textsAt(certificate, field).map(({ text }) => text.trim().toLowerCase());
  if (!is && !isNot) return texts.length > 0 || certificate.sections.has(field) || certificate.lists.has(field);
  const among = (values: readonly string[]) =>
    texts.some((text) => values.some((value) => value.toLowerCase() === text));
  return texts.length > 0 && (!is || among(is)) && (!isNot || !among(isNot));
}
