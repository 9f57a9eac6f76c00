import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import { exchange } from '@/lib/http';
import { useMay } from '@/lib/session';
import classes from './Settings.module.css';

type Branding = Schemas['BrandingView'];

/** The picture at the head of a receipt. */
export function Logo({ branding }: { branding: Branding }) {
  const { t } = useTranslation('settings');
  const mayEdit = useMay()('SETTINGS_EDIT');
  const queries = useQueryClient();
  const path = { kind: branding.kind };
  const key = gateway.queryOptions('get', '/api/v1/receipt-branding/{kind}', { params: { path } }).queryKey;
  const address = `/api/v1/receipt-branding/${branding.kind}/logo`;
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append('file', file);
      await exchange(new Request(new URL(address, window.location.origin), { method: 'POST', body }));
    },
    networkMode: 'always',
    onSettled,
  });
  const remove = gateway.useMutation('delete', '/api/v1/receipt-branding/{kind}/logo', { onSettled });
  const error = upload.error ?? remove.error;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" fw={500}>
        {t('receipts.logo')}
      </Text>
      {branding.hasLogo ? (
        <img
          className={classes.logo}
          src={`${address}?version=${branding.version}`}
          alt={t('receipts.logo')}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('receipts.noLogo')}
        </Text>
      )}
      {error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {error.message}
        </Alert>
      )}
      {mayEdit && (
        <Group gap="xs">
          <FileButton accept="image/jpeg,image/png" onChange={(file) => file && upload.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={upload.isPending}
                leftSection={<Upload size={16} aria-hidden />}
              >
                {t('receipts.chooseLogo')}
              </Button>
            )}
          </FileButton>
          {branding.hasLogo && (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ params: { path } })}
            >
              {t('receipts.removeLogo')}
            </Button>
          )}
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {t('receipts.logoText')}
      </Text>
    </Stack>
  );
}
