/** The language id of certificates. */
export const LANGUAGE = 'euc';
