import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { refreshChat } from '../api/chats';

/** The customer's paid time is over: nobody goes on before they are asked to renew, and have. */
export function Held({ contactId, service }: { contactId: number; service: Schemas['ServiceView'] }) {
  const { t } = useTranslation('chats');
  const may = useMay();
  const queries = useQueryClient();
  const ask = gateway.useMutation('post', '/api/v1/services/{id}/ask-to-renew', {
    onSettled: () => refreshChat(queries, contactId),
  });
  return (
    <div role="status">
      <Text size="sm" fw={500}>
        {t('held.title', { product: service.product.name })}
      </Text>
      <Text size="sm">{may('SERVICES_RUN') ? t('held.text') : t('held.others')}</Text>
      <Group gap="sm" mt="xs">
        {may('SERVICES_RUN') && (
          <Button
            size="sm"
            loading={ask.isPending}
            onClick={() => ask.mutate({ params: { path: { id: service.id } } })}
          >
            {service.askedAt ? t('held.again') : t('held.ask')}
          </Button>
        )}
        {service.askedAt && (
          <Text size="sm" c="dimmed">
            {t('held.asked')} <RelativeTime at={service.askedAt} />
          </Text>
        )}
        <AnchorLink to="/services" search={{ state: 'expired' }} size="sm">
          {t('held.services')}
        </AnchorLink>
      </Group>
      {ask.error && (
        <Text size="sm" c="red" role="alert" mt={4}>
          {t('held.failed', { why: (ask.error as unknown as Error).message })}
        </Text>
      )}
    </div>
  );
}
