/// <reference lib="dom" />
// The script of the preview's page. It shows what it is given, and tells where the reader clicks and scrolls to.
import type { FromPage, Place, ToPage } from './messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: unknown): void;
};

const code = acquireVsCodeApi();
const page = document.querySelector('main');
if (page) start(page);

function start(page: HTMLElement): void {
  // What the extension is to know after a reload: which document was shown.
  code.setState({ uri: page.dataset['uri'] });
  /** Where the page was put from here: what the reader did not do must not be told to the editor again. */
  let put = scrollY;
  let cursor: Place | undefined;

  addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.kind) {
      case 'show':
        show(page, data.body);
        if (cursor) mark(page, cursor);
        put = scrollY;
        break;
      case 'scroll':
        scrollTo({ top: topOf(page, data.line) });
        put = scrollY;
        break;
      case 'cursor':
        cursor = data.place;
        mark(page, cursor)?.scrollIntoView({ block: 'nearest' });
        put = scrollY;
        break;
    }
  });
  page.addEventListener('click', ({ target }) => {
    // Who selects words to copy them does not want to go anywhere.
    if (!(target instanceof Element) || getSelection()?.type === 'Range') return;
    const found = target.closest<HTMLElement>('[data-from]');
    const from = placeOf(found?.dataset['from']);
    const to = placeOf(found?.dataset['to']);
    if (from && to) code.postMessage({ kind: 'go', from, to });
  });
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (Math.abs(scrollY - put) < 1) return;
      put = Number.NaN;
      const line = lineAtTop(page);
      if (line !== undefined) code.postMessage({ kind: 'scrolled', line });
    });
  });
  code.postMessage({ kind: 'ready' });
}

/** Puts other content in, and leaves the reader where they were. */
function show(page: HTMLElement, body: string): void {
  const { scrollX, scrollY } = window;
  const focused = [...page.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
  page.innerHTML = body;
  scrollTo(scrollX, scrollY);
  if (focused >= 0) page.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
}

interface Placed {
  readonly element: HTMLElement;
  readonly from: Place;
  readonly to: Place;
}

/** The parts of the paper that have a place in the document; the notes in the margin are not among them. */
function placed(page: HTMLElement): readonly Placed[] {
  return [...page.querySelectorAll<HTMLElement>('[data-from]:not(button)')].flatMap((element) => {
    const from = placeOf(element.dataset['from']);
    const to = placeOf(element.dataset['to']);
    return from && to ? [{ element, from, to }] : [];
  });
}

/** Marks the smallest part at a place; undefined where the paper shows nothing from there. */
function mark(page: HTMLElement, place: Place): HTMLElement | undefined {
  for (const element of page.querySelectorAll('.here')) element.classList.remove('here');
  // A part comes behind those that it lies in.
  const here = placed(page).findLast(({ from, to }) => !before(place, from) && !before(to, place));
  here?.element.classList.add('here');
  return here?.element;
}

/** How far down the page a line is, between the parts that come before and after it. */
function topOf(page: HTMLElement, line: number): number {
  const tops = byLine(page);
  const above = tops.findLast((each) => each.line <= line);
  if (!above) return 0;
  const below = tops.find((each) => each.line > line);
  if (!below) return above.top;
  return above.top + ((below.top - above.top) * (line - above.line)) / (below.line - above.line);
}

function lineAtTop(page: HTMLElement): number | undefined {
  if (scrollY <= 0) return 0;
  const tops = byLine(page);
  const above = tops.findLast(({ top }) => top <= scrollY + 1) ?? tops[0];
  return above?.line;
}

function byLine(page: HTMLElement): readonly { readonly line: number; readonly top: number }[] {
  return placed(page)
    .map(({ element, from }) => ({ line: from.line, top: element.getBoundingClientRect().top + scrollY }))
    .sort((a, b) => a.line - b.line || a.top - b.top);
}

function before(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function placeOf(text: string | undefined): Place | undefined {
  const [line, character] = (text ?? '').split(':').map(Number);
  return line === undefined || character === undefined ? undefined : { line, character };
}
