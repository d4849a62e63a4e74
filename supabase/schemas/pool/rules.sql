-- Rules of the pool of needs, their settlement, whether the gap is closed: who may, what must be true,
-- what follows.

create function private.lock_need(p_need uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform from public.needs where id = p_need for update;
end
$$;
comment on function private.lock_need(uuid) is
	'The same for a need. Order: first the need, then its reports. Definer: see lock_report.';
grant execute on function private.lock_need(uuid) to authenticated;

create function private.stamp_need() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.number := (select prefix from public.authorities where id = new.authority_id)
		|| '-B-'
		|| private.next_number(new.authority_id, 'needs');
	return new;
end
$$;
comment on function private.stamp_need() is 'Numbers a need: HZ-B-12.';

-- Triggers of one table run in the order of their names: the need is locked before its report, the rest
-- follows the stamp.
create function private.lock_assessed_need() returns trigger
language plpgsql set search_path = '' as $$
begin
	perform private.lock_need(new.need_id);
	return new;
end
$$;
comment on function private.lock_assessed_need() is
	'A need is not settled while a report is being added to it, nor the other way round.';

create function private.stamp_settlement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.needs;
begin
	select * into v from public.needs where id = new.need_id and authority_id = new.authority_id for update;
	if v.id is null then
		raise exception 'no such need' using errcode = 'NOTFD';
	end if;
	if v.heir_id is not null then
		raise exception 'errors_need_is_merged' using errcode = 'RULED';
	end if;
	if new.outcome = 'settled' and v.settled_at is not null
		or new.outcome = 'reopened' and v.settled_at is null
	then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	if new.outcome = 'settled'
		and exists (
			select
			from public.need_reports r
			where r.authority_id = v.authority_id and r.need_id = v.id and r.final_at is null
		) then
		raise exception 'errors_need_has_unanswered_reports' using errcode = 'RULED';
	end if;
	new.person_id := private.person_id();
	new.post_id := private.planning_post(new.authority_id);
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_settlement() is
	'No contribution without an answer: a need is not settled while one of its reports has none.';

create function private.stamp_gap_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_reports;
begin
	select * into v from public.need_reports where id = new.report_id for update;
	if v.gap_asked_at is null or v.state not in ('settled', 'closed') then
		raise exception 'errors_gap_not_asked' using errcode = 'RULED';
	end if;
	new.authority_id := v.authority_id;
	new.asked_at := v.gap_asked_at;
	new.person_id := private.person_id();
	new.post_id := case when new.channel = 'online' then private.acting_post(
		v.organisation_id, private.writing_kinds()
	)
		else private.planning_post(v.authority_id) end;
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_gap_answer() is
	'A gap can be judged once it was asked about, once per time of asking.';

create function private.after_settlement() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.needs
	set settled_at = case when new.outcome = 'settled' then new.created_at end
	where id = new.need_id;
	update public.need_reports set
		state = case when new.outcome = 'settled' then 'settled' else 'answered' end,
		gap_asked_at = case
			when new.outcome = 'settled' then new.created_at
			when gap_answered_at is not null then gap_asked_at
		end,
		gap_answered_at = case when new.outcome = 'settled' then null else gap_answered_at end,
		gap_verdict = case when new.outcome = 'settled' then null else gap_verdict end
	where authority_id = new.authority_id and need_id = new.need_id and final_at is not null;
	perform private.record_event(
		new.authority_id, 'need_report', r.id, r.organisation_id,
		case when new.outcome = 'settled' then 'gap_asked' else 'need_reopened' end, new.id, new.person_id,
		new.post_id, null, new.outcome = 'settled'
	)
	from public.need_reports r where r.authority_id = new.authority_id and r.need_id = new.need_id;
	return null;
end
$$;
comment on function private.after_settlement() is
	'A settled need asks every reporter whether the gap is closed; reopening takes back what was asked '
	'and not answered.';

create function private.after_gap_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports
	set gap_verdict = new.verdict, gap_answered_at = new.created_at, state = 'closed'
	where id = new.report_id;
	perform private.record_event(
		new.authority_id, 'need_report', new.report_id, r.organisation_id, 'gap_answered', new.id,
		new.person_id, new.post_id,
		jsonb_build_object('verdict', new.verdict)
			|| private.source_detail(
				new.channel, new.received_on, new.given_by, new.channel <> 'online', r.organisation_name
			),
		true
	)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
comment on function private.after_gap_answer() is 'The reporter''s verdict closes the loop.';

create function private.need_named(p_number text) returns public.needs
language plpgsql stable set search_path = '' as $$
declare v public.needs;
begin
	select * into v from public.needs where number = p_number;
	if v.id is null then
		raise exception 'no such need' using errcode = 'NOTFD';
	end if;
	return v;
end
$$;
comment on function private.need_named(text) is
	'The need of this number among those the person may see; NOTFD otherwise.';
grant execute on function private.need_named(text) to authenticated;

alter table public.needs alter column opened_by set default private.person_id();

grant select, insert (authority_id, title, field_of_action) on public.needs to authenticated;
create policy "planners read needs" on public.needs for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners open needs" on public.needs for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create trigger stamp before insert on public.needs for each row execute function private.stamp_need();

grant select, insert (authority_id, need_id, outcome, body) on public.need_settlements to authenticated;
create policy "planners read settlements" on public.need_settlements for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners settle and reopen needs" on public.need_settlements for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create trigger keep_words before update on public.need_settlements
	for each row execute function private.keep_words();
create trigger stamp before insert on public.need_settlements
	for each row execute function private.stamp_settlement();
create trigger after_settlement after insert on public.need_settlements
	for each row execute function private.after_settlement();

grant select, insert (report_id, verdict, sentence) on public.need_report_gap_answers to authenticated;
grant insert (channel, received_on, given_by) on public.need_report_gap_answers to authenticated;
create policy "both sides read gap answers" on public.need_report_gap_answers
	for select to authenticated
	using (private.is_side_of(report_id));
create policy "reporters say whether the gap is closed, planners what they were told" on
	public.need_report_gap_answers
	for insert to authenticated
	with check (
		case
			when channel <> 'online' then private.may_assess(report_id)
			else private.may_write_for(report_id)
		end
	);
create trigger keep_words before update on public.need_report_gap_answers
	for each row execute function private.keep_words();
create trigger stamp before insert on public.need_report_gap_answers
	for each row execute function private.stamp_gap_answer();
create trigger after_gap_answer after insert on public.need_report_gap_answers
	for each row execute function private.after_gap_answer();

create trigger lock_need before insert on public.need_report_assessments
	for each row execute function private.lock_assessed_need();

create function private.note_words_of_need() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.add_words(new.authority_id, 'need', new.id, true, new.title);
	return null;
end
$$;
comment on function private.note_words_of_need() is
	'A need is found by its title, and by those it had before. Definer: see add_words.';
create trigger note_words after insert or update of title on public.needs
	for each row execute function private.note_words_of_need();
create trigger forget_words after delete on public.needs
	for each row execute function private.forget_words('need');
