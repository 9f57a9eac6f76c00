import { Alert, Button, Group, JsonInput, Modal, Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import type { Doubt } from './DoubtsTab';

/** What an order that was made is known by; other operations may say less, and the gateway names what it misses. */
const example = '{\n  "external_order_id": "",\n  "order_number": "",\n  "status": "pending"\n}';

/** A person looked it up in the ERP and says what is there. */
export function DecisionDialog({ doubt, onClose }: { doubt: Doubt; onClose: () => void }) {
  const { t } = useTranslation(['operations', 'app']);
  const queries = useQueryClient();
  const decide = gateway.useMutation('post', '/api/erp/doubts/{contactId}/{key}/decision', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/erp/doubts'] });
      onClose();
    },
  });
  const form = useForm({
    mode: 'controlled',
    initialValues: { executed: '', answer: doubt.operation === 'CREATE_ORDER' ? example : '{}' },
    validate: {
      executed: (value) => (value === '' ? t('doubts.choose') : null),
      answer: (value, { executed }) => (executed === 'yes' && !isObject(value) ? t('doubts.noObject') : null),
    },
  });
  const submit = form.onSubmit(({ executed, answer }) =>
    decide.mutate({
      params: { path: { contactId: doubt.contactId, key: doubt.key } },
      body:
        executed === 'yes'
          ? { executed: true, answer: JSON.parse(answer) as Record<string, never> }
          : { executed: false },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('doubts.title', { operation: doubt.operation })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          {decide.error && (
            <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
              {decide.error.message}
            </Alert>
          )}
          <Text size="sm">
            {t('doubts.lookFor')} <code dir="ltr">{doubt.key}</code>
          </Text>
          <Radio.Group label={t('doubts.question')} {...form.getInputProps('executed')}>
            <Stack gap="xs" mt="xs">
              <Radio value="yes" label={t('doubts.executed')} description={t('doubts.executedText')} />
              <Radio value="no" label={t('doubts.notExecuted')} description={t('doubts.notExecutedText')} />
            </Stack>
          </Radio.Group>
          {form.values.executed === 'yes' && (
            <JsonInput
              label={t('doubts.answer')}
              description={t('doubts.answerText')}
              rows={7}
              dir="ltr"
              formatOnBlur
              {...form.getInputProps('answer')}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={decide.isPending}>
              {t('doubts.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
