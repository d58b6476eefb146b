/**
 * The language of Tasklist: Indonesian, unless the cookie "bahasa" says "en".
 *
 * The browser's own language is not asked: it belongs to the computer, not to the officer who sits in front of it.
 */
export const language = /(?:^|;\s*)bahasa=en(?:;|$)/.test(document.cookie) ? 'en' : 'id';

// screen readers and the browser's translator go by this; the shipped page says "en" whatever it shows
document.documentElement.lang = language;
