import { Alert, Button, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import type { Version } from '../api';
import { blanksOf, fileKind, wantedOf, type MappingForm } from '../mapping';
import { TemplatePreview } from './TemplatePreview';
import { TestDialog } from './TestDialog';

type MappingPreviewProps = { event: string; form: MappingForm; versions: Version[] };
type Example = Schemas['Example'];

/** What customers would read, of an order that there is, or with examples for values. */
export function MappingPreview({ event, form, versions }: MappingPreviewProps) {
  const { t } = useTranslation('templates');
  const may = useMay();
  const ofOrders = may('ORDERS_READ') && may('MONEY') && event !== 'service.renew';
  const [order, setOrder] = useState<string | null>(null);
  const [tested, setTested] = useState<Example | null>(null);
  const file = fileKind(versions, form.languages);
  const keys = blanksOf(versions, form.languages).map(({ key }) => key);
  const complete = form.languages.length > 0 && keys.every((key) => form.variables[key] !== undefined);
  const rendered = usePreview(event, wantedOf(form, keys, file), order, complete);
  return (
    <Stack gap="sm">
      {ofOrders && <OrderSelect order={order} onOrder={setOrder} />}
      {!complete && (
        <Text size="sm" role="status">
          {t('mapping.incomplete')}
        </Text>
      )}
      {complete && rendered.isError && (
        <Alert color="orange" variant="outline" role="alert">
          {(rendered.error as Error).message}
        </Alert>
      )}
      {complete &&
        !rendered.isError &&
        rendered.data?.examples.map((example, index) => (
          <Stack key={`${example.language}-${index}`} gap={6}>
            <Text size="xs" c="dimmed">
              <span dir="ltr">{example.language}</span>
            </Text>
            {example.shown && (
              <TemplatePreview
                shown={example.shown}
                header={file}
                file={form.header === '' ? null : form.header}
                label={t('preview.in', { language: example.language })}
              />
            )}
            {example.lacks != null && (
              <Alert color="orange" variant="outline" py="xs">
                {example.lacks}
              </Alert>
            )}
            {example.shown && may('TEMPLATES_EDIT') && isApproved(versions, example.language) && (
              <Button
                size="xs"
                variant="default"
                leftSection={<Send size={14} aria-hidden />}
                onClick={() => setTested(example)}
              >
                {t('mapping.test', { language: example.language })}
              </Button>
            )}
          </Stack>
        ))}
      {tested && (
        <TestDialog
          name={form.template}
          language={tested.language}
          blanks={blanksOf(versions, [tested.language])}
          values={tested.values}
          withFile={file !== null}
          file={form.header}
          onClose={() => setTested(null)}
        />
      )}
    </Stack>
  );
}

const isApproved = (versions: Version[], language: string) =>
  versions.some(({ template }) => template.language === language && template.status === 'APPROVED');

function usePreview(
  event: string,
  wanted: ReturnType<typeof wantedOf>,
  order: string | null,
  complete: boolean,
) {
  const [text] = useDebouncedValue(JSON.stringify(wanted), 300);
  const body = JSON.parse(text) as ReturnType<typeof wantedOf>;
  const options = { placeholderData: keepPreviousData, retry: false };
  const examples = gateway.useQuery(
    'post',
    '/api/v1/template-mappings/{event}/preview',
    { params: { path: { event } }, body },
    { ...options, enabled: complete && order === null },
  );
  const real = gateway.useQuery(
    'post',
    '/api/v1/template-mappings/{event}/preview/{order}',
    { params: { path: { event, order: order ?? '' } }, body },
    { ...options, enabled: complete && order !== null },
  );
  return order === null ? examples : real;
}

/** Orders that were made in chats, the newest first. */
function OrderSelect({ order, onOrder }: { order: string | null; onOrder: (order: string | null) => void }) {
  const { t } = useTranslation('templates');
  const [search, setSearch] = useState('');
  const [q] = useDebouncedValue(search, 300);
  const orders = gateway.useQuery(
    'get',
    '/api/v1/orders',
    { params: { query: { limit: 20, q: q === '' ? undefined : q } } },
    { placeholderData: keepPreviousData },
  );
  const known = (orders.data?.orders ?? []).map(({ externalOrderId, orderNumber, customer }) => ({
    value: externalOrderId,
    label: [orderNumber ?? externalOrderId, customer].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      label={t('mapping.order')}
      description={t('mapping.orderText')}
      placeholder={t('mapping.examples')}
      searchable
      clearable
      value={order}
      data={known}
      filter={({ options }) => options}
      nothingFoundMessage={t('mapping.noOrder')}
      onSearchChange={(text) => setSearch(known.some(({ label }) => label === text) ? '' : text)}
      onChange={onOrder}
    />
  );
}
