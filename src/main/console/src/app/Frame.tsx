import { useDirection } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '@/lib/i18n';
import classes from './Frame.module.css';

/** What every page has: its language and its direction, a way past the navigation, then the page. */
export function Frame() {
  const { t, i18n } = useTranslation();
  const { setDirection } = useDirection();
  useLayoutEffect(() => {
    document.documentElement.lang = i18n.language;
    setDirection(currentLanguage().direction);
  }, [i18n.language, setDirection]);
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <Outlet />
    </>
  );
}
