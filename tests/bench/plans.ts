import { setTimeout as pause } from 'node:timers/promises';
import { head, planner, talkedOf } from './fill.ts';
import type { Sent } from './load.ts';
import type { System } from './system.ts';

/** What is asked for, again and again. `key` names it on the command line. */
export type Plan = {
	key: string;
	page: string;
	status?: number;
	/** How many requests make a round. */
	requests: number;
	/** Makes what the requests need. @returns the n-th request */
	prepare: (system: System, requests: number) => Promise<(n: number) => Sent>;
	/** Work that goes on after the answer, to be waited for. */
	after?: (system: System) => Promise<void>;
};

const reading = (path: string, headers?: typeof planner) => async () => (n: number) => ({
	path,
	headers: headers?.(n)
});

export const plans: Plan[] = [
	{ key: 'public', page: 'public overview', requests: 1500, prepare: reading('/') },
	{ key: 'list', page: 'signed-in list of 50', requests: 150, prepare: reading('/bedarfe', planner) },
	{
		key: 'report',
		page: "one report's page",
		requests: 150,
		prepare: reading(`/bedarfe/${talkedOf}`, planner)
	},
	{ key: 'start', page: 'start page', requests: 150, prepare: reading('/start', planner) },
	{
		key: 'ledger',
		page: 'ledger of 220 × 12',
		requests: 15,
		prepare: reading('/abfragen/messung/ruecklauf', planner)
	},
	{
		key: 'submission',
		page: 'submission, with letters',
		status: 303,
		requests: 80,
		prepare: async (system, requests) => {
			const ready = await drafts(system, requests);
			return (n) => ({
				method: 'POST',
				path: `/bedarfe/entwurf/${ready[n]}/pruefen?/release`,
				body: 'revision=1',
				headers: {
					...head(n),
					origin: system.origin,
					'content-type': 'application/x-www-form-urlencoded'
				}
			});
		},
		after: quiet
	}
];

/** Complete drafts, ready to be released: each of another organisation than the one before, as `head` counts them. */
export async function drafts({ owner }: System, count: number): Promise<string[]> {
	const { rows } = await owner.query(
		`with made as (
			insert into public.need_report_drafts (authority_id, organisation_id, revision, answers, written_by, written_in, handed_in_at)
			select p.authority_id, p.organisation_id, 1, jsonb_build_object('title', 'Messung ' || n, 'field_of_action', 'care',
				'target_groups', '["older_people"]'::jsonb, 'municipality_ags', '9900100' || o, 'locality', 'Ortsteil 1',
				'description', 'Im Ortsteil fehlt seit längerem ein Angebot.', 'affected_range', '20_to_50',
				'urgency', 'this_year', 'visibility', 'participants'), h.person_id, p.id, now()
			from generate_series(0, $1::integer - 1) n cross join lateral (select 1 + n % 8 as o) x
			join public.posts p on p.organisation_id = ('00000001-0000-4000-9000-' || lpad(o::text, 12, '0'))::uuid and p.kind = 'clerk'
			join public.holdings h on h.post_id = p.id
			returning id, answers ->> 'title' as title)
		select id from made order by substr(title, 9)::integer`,
		[count]
	);
	return rows.map(({ id }) => id);
}

/** Until no job is left that is due, and no letter unwritten. */
export async function quiet({ owner }: System) {
	for (let look = 0; look < 3000; look++) {
		const { rows } =
			await owner.query(`select count(*)::integer as due, min(task_identifier) as task, max(last_error) as error
			from graphile_worker.jobs where run_at <= now() + interval '5 seconds' and attempts < max_attempts`);
		if (rows[0].due === 0) return;
		if (look === 2999) throw new Error(`the jobs do not come to an end: ${JSON.stringify(rows[0])}`);
		await pause(100);
	}
}
