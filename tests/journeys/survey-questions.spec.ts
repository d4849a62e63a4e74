import { expect, test } from './database.ts';
import { arrive, unique } from './people.ts';
import { heading, summary } from './reporting.ts';
import { actAs, harz, openSurvey, organisations } from './surveying.ts';

/* Planners ask what only this survey asks; it is answered, released, read question by question, and counted. */
test.use({ javaScriptEnabled: false });

test('questions of one survey go from the planner to the clerk and back, word for word', async ({
	browser,
	owner
}) => {
	const id = crypto.randomUUID();
	const slug = `abfrage-${id.slice(0, 8)}`;
	await actAs(
		owner.sql,
		3,
		`perform public.start_survey('${harz}', '${id}');
		delete from public.survey_questions where call_id = '${id}';
		perform public.save_call('${harz}', (select slug from public.calls where id = '${id}'), '{"slug": "${slug}", "title": "Probe ${slug}"}');
		perform public.set_call_fields('${harz}', '${slug}', '{care}');
		perform public.set_call_addressees('${harz}', '${slug}', '{${organisations.oberharz}}');`
	);
	const here = `/abfragen/${slug}`;
	const why = unique('Warum ist der Club im Winter zu?');

	// Frau Albrecht asks three questions; what is missing is said, and nothing she typed is lost.
	const albrecht = await arrive(browser, 'albrecht', {
		path: `${here}/vorbereitung`,
		javaScriptEnabled: false
	});
	const main = albrecht.getByRole('main');
	await albrecht.getByRole('link', { name: 'Eigene Fragen' }).click();
	const ask = async (label: string, kind: string, options = '', ticks: string[] = []) => {
		await albrecht.getByRole('link', { name: 'Frage hinzufügen' }).click();
		await albrecht.getByLabel('Wie lautet die Frage?').fill(label);
		await albrecht.getByLabel(kind, { exact: true }).check();
		await albrecht.getByLabel('Antworten zur Auswahl').fill(options);
		for (const tick of ticks) await albrecht.getByLabel(tick).check();
		await albrecht.getByRole('button', { name: 'Frage speichern' }).click();
	};
	await ask('Wie viele Plätze hat Ihr Club?', 'Zahl', '', ['Ja, sonst ist die Antwort nicht vollständig']);
	await expect(albrecht).toHaveTitle(/^Die Frage ist gespeichert/); // heard first
	await ask('Was wird angeboten?', 'Auswahl: mehrere Antworten', 'Töpfern');
	await expect(summary(albrecht)).toContainText('Bitte schreiben Sie mindestens zwei verschiedene Antworten');
	await expect(albrecht.getByLabel('Wie lautet die Frage?')).toHaveValue('Was wird angeboten?');
	await albrecht.getByLabel('Antworten zur Auswahl').fill('Töpfern\nTanz, Theater');
	await albrecht.getByLabel('Ja, als Zahl im Ergebnis veröffentlichen').check();
	await albrecht.getByRole('button', { name: 'Frage speichern' }).click();
	await ask(why, 'Langer Text');
	await albrecht.getByRole('button', { name: new RegExp(`^Nach oben.*${why.slice(0, 20)}`) }).click();
	await expect(main.locator('.survey-fields h3')).toHaveText([
		'Wie viele Plätze hat Ihr Club?',
		why,
		'Was wird angeboten?'
	]);
	await expect(albrecht.getByRole('heading', { name: 'So sehen es die Adressaten' })).toBeVisible();
	await expect(
		albrecht.getByRole('group', { name: /Was wird angeboten/ }).getByLabel('Töpfern')
	).toBeVisible();
	await albrecht.goto(`${here}/vorbereitung/pruefen`);
	await expect(main).toContainText('3 Fragen');
	await actAs(
		owner.sql,
		3,
		`perform public.take_call_step('${harz}', '${slug}', 'opened', null, 'Die Frist reicht.');`
	);
	await albrecht.goto(`${here}/vorbereitung/fragen`);
	await expect(albrecht).toHaveURL(new RegExp(`${here}/ruecklauf$`)); // once it is open they stay

	// Frau Kern types a number that is none: it is kept and said; then she hands everything in.
	const kern = await arrive(browser, 'kern', { path: `${here}/antwort`, javaScriptEnabled: false });
	const words = 'Die Heizung ist „kaputt“; der Hausmeister friert.';
	await kern.getByRole('button', { name: /^Fehlanzeige ?: Pflege/ }).click();
	await kern.getByRole('link', { name: /Weitere Fragen/ }).click();
	await kern.getByLabel('Wie viele Plätze hat Ihr Club?').fill('etwa zwölf');
	await kern.getByLabel(why).fill(words);
	await kern.getByLabel('Tanz, Theater').check();
	await kern.getByRole('button', { name: 'Speichern', exact: false }).last().click();
	await expect(summary(kern)).toContainText('Bitte schreiben Sie eine Zahl nur mit Ziffern');
	await expect(kern.getByLabel('Wie viele Plätze hat Ihr Club?')).toHaveValue('etwa zwölf');
	await expect(kern.getByLabel('Tanz, Theater')).toBeChecked();
	await kern.goto(`${here}/antwort`);
	await expect(kern.locator('#feld-own_questions')).toContainText('angefangen, noch nicht vollständig');
	await kern.getByRole('link', { name: /Weitere Fragen/ }).click();
	await kern.getByLabel('Wie viele Plätze hat Ihr Club?').fill('12,5');
	await kern.getByRole('button', { name: 'Speichern', exact: false }).last().click();
	await kern.getByRole('link', { name: 'Antworten prüfen und vorlegen' }).first().click();
	await expect(kern.getByText(words)).toBeVisible();
	await kern.getByRole('button', { name: 'Zur Freigabe vorlegen' }).click();

	const voss = await arrive(browser, 'voss', { path: `${here}/antwort/pruefen`, javaScriptEnabled: false });
	await expect(voss.getByText(words)).toBeVisible();
	await voss.getByRole('button', { name: 'Antworten freigeben' }).click();
	await expect(heading(voss, 'Ihre Antwort ist vollständig angekommen')).toBeVisible();
	await expect(voss.getByText(words)).toBeVisible();

	// From the ledger to all answers of one, to one question of all, to the record and the file.
	await albrecht.goto(`${here}/ruecklauf`);
	await albrecht.getByRole('link', { name: /^beantwortet: Stadt Oberharz/ }).click();
	await expect(main).toContainText(words);
	await albrecht.goto(`${here}/ruecklauf/handlungsfelder/2`);
	await expect(main).toContainText('Zusammen: 12,5');
	await albrecht.getByRole('link', { name: why }).click();
	await expect(heading(albrecht, why)).toBeVisible();
	await expect(main).toContainText(words);
	await expect(main).toContainText('Freigegeben von Herrn Voß');
	await albrecht.goto(`${here}/nachweis`);
	await expect(main).toContainText(words);
	const csv = await (await albrecht.request.get(`${here}/ruecklauf.csv`)).text();
	expect(csv).toContain('Was wird angeboten?');
	expect(csv).toContain('Die Heizung ist „kaputt“; der Hausmeister friert.');
	expect(csv).toContain('Tanz, Theater');
	expect(csv).toContain(';12,5;');
	await albrecht.goto(`${here}/suche?suche=Hausmeister`);
	await expect(
		albrecht.getByRole('link', { name: 'Stadt Oberharz am Brocken: Weitere Fragen' })
	).toBeVisible();

	// The result counts what was chosen; one answer is too few to be told, and words are told to nobody.
	await actAs(
		owner.sql,
		3,
		`perform public.take_call_step('${harz}', '${slug}', 'closed');
		perform public.take_call_step('${harz}', '${slug}', 'published', null, 'Es gibt zu wenig Plätze.', 'public');`
	);
	const guest = await (await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' })).newPage();
	await guest.goto(`${here}/ergebnis`);
	await expect(guest.getByRole('heading', { name: 'Was wird angeboten?' })).toBeVisible();
	await expect(guest.getByRole('main')).toContainText(/Tanz, Theater\s*wird nicht genannt/);
	await expect(guest.getByRole('main')).not.toContainText('Hausmeister');
	await expect(guest.getByRole('main')).not.toContainText('Wie viele Plätze hat Ihr Club?');
	await Promise.all([albrecht, kern, voss, guest].map((page) => page.context().close()));
});

test.describe('with scripts', () => {
	test.use({ javaScriptEnabled: true });

	test('what is ticked and typed to own questions is saved by itself, and a guest answers them too', async ({
		browser,
		owner
	}) => {
		const slug = await openSurvey(owner.sql, {
			fields: ['care'],
			questions: [
				{ kind: 'several', label: 'Was wird angeboten?', options: ['Töpfern', 'Tanz'] },
				{ kind: 'number', label: 'Wie viele Plätze?', is_required: true }
			]
		});
		const kern = await arrive(browser, 'kern', { path: `/abfragen/${slug}/antwort/2` });
		await kern.getByLabel('Töpfern').check();
		await kern.getByLabel('Wie viele Plätze?').fill('12');
		await expect(kern.locator('[data-saved]')).toContainText('gespeichert', { ignoreCase: true });
		await kern.getByLabel('Tanz').check();
		await kern.getByLabel('Töpfern').uncheck();
		await expect(async () => {
			const [row] = await owner.sql(
				`select array(select value from jsonb_each(s.answers) where jsonb_typeof(value) = 'array') as boxes from public.survey_answers s join public.call_addressees a on a.id = s.addressee_id join public.calls c on c.id = a.call_id where c.slug = $1`,
				[slug]
			);
			expect(row.boxes).toEqual([['Tanz']]);
		}).toPass();
		await kern.reload();
		await expect(kern.getByLabel('Tanz')).toBeChecked();
		await expect(kern.getByLabel('Töpfern')).not.toBeChecked();
		await kern.context().close();

		const other = await openSurvey(owner.sql, {
			fields: ['care'],
			questions: [
				{ kind: 'number', label: 'Wie viele Plätze?', is_required: true },
				{ kind: 'short_text', label: 'Wo?' }
			]
		});
		await actAs(
			owner.sql,
			3,
			`perform public.make_addressee_link(gen_random_uuid(), (select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '${other}'), 'answer', 'Frau Ohm', 30, encode(sha256('${other}'), 'hex'));`
		);
		const guest = await (await browser.newContext({ locale: 'de-DE' })).newPage();
		await guest.goto(`/gast/${other}`);
		await guest.getByLabel('Wo?').fill('Im Keller der Schule');
		await guest.getByRole('button', { name: 'Weiter: prüfen' }).click();
		await expect(summary(guest)).toContainText('Bitte beantworten Sie diese Frage.');
		await expect(guest.getByLabel('Wo?')).toHaveValue('Im Keller der Schule');
		await guest.getByLabel('Wie viele Plätze?').fill('7');
		await guest.getByRole('button', { name: 'Weiter: prüfen' }).click();
		await expect(guest.getByText('Im Keller der Schule')).toBeVisible();
		await guest.getByRole('button', { name: 'Absenden' }).click();
		await expect(heading(guest, 'Danke, das ist erledigt')).toBeVisible();
		const voss = await arrive(browser, 'voss', { path: `/abfragen/${other}/antwort/pruefen` });
		await expect(voss.getByText('Im Keller der Schule')).toBeVisible();
		await voss.getByRole('button', { name: 'Antworten freigeben' }).click();
		const albrecht = await arrive(browser, 'albrecht', { path: `/abfragen/${other}/ruecklauf/fragen/2` });
		await expect(albrecht.getByRole('main')).toContainText('Im Keller der Schule');
		await expect(albrecht.getByRole('main')).toContainText(
			'Ausgefüllt über einen Link ohne Anmeldung (Frau Ohm)'
		);
		await Promise.all([guest, voss, albrecht].map((page) => page.context().close()));
	});
});
