-- Why: "who signed in, who took the list away, who changed the rights?" has to have an answer, and the answer must not be
-- editable by whoever it is about. Rights stand in administration_events already; sign-ins, exports and the operator's
-- commands join them here. No contents and no addresses: what was done, by whom, how much of it.

create table private.audit_entries (
	id bigint generated always as identity primary key,
	authority_id uuid references public.authorities on delete restrict,
	person_id uuid,
	kind text not null check (kind ~ '^[a-z][a-z_]{2,40}$'),
	detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object' and pg_column_size(detail) <= 2000 and strpos(detail::text, '@') = 0),
	created_at timestamptz not null default now()
);
comment on table private.audit_entries is
	'Sign-ins, ended sessions, exports, the operator''s commands. Grows only: the database refuses every change, and every deletion before 24 months are over.';
comment on column private.audit_entries.authority_id is 'Null for what concerns the whole installation (a backup), and for attempts to sign in that belong to nobody.';
comment on column private.audit_entries.person_id is 'No foreign key on purpose: when an account is deleted the entry stays as it was, and the number leads to nobody.';
comment on column private.audit_entries.detail is 'Numbers and chosen words; never what somebody typed. An @ is refused, so that no address slips in.';
create index on private.audit_entries (authority_id, created_at desc);
create index on private.audit_entries (created_at);
create index on public.administration_events (authority_id, created_at desc);
alter table private.audit_entries enable row level security;
create policy "administrators read the audit log of their authority and of the installation" on private.audit_entries for select to authenticated
	using (authority_id in (select private.my_authorities('{administrator}'))
		or authority_id is null and kind like 'operator\_%' and exists (select from private.my_authorities('{administrator}')));
grant select on private.audit_entries to authenticated;

-- A link's secret is drawn whenever its mail is sent. That is no change of rights, and the audit log named it one.
drop trigger record_administration on public.invitations;
create trigger record_administration after insert or update of accepted_at, revoked_at on public.invitations
	for each row execute function private.record_administration();

create function private.audit_age() returns interval language sql immutable set search_path = '' as $$ select interval '24 months' $$;
comment on function private.audit_age() is 'How long the audit log is kept at least and at most. Source: operating manual, retention; Art. 5 (1) e and Art. 32 DSGVO.';
grant execute on function private.audit_age() to service_role;

-- Not a matter of grants: these refuse the owner and the server's role too.
create function private.refuse_audit_change() returns trigger
language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' and old.created_at < now() - private.audit_age() then
		return old;
	end if;
	raise exception 'the audit log only grows' using errcode = 'FINAL';
end
$$;
comment on function private.refuse_audit_change() is 'The audit log is changed by nobody, whatever their role; entries go when their time is over, not before.';
create trigger refuse_change before update or delete on private.audit_entries for each row execute function private.refuse_audit_change();
create trigger refuse_truncate before truncate on private.audit_entries for each statement execute function private.refuse_audit_change();

create function private.audit(p_authority uuid, p_person uuid, p_kind text, p_detail jsonb default '{}') returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	insert into private.audit_entries (authority_id, person_id, kind, detail)
	select distinct p.authority_id, p_person, p_kind, p_detail
	from public.holdings h join public.posts p on p.id = h.post_id and p.abolished_on is null
	where p_authority is null and h.person_id = p_person and private.is_current(h);
	if not found then
		insert into private.audit_entries (authority_id, person_id, kind, detail) values (p_authority, p_person, p_kind, p_detail);
	end if;
end
$$;
comment on function private.audit(uuid, uuid, text, jsonb) is
	'The one way into the audit log. Without an authority: one entry for each in which the person holds a post today. Definer: nobody may write it by hand.';

-- Whoever changes a person keeps this index and so calls its function.
grant execute on function private.account_hash(text) to authenticated;
create index on public.people (private.account_hash(email));

create function private.audit_failed_sign_in(p_account_hash text, p_count integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_detail jsonb := jsonb_build_object('account', left(p_account_hash, 8), 'count', p_count);
begin
	insert into private.audit_entries (authority_id, kind, detail)
	select distinct p.authority_id, 'sign_in_failed', v_detail
	from public.people pe join public.holdings h on h.person_id = pe.id join public.posts p on p.id = h.post_id and p.abolished_on is null
	where private.account_hash(pe.email) = p_account_hash and private.is_current(h);
	if not found then
		perform private.audit(null, null, 'sign_in_failed', v_detail);
	end if;
end
$$;
comment on function private.audit_failed_sign_in(text, integer) is
	'A wrong code or password: the how manyth of the day for which account, known by the beginning of its hash. Whose account it is does not say who tried. Definer: as private.audit.';

create function private.audit_wrong_code() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.audit_failed_sign_in(split_part(new.key, ':', 3), new.count);
	return null;
end
$$;
comment on function private.audit_wrong_code() is 'Where wrong tries of an account are counted they are recorded. Definer: as private.audit.';
create trigger audit_wrong_code after insert or update of count on private.throttles for each row
	when (new.key like 'wrong:account:%' or new.key like 'failed:account:%') execute function private.audit_wrong_code();

create function public.sign_in_failed(p_email text) returns void
language sql volatile security definer set search_path = '' as $$
	select private.count_attempt('failed:account:' || private.account_hash(p_email), '1 day')
$$;
comment on function public.sign_in_failed(text) is 'A password was wrong: counted for the audit log, whether there is such an account or not. Definer and for the server only.';

create function private.audit_session() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.audit(null, new.person_id, case when new.ended_at is null then 'signed_in' else 'session_ended' end);
	return null;
end
$$;
comment on function private.audit_session() is 'Sign-ins and ended sessions, whichever way they came about. Definer: as private.audit.';
create trigger audit_start after insert on private.sessions for each row execute function private.audit_session();
create trigger audit_end after update of ended_at on private.sessions for each row
	when (old.ended_at is null and new.ended_at is not null) execute function private.audit_session();

create function private.filter_words(p_filter jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(jsonb_object_agg(left(key, 40), case when key in ('q', 'search', 'suche') or value !~ '^[A-Za-z0-9_-]{1,60}$' then '…' else value end), '{}')
	from jsonb_each_text(p_filter) where value <> ''
$$;
comment on function private.filter_words(jsonb) is 'A filter without what somebody typed: chosen words stay, free text becomes "…".';

create function private.audit_export(p_authority uuid, p_kind text, p_rows integer, p_filter jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities()));
	perform private.require_choice('kind', p_kind ~ '^[a-z][a-z_]{1,40}$' and p_rows >= 0 and jsonb_typeof(p_filter) = 'object');
	perform private.audit(p_authority, private.person_id(), 'exported',
		jsonb_build_object('list', p_kind, 'rows', p_rows, 'filter', private.filter_words(p_filter)));
end
$$;
comment on function private.audit_export(uuid, text, integer, jsonb) is 'Who took which list away. Definer: nobody writes the audit log by hand; one writes only in one''s own name.';
grant execute on function private.audit_export(uuid, text, integer, jsonb) to authenticated;

create function public.audit_export(p_authority uuid, p_kind text, p_rows integer, p_filter jsonb default '{}') returns void
language sql volatile set search_path = '' as $$ select private.audit_export(p_authority, p_kind, p_rows, p_filter) $$;
comment on function public.audit_export(uuid, text, integer, jsonb) is
	'To be called with every export: the list''s name, its rows, the filter as chosen. NOTFD for an authority one holds no post in.';

create function private.audit_topic(p_kind text) returns text
language sql immutable set search_path = '' as $$
	select case when p_kind like 'operator\_%' then 'operator' when p_kind like 'export%' then 'exports'
		when p_kind in ('signed_in', 'session_ended', 'sign_in_failed', 'token_made', 'token_revoked') then 'sign_ins' else 'other' end
$$;
comment on function private.audit_topic(text) is 'The heading a kind is found under on the page of the audit log.';
grant execute on function private.audit_topic(text) to authenticated;

create view public.audit_log with (security_invoker = true) as
	select authority_id, 'r' || id as key, 'rights' as topic, kind, jsonb_build_object('subject', subject) as detail, person_id, created_at
	from public.administration_events
	union all
	select authority_id, 'a' || id, private.audit_topic(kind), kind, detail, person_id, created_at
	from private.audit_entries;
comment on view public.audit_log is 'The audit log as one: who changed which right, signed in, took a list away, ran a command. Whoever asks sees what the policies of both tables show.';
grant select on public.audit_log to authenticated;

create function public.list_audit_log(p_authority uuid, p_topic text default null, p_month text default null, p_after text default null)
returns table (key text, topic text, kind text, detail jsonb, person_name text, created_at timestamptz)
language plpgsql stable set search_path = '' as $$
declare v_from timestamptz := '-infinity'; v_to timestamptz := 'infinity'; v_at timestamptz := 'infinity';
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	if p_month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$' then
		v_from := (p_month || '-01')::timestamp at time zone 'Europe/Berlin';
		v_to := ((p_month || '-01')::timestamp + interval '1 month') at time zone 'Europe/Berlin';
	end if;
	if p_after is not null then
		-- In its table and by its number: the key of the view is made up of both, and no index knows it.
		v_at := case
			when p_after ~ '^a[1-9][0-9]{0,17}$' then (select e.created_at from private.audit_entries e
				where e.id = substr(p_after, 2)::bigint and (e.authority_id = p_authority or e.authority_id is null))
			when p_after ~ '^r[1-9][0-9]{0,17}$' then (select e.created_at from public.administration_events e
				where e.id = substr(p_after, 2)::bigint and e.authority_id = p_authority) end;
		perform private.require(v_at is not null);
	end if;
	return query
		select x.key, x.topic, x.kind, x.detail, private.name_of(x.person_id), x.created_at from (
			(select e.* from public.audit_log e where e.authority_id = p_authority and (p_topic is null or e.topic = p_topic)
				and e.created_at >= v_from and e.created_at < v_to and e.created_at <= v_at and (e.created_at, e.key) < (v_at, p_after)
				order by e.created_at desc, e.key desc limit 51)
			union all
			(select e.* from public.audit_log e where e.authority_id is null and (p_topic is null or e.topic = p_topic)
				and e.created_at >= v_from and e.created_at < v_to and e.created_at <= v_at and (e.created_at, e.key) < (v_at, p_after)
				order by e.created_at desc, e.key desc limit 51)) x
		order by x.created_at desc, x.key desc limit 51;
end
$$;
comment on function public.list_audit_log(uuid, text, text, text) is
	'The audit log, newest first: 50 rows and one more. p_topic: rights, sign_ins, exports, operator, other; p_month: 2026-11; p_after: key of the last row shown. NOTFD for all but administrators, and for a key that leads to no row.';

revoke execute on function public.sign_in_failed(text), public.audit_export(uuid, text, integer, jsonb), public.list_audit_log(uuid, text, text, text) from public;
grant execute on function public.sign_in_failed(text) to service_role;
grant execute on function public.audit_export(uuid, text, integer, jsonb), public.list_audit_log(uuid, text, text, text) to authenticated;
