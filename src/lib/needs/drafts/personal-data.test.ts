import { describe, expect, test } from 'vitest';
import { personalData } from './personal-data.ts';

const found = (text: string) => personalData(text).map(({ kind, words }) => `${kind}: ${words}`);

describe('names', () => {
	test.each([
		['Frau Müller kommt nicht mehr zum Arzt.', 'name: Frau Müller'],
		['Wir sprachen mit Herrn Dr. Weber darüber.', 'name: Herrn Dr. Weber'],
		['Herr Professor von Arnim berät uns.', 'name: Herr Professor von Arnim'],
		['Familie Krause wartet seit Mai.', 'name: Familie Krause'],
		['Fam. Schulze-Lohoff sucht eine Wohnung.', 'name: Fam. Schulze-Lohoff'],
		['Eheleute Richter, beide über 80', 'name: Eheleute Richter'],
		['Erna Schmidt hat angerufen.', 'name: Erna Schmidt'],
		['Gefragt hat Günther Groß-Voß.', 'name: Günther Groß-Voß']
	])('%s', (text, expected) => expect(found(text)).toEqual([expected]));

	test.each([
		'Jede Frau und jeder Mann über 80 ist betroffen.',
		'Frauen brauchen einen Schutzraum.',
		'Die Frau Bürgermeisterin und der Herr Landrat wissen davon.',
		'Eine Frau aus Tanne fragte nach.',
		'Familien mit Kindern warten lange.',
		'Familie und Beruf sind schwer zu vereinen.',
		'Die Haltestelle Karl Marx Straße ist nicht barrierefrei.',
		'In der Anna Seghers Schule fehlt eine Rampe.',
		'Neben der Käthe-Kollwitz-Schule und am Paul-Gerhardt-Haus',
		'In Sorge und Elend fährt kein Bus. In Benneckenstein auch nicht.',
		'Von Hasselfelde nach Stiege, von Harzgerode nach Güntersberge und Straßberg.',
		'Im August Termine zu bekommen ist schwer. Die Ilse tritt über die Ufer.',
		'Im Frau-Holle-Weg ist es dunkel. Frau Holle wohnt dort nicht.',
		'Der Oberharz am Brocken, Wernigerode und Thale',
		'Herr der Lage ist niemand.',
		'Frau K. und Herr S. sind unkenntlich gemacht.'
	])('not: %s', (text) => expect(found(text)).toEqual([]));
});

describe('phone numbers', () => {
	test.each([
		['Bitte unter 03941 0000-100 melden.', '03941 0000-100'],
		['Tel. 0171/1234567', '0171/1234567'],
		['(03944) 12 34 56 ist besetzt', '(03944) 12 34 56'],
		['+49 3941 123456', '+49 3941 123456'],
		['+49 (0)171 1234567', '+49 (0)171 1234567'],
		['0049391567890', '0049391567890']
	])('%s', (text, number) => expect(found(text)).toEqual([`phone: ${number}`]));

	test.each([
		'06484 Quedlinburg und 06485 Gernrode',
		'Postleitzahlen 06484 - 06493',
		'Am 04.11.2026 um 08:30 Uhr',
		'Vom 04-11-2026 an, auch 04/11/2026',
		'Auf 600 Metern keine Bank, 25 Kilometer Weg, 0,5 Stellen, 1.200 Personen',
		'Gemeindeschlüssel 15085228, Jahr 2025, Zeitraum 2025 - 2031',
		'Montag 08:00-12:00 Uhr, Linie 0 bis 9',
		'38875 Oberharz am Brocken, Hauptstraße 12'
	])('not: %s', (text) => expect(found(text)).toEqual([]));
});

describe('e-mail and accounts', () => {
	test('an address', () => {
		expect(found('Schreiben Sie an sabine.kern@beispiel.example, danke')).toEqual([
			'email: sabine.kern@beispiel.example'
		]);
		expect(found('Kosten @ 12 Euro')).toEqual([]);
	});

	test.each([
		['Konto DE89 3704 0044 0532 0130 00 und mehr', 'DE89 3704 0044 0532 0130 00'],
		['DE89370400440532013000', 'DE89370400440532013000'],
		['de89 3704 0044 0532 0130 00', 'de89 3704 0044 0532 0130 00'],
		['IBAN AT61 1904 3002 3457 3201.', 'AT61 1904 3002 3457 3201'],
		['GB82 WEST 1234 5698 7654 32 bitte', 'GB82 WEST 1234 5698 7654 32']
	])('%s', (text, iban) => expect(found(text)).toEqual([`iban: ${iban}`]));

	test.each(['DE88 3704 0044 0532 0130 00', 'Aktenzeichen HZ20 2026 0142 0001 0000', 'HZ-2026-142'])(
		'not, the sum is wrong: %s',
		(text) => expect(found(text)).toEqual([])
	);
});

describe('illnesses of one person', () => {
	test.each([
		['Herr Meier hat Demenz.', ['name: Herr Meier', 'diagnosis: Demenz']],
		['Herr Dr. Weber hatte einen Schlaganfall.', ['name: Herr Dr. Weber', 'diagnosis: Schlaganfall']],
		['Meine Mutter leidet an Parkinson.', ['diagnosis: Parkinson']],
		['Eine 82-jährige ist an Brustkrebs erkrankt.', ['diagnosis: Brustkrebs']],
		['Der Junge ist autistisch.', ['diagnosis: autistisch']],
		['Die ältere Dame hat Pflegegrad 4.', ['diagnosis: Pflegegrad 4']],
		['Bei der Patientin lautet die Diagnose F32.1', ['diagnosis: F32.1']]
	])('%s', (text, expected) => expect(found(text)).toEqual(expected));

	test.each([
		'Eine Gruppe für Menschen mit beginnender Demenz fehlt.',
		'Angehörige von Menschen mit Demenz sind überlastet. Die Beratungsstelle führt eine Warteliste.',
		'Menschen mit Depressionen finden keinen Platz.',
		'Die Alzheimer-Gesellschaft bietet eine Demenzgruppe und Krebsberatung an.',
		'Zwei Bewohner im Ort sind blind.',
		'An der B81 und der L85 fehlt ein Gehweg für die ältere Dame.',
		'Der Beirat wünscht sich eine Bank.'
	])('not: %s', (text) => expect(found(text)).toEqual([]));
});

test('the same words are named once', () => {
	expect(found('Frau Kern rief an. Frau Kern schrieb.')).toEqual(['name: Frau Kern']);
});

test('a long text takes no time', () => {
	const started = performance.now();
	personalData('Im Stadtgebiet gibt es keine Tagespflege, 0171 000 und Frau Aaaaaaaa. '.repeat(2000));
	expect(performance.now() - started).toBeLessThan(1500);
});
