import { harz, musterdorf, musterkreis, oberharz, seniorCouncil } from './cast.ts';
import { sql } from './harness.ts';
import type { Stage } from './stage.ts';

/*
 * All that somebody could ask the data interface for. What there is to read is asked of the catalogue, so that nothing
 * is forgotten: a function that takes something of which none is known here stops the tests.
 */

/** All columns of each table and view that a role was granted, in one go. */
export async function columnsToRead(): Promise<string[]> {
	const rows = await sql<{ read: string }>(`
		select distinct format('select %s from %I.%I', string_agg(quote_ident(a.attname), ', '), n.nspname, c.relname) as read
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
		cross join unnest(array['anon', 'authenticated']) r
		where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped
			and has_column_privilege(r, c.oid, a.attnum, 'select')
		group by n.nspname, c.relname, r`);
	return rows.map(({ read }) => read);
}

/** The verbs that give back a document, and are not only for reading: what they say is about what was just sent. */
const verbsThatAnswer = ['import_meetings', 'report_barrier', 'reset_second_factor', 'save_section'];

type Parameter = { name: string; type: string; isOptional: boolean };

/** Every function that reads, with all that could be handed to it; `words` are searched for. */
export async function functionsToRead(stage: Stage, words: string[]): Promise<string[]> {
	const readers = await sql<{ name: string; parameters: Parameter[] }>(
		`select p.proname as name, (select coalesce(jsonb_agg(jsonb_build_object('name', p.proargnames[n], 'type', t::regtype::text,
			'isOptional', n > p.pronargs - p.pronargdefaults) order by n), '[]') from unnest(p.proargtypes::oid[]) with ordinality x (t, n)) as parameters
		from pg_proc p where p.pronamespace = 'public'::regnamespace
			and (p.provolatile <> 'v' or p.proretset or p.prorettype in ('json'::regtype, 'jsonb'::regtype)) and p.proname <> all ($1)
			and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))`,
		[verbsThatAnswer]
	);
	const known = await everythingKnown(stage, words);
	return readers.flatMap(({ name, parameters }) => {
		const choices = parameters.map((parameter) => valuesFor(name, parameter, known));
		return combinations(choices).map(
			(given) => `select * from public.${name}(${given.filter(Boolean).join(', ')})`
		);
	});
}

/** All values of a parameter that are known, by its name, or by name and type where one name means several things. */
type Known = Record<string, string[]>;

async function everythingKnown(stage: Stage, words: string[]): Promise<Known> {
	const organisations = [oberharz, seniorCouncil, musterdorf];
	const list = async (query: string) => (await sql<{ value: string }>(query)).map(({ value }) => value);
	return {
		p_authority: [harz, musterkreis],
		p_organisation: organisations,
		p_number:
			await list(`select number as value from public.need_reports where received_at > now() - interval '1 hour'
			union all select number from public.needs where opened_at > now() - interval '1 hour'`),
		p_slug: await list(`select slug as value from public.calls where created_at > now() - interval '1 hour'
			union all select slug from public.documents where created_at > now() - interval '1 hour'`),
		'p_number integer': ['1', '2'],
		p_key: [stage.sectionKey, stage.roundSection],
		'p_note uuid': [stage.roundNote],
		'p_statement uuid': [
			stage.workStatement,
			stage.ownStatement,
			stage.submittedStatement,
			stage.frozenStatement
		],
		p_addressee: [stage.addressee, stage.councilAddressee, stage.lateAddressee, stage.closedAddressee],
		'p_id uuid': [
			...organisations,
			...(await list(`select id as value from public.need_report_drafts union all select id from public.imports
				union all select (array_agg(id))[1] from public.meetings group by organisation_id
				union all select id from public.document_readings union all select id from public.votes`))
		],
		'p_id text': [stage.short],
		p_search: words,
		p_filter: words.map((search) => JSON.stringify({ search })),
		p_text: words,
		p_state: ['all'],
		p_kind: ['need_reports', 'members'],
		p_subject_kind: ['statement'],
		p_subject: [stage.toVoteOn],
		p_month: [new Date().toISOString().slice(0, 10)],
		p_meetings: ['[]'],
		p_place: ['1'],
		p_after: ['0'],
		'p_before uuid': [stage.frozenVersion],
		'p_after uuid': [stage.workingVersion],
		'p_sections uuid[]': [`{${stage.section}}`],
		p_with: ['1']
	};
}

/** What may be left out is left out, except what is searched for: that is tried in both ways. */
function valuesFor(name: string, { name: parameter, type, isOptional }: Parameter, known: Known): string[] {
	const always = ['p_search', 'p_filter', 'p_state'].includes(parameter);
	if (isOptional && !always) return [''];
	const values = known[`${parameter} ${type}`] ?? known[parameter];
	if (!values) throw new Error(`what could be handed to ${name} as ${parameter}?`);
	return [...(isOptional ? [''] : []), ...values.map((value) => `${parameter} => '${value}'`)];
}

const combinations = (choices: string[][]): string[][] =>
	choices.reduce<string[][]>(
		(all, values) => all.flatMap((one) => values.map((value) => [...one, value])),
		[[]]
	);
