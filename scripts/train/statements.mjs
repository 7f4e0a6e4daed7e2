// The labelled statements as the tagger sees them: a list of features and a label for each word.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(ROOT, 'test/purposes/data');
const TRAINING = join(ROOT, 'training');
/** How many statements of dev.jsonl may be learned from; the others measure. */
const OPEN = 750;

const rows = async (path) =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** @returns the labelled statements to learn from, and those that measure */
export async function statements() {
  const dev = await rows(join(DATA, 'dev.jsonl'));
  const learned = [...dev.slice(0, OPEN), ...(await rows(join(DATA, 'pairs.jsonl')))];
  for (const { id, text } of await rows(join(DATA, 'roles.jsonl')))
    if (!id.startsWith('dev')) learned.push({ id, text, findings: [] });
  for (const name of (await readdir(TRAINING)).filter((each) => each.endsWith('.jsonl')).sort())
    learned.push(...(await rows(join(TRAINING, name))));
  return { learned, measured: dev.slice(OPEN) };
}

/** The label of each word: that of the finding whose words it stands in, of several possible rules the first. */
export function labelsOf({ text, findings }, words, labels) {
  const own = new Uint8Array(words.length);
  for (const { rule, words: marked } of findings) {
    const label = labels.indexOf([rule].flat()[0]);
    const start = text.indexOf(marked);
    if (label > 0)
      words.forEach((word, i) => {
        if (word.start < start + marked.length && start < word.end) own[i] = label;
      });
  }
  return own;
}

/** How two purposes are joined, and how an undertaking not to do something begins. */
const JOINTS = [' and ', ', and ', ' as well as ', '; ', ', together with ', ' and also ', ', '];
const UNDERTAKINGS = [
  'The system shall not be used for ',
  'It will never serve ',
  'The end user undertakes to refrain from ',
  'In no case may it be used for ',
];
/** Rules whose words can stand as a purpose of their own. */
const RIDING = new Set(['purpose-outside-list', 'purpose-too-broad', 'purpose-expression', 'purpose-use']);

/**
 * Statements put together from others, so that what rides along behind a permitted purpose is seen wherever it stands, and
 * what is undertaken not to be done is not: a permitted statement with the marked words of another behind it, or with an
 * undertaking not to do it.
 */
export function joined(statements, count, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const permitted = statements.filter(
    ({ text, findings }) => findings.length === 0 && text.length < 300 && !text.includes('\n'),
  );
  const riders = statements.flatMap(({ findings }) =>
    findings.filter(({ rule, words }) => RIDING.has(rule) && /^\p{Ll}+(?: \S+){1,5}$/u.test(words)),
  );
  return Array.from({ length: count }, (_, i) => {
    const { text } = pick(permitted);
    const { rule, words } = pick(riders);
    const head = text.replace(/[.\s]+$/, '');
    const undertaken = i % 4 === 0;
    return undertaken
      ? { id: `joined${i}`, text: `${head}. ${pick(UNDERTAKINGS)}${words}.`, findings: [] }
      : {
          id: `joined${i}`,
          text: `${head}${pick(JOINTS)}${words}.`,
          findings: head.includes(words) ? [] : [{ rule, words }],
        };
  }).filter(({ text, findings }) => findings.every(({ words }) => text.indexOf(words) > 0));
}
