// Configuration of Camunda Tasklist. Replaces the file of the same name in Camunda's web jar.

// Static imports on purpose: Tasklist must not start without them. A script listed in customScripts may fail silently.
import './tuntas/privacy.js';
import './tuntas/dates.js';
import './tuntas/order.js';
import { preloadLabels } from './tuntas/labels.js';
import { language } from './tuntas/language.js';

await preloadLabels('tasklist', language);

export default {
  // the title and the mark in the header read "<vendor> <name>"
  app: { vendor: 'Tuntas', name: '· Tugas' },

  // one locale only: Tasklist would otherwise follow the browser, and many office computers run an English browser
  locales: { availableLocales: [language], fallbackLocale: language },

  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN',

  // relative to app/tasklist/
  customScripts: [
    'scripts/tuntas/session',
    'scripts/tuntas/texts',
    'scripts/tuntas/calendar',
    'scripts/tuntas/clock',
    'scripts/tuntas/phone',
    'scripts/tuntas/diagram',
  ],

  // Camunda's defaults; the keys stay, only the descriptions are ours
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'Ambil tugas yang sedang dibuka' },
    focusFilter: { key: 'ctrl+shift+f', description: 'Ke daftar pertama di sebelah kiri' },
    focusList: { key: 'ctrl+alt+l', description: 'Ke tugas pertama dalam daftar' },
    focusForm: { key: 'ctrl+alt+f', description: 'Ke isian pertama formulir tugas' },
    startProcess: { key: 'ctrl+alt+p', description: 'Mulai prosedur' },
  },
};
