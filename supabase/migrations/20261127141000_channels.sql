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
		raise exception 'errors_received_in_the_future' using errcode = 'RULED';
	elsif p_received_on < private.today() - interval '1 year' then
		raise exception 'errors_received_too_long_ago' using errcode = 'RULED';
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
		raise exception 'errors_received_before_call' using errcode = 'RULED';
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
	new.short_id := private.new_short_id();
	insert into public.short_addresses (short_id, path) values (new.short_id, '/bedarfe/' || new.number);
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

create or replace function private.keep_submitted_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_may_change text[] := array['state', 'assessed_field', 'responsible_level', 'need_id', 'office_id', 'office_due_on', 'interim_at', 'final_at',
	'decision', 'gap_verdict', 'gap_asked_at', 'gap_answered_at', 'written_by', 'written_in', 'released_by', 'released_in', 'entered_by', 'entered_in', 'search'];
begin
	if to_jsonb(new) - v_may_change <> to_jsonb(old) - v_may_change then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;

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

create or replace function private.after_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.record_event(new.authority_id, new.id, null, new.organisation_id,
		case when new.is_transcription then 'entered' else 'released' end, new.id, coalesce(new.released_by, new.entered_by), coalesce(new.released_in, new.entered_in),
		private.source_detail(new.channel, (new.received_at at time zone 'Europe/Berlin')::date, new.given_by, new.is_transcription, new.organisation_name)
		|| jsonb_strip_nulls(jsonb_build_object(
			'writtenBy', (select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = new.written_by and id is distinct from new.released_by),
			'writtenIn', (select title from public.posts where id = new.written_in and new.written_by is distinct from new.released_by),
			'joins', (select number from public.need_reports where id = new.joins_report_id))), true);
	return null;
end
$$;
comment on function private.after_report() is 'First line of a report''s chronicle: who released or entered it, who wrote it, how it came.';

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

-- Verbs.
create function public.start_need_report_for(p_organisation uuid, p_channel text, p_received_on date, p_given_by text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(exists (select from public.organisations o where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))));
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id into v_id from public.need_report_drafts d where d.is_transcription and d.organisation_id = p_organisation and d.written_by = private.person_id()
		and d.revision = 0 and (d.channel, d.received_on, d.given_by) is not distinct from (p_channel, p_received_on, nullif(btrim(p_given_by), ''))
		and d.created_at > now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by)
	values (p_organisation, true, p_channel, p_received_on, nullif(btrim(p_given_by), '')) returning id into v_id;
	return v_id;
end
$$;
comment on function public.start_need_report_for(uuid, text, date, text) is
	'A planner begins to enter what an organisation of the authority said by another channel. A second click within five seconds opens the same draft.';

-- What was told within a survey counts there like what was written online; nobody but the planning sees it before it is submitted.
create function public.start_survey_report_for(p_addressee uuid, p_field text, p_channel text, p_received_on date, p_given_by text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare c public.calls; v_organisation uuid; v_id uuid;
begin
	perform private.require(private.plans_addressee(p_addressee));
	select a.organisation_id into v_organisation from public.call_addressees a where a.id = p_addressee;
	select x.* into c from public.calls x join public.call_addressees a on a.call_id = x.id where a.id = p_addressee;
	perform private.require(exists (select from public.call_fields f where f.call_id = c.id and f.field_of_action = p_field));
	if c.state <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif c.opens_at > now() then
		raise exception 'errors_call_not_open_yet' using errcode = 'RULED';
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id into v_id from public.need_report_drafts d where d.is_transcription and d.addressee_id = p_addressee and d.written_by = private.person_id()
		and d.revision = 0 and d.answers ->> 'field_of_action' = p_field
		and (d.channel, d.received_on, d.given_by) is not distinct from (p_channel, p_received_on, btrim(p_given_by)) and d.created_at > now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	insert into public.need_report_drafts (organisation_id, addressee_id, is_transcription, channel, received_on, given_by, answers)
	values (v_organisation, p_addressee, true, p_channel, p_received_on, btrim(p_given_by), jsonb_build_object('field_of_action', p_field)) returning id into v_id;
	return v_id;
end
$$;
comment on function public.start_survey_report_for(uuid, text, text, date, text) is
	'A planner begins to enter a need that an addressee told within a survey, by the same rule as online: the call is open, late or not, and asks about this field. A second click within five seconds opens the same draft.';

create function public.change_need_report_source(p_id uuid, p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	if not v.is_transcription and p_channel <> 'online' and private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	end if;
	update public.need_report_drafts set channel = p_channel, received_on = case when v.is_transcription then p_received_on end,
		given_by = case when p_channel <> 'online' then nullif(btrim(p_given_by), '') end
	where id = p_id and (channel, received_on, given_by) is distinct from (p_channel, case when v.is_transcription then p_received_on end,
		case when p_channel <> 'online' then nullif(btrim(p_given_by), '') end);
end
$$;
comment on function public.change_need_report_source(uuid, text, date, text) is
	'Says how a draft came and from whom: the planning''s transcription, or for which member the office of a council or umbrella writes (online: for nobody in particular).';

create or replace function public.release_need_report(p_id uuid, p_revision integer) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts; a jsonb; r public.need_reports; v_number text;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	if v.id is null then
		select number into v_number from public.need_reports
		where id = p_id and (organisation_id in (select private.my_organisations(private.writing_kinds()))
			or is_transcription and authority_id in (select private.my_authorities('{planner}')));
		perform private.require(v_number is not null);
		return v_number;
	end if;
	if not v.is_transcription and v.organisation_id not in (select private.my_organisations(private.releasing_kinds())) then
		raise exception 'errors_release_is_for_the_head' using errcode = 'RULED';
	end if;
	if v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE', detail = jsonb_build_object('revision', v.revision, 'stored', '{}'::jsonb)::text;
	end if;
	perform private.check_answers(v.answers);
	a := private.given_answers(v.answers);
	r := jsonb_populate_record(null::public.need_reports, a - 'contact');
	insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, municipality_ags, locality, description, noticed_source,
		noticed_body, noticed_on, noticed_item, noticed_since, evidence, evidence_year, evidence_source, affected_range, urgency, urgency_reason,
		existing_offer, proposed_solution, own_contribution, responsible_levels, cost_idea, visibility)
	values (v.id, v.organisation_id, r.title, r.field_of_action, r.target_groups, r.municipality_ags, r.locality, r.description, r.noticed_source,
		r.noticed_body, r.noticed_on, r.noticed_item, r.noticed_since, r.evidence, r.evidence_year, r.evidence_source, r.affected_range, r.urgency,
		r.urgency_reason, r.existing_offer, r.proposed_solution, r.own_contribution, coalesce(r.responsible_levels, '{}'), r.cost_idea, r.visibility)
	returning number into v_number;
	if a ? 'contact' then
		insert into public.need_report_contacts (report_id, contact) values (v.id, a ->> 'contact');
	end if;
	delete from public.need_report_drafts where id = v.id;
	return v_number;
end
$$;
comment on function public.release_need_report(uuid, integer) is
	'Submits exactly what the releaser saw (revision); a transcription is submitted by the planning, since the letter was signed. MISSG and INVAL as for handing in. The draft becomes the report under the same id, so a second submit answers with the same number.';

create function private.submit_for(p_organisation uuid, p_answers jsonb, p_channel text, p_received_on date, p_given_by text) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	perform private.require(exists (select from public.organisations o where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))));
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by, answers)
	select p_organisation, true, p_channel, p_received_on, nullif(btrim(p_given_by), ''), coalesce(jsonb_object_agg(key, value), '{}')
	from jsonb_each(p_answers) where key = any (private.need_report_fields()) returning * into v;
	return public.release_need_report(v.id, v.revision);
end
$$;
comment on function private.submit_for(uuid, jsonb, text, date, text) is
	'Submits a complete report on behalf of an organisation, as a planner of its authority and with no more than a planner''s rights. MISSG, INVAL (detail: the questions or channel, received_on, given_by), RULED. Returns the number.';
grant execute on function private.submit_for(uuid, jsonb, text, date, text) to authenticated;

create function public.enter_need_report_message(p_number text, p_kind text, p_body text, p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require_choice('kind', p_kind in ('reply', 'addition'));
	perform private.require(private.may_assess(v_report));
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	perform private.lock_report(v_report);
	insert into public.need_report_messages (report_id, kind, body, channel, received_on, given_by)
	select v_report, p_kind, p_body, p_channel, p_received_on, nullif(btrim(p_given_by), '')
	where not exists (select from public.need_report_messages m where m.report_id = v_report and m.kind = p_kind and m.body = p_body
		and m.created_at > now() - interval '10 minutes' and m.person_id = private.person_id());
end
$$;
comment on function public.enter_need_report_message(text, text, text, text, date, text) is
	'A planner enters a reply or an addition that the organisation gave by another channel. The same words within ten minutes are written once.';

create function public.enter_gap_answer(p_number text, p_verdict text, p_sentence text, p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	perform private.require_choice('verdict', p_verdict in ('yes', 'partly', 'no'));
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_gap_answers (report_id, verdict, sentence, channel, received_on, given_by)
	values (v_report, p_verdict, nullif(btrim(p_sentence), ''), p_channel, p_received_on, nullif(btrim(p_given_by), '')) on conflict do nothing;
end
$$;
comment on function public.enter_gap_answer(text, text, text, text, date, text) is
	'A planner enters what the organisation said by another channel about whether the gap is closed. The first word counts.';

create function public.transcription_choices() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by
		array_position(array['municipality', 'association', 'advisory_council', 'welfare_umbrella', 'member_association', 'provider'], o.kind), o.name), '[]')
	from public.organisations o where o.kind not in ('authority', 'office') and o.authority_id in (select private.my_authorities('{planner}'))
$$;
comment on function public.transcription_choices() is 'Organisations for which one may enter something: all of the authorities one plans for.';

-- Pages and mail.
create function private.survey_of(p_addressee uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object('title', c.title, 'slug', c.slug, 'addresseeId', a.id) from public.call_addressees a join public.calls c on c.id = a.call_id where a.id = p_addressee
$$;
comment on function private.survey_of(uuid) is 'The survey in which something was begun, for who may read that addressee; null for all others.';
grant execute on function private.survey_of(uuid) to authenticated;

create or replace function public.need_report_draft(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.need_report_drafts; o public.organisations;
begin
	select * into v from public.need_report_drafts where id = p_id;
	perform private.require(v.id is not null);
	select * into o from public.organisations where id = v.organisation_id;
	return jsonb_build_object(
		'id', v.id, 'revision', v.revision, 'answers', v.answers, 'savedAt', v.saved_at, 'handedInAt', v.handed_in_at,
		'returnedAt', v.returned_at, 'returnReason', v.return_reason, 'writtenBy', private.name_of(v.written_by),
		'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
		'isTranscription', v.is_transcription, 'channel', v.channel, 'receivedOn', v.received_on, 'givenBy', v.given_by,
		'mayNameSource', private.may_name_source(o.kind),
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

create or replace function private.published(p_number text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('number', r.number, 'shortId', r.short_id, 'organisationName', r.organisation_name, 'title', r.title, 'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups, 'municipalityName', r.municipality_name, 'locality', r.locality, 'description', r.description,
		'proposedSolution', r.proposed_solution, 'affectedRange', r.affected_range, 'urgency', r.urgency, 'visibility', r.visibility, 'channel', r.channel, 'isTranscription', r.is_transcription,
		'receivedAt', r.received_at, 'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'state', r.state, 'assessedField', r.assessed_field,
		'interimAt', r.interim_at, 'finalAt', r.final_at, 'decision', r.decision, 'gapVerdict', r.gap_verdict, 'gapAskedAt', r.gap_asked_at,
		'gapAnsweredAt', r.gap_answered_at, 'today', private.today(), 'isOwn', false, 'isSide', false, 'canPlan', false, 'canReply', false, 'canAdd', false, 'canAnswerGap', false,
		'answers', private.answers_document(r.id))
	from public.need_reports r where r.number = p_number and r.visibility = 'public'
$$;

create or replace function public.need_report(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_id uuid; v_plans boolean; v_writes boolean; v_sides jsonb; v jsonb;
begin
	select id into v_id from public.need_reports where number = p_number;
	if v_id is null then
		v := private.published(p_number);
		perform private.require(v is not null);
		return v;
	end if;
	select private.sides_document(v_id), private.may_assess(v_id), private.may_write_for(v_id) into v_sides, v_plans, v_writes;
	select jsonb_build_object(
		'number', r.number, 'shortId', r.short_id, 'organisationId', r.organisation_id, 'organisationName', r.organisation_name, 'title', r.title, 'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups, 'municipalityName', r.municipality_name, 'locality', r.locality, 'description', r.description,
		'noticedSource', r.noticed_source, 'noticedBody', r.noticed_body, 'noticedOn', r.noticed_on, 'noticedItem', r.noticed_item, 'noticedSince', r.noticed_since,
		'evidence', r.evidence, 'evidenceYear', r.evidence_year, 'evidenceSource', r.evidence_source, 'affectedRange', r.affected_range, 'urgency', r.urgency,
		'urgencyReason', r.urgency_reason, 'existingOffer', r.existing_offer, 'proposedSolution', r.proposed_solution, 'ownContribution', r.own_contribution,
		'responsibleLevels', r.responsible_levels, 'costIdea', r.cost_idea, 'visibility', r.visibility, 'channel', r.channel, 'receivedAt', r.received_at,
		'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'state', r.state, 'assessedField', r.assessed_field,
		'responsibleLevel', r.responsible_level, 'interimAt', r.interim_at, 'finalAt', r.final_at, 'decision', r.decision,
		'gapVerdict', r.gap_verdict, 'gapAskedAt', r.gap_asked_at, 'gapAnsweredAt', r.gap_answered_at, 'today', private.today(),
		'answers', private.answers_document(r.id),
		'isOwn', v_sides is not null and not v_plans or v_writes,
		'isSide', v_sides is not null,
		'survey', private.survey_of(r.addressee_id),
		'canPlan', v_plans,
		'canReply', v_writes and exists (select from public.need_report_messages m where m.report_id = r.id and m.kind = 'question'
			and not exists (select from public.need_report_messages x where x.report_id = r.id and x.kind = 'reply' and x.created_at > m.created_at)),
		'canAdd', v_writes,
		'canAnswerGap', v_writes and r.state = 'settled' and r.gap_asked_at is not null and r.gap_answered_at is null)
	into v from public.need_reports r where r.id = v_id;
	v := v || coalesce(v_sides, '{}') || (select jsonb_build_object('isTranscription', r.is_transcription, 'canEnter', v_plans and not v_writes,
		'canEnterGap', v_plans and not v_writes and r.state = 'settled' and r.gap_asked_at is not null and r.gap_answered_at is null)
		from public.need_reports r where r.id = v_id);
	if v_plans then
		v := v || jsonb_build_object(
			'need', (select jsonb_build_object('number', n.number, 'title', n.title, 'settledAt', n.settled_at)
				from public.needs n where n.id = (select w.need_id from private.workings_of(v_id) w)),
			'followUp', (select jsonb_build_object('dueOn', f.due_on, 'note', f.note) from public.need_report_follow_ups f where f.report_id = v_id));
	end if;
	return v;
end
$$;

create or replace function private.report_tasks() returns table (kind text, ref text, title text, who text, due_on date, at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_today date := private.today();
	m record;
begin
	for m in select distinct on (p.organisation_id, p.kind = 'planner') p.organisation_id, p.authority_id, p.kind = 'planner' as plans, o.kind = 'authority' as plans_all
		from private.my_posts() p join public.organisations o on o.id = p.organisation_id where p.kind = 'planner' or p.kind = any (private.writing_kinds())
	loop
		if not m.plans then
			return query (select 'reply', r.number, r.title, null::text, r.final_due_on, r.received_at from public.need_reports r
				where r.authority_id = m.authority_id and r.organisation_id = m.organisation_id and r.state = 'clarification' order by r.received_at limit 20)
			union all (select 'gap', r.number, r.title, null, null, r.gap_asked_at from public.need_reports r
				where r.authority_id = m.authority_id and r.organisation_id = m.organisation_id and r.gap_asked_at is not null and r.gap_answered_at is null
				order by r.gap_asked_at limit 20);
			continue;
		end if;
		return query select 'office', r.number, r.title, r.organisation_name, r.office_due_on, r.received_at from public.need_reports r
			where r.office_id = m.organisation_id and r.final_at is null order by r.office_due_on limit 15;
		return query select 'transcribe', d.id::text, left(d.answers ->> 'title', 120), o.name, null::date, d.saved_at
			from public.need_report_drafts d join public.organisations o on o.id = d.organisation_id
			where d.is_transcription and d.authority_id = m.authority_id and (d.written_by = private.person_id()
				or d.written_in in (select x.post_id from private.my_posts() x where x.organisation_id = m.organisation_id))
			order by d.saved_at desc limit 15;
		continue when not m.plans_all;
		return query (select 'assess', r.number, r.title, r.organisation_name, r.interim_due_on, r.received_at from public.need_reports r
			where r.authority_id = m.authority_id and r.state = 'received' order by r.received_at limit 15)
		union all (select 'interim', r.number, r.title, r.organisation_name, r.interim_due_on, r.received_at from public.need_reports r
			where r.authority_id = m.authority_id and r.interim_at is null and r.final_at is null and r.state <> 'received' and r.interim_due_on <= v_today + 7
			order by r.interim_due_on limit 15)
		union all (select 'answer', r.number, r.title, r.organisation_name, r.final_due_on, r.received_at from public.need_reports r
			where r.authority_id = m.authority_id and r.final_at is null and r.final_due_on <= v_today + 14 order by r.final_due_on limit 15)
		union all (select 'follow_up', r.number, r.title, f.note, f.due_on, r.received_at from public.need_report_follow_ups f
			join public.need_reports r on r.id = f.report_id where f.authority_id = m.authority_id and f.due_on <= v_today + 7 order by f.due_on limit 15)
		union all (select 'gap_open', n.number, n.title, r.organisation_name, null, r.gap_answered_at from public.need_reports r
			join public.needs n on n.id = r.need_id and n.settled_at is not null
			where r.authority_id = m.authority_id and r.gap_verdict in ('partly', 'no') order by r.gap_answered_at desc limit 10);
	end loop;
end
$$;

create or replace function public.mail_notification(p_event bigint) returns jsonb
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
		'enteredTo', case when e.detail ? 'for' and e.kind <> 'entered' then private.recipients(e.organisation_id, private.writing_kinds()) else '[]'::jsonb end,
		'receiptTo', case when e.kind in ('released', 'entered') then private.recipients(e.organisation_id, private.writing_kinds()) else '[]'::jsonb end,
		'planners', case when e.kind in ('released', 'entered') then private.planners_of(e.authority_id) else '[]'::jsonb end)
	into v from public.authorities a where a.id = e.authority_id;
	return v;
end
$$;
comment on function public.mail_notification(bigint) is
	'Whom an event concerns and what the mail says. Released or entered: a receipt to the reporters, news to the planners; what was entered later: told to the reporters as well. Definer: see above.';

revoke execute on function public.start_need_report_for(uuid, text, date, text), public.start_survey_report_for(uuid, text, text, date, text), public.change_need_report_source(uuid, text, date, text),
	public.enter_need_report_message(text, text, text, text, date, text), public.enter_gap_answer(text, text, text, text, date, text),
	public.transcription_choices() from public;
grant execute on function public.start_need_report_for(uuid, text, date, text), public.start_survey_report_for(uuid, text, text, date, text), public.change_need_report_source(uuid, text, date, text),
	public.enter_need_report_message(text, text, text, text, date, text), public.enter_gap_answer(text, text, text, text, date, text),
	public.transcription_choices() to authenticated;
