-- Takes away everything that the files beside this one declare, so that what they say is all there is:
-- nothing that was renamed or dropped lives on. Runs before migrations, which may then change any table,
-- and again before the declarations; on an empty database it does nothing. Tables, rows, constraints,
-- indexes and the functions those call stay.
-- Bodies name functions of later files.
set check_function_bodies = off;

do $$
declare
	ours constant regnamespace[] := array(
		select oid::regnamespace from pg_catalog.pg_namespace where nspname in ('public', 'private')
	);
	line text;
begin
	for line in
		select format('drop policy %I on %s', p.polname, p.polrelid::regclass)
		from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
		where c.relnamespace = any (ours)
	loop execute line; end loop;

	for line in
		select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass)
		from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
		where c.relnamespace = any (ours) and not t.tgisinternal
	loop execute line; end loop;

	for line in
		select format('drop view %s cascade', c.oid::regclass) from pg_catalog.pg_class c
		where c.relnamespace = any (ours) and c.relkind = 'v'
	loop execute line; end loop;

	for line in
		select format('alter table %s alter column %I drop default', d.adrelid::regclass, a.attname)
		from pg_catalog.pg_attrdef d
		join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum and a.attgenerated = ''
		where exists (
			select from pg_catalog.pg_depend x join pg_catalog.pg_proc p on p.oid = x.refobjid
			where x.classid = 'pg_catalog.pg_attrdef'::regclass
				and x.objid = d.oid
				and x.refclassid = 'pg_catalog.pg_proc'::regclass
				and p.pronamespace = any (ours)
		)
	loop execute line; end loop;

	for line in
		select format('drop function %s', p.oid::regprocedure) from pg_catalog.pg_proc p
		where p.pronamespace = any (ours)
			and not exists (
				select from pg_catalog.pg_depend x
				where x.refclassid = 'pg_catalog.pg_proc'::regclass
					and x.refobjid = p.oid
					and x.classid in ('pg_catalog.pg_constraint'::regclass, 'pg_catalog.pg_class'::regclass)
					or x.classid = 'pg_catalog.pg_proc'::regclass and x.objid = p.oid and x.deptype = 'e'
			)
		order by p.oid desc -- the clock after the calendar that is read from it
	loop execute line; end loop;

	for line in
		select format('revoke all on all %s in schema %s from anon, authenticated', kind, space)
		from unnest(ours) space, unnest(array['tables', 'sequences']) kind
	loop execute line; end loop;
end
$$;
