import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The moment that is written for every file. Read in local time, as the archive's format has it, so it is the same everywhere. */
const moment = () => new Date(1980, 0, 1);

/** The same for the document's own account of when it was made. */
const STAMP = '1980-01-01T00:00:00Z';

/** A Word document without the moment at which it was written, so that the same content gives the same bytes. */
export function settled(archive: Uint8Array): Uint8Array {
  const files = unzipSync(archive);
  const core = files['docProps/core.xml'];
  if (core)
    files['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${STAMP}`),
    );
  return zipSync(files, { mtime: moment(), level: 9 });
}
