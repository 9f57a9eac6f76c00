import { useMemo, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone, showFailed } from '@/components/undo';
import type { StepActions } from './actions';

/** What was copied last in this browser, for the menu: browsers ask before they let a page read the real clipboard. */
const lastCopied = 'waybill-copied-steps';

export type StepClipboard = {
  copy: (index: number) => void;
  cut: (index: number) => void;
  pasteAfter: (index: number) => void;
  /** For an element with the cards in it: what is copied and pasted there are steps. */
  events: {
    onCopy: (event: ClipboardEvent) => void;
    onCut: (event: ClipboardEvent) => void;
    onPaste: (event: ClipboardEvent) => void;
  };
};

/** Takes steps from one place to another, also in another flow. */
export function useStepClipboard(
  actions: StepActions | null,
  selected: number,
  readOnly: boolean,
): StepClipboard {
  const { t } = useTranslation('flows');
  return useMemo(() => {
    const keep = (index: number): string => {
      const text = actions?.copy(index) ?? '';
      if (text !== '') localStorage.setItem(lastCopied, text);
      return text;
    };
    const copy = (index: number) => {
      // Where the browser has no clipboard, the menu still pastes what was copied here.
      void navigator.clipboard?.writeText(keep(index)).catch(() => undefined);
      showDone(t('step.copied'));
    };
    const paste = (index: number, text: string) => {
      if (!readOnly && actions && !actions.paste(index + 1, text))
        showFailed(new Error(t('step.nothingToPaste')));
    };
    const handOver = (event: ClipboardEvent): number | null => {
      const index = cardOf(event, selected);
      // Somebody may have marked a piece of text instead.
      if (index < 0 || window.getSelection()?.toString()) return null;
      event.clipboardData.setData('text/plain', keep(index));
      event.preventDefault();
      return index;
    };
    return {
      copy,
      cut: (index) => {
        copy(index);
        actions?.remove(index);
      },
      pasteAfter: (index) => paste(index, localStorage.getItem(lastCopied) ?? ''),
      events: {
        onCopy: (event) => {
          if (handOver(event) !== null) showDone(t('step.copied'));
        },
        onCut: (event) => {
          if (readOnly) return;
          const index = handOver(event);
          if (index !== null) actions?.remove(index);
        },
        onPaste: (event) => {
          event.preventDefault();
          paste(cardOf(event, selected), event.clipboardData.getData('text/plain'));
        },
      },
    };
  }, [actions, selected, readOnly, t]);
}

/** The card that has the focus, else the one that is chosen. */
function cardOf({ target }: ClipboardEvent, selected: number): number {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : null;
  return card ? Number(card.dataset.step) : selected;
}
