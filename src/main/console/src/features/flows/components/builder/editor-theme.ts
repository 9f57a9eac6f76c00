import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** In the colours of the console; each passes WCAG AA on its background. */
export const editorColours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#0b5c8a, #8fd0ff)' },
  { tag: tags.string, color: 'light-dark(#1b6e3c, #9be3b0)' },
  { tag: tags.number, color: 'light-dark(#9a3412, #ffb98a)' },
  { tag: [tags.bool, tags.null], color: 'light-dark(#7a2a8f, #e0a8f0)' },
]);

export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)' },
  '.cm-content': {
    caretColor: 'var(--mantine-color-text)',
    fontFamily: 'var(--mantine-font-family-monospace)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'light-dark(var(--mantine-color-gray-0), var(--mantine-color-dark-6))',
    color: 'var(--mantine-color-dimmed)',
    border: 'none',
  },
  '.cm-activeLine': { backgroundColor: 'light-dark(rgb(0 0 0 / 4%), rgb(255 255 255 / 5%))' },
  '.cm-collapsedLines': {
    background: 'light-dark(var(--mantine-color-gray-1), var(--mantine-color-dark-6))',
    color: 'var(--mantine-color-dimmed)',
  },
  // The one it comes with is in few fonts.
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"⋯" !important' },
  '.flow-broken': {
    backgroundColor: 'light-dark(#fdecec, #4a1f22)',
    boxShadow: 'inset 3px 0 0 light-dark(#c92a2a, #ff8787)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'light-dark(#b9dcf5, #2f4f66)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
    border: '1px solid light-dark(var(--mantine-color-gray-4), var(--mantine-color-dark-3))',
  },
  '.flow-help': { maxWidth: '360px', padding: '4px 8px' },
  '.flow-help p': { margin: '2px 0', overflowWrap: 'anywhere' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mantine-color-teal-9)',
    color: '#fff',
  },
  '.cm-panels': {
    backgroundColor: 'light-dark(var(--mantine-color-gray-1), var(--mantine-color-dark-6))',
    color: 'var(--mantine-color-text)',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-color-teal-7)', outlineOffset: '-2px' },
});
