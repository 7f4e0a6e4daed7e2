// Writes schemas/regime.schema.json from the types of server/regimes/types.ts.  node scripts/pack-schema.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const ROOT = new URL('../', import.meta.url);
const FILE = fileURLToPath(new URL('schemas/regime.schema.json', ROOT));

/** The schema as the types have it now. */
export async function packSchema() {
  const schema = createGenerator({
    path: fileURLToPath(new URL('server/regimes/types.ts', ROOT)),
    // Of this one file alone: the types of the editor, the tests and Node are a second or two to read.
    tsconfig: fileURLToPath(new URL('scripts/pack-schema.tsconfig.json', ROOT)),
    type: 'Pack',
    topRef: true,
    skipTypeCheck: true,
  }).createSchema('Pack');
  return format(JSON.stringify({ title: 'A regime pack of the end-use certificate checker', ...schema }), {
    ...(await resolveConfig(FILE)),
    parser: 'json',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = await packSchema();
  const before = await readFile(FILE, 'utf8').catch(() => '');
  if (now !== before) await writeFile(FILE, now);
}
