/** The language id of certificates. */
export const LANGUAGE = 'euc';

/** The language id of regime packs. */
export const PACK_LANGUAGE = 'euc-regime';
