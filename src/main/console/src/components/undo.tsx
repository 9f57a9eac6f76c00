import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { i18n } from '@/lib/i18n';

const closable = () => ({ closeButtonProps: { 'aria-label': i18n.t('close') } });

/** Says what was done, with a way back. */
export function showUndo(message: string, undo: string, onUndo: () => void): void {
  const id = notifications.show({
    ...closable(),
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </Group>
    ),
  });
}

export function showDone(message: string): void {
  notifications.show({ ...closable(), message });
}

export function showFailed(error: Error): void {
  notifications.show({ ...closable(), color: 'red', message: error.message, autoClose: 10_000 });
}
