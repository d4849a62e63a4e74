import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from '@sveltejs/kit';
import { defaultDisplay, parseDisplay } from './display.ts';
import { baseLocale, overwriteGetLocale, type Locale } from './paraglide/runtime.js';

const locales = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => locales.getStore() ?? baseLocale);

/**
 * Runs the rest of the request in the reader's language and writes language, text size and contrast into the page.
 * A signed-in person's choice is set by the session's hook before; otherwise the cookie holds it.
 */
export const displayHandle: Handle = ({ event, resolve }) => {
	const chosen = event.locals.display as App.Locals['display'] | undefined;
	const display = chosen ?? parseDisplay(event.cookies.get('session')) ?? defaultDisplay;
	event.locals.display = display;
	return locales.run(display.locale, () =>
		resolve(event, {
			preload: ({ type, path }) => type !== 'font' || /fira-sans-latin-\d/.test(path),
			transformPageChunk: ({ html }) => html.replace(/<html [^>]*>/, htmlTag(display))
		})
	);
};

const htmlTag = ({ locale, text, contrast }: App.Locals['display']) =>
	`<html lang="${locale}" data-text="${text}" data-contrast="${contrast}">`;

/** Runs something outside a request, such as writing a mail, in a person's language. */
export function inLocale<T>(locale: Locale, run: () => T): T {
	return locales.run(locale, run);
}
