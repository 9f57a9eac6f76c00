import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../pages';
import type { Found, FoundGroup } from './found';
import classes from './Palette.module.css';
import { useCommands, type Begun } from './use-commands';
import { useRecords } from './use-records';

type PaletteProps = {
  pages: readonly Page[];
  opened: boolean;
  onClose: () => void;
  onBegin: (what: Begun) => void;
};

/** Ctrl+K: finds a page, an action, or what is called so. */
export function Palette({ opened, onClose, ...rest }: PaletteProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={600} yOffset={80}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.label')}>
        <Modal.Body p={0}>
          <Finder onClose={onClose} {...rest} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The arrows move in the list while the focus stays with the words. */
function Finder({ pages, onClose, onBegin }: Pick<PaletteProps, 'pages' | 'onClose' | 'onBegin'>) {
  const { t } = useTranslation();
  const list = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const query = words.trim();
  const [asked] = useDebouncedValue(query, 250);
  const commands = useCommands(query, pages, onBegin);
  const records = useRecords(asked);
  // What was asked for before does not stand under other words.
  const waits = records.searching || (asked !== query && query.length > 1);
  const groups = [...commands, ...(asked === query ? records.groups : [])].filter(
    ({ found }) => found.length > 0,
  );
  const all = groups.flatMap(({ found }) => found);
  // What is found later stands in between, so a place alone would come to mean another.
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === chosen),
  );
  const optionId = (index: number) => `${list}-${index}`;
  const run = (found: Found | undefined) => {
    if (!found) return;
    onClose();
    found.run();
  };
  const choose = (index: number) => {
    const next = (index + all.length) % all.length;
    setChosen(all[next]?.id);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
    Enter: () => run(all[at]),
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="lg"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={all.length > 0 ? optionId(at) : undefined}
        aria-autocomplete="list"
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        maxLength={100}
        leftSection={<Search size={18} aria-hidden />}
        classNames={{ input: classes.words }}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setChosen(undefined);
        }}
        onKeyDown={(event) => {
          const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
      />
      <div id={list} role="listbox" aria-label={t('palette.found')} className={classes.list}>
        {groups.map((group) => (
          <Options
            key={group.name}
            group={group}
            from={all.indexOf(group.found[0]!)}
            at={at}
            optionId={optionId}
            onRun={run}
          />
        ))}
      </div>
      <div role="status" className={classes.state}>
        {waits && <Text size="sm">{t('palette.searching')}</Text>}
        {!waits && all.length === 0 && <Text size="sm">{t('palette.nothing')}</Text>}
        {records.failed.map((name) => (
          <Text key={name} size="sm" c="red">
            {t(`palette.failed.${name}`)}
          </Text>
        ))}
      </div>
    </>
  );
}

type OptionsProps = {
  group: FoundGroup;
  /** The place of its first one among all. */
  from: number;
  at: number;
  optionId: (index: number) => string;
  onRun: (found: Found) => void;
};

function Options({ group, from, at, optionId, onRun }: OptionsProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t(`palette.groups.${group.name}`)}>
      <div className={classes.group} aria-hidden>
        {t(`palette.groups.${group.name}`)}
      </div>
      {group.found.map((found, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the input
        <div
          key={found.id}
          id={optionId(from + index)}
          role="option"
          tabIndex={-1}
          aria-selected={from + index === at}
          className={classes.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onRun(found)}
        >
          <found.Icon size={18} aria-hidden />
          <span className={classes.label} dir="auto">
            {found.label}
          </span>
          {found.more && (
            <span className={classes.more} dir="auto">
              {found.more}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
