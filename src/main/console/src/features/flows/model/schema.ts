import flowSchema from '../../../../../resources/schemas/flow.schema.json';

/** As much of JSON Schema as the format of flows uses. */
export type Schema = {
  $ref?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  $defs?: Record<string, Schema>;
};

/** The very file by which the gateway checks flows, so no property can be forgotten here. */
export const schema = flowSchema as unknown as Schema;

/** What a value is edited with. */
export type Kind =
  | 'any'
  | 'boolean'
  | 'choice'
  | 'condition'
  | 'constant'
  | 'integer'
  | 'list'
  | 'long'
  | 'map'
  | 'object'
  | 'operation'
  | 'path'
  | 'scalar'
  | 'target'
  | 'text'
  | 'texts'
  | 'types'
  | 'word';

const definitions = schema.$defs ?? {};
const longText = 400;

export function resolve(wanted: Schema): Schema {
  const name = wanted.$ref?.replace('#/$defs/', '');
  const found = name ? definitions[name] : undefined;
  return found ? { ...found, ...(wanted.description ? { description: wanted.description } : {}) } : wanted;
}

export const typesOf = ({ type }: Schema): string[] => (type === undefined ? [] : [type].flat());

export function kindOf(wanted: Schema): Kind {
  const found = resolve(wanted);
  if (found.const !== undefined) return 'constant';
  if (found.enum) return 'word';
  if (found.pattern && wanted.$ref === '#/$defs/path') return 'path';
  const types = typesOf(found);
  if (wanted.$ref === '#/$defs/condition') return 'condition';
  if (types.length > 1) return kindOfSeveral(found, types);
  switch (types[0]) {
    case 'string':
      return kindOfText(found);
    case 'integer':
    case 'number':
      return 'integer';
    case 'boolean':
      return 'boolean';
    case 'array':
      return found.items && kindOf(found.items) === 'text' ? 'texts' : 'list';
    case 'object':
      return found.properties ? 'object' : 'map';
    default:
      return 'any';
  }
}

function kindOfSeveral(found: Schema, types: string[]): Kind {
  if (!types.includes('array') && !types.includes('object')) return 'scalar';
  return found.items && kindOf(found.items) === 'word' ? 'types' : 'choice';
}

function kindOfText(found: Schema): Kind {
  if (found.pattern === definitions.target?.pattern) return 'target';
  if (found.pattern === '^[A-Z][A-Z_]*$') return 'operation';
  if (wordsIn(found.pattern).length > 0) return 'word';
  return (found.maxLength ?? 0) > longText ? 'long' : 'text';
}

/** The words a text is one of, where there is a choice of them. */
export function wordsOf(wanted: Schema): string[] {
  const found = resolve(wanted);
  if (found.enum) return found.enum.map(String);
  if (found.items && kindOf(wanted) === 'types') return wordsOf(found.items);
  return wordsIn(found.pattern);
}

const wordsIn = (pattern = ''): string[] =>
  /^\^\(([a-z]+(?:\|[a-z]+)*)\)\$$/.exec(pattern)?.[1]?.split('|') ?? [];

/** The forms that a value may have, each with its schema. */
export function formsOf(wanted: Schema): { form: string; schema: Schema }[] {
  const found = resolve(wanted);
  return typesOf(found).map((type) => ({ form: type, schema: { ...found, type } }));
}

export const formOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** A first value, as little as can be; the linter says what it lacks. */
export function initial(wanted: Schema): unknown {
  const found = resolve(wanted);
  switch (kindOf(wanted)) {
    case 'constant':
      return found.const;
    case 'word':
    case 'types':
      return wordsOf(found)[0];
    case 'integer':
      return Math.max(found.minimum ?? 0, 1);
    case 'boolean':
      return true;
    case 'texts':
      return [''];
    case 'list':
      return found.items ? [initial(found.items)] : [];
    case 'map':
      return {};
    case 'object':
      return Object.fromEntries(
        (found.required ?? []).map((name) => [name, initial(found.properties?.[name] ?? {})]),
      );
    case 'target':
      return '@done';
    case 'operation':
      return 'LIST_PRODUCTS';
    case 'condition':
      return '= true';
    case 'choice':
      return initialChoice(found);
    default:
      return '';
  }
}

function initialChoice(found: Schema): unknown {
  const forms = formsOf(found);
  const fixed = forms.find(({ form, schema: inner }) => form !== 'string' && inner.items) ?? forms[0];
  const first = forms.find(({ form }) => form === 'string') ?? fixed;
  // An option is an object, be it that numbers are options, too.
  const object = typesOf(found)[0] === 'integer' ? forms.find(({ form }) => form === 'object') : undefined;
  return initial((object ?? first)?.schema ?? {});
}

/** All that may stand at a path, whatever form its value has. */
export function schemasAt(path: (string | number)[]): Schema[] {
  let found = [schema];
  for (const part of path) {
    found = found.flatMap((wanted) => {
      const all =
        kindOf(wanted) === 'choice' ? formsOf(wanted).map((form) => form.schema) : [resolve(wanted)];
      return all.flatMap((inner) => {
        if (typeof part === 'number') return inner.items ? [inner.items] : [];
        const property = inner.properties?.[part];
        if (property) return [property];
        return typeof inner.additionalProperties === 'object' ? [inner.additionalProperties] : [];
      });
    });
  }
  return found;
}

/** What the format says of a place: what it means, then what it may be. */
export function helpAt(path: (string | number)[]): string[] {
  const found = schemasAt(path).map(resolve);
  const forms = found.map(allowed).filter((form) => form !== '');
  return [...new Set([...found.flatMap(({ description }) => description ?? []), ...forms])];
}

/** In signs and in words of the format, which are the same in each language. */
function allowed(wanted: Schema): string {
  const words = wordsOf(wanted);
  if (words.length > 0) return words.join(' | ');
  const { minLength, maxLength, minimum, maximum } = wanted;
  const from = minimum ?? minLength;
  const to = maximum ?? maxLength;
  if (from === undefined && to === undefined) return '';
  return `${typesOf(wanted).join(' | ')} ${from ?? ''}…${to ?? ''}`;
}
