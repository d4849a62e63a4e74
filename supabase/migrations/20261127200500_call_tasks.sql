-- Why: a call that nobody is reminded of by their own first page is a call that waits. Planners see what they have to decide,
-- addressees until when they have time; an open call counts as a duty, so that a vacant post with one is shown and escalates.

create index call_addressees_asking on public.call_addressees (authority_id) where extension = 'asked';
create index calls_waiting on public.calls (authority_id, closes_at) where state in ('open', 'closed');

create function private.call_tasks() returns table (kind text, ref text, title text, who text, due_on date, at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_plans uuid[] := array(select distinct m.authority_id from private.my_posts() m join public.organisations o on o.id = m.organisation_id
		where m.kind = 'planner' and o.kind = 'authority');
	v_writes uuid[] := array(select private.my_organisations(private.writing_kinds()));
	v_releases uuid[] := array(select private.my_organisations(private.releasing_kinds()));
begin
	return query (select 'call_extension', c.slug || '/ruecklauf/' || a.id, c.title, a.organisation_name, null::date, e.created_at
		from public.call_addressees a join public.calls c on c.id = a.call_id and c.state = 'open'
		join lateral (select x.created_at from public.call_extensions x where x.addressee_id = a.id order by x.created_at desc limit 1) e on true
		where a.authority_id = any (v_plans) and a.extension = 'asked' order by e.created_at limit 15)
	union all (select 'call_close', c.slug, c.title, null, null, c.closes_at from public.calls c
		where c.authority_id = any (v_plans) and c.state = 'open' and c.opens_at <= now()
			and not exists (select from public.call_addressees a where a.call_id = c.id and (a.answered_at is null and a.due_at > now() or a.extension = 'asked'))
		order by c.closes_at limit 10)
	union all (select 'call_publish', c.slug, c.title, null, null, c.closed_at from public.calls c
		where c.authority_id = any (v_plans) and c.state = 'closed' order by c.closed_at limit 10)
	union all (select 'call_undelivered', c.slug || '/ruecklauf/' || a.id, c.title, a.organisation_name, (a.due_at at time zone 'Europe/Berlin')::date, a.invited_at
		from public.calls c cross join lateral private.deliveries_of_call(c.id) d join public.call_addressees a on a.id = d.addressee_id
		where c.authority_id = any (v_plans) and c.state = 'open' and a.answered_at is null and a.opened_at is null and d.posted_at is null
			and (d.letters = 0 or d.undelivered >= d.letters) order by a.due_at limit 15)
	union all (select case
			when a.organisation_id = any (v_releases) and exists (select from public.survey_answers s where s.addressee_id = a.id and private.waits_for_release(s)) then 'survey_release'
			when a.organisation_id <> all (v_releases) and exists (select from public.call_notices n where n.authority_id = a.authority_id and n.addressee_id = a.id and n.kind = 'handed_in')
				and not exists (select from public.call_fields f where f.call_id = a.call_id
					and not exists (select from public.survey_returns r where r.addressee_id = a.id and r.field_of_action = f.field_of_action)
					and not exists (select from public.survey_answers s where s.addressee_id = a.id and s.field_of_action = f.field_of_action and private.waits_for_release(s)
						and private.is_handed_in(s))
					and not exists (select from public.need_report_drafts d where d.authority_id = a.authority_id and d.addressee_id = a.id
						and d.answers ->> 'field_of_action' = f.field_of_action and d.handed_in_at is not null)) then 'survey_await'
			else 'survey_answer' end, c.slug || '/antwort', c.title, a.organisation_name, (a.due_at at time zone 'Europe/Berlin')::date, a.invited_at
		from public.call_addressees a join public.calls c on c.id = a.call_id and c.state = 'open' and c.opens_at <= now()
		where a.organisation_id = any (v_writes) and a.answered_at is null order by a.due_at limit 20);
end
$$;
comment on function private.call_tasks() is
	'What waits for the person in calls: for planners extensions to decide, calls to close or publish, invitations that reached nobody; for addressees their answer (or that it lies with the head), for heads its release. Definer: see report_tasks.';
grant execute on function private.call_tasks() to authenticated;

create or replace function private.duties_of(p_posts uuid[]) returns table (post_id uuid, duties integer)
language sql stable security definer set search_path = '' as $$
	select p.id, (case
		when p.kind = 'planner' and o.kind = 'authority' then (select count(*) from (
			select from public.need_reports r where r.authority_id = p.authority_id and r.final_at is null limit 500) x)
		when p.kind = 'planner' then (select count(*) from public.need_reports r where r.office_id = o.id and r.final_at is null)
		when p.kind = any (private.writing_kinds()) then (select count(*) from public.need_reports r where r.authority_id = p.authority_id
			and r.organisation_id = o.id and (r.state = 'clarification' or r.gap_asked_at is not null and r.gap_answered_at is null))
			+ (select count(*) from public.call_addressees a join public.calls c on c.id = a.call_id and c.state = 'open'
				where a.organisation_id = o.id and a.answered_at is null)
		else 0 end
		+ case when p.kind = 'planner' then (select count(*) from public.calls c where c.authority_id = p.authority_id and c.post_id = p.id and c.state = 'open') else 0 end)::integer
	from public.posts p join public.organisations o on o.id = p.organisation_id
	where p.id = any (p_posts) and p.authority_id in (select private.my_authorities())
$$;
comment on function private.duties_of(uuid[]) is
	'What waits for posts: unanswered reports; open questions; an open call for the post responsible and for those who write for an addressee. Never what an organisation is still writing. Definer: counts for administrators, who see no reports.';

create or replace function public.start_page() returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	v_writes uuid[] := array(select private.my_organisations(private.writing_kinds()));
	v_releases uuid[] := array(select private.my_organisations(private.releasing_kinds()));
	v_serves uuid[] := array(select private.my_authorities('{planner,administrator}'));
	v_tasks jsonb;
begin
	select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(t)) order by t."dueOn" nulls last, t.at), '[]') into v_tasks from (
		(select 'release' as kind, d.id::text as ref, left(d.answers ->> 'title', 120) as title, private.name_of(d.written_by) as who, null::date as "dueOn", d.handed_in_at as at
		from public.need_report_drafts d where d.organisation_id = any (v_releases) and d.handed_in_at is not null order by d.handed_in_at limit 20)
		union all
		(select case when d.returned_at is not null then 'revise' when d.handed_in_at is not null then 'await_release' else 'continue' end, d.id::text,
			left(d.answers ->> 'title', 120), private.name_of(d.written_by), null, d.saved_at
		from public.need_report_drafts d where d.organisation_id = any (v_writes) and (d.handed_in_at is null or not d.organisation_id = any (v_releases))
			and (d.written_by = private.person_id() or d.written_in in (select m.post_id from private.my_posts() m) or not exists (
				select from public.holdings h join public.posts p on p.id = h.post_id
				where h.person_id = d.written_by and p.organisation_id = d.organisation_id and private.is_current(h)))
		order by d.saved_at desc limit 20)
		union all
		select r.kind, r.ref, r.title, r.who, r.due_on, r.at from private.report_tasks() r
		union all
		select c.kind, c.ref, c.title, c.who, c.due_on, c.at from private.call_tasks() c
		union all
		(select 'barrier', b.number, left(b.message, 80), null, b.due_on, b.received_at
		from public.barrier_reports b where b.authority_id = any (v_serves) and b.answered_at is null order by b.due_on limit 15)
	) t;
	return jsonb_build_object('today', private.today(), 'tasks', v_tasks, 'figures', private.planning_figures(),
		'canReport', cardinality(v_writes) > 0,
		'news', private.news(),
		'vacant', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'organisationName', v.organisation_name, 'duties', v.duties, 'deputy', v.deputy)), '[]')
			from (select v.* from (select distinct m.authority_id from private.my_posts() m) a cross join lateral private.vacancies(a.authority_id) v
				where v.duties > 0 order by v.duties desc, v.organisation_name, v.title limit 5) v));
end
$$;
comment on function public.start_page() is
	'Tasks of all posts the person holds, overdue first then by date: reports, calls, barrier reports; a draft is its writer''s and the post''s in which it was begun, else everyone''s who writes; planners'' figures (an office''s planner: only what was handed over); news since the last visit; vacant posts with open duties.';
