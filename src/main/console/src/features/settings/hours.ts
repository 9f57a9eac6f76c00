export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Day = (typeof days)[number];

/** Both as HH:MM; `to` is 00:00 for the end of the day. */
export type Range = { from: string; to: string };
export type Week = Record<Day, Range[]>;

const midnight = '24:00';
const begin = '00:00';

/** Of the text that the gateway keeps, such as 08:00-12:30,13:30-17:00; a day without any is closed. */
export function weekOf(hours: Record<string, string>): Week {
  return Object.fromEntries(days.map((day) => [day, rangesOf(hours[day] ?? '')])) as Week;
}

function rangesOf(text: string): Range[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split('-');
      return { from, to: to === midnight ? begin : to };
    });
}

export function textOf(ranges: Range[]): string {
  return ranges.map(({ from, to }) => `${from}-${to === begin ? midnight : to}`).join(',');
}

/** Only the days on which it opens. */
export function hoursOf(week: Week): Record<string, string> {
  return Object.fromEntries(
    days.filter((day) => week[day].length > 0).map((day) => [day, textOf(week[day])]),
  );
}

/** What is offered as the next hours of a day. */
export function next(ranges: Range[]): Range {
  const last = ranges.at(-1);
  return last ? { from: last.to, to: '' } : { from: '08:00', to: '17:00' };
}

/** Of a day: a time is missing, one ends before it begins, or two overlap. */
export function fault(ranges: Range[]): 'missing' | 'order' | 'overlap' | null {
  if (ranges.some(({ from, to }) => from === '' || to === '')) return 'missing';
  const ends = ranges.map(({ from, to }) => ({ from, to: to === begin ? midnight : to }));
  if (ends.some(({ from, to }) => from >= to)) return 'order';
  const sorted = ends.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.some(({ from }, i) => i > 0 && from < (sorted[i - 1]?.to ?? '')) ? 'overlap' : null;
}
