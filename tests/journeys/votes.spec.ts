import { arriveAs, foundCouncil, freeze, voteAs, type Council } from './council.ts';
import { expect, test } from './database.ts';
import { mouse, ways, type Hands } from './hands.ts';
import { heading, summary } from './reporting.ts';
import type { Sql } from './surveying.ts';
import type { Page } from '@playwright/test';

const points = ['Der Rufbus fährt auch am Samstag.', 'An jeder Haltestelle steht eine Bank.'];
const withoutScript = { javaScriptEnabled: false };

/** The office opens a vote. @returns its address */
async function openVote(
	office: Page,
	how: { mode: 'Im Umlauf' | 'In einer Sitzung'; secrecy: 'Offen' | 'Geheim'; scope?: string },
	{ press, tick }: Hands = mouse
): Promise<string> {
	await press(office.getByRole('button', { name: 'Weiter zum Prüfen' }));
	await expect(summary(office)).toBeFocused();
	await tick(office.getByLabel(how.scope ?? 'Über den ganzen Wortlaut'));
	await tick(office.getByLabel(how.mode, { exact: true }));
	await tick(office.getByLabel(how.secrecy, { exact: true }));
	await press(office.getByRole('button', { name: 'Weiter zum Prüfen' }));
	await expect(heading(office, 'Bitte prüfen Sie die Abstimmung')).toBeVisible();
	await expect(office.getByText('7 von 12 Stimmberechtigten').first()).toBeVisible();
	await press(office.getByRole('button', { name: 'Abstimmung eröffnen' }));
	await expect(office).toHaveTitle(/^Die Abstimmung ist eröffnet\. – /);
	return new URL(office.url()).pathname;
}

const opening = (statement: string) => `/abstimmungen/neu?stellungnahme=${statement}`;

for (const { how, hands, options } of ways)
	test(`a council of twelve decides on its statement by circulation, ${how}`, async ({ browser, owner }) => {
		const { press, tick } = hands;
		const { sql } = owner;
		const council = await foundCouncil(sql);
		const { statement, title } = await freeze(sql, council, points);
		const office = await arriveAs(browser, sql, council.office, { ...options, path: opening(statement) });
		await expect(office.getByRole('heading', { name: '12 Stimmberechtigte' })).toBeVisible();
		const address = await openVote(office, { mode: 'Im Umlauf', secrecy: 'Offen' }, hands);
		const vote = address.split('/').at(-1)!;

		// A member finds it at the start, reads the very words, forgets to choose, checks, and votes.
		const member = await arriveAs(browser, sql, council.members[1]!, { ...options, path: '/start' });
		await press(member.getByRole('link', { name: `Abstimmen: ${title}` }));
		for (const point of points) await expect(member.getByText(point)).toBeVisible();
		await expect(member.getByText('Bisher haben 0 von 12 Stimmberechtigten abgestimmt.')).toBeVisible();
		await press(member.getByRole('button', { name: 'Weiter: Stimme prüfen' }));
		await expect(summary(member)).toBeFocused();
		await expect(member).toHaveTitle(/^Fehler: /);
		await tick(member.getByLabel('Ja', { exact: true }));
		await press(member.getByRole('button', { name: 'Weiter: Stimme prüfen' }));
		await expect(member).toHaveTitle(/^Bitte prüfen Sie Ihre Stimme – /);
		await expect(member.getByText('Eine abgegebene Stimme steht fest.')).toBeVisible();
		await press(member.getByRole('button', { name: 'Stimme abgeben' }));
		await expect(member).toHaveTitle(/^Ihre Stimme ist abgegeben\. – /);
		await expect(member.getByText(/Sie haben abgestimmt, .*: Ja\./)).toBeVisible();
		await expect(member.getByRole('button', { name: 'Weiter: Stimme prüfen' })).toHaveCount(0);

		// An adviser reads along without a ballot; the planner finds no page at all.
		const adviser = await arriveAs(browser, sql, council.advisers[0]!, { ...options, path: address });
		await expect(adviser.getByText(points[0]!)).toBeVisible();
		await expect(adviser.getByText('Sie lesen hier mit und haben selbst keine Stimme.')).toBeVisible();
		const planner = await arriveAs(browser, sql, '10000000-0000-4000-8000-000000000003', {
			...options,
			path: address
		});
		await expect(heading(planner, 'Das haben wir nicht gefunden')).toBeVisible();

		for (const [n, person] of council.members.entries())
			if (n !== 1) await voteAs(sql, vote, person, n < 9 ? 'yes' : n === 9 ? 'no' : 'abstain');
		await office.goto(address);
		await expect(office).toHaveTitle(/^Angenommen – Abstimmung: /);
		await expect(office.getByText('9 Ja, 1 Nein, 2 Enthaltungen.')).toBeVisible();
		const row = office.getByRole('row').filter({ hasText: 'Frau Birke' });
		await expect(row).toContainText('Ja');
		const [{ state }] = (await sql('select state from public.statements where id = $1', [statement])) as [
			{ state: string }
		];
		expect(state).toBe('decided');
	});

test('too few vote: nothing is decided, and the office can have a new vote', async ({ browser, owner }) => {
	const { sql } = owner;
	const council = await foundCouncil(sql);
	const { statement } = await freeze(sql, council, points);
	const office = await arriveAs(browser, sql, council.office, { ...withoutScript, path: opening(statement) });
	const address = await openVote(office, { mode: 'Im Umlauf', secrecy: 'Geheim' });
	const vote = address.split('/').at(-1)!;
	const chair = await arriveAs(browser, sql, council.members[0]!, { ...withoutScript, path: address });
	await expect(chair.getByText('Niemand kann beides zusammenführen')).toBeVisible();
	await chair.getByLabel('Nein', { exact: true }).check();
	await chair.getByRole('button', { name: 'Weiter: Stimme prüfen' }).click();
	await chair.getByRole('button', { name: 'Stimme ändern' }).click();
	await expect(chair.getByLabel('Nein', { exact: true })).toBeChecked();
	await chair.getByLabel('Ja', { exact: true }).check();
	await chair.getByRole('button', { name: 'Weiter: Stimme prüfen' }).click();
	await chair.getByRole('button', { name: 'Stimme abgeben' }).click();
	await expect(chair.getByText('Wie Sie abgestimmt haben, steht nirgends.')).toBeVisible();
	for (const person of council.members.slice(1, 6)) await voteAs(sql, vote, person, 'yes');

	await endOf(sql, vote);
	await chair.goto(address);
	await expect(chair).toHaveTitle(/^Nicht beschlussfähig – /);
	await expect(
		chair.getByText('Es ist nichts entschieden, denn zu wenige haben teilgenommen.')
	).toBeVisible();
	await office.goto(address);
	await office.getByRole('link', { name: 'Über denselben Wortlaut neu abstimmen lassen' }).click();
	await expect(heading(office, 'Abstimmung eröffnen')).toBeVisible();
});

test('the office enters a session with a substitute and a conflict, and corrects a slip', async ({
	browser,
	owner
}) => {
	const { sql } = owner;
	const council = await foundCouncil(sql);
	const { statement } = await freeze(sql, council, points);
	const office = await arriveAs(browser, sql, council.office, { ...withoutScript, path: opening(statement) });
	await openVote(office, { mode: 'In einer Sitzung', secrecy: 'Offen' });
	await office.getByRole('link', { name: 'Ergebnis eintragen' }).click();
	await enterSession(office, council, { yes: '8', no: '1' });
	// Eight there, one of them with a conflict, and one in place of another: eight votes, not nine.
	await expect(summary(office)).toContainText(
		'Es sind 9 Stimmen eingetragen, anwesend und nicht befangen waren 8.'
	);
	await office.getByLabel('Ja', { exact: true }).fill('7');
	await office.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
	await expect(heading(office, 'Bitte prüfen Sie den Eintrag')).toBeVisible();
	await expect(office.getByText('Frau Weide (Vertretung: Frau Holunder)').first()).toBeVisible();
	await office.getByRole('button', { name: 'Ergebnis eintragen' }).click();
	await expect(office.getByText('Das Ergebnis ist eingetragen.')).toBeVisible();
	await expect(office.getByText('7 Ja, 1 Nein, 0 Enthaltungen.').first()).toBeVisible();
	await expect(office.getByText('Frau Buche: Angestellt beim Träger')).toBeVisible();

	await office.getByRole('link', { name: 'Eintrag berichtigen' }).click();
	await expect(office.getByLabel('Frau Birke, Mitglied 11').first()).toBeChecked();
	await office.getByLabel('Ja', { exact: true }).fill('1');
	await office.getByLabel('Nein', { exact: true }).fill('7');
	await office.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
	await summary(office).getByRole('link', { name: 'Bitte schreiben Sie kurz, warum.' }).click();
	await office.getByLabel('Warum der Eintrag berichtigt wird').fill('Ja und Nein waren vertauscht.');
	await office.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
	await office.getByRole('button', { name: 'Ergebnis eintragen' }).click();
	const member = await arriveAs(browser, sql, council.members[3]!, {
		...withoutScript,
		path: new URL(office.url()).pathname
	});
	await expect(member).toHaveTitle(/^Nicht angenommen – /);
	await expect(member.getByRole('heading', { name: 'Frühere Einträge' })).toBeVisible();
	await expect(member.getByText(/^Angenommen am .* 7 Ja, 1 Nein/)).toBeVisible();
});

/** Eight were there themselves, one of them excluded, and Frau Holunder for Frau Weide. */
async function enterSession(office: Page, council: Council, { yes, no }: { yes: string; no: string }) {
	await office
		.getByLabel('Tag der Abstimmung')
		.fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
	await office.getByLabel('Tagesordnungspunkt').fill('TOP 4');
	for (const name of council.names.slice(0, 8))
		await office.getByRole('checkbox', { name: new RegExp(`^${name}, `) }).check();
	await office
		.getByLabel('Frau Holunder (Ersatzmitglied) war da und vertrat:')
		.selectOption('Frau Weide, Mitglied 21');
	await office.getByLabel('Wer ist befangen?').first().selectOption('Frau Buche, Mitglied 12');
	await office.getByLabel('Warum?').first().fill('Angestellt beim Träger');
	await office.getByLabel('Ja', { exact: true }).fill(yes);
	await office.getByLabel('Nein', { exact: true }).fill(no);
	await office.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
}

/** Its time is over, and the job has come by. */
async function endOf(sql: Sql, vote: string) {
	await sql(`alter table public.votes disable trigger keep_vote`);
	await sql(`update public.votes set closes_at = now() - interval '1 minute' where id = $1`, [vote]);
	await sql(`alter table public.votes enable trigger keep_vote`);
	await sql('select public.end_votes()');
}
