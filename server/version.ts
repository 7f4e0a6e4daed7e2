import { version } from '../package.json';

/** The version of the project, as in package.json. */
export const VERSION = version;
