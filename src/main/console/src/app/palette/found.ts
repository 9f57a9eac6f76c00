import type { LucideIcon } from 'lucide-react';
import type app from '@/locales/en/app.json';

/** Something the palette leads to, or does. */
export type Found = {
  /** Of its own among all that is found. */
  id: string;
  label: string;
  /** What tells it from others that are called the same. */
  more?: string;
  Icon: LucideIcon;
  run: () => void;
};

export type FoundGroup = { name: keyof typeof app.palette.groups; found: Found[] };

/** Without marks and case, so that "telephone" finds "Téléphone". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

/** Whether each of the words stands somewhere in one of the texts. */
export function matches(query: string, ...texts: (string | undefined)[]): boolean {
  const all = plain(texts.join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
