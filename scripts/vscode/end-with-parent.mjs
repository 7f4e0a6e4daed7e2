// Loaded into a VS Code server before anything else: ends it when the script that started it was killed.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1000).unref();
