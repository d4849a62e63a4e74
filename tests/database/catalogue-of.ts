import pg from 'pg';

const ours = `('public'::regnamespace, 'private'::regnamespace)`;
const rightsOf = (acl: string) =>
	`(select string_agg(coalesce(r.rolname, 'everyone') || ' ' || a.privilege_type, ', ' order by 1)
		from aclexplode(${acl}) a left join pg_roles r on r.oid = a.grantee)`;

/**
 * Everything a database says of itself, in lines that two databases can be compared by: tables, columns, constraints,
 * indexes, functions, triggers, policies, views, comments and rights. The order of columns is not in it, nor names that PostgreSQL
 * gives to what has none.
 */
export async function catalogue(url: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: url, options: '-c search_path=' });
	await client.connect();
	const { rows } = await client.query(`
		select 'table ' || c.oid::regclass || ' ' || c.relrowsecurity || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '')
			|| ' ' || ${rightsOf(`coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))`)} as line
		from pg_class c where c.relnamespace in ${ours} and c.relkind in ('r', 'v', 'S')
		union all
		select 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
			|| ' ' || a.attgenerated::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
			|| ' ' || coalesce(col_description(a.attrelid, a.attnum), '') || ' ' || coalesce(${rightsOf('a.attacl')}, '')
		from pg_attribute a join pg_class c on c.oid = a.attrelid
		left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
		where c.relnamespace in ${ours} and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
		union all
		select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
		where connamespace in ${ours} and contype <> 'n'
		union all
		select 'index ' || regexp_replace(indexdef, ' INDEX \\S+ ', ' ') from pg_indexes where schemaname in ('public', 'private')
		union all
		select pg_get_functiondef(oid) || coalesce(obj_description(oid, 'pg_proc'), '') || ${rightsOf(`coalesce(proacl, acldefault('f', proowner))`)}
		from pg_proc where pronamespace in ${ours}
		union all
		select 'policy ' || polname || ' ' || polrelid::regclass || ' ' || polcmd::text || ' ' || polroles::regrole[]::text
			|| ' ' || coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '')
		from pg_policy
		union all
		select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
		where c.relnamespace in ${ours} and not t.tgisinternal
		union all
		select 'view ' || oid::regclass || coalesce(reloptions::text, '') || pg_get_viewdef(oid) from pg_class
		where relnamespace in ${ours} and relkind = 'v'
		order by 1`);
	await client.end();
	return rows.map(({ line }) => String(line));
}
