-- Why: a program asks for the chronicle from the last id it has read. Ids are drawn before their
-- transaction ends, so a lower one may appear after a higher one was read: what is told is settled,
-- nothing can come before it any more.

create index on public.events (authority_id, id);
