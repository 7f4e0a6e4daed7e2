import { purposeRule } from './purpose-rule';

export const purposeIncomplete = purposeRule(
  'purpose-incomplete',
  'warning',
  'Something is missing that would make the purpose a permitted one',
);
