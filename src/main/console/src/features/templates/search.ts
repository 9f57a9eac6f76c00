/** What stands in the address of the list of templates. */
export type TemplateSearch = {
  view?: string;
  q?: string;
  status?: string;
  category?: string;
  language?: string;
  event?: string;
};

const known = ['view', 'q', 'status', 'category', 'language', 'event'] as const;

export function templateSearch(search: Record<string, unknown>): TemplateSearch {
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** Whether it leaves any template out. */
export const isFiltered = ({ q, status, category, language }: TemplateSearch): boolean =>
  [q, status, category, language].some((value) => value !== undefined);
