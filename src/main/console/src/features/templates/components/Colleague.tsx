import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../form';
import { wordsOf, type Part } from '../merge';
import classes from './Templates.module.css';

type ColleagueProps = {
  colleague: { who: string; version: number; theirs: Form; open: Part[] };
  mine: Form;
  onDecide: (part: Part, whose: 'mine' | 'theirs') => void;
};

/** Somebody else saved the same draft: what only they changed is here already, what both changed is to be decided. */
export function Colleague({ colleague: { who, version, theirs, open }, mine, onDecide }: ColleagueProps) {
  const { t } = useTranslation('templates');
  if (open.length === 0)
    return (
      <Text size="sm" role="status">
        {t('colleague.merged', { who, version })}
      </Text>
    );
  return (
    <Alert
      color="yellow"
      variant="outline"
      role="alert"
      icon={<Users aria-hidden />}
      title={t('colleague.conflict', { who, version })}
    >
      <Stack gap="sm">
        <Text size="sm">{t('colleague.conflictText')}</Text>
        {open.map((part) => (
          <Stack key={part} gap={4} role="group" aria-label={t(`parts.${part}`)}>
            <Text size="sm" fw={600}>
              {t(`parts.${part}`)}
            </Text>
            <div className={classes.both}>
              <Choice
                label={t('colleague.mine')}
                words={wordsOf(mine, part)}
                action={t('colleague.keepMine')}
                onChoose={() => onDecide(part, 'mine')}
              />
              <Choice
                label={who}
                words={wordsOf(theirs, part)}
                action={t('colleague.takeTheirs', { who })}
                onChoose={() => onDecide(part, 'theirs')}
              />
            </div>
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}

type ChoiceProps = { label: string; words: string; action: string; onChoose: () => void };

function Choice({ label, words, action, onChoose }: ChoiceProps) {
  const { t } = useTranslation('templates');
  return (
    <div>
      <Text size="xs">{label}</Text>
      <p className={classes.words} dir="auto">
        {words === '' ? t('colleague.nothing') : words}
      </p>
      <Group mt={4}>
        <Button size="compact-xs" variant="default" onClick={onChoose}>
          {action}
        </Button>
      </Group>
    </div>
  );
}
