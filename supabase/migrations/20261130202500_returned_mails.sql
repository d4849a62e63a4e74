-- Why: many mail servers say in plain words, not in a report that programs read, that a mail came back.
-- Words can be invented, so this is no proof that it failed for good; but it is noted, and shown to
-- whoever has to act.

alter table private.mails drop constraint mails_state_check;
alter table private.mails add constraint mails_state_check
	check (state in ('queued', 'sending', 'sent', 'returned', 'bounced', 'failed', 'unsure'));
comment on column private.mails.state is
	'queued: waits; sending: handed over, not yet noted; sent: the mail server took it; returned: somebody''s '
	'mail server wrote that it came back; bounced: refused for good; failed: every try failed; unsure: '
	'interrupted in between, never sent again by itself.';

-- Letters within an organisation that somebody waits for: few of them are lost, and they are looked for
-- often.
create index mails_unreached_idx on private.mails (authority_id, queued_at)
	where state <> 'sent' and kind in ('draft_handed_in', 'draft_returned', 'assistance');
