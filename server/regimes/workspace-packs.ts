import { parse } from '../syntax/parse';
import { readCertificate } from '../certificate/read';
import type { Certificate, DataRecord } from '../certificate/model';
import { Catalogue } from './catalogue';
import { loadPacks, type LoadedPack } from './load-pack';
import type { Regime } from './types';

/** Where packs and records lie below a folder. */
export const PACK_FOLDER = '.euc/regimes';
export const RECORD_FOLDER = '.euc/records';

/** Reads files by their addresses, wherever they are. */
export interface PackFiles {
  /** The addresses of the files in a folder; undefined where there is no such folder. */
  list(folder: string): Promise<readonly string[] | undefined>;
  /** The text of a file; undefined where it cannot be read. */
  read(address: string): Promise<string | undefined>;
}

/** One pack file of a workspace. */
export interface WorkspacePack {
  readonly address: string;
  readonly loaded: LoadedPack;
}

/** What a folder adds to the built-in regimes. */
export interface FolderRegimes {
  /** The folder that holds `.euc`; undefined where there is none upwards. */
  readonly folder: string | undefined;
  readonly catalogue: Catalogue;
  readonly packs: readonly WorkspacePack[];
  /** What is on record under `.euc/records`, by number. */
  readonly records: ReadonlyMap<string, Certificate>;
}

/** True for the address of a pack file. */
export function isPackFile(address: string): boolean {
  return /\.regime\.ya?ml$/.test(address);
}

/** The folders above a file, the nearest first, up to the root. Addresses are written with slashes. */
export function foldersAbove(address: string): readonly string[] {
  // "file:///" and "vscode-vfs://host/": what is before the path belongs to no folder.
  const root = /^(?:[a-z][\w+.-]*:\/\/[^/]*)?/i.exec(address)?.[0] ?? '';
  const steps = address.slice(root.length).split('/').slice(0, -1);
  const folders: string[] = [];
  for (; steps.length > 0; steps.pop()) folders.push(root + steps.join('/'));
  return folders;
}

/**
 * The regimes for a file: the built-in ones and those of the nearest folder upwards that holds `.euc/regimes`. In a
 * workspace that is not trusted its packs are known by name alone, so that a certificate under one of them can be said
 * not to be checked.
 */
export async function regimesFor(
  address: string,
  files: PackFiles,
  base: Catalogue,
  { ruleIds, trusted }: { readonly ruleIds: readonly string[]; readonly trusted: boolean },
): Promise<FolderRegimes> {
  for (const folder of foldersAbove(address)) {
    const addresses = await files.list(`${folder}/${PACK_FOLDER}`);
    if (addresses === undefined) continue;
    const read = await Promise.all(
      addresses.filter(isPackFile).map(async (each) => ({ address: each, text: await files.read(each) })),
    );
    const texts = read.flatMap(({ address: each, text }) => (text === undefined ? [] : [{ address: each, text }]));
    const loaded = loadPacks(
      texts.map(({ text }) => text),
      { regimes: base.packs(), ruleIds },
    );
    const packs = texts.flatMap(({ address: each }, i) => {
      const pack = loaded[i];
      return pack ? [{ address: each, loaded: pack }] : [];
    });
    const records = trusted ? await recordsOf(folder, files) : new Map<string, Certificate>();
    return { folder, catalogue: withPacks(base, packs, trusted), packs, records };
  }
  return { folder: undefined, catalogue: base, packs: [], records: new Map() };
}

/** The built-in regimes with those of the workspace; a pack never takes the place of a built-in one. */
function withPacks(base: Catalogue, packs: readonly WorkspacePack[], trusted: boolean): Catalogue {
  const usable: Regime[] = [];
  const whyNot = new Map<string, string>();
  for (const { address, loaded } of packs) {
    const { pack, regime, problems } = loaded;
    const id = pack?.id ?? idOf(loaded);
    if (id === undefined || base.packs().some((other) => other.id === id)) continue;
    const name = address.slice(address.lastIndexOf('/') + 1);
    if (!trusted)
      whyNot.set(
        id,
        `its pack "${name}" belongs to this workspace, which is not trusted. Trust the workspace to use it.`,
      );
    else if (!regime) {
      const faults = problems.filter(({ severity }) => severity === 'error').length;
      whyNot.set(
        id,
        `its pack "${name}" has ${faults === 1 ? 'a fault' : `${faults} faults`}. Open it and correct ${faults === 1 ? 'it' : 'them'}.`,
      );
    } else usable.push(regime);
  }
  return new Catalogue([...base.packs(), ...usable], whyNot);
}

/** The id of a pack that could not be read as a whole. */
function idOf({ tree }: LoadedPack): string | undefined {
  const root = tree.documents[0]?.root;
  const id = root?.kind === 'group' ? root.entries.find(({ key }) => key.text === 'id')?.value : undefined;
  return id?.kind === 'text' ? id.text.trim() : undefined;
}

/** The applications and contracts on record, by the number that their file is named after. */
async function recordsOf(folder: string, files: PackFiles): Promise<ReadonlyMap<string, Certificate>> {
  const records = new Map<string, Certificate>();
  for (const address of (await files.list(`${folder}/${RECORD_FOLDER}`)) ?? []) {
    const number = /([^/]+)\.ya?ml$/.exec(address)?.[1];
    const text = number === undefined ? undefined : await files.read(address);
    const document = text === undefined ? undefined : parse(text).documents[0];
    if (number !== undefined && document) records.set(decodeURIComponent(number), readCertificate(document));
  }
  return records;
}

/** Looks up what is on record, as a check asks for it. */
export function recordIn(records: ReadonlyMap<string, Certificate>) {
  return (number: string): DataRecord | undefined => {
    const certificate = records.get(number);
    return certificate && { place: `the record ${number}`, certificate };
  };
}
