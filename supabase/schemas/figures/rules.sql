-- Rules of figures, with small numbers hidden: who may, what must be true, what follows.

create function private.keep_tally() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into private.report_tallies as t (authority_id, field_of_action, reports, answered)
	select x.authority_id, x.field, sum(x.reports), sum(x.answered)
	from (
		select new.authority_id, new.assessed_field as field, 1 as reports,
			(new.final_at is not null)::integer as answered
		union all
		select old.authority_id, old.assessed_field, -1, -(old.final_at is not null)::integer
		where tg_op = 'UPDATE'
	) x
	group by 1, 2 having sum(x.reports) <> 0 or sum(x.answered) <> 0 order by 1, 2
	on conflict (authority_id, field_of_action) do update set reports = t.reports + excluded.reports,
	answered = t.answered + excluded.answered;
	return null;
end
$$;
comment on function private.keep_tally() is
	'Keeps the tally true; in the order of the fields, so that two changes at once never wait for each '
	'other in a circle. Definer: the tally is granted to nobody.';

create function private.keep_outcomes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform pg_advisory_xact_lock(hashtextextended('outcomes ' || new.authority_id, 0));
	insert into private.outcome_tallies as t (authority_id, kind, outcome, reports)
	select x.authority_id, x.kind, x.outcome, sum(x.reports)
	from (
		select new.authority_id, 'decision' as kind, new.decision as outcome, 1 as reports
		union all
		select new.authority_id, 'gap',
			case when new.gap_asked_at is not null then coalesce(new.gap_verdict, 'silent') end, 1
		union all
		select old.authority_id, 'decision', old.decision, -1
		where tg_op = 'UPDATE'
		union all
		select old.authority_id, 'gap',
			case when old.gap_asked_at is not null then coalesce(old.gap_verdict, 'silent') end, -1
		where tg_op = 'UPDATE'
	) x
	where x.outcome is not null group by 1, 2, 3 having sum(x.reports) <> 0 order by 1, 2, 3
	on conflict (authority_id, kind, outcome) do update set reports = t.reports + excluded.reports;
	return null;
end
$$;
comment on function private.keep_outcomes() is
	'Keeps the outcomes true. One change at a time: a settlement moves many reports, and two could wait '
	'for each other in a circle. Definer: see keep_tally.';

create function private.answer_time(p_received timestamptz, p_answered timestamptz) returns text
language sql immutable set search_path = '' as $$
	select case when p_answered is null then null
		when p_answered - p_received <= interval '14 days'
			then 'up_to_2' when p_answered - p_received <= interval '28 days'
			then 'up_to_4'
		when p_answered - p_received <= interval '56 days' then 'up_to_8' else 'over_8' end
$$;
comment on function private.answer_time(timestamptz, timestamptz) is
	'How long an answer took: up to 2, 4, 8 weeks, or longer.';
grant execute on function private.answer_time(timestamptz, timestamptz) to authenticated;

create function private.figures_of(
	r public.need_reports, p_sign integer
) returns table (kind text, key text, reports integer)
language sql immutable set search_path = '' rows 2 as $$
	select 'area', coalesce(r.municipality_ags, 'none'), p_sign
	union all select 'open', r.state, p_sign where r.final_at is null
	union all
	select 'weeks', private.answer_time(r.received_at, r.final_at), p_sign
	where r.final_at is not null
$$;
comment on function private.figures_of(public.need_reports, integer) is 'The cells a report counts in.';

create trigger keep_tally after insert or update of assessed_field, final_at on public.need_reports
	for each row execute function private.keep_tally();
create trigger keep_outcomes after insert or update of decision, gap_asked_at, gap_verdict
	on public.need_reports
	for each row execute function private.keep_outcomes();
