// What a person does in front of the workbench, and what they see, by keys, mouse and the page's DOM alone.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a page on a workbench and returns when it can be worked with.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {object} [how]
 * @param {string} [how.file] the file that the address opens; it is awaited
 * @param {number} [how.width] @param {number} [how.height] @param {number} [how.scale]
 * @returns {Promise<Page>}
 */
export async function openPage(browser, address, { file, width = 1280, height = 800, scale = 1 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Everything a scenario waits for; a cold VS Code on a small machine takes its time.
  page.setDefaultTimeout(30_000);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  if (file) await shown(page, file);
  return page;
}

/**
 * Opens a file of the workspace by Quick Open.
 * @param {Page} page @param {string} name
 */
export async function openFile(page, name) {
  await pick(page, 'ControlOrMeta+P', name, name);
  await shown(page, name);
}

/**
 * Runs a command by its title from the Command Palette.
 * @param {Page} page @param {string} command
 */
export async function commandPalette(page, command) {
  await pick(page, 'F1', `>${command}`, command);
}

/**
 * The texts that are underlined in the editor now, from top to bottom.
 * @param {Page} page
 * @returns {Promise<{ severity: 'error' | 'warning' | 'info' | 'hint', text: string }[]>}
 */
export function squiggles(page) {
  return page.evaluate(() => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor');
    const kinds = {
      'squiggly-error': 'error',
      'squiggly-warning': 'warning',
      'squiggly-info': 'info',
      'squiggly-hint': 'hint',
    };
    const found = [];
    for (const mark of editor?.querySelectorAll(
      Object.keys(kinds)
        .map((name) => `.${name}`)
        .join(),
    ) ?? []) {
      const box = mark.getBoundingClientRect();
      const severity = kinds[[...mark.classList].find((name) => name in kinds)];
      found.push({ severity, text: textUnder(box), top: box.top, left: box.left });
    }
    return found.sort((a, b) => a.top - b.top || a.left - b.left).map(({ severity, text }) => ({ severity, text }));

    // The mark and the text are different layers; they meet only on the screen.
    function textUnder(box) {
      let text = '';
      for (const line of editor.querySelectorAll('.view-line')) {
        const { top, bottom } = line.getBoundingClientRect();
        const middle = (box.top + box.bottom) / 2;
        if (middle < top || middle > bottom) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < node.data.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { left, right } = range.getBoundingClientRect();
            const centre = (left + right) / 2;
            if (centre > box.left && centre < box.right) text += node.data[at];
          }
        }
      }
      return text.replaceAll('\u00a0', ' ');
    }
  });
}

/**
 * Opens the Problems panel and reads it, from its first line to its last.
 * @param {Page} page
 * @returns {Promise<{ severity: string, message: string, source: string, code: string, position: string }[]>}
 */
export async function problems(page) {
  const panel = page.locator('.markers-panel');
  await pressUntil(page, 'ControlOrMeta+Shift+M', panel);
  await panel.locator('.monaco-list').hover();
  // Only what is on the screen is in the page, so the list is scrolled through.
  const seen = new Map();
  await page.mouse.wheel(0, -1_000_000);
  for (let known = -1; known < seen.size; await page.mouse.wheel(0, 60)) {
    known = seen.size;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const [index, problem] of await panel.evaluate(readProblems)) seen.set(index, problem);
  }
  return [...seen].sort(([a], [b]) => a - b).map(([, problem]) => problem);
}

/** Runs in the page. @param {Element} panel */
function readProblems(panel) {
  return [...panel.querySelectorAll('.monaco-list-row:has(.marker-icon)')].map((row) => {
    const text = (part) => [...row.querySelectorAll(part)].map(({ textContent }) => textContent.trim()).join(' ');
    const problem = {
      severity: ['error', 'warning', 'info'].find((name) => row.querySelector(`.codicon-${name}`)) ?? '',
      message: text('.marker-message'),
      source: text('.marker-source'),
      code: text('.marker-code'),
      position: text('.marker-line'),
    };
    return [Number(row.getAttribute('data-index')), problem];
  });
}

/**
 * Opens the menu of the lightbulb with Ctrl+. and gives its titles; with a title, chooses that one.
 * @param {Page} page @param {string} [title]
 */
export async function quickFix(page, title) {
  const widget = page.locator('.action-widget:not(.action-list-submenu-panel)');
  const rows = widget.locator('.monaco-list-row.action');
  await widget.waitFor({ state: 'hidden' });
  await pressUntil(page, 'ControlOrMeta+.', rows.first());
  const titles = (await rows.allInnerTexts()).map((text) => text.trim());
  if (title !== undefined) {
    // By keys: VS Code holds the mouse off a menu that has just come up under it.
    const chosen = async () => (await rows.and(page.locator('.focused')).allInnerTexts()).join().trim();
    if (!titles.some((text) => text.includes(title))) throw new Error(`No "${title}" among: ${titles.join(' | ')}`);
    for (let at = 0; at < titles.length && !(await chosen()).includes(title); at++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }
  return titles;
}

/**
 * Asks for completion at the cursor and gives the labels that are shown.
 * @param {Page} page
 */
export async function suggest(page) {
  const widget = page.locator('.suggest-widget.visible');
  const labels = widget.locator('.monaco-list-row .label-name');
  await pressUntil(page, 'Control+Space', labels.first());
  return labels.allInnerTexts();
}

/**
 * Rests the mouse on the first occurrence of a word in the editor and gives the text of the hover.
 * @param {Page} page @param {string} word
 */
export async function hover(page, word) {
  const content = page.locator('.monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content');
  for (let attempt = 1; ; attempt++) {
    const { x, y } = await placeOf(page, word);
    // Two moves: the editor takes a pointer that was always there for no pointer at all.
    await page.mouse.move(x - 40, y + 40);
    await page.mouse.move(x, y, { steps: 4 });
    try {
      await content.waitFor({ timeout: 3000 });
      return (await content.innerText()).trim();
    } catch (error) {
      // What is drawn above a line moves the word away under the mouse.
      if (attempt === 10) throw error;
    }
  }
}

/**
 * Puts the cursor on the first occurrence of a word in the editor.
 * @param {Page} page @param {string} word
 */
export async function clickOn(page, word) {
  const { x, y } = await placeOf(page, word);
  await page.mouse.click(x, y);
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** The content of the webview that is shown, such as a preview. @param {Page} page */
export function webview(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Types, as if by hand. @param {Page} page @param {string} text */
export async function type(page, text) {
  await page.keyboard.type(text, { delay: 5 });
}

/** The lines that the editor shows, from top to bottom. @param {Page} page @returns {Promise<string[]>} */
export function visibleLines(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.editor-group-container.active .monaco-editor .view-line')]
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent.replaceAll('\u00a0', ' ') }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
}

/**
 * Looks again and again until what is seen is accepted, and says what was last seen when it never is.
 * @template T
 * @param {string} what @param {() => Promise<T>} look @param {(seen: T) => boolean} accept @param {number} [seconds]
 * @returns {Promise<T>}
 */
export async function until(what, look, accept, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (accept(seen)) return seen;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}; last seen: ${JSON.stringify(seen)}`);
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** @param {Page} page @param {string} file */
export async function screenshot(page, file) {
  mkdirSync(dirname(file), { recursive: true });
  // A blinking cursor is in the picture or not by chance.
  await page.addStyleTag({
    content: '.monaco-editor .cursors-layer > .cursor { animation: none !important; visibility: inherit !important; }',
  });
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
}

/** Returns when a file is shown in the active editor. @param {Page} page @param {string} name */
async function shown(page, name) {
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused .view-line').first().waitFor();
}

/**
 * Chooses from a list that a key calls up. An editor that comes up late takes the list away, so it may take another try.
 * @param {Page} page @param {string} key @param {string} typed @param {string} wanted
 */
async function pick(page, key, typed, wanted) {
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: wanted }).first();
  for (let tries = 3; tries > 0; tries--) {
    try {
      await pressUntil(page, key, input);
      await input.fill(typed);
      await row.click({ timeout: 15_000 });
      return;
    } catch (error) {
      if (tries === 1) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/**
 * Presses a key until what it calls up is there: a key that comes while VS Code is busy can be lost, for people too.
 * @param {Page} page @param {string} key @param {import('playwright-core').Locator} wanted
 */
async function pressUntil(page, key, wanted) {
  for (let tries = 3; tries > 0 && !(await wanted.isVisible()); tries--) {
    await page.keyboard.press(key);
    await wanted.waitFor({ timeout: tries > 1 ? 5_000 : undefined }).catch((error) => {
      if (tries === 1) throw error;
    });
  }
}

/** The middle of the first occurrence of a word in the editor. @param {Page} page @param {string} word */
function placeOf(page, word) {
  const look = () =>
    page.evaluate((wanted) => {
      const lines = [...document.querySelectorAll('.editor-group-container.active .monaco-editor .view-line')];
      lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
      for (const line of lines) {
        const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let passed = 0;
        let begun = false;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const from = at - passed;
          const to = from + wanted.length;
          if (!begun && from < node.data.length) {
            range.setStart(node, from);
            begun = true;
          }
          if (begun && to <= node.data.length) {
            range.setEnd(node, to);
            break;
          }
          passed += node.data.length;
        }
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      return null;
    }, word);
  return until(`"${word}" in the editor`, look, (place) => place !== null);
}
