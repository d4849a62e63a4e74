import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, assess, report, settle } from '../stage.ts';

/* No contribution without an answer, and no answer without a reason. */

beforeAll(enter);

const answering = (number: string, decision: string, reason: string, to = '') =>
	trying(cast.planner, `select public.answer_need_report('${number}', '${decision}', '${reason}', '${to}')`);

describe('an answer', () => {
	test('has a reason, and white space is none', async () => {
		const number = await report();
		for (const reason of ['', '   ', '\u00a0\t'])
			expect(await answering(number, 'accepted', reason)).toMatchObject({
				word: 'MISSG',
				detail: '["reason"]'
			});
		const id = await asking(cast.planner, `select id from public.need_reports where number = '${number}'`);
		const pastTheVerb = await trying(
			cast.planner,
			`insert into public.need_report_answers (report_id, decision, reason) values ('${id}', 'noted', ' ')`
		);
		expect(pastTheVerb.word).toBe('23514');
	});

	test('that forwards says to whom', async () => {
		const number = await report();
		expect(await answering(number, 'out_of_scope_forwarded', 'Dort zuständig.')).toMatchObject({
			word: 'MISSG',
			detail: '["forwarded_to"]'
		});
		expect(await answering(number, 'out_of_scope_forwarded', 'Dort zuständig.', 'Jobcenter')).toMatchObject({
			word: 'yes'
		});
	});

	test('uses a word of the vocabulary', async () => {
		expect((await answering(await report(), 'vielleicht', 'Ein Grund.')).word).toBe('INVAL');
	});
});

describe('a need', () => {
	test('is not settled while one of its reports has no answer', async () => {
		const [first, second] = [await report(), await report()];
		const need = await assess(first, 'Zwei Meldungen');
		await doing(cast.planner, `select public.assess_need_report('${second}', 'care', 'provider', '${need}')`);
		await answer(first);
		const settling = `select public.settle_need('${need}', 'Ist getan.')`;
		expect(await trying(cast.planner, settling)).toMatchObject({
			word: 'RULED',
			message: 'errors_need_has_unanswered_reports'
		});
		await answer(second);
		expect((await trying(cast.planner, settling)).word).toBe('yes');
	});

	test('that is settled takes no further report until it is reopened', async () => {
		const number = await report();
		const need = await assess(number, 'Bald erledigt');
		await answer(number);
		await settle(need);
		const joining = `select public.assess_need_report('${await report()}', 'care', 'provider', '${need}')`;
		expect(await trying(cast.planner, joining)).toMatchObject({
			word: 'RULED',
			message: 'errors_need_is_settled'
		});
		await doing(cast.planner, `select public.reopen_need('${need}', 'Es kam eine Meldung dazu.')`);
		expect((await trying(cast.planner, joining)).word).toBe('yes');
	});

	test('that is settled asks every reporter, and silence stays visible', async () => {
		const [own, council] = [await report(), await report({}, councilWrites)];
		const need = await assess(own, 'Gemeinsam');
		await doing(
			cast.planner,
			`select public.assess_need_report('${council}', 'care', 'provider', '${need}')`
		);
		await answer(own);
		await answer(council);
		await settle(need);
		await doing(
			cast.councilChair,
			`select public.answer_gap('${council}', 'no', 'Wir merken nichts davon.')`
		);
		const rows = await sql(
			`select state, gap_asked_at is not null as asked, gap_verdict as verdict from public.need_reports where number = any ($1) order by number`,
			[[own, council].sort()]
		);
		expect(rows).toEqual([
			{ state: 'settled', asked: true, verdict: null },
			{ state: 'closed', asked: true, verdict: 'no' }
		]);
	});

	test('that is reopened takes back what was asked and not answered', async () => {
		const number = await report();
		const need = await assess(number, 'Zu früh erledigt');
		await answer(number);
		await settle(need);
		await doing(cast.planner, `select public.reopen_need('${need}', 'War zu früh.')`);
		expect(
			await sql(`select state, gap_asked_at from public.need_reports where number = $1`, [number])
		).toEqual([{ state: 'answered', gap_asked_at: null }]);
		expect((await trying(cast.clerk, `select public.answer_gap('${number}', 'yes')`)).word).toBe('RULED');
	});
});

const councilWrites = {
	writer: cast.councilOffice,
	releaser: cast.councilOffice,
	organisation: '00000000-0000-4000-8000-000000000010'
};
