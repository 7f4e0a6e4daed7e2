import { grounds } from '../regimes/types';
import { hasPlaceholder } from './field-placeholder';
import { unreadable } from './places';
import type { Rule, Subject } from './rule';

export const signedBlank: Rule = {
  id: 'signed-blank',
  severity: 'warning',
  title: 'A signature under blanks',
  *check(subject) {
    const { certificate, regime } = subject;
    const rule = regime?.signing?.['not-blank'];
    const { signature } = certificate;
    const signed = signature?.date ?? signature?.name;
    if (!regime || !rule || !signed || hasPlaceholder(signed.text) || unreadable(subject, [])) return;
    const blank = blanks(subject);
    if (blank.length === 0) return;
    yield {
      span: signed.span,
      at: ['signature'],
      message: `The certificate is signed, and does not say ${blank.join(' or ')}. ${grounds(regime, rule.words, rule.source)} Fill it in before it is signed.`,
      source: rule.source,
    };
  },
};

/** What a signed certificate cannot leave open, in words. */
function blanks({ certificate: { endUser, items, purposes } }: Subject): readonly string[] {
  const open = (text: string | undefined) => text === undefined || text.trim() === '' || hasPlaceholder(text);
  const described = items.filter(({ description }) => !open(description?.text));
  const stated = purposes.filter((purpose) => purpose.kind === 'parted' || !open(purpose.statement.text));
  return [
    ...(open(endUser?.name?.text) ? ['who the end user is'] : []),
    ...(described.length === 0 ? ['what is delivered'] : []),
    ...(stated.length === 0 ? ['what it is for'] : []),
  ];
}
