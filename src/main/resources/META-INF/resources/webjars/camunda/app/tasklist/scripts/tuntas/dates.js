/**
 * Day before month, on every computer.
 *
 * The date field of form-js takes the order of day and month from the browser's region (it asks for the locale
 * "default"): 08/11 would be 8 November on one desk and 11 August on the next. A call that names a locale is left alone.
 */
const DAY_FIRST = 'id-ID';
const Native = Intl.DateTimeFormat;

function DateTimeFormat(locales, options) {
  const chosen = locales === undefined || locales === 'default' ? DAY_FIRST : locales;
  return new Native(chosen, options);
}
DateTimeFormat.prototype = Native.prototype;
DateTimeFormat.supportedLocalesOf = Native.supportedLocalesOf.bind(Native);

Intl.DateTimeFormat = DateTimeFormat;
