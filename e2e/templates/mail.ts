import type { Credential } from '../lib/apiTypes';
import type { Stage } from '../lib/stage';
import { type Mail, type SmtpStandIn, startSmtp } from '../standIns/smtp';

interface MailBox extends SmtpStandIn {
	/** n8n's credential for it. */
	login: Credential;
	/** The mails to this address so far. */
	to: (address: string) => Mail[];
}

/** A mail server, and the credential with which n8n sends through it. */
export async function openMailBox({ api }: Stage): Promise<MailBox> {
	const smtp = await startSmtp();
	const login = await api.createCredential('Mail', 'smtp', smtp.credential);
	return { ...smtp, login, to: (address) => smtp.mails.filter((mail) => mail.to.includes(address)) };
}
