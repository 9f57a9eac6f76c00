import type { MappingView, Variable, Version } from './api';
import { fileHeaders, formOf } from './form';

/** A mapping as people choose it. */
export type MappingForm = {
  template: string;
  /** The preferred first. */
  languages: string[];
  variables: Record<string, string>;
  fallbacks: Record<string, string>;
  header: string;
};

export const mappingOf = (view: MappingView): MappingForm => ({
  template: view.template ?? '',
  languages: view.languages,
  variables: view.variables,
  fallbacks: view.fallbacks,
  header: view.header ?? '',
});

export type MappingDifference = { name: string; theirs: string; mine: string };

/** Where two differ: the template, the languages, the file, and each place with what stands in it. */
export function differences(theirs: MappingForm, mine: MappingForm): MappingDifference[] {
  const flat = (form: MappingForm): Record<string, string> => ({
    template: form.template,
    languages: form.languages.join(', '),
    header: form.header,
    ...form.variables,
    ...Object.fromEntries(Object.entries(form.fallbacks).map(([key, value]) => [`${key} ?`, value])),
  });
  const [one, other] = [flat(theirs), flat(mine)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .map((name) => ({ name, theirs: one[name] ?? '', mine: other[name] ?? '' }))
    .filter((difference) => difference.theirs !== difference.mine);
}

/** What is to be filled in the chosen languages, each place once. */
export function blanksOf(versions: Version[], languages: string[]) {
  const chosen = versions.filter(({ template }) => languages.includes(template.language));
  const byKey = new Map(chosen.flatMap(({ blanks }) => blanks).map((blank) => [blank.key, blank]));
  return [...byKey.values()];
}

/** The format of the header where it is a file, which the mapping names. */
export function fileKind(versions: Version[], languages: string[]): string | null {
  const kinds = versions
    .filter(({ template }) => languages.includes(template.language))
    .map(({ definition }) => formOf(definition).header.kind);
  return kinds.find((kind) => fileHeaders.some((file) => file === kind)) ?? null;
}

export const isInAddress = (key: string) => key.startsWith('button.');

/** Those that can stand in this place, when this event is told of. */
export const fitting = (variables: Variable[], key: string, event: string) =>
  variables.filter(
    ({ name, type }) =>
      (!isInAddress(key) || type === 'WORD' || type === 'URL') &&
      (event === 'service.renew' || !name.startsWith('service.')),
  );

/** As the gateway takes it: nothing of a template that was chosen before. */
export function wantedOf(form: MappingForm, keys: string[], file: string | null) {
  const only = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).filter(([key, value]) => keys.includes(key) && value !== ''));
  return {
    template: form.template,
    languages: form.languages,
    variables: only(form.variables),
    fallbacks: only(form.fallbacks),
    header: file === null || form.header === '' ? undefined : form.header,
  };
}
