import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing } from '../acting.ts';
import { cast, enter, harz } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, report } from '../stage.ts';

/* A reply clock on every contribution: receipt at once, interim status and final reply with a day both sides see. */

beforeAll(enter);

const clock = async (number: string) =>
	(
		await sql(
			`select interim_due_on - private.today() as interim, final_due_on - private.today() as final, received_at, interim_at, final_at
		from public.need_reports where number = $1`,
			[number]
		)
	)[0];

describe('the reply clock', () => {
	test('starts at release: 14 and 60 days', async () => {
		expect(await clock(await report())).toMatchObject({
			interim: 14,
			final: 60,
			interim_at: null,
			final_at: null
		});
	});

	test('is set by the authority, for reports received from then on', async () => {
		const before = await report();
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 7, 30)`);
		expect(await clock(await report())).toMatchObject({ interim: 7, final: 30 });
		expect(await clock(before)).toMatchObject({ interim: 14, final: 60 });
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 14, 60)`);
	});

	test('is not moved by whoever reports', async () => {
		const columns =
			await sql(`select attname from pg_attribute where attrelid = 'public.need_reports'::regclass
			and attname in ('received_at', 'interim_due_on', 'final_due_on', 'interim_at', 'final_at', 'number', 'released_by', 'channel')
			and (has_column_privilege('authenticated', attrelid, attname, 'insert') or has_column_privilege('authenticated', attrelid, attname, 'update'))`);
		expect(columns).toEqual([]);
	});

	test('stops at the first interim status and the first answer; later ones do not turn it back', async () => {
		const number = await report();
		await doing(
			cast.planner,
			`select public.write_need_report_message('${number}', 'interim_status', 'Wir prüfen.')`
		);
		await answer(number);
		const first = await clock(number);
		await doing(
			cast.planner,
			`select public.write_need_report_message('${number}', 'interim_status', 'Wir prüfen weiter.')`
		);
		await doing(cast.planner, `select public.answer_need_report('${number}', 'noted', 'Ein anderer Grund.')`);
		expect(await clock(number)).toEqual(first);
		expect(first).toMatchObject({ interim_at: expect.any(Date), final_at: expect.any(Date) });
	});

	test('shows both sides the same days', async () => {
		const number = await report();
		const days = `select jsonb_build_array(d -> 'interimDueOn', d -> 'finalDueOn') from public.need_report('${number}') d`;
		expect(await asking(cast.clerk, days)).toEqual(await asking(cast.planner, days));
	});

	test('counts what is overdue on the planner’s page, and in the job that mails it', async () => {
		const figures = async () =>
			(await asking<{ figures: Record<string, number> }>(cast.planner, 'select public.start_page()')).figures;
		const mailed = async () =>
			(
				await sql(
					`select x.overdue as n from private.overdue_reports() x join public.authorities a on a.id = x.authority_id where a.key = 'harz'`
				)
			)[0]?.n ?? '0';
		const [before, mailedBefore] = [await figures(), await mailed()];
		await late(await report(), 61);
		expect((await figures()).overdue).toBe((before.overdue ?? 0) + 1);
		expect(Number(await mailed())).toBe(Number(mailedBefore) + 1);
		await late(await report(), 15);
		expect((await figures()).interimOverdue).toBe((before.interimOverdue ?? 0) + 1);
	});

	test('is not overdue on the very day', async () => {
		const before = await asking<{ figures: unknown }>(cast.planner, 'select public.start_page()');
		await late(await report(), 14);
		const after = await asking<{ figures: { new: number } }>(cast.planner, 'select public.start_page()');
		expect({ ...after.figures, new: 0 }).toEqual({ ...(before.figures as object), new: 0 });
	});
});

/** Lets a report lie for some days, as only the owner can, and only with the rule taken off. */
const late = (number: string, days: number) =>
	sql(`begin;
		alter table public.need_reports disable trigger keep_submitted_words;
		update public.need_reports set interim_due_on = interim_due_on - ${days}, final_due_on = final_due_on - ${days} where number = '${number}';
		alter table public.need_reports enable trigger keep_submitted_words;
		commit`);
