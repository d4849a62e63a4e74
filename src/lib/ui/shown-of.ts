/**
 * "Bedarfe im Pool: offen": a heading that says which of its views is shown, since screen readers do not speak the mark of
 * the current one among the links to all.
 */
export const shownOf = (title: string, view: string): string =>
	`${title}: ${view.charAt(0).toLocaleLowerCase()}${view.slice(1)}`;
