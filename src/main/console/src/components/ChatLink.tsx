import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** To the chat of a customer. */
export function ChatLink({ contact, children }: { contact: number | string; children: ReactNode }) {
  const router = useRouter();
  const href = `/chats/${contact}`;
  return (
    <Anchor
      href={href}
      size="sm"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </Anchor>
  );
}
