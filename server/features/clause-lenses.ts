import type { Analysis, Checked } from '../check';
import { isMinor } from '../clauses/describe';
import type { Span } from '../text/span';

/** A line above a clause that says how it stands to the regime's words. */
export interface ClauseLens {
  /** The clause's id in the file. */
  readonly span: Span;
  readonly title: string;
  /** What can be compared; undefined where there is nothing to compare with. */
  readonly compare: { readonly certificate: number; readonly clause: string } | undefined;
}

/** One lens for each clause of each certificate whose regime is known. */
export function clauseLenses({ certificates }: Analysis): readonly ClauseLens[] {
  return certificates.flatMap((checked) => (checked.regime ? lensesOf(checked) : []));
}

function lensesOf({ certificate, subject }: Checked): readonly ClauseLens[] {
  return certificate.clauses.map(({ id, key }): ClauseLens => {
    const reading = subject.clauses.find(({ clause }) => clause.key === key);
    if (!reading) return { span: key.span, title: 'not checked: not a clause of the regime', compare: undefined };
    const { required, changes, judged, belongsTo } = reading;
    const compare = { certificate: certificate.document.index, clause: id };
    if (!judged) return { span: key.span, title: 'not checked: another wording', compare };
    if (belongsTo) return { span: key.span, title: `the words of "${belongsTo.id}"`, compare };
    const faults = changes.filter((change) => !isMinor(change)).length;
    if (faults > 0) {
      const count = `${faults} change${faults === 1 ? '' : 's'}`;
      const from = required.match === 'verbatim' ? "the regime's words" : 'what the regime asks for';
      return { span: key.span, title: `${count} from ${from}`, compare };
    }
    const words = required.match === 'verbatim' ? "the regime's words" : 'what the regime asks for';
    const title = changes.length > 0 ? `${words}, with more or less to be read` : words;
    return { span: key.span, title, compare };
  });
}
