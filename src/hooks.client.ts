import { overwriteGetLocale, toLocale } from '#lib/i18n/paraglide/runtime.js';

// The server has written the language into the page; the few pages with scripts go on in it.
overwriteGetLocale(() => toLocale(document.documentElement.lang) ?? 'de');
