import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeepConnection } from '../use-connection';

export type Conflict = {
  version: number;
  sentence: string;
  changes: { what: string; before: string; after: string }[];
};

type ConflictDialogProps = {
  conflict: Conflict;
  /** Mine takes the place of all that they changed in the profile. */
  whole: boolean;
  saving: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
};

/** Somebody else saved first: says what, and loses nothing of what was written here. */
export function ConflictDialog({ conflict, whole, saving, onMine, onTheirs, onClose }: ConflictDialogProps) {
  const { t } = useTranslation(['erp', 'app']);
  const { reread } = useKeepConnection();
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('conflict.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack>
        <Text size="sm">{conflict.sentence}</Text>
        <Table aria-label={t('conflict.changes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('conflict.what')}</Table.Th>
              <Table.Th>{t('conflict.before')}</Table.Th>
              <Table.Th>{t('conflict.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conflict.changes.map(({ what, before, after }) => (
              <Table.Tr key={what}>
                <Table.Td dir="ltr">{what}</Table.Td>
                <Table.Td dir="ltr">{before || t('conflict.nothing')}</Table.Td>
                <Table.Td dir="ltr">{after || t('conflict.nothing')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm">{t(whole ? 'conflict.whole' : 'conflict.choice')}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              void reread();
              onTheirs();
            }}
          >
            {t('conflict.theirs')}
          </Button>
          <Button loading={saving} onClick={onMine}>
            {t('conflict.mine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
