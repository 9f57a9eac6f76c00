import { Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { uploadSample } from '../upload-sample';

type SampleFileProps = {
  kind: string;
  handle: string;
  account: string | undefined;
  error: string | undefined;
  onHandle: (handle: string) => void;
};

const accepted: Record<string, string> = {
  IMAGE: 'image/jpeg,image/png',
  VIDEO: 'video/mp4,video/3gpp',
  DOCUMENT: 'application/pdf',
};

/** The example of a picture, film or document, which Meta wants to see; each message brings its own later. */
export function SampleFile({ kind, handle, account, error, onHandle }: SampleFileProps) {
  const { t } = useTranslation('templates');
  const upload = useMutation({
    mutationFn: (file: File) => uploadSample(file, kind, account),
    networkMode: 'always',
    onSuccess: onHandle,
  });
  return (
    <Stack gap={6}>
      <Group gap="xs" align="flex-end">
        <FileButton accept={accepted[kind]} onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={upload.isPending}
              leftSection={<Upload size={14} aria-hidden />}
            >
              {t('form.uploadSample')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed">
          {t('form.fileText')}
        </Text>
      </Group>
      {upload.isError && (
        <Text size="sm" c="red" role="alert">
          {upload.error.message}
        </Text>
      )}
      <TextInput
        size="xs"
        label={t('form.handle')}
        description={t('form.handleText')}
        dir="ltr"
        value={handle}
        error={error}
        onChange={({ currentTarget }) => onHandle(currentTarget.value.trim())}
      />
    </Stack>
  );
}
