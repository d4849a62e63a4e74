-- Letters about reports and drafts: whom they reach and what there is to say.

create function private.notices_of_entry(p_kind text, p_detail jsonb) returns text[]
language sql immutable set search_path = '' as $$
	select case
		when p_kind = 'released' then array['receipt', 'news']
		when p_kind = 'entered' and p_detail ->> 'channel' = 'import' then '{}'
		when p_kind = 'entered' then array['receipt_entered', 'news_entered']
		when p_detail ? 'for' then array[p_kind, 'entered_words']
		else array[p_kind]
	end
$$;
comment on function private.notices_of_entry(text, jsonb) is
	'What is told of an entry. A report: a receipt to the reporters, news to the planners; reports that '
	'come by file are told of together (finish_import). What somebody entered for an organisation later: '
	'to that organisation as well.';

create function private.letters_of_reports(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	with senders as materialized (
		select a.id, private.authority_document(a) as document
		from public.authorities a
		where a.id in (select n.authority_id from private.notices n where n.id = any (p_notices))
	)
	select n.id,
		jsonb_build_object(
			'authority', a.document,
			'personName', e.person_name,
			'postTitle', e.post_title,
			'draftId', case when e.subject_kind = 'draft' then e.subject_id end,
			'number', r.number,
			'shortId', r.short_id,
			'title', coalesce(r.title, e.detail ->> 'title'),
			'organisationName', coalesce(
				r.organisation_name, (select o.name from public.organisations o where o.id = e.organisation_id)
			),
			'interimDueOn', r.interim_due_on,
			'finalDueOn', r.final_due_on,
			'officeDueOn', r.office_due_on,
			'detail', e.detail
		),
		case
			when n.kind = 'draft_handed_in'
				then private.recipients(e.organisation_id, private.releasing_kinds())
			when n.kind = 'draft_returned'
				then private.recipients(e.organisation_id, '{clerk,council_office,committee_officer}')
			when n.kind = 'handed_over' then private.recipients(r.office_id, '{planner}')
			when n.kind in ('news', 'news_entered', 'reply', 'addition', 'gap_answered')
				then private.planners_of(n.authority_id)
			else private.recipients(e.organisation_id, private.writing_kinds())
		end
	from private.notices n
	join senders a on a.id = n.authority_id
	join public.events e on e.id = (n.facts ->> 'event')::bigint and e.authority_id = n.authority_id
	left join public.need_reports r on e.subject_kind = 'need_report' and r.id = e.subject_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_reports(bigint[]) is
	'Who is told of an entry of the chronicle: the planners what came, the head what waits, an office what '
	'is handed over to it, everything else the reporting organisation.';

create function private.letters_of_contributions(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'authority', private.authority_document(a),
			'number', r.number,
			'title', r.title,
			'organisationName', r.organisation_name,
			'office', o.name,
			'finalDueOn', r.final_due_on
		),
		private.planners_of(n.authority_id)
	from private.notices n
	join public.authorities a on a.id = n.authority_id
	join public.need_report_contributions c on c.id = (n.facts ->> 'contribution')::uuid
	join public.need_reports r on r.id = c.report_id
	join public.organisations o on o.id = c.office_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_contributions(bigint[]) is
	'The planners are told that an office handed its contribution back; its words are read on the page.';

create function private.letters_of_overdue(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id, n.facts || jsonb_build_object('authority', private.authority_document(a)),
		private.planners_of(a.id)
	from private.notices n join public.authorities a on a.id = n.authority_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_overdue(bigint[]) is 'The planners are told how much is overdue.';

create function private.overdue_reports() returns table (authority_id uuid, overdue bigint, interims bigint)
language sql stable set search_path = '' as $$
	select r.authority_id, count(*) filter (where r.final_due_on < private.today()),
		count(*) filter (
			where r.interim_at is null
				and r.interim_due_on < private.today()
				and r.final_due_on >= private.today()
		)
	from public.need_reports r
	where r.final_at is null
		and (r.final_due_on < private.today() or r.interim_at is null and r.interim_due_on < private.today())
	group by r.authority_id
$$;
comment on function private.overdue_reports() is
	'Per authority how many answers and how many interim statuses are overdue today.';

create function public.remind_overdue() returns void
language sql volatile security definer set search_path = '' as $$
	select private.tell(
		'{overdue}', x.authority_id, 'authority', x.authority_id,
		jsonb_build_object('overdue', x.overdue, 'interimOverdue', x.interims)
	)
	from private.overdue_reports() x
	where not exists (
		select
		from private.notices n
		where n.authority_id = x.authority_id and n.kind = 'overdue'
			and (n.created_at at time zone 'Europe/Berlin')::date = private.today()
	)
$$;
comment on function public.remind_overdue() is
	'Daily: has the planners told how much is overdue, once a day. Definer: for the server only.';
