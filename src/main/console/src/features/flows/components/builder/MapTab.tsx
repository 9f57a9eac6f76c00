import { ActionIcon, Group, Text } from '@mantine/core';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flow } from '../../model/flow';
import { cardHeight, cardWidth, mapOf, shapeOf, type FlowMap, type Point } from '../../model/map';
import { arrowsOf, type Arrow } from '../../model/ways';
import type { StepActions } from './actions';
import classes from './Map.module.css';
import type { StepClipboard } from './use-step-clipboard';

/** Names can still be told apart. */
const leastZoom = 0.45;

type MapTabProps = {
  flow: Flow;
  selected: number;
  /** For who may change the flow. */
  actions: StepActions | null;
  clipboard: StepClipboard;
  onSelect: (index: number) => void;
};

/** The flow as it branches. Tab walks the cards in their order, the arrows of the keyboard those of the map. */
export function MapTab({ flow, selected, actions, clipboard, onSelect }: MapTabProps) {
  const { t } = useTranslation('flows');
  const box = useRef<HTMLDivElement>(null);
  const arrows = useMemo(() => arrowsOf(flow), [flow]);
  const map = useMap(flow, arrows);
  const focus = (index: number | undefined) =>
    box.current?.querySelector<HTMLElement>(`[data-step="${index}"]`)?.focus();
  const [zoom, setZoom] = useState(1);
  const seen = useRef(0);
  useEffect(() => {
    // Who clicks on what they see wants it to stay where it is.
    const place = seen.current === zoom ? 'nearest' : 'center';
    seen.current = zoom;
    box.current
      ?.querySelector(`[data-step="${Math.max(0, selected)}"]`)
      ?.scrollIntoView({ block: place, inline: place });
  }, [box, seen, selected, zoom]);
  useEffect(() => {
    const { current } = box;
    const at = window.document.activeElement;
    if (at instanceof HTMLElement && at.dataset.step && current?.contains(at))
      current.querySelector<HTMLElement>(`[data-step="${selected}"]`)?.focus();
  }, [box, selected]);
  const press = (event: KeyboardEvent, index: number) => {
    const next = stepOfKey(event.key, index, arrows);
    if (next !== undefined) focus(next);
    else if (event.key === 'Delete' && actions) actions.remove(index);
    else if (event.key === 'a' && !event.ctrlKey && !event.metaKey && actions)
      actions.add(index + 1, 'message');
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className={classes.map}
      role="group"
      aria-label={t('map.title')}
      dir="ltr"
      {...clipboard.events}
    >
      <Group className={classes.zoom} gap={4}>
        <ZoomButton label={t('map.smaller')} disabled={zoom <= leastZoom} onClick={() => setZoom(zoom / 1.5)}>
          <ZoomOut size={16} aria-hidden />
        </ZoomButton>
        <ZoomButton
          label={t('map.larger')}
          disabled={zoom >= 1}
          onClick={() => setZoom(Math.min(1, zoom * 1.5))}
        >
          <ZoomIn size={16} aria-hidden />
        </ZoomButton>
      </Group>
      <div className={classes.paper} style={{ width: map.width, height: map.height, zoom }}>
        <Lines map={map} />
        {flow.cards.map((card) => {
          const place = map.cards[card.index];
          const ends = arrows.filter(({ from, to }) => from === card.index && to < 0);
          return (
            <button
              key={card.index}
              type="button"
              data-step={card.index}
              className={classes.card}
              aria-current={card.index === selected ? 'true' : undefined}
              style={{ left: place?.x, top: place?.y, width: cardWidth, height: cardHeight }}
              onClick={() => onSelect(card.index)}
              onKeyDown={(event) => press(event, card.index)}
            >
              <b>
                {card.index + 1} {card.id}
              </b>
              <span className={classes.said} dir="auto">
                {card.operation ?? card.said}
              </span>
              {ends.length > 0 && (
                <Text span size="xs" c="dimmed" truncate>
                  → {[...new Set(ends.map(({ target }) => target))].join(' ')}
                </Text>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
}

type ZoomButtonProps = { label: string; disabled: boolean; onClick: () => void; children: ReactNode };

function ZoomButton({ label, disabled, onClick, children }: ZoomButtonProps) {
  return (
    <ActionIcon variant="default" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

/** The map that was made last stays while the steps hang together as before. */
function useMap(flow: Flow, arrows: Arrow[]): FlowMap {
  const shape = shapeOf(flow.cards, arrows);
  const [made, setMade] = useState(() => ({ shape, map: mapOf(flow.cards, arrows) }));
  if (made.shape === shape) return made.map;
  const map = mapOf(flow.cards, arrows);
  setMade({ shape, map });
  return map;
}

/** Down an arrow, up one, or to where the flow begins. */
function stepOfKey(key: string, index: number, arrows: Arrow[]): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return arrows.find(({ from, to }) => from === index && to >= 0)?.to;
    case 'ArrowUp':
    case 'ArrowLeft':
      return arrows.find(({ to }) => to === index)?.from;
    case 'Home':
      return 0;
    default:
      return undefined;
  }
}

function Lines({ map }: { map: FlowMap }) {
  return (
    <svg className={classes.lines} width={map.width} height={map.height} aria-hidden>
      <defs>
        <marker
          id="flow-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
        </marker>
      </defs>
      {map.lines.map(({ arrow, points, label }, index) => (
        <g key={index} className={classes.line} data-kind={arrow.kind}>
          <path d={pathOf(points)} markerEnd="url(#flow-arrow)" />
          {label && arrow.label && (
            <text x={label.x} y={label.y + 4} textAnchor="middle">
              {arrow.label.length > 24 ? `${arrow.label.slice(0, 23)}…` : arrow.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const pathOf = (points: Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
