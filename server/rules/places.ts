import { pathText } from '../syntax/path';
import { isBroken } from '../syntax/nodes';
import type { Span } from '../text/span';
import type { Subject } from './rule';

/** Where a finding about the whole certificate is shown: its first key, or its beginning where it has none. */
export function startOf({ certificate }: Subject): Span {
  const first = certificate.root?.entries[0]?.key.span ?? certificate.document.root?.span;
  const { start } = certificate.document.span;
  return first ?? { start, end: start };
}

/** Where a finding about a section is shown: its key, or the beginning of the certificate where it is not there. */
export function headingOf(subject: Subject, section: string): Span {
  const key = subject.certificate.root?.entries.find((entry) => entry.key.text === section)?.key;
  return key?.span ?? startOf(subject);
}

/** True where the section at `path` could not be read to its end, so that nothing can be said to be missing from it. */
export function unreadable(subject: Subject, path: readonly (string | number)[]): boolean {
  const { certificate } = subject;
  for (let depth = path.length; depth >= 0; depth--) {
    const section = certificate.sections.get(pathText(path.slice(0, depth)));
    if (section) return isBroken(certificate.document, section.node);
  }
  return certificate.document.broken.length > 0;
}
