-- Why: a submission queued a job for each of its mails, and taking up and ending jobs cost more than
-- sending. Mails that were posted together are now one batch and go out in one job, one after the other.
alter table private.mails add column batch uuid not null default gen_random_uuid();
comment on column private.mails.batch is
	'What goes out in one job, one after the other; the key of that job.';
create index mails_of_batch_idx on private.mails (batch, id) where state in ('queued', 'sending');

-- What waits keeps its place: a job for each, as it had.
select graphile_worker.add_job('send_mails', json_build_object('batch', m.batch), job_key := m.batch::text)
from private.mails m
where m.state in ('queued', 'sending') and m.due_at is null;
delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
where t.id = j.task_id and t.identifier = 'send_mail';
