import type { Regime, SourceKeys } from '../regimes/types';
import { escapeMarkdown } from './explanation';

/** The regime as a page to read, in Markdown: what may be declared, what is required, in which words, from which sources. */
export function regimePage(regime: Regime): string {
  const { purposes } = regime;
  const note = (keys: SourceKeys) => keys.map((key) => escapeMarkdown(regime.sources[key]?.name ?? key)).join('; ');
  const parts: string[] = [
    `# ${escapeMarkdown(regime.title)}`,
    `${escapeMarkdown(regime.issuer)} ${regime.published === undefined ? '' : `· published ${regime.published} `}· id \`${regime.id}\``,
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
    for (const { id, title, words, match, source } of regime.clauses)
      parts.push(
        `### ${escapeMarkdown(title)}`,
        `\`${id}\` · ${match === 'verbatim' ? "the regime's words" : "the project's words; only the elements are required"} · *${note(source)}*`,
        `> ${escapeMarkdown(words)}`,
      );
  }
  parts.push(
    '## Required fields',
    regime.fields.required.map((path) => `- \`${path}\``).join('\n'),
    `*${note(regime.fields.source)}*`,
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
