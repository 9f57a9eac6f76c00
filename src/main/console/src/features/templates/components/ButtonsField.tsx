import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { blanksIn, buttonKinds, newButton, type ButtonForm, type Form } from '../form';
import { useFieldError } from './check-context';
import classes from './Templates.module.css';

type ButtonsFieldProps = { form: Form; onChange: (form: Form) => void };

/** What customers tap: quick replies beside each other, links, a number to call. */
export function ButtonsField({ form, onChange }: ButtonsFieldProps) {
  const { t } = useTranslation('templates');
  const error = useFieldError('buttons');
  const { buttons } = form;
  const set = (next: ButtonForm[]) => onChange({ ...form, buttons: next });
  const swap = (index: number, other: number) =>
    set(
      buttons.map((button, at) =>
        at === index ? (buttons[other] ?? button) : at === other ? (buttons[index] ?? button) : button,
      ),
    );
  return (
    <fieldset className={classes.group}>
      <legend>{t('parts.buttons')}</legend>
      <Stack gap="sm" data-field="buttons">
        {buttons.map((button, index) => (
          <ButtonRow
            key={button.key}
            button={button}
            number={index + 1}
            last={index === buttons.length - 1}
            onChange={(changed) => set(buttons.map((one, at) => (at === index ? changed : one)))}
            onMove={(by) => swap(index, index + by)}
            onRemove={() => set(buttons.filter((_, at) => at !== index))}
          />
        ))}
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
        <Group>
          <Menu>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<Plus size={14} aria-hidden />}
                disabled={buttons.length >= 10}
              >
                {t('buttons.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {buttonKinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => set([...buttons, newButton(kind)])}>
                  {t(`buttons.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Text size="xs" c="dimmed">
            {t('buttons.text')}
          </Text>
        </Group>
      </Stack>
    </fieldset>
  );
}

type ButtonRowProps = {
  button: ButtonForm;
  number: number;
  last: boolean;
  onChange: (button: ButtonForm) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

function ButtonRow({ button, number, last, onChange, onMove, onRemove }: ButtonRowProps) {
  const { t } = useTranslation('templates');
  const error = useFieldError(`button ${number}`);
  const kind = buttonKinds.find((one) => one === button.type);
  return (
    <Stack gap={4} role="group" aria-label={t('buttons.nth', { number })} data-field={`button ${number}`}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {number}. {kind ? t(`buttons.${kind}`) : button.type}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={t('buttons.up', { number })}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('buttons.down', { number })}
            disabled={last}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('buttons.remove', { number })} onClick={onRemove}>
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <div className={classes.both}>
        {kind !== 'COPY_CODE' && (
          <TextInput
            size="xs"
            label={t('buttons.title', { n: button.text.length })}
            dir="auto"
            value={button.text}
            onChange={({ currentTarget }) => onChange({ ...button, text: currentTarget.value })}
          />
        )}
        {(kind === 'URL' || kind === 'PHONE_NUMBER') && (
          <TextInput
            size="xs"
            label={kind === 'URL' ? t('buttons.address') : t('buttons.phone')}
            placeholder={kind === 'URL' ? 'https://…/{{1}}' : '+254…'}
            dir="ltr"
            value={button.target}
            onChange={({ currentTarget }) => onChange({ ...button, target: currentTarget.value.trim() })}
          />
        )}
        {(kind === 'COPY_CODE' || (kind === 'URL' && blanksIn(button.target).length > 0)) && (
          <TextInput
            size="xs"
            label={t('buttons.example')}
            dir="ltr"
            value={button.example}
            onChange={({ currentTarget }) => onChange({ ...button, example: currentTarget.value })}
          />
        )}
      </div>
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
