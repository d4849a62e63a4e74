-- Why: planners see everything of their authority and administrators give out rights. A letterbox alone must not open
-- that: they need a second factor, six digits from a device of their own (TOTP, RFC 6238). Without it their posts give
-- no rights (my_posts), and without passing it no session is made (session_create): the database holds both.

create table private.second_factors (
	person_id uuid primary key references public.people on delete cascade,
	secret text not null check (secret ~ '^[A-Z2-7]{32}$'),
	last_step bigint not null,
	confirmed_at timestamptz not null default now()
);
comment on table private.second_factors is 'The second factor of a person: its key (base 32) and the last time step used, so that no code counts twice.';
alter table private.second_factors enable row level security;

create table private.second_factor_offers (
	person_id uuid primary key references public.people on delete cascade,
	secret text not null check (secret ~ '^[A-Z2-7]{32}$'),
	created_at timestamptz not null default now()
);
comment on table private.second_factor_offers is 'A key shown to its person and not yet confirmed by a code; an hour. What is set goes on counting until then.';
create index on private.second_factor_offers (created_at);
alter table private.second_factor_offers enable row level security;

create table private.recovery_codes (
	person_id uuid not null references public.people on delete cascade,
	code_hash text not null check (length(code_hash) = 64),
	used_at timestamptz,
	primary key (person_id, code_hash)
);
comment on table private.recovery_codes is 'For the day the device is lost: 60 random bits each, as SHA-256, each once.';
alter table private.recovery_codes enable row level security;

create table private.challenges (
	token_hash text primary key check (length(token_hash) = 64),
	person_id uuid not null references public.people on delete cascade,
	return_to text not null default '/start' check (return_to ~ '^/([^/\\]|$)' and length(return_to) <= 500),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '10 minutes',
	passed_at timestamptz,
	used_at timestamptz
);
comment on table private.challenges is 'Somebody typed the code of the mail and has to show the second factor: no session, no rights, ten minutes.';
create index on private.challenges (person_id);
create index on private.challenges (expires_at);
alter table private.challenges enable row level security;

create or replace function private.my_posts() returns table (post_id uuid, organisation_id uuid, authority_id uuid, kind text, capacity text)
language sql stable security definer set search_path = '' rows 3 as $$
	select p.id, p.organisation_id, p.authority_id, p.kind, h.capacity
	from public.holdings h join public.posts p on p.id = h.post_id
	where h.person_id = private.person_id() and private.is_current(h) and p.abolished_on is null
		and (p.kind not in ('planner', 'administrator') or exists (select from private.second_factors f where f.person_id = h.person_id)
			or exists (select from public.authorities a where a.id = p.authority_id and a.is_sample))
$$;
comment on function private.my_posts() is
	'The posts the person holds today. Planners and administrators hold theirs once they have a second factor (in a sample authority without). Definer: policies on holdings and posts ask it.';

create function private.needs_second_factor(p_person uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (select from public.holdings h join public.posts p on p.id = h.post_id join public.authorities a on a.id = p.authority_id
		where h.person_id = p_person and private.is_current(h) and p.abolished_on is null and p.kind in ('planner', 'administrator') and not a.is_sample)
$$;
comment on function private.needs_second_factor(uuid) is 'Whether a post the person holds today asks for a second factor.';

create or replace function public.session_find(p_id_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('publicId', s.public_id, 'personId', s.person_id, 'expiresAt', s.expires_at, 'usedAt', s.used_at, 'isEnded', s.ended_at is not null,
		'person', jsonb_build_object('id', pe.id, 'salutation', pe.salutation, 'givenName', pe.given_name, 'familyName', pe.family_name,
			'email', pe.email, 'locale', pe.locale, 'textSize', pe.text_size, 'contrast', pe.contrast),
		'posts', x.posts,
		'lacksSecondFactor', private.needs_second_factor(s.person_id) and not exists (select from private.second_factors f where f.person_id = s.person_id),
		'kept', (select coalesce(jsonb_agg(distinct k.path), '[]') from private.kept_forms k where k.person_id = s.person_id),
		'authority', (select private.authority_document(a) from public.authorities a where a.id = (x.posts -> 0 ->> 'authorityId')::uuid))
	from private.sessions s join public.people pe on pe.id = s.person_id
	cross join lateral (select private.posts_of(s.person_id) as posts) x
	where s.id_hash = p_id_hash and (s.ended_at is null or s.ended_at > now() - interval '1 day')
$$;
comment on function public.session_find(text) is
	'Session, person, posts, pages with kept forms and authority in one look; expired ones too (the caller compares expiresAt), and ended ones for a day (isEnded): whose typed text is to be kept. A day, since a stolen one may be why it was ended. Definer: secrets.';

drop function public.session_create(text, uuid, text, timestamptz);
create function public.session_create(p_id_hash text, p_person uuid, p_device text, p_expires_at timestamptz, p_challenge text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (select from private.second_factors where person_id = p_person) then
		update private.challenges set used_at = now()
		where token_hash = p_challenge and person_id = p_person and passed_at is not null and used_at is null and expires_at > now();
		if not found then
			raise exception 'the second factor is missing' using errcode = 'EXPIR';
		end if;
	end if;
	insert into private.sessions (id_hash, person_id, device, expires_at) values (p_id_hash, p_person, p_device, p_expires_at);
	update public.people set visited_before_at = visited_at, visited_at = now() where id = p_person;
end
$$;
comment on function public.session_create(text, uuid, text, timestamptz, text) is
	'A new session; also the start of a visit. Whoever has a second factor needs a challenge that was passed, once (EXPIR). Definer: secrets; for the server only.';

-- Proof: a time step later than the last one used, or a recovery code not yet used. The server has compared the six
-- digits; here both are used up in the same breath.
create function private.use_factor(p_person uuid, p_step bigint, p_recovery_hash text) returns boolean
language plpgsql volatile set search_path = '' as $$
declare v_used boolean;
begin
	if p_step is not null then
		update private.second_factors set last_step = p_step where person_id = p_person and last_step < p_step;
	else
		update private.recovery_codes set used_at = now() where person_id = p_person and code_hash = p_recovery_hash and used_at is null;
	end if;
	v_used := found;
	if v_used then
		delete from private.throttles where key = 'factor:account:' || private.account_hash(p_person::text);
	end if;
	return v_used;
end
$$;
comment on function private.use_factor(uuid, bigint, text) is 'Uses up a code of the device (by its time step) or a recovery code; false when it was used before or is not known.';

create function private.count_factor(p_person uuid, p_address_hash text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.throttle('factor:account:' || private.account_hash(p_person::text), 5, '15 minutes');
	perform private.throttle('factor:address:' || p_address_hash, 20, '15 minutes');
end
$$;
comment on function private.count_factor(uuid, text) is 'Five wrong codes per account, twenty tries per network address in a quarter of an hour; a right one clears the account''s. LIMIT beyond.';

create function public.challenge_begin(p_person uuid, p_token_hash text, p_return_to text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not exists (select from private.second_factors where person_id = p_person) then
		return false;
	end if;
	insert into private.challenges (token_hash, person_id, return_to) values (p_token_hash, p_person, coalesce(p_return_to, '/start'));
	return true;
end
$$;
comment on function public.challenge_begin(uuid, text, text) is 'Asks for the second factor, if there is one: true. Definer and for the server only.';

create function public.challenge_try(p_token_hash text, p_address_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare v_person uuid;
begin
	select person_id into v_person from private.challenges where token_hash = p_token_hash and passed_at is null and expires_at > now();
	if v_person is null then
		return null;
	end if;
	perform private.count_factor(v_person, p_address_hash);
	return (select secret from private.second_factors where person_id = v_person);
end
$$;
comment on function public.challenge_try(text, text) is 'Counts a try and gives the key to compare with; null when the challenge is over. LIMIT: too many. Definer and for the server only.';

create function public.challenge_pass(p_token_hash text, p_step bigint, p_recovery_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.challenges;
begin
	select * into v from private.challenges where token_hash = p_token_hash and passed_at is null and expires_at > now() for update;
	if v.token_hash is null or not private.use_factor(v.person_id, p_step, p_recovery_hash) then
		return null;
	end if;
	update private.challenges set passed_at = now() where token_hash = v.token_hash;
	return jsonb_build_object('personId', v.person_id, 'returnTo', v.return_to);
end
$$;
comment on function public.challenge_pass(text, bigint, text) is 'The second factor was shown: null when its code was used before or is not known. Definer and for the server only.';

-- Setting up, replacing, taking away.
create function public.second_factor_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('since', (select confirmed_at from private.second_factors where person_id = p_person),
		'codesLeft', (select count(*) from private.recovery_codes where person_id = p_person and used_at is null),
		'isRequired', private.needs_second_factor(p_person),
		'offer', (select secret from private.second_factor_offers where person_id = p_person and created_at > now() - interval '1 hour'))
$$;
comment on function public.second_factor_of(uuid) is 'What a person has set up, and the key on offer. Definer and for the server only.';

create function public.second_factor_try(p_person uuid, p_address_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.count_factor(p_person, p_address_hash);
	return (select secret from private.second_factors where person_id = p_person);
end
$$;
comment on function public.second_factor_try(uuid, text) is 'Counts a try and gives the key to compare with. LIMIT: too many. Definer and for the server only.';

create function public.second_factor_offer(p_person uuid, p_secret text, p_step bigint default null, p_recovery_hash text default null) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (select from private.second_factors where person_id = p_person) and not private.use_factor(p_person, p_step, p_recovery_hash) then
		return false;
	end if;
	insert into private.second_factor_offers (person_id, secret) values (p_person, p_secret)
	on conflict (person_id) do update set secret = excluded.secret, created_at = now();
	return true;
end
$$;
comment on function public.second_factor_offer(uuid, text, bigint, text) is 'Offers a key; to replace one takes a code of the old. False: no such code. Definer and for the server only.';

create function private.replace_recovery_codes(p_person uuid, p_hashes text[]) returns void
language sql volatile set search_path = '' as $$
	delete from private.recovery_codes where person_id = p_person;
	insert into private.recovery_codes (person_id, code_hash) select p_person, h from unnest(p_hashes) h;
$$;
comment on function private.replace_recovery_codes(uuid, text[]) is 'New recovery codes; the old ones end.';

create function public.second_factor_confirm(p_person uuid, p_session uuid, p_secret text, p_step bigint, p_hashes text[]) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from private.second_factor_offers where person_id = p_person and secret = p_secret and created_at > now() - interval '1 hour';
	if not found then
		return jsonb_build_object('isDone', false, 'ended', '[]'::jsonb);
	end if;
	insert into private.second_factors (person_id, secret, last_step) values (p_person, p_secret, p_step)
	on conflict (person_id) do update set secret = excluded.secret, last_step = excluded.last_step, confirmed_at = now();
	perform private.replace_recovery_codes(p_person, p_hashes);
	delete from private.throttles where key = 'factor:account:' || private.account_hash(p_person::text);
	return jsonb_build_object('isDone', true, 'ended', to_jsonb(public.session_end_of(p_person, null, p_session)));
end
$$;
comment on function public.second_factor_confirm(uuid, uuid, text, bigint, text[]) is
	'A code of the offered key was shown: from now on it counts, with new recovery codes, and sessions made without it end. Definer and for the server only.';

create function public.second_factor_codes(p_person uuid, p_step bigint, p_recovery_hash text, p_hashes text[]) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not private.use_factor(p_person, p_step, p_recovery_hash) then
		return false;
	end if;
	perform private.replace_recovery_codes(p_person, p_hashes);
	return true;
end
$$;
comment on function public.second_factor_codes(uuid, bigint, text, text[]) is 'New recovery codes in exchange for a code. Definer and for the server only.';

create function private.forget_second_factor(p_person uuid) returns void
language sql volatile set search_path = '' as $$
	delete from private.second_factors where person_id = p_person;
	delete from private.second_factor_offers where person_id = p_person;
	delete from private.recovery_codes where person_id = p_person;
	delete from private.challenges where person_id = p_person;
$$;
comment on function private.forget_second_factor(uuid) is 'Takes a second factor away: by its person, by an administrator, or by the operator for the last administrator.';

create function public.second_factor_remove(p_person uuid, p_step bigint, p_recovery_hash text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if private.needs_second_factor(p_person) then
		raise exception 'errors_second_factor_required' using errcode = 'RULED';
	end if;
	if not private.use_factor(p_person, p_step, p_recovery_hash) then
		return false;
	end if;
	perform private.forget_second_factor(p_person);
	return true;
end
$$;
comment on function public.second_factor_remove(uuid, bigint, text) is 'Does without a second factor again, in exchange for a code. RULED while a post asks for one. Definer and for the server only.';

create function private.reset_second_factor(p_holding uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare h public.holdings; v_subject text;
begin
	select * into h from public.holdings where id = p_holding and ended_at is null and authority_id in (select private.my_authorities('{administrator}'));
	perform private.require(h.id is not null);
	if h.person_id = private.person_id() then
		raise exception 'errors_own_second_factor' using errcode = 'RULED';
	end if;
	if not exists (select from private.second_factors where person_id = h.person_id) then
		raise exception 'errors_no_second_factor' using errcode = 'RULED';
	end if;
	perform private.forget_second_factor(h.person_id);
	update private.sessions set ended_at = now() where person_id = h.person_id and ended_at is null;
	update private.access_tokens set revoked_at = now() where person_id = h.person_id and revoked_at is null;
	select p.title || ', ' || o.name into v_subject from public.posts p join public.organisations o on o.id = p.organisation_id where p.id = h.post_id;
	insert into public.administration_events (authority_id, kind, subject, person_id) values (h.authority_id, 'second_factor_reset', v_subject, private.person_id());
	return (select jsonb_build_object('id', id, 'email', email, 'locale', locale, 'salutation', salutation, 'familyName', family_name)
		from public.people where id = h.person_id);
end
$$;
comment on function private.reset_second_factor(uuid) is
	'An administrator takes away the lost second factor of somebody who holds a post of the authority, never the own one; recorded, sessions and tokens end. Whom to tell comes back. Definer: secrets.';

create function public.reset_second_factor(p_holding uuid) returns jsonb
language sql volatile set search_path = '' as $$
	select private.reset_second_factor(p_holding)
$$;
comment on function public.reset_second_factor(uuid) is 'Resets the lost second factor of a holder, for administrators.';
grant execute on function private.reset_second_factor(uuid), public.reset_second_factor(uuid) to authenticated;

create function public.purge_challenges() returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.challenges where expires_at < now() - interval '1 day';
	delete from private.second_factor_offers where created_at < now() - interval '1 day';
$$;
comment on function public.purge_challenges() is 'Nightly: forgets what was begun and not finished. Definer and for the nightly job only.';

do $$
declare f text;
begin
	for f in select p.oid::regprocedure::text from pg_catalog.pg_proc p
		where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proname ~ '^(session_create|challenge_|second_factor_|purge_challenges)'
	loop
		execute format('revoke execute on function %s from public, anon, authenticated', f);
		execute format('grant execute on function %s to service_role', f);
	end loop;
end
$$;
