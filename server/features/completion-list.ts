import type { Span } from '../text/span';
import type { Template } from './template';

/** What a completion is of; decides its icon. */
export type CompletionSort = 'key' | 'id' | 'country' | 'clause' | 'purpose' | 'certificate' | 'date';

/** One thing to choose. */
export interface Completion {
  readonly label: string;
  readonly sort: CompletionSort;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Replaced by what is inserted; all completions of one list replace the same stretch. */
  readonly span: Span;
  readonly insert: Template;
  /** What is typed is compared with this; the label where it is left out. */
  readonly filter?: string;
}
