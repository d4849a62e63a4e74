-- Why: what addressees had returned could be read field by field, and not searched. Answers are written into
-- the index of words when they are returned (schemas/surveys/search.sql); those that are there already by the
-- job.

select graphile_worker.add_job('index_words')
where exists (select from public.survey_return_fields f where f.answers <> '{}')
	and not exists (
		select
		from graphile_worker.jobs j
		where j.task_identifier = 'index_words' and j.attempts = 0 and j.locked_at is null
	);
