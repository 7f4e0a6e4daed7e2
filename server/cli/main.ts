import { runCheck } from './check';
import { runExplain } from './explain';
import { runFix } from './fix';
import { runLsp } from './lsp';
import { runRegime } from './regime-test';
import { runRegimes } from './regimes';
import { runRender } from './render';
import { USAGE, type Command, type Terminal } from './terminal';
import { VERSION } from '../version';

const COMMANDS: Readonly<Record<string, Command>> = {
  check: runCheck,
  explain: runExplain,
  fix: runFix,
  lsp: runLsp,
  regime: runRegime,
  regimes: runRegimes,
  render: runRender,
};

/** Runs one command and gives the exit status. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(USAGE);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    terminal.out(`${VERSION}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.error(`euc: there is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(USAGE);
    return 0;
  }
  return command(rest, terminal);
}
