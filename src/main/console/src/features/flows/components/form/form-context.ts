import { createContext, use, type ComponentType } from 'react';
import type { Operation } from '../../api/flows';
import type { Flow } from '../../model/flow';
import type { Schema } from '../../model/schema';
import type { Path } from '../../model/text';

export type FieldProps = {
  schema: Schema;
  path: Path;
  value: unknown;
  /** What it is called; else its key says so. */
  label?: string;
  /** It cannot be taken away. */
  required?: boolean;
};

/** What every field of a form needs to know, and how it changes the text. */
export type FormContext = {
  flow: Flow;
  /** The field of any property: groups of fields have fields in them. */
  Field: ComponentType<FieldProps>;
  /** While the text is no JSON, or for who may only look. */
  readOnly: boolean;
  targets: string[];
  variables: string[];
  operations: Operation[];
  /** What the linter says of a place, or of what is in it. */
  problems: (pointer: string, inside: boolean) => string[];
  set: (path: Path, value: unknown, order?: string[]) => void;
  clear: (path: Path) => void;
  insert: (path: Path, index: number, value: unknown) => void;
  swap: (path: Path, index: number) => void;
  renameKey: (path: Path, name: string) => void;
};

export const FormContext = createContext<FormContext | null>(null);

export function useForm(): FormContext {
  const form = use(FormContext);
  if (!form) throw new Error('A field stands in a form.');
  return form;
}
