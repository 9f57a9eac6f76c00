import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { customersQuery } from '@/lib/simulated-customers';
import type { Blank } from '../api';

type TestDialogProps = {
  name: string;
  language: string;
  blanks: Blank[];
  /** Its header is a file, which the test has to bring along. */
  withFile: boolean;
  values?: Record<string, string>;
  file?: string | null;
  onClose: () => void;
};

/** Sends a template to somebody's own phone, or on the simulator to one of its phones. */
export function TestDialog({ name, language, blanks, withFile, values, file, onClose }: TestDialogProps) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const may = useMay();
  const simulated = useQuery({ ...customersQuery, retry: false, enabled: may('FLOWS_READ') });
  const phones = (simulated.data?.customers ?? []).filter(({ phone }) => phone !== null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [filled, setFilled] = useState<Record<string, string>>(() =>
    Object.fromEntries(blanks.map(({ key, example }) => [key, values?.[key] ?? example])),
  );
  const [header, setHeader] = useState(file ?? '');
  const send = gateway.useMutation('post', '/api/v1/templates/{name}/{language}/test');
  const customer = phones.find(({ phone }) => phone === chosen) ?? phones[0];
  const to = phones.length > 0 ? (customer?.phone ?? '') : typed.trim();
  const submit = () =>
    send.mutate({
      params: { path: { name, language } },
      body: { to, values: filled, header: withFile ? header : undefined },
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('test.title', { name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {send.isSuccess ? (
        <Stack gap="sm">
          <Group gap="xs" wrap="nowrap" role="status">
            <CircleCheck size={18} aria-hidden />
            <Text size="sm">{t('test.sent')}</Text>
          </Group>
          <Group justify="space-between">
            <Group gap="md">
              {customer && (
                <Link to="/phone" search={{ customer: customer.id }}>
                  {t('test.phone', { name: customer.name })}
                </Link>
              )}
              {may('CHATS_READ') && <ChatLink contact={send.data.contactId}>{t('test.chat')}</ChatLink>}
            </Group>
            <Button variant="default" onClick={onClose}>
              {common('close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (to !== '' && !send.isPending) submit();
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{phones.length > 0 ? t('test.simulated') : t('test.text')}</Text>
            {phones.length > 0 ? (
              <Select
                label={t('test.to')}
                allowDeselect={false}
                value={customer?.phone ?? null}
                data={phones.map(({ phone, name: who }) => ({
                  value: phone ?? '',
                  label: `${who} · ${phone}`,
                }))}
                onChange={setChosen}
              />
            ) : (
              <TextInput
                label={t('test.to')}
                type="tel"
                dir="ltr"
                required
                value={typed}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              />
            )}
            {withFile && (
              <TextInput
                label={t('test.file')}
                dir="ltr"
                required
                placeholder="https://…"
                value={header}
                onChange={({ currentTarget }) => setHeader(currentTarget.value)}
              />
            )}
            {blanks.map(({ key, name: blank }) => (
              <TextInput
                key={key}
                size="xs"
                label={t('form.sample', { name: blank })}
                dir="auto"
                value={filled[key] ?? ''}
                onChange={({ currentTarget }) => {
                  const { value } = currentTarget;
                  setFilled((before) => ({ ...before, [key]: value }));
                }}
              />
            ))}
            {send.error && (
              <Alert color="red" variant="outline" role="alert">
                {(send.error as Error).message}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={send.isPending} disabled={to === ''}>
                {t('test.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
