import { languageOf } from '../../server/purposes/language';
import type { Picture } from '../../server/purposes/picture';

/** The picture that the grammar draws of a statement. */
export function painted(text: string): Picture {
  const picture = languageOf('crime-and-terrorism')?.painter.paint(text);
  if (!picture) throw new Error('no such vocabulary');
  return picture;
}
