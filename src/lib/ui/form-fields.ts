/** Puts an answer into all inputs of this name; several are radio buttons or boxes. */
export function fill(form: HTMLFormElement, name: string, answer: string | string[]) {
	const chosen = [answer].flat();
	for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) {
		if (input.type === 'radio' || input.type === 'checkbox') input.checked = chosen.includes(input.value);
		else input.value = chosen[0] ?? '';
	}
}
