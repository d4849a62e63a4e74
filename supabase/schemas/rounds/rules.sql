-- Rules of rounds: what a round is about, who reads what of it, what stands in its way.

create function private.is_without_document(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select not exists (
		select from public.rounds r where r.call_id = c.id and r.version_id is not null
	)
$$;
comment on function private.is_without_document(public.calls) is
	'Is it said what the round is about? Definer: called by the steps, as all obstacles are.';

create function private.is_about_a_version_in_work(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.rounds r
		join public.document_versions v on v.id = r.version_id
		where r.call_id = c.id and v.frozen_at is null
	)
$$;
comment on function private.is_about_a_version_in_work(public.calls) is
	'Could the text still change under those who comment on it? Definer: see above.';

create function private.is_without_decisions(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.statements s
		join public.statement_points p on p.authority_id = s.authority_id and p.statement_id = s.id
		where s.call_id = c.id and s.state = 'submitted'
	)
$$;
comment on function private.is_without_decisions(public.calls) is
	'Is there a point that nobody has decided? No contribution without an answer. Definer: see above.';

create function private.stamp_round() returns trigger
language plpgsql security definer set search_path = '' as $$
declare c public.calls;
begin
	select * into c from public.calls where id = new.call_id for update;
	if c.kind <> 'rounds' then
		raise exception 'no such round' using errcode = 'NOTFD';
	elsif c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	new.authority_id := c.authority_id;
	return new;
end
$$;
comment on function private.stamp_round() is
	'What an open round is about stays. Definer: a caller may not choose the tenant.';

create function private.round_named(p_authority uuid, p_slug text) returns public.rounds
language plpgsql stable set search_path = '' as $$
declare r public.rounds;
begin
	select x.*
	into r
	from public.rounds x
	join public.calls c on c.id = x.call_id
	where c.authority_id = p_authority and c.slug = p_slug;
	perform private.require(r.call_id is not null);
	return r;
end
$$;
comment on function private.round_named(uuid, text) is 'A round that the person may see. NOTFD otherwise.';
grant execute on function private.round_named(uuid, text) to authenticated;
