import { createContext, use } from 'react';
import type { Finding } from '../api';

/** What the gateway found in the form, and of which fields it is shown: not of one that nobody has come to yet. */
export const CheckContext = createContext<{ findings: Finding[]; shows: (field: string) => boolean }>({
  findings: [],
  shows: () => false,
});

/** What would be refused at this field, in sentences. */
export function useFieldError(field: string): string | undefined {
  const { findings, shows } = use(CheckContext);
  const errors = findings.filter((finding) => finding.level === 'ERROR' && finding.field === field);
  return errors.length > 0 && shows(field) ? errors.map(({ sentence }) => sentence).join(' ') : undefined;
}
