-- Pages of the start page: what is read.

create function private.vacancies(p_authority uuid) returns table (
	id uuid, title text, kind text, organisation_id uuid, organisation_name text, duties integer,
	deputy text
)
language sql stable security definer set search_path = '' as $$
	with vacant as (
		select p.id, p.title, p.kind, o.id as organisation_id, o.name
		from public.posts p
		join public.organisations o on o.id = p.organisation_id
		where p.authority_id = p_authority
			and p.abolished_on is null
			and (
				p_authority in (select private.my_authorities('{planner,administrator}'))
					or o.id in (select private.my_organisations())
			)
			and not exists (
				select
				from public.holdings h
				where h.post_id = p.id and h.capacity = 'holder' and private.is_current(h)
			)
	)
	select v.id, v.title, v.kind, v.organisation_id, v.name, d.duties,
		(
			select concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name)
			from public.holdings h
			join public.people pe on pe.id = h.person_id
			where h.post_id = v.id and h.capacity = 'deputy' and private.is_current(h)
			limit 1
		)
	from vacant v join private.duties_of(array(select x.id from vacant x)) d on d.post_id = v.id
$$;
comment on function private.vacancies(uuid) is
	'Posts without a holder today; all for planners and administrators, one''s own organisation''s for '
	'others. Definer: asks once who is reading.';
grant execute on function private.vacancies(uuid) to authenticated;

create function private.report_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_today date := private.today();
	m record;
begin
	for m in
	select distinct on (p.organisation_id, p.kind = 'planner') p.organisation_id, p.authority_id,
		p.kind = 'planner' as plans, o.kind = 'authority' as plans_all
		from private.my_posts() p
		join public.organisations o on o.id = p.organisation_id
		where p.kind = 'planner' or p.kind = any (private.writing_kinds())
	loop
		if not m.plans then
			return query (
				select 'reply', r.number, r.title, null::text, r.final_due_on, q.asked_at
				from public.need_reports r
				cross join lateral (
					select max(x.created_at) as asked_at
					from public.need_report_messages x
					where x.report_id = r.id and x.kind = 'question'
				) q
				where r.authority_id = m.authority_id
					and r.organisation_id = m.organisation_id
					and r.state = 'clarification'
				order by q.asked_at
				limit 20
			)
			union all (
				select 'gap', r.number, r.title, null, null, r.gap_asked_at
				from public.need_reports r
				where r.authority_id = m.authority_id
					and r.organisation_id = m.organisation_id
					and r.gap_asked_at is not null
					and r.gap_answered_at is null
				order by r.gap_asked_at
				limit 20
			);
			continue;
		end if;
		return query
		select 'office', r.number, r.title, r.organisation_name, r.office_due_on, r.received_at
		from public.need_reports r
			where r.office_id = m.organisation_id and r.final_at is null order by r.office_due_on limit 15;
		return query
		select 'transcribe', d.id::text, left(d.answers ->> 'title', 120), o.name, null::date, d.saved_at
			from public.need_report_drafts d join public.organisations o on o.id = d.organisation_id
			where d.is_transcription
				and d.authority_id = m.authority_id
				and (
					d.written_by = private.person_id()
						or d.written_in in (
							select x.post_id from private.my_posts() x where x.organisation_id = m.organisation_id
						)
				)
			order by d.saved_at desc limit 15;
		continue when not m.plans_all;
		return query (
			select 'assess', r.number, r.title, r.organisation_name, r.interim_due_on, r.received_at
			from public.need_reports r
			where r.authority_id = m.authority_id and r.state = 'received'
			order by r.received_at
			limit 15
		)
		union all (
			select 'interim', r.number, r.title, r.organisation_name, r.interim_due_on, r.received_at
			from public.need_reports r
			where r.authority_id = m.authority_id
				and r.interim_at is null
				and r.final_at is null
				and r.state <> 'received'
				and r.interim_due_on <= v_today + 7
			order by r.interim_due_on
			limit 15
		)
		union all (
			select 'answer', r.number, r.title, r.organisation_name, r.final_due_on, r.received_at
			from public.need_reports r
			where r.authority_id = m.authority_id and r.final_at is null and r.final_due_on <= v_today + 14
			order by r.final_due_on
			limit 15
		)
		union all (
			select 'follow_up', r.number, r.title, f.note, f.due_on, r.received_at
			from public.need_report_follow_ups f
			join public.need_reports r on r.id = f.report_id
			where f.authority_id = m.authority_id and f.due_on <= v_today + 7
			order by f.due_on
			limit 15
		)
		union all (
			select w.kind, r.number, r.title, coalesce(c.name, r.organisation_name), null, w.at
			from private.waiting_reports(m.authority_id) w
			join public.need_reports r on r.id = w.report_id
			left join lateral (
				select o.name
				from public.need_report_contributions y
				join public.organisations o on o.id = y.office_id
				where y.report_id = r.id and w.kind = 'contributed'
				order by y.created_at desc
				limit 1
			) c on true
			order by w.at
			limit 30
		)
		union all (
			select 'gap_open', n.number, n.title, r.organisation_name, null, r.gap_answered_at
			from public.need_reports r
			join public.needs n on n.id = r.need_id and n.settled_at is not null
			where r.authority_id = m.authority_id and r.gap_verdict in ('partly', 'no')
			order by r.gap_answered_at desc
			limit 10
		);
	end loop;
end
$$;
comment on function private.report_tasks() is
	'What waits for the person among submitted reports. Definer: see above.';
grant execute on function private.report_tasks() to authenticated;

create function private.unreached_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_writes uuid[] := array(select private.my_organisations(private.writing_kinds()));
	v_releases uuid[] := array(select private.my_organisations(private.releasing_kinds()));
begin
	return query
	select case l.kind when 'draft_handed_in' then 'unreached_release' else 'unreached_return' end,
		d.id::text, left(d.answers ->> 'title', 120), l.recipient, null::date, l.at
	from private.lost_letters('{draft_handed_in,draft_returned}') l
	join public.need_report_drafts d on l.subject_kind = 'draft' and d.id = l.subject_id
	where case l.kind
		when 'draft_handed_in'
			then d.organisation_id = any (v_writes)
				and d.organisation_id <> all (v_releases)
				and d.handed_in_at < l.at + interval '1 minute'
		else d.organisation_id = any (v_releases) and d.returned_at < l.at + interval '1 minute'
	end
	limit 20;
	return query
	select 'unreached_survey', c.kind || '/' || c.slug || '/' || a.organisation_id, c.title, l.recipient,
		null::date, l.at
	from private.lost_letters('{draft_handed_in}') l
	join public.call_notices n on l.subject_kind = 'call' and n.id = (l.facts ->> 'notice')::uuid
	join public.call_addressees a on a.id = n.addressee_id and a.answered_at is null
	join public.calls c on c.id = a.call_id and c.state = 'open'
	where a.organisation_id = any (v_writes) and a.organisation_id <> all (v_releases)
	limit 20;
	return query
	select 'unreached_assistant', s.id::text, null::text, concat_ws(' ', s.given_name, s.family_name),
		null::date, l.at
	from private.lost_letters('{assistance}') l
	join public.assistances s on l.subject_kind = 'assistance' and s.id = l.subject_id
	join public.holdings h on h.id = s.holding_id and h.person_id = private.person_id()
	where s.accepted_at is null and s.revoked_at is null
	limit 20;
end
$$;
comment on function private.unreached_tasks() is
	'Letters that reached nobody, for whoever can do something about it: the writers whose request for '
	'release was lost, the head whose "bitte überarbeiten" was, the member whose assistant heard nothing. '
	'Definer: see above.';
grant execute on function private.unreached_tasks() to authenticated;

create function private.planning_figures() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_plans uuid[] := array(
	select distinct m.authority_id
	from private.my_posts() m
	join public.organisations o on o.id = m.organisation_id
	where m.kind = 'planner' and o.kind = 'authority'
);
	v_posts uuid[] := array(select private.posting_authorities());
	v_undelivered jsonb := jsonb_build_object('undelivered', 0);
	v_today date := private.today();
begin
	if v_posts <> '{}' then
		v_undelivered := jsonb_build_object(
			'undelivered', (select count(*) from (select from private.undelivered(v_posts) limit 501) x)
		);
	end if;
	if v_plans = '{}' then
		return nullif(v_undelivered, jsonb_build_object('undelivered', 0));
	end if;
	return v_undelivered
		|| jsonb_build_object(
			'overdue', (
				select count(*)
				from (
					select
					from public.need_reports r
					where r.authority_id = any (v_plans) and r.final_at is null and r.final_due_on < v_today
					limit 501
				) x
			),
			'interimOverdue', (
				select count(*)
				from (
					select
					from public.need_reports r
					where r.authority_id = any (v_plans)
						and r.interim_at is null
						and r.final_at is null
						and r.interim_due_on < v_today
						and r.final_due_on >= v_today
					limit 501
				) x
			),
			'new', (
				select count(*)
				from (
					select
					from public.need_reports r
					where r.authority_id = any (v_plans) and r.state = 'received'
					limit 501
				) x
			),
			'silent', (
				select count(*)
				from (
					select
					from public.need_reports r
					where r.authority_id = any (v_plans)
						and r.gap_asked_at is not null
						and r.gap_answered_at is null
					limit 501
				) x
			),
			'replied', (
				select count(*)
				from unnest(v_plans) a
				cross join lateral private.waiting_reports(a) w
				where w.kind = 'replied'
			)
		);
end
$$;
comment on function private.planning_figures() is
	'What a planner of the authority must not lose sight of, counted to 501; for an administrator what '
	'mail did not arrive, if any; null for others. Definer: see above.';
grant execute on function private.planning_figures() to authenticated;

create function private.news() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_me uuid := private.person_id();
	v_since timestamptz := (
		select coalesce(visited_before_at, visited_at, private.now()) from public.people where id = v_me
	);
begin
	return (
		with mine as materialized (select distinct m.organisation_id from private.my_posts() m),
		planned as materialized (
			select distinct m.authority_id
			from private.my_posts() m
			join public.organisations o on o.id = m.organisation_id
			where m.kind = 'planner' and o.kind = 'authority'
		),
		found as (
			select e.*
			from mine
			cross join lateral (
				select *
				from public.events e
				where e.organisation_id = mine.organisation_id
					and e.created_at > v_since
					and e.subject_kind = 'need_report'
					and e.person_id is distinct from v_me
				order by e.created_at desc
				limit 3
			) e
			union
			select e.*
			from planned
			cross join lateral (
				select *
				from public.events e
				where e.authority_id = planned.authority_id
					and e.created_at > v_since
					and e.subject_kind = 'need_report'
					and e.person_id is distinct from v_me
				order by e.created_at desc
				limit 3
			) e
		)
		select coalesce(jsonb_agg(to_jsonb(x)), '[]')
		from (
			select e.kind, e.created_at as at, r.number, r.title, e.post_title as "postTitle", e.detail,
				case
					when r.organisation_id in (select organisation_id from mine) then 'own'
					else 'planning'
				end as why
			from found e
			join public.need_reports r on r.id = e.subject_id
			order by e.created_at desc, e.id desc
			limit 3
		) x
	);
end
$$;
comment on function private.news() is
	'The three newest things since the visit before this one, of one''s organisations and of what one '
	'plans. Definer: see above.';
grant execute on function private.news() to authenticated;

create function private.next_own_meeting() returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'id', x.id,
		'title', x.title,
		'startsAt', x.starts_at,
		'place', x.place
	)
	from (select distinct p.organisation_id from private.my_posts() p) m
	cross join lateral (
		select n.id, n.title, n.starts_at, n.place
		from public.meetings n
		where n.organisation_id = m.organisation_id
			and n.starts_at > private.now()
			and n.cancelled_at is null
		order by n.starts_at
		limit 1
	) x
	order by x.starts_at
	limit 1
$$;
comment on function private.next_own_meeting() is
	'The next session of an organisation in which the person holds a post; null where none is known. '
	'Definer: see above.';
grant execute on function private.next_own_meeting() to authenticated;

create function public.start_page() returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
	v_writes uuid[] := array(select private.my_organisations(private.writing_kinds()));
	v_releases uuid[] := array(select private.my_organisations(private.releasing_kinds()));
	v_serves uuid[] := array(select private.my_authorities('{planner,administrator}'));
	v_tasks jsonb;
begin
	select coalesce(
		jsonb_agg(
			jsonb_strip_nulls(to_jsonb(t))
			order by case when t.kind <> 'reply' then t."dueOn" end nulls last,
				t.kind in ('continue', 'await_release', 'transcribe'), t.at
		),
		'[]'
	)
	into v_tasks
	from (
		(
			select 'release' as kind, d.id::text as ref, left(d.answers ->> 'title', 120) as title,
				private.name_of(d.written_by) as who, null::date as "dueOn", d.handed_in_at as at
			from public.need_report_drafts d
			where d.organisation_id = any (v_releases) and d.handed_in_at is not null
			order by d.handed_in_at
			limit 20
		)
		union all (
			select case
					when d.returned_at is not null then 'revise'
					when d.handed_in_at is not null then 'await_release'
					else 'continue'
				end,
				d.id::text, left(d.answers ->> 'title', 120), private.name_of(d.written_by), null,
				coalesce(d.handed_in_at, d.saved_at)
			from public.need_report_drafts d
			where d.organisation_id = any (v_writes)
				and (d.handed_in_at is null or not d.organisation_id = any (v_releases))
				and (
					d.written_by = private.person_id()
						or d.written_in in (select m.post_id from private.my_posts() m)
						or not exists (
							select
							from public.holdings h
							join public.posts p on p.id = h.post_id
							where h.person_id = d.written_by
								and p.organisation_id = d.organisation_id
								and private.is_current(h)
						)
				)
			order by d.saved_at desc
			limit 20
		)
		union all
		select r.kind, r.ref, r.title, r.who, r.due_on, r.at
		from private.report_tasks() r
		union all
		select c.kind, c.ref, c.title, c.who, c.due_on, c.at
		from private.call_tasks() c
		union all
		select v.kind, v.ref, v.title, v.who, v.due_on, v.at
		from private.votes_tasks() v
		union all
		select l.kind, l.ref, l.title, l.who, l.due_on, l.at
		from private.unreached_tasks() l
		union all (
			select 'barrier', b.number, left(b.message, 80), null, b.due_on, b.received_at
			from public.barrier_reports b
			where b.authority_id = any (v_serves) and b.answered_at is null
			order by b.due_on
			limit 15
		)
	) t;
	return jsonb_build_object(
		'today', private.today(),
		'tasks', v_tasks,
		'figures', private.planning_figures(),
		'nextMeeting', case when v_tasks = '[]' then private.next_own_meeting() end,
		'canReport', cardinality(v_writes) > 0,
		'news', private.news(),
		'vacant', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', v.id,
						'title', v.title,
						'organisationName', v.organisation_name,
						'duties', v.duties,
						'deputy', v.deputy
					)
				),
				'[]'
			)
			from (
				select v.*
				from (select distinct m.authority_id from private.my_posts() m) a
				cross join lateral private.vacancies(a.authority_id) v
				where v.duties > 0
				order by v.duties desc, v.organisation_name, v.title
				limit 5
			) v
		)
	);
end
$$;
comment on function public.start_page() is
	'Tasks of all posts the person holds, overdue first then by date, what has none by how long somebody '
	'waits, own drafts last: reports, calls, votes, barrier reports; '
	'a draft is its writer''s and the post''s in which it was begun, else everyone''s who writes; '
	'planners'' figures (an office''s planner: only what was handed over); news since the last visit; '
	'vacant posts with open duties. Its plans are kept, and those of the functions it asks: made anew '
	'for the posts of each person they cost more than what they find.';
grant execute on function public.start_page() to authenticated;
