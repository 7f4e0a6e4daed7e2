import { purposeRule } from './purpose-rule';

export const purposeNotAssessed = purposeRule('purpose-not-assessed', 'warning', 'The purpose could not be judged');
