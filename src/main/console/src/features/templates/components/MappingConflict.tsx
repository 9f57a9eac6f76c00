import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictAlert } from '@/components/ConflictAlert';
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
    <ConflictAlert
      title={t('mapping.conflict')}
      keepMine={t('mapping.keepMine')}
      takeTheirs={t('mapping.takeTheirs')}
      onMine={onMine}
      onTheirs={onTheirs}
    >
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
    </ConflictAlert>
  );
}
