// Settings under which a VS Code opens on the work and on nothing else.

/** No welcome page, no chat, no tips, no questions; everything else as a user finds it. */
export const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  // In a browser VS Code saves by itself, on the desktop it does not; a person who tries something out expects the latter.
  'files.autoSave': 'off',
  // The examples lie inside this project's own repository, which is no business of the person who looks at them.
  'git.openRepositoryInParentFolders': 'never',
};
