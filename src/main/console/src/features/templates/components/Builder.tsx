import { Alert, Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { CircleAlert, Lightbulb } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { showDone } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import type { Draft, Finding } from '../api';
import { definitionOf, type Form } from '../form';
import { ButtonsField } from './ButtonsField';
import { Colleague } from './Colleague';
import { CheckContext } from './check-context';
import { NameFields, WordsFields } from './FormFields';
import { TemplatePreview } from './TemplatePreview';
import classes from './Templates.module.css';
import { useDraft } from './use-draft';

type BuilderProps = { draft: Draft | null; initial: Form; account?: string };

/** Form at the left, phone at the right; the gateway checks each change against Meta's rules. */
export function Builder({ draft, initial, account }: BuilderProps) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const state = useDraft(draft, initial, account);
  const { form, setForm, dirty, busy, colleague } = state;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(draft !== null);
  // Once it is submitted or thrown away, nothing can be lost.
  const left = useRef(false);
  const edits = draft?.edits ?? false;
  const check = useCheck(form, edits, draft?.account || account);
  const findings = check.data?.findings ?? [];
  const errors = findings.filter(({ level }) => level === 'ERROR');
  const open = (colleague?.open.length ?? 0) > 0;
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !left.current,
    enableBeforeUnload: () => dirty && !left.current,
    withResolver: true,
  });
  const save = async () => {
    if (open || busy) return;
    const saved = await state.save();
    if (!saved) return;
    showDone(t('builder.saved'));
    if (draft === null) {
      left.current = true;
      void navigate({ to: '/templates/drafts/$draft', params: { draft: String(saved.id) }, replace: true });
    }
  };
  const submit = async () => {
    setAll(true);
    if (errors.length > 0 || open || !(await state.submit())) return;
    left.current = true;
    showDone(t('builder.submitted'));
    void navigate({ to: '/templates/$name', params: { name: form.name } });
  };
  const discard = async () => {
    if (!(await state.discard())) return;
    left.current = true;
    void navigate({ to: '/templates' });
  };
  useHotkeys([['mod+S', () => void save()]], []);
  return (
    <Page
      title={title(t, form, edits, state.id)}
      help={t('builder.help', { returnObjects: true })}
      badges={
        <Badge variant="default" role="status">
          {dirty
            ? t('builder.unsaved')
            : state.id === undefined
              ? t('builder.new')
              : t('builder.savedAs', { version: state.version })}
        </Badge>
      }
      actions={
        <>
          {state.id !== undefined && (
            <Button variant="subtle" color="red" disabled={busy} onClick={() => void discard()}>
              {t('builder.discard')}
            </Button>
          )}
          <Button variant="default" loading={busy} disabled={open || !dirty} onClick={() => void save()}>
            {t('builder.save')}
          </Button>
          <Button loading={busy} disabled={open} onClick={() => void submit()}>
            {t('builder.submit')}
          </Button>
        </>
      }
    >
      {state.failure && (
        <Alert color="red" variant="outline" role="alert" icon={<CircleAlert aria-hidden />}>
          {state.failure.message}
        </Alert>
      )}
      {colleague && <Colleague colleague={colleague} mine={form} onDecide={state.decide} />}
      <CheckContext value={{ findings, shows: (field) => all || touched.has(field.split('.')[0] ?? field) }}>
        <div className={classes.columns}>
          <Stack
            gap="md"
            className={classes.form}
            onBlur={({ target }) => {
              const field = target.closest<HTMLElement>('[data-field]')?.dataset.field;
              if (field !== undefined) setTouched((before) => new Set(before).add(field));
            }}
          >
            <NameFields form={form} onChange={setForm} fixed={edits} />
            <WordsFields form={form} account={draft?.account || account} onChange={setForm} />
            <ButtonsField form={form} onChange={setForm} />
          </Stack>
          <Stack gap="sm" className={classes.beside}>
            {check.data && <TemplatePreview shown={check.data.shown} header={form.header.kind} />}
            {check.isError && (
              <Text size="sm" role="alert">
                {(check.error as Error).message}
              </Text>
            )}
            <Summary findings={findings} all={all} />
          </Stack>
        </div>
      </CheckContext>
      <Modal
        opened={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        title={t('builder.leave')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Text size="sm">{t('builder.leaveText')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => blocker.reset?.()}>
            {t('builder.stay')}
          </Button>
          <Button color="red" onClick={() => blocker.proceed?.()}>
            {t('builder.leaveNow')}
          </Button>
        </Group>
      </Modal>
    </Page>
  );
}

function title(
  t: ReturnType<typeof useTranslation<'templates'>>['t'],
  { name, language }: Form,
  edits: boolean,
  id: number | undefined,
): string {
  if (edits) return t('builder.editing', { name, language });
  return id === undefined
    ? t('builder.new')
    : t('builder.draftOf', { name: name === '' ? t('nameless') : name });
}

/** What Meta would say, from the gateway, a moment after the last change. */
function useCheck(form: Form, edits: boolean, account: string | undefined) {
  const [definition] = useDebouncedValue(JSON.stringify(definitionOf(form)), 300);
  return gateway.useQuery(
    'post',
    '/api/v1/templates/lint',
    { params: { query: { edits, account } }, body: JSON.parse(definition) as never },
    { placeholderData: keepPreviousData, staleTime: 5_000 },
  );
}

/** All that was found, for those who look for it in one place. */
function Summary({ findings, all }: { findings: Finding[]; all: boolean }) {
  const { t } = useTranslation('templates');
  const errors = findings.filter(({ level }) => level === 'ERROR');
  const hints = findings.filter(({ level }) => level !== 'ERROR');
  return (
    <Stack gap="xs" aria-live="polite">
      {errors.length === 0 ? (
        <Text size="sm">{t('builder.fits')}</Text>
      ) : (
        <Text size="sm">{t('builder.errors', { count: errors.length })}</Text>
      )}
      {all && errors.length > 0 && (
        <Alert color="red" variant="outline" py="xs" icon={<CircleAlert aria-hidden />}>
          <Sentences findings={errors} />
        </Alert>
      )}
      {hints.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          py="xs"
          icon={<Lightbulb aria-hidden />}
          title={t('builder.hints')}
        >
          <Sentences findings={hints} />
        </Alert>
      )}
    </Stack>
  );
}

function Sentences({ findings }: { findings: Finding[] }) {
  return (
    <Stack gap={4}>
      {findings.map(({ field, sentence }) => (
        <Text key={`${field}${sentence}`} size="sm">
          {sentence}
        </Text>
      ))}
    </Stack>
  );
}
