import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Shades chosen so that every text passes WCAG AA in both colour schemes; see the axe checks in e2e. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  components: {
    // The head of a dialog is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});

const tinted = ['gray', 'red', 'orange', 'yellow', 'teal', 'blue', 'grape'];

/** Text of the `light` and `outline` variants, a little darker than the darkest shade. */
const darkerTexts = Object.fromEntries(
  tinted.flatMap((color) =>
    ['light-color', 'outline'].map((use) => [
      `--mantine-color-${color}-${use}`,
      `color-mix(in srgb, var(--mantine-color-${color}-9), black 30%)`,
    ]),
  ),
);

/** Mantine's own is lighter, on which white text cannot be read well enough. */
const darkerUnderThePointer = Object.fromEntries(
  ['teal', 'red'].map((color) => [
    `--mantine-color-${color}-filled-hover`,
    `color-mix(in srgb, var(--mantine-color-${color}-9), black 15%)`,
  ]),
);

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    ...darkerTexts,
    ...darkerUnderThePointer,
  },
  dark: { '--mantine-color-dimmed': 'var(--mantine-color-gray-5)', ...darkerUnderThePointer },
});
