import { Alert, Badge, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useMay } from '@/lib/session';
import { useRowKeys } from '@/lib/use-row-keys';
import {
  useFlows,
  useHistory,
  useOperations,
  type Finding,
  type KeptText,
  type Operation,
} from '../../api/flows';
import { useDropOuts } from '../../api/drop-outs';
import { FlowDocument } from '../../model/document';
import { Keeper } from '../../model/keeper';
import { nodeAt, nodeOfPointer } from '../../model/text';
import { FormContext } from '../form/form-context';
import { stepActions } from './actions';
import classes from './Builder.module.css';
import { ConflictDialog } from './ConflictDialog';
import { FlowForm } from './FlowForm';
import { FormIntro } from './FormIntro';
import {
  countByStep,
  customersByStep,
  focusField,
  indexOf,
  lineOf,
  neighbour,
  unlessElsewhere,
  wholeFlow,
} from './places';
import { SidePane, type Side } from './SidePane';
import { StepForm } from './StepForm';
import { StepList } from './StepList';
import { Toolbar } from './Toolbar';
import { useFormContext } from './use-form-context';
import { useLint } from './use-lint';
import { useStepClipboard } from './use-step-clipboard';

export type BuilderSearch = { step?: string; side?: string };

/** The text of a flow as cards, as forms and as JSON, beside what a customer sees of it. */
export function Builder({ flow: id, kept }: { flow: string; kept: KeptText }) {
  const { t } = useTranslation('flows');
  const may = useMay();
  const mayEdit = may('FLOWS_EDIT');
  const mayCount = may('OPERATIONS_READ') && may('MONEY');
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as BuilderSearch;
  const history = useHistory(id);
  const operations = useOperations();
  const flows = useFlows();
  const flowIds = useMemo(() => flows.data?.flows.map((known) => known.id) ?? [], [flows.data]);
  const [document] = useState(() => new FlowDocument(kept.text));
  const [keeper] = useState(() => new Keeper(id, document, kept));
  const now = useSyncExternalStore(document.subscribe, document.snapshot);
  const keeping = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const findings = useLint(now.text);
  const [counting, setCounting] = useLocalStorage({ key: 'waybill-drop-outs', defaultValue: false });
  const dropOuts = useDropOuts(id, mayCount && counting);
  const [pane, setPane] = useState<'steps' | 'step' | 'side'>('steps');
  useRowKeys();
  useEffect(() => (mayEdit ? keeper.start() : undefined), [keeper, mayEdit]);
  useHotkeys(
    [
      ['mod+S', () => void keeper.save()],
      ['mod+Z', unlessElsewhere(() => document.undo()), { preventDefault: false }],
      ['mod+shift+Z', unlessElsewhere(() => document.redo()), { preventDefault: false }],
      ['mod+Y', unlessElsewhere(() => document.redo()), { preventDefault: false }],
    ],
    // Fields of the form have no history of their own here, since it would know only themselves.
    ['SELECT'],
  );
  const there = history.data?.flow.draft?.revision ?? history.data?.flow.published?.revision;
  useEffect(() => {
    if (there) void keeper.lookAgain().catch(() => undefined);
  }, [keeper, there]);

  const { flow } = now;
  const [chosen, setChosen] = useState(() => indexOf(flow, search.step));
  const selected = Math.min(chosen, Math.max(0, (flow?.cards.length ?? 1) - 1));
  const go = useCallback(
    (change: BuilderSearch) =>
      void navigate({
        to: '/flows/$flowId',
        params: { flowId: id },
        search: (before: BuilderSearch) => ({ ...before, ...change }),
        replace: true,
      }),
    [navigate, id],
  );
  const choose = useCallback(
    (index: number) => {
      setChosen(index);
      go({ step: index < 0 ? wholeFlow : document.snapshot().flow?.cards[index]?.id });
    },
    [document, go],
  );
  const select = useCallback(
    (index: number) => {
      const latest = document.snapshot().flow;
      choose(index);
      const node = latest && (index < 0 ? latest.root : nodeAt(latest.root, ['steps', index]));
      if (node) document.select(node.offset);
      setPane('step');
    },
    [document, choose],
  );
  const readOnly = !mayEdit || now.broken !== null;
  const form = useFormContext({
    document,
    flow,
    readOnly,
    findings,
    operations: operations.data?.operations ?? noOperations,
    flows: flowIds,
  });
  const actions = useMemo(() => flow && stepActions(document, flow, select), [document, flow, select]);
  const clipboard = useStepClipboard(actions, selected, readOnly);
  const counts = useMemo(() => countByStep(findings), [findings]);
  const here = useMemo(() => customersByStep(history.data), [history.data]);
  const jump = (finding: Finding) => {
    const step = /^\/steps\/(\d+)/.exec(finding.pointer)?.[1];
    select(step === undefined ? -1 : Number(step));
    if (flow && !now.broken) document.select(nodeOfPointer(flow.root, finding.pointer).offset);
    // Who is in the text stays there, at the place itself.
    const inText = window.document.activeElement?.closest('.cm-editor');
    if (!inText) requestAnimationFrame(() => focusField(finding.pointer));
  };
  const lastProblem = useRef(-1);
  const jumpBy = (by: 1 | -1) => {
    lastProblem.current = neighbour(lastProblem.current, by, findings.length);
    const finding = findings[lastProblem.current];
    if (finding) jump(finding);
  };
  useHotkeys(
    [
      ['F8', () => jumpBy(1)],
      ['shift+F8', () => jumpBy(-1)],
    ],
    [],
    true,
  );
  const side = (search.side ?? 'preview') as Side;
  return (
    <Page
      title={typeof flow?.value.title === 'string' && flow.value.title ? flow.value.title : id}
      help={t('builder.help', { returnObjects: true })}
      fill
      badges={
        <Group gap={6}>
          <Badge variant="light" color="gray" tt="none">
            {id}
          </Badge>
          <Badge variant="light" color={history.data?.flow.published ? 'teal' : 'gray'}>
            {history.data?.flow.published
              ? t('version', { version: history.data.flow.published.version })
              : t('unpublished')}
          </Badge>
        </Group>
      }
      actions={
        <Toolbar
          flow={id}
          document={document}
          keeper={keeper}
          keeping={keeping}
          now={now}
          history={history.data}
          findings={findings}
          mayEdit={mayEdit}
          onProblems={() => go({ side: 'problems' })}
        />
      }
    >
      {now.broken && (
        <Alert color="red" variant="outline" py="xs" icon={<TriangleAlert aria-hidden />} role="alert">
          <Text size="sm">{t('builder.broken', { line: lineOf(now.text, now.broken.offset) })}</Text>
        </Alert>
      )}
      <SegmentedControl
        className={classes.panes}
        aria-label={t('builder.pane')}
        value={pane}
        onChange={(value) => setPane(value as typeof pane)}
        data={[
          { value: 'steps', label: t('builder.steps') },
          { value: 'step', label: t('builder.form') },
          { value: 'side', label: t(`side.${side}`) },
        ]}
      />
      <div className={classes.builder} data-pane={pane}>
        <section className={classes.outline} aria-label={t('builder.steps')} {...clipboard.events}>
          {mayCount && (
            <Switch
              className={classes.dropOuts}
              size="xs"
              label={t('dropOuts.show')}
              description={dropOuts.error ? dropOuts.error.message : undefined}
              checked={counting}
              onChange={(event) => setCounting(event.currentTarget.checked)}
            />
          )}
          {flow && actions && (
            <StepList
              cards={flow.cards}
              selected={selected}
              counts={counts}
              here={here}
              dropOuts={counting ? dropOuts.byStep : null}
              onSelect={select}
              onAdd={readOnly ? undefined : () => actions.add(flow.cards.length, 'message')}
            />
          )}
        </section>
        <section className={classes.form} aria-label={t('builder.step')}>
          <FormIntro />
          {form && actions ? (
            <FormContext value={form}>
              {selected < 0 ? (
                <FlowForm />
              ) : (
                <StepForm key={selected} index={selected} actions={actions} clipboard={clipboard} />
              )}
            </FormContext>
          ) : (
            <Text p="md" size="sm">
              {t('builder.noFlow')}
            </Text>
          )}
        </section>
        <SidePane
          side={side}
          onSide={(wanted) => go({ side: wanted })}
          document={document}
          now={now}
          step={flow?.cards[selected]?.id ?? null}
          selected={selected}
          actions={readOnly ? null : actions}
          clipboard={clipboard}
          findings={findings}
          mayEdit={mayEdit}
          operations={operations.data?.operations ?? []}
          flows={flowIds}
          onJump={jump}
          onCaret={choose}
          onSelect={choose}
        />
      </div>
      {keeping.state === 'conflict' && keeping.theirs && (
        <ConflictDialog flow={id} document={document} keeper={keeper} theirs={keeping.theirs} />
      )}
    </Page>
  );
}

const noOperations: Operation[] = [];
