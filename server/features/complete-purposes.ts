import type { Regime } from '../regimes/types';
import type { Cursor } from '../syntax/cursor';
import type { Lines } from '../text/lines';
import type { Completion } from './completion-list';
import { explainObject } from './explanation';
import { statedPurpose, TemplateWriter, usesInWords } from './template';

/** Whole purposes to choose from: in words, and by the parts of each category. */
export function completePurposes(cursor: Cursor, regime: Regime | undefined, { ending }: Lines): readonly Completion[] {
  const list = regime?.purposes;
  if (!regime || !list || cursor.colon) return [];
  const margin = `${ending}${' '.repeat(cursor.column)}`;
  const uses = list.uses.map(({ id }) => id);
  const stated = new TemplateWriter();
  statedPurpose(stated, regime);
  const found: Completion[] = [
    {
      label: 'purpose in words',
      sort: 'purpose',
      detail: "use and object in the regime's terms",
      documentation: list.objects.map((object) => explainObject(object, regime)).join('\n\n---\n\n'),
      span: cursor.replace,
      insert: stated.done(),
    },
  ];
  // In brackets all stands on one line, without commas.
  if (cursor.flow) return found;
  for (const object of list.objects) {
    const parts = new TemplateWriter().text(`against: ${object.id}${margin}use: `).choice(uses);
    if (object.acts) parts.text(`${margin}act: `).choice(object.acts.map(({ id }) => id));
    if (object.aims) parts.text(`${margin}aim: `).choice(object.aims.map(({ id }) => id));
    if (object.threshold)
      parts
        .text(`${margin}offence: `)
        .gap('offence')
        .text(`${margin}provision: `)
        .gap('provision of the national law')
        .text(`${margin}maximum-sentence: `)
        .gap('maximum sentence');
    found.push({
      label: `purpose by parts: ${object.id}`,
      sort: 'purpose',
      detail: object.term,
      documentation: explainObject(object, regime),
      span: cursor.replace,
      insert: parts.done(),
    });
    if (!object.acts || !object.aims) continue;
    const words = new TemplateWriter()
      .choice(usesInWords(list))
      .text(' of ')
      .choice(object.acts.map((act) => act.words))
      .text(' with the aim of ')
      .choice(object.aims.map((aim) => aim.words))
      .text('.');
    found.push({
      label: `purpose in words: act and aim`,
      sort: 'purpose',
      detail: `an act and an aim of the definition of ${object.term}`,
      documentation: explainObject(object, regime),
      span: cursor.replace,
      insert: words.done(),
    });
  }
  return found;
}
