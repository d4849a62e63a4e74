-- Rules of how long things are kept: who may, what must be true, what follows.

create function private.archive_offers(p_limit integer default 200) returns setof text
language sql stable set search_path = '' as $$
	select r.number from public.need_reports r, private.retention_rules x
	where x.key = 'procedure_files' and r.final_at < private.now() - x.keeps
	order by r.final_at, r.id limit p_limit
$$;
comment on function private.archive_offers(integer) is
	'Numbers of the procedure files to offer to the archive, oldest first.';
