import { purposeRule } from './purpose-rule';

export const purposeDiscriminatory = purposeRule(
  'purpose-discriminatory',
  'error',
  'The purpose is directed against persons because of who they are',
);
