import { Fieldset, Group, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/session';
import type { DeskValues } from '../desk';
import { ClosedTexts } from './ClosedTexts';
import { Holidays } from './Holidays';
import { Teams } from './Teams';
import { WeekHours } from './WeekHours';

type DeskFieldsProps = {
  values: DeskValues;
  onChange: (part: Partial<DeskValues>) => void;
  /** What the gateway says of a field. */
  problem: (pointer: string) => string | undefined;
};

export function DeskFields({ values, onChange, problem }: DeskFieldsProps) {
  const { t } = useTranslation('settings');
  const disabled = !useMay()('SETTINGS_EDIT');
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('desk.assign')}
        description={t('desk.assignText')}
        value={values.assign}
        onChange={(assign) => onChange({ assign: assign === 'round-robin' ? assign : 'manual' })}
        error={problem('/assign')}
      >
        <Stack gap="xs" mt="xs">
          {(['manual', 'round-robin'] as const).map((assign) => (
            <Radio
              key={assign}
              value={assign}
              label={t(`desk.assigns.${assign}.name`)}
              description={t(`desk.assigns.${assign}.text`)}
              disabled={disabled}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Group align="flex-end">
        <NumberInput
          label={t('desk.sla')}
          description={t('desk.slaText')}
          maw={320}
          min={1}
          max={100_000}
          allowDecimal={false}
          disabled={disabled}
          value={values.slaMinutes}
          onChange={(slaMinutes) => onChange({ slaMinutes })}
          error={problem('/slaMinutes') ?? (values.slaMinutes === '' ? t('desk.numberMissing') : undefined)}
        />
        <NumberInput
          label={t('desk.away')}
          description={t('desk.awayText')}
          maw={320}
          min={2}
          max={1440}
          allowDecimal={false}
          disabled={disabled}
          value={values.awayMinutes}
          onChange={(awayMinutes) => onChange({ awayMinutes })}
          error={problem('/awayMinutes') ?? (values.awayMinutes === '' ? t('desk.numberMissing') : undefined)}
        />
      </Group>
      <Fieldset legend={t('desk.hours')}>
        <Stack gap="sm">
          <WeekHours
            always={values.always}
            week={values.week}
            onChange={onChange}
            problem={problem}
            disabled={disabled}
          />
          {values.always && (
            <TextInput
              type="time"
              maw={260}
              label={t('desk.digest')}
              disabled={disabled}
              value={values.digestAt}
              onChange={(event) => onChange({ digestAt: event.currentTarget.value })}
              error={problem('/digestAt')}
            />
          )}
          {!values.always && (
            <Holidays
              days={values.holidays}
              onChange={(holidays) => onChange({ holidays })}
              problem={problem('/holidays')}
              disabled={disabled}
            />
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('desk.closed')}>
        <ClosedTexts
          texts={values.texts}
          onChange={(texts) => onChange({ texts })}
          problem={problem}
          disabled={disabled}
        />
      </Fieldset>
      <Fieldset legend={t('desk.teams')}>
        <Teams
          teams={values.teams}
          usual={values.defaultTeam}
          onChange={onChange}
          problem={problem}
          disabled={disabled}
        />
      </Fieldset>
    </Stack>
  );
}
