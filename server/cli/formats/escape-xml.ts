/** What XML 1.0 has no way to write: most control characters, halves of a pair of units, and two that are no characters. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** A text for an element or an attribute of XML 1.0; what XML cannot hold becomes U+FFFD, so that its place is seen. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\t\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
