import { clauseAltered } from './clause-altered';
import { clauseMissing } from './clause-missing';
import { clauseUnknown } from './clause-unknown';
import { dateOrder } from './date-order';
import { endUserNotGovernment } from './end-user-not-government';
import { fieldForm } from './field-form';
import { fieldInvalid } from './field-invalid';
import { fieldMissing } from './field-missing';
import { fieldPlaceholder } from './field-placeholder';
import { fieldUnknown } from './field-unknown';
import { hiddenCharacter } from './hidden-character';
import { numberDuplicate } from './number-duplicate';
import { partyConflict } from './party-conflict';
import { purposeBelowThreshold } from './purpose-below-threshold';
import { purposeDiscriminatory } from './purpose-discriminatory';
import { purposeExpression } from './purpose-expression';
import { purposeIncomplete } from './purpose-incomplete';
import { purposeMissing } from './purpose-missing';
import { purposeNotAssessed } from './purpose-not-assessed';
import { purposeOpenEnded } from './purpose-open-ended';
import { purposeOutsideList } from './purpose-outside-list';
import { purposeTooBroad } from './purpose-too-broad';
import { purposeUse } from './purpose-use';
import { regimeMissing } from './regime-missing';
import { regimeUnknown } from './regime-unknown';
import { waiverInvalid } from './waiver-invalid';
import { yamlProfile } from './yaml-profile';
import { yamlSyntax } from './yaml-syntax';
import type { Rule } from './rule';

/** Every rule, in the order in which a reader would take a certificate up: can it be read, is it complete, what does it declare. */
export const RULES: readonly Rule[] = [
  yamlSyntax,
  yamlProfile,
  hiddenCharacter,
  regimeMissing,
  regimeUnknown,
  fieldMissing,
  fieldUnknown,
  fieldInvalid,
  fieldForm,
  fieldPlaceholder,
  dateOrder,
  endUserNotGovernment,
  partyConflict,
  numberDuplicate,
  purposeMissing,
  purposeExpression,
  purposeDiscriminatory,
  purposeBelowThreshold,
  purposeUse,
  purposeIncomplete,
  purposeTooBroad,
  purposeOpenEnded,
  purposeOutsideList,
  purposeNotAssessed,
  clauseMissing,
  clauseAltered,
  clauseUnknown,
  waiverInvalid,
];
