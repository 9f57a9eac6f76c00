import type access from '../locales/en/access.json';
import type app from '../locales/en/app.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof app; access: typeof access };
  }
}
