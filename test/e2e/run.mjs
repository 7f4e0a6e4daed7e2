// Runs the test suite in real VS Codes.  node test/e2e/run.mjs 1.100 web-1.91 [--grep TEXT] [--minutes 5]
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { runDesktop } from '../../scripts/vscode/desktop.mjs';
import { root, store } from '../../scripts/vscode/fetch-once.mjs';
import { mainly } from '../../scripts/vscode/mainly.mjs';
import { PlainError } from '../../scripts/vscode/plain-error.mjs';
import { calmSettings } from '../../scripts/vscode/settings.mjs';
import { temporaryFolder } from '../../scripts/vscode/temporary.mjs';
import { names, webs } from '../../scripts/vscode/versions.mjs';
import { startWorkbench } from '../../scripts/vscode/workbench.mjs';
import { bundleSuite, reportMark } from './bundle.mjs';
import { conclude } from './conclude.mjs';

const failures = join(store, 'failures');

mainly(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' }, minutes: { type: 'string', default: '5' } },
  });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (positionals.length === 0 || unknown.length > 0) {
    throw new PlainError(`Usage: node test/e2e/run.mjs ${names.join(' | ')} [--grep TEXT] [--minutes 5]`, 2);
  }
  const verdicts = [];
  for (const name of positionals) verdicts.push(await runIn(name, values.grep, Number(values.minutes)));
  return conclude(verdicts);
});

/** @returns {Promise<import('./conclude.mjs').Verdict>} */
async function runIn(name, grep, minutes) {
  const folder = temporaryFolder('e2e');
  // A copy for each run: a scenario may change what it likes.
  const workspace = join(folder, 'workspace');
  const data = join(folder, 'data');
  cpSync(join(root, 'test/e2e/workspace'), workspace, { recursive: true });
  cpSync(join(root, 'examples'), join(workspace, 'examples'), { recursive: true });
  if (name === 'desktop') {
    const suite = await bundleSuite('node', { grep, marked: false });
    await runDesktop({ extension: root, workspace, suite, data, settings: calmSettings, minutes });
    // It prints its own counts; that it came back says that all passed, and that there was something to pass.
    return { passes: 1, failures: 0, pending: 0 };
  }
  const suite = await bundleSuite(name in webs ? 'browser' : 'node', { grep });
  return runInBrowser(name, { workspace, data, suite, minutes });
}

/** @returns {Promise<import('./conclude.mjs').Verdict>} */
async function runInBrowser(name, { workspace, data, suite, minutes }) {
  const starting = startWorkbench(name, { extension: root, workspace, data, settings: calmSettings, suite });
  const [browser, workbench] = await Promise.all([launchBrowser(), starting]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const report = createReport();
  try {
    const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (type, parts) => report.take(type, parts));
    page.on('pageerror', (error) => report.note(`page error: ${error.stack ?? error}`));
    page.on('crash', () => report.note('the page crashed'));
    console.log(`\n${workbench.title}`);
    const begun = Date.now();
    await page.goto(workbench.address({ suite: true }));
    const exitCode = await within(minutes, ended);
    // The page says that it is over by another way than what was said before; give that the time to arrive.
    if (exitCode !== undefined) await within(0.1, report.ended);
    console.log(`  page to end of suite: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    const verdict = judge(name, exitCode, report, minutes);
    if (verdict.failures > 0) await keepEvidence(name, page, report, workbench, data);
    return verdict;
  } finally {
    await browser.close();
    await workbench.stop();
  }
}

/** Turns what was heard of a run into counts; a run that did not end as it should counts as a failure. */
function judge(name, exitCode, report, minutes) {
  const counts = report.counts() ?? { passes: 0, failures: 0, pending: 0 };
  const doing = report.test() ? `; it was at "${report.test()}"` : '; no test had begun';
  let wrong;
  if (exitCode === undefined) wrong = `The suite did not end within ${minutes} min${doing}.`;
  else if (!report.counts()) wrong = `VS Code ended the suite (code ${exitCode}) before its report was whole${doing}.`;
  else if (counts.passes + counts.failures === 0) wrong = 'No test ran.';
  else if (exitCode !== 0 && counts.failures === 0) wrong = `Every test passed, yet VS Code ended with ${exitCode}.`;
  if (!wrong) return counts;
  console.error(`${name}: ${wrong}`);
  return { ...counts, failures: counts.failures + 1 };
}

/** Listens to the page: prints the suite's own lines, and keeps all the rest for the case of a failure. */
function createReport() {
  const log = [];
  let counts;
  let test;
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  return {
    ended,
    log: () => log.join('\n'),
    counts: () => counts,
    test: () => test,
    note: (line) => log.push(line),
    take: (type, parts) => {
      const text = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
      log.push(`[${type}] ${text}`);
      if (!text.startsWith(reportMark)) return;
      const line = text.slice(reportMark.length);
      if (line.startsWith('begin ')) {
        test = line.slice('begin '.length);
      } else if (line.startsWith('end ')) {
        counts = JSON.parse(line.slice('end '.length));
        end(counts);
      } else {
        console.log(line);
      }
    },
  };
}

/** What a person needs to see why: the picture, what the page said, what the server said. */
async function keepEvidence(name, page, report, workbench, data) {
  mkdirSync(failures, { recursive: true });
  const file = join(failures, name);
  await page.screenshot({ path: `${file}.png`, timeout: 5000 }).catch(() => undefined);
  writeFileSync(`${file}.log`, `${report.log()}\n\n${workbench.output()}`);
  const logs = join(data, 'data/logs');
  if (existsSync(logs)) cpSync(logs, `${file}-logs`, { recursive: true });
  console.error(`  screenshot and logs: .vscode-test/failures/${name}.png, ${name}.log`);
}

/** What was promised, or nothing when it takes too long. @template T @param {number} minutes @param {Promise<T>} promise */
async function within(minutes, promise) {
  const late = new Promise((resolve) => setTimeout(resolve, minutes * 60_000).unref());
  return Promise.race([promise, late]);
}
