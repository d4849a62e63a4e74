import { beforeAll, expect, test } from 'vitest';
import { trying } from '../acting.ts';
import { cast, enter, oberharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { report, write } from '../stage.ts';

/* Paper and phone are equal: each report says by which channel it came, who entered it and on whose behalf. */

beforeAll(enter);

test('a report notes its channel, who wrote, who released, and for whom', async () => {
	const number = await report();
	const [row] = await sql(
		`select channel, written_by, released_by, organisation_id, organisation_name from public.need_reports where number = $1`,
		[number]
	);
	expect(row).toEqual({
		channel: 'online',
		written_by: cast.clerk,
		released_by: cast.head,
		organisation_id: oberharz,
		organisation_name: 'Stadt Oberharz am Brocken'
	});
});

test('the chronicle’s first line names both, in their posts', async () => {
	const number = await report();
	const [row] = await sql(
		`select person_name, post_title, detail from public.events e join public.need_reports r on r.id = e.subject_id where r.number = $1`,
		[number]
	);
	expect(row).toEqual({
		person_name: 'Herr Voß',
		post_title: 'Bürgermeister, Stadt Oberharz am Brocken',
		detail: { writtenBy: 'Frau Kern', writtenIn: 'Hauptamt und Soziales' }
	});
});

test('nobody claims another channel, writer or number', async () => {
	const id = await write(cast.clerk, oberharz);
	const words = `'Ein Titel', 'care', array['all'], 'Ort', 'Eine lange Beschreibung.', 'unknown', 'acute', 'public'`;
	for (const [column, value] of [
		['channel', `'letter'`],
		['written_by', `'${cast.neighbour}'`],
		['released_by', `'${cast.neighbour}'`],
		['number', `'HZ-1999-1'`],
		['authority_id', 'gen_random_uuid()'],
		['received_at', `'1999-01-01'`],
		['form_version', '9'],
		['organisation_name', `'Anders'`]
	]) {
		const { word } = await trying(
			cast.head,
			`insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility, ${column})
			values ('${id}', '${oberharz}', ${words}, ${value})`
		);
		expect([column, word]).toEqual([column, '42501']);
	}
});

test('a report past the verb is stamped like any other', async () => {
	const id = await write(cast.clerk, oberharz);
	const { rows } = await trying(
		cast.head,
		`insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility)
		values ('${id}', '${oberharz}', 'Ein Titel', 'care', array['all'], 'Ort', 'Eine lange Beschreibung.', 'unknown', 'acute', 'public') returning channel, state, received_at = now() as now`
	);
	expect(rows).toEqual([{ channel: 'online', state: 'received', now: true }]);
});

test('a message is stamped with the person and the post that wrote it, not with what was sent', async () => {
	const number = await report();
	const [{ id } = { id: '' }] = await sql('select id from public.need_reports where number = $1', [number]);
	for (const column of ['person_id', 'post_id', 'created_at', 'authority_id'])
		expect(
			(
				await trying(
					cast.planner,
					`insert into public.need_report_messages (report_id, kind, body, ${column}) values ('${id}', 'question', 'x', null)`
				)
			).word
		).toBe('42501');
	const { rows } = await trying(
		cast.planner,
		`insert into public.need_report_messages (report_id, kind, body) values ('${id}', 'question', 'x') returning person_id, post_id`
	);
	expect(rows).toEqual([{ person_id: cast.planner, post_id: '20000000-0000-4000-8000-000000000003' }]);
});
