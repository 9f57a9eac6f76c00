import { Badge, type BadgeProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/session';
import { useErp, useWhatsApp } from '../health';

/** On every page that is wide enough: whether the ERP and WhatsApp serve customers, each a way to what is wrong. */
export function HealthBadges() {
  const may = useMay();
  return (
    <>
      {may('ERP_READ') && <ErpBadge />}
      {may('SETTINGS_READ') && <WhatsAppBadge />}
    </>
  );
}

function ErpBadge() {
  const { t } = useTranslation('overview');
  const { live, held } = useErp();
  if (!held) return null;
  const state = erpState(live?.state, held);
  return (
    <BadgeLink to="/erp" {...look[state.level]}>
      {t('erp.title')}: {t(`erp.${state.says}`)}
    </BadgeLink>
  );
}

function WhatsAppBadge() {
  const { t } = useTranslation('overview');
  const { wrong } = useWhatsApp();
  if (!wrong) return null;
  const state = whatsAppState(wrong);
  return (
    <BadgeLink to="/operations" search={{ tab: 'whatsapp' }} {...look[state.level]}>
      {t('whatsapp.title')}: {t(`whatsapp.${state.says}`)}
    </BadgeLink>
  );
}

const BadgeLink = createLink((props: BadgeProps & Omit<ComponentPropsWithRef<'a'>, keyof BadgeProps>) => (
  <Badge component="a" tt="none" visibleFrom="lg" {...props} />
));

const look = {
  good: { color: 'teal', variant: 'light' },
  doubtful: { color: 'yellow', variant: 'light' },
  bad: { color: 'red', variant: 'filled' },
} as const;

type State<Word> = { level: keyof typeof look; says: Word };

function erpState(
  live: string | undefined,
  held: { state: string }[],
): State<'answers' | 'trying' | 'held' | 'paused' | 'broken'> {
  if (live === 'PAUSED') return { level: 'doubtful', says: 'paused' };
  if (live !== undefined && live !== 'LIVE') return { level: 'bad', says: 'broken' };
  if (held.some(({ state }) => state === 'open')) return { level: 'bad', says: 'held' };
  return held.length > 0 ? { level: 'doubtful', says: 'trying' } : { level: 'good', says: 'answers' };
}

function whatsAppState(wrong: { state: string }[]): State<'ok' | 'warning' | 'wrong'> {
  if (wrong.some(({ state }) => state === 'error')) return { level: 'bad', says: 'wrong' };
  return wrong.length > 0 ? { level: 'doubtful', says: 'warning' } : { level: 'good', says: 'ok' };
}
