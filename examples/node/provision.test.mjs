// Tests of the client against a router of iossim.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";

import { Provisioner } from "./provision.mjs";

const MAC = "0011.2233.4455";
let router, url;

before(async () => {
  router = spawn(process.env.IOSSIM ?? "iossim", ["serve", "--sample", "small-office", "--http-port", "0", "--quiet"]);
  for await (const line of createInterface({ input: router.stdout })) {
    url = line.match(/http:\S+/)?.[0];
    if (url) break;
  }
});

after(async () => {
  const ended = once(router, "exit");
  router.kill("SIGTERM");
  await ended;
});

test("a phone is added", async () => {
  const client = new Provisioner(url, "user23", "3Rs92uzQ");
  await client.addPhone(9, MAC, "5009");
  assert.deepEqual(await client.registered(), []);
});

test("the router's refusal is passed on", async () => {
  const client = new Provisioner(url, "user23", "3Rs92uzQ");
  await assert.rejects(client.addPhone(10, "banana", "5010"), /mac-address banana/);
});

test("a wrong password is refused", async () => {
  await assert.rejects(new Provisioner(url, "user23", "wrong").registered(), /401/);
});
