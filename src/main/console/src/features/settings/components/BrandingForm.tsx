import { Alert, Anchor, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert, ExternalLink } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { Problem } from '@/lib/http';
import { useMay } from '@/lib/session';
import { Conflict } from './Conflict';
import classes from './Settings.module.css';

type Branding = Schemas['BrandingView'];

const fields = ['name', 'tagline', 'footer'] as const;
const textsOf = (branding: Branding) => ({
  name: branding.name,
  tagline: branding.tagline ?? '',
  footer: branding.footer ?? '',
});

/** Saved as a whole; who saves second sees what the other saved, and keeps what they wrote. */
export function BrandingForm({ branding }: { branding: Branding }) {
  const { t, i18n } = useTranslation(['settings', 'app']);
  const mayEdit = useMay()('SETTINGS_EDIT');
  const queries = useQueryClient();
  const path = { kind: branding.kind };
  const key = gateway.queryOptions('get', '/api/v1/receipt-branding/{kind}', { params: { path } }).queryKey;
  const form = useForm({
    mode: 'controlled',
    initialValues: { ...textsOf(branding), version: branding.version },
    validate: { name: (value) => (value.trim() === '' ? t('receipts.nameMissing') : null) },
  });
  const save = gateway.useMutation('put', '/api/v1/receipt-branding/{kind}', {
    onSuccess: (saved) => {
      queries.setQueryData(key, saved);
      form.setValues({ ...textsOf(saved), version: saved.version });
      form.resetDirty({ ...textsOf(saved), version: saved.version });
      showDone(t('receipts.saved'));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const theirs = branding.version > form.values.version && form.isDirty();
  useEffect(() => {
    // Nothing was written here: what others save is simply shown.
    if (branding.version > form.values.version && !form.isDirty()) {
      form.setValues({ ...textsOf(branding), version: branding.version });
      form.resetDirty({ ...textsOf(branding), version: branding.version });
    }
  }, [branding, form]);
  const conflict = save.error instanceof Problem && save.error.status === 409;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate({ params: { path }, body: values }))}>
      <Stack>
        {save.error && !conflict && (
          <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
            {save.error.message}
          </Alert>
        )}
        {theirs && (
          <Conflict
            differences={fields
              .map((field) => ({
                label: t(`receipts.${field}`),
                theirs: textsOf(branding)[field],
                mine: form.values[field].trim(),
              }))
              .filter(({ theirs: saved, mine }) => saved !== mine)}
            onMine={() => form.setFieldValue('version', branding.version)}
            onTheirs={() => {
              form.setValues({ ...textsOf(branding), version: branding.version });
              form.resetDirty({ ...textsOf(branding), version: branding.version });
              save.reset();
            }}
          />
        )}
        <TextInput
          label={t('receipts.name')}
          maxLength={80}
          disabled={!mayEdit}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('receipts.tagline')}
          description={t('receipts.taglineText')}
          maxLength={160}
          disabled={!mayEdit}
          {...form.getInputProps('tagline')}
        />
        <Textarea
          label={t('receipts.footer')}
          description={t('receipts.footerText')}
          autosize
          minRows={2}
          maxLength={500}
          disabled={!mayEdit}
          {...form.getInputProps('footer')}
        />
        <Group>
          {mayEdit && (
            <Button type="submit" disabled={!form.isDirty() || theirs} loading={save.isPending}>
              {t('save')}
            </Button>
          )}
          <Anchor
            size="sm"
            underline="always"
            href={`/api/v1/receipt-branding/${branding.kind}/preview?language=${i18n.language}`}
            target="_blank"
            rel="noopener"
            className={classes.download}
          >
            {t('receipts.preview')} <ExternalLink size={14} aria-hidden />
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
