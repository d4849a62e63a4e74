import { beforeAll, describe, expect, test } from 'vitest';
import { doing, trying } from './acting.ts';
import {
	cast,
	groups,
	harz,
	musterdorf,
	musterkreis,
	oberharz,
	roles,
	seniorCouncil,
	youthOffice,
	type Role
} from './cast.ts';
import { sql } from './harness.ts';
import { report, setStage, write, type Stage } from './stage.ts';

/*
 * Needles in the haystack: each kind of secret holds a word that is written nowhere else. Everybody then reads all
 * there is to read (every table, every function, every number and id known) and must find only what is theirs.
 */

let stage: Stage;
let reads: string[];
const { reporters, council, planners, participants } = groups;
const sides = [...reporters, ...planners];

beforeAll(async () => {
	stage = await setStage();
	await hideNeedles();
	reads = await everythingThatCanBeRead();
});

const needles: [what: string, word: string, may: readonly Role[]][] = [
	['the words of a draft', 'Nadelentwurf', reporters],
	['the words of a draft that was handed in', 'Nadelvorlage', reporters],
	['why a draft was given back', 'Nadelgrund', reporters],
	['the words of a council’s draft', 'Nadelbeirat', council],
	['a report for the district only', 'Nadelkreis', sides],
	['a report for all participants', 'Nadelteilnehmer', participants],
	['whom to ask', 'Nadelkontakt', sides],
	['the thread', 'Nadelfrage', sides],
	['the note of a hand-over', 'Nadelübergabe', sides],
	['a planner’s own reminder', 'Nadelmerkzettel', planners],
	['the title of a need', 'Nadelbedarf', planners],
	['the sentence about the gap', 'Nadellücke', sides],
	['the reason of an answer', 'Nadelantwort', participants],
	['a report of the Musterkreis', 'Nadelmuster', ['foreignPlanner', 'foreignClerk', 'foreignHead']],
	['a barrier report', 'Nadelbarriere', [...planners, 'administrator']],
	['the name of a council member', 'Demir', [...council, ...planners, 'administrator']],
	['the address of somebody invited', 'nadel@gast.example', ['administrator']],
	['somebody’s e-mail address', 'rabe@test.example', ['administrator']],
	['somebody’s address once the term is over', 'weg@test.example', groups.nobody],
	['a public report', 'Nadelöffentlich', groups.everyone]
];

describe('everybody reads all there is', () => {
	test.each(needles)('and %s (%s) is found by those who may, and by nobody else', async (_, word, may) => {
		const found = await Promise.all(roles.map(async (role) => [role, await finds(role, word)] as const));
		const finders = found.filter(([, where]) => where.length > 0);
		expect(finders.filter(([role]) => !may.includes(role))).toEqual([]);
		expect(finders.map(([role]) => role).sort()).toEqual([...may].sort());
	});
});

const haystacks = new Map<Role, Promise<[read: string, text: string][]>>();

async function finds(role: Role, word: string): Promise<string[]> {
	if (!haystacks.has(role)) haystacks.set(role, haystack(role));
	return (await haystacks.get(role)!).filter(([, text]) => text.includes(word)).map(([read]) => read);
}

const haystack = (role: Role) =>
	Promise.all(
		reads.map(async (read): Promise<[string, string]> => {
			const { rows, message, detail } = await trying(cast[role], read);
			return [read, JSON.stringify([rows, message, detail])];
		})
	);

async function hideNeedles() {
	const draft = await write(cast.clerk, oberharz, { description: 'Nadelentwurf steht hier ganz allein.' });
	const returned = await write(cast.clerk, oberharz, { title: 'Nadelvorlage' });
	await doing(cast.clerk, `select public.hand_in_need_report('${returned}', 1)`);
	await doing(cast.head, `select public.return_need_report('${returned}', 'Nadelgrund')`);
	await doing(cast.clerk, `select public.hand_in_need_report('${returned}', 1)`);
	await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
	await doing(cast.head, `select public.return_need_report('${draft}', 'Nadelgrund')`);
	await write(cast.councilOffice, seniorCouncil, { title: 'Nadelbeirat' });
	const closed = await report({ description: 'Nadelkreis für den Kreis.', contact: 'Nadelkontakt' });
	await doing(
		cast.planner,
		`select public.write_need_report_message('${closed}', 'question', 'Nadelfrage?')`
	);
	await report({ title: 'Nadelteilnehmer', visibility: 'participants' });
	await report({ title: 'Nadelöffentlich', visibility: 'public' });
	const shared = await report({ title: 'Für alle Teilnehmenden', visibility: 'participants' });
	await doing(
		cast.planner,
		`select public.hand_over_need_report('${shared}', '${youthOffice}', current_date + 9, 'Nadelübergabe')`
	);
	await doing(
		cast.planner,
		`select public.follow_up_need_report('${shared}', current_date + 2, 'Nadelmerkzettel')`
	);
	await doing(
		cast.planner,
		`select public.assess_need_report('${shared}', 'care', 'district', null, 'Nadelbedarf')`
	);
	await doing(cast.planner, `select public.answer_need_report('${shared}', 'noted', 'Nadelantwort')`);
	await doing(
		cast.planner,
		`select public.settle_need((select number from public.needs where title = 'Nadelbedarf'), 'Getan.')`
	);
	await doing(cast.clerk, `select public.answer_gap('${shared}', 'no', 'Nadellücke')`);
	await report({ title: 'Nadelmuster' }, foreigners);
	await doing(cast.anonymous, `select public.report_barrier('${harz}', gen_random_uuid(), 'Nadelbarriere')`);
	await doing(
		cast.administrator,
		`select public.invite('20000000-0000-4000-8000-000000000035', 'holder', current_date, null, null, 'A', 'B', 'nadel@gast.example')`
	);
}

const foreigners = { writer: cast.foreignClerk, releaser: cast.foreignHead, organisation: musterdorf };

/** Every column of every table by itself, and every function that reads, with all that could be handed to it. */
async function everythingThatCanBeRead(): Promise<string[]> {
	const columns = await sql<{ read: string }>(`
		select format('select array_agg(%I) from %I.%I', a.attname, n.nspname, c.relname) as read
		from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'private') and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped`);
	const numbers = (
		await sql<{ number: string }>(
			`select number from public.need_reports where received_at > now() - interval '1 hour'`
		)
	).map(({ number }) => number);
	const needs = (
		await sql<{ number: string }>(
			`select number from public.needs where opened_at > now() - interval '1 hour'`
		)
	).map(({ number }) => number);
	const drafts = (await sql<{ id: string }>('select id from public.need_report_drafts')).map(({ id }) => id);
	const authorities = [harz, musterkreis];
	const words = needles.map(([, word]) => word).filter((word) => word.startsWith('Nadel'));
	return [
		...columns.map(({ read }) => read),
		...numbers.flatMap((n) => [
			`select public.need_report('${n}')`,
			`select public.public_need_report('${n}')`,
			`select public.assessment_options('${n}')`
		]),
		...needs.map((n) => `select public.need('${n}')`),
		...drafts.map((id) => `select public.need_report_draft('${id}')`),
		...authorities.flatMap((a) => [
			`select public.administration('${a}')`,
			`select public.public_overview('${a}')`,
			`select jsonb_agg(to_jsonb(x)) from public.list_barrier_reports('${a}') x`,
			`select jsonb_agg(to_jsonb(x)) from public.list_needs('${a}', 'all') x`,
			`select jsonb_agg(to_jsonb(x)) from public.vacant_posts('${a}') x`,
			`select jsonb_agg(to_jsonb(x)) from public.need_reports_by_municipality('${a}') x`,
			...words.map(
				(word) => `select jsonb_agg(to_jsonb(x)) from public.list_need_reports('${a}', '${word}') x`
			),
			`select jsonb_agg(to_jsonb(x)) from public.list_need_reports('${a}') x`
		]),
		...[oberharz, seniorCouncil, musterdorf].flatMap((o) => [
			`select public.administration_of_organisation('${o}')`,
			...words.map(
				(word) => `select jsonb_agg(to_jsonb(x)) from public.similar_need_reports('${o}', '${word}') x`
			)
		]),
		`select public.my_organisations()`,
		`select public.start_page()`,
		`select public.vocabulary()`,
		`select public.resolve_short_address('${stage.short}')`
	];
}
