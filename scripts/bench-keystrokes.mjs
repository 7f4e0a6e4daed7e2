// How long it takes from a keystroke to the findings, as an editor sees it.  node scripts/bench-keystrokes.mjs [--purposes N]
// The built server at its standard streams, and a certificate of many purposes in which one letter comes and goes. Beside it
// stands a loop of additions, so that figures of two machines can be compared: only ratios say something.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  createProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { tenMillionAdditions } from './additions.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const URI = 'file:///bench.euc.yaml';
const KEYS = 120;
const ACTS = ['attack-on-life', 'kidnapping', 'seizure-of-transport', 'weapons', 'threat'];
const AIMS = ['intimidate-population', 'compel-government', 'destabilise-structures'];
const STATEMENTS = [
  'Prevention of the killing of officials in order to compel the Government to release prisoners',
  'Investigation of hostage-taking meant to seriously intimidate the population',
  'Investigation of trafficking in persons, Criminal Code s. 279.01, punishable by up to fourteen years',
];

const { values } = parseArgs({ options: { purposes: { type: 'string', default: '100' } } });
const purposes = Array.from(
  { length: Number(values.purposes) },
  (_, i) => `  - against: terrorist-act
    use: prevention
    act: ${ACTS[i % ACTS.length]}
    aim: ${AIMS[i % AIMS.length]}
    statement: ${STATEMENTS[i % STATEMENTS.length]} (case ${i}).
`,
);
const text = `regime: il-cyber-2021
certificate:
  number: EUC-1
  issued: 2026-11-20
purposes:
${purposes.join('')}`;
const lines = text.split('\n');
const line = lines.findIndex((each) => each.trim() === 'act: kidnapping');
const character = lines[line].length;

const server = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'lsp', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let heard = () => undefined;
connection.onNotification(PublishDiagnosticsNotification.type, ({ version }) => heard(version));
connection.listen();
const told = (wanted) => new Promise((resolve) => (heard = (version) => version === wanted && resolve(undefined)));

await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});
const first = told(1);
const opened = performance.now();
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri: URI, languageId: 'euc', version: 1, text },
});
await first;
const open = performance.now() - opened;
const times = [];
for (let key = 0; key < KEYS; key++) {
  const version = key + 2;
  const answer = told(version);
  const start = performance.now();
  const place = { line, character };
  const change =
    key % 2 === 0
      ? { range: { start: place, end: place }, text: 'x' }
      : { range: { start: place, end: { line, character: character + 1 } }, text: '' };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [change],
  });
  await answer;
  times.push(performance.now() - start);
}
connection.dispose();
server.kill();

const additions = tenMillionAdditions();
times.sort((a, b) => a - b);
const at = (part) => times[Math.floor(part * (times.length - 1))];
const said = (ms) => `${ms.toFixed(1)} ms (${(ms / additions).toFixed(2)} of ten million additions)`;
console.log(`${lines.length} lines, ${KEYS} keys; at most 25 ms at 95 %`);
console.log(`opened: ${said(open)}`);
console.log(`a key, at 50 %: ${said(at(0.5))}, at 95 %: ${said(at(0.95))}`);
