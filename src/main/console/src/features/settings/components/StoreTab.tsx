import { Skeleton, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { documentOf, valuesOf, type StoreValues } from '../store';
import { useDraft } from '../use-draft';
import { fieldErrors, SettingForm } from './SettingForm';
import { StoreFields } from './StoreFields';

const key = gateway.queryOptions('get', '/api/v1/settings/store').queryKey;

/** What the business is to its customers. */
export function StoreTab() {
  const { t } = useTranslation('settings');
  const store = gateway.useQuery('get', '/api/v1/settings/store');
  if (store.data) return <StoreForm view={store.data} />;
  if (store.error)
    return <LoadError what={t('store.failed')} error={store.error} onRetry={() => void store.refetch()} />;
  return (
    <Loading label={t('tabs.store')}>
      <Skeleton h={56} mb="xs" />
      <Skeleton h={96} mb="xs" />
      <Skeleton h={96} />
    </Loading>
  );
}

function StoreForm({ view }: { view: Schemas['StoreView'] }) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const saved = { ...view, values: valuesOf(view) };
  const draft = useDraft(saved);
  const save = gateway.useMutation('put', '/api/v1/settings/store', {
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      draft.accept({ version: next.version, values: valuesOf(next) });
      showDone(t('store.saved'));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const fields = [
    { label: t('store.name'), text: (values: StoreValues) => values.name },
    { label: t('store.way'), text: (values: StoreValues) => t(`store.ways.${values.way}`) },
    { label: t('store.pickupAddress'), text: (values: StoreValues) => values.pickupAddress },
    { label: t('store.country'), text: (values: StoreValues) => values.country },
    { label: t('store.zone'), text: (values: StoreValues) => values.zone },
    {
      label: t('store.confirmed'),
      text: (values: StoreValues) => t(`store.confirmations.${values.confirmed}.name`),
    },
    { label: t('store.reserve'), text: (values: StoreValues) => String(values.reserveMinutes) },
    { label: t('store.catalogId'), text: (values: StoreValues) => values.catalogId },
  ];
  return (
    <SettingForm
      saved={saved}
      draft={draft}
      fields={fields}
      error={save.error}
      saving={save.isPending}
      wrong={false}
      onSave={() => save.mutate({ body: { version: draft.version, store: documentOf(draft.values) } })}
    >
      {view.ownStores.length > 0 && (
        <Text size="sm">{t('store.ownStores', { numbers: view.ownStores.join(', ') })}</Text>
      )}
      <StoreFields
        values={draft.values}
        onChange={draft.set}
        problem={fieldErrors(save.error)}
        takesPayments={view.takesPayments}
        holdsStock={view.holdsStock}
      />
    </SettingForm>
  );
}
