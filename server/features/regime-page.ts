import { sourceOfField, type Condition, type FieldRemark, type Regime, type SourceKeys } from '../regimes/types';
import { escapeMarkdown } from './explanation';

/** The regime as a page to read, in Markdown: what may be declared, what is required, in which words, from which sources. */
export function regimePage(regime: Regime): string {
  const { purposes } = regime;
  const note = (keys: SourceKeys) => keys.map((key) => escapeMarkdown(regime.sources[key]?.name ?? key)).join('; ');
  const parts: string[] = [
    `# ${escapeMarkdown(regime.title)}`,
    `${escapeMarkdown(regime.issuer)} ${regime.published === undefined ? '' : `· published ${regime.published} `}· id \`${regime.id}\`${inForce(regime)}`,
    escapeMarkdown(regime.note),
  ];
  if (purposes) {
    parts.push('## Permitted purposes', `> ${escapeMarkdown(purposes.words)}`, `*${note(purposes.source)}*`);
    parts.push('### Uses', ...purposes.uses.map(({ id, words }) => `- \`${id}\`: ${escapeMarkdown(words)}`));
    for (const object of purposes.objects) {
      parts.push(`### ${escapeMarkdown(object.term)}`, escapeMarkdown(object.words), `*${note(object.source)}*`);
      if (object.threshold) parts.push(`> ${escapeMarkdown(object.threshold.words)}`);
      if (object.aims)
        parts.push('**Aims**', object.aims.map(({ id, words }) => `- \`${id}\`: ${escapeMarkdown(words)}`).join('\n'));
      if (object.acts)
        parts.push('**Acts**', object.acts.map(({ id, words }) => `- \`${id}\`: ${escapeMarkdown(words)}`).join('\n'));
    }
  }
  if (regime.clauses.length > 0) {
    parts.push('## Required clauses');
    for (const { id, title, words, match, when, severity, elements, source } of regime.clauses)
      parts.push(
        `### ${escapeMarkdown(title)}`,
        `\`${id}\` · ${match === 'verbatim' ? "the regime's words" : "the project's words; only the elements are required"}${when ? ` · required ${conditionText(when)}` : ''}${severity ? ` · ${severity}` : ''} · *${note(source)}*`,
        `> ${escapeMarkdown(words)}`,
        ...(elements ? [`Its elements: ${elements.map(({ title: each }) => escapeMarkdown(each)).join('; ')}.`] : []),
      );
  }
  const { 'end-use': use, fields, signing } = regime;
  if (use) parts.push('## Use', `The certificate states ${escapeMarkdown(use.words)}.`, `*${note(use.source)}*`);
  const list = (heading: string, rows: readonly string[]) => {
    if (rows.length > 0) parts.push(heading, rows.map((row) => `- ${row}`).join('\n'));
  };
  const said = (words: string, keys: SourceKeys) => `${escapeMarkdown(words)} *${note(keys)}*`;
  list(
    'Words that say too little:',
    (use?.vague ?? []).map(({ any, words, source }) => `${escapeMarkdown(any.join(', '))}: ${said(words, source)}`),
  );
  list(
    '## Required fields',
    fields.required.map((path) => `\`${path}\` *${note(sourceOfField(regime, path))}*`),
  );
  list(
    '## Fields required under a condition',
    (fields.conditional ?? []).map(
      ({ path, when, words, source }) => `\`${path}\` ${conditionText(when)}: ${said(words, source)}`,
    ),
  );
  list(
    '## Fields that this form adds',
    (fields.further ?? []).map(({ path, about, values, source }) => {
      const ids = (values ?? []).map(({ id, words, refused, severity, source: own }) => {
        const not = refused === undefined ? '' : ` (${severity ?? 'error'}: ${escapeMarkdown(refused)})`;
        return `\`${id}\` ${escapeMarkdown(words)}${not} *${note(own)}*`;
      });
      return `\`${path}\`: ${said(about, source)}${ids.length === 0 ? '' : ` ${ids.join('; ')}`}`;
    }),
  );
  const remarks = (heading: string, rows: readonly FieldRemark[] | undefined) => {
    list(
      heading,
      (rows ?? []).map(({ path, words, source }) => `\`${path}\`: ${said(words, source)}`),
    );
  };
  remarks('## Fields that had better be given', fields.advised);
  remarks('## Fields that this form does not have', fields['not-asked']);
  remarks('## Fields that name one thing only', fields.single);
  remarks('## Fields that name an exact place', fields.exact);
  if (fields.unknown)
    list('## What is not known', [`\`${fields.unknown.word}\`: ${said(fields.unknown.words, fields.unknown.source)}`]);
  list(
    '## Fields that must agree',
    (fields.agree ?? []).map(
      ({ path, with: other, words, severity, source }) =>
        `\`${path}\` with \`${other}\` (${severity ?? 'warning'}): ${said(words, source)}`,
    ),
  );
  list(
    '## Words that make a reader doubt',
    (fields.doubts ?? []).map(({ path, any, unless, when, words, advice, source }) => {
      const but = unless ? ` (unless ${escapeMarkdown(unless.join(', '))})` : '';
      const under = when ? ` ${conditionText(when)}` : '';
      return `\`${path}\`${under}: ${escapeMarkdown(any.join(', '))}${but}. ${said(words, source)} ${escapeMarkdown(advice)}`;
    }),
  );
  list('## Parties', [
    ...(regime.parties?.['end-user']
      ? [said(regime.parties['end-user'].words, regime.parties['end-user'].source)]
      : []),
    ...(regime.parties?.distinct ?? []).map(
      ({ party, from, words, severity, source }) =>
        `\`${party}\` is not \`${from}\` (${severity ?? 'warning'}): ${said(words, source)}`,
    ),
  ]);
  list(
    '## Periods',
    (regime.periods ?? []).map(
      ({ words, period, from, until, when, severity, source }) =>
        `${said(words, source)} (\`${from}\`${until === undefined ? '' : ` to \`${until}\``}${when ? ` ${conditionText(when)}` : ''}: ${Object.entries(
          period,
        )
          .map(([unit, count]) => `${String(count)} ${unit}`)
          .join(', ')}; ${severity ?? 'error'})`,
    ),
  );
  list(
    '## Signing',
    [signing?.['not-blank'], signing?.['not-in-future']].flatMap((rule) =>
      rule ? [said(rule.words, rule.source)] : [],
    ),
  );
  list(
    '## Other papers',
    [regime['other-papers']?.record, regime['other-papers']?.number].flatMap((rule) =>
      rule ? [said(rule.words, rule.source)] : [],
    ),
  );
  list(
    '## The paper itself',
    (regime.paper ?? []).map(({ words, source }) => said(words, source)),
  );
  list(
    '## Questions to ask',
    (regime.questions ?? []).map(
      ({ words, when, source }) => `${said(words, source)}${when ? ` ${conditionText(when)}` : ''}`,
    ),
  );
  list(
    '## Findings that weigh otherwise',
    (regime.severities ?? []).map(
      ({ rule, severity, words, source }) => `\`${rule}\`: ${severity}. ${said(words, source)}`,
    ),
  );
  for (const { title, 'as-of': day, words, entries, source } of regime.lists ?? [])
    parts.push(
      `## ${escapeMarkdown(title)}`,
      `As of ${day}. ${said(words, source)}`,
      entries.map(escapeMarkdown).join(', '),
    );
  parts.push(
    '## Sources',
    Object.values(regime.sources)
      .map(({ citation, address, confidence, read }) => {
        const words = escapeMarkdown(citation);
        return `- ${address === undefined ? words : `[${words}](${address})`} (${confidence}, read ${read})`;
      })
      .join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

function inForce({ 'in-force': { from, until }, supersedes, family }: Regime): string {
  return [
    from === undefined ? '' : ` · in force from ${from}`,
    until === undefined ? '' : ` until ${until}`,
    supersedes === undefined ? '' : ` · replaces \`${supersedes}\``,
    family === undefined ? '' : ` · an edition of \`${family}\``,
  ].join('');
}

function conditionText({ field, is, 'is-not': isNot }: Condition): string {
  const values = is ? ` is ${is.join(' or ')}` : isNot ? ` is given, and not ${isNot.join(' or ')}` : ' is given';
  return `where \`${field}\`${values}`;
}
