import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { expectNoSideways } from '../accessibility/checks.ts';
import { expect, test } from './database.ts';
import { ways } from './hands.ts';
import { arrive, unique } from './people.ts';
import { openRound, roomOf, sections } from './rounding.ts';
import { actAs, organisations } from './surveying.ts';

/* A council reads a draft, talks about it in a room of its own, and speaks with one voice; the planner reads the very words. */

const spoken = (name: string) => new RegExp(`^${name.replace(': ', ' ?: ')}`);
const button = (page: Page, name: string) => page.getByRole('button', { name: spoken(name) });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const main = (page: Page) => page.getByRole('main');
const day = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

for (const { how, hands, options } of ways) {
	test(`a council notes, agrees, signs and submits with a dissent, and the planner reads the very words, ${how}`, async ({
		browser,
		owner
	}) => {
		const { slug, keys, title } = await openRound(owner.sql);
		const [concern, proposal, aside, dissent] = [
			unique('Ein Standort reicht nicht, „sagen wir“'),
			unique('Bis 2029 sollen zwei Standorte entstehen.'),
			unique('Der Titel gefällt mir nicht'),
			unique('Ich halte drei für nötig')
		] as [string, string, string, string];
		const here = `/beteiligung/${slug}`;

		// Herr Demir goes from his room over the contents to a section, and proposes other words for its second paragraph.
		const demir = await arrive(browser, 'demir', { ...options, hands, path: `${here}/raum` });
		await hands.press(link(demir, `„${title}“ lesen und anmerken`));
		await expect(heading(demir, title)).toBeVisible();
		await hands.press(link(demir, '2 Tagespflege'));
		await expect(main(demir)).toContainText(sections.Tagespflege[1]!);
		await hands.press(link(demir, 'Anmerkung schreiben'));
		await hands.tick(demir.getByLabel('Bedenken', { exact: true }));
		await hands.select(demir.getByLabel('Um welche Stelle geht es?'), `Stelle 2: ${sections.Tagespflege[1]}`);
		await hands.write(demir.getByLabel('Was möchten Sie sagen?'), concern);
		await hands.press(button(demir, 'Wortlaut der Stelle zum Ändern holen'));
		await expect(demir.getByLabel('Anderer Wortlaut')).toHaveValue(`${sections.Tagespflege[1]}\n`);
		await expect(demir.getByLabel('Was möchten Sie sagen?')).toHaveValue(concern);
		await hands.write(demir.getByLabel('Anderer Wortlaut'), proposal);
		await hands.press(button(demir, 'Anmerken').last());
		await expect(demir).toHaveTitle(/^Ihre Anmerkung ist gespeichert/);
		await expect(heading(demir, 'Bedenken von Herrn Demir')).toBeVisible();
		await expect(main(demir)).toContainText(proposal);
		await demir.goto(`${here}/anmerkungen/neu`);
		await hands.tick(demir.getByLabel('Hinweis', { exact: true }));
		await hands.write(demir.getByLabel('Was möchten Sie sagen?'), aside);
		await hands.press(button(demir, 'Anmerken').last());
		await expect(main(demir)).toContainText(aside);

		// Herr Brandt, who chairs, answers.
		const brandt = await arrive(browser, 'brandt', {
			...options,
			hands,
			path: `${here}/abschnitte/${keys[1]}`
		});
		await hands.press(link(brandt, 'Antworten: Bedenken von Herrn Demir'));
		await hands.write(brandt.getByLabel('Ihre Antwort'), 'Das nehmen wir auf.');
		await hands.press(button(brandt, 'Antwort speichern'));
		await expect(brandt).toHaveTitle(/^Ihre Antwort ist gespeichert/);

		// The planner sees that it has begun, and nothing of it.
		const albrecht = await arrive(browser, 'albrecht', { ...options, path: `${here}/ruecklauf` });
		await expect(main(albrecht)).not.toContainText(concern);
		expect((await albrecht.goto(`${here}/raum`))?.status()).toBe(404);
		await albrecht.goto(`${here}/stellungnahmen`);
		await expect(main(albrecht)).toContainText('Es ist noch nichts eingereicht');

		// Frau Seidel takes one note over as a point, says why not of the other, and freezes the wording.
		const seidel = await arrive(browser, 'seidel', { ...options, hands, path: `${here}/raum` });
		await hands.press(button(seidel, 'Gemeinsame Stellungnahme beginnen'));
		await hands.press(link(seidel, '2 Anmerkungen zuordnen'));
		await hands.press(button(seidel, 'Als eigenen Punkt übernehmen: Bedenken von Herrn Demir'));
		await expect(seidel).toHaveTitle(/^Die Anmerkung ist als Punkt übernommen/);
		const rest = seidel.locator('article').filter({ hasText: aside });
		await hands.press(rest.locator('summary'));
		await hands.press(button(seidel, 'Zuordnung speichern: Hinweis von Herrn Demir'));
		await expect(main(seidel)).toContainText('Wählen Sie einen Punkt, oder schreiben Sie, warum');
		await hands.write(rest.getByLabel('Warum nicht, oder was zu sagen ist'), 'Der Titel steht fest.');
		await hands.press(button(seidel, 'Zuordnung speichern: Hinweis von Herrn Demir'));
		await expect(main(seidel)).toContainText('Jede Anmerkung hat ihren Platz.');
		await hands.press(link(seidel, 'Zur Stellungnahme'));
		await hands.press(link(seidel, 'Wortlaut prüfen und festschreiben'));
		await expect(main(seidel)).toContainText(proposal);
		await hands.press(button(seidel, 'Wortlaut festschreiben'));
		await expect(seidel).toHaveTitle(/^Der Wortlaut ist festgeschrieben/);

		// Herr Demir attaches a dissent, the board has decided, Herr Brandt signs, Frau Seidel submits.
		await demir.goto(seidel.url().split('?')[0]!);
		await hands.press(link(demir, 'Sondervotum beilegen'));
		await hands.write(demir.getByLabel('Ihr Sondervotum'), dissent);
		await hands.press(button(demir, 'Sondervotum beilegen'));
		await expect(demir).toHaveTitle(/^Ihr Sondervotum liegt bei/);
		await hands.press(link(seidel, 'Beschluss ohne Abstimmung eintragen'));
		await hands.tick(seidel.getByLabel('der Vorstand'));
		await hands.write(seidel.getByLabel('Wann?'), day());
		await hands.press(button(seidel, 'Beschluss eintragen'));
		await expect(seidel).toHaveTitle(/^Der Beschluss ist eingetragen/);
		await brandt.goto(seidel.url().split('?')[0]!);
		await hands.press(link(brandt, 'Prüfen und unterzeichnen'));
		await expect(main(brandt)).toContainText(concern);
		await hands.press(button(brandt, 'Unterzeichnen'));
		await expect(brandt).toHaveTitle(/^Die Stellungnahme ist unterzeichnet/);
		await seidel.reload();
		await hands.press(link(seidel, 'Prüfen und einreichen'));
		await expect(main(seidel)).toContainText('Was eingereicht ist, wird nicht mehr geändert.');
		await hands.press(button(seidel, 'Stellungnahme einreichen'));
		await expect(heading(seidel, 'Ihre Stellungnahme ist angekommen')).toBeVisible();

		// The planner reads the very words: by organisation, by section, by a search, in a file.
		await albrecht.goto(`${here}/stellungnahmen`);
		await link(albrecht, 'Seniorenbeirat des Landkreises Harz').click();
		const readsAll = async () => {
			for (const words of [concern, proposal, dissent, sections.Tagespflege[1]!])
				await expect(main(albrecht)).toContainText(words);
			await expect(main(albrecht)).toContainText('Sondervotum von Herrn Demir');
			await expect(main(albrecht)).toContainText('Beschlossen vom Vorstand am');
			await expect(main(albrecht)).toContainText('Unterzeichnet von Herrn Brandt');
			for (const words of [aside, 'Das nehmen wir auf.', 'Der Titel steht fest.'])
				await expect(main(albrecht)).not.toContainText(words);
		};
		await readsAll();
		await expectNoSideways(albrecht, 'a statement');
		await albrecht.goto(`${here}/ruecklauf`);
		await link(albrecht, /^Stellungnahme, ein Punkt/).click();
		await readsAll();
		await albrecht.goto(`${here}/stellungnahmen`);
		await link(albrecht, 'Punkte nach Abschnitten').click();
		await link(albrecht, '2 Tagespflege').click();
		await expect(heading(albrecht, 'Punkte zu 2 Tagespflege')).toBeVisible();
		await expect(main(albrecht)).toContainText(concern);
		await albrecht.goto(`${here}/stellungnahmen/suche?suche=Standorte`);
		await expect(albrecht.locator('mark').first()).toHaveText(/Standort/);
		await albrecht.goto(`${here}/stellungnahmen`);
		const coming = albrecht.waitForEvent('download');
		await link(albrecht, /^CSV/).click();
		expect(readFileSync(await (await coming).path(), 'utf8')).toContain(proposal);

		// Sent again, nothing happens twice.
		await seidel.goBack();
		await seidel.reload();
		await expect(main(seidel)).toContainText('Die Stellungnahme ist schon eingereicht');
		const returns = await owner.sql(
			`select from public.call_returns where addressee_id = '${await roomOf(owner.sql, slug)}'`
		);
		expect(returns).toHaveLength(1);
		await Promise.all([demir, brandt, seidel, albrecht].map((page) => page.context().close()));
	});
}

test('what is typed is kept while one writes, found again, and becomes the note', async ({
	browser,
	owner
}) => {
	const { slug, keys } = await openRound(owner.sql);
	const here = `/beteiligung/${slug}`;
	const words = unique('Halb gesagt');
	const demir = await arrive(browser, 'demir', { path: `${here}/anmerkungen/neu?abschnitt=${keys[0]}` });
	await demir.getByLabel('Was möchten Sie sagen?').fill(words);
	await expect(demir).toHaveURL(/entwurf=/);
	await demir.reload();
	await expect(demir.getByLabel('Was möchten Sie sagen?')).toHaveValue(words);
	await demir.goto(`${here}/raum`);
	await link(demir, 'Einen angefangenen Text fortsetzen').click();
	await expect(main(demir)).toContainText(words);

	const brandt = await arrive(browser, 'brandt', { path: `${here}/anmerkungen/entwurf` });
	await expect(main(brandt)).toContainText('Es gibt nichts Angefangenes.');

	await link(demir, 'Weiterschreiben: 1 Ausgangslage').click();
	await demir.getByLabel('Frage', { exact: true }).check();
	await button(demir, 'Anmerken').last().click();
	await expect(heading(demir, 'Frage von Herrn Demir')).toBeVisible();
	await demir.goto(`${here}/anmerkungen/entwurf`);
	await expect(main(demir)).toContainText('Es gibt nichts Angefangenes.');
	expect(await owner.sql(`select from public.round_notes where body = '${words}'`)).toHaveLength(1);
	await Promise.all([demir, brandt].map((page) => page.context().close()));
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a note is changed, withdrawn, made on the plain text; nobody loses what was typed when the round ends', async ({
		browser,
		owner
	}) => {
		const { slug, keys } = await openRound(owner.sql);
		const here = `/beteiligung/${slug}`;
		const demir = await arrive(browser, 'demir', { path: `${here}/abschnitte/${keys[1]}` });
		await link(demir, /Einfacher Sprache/).click();
		await expect(main(demir)).toContainText('Acht Häuser betreuen alte Menschen am Tag.');
		await link(demir, 'Anmerkung schreiben').click();
		await button(demir, 'Anmerken').last().click();
		await expect(demir).toHaveTitle(/^Bitte|^Fehler|prüfen/);
		await demir.getByLabel('Frage', { exact: true }).check();
		await demir.getByLabel('Was möchten Sie sagen?').fill('Welche acht?');
		await button(demir, 'Anmerken').last().click();
		await expect(main(demir)).toContainText('zum Text in Einfacher Sprache');
		await link(demir, 'ändern: Frage von Herrn Demir').click();
		await demir.getByLabel('Was möchten Sie sagen?').fill('Welche acht sind das?');
		await button(demir, 'Speichern').last().click();
		await expect(demir).toHaveTitle(/^Die Anmerkung ist geändert/);
		await link(demir, 'Anmerkung ändern').click();
		await button(demir, 'Anmerkung zurückziehen').click();
		await expect(main(demir)).toContainText('Zurückgezogen');
		await expect(main(demir)).toContainText('Welche acht sind das?');

		await demir.goto(`${here}/anmerkungen/neu?abschnitt=${keys[0]}`);
		await demir.getByLabel('Frage', { exact: true }).check();
		await demir.getByLabel('Was möchten Sie sagen?').fill('Zu spät getippt');
		await owner.sql(`update public.calls set state = 'closed', closed_at = now() where slug = '${slug}'`);
		await button(demir, 'Anmerken').last().click();
		await expect(main(demir)).toContainText('Die Runde ist beendet');
		await demir.context().close();
	});

	test('a town says that it has no objections, on its own check page, once', async ({ browser, owner }) => {
		const { slug } = await openRound(owner.sql, { asked: [organisations.oberharz] });
		const voss = await arrive(browser, 'voss', { path: `/beteiligung/${slug}/raum` });
		await link(voss, 'Keine Einwände erklären').click();
		await expect(main(voss)).toContainText('Stadt Oberharz am Brocken hat keine Einwände.');
		await button(voss, 'Keine Einwände einreichen').click();
		await expect(heading(voss, 'Ihre Stellungnahme ist angekommen')).toBeVisible();
		const albrecht = await arrive(browser, 'albrecht', { path: `/beteiligung/${slug}/stellungnahmen` });
		await expect(main(albrecht)).toContainText('Keine Einwände');
		await expect(main(albrecht)).toContainText('Alle haben Stellung genommen.');
		await Promise.all([voss, albrecht].map((page) => page.context().close()));
	});

	test('a member speaks alone beside the council; nobody reads it before it is out', async ({
		browser,
		owner
	}) => {
		const { slug } = await openRound(owner.sql);
		const here = `/beteiligung/${slug}`;
		const words = unique('Aus meiner Sicht');
		const demir = await arrive(browser, 'demir', { path: `${here}/raum` });
		await button(demir, 'Für mich allein Stellung nehmen').click();
		await link(demir, 'Punkt hinzufügen').click();
		await demir.getByLabel('Anregung', { exact: true }).check();
		await demir.getByLabel('Was möchten Sie sagen?').fill(words);
		await button(demir, 'Speichern').last().click();
		await expect(demir).toHaveTitle(/^Der Punkt ist gespeichert/);
		const seidel = await arrive(browser, 'seidel', { path: `${here}/raum` });
		expect((await seidel.goto(demir.url()))?.status()).toBe(404);
		await link(demir, 'Prüfen und einreichen').click();
		await button(demir, 'Stellungnahme einreichen').click();
		await expect(heading(demir, 'Ihre Stellungnahme ist angekommen')).toBeVisible();
		const albrecht = await arrive(browser, 'albrecht', { path: `${here}/stellungnahmen` });
		await expect(main(albrecht)).toContainText('Stellungnahme von Herrn Demir allein');
		await expect(heading(albrecht, 'Noch keine Stellungnahme')).toBeVisible();
		await link(albrecht, 'Seniorenbeirat des Landkreises Harz').first().click();
		await expect(main(albrecht)).toContainText(words);
		await Promise.all([demir, seidel, albrecht].map((page) => page.context().close()));
	});

	test('what came by letter is entered with its points and read like all others', async ({
		browser,
		owner
	}) => {
		const { slug, keys } = await openRound(owner.sql);
		const here = `/beteiligung/${slug}`;
		const words = unique('Per Brief gesagt');
		const room = await roomOf(owner.sql, slug);
		await actAs(
			owner.sql,
			6,
			`perform public.note_in_round(gen_random_uuid(), '${room}', '{"kind": "note", "body": "Nur im Raum", "section": null}');`
		);
		const albrecht = await arrive(browser, 'albrecht', { path: `${here}/stellungnahmen` });
		await link(albrecht, 'Stellungnahme eintragen: Seniorenbeirat').click();
		await button(albrecht, 'Eintrag prüfen').click();
		await expect(albrecht.getByRole('group', { name: /Bitte|prüfen|fehlt/ }).first()).toBeVisible();
		await albrecht.getByLabel('Brief').check();
		await albrecht.getByLabel('Wer hat es gesagt oder unterschrieben?').fill('Herr Brandt');
		await albrecht.getByLabel('Stellungnahme mit Punkten').check();
		const first = albrecht.getByRole('group', { name: 'Punkt 1', exact: true });
		await first.getByLabel('Zu welchem Abschnitt?').selectOption(keys[2]);
		await first.getByLabel('Was ist es?').selectOption('objection');
		await first.getByLabel('Was möchten Sie sagen?').fill(words);
		await button(albrecht, 'Weitere Punkte').click();
		await expect(albrecht.getByRole('group', { name: 'Punkt 6', exact: true })).toBeVisible();
		await expect(first.getByLabel('Was möchten Sie sagen?')).toHaveValue(words);
		await button(albrecht, 'Eintrag prüfen').click();
		await expect(main(albrecht)).toContainText('Punkt 1: Einwendung zu 3 Mobilität');
		await button(albrecht, 'Eintragen').click();
		await expect(main(albrecht)).toContainText(words);
		await expect(main(albrecht)).toContainText(/Brief vom .*, von Herrn Brandt/);
		await expect(main(albrecht)).not.toContainText('Nur im Raum');
		const seidel = await arrive(browser, 'seidel', { path: `${here}/raum` });
		await expect(main(seidel)).toContainText('Ihre Organisation hat am');
		await Promise.all([albrecht, seidel].map((page) => page.context().close()));
	});
});
