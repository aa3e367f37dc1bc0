// Starts the language server of iossim, and restarts it when its settings change.

import { commands, window, workspace } from "vscode";
import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";

const LANGUAGE = "cisco-ios";

/** @type {LanguageClient | undefined} */
let client;

/** @type {import("vscode").LogOutputChannel} */
let output;

/** @returns {LanguageClient} */
function made() {
  const settings = workspace.getConfiguration("iossim");
  const command = settings.get("path", "iossim");
  const args = settings.get("arguments", ["lsp"]);
  return new LanguageClient(
    "iossim",
    "iossim",
    { command, args },
    {
      documentSelector: [{ language: LANGUAGE }],
      initializationOptions: { verbose: settings.get("verbose", false) },
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/{iossim.toml,pyproject.toml}") },
    },
  );
}

async function start() {
  client = made();
  try {
    await client.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const answer = await window.showErrorMessage(
      `The language server of iossim does not start (${reason}). Is it installed with its extra, pip install "iossim[lsp]", and does iossim.path name it?`,
      "Open the setting",
    );
    if (answer) {
      await commands.executeCommand("workbench.action.openSettings", "iossim.path");
    }
  }
}

async function stop() {
  const before = client;
  client = undefined;
  if (before?.needsStop()) {
    await before.stop();
  }
}

async function restart() {
  await stop();
  await start();
}

/** @param {import("vscode").ExtensionContext} context */
export async function activate(context) {
  output = window.createOutputChannel("iossim", { log: true });
  context.subscriptions.push(
    output,
    commands.registerCommand("iossim.restart", restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (["path", "arguments", "verbose"].some((name) => change.affectsConfiguration(`iossim.${name}`))) {
        await restart();
      }
    }),
  );
  await start();
}

export const deactivate = stop;
