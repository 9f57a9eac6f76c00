import { Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { onSignedOut } from '@/lib/http';
import { SignInForm } from './SignInForm';

/** Opens over the page when the session has ended, so that unsaved work stays where it is. */
export function SignInDialog({ demo }: { demo: boolean }) {
  const [open, setOpen] = useState(false);
  useEffect(() => onSignedOut(() => setOpen(true)), []);
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title="Sign in again"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">Your session has ended. What you see stays as it is.</Text>
        <SignInForm demo={demo} onSignedIn={() => setOpen(false)} />
      </Stack>
    </Modal>
  );
}
