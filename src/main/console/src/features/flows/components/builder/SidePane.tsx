import { SegmentedControl, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/components/States';
import type { Finding, Operation } from '../../api/flows';
import type { FlowDocument, Snapshot } from '../../model/document';
import type { StepActions } from './actions';
import classes from './Builder.module.css';
import { placeOf } from './places';
import { PreviewTab } from './PreviewTab';
import { SimulatorTab } from './SimulatorTab';
import type { StepClipboard } from './use-step-clipboard';

const MapTab = lazy(() => import('./MapTab').then((module) => ({ default: module.MapTab })));
const JsonTab = lazy(() => import('./JsonTab').then((module) => ({ default: module.JsonTab })));

export const sides = ['preview', 'json', 'map', 'problems', 'simulator'] as const;
export type Side = (typeof sides)[number];

export type SidePaneProps = {
  side: Side;
  onSide: (side: Side) => void;
  document: FlowDocument;
  now: Snapshot;
  /** The id of the chosen step. */
  step: string | null;
  selected: number;
  actions: StepActions | null;
  clipboard: StepClipboard;
  findings: Finding[];
  mayEdit: boolean;
  operations: Operation[];
  flows: string[];
  onJump: (finding: Finding) => void;
  onCaret: (step: number) => void;
  onSelect: (step: number) => void;
};

/** Beside the form: what customers see, the text itself, what is wrong with it, and a phone to try it. */
export function SidePane(props: SidePaneProps) {
  const { side, onSide, now, step, findings } = props;
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  return (
    <section className={classes.side} aria-label={t(`side.${side}`)}>
      <div className={classes.tabs}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('side.label')}
          value={side}
          onChange={(chosen) => onSide(chosen as Side)}
          data={sides.map((name) => ({
            value: name,
            label:
              name === 'problems' && findings.length > 0
                ? `${t(`side.${name}`)} ${findings.length}`
                : t(`side.${name}`),
          }))}
        />
      </div>
      <div className={classes.sideBody}>
        {side === 'preview' && <PreviewTab now={now} step={step} />}
        {side === 'json' && (
          <Suspense fallback={<Loading label={common('loading')}>{null}</Loading>}>
            <JsonTab {...props} />
          </Suspense>
        )}
        {side === 'map' && now.flow && (
          <Suspense fallback={<Loading label={common('loading')}>{null}</Loading>}>
            <MapTab
              flow={now.flow}
              selected={props.selected}
              actions={props.actions}
              clipboard={props.clipboard}
              onSelect={props.onSelect}
            />
          </Suspense>
        )}
        {side === 'problems' && <ProblemsTab findings={findings} now={now} onJump={props.onJump} />}
        {side === 'simulator' && <SimulatorTab now={now} operations={props.operations} />}
      </div>
    </section>
  );
}

function ProblemsTab({ findings, now, onJump }: Pick<SidePaneProps, 'findings' | 'now' | 'onJump'>) {
  const { t } = useTranslation('flows');
  if (findings.length === 0) {
    return (
      <Text p="md" size="sm">
        {t('noProblems')}
      </Text>
    );
  }
  return (
    <ul className={classes.problems}>
      {findings.map((finding) => (
        <li key={`${finding.pointer} ${finding.rule} ${finding.message}`}>
          <button type="button" className={classes.problem} onClick={() => onJump(finding)}>
            <Text span size="sm" fw={600} c={finding.severity === 'error' ? 'red' : undefined}>
              {t(`severity.${finding.severity as 'error'}`)} {finding.rule}
            </Text>
            <Text span size="xs" c="dimmed" ms={8} ff="monospace" dir="ltr">
              {placeOf(finding, now.flow)} · {t('line', { line: finding.line })}
            </Text>
            <br />
            {finding.message}
          </button>
        </li>
      ))}
    </ul>
  );
}
