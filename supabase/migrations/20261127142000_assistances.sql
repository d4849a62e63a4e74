-- Why: some members read, type or travel with somebody's help. Until now that meant sharing a letterbox. A member names an
-- assistant, who signs in with an own account and acts visibly for the member: reads what the member reads, writes where the
-- member writes, and never speaks for the organisation. Each entry keeps both names.

alter table public.holdings add unique (authority_id, id);

create table public.assistances (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	holding_id uuid not null,
	salutation text check (salutation in ('Frau', 'Herr')),
	given_name text not null check (length(btrim(given_name)) between 1 and 80),
	family_name text not null check (length(btrim(family_name)) between 1 and 80),
	email text not null check (private.is_email(email)),
	ends_on date not null,
	token_hash text unique check (length(token_hash) = 64),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	assistant_id uuid references public.people on delete set null,
	revoked_at timestamptz,
	foreign key (authority_id, holding_id) references public.holdings (authority_id, id) on delete cascade
);
comment on table public.assistances is
	'Whom a member named to assist in a post, until when. It belongs to the holding: when that ends, it ends. Begins when the invitation is accepted; the link''s secret is granted to nobody.';
comment on column public.assistances.ends_on is 'Last day, included.';
create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.assistances
	for each row execute function private.refuse_unreadable_name();
create index on public.assistances (authority_id, holding_id);
create index on public.assistances (holding_id);
create index on public.assistances (assistant_id);
create unique index assistances_open_once on public.assistances (holding_id, lower(email)) where revoked_at is null;
alter table public.assistances enable row level security;

create function private.is_open(a public.assistances) returns boolean
language sql stable set search_path = '' as $$
	select a.revoked_at is null and a.ends_on >= private.today()
$$;
comment on function private.is_open(public.assistances) is 'Neither taken back nor over.';

create function private.assisted_posts(p_person uuid) returns table (post_id uuid, organisation_id uuid, authority_id uuid, kind text, ends_on date, for_person_id uuid)
language sql stable set search_path = '' rows 1 as $$
	select p.id, p.organisation_id, p.authority_id, case when p.kind in ('clerk', 'releasing_head', 'council_chair', 'council_office', 'committee_officer')
		then 'writing_assistant' else 'reading_assistant' end, least(a.ends_on, h.ends_on), h.person_id
	from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id
	where a.assistant_id = p_person and a.accepted_at is not null and private.is_open(a) and private.is_current(h) and p.abolished_on is null
		and p.kind not in ('planner', 'administrator')
$$;
comment on function private.assisted_posts(uuid) is
	'Posts in which a person assists today, and whom. Their kind is one of its own: nothing that asks for a head, a chair, a vote or a planner finds an assistant.';

-- What a person has rights from: the posts one holds, whatever that asks for, and those in which one assists.
alter function private.my_posts() rename to held_posts;
create function private.my_posts() returns table (post_id uuid, organisation_id uuid, authority_id uuid, kind text, capacity text)
language sql stable security definer set search_path = '' rows 3 as $$
	select h.post_id, h.organisation_id, h.authority_id, h.kind, h.capacity from private.held_posts() h
	union all
	select a.post_id, a.organisation_id, a.authority_id, a.kind, 'assistant' from private.assisted_posts(private.person_id()) a
$$;
comment on function private.my_posts() is
	'The posts the person holds today, and those in which one assists (capacity assistant, kind writing_assistant or reading_assistant). Definer: policies on holdings and posts ask it.';
revoke execute on function private.held_posts() from authenticated, service_role;
grant execute on function private.my_posts() to authenticated, service_role;

create or replace function private.participating_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['planner', 'clerk', 'releasing_head', 'council_chair', 'council_voting', 'council_advisory', 'council_substitute', 'council_office',
		'committee_officer', 'writing_assistant', 'reading_assistant']
$$;
comment on function private.participating_kinds() is
	'Who takes part in the planning: all but the administrator, who runs the platform and reads no reports. Assistants read what their member reads.';
create or replace function private.writing_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['clerk', 'releasing_head', 'council_chair', 'council_office', 'committee_officer', 'writing_assistant']
$$;
comment on function private.writing_kinds() is 'Who writes for an organisation; the assistant of somebody who does, does so too.';

create or replace function private.acting_post(p_organisation uuid, p_kinds text[]) returns uuid
language sql stable security definer set search_path = '' as $$
	select post_id from private.my_posts() where organisation_id = p_organisation and kind = any (p_kinds)
	order by capacity = 'assistant', capacity = 'deputy', array_position(p_kinds, kind) limit 1
$$;
comment on function private.acting_post(uuid, text[]) is 'The post in which the person acts for an organisation: an own one first, then one in which one assists. Definer: see my_posts.';

create function private.assisted_in(p_post uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select a.for_person_id from private.assisted_posts(private.person_id()) a
	where a.post_id = p_post and not exists (select from private.held_posts() h where h.post_id = p_post) order by a.for_person_id limit 1
$$;
comment on function private.assisted_in(uuid) is 'For whom the person acts in this post; null when it is an own one. Definer: see my_posts.';

-- Each entry keeps both.
alter table public.need_report_drafts add column written_for uuid references public.people on delete set null;
alter table public.need_reports add column written_for uuid references public.people on delete set null;
alter table public.need_report_messages add column for_person_id uuid references public.people on delete set null;
alter table public.need_report_gap_answers add column for_person_id uuid references public.people on delete set null;
alter table public.events add column for_person_id uuid references public.people on delete set null;
comment on column public.need_report_drafts.written_for is 'The member whom the writer assists.';
comment on column public.need_reports.written_for is 'The member whom the writer assists.';
comment on column public.need_report_messages.for_person_id is 'The member whom the writer assists.';
comment on column public.need_report_gap_answers.for_person_id is 'The member whom the writer assists.';
comment on column public.events.for_person_id is 'The member whom the person assists; the name of the time is in detail (forPerson).';
create index on public.need_report_drafts (written_for);
create index on public.need_reports (written_for);
create index on public.need_report_messages (for_person_id);
create index on public.need_report_gap_answers (for_person_id);
create index on public.events (for_person_id);

create function private.stamp_written_for() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_table_name = 'need_report_drafts' then
		new.written_for := private.assisted_in(new.written_in);
	else
		new.written_for := (select d.written_for from public.need_report_drafts d where d.id = new.id);
	end if;
	return new;
end
$$;
comment on function private.stamp_written_for() is 'Notes the member whom a draft''s writer assists; the report takes it over. Definer: reads past the caller''s policies.';
create trigger stamp_written_for before insert on public.need_report_drafts for each row execute function private.stamp_written_for();
create trigger stamp_written_for before insert on public.need_reports for each row execute function private.stamp_written_for();

create function private.stamp_for_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.for_person_id := private.assisted_in(new.post_id);
	return new;
end
$$;
comment on function private.stamp_for_person() is 'Notes the member whom the writer assists, after person and post were stamped. Definer: see assisted_in.';
create trigger stamp_for_person before insert on public.need_report_messages for each row execute function private.stamp_for_person();
create trigger stamp_for_person before insert on public.need_report_gap_answers for each row execute function private.stamp_for_person();

create or replace function private.keep_submitted_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_may_change text[] := array['state', 'assessed_field', 'responsible_level', 'need_id', 'office_id', 'office_due_on', 'interim_at', 'final_at',
	'decision', 'gap_verdict', 'gap_asked_at', 'gap_answered_at', 'written_by', 'written_in', 'released_by', 'released_in', 'entered_by', 'entered_in', 'written_for', 'search'];
begin
	if to_jsonb(new) - v_may_change <> to_jsonb(old) - v_may_change then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;

create function private.stamp_event_for_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.for_person_id := case when new.person_id = private.person_id() then private.assisted_in(new.post_id) end;
	if new.for_person_id is not null then
		new.detail := new.detail || jsonb_build_object('forPerson', private.name_of(new.for_person_id));
	end if;
	return new;
end
$$;
comment on function private.stamp_event_for_person() is 'The chronicle names the member where an assistant acted, with the name of the time. Definer: see assisted_in.';
create trigger stamp_for_person before insert on public.events for each row execute function private.stamp_event_for_person();

create or replace function private.after_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.record_event(new.authority_id, new.id, null, new.organisation_id,
		case when new.is_transcription then 'entered' else 'released' end, new.id, coalesce(new.released_by, new.entered_by), coalesce(new.released_in, new.entered_in),
		private.source_detail(new.channel, (new.received_at at time zone 'Europe/Berlin')::date, new.given_by, new.is_transcription, new.organisation_name)
		|| jsonb_strip_nulls(jsonb_build_object(
			'writtenBy', (select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = new.written_by and id is distinct from new.released_by),
			'writtenIn', (select title from public.posts where id = new.written_in and new.written_by is distinct from new.released_by),
			'writtenFor', private.name_of(new.written_for),
			'joins', (select number from public.need_reports where id = new.joins_report_id))), true);
	return null;
end
$$;
comment on function private.after_report() is 'First line of a report''s chronicle: who released or entered it, who wrote it, how it came.';

-- Naming an assistant.
insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	('assistances', 'Beendete Assistenzen und Einladungen dazu', '12 months', 'delete', 'public.assistances', 'least(revoked_at, ends_on, case when accepted_at is null then expires_at end) < $1',
		'Art. 5 Abs. 1 e DSGVO; eine Assistenz kann auf eine Behinderung hinweisen');

create policy "members and assistants read their assistances" on public.assistances for select to authenticated
	using (assistant_id = (select private.person_id())
		or holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id())));
create policy "members name assistants for their posts" on public.assistances for insert to authenticated
	with check (holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id()) and private.is_current(h)));
create policy "members and assistants end an assistance" on public.assistances for update to authenticated
	using (revoked_at is null and (assistant_id = (select private.person_id())
		or holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id()))))
	with check (assistant_id = (select private.person_id())
		or holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id())));
grant select (id, authority_id, holding_id, salutation, given_name, family_name, email, ends_on, created_at, expires_at, accepted_at, assistant_id, revoked_at)
	on public.assistances to authenticated;
grant insert (holding_id, salutation, given_name, family_name, email, ends_on), update (revoked_at) on public.assistances to authenticated;

create function private.stamp_assistance() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_kind text; v_email text;
begin
	select h.authority_id, p.kind, pe.email into new.authority_id, v_kind, v_email
	from public.holdings h join public.posts p on p.id = h.post_id join public.people pe on pe.id = h.person_id where h.id = new.holding_id;
	if v_kind in ('planner', 'administrator') then
		raise exception 'errors_post_without_assistant' using errcode = 'RULED';
	elsif lower(btrim(new.email)) = lower(v_email) then
		raise exception 'errors_assistant_is_oneself' using errcode = 'RULED';
	elsif new.ends_on < private.today() then
		raise exception 'errors_date_is_past' using errcode = 'RULED';
	elsif (select count(*) from public.assistances a where a.holding_id = new.holding_id and a.created_at > now() - interval '1 day') >= 10 then
		raise exception 'too many' using errcode = 'LIMIT';
	end if;
	return new;
end
$$;
comment on function private.stamp_assistance() is
	'Fills the tenant of an assistance; planning and administering cannot be assisted, nor oneself; ten invitations a day. Definer: addresses are granted to nobody.';
create trigger stamp before insert on public.assistances for each row execute function private.stamp_assistance();
create trigger stamp_end before update of revoked_at on public.assistances for each row execute function private.stamp_end();

create function private.record_assistance() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into public.administration_events (authority_id, kind, subject, person_id)
	select new.authority_id, 'assistances_' || case when tg_op = 'INSERT' then 'insert' when new.revoked_at is not null then 'revoke' else 'accept' end,
		concat_ws(' ', new.salutation, new.given_name, new.family_name) || ' – ' || private.name_of(h.person_id) || ', ' || p.title || ', ' || o.name,
		coalesce(private.person_id(), new.assistant_id)
	from public.holdings h join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id where h.id = new.holding_id;
	return null;
end
$$;
comment on function private.record_assistance() is 'Notes in the record of rights who assists whom. Definer: nobody may write it by hand.';
create trigger record_assistance after insert or update of accepted_at, revoked_at on public.assistances for each row execute function private.record_assistance();

create function public.name_assistant(p_holding uuid, p_salutation text, p_given_name text, p_family_name text, p_email text, p_ends_on date) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(exists (select from public.holdings h where h.id = p_holding and h.person_id = private.person_id() and private.is_current(h)));
	perform pg_advisory_xact_lock(hashtextextended('name assistant ' || p_holding, 0));
	update public.assistances set revoked_at = now() where holding_id = p_holding and lower(email) = lower(btrim(p_email)) and revoked_at is null;
	insert into public.assistances (holding_id, salutation, given_name, family_name, email, ends_on)
	values (p_holding, p_salutation, btrim(p_given_name), btrim(p_family_name), btrim(p_email), p_ends_on) returning id into v_id;
	return v_id;
end
$$;
comment on function public.name_assistant(uuid, text, text, text, text, date) is
	'Names an assistant for one of one''s own posts. The same address named again replaces the older naming; it is invited anew. The server then draws the link''s secret (assistance_token) and mails it.';

create function public.end_assistance(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.assistances set revoked_at = now() where id = p_id and revoked_at is null;
	perform private.require(found);
end
$$;
comment on function public.end_assistance(uuid) is 'Ends an assistance, or takes its invitation back, at once: the member, or the assistant.';

create function public.my_assistances() returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'holdings', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'title', p.title, 'organisationName', o.name, 'endsOn', h.ends_on) order by p.created_at, p.id), '[]')
			from public.holdings h join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
			where h.person_id = private.person_id() and private.is_current(h) and p.abolished_on is null and p.kind not in ('planner', 'administrator')),
		'assistants', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', concat_ws(' ', a.salutation, a.given_name, a.family_name), 'email', a.email,
			'postTitle', p.title, 'organisationName', o.name, 'endsOn', least(a.ends_on, h.ends_on), 'isAccepted', a.accepted_at is not null,
			'isExpired', a.accepted_at is null and a.expires_at <= now()) order by a.created_at desc), '[]')
			from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
			where h.person_id = private.person_id() and private.is_current(h) and a.revoked_at is null and a.ends_on >= private.today()),
		'members', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', private.name_of(h.person_id), 'postTitle', p.title, 'organisationName', o.name,
			'endsOn', least(a.ends_on, h.ends_on)) order by a.accepted_at), '[]')
			from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
			where a.assistant_id = private.person_id() and a.accepted_at is not null and a.revoked_at is null and a.ends_on >= private.today() and private.is_current(h)))
$$;
comment on function public.my_assistances() is '{holdings one may name assistants for, assistants one named, members one assists}, present ones only.';

-- Secrets: for the server only.
create function public.assistance_token(p_id uuid, p_token_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.assistances set token_hash = p_token_hash where id = p_id and accepted_at is null and revoked_at is null
$$;
comment on function public.assistance_token(uuid, text) is 'Gives an open invitation the secret of the link about to be mailed. Definer and for the server only: see invitation_token.';

create function public.assistance_find(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('id', a.id, 'email', a.email, 'salutation', a.salutation, 'givenName', a.given_name, 'familyName', a.family_name,
		'memberName', private.name_of(h.person_id), 'postTitle', p.title, 'organisationName', o.name, 'authorityName', au.name, 'mayWrite', p.kind = any (private.writing_kinds()),
		'endsOn', least(a.ends_on, h.ends_on), 'expiresAt', a.expires_at,
		'isOpen', a.accepted_at is null and a.expires_at > now() and private.is_open(a) and private.is_current(h) and p.abolished_on is null)
	from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id
	join public.organisations o on o.id = p.organisation_id join public.authorities au on au.id = a.authority_id where a.token_hash = p_token_hash
$$;
comment on function public.assistance_find(text) is 'What the link of an assistance shows before one accepts. Definer: the guest is nobody yet.';

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
	update public.assistances set accepted_at = now(), assistant_id = v_person where id = v.id;
	return v_person;
end
$$;
comment on function public.assistance_accept(text) is 'Begins an assistance, once; makes the person if new. EXPIR otherwise. Definer: the guest is nobody yet.';

create or replace function private.posts_of(p_person uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', x.kind, 'title', p.title, 'capacity', x.capacity,
		'organisationId', o.id, 'organisationName', o.name, 'organisationKind', o.kind, 'authorityId', p.authority_id, 'endsOn', x.ends_on,
		'forPerson', private.name_of(x.for_person_id))
		order by x.capacity = 'assistant', x.capacity = 'deputy', p.created_at, p.id, x.for_person_id), '[]')
	from (
		select h.post_id, p.kind, h.capacity, h.ends_on, null::uuid as for_person_id from public.holdings h join public.posts p on p.id = h.post_id
		where h.person_id = p_person and private.is_current(h) and p.abolished_on is null
		union all
		select a.post_id, a.kind, 'assistant', a.ends_on, a.for_person_id from private.assisted_posts(p_person) a) x
	join public.posts p on p.id = x.post_id join public.organisations o on o.id = p.organisation_id
$$;
comment on function private.posts_of(uuid) is 'The posts a person holds today and those in which one assists (capacity assistant, forPerson), for the session.';

create function private.assistants_of(p_organisation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', concat_ws(' ', a.salutation, a.given_name, a.family_name), 'memberName', private.name_of(h.person_id),
		'postTitle', p.title, 'endsOn', least(a.ends_on, h.ends_on), 'isAccepted', a.accepted_at is not null) order by a.created_at), '[]')
	from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id
	where p.organisation_id = p_organisation and private.is_open(a) and private.is_current(h)
		and p.authority_id in (select private.my_authorities('{administrator}'))
$$;
comment on function private.assistants_of(uuid) is 'Who assists whom in an organisation, names only, for its administrator. Definer: assistances are the member''s own.';
grant execute on function private.assistants_of(uuid) to authenticated;

create or replace function public.administration_of_organisation(p_id uuid) returns jsonb
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
		'assistants', private.assistants_of(o.id),
		'invitations', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', concat_ws(' ', i.salutation, i.given_name, i.family_name), 'email', i.email,
			'postTitle', p.title, 'capacity', i.capacity, 'createdAt', i.created_at, 'expiresAt', i.expires_at, 'isExpired', i.expires_at <= now()) order by i.created_at desc), '[]')
			from public.invitations i join public.posts p on p.id = i.post_id
			where p.organisation_id = o.id and i.accepted_at is null and i.revoked_at is null));
end
$$;
comment on function public.administration_of_organisation(uuid) is 'One organisation for the administrator: posts, holdings, invitations, assistants by name.';

create or replace function public.need_report_draft(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.need_report_drafts; o public.organisations;
begin
	select * into v from public.need_report_drafts where id = p_id;
	perform private.require(v.id is not null);
	select * into o from public.organisations where id = v.organisation_id;
	return jsonb_build_object(
		'id', v.id, 'revision', v.revision, 'answers', v.answers, 'savedAt', v.saved_at, 'handedInAt', v.handed_in_at,
		'returnedAt', v.returned_at, 'returnReason', v.return_reason, 'writtenBy', private.name_of(v.written_by), 'writtenFor', private.name_of(v.written_for),
		'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
		'isTranscription', v.is_transcription, 'channel', v.channel, 'receivedOn', v.received_on, 'givenBy', v.given_by,
		'mayNameSource', private.may_name_source(o.kind), 'survey', private.survey_of(v.addressee_id),
		'joins', (select jsonb_build_object('number', r.number, 'title', r.title, 'organisationName', r.organisation_name)
			from public.need_reports r where r.id = v.joins_report_id),
		'missing', private.missing_answers(v.answers), 'invalid', private.invalid_answers(v.answers),
		'municipalities', (select coalesce(jsonb_agg(jsonb_build_object('ags', m.ags, 'name', m.name) order by m.name), '[]') from public.municipalities m
			where m.authority_id = v.authority_id and (o.kind not in ('municipality', 'association') or m.administration_id = o.id)),
		'releasers', (select coalesce(jsonb_agg(distinct jsonb_build_object('name', private.name_of(h.person_id), 'title', p.title)), '[]')
			from public.posts p join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = o.id and p.abolished_on is null and p.kind = any (private.releasing_kinds())),
		'finalDays', (select final_days from public.authorities where id = v.authority_id),
		'canWrite', v.is_transcription or o.id in (select private.my_organisations(private.writing_kinds())),
		'canRelease', v.is_transcription or o.id in (select private.my_organisations(private.releasing_kinds())));
end
$$;
comment on function public.need_report_draft(uuid) is 'All that the pages of one draft show. NOTFD for everybody outside the organisation; of a transcription for everybody outside the planning.';

create or replace function public.sample_people() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('personId', x.id, 'name', x.name, 'posts', x.posts) order by x.created_at, x.id), '[]')
	from (
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name) as name, min(p.created_at) as created_at,
			jsonb_agg(jsonb_build_object('title', p.title, 'kind', p.kind, 'organisationName', o.name) order by h.capacity = 'deputy', p.id) as posts
		from public.people pe join public.holdings h on h.person_id = pe.id and private.is_current(h)
		join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example'
		group by pe.id
		union all
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name), min(p.created_at),
			jsonb_agg(jsonb_build_object('title', p.title, 'kind', s.kind, 'organisationName', o.name, 'forPerson', private.name_of(s.for_person_id)) order by p.id)
		from public.people pe cross join lateral private.assisted_posts(pe.id) s
		join public.posts p on p.id = s.post_id join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example' and not exists (select from public.holdings h where h.person_id = pe.id and private.is_current(h))
		group by pe.id) x
$$;

revoke execute on function public.name_assistant(uuid, text, text, text, text, date), public.end_assistance(uuid), public.my_assistances(),
	public.assistance_token(uuid, text), public.assistance_find(text), public.assistance_accept(text) from public, anon, authenticated;
grant execute on function public.name_assistant(uuid, text, text, text, text, date), public.end_assistance(uuid), public.my_assistances() to authenticated;
grant execute on function public.assistance_token(uuid, text), public.assistance_find(text), public.assistance_accept(text) to service_role;
