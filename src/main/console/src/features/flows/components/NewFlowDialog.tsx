import { Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showFailed } from '@/components/undo';
import { importFlow, type FlowView } from '../api/flows';
import { currentText } from '../model/keeper';
import { applied, parse, set } from '../model/text';
import { starters, starterText, type Starter } from '../starters';

export type NewFlow = { kind: 'starter' } | { kind: 'copy'; of: FlowView };

type NewFlowDialogProps = {
  wanted: NewFlow;
  taken: string[];
  onClose: () => void;
  onMade: (flow: string) => void;
};

const goodId = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;
const languages = ['en', 'fr', 'ar', 'sw', 'pt', 'es', 'am'];

/** A new flow, from a starter or as a copy; it begins as a draft. */
export function NewFlowDialog({ wanted, taken, onClose, onMade }: NewFlowDialogProps) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const [title, setTitle] = useState('');
  const [ownId, setOwnId] = useState<string | null>(null);
  const [starter, setStarter] = useState<Starter>('question');
  const [lang, setLang] = useState('en');
  const [busy, setBusy] = useState(false);
  const id = ownId ?? idOf(title);
  const wrong =
    id === '' ? null : !goodId.test(id) ? t('make.badId') : taken.includes(id) ? t('make.taken') : null;

  const make = async () => {
    setBusy(true);
    try {
      const text =
        wanted.kind === 'starter'
          ? starterText(starter, { id, title, lang })
          : copied((await currentText(wanted.of.id)).text, id, title);
      onMade(await importFlow(text));
    } catch (error) {
      showFailed(error as Error);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={wanted.kind === 'copy' ? t('make.copyTitle', { flow: wanted.of.title }) : t('make.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('make.name')}
            maxLength={80}
            required
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('make.id')}
            description={t('make.idHelp')}
            dir="ltr"
            maxLength={40}
            required
            value={id}
            error={wrong}
            onChange={(event) => setOwnId(event.currentTarget.value)}
          />
          {wanted.kind === 'starter' && (
            <>
              <Select
                label={t('make.language')}
                data={languages}
                value={lang}
                allowDeselect={false}
                onChange={(chosen) => setLang(chosen ?? 'en')}
              />
              <Radio.Group
                label={t('make.starter')}
                value={starter}
                onChange={(chosen) => setStarter(chosen as Starter)}
              >
                <Stack gap="xs" mt="xs">
                  {starters.map((name) => (
                    <Radio
                      key={name}
                      value={name}
                      label={t(`make.starters.${name}`)}
                      description={t(`make.starterHelp.${name}`)}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!title.trim() || id === '' || wrong !== null}>
              {t('make.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const idOf = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);

function copied(text: string, id: string, title: string): string {
  const parsed = parse(text);
  if ('offset' in parsed) return text;
  return applied(text, [...set(text, parsed.root, ['id'], id), ...set(text, parsed.root, ['title'], title)]);
}
