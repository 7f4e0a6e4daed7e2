// A file system in memory for VS Code in the browser. Its files come from `workspace.json` beside this extension's folder.
const vscode = require('vscode');

/** @typedef {{ content?: Uint8Array, children?: Map<string, Entry>, ctime: number, mtime: number }} Entry */

/** @implements {vscode.FileSystemProvider} */
class MemoryFiles {
  #changed = new vscode.EventEmitter();
  onDidChangeFile = this.#changed.event;
  /** @type {Promise<Entry>} */
  #root;

  /** @param {vscode.Uri} listing */
  constructor(listing) {
    this.#root = MemoryFiles.#load(listing);
  }

  static async #load(listing) {
    const root = folder();
    for (const [path, base64] of Object.entries(await (await fetch(listing.toString(true))).json())) {
      const names = path.split('/').filter(Boolean);
      const name = names.pop();
      let entry = root;
      for (const parent of names) {
        if (!entry.children.has(parent)) entry.children.set(parent, folder());
        entry = entry.children.get(parent);
      }
      entry.children.set(name, file(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))));
    }
    return root;
  }

  async stat(uri) {
    const { children, content, ctime, mtime } = await this.#find(uri);
    const type = children ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime, mtime, size: content?.length ?? 0 };
  }

  async readDirectory(uri) {
    const { children } = await this.#find(uri);
    if (!children) throw vscode.FileSystemError.FileNotADirectory(uri);
    return [...children].map(([name, entry]) => [
      name,
      entry.children ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  }

  async readFile(uri) {
    const { content } = await this.#find(uri);
    if (!content) throw vscode.FileSystemError.FileIsADirectory(uri);
    return content;
  }

  async writeFile(uri, content, { create, overwrite }) {
    const { siblings, name } = await this.#place(uri);
    const old = siblings.get(name);
    if (old?.children) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (!old && !create) throw vscode.FileSystemError.FileNotFound(uri);
    if (old && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    if (old) Object.assign(old, { content, mtime: Date.now() });
    else siblings.set(name, file(content));
    this.#tell(old ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  async createDirectory(uri) {
    const { siblings, name } = await this.#place(uri);
    if (siblings.has(name)) throw vscode.FileSystemError.FileExists(uri);
    siblings.set(name, folder());
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  async delete(uri) {
    await this.#find(uri);
    const { siblings, name } = await this.#place(uri);
    siblings.delete(name);
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  async rename(from, to, { overwrite }) {
    const entry = await this.#find(from);
    const target = await this.#place(to);
    if (target.siblings.has(target.name) && !overwrite) throw vscode.FileSystemError.FileExists(to);
    const source = await this.#place(from);
    source.siblings.delete(source.name);
    target.siblings.set(target.name, entry);
    this.#tell(vscode.FileChangeType.Deleted, from);
    this.#tell(vscode.FileChangeType.Created, to);
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  /** For Quick Open and `workspace.findFiles`. */
  async provideFileSearchResults(query, { folder: base, includes, excludes, maxResults }) {
    const all = await this.#filesUnder(base, '');
    const [wanted, unwanted] = [includes.map(matcher), excludes.map(matcher)];
    return all
      .filter((path) => wanted.length === 0 || wanted.some((glob) => glob.test(path)))
      .filter((path) => !unwanted.some((glob) => glob.test(path)))
      .slice(0, maxResults)
      .map((path) => vscode.Uri.joinPath(base, path));
  }

  async #filesUnder(uri, prefix) {
    const found = [];
    for (const [name, type] of await this.readDirectory(uri)) {
      const path = prefix + name;
      if (type === vscode.FileType.File) found.push(path);
      else found.push(...(await this.#filesUnder(vscode.Uri.joinPath(uri, name), `${path}/`)));
    }
    return found;
  }

  async #find(uri) {
    let entry = await this.#root;
    for (const name of uri.path.split('/').filter(Boolean)) {
      entry = entry.children?.get(name);
      if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    }
    return entry;
  }

  async #place(uri) {
    const parent = await this.#find(vscode.Uri.joinPath(uri, '..'));
    if (!parent.children) throw vscode.FileSystemError.FileNotADirectory(uri);
    return { siblings: parent.children, name: uri.path.split('/').at(-1) };
  }

  #tell(type, uri) {
    this.#changed.fire([{ type, uri }]);
  }
}

/** @returns {Entry} */
function folder() {
  return { children: new Map(), ctime: Date.now(), mtime: Date.now() };
}

/** @param {Uint8Array} content @returns {Entry} */
function file(content) {
  return { content, ctime: Date.now(), mtime: Date.now() };
}

/** The globs that occur here: `**`, `*`, `?`, `{a,b}`. @param {string} glob */
function matcher(glob) {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\{|\}|,|[.+^$()|[\]\\]/g, (token) => {
    const known = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]', '{': '(?:', '}': ')', ',': '|' };
    return known[token] ?? `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}

exports.activate = (context) => {
  const files = new MemoryFiles(vscode.Uri.joinPath(context.extensionUri, '../workspace.json'));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true }),
    vscode.workspace.registerFileSearchProvider('memory', files),
  );
};
