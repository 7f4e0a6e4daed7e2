import { purposeRule } from './purpose-rule';

export const purposeOutsideList = purposeRule('purpose-outside-list', 'error', 'The purpose is not on the list');
