import { Alert, Checkbox, NumberInput, Switch, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';

type RuleProps = {
  /** Empty: nothing is deleted. */
  days: number | string;
  least: number;
  /** What it begins with. */
  usual: number;
  /** How much would be deleted now; null: not known yet. */
  lost: number | null;
  changed: boolean;
  agreed: boolean;
  disabled: boolean;
  title: string;
  label: string;
  nothing: string;
  agree: string;
  error: string | undefined;
  onDays: (days: number | string) => void;
  onAgree: (agrees: boolean) => void;
};

/** Deletes after a number of days, or not; what that deletes now is agreed to. */
export function Rule(rule: RuleProps) {
  const { days, lost } = rule;
  return (
    <>
      <Switch
        label={rule.title}
        checked={days !== ''}
        disabled={rule.disabled}
        onChange={(event) => rule.onDays(event.currentTarget.checked ? rule.usual : '')}
      />
      {days !== '' && (
        <NumberInput
          label={rule.label}
          maw={320}
          min={rule.least}
          max={36_500}
          clampBehavior="blur"
          allowDecimal={false}
          disabled={rule.disabled}
          value={days}
          onChange={(next) => rule.onDays(next === '' ? rule.least : next)}
          error={rule.error}
        />
      )}
      {rule.changed && days !== '' && lost === 0 && <Text size="sm">{rule.nothing}</Text>}
      {rule.changed && days !== '' && lost !== null && lost > 0 && (
        <Alert variant="outline" color="yellow" icon={<TriangleAlert aria-hidden />} role="status">
          <Checkbox
            label={rule.agree}
            checked={rule.agreed}
            onChange={(event) => rule.onAgree(event.currentTarget.checked)}
          />
        </Alert>
      )}
    </>
  );
}
