import { regimePage } from '../features/regime-page';
import { diffRegimes, type RegimeChange } from '../regimes/diff';
import type { Regime } from '../regimes/types';
import { USAGE, type Command } from './terminal';
import { regimesOnDisk } from './workspace-regimes';

/** `euc regimes`: lists the regimes, shows one as a page to read, or tells two editions apart. */
export const runRegimes: Command = async (args, terminal) => {
  const { catalogue } = await regimesOnDisk(terminal.cwd, '-');
  const [what = 'list', ...ids] = args;
  const regimes: Regime[] = [];
  for (const id of ids) {
    const regime = catalogue.packs().find((pack) => pack.id === id);
    if (!regime) {
      const near = catalogue.nearest(id);
      const why = catalogue.whyNot(id);
      terminal.error(
        why === undefined
          ? `euc regimes: there is no regime "${id}".${near === undefined ? '' : ` Did you mean ${near}?`}\n`
          : `euc regimes: "${id}" cannot be shown: ${why}\n`,
      );
      return 2;
    }
    regimes.push(regime);
  }
  const [first, second] = regimes;
  if (what === 'list' && ids.length === 0)
    terminal.out([...catalogue.packs().map(line), ...catalogue.unusable().map(unusable)].join(''));
  else if (what === 'show' && first && ids.length === 1) terminal.out(unescaped(regimePage(first)));
  else if (what === 'diff' && first && second && ids.length === 2) terminal.out(difference(first, second));
  else {
    terminal.error(`euc regimes: say list, show ID or diff ID ID.\n\n${USAGE}`);
    return 2;
  }
  return 0;
};

function line({ id, title, 'in-force': { from, until }, overlay }: Regime): string {
  return `${id.padEnd(26)}${`${from ?? ''} - ${until ?? ''}`.padEnd(26)}${title}${overlay ? ' (questions only)' : ''}\n`;
}

function unusable([name, why]: readonly [string, string]): string {
  return `${name.padEnd(26)}${'not usable'.padEnd(26)}${why}\n`;
}

/** The page as it is read on a terminal, where nothing takes the strokes away that keep signs from being marks. */
function unescaped(page: string): string {
  return page.replace(/\\([\p{P}\p{S}])/gu, '$1');
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

function difference(was: Regime, now: Regime): string {
  const changes = diffRegimes(was, now);
  if (changes.length === 0) return `${was.id} and ${now.id} say the same.\n`;
  return `${was.id} -> ${now.id}\n\n${changes.map(changeText).join('')}`;
}

function changeText({ kind, at, was, now }: RegimeChange): string {
  const rows = [was === undefined ? [] : [`    - ${was}`], now === undefined ? [] : [`    + ${now}`]].flat();
  return `${SIGNS[kind]} ${at}\n${rows.join('\n')}\n`;
}
