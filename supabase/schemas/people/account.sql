-- The account: name, display, address.

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

create function public.address_change_begin(
	p_person uuid, p_email text, p_address_hash text, p_token_hash text, p_objection_hash text,
	p_session uuid
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_owner uuid := private.find_person(p_email);
begin
	perform private.require_proof(p_person, p_session);
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
comment on function public.address_change_begin(uuid, text, text, text, text, uuid) is
	'Asks for another address, with a fresh proof. `isTaken` and `reader` are for the mail to that '
	'address only and must never reach the page. LIMIT: too many. Definer and for the server only.';

create function private.can_confirm(v private.address_changes) returns boolean
language sql stable security definer set search_path = '' as $$
	select v.confirmed_at is null
		and v.objected_at is null
		and v.expires_at > private.now()
		and not exists (
			select from public.people where lower(email) = lower(v.new_email) and id <> v.person_id
		)
$$;
comment on function private.can_confirm(private.address_changes) is
	'Can the new address still prove itself? Definer: reads who has which address.';

create function private.can_object(v private.address_changes) returns boolean
language sql stable security definer set search_path = '' as $$
	select v.objected_at is null
		and coalesce(v.confirmed_at, v.created_at) > private.now() - interval '7 days'
		and not exists (
			select from public.people where lower(email) = lower(v.old_email) and id <> v.person_id
		)
$$;
comment on function private.can_object(private.address_changes) is
	'Can the old address still come back? Definer: reads who has which address.';

create function public.address_change_find(p_token_hash text, p_objection_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'oldEmail', v.old_email,
		'newEmail', v.new_email
	)
	from private.address_changes v
	where v.token_hash = p_token_hash and private.can_confirm(v)
		or v.objection_hash = p_objection_hash and private.can_object(v)
$$;
comment on function public.address_change_find(text, text) is
	'From which address to which, by the link in the mail to either; nothing when that link is over. Definer '
	'and for the server only: secrets.';

create function public.address_change_confirm(p_token_hash text, p_session uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.address_changes;
begin
	select * into v from private.address_changes where token_hash = p_token_hash for update;
	if v.id is null or not private.can_confirm(v) then
		return jsonb_build_object(
			'isDone', false,
			'ended', '[]'::jsonb
		);
	end if;
	update public.people set email = v.new_email where id = v.person_id;
	update private.address_changes set confirmed_at = private.now() where id = v.id;
	perform private.audit(null, v.person_id, 'address_changed');
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

create function private.end_tokens(p_person uuid, p_since timestamptz default '-infinity') returns void
language plpgsql volatile set search_path = '' as $$
begin
	update private.access_tokens
	set revoked_at = private.now()
	where person_id = p_person and created_at >= p_since and revoked_at is null;
	if found then
		perform private.audit(null, p_person, 'token_revoked');
	end if;
	delete from private.feeds where person_id = p_person and created_at >= p_since;
end
$$;
comment on function private.end_tokens(uuid, timestamptz) is
	'Ends what opens without a session, made since a moment or ever: access of programs and the feed.';

create function public.end_everywhere(p_person uuid, p_except uuid, p_tokens boolean) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
begin
	if p_tokens then
		perform private.end_tokens(p_person);
	end if;
	return public.session_end_of(p_person, null, p_except);
end
$$;
comment on function public.end_everywhere(uuid, uuid, boolean) is
	'Ends all sessions of a person but this one, and (p_tokens) what programs and calendars open with. The '
	'hashes, so that caches forget them. Definer and for the server only.';

create function public.address_change_object(p_objection_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.address_changes;
begin
	select * into v from private.address_changes where objection_hash = p_objection_hash for update;
	if v.id is null or not private.can_object(v) then
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
	perform private.end_tokens(v.person_id, v.created_at);
	update public.assistances a set revoked_at = private.now() from public.holdings h
	where h.id = a.holding_id
		and h.person_id = v.person_id
		and a.created_at >= v.created_at
		and a.revoked_at is null;
	perform private.audit(null, v.person_id, 'address_objected');
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

create function public.account_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'passwordChangedAt', (select changed_at from private.passwords where person_id = p_person),
		'sessions', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', s.public_id,
						'device', s.device,
						'createdAt', s.created_at,
						'usedAt', s.used_at
					)
					order by s.used_at desc, s.created_at desc
				),
				'[]'
			)
			from private.sessions s
			where s.person_id = p_person and s.ended_at is null and s.expires_at > private.now()
		)
	)
$$;
comment on function public.account_of(uuid) is
	'The sessions in which a person is signed in, and since when there is a password.';

create function private.address_of(p_person uuid) returns text
language sql stable security definer set search_path = '' as $$
	select pe.email
	from public.people pe
	where pe.id = p_person
		and (
			pe.id = private.person_id()
				or exists (
					select
					from public.holdings h
					where h.person_id = pe.id
						and h.authority_id in (select private.my_authorities('{administrator}'))
						and private.is_standing(h)
				)
		)
$$;
comment on function private.address_of(uuid) is
	'E-mail address of oneself or, for the administrator, of those who hold a post of the authority '
	'today or later. Definer: the column is granted to nobody.';
grant execute on function private.address_of(uuid) to authenticated;

create function private.links_to(p_person uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v record; v_count bigint; v_all jsonb := '[]';
begin
	for v in select k.conrelid::regclass as relation, a.attname as link from pg_catalog.pg_constraint k
		join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[cardinality(k.conkey)]
		where k.contype = 'f' and k.confrelid = 'public.people'::regclass order by 1, 2
	loop
		execute format('select count(*) from %s where %I = $1', v.relation, v.link) into v_count using p_person;
		if v_count > 0 then
			v_all := v_all
				|| jsonb_build_object(
					'table', v.relation::text,
					'column', v.link,
					'rows', v_count
				);
		end if;
	end loop;
	return v_all;
end
$$;
comment on function private.links_to(uuid) is
	'Every place in the database that points to a person, with the number of rows: asked of the '
	'catalogue, so that none is forgotten.';

create function private.name_of(p_person uuid) returns text
language sql stable security definer set search_path = '' as $$
	select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = p_person
$$;
comment on function private.name_of(uuid) is
	'"Frau Kern", for ids found in rows that the reader may see. Definer: otherwise each name asks who '
	'may see whom.';
grant execute on function private.name_of(uuid) to authenticated;

-- Asked where a name is written, not of what is stored: a name of before must not keep its person from
-- signing in.
create function private.refuse_unreadable_name() returns trigger
language plpgsql set search_path = '' as $$
begin
	if concat(
		new.given_name, new.family_name
	) ~ '[[:cntrl:]\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]'
	then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["familyName"]';
	end if;
	return new;
end
$$;
comment on function private.refuse_unreadable_name() is
	'A name stands in lists, mails and chronicles: nothing in it is unseen, ends a line or turns the '
	'direction, however it came in. Joiners stay, some scripts need them. INVAL.';
