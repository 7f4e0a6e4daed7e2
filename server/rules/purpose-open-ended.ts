import { purposeRule } from './purpose-rule';

export const purposeOpenEnded = purposeRule('purpose-open-ended', 'error', 'The list of purposes is left open');
