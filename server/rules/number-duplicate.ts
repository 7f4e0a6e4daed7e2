import type { Rule } from './rule';

export const numberDuplicate: Rule = {
  id: 'number-duplicate',
  severity: 'error',
  title: 'Another certificate bears the same number',
  *check({ certificate, namesakes }) {
    const number = certificate.particulars?.number;
    if (!number) return;
    const others = namesakes(number.text.trim());
    if (others.length === 0) return;
    yield {
      span: number.span,
      at: number.at,
      message: `The number "${number.text}" is borne by another certificate: ${others.map(({ place }) => place).join(', ')}. A number stands for one certificate only. Change one of them.`,
    };
  },
};
