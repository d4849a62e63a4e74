import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { asking, become, connection, doing, trying } from '../acting.ts';
import { addresseeOf, end } from '../call-stage.ts';
import { cast, enter, harz, oberharz, places, seniorCouncil } from '../cast.ts';
import { sql } from '../harness.ts';
import {
	association,
	begin,
	bring,
	closeRound,
	json,
	liga,
	note,
	noting,
	openRound,
	point,
	pointing,
	step,
	stepping,
	submitStatement
} from '../round-stage.ts';

/* The private room of an organisation: what its members note, how they come to a statement, and that it goes out once. */

const ligaMember = '10000000-0000-4000-8000-000000000999';

beforeAll(async () => {
	await enter();
	await sql(`
		insert into public.people (id, salutation, given_name, family_name, email) values
			('${ligaMember}', 'Frau', 'Anna', 'Awo', 'awo@test.example');
		insert into public.posts (id, organisation_id, kind, title) values
			('20000000-0000-4000-8000-000000000999', '${association}', 'committee_officer', 'Kreisverband');
		insert into public.holdings (post_id, person_id, capacity, starts_on) values
			('20000000-0000-4000-8000-000000000999', '${ligaMember}', 'holder', current_date - 10);
		insert into public.assistances (holding_id, given_name, family_name, email, ends_on, accepted_at, assistant_id)
			select h.id, 'Willi', 'Winter', 'winter@test.example', current_date + 90, now(), '${cast.stranger}'
			from public.holdings h where h.person_id = '${cast.councilMember}'`);
});

const refusal = async (actor: string | null, text: string) => {
	const { word, message } = await trying(actor, text);
	return word === 'RULED' || word === 'FINAL' ? message : word;
};
const noteOf = async (id: string) => (await sql('select * from public.round_notes where id = $1', [id]))[0]!;
const stateOf = async (id: string) =>
	(await sql<{ state: string }>('select state from public.statements where id = $1', [id]))[0]?.state;

describe('notes', () => {
	test('stand in the room of one organisation, once however often they are sent', async () => {
		const { room, draft } = await openRound();
		const council = await room();
		const id = randomUUID();
		const said = { section: draft.keys[1], quote: 'Im Landkreis', body: ' Das ist zu wenig. ' };
		for (const turn of [1, 2])
			expect(await note(cast.councilMember, council, said, id), String(turn)).toBe(id);
		expect(await sql('select from public.round_notes where id = $1', [id])).toHaveLength(1);
		expect(await noteOf(id)).toMatchObject({
			body: 'Das ist zu wenig.',
			quote: 'Im Landkreis',
			person_name: 'Herr Demir',
			written_by: null
		});
	});

	test('of an assistant are the member’s, and say whose hand wrote them', async () => {
		const { room } = await openRound();
		const id = await note(cast.stranger, await room());
		expect(await noteOf(id)).toMatchObject({
			person_id: cast.councilMember,
			person_name: 'Herr Demir',
			written_by: cast.stranger
		});
		const change = `select public.change_round_note('${id}', 1, ${json({ kind: 'note', body: 'Anders.' })})`;
		expect(await refusal(cast.councilMember, change)).toBe('yes');
		expect((await trying(cast.councilOffice, change)).word).toBe('NOTFD');
	});

	test('of an association stand in the room of its umbrella, where it builds no statement', async () => {
		const { room, slug } = await openRound();
		const umbrella = await room(liga);
		await note(ligaMember, umbrella, { body: 'Aus dem Kreisverband.' });
		expect(
			await asking(
				ligaMember,
				`select public.round_room('${harz}', '${slug}') -> 'room' ->> 'organisationName'`
			)
		).toContain('LIGA');
		expect(
			await refusal(ligaMember, `select public.start_statement(gen_random_uuid(), '${umbrella}', 'joint')`)
		).toBe('rounds_error_for_the_office');
	});

	test('about a section of another document are refused, by verb and by hand', async () => {
		const [{ room }, other] = [await openRound(), await openRound()];
		const council = await room();
		expect(await refusal(cast.councilMember, noting(council, { section: other.draft.keys[0] }))).toBe(
			'NOTFD'
		);
		expect(
			await refusal(
				cast.councilMember,
				`insert into public.round_notes (id, addressee_id, version_id, section_id, kind, body)
				select gen_random_uuid(), '${council}', version_id, section_id, 'note', 'Fremd'
				from public.section_texts where version_id = '${other.draft.version}' limit 1`
			)
		).toMatch(/NOTFD|nothing/);
	});

	test('say something, or propose other words', async () => {
		const { room } = await openRound();
		const council = await room();
		expect(await refusal(cast.councilMember, noting(council, { body: ' ' }))).toBe('MISSG');
		await note(cast.councilMember, council, {
			kind: 'suggestion',
			body: '',
			proposal: { blocks: [{ kind: 'paragraph', runs: [{ text: 'Neu' }] }], notes: [] },
			proposalWords: 'Neu'
		});
	});

	test('are answered, and an answer to an answer stays below the note', async () => {
		const { room } = await openRound();
		const first = await note(cast.councilMember, await room());
		const answering = (to: string) =>
			`select public.answer_round_note(gen_random_uuid(), '${to}', 'Richtig.')`;
		const answer = await asking(cast.councilAdviser, answering(first));
		const second = await asking(cast.councilChair, answering(answer));
		expect(await noteOf(second)).toMatchObject({ answers_id: first, kind: 'answer' });
	});

	test('change by their author’s hand until they stand in a frozen wording, then by nobody’s', async () => {
		const { room } = await openRound();
		const council = await room();
		const id = await note(cast.councilMember, council);
		const change = (revision: number, body: string) =>
			`select 1 from (select public.change_round_note('${id}', ${revision}, ${json({ kind: 'concern', body })}) offset 0) x`;
		await doing(cast.councilMember, change(1, 'Neu.'));
		expect((await trying(cast.councilMember, change(1, 'Alt.'))).word).toBe('STALE');
		expect((await trying(cast.councilChair, change(2, 'Fremd.'))).word).toBe('NOTFD');

		const statement = await begin(cast.councilOffice, council);
		await doing(
			cast.councilOffice,
			`select public.take_round_note('${statement}', '${id}', gen_random_uuid())`
		);
		await doing(cast.councilMember, change(2, 'Noch einmal neu.'));
		await bring(statement, 'frozen');
		expect(await refusal(cast.councilMember, change(3, 'Zu spät.'))).toBe('rounds_error_note_placed');
		expect(await refusal(cast.councilMember, `select public.withdraw_round_note('${id}')`)).toBe(
			'rounds_error_note_placed'
		);
		await expect(sql(`update public.round_notes set body = 'Fremd' where id = '${id}'`)).rejects.toThrow();
	});

	test('that are withdrawn stay readable and are changed no more', async () => {
		const { room } = await openRound();
		const id = await note(cast.councilMember, await room());
		await doing(cast.councilMember, `select public.withdraw_round_note('${id}')`);
		await doing(cast.councilMember, `select public.withdraw_round_note('${id}')`);
		expect(
			await asking(cast.councilChair, `select public.round_note('${id}') -> 'note' ->> 'withdrawnAt'`)
		).toBeTruthy();
		expect(
			await refusal(
				cast.councilMember,
				`select public.change_round_note('${id}', 1, ${json({ kind: 'note', body: 'Doch.' })})`
			)
		).toBe('rounds_error_note_withdrawn');
	});

	test('are not taken before the round begins and after it ends, nor from who is gone', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		expect(await refusal(cast.formerAssistant, noting(council, {}))).toBe('NOTFD');
		await sql(`update public.calls set opens_at = now() + interval '1 day' where slug = '${slug}'`);
		expect(await refusal(cast.councilMember, noting(council, {}))).toBe('errors_call_not_open_yet');
		await sql(`update public.calls set opens_at = now() - interval '1 day' where slug = '${slug}'`);
		await note(cast.councilMember, council);
		await closeRound(slug);
		expect(await refusal(cast.councilMember, noting(council, {}))).toBe('rounds_error_closed');
	});

	test('at a section that a later text no longer has keep their words and their place', async () => {
		const { room, slug, draft } = await openRound();
		const council = await room();
		const id = await note(cast.councilMember, council, { section: draft.keys[2], quote: 'Mobilität' });
		await doing(
			cast.planner,
			`select public.start_version((select document_id from public.document_versions where id = '${draft.version}'))`
		);
		const [next] = await sql<{ id: string }>(
			`select id from public.document_versions where document_id = (select document_id from public.document_versions where id = $1) and frozen_at is null`,
			[draft.version]
		);
		await doing(
			cast.planner,
			`select public.remove_section('${next!.id}', (select id from public.sections where key = '${draft.keys[2]}'), 'Entfällt.')`
		);
		await sql(`alter table public.rounds disable trigger stamp`);
		await sql(
			`update public.rounds set version_id = '${next!.id}' where call_id = (select id from public.calls where slug = '${slug}')`
		);
		await sql(`alter table public.rounds enable trigger stamp`);
		expect(
			await asking(cast.councilChair, `select public.round_room('${harz}', '${slug}') -> 'gone'`)
		).toMatchObject([{ id, quote: 'Mobilität', isGone: true, section: { key: draft.keys[2] } }]);
		// and what was being typed there meanwhile becomes a note at the same place
		const late = await note(cast.councilMember, council, {
			section: draft.keys[2],
			body: 'Getippt, während er ging.'
		});
		expect((await noteOf(late)).version_id).toBe(draft.version);
	});
});

describe('what somebody types', () => {
	const saving = (id: string, room: string, form: object) =>
		`select public.save_note_draft('${id}', '${room}', ${json(form)})`;

	test('is kept for that person alone, until it becomes a note in one act', async () => {
		const { room, slug, draft } = await openRound();
		const [council, id] = [await room(), randomUUID()];
		const typed = (body: string) =>
			doing(cast.councilMember, saving(id, council, { section: draft.keys[0], body }));
		await typed('Halb');
		await typed('Halb fertig');
		const found = (actor: string) =>
			asking<{ form: object }[]>(actor, `select public.round_room('${harz}', '${slug}') -> 'drafts'`);
		expect(await found(cast.councilMember)).toMatchObject([
			{ id, form: { body: 'Halb fertig' }, section: { key: draft.keys[0] } }
		]);
		expect(await found(cast.councilChair)).toEqual([]);
		expect((await trying(cast.councilChair, saving(id, council, { body: 'Fremd' }))).word).toBe('NOTFD');
		await note(cast.councilMember, council, { section: draft.keys[0], body: 'Halb fertig' }, id);
		expect(await found(cast.councilMember)).toEqual([]);
		await typed('kommt zu spät');
		expect(await found(cast.councilMember)).toEqual([]);
	});

	test('stays when the note is refused', async () => {
		const { room, slug } = await openRound();
		const [council, id] = [await room(), randomUUID()];
		await doing(cast.councilMember, saving(id, council, { section: null, body: 'Fast fertig' }));
		await closeRound(slug);
		expect(await refusal(cast.councilMember, noting(council, { body: 'Fast fertig' }, id))).toBe(
			'rounds_error_closed'
		);
		expect(await sql('select from public.round_note_drafts where id = $1', [id])).toHaveLength(1);
		await doing(cast.councilMember, `select public.discard_note_draft('${id}')`);
		expect(await sql('select from public.round_note_drafts where id = $1', [id])).toHaveLength(0);
	});
});

describe('a joint statement', () => {
	test('is begun once, by who writes for the organisation', async () => {
		const { room } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		expect(await begin(cast.councilChair, council)).toBe(statement);
		for (const who of [cast.councilMember, cast.councilAdviser])
			expect(
				await refusal(who, `select public.start_statement(gen_random_uuid(), '${council}', 'joint')`)
			).toBe('rounds_error_for_the_office');
		expect(await refusal(cast.councilMember, pointing(statement, {}))).toBe('rounds_error_for_the_office');
	});

	test('says of every note where it went, or why not, before it is frozen', async () => {
		const { room, draft } = await openRound();
		const council = await room();
		const [first, second] = [
			await note(cast.councilMember, council, { section: draft.keys[0] }),
			await note(cast.councilAdviser, council)
		];
		const statement = await begin(cast.councilOffice, council);
		const made = await asking(
			cast.councilOffice,
			`select public.take_round_note('${statement}', '${first}', gen_random_uuid())`
		);
		expect(await refusal(cast.councilOffice, stepping(statement, 'frozen'))).toBe('rounds_error_unplaced');
		expect(
			await refusal(
				cast.councilOffice,
				`select public.place_round_note('${statement}', '${second}', null, ' ')`
			)
		).toBe('MISSG');
		await doing(
			cast.councilOffice,
			`select public.place_round_note('${statement}', '${second}', null, 'Betrifft einen anderen Plan.')`
		);
		await bring(statement, 'frozen');
		expect(
			await asking(cast.councilMember, `select public.round_placing('${statement}') -> 'notes'`)
		).toMatchObject([
			{ id: second, placed: { pointId: null, reason: 'Betrifft einen anderen Plan.' } },
			{ id: first, placed: { pointId: made, place: 1 } }
		]);
	});

	test('lets go of its notes with a point that is dropped, and keeps its points in a row', async () => {
		const { room } = await openRound();
		const council = await room();
		const id = await note(cast.councilMember, council);
		const statement = await begin(cast.councilOffice, council);
		const made = await asking(
			cast.councilOffice,
			`select public.take_round_note('${statement}', '${id}', gen_random_uuid())`
		);
		const [a, b] = [
			await point(cast.councilOffice, statement, { body: 'A' }),
			await point(cast.councilOffice, statement, { body: 'B' })
		];
		await doing(cast.councilOffice, `select public.place_statement_point('${statement}', '${b}', 1)`);
		const order = async () =>
			(
				await sql<{ id: string }>(
					'select id from public.statement_points where statement_id = $1 order by place',
					[statement]
				)
			).map(({ id }) => id);
		expect(await order()).toEqual([b, made, a]);
		await doing(cast.councilOffice, `select public.drop_statement_point('${statement}', '${made}')`);
		expect(await order()).toEqual([b, a]);
		expect(await refusal(cast.councilOffice, stepping(statement, 'frozen'))).toBe('rounds_error_unplaced');
	});

	test('changed in another window is not overwritten', async () => {
		const { room } = await openRound();
		const statement = await begin(cast.councilOffice, await room());
		const id = randomUUID();
		await doing(cast.councilOffice, pointing(statement, { body: 'Eins' }, id));
		await doing(cast.councilChair, pointing(statement, { body: 'Zwei' }, id, 1));
		const { word, detail } = await trying(cast.councilOffice, pointing(statement, { body: 'Drei' }, id, 1));
		expect([word, JSON.parse(detail!)]).toMatchObject(['STALE', { revision: 2, stored: { body: 'Zwei' } }]);
		const seen = `select public.take_statement_step(gen_random_uuid(), '${statement}', 'frozen', '1')`;
		expect((await trying(cast.councilOffice, seen)).word).toBe('STALE');
	});

	test('goes its way in order, and each wrong turn is refused with a sentence', async () => {
		const { room } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		const turn = (actor: string, name: string) => refusal(actor, stepping(statement, name));
		expect(await turn(cast.councilOffice, 'frozen')).toBe('rounds_error_empty');
		await point(cast.councilOffice, statement);
		for (const [actor, name] of [
			[cast.councilOffice, 'unfrozen'],
			[cast.councilOffice, 'decided'],
			[cast.councilChair, 'signed'],
			[cast.councilOffice, 'submitted']
		] as const)
			expect(await turn(actor, name), name).toBe('rounds_error_not_frozen');
		expect(await turn(cast.councilMember, 'frozen')).toBe('rounds_error_for_the_office');

		await bring(statement, 'frozen');
		expect(await turn(cast.councilOffice, 'frozen')).toBe('rounds_error_frozen');
		expect(await refusal(cast.councilOffice, pointing(statement, {}))).toBe('rounds_error_frozen');
		expect(await turn(cast.councilChair, 'signed')).toBe('rounds_error_not_decided');
		expect(await turn(cast.councilOffice, 'submitted')).toBe('rounds_error_not_decided');
		expect(
			await refusal(cast.councilOffice, stepping(statement, 'decided', { on: 'private.today() + 1' }))
		).toBe('rounds_error_decided_in_future');
		expect(
			await refusal(cast.councilOffice, stepping(statement, 'decided', { on: 'private.today() - 2' }))
		).toBe('rounds_error_decided_before_round');
		await bring(statement, 'unfrozen');
		await point(cast.councilOffice, statement, { body: 'Noch einer.' });
		await bring(statement, 'frozen', 'decided');
		for (const name of ['unfrozen', 'decided'])
			expect(await turn(cast.councilOffice, name)).toBe('rounds_error_decided');
		expect(await turn(cast.councilOffice, 'signed')).toBe('rounds_error_for_the_chair');
		expect(await turn(cast.chairAssistant, 'signed')).toBe('rounds_error_for_the_chair');
		expect(await turn(cast.councilOffice, 'submitted')).toBe('rounds_error_not_signed');
		await bring(statement, 'signed');
		expect(await turn(cast.councilChair, 'signed')).toBe('rounds_error_signed');
		expect(await turn(cast.councilMember, 'submitted')).toBe('rounds_error_for_releasers');
		await bring(statement, 'submitted');
		for (const name of ['frozen', 'unfrozen', 'decided', 'submitted', 'discarded'])
			expect(await turn(cast.councilOffice, name), name).toBe('rounds_error_submitted');
		expect(await stateOf(statement)).toBe('submitted');
		await expect(
			sql(`update public.statements set intro = 'Anders' where id = '${statement}'`)
		).rejects.toThrow('errors_submitted_is_final');
		await expect(
			sql(`update public.statement_points set body = 'Anders' where statement_id = '${statement}'`)
		).rejects.toThrow();
	});

	test('is one step however often a form is sent', async () => {
		const { room } = await openRound();
		const statement = await begin(cast.councilOffice, await room());
		await point(cast.councilOffice, statement);
		const id = randomUUID();
		const freeze = `select public.take_statement_step('${id}', '${statement}', 'frozen', '2')`;
		await doing(cast.councilOffice, freeze);
		await doing(cast.councilOffice, freeze);
		expect(await sql('select from public.statement_steps where statement_id = $1', [statement])).toHaveLength(
			1
		);
	});

	test('is decided by a vote, waits while one runs, and may be changed when one failed', async () => {
		const { room } = await openRound();
		const statement = await begin(cast.councilOffice, await room());
		await point(cast.councilOffice, statement);
		await bring(statement, 'frozen');
		const [first, second] = [randomUUID(), randomUUID()];
		const vote = (id: string, outcome: string) =>
			sql(
				`select private.statement_decided('${statement}', '${id}', '${outcome}', 'session', private.today())`
			);
		await sql(`select private.statement_put_to_vote('${statement}', '${first}')`);
		for (const name of ['unfrozen', 'decided', 'discarded'])
			expect(await refusal(cast.councilOffice, stepping(statement, name)), name).toBe(
				'rounds_error_vote_runs'
			);
		await expect(sql(`select private.statement_put_to_vote('${statement}', '${second}')`)).rejects.toThrow();
		await vote(first, 'failed');
		await bring(statement, 'unfrozen', 'frozen');
		await sql(`select private.statement_put_to_vote('${statement}', '${second}')`);
		await vote(second, 'carried');
		await vote(second, 'failed'); // what was entered is corrected
		expect(await stateOf(statement)).toBe('frozen');
		await sql(`select private.statement_put_to_vote('${statement}', '${second}')`);
		await vote(second, 'carried');
		expect(
			await sql('select state, decision, vote_id from public.statements where id = $1', [statement])
		).toEqual([{ state: 'decided', decision: 'session', vote_id: second }]);
	});

	test('of a town needs no vote: its head signs, and so decides', async () => {
		const { room } = await openRound();
		const statement = await begin(cast.clerk, await room(oberharz));
		await point(cast.clerk, statement);
		await step(cast.clerk, statement, 'frozen');
		expect(await refusal(cast.clerk, stepping(statement, 'signed'))).toBe('rounds_error_for_the_chair');
		await step(cast.head, statement, 'signed');
		expect(await refusal(cast.clerk, stepping(statement, 'submitted'))).toBe('rounds_error_for_releasers');
		await step(cast.head, statement, 'submitted');
		expect(await sql('select state, decision from public.statements where id = $1', [statement])).toEqual([
			{ state: 'submitted', decision: 'head' }
		]);
	});

	test('takes dissents with it from when it is frozen until it is out, and only to this wording', async () => {
		const { room } = await openRound();
		const statement = await begin(cast.councilOffice, await room());
		await point(cast.councilOffice, statement);
		const dissenting = (body: string) =>
			`select public.dissent_from_statement(gen_random_uuid(), '${statement}', '${body}')`;
		expect(await refusal(cast.councilMember, dissenting('Zu früh.'))).toBe('rounds_error_not_frozen');
		await bring(statement, 'frozen');
		await doing(cast.councilMember, dissenting('Zum alten Wortlaut.'));
		await bring(statement, 'unfrozen');
		await point(cast.councilOffice, statement, { body: 'Neu.' });
		await bring(statement, 'frozen', 'decided');
		await doing(cast.councilAdviser, dissenting('Ich sehe das anders.'));
		await doing(cast.councilSubstitute, dissenting('Doch nicht.'));
		await doing(
			cast.councilSubstitute,
			`delete from public.statement_dissents where statement_id = '${statement}' and body = 'Doch nicht.'`
		);
		expect(await refusal(cast.councilOffice, dissenting('Vom Büro.'))).toBe('rounds_error_for_members');
		await bring(statement, 'signed', 'submitted');
		expect(await refusal(cast.councilMember, dissenting('Zu spät.'))).toBe('rounds_error_submitted');
		expect(
			await asking(cast.planner, `select public.round_statement('${statement}') -> 'statement' -> 'dissents'`)
		).toMatchObject([{ body: 'Ich sehe das anders.', personName: 'Frau Rau' }]);
	});

	test('answers for its organisation, late when it is late, and never after the end', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		await end(slug);
		const { statement } = await submitStatement(council);
		expect(
			await sql('select is_late, return_id is not null as returned from public.statements where id = $1', [
				statement
			])
		).toEqual([{ is_late: true, returned: true }]);
		expect(
			await sql(
				'select outcome, is_late, answered_at is not null as answered from public.call_addressees where id = $1',
				[council]
			)
		).toEqual([{ outcome: 'submitted', is_late: true, answered: true }]);

		const town = await begin(cast.clerk, await room(oberharz));
		await point(cast.clerk, town);
		await step(cast.clerk, town, 'frozen');
		await step(cast.head, town, 'signed');
		await closeRound(slug);
		expect(await refusal(cast.head, stepping(town, 'submitted'))).toBe('rounds_error_closed');
	});

	test('is corrected by another one while the round is open; both stay', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		const first = await submitStatement(council, { body: 'Alt.' });
		const second = await begin(cast.councilOffice, council);
		expect(second).not.toBe(first.statement);
		await point(cast.councilOffice, second, { body: 'Neu.' });
		await bring(second, 'frozen', 'decided', 'signed', 'submitted');
		const bodies = async () =>
			(
				await asking<{ body: string }[]>(
					cast.planner,
					`select public.round_points('${harz}', '${slug}') -> 'points'`
				)
			).map(({ body }) => body);
		expect(await bodies()).toEqual(['Alt.', 'Neu.']); // the copy began with the old point
		expect(
			await asking(cast.planner, `select public.round_statements('${harz}', '${slug}') -> 'statements'`)
		).toMatchObject([
			{ id: second, isCorrected: false },
			{ id: first.statement, isCorrected: true }
		]);
		expect(await stateOf(first.statement)).toBe('submitted');
		expect(
			await sql(
				'select corrects_id is not null as corrects from public.call_returns where addressee_id = $1 order by created_at',
				[council]
			)
		).toEqual([{ corrects: false }, { corrects: true }]);
	});
});

describe('no objections', () => {
	const stating = (room: string, id: string = randomUUID()) =>
		`select public.state_no_objections('${id}', '${room}')`;

	test('are the word of who releases, said once', async () => {
		const { room } = await openRound();
		const [council, id] = [await room(), randomUUID()];
		expect(await refusal(cast.councilMember, stating(council))).toBe('rounds_error_for_releasers');
		await doing(cast.councilChair, stating(council, id));
		await doing(cast.councilChair, stating(council, id));
		expect(await refusal(cast.councilChair, stating(council))).toBe('rounds_error_no_objections_twice');
		expect(await sql('select kind, state from public.statements where addressee_id = $1', [council])).toEqual(
			[{ kind: 'no_objections', state: 'submitted' }]
		);
	});

	test('are not said while a statement is at work', async () => {
		const { room } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		expect(await refusal(cast.councilOffice, stating(council))).toBe('rounds_error_statement_at_work');
		await bring(statement, 'discarded');
		await doing(cast.councilOffice, stating(council));
	});
});

describe('an individual statement', () => {
	test('is nobody else’s until it is out, and does not answer for the organisation', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilAdviser, council, 'individual');
		await point(cast.councilAdviser, statement, { body: 'Aus meiner Sicht.' });
		for (const who of [cast.councilChair, cast.councilOffice, cast.planner])
			expect((await trying(who, `select public.round_statement('${statement}')`)).word).toBe('NOTFD');
		expect(await refusal(cast.councilAdviser, stepping(statement, 'frozen'))).toBe(
			'rounds_error_no_such_step'
		);
		await step(cast.councilAdviser, statement, 'submitted');
		expect(
			await asking(cast.planner, `select public.round_statement('${statement}') -> 'statement'`)
		).toMatchObject({ kind: 'individual', personName: 'Frau Rau', points: [{ body: 'Aus meiner Sicht.' }] });
		expect(await sql('select answered_at from public.call_addressees where id = $1', [council])).toEqual([
			{ answered_at: null }
		]);
		expect(
			await asking(cast.planner, `select public.round_statements('${harz}', '${slug}') -> 'silent'`)
		).toMatchObject(expect.arrayContaining([expect.objectContaining({ id: council })]));
	});
});

describe('what came on paper', () => {
	const entering = (
		room: string,
		said: { id?: string; kind?: string; points?: object[]; channel?: string } = {}
	) =>
		`select public.enter_statement('${said.id ?? randomUUID()}', '${room}', '${said.kind ?? 'joint'}', '',
			${json(said.points ?? [{ kind: 'objection', body: 'So nicht.', section: null }])}, '${said.channel ?? 'letter'}', 'Herr Brandt', private.today())`;

	test('is entered by planners with the same fields, once, and says nothing of the room', async () => {
		const { room, slug, draft } = await openRound();
		const [council, id] = [await room(), randomUUID()];
		await begin(cast.councilOffice, council);
		const points = [{ kind: 'objection', body: 'So nicht.', section: draft.keys[1] }];
		for (const turn of [1, 2])
			expect(await asking(cast.planner, entering(council, { id, points })), String(turn)).toBe(id);
		expect(
			await asking(cast.planner, `select public.round_points('${harz}', '${slug}') -> 'points'`)
		).toMatchObject([{ body: 'So nicht.', channel: 'letter', section: { key: draft.keys[1] } }]);
		expect(
			await asking(cast.councilMember, `select public.round_statement('${id}') -> 'statement'`)
		).toMatchObject({
			channel: 'letter',
			givenBy: 'Herr Brandt'
		});
		expect(await refusal(cast.councilOffice, entering(council))).toBe('NOTFD');
		expect(await refusal(cast.planner, entering(council, { points: [] }))).toBe('MISSG');
		expect(await refusal(cast.planner, entering(council, { channel: 'online' }))).toBe('INVAL');
		await closeRound(slug);
		expect(await refusal(cast.planner, entering(council))).toBe('errors_call_is_closed');
	});

	test('under the id of what a room is at is refused as if there were nothing', async () => {
		const { room } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		expect(await refusal(cast.planner, entering(council, { id: statement }))).toBe('NOTFD');
	});
});

describe('who reads what others submitted', () => {
	const sees = async (who: string, slug: string) =>
		(await asking<{ count: number }>(who, `select public.round_points('${harz}', '${slug}')`)).count;

	test.each([
		['own', [0, 0]],
		['after_closing', [0, 1]],
		['among', [1, 1]]
	] as const)('as the round says: %s', async (reading, [open, closed]) => {
		const { room, slug } = await openRound([oberharz, seniorCouncil], { reading });
		const { statement } = await submitStatement(await room());
		expect(await sees(cast.clerk, slug)).toBe(open);
		expect(await sees(cast.councilMember, slug)).toBe(1);
		expect(await sees(cast.planner, slug)).toBe(1);
		await closeRound(slug);
		expect(await sees(cast.clerk, slug)).toBe(closed);
		if (closed)
			expect(await asking(cast.clerk, `select public.round_statement('${statement}')`)).toMatchObject({
				work: null,
				room: null,
				statement: { signedName: null, points: [{ body: 'Zwei Standorte mehr.' }] }
			});
	});

	test('a search finds points by German words once they are out', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		await point(cast.councilOffice, statement, { body: 'Es fehlen Rufbusse am Sonntag.' });
		const found = async () =>
			(
				await asking<{ count: number }>(
					cast.planner,
					`select public.round_search('${harz}', '${slug}', 'Rufbus')`
				)
			).count;
		expect(await found()).toBe(0);
		await bring(statement, 'frozen', 'decided', 'signed', 'submitted');
		expect(await found()).toBe(1);
	});
});

describe('at the same moment', () => {
	/** The first acts and waits; the second acts meanwhile; then the first is done. @returns what became of the second */
	async function meanwhile(first: [string, string], second: [string, string]): Promise<string> {
		const [one, other] = [await connection(), await connection()];
		try {
			await one.query('begin');
			await become(one, first[0]);
			await one.query(first[1]);
			await other.query('begin');
			await become(other, second[0]);
			const waits = other.query(second[1]).then(
				() => 'done',
				({ message }: Error) => message
			);
			await expect
				.poll(() =>
					sql(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
				)
				.not.toHaveLength(0);
			await one.query('commit');
			const outcome = await waits;
			await other.query(outcome === 'done' ? 'commit' : 'rollback');
			return outcome;
		} finally {
			one.release();
			other.release();
		}
	}

	test('two submit, and it goes out once', async () => {
		const { room } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		await point(cast.councilOffice, statement);
		await bring(statement, 'frozen', 'decided', 'signed');
		const submitting = stepping(statement, 'submitted');
		expect(await meanwhile([cast.councilOffice, submitting], [cast.councilChair, submitting])).toBe(
			'rounds_error_submitted'
		);
		expect(await sql('select from public.call_returns where addressee_id = $1', [council])).toHaveLength(1);
	});

	test('somebody notes while the wording is frozen: it is not left out in silence', async () => {
		const { room } = await openRound();
		const council = await room();
		const statement = await begin(cast.councilOffice, council);
		await point(cast.councilOffice, statement);
		expect(
			await meanwhile(
				[cast.councilMember, noting(council, { body: 'Noch schnell.' })],
				[cast.councilOffice, stepping(statement, 'frozen')]
			)
		).toBe('rounds_error_unplaced');
	});

	test('the round is closed while somebody notes: the note is refused', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		const [one, other] = [await connection(), await connection()];
		await one.query('begin');
		await one.query(`update public.calls set state = 'closed', closed_at = now() where slug = $1`, [slug]);
		await other.query('begin');
		await become(other, cast.councilMember);
		const waits = other.query(noting(council, {})).then(
			() => 'done',
			({ message }: Error) => message
		);
		await one.query('commit');
		expect(await waits).toBe('rounds_error_closed');
		await other.query('rollback');
		one.release();
		other.release();
	});
});

describe('who plans', () => {
	test('has no place in a room, whatever else they hold', async () => {
		const { room, slug } = await openRound();
		const id = await note(cast.councilMember, await room());
		await sql(
			`insert into public.holdings (post_id, person_id, capacity, starts_on) values ($1, $2, 'deputy', current_date - 1)`,
			[places['post of chair'], cast.officePlanner]
		);
		for (const read of [
			`select from public.round_notes where id = '${id}'`,
			`select public.round_note('${id}')`,
			`select public.round_room('${harz}', '${slug}')`
		])
			expect((await trying(cast.officePlanner, read)).word, read).toMatch(/nothing|NOTFD/);
		await sql(`update public.holdings set ended_at = now() where person_id = $1 and post_id <> $2`, [
			cast.officePlanner,
			places['post of chair']
		]);
		expect((await trying(cast.officePlanner, `select public.round_note('${id}')`)).word).toBe('yes');
		await sql(`update public.holdings set ended_at = null where person_id = $1 and post_id <> $2`, [
			cast.officePlanner,
			places['post of chair']
		]);
		await sql(`delete from public.holdings where person_id = $1 and post_id = $2`, [
			cast.officePlanner,
			places['post of chair']
		]);
	});

	test('learns of a room that it began, and nothing else, from ledger, record, chronicle and notices', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		const heard = async () => ({
			ledger: (
				await asking<{ addressees: { id: string }[] }>(
					cast.planner,
					`select public.call_ledger('${harz}', '${slug}')`
				)
			).addressees.find(({ id }) => id === council),
			page: await asking(cast.planner, `select public.call_addressee('${harz}', '${slug}', '${council}')`),
			record: await asking(cast.planner, `select public.call_record('${harz}', '${slug}') -> 'addressees'`),
			list: await asking(cast.planner, `select public.round_statements('${harz}', '${slug}')`),
			events: await sql(
				'select kind from public.events where subject_id = (select call_id from public.call_addressees where id = $1)',
				[council]
			),
			notices: await sql('select kind from public.call_notices where addressee_id = $1', [council])
		});
		await note(cast.councilMember, council);
		const begun = await heard();
		expect(begun.ledger).toMatchObject({ standing: 'begun' });
		const statement = await begin(cast.councilOffice, council);
		await point(cast.councilOffice, statement);
		await doing(
			cast.councilOffice,
			`select public.place_round_note('${statement}', (select id from public.round_notes where addressee_id = '${council}'), null, 'Nein.')`
		);
		await bring(statement, 'frozen', 'decided', 'signed');
		expect(await heard()).toEqual(begun);
	});
});

describe('somebody who leaves', () => {
	test('leaves words and takes the name along', async () => {
		const { room, slug } = await openRound();
		const council = await room();
		const id = await note(cast.councilSubstitute, council);
		const statement = await begin(cast.councilSubstitute, council, 'individual');
		await point(cast.councilSubstitute, statement);
		await step(cast.councilSubstitute, statement, 'submitted');
		await sql(`select private.delete_person('${cast.councilSubstitute}', 'account_deleted')`);
		expect(await noteOf(id)).toMatchObject({ person_id: null, person_name: null, body: 'Das fehlt.' });
		expect(
			await asking(cast.planner, `select public.round_statements('${harz}', '${slug}') -> 'statements'`)
		).toMatchObject([{ personName: null, points: 1 }]);
		expect(await addresseeOf(slug, seniorCouncil)).toBe(council);
	});
});
