import schema from '../../schemas/regime.schema.json';
import type { Step } from '../syntax/path';

/** What a text of a pack stands for; decides how it is checked, completed and explained. */
export type PackText = 'FieldPath' | 'DayText' | 'RegimeId' | 'RuleId' | 'SourceKey' | 'text';

/** The shape in which something of a pack is written. */
export type PackShape =
  | { readonly shape: 'text'; readonly of: PackText; readonly values?: readonly string[] }
  | { readonly shape: 'number' }
  | { readonly shape: 'true' }
  | { readonly shape: 'list'; readonly of: () => PackShape }
  /** Entries under names that the writer chooses. */
  | { readonly shape: 'named'; readonly of: () => PackShape }
  | { readonly shape: 'group'; readonly fields: readonly PackField[] }
  /** One of several shapes; which, is told by how it is written. */
  | { readonly shape: 'either'; readonly of: readonly (() => PackShape)[] };

/** One key of the pack format. */
export interface PackField {
  readonly key: string;
  /** What to write there, in a sentence; empty where the key says it. */
  readonly about: string;
  readonly required: boolean;
  readonly shape: () => PackShape;
}

/** The part of JSON Schema that the types of a pack need. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

/** Asked for when they are needed: in the editor's worker they come with the packs, in a file of their own. */
const definitionOf = (name: string): Schema | undefined =>
  (schema.definitions as unknown as Readonly<Record<string, Schema>>)[name];
const TEXTS: ReadonlySet<string> = new Set(['FieldPath', 'DayText', 'RegimeId', 'RuleId', 'SourceKey']);

const shapes = new WeakMap<Schema, PackShape>();

function shapeOf(part: Schema, name?: string): PackShape {
  if (part.$ref !== undefined) {
    const target = decodeURIComponent(part.$ref.slice('#/definitions/'.length));
    return shapeOf(definitionOf(target) ?? {}, target);
  }
  let shape = shapes.get(part);
  if (!shape) shapes.set(part, (shape = build(part, name)));
  return shape;
}

function build(part: Schema, name: string | undefined): PackShape {
  if (part.anyOf) return { shape: 'either', of: part.anyOf.map((one) => () => shapeOf(one)) };
  switch (part.type) {
    case 'array': {
      const items = part.items ?? {};
      return { shape: 'list', of: () => shapeOf(items) };
    }
    case 'object': {
      const named = part.additionalProperties;
      if (typeof named === 'object') return { shape: 'named', of: () => shapeOf(named) };
      return {
        shape: 'group',
        fields: Object.entries(part.properties ?? {}).map(([key, inner]) => ({
          key,
          about: aboutOf(inner),
          required: part.required?.includes(key) ?? false,
          shape: () => shapeOf(inner),
        })),
      };
    }
    case 'number':
      return { shape: 'number' };
    case 'boolean':
      return { shape: 'true' };
    default: {
      const of = name !== undefined && TEXTS.has(name) ? (name as PackText) : 'text';
      const values = part.enum ?? (typeof part.const === 'string' ? [part.const] : undefined);
      return { shape: 'text', of, ...(values && { values }) };
    }
  }
}

function aboutOf({ description, $ref }: Schema): string {
  const words =
    description ?? ($ref === undefined ? '' : (definitionOf($ref.slice('#/definitions/'.length))?.description ?? ''));
  return words.replace(/\s+/g, ' ');
}

/** The whole pack, as its types describe it. */
export function packShape(): PackShape {
  return shapeOf({ $ref: schema.$ref });
}

/** The shape of what stands at `steps` of a pack; undefined where the format has nothing there. */
export function packShapeAt(steps: readonly Step[]): PackShape | undefined {
  let shape: PackShape | undefined = packShape();
  for (const step of steps) {
    if (shape === undefined) return undefined;
    if (typeof step === 'number') shape = shape.shape === 'list' ? shape.of() : undefined;
    else if (shape.shape === 'named') shape = shape.of();
    else
      shape = packFieldsOf(shape)
        .find(({ key }) => key === step)
        ?.shape();
  }
  return shape;
}

/** The field of the pack at `steps`; undefined for entries of lists, chosen names and what the format does not have. */
export function packFieldAt(steps: readonly Step[]): PackField | undefined {
  const shape = packShapeAt(steps.slice(0, -1));
  return shape && packFieldsOf(shape).find(({ key }) => key === steps.at(-1));
}

/** The keys of a shape; none where it has none of its own. */
export function packFieldsOf(shape: PackShape): readonly PackField[] {
  return shape.shape === 'group' ? shape.fields : [];
}
