import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { useDraft } from '../use-draft';
import { Rule } from './Rule';
import { fieldErrors, SettingForm } from './SettingForm';

type View = Schemas['RetentionView'];
/** Empty: for ever. */
type Days = number | string;
type Values = { customers: Days; messages: Days };

const key = gateway.queryOptions('get', '/api/v1/settings/retention').queryKey;
const least = 30;
const valuesOf = ({ customerDays, messageDays }: View): Values => ({
  customers: customerDays ?? '',
  messages: messageDays ?? '',
});
const daysOf = (days: Days) => (days === '' ? undefined : Number(days));

/** How long customers are known after the last words with them, and how old messages become; what that deletes is said and agreed to before. */
export function RetentionForm({ view }: { view: View }) {
  const { t } = useTranslation('settings');
  const disabled = !useMay()('SETTINGS_EDIT');
  const queries = useQueryClient();
  const saved = { ...view, values: valuesOf(view) };
  const draft = useDraft<Values>(saved);
  const [agreed, setAgreed] = useState<Values>({ customers: '', messages: '' });
  const save = gateway.useMutation('put', '/api/v1/settings/retention', {
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      draft.accept({ version: next.version, values: valuesOf(next) });
      setAgreed({ customers: '', messages: '' });
      showDone(t('retention.saved'));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const lost = useLost(draft.values, saved.values);
  const { customers, messages } = draft.values;
  const open = (name: keyof Values) =>
    lost[name] === null || (lost[name] > 0 && agreed[name] !== draft.values[name]);
  const rule = (name: keyof Values) => ({
    days: draft.values[name],
    least,
    lost: lost[name],
    changed: draft.values[name] !== saved.values[name],
    agreed: agreed[name] !== '' && agreed[name] === draft.values[name],
    disabled,
    onDays: (days: Days) => draft.set({ [name]: days }),
    onAgree: (agrees: boolean) => setAgreed({ ...agreed, [name]: agrees ? draft.values[name] : '' }),
  });
  return (
    <SettingForm
      saved={saved}
      draft={draft}
      fields={[
        { label: t('retention.customerDays'), text: (values: Values) => String(values.customers) },
        { label: t('retention.messageDays'), text: (values: Values) => String(values.messages) },
      ]}
      error={save.error}
      saving={save.isPending}
      wrong={open('customers') || open('messages')}
      onSave={() =>
        save.mutate({
          body: { version: draft.version, customerDays: daysOf(customers), messageDays: daysOf(messages) },
        })
      }
    >
      <Text size="sm" c="dimmed">
        {t('retention.customersText')}
      </Text>
      <Rule
        {...rule('customers')}
        usual={730}
        title={t('retention.forget')}
        label={t('retention.customerDays')}
        nothing={t('retention.nobody')}
        agree={t('retention.agree', { customers: lost.customers ?? 0 })}
        error={fieldErrors(save.error)('/customerDays')}
      />
      <Text size="sm" c="dimmed">
        {t('retention.messagesText')}
      </Text>
      <Rule
        {...rule('messages')}
        usual={365}
        title={t('retention.forgetMessages')}
        label={t('retention.messageDays')}
        nothing={t('retention.noMessage')}
        agree={t('retention.agreeMessages', { messages: lost.messages ?? 0 })}
        error={fieldErrors(save.error)('/messageDays')}
      />
    </SettingForm>
  );
}

/** What would be deleted now by what is not saved yet; null: that is not known yet. */
function useLost(values: Values, saved: Values): Record<keyof Values, number | null> {
  const [asked] = useDebouncedValue(values, 400);
  const asks = (name: keyof Values) =>
    asked[name] !== '' && asked[name] !== saved[name] && Number(asked[name]) >= least;
  const customers = gateway.useQuery(
    'get',
    '/api/v1/settings/retention/effect',
    { params: { query: { customerDays: Number(asked.customers) } } },
    { enabled: asks('customers'), retry: false },
  );
  const messages = gateway.useQuery(
    'get',
    '/api/v1/settings/retention/effect/messages',
    { params: { query: { messageDays: Number(asked.messages) } } },
    { enabled: asks('messages'), retry: false },
  );
  const lost = (name: keyof Values, found: { days: number; lost: number } | undefined) =>
    values[name] === '' || values[name] === saved[name]
      ? 0
      : found?.days === Number(values[name])
        ? found.lost
        : null;
  return {
    customers: lost(
      'customers',
      customers.data && { days: customers.data.customerDays, lost: customers.data.customers },
    ),
    messages: lost(
      'messages',
      messages.data && { days: messages.data.messageDays, lost: messages.data.messages },
    ),
  };
}
