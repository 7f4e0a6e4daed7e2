import type { Clause } from '../certificate/model';
import { contentSpan } from '../syntax/characters';
import type { ClauseChange, ClauseReading } from './reading';
import type { Template } from './template';
import { formOf } from './spelling';
import { wordsOf } from './words';

/**
 * Judges another wording of a clause by its elements: each must be there and none may be denied, excepted from or left
 * open. Not judged where the pack does not say what the elements are.
 */
export function readElements(clause: Clause, template: Template): ClauseReading {
  const { elements } = template.clause;
  if (!elements) return { clause, required: template.clause, changes: [], judged: false };
  const { text, node } = clause.text;
  const forms = ` ${wordsOf(text)
    .map(({ form }) => form)
    .join(' ')} `;
  const span = contentSpan(node);
  const base = { noun: undefined, now: '', span, restored: undefined } as const;
  const missing = elements
    .filter(({ any }) => !any.some((phrase) => patternOf(phrase).test(forms)))
    .map(({ title }): ClauseChange => ({ ...base, kind: 'left-out', effect: 'element-missing', was: title }));
  const denied = DENIED.exec(forms.replace(ALLOWED, ' '))?.[0].trim();
  const changes: readonly ClauseChange[] =
    denied === undefined
      ? missing
      : [...missing, { ...base, kind: 'added', effect: 'element-denied', was: '', now: denied }];
  return { clause, required: template.clause, changes, judged: true };
}

function patternOf(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => `(?:${word.split('|').map(formOf).join('|')})`);
  return new RegExp(` ${words.join(' ')} `);
}

/** Denials that only say once more that there is nothing else. */
const ALLOWED =
  / (?:and )?(?:for )?(?:not )?(?:for )?(?:no|any) other (?:purpose|purposes|use)(?= )| (?:fail|fails|failure) (?:not )?to comply(?= )| (?:does|do|is|are) not (?:comply|complied with|fulfill)(?= )/g;

const DENIED =
  / (?:not|no|never|neither|nor|cannot|without|unless|except\w*|excluding|other|others|also|however|but|may use|mainly|primarily|mostly|generally|chiefly|including|such as|etc|notwithstanding|provided|should|normally|where|when|if|reasonabl[ye]|practicable|appropriate) /;
