import { Alert, Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';

type KeyFormProps = {
  scopes: string[];
  onClose: () => void;
  onMade: (made: Schemas['MadeKey']) => void;
};

const day = 24 * 60 * 60 * 1000;

/** What a program may do, and for how long. */
export function KeyForm({ scopes, onClose, onMade }: KeyFormProps) {
  const { t } = useTranslation(['settings', 'app']);
  const queries = useQueryClient();
  const make = gateway.useMutation('post', '/api/v1/api-keys', {
    onSuccess: (made) => {
      void queries.invalidateQueries({
        queryKey: gateway.queryOptions('get', '/api/v1/api-keys').queryKey,
      });
      onClose();
      onMade(made);
    },
  });
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: '', scopes: [] as string[], days: '365' },
    validate: {
      name: (value) => (value.trim() === '' ? t('keys.nameMissing') : null),
      scopes: (value) => (value.length === 0 ? t('keys.scopeMissing') : null),
    },
  });
  const submit = form.onSubmit(({ name, scopes: wanted, days }) =>
    make.mutate({ body: { name: name.trim(), scopes: wanted, expiresAt: endOf(days) } }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.make')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          {make.error && (
            <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
              {make.error.message}
            </Alert>
          )}
          <TextInput
            label={t('keys.name')}
            description={t('keys.nameText')}
            maxLength={80}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Checkbox.Group
            label={t('keys.scopes')}
            description={t('keys.scopesText')}
            {...form.getInputProps('scopes')}
          >
            <Stack gap="xs" mt="xs">
              {scopes.map((scope) => (
                <Checkbox key={scope} value={scope} label={<span dir="ltr">{scope}</span>} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Select
            label={t('keys.validFor')}
            allowDeselect={false}
            data={['30', '90', '365', ''].map((value) => ({
              value,
              label: value === '' ? t('keys.always') : t('keys.days', { count: Number(value) }),
            }))}
            {...form.getInputProps('days')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {t('keys.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** @param days empty: it has no end */
function endOf(days: string): string | undefined {
  return days === '' ? undefined : new Date(Date.now() + Number(days) * day).toISOString();
}
