-- Why: "who signed in, who took the list away, who changed the rights?" has to have an answer, and the
-- answer must not be editable by whoever it is about. Rights stand in administration_events already;
-- sign-ins, exports and the operator's commands join them here. No contents and no addresses: what was
-- done, by whom, how much of it.

create table private.audit_entries (
	id bigint generated always as identity primary key,
	authority_id uuid references public.authorities on delete restrict,
	person_id uuid,
	kind text not null check (kind ~ '^[a-z][a-z_]{2,40}$'),
	detail jsonb not null default '{}'
		check (jsonb_typeof(detail) = 'object' and pg_column_size(detail) <= 2000 and strpos(detail::text,
			'@') = 0),
	created_at timestamptz not null default now()
);
comment on table private.audit_entries is
	'Sign-ins, ended sessions, exports, the operator''s commands. Grows only: the database refuses '
	'every change, and every deletion before 24 months are over.';
comment on column private.audit_entries.authority_id is
	'Null for what concerns the whole installation (a backup), and for attempts to sign in that belong '
	'to nobody.';
comment on column private.audit_entries.person_id is
	'No foreign key on purpose: when an account is deleted the entry stays as it was, and the number '
	'leads to nobody.';
comment on column private.audit_entries.detail is
	'Numbers and chosen words; never what somebody typed. An @ is refused, so that no address slips in.';
create index on private.audit_entries (authority_id, created_at desc);
create index on private.audit_entries (created_at);
create index on public.administration_events (authority_id, created_at desc);
alter table private.audit_entries enable row level security;
create index on public.people (private.account_hash(email));
