import { Button, Group, Pill, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type HolidaysProps = {
  /** As 2026-12-25, the earliest first. */
  days: string[];
  onChange: (days: string[]) => void;
  problem: string | undefined;
  disabled: boolean;
};

/** Days on which the business is closed whatever its hours. */
export function Holidays({ days, onChange, problem, disabled }: HolidaysProps) {
  const { t, i18n } = useTranslation('settings');
  const [day, setDay] = useState('');
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const add = () => {
    if (day !== '') onChange([...new Set([...days, day])].toSorted());
    setDay('');
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('desk.holidays')}
      </Text>
      <Pill.Group>
        {days.map((known) => (
          <Pill
            key={known}
            withRemoveButton={!disabled}
            removeButtonProps={{
              'aria-label': t('desk.removeHoliday', { day: known }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => onChange(days.filter((other) => other !== known))}
          >
            {format.format(new Date(`${known}T00:00:00Z`))}
          </Pill>
        ))}
      </Pill.Group>
      {days.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('desk.noHolidays')}
        </Text>
      )}
      {!disabled && (
        <Group gap="xs" align="flex-end">
          <TextInput
            type="date"
            size="xs"
            label={t('desk.holiday')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={problem}
          />
          <Button size="xs" variant="default" disabled={day === ''} onClick={add}>
            {t('desk.addHoliday')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
