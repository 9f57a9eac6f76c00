import type { Schemas } from '@/lib/gateway';
import { hoursOf, weekOf, type Week } from './hours';

type View = Schemas['DeskSetting'];

/** `key` tells rows apart while they are written. */
export type TeamValues = {
  key: string;
  name: string;
  members: string[];
  roles: string[];
  flows: string[];
  /** Empty: as for all. */
  slaMinutes: number | string;
};
export type TextValues = { key: string; language: string; text: string };

export type DeskValues = {
  assign: 'manual' | 'round-robin';
  slaMinutes: number | string;
  awayMinutes: number | string;
  always: boolean;
  week: Week;
  holidays: string[];
  texts: TextValues[];
  digestAt: string;
  defaultTeam: string;
  teams: TeamValues[];
};

export function valuesOf({ desk }: View): DeskValues {
  return {
    assign: desk.assign === 'round-robin' ? 'round-robin' : 'manual',
    slaMinutes: desk.slaMinutes,
    awayMinutes: desk.awayMinutes,
    always: Object.keys(desk.hours).length === 0,
    week: weekOf(desk.hours),
    holidays: desk.holidays,
    texts: Object.entries(desk.closedText).map(([language, text]) => ({ key: language, language, text })),
    digestAt: desk.digestAt,
    defaultTeam: desk.defaultTeam ?? '',
    teams: desk.teams.map((team) => ({
      key: team.name,
      name: team.name,
      members: team.members,
      roles: team.roles,
      flows: team.flows,
      slaMinutes: team.slaMinutes ?? '',
    })),
  };
}

export function documentOf(values: DeskValues): Schemas['DeskDocument'] {
  return {
    assign: values.assign,
    slaMinutes: Number(values.slaMinutes),
    awayMinutes: Number(values.awayMinutes),
    hours: values.always ? {} : hoursOf(values.week),
    holidays: values.holidays,
    closedText: Object.fromEntries(values.texts.map(({ language, text }) => [language.trim(), text])),
    digestAt: values.digestAt,
    defaultTeam: values.teams.some(({ name }) => name === values.defaultTeam)
      ? values.defaultTeam
      : undefined,
    teams: values.teams.map(({ name, members, roles, flows, slaMinutes }) => ({
      name: name.trim(),
      members,
      roles,
      flows,
      slaMinutes: slaMinutes === '' ? undefined : Number(slaMinutes),
    })),
  };
}
