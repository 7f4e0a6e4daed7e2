// What the extension and the page of the preview tell each other.

/** A place in the document: zero-based line and UTF-16 character. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Extension to page. */
export type ToPage =
  /** Shows another state of the certificate. */
  | { readonly kind: 'show'; readonly body: string }
  /** The editor shows from this line on. */
  | { readonly kind: 'scroll'; readonly line: number }
  /** The cursor is here. */
  | { readonly kind: 'cursor'; readonly place: Place };

/** Page to extension. */
export type FromPage =
  /** Ready to show something. */
  | { readonly kind: 'ready' }
  /** The reader has clicked on what is from here. */
  | { readonly kind: 'go'; readonly from: Place; readonly to: Place }
  /** The reader has scrolled, and what is from this line is at the top. */
  | { readonly kind: 'scrolled'; readonly line: number };
