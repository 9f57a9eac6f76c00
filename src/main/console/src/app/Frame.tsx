import { Outlet } from '@tanstack/react-router';
import classes from './Frame.module.css';

/** What every page has: a way past the navigation, then the page. */
export function Frame() {
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <Outlet />
    </>
  );
}
