-- Saved filters of the list of reports: each person's own.

alter table public.saved_filters alter column person_id set default private.person_id();
alter table public.saved_filters alter column created_at set default private.now();

grant select, insert (id, authority_id, name, filter), delete on public.saved_filters to authenticated;
create policy "people read their own filters" on public.saved_filters for select to authenticated
	using (person_id = (select private.person_id()));
create policy "people keep filters where they belong" on public.saved_filters for insert to authenticated
	with check (
		person_id = (select private.person_id()) and authority_id in (select private.my_authorities())
	);
create policy "people discard their own filters" on public.saved_filters for delete to authenticated
	using (person_id = (select private.person_id()));

create function public.save_filter(p_authority uuid, p_id uuid, p_name text, p_filter jsonb) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if private.is_blank(p_name) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["name"]';
	elsif exists (select from public.saved_filters f where f.id = p_id) then
		return;
	elsif exists (
		select
		from public.saved_filters f
		where f.authority_id = p_authority and lower(f.name) = lower(btrim(p_name))
	) then
		raise exception 'errors_filter_name_taken' using errcode = 'RULED';
	elsif (select count(*) >= 30 from public.saved_filters f where f.authority_id = p_authority) then
		raise exception 'errors_too_many_filters' using errcode = 'RULED';
	end if;
	insert into public.saved_filters (id, authority_id, name, filter)
	values (p_id, p_authority, btrim(p_name), p_filter);
end
$$;
comment on function public.save_filter(uuid, uuid, text, jsonb) is
	'Keeps what was chosen in the list under a name. The id is drawn by the form: sent twice, it is one. RULED: '
	'a name that is taken; more than thirty.';
grant execute on function public.save_filter(uuid, uuid, text, jsonb) to authenticated;

create function public.discard_filter(p_id uuid) returns void
language sql volatile set search_path = '' as $$
	delete from public.saved_filters where id = p_id
$$;
comment on function public.discard_filter(uuid) is 'Discards one of the person''s own filters; gone is gone.';
grant execute on function public.discard_filter(uuid) to authenticated;
