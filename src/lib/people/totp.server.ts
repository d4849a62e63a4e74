import { Secret, TOTP } from 'otpauth';

/** As every authenticator app reads it (RFC 6238): SHA-1, six digits, thirty seconds. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 };

/** 160 random bits in base 32. */
export const newSecret = () => new Secret({ size: 20 }).base32;

/** What the QR code says to the app. @param issuer whose platform, @param label whose account */
export function keyAddress(secret: string, issuer: string, label: string): string {
	return new TOTP({ ...kind, issuer, label, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The time step a code belongs to, one before or after now included, for clocks that are a little off; null for a wrong
 * one. A code counts once: the step is compared with the last one used, in SQL.
 */
export function stepOf(code: string, secret: string): number | null {
	const delta = TOTP.validate({ ...kind, token: code, secret: Secret.fromBase32(secret), window: 1 });
	return delta === null ? null : TOTP.counter({ period: kind.period }) + delta;
}
