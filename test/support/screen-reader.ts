import axe from 'axe-core';
import { JSDOM } from 'jsdom';

/** What stands in the way of a screen reader on a page: the rule that it breaks, and the first place where it does. */
export async function obstaclesOf(html: string): Promise<readonly (readonly [rule: string, where: string])[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only' });
  const compute = window.getComputedStyle.bind(window);
  const known = new Map<string, CSSStyleDeclaration>();
  // Elements of the same kind in the same surroundings look alike; to work that out is nearly all that a run takes.
  window.getComputedStyle = (element, pseudo) => {
    const key = `${pseudo ?? ''} ${kindsOf(element)}`;
    const style = known.get(key) ?? compute(element, pseudo);
    known.set(key, style);
    return style;
  };
  window.eval(axe.source);
  const run = (window as unknown as { axe: typeof axe }).axe;
  // Colours are told apart only where a page is drawn.
  const { violations } = await run.run(window.document, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html ?? '']);
}

/** The element and all around it, each by what a style sheet can tell it by. */
function kindsOf(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !/^(?:data-|aria-label|title$|href$|id$)/.test(name))
    .map(({ name, value }) => `[${name}=${value}]`);
  const { parentElement } = element;
  return `${parentElement ? kindsOf(parentElement) : ''}>${element.tagName}${attributes.join('')}`;
}
