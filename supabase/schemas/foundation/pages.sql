-- Pages of what every noun stands on: what is read.

create function private.path_of(p_short_id text) returns text
language sql stable security definer set search_path = '' as $$
	select path from public.short_addresses where short_id = lower(btrim(p_short_id))
$$;
comment on function private.path_of(text) is
	'Where one short address leads. Definer: one may ask for one, never list them.';
grant execute on function private.path_of(text) to anon, authenticated;

create function public.authority_for_host(p_host text, p_default_key text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.authority_document(a) from public.authorities a
	order by (p_host = any (a.hosts)) desc, (a.key = p_default_key) desc nulls last, a.created_at, a.id limit 1
$$;
comment on function public.authority_for_host(text, text) is
	'The authority whose pages an address shows. Definer: names the helper, whom nobody signed out may '
	'look up.';

create function public.resolve_short_address(p_id text) returns text
language sql stable set search_path = '' as $$
	select private.path_of(p_id)
$$;
comment on function public.resolve_short_address(text) is
	'Where a short address leads; null when there is none.';
grant execute on function public.resolve_short_address(text) to anon, authenticated;
