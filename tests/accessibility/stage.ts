import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setRounds, type RoundStage } from './rounds.ts';
import { setVotes } from './votes.ts';
import { setDocuments, type DocumentStage } from './documents.ts';

type Sql = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/** What stands at the addresses with an id: one of each state that has a page of its own. */
export interface Stage {
	/** Frau Kern's drafts: just begun, complete, waiting for Herr Voß. */
	begun: string;
	complete: string;
	waiting: string;
	/** Frau Kern's reports: with an open question, with the question whether the gap is closed. */
	asked: string;
	settled: string;
	/** Their needs in the pool: the first can be settled, the second taken up again. */
	openNeed: string;
	settledNeed: string;
	/** A need with two reports that nobody has answered. */
	twofoldNeed: string;
	textBlock: string;
	shortId: string;
	barrier: string;
	invitation: string;
	/** The link that ends some of Frau Kern's mails. */
	unsubscribe: string;
	/** What Frau Albrecht enters for others: begun, submitted. */
	transcript: string;
	entered: string;
	/** A draft of Frau Seidel, who may say for which member she writes. */
	councilDraft: string;
	/** The secret of a link that offers an assistance. */
	assistance: string;
	/** Secrets of links without sign-in: to answer, and used to confirm that the survey arrived. */
	guest: string;
	guestDone: string;
	/** Surveys: being prepared, open, closed; in the open one who asked for more time, and who is silent. */
	draftSurvey: string;
	openSurvey: string;
	/** Asked by all surveys besides the form. */
	question: string;
	closedSurvey: string;
	/** Published for everybody. */
	publishedSurvey: string;
	askedTwice: string;
	/** The page of an answer that was entered, behind the address of the ledger. */
	entry: string;
	asking: string;
	silent: string;
	/** Frau Albrecht's files: with mistakes, ready, being taken over. */
	imports: string[];
	unmapped: { ofReports: string; ofMembers: string };
	/** Herr Winkler's file of members. */
	memberImport: string;
	rounds: RoundStage;
	/** What Frau Seidel can have voted on, and votes of her council: circular by points, secret, in a session, entered and corrected. */
	toVoteOn: string;
	circularVote: string;
	secretVote: string;
	sessionVote: string;
	closedVote: string;
	documents: DocumentStage;
}

const harz = 'a0000000-0000-4000-8000-000000000001';
const oberharz = '00000000-0000-4000-8000-000000000048';
const huy = '00000000-0000-4000-8000-000000000045';
const thale = '00000000-0000-4000-8000-000000000051';
const vorharz = '00000000-0000-4000-8000-000000000053';
const answers = {
	title: 'Sprechstunde der Pflegeberatung fehlt in Tanne',
	field_of_action: 'advice',
	target_groups: ['older_people', 'caring_relatives'],
	municipality_ags: '15085228',
	locality: 'Tanne',
	description: 'Wer Angehörige pflegt, fährt dreißig Kilometer bis zur nächsten Beratung.',
	noticed_source: 'council_debate',
	noticed_body: 'Ortschaftsrat Tanne',
	noticed_on: '2026-11-04',
	affected_range: '20_to_50',
	urgency: 'this_year',
	proposed_solution: 'Ein Sprechtag im Monat im Bürgerhaus.',
	responsible_levels: ['district'],
	visibility: 'public'
};
const kern = 1;
const voss = 2;
const albrecht = 3;
const seidel = 5;
const demir = 6;
const winkler = 8;

/** Sets the stage through the verbs that the pages use, each called as the person. */
export async function setStage(sql: Sql): Promise<Stage> {
	/** Runs an expression as a person and gives its value; `$1` and on are `values`. */
	const as = async <T>(person: number, expression: string, values: unknown[] = []): Promise<T> => {
		const [row] = await sql<{ value: T }>(
			`with who as materialized (select set_config('request.jwt.claims', ${claimsOf(person)}, true) as claims)
			select (select ${expression} from (select claims from who) w where claims is not null) as value`,
			values
		);
		return row!.value;
	};
	/** Made and filled in one go: within five seconds, a draft just begun would be given to the next who begins one. */
	const draft = async (given: object): Promise<string> => {
		const id = randomUUID();
		await sql(`do $do$ begin
			perform set_config('request.jwt.claims', ${claimsOf(kern)}, true);
			insert into public.need_report_drafts (id, organisation_id) values ('${id}', '${oberharz}');
			perform public.save_need_report('${id}', 0, '${JSON.stringify(given)}');
		end $do$`);
		return id;
	};
	/** A picture for all who see the report, and a PDF that screen readers cannot read. */
	const attach = async (id: string) => {
		const shared = `public.attach($1, 'Bürgerhaus.png', 'image/png', 9000, repeat('a', 64), null, 'Der Eingang', true)`;
		await as(kern, shared, [id]);
		await as(kern, `public.attach($1, 'Plan.pdf', 'application/pdf', 2000000, repeat('b', 64), false)`, [id]);
	};
	const report = async (): Promise<string> => {
		const id = await draft(answers);
		await attach(id);
		const number = await as<string>(voss, 'public.release_need_report($1, 3)', [id]);
		await as(
			albrecht,
			`public.assess_need_report($1, 'advice', 'district', null, 'Pflegeberatung in den Orten')`,
			[number]
		);
		await as(albrecht, `public.answer_need_report($1, 'accepted', 'Der Sprechtag beginnt im Januar.')`, [
			number
		]);
		return number;
	};
	const needOf = async (number: string): Promise<string> => {
		const [need] = await sql<{ number: string }>(
			'select n.number from public.needs n join public.need_reports r on r.need_id = n.id where r.number = $1',
			[number]
		);
		return need!.number;
	};

	const begun = await draft({ title: answers.title });
	await attach(begun);
	const complete = await draft(answers);
	const waiting = await draft(answers);
	await as(kern, 'public.hand_in_need_report($1, 1)', [waiting]);
	const asked = await report();
	await as(albrecht, `public.write_need_report_message($1, 'question', 'An welchem Tag?')`, [asked]);
	const textBlock = randomUUID();
	await as(albrecht, `public.add_text_block($1, $2, $3, 'Der Sprechtag beginnt im Januar.')`, [
		harz,
		textBlock,
		`Sprechtag ${textBlock.slice(0, 8)}`
	]);
	const settled = await report();
	const settledNeed = await needOf(settled);
	await as(albrecht, `public.settle_need($1, 'Der Sprechtag findet statt.')`, [settledNeed]);
	const [{ short_id: shortId } = { short_id: '' }] = await sql<{ short_id: string }>(
		'select short_id from public.need_reports where number = $1',
		[settled]
	);

	await sql(`insert into private.sessions (id_hash, public_id, person_id, expires_at)
		select encode(sha256(convert_to('fresh ' || id, 'UTF8')), 'hex'), id, id, now() + interval '1 day' from public.people on conflict do nothing`);
	await sql('select public.second_factor_offer($1, $1, $2)', [personOf(kern), 'A'.repeat(32)]);

	const token = randomBytes(32).toString('base64url');
	const invitation = await as<string>(
		winkler,
		`public.invite('20000000-0000-4000-8000-000000000211', 'holder', current_date, null, 'Frau', 'Ada', 'Neu', $1)`,
		[`neu-${token.slice(0, 6).toLowerCase().replace(/\W/g, 'x')}@sample.example`]
	);
	await sql('select public.invitation_token($1, $2)', [
		invitation,
		createHash('sha256').update(token).digest('hex')
	]);
	const transcript = await as<string>(
		albrecht,
		`public.start_need_report_for($1, 'letter', private.today() - 3, 'Herr Voß, Bürgermeister')`,
		[oberharz]
	);
	await as(albrecht, 'public.save_need_report($1, 0, $2)', [transcript, JSON.stringify(answers)]);
	const entered = await as<string>(
		albrecht,
		`private.submit_for($1, $2, 'phone', private.today() - 2, 'Frau Kern, Hauptamt')`,
		[oberharz, JSON.stringify(answers)]
	);
	const another = await as<string>(
		albrecht,
		`private.submit_for($1, $2, 'phone', private.today() - 2, 'Frau Kern, Hauptamt')`,
		[oberharz, JSON.stringify(answers)]
	);
	const twofoldNeed = await as<string>(
		albrecht,
		`public.assess_need_report($1, 'advice', 'district', null, 'Sprechtage in den Orten')`,
		[entered]
	);
	await as(albrecht, `public.assess_need_report($1, 'advice', 'district', $2)`, [another, twofoldNeed]);
	const councilDraft = await as<string>(
		seidel,
		`public.start_need_report('00000000-0000-4000-8000-000000000010')`
	);
	const help = randomBytes(32).toString('base64url');
	const assistance = await as<string>(
		demir,
		`public.name_assistant((select h.id from public.holdings h where h.person_id = '10000000-0000-4000-8000-000000000006' limit 1), 'Frau', 'Lena', 'Licht', $1, private.today() + 90, private.person_id())`,
		[`licht-${help.slice(0, 6).toLowerCase().replace(/\W/g, 'x')}@sample.example`]
	);
	await sql('select public.assistance_token($1, $2)', [
		assistance,
		createHash('sha256').update(help).digest('hex')
	]);
	const barrier = await as<{ number: string }>(
		kern,
		`public.report_barrier('a0000000-0000-4000-8000-000000000001', gen_random_uuid(), 'Der Plan ist nur ein Bild.')`
	);
	await sql(
		`insert into private.mails (authority_id, person_id, kind, recipient, subject, letter, state, reason)
		select 'a0000000-0000-4000-8000-000000000001', id, 'question', email, 'Rückfrage', $1, x.state, x.reason from public.people
		cross join (values ('bounced', '550 5.1.1'), ('unsure', 'ECONNECTION')) x (state, reason) where email = 'kern@beispiel.example'`,
		[JSON.stringify({ locale: 'de', greeting: 'Guten Tag', paragraphs: ['An welchem Tag?'], closing: [] })]
	);
	const [{ unsubscribe } = { unsubscribe: '' }] = await sql<{ unsubscribe: string }>(
		`select private.unsubscribe_token(id, 'reports') as unsubscribe from public.people where email = 'kern@beispiel.example'`
	);
	const survey = async (...organisations: string[]): Promise<string> => {
		const slug = await as<string>(albrecht, `public.start_survey($1, gen_random_uuid())`, [harz]);
		// It begins with the questions of the last one, and other tests start some meanwhile.
		await sql(
			`delete from public.survey_questions q using public.calls c where c.id = q.call_id and c.slug = $1`,
			[slug]
		);
		await as(albrecht, `public.set_call_fields($1, $2, '{care,youth,mobility}')`, [harz, slug]);
		await as(albrecht, `public.set_call_addressees($1, $2, $3)`, [harz, slug, organisations]);
		return slug;
	};
	const step = (slug: string, name: string) =>
		as(albrecht, `public.take_call_step($1, $2, $3, null, 'Der Rat tagt erst danach.')`, [harz, slug, name]);
	const addressee = async (slug: string, organisation: string): Promise<string> => {
		const [row] = await sql<{ id: string }>(
			`select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1 and a.organisation_id = $2`,
			[slug, organisation]
		);
		return row!.id;
	};
	const nil = async (slug: string, organisation: string) =>
		as(
			albrecht,
			`public.enter_survey_return($1, '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}, {"field": "mobility", "outcome": "nil_return"}]', 'phone', 'Frau Thiele', null)`,
			[await addressee(slug, organisation)]
		);
	await sql(
		`insert into public.meeting_calendars (organisation_id, authority_id, state) values ($1, $2, 'kept') on conflict (organisation_id) do update set state = 'kept'`,
		[huy, harz]
	);
	const openSurvey = await survey(oberharz, thale, huy, vorharz);
	const question = randomUUID();
	const ownQuestions = [
		{ kind: 'yes_no', label: 'Gibt es einen Jugendclub?', is_published: true },
		{ kind: 'several', label: 'Was wird angeboten?', options: ['Töpfern', 'Tanz'], hint: 'Im Winter' },
		{ kind: 'one', label: 'Wie oft?', options: ['täglich', 'seltener'] },
		{ kind: 'number', label: 'Wie viele Plätze gibt es?' },
		{ kind: 'long_text', label: 'Was fehlt noch?' },
		{ kind: 'short_text', label: 'Wo ist der Club?' }
	];
	for (const [place, one] of ownQuestions.entries())
		await as(albrecht, `public.save_survey_question($1, $2, $3, $4, 0)`, [
			harz,
			openSurvey,
			place ? randomUUID() : question,
			JSON.stringify(one)
		]);
	await step(openSurvey, 'opened');
	await nil(openSurvey, thale);
	const answeredByPhone = await addressee(openSurvey, thale);
	const [phoned] = await sql<{ id: string }>(`select id from public.call_returns where addressee_id = $1`, [
		answeredByPhone
	]);
	// Frau Yilmaz also stands in for the clerks of two municipalities.
	await sql(
		`insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on)
		select p.authority_id, p.id, $2, 'deputy', current_date from public.posts p
		where p.organisation_id = any ($1) and p.kind = 'clerk'
			and not exists (select from public.holdings h where h.post_id = p.id and h.person_id = $2)`,
		[[huy, vorharz], personOf(9)]
	);
	const askedTwice = await survey(huy, vorharz);
	await step(askedTwice, 'opened');
	const asking = await addressee(openSurvey, oberharz);
	await as(kern, `public.ask_extension($1, now() + interval '80 days', 'Die Sitzung ist danach.')`, [asking]);
	const silent = await addressee(openSurvey, vorharz);
	const link = async (duty: string): Promise<string> => {
		const secret = randomBytes(32).toString('base64url');
		await as(albrecht, `public.make_addressee_link(gen_random_uuid(), $1, $2, 'Frau Thiele', 30, $3)`, [
			silent,
			duty,
			hashOf(secret)
		]);
		return secret;
	};
	const guest = await link('answer');
	const guestDone = await link('receipt');
	await sql(`select public.addressee_link_use($1, gen_random_uuid(), 'Frau Thiele', '{}')`, [
		hashOf(guestDone)
	]);
	await as(albrecht, `public.save_circle($1, 'Drei Gemeinden', $2)`, [harz, [oberharz, thale, huy]]);
	const closedSurvey = await survey(oberharz);
	await step(closedSurvey, 'opened');
	await nil(closedSurvey, oberharz);
	await step(closedSurvey, 'closed');
	const publishedSurvey = await survey(oberharz);
	await step(publishedSurvey, 'opened');
	await nil(publishedSurvey, oberharz);
	await step(publishedSurvey, 'closed');
	await as(albrecht, `public.take_call_step($1, $2, 'published', null, $3, 'public')`, [
		harz,
		publishedSurvey,
		'Niemand meldet einen neuen Bedarf.\n\nWir danken allen.'
	]);

	const read = async (person: number, kind: string, rows: object[]): Promise<string> => {
		const id = await as<string>(
			person,
			`public.begin_import('a0000000-0000-4000-8000-000000000001', $1, 'Liste 2025.csv', $2)`,
			[kind, createHash('sha256').update(randomUUID()).digest('hex')]
		);
		const numbered = rows.map((row, n) => ({ number: n + 2, answers: { organisation: 'Thale', ...row } }));
		const lines = numbered.map(({ number }) => ({ number, cells: [] }));
		await as(person, 'public.add_import_lines($1, $2)', [id, JSON.stringify(lines)]);
		await as(person, 'public.close_import($1)', [id]);
		await sql(`update public.imports set columns = '[]' where id = $1`, [id]); // and no job reads it
		await sql(`select public.read_import_rows($1, '[]', 0, 100000, $2, '[]')`, [
			id,
			JSON.stringify(numbered)
		]);
		return id;
	};
	const row = { ...answers, municipality_ags: '' };
	const wrong = await read(albrecht, 'need_reports', [{ ...row, urgency: 'gleich', title: 'x' }, row]);
	const ready = await read(albrecht, 'need_reports', [row, row]);
	const running = await read(albrecht, 'need_reports', [row]);
	await sql('update public.imports set requested_at = now() where id = $1', [running]);
	const checking = await read(albrecht, 'need_reports', [row]);
	await sql('update public.imports set read_at = null, read_through = 0 where id = $1', [checking]);
	const unmapped = async (person: number, kind: string, headings: string[], cells: string[]) => {
		const id = await as<string>(
			person,
			`public.begin_import('a0000000-0000-4000-8000-000000000001', $1, 'Eigene.csv', $2, '[]', $3)`,
			[kind, createHash('sha256').update(randomUUID()).digest('hex'), JSON.stringify(headings)]
		);
		await as(person, 'public.add_import_lines($1, $2)', [id, JSON.stringify([{ number: 2, cells }])]);
		await as(person, 'public.close_import($1)', [id]);
		return id;
	};
	const ofReports = await unmapped(
		albrecht,
		'need_reports',
		['Wo', 'Titel', 'Farbe'],
		['Thale', 'Am Abend fährt kein Bus', 'rot']
	);
	const ofMembers = await unmapped(winkler, 'members', ['Wer', 'Wohin'], ['Ada Neu', 'Thale']);
	const memberImport = await read(winkler, 'members', [
		{ post: 'Bürgermeister', given_name: 'Ada', family_name: 'Neu', email: 'ada.neu@sample.example' }
	]);
	const draftSurvey = await survey(oberharz, huy, vorharz);
	await as(albrecht, `public.save_survey_question($1, $2, $3, $4, 0)`, [
		harz,
		draftSurvey,
		question,
		JSON.stringify(ownQuestions[0])
	]);
	return {
		transcript,
		entered,
		councilDraft,
		assistance: help,
		draftSurvey,
		openSurvey,
		question,
		closedSurvey,
		publishedSurvey,
		askedTwice,
		entry: `${answeredByPhone}/eintragen/eingang?eintrag=${phoned!.id}`,
		asking,
		silent,
		guest,
		guestDone,
		begun,
		complete,
		waiting,
		asked,
		settled,
		openNeed: await needOf(asked),
		settledNeed,
		twofoldNeed,
		textBlock,
		shortId,
		barrier: barrier.number,
		invitation: token,
		unsubscribe,
		imports: [wrong, ready, running, checking],
		unmapped: { ofReports, ofMembers },
		memberImport,
		rounds: await setRounds(sql as never),
		...(await setVotes(sql, as)),
		documents: await setDocuments(sql)
	};
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Who acts, as a literal of SQL. */
function claimsOf(person: number): string {
	const sub = personOf(person);
	return `'${JSON.stringify({ sub, role: 'authenticated' })}'`;
}

const personOf = (person: number) => `10000000-0000-4000-8000-${String(person).padStart(12, '0')}`;
