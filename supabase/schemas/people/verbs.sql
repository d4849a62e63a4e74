-- Verbs of people, their sign-in, sessions and accounts: what changes something.

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

create function private.find_person(p_email text) returns uuid
language sql stable set search_path = '' as $$
	select id from public.people where lower(email) = lower(btrim(p_email))
$$;
comment on function private.find_person(text) is 'Person of an address, upper and lower case alike.';

-- Definer from here on: secrets are readable by nobody; the server's role may execute these functions and
-- nothing else.
create function public.sign_in_begin(
	p_email text, p_address_hash text, p_code_hash text, p_link_hash text, p_return_to text default '/start'
)
returns jsonb language plpgsql volatile security definer set search_path = '' as $$
begin
	return private.begin_sign_in(
		private.find_person(p_email), private.account_hash(p_email), p_address_hash, p_code_hash, p_link_hash,
		p_return_to
	);
end
$$;
comment on function public.sign_in_begin(text, text, text, text, text) is
	'Begins a sign-in for whatever address was typed. `person` is for the mail only and must never '
	'reach the page. LIMIT: too many.';

create function private.begin_sign_in(
	p_person uuid, p_account_hash text, p_address_hash text, p_code_hash text, p_link_hash text,
	p_return_to text
)
returns jsonb language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.throttle('begin:account:' || p_account_hash, 5, '15 minutes');
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
comment on function private.begin_sign_in(uuid, text, text, text, text, text) is
	'What the first mail and another one have in common.';

create function public.sign_in_again(
	p_id uuid, p_old_link_hash text, p_address_hash text, p_code_hash text, p_link_hash text
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
		v.person_id, v.account_hash, p_address_hash, p_code_hash, p_link_hash, v.return_to
	);
end
$$;
comment on function public.sign_in_again(uuid, text, text, text, text) is
	'Another mail for a sign-in known by its id or by its link; the old code and link end. LIMIT: too '
	'many. EXPIR: forgotten, please type the address again.';

create function public.sign_in_by_code(p_id uuid, p_code_hash text, p_address_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins; v_wrong integer;
begin
	perform private.throttle('code:address:' || p_address_hash, 60, '15 minutes');
	update private.sign_ins set attempts = attempts + 1 where id = p_id returning * into v;
	select count
	into v_wrong
	from private.throttles
	where key = 'wrong:account:' || v.account_hash and started_at > private.now() - interval '1 day';
	if v.id is null or v.used_at is not null or v.expires_at <= private.now() or v.attempts > 6
		or v_wrong >= 30
	then
		return jsonb_build_object('outcome', 'expired');
	end if;
	if v.person_id is null or v.code_hash <> p_code_hash then
		perform private.count_attempt('wrong:account:' || v.account_hash, '1 day');
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
comment on function public.sign_in_by_code(uuid, text, text) is
	'Six tries per code, thirty wrong ones per account and day (the link still works then). Answers '
	'instead of raising, because a raised error would roll back the count.';

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

create function public.sign_in_password(p_email text, p_address_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.throttle('password:account:' || private.account_hash(p_email), 8, '15 minutes');
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
comment on function public.sign_in_password(text, text) is
	'The stored hash for the server to compare; null when there is none (the server then compares with '
	'a stand-in).';

create function public.password_set(p_person uuid, p_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.passwords (person_id, hash) select p_person, p_hash where p_hash is not null
	on conflict (person_id) do update set hash = excluded.hash, changed_at = private.now();
	delete from private.passwords where person_id = p_person and p_hash is null;
$$;
comment on function public.password_set(uuid, text) is 'Sets or (null) removes the optional password.';

create function public.session_extend(p_id_hash text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
	-- The person before the session, in the order of a deletion: neither waits for what the other holds.
	select private.note_use(person_id) from private.sessions where id_hash = p_id_hash and ended_at is null;
	update private.sessions
	set expires_at = p_expires_at, used_at = private.now()
	where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_extend(text, timestamptz) is
	'Moves the end of a session in use, and notes the use for its person. Definer and for the server '
	'only.';

create function public.session_end(p_id_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update private.sessions set ended_at = private.now() where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_end(text) is 'Signs out.';

create function public.session_end_of(
	p_person uuid, p_public_id uuid default null, p_except uuid default null
) returns text[]
language sql volatile security definer set search_path = '' as $$
	with ended as (
		update private.sessions set ended_at = private.now()
		where person_id = p_person and ended_at is null and (p_public_id is null or public_id = p_public_id)
			and public_id is distinct from p_except returning id_hash)
	select coalesce(array_agg(id_hash), '{}') from ended
$$;
comment on function public.session_end_of(uuid, uuid, uuid) is
	'Ends one of a person''s sessions, or (null) all but one; the hashes, so that caches forget them.';

create function public.kept_form_keep(p_person uuid, p_path text, p_fields jsonb) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.kept_forms (person_id, path, fields) values (p_person, p_path, p_fields)
	on conflict (person_id, path) do update set fields = excluded.fields, created_at = private.now();
$$;
comment on function public.kept_form_keep(uuid, text, jsonb) is
	'Keeps a form that arrived after the session had expired.';

create function public.kept_form_forget(p_person uuid, p_path text) returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.kept_forms where person_id = p_person and path = p_path
$$;
comment on function public.kept_form_forget(uuid, text) is 'Forgets a kept form once it has been sent.';

create function public.set_display(p_locale text, p_text text, p_contrast text) returns void
language sql volatile set search_path = '' as $$
	update public.people
	set locale = p_locale, text_size = p_text, contrast = p_contrast
	where id = (select private.person_id())
$$;
comment on function public.set_display(text, text, text) is
	'Language, text size and contrast of the person asking.';
grant execute on function public.set_display(text, text, text) to authenticated;

create function public.change_name(p_salutation text, p_given_name text, p_family_name text) returns void
language sql volatile set search_path = '' as $$
	update public.people
	set salutation = p_salutation, given_name = btrim(p_given_name), family_name = btrim(p_family_name)
	where id = (select private.person_id())
$$;
comment on function public.change_name(text, text, text) is
	'Changes one''s own name; the chronicle keeps the name of the time.';
grant execute on function public.change_name(text, text, text) to authenticated;

create function public.session_prove(p_person uuid, p_session uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update private.sessions
	set proven_at = private.now()
	where public_id = p_session and person_id = p_person and ended_at is null
$$;
comment on function public.session_prove(uuid, uuid) is
	'Notes that a code was typed in a running session. Definer and for the server only: it has compared '
	'the code.';

create function public.address_change_begin(
	p_person uuid, p_email text, p_address_hash text, p_token_hash text, p_objection_hash text
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_owner uuid := private.find_person(p_email);
begin
	perform private.throttle('address:account:' || private.account_hash(p_person::text), 5, '1 hour');
	perform private.throttle('address:to:' || private.account_hash(p_email), 5, '1 day');
	perform private.throttle('address:address:' || p_address_hash, 30, '1 hour');
	update private.address_changes
	set expires_at = least(expires_at, private.now())
	where person_id = p_person and confirmed_at is null;
	insert into private.address_changes (person_id, old_email, new_email, token_hash, objection_hash)
	select id, email, btrim(p_email), p_token_hash, p_objection_hash from public.people where id = p_person;
	return jsonb_build_object(
		'isTaken', v_owner is not null,
		'reader', (
			select jsonb_build_object(
				'locale', locale,
				'salutation', salutation,
				'familyName', family_name
			)
			from public.people
			where id = coalesce(v_owner, p_person)
		)
	);
end
$$;
comment on function public.address_change_begin(uuid, text, text, text, text) is
	'Asks for another address. `isTaken` and `reader` are for the mail to that address only and must '
	'never reach the page. LIMIT: too many. Definer and for the server only.';

create function public.address_change_confirm(p_token_hash text, p_session uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.address_changes;
begin
	select * into v from private.address_changes where token_hash = p_token_hash for update;
	if v.id is null or v.confirmed_at is not null or v.objected_at is not null or v.expires_at <= private.now()
		or exists (select from public.people where lower(email) = lower(v.new_email) and id <> v.person_id) then
		return jsonb_build_object(
			'isDone', false,
			'ended', '[]'::jsonb
		);
	end if;
	update public.people set email = v.new_email where id = v.person_id;
	update private.address_changes set confirmed_at = private.now() where id = v.id;
	update private.sign_ins set expires_at = least(expires_at, private.now()) where person_id = v.person_id;
	return jsonb_build_object(
		'isDone', true,
		'ended', to_jsonb(public.session_end_of(v.person_id, null, p_session))
	);
end
$$;
comment on function public.address_change_confirm(text, uuid) is
	'The new address proves itself, once and within a day; all sessions but this one and every code '
	'under way end. Not done also stands for never known. Definer and for the server only.';

create function public.address_change_object(p_objection_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.address_changes;
begin
	select * into v from private.address_changes where objection_hash = p_objection_hash and objected_at is null
		and coalesce(confirmed_at, created_at) > private.now() - interval '7 days' for update;
	if v.id is null
		or exists (select from public.people where lower(email) = lower(v.old_email) and id <> v.person_id)
	then
		return jsonb_build_object(
			'isDone', false,
			'ended', '[]'::jsonb
		);
	end if;
	-- Whatever was set up since then in the person's name goes too.
	update private.address_changes
	set objected_at = private.now()
	where person_id = v.person_id and created_at >= v.created_at and objected_at is null;
	update public.people set email = v.old_email where id = v.person_id and email <> v.old_email;
	update private.sign_ins set expires_at = least(expires_at, private.now()) where person_id = v.person_id;
	delete from private.passwords where person_id = v.person_id and changed_at >= v.created_at;
	perform private.forget_second_factor(f.person_id)
	from private.second_factors f
	where f.person_id = v.person_id and f.confirmed_at >= v.created_at;
	update private.access_tokens
	set revoked_at = private.now()
	where person_id = v.person_id and created_at >= v.created_at and revoked_at is null;
	delete from private.feeds where person_id = v.person_id and created_at >= v.created_at;
	update public.assistances a set revoked_at = private.now() from public.holdings h
	where h.id = a.holding_id
		and h.person_id = v.person_id
		and a.created_at >= v.created_at
		and a.revoked_at is null;
	return jsonb_build_object(
		'isDone', true,
		'ended', to_jsonb(public.session_end_of(v.person_id))
	);
end
$$;
comment on function public.address_change_object(text) is
	'"Das war ich nicht": within seven days the old address counts again; every session ends, and what '
	'was set up since then: password, second factor, tokens, feed, assistants. Definer and for the '
	'server only.';

create function private.mentions(p_text text, p_word text) returns boolean
language sql immutable set search_path = '' as $$
	select coalesce(
		p_text ~* (
			'(^|[^[:alnum:]])' || regexp_replace(p_word, '([^[:alnum:]])', '\\\1', 'g') || '($|[^[:alnum:]])'
		),
		false
	)
$$;
comment on function private.mentions(text, text) is 'Whether a text names somebody, as a whole word.';

create function private.delete_holder(p_person uuid, p_kind text) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
declare v public.people; v_addresses text[]; v_called text; v_sessions text[]; v_table regclass;
begin
	select * into v from public.people where id = p_person for update;
	if v.id is null then
		return '{}';
	end if;
	v_called := concat_ws(' ', coalesce(v.salutation, v.given_name), v.family_name);
	select array_agg(distinct lower(x.email)) || lower(v.email) into v_addresses
	from private.address_changes c
	cross join lateral (values (c.old_email), (c.new_email)) x (email)
	where c.person_id = p_person and c.confirmed_at is not null;
	v_addresses := coalesce(v_addresses, array[lower(v.email)]);
	v_sessions := array(select id_hash from private.sessions where person_id = p_person);
	insert into public.administration_events (authority_id, kind, subject)
	select h.authority_id, p_kind, string_agg(distinct p.title || ', ' || o.name, '; ')
	from public.holdings h
	join public.posts p on p.id = h.post_id
	join public.organisations o on o.id = p.organisation_id
	where h.person_id = p_person group by h.authority_id;
	-- Ended before it goes with its person: here the last administrator is held back.
	update public.holdings set ended_at = private.now() where person_id = p_person and ended_at is null;
	update public.events e set detail = e.detail - 'writtenBy' from public.need_reports r
	where e.subject_kind = 'need_report' and r.id = e.subject_id and r.written_by = p_person
		and e.detail ? 'writtenBy';
	-- Every chronicle keeps a name of the time beside its link.
	for v_table in
	select c.oid::regclass
	from pg_catalog.pg_class c
	where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
		and c.relkind in ('r', 'p')
			and (
				select count(*)
				from pg_catalog.pg_attribute a
				where a.attrelid = c.oid and not a.attisdropped and a.attname in ('person_id', 'person_name')
			) = 2
	loop
		execute format(
			'update %s set person_name = null where person_id = $1 and person_name is not null', v_table
		) using p_person;
	end loop;
	delete from public.need_report_contacts k using public.need_reports r where r.id = k.report_id
		and r.organisation_id in (
			select p.organisation_id
			from public.holdings h
			join public.posts p on p.id = h.post_id
			where h.person_id = p_person
		)
		and (private.mentions(k.contact, v.family_name) or strpos(lower(k.contact), lower(v.email)) > 0);
	update public.need_report_drafts d set answers = d.answers - 'contact'
	where d.organisation_id in (
		select p.organisation_id
		from public.holdings h
		join public.posts p on p.id = h.post_id
		where h.person_id = p_person
	)
		and (
			private.mentions(d.answers ->> 'contact', v.family_name)
				or strpos(lower(d.answers ->> 'contact'), lower(v.email)) > 0
		);
	update public.barrier_reports set contact = null where strpos(lower(contact), lower(v.email)) > 0;
	delete from public.invitations where accepted_by = p_person or lower(email) = any (v_addresses);
	delete from private.mails
	where person_id = p_person or lower(recipient) = any (v_addresses) or kind = 'address_change'
		and lower(recipient) in (
			select lower(c.new_email) from private.address_changes c where c.person_id = p_person
		);
	update private.mails set letter = null where state not in ('queued', 'sending')
		and (
			strpos(letter::text, v_called) > 0 or strpos(letter::text, v.given_name || ' ' || v.family_name) > 0
		);
	delete from private.address_changes where lower(new_email) = any (v_addresses);
	delete from public.people where id = p_person;
	return v_sessions;
end
$$;
comment on function private.delete_holder(uuid, text) is
	'Deletes an account in one go, but for what concerns assistants (delete_person). Posts become '
	'vacant, drafts stay with the organisation, submitted words stay as they are; the person''s name '
	'leaves chronicles, contacts and invitations. RULED: the last administrator. Definer: reaches past '
	'every policy.';

create function public.account_delete(p_person uuid, p_session uuid) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not private.is_proven(p_person, p_session) then
		raise exception 'errors_prove_first' using errcode = 'RULED';
	end if;
	return private.delete_person(p_person, 'account_deleted');
end
$$;
comment on function public.account_delete(uuid, uuid) is
	'Deletes the account of the person in this session; of nobody else, and only within a quarter of an '
	'hour after a proof. RULED otherwise. Definer and for the server only.';

create function private.note_use(p_person uuid) returns void
language sql volatile set search_path = '' as $$
	update public.people
	set used_at = private.now()
	where id = p_person and (used_at is null or used_at < private.now() - interval '1 day')
$$;
comment on function private.note_use(uuid) is
	'Notes that an account is in use, at most once a day. Called by session_extend and '
	'access_token_find only.';

create function private.is_expired(pe public.people) returns boolean
language sql stable set search_path = '' as $$
	select private.is_dormant(pe, '0') and pe.dormancy_noticed_at > private.last_used(pe)
		and pe.dormancy_noticed_at < private.now() - (select notice from private.dormancy())
$$;
comment on function private.is_expired(public.people) is
	'Whether an account may go tonight: nobody used it, its person was told in time and did not come.';

create function public.delete_dormant_accounts() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v uuid; v_deleted integer := 0;
begin
	for v in select pe.id from public.people pe where private.is_expired(pe) loop
		begin
			-- Asked again of the locked row: somebody may come while the night is at work.
			perform from public.people pe where pe.id = v and private.is_expired(pe) for update;
			if found then
				perform private.delete_person(v, 'account_expired');
				v_deleted := v_deleted + 1;
			end if;
		exception when sqlstate 'RULED' then
			null; -- the last administrator stays, however long away
		end;
	end loop;
	delete from private.address_changes where created_at < private.now() - interval '30 days';
	return v_deleted;
end
$$;
comment on function public.delete_dormant_accounts() is
	'Nightly: deletes the accounts that nobody used and whose people were told in time. Definer and for '
	'the nightly job only.';

create function public.session_create(
	p_id_hash text, p_person uuid, p_device text, p_expires_at timestamptz, p_challenge text default null
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (select from private.second_factors where person_id = p_person) then
		update private.challenges set used_at = private.now()
		where token_hash = p_challenge
			and person_id = p_person
			and passed_at is not null
			and used_at is null
			and expires_at > private.now();
		if not found then
			raise exception 'the second factor is missing' using errcode = 'EXPIR';
		end if;
	end if;
	insert into private.sessions (id_hash, person_id, device, expires_at)
	values (p_id_hash, p_person, p_device, p_expires_at);
	update public.people set visited_before_at = visited_at, visited_at = private.now() where id = p_person;
end
$$;
comment on function public.session_create(text, uuid, text, timestamptz, text) is
	'A new session; also the start of a visit. Whoever has a second factor needs a challenge that was '
	'passed, once (EXPIR). Definer: secrets; for the server only.';

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
		delete from private.throttles where key = 'factor:account:' || private.account_hash(p_person::text);
	end if;
	return v_used;
end
$$;
comment on function private.use_factor(uuid, bigint, text) is
	'Uses up a code of the device (by its time step) or a recovery code; false when it was used before '
	'or is not known.';

create function private.count_factor(p_person uuid, p_address_hash text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.throttle('factor:account:' || private.account_hash(p_person::text), 5, '15 minutes');
	perform private.throttle('factor:address:' || p_address_hash, 20, '15 minutes');
end
$$;
comment on function private.count_factor(uuid, text) is
	'Five wrong codes per account, twenty tries per network address in a quarter of an hour; a right '
	'one clears the account''s. LIMIT beyond.';

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

create function public.challenge_try(p_token_hash text, p_address_hash text) returns text
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
	perform private.count_factor(v_person, p_address_hash);
	return (select secret from private.second_factors where person_id = v_person);
end
$$;
comment on function public.challenge_try(text, text) is
	'Counts a try and gives the key to compare with; null when the challenge is over. LIMIT: too many. '
	'Definer and for the server only.';

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
	perform private.count_factor(p_person, p_address_hash);
	return (select secret from private.second_factors where person_id = p_person);
end
$$;
comment on function public.second_factor_try(uuid, text) is
	'Counts a try and gives the key to compare with. LIMIT: too many. Definer and for the server only.';

create function public.second_factor_offer(
	p_person uuid, p_secret text, p_step bigint default null, p_recovery_hash text default null
) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (select from private.second_factors where person_id = p_person)
		and not private.use_factor(p_person, p_step, p_recovery_hash)
	then
		return false;
	end if;
	insert into private.second_factor_offers (person_id, secret) values (p_person, p_secret)
	on conflict (person_id) do update set secret = excluded.secret, created_at = private.now();
	return true;
end
$$;
comment on function public.second_factor_offer(uuid, text, bigint, text) is
	'Offers a key; to replace one takes a code of the old. False: no such code. Definer and for the '
	'server only.';

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
	delete from private.throttles where key = 'factor:account:' || private.account_hash(p_person::text);
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
	where id = p_holding
		and ended_at is null
		and authority_id in (select private.my_authorities('{administrator}'));
	perform private.require(h.id is not null);
	if h.person_id = private.person_id() then
		raise exception 'errors_own_second_factor' using errcode = 'RULED';
	end if;
	if not exists (select from private.second_factors where person_id = h.person_id) then
		raise exception 'errors_no_second_factor' using errcode = 'RULED';
	end if;
	perform private.forget_second_factor(h.person_id);
	update private.sessions set ended_at = private.now() where person_id = h.person_id and ended_at is null;
	update private.access_tokens set revoked_at = private.now()
	where person_id = h.person_id and revoked_at is null;
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
	'An administrator takes away the lost second factor of somebody who holds a post of the authority, '
	'never the own one; recorded, sessions and tokens end. Whom to tell comes back. Definer: secrets.';
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

create function private.delete_person(p_person uuid, p_kind text) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.events set detail = detail - 'forPerson' where for_person_id = p_person;
	update public.events e set detail = e.detail - 'writtenFor' from public.need_reports r
	where e.subject_kind = 'need_report' and r.id = e.subject_id and r.written_for = p_person
		and e.detail ? 'writtenFor';
	-- The record of rights says who assists whom: of those who leave it keeps the post.
	update public.administration_events e
	set subject = replace(
		e.subject, concat_ws(' ', a.salutation, a.given_name, a.family_name) || ' – ', 'Assistenz – '
	)
	from public.assistances a
	join public.people pe on pe.id = p_person
		and (a.assistant_id = pe.id or lower(a.email) = lower(pe.email))
	where e.authority_id = a.authority_id
		and e.kind like 'assistances\_%'
		and starts_with(e.subject, concat_ws(' ', a.salutation, a.given_name, a.family_name) || ' – ');
	update public.administration_events e
	set subject = replace(e.subject, ' – ' || private.name_of(p_person) || ', ', ' – ')
	where e.kind like 'assistances\_%'
		and e.authority_id in (select h.authority_id from public.holdings h where h.person_id = p_person);
	delete from public.assistances a using public.people pe
	where pe.id = p_person and (a.assistant_id = pe.id or lower(a.email) = lower(pe.email));
	return private.delete_holder(p_person, p_kind);
end
$$;
comment on function private.delete_person(uuid, text) is
	'Deletes an account: where the person assisted, who was assisted, and everything of the posts '
	'(delete_holder). Returns hashes of the sessions, so that caches forget them. RULED: the last '
	'administrator. Definer: reaches past every policy; called by account_delete and '
	'delete_dormant_accounts only.';
