import { builtIn, type Catalogue } from '../regimes/catalogue';
import { regimesFor, type FolderRegimes, type PackFiles } from '../regimes/workspace-packs';
import { RULES } from '../rules/index';

/** The regimes that hold for each document, found by the nearest folder upwards and kept until a pack changes. */
export class RegimeStore {
  readonly #files: PackFiles;
  readonly #loading = new Map<string, Promise<void>>();
  readonly #known = new Map<string, FolderRegimes>();
  #trusted: boolean;
  /** Counts the changes by which the regimes of a document can have become others. */
  epoch = 0;

  constructor(files: PackFiles, trusted: boolean) {
    this.#files = files;
    this.#trusted = trusted;
  }

  /** Makes sure that the regimes of a document are known. */
  ready(uri: string): Promise<void> {
    const folder = folderOf(uri);
    let loading = this.#loading.get(folder);
    if (!loading) {
      const options = { ruleIds: RULES.map(({ id }) => id), trusted: this.#trusted };
      const { epoch } = this;
      loading = regimesFor(uri, this.#files, builtIn, options).then((found) => {
        // What was asked for before a pack changed is no answer any more.
        if (this.#loading.get(folder) !== loading) return;
        this.#known.set(folder, found);
        if (found.folder !== undefined && this.epoch === epoch) this.epoch++;
      });
      this.#loading.set(folder, loading);
    }
    return loading;
  }

  /** The regimes of a document as far as they are known. */
  known(uri: string): FolderRegimes | undefined {
    return this.#known.get(folderOf(uri));
  }

  /** The regimes of a document; the built-in ones until others are known. */
  catalogue(uri: string): Catalogue {
    return this.known(uri)?.catalogue ?? builtIn;
  }

  /** Reads everything anew when it is next asked for: a pack or a record has changed, or the workspace is trusted now. */
  forget(trusted = this.#trusted): void {
    this.#trusted = trusted;
    this.#loading.clear();
    this.#known.clear();
    this.epoch++;
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
