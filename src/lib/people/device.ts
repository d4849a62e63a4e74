import { m } from '#lib/i18n/paraglide/messages.js';

/** First match wins: most browsers also claim to be those they descend from. */
const browsers: [RegExp, string][] = [
	[/\bEdgA?(iOS)?\//, 'Edge'],
	[/\b(OPR|Opera)\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
	[/\bVersion\/.*Safari\//, 'Safari']
];
const systems: [RegExp, string][] = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/CrOS/, 'Chromebook'],
	[/Windows/, 'Windows'],
	[/Macintosh|Mac OS X/, 'Mac'],
	[/Linux|X11/, 'Linux']
];

/** What is kept of a browser's long line about itself: "Firefox/Windows", either half may be missing. */
export function deviceOf(userAgent: string | null): string {
	const find = (known: [RegExp, string][]) => known.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? '';
	return `${find(browsers)}/${find(systems)}`;
}

/** "Firefox auf Windows", in the reader's language. */
export function deviceInWords(device: string | null): string {
	const [browser, system] = (device ?? '').split('/');
	if (browser && system) return m.people_device({ browser, system });
	return browser || system || m.people_device_unknown();
}
