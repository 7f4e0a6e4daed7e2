import type { Span } from '../text/span';
import { element, type Attributes, type Content, type Markup } from './markup';
import { footerLines, type Entry, type Line, type Paper, type PaperSection, type Words } from './paper';
import { readsFromRight } from './printable';

/** A finding beside the paper. */
export interface Note {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** "Error", "Warning, waived". */
  readonly label: string;
  readonly message: string;
  readonly span: Span;
}

/** What a preview shows besides the paper itself. */
export interface Margin {
  /** A place in the file, as the attributes by which it is found again. */
  readonly place: (span: Span) => Attributes;
  /** The findings that belong to a row, once each. */
  readonly take: (row: Row) => readonly Note[];
  /** Findings about these words, which are then marked. */
  readonly concerns: (span: Span) => Note['severity'] | undefined;
}

/** A row of the paper: its head, a section or an entry of a list. */
export interface Row {
  /** The paths that the row shows; a finding belongs to the row with the longest that leads to it. */
  readonly shows: readonly string[];
}

/** The rows of a paper, in the order in which they are written. The first takes what belongs nowhere else. */
export function rowsOf({ sections }: Paper): readonly Row[] {
  return [{ shows: [''] }, ...sections.flatMap((section) => [sectionRow(section), ...entryRows(section)])];
}

const sectionRow = ({ shows }: PaperSection): Row => ({ shows });

const entryRows = ({ kind, entries }: PaperSection): readonly Row[] =>
  kind === 'list' ? entries.map(({ at }) => ({ shows: [at] })) : [];

/** A paper as HTML. Without a margin it holds nothing but the paper. */
export function paperMarkup(paper: Paper, margin?: Margin): Markup {
  const number = paper.number === undefined ? undefined : words({ text: paper.number });
  return element(
    'article',
    { class: 'paper' },
    row(
      { shows: [''] },
      margin,
      element(
        'header',
        {},
        paper.mark === undefined ? undefined : element('p', { class: 'draft' }, paper.mark),
        element('h1', { dir: 'auto' }, paper.title),
        paper.issuer === undefined ? undefined : element('p', { class: 'issuer', dir: 'auto' }, paper.issuer),
        number && element('p', { class: 'number' }, 'No. ', number),
      ),
    ),
    paper.sections.map((section, i) => sectionMarkup(section, i, margin)),
    element('footer', {}, ...footerLines(paper).map((line) => element('p', {}, element('bdi', {}, line)))),
  );
}

/** A row: what is on the paper, and beside it what was found about it. */
function row(is: Row, margin: Margin | undefined, ...content: readonly Content[]): Markup {
  if (!margin) return element('div', { class: 'row' }, ...content);
  const notes = margin
    .take(is)
    .map((note) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', class: `note ${note.severity}`, ...margin.place(note.span) },
          element('strong', {}, `${note.label}: `),
          element('span', { dir: 'auto' }, note.message),
        ),
      ),
    );
  return element(
    'div',
    { class: 'row' },
    element('div', { class: 'sheet' }, ...content),
    notes.length > 0 ? element('ul', { class: 'notes', 'aria-label': 'Findings' }, notes) : undefined,
  );
}

function sectionMarkup(section: PaperSection, index: number, margin: Margin | undefined): Markup {
  const { heading, kind, entries } = section;
  const title = element('h2', placed(section.span, margin), heading);
  if (kind !== 'list') {
    const table = kind === 'grid' ? grid(section, margin) : facts(section, margin);
    const sign = kind === 'signature' ? signPlace() : undefined;
    return element('section', {}, row(sectionRow(section), margin, title, table, sign));
  }
  const list = entries.map((entry, i) => row({ shows: [entry.at] }, margin, numbered(entry, i + 1, index, margin)));
  return element('section', {}, row(sectionRow(section), margin, title), list);
}

/** A numbered entry. The number is a word of its own, so that it can be copied and is read out. */
function numbered({ label, lines, span }: Entry, number: number, section: number, margin: Margin | undefined): Markup {
  const sign = element('span', { class: 'numeral' }, `${number}.`);
  const place = placed(span, margin);
  if (label !== '')
    return element(
      'div',
      { class: 'entry', id: `entry-${section + 1}-${number}`, ...place },
      element('h3', {}, sign, ' ', element('bdi', {}, label)),
      lines.map((line) => element('p', directionOf(line), lineContent(line, margin))),
    );
  const [first = [], ...more] = lines;
  return element(
    'div',
    { class: 'entry', id: `entry-${section + 1}-${number}`, ...place },
    element('p', directionOf(first), sign, ' ', lineContent(first, margin)),
    more.map((line) => element('p', directionOf(line), lineContent(line, margin))),
  );
}

function facts({ entries }: PaperSection, margin: Margin | undefined): Markup | undefined {
  if (entries.length === 0) return undefined;
  const rows = entries.map(({ label, lines, span }) =>
    element(
      'tr',
      placed(span, margin),
      element('th', { scope: 'row' }, label),
      element(
        'td',
        {},
        lines.map((line) => element('p', directionOf(line), lineContent(line, margin))),
      ),
    ),
  );
  return element('table', { class: 'facts' }, element('tbody', {}, rows));
}

function grid({ heads, entries }: PaperSection, margin: Margin | undefined): Markup {
  const rows = entries.map(({ lines, span }) =>
    element(
      'tr',
      placed(span, margin),
      lines.map((line) => element('td', directionOf(line), lineContent(line, margin))),
    ),
  );
  const head = heads.map((words) => element('th', { scope: 'col' }, words));
  return element('table', { class: 'grid' }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows));
}

function signPlace(): Markup {
  const place = (words: string) => element('div', { class: 'blank' }, element('p', {}, words));
  return element('div', { class: 'sign' }, place('Signature'), place('Official stamp'));
}

/** The direction of a line by its words: `auto` would not see them, as each stands by itself in a `bdi`. */
function directionOf(line: Line): Attributes {
  return readsFromRight(line.map(({ text }) => text).join('')) ? { dir: 'rtl' } : {};
}

function lineContent(line: Line, margin: Margin | undefined): readonly Markup[] {
  return line.map((each) => words(each, margin));
}

function words({ text, origin, tone }: Words, margin?: Margin): Markup {
  const found = origin && margin?.concerns(origin.span);
  const classes = [tone, found && `found ${found}`].filter((name) => name !== undefined).join(' ');
  const attributes = { ...(classes !== '' && { class: classes }), ...placed(origin?.span, margin) };
  // The form's own words take the direction of what is around them.
  return element(origin ? 'bdi' : 'span', attributes, text);
}

function placed(span: Span | undefined, margin: Margin | undefined): Attributes {
  return span && margin ? margin.place(span) : {};
}
