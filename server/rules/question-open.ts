import { applies } from '../regimes/condition';
import { cite } from '../regimes/types';
import { startOf } from './places';
import type { Rule } from './rule';

export const questionOpen: Rule = {
  id: 'question-open',
  severity: 'information',
  title: 'Questions that a reviewer should ask',
  *check(subject) {
    const { certificate, regime } = subject;
    const questions = (regime?.questions ?? []).filter(({ when }) => applies(when, certificate));
    if (!regime || questions.length === 0) return;
    const source = [...new Set(questions.flatMap((question) => question.source))];
    const span = certificate.regime?.key?.span ?? startOf(subject);
    const list = questions.map(({ words }, i) => `(${i + 1}) ${words}`).join(' ');
    yield {
      span,
      at: ['regime'],
      message: `Due diligence asks (${cite(regime, source)}): ${list} Keep the answers with the file.`,
      source,
    };
  },
};
