import { expect, it } from 'vitest';
import { githubReport } from '../../server/cli/formats/github';
import type { Outcome } from '../../server/cli/outcome';
import { example } from '../support/examples';
import { FOLDER, outcomeOf } from '../support/outcome';

/** The commands as GitHub's runner reads them, and the lines that are none. */
function read(outcome: Outcome) {
  const lines = githubReport(outcome).trimEnd().split('\n');
  const decode = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const commands = lines.flatMap((line) => {
    const [, name, properties, message] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const pairs = (properties ?? '').split(',').map((pair) => pair.split('='));
    return [
      {
        name,
        message: decode(message ?? ''),
        ...Object.fromEntries(pairs.map(([key = '', value = '']) => [key, decode(value)])),
      },
    ] as (Record<string, string> & { name: string; message: string })[];
  });
  return { commands, others: lines.filter((line) => !line.startsWith('::')) };
}

it('every finding that is not waived is a command at its place, and the figures close the log', () => {
  const outcome = outcomeOf({ 'a.euc.yaml': example('every-finding') });
  const { commands, others } = read(outcome);
  const found = outcome.files[0]!.analysis.findings.filter(({ waived }) => !waived);
  expect(found.length).toBeGreaterThan(30);
  const names = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
  expect(commands.map(({ name }) => name)).toEqual(found.map(({ severity }) => names[severity]));
  commands.forEach(({ file, title, message }, i) => {
    expect(file).toBe('a.euc.yaml');
    expect(title).toContain(`(${found[i]!.rule})`);
    expect(message).toMatch(/\nSource: \S/);
    expect(message.startsWith(found[i]!.message)).toBe(true);
  });
  expect(others).toEqual([expect.stringMatching(/^1 file, \d+ errors, \d+ warnings, \d+ waived.*\.$/)]);
});

it('places count from one; columns are given where a finding stands on one line', () => {
  const oneLine = read(outcomeOf({ 'a.euc.yaml': 'regime: nowhere\n' })).commands[0];
  expect(oneLine).toMatchObject({ line: '1', endLine: '1', col: '9', endColumn: '16' });
  const clause = 'regime: il-cyber-2021\nclauses:\n  lawful-use: >-\n    You may use it\n    for what you like.\n';
  const several = read(outcomeOf({ 'a.euc.yaml': clause })).commands.find(({ line, endLine }) => line !== endLine);
  expect(several).toBeDefined();
  expect(several).not.toHaveProperty('col');
});

it('what would end a command or pass for another is escaped', () => {
  const path = 'a,b:50%\n::error::c.euc.yaml';
  const { commands, others } = read(outcomeOf({ [path]: 'regime: "100%\\r\\n::error::nowhere"\n' }));
  expect(commands.length).toBe(1);
  expect(others.length).toBe(1);
  expect(commands[0]?.['file']).toBe(path);
  expect(commands[0]?.message).toContain('100%');
});

it('files are named from the folder of the run, standard input is not named', () => {
  const named = (path: string) => read(outcomeOf({ [path]: 'regime: nowhere\n' })).commands[0];
  expect(named(`${FOLDER}/b/a.euc.yaml`)?.['file']).toBe('b/a.euc.yaml');
  expect(named('./a.euc.yaml')?.['file']).toBe('a.euc.yaml');
  expect(named('../a.euc.yaml')?.['file']).toBe('../a.euc.yaml');
  expect(named('-')).not.toHaveProperty('file');
  expect(named('-')?.message).toMatch(/^Standard input, line 1: /);
});

it('a file that could not be read is an error', () => {
  const { commands } = read(outcomeOf({}, [{ path: 'b.euc.yaml', reason: 'it may not be read.' }]));
  expect(commands).toEqual([
    {
      name: 'error',
      file: 'b.euc.yaml',
      title: 'Not checked',
      message: 'b.euc.yaml was not checked: it may not be read.',
    },
  ]);
});
