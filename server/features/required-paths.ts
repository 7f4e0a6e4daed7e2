import type { Checked } from '../check';
import { pathSteps, pathText, type Step } from '../syntax/path';

/** A field that the regime requires, at one place of the certificate. */
export interface RequiredPath {
  readonly steps: readonly Step[];
  readonly path: string;
}

/** Every field that the regime requires, in its order; one of a list for each entry, or for a first where there is none. */
export function requiredPaths({ certificate, regime }: Checked): readonly RequiredPath[] {
  return (regime?.fields.required ?? []).flatMap((path) => {
    const [list, rest] = path.split('[].');
    if (list === undefined || rest === undefined) return [{ steps: pathSteps(path), path }];
    const count = Math.max(1, certificate.lists.get(list)?.items.length ?? 0);
    return Array.from({ length: count }, (_, i) => {
      const steps = [...pathSteps(list), i, ...pathSteps(rest)];
      return { steps, path: pathText(steps) };
    });
  });
}
