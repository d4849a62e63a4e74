import { expect, test } from 'vitest';
import { firstSentence } from './first-sentence.ts';

test.each([
	['Ihre Frage ist gestellt. Der Absender bekommt sie per E-Mail.', 'Ihre Frage ist gestellt.'],
	['Eingefügt: Rufbus', 'Eingefügt: Rufbus'],
	[
		'Jugendamt bearbeitet die Meldung bis 31. Dezember 2099. Das Amt bekommt eine E-Mail.',
		'Jugendamt bearbeitet die Meldung bis 31. Dezember 2099.'
	],
	[
		'Die Meldung gehört zum Bedarf „Was fehlt? Ein Bus. Abends“. Der Absender sieht das.',
		'Die Meldung gehört zum Bedarf „Was fehlt? Ein Bus. Abends“.'
	],
	['Der Brief Nr. 3 von Dr. Kern ist vermerkt. Gut so.', 'Der Brief Nr. 3 von Dr. Kern ist vermerkt.'],
	['Gesendet (an 3 Personen). Danke.', 'Gesendet (an 3 Personen).']
])('of "%s" the title takes one sentence', (text, first) => expect(firstSentence(text)).toBe(first));
