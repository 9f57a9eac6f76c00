import type access from '../locales/en/access.json';
import type app from '../locales/en/app.json';
import type chats from '../locales/en/chats.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof app; access: typeof access; chats: typeof chats };
  }
}
