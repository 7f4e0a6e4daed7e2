/** The schema of packs as the types have it now. */
export function packSchema(): Promise<string>;
