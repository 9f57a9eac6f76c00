import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core';
import {
  ArrowDown,
  ArrowUp,
  ClipboardPaste,
  Copy,
  CopyPlus,
  MoreHorizontal,
  Plus,
  Scissors,
  Trash2,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { arrayOf, objectOf } from '../../model/flow';
import { schema, resolve } from '../../model/schema';
import { pointerOf } from '../../model/text';
import classes from '../form/Form.module.css';
import { Properties } from '../form/groups';
import { useForm } from '../form/form-context';
import type { StepActions } from './actions';
import { Translations } from './Translations';
import type { StepClipboard } from './use-step-clipboard';

export const stepSchema = resolve(schema).properties?.steps?.items ?? {};
const goodId = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/** Everything a step has, and may have. */
export function StepForm({
  index,
  actions,
  clipboard,
}: {
  index: number;
  actions: StepActions;
  clipboard: StepClipboard;
}) {
  const { t } = useTranslation('flows');
  const { flow, readOnly } = useForm();
  const step = objectOf(arrayOf(flow.value.steps)[index]);
  const card = flow.cards[index];
  if (!card) return null;
  const last = index === flow.cards.length - 1;
  return (
    <Stack gap="sm" p="sm">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5" dir="ltr">
          {card.id || t('step.unnamed', { number: index + 1 })}
        </Title>
        {!readOnly && (
          <Group gap={2} wrap="nowrap">
            <Action label={t('step.up')} disabled={index === 0} onClick={() => actions.move(index, -1)}>
              <ArrowUp size={16} aria-hidden />
            </Action>
            <Action label={t('step.down')} disabled={last} onClick={() => actions.move(index, 1)}>
              <ArrowDown size={16} aria-hidden />
            </Action>
            <Action
              label={t('step.delete')}
              disabled={flow.cards.length === 1}
              onClick={() => actions.remove(index)}
            >
              <Trash2 size={16} aria-hidden />
            </Action>
            <StepMenu index={index} actions={actions} clipboard={clipboard} />
          </Group>
        )}
      </Group>
      <StepName index={index} onRename={actions.rename} />
      <Properties schema={stepSchema} path={['steps', index]} value={step} without={['id']} />
      <Translations index={index} step={step} />
      {!readOnly && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('step.addAfter')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {actions.kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => actions.add(index + 1, kind)}>
                {t(`step.kinds.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  );
}

type StepMenuProps = { index: number; actions: StepActions; clipboard: StepClipboard };

/** Takes the step elsewhere; on a card the keys do the same. */
function StepMenu({ index, actions, clipboard }: StepMenuProps) {
  const { t } = useTranslation('flows');
  const item = (key: string) => (
    <Text span size="xs" c="dimmed" dir="ltr" aria-hidden>
      {key}
    </Text>
  );
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('step.more')}>
          <MoreHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Copy size={16} aria-hidden />}
          rightSection={item('Ctrl+C')}
          onClick={() => clipboard.copy(index)}
        >
          {t('step.copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Scissors size={16} aria-hidden />}
          rightSection={item('Ctrl+X')}
          onClick={() => clipboard.cut(index)}
        >
          {t('step.cut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<ClipboardPaste size={16} aria-hidden />}
          rightSection={item('Ctrl+V')}
          onClick={() => clipboard.pasteAfter(index)}
        >
          {t('step.paste')}
        </Menu.Item>
        <Menu.Item leftSection={<CopyPlus size={16} aria-hidden />} onClick={() => actions.duplicate(index)}>
          {t('step.duplicate')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type ActionProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode };

function Action({ label, disabled = false, onClick, children }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        className={classes.quiet}
        variant="subtle"
        color="gray"
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** A new name is taken when it is whole: who leads to the step follows it then. */
function StepName({ index, onRename }: { index: number; onRename: (index: number, name: string) => void }) {
  const { t } = useTranslation('flows');
  const { flow, readOnly, problems } = useForm();
  const id = flow.cards[index]?.id ?? '';
  const [written, setWritten] = useState<string | null>(null);
  const typed = written ?? id;
  const taken = flow.cards.some((card, at) => at !== index && card.id === typed);
  const wrong = typed !== id && !goodId.test(typed) ? t('make.badId') : taken ? t('step.taken') : null;
  const said = problems(pointerOf(['steps', index, 'id']), true).join(' ');
  const commit = () => {
    if (typed !== id && !wrong) onRename(index, typed);
    setWritten(null);
  };
  return (
    <div data-pointer={pointerOf(['steps', index, 'id'])} className={classes.editor}>
      <TextInput
        label={
          <>
            {t('props.id')}
            <Text span size="xs" c="dimmed" ff="monospace" ms={6} aria-hidden>
              id
            </Text>
          </>
        }
        description={t('step.idHelp')}
        dir="ltr"
        disabled={readOnly}
        value={typed}
        error={wrong ?? (said || undefined)}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </div>
  );
}
