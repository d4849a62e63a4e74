import { expect, test } from 'vitest';
import { deviceInWords, deviceOf } from './device.ts';

test.each([
	['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox auf Windows'],
	[
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0',
		'Edge auf Windows'
	],
	[
		'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
		'Safari auf iPad'
	],
	[
		'Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0 Safari/537.36',
		'Samsung Internet auf Android'
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
		'Chrome auf Mac'
	],
	['curl/8.5.0', 'unbekanntes Gerät'],
	[null, 'unbekanntes Gerät']
])('%s reads as %s', (userAgent, words) => {
	expect(deviceInWords(deviceOf(userAgent))).toBe(words);
});
