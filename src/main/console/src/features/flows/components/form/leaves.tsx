import {
  ActionIcon,
  Autocomplete,
  Group,
  Menu,
  NumberInput,
  ScrollArea,
  Select,
  Switch,
  Textarea,
  TextInput,
  Text,
} from '@mantine/core';
import { Braces } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resolve, wordsOf } from '../../model/schema';
import classes from './Form.module.css';
import { useForm, type FieldProps } from './form-context';
import { useInput, useLabel } from './labels';
import { shownValue, valueOf } from './values';

const text = (value: unknown): string => (typeof value === 'string' ? value : shownValue(value));

/** How many characters stand there, where WhatsApp or the format has a limit that people meet. */
function Count({ value, most }: { value: string; most: number | undefined }) {
  if (most === undefined || most > 1_100) return null;
  return (
    <Text span size="xs" c="dimmed" dir="ltr" aria-hidden>
      {value.length}/{most}
    </Text>
  );
}

export function OneLineField(props: FieldProps) {
  const { set } = useForm();
  const input = useInput(props);
  const most = resolve(props.schema).maxLength;
  const value = text(props.value);
  return (
    <TextInput
      {...input}
      dir="auto"
      value={value}
      rightSection={<Count value={value} most={most} />}
      rightSectionWidth={most ? 56 : undefined}
      onChange={(event) => set(props.path, event.currentTarget.value)}
    />
  );
}

/** Words for customers, with a menu of what can be put into them. */
export function LongField(props: FieldProps) {
  const { set, variables, readOnly } = useForm();
  const { t } = useTranslation('flows');
  const input = useInput(props);
  const label = useLabel(props);
  const area = useRef<HTMLTextAreaElement>(null);
  const value = text(props.value);
  const putIn = (name: string) => {
    const at = area.current?.selectionStart ?? value.length;
    const piece = `{{${name}}}`;
    set(props.path, value.slice(0, at) + piece + value.slice(area.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + piece.length, at + piece.length);
    });
  };
  return (
    <Textarea
      {...input}
      label={
        <Group component="span" justify="space-between" wrap="nowrap" gap="xs">
          <span>{input.label}</span>
          <Count value={value} most={1_024} />
        </Group>
      }
      labelProps={{ className: classes.counted }}
      ref={area}
      dir="auto"
      autosize
      minRows={2}
      maxRows={12}
      value={value}
      rightSectionWidth={44}
      onChange={(event) => set(props.path, event.currentTarget.value)}
      rightSection={
        !readOnly && (
          <Menu position="bottom-end" width={260} returnFocus>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('form.insert', { what: label })}>
                <Braces size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <ScrollArea.Autosize mah={280}>
                {variables.map((name) => (
                  <Menu.Item key={name} onClick={() => putIn(name)} ff="monospace" dir="ltr">
                    {name}
                  </Menu.Item>
                ))}
              </ScrollArea.Autosize>
            </Menu.Dropdown>
          </Menu>
        )
      }
    />
  );
}

export function NumberField(props: FieldProps) {
  const { set } = useForm();
  const found = resolve(props.schema);
  return (
    <NumberInput
      {...useInput(props)}
      allowDecimal={false}
      min={found.minimum}
      max={found.maximum}
      clampBehavior="none"
      hideControls
      value={typeof props.value === 'number' ? props.value : text(props.value)}
      onChange={(value) => set(props.path, value)}
    />
  );
}

export function SwitchField(props: FieldProps) {
  const { set } = useForm();
  return (
    <Switch
      {...useInput(props)}
      checked={props.value === true}
      onChange={(event) => set(props.path, event.currentTarget.checked)}
    />
  );
}

/** There is only one value: it is there or it is not. */
export function ConstantField(props: FieldProps) {
  return (
    <TextInput {...useInput(props)} readOnly dir="ltr" value={shownValue(resolve(props.schema).const)} />
  );
}

export function WordField(props: FieldProps) {
  const { set } = useForm();
  const words = wordsOf(props.schema);
  const value = text(props.value);
  return (
    <Select
      {...useInput(props)}
      data={words.includes(value) || value === '' ? words : [...words, value]}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => set(props.path, chosen ?? '')}
    />
  );
}

/** Text that is often one of what is known already. */
function Suggesting({ props, known }: { props: FieldProps; known: string[] }) {
  const { set } = useForm();
  return (
    <Autocomplete
      {...useInput(props)}
      dir="ltr"
      data={known}
      limit={60}
      maxDropdownHeight={280}
      value={text(props.value)}
      onChange={(value) => set(props.path, value)}
    />
  );
}

export const TargetField = (props: FieldProps) => <Suggesting props={props} known={useForm().targets} />;
export const PathField = (props: FieldProps) => <Suggesting props={props} known={useForm().variables} />;
export const OperationField = (props: FieldProps) => (
  <Suggesting props={props} known={useForm().operations.map(({ name }) => name)} />
);

/** An expression, true or false. */
export function ConditionField(props: FieldProps) {
  const { set } = useForm();
  return (
    <TextInput
      {...useInput(props)}
      dir="ltr"
      ff="monospace"
      value={text(props.value)}
      onChange={({ currentTarget: { value } }) =>
        set(props.path, value === 'true' || value === 'false' ? value === 'true' : value)
      }
    />
  );
}

/** A text, an expression, a number, or any other JSON: as JSON where it is some, else as text. */
export function ValueField(props: FieldProps) {
  const { set } = useForm();
  const shown = shownValue(props.value);
  const [written, setWritten] = useState(shown);
  // What is typed may be written otherwise than its value would be, such as with spaces; anything else came from elsewhere.
  const typed = shownValue(valueOf(written)) === shown ? written : shown;
  return (
    <Textarea
      {...useInput(props)}
      dir="ltr"
      autosize
      minRows={1}
      maxRows={10}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setWritten(value);
        set(props.path, valueOf(value));
      }}
    />
  );
}
