import { useCallback, useState } from 'react';

const key = (contactId: number) => `waybill-draft-${contactId}`;

/** What was begun to be written in a chat: it is there again when the chat is opened again in this tab. */
export function useDraft(contactId: number): [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(key(contactId)) ?? '');
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(key(contactId));
      else sessionStorage.setItem(key(contactId), next);
    },
    [contactId],
  );
  return [text, change];
}
