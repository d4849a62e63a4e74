import { createHash, randomUUID } from 'node:crypto';
import { asking, doing, type Actor } from './acting.ts';
import { cast, enter, harz, musterdorf, musterkreis, oberharz, seniorCouncil, youthOffice } from './cast.ts';
import { setCalls } from './call-stage.ts';
import { setDocuments } from './document-stage.ts';
import { setVotes } from './vote-stage.ts';
import { sql } from './harness.ts';
import { setRounds } from './round-stage.ts';

/** The name of the clerk's town. */
export const town = 'Stadt Oberharz am Brocken';

/** Answers that make a report complete. */
export const complete = {
	title: 'Tagespflege fehlt im Ort',
	field_of_action: 'care',
	target_groups: ['older_people'],
	locality: 'Hasselfelde',
	description: 'Im Ort gibt es keine Tagespflege, die nächste liegt weit entfernt.',
	affected_range: '5_to_20',
	urgency: 'this_year',
	visibility: 'district'
};

export const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;

let files = 0;
/** The call that puts a file to a draft; each time another one. `is_shared` means: for whoever sees the report. */
export const attaching = (draft: string, { name = 'Foto.png', isShared = false, size = 1000 } = {}) =>
	`select public.attach('${draft}', '${name}', 'image/png', ${size}, '${String(++files).padStart(64, '0')}', null, 'Die Haltestelle', ${isShared})`;

/** Writes and releases a report with two files: one for the two sides, one that is shared. @returns the files' ids and the report's number */
export async function reportWithFiles(visibility: string) {
	const draft = await write(cast.clerk, oberharz, { visibility });
	const kept = await asking(cast.clerk, attaching(draft));
	const shared = await asking(cast.clerk, attaching(draft, { isShared: true }));
	const number = await asking(cast.head, `select public.release_need_report('${draft}', 3)`);
	return { number, kept, shared };
}

/** Begins a draft and fills it in. @returns its id; its revision is then 1 */
export async function write(writer: Actor, organisation: string, answers: object = {}): Promise<string> {
	const id = await asking(writer, `select public.start_need_report('${organisation}')`);
	await doing(writer, `select public.save_need_report('${id}', 0, ${json({ ...complete, ...answers })})`);
	return id;
}

/** A planner begins to enter what came by letter, and fills it in. @returns its id; its revision is then 1 */
export async function transcribe(organisation: string, answers: object = {}): Promise<string> {
	const id = await asking(
		cast.planner,
		`select public.start_need_report_for('${organisation}', 'letter', private.today() - 5, 'Herr Voß, Bürgermeister')`
	);
	await doing(
		cast.planner,
		`select public.save_need_report('${id}', 0, ${json({ ...complete, ...answers })})`
	);
	return id;
}

/** Everybody has just signed in: a session each, whose public id is the person's, so that verbs can be asked with it. */
export const signAllIn = () =>
	sql(`insert into private.sessions (id_hash, public_id, person_id, expires_at)
		select encode(sha256(convert_to('fresh ' || id, 'UTF8')), 'hex'), id, id, now() + interval '30 days' from public.people
		on conflict do nothing`);
/** The session of `signAllIn`. */
export const freshSession = (personId: string) => ({ id: personId, person: { id: personId } }) as App.Session;

/** Writes and releases a report. @returns its number */
export async function report(answers: object = {}, by = reporters): Promise<string> {
	const id = await write(by.writer, by.organisation, answers);
	return asking(by.releaser, `select public.release_need_report('${id}', 1)`);
}

const reporters = { writer: cast.clerk as Actor, releaser: cast.head as Actor, organisation: oberharz };
const foreignReporters = { writer: cast.foreignClerk, releaser: cast.foreignHead, organisation: musterdorf };

/** Assesses a report as the only one of a new need. @returns the need's number */
export const assess = (number: string, title: string) =>
	asking(cast.planner, `select public.assess_need_report('${number}', 'care', 'provider', null, '${title}')`);

export const answer = (number: string, block?: string) =>
	doing(
		cast.planner,
		`select public.answer_need_report('${number}', 'accepted', 'Ein Standort wird gefördert.', p_blocks => '{${block ?? ''}}')`
	);

export const settle = (need: string) =>
	doing(cast.planner, `select public.settle_need('${need}', 'Die Tagespflege ist eröffnet.')`);

/** Reads in rows as a planner does with a file, for the town of the clerk. @returns the import's id */
export async function upload(
	rows: object[],
	{ by = cast.planner as Actor, authority = harz, kind = 'need_reports' } = {}
): Promise<string> {
	const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
	const id = await asking(
		by,
		`select public.begin_import('${authority}', '${kind}', 'liste.csv', '${digest}')`
	);
	const numbered = rows.map((answers, n) => ({ number: n + 2, answers: { organisation: town, ...answers } }));
	const lines = numbered.map(({ number }) => ({ number, cells: [] }));
	await doing(by, `select public.add_import_lines('${id}', ${json(lines)})`);
	await doing(by, `select public.close_import('${id}', '[]')`);
	await sql(`select public.read_import_rows($1, '[]', 0, 100000, $2, '[]')`, [id, JSON.stringify(numbered)]);
	return id;
}

/** "Übernehmen", and the job that follows. @returns how many rows were taken over */
export async function take(id: string, by: Actor = cast.planner): Promise<number> {
	await doing(by, `select public.request_import('${id}')`);
	return asking<number>(by, `select public.commit_import('${id}')`);
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** One of everything: drafts, a report of each visibility, a report in each state, needs, and the Musterkreis' own. */
export async function setStage() {
	await enter();
	await signAllIn();
	await sql(`
		select private.audit('${harz}', '${cast.planner}', k), private.audit('${musterkreis}', '${cast.foreignPlanner}', k)
		from unnest(array['signed_in', 'exported']) k;
		select private.audit(null, null, k) from unnest(array['operator_backup', 'sign_in_failed']) k`);
	const draft = await write(cast.clerk, oberharz);
	const handedIn = await write(cast.clerk, oberharz);
	await doing(cast.clerk, `select public.hand_in_need_report('${handedIn}', 1)`);
	const councilDraft = await write(cast.councilOffice, seniorCouncil);
	const assistedDraft = await write(cast.chairAssistant, seniorCouncil);
	const transcript = await transcribe(oberharz);
	const foreignDraft = await write(cast.foreignClerk, musterdorf);

	const draftFile = await asking(cast.clerk, attaching(await write(cast.clerk, oberharz)));
	const councilFile = await asking(
		cast.councilOffice,
		attaching(await write(cast.councilOffice, seniorCouncil), { isShared: true })
	);
	const foreignFile = await asking(cast.foreignClerk, attaching(await write(cast.foreignClerk, musterdorf)));
	const filesInDistrict = await reportWithFiles('district');
	const filesShared = await reportWithFiles('participants');
	const filesOpen = await reportWithFiles('public');

	const contact = 'Frau Kern, 039454 0000-12';
	const inDistrict = await report({
		visibility: 'district',
		title: 'Fahrdienst Quittenzweig fehlt',
		contact
	});
	const shared = await report({ visibility: 'participants', title: 'Treffpunkt Südstern fehlt', contact });
	const open = await report({ visibility: 'public', title: 'Rampe Westwind fehlt', contact });
	const foreign = await report({ visibility: 'district', municipality_ags: '99001001' }, foreignReporters);
	const foreignPublic = await report({ visibility: 'public' }, foreignReporters);

	const clarifying = await report({ visibility: 'participants' });
	await doing(
		cast.planner,
		`select public.write_need_report_message('${clarifying}', 'question', 'Wo genau?')`
	);
	const answered = await report({ visibility: 'participants' });
	const answeredNeed = await assess(answered, 'Beantwortet');
	await doing(
		cast.planner,
		`select public.hand_over_need_report('${answered}', '${youthOffice}', current_date + 9, 'Bitte prüfen.')`
	);
	await doing(cast.planner, `select public.contribute_to_need_report('${answered}', 'note', 'Nur für uns.')`);
	await doing(
		cast.planner,
		`select public.follow_up_need_report('${answered}', current_date + 9, 'Nachfassen')`
	);
	const block = randomUUID();
	await doing(
		cast.planner,
		`select public.add_text_block('${harz}', '${block}', 'Standort', 'Ein Standort wird gefördert.')`
	);
	await answer(answered, block);
	await doing(
		cast.planner,
		`select public.rename_need('${answeredNeed}', 'Beantwortetes', 'So findet man es besser.')`
	);
	const first = await report();
	const twofoldNeed = await assess(first, 'Beantwortetes und Offenes');
	const second = await report();
	await doing(
		cast.planner,
		`select public.assess_need_report('${second}', 'care', 'provider', '${twofoldNeed}')`
	);
	const fresh = await report();
	await answer(fresh);
	const [{ id: freshAnswer } = { id: '' }] = await sql<{ id: string }>(
		'select a.id from public.need_report_answers a join public.need_reports r on r.id = a.report_id where r.number = $1',
		[fresh]
	);
	const freshRelease = await report();
	const unansweredNeed = await assess(shared, 'Noch ohne Antwort');
	const settled = await report({ visibility: 'participants' });
	const settledNeed = await assess(settled, 'Erledigt');
	await answer(settled);
	await settle(settledNeed);
	const closed = await report({ visibility: 'participants' });
	const closedNeed = await assess(closed, 'Abgeschlossen');
	await answer(closed);
	await settle(closedNeed);
	await doing(cast.clerk, `select public.answer_gap('${closed}', 'partly', 'Nur an zwei Tagen.')`);

	const invitation = await asking(
		cast.administrator,
		`select public.invite('20000000-0000-4000-8000-000000000035', 'holder', current_date, null, 'Frau', 'Gerda', 'Gast', 'gast@test.example')`
	);
	const readImport = await upload([{ ...complete, given_by: 'Frau Kern' }]);
	const wrongImport = await upload([{ ...complete, urgency: 'gleich' }]);
	const openImport = await asking(
		cast.planner,
		`select public.begin_import('${harz}', 'need_reports', 'offen.csv', repeat('0', 64))`
	);
	const mappedImport = await asking(
		cast.planner,
		`select public.begin_import('${harz}', 'need_reports', 'ort.csv', repeat('2', 64), '[]', '["Wo genau"]')`
	);
	await doing(cast.planner, `select public.close_import('${mappedImport}')`);
	await doing(cast.planner, `select public.map_import('${mappedImport}', '["locality"]')`);
	const barrier = await asking<{ number: string }>(
		cast.anonymous,
		`select public.report_barrier('${harz}', gen_random_uuid(), 'Die Schrift ist zu klein.', '/bedarfe', 'gast@test.example')`
	);
	const mails = await mailsOf(cast.clerk);
	await sql(
		`insert into public.mail_preferences (person_id, kind_group, pace) values ($1, 'calls', 'at_once')`,
		[cast.councilChair]
	);
	const filter = randomUUID();
	await doing(
		cast.planner,
		`select public.save_filter('${harz}', '${filter}', 'Pflege, offen', '{"field": "care", "state": "offen"}')`
	);
	const calls = await setCalls();
	const documents = await setDocuments();
	const rounds = await setRounds();
	const votes = await setVotes();
	const [clerkToken, plannerToken, endedToken] = [
		await tokenOf(cast.clerk),
		await tokenOf(cast.planner),
		await tokenOf(cast.clerk, 'Beendet')
	];
	await doing(cast.clerk, `select public.revoke_access_token('${endedToken}')`);
	const id = Object.fromEntries(
		(await sql<{ number: string; id: string }>('select number, id from public.need_reports')).map((row) => [
			row.number,
			row.id
		])
	) as Record<string, string>;
	const needId = Object.fromEntries(
		(await sql<{ number: string; id: string }>('select number, id from public.needs')).map((row) => [
			row.number,
			row.id
		])
	) as Record<string, string>;
	const [{ holding, short } = { holding: '', short: '' }] = await sql(
		`select (select id from public.holdings where person_id = $1) as holding, (select short_id from public.need_reports where number = $2) as short`,
		[cast.neighbour, inDistrict]
	);
	const holdings = new Map(
		(await sql<{ id: string; person_id: string }>('select id, person_id from public.holdings')).map((row) => [
			row.person_id,
			row.id
		])
	);
	const [{ id: assistance } = { id: '' }] = await sql<{ id: string }>(
		'select id from public.assistances where assistant_id = $1',
		[cast.chairAssistant]
	);
	return {
		assistance,
		holdingOfChair: holdings.get(cast.councilChair)!,
		holdingOfPlanner: holdings.get(cast.planner)!,
		holdingOfAdministrator: holdings.get(cast.administrator)!,
		draft,
		handedIn,
		councilDraft,
		transcript,
		assistedDraft,
		foreignDraft,
		draftFile,
		councilFile,
		foreignFile,
		districtFile: filesInDistrict.kept,
		districtSharedFile: filesInDistrict.shared,
		participantsFile: filesShared.kept,
		participantsSharedFile: filesShared.shared,
		openFile: filesOpen.kept,
		openSharedFile: filesOpen.shared,
		withFiles: filesOpen.number,
		inDistrict,
		shared,
		open,
		foreign,
		foreignPublic,
		clarifying,
		answered,
		answeredNeed,
		block,
		second,
		twofoldNeed,
		fresh,
		freshAnswer,
		freshRelease,
		unansweredNeed,
		settled,
		settledNeed,
		closed,
		closedNeed,
		invitation,
		readImport,
		wrongImport,
		openImport,
		mappedImport,
		barrier: barrier.number,
		id,
		needId,
		holding,
		short,
		clerkToken,
		plannerToken,
		endedToken,
		filter,
		...mails,
		...calls,
		...documents,
		...rounds,
		...votes
	};
}

const tokenOf = (person: Actor, name = 'Sitzungsdienst') =>
	asking(
		person,
		`select public.add_access_token('${name}', encode(extensions.gen_random_bytes(32), 'hex'), array['read', 'reports'], 30, private.person_id())`
	);

/**
 * Mails to somebody: bounced, sent, and bounced ones that are no planner's business: about the account (a code to sign in,
 * another address, an assistance, a second factor), and what an organisation asks among itself.
 */
async function mailsOf(person: Actor) {
	const letter = { locale: 'de', subject: 'x', greeting: 'x', paragraphs: [], closing: [] };
	const rows = await sql<{ id: string }>(
		`insert into private.mails (authority_id, person_id, kind, recipient, subject, letter, state) values
			($1, $2, 'question', 'kern@beispiel.example', 'x', $3, 'bounced'), ($1, $2, 'question', 'kern@beispiel.example', 'x', null, 'sent'),
			($1, $2, 'sign_in', 'kern@beispiel.example', 'x', $3, 'bounced'), ($1, null, 'address_change', 'kern.neu@test.example', 'x', $3, 'bounced'),
			($1, $2, 'draft_handed_in', 'kern@beispiel.example', 'x', $3, 'bounced'), ($1, null, 'assistance', 'hilfe@test.example', 'x', $3, 'bounced'),
			($1, $2, 'second_factor', 'kern@beispiel.example', 'x', $3, 'bounced'), ($1, $2, 'draft_returned', 'kern@beispiel.example', 'x', $3, 'bounced') returning id`,
		[harz, person, letter]
	);
	const [
		undelivered = '',
		delivered = '',
		undeliveredSecret = '',
		undeliveredAddress = '',
		undeliveredInside = ''
	] = rows.map(({ id }) => id);
	return { undelivered, delivered, undeliveredSecret, undeliveredAddress, undeliveredInside };
}
