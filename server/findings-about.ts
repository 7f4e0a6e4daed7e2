import type { Analysis } from './check';
import type { Finding } from './rules/finding';
import { documentAround } from './syntax/nodes';

/**
 * The findings about one certificate of a file, by its place among the certificates: its own, and those about the file as
 * a whole that lie in it. What lies before the first certificate counts to the first.
 */
export function findingsAbout({ tree, findings, certificates }: Analysis, index: number): readonly Finding[] {
  const own = certificates[index]?.certificate.document.index;
  return findings.filter(
    ({ certificate, span }) => (certificate ?? documentAround(tree.documents, span)?.index) === own,
  );
}
