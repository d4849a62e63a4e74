-- Pages of what every noun stands on: what is read.

create function private.subject_of(p_short_id text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('kind', subject_kind, 'key', subject_key)
	from public.short_addresses
	where short_id = lower(btrim(p_short_id))
$$;
comment on function private.subject_of(text) is
	'What one short address is about. Definer: one may ask for one, never list them.';
grant execute on function private.subject_of(text) to anon, authenticated;

create function public.authority_for_host(p_host text, p_default_key text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.authority_document(a) from public.authorities a
	order by (p_host = any (a.hosts)) desc, (a.key = p_default_key) desc nulls last, a.created_at, a.id limit 1
$$;
comment on function public.authority_for_host(text, text) is
	'The authority whose pages an address shows. Definer: names the helper, whom nobody signed out may '
	'look up.';

create function public.resolve_short_address(p_id text) returns jsonb
language sql stable set search_path = '' as $$
	select private.subject_of(p_id)
$$;
comment on function public.resolve_short_address(text) is
	'What a short address is about; null when there is none.';
grant execute on function public.resolve_short_address(text) to anon, authenticated;
