import { check, type Analysis } from '../check';
import { namesakes, numberBearers, type Bearer } from '../check-all';
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

/** What is known of the certificates of the workspace, open or not. */
export class Workspace {
  readonly #files: WorkspaceFiles;
  readonly #analyses = new Map<string, Analysis>();
  #bearers: ReadonlyMap<string, readonly Bearer[]> = new Map();
  /** Counts the changes by which one certificate can affect another. */
  epoch = 0;

  constructor(files: WorkspaceFiles) {
    this.#files = files;
  }

  /** Reads all certificates that are not open. */
  async load(isOpen: (uri: string) => boolean): Promise<void> {
    for (const uri of await this.#files.find()) if (!isOpen(uri)) await this.reload(uri);
  }

  /** Reads one certificate again; forgets it where it is gone. */
  async reload(uri: string): Promise<void> {
    const text = await this.#files.read(uri);
    if (text === undefined) this.forget(uri);
    else this.keep(uri, check(text));
  }

  /** Remembers what a certificate looks like now. True where others may be affected. */
  keep(uri: string, analysis: Analysis): boolean {
    this.#analyses.set(uri, analysis);
    return this.#count();
  }

  /** Forgets a certificate that is gone. True where others may be affected. */
  forget(uri: string): boolean {
    return this.#analyses.delete(uri) && this.#count();
  }

  /** The addresses of all certificates that are known. */
  uris(): readonly string[] {
    return [...this.#analyses.keys()];
  }

  /** What is known of one certificate. */
  analysis(uri: string): Analysis | undefined {
    return this.#analyses.get(uri);
  }

  /** Other certificates with this number. */
  namesakes(number: string, uri: string, certificate: number): readonly Namesake[] {
    return namesakes(this.#bearers, number, uri, certificate).map(({ place }) => ({ place: shortPlace(place) }));
  }

  #count(): boolean {
    const before = shared(this.#bearers);
    this.#bearers = numberBearers([...this.#analyses].map(([path, analysis]) => ({ path, analysis })));
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
