-- How an account ends: by its person, or because nobody used it.

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
	-- No name comes back with a draft whose release is taken back: what they did of late stays done.
	delete from private.recent_acts a using public.need_reports r
	where r.id = a.report_id
		and r.organisation_id in (
			select p.organisation_id
			from public.holdings h
			join public.posts p on p.id = h.post_id
			where h.person_id = p_person
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
	perform private.require_proof(p_person, p_session);
	return private.delete_person(p_person, 'account_deleted');
end
$$;
comment on function public.account_delete(uuid, uuid) is
	'Deletes the account of the person in this session; of nobody else, and only within a quarter of an '
	'hour after a proof. RULED otherwise. Definer and for the server only.';

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

create function private.alone_as(p_person uuid, p_kind text) returns setof uuid
language sql stable set search_path = '' as $$
	select h.authority_id from public.holdings h join public.posts p on p.id = h.post_id
	where h.person_id = p_person and p.kind = p_kind and p.abolished_on is null and private.is_current(h)
		and not exists (
			select
			from public.holdings x
			join public.posts q on q.id = x.post_id
			where x.authority_id = h.authority_id
				and q.kind = p_kind
				and q.abolished_on is null
				and private.is_current(x)
				and x.person_id <> p_person
		)
$$;
comment on function private.alone_as(uuid, text) is
	'Authorities in which nobody else holds a post of this kind today.';

create function public.account_leaving(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'isLastAdministrator', exists (select from private.alone_as(p_person, 'administrator')),
		'isLastPlanner', exists (select from private.alone_as(p_person, 'planner')),
		'unanswered', (
			select count(*)
			from public.need_reports
			where final_at is null and authority_id in (select private.alone_as(p_person, 'planner'))
		),
		'drafts', (select count(*) from public.need_report_drafts where written_by = p_person),
		'reports', (select count(*) from public.need_reports where p_person in (written_by, released_by))
	)
$$;
comment on function public.account_leaving(uuid) is
	'What goes and what stays when this person leaves. Definer and for the server only.';

create function private.dormancy() returns table (unused interval, notice interval)
language sql immutable set search_path = '' rows 1 as $$
	select interval '24 months', interval '30 days'
$$;
comment on function private.dormancy() is
	'After how long without use an account is deleted, and how long ahead its person is told. The one '
	'place to change it.';

create function private.last_used(pe public.people) returns timestamptz
language sql immutable set search_path = '' as $$
	select greatest(pe.visited_at, pe.used_at, pe.created_at)
$$;
comment on function private.last_used(public.people) is
	'When an account was last used: signed in to, gone on with, acted for by a program, or else made.';

create function private.is_dormant(pe public.people, p_before interval) returns boolean
language sql stable set search_path = '' as $$
	select private.last_used(pe) < private.now() - (select unused from private.dormancy()) + p_before
		and not exists (
			select
			from public.holdings h
			join public.authorities a on a.id = h.authority_id
			where h.person_id = pe.id and a.is_sample
		)
$$;
comment on function private.is_dormant(public.people, interval) is
	'Whether nobody used it for so long, or will have not by then. People of a sample authority stay.';
