const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const clockWithSeconds = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

function format(formatter: Intl.DateTimeFormat, at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : formatter.format(date);
}

export const clockTime = (at: string) => format(clock, at);
export const clockTimeWithSeconds = (at: string) => format(clockWithSeconds, at);
export const exactTime = (at: string) => format(exact, at);
export const shortDate = (at: string) => format(shortDay, at);

export function dayName(at: string, now = new Date()): string {
  const name = format(day, at);
  return name === day.format(now) ? 'Today' : name;
}
