// Runs npm, and turns a registry that does not answer into one plain line.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { PlainError } from './plain-error.mjs';
import { passingFailure, tryAgain } from './try-again.mjs';

/**
 * Downloads one package, checks that it is the pinned one and unpacks a folder of it, without its dependencies.
 * @param {import('./versions.mjs').Pinned} pinned
 * @param {string} folder exists and is empty
 * @param {string} [inside] the folder of the package that is wanted; all of it without
 */
export async function unpackPackage(pinned, folder, inside = '') {
  await npm(['pack', `${pinned.name}@${pinned.version}`, '--pack-destination', folder], folder);
  const tarball = join(folder, `${pinned.name.replace('@', '').replace('/', '-')}-${pinned.version}.tgz`);
  const digest = await digestOf(tarball);
  if (digest !== pinned.integrity) {
    throw new PlainError(
      `${pinned.name} ${pinned.version} is not what it was when it was pinned (${digest}): not used.`,
    );
  }
  const wanted = ['package', ...inside.split('/').filter(Boolean)];
  await unpackTar([createReadStream(tarball), createGunzip()], folder, wanted);
  return tarball;
}

/**
 * Installs packages and their dependencies into `folder`; without a name, what its package.json and shrinkwrap ask for at
 * run time. No install script runs, so nothing is compiled and nothing else is fetched. `--force`, because code-server
 * names one Node and refuses all others.
 * @param {string} folder @param {string[]} packages
 */
export async function installInto(folder, ...packages) {
  await npm(['install', ...packages, '--ignore-scripts', '--omit=dev', '--no-save', '--force'], folder);
}

/**
 * Unpacks a tar that comes out of a chain of streams. The system's tar does it: every Debian, macOS and Windows 10 has one.
 * @param {import('node:stream').Duplex[]} streams @param {string} folder @param {string[]} [inside] the path in the archive
 */
export async function unpackTar(streams, folder, inside = []) {
  const members = inside.length > 0 ? [`--strip-components=${inside.length}`, inside.join('/')] : [];
  const tar = spawn('tar', ['-x', '-f', '-', '-C', folder, ...members], { stdio: ['pipe', 'ignore', 'pipe'] });
  const [said, code] = await Promise.all([
    textOf(tar.stderr),
    new Promise((resolve, reject) => tar.on('error', reject).on('close', resolve)),
    pipeline(...streams, tar.stdin).catch((error) => {
      // tar reads no further than the end that the archive names, and is free to close before the padding behind it has
      // come; where it failed, it has said why itself, and better.
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }),
  ]);
  if (code !== 0) throw new Error(`tar ended with ${code}: ${said.trim()}`);
}

/**
 * A network that stumbles is asked again; one that stays away is said to be away.
 * @param {string[]} args @param {string} cwd
 */
async function npm(args, cwd) {
  try {
    await tryAgain(() => npmOnce(args, cwd));
  } catch (error) {
    const failure = passingFailure(error.message);
    if (failure === undefined) throw error;
    throw new PlainError(
      `The npm registry cannot be reached (${failure}), and this is taken from it once: check the network or npm's proxy setting, then run the command again.`,
    );
  }
}

/** @param {string[]} args @param {string} cwd */
async function npmOnce(args, cwd) {
  const [command, first] = npmCommand();
  // npm tells the scripts it runs where they are; an npm inside them would take that folder for its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_config_(local_)?prefix$/i.test(key)),
  );
  const shown = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // Quick tries rather than npm's minutes: a person waits for this, and is asked again from outside.
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=3000'];
  const child = spawn(command, [...first, ...args, ...shown, ...patience, '--prefix', cwd], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && first.length === 0,
  });
  const [said, code] = await Promise.all([
    textOf(child.stderr),
    new Promise((resolve, reject) => child.on('error', reject).on('close', resolve)),
  ]);
  if (code === 0) return;
  throw new Error(
    `npm ${args.slice(0, 2).join(' ')} ended with ${code}:\n${said.trim().split('\n').slice(0, 12).join('\n')}`,
  );
}

/** The npm that runs us, or the one that lies beside this Node, or the one on the path. @returns {[string, string[]]} */
function npmCommand() {
  const bin = dirname(process.execPath);
  const found = [
    process.env.npm_execpath ?? '',
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  return found ? [process.execPath, [found]] : ['npm', []];
}

/** @param {string} file */
async function digestOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** @param {import('node:stream').Readable} stream */
async function textOf(stream) {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}
