import { pathSteps, type Step } from './syntax/path';

type Tree = Map<Step, Tree | string>;

/** A certificate with these texts at these paths, in quotation marks, so that each is read exactly as given. */
export function writeValues(texts: Readonly<Record<string, string>>): string {
  const root: Tree = new Map();
  for (const [path, text] of Object.entries(texts)) {
    const steps = pathSteps(path);
    let tree = root;
    for (const step of steps.slice(0, -1)) {
      const inner = tree.get(step);
      if (inner instanceof Map) tree = inner;
      else {
        const made: Tree = new Map();
        tree.set(step, made);
        tree = made;
      }
    }
    const last = steps.at(-1);
    if (last !== undefined) tree.set(last, text);
  }
  return `${write(root)}\n`;
}

/** In braces and brackets throughout: what matters is what is read, not how it looks. */
function write(tree: Tree | string): string {
  if (typeof tree === 'string') return JSON.stringify(tree);
  const isList = [...tree.keys()].every((step) => typeof step === 'number');
  if (isList && tree.size > 0) return `[${[...tree.values()].map(write).join(', ')}]`;
  return `{${[...tree].map(([key, value]) => `${JSON.stringify(String(key))}: ${write(value)}`).join(', ')}}`;
}
