// The entry that VS Code loads, in Node and in the browser's web worker alike: runs the scenarios with mocha.
import mochaModule from 'mocha';

// The runner's bundler fills these in.
declare const SCENARIOS: readonly string[];
declare const GREP: string;
/** What a line of the report begins with, so that the runner can tell it from VS Code's own noise. */
declare const REPORT: string;

// Mocha's build for the browser exports a page's runner and leaves the class in a global.
const Mocha = (globalThis as { Mocha?: typeof mochaModule }).Mocha ?? mochaModule;

/** Called by VS Code once the extension can be loaded. VS Code exits with an error when it rejects. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    report(format(parts));
  };
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000, grep: GREP });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const name of SCENARIOS) await import(`./${name}.e2e.ts`);
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats!);
    });
    // Named as it begins, so that a run that never ends can be told from a slow one.
    runner.on('test', (test) => {
      report(`begin ${test.fullTitle()}`);
    });
    // Told at once: the summary at the end is never reached by a run that does not end.
    runner.on('fail', (_, { message }: Error) => {
      report(`      ${message}`);
    });
  });
  report(`end ${JSON.stringify({ passes, failures, pending })}`);
  if (failures > 0) throw new Error(`${failures} failed`);
  if (passes === 0) throw new Error('No test ran.');
}

/** `console.log` of a VS Code for the web keeps only its first argument in order, so there is but one. */
function report(text: string): void {
  // eslint-disable-next-line no-console -- the one way out of the extension host
  console.log(REPORT + text);
}

/** Mocha's `%s` and `%d`, which `console.log` would fill in where it is not caught on its way. */
function format([template, ...values]: unknown[]): string {
  let next = 0;
  return ((template as string | undefined) ?? '').replace(/%[sd%]/g, (mark) =>
    mark === '%%' ? '%' : String(values[next++]),
  );
}
