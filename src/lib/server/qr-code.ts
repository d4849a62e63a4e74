import QRCode from 'qrcode';

/** The QR code of an address as one SVG path; error correction M, for paper that is folded. */
export function qrCode(address: string): { size: number; path: string } {
	const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
	let path = '';
	for (let y = 0; y < modules.size; y++)
		for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
	return { size: modules.size, path };
}
