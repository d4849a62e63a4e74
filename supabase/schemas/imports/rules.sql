-- Rules of tables taken in: who may, what must be true, what follows.

create function private.may_import(p_authority uuid, p_kind text) returns boolean
language sql stable set search_path = '' as $$
	select case p_kind
		when 'need_reports' then p_authority in (select private.my_authorities('{planner}'))
		when 'members' then p_authority in (select private.my_authorities('{administrator}')) end
$$;
comment on function private.may_import(uuid, text) is
	'Planners read in reports, administrators members; for their own authority.';
grant execute on function private.may_import(uuid, text) to authenticated;

create function private.import_of_mine(p_id uuid) returns public.imports
language plpgsql stable set search_path = '' as $$
declare v public.imports;
begin
	select * into v from public.imports where id = p_id and uploaded_by = private.person_id();
	perform private.require(v.id is not null and private.may_import(v.authority_id, v.kind));
	return v;
end
$$;
comment on function private.import_of_mine(uuid) is
	'An import one uploaded oneself and may still take over; NOTFD otherwise.';
grant execute on function private.import_of_mine(uuid) to authenticated;

alter table public.imports alter column uploaded_by set default private.person_id();

grant select, insert (authority_id, kind, file_name, digest, remarks, headings), delete
on public.imports to authenticated;
create policy "planners and administrators read the imports of their role" on public.imports
	for select to authenticated
	using (
		kind = 'need_reports' and authority_id in (select private.my_authorities('{planner}'))
			or kind = 'members' and authority_id in (select private.my_authorities('{administrator}'))
	);
create policy "planners and administrators read in files" on public.imports
	for insert to authenticated
	with check (private.may_import(authority_id, kind));
create policy "people discard imports of their own" on public.imports for delete to authenticated
	using (
		uploaded_by = (select private.person_id())
			and (requested_at is null or failure is not null)
			and committed_at is null
			and private.may_import(authority_id, kind)
	);

grant select on public.import_rows to authenticated;
create policy "who sees an import sees its rows" on public.import_rows for select to authenticated
	using (import_id in (select i.id from public.imports i));

grant select, insert (import_id, authority_id, number, cells) on public.import_lines to authenticated;
create policy "who sees an import sees its lines" on public.import_lines for select to authenticated
	using (import_id in (select i.id from public.imports i));
create policy "people fill imports of their own until they are closed" on public.import_lines
	for insert to authenticated
	with check (
		import_id in (
			select i.id
			from public.imports i
			where i.uploaded_by = (select private.person_id()) and i.closed_at is null
		)
	);

grant select on public.import_headings to authenticated;
create policy "people read what their organisation said of headings" on public.import_headings
	for select to authenticated
	using (
		kind = 'need_reports' and organisation_id in (select private.my_organisations('{planner}'))
			or kind = 'members' and organisation_id in (select private.my_organisations('{administrator}'))
	);

create function private.importing_organisation(p_authority uuid, p_kind text) returns uuid
language sql stable set search_path = '' as $$
	select o.id
	from public.organisations o
	where o.authority_id = p_authority
		and o.id in (
			select private.my_organisations(
				case p_kind when 'members' then '{administrator}'::text[] else '{planner}' end
			)
		)
	order by o.kind <> 'authority', o.id
	limit 1
$$;
comment on function private.importing_organisation(uuid, text) is
	'For which organisation one reads in files of a kind: it remembers what their headings mean.';
grant execute on function private.importing_organisation(uuid, text) to authenticated;
