import { resolve } from 'node:path';
import { dayOfMoment } from '../certificate/fields/date';
import { builtIn } from '../regimes/catalogue';
import { loadPack, type LoadedPack } from '../regimes/load-pack';
import { RULES } from '../rules/index';
import { Lines } from '../text/lines';
import { isMet, tryExamples, type TriedExample } from '../try-examples';
import { USAGE, type Command } from './terminal';
import { diskFiles, regimesOnDisk } from './workspace-regimes';

/** `euc regime test`: reads pack files and tries the examples that they state. */
export const runRegime: Command = async ([what, ...paths], terminal) => {
  if (what !== 'test' || paths.length === 0) {
    terminal.error(`euc regime: say "euc regime test FILE".\n\n${USAGE}`);
    return 2;
  }
  let status = 0;
  for (const path of paths) {
    const full = resolve(terminal.cwd, path).replaceAll('\\', '/');
    const text = await diskFiles.read(full);
    if (text === undefined) {
      terminal.error(`euc regime: ${path} cannot be read.\n`);
      return 2;
    }
    const { catalogue } = await regimesOnDisk(terminal.cwd, path);
    const others = catalogue.packs();
    const loaded = loadPack(text, {
      regimes: others,
      ruleIds: RULES.map(({ id }) => id),
      taken: builtIn.packs().map(({ id }) => id),
      whyNot: (id) => catalogue.whyNot(id),
    });
    terminal.out(`${path}\n${problems(loaded, text)}`);
    const tried = loaded.regime ? tryExamples(loaded.regime, others, dayOfMoment(new Date())) : [];
    terminal.out(tried.map(result).join(''));
    const failed = tried.filter((each) => !isMet(each)).length;
    terminal.out(`${tried.length - failed} of ${tried.length} examples met.\n`);
    if (!loaded.regime || failed > 0) status = 1;
  }
  return status;
};

function problems({ problems: found }: LoadedPack, text: string): string {
  const lines = new Lines(text);
  return found
    .map(({ span, severity, message }) => {
      const { line, character } = lines.place(span.start);
      return `  ${line + 1}:${character + 1}  ${severity}  ${message}\n`;
    })
    .join('');
}

function result(tried: TriedExample): string {
  const { example, missing, unexpected } = tried;
  const faults = [
    ...missing.map((line) => `      not found: ${line}\n`),
    ...unexpected.map(({ what, message }) => `      not expected: ${what}: ${message}\n`),
  ];
  return `  ${isMet(tried) ? 'met    ' : 'NOT MET'}  ${example.name}\n${faults.join('')}`;
}
