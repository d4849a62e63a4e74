import { beforeAll, expect, test } from 'vitest';
import * as catalogue from './catalogue.ts';
import { sql } from './harness.ts';

/* The watchman watched: every kind of hole is made once, and the catalogue must name it. */

beforeAll(() =>
	sql(`
		create table public.hole (made timestamp, authority_id uuid, post_id uuid references public.posts);
		create table private.hole (id integer);
		grant insert on public.hole to anon;
		grant update (made) on public.hole to authenticated;
		create view public.hole_view as select * from public.people;
		grant select on public.hole_view to anon;
		create function public.hole() returns integer language sql security definer as 'select 1';
		grant execute on function public.hole() to public;
		create function private.hole() returns integer language sql security definer as 'select 1';
		create policy hole on public.events for all to public using (true);
		create policy hole on public.need_report_messages for delete to authenticated using (true);
		alter default privileges in schema public grant select on tables to anon;
		grant create on schema public to authenticated;`)
);

test.each([
	['grantsOnTables', ['anon insert hole', 'anon select hole_view', 'authenticated update hole (made)']],
	['grantsOnFunctions', ['everyone execute hole()']],
	['grantsAround', ['anon select future r in public', 'authenticated create schema public']],
	['tablesWithoutRowSecurity', ['hole', 'private.hole']],
	['viewsPastPolicies', ['hole_view']],
	[
		'grantsAndPoliciesApart',
		[
			'anon may insert hole but no policy says which rows',
			'authenticated has a policy to delete need_report_messages but no right'
		]
	],
	['loosePolicies', ['events: hole']],
	[
		'looseForeignKeys',
		['hole.hole_post_id_fkey has no index', 'hole.hole_post_id_fkey does not say on delete']
	],
	['foreignKeysPastTheWall', ['hole (post_id) → posts']],
	['withoutComment', ['hole', 'hole_view', 'private.hole', 'hole()', 'private.hole()']],
	['functionsWithoutSearchPath', ['hole()', 'private.hole()']],
	[
		'looseDefiners',
		[
			'hole() may be executed by anon',
			'hole() may be executed by authenticated',
			'private.hole() does not say why it is a definer'
		]
	],
	['timesWithoutZone', ['hole.made']]
] as const)('%s names the hole', async (question, holes) => {
	expect(await catalogue[question]()).toEqual(expect.arrayContaining([...holes]));
});
