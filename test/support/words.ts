/** Words of the trade that made the file format, which a lawyer does not know. None may be in a message. */
export const JARGON =
  /\b(?:scalars?|mappings?|maps?|nodes?|enums?|propert(?:y|ies)|schemas?|sequences?|alias(?:es)?|anchors?|tokens?|strings?|booleans?|null|undefined|objects?|arrays?|parsers?|pars(?:e|ed|ing)|syntax|yaml|json|indicators?|indents?|implicit|explicit|literals?|flow|escapes?|keys?|directives?|collections?|utf-?\d*|regexp?)\b/i;

/** What every message must be: one line of whole sentences, without the words above. */
export function faultsOf(message: string): readonly string[] {
  // What the certificate itself says is quoted, and may hold anything.
  const own = message.replace(/"[^"]*"/g, '""');
  return [
    ...(/[\r\n]/.test(message) ? ['more than one line'] : []),
    ...(/^[A-Z0-9"]/.test(message) ? [] : ['does not begin like a sentence']),
    ...(/[.?]$/.test(message) ? [] : ['does not end like a sentence']),
    ...(JARGON.exec(own) ?? []),
  ];
}
