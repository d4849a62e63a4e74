-- Pages of calls: whom one asks, until when, what came back: what is read.

create function private.visit_addressee(p_addressee uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.call_addressees a set opened_at = private.now() from public.calls c
	where a.id = p_addressee
		and a.opened_at is null
		and c.id = a.call_id
		and c.state = 'open'
		and a.organisation_id in (select private.my_organisations());
end
$$;
comment on function private.visit_addressee(uuid) is
	'The first opening counts, while the call is open. Definer: nobody writes the ledger by hand.';
grant execute on function private.visit_addressee(uuid) to authenticated;

-- What the mail jobs need to know. Definer and for the server's role only: they cross the organisations'
-- walls to address mail.
create function private.people_of_post(p_post uuid, p_with_deputies boolean) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'personId', pe.id,
				'email', pe.email,
				'locale', pe.locale,
				'salutation', pe.salutation,
				'familyName', pe.family_name
			)
		),
		'[]'
	)
	from (
		select distinct h.person_id
		from public.holdings h
		where h.post_id = p_post
			and private.is_current(h)
			and (
				p_with_deputies
					or h.capacity = 'holder'
					or not exists (
						select
						from public.holdings x
						where x.post_id = p_post and x.capacity = 'holder' and private.is_current(x)
					)
			)
	) d
	join public.people pe on pe.id = d.person_id
$$;
comment on function private.people_of_post(uuid, boolean) is
	'Who holds a post; the deputy when it is vacant, or when it is asked for.';

create function private.recipients_of_notice(n public.call_notices) returns jsonb
language plpgsql stable set search_path = '' as $$
declare a public.call_addressees; c public.calls; v jsonb;
begin
	select * into a from public.call_addressees where id = n.addressee_id;
	select * into c from public.calls where id = n.call_id;
	if n.kind in ('extension_asked', 'answered') then
		v := private.people_of_post(c.post_id, false);
		return case when v = '[]' then private.planners_of(c.authority_id) else v end;
	elsif n.kind = 'handed_in' then
		return private.recipients(a.organisation_id, private.releasing_kinds());
	elsif n.escalates then
		select coalesce(jsonb_agg(distinct x.value), '[]')
		into v
		from public.posts p
		cross join lateral jsonb_array_elements(private.people_of_post(p.id, true)) x
		where p.organisation_id = a.organisation_id
			and p.kind = any (private.writing_kinds())
			and p.abolished_on is null;
		return v;
	end if;
	return private.recipients(a.organisation_id, private.writing_kinds());
end
$$;
comment on function private.recipients_of_notice(public.call_notices) is
	'Whom a notice reaches: writers and head of the addressee (escalating: deputies too), or the post '
	'responsible for the call.';

create function private.call_head(c public.calls) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'kind', c.kind,
		'slug', c.slug,
		'title', c.title,
		'state', c.state,
		'opensAt', c.opens_at,
		'closesAt', c.closes_at,
		'hasBegun', c.opens_at <= private.now(),
		'isOver', c.closes_at <= private.now()
	)
$$;
comment on function private.call_head(public.calls) is
	'What every page about a call says of it. The clock is asked here, not in the page.';
grant execute on function private.call_head(public.calls) to authenticated;

create function private.fields_of_call(p_call uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce((select k.said::jsonb from private.of_kind('fields', p_call) k), '[]')
$$;
comment on function private.fields_of_call(uuid) is
	'What a call asks about, in order, as [{key, label, labelEn}]: the columns of its ledger.';
grant execute on function private.fields_of_call(uuid) to authenticated;

create function public.list_calls(p_authority uuid, p_after text default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_plans boolean := p_authority in (
	select private.my_authorities('{planner}')
); v_after public.calls; v jsonb;
begin
	select * into v_after from public.calls where authority_id = p_authority and slug = p_after;
	with page as (
		select c as call, c.id, c.created_at
		from public.calls c
		where c.authority_id = p_authority
			and (v_after.id is null or (c.created_at, c.id) < (v_after.created_at, v_after.id))
		order by c.created_at desc, c.id desc
		limit 51
	),
	counted as (
		select a.call_id, count(*) as addressees, count(a.answered_at) as answered,
			count(*) filter (where a.extension = 'asked') as asking,
			count(*) filter (where a.answered_at is null and a.due_at > private.now()) as running
		from public.call_addressees a
		where a.authority_id = p_authority and a.call_id in (select id from page)
		group by a.call_id
	),
	own as (
		select a.call_id,
			jsonb_agg(
				jsonb_build_object(
					'organisationName', a.organisation_name,
					'dueAt', a.due_at,
					'answeredAt', a.answered_at,
					'isLate', a.is_late,
					'standing', private.standing(a, (p.call).state = 'open', r.addressee_id is not null)
				)
				order by a.organisation_name
			) as answers
		from public.call_addressees a
		join page p on p.id = a.call_id
		left join (
			select distinct x.addressee_id
			from public.call_returns x
			where x.authority_id = p_authority and x.organisation_id in (select private.my_organisations())
		) r on r.addressee_id = a.id
		where a.organisation_id in (select private.my_organisations())
		group by a.call_id
	)
	select jsonb_agg(
		private.call_head(p.call) || jsonb_build_object('own', coalesce(o.answers, '[]')) || case
			when v_plans
				then jsonb_build_object(
					'addressees', coalesce(n.addressees, 0),
					'answered', coalesce(n.answered, 0),
					'asking', coalesce(n.asking, 0),
					'running', coalesce(n.running, 0)
				)
			else '{}'
		end
		order by p.created_at desc, p.id desc
	)
	into v
	from page p left join counted n on n.call_id = p.id left join own o on o.call_id = p.id;
	v := coalesce(v, '[]');
	return jsonb_build_object(
		'canPlan', v_plans,
		'hasMore', jsonb_array_length(v) > 50,
		'calls', case when jsonb_array_length(v) > 50 then v - 50 else v end
	);
end
$$;
comment on function public.list_calls(uuid, text) is
	'Fifty calls the person may see, newest first, after the one with this short name; planners with '
	'the response, addressees with their own answers.';
grant execute on function public.list_calls(uuid, text) to authenticated;

-- Who is reached: the same people that recipients() writes to, counted for a whole authority at once.
create function private.reach_in(p_authority uuid) returns table (
	organisation_id uuid, people integer, posts jsonb
)
language sql stable security definer set search_path = '' as $$
	select o.id, count(distinct x.person_id)::integer,
	coalesce(jsonb_agg(distinct p.title) filter (where x.person_id is not null), '[]')
	from public.organisations o
	left join public.posts p on p.authority_id = o.authority_id
		and p.organisation_id = o.id
		and p.kind = any (private.writing_kinds())
		and p.abolished_on is null
	left join lateral (
		select h.person_id
		from public.holdings h
		where h.post_id = p.id
			and private.is_current(h)
			and (
				h.capacity = 'holder'
					or not exists (
						select
						from public.holdings y
						where y.post_id = p.id and y.capacity = 'holder' and private.is_current(y)
					)
			)
	) x on true
	where o.authority_id = p_authority and p_authority in (select private.my_authorities('{planner}'))
	group by o.id
$$;
comment on function private.reach_in(uuid) is
	'How many people a mail to each organisation reaches, and the titles of their posts; nothing for '
	'who does not plan. Definer: the policies of holdings ask row by row.';
grant execute on function private.reach_in(uuid) to authenticated;

create function private.meetings_of_call(p_call uuid, p_until timestamptz default null) returns jsonb
language sql stable security definer set search_path = '' as $$
	select case when private.plans_call(p_call) then private.meeting_check(p_call, p_until) end
$$;
comment on function private.meetings_of_call(uuid, timestamptz) is
	'The session check before a step is taken. Definer: meeting_check is granted to nobody; planners '
	'only.';
grant execute on function private.meetings_of_call(uuid, timestamptz) to authenticated;

create function private.lacks_meetings(p_call uuid, p_until timestamptz default null) returns boolean
language sql stable security definer set search_path = '' as $$
	select private.plans_call(p_call) and private.lack_meetings(private.meeting_check(p_call, p_until))
$$;
comment on function private.lacks_meetings(uuid, timestamptz) is
	'Is a word wanted on sessions outside the window? Definer: see meetings_of_call.';
grant execute on function private.lacks_meetings(uuid, timestamptz) to authenticated;

create function public.call_preparation(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return private.call_head(c)
		|| jsonb_build_object(
			'coveringText', c.covering_text,
			'purpose', c.purpose,
			'legalBasis', c.legal_basis,
			'readers', c.readers,
			'retention', c.retention,
			'postId', c.post_id,
			'previous', (
				select jsonb_build_object(
					'slug', p.slug,
					'title', p.title
				)
				from public.calls p
				where p.id = c.previous_id
			),
			'posts', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', p.id,
							'title', p.title,
							'organisationName', o.name,
							'phone', p.phone,
							'holder', (
								select private.name_of(h.person_id)
								from public.holdings h
								where h.post_id = p.id and private.is_current(h)
								order by h.capacity desc
								limit 1
							)
						)
						order by o.kind, o.name, p.title
					),
					'[]'
				)
				from public.posts p
				join public.organisations o on o.id = p.organisation_id
				where p.authority_id = p_authority and p.kind = 'planner' and p.abolished_on is null
			),
			'fields', private.fields_of_call(c.id),
			'addressees', (
				select coalesce(jsonb_agg(a.organisation_id order by a.organisation_name), '[]')
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'organisations', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', o.id,
							'name', o.name,
							'kind', o.kind,
							'people', coalesce(r.people, 0),
							'posts', coalesce(r.posts, '[]')
						)
						order by o.name
					),
					'[]'
				)
				from public.organisations o
				left join private.reach_in(p_authority) r on r.organisation_id = o.id
				where o.authority_id = p_authority and o.kind not in ('authority', 'office')
			),
			'circles', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', x.id,
							'name', x.name,
							'organisations', (
								select coalesce(jsonb_agg(y.organisation_id), '[]')
								from public.circle_members y
								where y.circle_id = x.id
							)
						)
						order by x.name
					),
					'[]'
				)
				from public.circles x
				where x.authority_id = p_authority
			),
			'meetings', private.meetings_of_call(c.id),
			'lacksMeetings', private.lacks_meetings(c.id)
		);
end
$$;
comment on function public.call_preparation(uuid, text) is
	'Everything the pages read on which a call is prepared: its parts, what there is to choose from, '
	'whom it reaches, the session check.';
grant execute on function public.call_preparation(uuid, text) to authenticated;

-- What became of the letters. A notice knows how many mails it became, the mail server what became of each.
create function private.mails_of_call(p_call uuid, p_addressee uuid default null)
returns table (addressee_id uuid, name text, recipient text, state text, at timestamptz, reason text)
language sql stable security definer set search_path = '' as $$
	select d.about, d.name, d.recipient, d.state, d.at, d.reason
	from private.deliveries_of(
		array(
			select a.id
			from public.calls c
			join public.call_addressees a on a.authority_id = c.authority_id and a.call_id = c.id
			where c.id = p_call and (p_addressee is null or a.id = p_addressee)
		)
	) d
	where d.kind <> 'draft_handed_in'
		and (
			d.person_id is null
				or d.person_id not in (
					select h.person_id
					from public.calls c
					join public.posts p on p.authority_id = c.authority_id and p.kind = 'planner'
					join public.holdings h on h.authority_id = p.authority_id and h.post_id = p.id
					where c.id = p_call
				)
		)
$$;
comment on function private.mails_of_call(uuid, uuid) is
	'The mails to addressees of a call, or one; what goes to the planning, or from a clerk to the head, '
	'is left out. Definer, granted to nobody: whoever calls it says first who may know.';

create function private.deliveries_of_call(p_call uuid, p_addressee uuid default null)
returns table (
	addressee_id uuid, letters integer, is_waiting boolean, undelivered integer, posted_at timestamptz
)
language sql stable security definer set search_path = '' as $$
	select n.addressee_id, (sum(n.letters) filter (where n.kind = 'invitation'))::integer,
	bool_or(n.written_at is null) filter (where n.kind = 'invitation'),
		coalesce(max(m.undelivered), 0)::integer,
		max(n.created_at) filter (where n.kind = 'letter')
	from public.calls c join public.call_notices n on n.authority_id = c.authority_id and n.call_id = c.id
	left join (
		select x.addressee_id, count(*) filter (where x.state in ('bounced', 'failed')) as undelivered
		from (
			select distinct on (d.addressee_id, d.recipient) d.addressee_id, d.state
			from private.mails_of_call(p_call, p_addressee) d
			order by d.addressee_id, d.recipient, d.at desc
		) x
		group by x.addressee_id
	) m on m.addressee_id = n.addressee_id
	where c.id = p_call and (p_addressee is null or n.addressee_id = p_addressee)
	group by n.addressee_id
$$;
comment on function private.deliveries_of_call(uuid, uuid) is
	'Per addressee of a call, or for one: how many invitations were mailed (0: nobody could be '
	'reached), whether they still wait, to how many people the newest mail did not arrive, when a '
	'letter was posted. Definer, granted to nobody: see mails_of_call.';

create function private.ledger(p_call uuid, p_addressee uuid default null) returns table (
	id uuid, "organisationName" text, "organisationKind" text, phone text,
	"dueAt" timestamptz, "invitedAt" timestamptz, "openedAt" timestamptz, "begunAt" timestamptz,
	"answeredAt" timestamptz, standing text, "isLate" boolean,
	extension text, "isExtended" boolean, letters integer, "isWaiting" boolean, undelivered integer,
	"postedAt" timestamptz, "confirmedAt" timestamptz, cells json, counts json,
	"nextMeeting" timestamptz, "meetsInside" boolean,
	"keepsCalendar" boolean
)
language plpgsql stable security definer set search_path = '' rows 200 as $$
declare c public.calls;
begin
	perform private.require(private.plans_call(p_call));
	select * into c from public.calls x where x.id = p_call;
	return query
	select a.id, a.organisation_name, o.kind, o.phone, coalesce(a.due_at, c.closes_at), a.invited_at,
		a.opened_at, a.begun_at, a.answered_at,
		private.standing(a, c.closed_at is null, r.addressee_id is not null), a.is_late, a.extension,
		coalesce(a.due_at > c.closes_at, false), d.letters, coalesce(d.is_waiting, false),
		coalesce(d.undelivered, 0), d.posted_at, g.confirmed_at, coalesce(n.said -> 'cells', '{}'),
		coalesce(n.said -> 'counts', '{}'),
		m.starts_at, coalesce(m.starts_at <= greatest(a.due_at, c.closes_at), false),
		case k.state when 'kept' then true when 'none' then false end
	from public.call_addressees a
	join public.organisations o on o.id = a.organisation_id
	left join (
		select distinct x.addressee_id
		from public.call_returns x
		where x.authority_id = c.authority_id
			and x.call_id = c.id
			and (p_addressee is null or x.addressee_id = p_addressee)
	) r on r.addressee_id = a.id
	left join private.of_kind('cells', p_call, p_addressee) n on n.about = a.id
	left join private.deliveries_of_call(p_call, p_addressee) d on d.addressee_id = a.id
	left join private.links_of_call(p_call, p_addressee) g on g.addressee_id = a.id
	left join public.meeting_calendars k on k.organisation_id = a.organisation_id
	cross join lateral (
		select min(x.starts_at) as starts_at
		from public.meetings x
		where x.organisation_id = a.organisation_id
			and x.cancelled_at is null
			and x.starts_at >= greatest(c.opens_at, private.now())
	) m
	where a.authority_id = c.authority_id
		and a.call_id = c.id
		and (p_addressee is null or a.id = p_addressee)
	order by a.organisation_name, a.id;
end
$$;
comment on function private.ledger(uuid, uuid) is
	'Every addressee of a call, or one, with what came of each field, how it was reached and when it '
	'meets: one pass over each table. Of what is being filled in it knows only that it was begun. '
	'Definer: mails and meetings are granted to nobody; planners only.';
grant execute on function private.ledger(uuid, uuid) to authenticated;

create function private.coverage(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'total', count(*),
		'asked', count(a.id),
		'covered', count(a.answered_at)
	)
	from public.calls c join public.municipalities m on m.authority_id = c.authority_id
	left join public.call_addressees a on a.call_id = c.id and a.organisation_id = m.administration_id
	where c.id = p_call and private.plans_call(c.id)
$$;
comment on function private.coverage(uuid) is
	'Municipalities of the district: all, those whose administration was asked, those it answered for. '
	'An association answers for its members. Definer: see ledger.';
grant execute on function private.coverage(uuid) to authenticated;

create function public.call_ledger(p_authority uuid, p_slug text) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return json_build_object(
		'call', private.call_head(c),
		'fields', private.fields_of_call(c.id),
		'addressees', (select coalesce(json_agg(l), '[]') from private.ledger(c.id) l),
		'coverage', private.coverage(c.id)
	);
end
$$;
comment on function public.call_ledger(uuid, text) is
	'The ledger of a call and its coverage: addressees by fields, in the order of their names. One '
	'document for the whole page, json because it is large: built as jsonb it costs twice as much.';
grant execute on function public.call_ledger(uuid, text) to authenticated;

create function public.call_reach(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return private.call_head(c)
		|| jsonb_build_object(
			'addressees', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', a.id,
							'organisationName', a.organisation_name,
							'isAnswered', a.answered_at is not null,
							'dueAt', coalesce(a.due_at, c.closes_at),
							'people', coalesce(r.people, 0),
							'posts', coalesce(r.posts, '[]')
						)
						order by a.organisation_name
					),
					'[]'
				)
				from public.call_addressees a
				left join private.reach_in(p_authority) r on r.organisation_id = a.organisation_id
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'others', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', o.id,
							'name', o.name,
							'kind', o.kind,
							'people', coalesce(r.people, 0),
							'posts', coalesce(r.posts, '[]')
						)
						order by o.name
					),
					'[]'
				)
				from public.organisations o
				left join private.reach_in(p_authority) r on r.organisation_id = o.id
				where o.authority_id = p_authority
					and o.kind not in ('authority', 'office')
					and not exists (
						select from public.call_addressees a where a.call_id = c.id and a.organisation_id = o.id
					)
			)
		);
end
$$;
comment on function public.call_reach(uuid, text) is
	'Whom a mail to each addressee would reach, and who could still be asked: the preview before '
	'anything is sent.';
grant execute on function public.call_reach(uuid, text) to authenticated;

create function public.call_step_options(
	p_authority uuid, p_slug text, p_until timestamptz default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return private.call_head(c)
		|| jsonb_build_object(
			'addressees', (
				select count(*)
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'silent', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', a.id,
							'organisationName', a.organisation_name,
							'dueAt', coalesce(a.due_at, c.closes_at),
							'isOverdue', coalesce(a.due_at < private.now(), false),
							'extension', a.extension
						)
						order by a.organisation_name
					),
					'[]'
				)
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id and a.answered_at is null
			),
			'obstacles', (
				select coalesce(jsonb_agg(k.said::jsonb), '[]')
				from private.of_kind('obstacles', c.id) k
			),
			'meetings', case when c.state = 'open' then private.meetings_of_call(c.id, p_until) end
		);
end
$$;
comment on function public.call_step_options(uuid, text, timestamptz) is
	'Before a call is prolonged, closed or published: who has not answered, what its kind knows to stand in '
	'the way, the session check until p_until (or the end of the window).';
grant execute on function public.call_step_options(uuid, text, timestamptz) to authenticated;

-- One addressee, and the whole record. Walks keys only: one call is most of a young table, and a small
-- part of it later. Read from end to end it would be quick at first and slow for good. Each part is
-- materialized: taken for one row, it was put together anew for every addressee.
create function private.facts_of_addressees(
	p_call uuid, p_addressee uuid default null
) returns table (addressee_id uuid, returns json, extensions json, notices json, mails json, links json)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off rows 200 as $$
begin
	perform private.require(private.plans_call(p_call));
	return query
	with asked as materialized (
		select a.id, a.authority_id
		from public.calls c
		join public.call_addressees a on a.authority_id = c.authority_id and a.call_id = c.id
		where c.id = p_call and (p_addressee is null or a.id = p_addressee)
	),
	returned as materialized (
		select r.addressee_id,
			json_agg(
				json_build_object(
					'at', r.created_at,
					'isLate', r.is_late,
					'channel', r.channel,
					'givenBy', r.given_by,
					'receivedOn', r.received_on,
					'personName', nullif(
						concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name), ''
					),
					'postTitle', p.title || ', ' || o.name,
					'said', k.said
				)
				order by r.created_at
			) as rows
		from asked a
		join public.call_returns r on r.authority_id = a.authority_id and r.addressee_id = a.id
		left join private.of_kind('returned', p_call, p_addressee) k on k.about = r.id
		left join public.people pe on pe.id = coalesce(r.released_by, r.entered_by)
		left join public.posts p on p.id = coalesce(r.released_in, r.entered_in)
		left join public.organisations o on o.id = p.organisation_id
		group by r.addressee_id
	),
	extended as materialized (
		select e.addressee_id,
			json_agg(
				json_build_object(
					'at', e.created_at,
					'askedUntil', e.asked_until,
					'reason', e.reason,
					'channel', e.channel,
					'personName', private.name_of(e.person_id),
					'postTitle', (select p.title from public.posts p where p.id = e.post_id),
					'decidedAt', d.created_at,
					'decision', d.outcome,
					'dueAt', d.due_at,
					'decisionReason', d.reason,
					'decidedBy', private.name_of(d.person_id),
					'decidedIn', (select p.title from public.posts p where p.id = d.post_id)
				)
				order by e.created_at
			) as rows
		from asked a
		join public.call_extensions e on e.authority_id = a.authority_id and e.addressee_id = a.id
		left join public.call_extension_decisions d on d.extension_id = e.id
		group by e.addressee_id
	),
	noticed as materialized (
		select n.addressee_id,
			json_agg(
				json_build_object(
					'at', n.created_at,
					'kind', n.kind,
					'letters', n.letters,
					'writtenAt', n.written_at,
					'body', n.body,
					'personName', nullif(
						concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name), ''
					),
					'postTitle', p.title
				)
				order by n.created_at
			) as rows
		from asked a
		join public.call_notices n on n.authority_id = a.authority_id
			and n.addressee_id = a.id
			and n.kind <> 'handed_in'
		left join public.people pe on pe.id = n.person_id
		left join public.posts p on p.id = n.post_id
		group by n.addressee_id
	),
	mailed as materialized (
		select d.addressee_id,
			json_agg(
				json_build_object(
					'at', d.at,
					'name', d.name,
					'state', d.state,
					'reason', d.reason
				)
				order by d.at
			) as rows
		from private.mails_of_call(p_call, p_addressee) d
		group by d.addressee_id
	)
	select a.id, coalesce(r.rows, '[]'), coalesce(e.rows, '[]'), coalesce(n.rows, '[]'),
		coalesce(m.rows, '[]'), coalesce(g.links, '[]')
	from asked a
	left join returned r on r.addressee_id = a.id
	left join extended e on e.addressee_id = a.id
	left join noticed n on n.addressee_id = a.id
	left join mailed m on m.addressee_id = a.id
	left join private.links_of_call(p_call, p_addressee) g on g.addressee_id = a.id;
end
$$;
comment on function private.facts_of_addressees(uuid, uuid) is
	'What the ledger holds about each addressee of a call, or one: returns, extensions, notices, mails, '
	'with names and posts; nothing of what it hands to its own head. Definer: columns of persons are '
	'granted to nobody; planners only.';
grant execute on function private.facts_of_addressees(uuid, uuid) to authenticated;

create function private.steps_of_call(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'at', s.created_at,
				'step', s.step,
				'closesAt', s.closes_at,
				'body', s.body,
				'meetings', s.meetings,
				'personName', private.name_of(s.person_id),
				'postTitle', (
					select p.title || ', ' || o.name
					from public.posts p
					join public.organisations o on o.id = p.organisation_id
					where p.id = s.post_id
				)
			)
			order by s.created_at
		),
		'[]'
	)
	from public.call_steps s where s.call_id = p_call and private.plans_call(p_call)
$$;
comment on function private.steps_of_call(uuid) is
	'The steps of a call with the session check as it was then. Definer: the check names other '
	'addressees; planners only.';
grant execute on function private.steps_of_call(uuid) to authenticated;

create function public.call_addressee(p_authority uuid, p_slug text, p_addressee uuid) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug); v record; f record;
begin
	select l.* into v from private.ledger(c.id, p_addressee) l;
	perform private.require(v.id is not null);
	select x.* into f from private.facts_of_addressees(c.id, p_addressee) x;
	return json_build_object(
		'call', private.call_head(c),
		'fields', private.fields_of_call(c.id),
		'addressee', row_to_json(v),
		'steps', private.steps_of_call(c.id),
		'reach', (
			select jsonb_build_object(
				'people', r.people,
				'posts', r.posts
			)
			from private.reach_in(p_authority) r
			where r.organisation_id = (select a.organisation_id from public.call_addressees a where a.id = v.id)
		),
		'own', (select k.said from private.of_kind('addressee', c.id, p_addressee) k),
		'returns', f.returns,
		'extensions', f.extensions,
		'notices', f.notices,
		'mails', f.mails,
		'links', f.links
	);
end
$$;
comment on function public.call_addressee(uuid, text, uuid) is
	'One addressee of a call: everything that stands on the record about it.';
grant execute on function public.call_addressee(uuid, text, uuid) to authenticated;

create function public.call_record(p_authority uuid, p_slug text) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return json_build_object(
		'call', private.call_head(c),
		'coveringText', c.covering_text,
		'purpose', c.purpose,
		'legalBasis', c.legal_basis,
		'readers', c.readers,
		'retention', c.retention,
		'now', private.now(),
		'post', (
			select p.title || ', ' || o.name
			from public.posts p
			join public.organisations o on o.id = p.organisation_id
			where p.id = c.post_id
		),
		'fields', private.fields_of_call(c.id),
		'coverage', private.coverage(c.id),
		'steps', private.steps_of_call(c.id),
		'addressees', (
			select coalesce(json_agg(x order by x."organisationName", x.id), '[]')
			from (
				select l.*, f.returns, f.extensions, f.notices, f.mails, f.links
				from private.ledger(c.id) l
				join private.facts_of_addressees(c.id) f on f.addressee_id = l.id
			) x
		)
	);
end
$$;
comment on function public.call_record(uuid, text) is
	'Beteiligungsnachweis: who was asked, how and when it was delivered, which session lay inside the '
	'window, what came back and when, and who never answered.';
grant execute on function public.call_record(uuid, text) to authenticated;

create function private.call_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_plans uuid[] := array(
		select distinct m.authority_id
		from private.my_posts() m
		join public.organisations o on o.id = m.organisation_id
		where m.kind = 'planner' and o.kind = 'authority'
	);
	v_kind text;
begin
	return query (
		select 'call_extension', c.kind || '/' || c.slug || '/' || a.id, c.title, a.organisation_name, null::date,
			e.created_at
		from public.call_addressees a
		join public.calls c on c.id = a.call_id and c.state = 'open'
		join lateral (
			select x.created_at
			from public.call_extensions x
			where x.addressee_id = a.id
			order by x.created_at desc
			limit 1
		) e on true
		where a.authority_id = any (v_plans) and a.extension = 'asked'
		order by e.created_at
		limit 15
	)
	union all (
		select 'call_close', c.kind || '/' || c.slug, c.title, null, null, c.closes_at
		from public.calls c
		where c.authority_id = any (v_plans)
			and c.state = 'open'
			and c.opens_at <= private.now()
			and not exists (
				select
				from public.call_addressees a
				where a.call_id = c.id and (a.answered_at is null and a.due_at > private.now() or a.extension = 'asked')
			)
		order by c.closes_at
		limit 10
	)
	union all (
		select 'call_publish', c.kind || '/' || c.slug, c.title, null, null, c.closed_at
		from public.calls c
		where c.authority_id = any (v_plans) and c.state = 'closed'
		order by c.closed_at
		limit 10
	)
	union all (
		select 'call_undelivered', c.kind || '/' || c.slug || '/' || a.id, c.title, a.organisation_name,
			(a.due_at at time zone 'Europe/Berlin')::date, a.invited_at
		from public.calls c
		cross join lateral private.deliveries_of_call(c.id) d
		join public.call_addressees a on a.id = d.addressee_id
		where c.authority_id = any (v_plans)
			and c.state = 'open'
			and a.answered_at is null
			and a.opened_at is null
			and d.posted_at is null
			and not exists (
				select
				from private.addressee_links l
				join private.addressee_link_uses u on u.link_id = l.id
				where l.authority_id = a.authority_id and l.addressee_id = a.id
			)
			and (d.letters = 0 or d.undelivered >= d.letters)
		order by a.due_at
		limit 15
	);
	for v_kind in select k.kind from private.call_kinds k order by k.kind loop
		return query execute format('select * from private.%I()', v_kind || '_tasks');
	end loop;
end
$$;
comment on function private.call_tasks() is
	'What waits for the person in calls: for planners extensions to decide, calls to close or publish, '
	'invitations that reached nobody; for addressees what each kind asks of them. Definer: see report_tasks.';
grant execute on function private.call_tasks() to authenticated;

create function public.call_letter(p_addressee uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb;
begin
	perform private.require(private.reads_addressee(p_addressee));
	select jsonb_build_object(
		'title', c.title,
		'slug', c.slug,
		'coveringText', c.covering_text,
		'dueAt', coalesce(a.due_at, c.closes_at),
		'organisationName', a.organisation_name,
		'place', o.place,
		'today', private.today(),
		'purpose', c.purpose,
		'legalBasis', c.legal_basis,
		'readers', c.readers,
		'retention', c.retention,
		'responsible', private.responsible_for(c.post_id),
		'fields', private.fields_of_call(c.id)
	) || coalesce((select k.said::jsonb from private.of_kind('letter', c.id, a.id) k), '{}')
	into v
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	join public.organisations o on o.id = a.organisation_id
	where a.id = p_addressee;
	return v;
end
$$;
comment on function public.call_letter(uuid) is
	'What stands in the letter and the printed form of a call, for both sides. Nothing of what was filled in.';
grant execute on function public.call_letter(uuid) to authenticated;

create function private.responsible_post(p_post uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'title', p.title,
		'phone', coalesce(p.phone, a.phone),
		'name', coalesce(
			(
				select private.name_of(h.person_id)
				from public.holdings h
				where h.post_id = p.id and private.is_current(h)
				order by h.capacity = 'deputy', h.starts_on
				limit 1
			),
			''
		)
	)
	from public.posts p
	join public.authorities a on a.id = p.authority_id
	where p.id = p_post
$$;
comment on function private.responsible_post(uuid) is
	'Who answers for a call: holder, else deputy, else the post alone. Definer, granted to nobody: whoever '
	'calls it says first who may know.';

create function private.responsible_for(p_post uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.responsible_post(p.id)
	from public.posts p
	where p.id = p_post and p.kind = 'planner' and p.authority_id in (select private.my_authorities())
$$;
comment on function private.responsible_for(uuid) is
	'Who answers for a call, for members of its authority. '
	'Definer: a letter names the helper to whoever may read it.';
grant execute on function private.responsible_for(uuid) to authenticated;
