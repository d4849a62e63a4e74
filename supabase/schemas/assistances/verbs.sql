-- Verbs of assistances: who acts visibly for a member: what changes something.

create function private.name_assistant(
	p_holding uuid, p_salutation text, p_given_name text, p_family_name text, p_email text, p_ends_on date,
	p_session uuid
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(
		exists (
			select
			from public.holdings h
			where h.id = p_holding and h.person_id = private.person_id() and private.is_current(h)
		)
	);
	perform private.require_proof(private.person_id(), p_session);
	perform pg_advisory_xact_lock(hashtextextended('name assistant ' || p_holding, 0));
	update public.assistances
	set revoked_at = private.now()
	where holding_id = p_holding and lower(email) = lower(btrim(p_email)) and revoked_at is null;
	insert into public.assistances (holding_id, salutation, given_name, family_name, email, ends_on)
	values (p_holding, p_salutation, btrim(p_given_name), btrim(p_family_name), btrim(p_email), p_ends_on)
	returning id
	into v_id;
	return v_id;
end
$$;
comment on function private.name_assistant(uuid, text, text, text, text, date, uuid) is
	'For one of one''s own posts, with a fresh proof. Definer: nobody may write an assistance by hand, '
	'which would ask for no proof.';
grant execute on function private.name_assistant(uuid, text, text, text, text, date, uuid) to authenticated;

create function public.name_assistant(
	p_holding uuid, p_salutation text, p_given_name text, p_family_name text, p_email text, p_ends_on date,
	p_session uuid
) returns uuid
language sql volatile set search_path = '' as $$
	select private.name_assistant(
		p_holding, p_salutation, p_given_name, p_family_name, p_email, p_ends_on, p_session
	)
$$;
comment on function public.name_assistant(uuid, text, text, text, text, date, uuid) is
	'Names an assistant for one of one''s own posts. The same address named again replaces the older '
	'naming; it is invited anew. The link''s secret is drawn when its letter is written '
	'(assistance_token). RULED without a fresh proof.';
grant execute on function public.name_assistant(uuid, text, text, text, text, date, uuid) to authenticated;

create function public.end_assistance(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.assistances set revoked_at = private.now() where id = p_id and revoked_at is null;
	perform private.require(found);
end
$$;
comment on function public.end_assistance(uuid) is
	'Ends an assistance, or takes its invitation back, at once: the member, or the assistant.';
grant execute on function public.end_assistance(uuid) to authenticated;

-- Secrets: for the server only.
create function public.assistance_token(p_id uuid, p_token_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.assistances
	set token_hash = p_token_hash
	where id = p_id and accepted_at is null and revoked_at is null
$$;
comment on function public.assistance_token(uuid, text) is
	'Gives an open invitation the secret of the link about to be mailed. Definer and for the server '
	'only: see invitation_token.';

create function public.assistance_accept(p_token_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v public.assistances; v_person uuid;
begin
	select * into v from public.assistances where token_hash = p_token_hash for update;
	if v.id is null or (public.assistance_find(p_token_hash) ->> 'isOpen')::boolean is not true then
		raise exception 'the invitation is over' using errcode = 'EXPIR';
	end if;
	v_person := private.find_person(v.email);
	if v_person is null then
		insert into public.people (salutation, given_name, family_name, email)
		values (v.salutation, v.given_name, v.family_name, btrim(v.email)) on conflict (lower(email)) do nothing;
		v_person := private.find_person(v.email);
	end if;
	if v_person = (select h.person_id from public.holdings h where h.id = v.holding_id) then
		raise exception 'nobody assists oneself' using errcode = 'EXPIR';
	end if;
	update public.assistances set accepted_at = private.now(), assistant_id = v_person where id = v.id;
	return v_person;
end
$$;
comment on function public.assistance_accept(text) is
	'Begins an assistance, once; makes the person if new. EXPIR otherwise. Definer: the guest is nobody '
	'yet.';
