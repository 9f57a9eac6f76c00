import { List, Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diff } from '../api/catalog';

/** What is another in the ERP since the products were last compared. */
export function DiffDialog({ diff, onClose }: { diff: Diff | null; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const { t: common } = useTranslation();
  const none = diff && diff.added.length + diff.changed.length + diff.gone.length === 0;
  return (
    <Modal
      opened={diff !== null}
      onClose={onClose}
      title={t('diff.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {diff && (
        <Stack>
          {none && <Text size="sm">{t(diff.first ? 'diff.first' : 'diff.none')}</Text>}
          <Part title={t('diff.added', { count: diff.added.length })} show={diff.added.length > 0}>
            {diff.added.map(({ externalProductId, name }) => (
              <List.Item key={externalProductId}>{name}</List.Item>
            ))}
          </Part>
          <Part title={t('diff.changed', { count: diff.changed.length })} show={diff.changed.length > 0}>
            {diff.changed.map(({ externalProductId, name, fields }) => (
              <List.Item key={externalProductId}>
                {name}
                <List size="sm" c="dimmed">
                  {fields.map(({ field, before, after }) => (
                    <List.Item key={field}>
                      {t('diff.field', {
                        field: t(`diff.fields.${field}`, { defaultValue: field }),
                        before: before ?? '–',
                        after: after ?? '–',
                      })}
                    </List.Item>
                  ))}
                </List>
              </List.Item>
            ))}
          </Part>
          <Part title={t('diff.gone', { count: diff.gone.length })} show={diff.gone.length > 0}>
            {diff.gone.map(({ externalProductId, name }) => (
              <List.Item key={externalProductId}>{name}</List.Item>
            ))}
          </Part>
        </Stack>
      )}
    </Modal>
  );
}

function Part({ title, show, children }: { title: string; show: boolean; children: ReactNode }) {
  if (!show) return null;
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <List size="sm">{children}</List>
    </div>
  );
}
