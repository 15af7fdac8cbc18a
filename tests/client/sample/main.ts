// What a unit's liaison does in a month, through types that were generated from the committed document:
// signs in, looks at what is owed, hands it in, and reads the inbox. Run as: HUIMINCOORD_PASSWORD=… node main.js http://127.0.0.1:5080
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/api.js";

declare const process: { argv: string[]; env: Record<string, string | undefined>; exitCode?: number };

type Obligation = components["schemas"]["ObligationView"];

const baseUrl = process.argv[2] ?? "http://127.0.0.1:5080";
const client = createClient<paths>({ baseUrl });
const place = { campaign: "huimin-2020", unit: "zhujian" } as const;

async function signIn(login: string, password: string): Promise<void> {
    const { data, error } = await client.POST("/api/v1/session", { body: { login, password } });
    if (error) {
        throw new Error(`${error.code}: ${error.detail}`);
    }

    client.use({
        onRequest({ request }) {
            request.headers.set("Authorization", `Bearer ${data.token}`);
            return request;
        },
    });
}

async function openObligations(): Promise<readonly Obligation[]> {
    const { data, error } = await client.GET("/api/v1/campaigns/{campaign}/obligations", {
        params: { path: { campaign: place.campaign }, query: { unit: place.unit, stage: "open", limit: 20 } },
    });
    if (error) {
        throw new Error(`${error.code}: ${error.detail}`);
    }

    return data.items;
}

async function submit(duty: string): Promise<string> {
    const { data, error } = await client.POST("/api/v1/campaigns/{campaign}/units/{unit}/obligations/{duty}/submit", {
        params: { path: { ...place, duty }, header: { "Idempotency-Key": `sample-${duty}` } },
        body: { parts: ["summary", "table"], note: "已与业务股室核对。" },
    });
    if (error) {
        throw new Error(`${error.code}: ${error.detail}`);
    }

    return data.after;
}

async function stageOf(duty: string, after: string): Promise<string> {
    const { data } = await client.GET("/api/v1/campaigns/{campaign}/units/{unit}/obligations/{duty}", {
        params: { path: { ...place, duty }, query: { after } },
    });
    return data?.upToDate ? data.item.obligation.stage : "not yet";
}

await signIn(`${place.unit}-liaison`, process.env["HUIMINCOORD_PASSWORD"] ?? "");
const owed = await openObligations();
const monthly = owed.find((o) => o.duty === "monthly-2020-09");
if (!monthly) {
    throw new Error("The monthly report is not among what is open.");
}

const stage = await stageOf(monthly.duty, await submit(monthly.duty));
const refused = await client.POST("/api/v1/campaigns/{campaign}/units/{unit}/obligations/{duty}/submit", {
    params: { path: { ...place, duty: "no-such-duty" }, header: { "Idempotency-Key": "sample-refused" } },
    body: {},
});
console.log(`${monthly.duty} due ${monthly.due}: ${stage}; refused: ${refused.error?.code}`);
