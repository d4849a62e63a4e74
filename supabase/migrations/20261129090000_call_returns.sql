-- Why: what an addressee returns is one act, by somebody, on a day, by letter or by a click; and something
-- that fills it, which differs from kind to kind. So a return is a row, and the fields of a survey hang below
-- it. Until now the record guessed from the minute what had been returned in one go, and told one as two.

create table public.call_returns (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	addressee_id uuid not null,
	organisation_id uuid not null,
	outcome text not null check (outcome in ('submitted', 'nil_return')),
	channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	given_by text check (length(given_by) <= 160),
	received_on date,
	is_late boolean not null,
	corrects_id uuid references public.call_returns on delete restrict,
	released_by uuid references public.people on delete set null,
	released_in uuid references public.posts on delete set null,
	entered_by uuid references public.people on delete set null,
	entered_in uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	unique (authority_id, id),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict
);
comment on table public.call_returns is
	'Rücklauf: one act by which an addressee answered, or somebody entered its answer. Immutable; a later one '
	'corrects the one before. A nil return is an answer, a late one too.';
comment on column public.call_returns.given_by is
	'Who said or signed it, when it came on paper or by phone.';
comment on column public.call_returns.received_on is
	'The day it came in, when it came on paper or by phone: what counts for in time or late.';
comment on column public.call_returns.corrects_id is 'The newest return of which it replaces something.';
create index on public.call_returns (authority_id, call_id, addressee_id, created_at);
create index on public.call_returns (authority_id, addressee_id, created_at);
create index on public.call_returns (authority_id, organisation_id);
create index on public.call_returns (corrects_id);
create index on public.call_returns (released_by);
create index on public.call_returns (released_in);
create index on public.call_returns (entered_by);
create index on public.call_returns (entered_in);
alter table public.call_returns enable row level security;

alter table public.survey_returns rename to survey_return_fields;
comment on table public.survey_return_fields is
	'What fills a return of a needs survey: what was said of one field of action. Immutable.';
alter table public.survey_return_fields add column return_id uuid;
create index on public.survey_return_fields (authority_id, return_id);

-- What was returned before: fields that one person returned in the same way within two seconds of each other
-- were one act. It takes the id of its first field.
with told as (
	select f.id, f.created_at,
		row_number() over way as place,
		coalesce(f.created_at - lag(f.created_at) over way > interval '2 seconds', true) as begins,
		dense_rank() over (
			order by f.addressee_id, f.channel, f.given_by, f.received_on, f.released_by, f.entered_by, f.is_late
		) as way_number
	from public.survey_return_fields f
	window way as (
		partition by f.addressee_id, f.channel, f.given_by, f.received_on, f.released_by, f.entered_by, f.is_late
		order by f.created_at, f.id
	)
),
acts as (
	select t.id, t.place, t.way_number,
		count(*) filter (where t.begins) over (partition by t.way_number order by t.place) as act
	from told t
)
update public.survey_return_fields f set return_id = x.first_id
from (select id, first_value(id) over (partition by way_number, act order by place) as first_id from acts) x
where x.id = f.id;

insert into public.call_returns (
	id, authority_id, call_id, addressee_id, organisation_id, outcome, channel, given_by, received_on, is_late,
	released_by, released_in, entered_by, entered_in, created_at
)
select f.id, f.authority_id, f.call_id, f.addressee_id, f.organisation_id,
	case
		when exists (
			select from public.survey_return_fields x where x.return_id = f.id and x.outcome = 'needs'
		) then 'submitted'
		else 'nil_return'
	end,
	f.channel, f.given_by, f.received_on, f.is_late, f.released_by, f.released_in, f.entered_by, f.entered_in,
	f.created_at
from public.survey_return_fields f
where f.return_id = f.id;

update public.call_returns r set corrects_id = (
	select b.id
	from public.survey_return_fields f
	join public.survey_return_fields c on c.id = f.corrects_id
	join public.call_returns b on b.id = c.return_id
	where f.return_id = r.id and b.id <> r.id
	order by b.created_at desc
	limit 1
);

alter table public.survey_return_fields
	alter column return_id set not null,
	add foreign key (authority_id, return_id)
		references public.call_returns (authority_id, id) on delete cascade,
	drop column channel,
	drop column given_by,
	drop column received_on,
	drop column is_late,
	drop column released_by,
	drop column released_in,
	drop column entered_by,
	drop column entered_in;

-- The chronicle says each act once, with all its fields; what each entry said stays in it.
with told as (
	select e.id, f.return_id, e.detail, min(e.id) over (partition by f.return_id) as first_id
	from public.events e
	join public.survey_return_fields f on f.id = e.subject_id
	where e.kind = 'survey_returned'
),
acts as (
	select t.first_id, t.return_id,
		jsonb_agg(
			jsonb_build_object(
				'field', t.detail -> 'field',
				'outcome', t.detail -> 'outcome',
				'corrects', t.detail -> 'corrects'
			)
			order by t.id
		) as fields
	from told t
	group by t.first_id, t.return_id
)
update public.events e set
	kind = 'call_returned',
	subject_id = a.return_id,
	detail = e.detail - array['field', 'outcome', 'corrects'] || jsonb_build_object('fields', a.fields)
from acts a
where a.first_id = e.id;
delete from public.events where kind = 'survey_returned';
