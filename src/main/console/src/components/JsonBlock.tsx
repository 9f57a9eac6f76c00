import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './JsonBlock.module.css';

/** JSON as text a person can read, scroll by keyboard and copy. */
export function JsonBlock({ value, label }: { value: unknown; label: string }) {
  const { t } = useTranslation();
  const text = JSON.stringify(value, null, 2) ?? 'null';
  return (
    <div className={classes.block} dir="ltr">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
      <pre className={classes.text} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('copied') : t('copy', { what: '' })} position="left">
            <ActionIcon
              className={classes.copy}
              variant="default"
              size="sm"
              onClick={copy}
              aria-label={copied ? t('copiedWhat', { what: label }) : t('copy', { what: label })}
            >
              {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
