import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import { footerLines, type Entry, type Line, type Paper, type PaperSection, type Writer } from './paper';
import { directedRuns, readsFromRight } from './printable';
import { settled } from './settled-archive';

// Lengths are in twentieths of a point; sizes of type in half points.
const MARGIN = 1134;
const TEXT_WIDTH = 11906 - 2 * MARGIN;
const LABEL_WIDTH = 2400;
const HANGING = 500;
/** Between the lines of a cell. */
const CLOSE = { after: 20 };
const QUIET = '595959';
const ALARM = 'A40000';

/** The name of the numbering of entries. */
const NUMBERING = 'entries';

/** Writes papers as one Word document, each in a section of its own that counts its own pages. */
export const writeDocx: Writer = async (papers) => {
  const document = new Document({
    title: papers.flatMap(({ number }) => number ?? []).join(', ') || 'End-Use Certificate',
    creator: 'End-Use Certificate',
    lastModifiedBy: 'End-Use Certificate',
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: 22, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 80, line: 259, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { size: 32, bold: true },
          paragraph: { spacing: { after: 60, line: 264, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { size: 25, bold: true },
          paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
        },
        heading2: { run: { size: 22, bold: true }, paragraph: { keepNext: true, spacing: { before: 200, after: 60 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: NUMBERING,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: HANGING, hanging: HANGING } } },
            },
          ],
        },
      ],
    },
    sections: papers.map((paper, i) => section(paper, papers.length, i)),
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)));
};

function section(paper: Paper, count: number, index: number): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838 },
        margin: { top: MARGIN, bottom: MARGIN + 300, left: MARGIN, right: MARGIN, header: 500, footer: 500 },
        pageNumbers: { start: 1 },
      },
    },
    ...(paper.mark !== undefined && { headers: { default: new Header({ children: [draftLine(paper.mark)] }) } }),
    footers: { default: footer(paper, count) },
    children: [
      ...(paper.mark === undefined ? [] : [draftMark(paper.mark)]),
      paragraph([{ text: paper.title }], { heading: HeadingLevel.TITLE }),
      ...(paper.issuer === undefined ? [] : [quiet(paper.issuer)]),
      ...(paper.number === undefined ? [] : [quiet(`No. ${paper.number}`)]),
      // Every list begins with one.
      ...paper.sections.flatMap((part, i) => sectionParts(part, index * 100 + i)),
    ],
  };
}

/** At the head of every page. */
function draftLine(mark: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [run({ text: mark, bold: true, size: 18, color: ALARM })],
  });
}

/** In a frame above the title. */
function draftMark(mark: string): Paragraph {
  const side = { style: BorderStyle.SINGLE, size: 12, space: 4, color: ALARM };
  return new Paragraph({
    border: { top: side, bottom: side, left: side, right: side },
    spacing: { after: 240 },
    // About as wide as its words, which are capitals in the main.
    indent: { left: 120, right: TEXT_WIDTH - 300 - 160 * mark.length },
    children: [run({ text: mark, bold: true, size: 24, color: ALARM })],
  });
}

function quiet(text: string): Paragraph {
  return paragraph([{ text }], {}, { color: QUIET });
}

function footer(paper: Paper, count: number): Footer {
  const [first, second] = footerLines(paper);
  const size = 15;
  const runs = (text: string) => directedRuns(text, false).map((part) => run({ ...directed(part), size }));
  // With several certificates in one document, "3 of 5" is said of each on its own.
  const total = count === 1 ? PageNumber.TOTAL_PAGES : PageNumber.TOTAL_PAGES_IN_SECTION;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        spacing: { after: 0 },
        children: [...runs(first), run({ size, children: ['\t', PageNumber.CURRENT, ' of ', total] })],
      }),
      new Paragraph({ spacing: { after: 0 }, children: runs(second) }),
    ],
  });
}

function sectionParts(section: PaperSection, list: number): readonly (Paragraph | Table)[] {
  const heading = paragraph([{ text: section.heading }], { heading: HeadingLevel.HEADING_1 });
  switch (section.kind) {
    case 'facts':
      return [heading, ...facts(section)];
    case 'grid':
      return [heading, grid(section)];
    case 'list':
      return [heading, ...section.entries.flatMap((entry) => numbered(entry, list))];
    case 'signature':
      // Who signs signs on the page that says who they are.
      return [
        heading,
        ...facts(section, true),
        paragraph([], { spacing: { before: 600 }, keepNext: true }),
        signPlace(),
      ];
  }
}

/** @param keepNext true where the table is to stay on one page with what follows it. */
function facts({ entries }: PaperSection, keepNext = false): readonly Table[] {
  const rows = entries.map(({ label, lines }) => [
    cell([paragraph([{ text: label, tone: 'strong' }], { keepNext, spacing: CLOSE })], LABEL_WIDTH),
    cell(
      lines.map((line) => paragraph(line, { keepNext, spacing: CLOSE })),
      TEXT_WIDTH - LABEL_WIDTH,
    ),
  ]);
  return rows.length === 0 ? [] : [table([LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH], rows)];
}

function grid({ heads, entries }: PaperSection): Table {
  // The first column holds sentences, the others a few words each.
  const narrow = heads.length > 1 ? Math.floor(TEXT_WIDTH / (heads.length + 1)) : 0;
  const widths = heads.map((_, i) => (i === 0 ? TEXT_WIDTH - narrow * (heads.length - 1) : narrow));
  const cells = (lines: readonly Line[]) =>
    lines.map((line, i) => cell([paragraph(line, { spacing: CLOSE })], widths[i] ?? narrow));
  const head = cells(heads.map((text): Line => [{ text, tone: 'strong' }]));
  return table(
    widths,
    entries.map(({ lines }) => cells(lines)),
    head,
  );
}

function table(widths: readonly number[], rows: readonly TableCell[][], head?: TableCell[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: head })] : []),
      ...rows.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

function cell(children: readonly Paragraph[], width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 40, left: 100, right: 100 },
    // A cell without a paragraph is a broken file.
    children: children.length > 0 ? [...children] : [paragraph([])],
  });
}

/** Numbered by Word itself, so that the numbers stay right when somebody puts an entry in. */
function numbered({ label, lines }: Entry, list: number): readonly Paragraph[] {
  const numbering = { reference: NUMBERING, level: 0, instance: list };
  if (label !== '')
    return [
      paragraph([{ text: label }], { heading: HeadingLevel.HEADING_2, numbering }),
      ...lines.map((line) => paragraph(line, { indent: { left: HANGING } })),
    ];
  const [first = [], ...more] = lines;
  return [paragraph(first, { numbering }), ...more.map((line) => paragraph(line, { indent: { left: HANGING } }))];
}

function signPlace(): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const gap = 600;
  const width = (TEXT_WIDTH - gap) / 2;
  const place = (words: string, size: number) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      borders: { top: words === '' ? none : rule, bottom: none, left: none, right: none },
      children: [paragraph([{ text: words }])],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [width, gap, width],
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [place('Signature', width), place('', gap), place('Official stamp', width)],
      }),
    ],
  });
}

function paragraph(line: Line, options: IParagraphOptions = {}, look: { readonly color?: string } = {}): Paragraph {
  const fromRight = readsFromRight(line.map(({ text }) => text).join(''));
  return new Paragraph({
    ...options,
    ...(fromRight && { bidirectional: true }),
    children: line.flatMap(({ text, tone }) =>
      directedRuns(text, fromRight).map((part) =>
        run({
          ...directed(part),
          ...look,
          ...(tone === 'strong' && { bold: true }),
          ...(tone === 'gap' && { italics: true, color: ALARM }),
        }),
      ),
    ),
  });
}

const run = (look: IRunOptions) => new TextRun(look);

/**
 * A tab is a sign of its own in the format, and not a character of a text. Behind a brace the text is taken apart, as the
 * library puts numbers in the place of names in braces, wherever they stand.
 */
function directed({ text, fromRight }: { readonly text: string; readonly fromRight: boolean }) {
  return { children: text.split(/(\t)|(?<=\{)/).filter((part) => part), ...(fromRight && { rightToLeft: true }) };
}
