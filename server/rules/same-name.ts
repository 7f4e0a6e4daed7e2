/** True where two texts name the same person or body: capitals, signs, titles and the letters of a company's form make no difference. */
export function sameName(a: string, b: string): boolean {
  const name = plain(a);
  return name !== '' && name === plain(b);
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:ltd|limited|inc|incorporated|llc|plc|gmbh|ag|sa|bv|corp|corporation|co|company)\b/gu, '')
    .replace(/^\s*(?:(?:dr|mr|mrs|ms|prof|professor|sir)\s+)+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
