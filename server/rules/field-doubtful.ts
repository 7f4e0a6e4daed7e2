import { applies, textsAt } from '../regimes/condition';
import { grounds } from '../regimes/types';
import { locate } from '../syntax/characters';
import { phraseIn } from './phrase';
import type { Rule } from './rule';

export const fieldDoubtful: Rule = {
  id: 'field-doubtful',
  severity: 'warning',
  title: 'Words that make a reader doubt',
  *check({ certificate, regime }) {
    for (const { path, any, unless, when, words, advice, source } of regime?.fields.doubts ?? []) {
      if (!regime || !applies(when, certificate)) continue;
      for (const field of textsAt(certificate, path)) {
        const found = phraseIn(field.text, any);
        if (!found || (unless && phraseIn(field.text, unless))) continue;
        yield {
          span: locate(field.node, found),
          at: field.at,
          message: `"${field.text.slice(found.start, found.end)}" makes a reader doubt. ${grounds(regime, words, source)} ${advice}`,
          source,
        };
      }
    }
  },
};
