-- Why: paper and phone are equal. What an organisation says by letter, by phone or in person is entered by the planning on
-- its behalf and is then its report like any other: same clock, same answer, and both sides see the channel, who entered it
-- and who gave it. Until submitted such a transcription is the planning's; an organisation's own draft stays its own.

create function private.channels() returns text[] language sql immutable set search_path = '' as $$
	select array['email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import']
$$;
comment on function private.channels() is 'Ways to us that are not the pages: somebody else enters what came.';

create function private.may_name_source(p_kind text) returns boolean language sql immutable set search_path = '' as $$
	select p_kind in ('advisory_council', 'welfare_umbrella', 'member_association')
$$;
comment on function private.may_name_source(text) is 'Organisations whose office writes down what a member phones in: there a draft of one''s own may name member and channel.';

alter table public.need_report_drafts
	add column is_transcription boolean not null default false,
	add column channel text not null default 'online' check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	add column received_on date,
	add column given_by text check (given_by is null or not private.is_blank(given_by) and length(given_by) <= 160),
	add check (is_transcription = (received_on is not null)),
	add check (is_transcription <= (channel <> 'online')),
	add check (channel <> 'online' or given_by is null),
	add check (channel in ('online', 'import') or given_by is not null),
	add check (not is_transcription or handed_in_at is null);
comment on column public.need_report_drafts.is_transcription is 'Entered by the planning on behalf of the organisation; the planning''s own until submitted.';
comment on column public.need_report_drafts.given_by is 'Who gave it: of the organisation (transcription), or the member for whom its office writes.';
create index need_report_drafts_transcriptions on public.need_report_drafts (authority_id, saved_at desc) where is_transcription;

alter table public.need_reports
	add column is_transcription boolean not null default false,
	add column given_by text check (length(given_by) <= 160),
	add column entered_by uuid references public.people on delete set null,
	add column entered_in uuid references public.posts on delete set null,
	add column entered_at timestamptz;
alter table public.need_reports disable trigger keep_submitted_words;
update public.need_reports set entered_at = received_at;
alter table public.need_reports enable trigger keep_submitted_words;
alter table public.need_reports alter column entered_at set not null, alter column entered_at set default now();
comment on column public.need_reports.is_transcription is 'Entered by the planning (entered_by, entered_in) on behalf of the organisation that organisation_id names; then nobody released it.';
comment on column public.need_reports.received_at is 'When it reached us: for transcriptions the day of the letter or call, from which the reply clock runs.';
comment on column public.need_reports.entered_at is 'When it was submitted to this system.';
create index on public.need_reports (entered_by);
create index on public.need_reports (entered_in);

alter table public.need_report_messages
	add column channel text not null default 'online' check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	add column received_on date,
	add column given_by text check (given_by is null or not private.is_blank(given_by) and length(given_by) <= 160),
	add check ((channel <> 'online') = (received_on is not null)),
	add check (channel = 'online' or kind in ('reply', 'addition'));
comment on column public.need_report_messages.channel is 'Not online: the organisation''s word, entered by the planning (person, post) on its behalf.';
alter table public.need_report_gap_answers
	add column channel text not null default 'online' check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	add column received_on date,
	add column given_by text check (given_by is null or not private.is_blank(given_by) and length(given_by) <= 160),
	add check ((channel <> 'online') = (received_on is not null));
comment on column public.need_report_gap_answers.channel is 'See need_report_messages.';

-- Who may. An organisation's members never read a transcription before it is submitted, planners never an organisation's draft.
drop policy "members read the drafts of their organisation" on public.need_report_drafts;
drop policy "writers begin drafts" on public.need_report_drafts;
drop policy "writers save drafts" on public.need_report_drafts;
drop policy "writers discard drafts" on public.need_report_drafts;
create policy "members read their drafts, planners transcriptions" on public.need_report_drafts for select to authenticated
	using (not is_transcription and organisation_id in (select private.my_organisations())
		or is_transcription and authority_id in (select private.my_authorities('{planner}')));
create policy "writers begin drafts, planners transcriptions" on public.need_report_drafts for insert to authenticated
	with check (not is_transcription and organisation_id in (select private.my_organisations((select private.writing_kinds())))
		or is_transcription and authority_id in (select private.my_authorities('{planner}')));
create policy "writers save drafts, planners transcriptions" on public.need_report_drafts for update to authenticated
	using (not is_transcription and organisation_id in (select private.my_organisations((select private.writing_kinds())))
		or is_transcription and authority_id in (select private.my_authorities('{planner}')))
	with check (not is_transcription and organisation_id in (select private.my_organisations((select private.writing_kinds())))
		or is_transcription and authority_id in (select private.my_authorities('{planner}')));
create policy "writers discard drafts, planners transcriptions" on public.need_report_drafts for delete to authenticated
	using (not is_transcription and organisation_id in (select private.my_organisations((select private.writing_kinds())))
		or is_transcription and authority_id in (select private.my_authorities('{planner}')));
grant insert (is_transcription, channel, received_on, given_by), update (channel, received_on, given_by) on public.need_report_drafts to authenticated;

-- Whether a report is a transcription is stamped from its draft, before these are asked.
drop policy "releasers submit for their organisation" on public.need_reports;
create policy "releasers submit, planners what was given to them" on public.need_reports for insert to authenticated
	with check (not is_transcription and organisation_id in (select private.my_organisations((select private.releasing_kinds())))
		or is_transcription and authority_id in (select private.my_authorities('{planner}')));
grant select (is_transcription) on public.need_reports to authenticated;

drop policy "each side writes its own kind of message" on public.need_report_messages;
create policy "each side writes its own kind, planners also what they were told" on public.need_report_messages for insert to authenticated with check (
	case when kind in ('question', 'interim_status') or channel <> 'online' then private.may_assess(report_id) else private.may_write_for(report_id) end);
grant insert (channel, received_on, given_by) on public.need_report_messages to authenticated;
drop policy "reporters say whether the gap is closed" on public.need_report_gap_answers;
create policy "reporters say whether the gap is closed, planners what they were told" on public.need_report_gap_answers for insert to authenticated
	with check (case when channel <> 'online' then private.may_assess(report_id) else private.may_write_for(report_id) end);
grant insert (channel, received_on, given_by) on public.need_report_gap_answers to authenticated;

create function private.check_source(p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql stable set search_path = '' as $$
declare v_missing jsonb;
begin
	select jsonb_agg(f) into v_missing from (values ('channel', private.is_blank(p_channel)), ('received_on', p_received_on is null),
		('given_by', private.is_blank(p_given_by) and p_channel is distinct from 'import')) as x (f, is_missing) where is_missing;
	if v_missing is not null then
		raise exception 'not complete' using errcode = 'MISSG', detail = v_missing::text;
	end if;
	perform private.require_choice('channel', p_channel = any (private.channels()));
	if p_received_on > private.today() then
		raise exception 'errors_received_in_the_future' using errcode = 'RULED', detail = '["received_on"]';
	elsif p_received_on < private.today() - interval '1 year' then
		raise exception 'errors_received_too_long_ago' using errcode = 'RULED', detail = '["received_on"]';
	end if;
end
$$;
comment on function private.check_source(text, date, text) is
	'By which channel, on which day, from whom: not in the future, not more than a year ago (a clock that ran out before the system knew helps nobody).';

create function private.source_detail(p_channel text, p_received_on date, p_given_by text, p_is_entered boolean, p_organisation text) returns jsonb
language sql immutable set search_path = '' as $$
	select case when p_channel = 'online' then '{}' else jsonb_strip_nulls(jsonb_build_object('channel', p_channel, 'givenBy', p_given_by,
		'receivedOn', case when p_is_entered then p_received_on end, 'for', case when p_is_entered then p_organisation end)) end
$$;
comment on function private.source_detail(text, date, text, boolean, text) is 'What the chronicle says of a source; nothing when it was written online.';
grant execute on function private.channels(), private.may_name_source(text), private.check_source(text, date, text) to authenticated;

create or replace function private.stamp_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.written_in := case when new.is_transcription then private.planning_post(new.authority_id)
		else private.acting_post(new.organisation_id, private.writing_kinds()) end;
	new.joins_report_id := (select private.seen_of(array[new.joins_report_id]));
	return new;
end
$$;

create function private.stamp_draft_source() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_kind text := (select kind from public.organisations where id = new.organisation_id);
begin
	if new.is_transcription then
		perform private.require(v_kind not in ('authority', 'office'));
		perform private.check_source(new.channel, new.received_on, new.given_by);
	elsif new.channel <> 'online' then
		perform private.require_choice('channel', private.may_name_source(v_kind) and new.channel <> 'import');
	end if;
	if new.is_transcription and exists (select from public.call_addressees a join public.calls c on c.id = a.call_id
		where a.id = new.addressee_id and new.received_on < (c.opened_at at time zone 'Europe/Berlin')::date) then
		raise exception 'errors_received_before_call' using errcode = 'RULED', detail = '["received_on"]';
	end if;
	if tg_op = 'UPDATE' and (new.channel, new.received_on, new.given_by) is distinct from (old.channel, old.received_on, old.given_by) then
		new.revision := old.revision + 1;
		new.saved_at := now();
	end if;
	return new;
end
$$;
comment on function private.stamp_draft_source() is
	'Keeps the source of a draft true: what came before a call cannot answer it. A changed source is a new revision, so that nobody submits another one than was seen. Definer: reads past the caller''s policies.';
create trigger stamp_source before insert or update of channel, received_on, given_by on public.need_report_drafts
	for each row execute function private.stamp_draft_source();

create function private.stamp_source() returns trigger
language plpgsql set search_path = '' as $$
begin
	perform private.check_source(new.channel, new.received_on, new.given_by);
	return new;
end
$$;
comment on function private.stamp_source() is 'The rule for sources, for the rows below a report.';
create trigger stamp_source before insert on public.need_report_messages for each row when (new.channel <> 'online') execute function private.stamp_source();
create trigger stamp_source before insert on public.need_report_gap_answers for each row when (new.channel <> 'online') execute function private.stamp_source();

create or replace function private.stamp_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_org public.organisations; v_auth public.authorities; v_town public.municipalities; v_draft public.need_report_drafts;
	v_year text := to_char(private.today(), 'YYYY');
begin
	select * into v_draft from public.need_report_drafts where id = new.id and organisation_id = new.organisation_id;
	if not found then
		raise exception 'no such draft' using errcode = 'NOTFD';
	end if;
	select * into v_org from public.organisations where id = new.organisation_id;
	select * into v_auth from public.authorities where id = v_org.authority_id;
	if new.municipality_ags is not null then
		select * into v_town from public.municipalities where ags = new.municipality_ags and authority_id = v_auth.id
			and (v_org.kind not in ('municipality', 'association') or administration_id = v_org.id);
		if not found then
			raise exception 'errors_municipality_not_yours' using errcode = 'RULED';
		end if;
	end if;
	if exists (select from unnest(new.target_groups) as g where g not in (select key from public.target_groups)) then
		raise exception 'not a valid answer' using errcode = 'INVAL', detail = '["target_groups"]';
	end if;
	new.joins_report_id := (select id from public.need_reports where id = v_draft.joins_report_id and authority_id = v_auth.id);
	new.is_transcription := v_draft.is_transcription;
	new.channel := v_draft.channel;
	new.given_by := v_draft.given_by;
	new.written_by := case when not v_draft.is_transcription then v_draft.written_by end;
	new.written_in := case when not v_draft.is_transcription then v_draft.written_in end;
	new.authority_id := v_auth.id;
	new.organisation_name := v_org.name;
	new.municipality_name := v_town.name;
	new.number := v_auth.prefix || '-' || v_year || '-' || private.next_number(v_auth.id, 'reports-' || v_year);
	loop
		new.short_id := private.new_short_id();
		insert into public.short_addresses (short_id, path) values (new.short_id, '/bedarfe/' || new.number) on conflict do nothing;
		exit when found;
	end loop;
	new.entered_at := now();
	new.received_at := case when v_draft.received_on < private.today()
		then (v_draft.received_on + time '12:00') at time zone 'Europe/Berlin' else now() end;
	new.interim_due_on := coalesce(v_draft.received_on, private.today()) + v_auth.interim_days;
	new.final_due_on := coalesce(v_draft.received_on, private.today()) + v_auth.final_days;
	new.assessed_field := new.field_of_action;
	if new.is_transcription then
		new.entered_by := private.person_id();
		new.entered_in := private.planning_post(new.authority_id);
	else
		new.released_by := private.person_id();
		new.released_in := private.acting_post(new.organisation_id, private.releasing_kinds());
	end if;
	return new;
end
$$;
comment on function private.stamp_report() is
	'Turns a draft into a report: numbers it, starts its reply clock (at the day it reached us), notes who wrote and who released or entered it, and checks that the place belongs to the reporter.';

create or replace function private.is_releasing(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report and r.entered_at = now() and case
		when r.is_transcription then r.authority_id in (select private.my_authorities('{planner}'))
		else r.organisation_id in (select private.my_organisations(private.releasing_kinds())) end)
$$;
comment on function private.is_releasing(uuid) is 'Is the person submitting this report, as releaser or from a letter, in this very transaction? Definer: see is_side_of.';

create or replace function private.stamp_row_of_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_reports;
begin
	select * into v from public.need_reports where id = new.report_id for update;
	new.authority_id := v.authority_id;
	new.person_id := private.person_id();
	new.post_id := coalesce(private.acting_post(v.organisation_id, private.writing_kinds()), private.planning_post(v.authority_id));
	if tg_argv[0] = 'planner' or tg_table_name = 'need_report_messages'
		and (to_jsonb(new) ->> 'kind' in ('question', 'interim_status') or to_jsonb(new) ->> 'channel' <> 'online') then
		new.post_id := private.planning_post(v.authority_id);
	end if;
	new.created_at := clock_timestamp();
	return new;
end
$$;

create or replace function private.stamp_gap_answer() returns trigger
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
	new.post_id := case when new.channel = 'online' then private.acting_post(v.organisation_id, private.writing_kinds())
		else private.planning_post(v.authority_id) end;
	new.created_at := clock_timestamp();
	return new;
end
$$;

create or replace function private.after_message() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set
		interim_at = case when new.kind = 'interim_status' then coalesce(interim_at, new.created_at) else interim_at end,
		state = case
			when final_at is not null then state
			when new.kind = 'question' then 'clarification'
			when new.kind = 'interim_status' and state = 'received' then 'in_progress'
			when new.kind = 'reply' and state = 'clarification' then 'in_progress'
			else state end
	where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, null, r.organisation_id, new.kind, new.id, new.person_id, new.post_id,
		private.source_detail(new.channel, new.received_on, new.given_by, new.channel <> 'online', r.organisation_name), true)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;

create or replace function private.after_gap_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set gap_verdict = new.verdict, gap_answered_at = new.created_at, state = 'closed' where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, r.need_id, r.organisation_id, 'gap_answered', new.id, new.person_id, new.post_id,
		jsonb_build_object('verdict', new.verdict)
		|| private.source_detail(new.channel, new.received_on, new.given_by, new.channel <> 'online', r.organisation_name), true)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
