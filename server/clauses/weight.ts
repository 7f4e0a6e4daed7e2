const SMALL = new Set(
  'a an the of to in on at by for with or and as is are be its it any that which this these'.split(' '),
);

/** What leaving a word out weighs when two texts are laid against each other: half for a small one. */
export function weightOf(form: string): number {
  return SMALL.has(form) ? 2 : 4;
}
