import { array, object, text, type Json, type JsonObject } from './json';

export const fileHeaders = ['IMAGE', 'VIDEO', 'DOCUMENT'] as const;
export const headerKinds = ['none', 'TEXT', ...fileHeaders, 'LOCATION'] as const;
export const buttonKinds = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE'] as const;
export type ButtonKind = (typeof buttonKinds)[number];

export type ButtonForm = {
  /** Of the row on the screen. */
  key: string;
  type: string;
  text: string;
  /** The address or number behind it. */
  target: string;
  /** For the blank of an address, or the code. */
  example: string;
  /** What the form does not know stays as it is. */
  rest: JsonObject;
};

/** A template as people write it; `definitionOf` is what Meta takes. */
export type Form = {
  name: string;
  language: string;
  category: string;
  /** Blanks have names rather than numbers. */
  named: boolean;
  header: { kind: string; text: string; handle: string };
  body: string;
  footer: string;
  buttons: ButtonForm[];
  /** By the place of a blank: header.1, body.order_number. */
  samples: Record<string, string>;
  /** What the form does not know stays as it is. */
  rest: JsonObject;
  others: Json[];
};

export const emptyForm: Form = {
  name: '',
  language: 'en',
  category: 'UTILITY',
  named: false,
  header: { kind: 'none', text: '', handle: '' },
  body: '',
  footer: '',
  buttons: [],
  samples: {},
  rest: {},
  others: [],
};

const blank = /{{([a-z0-9_]+)}}/g;

/** The blanks of a text, each once, in their order. */
export const blanksIn = (words: string): string[] => [
  ...new Set([...words.matchAll(blank)].map(([, name]) => name ?? '')),
];

let keys = 0;
export const newButton = (type: string): ButtonForm => ({
  key: `button-${keys++}`,
  type,
  text: '',
  target: '',
  example: '',
  rest: {},
});

/** Reads what Meta lists or takes; nothing of it is lost. */
export function formOf(definition: unknown): Form {
  const { name, language, category, parameter_format: format, components, ...rest } = object(definition);
  const form: Form = {
    ...emptyForm,
    name: text(name),
    language: text(language),
    category: text(category).toUpperCase(),
    named: text(format).toUpperCase() === 'NAMED',
    samples: {},
    buttons: [],
    rest,
    others: [],
  };
  for (const component of array(components)) read(object(component), form);
  return form;
}

function read(component: JsonObject, form: Form): void {
  const example = object(component.example);
  switch (text(component.type).toUpperCase()) {
    case 'HEADER':
      form.header = {
        kind: text(component.format).toUpperCase() || 'TEXT',
        text: text(component.text),
        handle: text(array(example.header_handle)[0]),
      };
      positional(form, 'header', array(example.header_text));
      named(form, 'header', array(example.header_text_named_params));
      return;
    case 'BODY':
      form.body = text(component.text);
      positional(form, 'body', array(array(example.body_text)[0]));
      named(form, 'body', array(example.body_text_named_params));
      return;
    case 'FOOTER':
      form.footer = text(component.text);
      return;
    case 'BUTTONS':
      form.buttons = array(component.buttons).map((button) => buttonOf(object(button)));
      return;
    default:
      form.others.push(component);
  }
}

function positional(form: Form, part: string, values: Json[]): void {
  values.forEach((value, index) => {
    form.samples[`${part}.${index + 1}`] = text(value);
  });
}

function named(form: Form, part: string, values: Json[]): void {
  for (const value of values.map(object))
    form.samples[`${part}.${text(value.param_name)}`] = text(value.example);
}

function buttonOf({
  type,
  text: title,
  url,
  phone_number: number,
  example,
  ...rest
}: JsonObject): ButtonForm {
  return {
    ...newButton(text(type).toUpperCase()),
    text: text(title),
    target: text(url) || text(number),
    example: Array.isArray(example) ? text(example[0]) : text(example),
    rest,
  };
}

/** What Meta takes. */
export function definitionOf(form: Form): JsonObject {
  const components: Json[] = [];
  const { header } = form;
  if (header.kind === 'TEXT')
    components.push({
      type: 'HEADER',
      format: 'TEXT',
      text: header.text,
      ...examples(form, 'header', header.text),
    });
  else if (header.kind !== 'none')
    components.push({
      type: 'HEADER',
      format: header.kind,
      ...(header.handle === '' ? {} : { example: { header_handle: [header.handle] } }),
    });
  components.push({ type: 'BODY', text: form.body, ...examples(form, 'body', form.body) });
  if (form.footer !== '') components.push({ type: 'FOOTER', text: form.footer });
  if (form.buttons.length > 0)
    components.push({ type: 'BUTTONS', buttons: form.buttons.map(buttonDefinition) });
  return {
    ...form.rest,
    name: form.name,
    language: form.language,
    category: form.category,
    parameter_format: form.named ? 'NAMED' : 'POSITIONAL',
    components: [...components, ...form.others],
  };
}

function examples(form: Form, part: 'header' | 'body', words: string): JsonObject {
  const names = blanksIn(words);
  const sample = (name: string) => form.samples[`${part}.${name}`] ?? '';
  if (names.length === 0) return {};
  if (form.named)
    return {
      example: {
        [`${part}_text_named_params`]: names.map((name) => ({ param_name: name, example: sample(name) })),
      },
    };
  const most = Math.max(...names.map(Number).filter(Number.isInteger), 0);
  const values = Array.from({ length: Math.min(most, 99) }, (_, index) => sample(String(index + 1)));
  // Meta writes those of the body as a list in a list.
  return { example: { [`${part}_text`]: part === 'body' ? [values] : values } };
}

function buttonDefinition({ type, text: title, target, example, rest }: ButtonForm): JsonObject {
  const button: JsonObject = { ...rest, type };
  if (type !== 'COPY_CODE' || title !== '') button.text = title;
  if (type === 'URL') button.url = target;
  if (type === 'PHONE_NUMBER') button.phone_number = target;
  if (type === 'URL' && blanksIn(target).length > 0) button.example = [example];
  if (type === 'COPY_CODE') button.example = example;
  return button;
}

/** Numbers the blanks, or gives them names; each keeps its sample. */
export function renamed(form: Form, toNames: boolean): Form {
  if (form.named === toNames) return form;
  const samples: Record<string, string> = {};
  const texts = { header: form.header.text, body: form.body };
  for (const part of ['header', 'body'] as const) {
    const names = blanksIn(texts[part]);
    const next = (name: string) => (toNames ? `blank_${name}` : String(names.indexOf(name) + 1));
    for (const name of names) samples[`${part}.${next(name)}`] = form.samples[`${part}.${name}`] ?? '';
    texts[part] = texts[part].replaceAll(blank, (_, name: string) => `{{${next(name)}}}`);
  }
  return {
    ...form,
    named: toNames,
    samples,
    body: texts.body,
    header: { ...form.header, text: texts.header },
  };
}

/** What the next blank is called. */
export function nextBlank(form: Form, words: string): string {
  const names = blanksIn(words);
  const free = (prefix: string) => {
    let number = names.length + 1;
    while (names.includes(`${prefix}${number}`)) number++;
    return `{{${prefix}${number}}}`;
  };
  return free(form.named ? 'blank_' : '');
}
