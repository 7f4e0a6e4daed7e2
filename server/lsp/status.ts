import type { Analysis } from '../check';
import { checklists } from '../features/checklist';
import { findingsAbout } from '../findings-about';
import type { StatusParams } from './messages';

/** The verdict on a file and its certificates, with the figures that a client shows. */
export function statusOf(uri: string, analysis: Analysis): StatusParams {
  const lists = checklists(analysis);
  return {
    uri,
    verdict: analysis.verdict,
    certificates: analysis.certificates.map(({ certificate, regime, verdict }, i) => {
      const own = findingsAbout(analysis, i);
      const left = own.filter(({ waived }) => !waived);
      const number = certificate.particulars?.number?.text;
      return {
        ...(number !== undefined && { number }),
        ...(regime && { regime: { id: regime.id, title: regime.title } }),
        verdict,
        errors: left.filter(({ severity }) => severity === 'error').length,
        warnings: left.filter(({ severity }) => severity === 'warning').length,
        waived: own.length - left.length,
        sections: {
          complete: lists[i]?.sections.filter(({ complete }) => complete).length ?? 0,
          total: lists[i]?.sections.length ?? 0,
        },
        purposes: left.filter(
          ({ rule, severity }) => rule.startsWith('purpose-') && (severity === 'error' || severity === 'warning'),
        ).length,
      };
    }),
  };
}
