import { sql } from '../harness.ts';

/** What somebody was granted that the data interface offers: `execute public.start_survey`, `insert public.calls`. */
export async function subjectsGranted(): Promise<string[]> {
	const rows = await sql<{ subject: string }>(`
		with strangers as (select unnest(array['anon', 'authenticated']) as r)
		select distinct 'execute public.' || p.proname as subject from pg_proc p, strangers
		where p.pronamespace = 'public'::regnamespace and has_function_privilege(r, p.oid, 'execute')
		union
		select v || ' ' || n.nspname || '.' || c.relname
		from pg_class c join pg_namespace n on n.oid = c.relnamespace, strangers, unnest(array['select', 'insert', 'update', 'delete']) v
		where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p')
			and (has_table_privilege(r, c.oid, v) or v <> 'delete' and has_any_column_privilege(r, c.oid, v))
		order by 1`);
	return rows.map(({ subject }) => subject);
}

/** What a statement is about: the functions it calls, and the table it reads or changes first. */
export function subjectsOf(statement: string): string[] {
	const functions = [...statement.matchAll(/\bpublic\.(\w+)\(/g)].map(([, name]) => `execute public.${name}`);
	const [, verb = '', table] =
		/^(select)\b.*?\bfrom ((?:public|private)\.\w+)(?![\w(])/.exec(statement) ??
		/^(insert) into ((?:public|private)\.\w+)/.exec(statement) ??
		/^(update) ((?:public|private)\.\w+)/.exec(statement) ??
		/^(delete) from ((?:public|private)\.\w+)/.exec(statement) ??
		[];
	return table ? [...functions, `${verb} ${table}`] : functions;
}
