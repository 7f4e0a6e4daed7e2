// A folder that is gone when we are.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// It ends our programs as we end; imported first, so that none of them writes while the folder goes.
import './processes.mjs';

/** @param {string} purpose part of its name */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `euc-${purpose}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
