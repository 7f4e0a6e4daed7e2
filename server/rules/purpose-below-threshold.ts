import { purposeRule } from './purpose-rule';

export const purposeBelowThreshold = purposeRule(
  'purpose-below-threshold',
  'error',
  'The sentence is below the threshold of a serious crime',
);
