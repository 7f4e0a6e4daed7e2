import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of `examples/`, by name. */
export const EXAMPLES: ReadonlyMap<string, string> = new Map(
  readdirSync(join(import.meta.dirname, '../../examples'))
    .filter((name) => name.includes('.euc'))
    .map((name) => [name, readFileSync(join(import.meta.dirname, '../../examples', name), 'utf8')]),
);

/** One of the examples. */
export function example(name: string): string {
  const text = EXAMPLES.get(`${name}.euc.yaml`);
  if (text === undefined) throw new Error(`there is no example ${name}`);
  return text;
}

/** The day on which the examples are looked at. */
export const TODAY = { year: 2026, month: 11, day: 20 };
