import { useMemo } from 'react';
import type { Finding, Operation } from '../../api/flows';
import type { FlowDocument } from '../../model/document';
import type { Flow } from '../../model/flow';
import { clear, targetsOf, variablesOf } from '../../model/names';
import { insert, renameKey, set, swap, type Path } from '../../model/text';
import { Field } from '../form/Field';
import type { FormContext } from '../form/form-context';

type Parts = {
  document: FlowDocument;
  flow: Flow | null;
  readOnly: boolean;
  findings: Finding[];
  operations: Operation[];
  flows: string[];
};

/** The forms of the text as it stands: each change of a field is a small change of the text. */
export function useFormContext({
  document,
  flow,
  readOnly,
  findings,
  operations,
  flows,
}: Parts): FormContext | null {
  return useMemo(() => {
    if (!flow) return null;
    const { text, root } = flow;
    const take = (path: Path) => document.apply(clear(flow, path));
    return {
      flow,
      Field,
      readOnly,
      operations,
      targets: targetsOf(flow, flows),
      variables: variablesOf(flow),
      problems: (pointer, inside) =>
        findings
          .filter(
            (finding) => finding.pointer === pointer || (inside && finding.pointer.startsWith(`${pointer}/`)),
          )
          .map(({ message }) => message),
      set: (path, value, order) =>
        // A translation that is empty is none.
        path[0] === 'texts' && path.length === 3 && value === ''
          ? take(path)
          : document.apply(set(text, root, path, value, order), true),
      clear: take,
      insert: (path, index, value) => document.apply(insert(text, root, path, index, value)),
      swap: (path, index) => document.apply(swap(text, root, path, index)),
      renameKey: (path, name) => document.apply(renameKey(text, root, path, name)),
    };
  }, [document, flow, readOnly, findings, operations, flows]);
}
