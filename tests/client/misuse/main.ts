// Each call is wrong in one way; none of them may compile. The test counts the errors.
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/api.js";

const client = createClient<paths>({ baseUrl: "http://127.0.0.1:5080" });
const path = { campaign: "huimin-2020", unit: "zhujian", duty: "monthly-2020-09" };
const header = { "Idempotency-Key": "k" };

// 1. No such address.
await client.GET("/api/v1/campaigns/{campaign}/obligation", { params: { path } });

// 2. A command without its key.
await client.POST("/api/v1/campaigns/{campaign}/units/{unit}/obligations/{duty}/submit", { params: { path }, body: {} });

// 3. A name that the body does not know.
export const body: components["schemas"]["SubmitBody"] = { remark: "x" };

// 4. A value of the wrong type.
await client.POST("/api/v1/campaigns/{campaign}/units/{unit}/obligations/{duty}/waive", { params: { path, header }, body: { reason: 3 } });

// 5. A field that the answer does not have.
const { data } = await client.GET("/api/v1/campaigns/{campaign}/units/{unit}/obligations/{duty}", { params: { path } });
console.log(data?.item.obligation.colour);
