import { ActionIcon, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { days, fault, next, type Day, type Range, type Week } from '../hours';
import classes from './Settings.module.css';

type WeekHoursProps = {
  always: boolean;
  week: Week;
  onChange: (part: { always?: boolean; week?: Week }) => void;
  problem: (pointer: string) => string | undefined;
  disabled: boolean;
};

const most = 4;

/** Day by day, from and to; a day without any is closed. */
export function WeekHours({ always, week, onChange, problem, disabled }: WeekHoursProps) {
  const { t } = useTranslation('settings');
  const closed = days.every((day) => week[day].length === 0);
  return (
    <>
      <Switch
        label={t('desk.always')}
        checked={always}
        disabled={disabled}
        onChange={(event) => onChange({ always: event.currentTarget.checked })}
      />
      {!always &&
        days.map((day) => (
          <DayHours
            key={day}
            day={day}
            ranges={week[day]}
            onChange={(ranges) => onChange({ week: { ...week, [day]: ranges } })}
            problem={problem(`/hours/${day}`)}
            disabled={disabled}
          />
        ))}
      {!always && closed && (
        <Text size="sm" c="red" role="alert">
          {t('desk.neverOpen')}
        </Text>
      )}
    </>
  );
}

type DayHoursProps = {
  day: Day;
  ranges: Range[];
  onChange: (ranges: Range[]) => void;
  problem: string | undefined;
  disabled: boolean;
};

function DayHours({ day, ranges, onChange, problem, disabled }: DayHoursProps) {
  const { t } = useTranslation('settings');
  const name = t(`desk.days.${day}`);
  const wrong = fault(ranges);
  const said = problem ?? (wrong ? t(`desk.faults.${wrong}`) : undefined);
  const change = (at: number, part: Partial<Range>) =>
    onChange(ranges.map((range, i) => (i === at ? { ...range, ...part } : range)));
  return (
    <div role="group" aria-label={name}>
      <Group gap="xs" align="center">
        <Text size="sm" className={classes.day}>
          {name}
        </Text>
        {ranges.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('desk.dayClosed')}
          </Text>
        )}
        {ranges.map(({ from, to }, at) => (
          <Group key={`${day}-${at}`} gap={4} wrap="nowrap">
            <TextInput
              type="time"
              size="xs"
              aria-label={t('desk.from', { day: name })}
              disabled={disabled}
              value={from}
              onChange={(event) => change(at, { from: event.currentTarget.value })}
            />
            <span aria-hidden>–</span>
            <TextInput
              type="time"
              size="xs"
              aria-label={t('desk.to', { day: name })}
              disabled={disabled}
              value={to}
              onChange={(event) => change(at, { to: event.currentTarget.value })}
            />
            {!disabled && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('desk.removeHours', { day: name })}
                onClick={() => onChange(ranges.filter((_, i) => i !== at))}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!disabled && ranges.length < most && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Plus size={12} aria-hidden />}
            aria-label={t('desk.addHoursTo', { day: name })}
            onClick={() => onChange([...ranges, next(ranges)])}
          >
            {t('desk.addHours')}
          </Button>
        )}
      </Group>
      {said && (
        <Text size="xs" c="red" role="alert">
          {said}
        </Text>
      )}
    </div>
  );
}
