import { Button, Group, JsonInput, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonBlock } from '@/components/JsonBlock';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';

type DoubtProps = { item: Schemas['AttentionItemView']; onDealt: () => void };

/** What the ERP would have answered to it, in the words of the contract. */
const answers: Record<string, string> = {
  CREATE_ORDER: '{\n  "external_order_id": "",\n  "order_number": "",\n  "status": "pending"\n}',
};

/** A write of which nobody knows whether the ERP executed it: a person has looked, and says so. */
export function Doubt({ item, onDealt }: DoubtProps) {
  const { t } = useTranslation('attention');
  const { t: common } = useTranslation();
  const may = useMay();
  const [open, dialog] = useDisclosure(false);
  const [contact = '', key = ''] = splitOnce(item.id, '/');
  const doubts = gateway.useQuery('get', '/api/erp/doubts', {}, { enabled: open });
  const doubt = doubts.data?.doubts.find((one) => one.key === key);
  const [typed, setTyped] = useState<string>();
  const answer = typed ?? (doubt ? (answers[doubt.operation] ?? '{}') : '{}');
  const decide = gateway.useMutation('post', '/api/erp/doubts/{contactId}/{key}/decision', {
    onSuccess: dialog.close,
    onError: (error) => notifications.show({ color: 'red', title: t('notDone'), message: error.message }),
    onSettled: onDealt,
  });
  if (!may('OPERATIONS_RUN')) return null;
  const path = { contactId: Number(contact), key };
  return (
    <>
      <Button size="compact-sm" onClick={dialog.open}>
        {t('doubt.decide')}
      </Button>
      <Modal
        opened={open}
        onClose={dialog.close}
        title={t('doubt.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('doubt.text')}</Text>
          {doubt && <JsonBlock value={doubt.request} label={t('doubt.request')} />}
          <JsonInput
            label={t('doubt.answer')}
            description={t('doubt.answerHint')}
            value={answer}
            onChange={setTyped}
            autosize
            minRows={4}
            validationError={t('doubt.notJson')}
          />
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={decide.isPending}
              onClick={() => decide.mutate({ params: { path }, body: { executed: false } })}
            >
              {t('doubt.notExecuted')}
            </Button>
            <Button
              loading={decide.isPending}
              disabled={parsed(answer) === undefined}
              onClick={() =>
                decide.mutate({ params: { path }, body: { executed: true, answer: parsed(answer) } })
              }
            >
              {t('doubt.executed')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function splitOnce(text: string, between: string): string[] {
  const at = text.indexOf(between);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + between.length)];
}

function parsed(text: string): Record<string, never> | undefined {
  try {
    return JSON.parse(text) as Record<string, never>;
  } catch {
    return undefined;
  }
}
