import { check } from '../../server/check';
import { fingerprint } from '../../server/export/fingerprint';
import { layOut } from '../../server/export/lay-out';
import type { Paper, Refusal } from '../../server/export/paper';
import { TODAY } from '../support/examples';

/** The papers of a file, as an export on the day of the examples sets them. */
export async function papersOf(text: string): Promise<readonly Paper[]> {
  return layOut(check(text, { today: TODAY }), await fingerprint(text));
}

/** The bytes of a paper that must not be refused. */
export function bytesOf(written: Uint8Array | Refusal): Uint8Array {
  if ('refused' in written) throw new Error(`It was refused: ${written.refused}`);
  return written;
}
