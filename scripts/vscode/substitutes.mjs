// Stand-ins for the parts of a VS Code server that are compiled on install. Nothing is compiled here, so without them the
// Output panel stays empty, an orphaned extension host lives on, and the log fills with stack traces.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} server the folder of the server */
export function substituteNativeModules(server) {
  const modules = join(server, 'node_modules');
  writeFileSync(join(modules, '@vscode/spdlog/index.js'), spdlog);
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    if (existsSync(join(modules, name))) writeFileSync(join(modules, name, 'index.js'), watchdog);
  }
}

/** Writes the log files that the Output panel reads. */
const spdlog = `// Written by scripts/vscode/substitutes.mjs in place of the native module.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
class Logger {
  constructor(type, name, file) {
    this.file = file;
    this.level = 2;
    this.bare = false;
    mkdirSync(dirname(file), { recursive: true });
    for (const [method, level] of Object.entries({ trace: 0, debug: 1, info: 2, warn: 3, error: 4, critical: 5 })) {
      this[method] = (message) => this.write(level, message);
    }
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      appendFileSync(this.file, this.bare ? message : time + ' [' + levels[level] + '] ' + message + '\\n');
    } catch {
      // A log that cannot be written must not end the editor.
    }
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.bare = true; }
  flush() {}
  drop() {}
}
const create = async (name, file) => new Logger('rotating', name, file);
// One by one: VS Code imports them by name, and Node finds such names only in assignments.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

/** Ends the extension host when the server that started it is gone. */
const watchdog = `// Written by scripts/vscode/substitutes.mjs in place of the native module.
exports.start = (pid) => {
  setInterval(() => {
    try { process.kill(pid, 0); } catch { process.exit(87); }
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code ?? 0);
`;
