import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ImageUpload } from '@/components/ImageUpload';
import { imagePath } from '@/lib/images';
import { useMay } from '@/lib/session';

type MappingFileProps = {
  kind: string;
  value: string;
  readOnly: boolean;
  onChange: (address: string) => void;
};

/** The picture, film or document that every message of this event brings along. */
export function MappingFile({ kind, value, readOnly, onChange }: MappingFileProps) {
  const { t } = useTranslation('templates');
  const mayUpload = useMay()('CATALOG_EDIT');
  return (
    <Stack gap="xs">
      <TextInput
        label={t('mapping.file')}
        description={kind === 'IMAGE' ? t('mapping.pictureText') : t('mapping.fileText')}
        placeholder="https://…"
        dir="ltr"
        required
        readOnly={readOnly}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
      />
      {kind === 'IMAGE' && !readOnly && mayUpload && (
        <ImageUpload onUploaded={({ id }) => onChange(imagePath(id))} />
      )}
    </Stack>
  );
}
