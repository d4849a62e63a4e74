import { randomUUID } from 'node:crypto';
import { asking, doing, type Actor } from './acting.ts';
import { cast, harz, musterdorf, musterkreis, oberharz, seniorCouncil, vorharz } from './cast.ts';
import { sql } from './harness.ts';

/** Prepares a call about care and youth. @returns its short name */
export const prepare = (...organisations: string[]) => prepareIn(harz, cast.planner, organisations);

async function prepareIn(authority: string, planner: Actor, organisations: string[]): Promise<string> {
	const slug = await asking(planner, `select public.start_survey('${authority}', gen_random_uuid())`);
	await doing(
		planner,
		`delete from public.survey_questions q using public.calls c where c.id = q.call_id and c.slug = '${slug}'`
	); // of the last one
	await doing(planner, `select public.set_call_fields('${authority}', '${slug}', '{care,youth}')`);
	const circle = organisations.map((id) => `'${id}'::uuid`).join();
	await doing(planner, `select public.set_call_addressees('${authority}', '${slug}', array[${circle}])`);
	return slug;
}

/** Asks a question besides the form. @returns its key */
export async function askQuestion(
	slug: string,
	question: object = {},
	key: string = randomUUID(),
	actor: Actor = cast.planner
): Promise<string> {
	const asked = { kind: 'yes_no', label: `Gibt es einen Jugendclub? ${key.slice(0, 4)}`, ...question };
	await doing(
		actor,
		`select public.save_survey_question('${harz}', '${slug}', '${key}', '${JSON.stringify(asked)}', 0)`
	);
	return key;
}

/** @param audience who may read the result, once it is published */
export const taking = (slug: string, step: string, audience = 'asked') =>
	`select public.take_call_step('${harz}', '${slug}', '${step}', null, 'Der Rat tagt erst danach.', ${step === 'published' ? `'${audience}'` : 'null'})`;
export const take = (slug: string, step: string, actor: Actor = cast.planner) =>
	doing(actor, taking(slug, step));
export const publish = (slug: string, audience: string) =>
	doing(cast.planner, taking(slug, 'published', audience));

/** Prepares a call and opens it. */
export async function open(...organisations: string[]): Promise<string> {
	const slug = await prepare(...organisations);
	await take(slug, 'opened');
	return slug;
}

export async function addresseeOf(slug: string, organisation = oberharz): Promise<string> {
	const [row] = await sql<{ id: string }>(
		`select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1 and a.organisation_id = $2`,
		[slug, organisation]
	);
	return row!.id;
}

/** The window and everybody's time ended yesterday. */
export const end = (slug: string) =>
	sql(
		`with over as (update public.calls set opens_at = now() - interval '60 days', closes_at = now() - interval '1 day' where slug = $1 returning id)
		update public.call_addressees set due_at = now() - interval '1 day' where call_id in (select id from over)`,
		[slug]
	);

const enterNil = (addressee: string) =>
	doing(
		cast.planner,
		`select public.enter_survey_return('${addressee}', '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Kern', null)`
	);

/** Links without sign-in: open, used by a guest, of a call that is closed. Their secrets are their names. */
const linkIds = {
	link: '70000000-0000-4000-8000-000000000001',
	usedLink: '70000000-0000-4000-8000-000000000002',
	closedLink: '70000000-0000-4000-8000-000000000003'
};
const makeLink = (name: keyof typeof linkIds, addressee: string) =>
	doing(
		cast.planner,
		`select public.make_addressee_link('${linkIds[name]}', '${addressee}', 'answer', 'Frau Thiele', 30, encode(sha256('${name}'), 'hex'))`
	);

/** A call in each state: in preparation, open with answers under way, over and silent, answered but for a report, closed, published. */
export async function setCalls() {
	const openCall = await prepare(oberharz, vorharz, seniorCouncil);
	const openQuestion = await askQuestion(openCall);
	await take(openCall, 'opened');
	const addressee = await addresseeOf(openCall);
	const councilAddressee = await addresseeOf(openCall, seniorCouncil);
	await doing(
		cast.clerk,
		`select public.save_survey_answer('${addressee}', 'care', 0, 'nil_return', '{"offers": "Tagespflege Sonnenhof"}', '{}')`
	);
	await doing(cast.clerk, `select public.hand_in_survey('${addressee}')`);
	await doing(cast.councilChair, `select public.answer_nil('${councilAddressee}', 'care')`);
	await doing(
		cast.councilChair,
		`select public.save_survey_answer('${councilAddressee}', 'own_questions', 0, 'answered', '{"${openQuestion}": "no"}', '{}')`
	);
	await doing(
		cast.councilChair,
		`select public.release_survey_answers('${councilAddressee}', '{"own_questions": 1}')`
	);
	await doing(
		cast.councilOffice,
		`select public.ask_extension('${councilAddressee}', now() + interval '80 days', 'Die Sitzung ist danach.')`
	);

	await doing(
		cast.planner,
		`select public.extend_addressee('${await addresseeOf(openCall, vorharz)}', now() + interval '70 days', 'Die Kollegin ist krank.', 'phone')`
	);

	const guestAddressee = await addresseeOf(openCall, vorharz);
	await makeLink('link', addressee);
	await makeLink('usedLink', guestAddressee);
	await sql(
		`select public.addressee_link_use(encode(sha256('usedLink'), 'hex'), gen_random_uuid(), 'Frau Thiele', '{"care": {"outcome": "needs", "answers": {}, "unknown": []}}')`
	);

	const lateCall = await open(oberharz);
	await end(lateCall);
	const lateAddressee = await addresseeOf(lateCall);

	const unansweredCall = await open(oberharz);
	const reporting = await addresseeOf(unansweredCall);
	const draft = await asking(cast.clerk, `select public.start_survey_report('${reporting}', 'care')`);
	await doing(
		cast.clerk,
		`select public.save_need_report('${draft}', 0, '{"title": "Tagespflege fehlt im Ort", "field_of_action": "care", "target_groups": ["older_people"],
			"locality": "Hasselfelde", "description": "Im Ort gibt es keine Tagespflege.", "affected_range": "5_to_20", "urgency": "this_year", "visibility": "district"}')`
	);
	await doing(cast.head, `select public.release_need_report('${draft}', 1)`);
	await doing(cast.head, `select public.answer_nil('${reporting}', 'youth')`);

	const [closedCall, publishedCall, publicCall] = [
		await open(oberharz),
		await open(oberharz),
		await open(oberharz)
	];
	const closedAddressee = await addresseeOf(closedCall);
	for (const slug of [closedCall, publishedCall, publicCall]) {
		await enterNil(await addresseeOf(slug));
		if (slug === closedCall) await makeLink('closedLink', closedAddressee);
		await take(slug, 'closed');
	}
	const file = (slug: string) =>
		asking(
			cast.planner,
			`select public.attach_to_call('${harz}', '${slug}', 'Tabelle.pdf', 'application/pdf', 1000, encode(sha256('${slug}'), 'hex'))`
		);
	const [closedFile, askedFile, publicFile] = [
		await file(closedCall),
		await file(publishedCall),
		await file(publicCall)
	];
	await publish(publishedCall, 'asked');
	await publish(publicCall, 'public');
	await doing(
		cast.planner,
		`select public.correct_call_result('${harz}', '${publishedCall}', gen_random_uuid(), 'Der Rat tagt doch früher.', 'Der Tag war falsch.', 1)`
	);
	const circle = await asking(
		cast.planner,
		`select public.save_circle('${harz}', 'Alle Gemeinden', array['${oberharz}'::uuid])`
	);
	const foreignCall = await prepareIn(musterkreis, cast.foreignPlanner, [musterdorf]);
	await doing(
		cast.foreignPlanner,
		`select public.take_call_step('${musterkreis}', '${foreignCall}', 'opened', null, 'Der Rat tagt danach.')`
	);
	const draftCall = await prepare(oberharz, vorharz);
	return {
		draftCall,
		question: await askQuestion(draftCall, { kind: 'number' }),
		openCall,
		openQuestion,
		addressee,
		...linkIds,
		guestAddressee,
		councilAddressee,
		lateCall,
		lateAddressee,
		unansweredCall,
		closedCall,
		closedAddressee,
		publishedCall,
		publicCall,
		closedFile,
		askedFile,
		publicFile,
		foreignCall,
		circle
	};
}
