import { Graph, layout } from '@dagrejs/dagre';
import type { Card } from './flow';
import type { Arrow } from './ways';

export const cardWidth = 170;
export const cardHeight = 64;

const letterWidth = 6;
const labelHeight = 14;

export type Point = { x: number; y: number };

/** Where the cards stand, by index, and what runs between them. */
export type FlowMap = {
  width: number;
  height: number;
  cards: Point[];
  lines: { arrow: Arrow; points: Point[]; label: Point | null }[];
};

/** A map that depends on nothing but how the steps hang together, so no place needs to be kept. */
export function mapOf(cards: Card[], arrows: Arrow[]): FlowMap {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 40, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  cards.forEach(({ index }) => graph.setNode(String(index), { width: cardWidth, height: cardHeight }));
  const inside = arrows.filter(({ to }) => to >= 0);
  inside.forEach((arrow, number) => {
    const wide = Math.min(arrow.label.length, 24) * letterWidth;
    graph.setEdge(
      String(arrow.from),
      String(arrow.to),
      arrow.label ? { width: wide, height: labelHeight, labelpos: 'c' } : {},
      String(number),
    );
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    cards: cards.map(({ index }) => {
      const { x, y } = graph.node(String(index)) as Point;
      return { x: x - cardWidth / 2, y: y - cardHeight / 2 };
    }),
    lines: inside.map((arrow, number) => {
      const line = graph.edge(String(arrow.from), String(arrow.to), String(number)) as {
        points: Point[];
        x?: number;
        y?: number;
      };
      const label = line.x === undefined || line.y === undefined ? null : { x: line.x, y: line.y };
      return { arrow, points: line.points, label };
    }),
  };
}

/** Changes when the map does: what a step says is not on it. */
export const shapeOf = (cards: Card[], arrows: Arrow[]): string =>
  JSON.stringify([cards.length, arrows.map(({ from, to, kind, label }) => [from, to, kind, label])]);
