import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import type { Blank } from '../api';
import { fitting, isInAddress, type MappingForm } from '../mapping';
import { useWords } from '../words';
import classes from './Templates.module.css';

type BlankFieldsProps = {
  blanks: Blank[];
  form: MappingForm;
  event: string;
  readOnly: boolean;
  onChange: (form: MappingForm) => void;
};

/** What each blank is filled with, and what stands there where an order has no value for it. */
export function BlankFields({ blanks, form, event, readOnly, onChange }: BlankFieldsProps) {
  const { t } = useTranslation('templates');
  const words = useWords();
  const variables = gateway.useQuery(
    'get',
    '/api/v1/template-mappings/variables',
    {},
    { staleTime: Infinity },
  );
  const label = ({ key, name }: Blank) => {
    if (key.startsWith('header.')) return t('mapping.inHeader', { name });
    return isInAddress(key)
      ? t('mapping.inButton', { name, number: Number(key.split('.')[1]) + 1 })
      : t('mapping.inBody', { name });
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t('mapping.blanks')}</legend>
      <Stack gap="sm">
        {blanks.map((blank) => (
          <div key={blank.key} className={classes.both}>
            <Select
              label={label(blank)}
              placeholder={t('mapping.choose')}
              readOnly={readOnly}
              allowDeselect={false}
              value={form.variables[blank.key] ?? null}
              error={form.variables[blank.key] === undefined ? t('mapping.unmapped') : undefined}
              data={fitting(variables.data?.variables ?? [], blank.key, event).map(({ name }) => ({
                value: name,
                label: words.variable(name),
              }))}
              onChange={(variable) =>
                variable !== null &&
                onChange({ ...form, variables: { ...form.variables, [blank.key]: variable } })
              }
            />
            {!isInAddress(blank.key) && (
              <TextInput
                label={t('mapping.fallback', { name: blank.name })}
                readOnly={readOnly}
                dir="auto"
                value={form.fallbacks[blank.key] ?? ''}
                onChange={({ currentTarget }) =>
                  onChange({ ...form, fallbacks: { ...form.fallbacks, [blank.key]: currentTarget.value } })
                }
              />
            )}
          </div>
        ))}
        <Text size="xs" c="dimmed">
          {t('mapping.fallbackText')}
        </Text>
      </Stack>
    </fieldset>
  );
}
