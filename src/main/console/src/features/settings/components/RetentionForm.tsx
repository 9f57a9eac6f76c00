import { Alert, Checkbox, NumberInput, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { useDraft } from '../use-draft';
import { fieldErrors, SettingForm } from './SettingForm';

type View = Schemas['RetentionView'];
/** Empty: for ever. */
type Values = { days: number | string };

const key = gateway.queryOptions('get', '/api/v1/settings/retention').queryKey;
const least = 30;
const usual = 730;
const valuesOf = (view: View): Values => ({ days: view.customerDays ?? '' });

/** How long customers are known after the last words with them; what that deletes is said and agreed to before. */
export function CustomerDays({ view }: { view: View }) {
  const { t } = useTranslation('settings');
  const disabled = !useMay()('SETTINGS_EDIT');
  const queries = useQueryClient();
  const [agreed, setAgreed] = useState<number | null>(null);
  const saved = { ...view, values: valuesOf(view) };
  const draft = useDraft<Values>(saved);
  const save = gateway.useMutation('put', '/api/v1/settings/retention', {
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      draft.accept({ version: next.version, values: valuesOf(next) });
      setAgreed(null);
      showDone(t('retention.saved'));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const { days } = draft.values;
  const [asked] = useDebouncedValue(days, 400);
  const customerDays = Number(asked);
  const effect = gateway.useQuery(
    'get',
    '/api/v1/settings/retention/effect',
    { params: { query: { customerDays } } },
    { enabled: draft.dirty && asked !== '' && customerDays >= least, retry: false },
  );
  const known = effect.data?.customerDays === Number(days) ? effect.data.customers : null;
  const wrong = days !== '' && (known === null || (known > 0 && agreed !== Number(days)));
  return (
    <SettingForm
      saved={saved}
      draft={draft}
      fields={[{ label: t('retention.customerDays'), text: (values: Values) => String(values.days) }]}
      error={save.error}
      saving={save.isPending}
      wrong={wrong}
      onSave={() =>
        save.mutate({
          body: { version: draft.version, customerDays: days === '' ? undefined : Number(days) },
        })
      }
    >
      <Text size="sm" c="dimmed">
        {t('retention.customersText')}
      </Text>
      <Switch
        label={t('retention.forget')}
        checked={days !== ''}
        disabled={disabled}
        onChange={(event) => draft.set({ days: event.currentTarget.checked ? usual : '' })}
      />
      {days !== '' && (
        <NumberInput
          label={t('retention.customerDays')}
          maw={320}
          min={least}
          max={36_500}
          clampBehavior="blur"
          allowDecimal={false}
          disabled={disabled}
          value={days}
          onChange={(next) => draft.set({ days: next === '' ? least : next })}
          error={fieldErrors(save.error)('/customerDays')}
        />
      )}
      {draft.dirty && days !== '' && known === 0 && <Text size="sm">{t('retention.nobody')}</Text>}
      {draft.dirty && days !== '' && known !== null && known > 0 && (
        <Alert variant="outline" color="yellow" icon={<TriangleAlert aria-hidden />} role="status">
          <Checkbox
            label={t('retention.agree', { customers: known })}
            checked={agreed === Number(days)}
            onChange={(event) => setAgreed(event.currentTarget.checked ? Number(days) : null)}
          />
        </Alert>
      )}
    </SettingForm>
  );
}
