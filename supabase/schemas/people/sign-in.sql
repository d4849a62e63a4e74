-- Signing in: by code, link or password, and what holds guessing back.

create function private.count_attempt(p_key text, p_window interval) returns integer
language sql volatile set search_path = '' as $$
	insert into private.throttles as t (key) values (p_key)
	on conflict (key) do update set
		count = case when t.started_at < private.now() - p_window then 1 else t.count + 1 end,
		started_at = case when t.started_at < private.now() - p_window then private.now() else t.started_at end
	returning count
$$;
comment on function private.count_attempt(text, interval) is
	'Counts an attempt and says the how manyth it is in its window.';

create function private.throttle(p_key text, p_limit integer, p_window interval) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if private.count_attempt(p_key, p_window) > p_limit then
		raise exception 'too many attempts' using errcode = 'LIMIT';
	end if;
end
$$;
comment on function private.throttle(text, integer, interval) is
	'Counts an attempt; LIMIT beyond the limit. A refused attempt is rolled back and not counted.';

create function private.is_device_of(p_device text, p_account_hash text) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from private.sessions s
		join public.people pe on pe.id = s.person_id
		where s.id_hash = p_device and private.account_hash(pe.email) = p_account_hash
	)
$$;
comment on function private.is_device_of(text, text) is
	'Did the person of this account sign in with this browser, by the session it holds, run out or not?';

create function private.hold_back(
	p_what text, p_account_hash text, p_address_hash text, p_device text, p_limit integer, p_limit_of_all integer
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_is_known boolean := private.is_device_of(p_device, p_account_hash);
begin
	perform private.throttle(
		concat(
			p_what, ':account:', p_account_hash, ':', case when v_is_known then p_device else p_address_hash end
		),
		p_limit, '15 minutes'
	);
	if not v_is_known then
		perform private.throttle(p_what || ':account:' || p_account_hash, p_limit_of_all, '15 minutes');
	end if;
end
$$;
comment on function private.hold_back(text, text, text, text, integer, integer) is
	'Counts a try for an account in a quarter of an hour: so many from one network, so many from all of them '
	'together. A browser the person has signed in with is counted by itself, so that whoever guesses holds up '
	'nobody but those who look like them. LIMIT beyond.';

create function public.count_guest(p_address_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	select private.throttle('guest:address:' || p_address_hash, 120, '1 minute')
$$;
comment on function public.count_guest(text) is
	'Counts a form that somebody sends without having signed in, for all processes together: 120 a minute from '
	'one network. LIMIT beyond. Definer and for the server only.';

create function private.find_person(p_email text) returns uuid
language sql stable set search_path = '' as $$
	select id from public.people where lower(email) = lower(btrim(p_email))
$$;
comment on function private.find_person(text) is 'Person of an address, upper and lower case alike.';

-- Definer, here and in the other files of people: secrets are readable by nobody; the server's role may
-- execute these functions and nothing else.
create function public.sign_in_begin(
	p_email text, p_address_hash text, p_code_hash text, p_link_hash text, p_return_to text default '/start',
	p_device text default null
)
returns jsonb language plpgsql volatile security definer set search_path = '' as $$
begin
	return private.begin_sign_in(
		private.find_person(p_email), private.account_hash(p_email), p_address_hash, p_device, p_code_hash,
		p_link_hash, p_return_to
	);
end
$$;
comment on function public.sign_in_begin(text, text, text, text, text, text) is
	'Begins a sign-in for whatever address was typed. `person` is for the mail only and must never '
	'reach the page. LIMIT: too many.';

create function private.begin_sign_in(
	p_person uuid, p_account_hash text, p_address_hash text, p_device text, p_code_hash text, p_link_hash text,
	p_return_to text
)
returns jsonb language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.hold_back('begin', p_account_hash, p_address_hash, p_device, 5, 20);
	perform private.throttle('begin:address:' || p_address_hash, 30, '15 minutes');
	insert into private.sign_ins (person_id, account_hash, code_hash, link_hash, return_to)
	values (p_person, p_account_hash, p_code_hash, p_link_hash, coalesce(p_return_to, '/start'))
	returning id
	into v_id;
	return jsonb_build_object(
		'id', v_id,
		'person', (
			select jsonb_build_object(
				'id', id,
				'email', email,
				'locale', locale,
				'salutation', salutation,
				'familyName', family_name
			)
			from public.people
			where id = p_person
		)
	);
end
$$;
comment on function private.begin_sign_in(uuid, text, text, text, text, text, text) is
	'What the first mail and another one have in common.';

create function public.sign_in_again(
	p_id uuid, p_old_link_hash text, p_address_hash text, p_code_hash text, p_link_hash text,
	p_device text default null
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins;
begin
	update private.sign_ins
	set expires_at = least(expires_at, private.now())
	where id = p_id or link_hash = p_old_link_hash
	returning *
	into v;
	if v.id is null then
		raise exception 'there is no such sign-in' using errcode = 'EXPIR';
	end if;
	return private.begin_sign_in(
		v.person_id, v.account_hash, p_address_hash, p_device, p_code_hash, p_link_hash, v.return_to
	);
end
$$;
comment on function public.sign_in_again(uuid, text, text, text, text, text) is
	'Another mail for a sign-in known by its id or by its link; the old code and link end. LIMIT: too '
	'many. EXPIR: forgotten, please type the address again.';

create function private.wrong_codes(p_key text) returns integer
language sql stable set search_path = '' as $$
	select coalesce(max(count), 0)
	from private.throttles
	where key = p_key and started_at > private.now() - interval '1 day'
$$;
comment on function private.wrong_codes(text) is 'How many wrong codes of the last day are counted there.';

create function public.sign_in_by_code(
	p_id uuid, p_code_hash text, p_address_hash text, p_device text default null
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins; v_is_known boolean; v_here text; v_all text;
begin
	perform private.throttle('code:address:' || p_address_hash, 60, '15 minutes');
	update private.sign_ins set attempts = attempts + 1 where id = p_id returning * into v;
	v_is_known := private.is_device_of(p_device, v.account_hash);
	v_all := 'wrong:account:' || v.account_hash;
	v_here := concat(
		'wrong:here:', v.account_hash, ':', case when v_is_known then p_device else p_address_hash end
	);
	if v.id is null or v.used_at is not null or v.expires_at <= private.now() or v.attempts > 6
		or private.wrong_codes(v_here) >= 30
		or not v_is_known and private.wrong_codes(v_all) >= 100
	then
		return jsonb_build_object('outcome', 'expired');
	end if;
	if v.person_id is null or v.code_hash <> p_code_hash then
		perform private.count_attempt(v_here, '1 day'), private.count_attempt(v_all, '1 day');
		return jsonb_build_object(
			'outcome', 'wrong',
			'left', 6 - v.attempts
		);
	end if;
	update private.sign_ins set used_at = private.now() where id = p_id;
	return jsonb_build_object(
		'outcome', 'signed_in',
		'personId', v.person_id,
		'returnTo', v.return_to
	);
end
$$;
comment on function public.sign_in_by_code(uuid, text, text, text) is
	'Six tries per code; thirty wrong ones per account and day from one network or known browser, a hundred '
	'from all other places together (the link still works then). Answers instead of raising, because a raised '
	'error would roll back the count.';

create function public.sign_in_by_link(p_link_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins;
begin
	update private.sign_ins set used_at = private.now()
	where link_hash = p_link_hash and used_at is null and expires_at > private.now() and person_id is not null
	returning *
	into v;
	if v.id is null then
		return jsonb_build_object('outcome', 'expired');
	end if;
	return jsonb_build_object(
		'outcome', 'signed_in',
		'personId', v.person_id,
		'returnTo', v.return_to
	);
end
$$;
comment on function public.sign_in_by_link(text) is 'The link works once.';

create function public.sign_in_password(
	p_email text, p_address_hash text, p_device text default null
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.hold_back('password', private.account_hash(p_email), p_address_hash, p_device, 8, 60);
	perform private.throttle('password:address:' || p_address_hash, 40, '15 minutes');
	return (
		select jsonb_build_object(
			'personId', w.person_id,
			'hash', w.hash
		)
		from private.passwords w
		where w.person_id = private.find_person(p_email)
	);
end
$$;
comment on function public.sign_in_password(text, text, text) is
	'The stored hash for the server to compare; null when there is none (the server then compares with '
	'a stand-in).';

create function public.password_set(p_person uuid, p_hash text, p_session uuid) returns void
language sql volatile security definer set search_path = '' as $$
	select private.require_proof(p_person, p_session);
	insert into private.passwords (person_id, hash) select p_person, p_hash where p_hash is not null
	on conflict (person_id) do update set hash = excluded.hash, changed_at = private.now();
	delete from private.passwords where person_id = p_person and p_hash is null;
	select private.audit(
		null, p_person, case when p_hash is null then 'password_removed' else 'password_set' end
	);
$$;
comment on function public.password_set(uuid, text, uuid) is
	'Sets or (null) removes the optional password, with a fresh proof.';

create function public.sample_people() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'personId', x.id,
				'name', x.name,
				'posts', x.posts
			)
			order by x.created_at, x.id
		),
		'[]'
	)
	from (
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name) as name, min(p.created_at) as created_at,
			jsonb_agg(
				jsonb_build_object(
					'title', p.title,
					'organisationName', o.name
				)
				order by h.capacity = 'deputy', p.id
			) as posts
		from public.people pe
		join public.holdings h on h.person_id = pe.id and private.is_current(h)
		join public.posts p on p.id = h.post_id
		join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example'
		group by pe.id
		union all
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name), min(p.created_at),
			jsonb_agg(
				jsonb_build_object(
					'title', p.title,
					'kind', s.kind,
					'organisationName', o.name,
					'forPerson', private.name_of(s.for_person_id)
				)
				order by p.id
			)
		from public.people pe
		cross join lateral private.assisted_posts(pe.id) s
		join public.posts p on p.id = s.post_id
		join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example'
			and not exists (select from public.holdings h where h.person_id = pe.id and private.is_current(h))
		group by pe.id
	) x
$$;
comment on function public.sample_people() is
	'The sample people to sign in as with one click; only those of sample authorities with sample '
	'addresses.';

create function private.audit_wrong_code() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.audit_failed_sign_in(split_part(new.key, ':', 3), new.count);
	return null;
end
$$;
comment on function private.audit_wrong_code() is
	'Where wrong tries of an account are counted they are recorded. Definer: as private.audit.';
