import { baseLocale, isLocale, type Locale } from './paraglide/runtime.js';

/** How a person wants to read: language, text size, contrast. */
export interface Display {
	locale: Locale;
	text: (typeof texts)[number];
	contrast: (typeof contrasts)[number];
}

export const texts = ['normal', 'large', 'larger'] as const;
export const contrasts = ['normal', 'high'] as const;
export const defaultDisplay: Display = { locale: baseLocale, text: 'normal', contrast: 'normal' };

/** Each language is called by its own name. */
export const languages: Record<Locale, string> = {
	de: 'Deutsch',
	'de-x-leicht': 'Einfache Sprache',
	en: 'English'
};

const prefix = 'display:';

/** The choice kept in the cookie before sign-in (`display:de.large.high`); null when the cookie is a session's or broken. */
export function parseDisplay(cookie: string | undefined): Display | null {
	if (!cookie?.startsWith(prefix)) return null;
	const [locale, text, contrast] = cookie.slice(prefix.length).split('.');
	return chooseDisplay(defaultDisplay, { locale, text, contrast });
}

/** The cookie's value for a choice, as `parseDisplay` reads it. */
export function serialiseDisplay({ locale, text, contrast }: Display): string {
	return `${prefix}${locale}.${text}.${contrast}`;
}

/** A choice changed by what was sent; parts that are missing or unknown stay as they were. */
export function chooseDisplay(current: Display, sent: Partial<Record<keyof Display, unknown>>): Display {
	return {
		locale: isLocale(sent.locale) ? sent.locale : current.locale,
		text: texts.find((text) => text === sent.text) ?? current.text,
		contrast: contrasts.find((contrast) => contrast === sent.contrast) ?? current.contrast
	};
}
