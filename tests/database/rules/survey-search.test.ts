import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { addresseeOf, end, open, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil, vorharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { json } from '../stage.ts';

/* The words of answers are searched by who may read them, once they are returned, and as they stand now. */

beforeAll(enter);

type Page = {
	count: number;
	hasMore: boolean;
	found: {
		id: string;
		organisationName: string;
		field: string;
		passages: { question: string; text: { text: string; isFound: boolean }[] }[];
	}[];
};

let slug: string;
const search = (words: string, actor: Actor = cast.planner, after = '') =>
	asking<Page>(
		actor,
		`select public.survey_search('${harz}', '${slug}', '${words}'${after && `, '${after}'`})`
	);
const who = async (words: string, actor?: Actor) =>
	(await search(words, actor)).found.map(({ organisationName, field }) => `${organisationName} ${field}`);
const oberharzCare = 'Stadt Oberharz am Brocken care';

async function returned(to: string, revision: number, answers: object, field = 'care') {
	await doing(
		cast.clerk,
		`select public.save_survey_answer('${to}', '${field}', ${revision}, 'nil_return', ${json(answers)}, '{}')`
	);
	await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
	await doing(cast.head, `select public.release_survey_answers('${to}', ${json({ [field]: revision + 1 })})`);
}
const enterFor = async (organisation: string, answers: object, field = 'care') =>
	doing(
		cast.planner,
		`select public.enter_survey_return('${await addresseeOf(slug, organisation)}', ${json([{ field, outcome: 'not_competent', answers }])}, 'phone', 'Frau Conrad', null)`
	);

describe('the words of answers', () => {
	let to: string;
	beforeAll(async () => {
		slug = await open(oberharz, vorharz, seniorCouncil);
		to = await addresseeOf(slug);
	});

	test('are found by nobody while they are filled in, or before the head', async () => {
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', 0, 'nil_return', ${json({ offers: 'Ein Rufbus am Abend.' })}, '{}')`
		);
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		for (const actor of [cast.planner, cast.clerk, cast.head, cast.neighbour])
			expect(await who('Rufbus', actor)).toEqual([]);
	});

	test('are found by planners and by who said them once they are released, in their forms and parts', async () => {
		await doing(cast.head, `select public.release_survey_answers('${to}', '{"care": 1}')`);
		for (const words of ['Rufbus', 'Bus', 'Rufbusse', 'abends Bus'])
			for (const actor of [cast.planner, cast.deputyPlanner, cast.clerk, cast.head])
				expect(await who(words, actor)).toEqual([oberharzCare]);
		expect(await who('Busch')).toEqual([]);
		expect(await who('Rufbus Tagespflege')).toEqual([]);
	});

	test('are found by no other addressee of the same survey', async () => {
		for (const actor of [cast.neighbour, cast.neighbourHead, cast.councilChair])
			expect(await who('Rufbus', actor)).toEqual([]);
	});

	test('are not there to search for who is not asked, and for planners elsewhere', async () => {
		for (const actor of [cast.committeeOfficer, cast.administrator, cast.foreignPlanner, cast.formerClerk]) {
			const { word } = await trying(actor, `select public.survey_search('${harz}', '${slug}', 'Rufbus')`);
			expect(word).toBe('NOTFD');
			const past = `select from jsonb_array_elements(private.searched_answers((select id from public.calls where slug = '${slug}'), 'Rufbus', null) -> 'found')`;
			expect((await trying(actor, past)).word).toBe('nothing');
		}
	});

	test('are shown with what stands around them', async () => {
		const { found } = await search('Busse');
		expect(found[0]!.passages).toEqual([
			{
				question: 'offers',
				text: [
					{ text: 'Ein', isFound: false },
					{ text: 'Rufbus', isFound: true },
					{ text: 'am Abend.', isFound: false }
				]
			}
		]);
		await enterFor(vorharz, { changes: `${'Lang '.repeat(40)}die Kegelbahn ${'schließt '.repeat(40)}` });
		const [passage] = (await search('Kegelbahn')).found[0]!.passages;
		const texts = passage!.text.map(({ text }) => text);
		expect([texts[0], texts[2], texts.at(-1)]).toEqual(['…', 'Kegelbahn', '…']);
		expect(texts.join(' ').split(' ').length).toBeLessThan(50);
	});

	test('that came by phone are found like those that came online', async () => {
		await enterFor(seniorCouncil, { plans: 'Ein Sammeltaxi, sagt Frau Conrad.' }, 'youth');
		expect(await who('Taxi')).toEqual([expect.stringMatching(/Seniorenbeirat.* youth$/)]);
		expect(await who('Taxi', cast.councilMember)).toHaveLength(1);
		expect(await who('Taxi', cast.clerk)).toEqual([]);
	});

	test('that were corrected are not found any more, the correction is', async () => {
		await returned(to, 1, { offers: 'Seit Mai ein Anruflinientaxi.' });
		expect(await who('Rufbus')).toEqual([]);
		expect(await who('Rufbus', cast.clerk)).toEqual([]);
		expect(await who('Anruflinientaxi')).toEqual([oberharzCare]);
	});

	test('that were there before the index are written into it by the job', async () => {
		const index = () =>
			sql(
				`select subject_id, is_shared, tsvector_to_array(words) as words from private.word_index where subject_kind = 'survey_answer' order by 1, 2`
			);
		const before = await index();
		expect(before.length).toBeGreaterThan(3);
		await sql(`delete from private.word_index where subject_kind = 'survey_answer'`);
		expect(await who('Anruflinientaxi')).toEqual([]);
		for (let n = 1; n > 0;) n = (await sql<{ n: number }>('select public.index_words(2) as n'))[0]!.n;
		expect(await index()).toEqual(before);
		expect(await who('Anruflinientaxi')).toEqual([oberharzCare]);
	});

	test('of another survey are not among them', async () => {
		const first = slug;
		slug = await open(oberharz);
		await returned(await addresseeOf(slug), 0, { offers: 'Anruflinientaxi auch hier' });
		expect((await search('Anruflinientaxi')).count).toBe(1);
		slug = first;
		expect((await search('Anruflinientaxi')).count).toBe(1);
	});

	test('are found after the survey is closed too, and not while it is prepared', async () => {
		await end(slug);
		await take(slug, 'closed');
		expect(await who('Anruflinientaxi')).toEqual([oberharzCare]);
		const draft = await asking(cast.planner, `select public.start_survey('${harz}', gen_random_uuid())`);
		const { word } = await trying(
			cast.planner,
			`select public.survey_search('${harz}', '${draft}', 'Rufbus')`
		);
		expect(word).toBe('NOTFD');
	});

	test('nothing is found by nothing, nor by words without meaning', async () => {
		expect((await search('')).count).toBe(0);
		expect((await search('der und die')).count).toBe(0);
	});
});
