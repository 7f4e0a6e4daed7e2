import { describe, expect, it } from 'vitest';
import { foreignIn } from '../../server/purposes/foreign';
import { painted } from './painted';

function isForeign(text: string): boolean {
  return foreignIn(painted(text)) !== undefined;
}

describe('another language beside English', () => {
  it.each([
    'Prevention of terrorism. Lucha contra el terrorismo.',
    'The Ministry will use the system for this: Prevención de actos terroristas, investigación de delitos graves.',
    'The system serves this: la prévention des actes terroristes et les enquêtes sur les crimes graves.',
  ])('is found, a sentence or a part of one: %s', (text) => {
    expect(isForeign(text)).toBe(true);
  });

  it.each([
    'Prevention of terrorism (the original says "prevención e investigación").',
    'Investigation of serious crimes. User: Gendarmerie Nationale, Groupement de Zinder.',
    'Offences: (i) arms trafficking, 10 y.; (ii) bank-note forgery, 14 y.',
    'Kind attention Mr Aldous. Prevention of terrorism.',
  ])('is no name, no quotation and no abbreviation: %s', (text) => {
    expect(isForeign(text)).toBe(false);
  });
});
