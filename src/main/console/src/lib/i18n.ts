import { createInstance, type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const i18n = createInstance();

export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
] as const;
export type Language = (typeof languages)[number];

const texts = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

/** One file per language and feature, loaded when the feature is opened. */
const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, feature, done) => {
    const load = texts[`../locales/${language}/${feature}.json`];
    if (!load) return done(new Error(`There is no text of ${feature} in ${language}`), false);
    load().then(
      (module) => done(null, module.default),
      (error: Error) => done(error, false),
    );
  },
};

/** The language chosen on this device, else the first of the browser's that there is. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey) ?? '', ...navigator.languages];
  const found = wanted
    .map((tag) => languages.find(({ code }) => code === tag.slice(0, 2).toLowerCase()))
    .find((language) => language !== undefined);
  return found ?? languages[0];
}

export function currentLanguage(): Language {
  return languages.find(({ code }) => code === i18n.language) ?? languages[0];
}

/** Changes the language here and in every later visit on this device. */
export async function chooseLanguage({ code }: Language): Promise<void> {
  localStorage.setItem(storageKey, code);
  await i18n.changeLanguage(code);
}

const storageKey = 'waybill-language';

export async function startI18n(): Promise<void> {
  await i18n
    .use(files)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage().code,
      fallbackLng: 'en',
      ns: ['app'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
    });
}
