import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/gateway';

type FlowSelectProps = {
  label: string;
  description?: string;
  flows: Schemas['FlowChoice'][];
  /** null: none of its own. */
  value: string | null;
  onChange: (flow: string | null) => void;
  disabled?: boolean;
};

/** Chooses among the published flows; one that is no longer published stays to be seen. */
export function FlowSelect({
  label,
  description,
  flows,
  value,
  onChange,
  disabled = false,
}: FlowSelectProps) {
  const { t } = useTranslation();
  const known = flows.map(({ id, title }) => ({ value: id, label: title || id }));
  if (value && !known.some((flow) => flow.value === value)) known.push({ value, label: value });
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('flowSelect.none')}
      data={known}
      value={value}
      onChange={onChange}
      disabled={disabled}
      clearable
      clearButtonProps={{ 'aria-label': t('flowSelect.clear') }}
      searchable={known.length > 8}
    />
  );
}
