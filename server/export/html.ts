import { fingerprintBytes } from './fingerprint';
import { paperMarkup } from './html-body';
import { element, escape } from './markup';
import { footerLines, type Paper, type Writer } from './paper';
import { PAPER_STYLE } from './style';

/**
 * Writes papers as one HTML file that needs nothing else. Its policy lets no script run and nothing be fetched, and knows
 * its one style sheet by its digest.
 */
export const writeHtml: Writer = async (papers) => {
  const style = `${PAPER_STYLE.trim()}\n${papers.map(pageStyle).join('\n')}`;
  const digest = base64(await fingerprintBytes(style));
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(titleOf(papers))}</title>`,
    `<style>${style}</style>`,
  ];
  const main = element(
    'main',
    {},
    papers.map((paper) => paperMarkup(paper)),
  );
  const page = `<!DOCTYPE html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${main.toString()}\n</body>\n</html>\n`;
  return new TextEncoder().encode(page);
};

/** What a browser that knows how prints at the edges of every page: the mark of a draft above, number and fingerprint below. */
function pageStyle(paper: Paper, index: number): string {
  const name = `paper-${index + 1}`;
  const above =
    paper.mark === undefined ? '' : ` @top-right { content: ${styleText(paper.mark)}; font: bold 9pt serif; }`;
  const below = styleText(footerLines(paper).join('\n'));
  const edges = `${above} @bottom-left { content: ${below}; white-space: pre; text-align: left; font: 7pt serif; }`;
  return `main > :nth-child(${index + 1}) { page: ${name}; }\n@page ${name} {${edges} }`;
}

/** Words as a style sheet has them: each sign that could mean something there is written by its number. */
function styleText(words: string): string {
  const signs = Array.from(words, (sign) =>
    /[A-Za-z0-9 .,:]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`,
  );
  return `"${signs.join('')}"`;
}

/** What the file is called in a window's title: its numbers. */
export function titleOf(papers: readonly Paper[]): string {
  const numbers = papers.flatMap(({ number }) => (number === undefined ? [] : [number]));
  return numbers.length === 0 ? 'End-Use Certificate' : `End-Use Certificate ${numbers.join(', ')}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
