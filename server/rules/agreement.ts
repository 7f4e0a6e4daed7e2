/**
 * A label of a field with the verb that agrees with it: "the items are", "the particulars of the certificate are",
 * "the address of the end user is". What comes behind the first preposition does not count.
 */
export function labelIs(label: string): string {
  const [head = ''] = label.split(/ (?:of|for|that|in|on|with) /);
  // "Address", "basis" and "status" are one.
  return `${label} ${/[^aisu]s$/.test(head) ? 'are' : 'is'}`;
}
