import { arrayOf, objectOf, type Flow } from './flow';
import { targetPlaces } from './names';
import type { Path } from './text';

/** A way out of a step. */
export type Arrow = {
  from: number;
  /** -1: out of the steps of this flow, as `target` says. */
  to: number;
  target: string;
  kind: 'next' | 'option' | 'outcome' | 'skip';
  /** What is tapped, or how the step ends. */
  label: string;
};

/** Every way from a step, those that are written and those that follow from the order of the steps. */
export function arrowsOf(flow: Flow): Arrow[] {
  const byId = new Map(flow.cards.map(({ id, index }) => [id, index]));
  const arrow = (from: number, target: string, kind: Arrow['kind'], label: string): Arrow => ({
    from,
    to: byId.get(target) ?? -1,
    target,
    kind,
    label,
  });
  const written = targetPlaces(flow).flatMap(({ path, target }) =>
    path[0] === 'steps' && typeof path[1] === 'number' ? [arrow(path[1], target, ...reason(flow, path))] : [],
  );
  const steps = arrayOf(flow.value.steps).map(objectOf);
  const following = (index: number) => flow.cards[index + 1]?.id ?? '@done';
  const implied = steps.flatMap((step, index) => [
    ...(fallsThrough(step) ? [arrow(index, following(index), 'next', '')] : []),
    ...('when' in step && !leadsTo(step, following(index))
      ? [arrow(index, following(index), 'skip', '')]
      : []),
  ]);
  return [...written, ...implied].toSorted((one, other) => one.from - other.from);
}

function reason(flow: Flow, path: Path): [Arrow['kind'], string] {
  if (path[2] === 'on') return ['outcome', String(path[3] ?? '')];
  if (path[2] !== 'ask') return ['next', ''];
  const step = objectOf(arrayOf(flow.value.steps)[Number(path[1])]);
  const option = objectOf(arrayOf(objectOf(step.ask).options)[Number(path[4])]);
  return ['option', String(option.title ?? '')];
}

/** Whether the step after it can come without being named. */
function fallsThrough(step: Record<string, unknown>): boolean {
  const ask = objectOf(step.ask);
  const options = arrayOf(ask.options).map(objectOf);
  if (ask.type === 'choice' && options.length > 0 && options.every((option) => 'to' in option)) return false;
  if (!Array.isArray(step.next)) return typeof step.next !== 'string';
  return step.next.map(objectOf).every((branch) => 'when' in branch);
}

const leadsTo = (step: Record<string, unknown>, id: string): boolean =>
  step.next === id || (!('next' in step) && fallsThrough(step));
