import { clauseAltered } from './clause-altered';
import { clauseMissing } from './clause-missing';
import { clauseNotAssessed } from './clause-not-assessed';
import { clauseUnknown } from './clause-unknown';
import { dateOrder } from './date-order';
import { editionSuperseded } from './edition-superseded';
import { endUseOpen } from './end-use-open';
import { endUseVague } from './end-use-vague';
import { endUserNotGovernment } from './end-user-not-government';
import { fieldAdvised } from './field-advised';
import { fieldDoubtful } from './field-doubtful';
import { fieldForm } from './field-form';
import { fieldInexact } from './field-inexact';
import { fieldInvalid } from './field-invalid';
import { fieldMissing } from './field-missing';
import { fieldNotAsked } from './field-not-asked';
import { fieldPlaceholder } from './field-placeholder';
import { fieldSeveral } from './field-several';
import { fieldUnknown } from './field-unknown';
import { fieldsDisagree } from './fields-disagree';
import { hiddenCharacter } from './hidden-character';
import { numberDuplicate } from './number-duplicate';
import { partyConflict } from './party-conflict';
import { periodExceeded } from './period-exceeded';
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
import { questionOpen } from './question-open';
import { recordMismatch } from './record-mismatch';
import { regimeMissing } from './regime-missing';
import { regimeNotUsable } from './regime-not-usable';
import { regimeUnknown } from './regime-unknown';
import { signedBlank } from './signed-blank';
import { signedInFuture } from './signed-in-future';
import { valueRefused } from './value-refused';
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
  regimeNotUsable,
  editionSuperseded,
  fieldMissing,
  fieldUnknown,
  fieldInvalid,
  fieldForm,
  fieldPlaceholder,
  valueRefused,
  fieldNotAsked,
  fieldAdvised,
  fieldSeveral,
  fieldInexact,
  fieldDoubtful,
  fieldsDisagree,
  dateOrder,
  periodExceeded,
  signedInFuture,
  signedBlank,
  endUserNotGovernment,
  partyConflict,
  numberDuplicate,
  recordMismatch,
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
  endUseVague,
  endUseOpen,
  clauseMissing,
  clauseAltered,
  clauseNotAssessed,
  clauseUnknown,
  questionOpen,
  waiverInvalid,
];
