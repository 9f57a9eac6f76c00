import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { differences, type MappingForm } from '../mapping';

type MappingConflictProps = {
  theirs: MappingForm;
  mine: MappingForm;
  onMine: () => void;
  onTheirs: () => void;
};

/** Somebody else has saved the mapping meanwhile: where the two differ, and which one counts. */
export function MappingConflict({ theirs, mine, onMine, onTheirs }: MappingConflictProps) {
  const { t } = useTranslation('templates');
  const label = (part: string) =>
    part === 'template' ? t('mapping.template') : part === 'languages' ? t('mapping.languages') : part;
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<Users aria-hidden />}
      role="alert"
      title={t('mapping.conflict')}
    >
      <Stack gap="xs" align="flex-start">
        {differences(theirs, mine).map((part) => (
          <div key={part.name}>
            <Text size="sm" fw={600}>
              {label(part.name)}
            </Text>
            <Text size="sm">
              {t('mapping.theirs')}: <bdi>{part.theirs || '–'}</bdi>
            </Text>
            <Text size="sm">
              {t('mapping.mine')}: <bdi>{part.mine || '–'}</bdi>
            </Text>
          </div>
        ))}
        <Group gap="xs">
          <Button size="xs" onClick={onMine}>
            {t('mapping.keepMine')}
          </Button>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {t('mapping.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
