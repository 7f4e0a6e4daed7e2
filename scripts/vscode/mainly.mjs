// The way every script here ends: its exit code, a plain line for what a person can mend, a stack for what is our fault.
import { PlainError } from './plain-error.mjs';

/** @param {() => Promise<number | void>} main gives the exit code */
export async function mainly(main) {
  try {
    process.exit((await main()) ?? 0);
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exit(error instanceof PlainError ? error.exitCode : 1);
  }
}
