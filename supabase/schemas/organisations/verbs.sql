-- Verbs of organisations, posts, terms and invitations: what changes something.

create function public.invitation_token(p_id uuid, p_token_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.invitations
	set token_hash = p_token_hash
	where id = p_id and accepted_at is null and revoked_at is null
$$;
comment on function public.invitation_token(uuid, text) is
	'Gives an open invitation the secret of the link about to be mailed (again: the older link stops '
	'working). Definer and for the server only: an administrator who knew the secret could accept in '
	'another''s name.';

create function public.invitation_accept(p_token_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v public.invitations; v_person uuid;
begin
	select * into v from public.invitations where token_hash = p_token_hash for update;
	if v.id is null or v.revoked_at is not null or v.accepted_at is not null or v.expires_at <= private.now()
		or exists (select from public.posts where id = v.post_id and abolished_on is not null) then
		raise exception 'the invitation is over' using errcode = 'EXPIR';
	end if;
	v_person := private.find_person(v.email);
	if v_person is null then
		insert into public.people (salutation, given_name, family_name, email)
		values (v.salutation, v.given_name, v.family_name, btrim(v.email)) on conflict (lower(email)) do nothing;
		v_person := private.find_person(v.email);
	end if;
	insert into public.holdings (post_id, person_id, capacity, starts_on, ends_on)
	values (v.post_id, v_person, v.capacity, v.starts_on, v.ends_on);
	update public.invitations set accepted_at = private.now(), accepted_by = v_person where id = v.id;
	return v_person;
end
$$;
comment on function public.invitation_accept(text) is
	'Turns an invitation into a holding, once; makes the person if new. EXPIR otherwise.';

create function public.add_organisation(
	p_authority uuid, p_kind text, p_name text, p_parent uuid default null, p_place text default null,
	p_phone text default null, p_email text default null, p_postal_address text default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	if p_parent is null and p_kind = 'office' then
		select id into p_parent from public.organisations where authority_id = p_authority and kind = 'authority';
	end if;
	insert into public.organisations (
		authority_id, kind, parent_id, name, place, phone, email, postal_address
	)
	values (
		p_authority, p_kind, p_parent, btrim(p_name), nullif(btrim(p_place), ''), nullif(btrim(p_phone), ''),
		nullif(btrim(p_email), ''), nullif(btrim(p_postal_address), '')
	)
	returning id
	into v_id;
	return v_id;
end
$$;
comment on function public.add_organisation(uuid, text, text, uuid, text, text, text, text) is
	'Adds an organisation; offices belong to the authority, member associations to an umbrella.';
grant execute on function public.add_organisation(uuid, text, text, uuid, text, text, text, text)
	to authenticated;

create function public.change_organisation(
	p_id uuid, p_name text, p_place text, p_phone text, p_email text, p_postal_address text
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.organisations
	set name = btrim(p_name), place = nullif(btrim(p_place), ''), phone = nullif(btrim(p_phone), ''),
		email = nullif(btrim(p_email), ''), postal_address = nullif(btrim(p_postal_address), '')
	where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.change_organisation(uuid, text, text, text, text, text) is
	'Changes name and ways to reach an organisation.';
grant execute on function public.change_organisation(uuid, text, text, text, text, text) to authenticated;

create function public.add_post(
	p_organisation uuid, p_kind text, p_title text, p_phone text default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(
		exists (
			select
			from public.organisations
			where id = p_organisation and authority_id in (select private.my_authorities('{administrator}'))
		)
	);
	insert into public.posts (organisation_id, kind, title, phone)
	values (p_organisation, p_kind, btrim(p_title), nullif(btrim(p_phone), ''))
	returning id
	into v_id;
	return v_id;
end
$$;
comment on function public.add_post(uuid, text, text, text) is 'Adds a post to an organisation.';
grant execute on function public.add_post(uuid, text, text, text) to authenticated;

create function public.change_post(p_id uuid, p_title text, p_phone text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.posts set title = btrim(p_title), phone = nullif(btrim(p_phone), '') where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.change_post(uuid, text, text) is 'Changes title and phone of a post.';
grant execute on function public.change_post(uuid, text, text) to authenticated;

create function public.abolish_post(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(
		exists (
			select
			from public.posts
			where id = p_id
				and abolished_on is null
				and authority_id in (select private.my_authorities('{administrator}'))
		)
	);
	if (select d.duties from private.duties_of(array[p_id]) d) > 0
		and not exists (
			select
			from public.posts p
			join public.posts x on x.organisation_id = p.organisation_id
				and x.kind = p.kind
				and x.id <> p.id
				and x.abolished_on is null
			where p.id = p_id
		) then
		raise exception 'errors_post_has_duties' using errcode = 'RULED';
	end if;
	update public.posts set abolished_on = private.today() where id = p_id and abolished_on is null;
	perform private.require(found);
end
$$;
comment on function public.abolish_post(uuid) is
	'Abolishes a post; refused while duties wait for it and no other post of its kind could take them.';
grant execute on function public.abolish_post(uuid) to authenticated;

create function public.invite(
	p_post uuid, p_capacity text, p_starts_on date, p_ends_on date, p_salutation text, p_given_name text,
	p_family_name text, p_email text
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(
		exists (
			select
			from public.posts
			where id = p_post
				and abolished_on is null
				and authority_id in (select private.my_authorities('{administrator}'))
		)
	);
	update public.invitations
	set revoked_at = private.now()
	where post_id = p_post
		and lower(email) = lower(btrim(p_email))
		and accepted_at is null
		and revoked_at is null;
	insert into public.invitations (
		post_id, capacity, starts_on, ends_on, salutation, given_name, family_name, email
	)
	values (
		p_post, p_capacity, p_starts_on, p_ends_on, p_salutation, btrim(p_given_name), btrim(p_family_name),
		btrim(p_email)
	)
	returning id
	into v_id;
	return v_id;
end
$$;
comment on function public.invite(uuid, text, date, date, text, text, text, text) is
	'Invites somebody to a post for a term. An open invitation of the same person to the same post is '
	'replaced. The link''s secret is drawn when its letter is written (invitation_token).';
grant execute on function public.invite(uuid, text, date, date, text, text, text, text) to authenticated;

create function public.revoke_invitation(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.invitations
	set revoked_at = private.now()
	where id = p_id and accepted_at is null and revoked_at is null;
	perform private.require(found);
end
$$;
comment on function public.revoke_invitation(uuid) is 'Takes an open invitation back.';
grant execute on function public.revoke_invitation(uuid) to authenticated;

create function public.change_term(p_holding uuid, p_ends_on date) returns void
language plpgsql volatile set search_path = '' as $$
declare h public.holdings;
begin
	select *
	into h
	from public.holdings
	where id = p_holding and authority_id in (select private.my_authorities('{administrator}'));
	perform private.require(h.id is not null and h.ended_at is null);
	if not private.is_standing(h) then
		raise exception 'errors_term_is_over' using errcode = 'RULED';
	end if;
	update public.holdings set ends_on = p_ends_on where id = p_holding;
end
$$;
comment on function public.change_term(uuid, date) is
	'Sets the last day of a term (null: open-ended). RULED for one that is over: it takes a new invitation.';
grant execute on function public.change_term(uuid, date) to authenticated;

create function public.end_holding(p_holding uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(
		exists (
			select
			from public.holdings
			where id = p_holding and authority_id in (select private.my_authorities('{administrator}'))
		)
	);
	update public.holdings set ended_at = private.now() where id = p_holding and ended_at is null;
end
$$;
comment on function public.end_holding(uuid) is
	'Ends a holding at once. The last administrator cannot be removed.';
grant execute on function public.end_holding(uuid) to authenticated;

create function public.set_reply_clock(
	p_authority uuid, p_interim_days integer, p_final_days integer
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.authorities
	set interim_days = p_interim_days, final_days = p_final_days
	where id = p_authority;
	perform private.require(found);
end
$$;
comment on function public.set_reply_clock(uuid, integer, integer) is
	'Days to the interim status and the final reply, for reports received from now on.';
grant execute on function public.set_reply_clock(uuid, integer, integer) to authenticated;
