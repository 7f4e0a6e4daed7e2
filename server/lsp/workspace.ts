import { namesakes, numberBearers, numbersIn, type Bearer, type Numbered } from '../check-all';
import type { Namesake } from '../rules/rule';

/** Reads the files of the workspace, wherever they are. */
export interface WorkspaceFiles {
  /** The addresses of all certificates. */
  find(): Promise<readonly string[]>;
  /** The text of one; undefined where it cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** The addresses of the files in a folder; undefined where there is no such folder. */
  list(folder: string): Promise<readonly string[] | undefined>;
}

/** A certificate file as it was last seen; another object for another text. */
export interface KnownFile {
  readonly text: string;
  readonly numbers: readonly Numbered[];
}

/** What is known of the certificates of the workspace, open or not. */
export class Workspace {
  readonly #files: WorkspaceFiles;
  readonly #known = new Map<string, KnownFile>();
  #bearers: ReadonlyMap<string, readonly Bearer[]> = new Map();
  /** Counts the changes by which one certificate can affect another. */
  epoch = 0;

  constructor(files: WorkspaceFiles) {
    this.#files = files;
  }

  /** Reads all certificates that are not open, each when `turn` comes: nobody waits for them. */
  async load(isOpen: (uri: string) => boolean, turn: () => Promise<void>): Promise<void> {
    for (const uri of await this.#files.find()) {
      await turn();
      if (!isOpen(uri)) await this.reload(uri);
    }
  }

  /** Reads one certificate again; forgets it where it is gone. */
  async reload(uri: string): Promise<void> {
    const text = await this.#files.read(uri);
    if (text === undefined) this.forget(uri);
    else this.keep(uri, text, numbersIn(text));
  }

  /** Remembers what a file looks like now. True where others may be affected. */
  keep(uri: string, text: string, numbers: readonly Numbered[]): boolean {
    const before = this.#known.get(uri);
    if (before?.text === text) return false;
    this.#known.set(uri, { text, numbers });
    return JSON.stringify(before?.numbers ?? []) !== JSON.stringify(numbers) && this.#count();
  }

  /** Forgets a certificate that is gone. True where others may be affected. */
  forget(uri: string): boolean {
    return this.#known.delete(uri) && this.#count();
  }

  /** The addresses of all certificates that are known. */
  uris(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** What is known of one file. */
  file(uri: string): KnownFile | undefined {
    return this.#known.get(uri);
  }

  /** Other certificates with this number. */
  namesakes(number: string, uri: string, certificate: number): readonly Namesake[] {
    return namesakes(this.#bearers, number, uri, certificate).map(({ place }) => ({ place: shortPlace(place) }));
  }

  #count(): boolean {
    const before = shared(this.#bearers);
    this.#bearers = numberBearers([...this.#known].map(([path, { numbers }]) => ({ path, numbers })));
    if (shared(this.#bearers) === before) return false;
    this.epoch++;
    return true;
  }
}

/** The numbers that several certificates bear, as one text to compare. */
function shared(bearers: ReadonlyMap<string, readonly Bearer[]>): string {
  return JSON.stringify([...bearers].filter(([, all]) => all.length > 1));
}

/** A place by its file's name in place of its whole address. */
function shortPlace(place: string): string {
  const name = /([^/]+), line \d+$/.exec(place)?.[0];
  return name === undefined ? place : decodeURIComponent(name);
}
