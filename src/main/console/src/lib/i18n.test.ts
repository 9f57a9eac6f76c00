import { expect, test } from 'vitest';

const texts = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', {
  eager: true,
  import: 'default',
});
const english = Object.keys(texts).filter((file) => file.includes('/en/'));

/** Plurals differ by language: Arabic has six forms where English has two. */
const plural = /_(zero|one|two|few|many|other)$/;

function keys(value: unknown, path = ''): string[] {
  if (typeof value === 'string') {
    const variables = [...value.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted();
    return plural.test(path) ? [path.replace(plural, '')] : [`${path} ${variables.join(' ')}`];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => keys(inner, `${path}/${key}`));
}

test.each(['fr', 'ar'])('%s says all that English says, with the same variables', (language) => {
  for (const file of english) {
    const translated = texts[file.replace('/en/', `/${language}/`)] ?? {};
    expect(new Set(keys(translated)), `${language} of ${file}`).toEqual(new Set(keys(texts[file])));
  }
});
