import { Spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Page } from './pages';

/** Ctrl+K: finds a page by its name. */
export function Palette({ pages }: { pages: readonly Page[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Spotlight
      shortcut="mod + K"
      nothingFound={t('palette.nothing')}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.label') }}
      actions={pages.map(({ to, name, Icon }) => ({
        id: to,
        label: t(`pages.${name}`),
        leftSection: <Icon size={18} aria-hidden />,
        onClick: () => void navigate({ to }),
      }))}
    />
  );
}
