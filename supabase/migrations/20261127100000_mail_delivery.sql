-- Why: who was asked, and did it reach them? A mail is claimed before it is handed to the mail server, so
-- that after any interruption it was sent exactly once or is shown as uncertain; never sent twice by
-- itself. What comes back is noted. People choose how often they hear from us; what they have a right or a
-- duty to hear comes in any case.

-- A letter is kept as it was written and becomes text and page when it is sent.

alter table private.mails rename column error to reason;

alter table private.mails
	add column state text not null default 'queued'
		check (state in ('queued', 'sending', 'sent', 'bounced', 'failed', 'unsure')),
	add column state_at timestamptz not null default now(),
	add column about uuid,
	add column letter jsonb check (jsonb_typeof(letter) = 'object'),
	add column link jsonb check (jsonb_typeof(link) = 'object'),
	add column due_at timestamptz,
	add column bundled_in uuid references private.mails on delete set null,
	add column resends uuid unique references private.mails on delete set null;

alter table private.mails drop column body_text, drop column body_html;
comment on table private.mails is
	'Mails to send and sent, and what became of each. `occasion` (an event, a day''s reminder) makes a '
	'second job for the same mail harmless.';
comment on column private.mails.state is
	'queued: waits; sending: handed over, not yet noted; sent: the mail server took it; bounced: '
	'refused for good; failed: every try failed; unsure: interrupted in between, never sent again by '
	'itself.';
comment on column private.mails.reason is
	'Why it is in this state: the answer''s code (550, 5.1.1) or that of the connection. Never words of '
	'the mail server, which may hold the address.';
comment on column private.mails.about is
	'The row a mail is about, e.g. a call''s addressee: what delivery is proven for.';
comment on column private.mails.letter is 'The words; forgotten once sent, or after 30 days.';
comment on column private.mails.link is
	'What remains of a sent letter, so that it can be sent again in other words: the link, for kinds '
	'whose link is no secret.';
comment on column private.mails.due_at is 'Of a letter that waits for the daily mail: when that goes out.';
comment on column private.mails.bundled_in is
	'The daily mail that carried this letter; its delivery is that one''s.';
comment on column private.mails.resends is
	'The mail that this one repeats, once, because a person asked for it.';
create index on private.mails (about) where about is not null;
create index on private.mails (bundled_in);
create index mails_undelivered_idx on private.mails (authority_id, queued_at) where state <> 'sent';
create index mails_bundle_idx on private.mails (due_at) where bundled_in is null and due_at is not null;

create table private.mail_groups (
	key text primary key check (key ~ '^[a-z]+$'),
	position integer not null,
	post_kinds text[]
);
comment on table private.mail_groups is
	'What people choose about: kinds of mail that belong together. `post_kinds`: whom they concern; '
	'null for everybody.';
alter table private.mail_groups enable row level security;

insert into private.mail_groups (key, position, post_kinds) values
	('reports', 1, '{clerk,releasing_head,council_chair,council_office,committee_officer}'),
	('planning', 2, '{planner,administrator}'),
	('calls', 3, null);

create table private.mail_kinds (
	kind text primary key,
	kind_group text references private.mail_groups on delete restrict,
	is_duty boolean not null,
	is_bundled boolean not null
);
comment on table private.mail_kinds is
	'Each kind of mail: its group, whether it may not be switched off, whether it may wait for the '
	'daily mail. A kind that is not listed (sign-in, invitation) goes out at once, to everybody, and '
	'leaves no link behind.';
create index on private.mail_kinds (kind_group);
alter table private.mail_kinds enable row level security;

insert into private.mail_kinds (kind, kind_group, is_duty, is_bundled) values
	('receipt', 'reports', true, true), ('draft_handed_in', 'reports', true, true),
	('draft_returned', 'reports', true, true),
	('question', 'reports', true, true), ('gap_asked', 'reports', true, true),
	('interim_status', 'reports', false, true), ('answered', 'reports', false, true),
	('answer_corrected', 'reports', false, true),
	('news', 'planning', false, true), ('reply', 'planning', false, true),
	('addition', 'planning', false, true), ('gap_answered', 'planning', false, true),
	('handed_over', 'planning', true, true), ('barrier', 'planning', true, true),
	('overdue', 'planning', true, false),
	('call_invitation', 'calls', true, true), ('call_reminder', 'calls', true, false),
	('call_extension', 'calls', true, true),
	('call_receipt', 'calls', true, true), ('call_news', 'calls', false, true),
	('digest', null, true, false);

create table public.mail_preferences (
	person_id uuid not null references public.people on delete cascade,
	kind_group text not null references private.mail_groups on delete cascade,
	pace text not null check (pace in ('at_once', 'daily', 'never')),
	primary key (person_id, kind_group)
);
comment on table public.mail_preferences is
	'How often somebody wants to hear about a group of things; no row means at once. Duties come even '
	'so.';
create index on public.mail_preferences (kind_group);
alter table public.mail_preferences enable row level security;

-- A link that ends one group without signing in, as mail programs offer it (RFC 8058). Signed, so that
-- nobody ends another's.
create table private.keys (
	name text primary key,
	value text not null default encode(extensions.gen_random_bytes(32), 'hex')
);
comment on table private.keys is 'Keys for signatures that must outlive the program.';
alter table private.keys enable row level security;

insert into private.keys (name) values ('unsubscribe');
