import type { Analysis } from './check';
import type { Finding } from './rules/finding';

/**
 * The findings about one certificate of a file, by its place among the certificates: its own, and those about the file as
 * a whole that lie in it. What lies before the first certificate counts to the first.
 */
export function findingsAbout({ findings, certificates }: Analysis, index: number): readonly Finding[] {
  const starts = certificates.map(({ certificate }) => certificate.document.span.start);
  const own = certificates[index]?.certificate.document.index;
  return findings.filter(({ certificate, span }) => {
    if (certificate !== undefined) return certificate === own;
    const around = starts.findLastIndex((start) => start <= span.start);
    return Math.max(0, around) === index;
  });
}
