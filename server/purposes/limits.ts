import type { Form } from './words';

const BEING = /^(?:is|are|was|were|be|been|being)$/;
const HAVING = /^(?:have|has|had|having)$/;
const RELATIVE = /^(?:who|which|that|whom|whose|things|what)$/;
/** What an undertaking not to do something speaks of: the system's use, or what is done to persons by means of it. */
const OF_USE =
  /^(?:be|use|used|uses|using|employ|employed|serve|apply|deploy|deployed|direct|turn|target|monitor|watch|track|follow|observe|listen|intercept|permit|allow|authorise|extend|touch|look|read|interest|concern|collect|record|trace|spy|screen|search|sell|lend|transfer|share|pass|intend|investigate|prosecute|punish|judge|store|copy|surveillance|monitoring|interception|against)$/;
const QUANTITY =
  /^(?:less|more|fewer|later|longer|shorter|lower|higher|bigger|heavier|wider|greater|sooner|under|below|above|over|beyond|exceed|exceeding|arriving|surpassing)$/;
const WITHOUT =
  /^(?:distinction|distinctions|discrimination|discriminating|regard|respect|reference|consideration|bias|preference|looking|watching|monitoring|listening|following|recording|tracking|targeting|intercepting|touching|reading|using|use|surveillance|observation|interception|recourse|interference)$/;

/**
 * True for a word that looks like a negation and undertakes nothing: a bound ("not less than"), a description ("drivers who
 * do not pay", "women without a guardian"), a phrase ("not only", "by no means all", "no doubt").
 */
export function isLimit(form: Form, i: number, isNumber: (i: number) => boolean): boolean {
  switch (form(i)) {
    case 'no':
      return isLimitOfNo(form, i, isNumber);
    case 'none':
      // "where none are", "when there are none", "none of which carries four years"
      return (
        /^(?:other|but|else|reaches|exceeds|carries)$/.test(form(i + 1)) ||
        QUANTITY.test(form(i + 1)) ||
        (form(i + 1) === 'of' && form(i + 2) === 'which') ||
        /^(?:where|when|if|with)$/.test(form(i - 1)) ||
        (BEING.test(form(i - 1)) && form(i - 2) === 'there')
      );
    case 'nothing':
      return (
        /^(?:of|say)$/.test(form(i - 1)) ||
        HAVING.test(form(i - 1)) ||
        /^(?:else|more|beyond|further|besides|but|other|wider|short|\.)$/.test(form(i + 1))
      );
    case 'nobody':
      return /^(?:else|but)$/.test(form(i + 1));
    case 'without':
      return !WITHOUT.test(form(form(i + 1) === 'any' ? i + 2 : i + 1));
    case 'never':
      return form(i + 1) === 'mind';
    case 'neither':
      return isNumber(i + 1) || QUANTITY.test(form(i + 1));
    case 'nor':
      return QUANTITY.test(form(i + 1));
    case 'not':
    case 'cannot':
      return isLimitOfNot(form, i);
    default:
      return false;
  }
}

/** "be used", "be turned": said of the system, not of those who "may no longer be terrorised". */
function isPut(form: Form, i: number): boolean {
  return form(i) === 'be' && OF_USE.test(form(i + 1)) && form(i + 1) !== 'against';
}

function isLimitOfNo(form: Form, i: number, isNumber: (i: number) => boolean): boolean {
  const [before, next] = [form(i - 1), form(i + 1)];
  // "It no longer serves", and not "those who no longer pray" or "no longer than".
  if (next === 'longer' && form(i + 2) !== 'than' && !isNumber(i + 2))
    return [i - 1, i - 2].some(
      (k) =>
        (RELATIVE.test(form(k)) && form(k - 1) !== ',') ||
        (/^(?:can|could|may|might|would)$/.test(form(k)) && !isPut(form, i + 2)),
    );
  if (isNumber(i + 1) || QUANTITY.test(next)) return true;
  if (
    /^(?:matter|other|others|purpose|further|additional|doubt|secret|task|means|wonder|imprisonment|jail|gaol|prison|maximum|extra|cost|confidence|[.”"')])$/.test(
      next,
    )
  )
    return true;
  if (next === 'one') return !/^(?:is|shall|will|may|must|can)$/.test(form(i + 2));
  // "persons of no religion", "who have no children": what somebody is; "has no intention" says what is undertaken.
  if (before === 'of') return !/^(?:interest|concern|business)$/.test(next);
  if (HAVING.test(before)) return !/^(?:intention|interest|wish|use|right|purpose|desire|business|part)$/.test(next);
  if (/^(?:is|are|was|were)$/.test(before) && form(i - 2) === 'there')
    return !/^(?:use|intention|question)$/.test(next);
  return false;
}

function isLimitOfNot(form: Form, i: number): boolean {
  const [before, next, after] = [form(i - 1), form(i + 1), form(i + 2)];
  if (next === '' || /^[.;)]$/.test(next) || QUANTITY.test(next)) return true;
  // "whether completed or not"
  if (before === 'or' && [3, 4, 5, 6, 7, 8, 9].some((k) => form(i - k) === 'whether')) return true;
  if (
    /^(?:only|merely|just|simply|limited|restricted|confined|exclusive|exclusively|final|complete|refrain|abstain|desist|exclude|prohibited|exhaustive|solely|sole|single|least|yet|unlike|infrequently|surprisingly|necessarily|forgetting|without|happen|recur|occur|applicable|secret)$/.test(
      next,
    )
  )
    return true;
  if (next === 'be' && /^(?:restricted|limited|confined|prohibited|excluded|final|complete)$/.test(after)) return true;
  if (next === 'be' && after === 'the' && form(i + 3) === 'only') return true;
  if (next === 'to' && /^(?:exceed|mention|forget)$/.test(after)) return true;
  if (next === 'so' && after === 'much') return true;
  if (/^(?:the|a|our|its|their|his)$/.test(next) && /^(?:only|sole|single|secret|exclusive)$/.test(after)) return true;
  // "do not carry more than": what is done or left, unless it is done with the system.
  if (/^(?:do|does|did|need|have|has|had)$/.test(before) && !isOfUse(form, i)) return true;
  // "drivers who are not married", "things that cannot be written": a description.
  const relative = [i - 1, i - 2, i - 3].find((k) => RELATIVE.test(form(k)));
  if (relative !== undefined && form(relative - 1) !== ',') {
    const future = /^(?:shall|will|may|must|should)$/.test(before);
    if (!future && !isOfUse(form, i)) return true;
  }
  // "gatherings not notified", not said of the system
  return (
    /(?:ed|en)$/.test(next) && !OF_USE.test(next) && !/^(?:[:,]|be|shall|will|may)$/.test(before) && !BEING.test(before)
  );
}

/** Within three words it is said what the system, or somebody by means of it, does not do. */
function isOfUse(form: Form, i: number): boolean {
  for (let k = i + 1; k <= i + 3; k++) if (OF_USE.test(form(k)) && form(k) !== 'be') return true;
  return false;
}
