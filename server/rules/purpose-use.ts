import { purposeRule } from './purpose-rule';

export const purposeUse = purposeRule('purpose-use', 'error', 'The use is not one that the regime permits');
