import pages from 'rule-pages';

/** What the page of a rule says of it. */
export interface RuleHelp {
  /** What the rule finds, in a paragraph. */
  readonly summary: string;
  /** The page without its heading, for who shows Markdown. */
  readonly markdown: string;
  /** The same without marks. */
  readonly text: string;
}

/** The page of a rule, as help for a viewer in which its links lead nowhere. */
export function ruleHelp(id: string): RuleHelp {
  // The heading and the line with id and severity are what a viewer shows itself.
  const body = (pages[id] ?? '')
    .replace(/^# .*\n\n.*\n\n/, '')
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1')
    .trim();
  const text = plain(body);
  return { summary: text.split('\n\n')[0] ?? '', markdown: body, text };
}

function plain(markdown: string): string {
  return markdown
    .replace(/^```.*\n/gm, '')
    .replace(/^#+ /gm, '')
    .replace(/\*\*|`|\b_|_\b/g, '');
}
