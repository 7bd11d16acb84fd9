import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

export type StoredCredentials = Record<string, ICredentialDataDecryptedObject>;

/** Keeps decrypted credentials in memory, where n8n has its encrypted database. */
export class MemoryCredentials extends ICredentialsHelper {
	constructor(private readonly stored: StoredCredentials) {
		super();
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
	): Promise<ICredentialDataDecryptedObject> {
		const found = id ? this.stored[id] : undefined;
		if (!found) throw new Error(`No credential with the id "${id}"`);
		return found;
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getParentTypes(): string[] {
		return [];
	}

	getCredentialsProperties(): INodeProperties[] {
		return [];
	}

	async authenticate(_data: unknown, _type: string, request: unknown): Promise<IHttpRequestOptions> {
		return request as IHttpRequestOptions;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	getCredentials(): Promise<ICredentials> {
		throw new Error('Encrypted credentials are not kept here');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('A run must not change a credential');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('A run must not change a credential');
	}
}
