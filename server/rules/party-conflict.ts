import type { Rule } from './rule';

export const partyConflict: Rule = {
  id: 'party-conflict',
  severity: 'warning',
  title: 'Two parties that must differ are the same',
  *check({ certificate }) {
    const exporter = certificate.exporter?.name;
    const endUser = certificate.endUser?.name;
    if (!exporter || !endUser || plain(exporter.text) === '' || plain(exporter.text) !== plain(endUser.text)) return;
    yield {
      span: endUser.span,
      at: endUser.at,
      message: `"${endUser.text}" is named as exporter and as end user. The end user receives the items from the exporter. Name the body that will use them.`,
    };
  },
};

/** A name without capitals, signs and the letters of a company's form. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:ltd|limited|inc|incorporated|llc|plc|gmbh|ag|sa|bv|corp|corporation|co|company)\b/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
