import { useTranslation } from 'react-i18next';
import { Notices } from '@/components/Notices';
import { LoadError } from '@/components/States';
import { useNotices } from '@/components/use-notices';
import { Tile } from './Tile';

/** Stands there while something is to be set right. */
export function NoticesTile() {
  const { t } = useTranslation('notices');
  const { list, refresh } = useNotices();
  if (list.isError && !list.data)
    return <LoadError what={t('loadFailed')} error={list.error as unknown as Error} onRetry={refresh} />;
  if (!list.data || list.data.length === 0) return null;
  return (
    <Tile title={t('title')}>
      <Notices notices={list.data} few={2} onChanged={refresh} />
    </Tile>
  );
}
