import { Button, Group, List, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notify } from '@/components/notify';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/lib/gateway';
import { currentLanguage } from '@/lib/i18n';
import { answerFlow } from '../answer-flow';

type AnswerDialogProps = { question: string; onClose: () => void };

/** Makes a flow of a question and its answer, and publishes it: from then on customers get it at once. */
export function AnswerDialog({ question, onClose }: AnswerDialogProps) {
  const { t } = useTranslation('attention');
  const { t: common } = useTranslation();
  const [words, setWords] = useState(question);
  const [answer, setAnswer] = useState('');
  // A try that could not be published is replaced by the next one.
  const saved = useRef(new Map<string, string>());
  const publish = useMutation({
    mutationFn: async () => {
      const { id, text } = answerFlow(words, answer, currentLanguage().code);
      const revision = saved.current.get(id);
      const { data: draft } = await api.POST('/api/v1/flows', {
        // The gateway takes the text as it is.
        body: text as never,
        bodySerializer: (body: unknown) => String(body),
        headers: { 'Content-Type': 'application/json', ...(revision && { 'If-Match': `"${revision}"` }) },
      });
      if (draft) saved.current.set(id, draft.revision);
      await api.POST('/api/v1/flows/{flow}/publish', {
        params: { path: { flow: id } },
        body: { revision: draft?.revision ?? 'draft', message: t('questions.note') },
      });
    },
    onSuccess: () => {
      notify({ message: t('questions.published') });
      onClose();
    },
  });
  const fields =
    publish.error && 'fields' in publish.error ? (publish.error.fields as { message: string }[]) : [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('questions.dialog')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('questions.words')}
            description={t('questions.wordsHint')}
            required
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Textarea
            label={t('questions.say')}
            required
            autosize
            minRows={3}
            maxLength={1024}
            value={answer}
            onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
            data-autofocus
          />
          {publish.error && (
            <Stack gap={4} role="alert">
              <Text size="sm">{publish.error.message}</Text>
              <List size="sm">
                {fields.map(({ message }) => (
                  <List.Item key={message}>{message}</List.Item>
                ))}
              </List>
            </Stack>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              loading={publish.isPending}
              disabled={words.trim() === '' || answer.trim() === ''}
            >
              {t('questions.publish')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
