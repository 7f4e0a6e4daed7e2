import { purposeRule } from './purpose-rule';

export const purposeExpression = purposeRule(
  'purpose-expression',
  'error',
  'The purpose is directed against opinion, criticism or those who voice it',
);
