-- The second factor: setting it up, asking for it, taking it away.

-- Proof: a time step later than the last one used, or a recovery code not yet used. The server has
-- compared the six digits; here both are used up in the same breath.
create function private.use_factor(p_person uuid, p_step bigint, p_recovery_hash text) returns boolean
language plpgsql volatile set search_path = '' as $$
declare v_used boolean;
begin
	if p_step is not null then
		update private.second_factors set last_step = p_step where person_id = p_person and last_step < p_step;
	else
		update private.recovery_codes
		set used_at = private.now()
		where person_id = p_person and code_hash = p_recovery_hash and used_at is null;
	end if;
	v_used := found;
	if v_used then
		perform private.forget_wrong_factors(p_person);
	end if;
	return v_used;
end
$$;
comment on function private.use_factor(uuid, bigint, text) is
	'Uses up a code of the device (by its time step) or a recovery code; false when it was used before '
	'or is not known.';

create function private.forget_wrong_factors(p_person uuid) returns void
language sql volatile set search_path = '' as $$
	delete from private.throttles t
	using public.people pe
	where pe.id = p_person and (
		t.key ^@ ('factor:account:' || private.account_hash(pe.email))
			or t.key = 'factor:session:' || private.account_hash(p_person::text)
	)
$$;
comment on function private.forget_wrong_factors(uuid) is
	'A right code clears what was counted for its account.';

create function public.challenge_begin(p_person uuid, p_token_hash text, p_return_to text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not exists (select from private.second_factors where person_id = p_person) then
		return false;
	end if;
	insert into private.challenges (token_hash, person_id, return_to)
	values (p_token_hash, p_person, coalesce(p_return_to, '/start'));
	return true;
end
$$;
comment on function public.challenge_begin(uuid, text, text) is
	'Asks for the second factor, if there is one: true. Definer and for the server only.';

create function public.challenge_try(
	p_token_hash text, p_address_hash text, p_device text default null
) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare v_person uuid;
begin
	select person_id
	into v_person
	from private.challenges
	where token_hash = p_token_hash and passed_at is null and expires_at > private.now();
	if v_person is null then
		return null;
	end if;
	perform private.hold_back('factor', private.account_hash(email), p_address_hash, p_device, 5, 10)
	from public.people
	where id = v_person;
	perform private.throttle('factor:address:' || p_address_hash, 20, '15 minutes');
	return (select secret from private.second_factors where person_id = v_person);
end
$$;
comment on function public.challenge_try(text, text, text) is
	'Counts a try and gives the key to compare with; null when the challenge is over. Five from one network '
	'or known browser, ten from all other places in a quarter of an hour; a right one clears them. LIMIT: too '
	'many. Definer and for the server only.';

create function public.challenge_pass(p_token_hash text, p_step bigint, p_recovery_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.challenges;
begin
	select *
	into v
	from private.challenges
	where token_hash = p_token_hash and passed_at is null and expires_at > private.now()
	for update;
	if v.token_hash is null or not private.use_factor(v.person_id, p_step, p_recovery_hash) then
		return null;
	end if;
	update private.challenges set passed_at = private.now() where token_hash = v.token_hash;
	return jsonb_build_object(
		'personId', v.person_id,
		'returnTo', v.return_to
	);
end
$$;
comment on function public.challenge_pass(text, bigint, text) is
	'The second factor was shown: null when its code was used before or is not known. Definer and for '
	'the server only.';

create function public.second_factor_try(p_person uuid, p_address_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.throttle('factor:session:' || private.account_hash(p_person::text), 5, '15 minutes');
	perform private.throttle('factor:address:' || p_address_hash, 20, '15 minutes');
	return (select secret from private.second_factors where person_id = p_person);
end
$$;
comment on function public.second_factor_try(uuid, text) is
	'The same for whoever has signed in, whom nobody else''s tries hold up: five in a quarter of an hour. '
	'LIMIT: too many. Definer and for the server only.';

create function public.second_factor_offer(
	p_person uuid, p_session uuid, p_secret text, p_step bigint default null, p_recovery_hash text default null
) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not exists (select from private.second_factors where person_id = p_person) then
		perform private.require_proof(p_person, p_session);
	elsif not public.session_prove(p_person, p_session, p_step, p_recovery_hash) then
		return false;
	end if;
	insert into private.second_factor_offers as o (person_id, secret) values (p_person, p_secret)
	on conflict (person_id) do update set secret = excluded.secret, created_at = private.now()
	where o.created_at <= private.now() - interval '1 hour';
	return true;
end
$$;
comment on function public.second_factor_offer(uuid, uuid, text, bigint, text) is
	'Offers a key, unless one is offered already, which somebody may have in their app by now; the first '
	'takes a fresh proof, to replace one a code of the old, which proves the session too, so that nobody '
	'is asked twice. False: no such code. Definer and for the server only.';

create function private.replace_recovery_codes(p_person uuid, p_hashes text[]) returns void
language sql volatile set search_path = '' as $$
	delete from private.recovery_codes where person_id = p_person;
	insert into private.recovery_codes (person_id, code_hash) select p_person, h from unnest(p_hashes) h;
$$;
comment on function private.replace_recovery_codes(uuid, text[]) is 'New recovery codes; the old ones end.';

create function public.second_factor_confirm(
	p_person uuid, p_session uuid, p_secret text, p_step bigint, p_hashes text[]
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require_proof(p_person, p_session);
	delete from private.second_factor_offers
	where person_id = p_person and secret = p_secret and created_at > private.now() - interval '1 hour';
	if not found then
		return jsonb_build_object(
			'isDone', false,
			'ended', '[]'::jsonb
		);
	end if;
	insert into private.second_factors (person_id, secret, last_step) values (p_person, p_secret, p_step)
	on conflict (person_id) do update set secret = excluded.secret, last_step = excluded.last_step,
	confirmed_at = private.now();
	perform private.replace_recovery_codes(p_person, p_hashes);
	perform private.audit(null, p_person, 'factor_set_up');
	perform private.forget_wrong_factors(p_person);
	return jsonb_build_object(
		'isDone', true,
		'ended', to_jsonb(public.session_end_of(p_person, null, p_session))
	);
end
$$;
comment on function public.second_factor_confirm(uuid, uuid, text, bigint, text[]) is
	'A code of the offered key was shown: from now on it counts, with new recovery codes, and sessions '
	'made without it end. Definer and for the server only.';

create function public.second_factor_codes(
	p_person uuid, p_step bigint, p_recovery_hash text, p_hashes text[]
) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not private.use_factor(p_person, p_step, p_recovery_hash) then
		return false;
	end if;
	perform private.replace_recovery_codes(p_person, p_hashes);
	return true;
end
$$;
comment on function public.second_factor_codes(uuid, bigint, text, text[]) is
	'New recovery codes in exchange for a code. Definer and for the server only.';

create function private.forget_second_factor(p_person uuid) returns void
language sql volatile set search_path = '' as $$
	delete from private.second_factors where person_id = p_person;
	delete from private.second_factor_offers where person_id = p_person;
	delete from private.recovery_codes where person_id = p_person;
	delete from private.challenges where person_id = p_person;
$$;
comment on function private.forget_second_factor(uuid) is
	'Takes a second factor away: by its person, by an administrator, or by the operator for the last '
	'administrator.';

create function public.second_factor_remove(
	p_person uuid, p_step bigint, p_recovery_hash text
) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if private.needs_second_factor(p_person) then
		raise exception 'errors_second_factor_required' using errcode = 'RULED';
	end if;
	if not private.use_factor(p_person, p_step, p_recovery_hash) then
		return false;
	end if;
	perform private.forget_second_factor(p_person);
	perform private.audit(null, p_person, 'factor_removed');
	return true;
end
$$;
comment on function public.second_factor_remove(uuid, bigint, text) is
	'Does without a second factor again, in exchange for a code. RULED while a post asks for one. '
	'Definer and for the server only.';

create function private.reset_second_factor(p_holding uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare h public.holdings; v_subject text;
begin
	select *
	into h
	from public.holdings
	where id = p_holding and authority_id in (select private.my_authorities('{administrator}'));
	perform private.require(h.id is not null and private.is_standing(h));
	if h.person_id = private.person_id() then
		raise exception 'errors_own_second_factor' using errcode = 'RULED';
	end if;
	if exists (
		select
		from public.holdings x
		where x.person_id = h.person_id and x.authority_id <> h.authority_id and private.is_standing(x)
	)
	or exists (
		select
		from public.assistances a
		join public.holdings x on x.id = a.holding_id
		where a.assistant_id = h.person_id
			and a.accepted_at is not null
			and x.authority_id <> h.authority_id
			and private.is_open(a.revoked_at, a.ends_on)
			and private.is_standing(x)
	)
	then
		raise exception 'errors_posts_elsewhere' using errcode = 'RULED';
	end if;
	if not exists (select from private.second_factors where person_id = h.person_id) then
		raise exception 'errors_no_second_factor' using errcode = 'RULED';
	end if;
	perform private.forget_second_factor(h.person_id);
	update private.sessions set ended_at = private.now() where person_id = h.person_id and ended_at is null;
	perform private.end_tokens(h.person_id);
	select p.title || ', ' || o.name
	into v_subject
	from public.posts p
	join public.organisations o on o.id = p.organisation_id
	where p.id = h.post_id;
	insert into public.administration_events (authority_id, kind, subject, person_id)
	values (h.authority_id, 'second_factor_reset', v_subject, private.person_id());
	return (
		select jsonb_build_object(
			'id', id,
			'email', email,
			'locale', locale,
			'salutation', salutation,
			'familyName', family_name
		)
		from public.people
		where id = h.person_id
	);
end
$$;
comment on function private.reset_second_factor(uuid) is
	'An administrator takes away the lost second factor of somebody whose posts are all of the authority, '
	'never the own one: who holds a post or assists elsewhere too could lose it to whoever invites them. '
	'Recorded, sessions and tokens end. Whom to tell comes back. RULED otherwise. Definer: secrets.';
grant execute on function private.reset_second_factor(uuid) to authenticated;

create function public.reset_second_factor(p_holding uuid) returns jsonb
language sql volatile set search_path = '' as $$
	select private.reset_second_factor(p_holding)
$$;
comment on function public.reset_second_factor(uuid) is
	'Resets the lost second factor of a holder, for administrators.';
grant execute on function public.reset_second_factor(uuid) to authenticated;

create function public.purge_challenges() returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.challenges where expires_at < private.now() - interval '1 day';
	delete from private.second_factor_offers where created_at < private.now() - interval '1 day';
$$;
comment on function public.purge_challenges() is
	'Nightly: forgets what was begun and not finished. Definer and for the nightly job only.';

-- Setting up, replacing, taking away.
create function public.second_factor_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'since', (select confirmed_at from private.second_factors where person_id = p_person),
		'codesLeft', (
			select count(*) from private.recovery_codes where person_id = p_person and used_at is null
		),
		'isRequired', private.needs_second_factor(p_person),
		'offer', (
			select secret
			from private.second_factor_offers
			where person_id = p_person and created_at > private.now() - interval '1 hour'
		)
	)
$$;
comment on function public.second_factor_of(uuid) is
	'What a person has set up, and the key on offer. Definer and for the server only.';

create function private.needs_second_factor(p_person uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from public.holdings h
		join public.posts p on p.id = h.post_id
		join public.authorities a on a.id = p.authority_id
		where h.person_id = p_person
			and private.is_current(h)
			and p.abolished_on is null
			and p.kind in ('planner', 'administrator')
			and not a.is_sample
	)
$$;
comment on function private.needs_second_factor(uuid) is
	'Whether a post the person holds today asks for a second factor.';
