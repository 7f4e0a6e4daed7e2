import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** A stretch of a text with its scopes, the outermost first, without the grammar's own. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const GRAMMAR = new URL('../../syntaxes/euc.tmLanguage.json', import.meta.url);

/** The longest that one line may take. A line that takes longer stays without colours, which the tests would notice. */
const MILLISECONDS = 2000;

const grammar = await loadGrammar();

/** The text as the grammar sees it, without what is only white space. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let state = INITIAL;
  let start = 0;
  // As in an editor, a line reaches the grammar without its end; other hosts leave the CR of a CRLF.
  for (const line of text.split('\n')) {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, state, MILLISECONDS);
    if (stoppedEarly) throw new Error(`More than ${MILLISECONDS} ms: ${line.slice(0, 80)}`);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const words = line.slice(startIndex, endIndex);
      if (words.trim() !== '')
        found.push({ start: start + startIndex, end: start + endIndex, text: words, scopes: scopes.slice(1) });
    }
    start += line.length + 1;
  }
  return found;
}

/** What one scope, or a kind of scopes, covers: the texts of its tokens. */
export function covered(text: string, scope: string): readonly string[] {
  return tokens(text)
    .filter((token) => has(token, scope))
    .map(({ text: words }) => words.trim());
}

/** True where the token has this scope or one that begins with it: `string` finds `string.unquoted.plain.euc`. */
export function has({ scopes }: Token, scope: string): boolean {
  return scopes.some((each) => each === scope || each.startsWith(`${scope}.`));
}

async function loadGrammar() {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(Uint8Array.from(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR.pathname)),
  });
  const loaded = await registry.loadGrammar('source.euc');
  if (!loaded) throw new Error('The grammar was not found under its scope');
  return loaded;
}
