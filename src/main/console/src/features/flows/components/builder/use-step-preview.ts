import { useEffect, useRef, useState } from 'react';
import { Problem } from '@/lib/http';
import { showStep, type Case, type StepShown } from '../../api/simulation';

const pauseMillis = 250;

/** Where nobody is known to come, all ways are tried each time. */
const longPauseMillis = 1_500;

export type Preview = {
  shown: StepShown | null;
  /** Why there is nothing newer to see. */
  problem: string | null;
};

/** How the engine of the gateway shows a step of this text, a moment after the last change; until then as it was. */
export function useStepPreview(text: string, step: string | null, language: string): Preview {
  const [preview, setPreview] = useState<Preview>({ shown: null, problem: null });
  const conversations = useRef(new Map<string, Case>());
  const unreached = useRef<string | null>(null);
  useEffect(() => {
    if (!step) return undefined;
    const stopped = new AbortController();
    const timer = setTimeout(
      () => {
        const known = conversations.current.get(step);
        showStep({ text, step, language, ...(known ? { case: known } : {}) }, stopped.signal).then(
          (shown) => {
            if (shown.reached) conversations.current.set(step, shown.conversation);
            unreached.current = shown.reached ? null : step;
            setPreview({ shown, problem: null });
          },
          (error: Error) => {
            if (stopped.signal.aborted) return;
            setPreview((before) => ({
              shown: before.shown?.step === step ? before.shown : null,
              problem: error instanceof Problem ? error.message : String(error),
            }));
          },
        );
      },
      unreached.current === step ? longPauseMillis : pauseMillis,
    );
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [text, step, language]);
  return preview.shown && preview.shown.step !== step ? { shown: null, problem: null } : preview;
}
