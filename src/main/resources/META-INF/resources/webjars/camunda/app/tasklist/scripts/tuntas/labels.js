/** What Camunda's English calls otherwise; Indonesian has a file of its own. */
const OURS = {
  en: {
    FOLLOW_UP: 'Reminder',
    FOLLOW_UP_DATE: 'Reminder',
    RESET_FOLLOW_UP_DATE: 'Reset reminder',
    SET_FOLLOW_UP_DATE: 'Set reminder',
    followUpDate: 'Reminder',
  },
};

/**
 * Loads the labels of a Camunda app before the app starts.
 *
 * The apps ask for some labels before their locale file has arrived and then show the bare keys ("CREATION_DATE") until
 * the next visit. They look into localStorage first, so the file is put there; this also ends labels of an older release.
 *
 * @param {string} app folder name of the app, such as "tasklist"
 * @param {string} language name of the locale file without ".json"
 */
export async function preloadLabels(app, language) {
  const appRoot = document.querySelector('base').getAttribute('app-root');
  const folder = `${appRoot}/app/${app}/locales/`;
  try {
    const answer = await fetch(`${folder}${language}.json`, { cache: 'no-cache' });
    if (answer.ok) {
      const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
      const locale = await answer.json();
      Object.assign(locale.labels, OURS[language]);
      kept[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(locale);
      localStorage.setItem('camunda-web', JSON.stringify(kept));
    }
  } catch (e) {
    console.warn('labels come later', e); // the app loads them itself
  }
}
