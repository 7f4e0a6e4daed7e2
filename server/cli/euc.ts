#!/usr/bin/env node
import { main } from './main';

const chunks = async (): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

// Whoever reads the output may have read enough of it.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') throw new Error(`The output could not be written: ${String(code)}.`);
});

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  input: chunks,
}).then((status) => {
  // Not process.exit: what is still on its way to a pipe would be cut off.
  process.exitCode = status;
});
