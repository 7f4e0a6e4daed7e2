/**
 * True where two texts name the same person or body: capitals, signs and titles make no difference, nor whether the form of
 * a company is written out, or written at all. "Quillmarsh Ltd" and "Quillmarsh GmbH" are two.
 */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [read(a), read(b)];
  return (
    one.name !== '' && one.name === other.name && (one.form === '' || other.form === '' || one.form === other.form)
  );
}

/** The letters of a company's form, as they are compared. */
const FORMS: Readonly<Record<string, string>> = {
  ltd: 'ltd', limited: 'ltd', inc: 'inc', incorporated: 'inc', corp: 'corp', corporation: 'corp', co: '', company: '', llc: 'llc',
  plc: 'plc', gmbh: 'gmbh', ag: 'ag', sa: 'sa', bv: 'bv', nv: 'nv', oy: 'oy', ab: 'ab', kg: 'kg', spa: 'spa', srl: 'srl',
}; // prettier-ignore

function read(text: string): { readonly name: string; readonly form: string } {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    // "S.A." and "N. V." are one word.
    .replace(/(?<=\b\p{L})\. ?(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*(?:(?:dr|mr|mrs|ms|prof|professor|sir|the)\s+)+/u, '')
    .trim()
    .split(' ')
    .filter((word) => word !== 'and');
  const form = words.flatMap((word) => FORMS[word] ?? []).filter((each) => each !== '');
  return { name: words.filter((word) => !Object.hasOwn(FORMS, word)).join(' '), form: form.join(' ') };
}
