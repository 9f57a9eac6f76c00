import { Alert, FileButton, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import { imageProblem, uploadImage } from '@/lib/images';
import classes from './ImageUpload.module.css';

/** Takes a picture by choosing, dropping or pasting it; what WhatsApp would not show is refused with the reason. */
export function ImageUpload({ onUploaded }: { onUploaded: (image: Schemas['ImageView']) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: uploadImage,
    networkMode: 'always',
    onSuccess: (image) => {
      void queries.invalidateQueries({
        queryKey: gateway.queryOptions('get', '/api/v1/images').queryKey,
      });
      onUploaded(image);
    },
    onError: (error) => setProblem(error.message),
  });
  const take = (file: File | null | undefined) => {
    if (!file) return;
    const found = imageProblem(file);
    setProblem(
      found &&
        t(`upload.${found}`, { type: file.type || file.name, size: (file.size / 1024 / 1024).toFixed(1) }),
    );
    if (!found) upload.mutate(file);
  };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])][0];
      if (file) take(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
  return (
    <Stack gap="xs">
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <Stack align="center" gap="xs">
          <Text size="sm">{t('upload.text')}</Text>
          <FileButton accept="image/jpeg,image/png,image/webp" onChange={take}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={upload.isPending}
                leftSection={<Upload size={16} aria-hidden />}
              >
                {t('upload.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {t('upload.limits')}
          </Text>
        </Stack>
      </div>
      {problem && (
        <Alert color="red" variant="outline" role="alert" icon={<CircleAlert aria-hidden />}>
          {problem}
        </Alert>
      )}
    </Stack>
  );
}
