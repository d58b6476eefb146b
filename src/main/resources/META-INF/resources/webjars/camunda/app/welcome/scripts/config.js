// Configuration of Camunda's welcome app (administrators only, English). Replaces the file of the same name in Camunda's web jar.
import '../../tasklist/scripts/tuntas/session.js';
import { preloadLabels } from '../../tasklist/scripts/tuntas/labels.js';

await preloadLabels('welcome', 'en');

export default {
  // the title and the mark in the header read "<vendor> <name>"
  app: { vendor: 'Tuntas', name: '· Apps' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN',
};
