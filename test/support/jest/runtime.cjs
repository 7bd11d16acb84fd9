const asyncHooks = require('node:async_hooks');
const { createRequire, isBuiltin } = require('node:module');
const { join, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');
const { askedFor } = require('./expect.cjs');

const TESTS = join(__dirname, '../..') + sep;
const isPath = (name) => /^[./]/.test(name);
const isPackage = (name) => !isPath(name) && !isBuiltin(name) && name !== '@jest/globals';

/** From Node.js 22 on it is a getter, which cannot be assigned. */
const original = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage');

/**
 * What Jest keeps the running test in; tests run one after another. Its own storage would make every promise cost more,
 * and more with each file: Node.js 20 carries the storages of all files along.
 */
class CurrentTest {
	async run(test, work) {
		const before = this.test;
		this.test = test;
		try {
			return await work();
		} finally {
			this.test = before;
		}
	}

	getStore() {
		return this.test;
	}
}

const PLAIN = { enumerable: true, configurable: true, writable: true };

/** What files have loaded of packages, by both names: Node.js looks through folders each time. */
const loaded = new Map();
function loadPackage(from, name) {
	const key = `${from} ${name}`;
	if (!loaded.has(key)) loaded.set(key, createRequire(from)(name));
	return loaded.get(key);
}

/** Packages are loaded by Node.js, once for each worker. */
class Modules extends Runtime {
	requireModuleOrMock(from, name) {
		return isPackage(name) ? loadPackage(from, name) : super.requireModuleOrMock(from, name);
	}

	requireInternalModule(from, name) {
		if (name) return isPackage(name) ? loadPackage(from, name) : super.requireInternalModule(from, name);
		Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { ...PLAIN, value: CurrentTest });
		try {
			return super.requireInternalModule(from, name);
		} finally {
			Object.defineProperty(asyncHooks, 'AsyncLocalStorage', original);
		}
	}
}

/** The project's own modules; they outlive the file that asked for them first. */
class SharedModules extends Modules {
	teardown() {}
}
let shared;

/**
 * Jest loads every module again for each test file, which took most of the time of most files. Here only what is in test/
 * is loaded again: the project's modules are shared by the files of a worker, as n8n shares them between executions.
 */
module.exports = class TestModules extends Modules {
	constructor(...settings) {
		super(...settings);
		const [, environment, resolver] = settings;
		this.resolver = resolver;
		if (environment.needsFreshModules) return;
		shared ??= new SharedModules(...settings);
		this.shared = shared;
	}

	requireModuleOrMock(from, name) {
		if (!this.shared || !isPath(name)) return super.requireModuleOrMock(from, name);
		const path = this.resolver.resolveModule(from, name);
		if (path.startsWith(TESTS)) return super.requireModuleOrMock(from, name);
		return path.endsWith('.ts') ? this.shared.requireModuleOrMock(from, name) : require(path);
	}

	/** Jest puts what it hands in here on the global object as well. */
	setGlobalsForRuntime(globals) {
		globals.expect = askedFor(globals.expect);
		super.setGlobalsForRuntime(globals);
	}

	/** For stack traces: by file, also of the modules that another file has loaded. */
	getSourceMaps() {
		const maps = [super.getSourceMaps(), ...(this.shared ? [this.shared.getSourceMaps()] : [])];
		return {
			get: (path) => maps.map((each) => each.get(path)).find(Boolean),
			*[Symbol.iterator]() {
				for (const each of maps) yield* each;
			},
		};
	}
};
