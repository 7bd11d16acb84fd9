import type { Entered } from '../fields/entered';
import type { Settled } from './settle';

/** Names the members of a business form by the labels of the editor's fields that they were filled in with. */
export class FormLabels {
	constructor(private readonly settled: Settled) {}

	/** The field that a member was filled in with. */
	field(path: string): Entered | undefined {
		return this.settled.entered.get(path);
	}

	/** The labels that lead to a member; one without a field is named below the labels of what is around it. */
	of(path: string): string {
		for (let at = path; at !== ''; at = around(at)) {
			const own = this.field(at);
			if (own) return own.labels.join(' → ');
			const shared = sharedLabels(this.inside(at));
			if (shared.length > 0) return joined([...shared, path.slice(at.length).replace(/^\./, '')]);
		}
		return joined([this.settled.others ?? '', path]);
	}

	/** The field's own label, of a member beside another one. */
	beside(path: string, name: string): string {
		return this.field(`${around(path)}.${name}`)?.labels.at(-1) ?? name;
	}

	/** Labels of the fields that the members of a member are filled in with. */
	namesIn(path: string): string[] {
		return [...new Set(this.inside(path).map(({ labels }) => labels[labels.length - 1]))];
	}

	private inside(path: string): Entered[] {
		return [...this.settled.entered].flatMap(([at, entered]) =>
			at.startsWith(path) && /^[.[]/.test(at.slice(path.length)) ? [entered] : [],
		);
	}
}

const joined = (labels: readonly string[]) => labels.filter((label) => label !== '').join(' → ');

/** The path without its last step. */
const around = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));

/** The labels around all of the fields. */
function sharedLabels(all: readonly Entered[]): readonly string[] {
	const [first = [], ...others] = all.map(({ labels }) => labels.slice(0, -1));
	const end = first.findIndex((label, at) => others.some((labels) => labels[at] !== label));
	return end === -1 ? first : first.slice(0, end);
}
