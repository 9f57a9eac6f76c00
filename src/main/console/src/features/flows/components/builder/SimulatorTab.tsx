import { ActionIcon, Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { RotateCcw, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonBlock } from '@/components/JsonBlock';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import type { Operation } from '../../api/flows';
import { play, readShop, type Case, type Conversation, type Input } from '../../api/simulation';
import type { Snapshot } from '../../model/document';
import { Happened, Said } from './Moments';
import classes from './Phone.module.css';
import { PhoneMessage } from './PhoneMessage';
import { RecordButton } from './RecordButton';
import { ErpBar, nairobi, OtherMenu, ShopChoice, TimeMenu, type Shop } from './SimulatorControls';

/** A chat with the text as it stands: the engine of the gateway, a sample shop, nothing is sent and nothing kept. */
export function SimulatorTab({ now, operations }: { now: Snapshot; operations: Operation[] }) {
  const { t } = useTranslation('flows');
  const [inputs, setInputs] = useState<Input[]>([]);
  const [typed, setTyped] = useState('');
  const text = now.flow?.text ?? '';
  const language = now.flow?.languages[0] ?? 'en';
  const [lang, setLang] = useState<string | null>(null);
  const [shop, setShop] = useState<Shop>('sample');
  const live = useQuery({
    queryKey: ['flow-sample'],
    queryFn: ({ signal }) => readShop(signal),
    enabled: shop === 'erp',
    staleTime: Infinity,
    retry: false,
  });
  const conversation: Case = {
    contact: { lang: lang ?? language },
    ...(shop === 'erp' && live.data ? { sample: live.data } : {}),
    steps: inputs,
  };
  const played = useQuery({
    queryKey: ['flow-simulation', text, conversation],
    queryFn: ({ signal }) => play(text, conversation, signal),
    enabled: inputs.length > 0 && text !== '' && (shop === 'sample' || live.isSuccess),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
  const result = inputs.length > 0 ? played.data : undefined;
  const { box, content, onScroll } = useStickToEnd(result?.steps.length ?? 0);
  const put = (input: Input) => setInputs((before) => [...before, input]);
  const words = typeof now.flow?.value.start === 'object' ? (now.flow.value.start as unknown[]) : [];
  const opening = words.map(String).find((word) => !word.startsWith('@')) ?? 'menu';
  const lastWithOptions = result?.steps.findLastIndex(({ messages }) => messages.length > 0) ?? -1;
  return (
    <Stack gap="xs" p="xs" h="100%">
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<RotateCcw size={14} aria-hidden />}
            onClick={() => setInputs([])}
          >
            {t('simulator.restart')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={inputs.length === 0}
            leftSection={<Undo2 size={14} aria-hidden />}
            onClick={() => setInputs(inputs.slice(0, -1))}
          >
            {t('simulator.back')}
          </Button>
          <TimeMenu onWait={(wait) => put({ wait })} />
          <OtherMenu put={put} />
        </Group>
        <RecordButton text={text} conversation={conversation} result={result} />
      </Group>
      <details>
        <summary>
          <Text span size="sm">
            {t('simulator.conditions', {
              shop: t(`simulator.shops.${shop}`),
              language: lang ?? language,
            })}
          </Text>
        </summary>
        <Stack gap="xs" pt="xs">
          <ShopChoice
            shop={shop}
            onChoose={(chosen) => {
              setInputs([]);
              setShop(chosen);
            }}
          />
          <ErpBar operations={operations} put={put} />
          {(now.flow?.languages.length ?? 0) > 1 && (
            <Select
              size="xs"
              label={t('simulator.language')}
              data={now.flow?.languages ?? []}
              value={lang ?? language}
              allowDeselect={false}
              onChange={setLang}
            />
          )}
        </Stack>
      </details>
      {live.isError && shop === 'erp' && (
        <Alert color="red" variant="outline" py="xs" role="alert">
          {(live.error as Error).message}
        </Alert>
      )}
      <div
        ref={box}
        onScroll={onScroll}
        className={classes.phone}
        role="log"
        aria-label={t('simulator.chat')}
        style={{ flex: 1, minHeight: 220, overflow: 'auto' }}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
      >
        <div ref={content} className={classes.entries}>
          {inputs.length === 0 && (shop === 'sample' || live.isSuccess) && (
            <Button variant="default" onClick={() => put({ say: opening })}>
              {t('simulator.start', { word: opening })}
            </Button>
          )}
          {result?.steps.map((moment, index) => (
            <div key={index} className={classes.entries}>
              <Said input={moment.input} />
              {moment.messages.map((message, number) => (
                <PhoneMessage
                  key={number}
                  message={message}
                  onTap={index === lastWithOptions ? (title) => put({ tap: title }) : undefined}
                  onLocation={() => put(nairobi)}
                  onShare={() => put({ share: 'own' })}
                />
              ))}
              <Happened moment={moment} />
            </div>
          ))}
        </div>
      </div>
      {played.isError && (
        <Alert color="red" variant="outline" py="xs" role="alert">
          {(played.error as Error).message}
        </Alert>
      )}
      {result?.stopped && (
        <Alert color="yellow" variant="outline" py="xs" role="alert">
          {result.stopped}
        </Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          put({ say: typed });
          setTyped('');
        }}
      >
        <Group gap="xs" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            aria-label={t('simulator.message')}
            placeholder={t('simulator.message')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ActionIcon type="submit" size="lg" aria-label={t('simulator.send')}>
            <Send size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </form>
      <State result={result} />
    </Stack>
  );
}

function State({ result }: { result: Conversation | undefined }) {
  const { t } = useTranslation('flows');
  const session = result?.steps.at(-1)?.session;
  if (!session) return null;
  return (
    <details>
      <summary>
        <Text span size="sm">
          {session.place ? t('simulator.at', { step: session.place.step }) : t('simulator.nowhere')}
        </Text>
      </summary>
      <JsonBlock
        value={{ variables: session.variables, cart: session.cart }}
        label={t('simulator.variables')}
      />
    </details>
  );
}
