/** Client certificate and trust: PEM texts (real or literal line breaks), or a base64 PKCS#12 file. */
export interface TlsSettings {
	certificate?: string;
	key?: string;
	pkcs12?: string;
	passphrase?: string;
	ca?: string;
}
