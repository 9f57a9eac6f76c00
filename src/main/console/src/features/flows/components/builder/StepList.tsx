import { Badge, Button, Stack, Text } from '@mantine/core';
import {
  CircleHelp,
  CornerDownRight,
  Flag,
  MessageSquare,
  Plus,
  Server,
  Settings2,
  ShoppingCart,
  Variable,
} from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DropOut } from '../../api/drop-outs';
import type { Card } from '../../model/flow';
import classes from './Builder.module.css';

type Count = { errors: number; warnings: number };

type StepListProps = {
  cards: Card[];
  /** -1: the flow itself. */
  selected: number;
  counts: Map<number, Count>;
  /** Customers at each step now, by its id. */
  here: Map<string, number>;
  /** How many gave up at each step, by its id; null: nobody asked. */
  dropOuts: Map<string, DropOut> | null;
  onSelect: (index: number) => void;
  onAdd?: () => void;
};

/** The flow as a list of cards, in the order in which it runs. */
export function StepList({ cards, selected, counts, here, dropOuts, onSelect, onAdd }: StepListProps) {
  const { t } = useTranslation('flows');
  const whole = counts.get(-1);
  return (
    <Stack gap={6} p="xs">
      <button
        type="button"
        className={classes.card}
        data-row
        aria-current={selected < 0 ? 'true' : undefined}
        onClick={() => onSelect(-1)}
      >
        <span className={classes.cardHead}>
          <Settings2 size={14} aria-hidden />
          <b>{t('builder.flow')}</b>
          <Marks errors={whole?.errors ?? 0} warnings={whole?.warnings ?? 0} />
        </span>
      </button>
      {cards.map((card) => {
        const count = counts.get(card.index);
        return (
          <StepCard
            key={card.index}
            card={card}
            selected={card.index === selected}
            errors={count?.errors ?? 0}
            warnings={count?.warnings ?? 0}
            here={here.get(card.id) ?? 0}
            asked={dropOuts?.get(card.id)?.asked}
            dropped={dropOuts?.get(card.id)?.dropped}
            onSelect={onSelect}
          />
        );
      })}
      {onAdd && (
        <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={onAdd}>
          {t('step.add')}
        </Button>
      )}
    </Stack>
  );
}

const icons = {
  call: Server,
  say: MessageSquare,
  ask: CircleHelp,
  cart: ShoppingCart,
  set: Variable,
  result: Flag,
  next: CornerDownRight,
};

type StepCardProps = {
  card: Card;
  selected: boolean;
  errors: number;
  warnings: number;
  here: number;
  asked: number | undefined;
  dropped: number | undefined;
  onSelect: (index: number) => void;
};

/** Drawn again only when its own step has changed. */
const StepCard = memo(function StepCard({
  card,
  selected,
  errors,
  warnings,
  here,
  asked,
  dropped,
  onSelect,
}: StepCardProps) {
  const { t } = useTranslation('flows');
  const self = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!selected) return;
    self.current?.scrollIntoView({ block: 'nearest' });
    // Who is at the cards stays at them, also when the one they were at is gone.
    if (window.document.activeElement?.closest('[data-step]')) self.current?.focus();
  }, [selected]);
  return (
    <button
      ref={self}
      type="button"
      className={classes.card}
      data-row
      data-step={card.index}
      aria-current={selected ? 'true' : undefined}
      onClick={() => onSelect(card.index)}
    >
      <span className={classes.cardHead}>
        <Text span size="xs" c="dimmed">
          {card.index + 1}
        </Text>
        <b dir="ltr">{card.id || '?'}</b>
        <Marks errors={errors} warnings={warnings} />
        <span className={classes.parts}>
          {card.parts.map((part) => {
            const Icon = icons[part as keyof typeof icons];
            return Icon ? (
              <Icon key={part} size={14} role="img" aria-label={t(`props.${part as 'say'}`)} />
            ) : null;
          })}
        </span>
      </span>
      {here > 0 && (
        <Text span size="xs" fw={600}>
          {t('builder.here', { count: here })}
        </Text>
      )}
      {asked !== undefined && asked > 0 && <DropOutBar asked={asked} dropped={dropped ?? 0} />}
      {card.operation && (
        <Text span size="xs" ff="monospace" dir="ltr">
          {card.operation}
        </Text>
      )}
      {card.said && (
        <span className={classes.said} dir="auto">
          {card.said}
        </span>
      )}
      {card.options.length > 0 && (
        <span className={classes.options}>
          {card.options.slice(0, 6).map((option, index) => (
            <Badge key={`${index} ${option}`} size="xs" variant="outline" color="gray" tt="none">
              {option}
            </Badge>
          ))}
          {card.options.length > 6 && <Text span size="xs">{`+${card.options.length - 6}`}</Text>}
        </span>
      )}
    </button>
  );
});

/** In words and as a bar, for the eye that runs over the cards. */
function DropOutBar({ asked, dropped }: DropOut) {
  const { t } = useTranslation('flows');
  return (
    <span className={classes.dropOut}>
      <Text span size="xs" fw={dropped > 0 ? 600 : undefined}>
        {t('dropOuts.here', { dropped, asked })}
      </Text>
      <span className={classes.bar} aria-hidden>
        <span style={{ inlineSize: `${(100 * dropped) / asked}%` }} />
      </span>
    </span>
  );
}

function Marks({ errors, warnings }: Count) {
  const { t } = useTranslation('flows');
  if (errors > 0) {
    return (
      <Badge size="xs" color="red" variant="light" tt="none">
        {t('errors', { count: errors })}
      </Badge>
    );
  }
  if (warnings > 0) {
    return (
      <Badge size="xs" color="yellow" variant="light" tt="none">
        {t('warnings', { count: warnings })}
      </Badge>
    );
  }
  return null;
}
