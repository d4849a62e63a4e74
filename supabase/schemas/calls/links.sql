-- Links without sign-in: one addressee, one duty. What takes the hash of a link is for the server only.

create function private.link_state(l private.addressee_links) returns text
language sql stable security definer set search_path = '' as $$
	select case
		when l.revoked_at is not null then 'ended'
		when l.expires_at <= private.now() or c.state <> 'open' then 'over'
		when exists (select from private.addressee_link_uses u where u.link_id = l.id) then 'done'
		else 'open'
	end
	from public.calls c
	where c.id = l.call_id
$$;
comment on function private.link_state(private.addressee_links) is
	'ended by a planner; over with its day or with the call; done; or open. Definer, granted to nobody: the '
	'guest is nobody.';

create function private.keep_link() returns trigger
language plpgsql set search_path = '' as $$
begin
	if to_jsonb(new) - array['token_hash', 'revoked_at', 'made_by', 'made_in']
			<> to_jsonb(old) - array['token_hash', 'revoked_at', 'made_by', 'made_in']
		or old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
	then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_link() is
	'A link stays what it was made for and is ended once; its secret is drawn anew until it is used.';
create trigger keep_words before update on private.addressee_links
	for each row execute function private.keep_link();
create trigger keep_words before update on private.addressee_link_uses
	for each row execute function private.keep_words();

create function private.tell_of_link(l private.addressee_links, p_kind text, p_detail jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.record_call_event(
		l.authority_id, l.call_id,
		(select a.organisation_id from public.call_addressees a where a.id = l.addressee_id),
		p_kind, l.id, private.person_id(),
		case when private.person_id() is not null then private.planning_post(l.authority_id) end,
		jsonb_build_object('duty', l.duty) || p_detail
	);
end
$$;
comment on function private.tell_of_link(private.addressee_links, text, jsonb) is
	'Writes the chronicle, for both sides. Definer, granted to nobody: see record_event.';

create function private.make_link(
	p_id uuid, p_addressee uuid, p_duty text, p_recipient text, p_days integer, p_token_hash text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c public.calls; l private.addressee_links;
begin
	perform private.require(private.plans_addressee(p_addressee));
	select x.* into c
	from public.calls x
	where x.id = (select a.call_id from public.call_addressees a where a.id = p_addressee)
	for update;
	perform private.require_choice('days', p_days between 1 and 90);
	perform private.require_choice(
		'duty',
		exists (select from private.link_duties d where d.duty = p_duty and coalesce(d.kind, c.kind) = c.kind)
	);
	if private.is_blank(p_recipient) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["recipient"]';
	elsif c.state <> 'open' then
		raise exception 'errors_link_needs_open_call' using errcode = 'RULED';
	end if;
	select * into l from private.addressee_links where id = p_id;
	if not found then
		if (
			select count(*) from private.addressee_links x
			where x.authority_id = c.authority_id and x.addressee_id = p_addressee and private.link_state(x) = 'open'
		) >= 20 then
			raise exception 'errors_too_many_links' using errcode = 'RULED';
		end if;
		insert into private.addressee_links (
			id, authority_id, call_id, addressee_id, duty, recipient, token_hash, made_by, made_in, created_at,
			expires_at
		)
		values (
			p_id, c.authority_id, c.id, p_addressee, p_duty, btrim(p_recipient), p_token_hash, private.person_id(),
			private.planning_post(c.authority_id), private.moment(), private.moment() + p_days * interval '1 day'
		)
		returning * into l;
		perform private.tell_of_link(
			l, 'link_made', jsonb_build_object('recipient', l.recipient, 'until', l.expires_at)
		);
	elsif (l.addressee_id, l.duty, l.recipient, l.made_by) is not distinct from
			(p_addressee, p_duty, btrim(p_recipient), private.person_id())
		and private.link_state(l) = 'open' then
		update private.addressee_links set token_hash = p_token_hash where id = p_id;
	else
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
end
$$;
comment on function private.make_link(uuid, uuid, text, text, integer, text) is
	'p_id comes from the form: sent again while nobody used the link, it is the same link with the secret that '
	'is shown last. Twenty open ones for an addressee at most. Definer: the table is granted to nobody.';
grant execute on function private.make_link(uuid, uuid, text, text, integer, text) to authenticated;

create function public.make_addressee_link(
	p_id uuid, p_addressee uuid, p_duty text, p_recipient text, p_days integer, p_token_hash text
) returns void
language sql volatile set search_path = '' as $$
	select private.make_link(p_id, p_addressee, p_duty, p_recipient, p_days, p_token_hash)
$$;
comment on function public.make_addressee_link(uuid, uuid, text, text, integer, text) is
	'A planner makes a link for one addressee and one duty. The server draws its secret; only the hash is kept. '
	'RULED: the call is not open, or there are too many.';
grant execute on function
	public.make_addressee_link(uuid, uuid, text, text, integer, text)
to authenticated;

create function private.end_link(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare l private.addressee_links;
begin
	update private.addressee_links x set revoked_at = private.moment()
	where x.id = p_id and x.revoked_at is null and private.plans_addressee(x.addressee_id)
	returning x.* into l;
	perform private.require(l.id is not null);
	perform private.tell_of_link(l, 'link_ended', jsonb_build_object('recipient', l.recipient));
end
$$;
comment on function private.end_link(uuid) is
	'Ends a link at once. NOTFD for what is ended, or is another authority''s. Definer: see make_link.';
grant execute on function private.end_link(uuid) to authenticated;

create function public.end_addressee_link(p_id uuid) returns void
language sql volatile set search_path = '' as $$ select private.end_link(p_id) $$;
comment on function public.end_addressee_link(uuid) is 'Ends a link at once.';
grant execute on function public.end_addressee_link(uuid) to authenticated;

create function private.links_of_call(p_call uuid, p_addressee uuid default null)
returns table (addressee_id uuid, confirmed_at timestamptz, links json)
language sql stable security definer set search_path = '' as $$
	select l.addressee_id, max(u.created_at) filter (where l.duty = 'receipt'),
		json_agg(
			json_build_object(
				'id', l.id,
				'duty', l.duty,
				'recipient', l.recipient,
				'state', private.link_state(l),
				'at', l.created_at,
				'expiresAt', l.expires_at,
				'endedAt', l.revoked_at,
				'usedAt', u.created_at,
				'usedBy', u.name,
				'personName', private.name_of(l.made_by),
				'postTitle', (select p.title from public.posts p where p.id = l.made_in)
			)
			order by l.created_at
		)
	from public.calls c
	join private.addressee_links l on l.authority_id = c.authority_id and l.call_id = c.id
	left join private.addressee_link_uses u on u.link_id = l.id
	where c.id = p_call and (p_addressee is null or l.addressee_id = p_addressee)
	group by l.addressee_id
$$;
comment on function private.links_of_call(uuid, uuid) is
	'The links of each addressee, and when it confirmed by one that the request arrived. What a guest gave is '
	'not in it. Definer, granted to nobody: whoever calls it says first who may know.';

create function public.addressee_link_find(p_token_hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare l private.addressee_links; v_asked jsonb;
begin
	select * into l from private.addressee_links where token_hash = p_token_hash;
	if l.id is null or private.link_state(l) not in ('open', 'done') then
		return null;
	end if;
	execute format('select private.%I($1)', l.duty || '_asked') into v_asked using l.addressee_id;
	return (
		select jsonb_build_object(
			'duty', l.duty,
			'recipient', l.recipient,
			'expiresAt', l.expires_at,
			'doneAt', u.created_at,
			'doneBy', u.name,
			'asked', v_asked,
			'kind', c.kind,
			'title', c.title,
			'coveringText', c.covering_text,
			'dueAt', a.due_at,
			'purpose', c.purpose,
			'legalBasis', c.legal_basis,
			'readers', c.readers,
			'retention', c.retention,
			'organisationName', a.organisation_name,
			'authorityName', x.name,
			'responsible', private.responsible_post(c.post_id)
		)
		from public.calls c
		join public.call_addressees a on a.id = l.addressee_id
		join public.authorities x on x.id = c.authority_id
		left join private.addressee_link_uses u on u.link_id = l.id
		where c.id = l.call_id
	);
end
$$;
comment on function public.addressee_link_find(text) is
	'What a link opens: who asks, whom, for what, until when; null for none, an ended one and one that is over, '
	'which are not told apart. Definer and for the server only: the guest is nobody.';

create function public.addressee_link_use(
	p_token_hash text, p_form uuid, p_name text, p_given jsonb
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare l private.addressee_links;
begin
	perform private.lock_call(
		(select x.call_id from private.addressee_links x where x.token_hash = p_token_hash)
	);
	select * into l from private.addressee_links where token_hash = p_token_hash for update;
	if l.id is null or private.link_state(l) not in ('open', 'done') then
		raise exception 'the link is over' using errcode = 'EXPIR';
	elsif private.link_state(l) = 'done' then
		if exists (select from private.addressee_link_uses u where u.link_id = l.id and u.form_id = p_form) then
			return;
		end if;
		raise exception 'errors_link_is_done' using errcode = 'FINAL';
	elsif private.is_blank(p_name) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["name"]';
	end if;
	insert into private.addressee_link_uses (link_id, form_id, name, given, created_at)
	values (l.id, p_form, btrim(p_name), p_given, private.moment());
	execute format('select private.%I($1, $2)', l.duty || '_by_link') using l.addressee_id, p_given;
	perform private.tell_of_link(l, 'link_used', jsonb_build_object('givenBy', btrim(p_name)));
end
$$;
comment on function public.addressee_link_use(text, uuid, text, jsonb) is
	'A guest does the one thing, once: the same form again changes nothing, another is refused (FINAL). EXPIR: '
	'the link is over. Definer and for the server only: see addressee_link_find.';

create function private.receipt_asked(p_addressee uuid) returns jsonb
language sql immutable set search_path = '' as $$ select null::jsonb $$;
comment on function private.receipt_asked(uuid) is 'To confirm that the request arrived nothing is asked.';

create function private.receipt_by_link(p_addressee uuid, p_given jsonb) returns void
language plpgsql volatile set search_path = '' as $$ begin end $$;
comment on function private.receipt_by_link(uuid, jsonb) is
	'That it was done is all there is to say: the ledger reads it from the link.';
