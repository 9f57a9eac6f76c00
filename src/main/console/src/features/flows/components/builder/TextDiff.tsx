import { json } from '@codemirror/lang-json';
import { syntaxHighlighting } from '@codemirror/language';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './TextDiff.module.css';
import { editorColours, editorTheme } from './editor-theme';

type TextDiffProps = {
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
  /** The second text can be changed, and pieces of the first taken over. */
  onChange?: (after: string) => void;
};

/** Two texts side by side. */
export function TextDiff({ before, after, beforeLabel, afterLabel, onChange }: TextDiffProps) {
  const box = useRef<HTMLDivElement>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  const editable = onChange !== undefined;
  const { t } = useTranslation('flows');
  const unchanged = t('compare.unchanged');
  useEffect(() => {
    const parent = box.current;
    if (!parent) return undefined;
    const parts = (label: string) => [
      lineNumbers(),
      json(),
      syntaxHighlighting(editorColours),
      editorTheme,
      EditorView.lineWrapping,
      EditorState.phrases.of({ '$ unchanged lines': unchanged }),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ];
    const view = new MergeView({
      parent,
      a: { doc: before, extensions: [...parts(beforeLabel), EditorState.readOnly.of(true)] },
      b: {
        doc: after,
        extensions: [
          ...parts(afterLabel),
          EditorState.readOnly.of(!editable),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) changed.current?.(state.doc.toString());
          }),
        ],
      },
      revertControls: editable ? 'a-to-b' : undefined,
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: true,
    });
    return () => view.destroy();
  }, [before, after, beforeLabel, afterLabel, editable, unchanged]);
  return (
    <div>
      <Group grow>
        <Text size="sm" fw={600}>
          {beforeLabel}
        </Text>
        <Text size="sm" fw={600}>
          {afterLabel}
        </Text>
      </Group>
      <div ref={box} className={classes.diff} dir="ltr" />
    </div>
  );
}
