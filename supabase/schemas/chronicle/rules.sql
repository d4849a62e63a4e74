-- Rules of the chronicle: who may, what must be true, what follows.

create function private.record_event(
	p_authority uuid, p_subject_kind text, p_subject uuid, p_organisation uuid, p_kind text, p_record uuid,
	p_person uuid, p_post uuid, p_detail jsonb, p_notify boolean
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
	insert into public.events (
		authority_id, subject_kind, subject_id, organisation_id, kind, record_id, person_id, person_name,
		post_id, post_title, detail
	)
	values (
		p_authority, p_subject_kind, p_subject, p_organisation, p_kind, p_record, p_person,
		private.name_of(p_person), p_post,
		(
			select p.title || ', ' || o.name
			from public.posts p
			join public.organisations o on o.id = p.organisation_id
			where p.id = p_post
		),
		coalesce(p_detail, '{}')
	)
	returning id into v_id;
	if p_notify then
		perform private.tell(
			private.notices_of_entry(p_kind, p_detail), p_authority, p_subject_kind, p_subject,
			jsonb_build_object('event', v_id),
			(select a.until from private.recent_acts a where a.record_id = p_record)
		);
	end if;
end
$$;
comment on function private.record_event(uuid, text, uuid, uuid, text, uuid, uuid, uuid, jsonb, boolean) is
	'Writes the chronicle and has those told whom it concerns, once it cannot be taken back. Definer: nobody '
	'may write the chronicle by hand; only triggers call it.';

create function private.stamp_event_for_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.for_person_id := case
		when new.person_id = private.person_id() then private.assisted_in(new.post_id)
	end;
	if new.for_person_id is not null then
		new.detail := new.detail || jsonb_build_object('forPerson', private.name_of(new.for_person_id));
	end if;
	return new;
end
$$;
comment on function private.stamp_event_for_person() is
	'The chronicle names the member where an assistant acted, with the name of the time. Definer: see '
	'assisted_in.';

create function private.stamp_event_subject() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (
		select from public.need_reports r
		where new.subject_kind = 'need_report' and r.id = new.subject_id and r.authority_id = new.authority_id
		union all
		select from public.calls c
		where new.subject_kind = 'call' and c.id = new.subject_id and c.authority_id = new.authority_id
		union all
		select from public.need_report_drafts d
		where new.subject_kind = 'draft' and d.id = new.subject_id and d.authority_id = new.authority_id
	)
	then
		raise exception 'no such subject in this authority' using errcode = 'foreign_key_violation';
	end if;
	return new;
end
$$;
comment on function private.stamp_event_subject() is
	'The wall between tenants where one column points to several tables: what an entry belongs to is one '
	'of its authority. Definer: asks past every policy.';

create function private.forget_events() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	delete from public.events where subject_kind = tg_argv[0] and subject_id = old.id;
	return null;
end
$$;
comment on function private.forget_events() is
	'The chronicle goes with what it belongs to, of the kind given as argument. Definer: nobody may '
	'delete from the chronicle by hand.';

grant select on public.events to authenticated;
create policy "both sides read the chronicle" on public.events
	for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or subject_kind <> 'draft' and authority_id in (select private.my_authorities('{planner}'))
	);
create trigger keep_words before update on public.events for each row execute function private.keep_words();
create trigger stamp_subject before insert on public.events
	for each row execute function private.stamp_event_subject();
create trigger stamp_for_person before insert on public.events
	for each row execute function private.stamp_event_for_person();
