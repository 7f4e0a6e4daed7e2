/** The rules that a purpose can break, in their order of precedence. */
export type PurposeRule =
  | 'purpose-expression'
  | 'purpose-discriminatory'
  | 'purpose-below-threshold'
  | 'purpose-use'
  | 'purpose-incomplete'
  | 'purpose-too-broad'
  | 'purpose-open-ended'
  | 'purpose-outside-list'
  | 'purpose-not-assessed';
