-- Words of a vocabulary go with a migration only: an index to find who uses one serves nobody.
drop index
	public.needs_field_of_action_idx,
	public.need_reports_assessed_field_idx,
	public.need_reports_decision_idx,
	public.need_report_assessments_field_of_action_idx,
	public.survey_answers_field_of_action_idx,
	public.mail_preferences_kind_group_idx,
	private.mail_kinds_kind_group_idx,
	private.notice_kinds_mail_kind_idx,
	private.notices_kind_idx,
	private.link_duties_kind_idx,
	private.addressee_links_duty_idx;
