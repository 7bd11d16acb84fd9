import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onCleanup } from '../lib/cleanup';

/** A mail as it arrived. */
export interface Mail {
	/** The recipients of the envelope. */
	to: string[];
	subject: string;
	text: string;
	/** Its HTML, where it has one. */
	html: string;
}

export interface SmtpStandIn {
	/** What n8n's SMTP credential holds to reach it. */
	credential: Record<string, unknown>;
	/** All mails so far, oldest first. */
	mails: Mail[];
	/** Recipients that it refuses from now on. */
	refused: Set<string>;
	/** Recipients that it puts off once. */
	busy: Set<string>;
	close: () => Promise<void>;
}

const LOGIN = { user: 'shop', password: 'Shop-Mail-1' };

/** Starts a mail server on a free port of 127.0.0.1 that keeps what it gets. */
export async function startSmtp(): Promise<SmtpStandIn> {
	const mails: Mail[] = [];
	const refused = new Set<string>();
	const busy = new Set<string>();
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		onAuth: ({ username, password }, _session, done) => {
			const isKnown = username === LOGIN.user && password === LOGIN.password;
			done(isKnown ? null : new Error('wrong login'), isKnown ? { user: LOGIN.user } : undefined);
		},
		onRcptTo: ({ address }, _session, done) => {
			if (busy.delete(address)) return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
			done(refused.has(address) ? new Error('no such mailbox') : null);
		},
		onData: (stream, { envelope }, done) => {
			const read = async () => {
				const chunks: Buffer[] = [];
				for await (const chunk of stream) chunks.push(chunk as Buffer);
				const { subject = '', text = '', html = '' } = await PostalMime.parse(Buffer.concat(chunks));
				mails.push({ to: envelope.rcptTo.map(({ address }) => address), subject, text, html });
			};
			read().then(() => done(), done);
		},
	});
	// n8n closes some connections in the middle; that is no fault of the stand-in.
	server.on('error', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	const close = onCleanup(async () => await new Promise<void>((resolve) => server.close(() => resolve())));
	const credential = { ...LOGIN, host: '127.0.0.1', port, secure: false, disableStartTls: true };
	return { credential, mails, refused, busy, close };
}
