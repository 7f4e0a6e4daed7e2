import type { Connection } from 'vscode-languageserver';
import { FIND_FILES, LIST_FILES, READ_FILE, type ReadFileParams } from './messages';
import type { WorkspaceFiles } from './workspace';

/** Files that the client reads for the server: in a browser there is no other way, and the client knows every file system. */
export function clientFiles(connection: Connection): WorkspaceFiles {
  return {
    find: () => connection.sendRequest<readonly string[]>(FIND_FILES),
    list: async (uri) =>
      (await connection.sendRequest<readonly string[] | null>(LIST_FILES, { uri } satisfies ReadFileParams)) ??
      undefined,
    read: async (uri) =>
      (await connection.sendRequest<string | null>(READ_FILE, { uri } satisfies ReadFileParams)) ?? undefined,
  };
}

/** No files: an editor that neither has a file system nor reads for the server. */
export const noFiles: WorkspaceFiles = {
  find: () => Promise.resolve([]),
  list: () => Promise.resolve(undefined),
  read: () => Promise.resolve(undefined),
};
