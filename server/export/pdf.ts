import PDFDocument from 'pdfkit';
import {
  footerLines,
  type Entry,
  type Line,
  type Paper,
  type PaperSection,
  type Refusal,
  type Words,
  type Writer,
} from './paper';
import { RIGHT_TO_LEFT } from './printable';

/** The two cuts of the paper's typeface, as font files. */
export interface Typeface {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

type Page = InstanceType<typeof PDFDocument>;

// Lengths are in points.
const A4 = { width: 595.28, height: 841.89 };
const MARGIN = { top: 62, bottom: 74, left: 57, right: 57 };
const WIDTH = A4.width - MARGIN.left - MARGIN.right;
const FOOT = A4.height - MARGIN.bottom;
const LABEL = 120;
const HANGING = 24;
const PADDING = 5;
const SIZE = 10.5;
const QUIET = '#595959';
const ALARM = '#a40000';

/** A PDF says when it was made; the same content is to give the same bytes. */
const MADE = new Date(0);

/** Gives the writer that sets papers in this typeface, A4, the pages of each certificate counted on their own. */
export function pdfWriter({ regular, bold }: Typeface): Writer {
  return async (given) => {
    const papers = given.map(settable);
    const doc = new PDFDocument({
      size: 'A4',
      margins: MARGIN,
      bufferPages: true,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      // A font's own bytes are taken as well as its name; without one, a typeface of few letters would be put in.
      font: regular as unknown as string,
      info: {
        Title: papers.flatMap(({ number }) => number ?? []).join(', ') || 'End-Use Certificate',
        Creator: 'End-Use Certificate',
        Producer: 'End-Use Certificate',
        CreationDate: MADE,
        ModDate: MADE,
      },
    });
    const bytes = collect(doc);
    doc.registerFont('bold', bold).font('bold');
    doc.registerFont('regular', regular).font('regular');
    const refusal = refusalFor(papers, doc);
    if (refusal) return refusal;
    for (const paper of papers) writePaper(doc, paper);
    doc.end();
    return bytes;
  };
}

function collect(doc: Page): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.byteLength;
      }
      resolve(bytes);
    });
  });
}

/** Why these papers cannot be set: letters from right to left, or such as the typeface has not. Never set wrong. */
function refusalFor(papers: readonly Paper[], doc: Page): Refusal | undefined {
  for (const text of papers.flatMap(textsOf)) {
    const word = (sign: string) => text.split(/\s+/).find((part) => part.includes(sign)) ?? sign;
    const turned = RIGHT_TO_LEFT.exec(text)?.[0];
    if (turned !== undefined)
      return refused(`“${word(turned)}” is written from right to left, which a PDF from here cannot set.`);
    if (text.includes('\ufffd'))
      return refused(
        `In “${word('\ufffd')}” stands a sign that cannot be seen, shown here as “\ufffd”; a PDF cannot set it. Take it out.`,
      );
    for (const sign of text)
      if (!/\s/.test(sign) && !hasLetter(doc, sign))
        return refused(`The typeface of the PDF has no letter for “${sign}” in “${word(sign)}”.`);
  }
  return undefined;
}

function refused(why: string): Refusal {
  return { refused: `${why} Export the certificate as DOCX or HTML, which take any script.` };
}

/** True where the font in use has a letter of its own for the sign. */
function hasLetter(doc: Page, sign: string): boolean {
  // The typings leave out the font that is in use.
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
  return _font.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
}

/**
 * The paper with signs that the typeface lacks as such that it has and that say the same: a hyphen that does not break, and
 * spaces of other widths.
 */
function settable(paper: Paper): Paper {
  const set = (text: string) =>
    text
      .normalize('NFC')
      .replace(/\u2011/g, '-')
      .replace(/[^\S\n]/g, ' ');
  return {
    ...paper,
    title: set(paper.title),
    ...(paper.issuer !== undefined && { issuer: set(paper.issuer) }),
    ...(paper.number !== undefined && { number: set(paper.number) }),
    sections: paper.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({
        ...entry,
        label: set(entry.label),
        lines: entry.lines.map((line) => line.map((words) => ({ ...words, text: set(words.text) }))),
      })),
    })),
  };
}

function textsOf(paper: Paper): readonly string[] {
  const { title, issuer, number, mark, sections } = paper;
  const ofSections = sections.flatMap(({ heading, heads, entries }) => [
    heading,
    ...heads,
    ...entries.flatMap(({ label, lines }) => [label, ...lines.map(textOf)]),
  ]);
  const head = [title, issuer, number, mark].filter((text) => text !== undefined);
  return [...head, ...footerLines(paper), ...ofSections];
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

function writePaper(doc: Page, paper: Paper): void {
  const first = doc.bufferedPageRange().count;
  doc.addPage();
  if (paper.mark !== undefined) frame(doc, paper.mark);
  doc.font('bold').fontSize(17).fillColor('#000000').text(paper.title, MARGIN.left, doc.y, { width: WIDTH });
  doc.font('regular').fontSize(SIZE).fillColor(QUIET).moveDown(0.3);
  if (paper.issuer !== undefined) doc.text(paper.issuer);
  if (paper.number !== undefined) doc.text(`No. ${paper.number}`);
  for (const section of paper.sections) writeSection(doc, section);
  const count = doc.bufferedPageRange().count - first;
  for (let page = 0; page < count; page++) {
    doc.switchToPage(first + page);
    writeEdges(doc, paper, `${page + 1} of ${count}`);
  }
}

/** The mark of a draft, in a frame above the title. */
function frame(doc: Page, mark: string): void {
  doc.font('bold').fontSize(12).fillColor(ALARM);
  const { y } = doc;
  const width = doc.widthOfString(mark) + 20;
  const height = doc.heightOfString(mark) + 8;
  doc.lineWidth(1.5).strokeColor(ALARM).rect(MARGIN.left, y, width, height).stroke();
  doc.text(mark, MARGIN.left + 10, y + 4, { lineBreak: false });
  doc.y = y + height + 14;
}

/** What stands at the head and the foot of a page, outside of its text. */
function writeEdges(doc: Page, paper: Paper, pageNumber: string): void {
  const { bottom, top } = doc.page.margins;
  // Text below the margin would begin a new page.
  doc.page.margins = { ...doc.page.margins, top: 0, bottom: 0 };
  const [first, second] = footerLines(paper);
  const y = FOOT + 20;
  doc.lineWidth(0.5).strokeColor(QUIET);
  doc
    .moveTo(MARGIN.left, y - 6)
    .lineTo(MARGIN.left + WIDTH, y - 6)
    .stroke();
  doc.font('regular').fontSize(7.5).fillColor(QUIET);
  const oneLine = { width: WIDTH - 60, height: 9, ellipsis: true };
  doc.text(first, MARGIN.left, y, oneLine);
  doc.text(second, MARGIN.left, y + 10, oneLine);
  doc.text(pageNumber, MARGIN.left, y, { width: WIDTH, align: 'right' });
  if (paper.mark !== undefined)
    doc.font('bold').fontSize(8.5).fillColor(ALARM).text(paper.mark, MARGIN.left, 32, { width: WIDTH, align: 'right' });
  doc.page.margins = { ...doc.page.margins, top, bottom };
}

function writeSection(doc: Page, section: PaperSection): void {
  // A heading at the foot of a page would stand apart from what it heads.
  // A signature belongs on the page of who signs.
  const needed = section.kind === 'signature' ? 150 + 26 * section.entries.length : 80;
  if (doc.y > FOOT - needed) doc.addPage();
  doc.moveDown(1).font('bold').fontSize(12.5).fillColor('#000000');
  doc.text(section.heading, MARGIN.left, doc.y, { width: WIDTH });
  doc.moveDown(0.4);
  if (section.kind === 'list') for (const [i, entry] of section.entries.entries()) numbered(doc, entry, i + 1);
  else if (section.kind === 'grid') grid(doc, section);
  else facts(doc, section);
  if (section.kind === 'signature') signPlace(doc);
}

function facts(doc: Page, { entries }: PaperSection): void {
  for (const { label, lines } of entries)
    row(doc, [
      { width: LABEL, lines: [[{ text: label, tone: 'strong' }]] },
      { width: WIDTH - LABEL, lines },
    ]);
}

function grid(doc: Page, { heads, entries }: PaperSection): void {
  const narrow = heads.length > 1 ? WIDTH / (heads.length + 1) : 0;
  const cells = (lines: readonly Line[]): readonly Cell[] =>
    lines.map((line, i) => ({ width: i === 0 ? WIDTH - narrow * (heads.length - 1) : narrow, lines: [line] }));
  const head = cells(heads.map((text): Line => [{ text, tone: 'strong' }]));
  row(doc, head);
  for (const { lines } of entries) row(doc, cells(lines), head);
}

interface Cell {
  readonly width: number;
  readonly lines: readonly Line[];
}

/** A row of a table, whole on one page where a page can hold it; `head` is repeated where the row begins a page. */
function row(doc: Page, cells: readonly Cell[], head?: readonly Cell[]): void {
  const height = Math.max(...cells.map((cell) => heightOf(doc, cell))) + 2 * PADDING;
  const begin = () => {
    doc.addPage();
    if (head) row(doc, head);
  };
  if (height <= FOOT - MARGIN.top - 60) {
    if (doc.y + height > FOOT) begin();
    frameCells(doc, cells, height);
    return;
  }
  // No page holds it: it goes on over as many as it needs.
  if (doc.y > FOOT - 100) begin();
  for (let left = cells; left.some(({ lines }) => lines.length > 0);) {
    const parts = left.map((cell) => part(doc, cell, FOOT - doc.y - 2 * PADDING));
    const fitting = parts.map(([fits]) => fits);
    frameCells(doc, fitting, Math.max(...fitting.map((cell) => heightOf(doc, cell))) + 2 * PADDING);
    left = parts.map(([, rest]) => rest);
    if (left.some(({ lines }) => lines.length > 0)) begin();
  }
}

/** Writes cells beside each other, each in its frame. */
function frameCells(doc: Page, cells: readonly Cell[], height: number): void {
  const { y } = doc;
  let x = MARGIN.left;
  doc.lineWidth(0.5).strokeColor('#8c8c8c');
  for (const { width, lines } of cells) {
    doc.rect(x, y, width, height).stroke();
    doc.y = y + PADDING;
    for (const line of lines) write(doc, line, x + PADDING, width - 2 * PADDING);
    x += width;
  }
  doc.x = MARGIN.left;
  doc.y = y + height;
}

/** As much of a cell as goes into a height, and the rest. */
function part(doc: Page, { lines, width }: Cell, height: number): readonly [Cell, Cell] {
  const fitting: Line[] = [];
  let room = height;
  for (const [i, line] of lines.entries()) {
    const [fits, rest] = split(doc, line, width - 2 * PADDING, room);
    if (fits.length > 0 || line.length === 0) fitting.push(fits);
    if (rest.length > 0) {
      return [
        { width, lines: fitting },
        { width, lines: [rest, ...lines.slice(i + 1)] },
      ];
    }
    room -= heightOf(doc, { lines: [line], width });
  }
  return [
    { width, lines: fitting },
    { width, lines: [] },
  ];
}

/** As many whole words of a line of the paper as go into a height, or signs where not even one word does; and the rest. */
function split(doc: Page, line: Line, width: number, height: number): readonly [Line, Line] {
  choose(doc, line);
  const text = textOf(line);
  const fits = (end: number) => doc.heightOfString(text.slice(0, end), { width }) <= height;
  const words = [...text.matchAll(/\s+|$/g)].map(({ index, 0: space }) => index + space.length);
  const signs = () => Array.from(text, (_, i) => i + 1).filter((i) => !/[\udc00-\udfff]/.test(text.charAt(i)));
  const ends = fits(words[0] ?? 0) ? words : signs();
  // To set a text takes longer than the text is long, so what is tried grows from a little to what is too much.
  let low = 0;
  let high = Math.min(16, ends.length);
  while (high < ends.length && fits(ends[high - 1] ?? 0)) [low, high] = [high, Math.min(2 * high, ends.length)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(ends[middle - 1] ?? 0)) low = middle;
    else high = middle - 1;
  }
  return cut(line, ends[low - 1] ?? 0);
}

/** A line in two at an offset of its text. */
function cut(line: Line, at: number): readonly [Line, Line] {
  let passed = 0;
  const sides = line.map((words) => {
    const offset = Math.max(0, at - passed);
    passed += words.text.length;
    return [
      { ...words, text: words.text.slice(0, offset) },
      { ...words, text: words.text.slice(offset) },
    ] as const;
  });
  const said = ({ text }: Words) => text !== '';
  return [sides.map(([before]) => before).filter(said), sides.map(([, after]) => after).filter(said)];
}

function heightOf(doc: Page, { lines, width }: Cell): number {
  return lines.reduce((height, line) => {
    choose(doc, line);
    return height + doc.heightOfString(textOf(line) || ' ', { width: width - 2 * PADDING });
  }, 0);
}

function numbered(doc: Page, { label, lines }: Entry, number: number): void {
  const titled = label !== '';
  const left = MARGIN.left + HANGING;
  const width = WIDTH - HANGING;
  const title: readonly Line[] = titled ? [[{ text: label, tone: 'strong' }]] : [];
  const height = heightOf(doc, { lines: [...title, ...lines], width: width + 2 * PADDING });
  // What is short is not torn; what is long begins with its title and two lines at least.
  if (doc.y + Math.min(height, titled ? 48 : 30) > FOOT || (height < 120 && doc.y + height > FOOT)) doc.addPage();
  const { y } = doc;
  doc
    .font(titled ? 'bold' : 'regular')
    .fontSize(SIZE)
    .fillColor('#000000');
  doc.text(`${number}.`, MARGIN.left, y, { width: HANGING, lineBreak: false });
  doc.y = y;
  for (const line of [...title, ...lines]) flow(doc, line, left, width);
  doc.moveDown(0.5);
}

/** Writes a line of the paper over as many pages as it needs, and never one line of type of it alone on the last. */
function flow(doc: Page, line: Line, x: number, width: number): void {
  let left = line;
  for (;;) {
    const room = FOOT - doc.y;
    let [fits, rest] = split(doc, left, width, room);
    if (rest.length === 0) break;
    const one = doc.currentLineHeight(true);
    const alone = textOf(rest).length < 200 && doc.heightOfString(textOf(rest), { width }) <= one;
    if (alone && room > 2 * one) [fits, rest] = split(doc, left, width, room - one);
    if (fits.length > 0) write(doc, fits, x, width);
    doc.addPage();
    left = rest;
  }
  write(doc, left, x, width);
}

/** Writes one line of the paper below the last; what is missing stands out. */
function write(doc: Page, line: Line, x: number, width: number): void {
  choose(doc, line);
  const gaps = line.some(({ tone }) => tone === 'gap');
  if (!gaps || line.length === 1) {
    doc.fillColor(gaps ? ALARM : '#000000').text(textOf(line) || ' ', x, doc.y, { width });
    return;
  }
  line.forEach(({ text, tone }, i) => {
    const continued = i < line.length - 1;
    doc.fillColor(tone === 'gap' ? ALARM : '#000000');
    if (i === 0) doc.text(text, x, doc.y, { width, continued });
    else doc.text(text, { width, continued });
  });
}

function choose(doc: Page, line: Line): void {
  doc.font(line.some(({ tone }) => tone === 'strong') ? 'bold' : 'regular').fontSize(SIZE);
}

function signPlace(doc: Page): void {
  const space = 62;
  if (doc.y + space + 30 > FOOT) doc.addPage();
  const y = doc.y + space;
  const width = (WIDTH - 40) / 2;
  doc.lineWidth(0.8).strokeColor('#000000').font('regular').fontSize(SIZE).fillColor('#000000');
  for (const [words, x] of [
    ['Signature', MARGIN.left],
    ['Official stamp', MARGIN.left + width + 40],
  ] as const) {
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
    doc.text(words, x, y + 4, { width });
  }
}
