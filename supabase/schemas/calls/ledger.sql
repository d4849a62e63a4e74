-- The ledger of a call: every addressee, how it was reached and what came back: what is read.

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
		select x.addressee_id, count(*) filter (where x.state in ('returned', 'bounced', 'failed')) as undelivered
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
	"keepsCalendar" boolean, "lacksMeeting" boolean
)
language plpgsql stable security definer set search_path = '' rows 200 as $$
declare c public.calls;
begin
	perform private.require(private.plans_call(p_call));
	select * into c from public.calls x where x.id = p_call;
	return query
	select a.id, a.organisation_name, o.kind, o.phone, coalesce(a.due_at, c.closes_at), a.invited_at,
		a.opened_at, a.begun_at, a.answered_at,
		private.standing(a, c.closed_at is null, r.has_returned), a.is_late, a.extension,
		coalesce(a.due_at > c.closes_at, false), d.letters, coalesce(d.is_waiting, false),
		coalesce(d.undelivered, 0), d.posted_at, g.confirmed_at, coalesce(n.said -> 'cells', '{}'),
		coalesce(n.said -> 'counts', '{}'),
		coalesce(m.first_inside, m.first_after), m.first_inside is not null, m.keeps_calendar,
		coalesce(m.lacks, false)
	from public.call_addressees a
	join public.organisations o on o.id = a.organisation_id
	cross join lateral (
		select exists (
			select
			from public.call_returns x
			where x.authority_id = a.authority_id and x.call_id = a.call_id and x.addressee_id = a.id
		) as has_returned
	) r
	left join private.of_kind('cells', p_call, p_addressee) n on n.about = a.id
	left join private.deliveries_of_call(p_call, p_addressee) d on d.addressee_id = a.id
	left join private.links_of_call(p_call, p_addressee) g on g.addressee_id = a.id
	left join private.meetings_inside(p_call, null, p_addressee) m on m.addressee_id = a.id
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
	where c.id = p_call and private.reads_what_came(c.id)
$$;
comment on function private.coverage(uuid) is
	'Municipalities of the district: all, those whose administration was asked, those it answered for. '
	'An association answers for its members. For planners, and for who reads the result. Definer: see ledger.';
grant execute on function private.coverage(uuid) to authenticated;

create function private.answered_by_field(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	with answered as materialized (
		select x.key, count(*) as n
		from private.of_kind('cells', p_call) k
		cross join json_object_keys(k.said -> 'cells') as x (key)
		where private.plans_call(p_call)
		group by x.key
	)
	select coalesce(
		jsonb_agg(f.said || jsonb_build_object('answered', coalesce(a.n, 0)) order by f.place), '[]'
	)
	from jsonb_array_elements(private.fields_of_call(p_call)) with ordinality f (said, place)
	left join answered a on a.key = f.said ->> 'key'
$$;
comment on function private.answered_by_field(uuid) is
	'What a call asks about, and how many addressees have answered it: the cells of the ledger, counted. '
	'Definer: cells are granted to nobody; planners only.';
grant execute on function private.answered_by_field(uuid) to authenticated;

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
