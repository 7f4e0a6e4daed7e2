/** HTML that can be trusted: its words were escaped when it was made. */
export class Markup {
  readonly #html: string;

  /** Only for markup of this module's own making. */
  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

/** What an element holds: words, which are escaped, or markup, which is not; nothing is left out. */
export type Content = string | Markup | undefined | readonly Content[];

/** What an attribute says; an undefined one is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** The elements that the paper needs; no script, frame, form or link is among them. */
export type Tag =
  | 'article'
  | 'aside'
  | 'bdi'
  | 'button'
  | 'div'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'header'
  | 'li'
  | 'main'
  | 'ol'
  | 'p'
  | 'section'
  | 'span'
  | 'strong'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul';

/** An element with its attributes and content. Names of attributes are the caller's own, never a user's words. */
export function element(tag: Tag, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
  return new Markup(`<${tag}${written}>${textOf(content)}</${tag}>`);
}

/** Words as HTML shows them. */
export function escape(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function textOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escape(content);
  return content instanceof Markup ? content.toString() : content.map(textOf).join('');
}
