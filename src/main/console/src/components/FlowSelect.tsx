import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';

type FlowSelectProps = {
  label: string;
  description?: string;
  /** null: none of its own. */
  value: string | null;
  onChange: (flow: string | null) => void;
  disabled?: boolean;
};

/** Chooses among the published flows; who may not see flows sees the one that is chosen. */
export function FlowSelect({ label, description, value, onChange, disabled = false }: FlowSelectProps) {
  const { t } = useTranslation();
  const mayRead = useMay()('FLOWS_READ');
  const flows = gateway.useQuery('get', '/api/v1/flows', {}, { enabled: mayRead });
  const published = (flows.data?.flows ?? []).filter((flow) => flow.published);
  const known = published.map((flow) => ({ value: flow.id, label: flow.title || flow.id }));
  if (value && !known.some((flow) => flow.value === value)) known.push({ value, label: value });
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('flowSelect.none')}
      data={known}
      value={value}
      onChange={onChange}
      disabled={disabled || !mayRead}
      clearable
      clearButtonProps={{ 'aria-label': t('flowSelect.clear') }}
      searchable={known.length > 8}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
