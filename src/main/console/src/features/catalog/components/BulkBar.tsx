import { Alert, Button, Group, List, Modal, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowSelect } from '@/components/FlowSelect';
import { UploadedImages } from '@/components/UploadedImages';
import { showDone, showFailed } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { imagesKey, productsKey, type Product } from '../api/catalog';

type Bulk = Omit<Schemas['ProductBulk'], 'externalProductIds'>;

/** One change of all that are marked; what was not done is said row by row. */
export function BulkBar({
  products,
  flows,
  onDone,
}: {
  products: Product[];
  flows: Schemas['FlowChoice'][];
  onDone: () => void;
}) {
  const { t } = useTranslation('catalog');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [choosing, setChoosing] = useState<'flow' | 'image' | null>(null);
  const [failed, setFailed] = useState<Schemas['BulkRow'][]>([]);
  const bulk = gateway.useMutation('post', '/api/catalog/products/bulk', {
    onSuccess: ({ rows }) => {
      const problems = rows.filter(({ done }) => !done);
      setFailed(problems);
      setChoosing(null);
      showDone(t('bulk.done', { count: rows.length - problems.length }));
      if (problems.length === 0) onDone();
    },
    onError: (error) => showFailed(error as Error),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: productsKey });
      void queries.invalidateQueries({ queryKey: imagesKey });
    },
  });
  const change = (what: Bulk) =>
    bulk.mutate({
      body: { ...what, externalProductIds: products.map(({ externalProductId }) => externalProductId) },
    });
  const name = (id: string) => products.find(({ externalProductId }) => externalProductId === id)?.name ?? id;
  return (
    <Paper px="sm" py="xs" radius={0} withBorder role="group" aria-label={t('bulk.label')}>
      <Group gap={6}>
        <Text size="xs" fw={600}>
          {t('bulk.marked', { count: products.length })}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          loading={bulk.isPending}
          onClick={() => change({ change: 'show' })}
        >
          {t('bulk.show')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          loading={bulk.isPending}
          onClick={() => change({ change: 'hide' })}
        >
          {t('bulk.hide')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setChoosing('flow')}>
          {t('bulk.flow')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setChoosing('image')}>
          {t('bulk.image')}
        </Button>
      </Group>
      {failed.length > 0 && (
        <Alert
          color="red"
          variant="outline"
          mt="xs"
          py="xs"
          role="alert"
          title={t('bulk.failed', { count: failed.length })}
        >
          <List size="sm">
            {failed.map(({ externalProductId, problem }) => (
              <List.Item key={externalProductId}>
                {name(externalProductId)}: {problem}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Modal
        opened={choosing !== null}
        onClose={() => setChoosing(null)}
        size={choosing === 'image' ? 'xl' : 'md'}
        title={t(choosing === 'image' ? 'bulk.imageTitle' : 'bulk.flowTitle', { count: products.length })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {choosing === 'image' ? (
          <UploadedImages attached={[]} onAttach={(image) => change({ change: 'image', image })} />
        ) : (
          <ChooseFlow
            flows={flows}
            loading={bulk.isPending}
            onChoose={(flow) => change({ change: 'flow', flow: flow ?? undefined })}
          />
        )}
      </Modal>
    </Paper>
  );
}

function ChooseFlow({
  flows,
  loading,
  onChoose,
}: {
  flows: Schemas['FlowChoice'][];
  loading: boolean;
  onChoose: (flow: string | null) => void;
}) {
  const { t } = useTranslation('catalog');
  const [flow, setFlow] = useState<string | null>(null);
  return (
    <Stack>
      <FlowSelect
        flows={flows}
        label={t('flow')}
        description={t('flowHelp')}
        value={flow}
        onChange={setFlow}
      />
      <Group justify="flex-end">
        <Button loading={loading} onClick={() => onChoose(flow)}>
          {t(flow ? 'bulk.assign' : 'bulk.unassign')}
        </Button>
      </Group>
    </Stack>
  );
}
