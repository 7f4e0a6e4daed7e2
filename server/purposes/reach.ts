import type { Form } from './words';

/** What is done with the system, or to somebody by means of it. */
const OF_USE =
  /^(?:use|uses|used|using|employ|employed|serves?|served|appl(?:y|ies|ied)|deploy(?:ed)?|direct(?:ed)?|turn(?:ed)?|target(?:ed)?|monitor(?:ed|ing)?|watch(?:ed|ing)?|track(?:ed|ing)?|follow(?:ed|ing)?|observ(?:e|ed|ing)|listen(?:ed|ing)?|intercept(?:ed|ing)?|permits?|permitted|allow(?:s|ed)?|investigat(?:e|ed|ing)|purposes?|aims?|extends?|touch(?:ed)?|look(?:ed|ing)?|reads?|reading|interests?|interested|concerns?|business|collect(?:ed|ing)?|record(?:ed|ing)?|trac(?:e|ed|ing)|spy|spied|spying|screen(?:ed|ing)?|search(?:ed)?|sold|resold|lent|transferred|shared?|passed|handed|target|targets|chosen|selected|singled|affects?|for|against)$/;
/** Where a new thing is said that the negation does not reach: an exception is a purpose again. */
const EXCEPTION = /^(?:unless|except|excepting|save|saving|until)$/;
const AUXILIARY = /^(?:is|are|was|were|shall|will|may|must|can|does|do|should|would|be|has|have|remains?)$/;

/**
 * To the end of the clause: a full stop, the bracket that it stands in, "but", an exception, or a new clause that affirms. What
 * is not said of a use ends at the comma: "keeps no data on bystanders, and watches lawyers".
 */
export function reachOf(form: Form, from: number, to: number): number {
  const isOfUse = bearsOnUse(form, from, to);
  let j = from + 1;
  let open = isInBrackets(form, from) ? 0 : Infinity;
  while (j < to) {
    if (form(j) === '(') open++;
    // "(no modification) to investigate": what is denied in brackets ends with them.
    if (form(j) === ')' && --open < 0) break;
    if (/^(?:but|;|\.|:|–|—)$/.test(form(j)) || /^(?:while|whereas|though)$/.test(form(j))) break;
    if (isException(form, j)) return form(j - 1) === ',' ? j - 1 : j;
    if ((form(j) === ',' || form(j) === 'and') && affirms(form, j + 1, to)) break;
    // "has ceased to monitor terrorists and now monitors journalists"
    if (form(j) === 'and' && /^(?:now|instead)$/.test(form(j + 1))) break;
    if (form(j) === ',' && !isOfUse && !continuesList(form, j, to)) break;
    j++;
  }
  return j;
}

function isInBrackets(form: Form, at: number): boolean {
  for (let k = at - 1; k >= 0 && !/^[.;)]$/.test(form(k)); k--) if (form(k) === '(') return true;
  return false;
}

/** True where the clause around a negation speaks of what the system is used for. */
function bearsOnUse(form: Form, at: number, to: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 6 && !/^[,;:.]$/.test(form(k)); k--) if (OF_USE.test(form(k))) return true;
  for (let k = at + 1; k < Math.min(to, at + 10) && !/^[,;:.]$/.test(form(k)); k++)
    if (OF_USE.test(form(k))) return true;
  return false;
}

/** "no journalists, lawyers or priests": an alternative follows before anything is said. */
export function continuesList(form: Form, comma: number, to: number): boolean {
  for (let k = comma + 1; k < Math.min(to, comma + 8); k++) {
    if (/^(?:or|nor)$/.test(form(k))) return true;
    if (/^[;:.]$/.test(form(k)) || AUXILIARY.test(form(k))) return false;
  }
  return false;
}

/** "to save money" is no exception, "save in war" is one. */
function isException(form: Form, i: number): boolean {
  if (form(i) === 'save' || form(i) === 'saving')
    return form(i - 1) === ',' || /^(?:for|in|where|when|that|if|as|those|with|on)$/.test(form(i + 1));
  if (form(i) === 'with') return /^(?:one|a|some)$/.test(form(i + 1)) && /^exceptions?$/.test(form(i + 2));
  return EXCEPTION.test(form(i)) || (form(i) === 'other' && form(i + 1) === 'than');
}

function affirms(form: Form, from: number, to: number): boolean {
  if (
    !/^(?:but|and|it|its|the|this|we|they|our|only|all|what|i|will|shall)$/.test(form(from)) &&
    form(from - 1) !== ','
  )
    return false;
  for (let k = from; k < Math.min(to, from + 14); k++) {
    if (/^[,;.]$/.test(form(k)) && k > from + 1) return false;
    if (/^(?:not|never|nor|neither|no|or)$/.test(form(k))) return false;
    if (/^(?:shall|will|may|is|are|serves?|used|use|exclusively|solely|only|covers?|must)$/.test(form(k))) return true;
  }
  return false;
}
