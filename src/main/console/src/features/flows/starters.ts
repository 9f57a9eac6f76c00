import { pretty } from './model/text';

/** What a new flow begins with. */
export const starters = ['question', 'notice', 'empty'] as const;
export type Starter = (typeof starters)[number];

type Wanted = { id: string; title: string; lang: string };

/** The text of a new flow: complete, so that it can be tried at once, but for the empty one. */
export function starterText(starter: Starter, { id, title, lang }: Wanted): string {
  const head = { schema: 1, id, title, lang, start: [title.toLowerCase().slice(0, 60)] };
  const steps = { question, notice, empty }[starter];
  return `${pretty({ ...head, on: { invalid: '@human', silence: '@pause' }, steps })}\n`;
}

const question = [
  {
    id: 'ask',
    say: 'Tea or coffee?',
    ask: {
      type: 'choice',
      options: [
        { id: 'tea', title: 'Tea' },
        { id: 'coffee', title: 'Coffee' },
      ],
      retry: 'Please tap Tea or Coffee.',
      save: 'drink',
    },
  },
  { id: 'thanks', say: 'Thank you {{contact.name}}. One {{drink}}, coming up.', next: '@done' },
];
const notice = [{ id: 'say', say: 'We are open from 8 to 18, Monday to Saturday.', next: '@done' }];
const empty = [{ id: 'first' }];
