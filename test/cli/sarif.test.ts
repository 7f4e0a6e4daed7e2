import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../server/cli/outcome';
import { sarifReport } from '../../server/cli/formats/sarif';
import { RULES } from '../../server/rules/index';
import { Lines } from '../../server/text/lines';
import { EXAMPLES, example } from '../support/examples';
import { readFixtures } from '../support/fixture';
import { FOLDER, outcomeOf } from '../support/outcome';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface ArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region: Region };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly justification: string; readonly properties: { readonly by: string } }[];
  readonly fixes: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
  readonly properties: { readonly source: string };
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly help: { readonly text: string; readonly markdown: string };
        readonly fullDescription: { readonly text: string };
      }[];
    };
  };
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly unknown[] },
  ];
  readonly artifacts: readonly { readonly properties: { readonly status: string } }[];
  readonly columnKind: string;
  readonly results: readonly Result[];
}

const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(draft4);
const isLog = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object);

/** The one run of the log, which the schema has accepted. */
function runOf(outcome: Outcome): Run {
  const log: unknown = JSON.parse(sarifReport(outcome));
  void isLog(log);
  expect(isLog.errors ?? []).toEqual([]);
  return (log as { runs: [Run] }).runs[0];
}

const resultsOf = (text: string) => runOf(outcomeOf({ 'a.euc.yaml': text })).results;

/** The text of a region, as a reader of the log would look it up. */
function cut(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = new Lines(text);
  const offset = (line: number, column: number) => lines.offset({ line: line - 1, character: column - 1 });
  return text.slice(offset(startLine, startColumn), offset(endLine, endColumn));
}

describe('the log in SARIF', () => {
  const texts = {
    ...Object.fromEntries(EXAMPLES),
    ...Object.fromEntries(readFixtures('rules').map(({ name, text }) => [`rules/${name}`, text])),
    'odd name: 50%.euc.yaml': 'regime: nowhere\n',
    '../beside.euc.yaml': 'regime: nowhere\n',
    '-': 'regime: nowhere\r\n',
  };
  const outcome = outcomeOf(texts, [{ path: 'none.euc.yaml', reason: 'there is no such file or folder.' }]);
  const run = runOf(outcome);

  it('has every finding at its place, under its rule, with its source', () => {
    const findings = outcome.files.flatMap(({ analysis }) =>
      analysis.findings.map((finding) => ({ finding, analysis })),
    );
    expect(run.results.length).toBe(findings.length);
    expect(run.columnKind).toBe('utf16CodeUnits');
    run.results.forEach(({ ruleId, ruleIndex, message, locations, properties }, i) => {
      const { finding, analysis } = findings[i]!;
      const { text } = analysis.lines;
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect([ruleId, message.text]).toEqual([finding.rule, finding.message]);
      const [{ physicalLocation, logicalLocations }] = locations as [Result['locations'][0]];
      expect(cut(text, physicalLocation.region)).toBe(text.slice(finding.span.start, finding.span.end));
      expect(logicalLocations?.[0]?.fullyQualifiedName ?? '').toBe(finding.path);
      expect(properties.source).not.toBe('');
    });
  });

  it('tells of every rule what it is about, without links that lead nowhere', () => {
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const { help, fullDescription } of run.tool.driver.rules) {
      expect(fullDescription.text.length).toBeGreaterThan(20);
      expect(help.text).toContain('\n\nWhy\n\n');
      expect(help.markdown).toContain('\n\n## Why\n\n');
      expect(help.markdown).not.toMatch(/\]\(|^# /m);
      expect(help.text).not.toMatch(/`|\*\*|^#+ /m);
    }
  });

  it('names files by their way from the folder of the run, in the signs of an address', () => {
    const places = new Map(
      run.results.map(({ locations }) => {
        const { uri, uriBaseId, index } = locations[0]!.physicalLocation.artifactLocation;
        return [Object.keys(texts)[index ?? -1], { uri, uriBaseId }];
      }),
    );
    expect(places.get('rules/date-order.found.euc.yaml')).toEqual({
      uri: 'rules/date-order.found.euc.yaml',
      uriBaseId: '%SRCROOT%',
    });
    expect(places.get('odd name: 50%.euc.yaml')?.uri).toBe('odd%20name%3A%2050%25.euc.yaml');
    expect(places.get('../beside.euc.yaml')?.uri).toMatch(/^file:\/\/\/.*beside\.euc\.yaml$/);
    expect(places.get('-')).toEqual({ uri: undefined, uriBaseId: undefined });
  });

  it('says what was not checked', () => {
    const [invocation] = run.invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications).toMatchObject([
      { message: { text: 'none.euc.yaml was not checked: there is no such file or folder.' } },
    ]);
    expect(run.artifacts.map(({ properties }) => properties.status)).toEqual(
      outcome.files.map(({ analysis }) => analysis.verdict),
    );
  });
});

it('columns count UTF-16 units from one, the end is the column behind, and what is no error or warning is a note', () => {
  const [result] = resultsOf('exporter: {name: "🚢 XXXX"}\n').filter(({ ruleId }) => ruleId === 'field-placeholder');
  expect(result?.locations[0]?.physicalLocation.region).toEqual({
    startLine: 1,
    startColumn: 22,
    endLine: 1,
    endColumn: 26,
  });
  const levels = new Set(resultsOf(example('every-finding')).map(({ level }) => level));
  expect([...levels].sort()).toEqual(['error', 'note', 'warning']);
});

it('a fix of the log gives the text that the fix of the finding gives', () => {
  const text = 'regime: il-ciber-2021\r\ncertificate:\r\n  issued: 20 November 2026\r\n';
  const fix = resultsOf(text).find(({ ruleId }) => ruleId === 'regime-unknown')?.fixes[0];
  expect(fix?.description.text).toContain('il-cyber-2021');
  const [{ deletedRegion, insertedContent }] = fix!.artifactChanges[0]!.replacements as [
    Result['fixes'][0]['artifactChanges'][0]['replacements'][0],
  ];
  expect([cut(text, deletedRegion), insertedContent?.text]).toEqual(['il-ciber-2021', 'il-cyber-2021']);
});

it('a waived finding is suppressed by the decision, with its reason and name', () => {
  const waiver =
    'waivers:\n  - rule: field-placeholder\n    reason: Named on\n      signing.\n    by: L. Cohenwood\n    until: 2027-01-31\n';
  const results = resultsOf(`signature:\n  name: TBD\n${waiver}`);
  expect(results.find(({ ruleId }) => ruleId === 'field-placeholder')?.suppressions).toMatchObject([
    {
      kind: 'inSource',
      status: 'accepted',
      justification: 'Named on signing.',
      location: { physicalLocation: { region: { startLine: 4 } } },
      properties: { by: 'L. Cohenwood', until: '2027-01-31' },
    },
  ]);
  expect(results.find(({ ruleId }) => ruleId === 'regime-missing')?.suppressions).toEqual([]);
});

describe('a fingerprint', () => {
  const prints = (text: string) =>
    resultsOf(text).map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
  const text = example('every-finding');

  it('is its own for every finding of a file', () => {
    expect(new Set(prints(text)).size).toBe(prints(text).length);
  });

  it.each([
    ['lines above', `# A remark\n\n${text}`],
    ['other line endings', text.replaceAll('\n', '\r\n')],
    ['another certificate before it', `certificate:\n  number: EUC-0\n---\n${text}`],
    ['another purpose before it', text.replace('purposes:\n', 'purposes:\n  - Prevention of murder.\n')],
  ])('stays through %s', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(prints(changed)).toEqual(expect.arrayContaining(prints(text)));
  });
});

it('the same text gives the same log, byte by byte, and none of this machine', () => {
  const log = () => sarifReport(outcomeOf({ [`${FOLDER}/a.euc.yaml`]: example('every-finding') }));
  expect(log()).toBe(log());
  expect(log()).not.toContain(FOLDER);
});
