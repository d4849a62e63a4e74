-- Why: an account belongs to its person. The address can move, the account can go, and an account nobody uses goes by
-- itself. What an office-holder did in a post stays, because the procedure has to be documented: under the post's name.

-- Proof that it is still the same person: signing in is one, a fresh code another.
alter table private.sessions add column proven_at timestamptz;
comment on column private.sessions.proven_at is 'When the person last proved within the session who it is; signing in (created_at) is such a proof too.';

create function private.is_proven(p_person uuid, p_session uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (select from private.sessions s where s.public_id = p_session and s.person_id = p_person and s.ended_at is null
		and s.expires_at > now() and coalesce(s.proven_at, s.created_at) > now() - interval '15 minutes')
$$;
comment on function private.is_proven(uuid, uuid) is 'Whether the person of a session signed in, or typed a fresh code, within the last quarter of an hour.';

create function public.session_prove(p_person uuid, p_session uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update private.sessions set proven_at = now() where public_id = p_session and person_id = p_person and ended_at is null
$$;
comment on function public.session_prove(uuid, uuid) is 'Notes that a code was typed in a running session. Definer and for the server only: it has compared the code.';

create function private.is_email(p_text text) returns boolean language sql immutable set search_path = '' as $$
	select length(p_text) <= 254 and p_text ~ '^[^@\s<>(),:;]+@[^@\s<>(),:;]+\.[^@\s<>(),:;.]+$'
$$;
comment on function private.is_email(text) is 'Looks like an e-mail address, without what is pasted around one. The forms ask the same (emailPattern).';
grant execute on function private.is_email(text) to authenticated, service_role;

-- Asked where a name is written, not of what is stored: a name of before must not keep its person from signing in.
create function private.refuse_unreadable_name() returns trigger
language plpgsql set search_path = '' as $$
begin
	if concat(new.given_name, new.family_name) ~ '[[:cntrl:]\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]' then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["familyName"]';
	end if;
	return new;
end
$$;
comment on function private.refuse_unreadable_name() is
	'A name stands in lists, mails and chronicles: nothing in it is unseen or turns the direction. Joiners stay, some scripts need them. The forms ask the same. INVAL.';
create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.people
	for each row execute function private.refuse_unreadable_name();
create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.invitations
	for each row execute function private.refuse_unreadable_name();

-- Another address. The new one proves itself by a link, the old one can object; nobody learns whose address is known.
create table private.address_changes (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	old_email text not null,
	new_email text not null check (private.is_email(new_email)),
	token_hash text not null unique check (length(token_hash) = 64),
	objection_hash text not null unique check (length(objection_hash) = 64),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '24 hours',
	confirmed_at timestamptz,
	objected_at timestamptz
);
comment on table private.address_changes is
	'Changes of an e-mail address: asked for, confirmed from the new one within a day, objected to from the old one within seven. Secrets as SHA-256; gone after 30 days.';
create index on private.address_changes (person_id);
create index on private.address_changes (created_at);
alter table private.address_changes enable row level security;

create function public.address_change_begin(p_person uuid, p_email text, p_address_hash text, p_token_hash text, p_objection_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_owner uuid := private.find_person(p_email);
begin
	perform private.throttle('address:account:' || private.account_hash(p_person::text), 5, '1 hour');
	perform private.throttle('address:to:' || private.account_hash(p_email), 5, '1 day');
	perform private.throttle('address:address:' || p_address_hash, 30, '1 hour');
	update private.address_changes set expires_at = least(expires_at, now()) where person_id = p_person and confirmed_at is null;
	insert into private.address_changes (person_id, old_email, new_email, token_hash, objection_hash)
	select id, email, btrim(p_email), p_token_hash, p_objection_hash from public.people where id = p_person;
	return jsonb_build_object('isTaken', v_owner is not null, 'reader', (select jsonb_build_object(
		'locale', locale, 'salutation', salutation, 'familyName', family_name) from public.people where id = coalesce(v_owner, p_person)));
end
$$;
comment on function public.address_change_begin(uuid, text, text, text, text) is
	'Asks for another address. `isTaken` and `reader` are for the mail to that address only and must never reach the page. LIMIT: too many. Definer and for the server only.';

create function public.address_change_confirm(p_token_hash text, p_session uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.address_changes;
begin
	select * into v from private.address_changes where token_hash = p_token_hash for update;
	if v.id is null or v.confirmed_at is not null or v.objected_at is not null or v.expires_at <= now()
		or exists (select from public.people where lower(email) = lower(v.new_email) and id <> v.person_id) then
		return jsonb_build_object('isDone', false, 'ended', '[]'::jsonb);
	end if;
	update public.people set email = v.new_email where id = v.person_id;
	update private.address_changes set confirmed_at = now() where id = v.id;
	update private.sign_ins set expires_at = least(expires_at, now()) where person_id = v.person_id;
	return jsonb_build_object('isDone', true, 'ended', to_jsonb(public.session_end_of(v.person_id, null, p_session)));
end
$$;
comment on function public.address_change_confirm(text, uuid) is
	'The new address proves itself, once and within a day; all sessions but this one and every code under way end. Not done also stands for never known. Definer and for the server only.';

create function public.address_change_object(p_objection_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.address_changes;
begin
	select * into v from private.address_changes where objection_hash = p_objection_hash and objected_at is null
		and coalesce(confirmed_at, created_at) > now() - interval '7 days' for update;
	if v.id is null or exists (select from public.people where lower(email) = lower(v.old_email) and id <> v.person_id) then
		return jsonb_build_object('isDone', false, 'ended', '[]'::jsonb);
	end if;
	-- Whatever was set up since then in the person's name goes too.
	update private.address_changes set objected_at = now() where person_id = v.person_id and created_at >= v.created_at and objected_at is null;
	update public.people set email = v.old_email where id = v.person_id and email <> v.old_email;
	update private.sign_ins set expires_at = least(expires_at, now()) where person_id = v.person_id;
	delete from private.passwords where person_id = v.person_id and changed_at >= v.created_at;
	perform private.forget_second_factor(f.person_id) from private.second_factors f where f.person_id = v.person_id and f.confirmed_at >= v.created_at;
	update private.access_tokens set revoked_at = now() where person_id = v.person_id and created_at >= v.created_at and revoked_at is null;
	delete from private.feeds where person_id = v.person_id and created_at >= v.created_at;
	update public.assistances a set revoked_at = now() from public.holdings h
	where h.id = a.holding_id and h.person_id = v.person_id and a.created_at >= v.created_at and a.revoked_at is null;
	return jsonb_build_object('isDone', true, 'ended', to_jsonb(public.session_end_of(v.person_id)));
end
$$;
comment on function public.address_change_object(text) is
	'"Das war ich nicht": within seven days the old address counts again; every session ends, and what was set up since then: password, second factor, tokens, feed, assistants. Definer and for the server only.';

-- Leaving. Names go, what was done in a post stays under the post.
create or replace function private.keep_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_old jsonb := to_jsonb(old); v_new jsonb := to_jsonb(new); v_gone text[];
begin
	v_gone := array(select o.key from jsonb_each(v_old) o where o.key ~ '(^|_)(person_id|post_id|by|in|for)$' and v_new -> o.key = 'null');
	v_old := v_old - v_gone;
	v_new := v_new - v_gone;
	if v_old ? 'person_name' and v_new ->> 'person_name' is null then
		v_old := jsonb_set(v_old, '{person_name}', 'null');
	end if;
	if v_new ? 'detail' then
		v_old := jsonb_set(v_old, '{detail}', (v_old -> 'detail') - array(select k from unnest(array['writtenBy', 'writtenFor', 'forPerson']) k where not v_new -> 'detail' ? k));
	end if;
	if v_new <> v_old then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_words() is
	'What was written below a report stays as it was, for the owner of the database too. Only a link to a person or post may go, and a name with it; neither ever becomes another one.';

create function private.mentions(p_text text, p_word text) returns boolean
language sql immutable set search_path = '' as $$
	select coalesce(p_text ~* ('(^|[^[:alnum:]])' || regexp_replace(p_word, '([^[:alnum:]])', '\\\1', 'g') || '($|[^[:alnum:]])'), false)
$$;
comment on function private.mentions(text, text) is 'Whether a text names somebody, as a whole word.';

create function private.delete_person(p_person uuid, p_kind text) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
declare v public.people; v_addresses text[]; v_called text; v_sessions text[]; v_table regclass;
begin
	select * into v from public.people where id = p_person for update;
	if v.id is null then
		return '{}';
	end if;
	v_called := concat_ws(' ', coalesce(v.salutation, v.given_name), v.family_name);
	select array_agg(distinct lower(x.email)) || lower(v.email) into v_addresses
	from private.address_changes c cross join lateral (values (c.old_email), (c.new_email)) x (email) where c.person_id = p_person and c.confirmed_at is not null;
	v_addresses := coalesce(v_addresses, array[lower(v.email)]);
	v_sessions := array(select id_hash from private.sessions where person_id = p_person);
	insert into public.administration_events (authority_id, kind, subject)
	select h.authority_id, p_kind, string_agg(distinct p.title || ', ' || o.name, '; ')
	from public.holdings h join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
	where h.person_id = p_person group by h.authority_id;
	-- Ended before it goes with its person: here the last administrator is held back.
	update public.holdings set ended_at = now() where person_id = p_person and ended_at is null;
	update public.events e set detail = e.detail - 'writtenBy' from public.need_reports r
	where r.id = e.report_id and r.written_by = p_person and e.detail ? 'writtenBy';
	-- Every chronicle keeps a name of the time beside its link.
	for v_table in select c.oid::regclass from pg_catalog.pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
		and c.relkind in ('r', 'p') and (select count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and not a.attisdropped
			and a.attname in ('person_id', 'person_name')) = 2
	loop
		execute format('update %s set person_name = null where person_id = $1 and person_name is not null', v_table) using p_person;
	end loop;
	delete from public.need_report_contacts k using public.need_reports r where r.id = k.report_id
		and r.organisation_id in (select p.organisation_id from public.holdings h join public.posts p on p.id = h.post_id where h.person_id = p_person)
		and (private.mentions(k.contact, v.family_name) or strpos(lower(k.contact), lower(v.email)) > 0);
	update public.need_report_drafts d set answers = d.answers - 'contact'
	where d.organisation_id in (select p.organisation_id from public.holdings h join public.posts p on p.id = h.post_id where h.person_id = p_person)
		and (private.mentions(d.answers ->> 'contact', v.family_name) or strpos(lower(d.answers ->> 'contact'), lower(v.email)) > 0);
	update public.barrier_reports set contact = null where strpos(lower(contact), lower(v.email)) > 0;
	delete from public.invitations where accepted_by = p_person or lower(email) = any (v_addresses);
	delete from private.mails where person_id = p_person or lower(recipient) = any (v_addresses) or kind = 'address_change'
		and lower(recipient) in (select lower(c.new_email) from private.address_changes c where c.person_id = p_person);
	update private.mails set letter = null where state not in ('queued', 'sending')
		and (strpos(letter::text, v_called) > 0 or strpos(letter::text, v.given_name || ' ' || v.family_name) > 0);
	delete from private.address_changes where lower(new_email) = any (v_addresses);
	delete from public.people where id = p_person;
	return v_sessions;
end
$$;
comment on function private.delete_person(uuid, text) is
	'Deletes an account in one go. Posts become vacant, drafts stay with the organisation, submitted words stay as they are; the person''s name leaves chronicles, contacts and invitations. '
	'RULED: the last administrator. Returns hashes of the sessions, so that caches forget them. Definer: reaches past every policy; called by the two functions below only.';

create function private.alone_as(p_person uuid, p_kind text) returns setof uuid
language sql stable set search_path = '' as $$
	select h.authority_id from public.holdings h join public.posts p on p.id = h.post_id
	where h.person_id = p_person and p.kind = p_kind and p.abolished_on is null and private.is_current(h)
		and not exists (select from public.holdings x join public.posts q on q.id = x.post_id where x.authority_id = h.authority_id
			and q.kind = p_kind and q.abolished_on is null and private.is_current(x) and x.person_id <> p_person)
$$;
comment on function private.alone_as(uuid, text) is 'Authorities in which nobody else holds a post of this kind today.';

create function public.account_leaving(p_person uuid, p_session uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('isProven', private.is_proven(p_person, p_session),
		'isLastAdministrator', exists (select from private.alone_as(p_person, 'administrator')),
		'isLastPlanner', exists (select from private.alone_as(p_person, 'planner')),
		'unanswered', (select count(*) from public.need_reports where final_at is null and authority_id in (select private.alone_as(p_person, 'planner'))),
		'drafts', (select count(*) from public.need_report_drafts where written_by = p_person),
		'reports', (select count(*) from public.need_reports where p_person in (written_by, released_by)),
		'entries', (select count(*) from public.events where person_id = p_person))
$$;
comment on function public.account_leaving(uuid, uuid) is 'What goes and what stays when this person leaves, and whether a fresh code is needed first. Definer and for the server only.';

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
	'Deletes the account of the person in this session; of nobody else, and only within a quarter of an hour after a proof. RULED otherwise. Definer and for the server only.';

-- An account nobody uses: two years without use; a letter 30 days ahead. Signing in is a use (visited_at), and so is going on in
-- a session that never ended, or a program with a token: who works every week on one device signs in once in years.
alter table public.people add column used_at timestamptz;
comment on column public.people.used_at is
	'When a session went on or a program came last, to the day: it decides whether the account is in use, nothing else. No visit: visited_at stays, and with it what is new.';
alter table public.people add column dormancy_noticed_at timestamptz;
comment on column public.people.dormancy_noticed_at is 'When we wrote that the account, unused for so long, is going to be deleted; any use after that keeps it.';

create function private.dormancy() returns table (unused interval, notice interval)
language sql immutable set search_path = '' rows 1 as $$
	select interval '24 months', interval '30 days'
$$;
comment on function private.dormancy() is 'After how long without use an account is deleted, and how long ahead its person is told. The one place to change it.';

create function private.last_used(pe public.people) returns timestamptz
language sql immutable set search_path = '' as $$
	select greatest(pe.visited_at, pe.used_at, pe.created_at)
$$;
comment on function private.last_used(public.people) is 'When an account was last used: signed in to, gone on with, acted for by a program, or else made.';

create function private.note_use(p_person uuid) returns void
language sql volatile set search_path = '' as $$
	update public.people set used_at = now() where id = p_person and (used_at is null or used_at < now() - interval '1 day')
$$;
comment on function private.note_use(uuid) is 'Notes that an account is in use, at most once a day. Called by session_extend and access_token_find only.';

create or replace function public.session_extend(p_id_hash text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
	-- The person before the session, in the order of a deletion: neither waits for what the other holds.
	select private.note_use(person_id) from private.sessions where id_hash = p_id_hash and ended_at is null;
	update private.sessions set expires_at = p_expires_at, used_at = now() where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_extend(text, timestamptz) is 'Moves the end of a session in use, and notes the use for its person. Definer and for the server only.';

create function private.is_dormant(pe public.people, p_before interval) returns boolean
language sql stable set search_path = '' as $$
	select private.last_used(pe) < now() - (select unused from private.dormancy()) + p_before
		and not exists (select from public.holdings h join public.authorities a on a.id = h.authority_id where h.person_id = pe.id and a.is_sample)
$$;
comment on function private.is_dormant(public.people, interval) is 'Whether nobody used it for so long, or will have not by then. People of a sample authority stay.';

create function public.dormant_accounts() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', pe.id, 'email', pe.email, 'locale', pe.locale, 'salutation', pe.salutation, 'familyName', pe.family_name,
		'deletedOn', ((greatest(private.last_used(pe) + (d).unused, now() + (d).notice)) at time zone 'Europe/Berlin')::date,
		'authority', (select private.authority_document(a) from public.authorities a
			left join public.holdings h on h.authority_id = a.id and h.person_id = pe.id order by h.id is null, a.created_at limit 1))), '[]')
	from public.people pe cross join private.dormancy() d
	where private.is_dormant(pe, d.notice) and (pe.dormancy_noticed_at is null or pe.dormancy_noticed_at < private.last_used(pe))
$$;
comment on function public.dormant_accounts() is 'Whom to tell that the account is going to be deleted. Definer and for the nightly job only.';

create function public.dormancy_noticed(p_person uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update public.people set dormancy_noticed_at = now() where id = p_person
$$;
comment on function public.dormancy_noticed(uuid) is 'Notes that the letter is queued; the 30 days begin. Definer and for the nightly job only.';

create function private.is_expired(pe public.people) returns boolean
language sql stable set search_path = '' as $$
	select private.is_dormant(pe, '0') and pe.dormancy_noticed_at > private.last_used(pe)
		and pe.dormancy_noticed_at < now() - (select notice from private.dormancy())
$$;
comment on function private.is_expired(public.people) is 'Whether an account may go tonight: nobody used it, its person was told in time and did not come.';

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
	delete from private.address_changes where created_at < now() - interval '30 days';
	return v_deleted;
end
$$;
comment on function public.delete_dormant_accounts() is 'Nightly: deletes the accounts that nobody used and whose people were told in time. Definer and for the nightly job only.';

revoke execute on function public.session_prove(uuid, uuid), public.address_change_begin(uuid, text, text, text, text), public.address_change_confirm(text, uuid),
	public.address_change_object(text), public.account_leaving(uuid, uuid), public.account_delete(uuid, uuid), public.dormant_accounts(),
	public.dormancy_noticed(uuid), public.delete_dormant_accounts() from public, anon, authenticated;
grant execute on function public.session_prove(uuid, uuid), public.address_change_begin(uuid, text, text, text, text), public.address_change_confirm(text, uuid),
	public.address_change_object(text), public.account_leaving(uuid, uuid), public.account_delete(uuid, uuid), public.dormant_accounts(),
	public.dormancy_noticed(uuid), public.delete_dormant_accounts() to service_role;
