import { sql } from './harness.ts';

/* What the database says about itself: who was granted what, and what is missing. Our own schemas only. */

const ours = `('public', 'private', 'graphile_worker', 'supabase_migrations', 'auth')`;
const strangers = `(select oid, rolname from pg_roles where rolname in ('anon', 'authenticated', 'authenticator') union all select 0::oid, 'everyone')`;

/** `authenticated update public.holdings (ended_at, ends_on)`: tables and columns, as granted. */
export const grantsOnTables = () =>
	lines(`
		select s.rolname || ' ' || lower(a.privilege_type) || ' ' || c.oid::regclass as line
		from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) a
		join ${strangers} s on s.oid = a.grantee
		where c.relnamespace::regnamespace::text in ${ours} and c.relkind in ('r', 'v', 'm', 'p', 'S', 'f')
		union all
		select s.rolname || ' ' || lower(a.privilege_type) || ' ' || c.oid::regclass || ' (' || string_agg(t.attname, ', ' order by t.attname) || ')'
		from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped
		cross join lateral aclexplode(t.attacl) a join ${strangers} s on s.oid = a.grantee
		where c.relnamespace::regnamespace::text in ${ours}
		group by s.rolname, a.privilege_type, c.oid`);

/** `anon execute public.vocabulary()` */
export const grantsOnFunctions = () =>
	lines(`
		select s.rolname || ' ' || lower(a.privilege_type) || ' ' || p.oid::regprocedure as line
		from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
		join ${strangers} s on s.oid = a.grantee
		where p.pronamespace::regnamespace::text in ${ours}`);

/** Schemas, the database, and what tables and functions made in future would be granted by themselves. */
export const grantsAround = () =>
	lines(`
		select s.rolname || ' ' || lower(a.privilege_type) || ' schema ' || n.nspname as line
		from pg_namespace n cross join lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
		join ${strangers} s on s.oid = a.grantee where n.nspname not like 'pg_%' and n.nspname <> 'information_schema'
		union all
		select s.rolname || ' ' || lower(a.privilege_type) || ' database'
		from pg_database d cross join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
		join ${strangers} s on s.oid = a.grantee where d.datname = current_database()
		union all
		select s.rolname || ' ' || lower(a.privilege_type) || ' future ' || d.defaclobjtype::text || ' in ' || coalesce(n.nspname, 'any schema')
		from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace cross join lateral aclexplode(d.defaclacl) a
		join ${strangers} s on s.oid = a.grantee
		union all
		select m.rolname || ' is member of ' || g.rolname from pg_auth_members x
		join pg_roles m on m.oid = x.member join pg_roles g on g.oid = x.roleid where m.rolname in ('anon', 'authenticated', 'authenticator')`);

export const tablesWithoutRowSecurity = () =>
	lines(`select oid::regclass::text as line from pg_class
		where relnamespace::regnamespace::text in ('public', 'private') and relkind in ('r', 'p') and not relrowsecurity`);

/** A view runs with its owner's rights unless told otherwise, and would see past every policy. */
export const viewsPastPolicies = () =>
	lines(`select oid::regclass::text as line from pg_class where relnamespace::regnamespace::text in ('public', 'private')
		and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false))`);

/** A right on a table that no policy lets through, or a policy for a right that nobody has. */
export const grantsAndPoliciesApart = () =>
	lines(`
		with granted as (
			select distinct c.oid, s.rolname, lower(a.privilege_type) as command
			from pg_class c cross join lateral (
				select x.grantee, x.privilege_type from aclexplode(c.relacl) x
				union all select x.grantee, x.privilege_type from pg_attribute t cross join lateral aclexplode(t.attacl) x where t.attrelid = c.oid) a
			join ${strangers} s on s.oid = a.grantee
			where c.relnamespace::regnamespace::text in ('public', 'private') and c.relkind in ('r', 'p')),
		allowed as (
			select p.polrelid as oid, r.rolname, case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command
			from pg_policy p cross join lateral unnest(p.polroles) as role join pg_roles r on r.oid = role)
		select g.rolname || ' may ' || g.command || ' ' || g.oid::regclass || ' but no policy says which rows' as line from granted g
		where not exists (select from allowed a where a.oid = g.oid and a.rolname = g.rolname and a.command = g.command)
		union all
		select a.rolname || ' has a policy to ' || a.command || ' ' || a.oid::regclass || ' but no right' from allowed a
		where not exists (select from granted g where a.oid = g.oid and a.rolname = g.rolname and a.command = g.command)`);

/** Policies for everybody, for every command at once, or restrictive ones that read as permissions. */
export const loosePolicies = () =>
	lines(`select polrelid::regclass || ': ' || polname as line from pg_policy
		where 0 = any (polroles) or polcmd = '*' or not polpermissive`);

/**
 * Foreign keys that no index begins with, or that do not say what happens when the row they point to goes. Words of a
 * vocabulary (known by their key, of no authority) go with a migration only: nobody looks for who uses one.
 */
export const looseForeignKeys = () =>
	lines(`
		select k.conrelid::regclass || '.' || k.conname || ' has no index' as line from pg_constraint k
		where k.contype = 'f' and k.connamespace::regnamespace::text in ('public', 'private')
			and not (exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1] and a.atttypid = 'text'::regtype)
				and not exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'authority_id'))
			and not exists (
			select from pg_index i where i.indrelid = k.conrelid and (i.indkey::smallint[])[0] = any (k.conkey)
				and (case when cardinality(k.conkey) = 1 then true else (i.indkey::smallint[])[1] = any (k.conkey)
					or (i.indkey::smallint[])[0] = k.conkey[cardinality(k.conkey)] end))
		union all
		select k.conrelid::regclass || '.' || k.conname || ' does not say on delete' from pg_constraint k
		where k.contype = 'f' and k.connamespace::regnamespace::text in ('public', 'private') and k.confdeltype = 'a'`);

/** Foreign keys between tables of tenants that could point from one authority into another. */
export const foreignKeysPastTheWall = () =>
	lines(`
		select k.conrelid::regclass || ' (' || string_agg(a.attname, ', ' order by x.n) || ') → ' || k.confrelid::regclass as line
		from pg_constraint k cross join lateral unnest(k.conkey) with ordinality x (attnum, n)
		join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.attnum
		where k.contype = 'f' and k.connamespace::regnamespace::text in ('public', 'private')
			and exists (select from pg_attribute t where t.attrelid = k.conrelid and t.attname = 'authority_id')
			and exists (select from pg_attribute t where t.attrelid = k.confrelid and t.attname = 'authority_id')
			and not exists (select from pg_attribute t where t.attrelid = k.conrelid and t.attname = 'authority_id' and t.attnum = any (k.conkey))
		group by k.oid, k.conrelid, k.confrelid`);

export const withoutComment = () =>
	lines(`
		select oid::regclass::text as line from pg_class where relnamespace::regnamespace::text in ('public', 'private')
			and relkind in ('r', 'v', 'm', 'p') and obj_description(oid, 'pg_class') is null
		union all
		select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text in ('public', 'private')
			and obj_description(p.oid, 'pg_proc') is null`);

/** A body that was parsed when it was made has no name left to look up. */
export const functionsWithoutSearchPath = () =>
	lines(`select p.oid::regprocedure::text as line from pg_proc p where p.pronamespace::regnamespace::text in ('public', 'private')
		and p.prosqlbody is null and not coalesce(p.proconfig, '{}') @> array['search_path=""']`);

/** Functions that run with their owner's rights and say no reason, or that the data interface would offer to people. */
export const looseDefiners = () =>
	lines(`
		select p.oid::regprocedure || ' does not say why it is a definer' as line from pg_proc p
		where p.pronamespace::regnamespace::text in ('public', 'private') and p.prosecdef
			and coalesce(obj_description(p.oid, 'pg_proc'), '') !~* 'definer' and p.prorettype <> 'trigger'::regtype and p.pronamespace = 'private'::regnamespace
		union all
		select p.oid::regprocedure || ' may be executed by ' || r from pg_proc p cross join unnest(array['anon', 'authenticated']) r
		where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege(r, p.oid, 'execute')`);

export const timesWithoutZone = () =>
	lines(`select a.attrelid::regclass || '.' || a.attname as line from pg_attribute a join pg_class c on c.oid = a.attrelid
		where c.relnamespace::regnamespace::text in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped
			and a.atttypid in ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype)`);

async function lines(query: string): Promise<string[]> {
	const rows = await sql<{ line: string }>(`select line from (${query}) x order by line collate "C"`);
	return rows.map(({ line }) => line);
}
