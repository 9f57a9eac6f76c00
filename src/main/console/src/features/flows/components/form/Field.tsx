import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf, type Kind } from '../../model/schema';
import { pointerOf } from '../../model/text';
import { ListField, TextsField, TypesField } from './lists';
import { ChoiceField, MapField, ObjectField } from './groups';
import {
  ConditionField,
  ConstantField,
  LongField,
  NumberField,
  OneLineField,
  PathField,
  SwitchField,
  TargetField,
  OperationField,
  ValueField,
  WordField,
} from './leaves';
import classes from './Form.module.css';
import { useForm, type FieldProps } from './form-context';
import { useLabel } from './labels';

/** What each kind of value is edited with: all there are, or this does not compile. */
const editors: Record<Kind, ComponentType<FieldProps>> = {
  any: ValueField,
  boolean: SwitchField,
  choice: ChoiceField,
  condition: ConditionField,
  constant: ConstantField,
  integer: NumberField,
  list: ListField,
  long: LongField,
  map: MapField,
  object: ObjectField,
  operation: OperationField,
  path: PathField,
  scalar: ValueField,
  target: TargetField,
  text: OneLineField,
  texts: TextsField,
  types: TypesField,
  word: WordField,
};

/** A property of a flow as a field of a form: a change of it changes its own bytes of the text only. */
export function Field(props: FieldProps) {
  const { readOnly, clear } = useForm();
  const { t } = useTranslation('flows');
  const label = useLabel(props);
  const Editor = editors[kindOf(props.schema)];
  return (
    <div className={classes.field} data-pointer={pointerOf(props.path)}>
      <div className={classes.editor}>
        <Editor {...props} />
      </div>
      {!props.required && !readOnly && (
        <ActionIcon
          className={classes.remove}
          variant="subtle"
          color="gray"
          aria-label={t('form.remove', { what: label })}
          onClick={() => clear(props.path)}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
