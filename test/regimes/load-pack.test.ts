import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { completePack } from '../../server/packs/complete-pack';
import { definitionInPack, hoverPack } from '../../server/packs/pack-places';
import { builtIn, Catalogue } from '../../server/regimes/catalogue';
import { diffRegimes } from '../../server/regimes/diff';
import { loadPack, loadPacks } from '../../server/regimes/load-pack';
import { RULES } from '../../server/rules/index';
import { isMet, tryExamples } from '../../server/try-examples';
import { TODAY } from '../support/examples';
import { atCursor } from '../support/marked';
import { faultsOf } from '../support/words';

const LIBRARY = {
  regimes: builtIn.packs(),
  ruleIds: RULES.map(({ id }) => id),
  taken: builtIn.packs().map(({ id }) => id),
};

/** A regime that no line of code knows. */
const PACK = `id: xx-harbour-2030
title: Certificate of the harbour authority (Arkenvale, 2030)
issuer: Harbour authority of Arkenvale
in-force:
  from: 2030-01-01
note: Made up.
extends: un-poa-euc
sources:
  NOTICE:
    name: Notice 7
    citation: Harbour authority, Notice 7 of 2029
    read: 2026-11-01
    confidence: official
fields:
  source: [NOTICE]
  required:
    - items[].value
    - items[].berth
  further:
    - path: items[].berth
      label: the berth
      about: Where the item is landed.
      example: Berth 4
      values:
        - id: north
          words: the northern quay
          source: [NOTICE]
        - id: south
          words: the southern quay
          refused: The southern quay is closed.
          severity: error
          source: [NOTICE]
      source: [NOTICE]
clauses:
  - id: quay
    title: Keep to the quay
    match: verbatim
    words: The items will stay on the quay.
    source: [NOTICE]
examples:
  - name: The southern quay
    texts:
      'items[0].berth': south
    expect: [value-refused]
  - name: Another wording
    texts:
      clauses.quay: The items may leave the quay.
    expect: [clause-altered]
`;

const at = (text: string) =>
  loadPack(text, LIBRARY).problems.map(({ span, message }) => [text.slice(span.start, span.end), message] as const);

describe('a pack that is added without a line of code', () => {
  const { regime, problems } = loadPack(PACK, LIBRARY);

  it('is sound, and keeps what its own examples say', () => {
    expect(problems).toEqual([]);
    expect(tryExamples(regime!, builtIn.packs(), TODAY).map(isMet)).toEqual([true, true]);
  });

  it('is what a certificate is checked against, with what it takes from the pack on which it builds', () => {
    const catalogue = new Catalogue([...builtIn.packs(), regime!]);
    const text = 'regime: xx-harbour-2030\nitems:\n  - description: Crane\n    berth: south\n';
    const found = check(text, { catalogue, today: TODAY }).findings.map(({ rule, path }) => `${rule} ${path}`);
    expect(found).toContain('value-refused items[0].berth');
    expect(found).toContain('clause-missing clauses.quay');
    expect(found).toContain('field-missing items[0].value');
    expect(found).toContain('field-missing items[0].quantity');
    expect(found).toContain('field-missing exporter');
    expect(found.filter((each) => each.startsWith('field-unknown'))).toEqual([]);
  });

  it('says of every finding what it rests on', () => {
    const catalogue = new Catalogue([...builtIn.packs(), regime!]);
    for (const { findings } of builtIn
      .all()
      .map(({ id }) => check(`regime: ${id}\ncertificate:\n  issued: 2026-11-20\n`, { catalogue, today: TODAY })))
      for (const { source, regime: of, rule } of findings)
        expect({
          rule,
          known: (source ?? []).length > 0 && source!.every((key) => of?.sources[key] !== undefined),
        }).toEqual({ rule, known: true });
  });

  it('is told apart from another entry by entry', () => {
    const changed = loadPack(
      PACK.replace('stay on the quay', 'stay on the northern quay').replace('    - items[].value\n', ''),
      LIBRARY,
    );
    expect(diffRegimes(regime!, changed.regime!).map(({ kind, at: place }) => `${kind} ${place}`)).toEqual([
      'removed fields.required[items[].value]',
      'changed clauses[quay].words',
    ]);
  });
});

it('the pack that the documentation shows is sound, and its examples are met', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/regimes.md'), 'utf8');
  const [, text = ''] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? [];
  const { regime, problems } = loadPack(text, LIBRARY);
  expect(problems).toEqual([]);
  expect(tryExamples(regime!, builtIn.packs(), TODAY).map(isMet)).toEqual([true]);
});

it('a pack whose vocabulary nobody knows leaves the purposes unjudged, and says so', () => {
  const text = PACK.replace(
    'clauses:',
    `purposes:
  words: Landing only.
  source: [NOTICE]
  vocabulary: landing
  uses: [{ id: landing, words: landing, source: [NOTICE] }]
  objects: [{ id: cargo, term: Cargo, words: cargo, source: [NOTICE] }]
clauses:`,
  );
  const catalogue = new Catalogue([...builtIn.packs(), loadPack(text, LIBRARY).regime!]);
  const { findings } = check('regime: xx-harbour-2030\npurposes:\n  - Landing of cargo.\n', {
    catalogue,
    today: TODAY,
  });
  expect(findings.filter(({ path }) => path.startsWith('purposes')).map(({ rule }) => rule)).toEqual([
    'purpose-not-assessed',
  ]);
});

describe('a fault of a pack is shown where it is, with what to do', () => {
  it.each([
    ['a key that the format does not have', PACK.replace('issuer:', 'isuer:'), 'isuer', 'Did you mean "issuer"?'],
    [
      'a source that is not listed',
      PACK.replace('source: [NOTICE]\n  required', 'source: [NOTISE]\n  required'),
      'NOTISE',
      'Did you mean "NOTICE"?',
    ],
    [
      'an entry without source',
      PACK.replace(
        'words: The items will stay on the quay.\n    source: [NOTICE]',
        'words: The items will stay on the quay.\n    source: []',
      ),
      'source',
      'names no source',
    ],
    ['a field that there is not', PACK.replace('- items[].value', '- items[].worth'), 'items[].worth', 'no field'],
    [
      'a field that the format has already',
      PACK.replace(/items\[\]\.berth/g, 'items[].quantity'),
      'items[].quantity',
      'already',
    ],
    ['a day of no calendar', PACK.replace('2030-01-01', '2030-02-30'), '2030-02-30', 'no date'],
    [
      'a pack on which nothing can build',
      PACK.replace('un-poa-euc', 'un-poa-eux'),
      'un-poa-eux',
      'Did you mean "un-poa-euc"?',
    ],
    [
      'an error that rests on hearsay',
      PACK.replace('confidence: official', 'confidence: reported'),
      'error',
      'official source',
    ],
    ['an id twice', PACK.replace('id: south', 'id: north'), 'north', 'stands twice'],
    [
      'a value outside its list',
      PACK.replace('match: verbatim', 'match: verbatm'),
      'verbatm',
      'Did you mean "verbatim"?',
    ],
    ['a wrong id', PACK.replace('id: xx-harbour-2030', 'id: Harbour 2030'), 'id', 'small letters'],
    [
      'a text in place of a list',
      PACK.replace('source: [NOTICE]\n  required', 'source: NOTICE\n  required'),
      'NOTICE',
      'A list belongs here',
    ],
    ['a source that exists in the base', PACK.replace(/NOTICE/g, 'OSCE'), 'OSCE', 'Choose another name'],
    ['the id of a built-in pack', PACK.replace('id: xx-harbour-2030', 'id: il-cyber-2021'), 'id', 'Choose another id'],
    ['questions as a base', PACK.replace('un-poa-euc', 'eu-2021-821-art-5'), 'extends', 'under "overlays"'],
    [
      'a regime as questions',
      PACK.replace('extends: un-poa-euc', 'extends: un-poa-euc\noverlays: [dk-end-user-declaration]'),
      'dk-end-user-declaration',
      'under "extends"',
    ],
    [
      'a pack that builds on itself',
      PACK.replace('un-poa-euc', 'xx-harbour-2030'),
      'xx-harbour-2030',
      'build on itself',
    ],
    [
      'a list without entries',
      PACK.replace(/\n {6}values:\n(?: {8,}.*\n)+/, '\n      values: []\n'),
      'values',
      'no entry',
    ],
    [
      'a period without length',
      PACK.replace(
        'clauses:',
        'periods:\n  - words: W.\n    period: {}\n    from: signature.date\n    source: [NOTICE]\nclauses:',
      ),
      'period',
      'no length',
    ],
    [
      'a period from what is no date',
      PACK.replace(
        'clauses:',
        'periods:\n  - words: W.\n    period: { days: 1 }\n    from: exporter.name\n    source: [NOTICE]\nclauses:',
      ),
      'from',
      'holds no date',
    ],
    [
      'a period that rests on hearsay',
      PACK.replace('official', 'reported')
        .replace('severity: error', 'severity: warning')
        .replace(
          'clauses:',
          'periods:\n  - words: W.\n    period: { days: 1 }\n    from: signature.date\n    source: [NOTICE]\nclauses:',
        ),
      'period',
      'official source',
    ],
    ['an example of no field', PACK.replace("'items[0].berth'", 'items.berth'), 'items.berth', 'no field'],
    [
      'an example of no rule',
      PACK.replace('[value-refused]', '[value-refusd]'),
      'value-refusd',
      'Did you mean "value-refused"?',
    ],
    ['a field where none can be', PACK.replace(/items\[\]\.berth/g, 'clauses.berth'), 'path', 'Nothing can be added'],
    [
      'a source of a field that is not required',
      PACK.replace('  required:', '  sourced:\n    exporter.contact: [NOTICE]\n  required:'),
      'exporter.contact',
      'not among the required',
    ],
    ...(
      [
        ['a bracket that is not closed', '(the items stay', 'not closed'],
        ['a bracket that was not opened', 'the items) stay', 'not opened'],
        ['a phrase that there is not', '{items} stay', 'no phrase'],
        ['half a brace', 'the {items stay', 'in braces'],
        ['half a choice', 'the items| stay', 'beside "|"'],
        ['a sentence without end', 'the items '.repeat(300), 'Make it shorter'],
      ] as const
    ).map(
      ([what, sentence, message]) =>
        [
          what as string,
          PACK.replace(
            'match: verbatim',
            `match: elements\n    elements: [{ title: stay, any: [stay] }]\n    sentences: ['${sentence}']`,
          ),
          `'${sentence}'`,
          message as string,
        ] as [string, string, string, string],
    ),
    [
      'a phrase that is made of itself',
      PACK.replace(
        'match: verbatim',
        "match: elements\n    elements: [{ title: stay, any: [stay] }]\n    sentences: ['{a}']\n    phrases: [{ name: a, any: ['the {b}'] }, { name: b, any: ['items {a}'] }]",
      ),
      'name',
      'made of itself',
    ],
    [
      'parts of a clause that belong to another sort',
      PACK.replace('match: verbatim', "match: verbatim\n    sentences: ['the items stay']"),
      'sentences',
      'known by its elements',
    ],
    [
      'a clause with more wordings than are compared',
      PACK.replace(
        'match: verbatim',
        `match: verbatim\n    alternatives: [${Array.from({ length: 401 }, (_, i) => `Quay ${i}.`).join(', ')}]`,
      ),
      'alternatives',
      'wordings is not compared',
    ],
    ['a clause without words', PACK.replace('The items will stay on the quay.', '"..."'), 'words', 'no word'],
    [
      'a list of nothing',
      PACK.replace(
        'match: verbatim',
        'match: verbatim\n    lists: [{ noun: act, of: { object: nobody, list: acts } }]',
      ),
      'noun',
      'is called "nobody"',
    ],
    ['an alias', PACK.replace('note: Made up.', 'note: *other'), '*other', 'Write it out'],
  ])('%s', (_, text, words, message) => {
    expect(text).not.toBe(PACK);
    const problems = at(text);
    expect(problems).toContainEqual([words, expect.stringContaining(message) as string]);
    for (const [, each] of problems) expect({ each, faults: faultsOf(each) }).toEqual({ each, faults: [] });
    expect(loadPack(text, LIBRARY).regime).toBeUndefined();
  });

  it('and a pack that builds on itself, by whatever way, is refused', () => {
    const one = PACK.replace('extends: un-poa-euc', 'extends: xx-two');
    const two = PACK.replace('xx-harbour-2030', 'xx-two').replace('extends: un-poa-euc', 'extends: xx-harbour-2030');
    const loaded = loadPacks([one, two], LIBRARY);
    expect(loaded.filter(({ regime }) => regime)).toEqual([]);
    const messages = loaded.flatMap(({ problems }) => problems.map(({ message }) => message));
    expect(messages).toContain(
      'The pack "xx-harbour-2030" cannot be built on: it builds on this one in turn. Take one of the two out.',
    );
  });

  it('and so is one that builds on a pack with a fault, which is told', () => {
    const one = PACK.replace('extends: un-poa-euc', 'extends: xx-two');
    const two = PACK.replace('xx-harbour-2030', 'xx-two').replace('Made up.', '');
    expect(loadPacks([one, two], LIBRARY)[0]?.problems.map(({ message }) => message)).toContain(
      'The pack "xx-two" cannot be built on: it has a fault. Correct it first.',
    );
  });

  it('and of a file with thousands of faults no more are told than somebody reads', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `k${i}: v`).join('\n');
    expect(loadPack(PACK + many, LIBRARY).problems).toHaveLength(200);
  });

  it('and names are names, whatever they are', () => {
    const text = PACK.replace('  NOTICE:', '  __proto__:').replace(/NOTICE/g, '__proto__');
    const { regime, problems } = loadPack(text, LIBRARY);
    expect(problems).toEqual([]);
    expect(Object.keys(regime!.sources)).toContain('__proto__');
  });

  it('never throws, wherever the file is cut off', () => {
    for (let end = 0; end < PACK.length; end += 41) loadPack(PACK.slice(0, end), LIBRARY);
    expect(loadPack('', LIBRARY).problems.length).toBeGreaterThan(0);
  });
});

describe('a pack is written with the same comfort as a certificate', () => {
  const labels = (marked: string) => {
    const { text, offset } = atCursor(marked);
    return completePack(text, offset, builtIn, TODAY).map(({ label }) => label);
  };

  it('keys, sources, fields, rules and packs are completed', () => {
    expect(labels('id: x\n|')).toContain('in-force');
    expect(labels('id: x\n|')).not.toContain('id');
    expect(labels('extends: |')).toContain('un-poa-euc');
    expect(labels('sources:\n  A1:\n    name: One\nfields:\n  source: [|]')).toContain('A1');
    expect(labels('severities:\n  - rule: |')).toContain('clause-missing');
    expect(labels('fields:\n  agree:\n    - path: |')).toContain('signature.name');
    expect(labels('clauses:\n  - match: |')).toEqual(['verbatim', 'elements']);
  });

  it('keys and names are explained', () => {
    const hover = (marked: string) => {
      const { text, offset } = atCursor(marked);
      return hoverPack(text, offset, builtIn)?.markdown ?? '';
    };
    expect(hover('ext|ends: un-poa-euc')).toContain('builds');
    expect(hover('extends: un-|poa-euc')).toContain('common international minimum');
    expect(hover('sources:\n  A1:\n    citation: Notice 7\nfields:\n  source: [A|1]')).toContain('Notice 7');
    expect(hover('fields:\n  required: [items[].quan|tity]')).toBe('');
    expect(hover('fields:\n  required:\n    - end-user.na|me')).toContain('full legal name');
  });

  it('a source and a pack are found where they are defined', () => {
    const { text, offset } = atCursor('sources:\n  A1:\n    name: One\nfields:\n  source: [A|1]');
    const target = definitionInPack(text, offset, builtIn);
    expect(target && 'span' in target && text.slice(target.span.start, target.span.end)).toBe('A1');
    const base = atCursor('extends: un-poa|-euc');
    expect(definitionInPack(base.text, base.offset, builtIn)).toEqual({ pack: 'un-poa-euc' });
  });
});
