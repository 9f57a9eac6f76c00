import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/gateway';

type CountdownProps = {
  service: Pick<Schemas['ServiceView'], 'state' | 'remainingSeconds'>;
  /** When the gateway said how much was left, by this browser's clock. */
  listedAt: number;
};

/** What is left of the paid time: as the gateway said, less what has gone since; it runs while the service is active. */
export function left(remainingSeconds: number, running: boolean, listedAt: number, now: number): number {
  return running ? Math.max(0, remainingSeconds - Math.floor((now - listedAt) / 1000)) : remainingSeconds;
}

export function Countdown({ service, listedAt }: CountdownProps) {
  const { t } = useTranslation('services');
  const running = service.state === 'active';
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  const seconds = left(service.remainingSeconds, running, listedAt, Math.max(now, listedAt));
  return (
    <Text
      fw={700}
      size="lg"
      dir="ltr"
      role="timer"
      aria-label={t('left', { minutes: Math.ceil(seconds / 60) })}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {clock(seconds)}
    </Text>
  );
}

/** Hours only where there are any. */
export function clock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const parts = [Math.floor((seconds % 3600) / 60), seconds % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':');
}
