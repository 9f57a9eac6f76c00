import { NumberInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { useDraft } from '../use-draft';
import { fieldErrors, SettingForm } from './SettingForm';

type View = Schemas['AuditSetting'];
type Values = { days: number | string };

const key = gateway.queryOptions('get', '/api/v1/settings/audit').queryKey;
const least = 90;

/** How long it is known who did what. */
export function AuditDays({ view }: { view: View }) {
  const { t } = useTranslation('settings');
  const disabled = !useMay()('SETTINGS_EDIT');
  const queries = useQueryClient();
  const saved = { ...view, values: { days: view.days } as Values };
  const draft = useDraft<Values>(saved);
  const save = gateway.useMutation('put', '/api/v1/settings/audit', {
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      draft.accept({ version: next.version, values: { days: next.days } });
      showDone(t('retention.saved'));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const { days } = draft.values;
  return (
    <SettingForm
      saved={saved}
      draft={draft}
      fields={[{ label: t('retention.auditDays'), text: (values: Values) => String(values.days) }]}
      error={save.error}
      saving={save.isPending}
      wrong={days === ''}
      onSave={() => save.mutate({ body: { version: draft.version, days: Number(days) } })}
    >
      <NumberInput
        label={t('retention.auditDays')}
        description={t('retention.auditText')}
        maw={320}
        min={least}
        max={36_500}
        allowDecimal={false}
        disabled={disabled}
        value={days}
        onChange={(next) => draft.set({ days: next })}
        error={fieldErrors(save.error)('/days')}
      />
    </SettingForm>
  );
}
