import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { LoadError, Loading } from '@/components/States';
import { useWhatsApp } from '../health';
import { Tile } from './Tile';

/** What of the way to WhatsApp is not right, with what to do. */
export function WhatsAppTile() {
  const { t } = useTranslation('overview');
  const { check, wrong } = useWhatsApp();
  return (
    <Tile title={t('whatsapp.title')}>
      {check.isPending && (
        <Loading label={t('whatsapp.title')}>
          <Skeleton h={24} />
        </Loading>
      )}
      {check.error && (
        <LoadError what={t('whatsapp.failed')} error={check.error} onRetry={() => void check.refetch()} />
      )}
      {check.isSuccess && !check.data && <Text size="sm">{t('whatsapp.never')}</Text>}
      {wrong?.length === 0 && (
        <Group gap="xs">
          <Badge color="teal">{t('whatsapp.ok')}</Badge>
          <Text size="sm">{t('whatsapp.okText')}</Text>
        </Group>
      )}
      {wrong?.map(({ check: name, number, state, sentence, todo }) => (
        <Stack key={`${number} ${name}`} gap={2}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Badge color={state === 'error' ? 'red' : 'yellow'}>
              {state === 'error' ? t('whatsapp.wrong') : t('whatsapp.warning')}
            </Badge>
            <Text size="sm">{sentence}</Text>
          </Group>
          {todo && (
            <Text size="xs" c="dimmed">
              {todo}
            </Text>
          )}
        </Stack>
      ))}
      <AnchorLink to="/operations" search={{ tab: 'whatsapp' }} size="sm" w="fit-content">
        {t('whatsapp.check')}
      </AnchorLink>
    </Tile>
  );
}
