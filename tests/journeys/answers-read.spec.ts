import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { expectNoSideways } from '../accessibility/checks.ts';
import { expect, test } from './database.ts';
import { wordsIn } from './papers.ts';
import { arrive, unique } from './people.ts';
import { actAs, openSurvey, organisations } from './surveying.ts';

/* What a town wrote is read by the planner who asked: beside its name, beside the field, from the matrix, in both files, in the
   record, and before the survey is closed. Nothing of it needs a script. */
test.use({ javaScriptEnabled: false });

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

test('what was typed, corrected, said by a guest and sent on paper is read everywhere by who asked', async ({
	browser,
	owner
}) => {
	const [first, last, paper] = ['Zwei Rufbusse', 'Drei Rufbusse', 'Ein Bürgerbus'].map((words) =>
		unique(`${words}, „dienstags“`)
	) as [string, string, string];
	const slug = await openSurvey(owner.sql, {
		fields: ['mobility', 'care'],
		asked: [organisations.oberharz, organisations.thale, organisations.seniorCouncil]
	});
	const here = `/abfragen/${slug}`;
	const [{ thale }] = (await owner.sql(
		`select a.id as thale from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1 and a.organisation_id = $2`,
		[slug, organisations.thale]
	)) as [{ thale: string }];

	// Frau Kern types a sentence, says of one question that she does not know, and of the other field that it is not theirs.
	const kern = await arrive(browser, 'kern', { path: `${here}/antwort/1`, javaScriptEnabled: false });
	const voss = await arrive(browser, 'voss', { path: `${here}/antwort`, javaScriptEnabled: false });
	const says = async (words: string) => {
		await kern.goto(`${here}/antwort/1`);
		await kern.getByLabel('Fehlanzeige', { exact: true }).check();
		await kern.getByLabel('Welche Angebote gibt es bei Ihnen?').first().fill(words);
		await kern.getByLabel(/^Weiß nicht oder nicht zuständig: ?Was planen Sie selbst/).check();
		await button(kern, 'Speichern und zur Übersicht').click();
		await kern.goto(`${here}/antwort/pruefen`);
		await button(kern, 'Zur Freigabe vorlegen').click();
		await voss.goto(`${here}/antwort/pruefen`);
		await button(voss, 'Antworten freigeben').click();
		await expect(heading(voss, 'Ihre Antworten sind angekommen')).toBeVisible();
	};
	await says(first);

	// What she corrects meanwhile is nobody's before it is released.
	const albrecht = await arrive(browser, 'albrecht', {
		path: `${here}/ruecklauf`,
		javaScriptEnabled: false
	});
	await says(last);

	// Somebody at Thale says it by a link, its head releases; what the council wrote on paper is entered.
	await actAs(
		owner.sql,
		3,
		`perform public.make_addressee_link(gen_random_uuid(), '${thale}', 'answer', 'Frau Ohm', 30, encode(sha256('${slug}'), 'hex'));
		perform public.enter_survey_return((select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '${slug}'
			and a.organisation_id = '${organisations.seniorCouncil}'), '[{"field": "mobility", "outcome": "nil_return", "answers": {"offers": "${paper}"}}]', 'letter', 'Frau Seidel', null);`
	);
	await owner.sql(
		`select public.addressee_link_use(encode(sha256('${slug}'), 'hex'), gen_random_uuid(), 'Frau Ohm', '{"mobility": {"outcome": "not_competent", "answers": {}, "unknown": []}}')`
	);
	await albrecht.goto(`${here}/ruecklauf/handlungsfelder/1`);
	await expect(main(albrecht)).not.toContainText('Frau Ohm');
	await actAs(owner.sql, 111, `perform public.release_survey_answers('${thale}', '{"mobility": 1}');`);

	const readsAnswers = async (whose: 'of Oberharz' | 'of all') => {
		const text = main(albrecht);
		await expect(text).toContainText(last);
		await expect(text).toContainText('Diese Antwort berichtigt eine frühere.');
		await expect(text).toContainText(first);
		await expect(text).toContainText('weiß nicht oder nicht zuständig');
		await expect(text).toContainText('Freigegeben von Herrn Voß, Bürgermeister, Stadt Oberharz am Brocken.');
		if (whose === 'of Oberharz') return;
		await expect(text).toContainText('Ausgefüllt über einen Link ohne Anmeldung (Frau Ohm).');
		await expect(text).toContainText(paper);
		await expect(text).toContainText(/Brief vom .*, von Frau Seidel, eingetragen von Frau Albrecht/);
	};

	// From the matrix: a cell leads to its words, the head of a column to the answers of all.
	await albrecht.goto(`${here}/ruecklauf`);
	await expect(main(albrecht)).not.toContainText(last);
	await albrecht
		.getByRole('link', { name: 'Fehlanzeige: Stadt Oberharz am Brocken, Mobilität', exact: true })
		.click();
	await expect(albrecht).toHaveURL(/#feld-mobility$/);
	await expect(albrecht.locator('#feld-mobility')).toHaveText('Mobilität');
	await readsAnswers('of Oberharz');
	await albrecht.goto(`${here}/ruecklauf`);
	await albrecht.getByRole('columnheader').getByRole('link', { name: 'Mobilität', exact: true }).click();
	await expect(heading(albrecht, 'Antworten zu Mobilität')).toBeVisible();
	await expect(albrecht.locator('.lead')).toHaveText(
		'3 von 3 Adressaten haben geantwortet: 2-mal Fehlanzeige und 1-mal Nicht zuständig oder nicht bekannt.'
	);
	await readsAnswers('of all');
	await expectNoSideways(albrecht, 'the answers to a field');
	await albrecht.getByRole('link', { name: 'Weiter: Pflege und Angehörige' }).click();
	await expect(albrecht.locator('.lead')).toHaveText('Von 3 Adressaten hat hier noch niemand geantwortet.');

	// In the files, the record, and before it is closed.
	await albrecht.goto(`${here}/ruecklauf`);
	const file = async (name: RegExp) => {
		const coming = albrecht.waitForEvent('download');
		await main(albrecht).getByRole('link', { name }).click();
		return readFileSync(await (await coming).path());
	};
	const csv = String(await file(/^CSV/));
	const book = await readSheet(await file(/^Excel/), 'Antworten');
	for (const [rows, kept] of [
		[csv.split('\r\n').filter((row) => row.startsWith('Stadt Oberharz')), (words: string) => words],
		[
			book.filter(([name]) => String(name).startsWith('Stadt Oberharz')).map((row) => row.join(';')),
			(words: string) => words
		]
	] as const)
		for (const words of [first, last, 'weiß nicht oder nicht zuständig', 'Mobilität'])
			expect(rows.join('\n')).toContain(kept(words));
	for (const words of [paper, 'Frau Ohm', 'von Frau Seidel'])
		for (const text of [csv, book.flat().join(';')]) expect(text).toContain(words);
	expect(book).toHaveLength(1 + 3 * 2);

	await albrecht.goto(`${here}/nachweis`);
	await readsAnswers('of all');
	for (const [name, kind] of [
		[/^Word/, 'docx'],
		[/^PDF/, 'pdf']
	] as const) {
		const words = await wordsIn(await file(name), kind);
		for (const said of [first, last, paper, 'Frau Ohm', 'weiß nicht oder nicht zuständig'])
			expect(words, kind).toContain(said);
	}
	await albrecht.goto(`${here}/abschliessen`);
	await expect(albrecht.getByRole('listitem').filter({ hasText: 'Mobilität' })).toContainText(
		'3 Antworten von 3 Adressaten'
	);
	await main(albrecht).getByRole('link', { name: 'Mobilität', exact: true }).click();
	await readsAnswers('of all');

	// Nobody else gets there.
	for (const page of [kern, voss])
		for (const path of [
			'ruecklauf/handlungsfelder/1',
			`ruecklauf/${thale}`,
			'ruecklauf.csv',
			'nachweis',
			'nachweis.docx',
			'nachweis.pdf'
		])
			expect((await page.request.get(`${here}/${path}`)).status()).toBe(404);
	expect((await albrecht.request.get(`${here}/ruecklauf/handlungsfelder/3`)).status()).toBe(404);
	expect((await albrecht.request.get(`${here}/ruecklauf/handlungsfelder/x`)).status()).toBe(404);
	await Promise.all([kern, voss, albrecht].map((page) => page.context().close()));
});
