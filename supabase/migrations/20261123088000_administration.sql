-- Why: the administrator has one evening a month. Organisations, posts, terms and invitations are on three pages; each
-- change is one call and one event in the record of rights.

create table public.administration_events (
	id bigint generated always as identity primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null,
	subject text not null,
	person_id uuid references public.people on delete set null,
	created_at timestamptz not null default now()
);
comment on table public.administration_events is 'Who changed which right, without contents. Written by triggers only, changed by nobody.';
create index on public.administration_events (authority_id, id desc);
create index on public.administration_events (person_id);
alter table public.administration_events enable row level security;
create policy "administrators read the record of rights" on public.administration_events for select to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')));
grant select on public.administration_events to authenticated;

create function private.record_administration() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_subject text;
begin
	if tg_table_name in ('organisations', 'authorities') then v_subject := new.name;
	elsif tg_table_name = 'posts' then
		select new.title || ', ' || name into v_subject from public.organisations where id = new.organisation_id;
	else
		select p.title || ', ' || o.name into v_subject from public.posts p join public.organisations o on o.id = p.organisation_id where p.id = new.post_id;
	end if;
	insert into public.administration_events (authority_id, kind, subject, person_id)
	values (case when tg_table_name = 'authorities' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'authority_id')::uuid end, tg_table_name || '_' || lower(tg_op), v_subject, private.person_id());
	return null;
end
$$;
comment on function private.record_administration() is 'Keeps the record of rights. Definer: nobody may write it by hand.';
create trigger record_administration after update on public.authorities for each row execute function private.record_administration();
create trigger record_administration after insert or update on public.organisations for each row execute function private.record_administration();
create trigger record_administration after insert or update on public.posts for each row execute function private.record_administration();
create trigger record_administration after insert or update on public.holdings for each row execute function private.record_administration();
create trigger record_administration after insert or update on public.invitations for each row execute function private.record_administration();

create function private.address_of(p_person uuid) returns text
language sql stable security definer set search_path = '' as $$
	select pe.email from public.people pe where pe.id = p_person and (pe.id = private.person_id() or exists (
		select from public.holdings h where h.person_id = pe.id and h.authority_id in (select private.my_authorities('{administrator}'))
			and h.ended_at is null and (h.ends_on is null or h.ends_on >= private.today())))
$$;
comment on function private.address_of(uuid) is 'E-mail address of oneself or, for the administrator, of those who hold a post of the authority today or later. Definer: the column is granted to nobody.';
grant execute on function private.address_of(uuid) to authenticated;

create function private.holdings_document(p_post uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'personName', concat_ws(' ', pe.salutation, pe.given_name, pe.family_name), 'email', private.address_of(pe.id),
		'capacity', h.capacity, 'startsOn', h.starts_on, 'endsOn', h.ends_on, 'endedAt', h.ended_at, 'isCurrent', private.is_current(h))
		order by private.is_current(h) desc, h.capacity desc, h.starts_on desc), '[]')
	from public.holdings h join public.people pe on pe.id = h.person_id where h.post_id = p_post
$$;
comment on function private.holdings_document(uuid) is 'Holders and deputies of a post, present ones first.';
grant execute on function private.holdings_document(uuid) to authenticated;

create function public.administration(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	return jsonb_build_object(
		'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'parentId', o.parent_id,
			'municipalities', (select count(*) from public.municipalities m where m.administration_id = o.id),
			'posts', x.posts, 'vacant', x.vacant) order by array_position(array['authority', 'office', 'municipality', 'association', 'advisory_council',
				'welfare_umbrella', 'member_association', 'provider'], o.kind), o.name), '[]')
			from public.organisations o cross join lateral (select count(*) as posts, count(*) filter (where not exists (
				select from public.holdings h where h.post_id = p.id and h.capacity = 'holder' and private.is_current(h))) as vacant
				from public.posts p where p.organisation_id = o.id and p.abolished_on is null) x
			where o.authority_id = p_authority),
		'vacant', (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from (select id, title, kind, organisation_id as "organisationId",
			organisation_name as "organisationName", duties, deputy from public.vacant_posts(p_authority) limit 50) v),
		'invitations', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', concat_ws(' ', i.salutation, i.given_name, i.family_name), 'email', i.email,
			'postTitle', p.title, 'organisationName', o.name, 'createdAt', i.created_at, 'expiresAt', i.expires_at, 'isExpired', i.expires_at <= now()) order by i.created_at desc), '[]')
			from public.invitations i join public.posts p on p.id = i.post_id join public.organisations o on o.id = p.organisation_id
			where i.authority_id = p_authority and i.accepted_at is null and i.revoked_at is null),
		'replyClock', (select jsonb_build_object('interimDays', interim_days, 'finalDays', final_days) from public.authorities where id = p_authority),
		'record', (select coalesce(jsonb_agg(to_jsonb(e)), '[]') from (select kind, subject, private.name_of(person_id) as "personName", created_at as at
			from public.administration_events where authority_id = p_authority order by id desc limit 20) e));
end
$$;
comment on function public.administration(uuid) is 'The administrator''s overview: organisations, vacant posts with their duties, open invitations, reply clock, record of rights.';

create function public.administration_of_organisation(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare o public.organisations;
begin
	select * into o from public.organisations where id = p_id and authority_id in (select private.my_authorities('{administrator}'));
	perform private.require(o.id is not null);
	return jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'place', o.place, 'phone', o.phone, 'email', o.email, 'authorityId', o.authority_id,
		'parent', (select jsonb_build_object('id', x.id, 'name', x.name) from public.organisations x where x.id = o.parent_id),
		'children', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name), '[]') from public.organisations x where x.parent_id = o.id),
		'municipalities', (select coalesce(jsonb_agg(jsonb_build_object('ags', m.ags, 'name', m.name, 'kind', m.kind) order by m.name), '[]')
			from public.municipalities m where m.administration_id = o.id),
		'posts', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'phone', p.phone, 'duties', (select d.duties from private.duties_of(array[p.id]) d),
			'holdings', private.holdings_document(p.id)) order by p.created_at, p.id), '[]')
			from public.posts p where p.organisation_id = o.id and p.abolished_on is null),
		'invitations', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', concat_ws(' ', i.salutation, i.given_name, i.family_name), 'email', i.email,
			'postTitle', p.title, 'capacity', i.capacity, 'createdAt', i.created_at, 'expiresAt', i.expires_at, 'isExpired', i.expires_at <= now()) order by i.created_at desc), '[]')
			from public.invitations i join public.posts p on p.id = i.post_id
			where p.organisation_id = o.id and i.accepted_at is null and i.revoked_at is null));
end
$$;
comment on function public.administration_of_organisation(uuid) is 'One organisation for the administrator: posts, holdings, invitations.';

create function public.my_organisations() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'place', o.place, 'phone', o.phone, 'email', o.email,
		'children', (select coalesce(jsonb_agg(x.name order by x.name), '[]') from public.organisations x where x.parent_id = o.id),
		'municipalities', (select coalesce(jsonb_agg(m.name order by m.name), '[]') from public.municipalities m where m.administration_id = o.id),
		'posts', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'phone', p.phone, 'duties', (select d.duties from private.duties_of(array[p.id]) d),
			'holdings', (select coalesce(jsonb_agg(jsonb_build_object('personName', concat_ws(' ', pe.salutation, pe.given_name, pe.family_name), 'capacity', h.capacity,
				'startsOn', h.starts_on, 'endsOn', h.ends_on) order by h.capacity desc, h.starts_on), '[]')
				from public.holdings h join public.people pe on pe.id = h.person_id where h.post_id = p.id and private.is_current(h)))
			order by p.created_at, p.id), '[]')
			from public.posts p where p.organisation_id = o.id and p.abolished_on is null)) order by o.name), '[]')
	from public.organisations o where o.id in (select private.my_organisations())
$$;
comment on function public.my_organisations() is 'The organisations one belongs to, with posts, holders and deputies; vacant posts have none.';

create function public.add_organisation(p_authority uuid, p_kind text, p_name text, p_parent uuid default null, p_place text default null, p_phone text default null,
	p_email text default null) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	if p_parent is null and p_kind = 'office' then
		select id into p_parent from public.organisations where authority_id = p_authority and kind = 'authority';
	end if;
	insert into public.organisations (authority_id, kind, parent_id, name, place, phone, email)
	values (p_authority, p_kind, p_parent, btrim(p_name), nullif(btrim(p_place), ''), nullif(btrim(p_phone), ''), nullif(btrim(p_email), '')) returning id into v_id;
	return v_id;
end
$$;
comment on function public.add_organisation(uuid, text, text, uuid, text, text, text) is 'Adds an organisation; offices belong to the authority, member associations to an umbrella.';

create function public.change_organisation(p_id uuid, p_name text, p_place text, p_phone text, p_email text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.organisations set name = btrim(p_name), place = nullif(btrim(p_place), ''), phone = nullif(btrim(p_phone), ''), email = nullif(btrim(p_email), '') where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.change_organisation(uuid, text, text, text, text) is 'Changes name and ways to reach an organisation.';

create function public.add_post(p_organisation uuid, p_kind text, p_title text, p_phone text default null) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(exists (select from public.organisations where id = p_organisation and authority_id in (select private.my_authorities('{administrator}'))));
	insert into public.posts (organisation_id, kind, title, phone) values (p_organisation, p_kind, btrim(p_title), nullif(btrim(p_phone), '')) returning id into v_id;
	return v_id;
end
$$;
comment on function public.add_post(uuid, text, text, text) is 'Adds a post to an organisation.';

create function public.change_post(p_id uuid, p_title text, p_phone text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.posts set title = btrim(p_title), phone = nullif(btrim(p_phone), '') where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.change_post(uuid, text, text) is 'Changes title and phone of a post.';

create function public.abolish_post(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(exists (select from public.posts where id = p_id and abolished_on is null and authority_id in (select private.my_authorities('{administrator}'))));
	if (select d.duties from private.duties_of(array[p_id]) d) > 0
		and not exists (select from public.posts p join public.posts x on x.organisation_id = p.organisation_id and x.kind = p.kind and x.id <> p.id
			and x.abolished_on is null where p.id = p_id) then
		raise exception 'errors_post_has_duties' using errcode = 'RULED';
	end if;
	update public.posts set abolished_on = private.today() where id = p_id and abolished_on is null;
	perform private.require(found);
end
$$;
comment on function public.abolish_post(uuid) is 'Abolishes a post; refused while duties wait for it and no other post of its kind could take them.';

create function public.invite(p_post uuid, p_capacity text, p_starts_on date, p_ends_on date, p_salutation text, p_given_name text, p_family_name text, p_email text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(exists (select from public.posts where id = p_post and abolished_on is null and authority_id in (select private.my_authorities('{administrator}'))));
	update public.invitations set revoked_at = now() where post_id = p_post and lower(email) = lower(btrim(p_email)) and accepted_at is null and revoked_at is null;
	insert into public.invitations (post_id, capacity, starts_on, ends_on, salutation, given_name, family_name, email)
	values (p_post, p_capacity, p_starts_on, p_ends_on, p_salutation, btrim(p_given_name), btrim(p_family_name), btrim(p_email)) returning id into v_id;
	return v_id;
end
$$;
comment on function public.invite(uuid, text, date, date, text, text, text, text) is
	'Invites somebody to a post for a term. An open invitation of the same person to the same post is replaced. The server then draws the link''s secret (invitation_token) and mails it.';

create function public.revoke_invitation(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.invitations set revoked_at = now() where id = p_id and accepted_at is null and revoked_at is null;
	perform private.require(found);
end
$$;
comment on function public.revoke_invitation(uuid) is 'Takes an open invitation back.';

create function public.change_term(p_holding uuid, p_ends_on date) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.holdings set ends_on = p_ends_on where id = p_holding and ended_at is null;
	perform private.require(found);
end
$$;
comment on function public.change_term(uuid, date) is 'Sets the last day of a term (null: open-ended).';

create function public.end_holding(p_holding uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(exists (select from public.holdings where id = p_holding and authority_id in (select private.my_authorities('{administrator}'))));
	update public.holdings set ended_at = now() where id = p_holding and ended_at is null;
end
$$;
comment on function public.end_holding(uuid) is 'Ends a holding at once. The last administrator cannot be removed.';

create function public.set_reply_clock(p_authority uuid, p_interim_days integer, p_final_days integer) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.authorities set interim_days = p_interim_days, final_days = p_final_days where id = p_authority;
	perform private.require(found);
end
$$;
comment on function public.set_reply_clock(uuid, integer, integer) is 'Days to the interim status and the final reply, for reports received from now on.';

create function public.change_name(p_salutation text, p_given_name text, p_family_name text) returns void
language sql volatile set search_path = '' as $$
	update public.people set salutation = p_salutation, given_name = btrim(p_given_name), family_name = btrim(p_family_name) where id = (select private.person_id())
$$;
comment on function public.change_name(text, text, text) is 'Changes one''s own name; the chronicle keeps the name of the time.';

-- What the mail jobs need to know. Definer and for the server's role only: they cross the organisations' walls to address mail.
create function private.recipients(p_organisation uuid, p_kinds text[]) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('personId', pe.id, 'email', pe.email, 'locale', pe.locale, 'salutation', pe.salutation, 'familyName', pe.family_name,
		'givenName', pe.given_name)), '[]')
	from (
		select distinct h.person_id from public.posts p join public.holdings h on h.post_id = p.id and private.is_current(h)
		where p.organisation_id = p_organisation and p.kind = any (p_kinds) and p.abolished_on is null
			and (h.capacity = 'holder' or not exists (select from public.holdings x where x.post_id = p.id and x.capacity = 'holder' and private.is_current(x)))) d
	join public.people pe on pe.id = d.person_id
$$;
comment on function private.recipients(uuid, text[]) is 'Holders of these posts of an organisation; the deputies of those that are vacant.';

create function private.planners_of(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(r.value), '[]') from public.organisations o cross join lateral jsonb_array_elements(private.recipients(o.id, '{planner}')) r
	where o.authority_id = p_authority and o.kind = 'authority'
$$;
comment on function private.planners_of(uuid) is 'Planners of the authority itself (offices are told of what is handed over to them).';

create function public.mail_notification(p_event bigint) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare e public.events; r public.need_reports; v jsonb;
begin
	select * into e from public.events where id = p_event;
	select * into r from public.need_reports where id = e.report_id;
	select jsonb_build_object('kind', e.kind, 'authorityId', e.authority_id, 'authority', private.authority_document(a), 'at', e.created_at,
		'personName', e.person_name, 'postTitle', e.post_title, 'draftId', case when e.report_id is null then e.subject_id end,
		'number', r.number, 'shortId', r.short_id, 'title', coalesce(r.title, e.detail ->> 'title'),
		'organisationName', coalesce(r.organisation_name, (select o.name from public.organisations o where o.id = e.organisation_id)),
		'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'officeDueOn', r.office_due_on, 'detail', e.detail,
		'recipients', case
			when e.kind = 'draft_handed_in' then private.recipients(e.organisation_id, private.releasing_kinds())
			when e.kind = 'draft_returned' then private.recipients(e.organisation_id, '{clerk,council_office,committee_officer}')
			when e.kind in ('question', 'interim_status', 'answered', 'answer_corrected', 'gap_asked')
				then private.recipients(e.organisation_id, private.writing_kinds())
			when e.kind = 'handed_over' then private.recipients(r.office_id, '{planner}')
			when e.kind in ('reply', 'addition', 'gap_answered') then private.planners_of(e.authority_id)
			else '[]'::jsonb end,
		'receiptTo', case when e.kind = 'released' then private.recipients(e.organisation_id, private.writing_kinds()) else '[]'::jsonb end,
		'planners', case when e.kind = 'released' then private.planners_of(e.authority_id) else '[]'::jsonb end)
	into v from public.authorities a where a.id = e.authority_id;
	return v;
end
$$;
comment on function public.mail_notification(bigint) is 'Whom an event concerns and what the mail says. Released: a receipt to the reporters, news to the planners. Definer: see above.';

create function public.mail_overdue() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('authority', private.authority_document(a), 'overdue', x.final, 'interimOverdue', x.interim, 'oldest', x.oldest,
		'recipients', private.planners_of(a.id))), '[]')
	from public.authorities a cross join lateral (
		select count(*) filter (where r.final_due_on < private.today()) as final,
			count(*) filter (where r.interim_at is null and r.interim_due_on < private.today() and r.final_due_on >= private.today()) as interim, min(r.final_due_on) as oldest
		from public.need_reports r where r.authority_id = a.id and r.final_at is null
			and (r.final_due_on < private.today() or r.interim_at is null and r.interim_due_on < private.today())) x
	where x.final + x.interim > 0
$$;
comment on function public.mail_overdue() is 'Per authority how many reports are overdue today, and whom to tell. Definer: see above.';

create function public.mail_barrier_report(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('number', b.number, 'dueOn', b.due_on, 'authority', private.authority_document(a), 'recipients', (
		select coalesce(jsonb_agg(distinct r.value), '[]') from public.organisations o cross join lateral jsonb_array_elements(private.recipients(o.id, '{planner,administrator}')) r
		where o.authority_id = b.authority_id and o.kind = 'authority'))
	from public.barrier_reports b join public.authorities a on a.id = b.authority_id where b.id = p_id
$$;
comment on function public.mail_barrier_report(uuid) is 'Number, due date and recipients of the news about a barrier report. Definer: see above.';

create function public.purge_expired() returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.sessions where expires_at < now() - interval '30 days' or ended_at < now() - interval '30 days';
	delete from private.sign_ins where expires_at < now() - interval '1 day';
	delete from private.throttles where started_at < now() - interval '1 day';
	delete from private.kept_forms where created_at < now() - interval '30 days';
	delete from private.mails where queued_at < now() - interval '12 months';
$$;
comment on function public.purge_expired() is 'Nightly: forgets what is no longer needed. Definer: secrets.';

revoke execute on all functions in schema public from public;
grant execute on function public.mail_notification(bigint), public.mail_overdue(), public.mail_barrier_report(uuid), public.purge_expired() to service_role;
grant execute on function public.administration(uuid), public.administration_of_organisation(uuid), public.my_organisations(), public.add_organisation(uuid, text, text, uuid, text, text, text),
	public.change_organisation(uuid, text, text, text, text), public.add_post(uuid, text, text, text), public.change_post(uuid, text, text), public.abolish_post(uuid),
	public.invite(uuid, text, date, date, text, text, text, text), public.revoke_invitation(uuid), public.change_term(uuid, date), public.end_holding(uuid),
	public.set_reply_clock(uuid, integer, integer), public.change_name(text, text, text) to authenticated;
