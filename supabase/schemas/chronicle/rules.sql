-- Rules of the chronicle: who may, what must be true, what follows.

create function private.record_event(
	p_authority uuid, p_report uuid, p_need uuid, p_organisation uuid, p_kind text, p_subject uuid,
	p_person uuid, p_post uuid, p_detail jsonb, p_notify boolean
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
	insert into public.events (
		authority_id, report_id, need_id, organisation_id, kind, subject_id, person_id, person_name, post_id,
		post_title, detail
	)
	values (
		p_authority, p_report, p_need, p_organisation, p_kind, p_subject, p_person,
		(
			select concat_ws(' ', coalesce(salutation, given_name), family_name)
			from public.people
			where id = p_person
		),
		p_post,
		(
			select p.title || ', ' || o.name
			from public.posts p
			join public.organisations o on o.id = p.organisation_id
			where p.id = p_post
		),
		coalesce(p_detail, '{}')
	)
	returning id into v_id;
	if p_notify and (p_kind = 'entered' and p_detail ->> 'channel' = 'import') is not true then
		perform private.queue_job('notify', json_build_object('event_id', v_id));
	end if;
end
$$;
comment on function private.record_event(uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, jsonb, boolean) is
	'Writes the chronicle and queues the mail; reports that come by file are told of together, by the '
	'job mail_import. Definer: nobody may write the chronicle by hand; only triggers call it.';

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

grant select on public.events to authenticated;
create policy "both sides read the chronicle" on public.events
	for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or (report_id is not null or need_id is not null or call_id is not null)
				and authority_id in (select private.my_authorities('{planner}'))
	);
create trigger keep_words before update on public.events for each row execute function private.keep_words();
create trigger stamp_for_person before insert on public.events
	for each row execute function private.stamp_event_for_person();
