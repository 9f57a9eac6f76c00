import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LayoutTemplate, Smartphone, UserPlus, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '@/lib/permissions';
import { useMay } from '@/lib/session';
import type { Page } from '../pages';
import { matches, type Found, type FoundGroup } from './found';

/** What begins in a dialog over the page. */
export type Begun = 'flow' | 'person' | 'keys';

type Action = Found & { needs?: Permission };

/** Pages and what can be begun anywhere; all of them while nothing is asked for. */
export function useCommands(
  query: string,
  pages: readonly Page[],
  onBegin: (what: Begun) => void,
): FoundGroup[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const actions: Action[] = [
    {
      id: 'new flow',
      label: t('palette.actions.newFlow'),
      Icon: Workflow,
      needs: 'FLOWS_EDIT',
      run: () => onBegin('flow'),
    },
    {
      id: 'new template',
      label: t('palette.actions.newTemplate'),
      Icon: LayoutTemplate,
      needs: 'TEMPLATES_EDIT',
      run: () => void navigate({ to: '/templates/drafts/$draft', params: { draft: 'new' } }),
    },
    {
      id: 'invite',
      label: t('palette.actions.invite'),
      Icon: UserPlus,
      needs: 'PEOPLE_MANAGE',
      run: () => onBegin('person'),
    },
    {
      id: 'open phone',
      label: t('palette.actions.phone'),
      Icon: Smartphone,
      run: () => void navigate({ to: '/phone' }),
    },
    { id: 'keys', label: t('keys.help'), Icon: Keyboard, run: () => onBegin('keys') },
  ];
  return [
    {
      name: 'pages',
      found: pages
        // "Open the phone" leads there.
        .filter(({ to }) => to !== '/phone')
        .map(({ to, name, Icon }) => ({
          id: to,
          label: t(`pages.${name}`),
          Icon,
          run: () => void navigate({ to }),
        }))
        .filter(({ label }) => matches(query, label)),
    },
    {
      name: 'actions',
      found: actions.filter(
        ({ label, needs }) => (needs === undefined || may(needs)) && matches(query, label),
      ),
    },
  ];
}
