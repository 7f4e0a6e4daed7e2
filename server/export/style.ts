/** How a paper looks, on the screen and in print. It names no font or picture that would have to be fetched. */
export const PAPER_STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --sheet: #ffffff; --quiet: #595959; --rule: #8c8c8c; --draft: #a40000; }
* { box-sizing: border-box; }
body { margin: 0; background: #e9e9e9; color: var(--ink); font: 11pt/1.45 "Times New Roman", "Liberation Serif", "Noto Serif", serif; }
.paper { max-width: 48rem; margin: 1.5rem auto; padding: 2.5rem 3rem; background: var(--sheet); }
h1 { margin: 0; font-size: 1.5em; line-height: 1.25; }
h2 { margin: 1.6em 0 0.5em; padding-bottom: 0.15em; border-bottom: 1px solid var(--rule); font-size: 1.15em; }
h3 { margin: 0.9em 0 0.2em; font-size: 1em; }
p { margin: 0 0 0.35em; overflow-wrap: anywhere; }
.issuer, .number { margin-top: 0.3em; color: var(--quiet); }
.draft { display: inline-block; margin: 0 0 0.8em; padding: 0.2em 0.7em; border: 2px solid var(--draft); color: var(--draft); font-weight: bold; letter-spacing: 0.06em; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.3em 0.5em; border: 1px solid var(--rule); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.facts th { width: 11em; }
.grid th { min-width: 5.4em; }
td p:last-child { margin-bottom: 0; }
.strong { font-weight: bold; }
.gap { color: var(--draft); font-style: italic; }
.entry { padding-inline-start: 1.8em; }
.entry > [dir=rtl] { padding-inline-start: 1.8em; }
.numeral { display: inline-block; min-width: 1.6em; margin-inline-start: -1.8em; }
.sign { display: flex; gap: 3em; margin-top: 3.5em; break-inside: avoid; }
.blank { flex: 1; border-top: 1px solid var(--ink); }
.paper > footer { margin-top: 2.5em; padding-top: 0.5em; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.8em; }
@media print {
  :root { --ink: #000000; --sheet: #ffffff; --quiet: #000000; --draft: #000000; }
  body { background: #ffffff; }
  .paper { max-width: none; margin: 0; padding: 0; break-after: page; }
  .paper:last-child { break-after: auto; }
  h2, h3 { break-after: avoid; }
  .paper section:last-of-type { break-inside: avoid; }
  tr, .blank { break-inside: avoid; }
  @page { size: A4; margin: 22mm 20mm; @bottom-right { content: counter(page) " of " counter(pages); font: 8pt serif; } }
}
`;

/** What the preview adds: the editor's colours, and the findings beside the paper. */
export const MARGIN_STYLE = `
:root {
  color-scheme: light dark;
  --ink: var(--vscode-editor-foreground);
  --sheet: var(--vscode-editor-background);
  --quiet: var(--vscode-editor-foreground);
  --rule: var(--vscode-editorIndentGuide-activeBackground1, #8c8c8c);
  --draft: var(--vscode-editor-foreground);
}
body { padding: 0; background: var(--sheet); }
.paper { max-width: 64rem; margin: 0 auto; padding: 1.5rem; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) clamp(9rem, 32%, 16rem); gap: 0 1.25rem; }
.row > .sheet { grid-column: 1; min-width: 0; }
.notes { grid-column: 2; margin: 0.4em 0 0; padding: 0; list-style: none; font-family: var(--vscode-font-family, sans-serif); font-size: 0.85em; }
.note { display: block; width: 100%; margin: 0 0 0.5em; padding: 0.4em 0.6em; border: 0; border-inline-start: 4px solid; background: none; color: var(--ink); font: inherit; text-align: start; cursor: pointer; overflow-wrap: anywhere; }
.note.error { border-color: var(--vscode-editorError-foreground, #a40000); }
.note.warning { border-color: var(--vscode-editorWarning-foreground, #8a5a00); }
.note.information, .note.hint { border-color: var(--vscode-editorInfo-foreground, #005a9e); }
.found { text-decoration: underline wavy; text-decoration-skip-ink: none; text-underline-offset: 0.2em; }
.found.error { text-decoration-color: var(--vscode-editorError-foreground, #a40000); }
.found.warning { text-decoration-color: var(--vscode-editorWarning-foreground, #8a5a00); }
.found.information, .found.hint { text-decoration-color: var(--vscode-editorInfo-foreground, #005a9e); }
[data-from] { cursor: pointer; }
.here { outline: 2px solid var(--vscode-focusBorder, #005a9e); outline-offset: 3px; }
.empty { max-width: 40rem; margin: 3rem auto; padding: 0 1.5rem; font-family: var(--vscode-font-family, sans-serif); }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, #005a9e); outline-offset: 2px; }
@media (max-width: 36rem) { .row { display: block; } .paper { padding: 0.75rem; } }
@media print {
  :root { --ink: #000000; --sheet: #ffffff; --quiet: #000000; --rule: #808080; --draft: #000000; }
  body { background: #ffffff; }
  .row { display: block; }
  .notes { display: none; }
  .found { text-decoration: none; }
  .here { outline: none; }
}
`;
