import { purposeRule } from './purpose-rule';

export const purposeTooBroad = purposeRule('purpose-too-broad', 'error', 'The purpose is wider than the list');
