import { valueOf } from '../syntax/nodes';
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
 * The regimes for a file: the built-in ones and those of the nearest folder upwards that holds `.euc/regimes`; and what is
 * on record in the nearest one that holds `.euc/records`, which may be another. In a workspace that is not trusted its
 * packs are known by name alone, so that a certificate under one of them can be said not to be checked.
 */
export async function regimesFor(
  address: string,
  files: PackFiles,
  base: Catalogue,
  { ruleIds, trusted }: { readonly ruleIds: readonly string[]; readonly trusted: boolean },
): Promise<FolderRegimes> {
  const found = await nearestWith(PACK_FOLDER, address, files);
  const read = await readAll(found?.addresses.filter(isPackFile) ?? [], files);
  const loaded = loadPacks(
    read.map(({ text }) => text),
    { regimes: base.packs(), ruleIds, taken: base.packs().map(({ id }) => id) },
  );
  const packs = read.flatMap(({ address: each }, i) => {
    const pack = loaded[i];
    return pack ? [{ address: each, loaded: pack }] : [];
  });
  const onRecord = trusted ? await nearestWith(RECORD_FOLDER, address, files) : undefined;
  const records = recordsOf(await readAll(onRecord?.addresses.filter(isRecordFile) ?? [], files));
  return {
    folder: found?.folder ?? onRecord?.folder,
    catalogue: found ? withPacks(base, packs, trusted) : base,
    packs,
    records,
  };
}

/** The nearest folder upwards that holds the folder of this name, with the files in it. */
async function nearestWith(name: string, address: string, files: PackFiles) {
  for (const folder of foldersAbove(address)) {
    const addresses = await files.list(`${folder}/${name}`);
    if (addresses !== undefined) return { folder, addresses };
  }
  return undefined;
}

/** The texts of those files that can be read. */
async function readAll(addresses: readonly string[], files: PackFiles) {
  const read = await Promise.all(addresses.map(async (address) => ({ address, text: await files.read(address) })));
  return read.flatMap(({ address, text }) => (text === undefined ? [] : [{ address, text }]));
}

/** The built-in regimes with those of the workspace; a pack never takes the place of a built-in one, nor of another. */
function withPacks(base: Catalogue, packs: readonly WorkspacePack[], trusted: boolean): Catalogue {
  const usable = new Map<string, Regime>();
  const whyNot = new Map<string, string>();
  for (const { address, loaded } of packs) {
    const { pack, regime, problems } = loaded;
    const id = pack?.id ?? textOf(loaded, 'id');
    const family = pack?.family ?? textOf(loaded, 'family');
    if (id === undefined || base.packs().some((other) => other.id === id)) continue;
    const name = nameOf(address);
    const say = (why: string) => {
      for (const each of [id, family ?? id]) if (!base.knows(each)) whyNot.set(each, why);
    };
    if (!trusted)
      say(`its pack "${name}" belongs to this workspace, which is not trusted. Trust the workspace to use it.`);
    else if (!regime) {
      const faults = problems.filter(({ severity }) => severity === 'error').length;
      say(
        `its pack "${name}" has ${faults === 1 ? 'a fault' : `${faults} faults`}. Open it and correct ${faults === 1 ? 'it' : 'them'}.`,
      );
    } else if (usable.has(id)) {
      usable.delete(id);
      say(`several packs of this workspace have that id, "${name}" among them. Give each an id of its own.`);
    } else if (!whyNot.has(id)) usable.set(id, regime);
  }
  return new Catalogue([...base.packs(), ...usable.values()], whyNot);
}

/** What a pack that could not be read as a whole states under one of its names. */
function textOf({ tree }: LoadedPack, name: string): string | undefined {
  const text = valueOf(tree.documents[0]?.root, name);
  return text?.kind === 'text' ? text.text.trim() : undefined;
}

function isRecordFile(address: string): boolean {
  return /\.ya?ml$/.test(address);
}

/**
 * The applications and contracts on record, by the number that their file is named after ("/" is written "%2F") and by
 * the numbers that they state themselves as `application` or `contract`. Of two for one number the one named after it
 * counts.
 */
function recordsOf(
  read: readonly { readonly address: string; readonly text: string }[],
): ReadonlyMap<string, Certificate> {
  const named = new Map<string, Certificate>();
  const stated = new Map<string, Certificate>();
  for (const { address, text } of read) {
    const document = parse(text).documents[0];
    if (!document) continue;
    const certificate = readCertificate(document);
    named.set(decoded(nameOf(address).replace(/\.ya?ml$/, '')), certificate);
    for (const field of [certificate.particulars?.application, certificate.particulars?.contract])
      if (field) stated.set(field.text.trim(), certificate);
  }
  return new Map([...stated, ...named]);
}

/** The name of a file as it is on its disk: an address with a scheme has it encoded. */
function nameOf(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1);
  return /^[a-z][\w+.-]+:\/\//i.test(address) ? decoded(name) : name;
}

/** The text without its percent signs; as it is where they encode nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Looks up what is on record, as a check asks for it. */
export function recordIn(records: ReadonlyMap<string, Certificate>) {
  return (number: string): DataRecord | undefined => {
    const certificate = records.get(number);
    return certificate && { place: `the record ${number}`, certificate };
  };
}
