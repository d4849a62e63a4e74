-- Why: people dislike passwords and share letterboxes. One signs in with a code or a link sent by mail; a password is
-- possible, never needed. Nobody learns from us who has an account. Every secret is stored only as a hash, in the
-- unexposed schema, and reached by functions that only the server's own role may execute.

create table private.sessions (
	id_hash text primary key check (length(id_hash) = 64),
	public_id uuid not null unique default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	device text check (length(device) <= 120),
	created_at timestamptz not null default now(),
	used_at timestamptz not null default now(),
	expires_at timestamptz not null,
	ended_at timestamptz
);
comment on table private.sessions is 'Sessions by SHA-256 of their id. Expired ones are kept for a while: whoever returns gets the typed text back.';
create index on private.sessions (person_id);
create index on private.sessions (expires_at);
alter table private.sessions enable row level security;

create table private.sign_ins (
	id uuid primary key default gen_random_uuid(),
	person_id uuid references public.people on delete cascade,
	account_hash text not null check (length(account_hash) = 64),
	code_hash text not null,
	link_hash text not null unique,
	return_to text not null default '/start' check (return_to ~ '^/([^/\\]|$)' and length(return_to) <= 500),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '20 minutes',
	attempts integer not null default 0,
	used_at timestamptz
);
comment on table private.sign_ins is 'One attempt to sign in. Made for unknown addresses too (without a person), so that nobody can tell the difference.';
comment on column private.sign_ins.account_hash is 'SHA-256 of the address as typed, in small letters: what limits are counted by.';
create index on private.sign_ins (person_id);
create index on private.sign_ins (expires_at);
alter table private.sign_ins enable row level security;

create table private.passwords (
	person_id uuid primary key references public.people on delete cascade,
	hash text not null,
	changed_at timestamptz not null default now()
);
comment on table private.passwords is 'Optional passwords (scrypt with salt, made by the server).';
alter table private.passwords enable row level security;

create table private.throttles (
	key text primary key,
	started_at timestamptz not null default now(),
	count integer not null default 1
);
comment on table private.throttles is 'Attempts per window; keys are hashes of an account or a network address, never the thing itself.';
alter table private.throttles enable row level security;

create table private.kept_forms (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	path text not null check (length(path) <= 500),
	fields jsonb not null check (jsonb_typeof(fields) = 'object' and pg_column_size(fields) < 1000000),
	created_at timestamptz not null default now(),
	unique (person_id, path)
);
comment on table private.kept_forms is 'Forms sent after the session had expired: given back once the same person has signed in again. 30 days.';
alter table private.kept_forms enable row level security;

create function private.count_attempt(p_key text, p_window interval) returns integer
language sql volatile set search_path = '' as $$
	insert into private.throttles as t (key) values (p_key)
	on conflict (key) do update set
		count = case when t.started_at < now() - p_window then 1 else t.count + 1 end,
		started_at = case when t.started_at < now() - p_window then now() else t.started_at end
	returning count
$$;
comment on function private.count_attempt(text, interval) is 'Counts an attempt and says the how manyth it is in its window.';

create function private.throttle(p_key text, p_limit integer, p_window interval) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if private.count_attempt(p_key, p_window) > p_limit then
		raise exception 'too many attempts' using errcode = 'LIMIT';
	end if;
end
$$;
comment on function private.throttle(text, integer, interval) is 'Counts an attempt; LIMIT beyond the limit. A refused attempt is rolled back and not counted.';

create function private.account_hash(p_email text) returns text
language sql immutable set search_path = '' as $$
	select encode(extensions.digest(lower(btrim(p_email)), 'sha256'), 'hex')
$$;
comment on function private.account_hash(text) is 'What attempts of an account are counted by; no address is kept for it.';

create function private.find_person(p_email text) returns uuid
language sql stable set search_path = '' as $$
	select id from public.people where lower(email) = lower(btrim(p_email))
$$;
comment on function private.find_person(text) is 'Person of an address, upper and lower case alike.';

-- Definer from here on: secrets are readable by nobody; the server's role may execute these functions and nothing else.
create function public.sign_in_begin(p_email text, p_address_hash text, p_code_hash text, p_link_hash text, p_return_to text default '/start')
returns jsonb language plpgsql volatile security definer set search_path = '' as $$
begin
	return private.begin_sign_in(private.find_person(p_email), private.account_hash(p_email), p_address_hash, p_code_hash, p_link_hash, p_return_to);
end
$$;
comment on function public.sign_in_begin(text, text, text, text, text) is
	'Begins a sign-in for whatever address was typed. `person` is for the mail only and must never reach the page. LIMIT: too many.';

create function private.begin_sign_in(p_person uuid, p_account_hash text, p_address_hash text, p_code_hash text, p_link_hash text, p_return_to text)
returns jsonb language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.throttle('begin:account:' || p_account_hash, 5, '15 minutes');
	perform private.throttle('begin:address:' || p_address_hash, 30, '15 minutes');
	insert into private.sign_ins (person_id, account_hash, code_hash, link_hash, return_to)
	values (p_person, p_account_hash, p_code_hash, p_link_hash, coalesce(p_return_to, '/start')) returning id into v_id;
	return jsonb_build_object('id', v_id, 'person', (select jsonb_build_object(
		'id', id, 'email', email, 'locale', locale, 'salutation', salutation, 'familyName', family_name) from public.people where id = p_person));
end
$$;
comment on function private.begin_sign_in(uuid, text, text, text, text, text) is 'What the first mail and another one have in common.';

create function public.sign_in_again(p_id uuid, p_old_link_hash text, p_address_hash text, p_code_hash text, p_link_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins;
begin
	update private.sign_ins set expires_at = least(expires_at, now()) where id = p_id or link_hash = p_old_link_hash returning * into v;
	if v.id is null then
		raise exception 'there is no such sign-in' using errcode = 'EXPIR';
	end if;
	return private.begin_sign_in(v.person_id, v.account_hash, p_address_hash, p_code_hash, p_link_hash, v.return_to);
end
$$;
comment on function public.sign_in_again(uuid, text, text, text, text) is
	'Another mail for a sign-in known by its id or by its link; the old code and link end. LIMIT: too many. EXPIR: forgotten, please type the address again.';

create function public.sign_in_by_code(p_id uuid, p_code_hash text, p_address_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins; v_wrong integer;
begin
	perform private.throttle('code:address:' || p_address_hash, 60, '15 minutes');
	update private.sign_ins set attempts = attempts + 1 where id = p_id returning * into v;
	select count into v_wrong from private.throttles where key = 'wrong:account:' || v.account_hash and started_at > now() - interval '1 day';
	if v.id is null or v.used_at is not null or v.expires_at <= now() or v.attempts > 6 or v_wrong >= 30 then
		return jsonb_build_object('outcome', 'expired');
	end if;
	if v.person_id is null or v.code_hash <> p_code_hash then
		perform private.count_attempt('wrong:account:' || v.account_hash, '1 day');
		return jsonb_build_object('outcome', 'wrong', 'left', 6 - v.attempts);
	end if;
	update private.sign_ins set used_at = now() where id = p_id;
	return jsonb_build_object('outcome', 'signed_in', 'personId', v.person_id, 'returnTo', v.return_to);
end
$$;
comment on function public.sign_in_by_code(uuid, text, text) is
	'Six tries per code, thirty wrong ones per account and day (the link still works then). Answers instead of raising, because a raised error would roll back the count.';

create function public.sign_in_by_link(p_link_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.sign_ins;
begin
	update private.sign_ins set used_at = now()
	where link_hash = p_link_hash and used_at is null and expires_at > now() and person_id is not null returning * into v;
	if v.id is null then
		return jsonb_build_object('outcome', 'expired');
	end if;
	return jsonb_build_object('outcome', 'signed_in', 'personId', v.person_id, 'returnTo', v.return_to);
end
$$;
comment on function public.sign_in_by_link(text) is 'The link works once.';

create function public.sign_in_password(p_email text, p_address_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.throttle('password:account:' || private.account_hash(p_email), 8, '15 minutes');
	perform private.throttle('password:address:' || p_address_hash, 40, '15 minutes');
	return (select jsonb_build_object('personId', w.person_id, 'hash', w.hash)
		from private.passwords w where w.person_id = private.find_person(p_email));
end
$$;
comment on function public.sign_in_password(text, text) is 'The stored hash for the server to compare; null when there is none (the server then compares with a stand-in).';

create function public.password_set(p_person uuid, p_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.passwords (person_id, hash) select p_person, p_hash where p_hash is not null
	on conflict (person_id) do update set hash = excluded.hash, changed_at = now();
	delete from private.passwords where person_id = p_person and p_hash is null;
$$;
comment on function public.password_set(uuid, text) is 'Sets or (null) removes the optional password.';

create function private.posts_of(p_person uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'capacity', h.capacity,
		'organisationId', o.id, 'organisationName', o.name, 'organisationKind', o.kind, 'authorityId', p.authority_id, 'endsOn', h.ends_on)
		order by h.capacity = 'deputy', p.created_at, p.id), '[]')
	from public.holdings h join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
	where h.person_id = p_person and private.is_current(h) and p.abolished_on is null
$$;
comment on function private.posts_of(uuid) is 'The posts a person holds today, for the session.';

create function private.help_of(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object('name', concat_ws(' ', pe.salutation, pe.family_name), 'title', p.title,
		'phone', coalesce(p.phone, a.phone), 'email', a.email)
	from public.authorities a
	left join lateral (
		select p.* from public.posts p join public.organisations o on o.id = p.organisation_id
		where p.authority_id = a.id and p.kind = 'planner' and p.abolished_on is null
		order by o.kind <> 'authority', p.created_at, p.id limit 1) p on true
	left join lateral (
		select pe.* from public.holdings h join public.people pe on pe.id = h.person_id
		where h.post_id = p.id and private.is_current(h) order by h.capacity = 'deputy', h.starts_on limit 1) pe on true
	where a.id = p_authority
$$;
comment on function private.help_of(uuid) is 'Who can help: the holder of the first planning post, else the deputy, else the post alone.';

create function private.authority_document(a public.authorities) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object('id', a.id, 'key', a.key, 'name', a.name, 'prefix', a.prefix, 'isSample', a.is_sample, 'accent', a.accent,
		'districtKey', a.district_key, 'postalAddress', a.postal_address, 'email', a.email, 'phone', a.phone, 'help', private.help_of(a.id))
$$;
comment on function private.authority_document(public.authorities) is 'What every page shows of the authority.';

create function public.authority_for_host(p_host text, p_default_key text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.authority_document(a) from public.authorities a
	order by (p_host = any (a.hosts)) desc, (a.key = p_default_key) desc nulls last, a.created_at, a.id limit 1
$$;
comment on function public.authority_for_host(text, text) is 'The authority whose pages an address shows. Definer: names the helper, whom nobody signed out may look up.';

create function public.session_create(p_id_hash text, p_person uuid, p_device text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.sessions (id_hash, person_id, device, expires_at) values (p_id_hash, p_person, p_device, p_expires_at);
	update public.people set visited_before_at = visited_at, visited_at = now() where id = p_person;
$$;
comment on function public.session_create(text, uuid, text, timestamptz) is 'A new session; also the start of a visit.';

create function public.session_find(p_id_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('publicId', s.public_id, 'personId', s.person_id, 'expiresAt', s.expires_at, 'usedAt', s.used_at,
		'person', jsonb_build_object('id', pe.id, 'salutation', pe.salutation, 'givenName', pe.given_name, 'familyName', pe.family_name,
			'email', pe.email, 'locale', pe.locale, 'textSize', pe.text_size, 'contrast', pe.contrast),
		'posts', x.posts,
		'kept', (select coalesce(jsonb_agg(distinct k.path), '[]') from private.kept_forms k where k.person_id = s.person_id),
		'authority', (select private.authority_document(a) from public.authorities a where a.id = (x.posts -> 0 ->> 'authorityId')::uuid))
	from private.sessions s join public.people pe on pe.id = s.person_id
	cross join lateral (select private.posts_of(s.person_id) as posts) x
	where s.id_hash = p_id_hash and s.ended_at is null
$$;
comment on function public.session_find(text) is 'Session, person, posts, pages with kept forms and authority in one look; expired ones too (the caller compares expiresAt). Definer: secrets.';

create function public.session_extend(p_id_hash text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
	update private.sessions set expires_at = p_expires_at, used_at = now() where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_extend(text, timestamptz) is 'Moves the end of a session in use.';

create function public.session_end(p_id_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update private.sessions set ended_at = now() where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_end(text) is 'Signs out.';

create function public.account_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'passwordChangedAt', (select changed_at from private.passwords where person_id = p_person),
		'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.public_id, 'device', s.device, 'createdAt', s.created_at, 'usedAt', s.used_at,
			'expiresAt', s.expires_at) order by s.used_at desc, s.created_at desc), '[]')
			from private.sessions s where s.person_id = p_person and s.ended_at is null and s.expires_at > now()))
$$;
comment on function public.account_of(uuid) is 'The sessions in which a person is signed in, and since when there is a password.';

create function public.session_end_of(p_person uuid, p_public_id uuid default null, p_except uuid default null) returns text[]
language sql volatile security definer set search_path = '' as $$
	with ended as (
		update private.sessions set ended_at = now()
		where person_id = p_person and ended_at is null and (p_public_id is null or public_id = p_public_id)
			and public_id is distinct from p_except returning id_hash)
	select coalesce(array_agg(id_hash), '{}') from ended
$$;
comment on function public.session_end_of(uuid, uuid, uuid) is 'Ends one of a person''s sessions, or (null) all but one; the hashes, so that caches forget them.';

create function public.kept_form_keep(p_person uuid, p_path text, p_fields jsonb) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.kept_forms (person_id, path, fields) values (p_person, p_path, p_fields)
	on conflict (person_id, path) do update set fields = excluded.fields, created_at = now();
$$;
comment on function public.kept_form_keep(uuid, text, jsonb) is 'Keeps a form that arrived after the session had expired.';

create function public.kept_form_find(p_person uuid, p_path text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select fields from private.kept_forms where person_id = p_person and path = p_path and created_at > now() - interval '30 days'
	order by created_at desc limit 1
$$;
comment on function public.kept_form_find(uuid, text) is 'The kept form of a page; a reload shows it again.';

create function public.kept_form_forget(p_person uuid, p_path text) returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.kept_forms where person_id = p_person and path = p_path
$$;
comment on function public.kept_form_forget(uuid, text) is 'Forgets a kept form once it has been sent.';

create function public.invitation_token(p_id uuid, p_token_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.invitations set token_hash = p_token_hash where id = p_id and accepted_at is null and revoked_at is null
$$;
comment on function public.invitation_token(uuid, text) is
	'Gives an open invitation the secret of the link about to be mailed (again: the older link stops working). Definer and for the server only: an administrator who knew the secret could accept in another''s name.';

create function public.invitation_find(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('id', i.id, 'email', i.email, 'salutation', i.salutation, 'givenName', i.given_name, 'familyName', i.family_name,
		'capacity', i.capacity, 'startsOn', i.starts_on, 'endsOn', i.ends_on, 'postTitle', p.title, 'postKind', p.kind, 'organisationName', o.name,
		'authorityName', a.name, 'invitedBy', (select concat_ws(' ', x.salutation, x.family_name) from public.people x where x.id = i.invited_by),
		'expiresAt', i.expires_at, 'isOpen', i.accepted_at is null and i.revoked_at is null and i.expires_at > now())
	from public.invitations i join public.posts p on p.id = i.post_id join public.organisations o on o.id = p.organisation_id
	join public.authorities a on a.id = i.authority_id where i.token_hash = p_token_hash
$$;
comment on function public.invitation_find(text) is 'What an invitation link shows before one accepts. Definer: the guest is nobody yet.';

create function public.invitation_accept(p_token_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v public.invitations; v_person uuid;
begin
	select * into v from public.invitations where token_hash = p_token_hash for update;
	if v.id is null or v.revoked_at is not null or v.accepted_at is not null or v.expires_at <= now()
		or exists (select from public.posts where id = v.post_id and abolished_on is not null) then
		raise exception 'the invitation is over' using errcode = 'EXPIR';
	end if;
	v_person := private.find_person(v.email);
	if v_person is null then
		insert into public.people (salutation, given_name, family_name, email)
		values (v.salutation, v.given_name, v.family_name, btrim(v.email)) on conflict (lower(email)) do nothing;
		v_person := private.find_person(v.email);
	end if;
	insert into public.holdings (post_id, person_id, capacity, starts_on, ends_on)
	values (v.post_id, v_person, v.capacity, v.starts_on, v.ends_on);
	update public.invitations set accepted_at = now(), accepted_by = v_person where id = v.id;
	return v_person;
end
$$;
comment on function public.invitation_accept(text) is 'Turns an invitation into a holding, once; makes the person if new. EXPIR otherwise.';

create function public.sample_people() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('personId', x.id, 'name', x.name, 'posts', x.posts) order by x.created_at, x.id), '[]')
	from (
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name) as name, min(p.created_at) as created_at,
			jsonb_agg(jsonb_build_object('title', p.title, 'kind', p.kind, 'organisationName', o.name) order by h.capacity = 'deputy', p.id) as posts
		from public.people pe join public.holdings h on h.person_id = pe.id and private.is_current(h)
		join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example'
		group by pe.id) x
$$;
comment on function public.sample_people() is 'The sample people to sign in as with one click; only those of sample authorities with sample addresses.';

-- Mail: one row per letter, so that delivery can be shown later. Texts are blanked once sent.
create table private.mails (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid references public.authorities on delete cascade,
	person_id uuid references public.people on delete cascade,
	occasion text,
	kind text not null,
	recipient text not null,
	subject text not null,
	body_text text,
	body_html text,
	queued_at timestamptz not null default now(),
	sent_at timestamptz,
	attempts integer not null default 0,
	error text,
	unique (occasion, recipient)
);
comment on table private.mails is 'Mails to send and sent. `occasion` (an event, a day''s reminder) makes a second job for the same mail harmless.';
create index on private.mails (queued_at desc);
create index on private.mails (authority_id);
create index on private.mails (person_id);
alter table private.mails enable row level security;

create function public.mail_queue(p_kind text, p_recipient text, p_subject text, p_text text, p_html text, p_occasion text default null,
	p_authority uuid default null, p_person uuid default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid;
begin
	insert into private.mails (kind, recipient, subject, body_text, body_html, occasion, authority_id, person_id)
	values (p_kind, p_recipient, p_subject, p_text, p_html, p_occasion, p_authority, p_person)
	on conflict (occasion, recipient) do nothing returning id into v_id;
	if v_id is not null then
		perform private.queue_job('send_mail', json_build_object('mail_id', v_id));
	end if;
	return v_id;
end
$$;
comment on function public.mail_queue(text, text, text, text, text, text, uuid, uuid) is 'Queues one mail; null when this occasion already wrote to this recipient.';

create function public.mail_due(p_id uuid) returns jsonb
language sql volatile security definer set search_path = '' as $$
	update private.mails set attempts = attempts + 1 where id = p_id and sent_at is null
	returning jsonb_build_object('id', id, 'recipient', recipient, 'subject', subject, 'text', body_text, 'html', body_html)
$$;
comment on function public.mail_due(uuid) is 'The mail to send now, or null when it is already sent.';

create function public.mail_sent(p_id uuid, p_keep_body boolean default false) returns void
language sql volatile security definer set search_path = '' as $$
	update private.mails set sent_at = now(), error = null, body_text = case when p_keep_body then body_text end,
		body_html = case when p_keep_body then body_html end where id = p_id
$$;
comment on function public.mail_sent(uuid, boolean) is 'Notes that the mail server took it; the text is forgotten unless the local page shows it.';

create function public.mail_failed(p_id uuid, p_error text) returns void
language sql volatile security definer set search_path = '' as $$
	update private.mails set error = left(p_error, 500) where id = p_id
$$;
comment on function public.mail_failed(uuid, text) is 'Notes why a mail could not be sent; the job tries again.';

create function public.mail_outbox() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(to_jsonb(x) order by x."queuedAt" desc), '[]') from (
		select id, kind, recipient, subject, body_text as text, queued_at as "queuedAt", sent_at as "sentAt", error
		from private.mails order by queued_at desc limit 50) x
$$;
comment on function public.mail_outbox() is 'The newest 50 mails for the local page of the sample mode.';

do $$
declare f text;
begin
	for f in select p.oid::regprocedure::text from pg_catalog.pg_proc p
		where p.pronamespace = 'public'::regnamespace and p.prosecdef
	loop
		execute format('revoke execute on function %s from public, anon, authenticated', f);
		execute format('grant execute on function %s to service_role', f);
	end loop;
end
$$;

create function public.set_display(p_locale text, p_text text, p_contrast text) returns void
language sql volatile set search_path = '' as $$
	update public.people set locale = p_locale, text_size = p_text, contrast = p_contrast where id = (select private.person_id())
$$;
comment on function public.set_display(text, text, text) is 'Language, text size and contrast of the person asking.';
grant execute on function public.set_display(text, text, text) to authenticated;
