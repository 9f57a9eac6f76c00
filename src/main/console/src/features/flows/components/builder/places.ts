import type { Finding, History } from '../../api/flows';
import type { Flow } from '../../model/flow';
import { pathOf } from '../../model/text';

/** A dialog, or a field that is no part of the flow, keeps its own history. */
export function unlessElsewhere(change: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const elsewhere =
      at?.closest('[role="dialog"]') || (at?.matches('input, textarea') && !at.closest('[data-pointer]'));
    if (elsewhere) return;
    event.preventDefault();
    change();
  };
}

/** In addresses, for what belongs to no step. */
export const wholeFlow = '@flow';

export function indexOf(flow: Flow | null, step: string | undefined): number {
  return step === wholeFlow ? -1 : (flow?.cards.find(({ id }) => id === step)?.index ?? 0);
}

/** What the linter says of each step, the flow itself under -1. */
export function countByStep(findings: Finding[]): Map<number, { errors: number; warnings: number }> {
  const counts = new Map<number, { errors: number; warnings: number }>();
  for (const { pointer, severity } of findings) {
    const index = Number(/^\/steps\/(\d+)/.exec(pointer)?.[1] ?? -1);
    const count = counts.get(index) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') count.errors++;
    else count.warnings++;
    counts.set(index, count);
  }
  return counts;
}

/** How many customers stand at each step now, in whatever version. */
export function customersByStep(history: History | undefined): Map<string, number> {
  const here = new Map<string, number>();
  for (const { step, sessions } of (history?.live ?? []).flatMap(({ steps }) => steps))
    here.set(step, (here.get(step) ?? 0) + sessions);
  return here;
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The next of several, or the one before it; after the last comes the first, and before any (-1) is either end. */
export const neighbour = (at: number, by: 1 | -1, count: number): number =>
  at < 0 && by < 0 ? count - 1 : (at + by + count) % Math.max(1, count);

/** The field of a place, or of the nearest place above it that has one. */
export function focusField(pointer: string): void {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const field = window.document.querySelector(`[data-pointer="${CSS.escape(place)}"]`);
    const input = field?.querySelector<HTMLElement>('input, textarea, button');
    if (input) return input.focus();
  }
}

/** Where something was found: by the name of the step, not by its number. */
export function placeOf({ pointer }: Finding, flow: Flow | null): string {
  const path = pathOf(pointer);
  const step = path[0] === 'steps' ? flow?.cards[Number(path[1])]?.id : undefined;
  return (step ? [step, ...path.slice(2)] : path).join(' › ');
}
