import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  type DecorationSet,
} from '@codemirror/view';
import { Button } from '@mantine/core';
import { AlignLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../api/flows';
import type { Snapshot } from '../../model/document';
import { formatted, nodeAt, nodeOfPointer } from '../../model/text';
import classes from './Builder.module.css';
import { completeFlow } from './complete';
import { flowHelp } from './flow-help';
import { editorColours, editorTheme } from './editor-theme';
import type { SidePaneProps } from './SidePane';

type JsonTabProps = Pick<
  SidePaneProps,
  'document' | 'now' | 'selected' | 'findings' | 'mayEdit' | 'operations' | 'flows' | 'onCaret'
>;

/** The text of the flow itself. */
export function JsonTab({
  document,
  now,
  selected,
  findings,
  mayEdit,
  operations,
  flows,
  onCaret,
}: JsonTabProps) {
  const { t } = useTranslation('flows');
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const opened = useRef(selected);
  const known = useRef({ operations, flows, onCaret });
  useEffect(() => {
    known.current = { operations, flows, onCaret };
  });
  const label = t('side.json');
  useEffect(() => {
    const parent = box.current;
    if (!parent) return undefined;
    const parts = [
      lineNumbers(),
      foldGutter(),
      drawSelection(),
      highlightActiveLine(),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      lintGutter(),
      brokenLine,
      json(),
      syntaxHighlighting(editorColours),
      editorTheme,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorState.readOnly.of(!mayEdit),
      autocompletion({
        override: [(context) => completeFlow(context, document.snapshot().flow, known.current)],
      }),
      flowHelp,
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...foldKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        // Tab indents; Escape, then Tab leaves the editor, as in every editor of this kind.
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        if (!update.selectionSet || !update.view.hasFocus) return;
        const step = stepAt(document.snapshot(), update.state.selection.main.head);
        if (step !== null) known.current.onCaret(step);
      }),
    ];
    const detach = document.attach((state, take) => {
      const made = new EditorView({ state, parent, dispatchTransactions: take });
      view.current = made;
      return made;
    }, parts);
    const { flow } = document.snapshot();
    const step = flow && nodeAt(flow.root, ['steps', opened.current]);
    if (step) document.select(step.offset);
    return detach;
  }, [document, mayEdit, label]);
  const notJson = t('builder.notJson');
  useEffect(() => {
    const { current } = view;
    if (!current) return;
    const line =
      now.broken && current.state.doc.lineAt(Math.min(now.broken.offset, current.state.doc.length)).from;
    current.dispatch(setDiagnostics(current.state, diagnostics(now, findings, notJson)), {
      effects: markBroken.of(line),
    });
  }, [now, findings, notJson]);
  const format = () => document.apply(formatted(now.text));
  return (
    <div className={classes.json}>
      {mayEdit && (
        <Button
          className={classes.format}
          size="compact-xs"
          variant="default"
          leftSection={<AlignLeft size={14} aria-hidden />}
          disabled={now.broken !== null}
          onClick={format}
        >
          {t('builder.format')}
        </Button>
      )}
      <div ref={box} className={classes.editor} dir="ltr" />
    </div>
  );
}

/** Where the line begins in which the text stops being JSON; null: it is JSON. */
const markBroken = StateEffect.define<number | null>();

const brokenLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marked, { changes, effects }) => {
    const mark = effects.findLast((effect) => effect.is(markBroken));
    if (!mark) return marked.map(changes);
    return mark.value === null
      ? Decoration.none
      : Decoration.set(Decoration.line({ class: 'flow-broken' }).range(mark.value as number));
  },
  provide: (field) => EditorView.decorations.from(field),
});

function stepAt({ flow, text }: Snapshot, offset: number): number | null {
  if (!flow || flow.text !== text) return null;
  const steps = flow.root.children?.find((property) => property.children?.[0]?.value === 'steps')
    ?.children?.[1];
  const index = steps?.children?.findIndex(
    (step) => step.offset <= offset && offset <= step.offset + step.length,
  );
  return index === undefined || index < 0 ? null : index;
}

/** Where it is no JSON, and what the linter says. */
function diagnostics({ text, flow, broken }: Snapshot, findings: Finding[], notJson: string): Diagnostic[] {
  if (broken) {
    const from = Math.min(broken.offset, Math.max(0, text.length - 1));
    return [{ from, to: Math.min(from + 1, text.length), severity: 'error', message: notJson }];
  }
  if (!flow) return [];
  return findings.map(({ pointer, severity, rule, message }) => {
    const node = nodeOfPointer(flow.root, pointer);
    const first = node.type === 'object' || node.type === 'array' ? 1 : node.length;
    return {
      from: node.offset,
      to: node.offset + first,
      severity: severity === 'error' ? 'error' : 'warning',
      message: `${rule} ${message}`,
    };
  });
}
