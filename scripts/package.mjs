// npm run package: builds the extension and packs it into a .vsix.
// node scripts/package.mjs [--install-check] also installs it into a fresh VS Code 1.100, as a user would.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadNode, downloadServer, downloadVsce } from './vscode/download.mjs';
import { root } from './vscode/fetch-once.mjs';
import { mainly } from './vscode/mainly.mjs';
import { PlainError } from './vscode/plain-error.mjs';
import { temporaryFolder } from './vscode/temporary.mjs';
import { servers } from './vscode/versions.mjs';

/** What is more than this holds something that does not belong in it. */
const limit = 1.5 * 1024 * 1024;

mainly(async () => {
  const { values } = parseArgs({ options: { 'install-check': { type: 'boolean' } } });
  const { name, publisher, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  const vsce = await downloadVsce();

  run(process.execPath, [join(root, 'scripts/build.mjs')]);
  // All that is needed at run time is bundled in dist/, so no package goes in.
  run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix, ...questionsAnswered]);

  const { size } = statSync(vsix);
  console.log(`${name}-${version}.vsix: ${(size / 1024).toFixed(0)} KB`);
  if (size > limit) {
    const files = run(process.execPath, [vsce, 'ls', '--no-dependencies', '--tree'], 'pipe').stdout;
    throw new PlainError(`That is more than ${limit / 1024} KB. It holds:\n${files}`);
  }
  if (values['install-check']) await checkInstallation(vsix, `${publisher}.${name}`, version);
});

/** vsce asks on a terminal about what a package for no marketplace may lack. */
const questionsAnswered = ['--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];

/** @param {string} vsix @param {string} id @param {string} version */
async function checkInstallation(vsix, id, version) {
  const name = '1.100';
  const server = join(await downloadServer(name), 'out/server-main.js');
  const node = await downloadNode(servers[name].nodeMajor);
  const data = temporaryFolder('install');
  const flags = [
    '--accept-server-license-terms',
    '--server-data-dir',
    data,
    '--extensions-dir',
    join(data, 'extensions'),
  ];
  run(node, [server, ...flags, '--install-extension', vsix], 'pipe');
  const { stdout } = run(node, [server, ...flags, '--list-extensions', '--show-versions'], 'pipe');
  if (!stdout.split('\n').includes(`${id}@${version}`)) {
    throw new PlainError(`${servers[name].title} does not list ${id}@${version} after its installation:\n${stdout}`);
  }
  console.log(`${servers[name].title} installs it: ${id}@${version}`);
}

/** Runs a program to its end. @param {string} command @param {string[]} args @param {'inherit' | 'pipe'} [output] */
function run(command, args, output = 'inherit') {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', output, output] });
  if (result.status !== 0) {
    const said = output === 'pipe' ? `:\n${result.stdout}${result.stderr}` : '; see above.';
    throw new PlainError(`${args[0]} ended with ${result.status ?? result.signal}${said}`);
  }
  return result;
}
