// Runs the bundle of the VS Code extension with a stand-in for the module `vscode`: node stand_in.cjs BUNDLE PROGRAM ARGUMENT…
// Prints JSON: what the bundle exports and the errors that it has shown, after the extension has been started, restarted and stopped.
// The stand-in answers whatever it is asked for; only what decides about the start of the server has a value.

const { createRequire } = require("module");
const Module = require("module");

const [bundle, program, ...programArguments] = process.argv.slice(2);
const errors = [];
const registered = {};
const values = {
  "vscode.version": "1.91.0",
  "vscode.env.appName": "stand-in",
  "vscode.workspace.textDocuments": [],
  "vscode.workspace.workspaceFolders": [],
  "vscode.window.visibleTextEditors": [],
  "vscode.workspace.getConfiguration": () => ({
    get: (name, usual) => ({ path: program, arguments: programArguments })[name] ?? usual,
  }),
  "vscode.window.showErrorMessage": async (message) => void errors.push(message),
  "vscode.commands.registerCommand": (name, run) => ((registered[name] = run), { dispose() {} }),
};

function standIn(name) {
  const made = {};
  return new Proxy(function () {}, {
    get(target, key) {
      const whole = `${name}.${String(key)}`;
      if (key === "prototype") return target.prototype;
      if (key === "then") return undefined;
      if (key === Symbol.toPrimitive) return () => 0;
      if (key === Symbol.iterator) return function* () {};
      return values[whole] ?? (made[key] ??= standIn(whole));
    },
    apply: () => standIn(`${name}()`),
    construct: () => standIn(`new ${name}`),
  });
}

const vscode = standIn("vscode");
const load = Module._load;
Module._load = function (request, ...others) {
  return request === "vscode" ? vscode : load.call(this, request, ...others);
};

async function run() {
  const extension = createRequire(__filename)(bundle);
  await extension.activate({ subscriptions: [] });
  await registered["iossim.restart"]();
  await extension.deactivate();
  process.stdout.write(JSON.stringify({ exports: Object.keys(extension), errors, commands: Object.keys(registered) }));
}

run().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(String(error.stack));
    process.exit(1);
  },
);
