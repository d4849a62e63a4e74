-- Rules of votes: who sees one, who is entitled, when something is carried.

create function private.presiding_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['council_chair', 'council_office', 'committee_officer']
$$;
comment on function private.presiding_kinds() is
	'Who opens a vote of a body and enters what a session decided. Assistants never do.';
grant execute on function private.presiding_kinds() to authenticated;

create function private.my_bodies() returns setof uuid
language sql stable security definer set search_path = '' rows 2 as $$
	select o.id
	from public.organisations o
	where o.id in (select private.my_organisations(private.participating_kinds()))
		and o.kind in ('advisory_council', 'welfare_umbrella')
	union
	select o.parent_id
	from public.organisations o
	where o.id in (select private.my_organisations(private.participating_kinds()))
		and o.kind = 'member_association'
$$;
comment on function private.my_bodies() is
	'The bodies whose votes the person sees: those of an own post, and the umbrella of an own association. '
	'Definer: the policies of votes ask it.';
grant execute on function private.my_bodies() to authenticated;

create function private.presides(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select p_organisation in (select private.my_organisations(private.presiding_kinds()))
$$;
comment on function private.presides(uuid) is
	'May the person open votes of this body? Definer: see my_posts.';
grant execute on function private.presides(uuid) to authenticated;

-- What a vote is about is known by functions named after its kind: <kind>_wording(id) gives {title,
-- wording, text, hash, organisationId, items: [{ref, title, quote, body, proposal}]} while it is frozen;
-- <kind>_put_to_vote(id, vote) holds it so from then on, or refuses; <kind>_decided(id, vote, outcome, mode,
-- day) hears how a vote on it ended, and of a correction that turns that round; <kind>_told(id) says whether
-- what was decided has been submitted.
create function private.vote_subjects() returns text[] language sql immutable set search_path = '' as $$
	select array['statement']
$$;
comment on function private.vote_subjects() is 'Kinds of things that can be voted on.';

create function private.require_vote_subjects() returns void
language plpgsql stable set search_path = '' as $$
declare v_missing text;
begin
	select string_agg(f, ', ')
	into v_missing
	from (
		select format('private.%I(%s)', k || '_' || h.name, h.arguments) as f
		from unnest(private.vote_subjects()) k
		cross join (
			values ('wording', 'uuid'), ('told', 'uuid'), ('put_to_vote', 'uuid, uuid'),
				('decided', 'uuid, uuid, text, text, date')
		) h (name, arguments)
	) x
	where to_regprocedure(f) is null;
	if v_missing is not null then
		raise exception 'a subject of votes lacks %', v_missing;
	end if;
end
$$;
comment on function private.require_vote_subjects() is
	'Refuses rules in which a subject of votes lacks one of its functions. Asked when all files are there.';

create function private.vote_wording(p_kind text, p_subject uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb;
begin
	perform private.require(p_kind = any (private.vote_subjects()));
	execute format('select private.%I($1)', p_kind || '_wording') into v using p_subject;
	return v;
end
$$;
comment on function private.vote_wording(text, uuid) is
	'The frozen wording of a subject; null while there is none. Granted to nobody: see vote_subjects.';

create function private.is_wording_current(v public.votes) returns boolean
language sql stable security definer set search_path = '' as $$
	select coalesce(private.vote_wording(v.subject_kind, v.subject_id) ->> 'hash' = v.wording_hash, false)
$$;
comment on function private.is_wording_current(public.votes) is
	'Is the vote still on the words that it was opened on? Definer: asks past the policies of the subject; '
	'whoever asks sees the vote.';
grant execute on function private.is_wording_current(public.votes) to authenticated;

create function private.seats_of(p_organisation uuid) returns table (
	place integer, post_id uuid, seat text, is_association boolean, person_id uuid, person_name text
)
language sql stable security definer set search_path = '' rows 20 as $$
	with posts as (
		select p.id, p.kind, p.title, o.id as organisation_id, o.name,
			o.kind = 'member_association' as is_association
		from public.organisations b
		join public.organisations o on o.authority_id = b.authority_id
			and case b.kind when 'welfare_umbrella' then o.parent_id = b.id else o.id = b.id end
		left join public.posts p on p.organisation_id = o.id
			and p.abolished_on is null
			and case b.kind
				when 'welfare_umbrella' then p.kind = 'committee_officer'
				else p.kind in ('council_chair', 'council_voting')
			end
		where b.id = p_organisation and (p.id is not null or o.kind = 'member_association')
	),
	held as (
		select p.*, h.person_id, h.starts_on,
			row_number() over (
				partition by case when p.is_association then p.organisation_id else h.person_id end, h.id is null
				order by h.id is null, h.capacity = 'deputy', p.kind <> 'council_chair', h.starts_on, p.id
			) as turn
		from posts p
		left join public.holdings h on h.post_id = p.id
			and private.is_current(h)
			and (h.capacity = 'holder' or p.is_association)
	)
	select (row_number() over (
			order by d.person_id is null, d.kind <> 'council_chair',
				case when d.is_association then d.name else d.title end, pe.family_name, pe.given_name, d.id
		))::integer,
		d.id, case when d.is_association then d.name else d.title end, d.is_association, d.person_id,
		private.name_of(d.person_id)
	from held d
	left join public.people pe on pe.id = d.person_id
	where case
			when d.person_id is not null then d.turn = 1
			when d.is_association
				then d.turn = 1
					and not exists (
						select from held x where x.organisation_id = d.organisation_id and x.person_id is not null
					)
			else true
		end
$$;
comment on function private.seats_of(uuid) is
	'The seats of a body with a vote: of a council the chair and each voting member, once each; of an '
	'umbrella each of its associations. A seat that nobody holds has no person. Definer, granted to '
	'nobody: whoever calls it says first who may know.';

create function private.may_act_for(e public.vote_electors) returns boolean
language sql stable security definer set search_path = '' as $$
	select case
		when s.elector_id is not null
			then s.person_id = private.person_id()
				and exists (select from private.held_posts() h where h.post_id = s.post_id)
		else (e.is_association or e.person_id = private.person_id())
			and exists (select from private.held_posts() h where h.post_id = e.post_id)
	end
	from (select e.id) x
	left join public.vote_substitutions s on s.elector_id = x.id
$$;
comment on function private.may_act_for(public.vote_electors) is
	'May the person vote on this seat today? The member itself while it holds the post, or instead of it '
	'who stepped in; assistants never. Definer: see held_posts.';
grant execute on function private.may_act_for(public.vote_electors) to authenticated;

create function private.substitutes_for(p_vote uuid) returns table (
	person_id uuid, person_name text, post_id uuid, post_title text, elector_id uuid
)
language sql stable security definer set search_path = '' rows 5 as $$
	select x.*
	from public.votes v
	cross join lateral (
		select h.person_id, private.name_of(h.person_id), p.id, p.title, null::uuid
		from public.posts p
		join public.holdings h on h.post_id = p.id and h.capacity = 'holder' and private.is_current(h)
		where p.organisation_id = v.organisation_id
			and p.kind = 'council_substitute'
			and p.abolished_on is null
		union all
		select h.person_id, private.name_of(h.person_id), p.id, p.title, e.id
		from public.vote_electors e
		join public.posts p on p.id = e.post_id and p.abolished_on is null
		join public.holdings h on h.post_id = p.id and h.capacity = 'deputy' and private.is_current(h)
		where e.vote_id = v.id and not e.is_association
	) x (person_id, person_name, post_id, post_title, elector_id)
	where v.id = p_vote
		and v.organisation_id in (select private.my_bodies())
		and not exists (
			select from public.vote_electors e where e.vote_id = v.id and e.person_id = x.person_id
		)
$$;
comment on function private.substitutes_for(uuid) is
	'Who could step in: substitutes of the body for anybody, the deputy of a seat for that seat. Definer: '
	'reads holdings for those who see the vote, and nothing for others.';
grant execute on function private.substitutes_for(uuid) to authenticated;

create function private.is_carried(
	p_majority text, p_yes integer, p_no integer, p_entitled integer
) returns boolean
language sql immutable set search_path = '' as $$
	select case p_majority
		when 'simple' then p_yes > p_no
		when 'absolute' then 2 * p_yes > p_entitled
		when 'two_thirds' then p_yes > 0 and 3 * p_yes >= 2 * (p_yes + p_no)
		when 'consensus' then p_yes > 0 and p_no = 0
	end
$$;
comment on function private.is_carried(text, integer, integer, integer) is
	'The one rule for whether something is carried. Abstentions are no votes.';

create function private.counted(
	v public.votes, p_present uuid[], p_excluded jsonb, p_tallies jsonb
) returns table (
	item_id uuid, place integer, yes integer, no integer, abstained integer, entitled integer,
	present integer, excluded integer, needed integer, outcome text
)
language sql stable set search_path = '' as $$
	select i.id, i.place, t.yes, t.no, t.abstained, n.entitled, n.present, n.excluded, q.needed,
		case
			when n.present < q.needed then 'no_quorum'
			when private.is_carried(v.majority, t.yes, t.no, n.entitled) then 'carried'
			else 'rejected'
		end
	from public.vote_items i
	cross join lateral (
		select coalesce((p_tallies -> i.place::text ->> 'yes')::integer, 0) as yes,
			coalesce((p_tallies -> i.place::text ->> 'no')::integer, 0) as no,
			coalesce((p_tallies -> i.place::text ->> 'abstained')::integer, 0) as abstained
	) t
	cross join lateral (
		select (count(*) filter (where not x.is_excluded))::integer as entitled,
			(count(*) filter (where not x.is_excluded and x.id = any (p_present)))::integer as present,
			(count(*) filter (where x.is_excluded))::integer as excluded
		from (
			select e.id, coalesce(p_excluded -> e.id::text @> to_jsonb(i.place), false) as is_excluded
			from public.vote_electors e
			where e.vote_id = v.id
		) x
	) n
	cross join lateral (select coalesce(v.quorum, n.entitled / 2 + 1) as needed) q
	where i.vote_id = v.id
	order by i.place
$$;
comment on function private.counted(public.votes, uuid[], jsonb, jsonb) is
	'The result by item, of who was present (electors), who is excluded ({elector: [places]}) and the votes '
	'({place: {yes, no, abstained}}). Who has a conflict of interest neither votes nor counts: neither among '
	'those present nor among those entitled.';

create function private.overall(p_outcomes text[]) returns text
language sql immutable set search_path = '' as $$
	select case
		when 'carried' = all (p_outcomes) then 'carried'
		when 'carried' = any (p_outcomes) then 'partly'
		when 'no_quorum' = all (p_outcomes) then 'no_quorum'
		else 'rejected'
	end
$$;
comment on function private.overall(text[]) is
	'What the items come to. A wording is carried only as it stands: with all its points.';

create function private.excluded_in(p_vote uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_object_agg(x.elector_id, x.places), '{}')
	from (
		select c.elector_id, jsonb_agg(i.place order by i.place) as places
		from public.vote_conflicts c
		join public.vote_items i on i.id = c.item_id
		where c.vote_id = p_vote and c.result_id is null
		group by c.elector_id
	) x
$$;
comment on function private.excluded_in(uuid) is
	'Who said during a circular vote that they have a conflict of interest: {elector: [places]}.';

create function private.running_vote(p_vote uuid, p_mode text) returns public.votes
language plpgsql volatile set search_path = '' as $$
declare v public.votes;
begin
	select * into v from public.votes where id = p_vote for update;
	perform private.require(v.organisation_id in (select private.my_bodies()));
	if v.mode <> p_mode then
		raise exception '%', case v.mode
			when 'session' then 'votes_error_in_session'
			else 'votes_error_circular'
		end using errcode = 'RULED';
	elsif v.state <> 'open' or v.closes_at <= private.now() then
		raise exception 'votes_error_over' using errcode = 'RULED';
	elsif not private.is_wording_current(v) then
		raise exception 'votes_error_wording_changed' using errcode = 'RULED';
	end if;
	return v;
end
$$;
comment on function private.running_vote(uuid, text) is
	'The vote, locked: those who act on one at once wait for each other. NOTFD outside its body; RULED when '
	'it is not of this mode, over, or its words were changed. Granted to nobody: its callers are definers.';

create function private.elector_in(v public.votes, p_elector uuid) returns public.vote_electors
language plpgsql stable set search_path = '' as $$
declare e public.vote_electors;
begin
	select * into e from public.vote_electors where id = p_elector and vote_id = v.id;
	perform private.require(e.id is not null);
	if exists (select from public.vote_casts c where c.elector_id = e.id) then
		raise exception 'votes_error_already_cast' using errcode = 'RULED';
	end if;
	return e;
end
$$;
comment on function private.elector_in(public.votes, uuid) is
	'A seat of this vote that has not voted yet. NOTFD, RULED. Granted to nobody: see running_vote.';

create function private.keep_vote() returns trigger
language plpgsql set search_path = '' as $$
declare v_course text[] := array[
		'state', 'outcome', 'closed_at', 'reminded_at', 'meeting_id', 'person_id', 'person_name', 'post_id'
	];
begin
	if to_jsonb(new) - v_course <> to_jsonb(old) - v_course or old.state = 'closed' and new.state <> 'closed'
	then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_vote() is
	'What a vote is on, how, and for whom stays for the owner of the database too; how it went is added.';
