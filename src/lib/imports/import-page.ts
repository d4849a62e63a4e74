// The script of an import that is running: the progress goes on by itself. Without scripts a link does this.
const every = 2000;

async function look() {
	const response = await fetch(location.href, { headers: { accept: 'text/html' } });
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	const progress = page.querySelector('progress');
	if (!progress) return location.reload(); // it has come to its end
	document.querySelector('progress')!.value = progress.value;
	document.querySelector('[data-progress]')!.textContent = page.querySelector('[data-progress]')!.textContent;
	setTimeout(again, every);
}

const again = () => void look().catch(() => setTimeout(again, every)); // the network is away
setTimeout(again, every);
