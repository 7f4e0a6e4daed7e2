import { loadPacks } from './regimes/load-pack';
import type { Pack } from './regimes/types';
import { RULES } from './rules/index';
import { Lines } from './text/lines';

/** A pack file of the project: its name and its text. */
export interface PackText {
  readonly name: string;
  readonly text: string;
}

/** The project's own packs as their files state them, or what is wrong with them, each as "file:line: message". */
export function compilePacks(packs: readonly PackText[]): {
  readonly packs: readonly Pack[];
  readonly faults: readonly string[];
} {
  const loaded = loadPacks(
    packs.map(({ text }) => text),
    { regimes: [], ruleIds: RULES.map(({ id }) => id) },
  );
  const faults = loaded.flatMap(({ problems }, i) => {
    const pack = packs[i];
    const lines = new Lines(pack?.text ?? '');
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ span, message }) => `${pack?.name ?? ''}:${lines.lineOf(span.start) + 1}: ${message}`);
  });
  return { packs: loaded.flatMap(({ pack }) => pack ?? []), faults };
}
