import { Alert, Badge, Group, Stack, Switch, Tabs, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FlowSelect } from '@/components/FlowSelect';
import { JsonBlock } from '@/components/JsonBlock';
import { BackToList } from '@/components/MasterDetail';
import { LoadError, Loading } from '@/components/States';
import { showDone, showFailed } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { productsKey, type Product } from '../api/catalog';
import { ImagesTab } from './ImagesTab';
import { Overview } from './Overview';
import { useSwitch } from './use-switch';

const tabs = ['overview', 'images', 'flows', 'raw'] as const;

type FlowChoices = Schemas['FlowChoice'][];
type ProductDetailProps = {
  product: Product;
  flows: FlowChoices;
  tab: string | undefined;
  onBack: () => void;
};

export function ProductDetail({ product, flows, tab, onBack }: ProductDetailProps) {
  const { t } = useTranslation('catalog');
  const navigate = useNavigate();
  const current = tabs.find((known) => known === tab) ?? 'overview';
  return (
    <Stack p="md" gap="md">
      <Group gap="xs">
        <BackToList onClick={onBack}>{t('back')}</BackToList>
        <Text size="xs" c="dimmed" fw={600} tt="uppercase">
          {t('configuration')}
        </Text>
      </Group>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4" dir="auto">
              {product.name}
            </Title>
            {!product.active && (
              <Badge variant="outline" color="gray">
                {t('inactive')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" dir="ltr">
            {product.externalProductId}
          </Text>
        </div>
      </Group>
      <Visibility product={product} />
      {product.warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="outline" py="xs" icon={<TriangleAlert aria-hidden />}>
          <Text size="sm">{warning}</Text>
        </Alert>
      ))}
      <Tabs
        value={current}
        keepMounted={false}
        onChange={(value) =>
          void navigate({
            to: '/catalog/$productId',
            params: { productId: product.externalProductId },
            search: (before: Record<string, unknown>) => ({
              ...before,
              tab: value === 'overview' ? undefined : (value ?? undefined),
            }),
            replace: true,
          })
        }
      >
        <Tabs.List mb="md">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview product={product} />
        </Tabs.Panel>
        <Tabs.Panel value="images">
          <ImagesTab product={product} />
        </Tabs.Panel>
        <Tabs.Panel value="flows">
          <Flows product={product} flows={flows} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <Raw product={product} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Visibility({ product }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const mayEdit = useMay()('CATALOG_EDIT');
  const { set } = useSwitch();
  const reason = product.active ? product.problem : t('inactiveReason');
  return (
    <Stack gap={4}>
      <Switch
        label={t('visibility.label')}
        description={t('visibility.help')}
        checked={product.visible && product.active}
        disabled={!mayEdit || reason != null}
        onChange={(event) => set(product, event.currentTarget.checked)}
      />
      {reason && (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      )}
    </Stack>
  );
}

function Flows({ product, flows }: { product: Product; flows: FlowChoices }) {
  const { t } = useTranslation('catalog');
  const mayEdit = useMay()('CATALOG_EDIT');
  const queries = useQueryClient();
  const assign = gateway.useMutation('put', '/api/catalog/products/{externalProductId}/flow', {
    onSuccess: (_, { body }) =>
      showDone(
        body.flow
          ? t('flowSet', { name: product.name, flow: body.flow })
          : t('flowUnset', { name: product.name }),
      ),
    onError: (error) => showFailed(error as Error),
    onSettled: () => queries.invalidateQueries({ queryKey: productsKey }),
  });
  return (
    <Stack gap="sm" maw={420}>
      <Title order={3} size="h5">
        {t('assignedFlows')}
      </Title>
      <FlowSelect
        label={t('flow')}
        description={t('flowHelp')}
        flows={flows}
        value={product.flow ?? null}
        disabled={!mayEdit || assign.isPending}
        onChange={(flow) =>
          assign.mutate({
            params: { path: { externalProductId: product.externalProductId } },
            body: { flow: flow ?? undefined },
          })
        }
      />
    </Stack>
  );
}

function Raw({ product }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const raw = gateway.useQuery('get', '/api/catalog/products/{externalProductId}/raw', {
    params: { path: { externalProductId: product.externalProductId } },
  });
  if (raw.isError)
    return <LoadError what={t('noRaw')} error={raw.error as Error} onRetry={() => void raw.refetch()} />;
  if (!raw.data) return <Loading label={t('tabs.raw')}>{null}</Loading>;
  return <JsonBlock label={t('rawLabel', { name: product.name })} value={raw.data} />;
}
