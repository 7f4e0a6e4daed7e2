import axe from 'axe-core';
import { JSDOM } from 'jsdom';

// One window for all pages: what reads them is a large program, and is compiled once in it.
const { window } = new JSDOM('<!DOCTYPE html>', { runScripts: 'outside-only' });
window.eval(axe.source);
const reader = (window as unknown as { readonly axe: typeof axe }).axe;

/** How the elements of the page look, by their kind: to work that out is nearly all that a run takes. */
const looks = new Map<string, CSSStyleDeclaration>();
const compute = window.getComputedStyle.bind(window);
window.getComputedStyle = (element, pseudo) => {
  const key = `${pseudo ?? ''} ${kindsOf(element)}`;
  const style = looks.get(key) ?? compute(element, pseudo);
  looks.set(key, style);
  return style;
};

/** What stands in the way of a screen reader on a page: the rule that it breaks, and the first place where it does. */
export async function obstaclesOf(html: string): Promise<readonly (readonly [rule: string, where: string])[]> {
  looks.clear();
  const { document } = window;
  const page = new window.DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  // Colours are told apart only where a page is drawn.
  const { violations } = await reader.run(document, { rules: { 'color-contrast': { enabled: false } } });
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
