import "server-only";
import { z } from "zod";
import { catalogue } from "@/lib/platform/messages";
import * as answers from "./answer-schema";
import { TITLES } from "./problem-titles";
import { deliveryInput, lookupInput, MAX_BODY_BYTES, ticketInput } from "./schema";

type Json = Readonly<Record<string, unknown>>;

/** A schema as the machines read it, straight from the one that parses: what is taken and what is told cannot differ. */
function jsonSchema(schema: z.ZodType, io: "input" | "output" = "output"): Record<string, unknown> {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: node }) => {
      // The format says it; the expression behind it is half a screen long.
      if (node.format === "date-time" || node.format === "date" || node.format === "uuid")
        delete node.pattern;
    },
  });
  delete made.$schema;
  return made;
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string): Json => ({ "application/json": { schema: ref(name) } });

function words(): { readonly fields: Readonly<Record<string, string>>; readonly lead: string } {
  return catalogue("en").api as unknown as { fields: Record<string, string>; lead: string };
}

function ticketSchema(): Json {
  const { fields } = words();
  const schema = jsonSchema(ticketInput, "input");
  const properties = Object.entries(schema.properties as Record<string, Json>).map(([name, property]) => [
    name,
    { description: fields[name], ...property },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function problemAnswers(): Json {
  const byStatus = new Map<number, string[]>();
  for (const [code, status] of Object.entries(answers.PROBLEMS)) {
    const title = `${code}: ${TITLES[code as answers.ProblemCode]}`;
    byStatus.set(status, [...(byStatus.get(status) ?? []), title]);
  }
  const retryAfter = { description: "Seconds to wait", schema: { type: "integer", minimum: 1 } };
  const allow = { description: "The methods that the address has", schema: { type: "string" } };
  const headers: Readonly<Record<number, Json>> = {
    405: { Allow: allow },
    429: { "Retry-After": retryAfter },
    503: { "Retry-After": retryAfter },
  };
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      String(status),
      {
        description: titles.join("; "),
        ...(headers[status] ? { headers: headers[status] } : {}),
        content: { "application/problem+json": { schema: ref("Problem") } },
      },
    ]),
  );
}

function post(operation: {
  readonly operationId: string;
  readonly summary: string;
  readonly takes: string;
  readonly answers: string;
}): Json {
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    description: `At most ${MAX_BODY_BYTES} bytes a request.`,
    requestBody: { required: true, content: json(operation.takes) },
    responses: {
      "200": { description: "An answer an item, in the items' order", content: json(operation.answers) },
      ...problemAnswers(),
    },
  };
}

/** The OpenAPI 3.1 document of what machines may call, made from the schemas that parse and answer. */
export function openApiDocument(): Json {
  const health = (description: string) => ({ description, content: json("Health") });
  const delivery = jsonSchema(deliveryInput, "input");
  const { tickets } = delivery.properties as Record<string, Json>;
  return {
    openapi: "3.1.1",
    info: { title: "Janji: queue feed", version: "1", description: words().lead },
    servers: [{ url: "/" }],
    security: [{ feedToken: [] }],
    paths: {
      "/api/v1/queue/tickets": {
        post: post({
          operationId: "deliverTickets",
          summary: "Deliver tickets; each is answered by itself",
          takes: "Delivery",
          answers: "DeliveryAnswer",
        }),
      },
      "/api/v1/queue/tickets/lookup": {
        post: post({
          operationId: "lookUpTickets",
          summary: "What is known of tickets, for the bridge's own checks",
          takes: "Lookup",
          answers: "LookupAnswer",
        }),
      },
      "/api/v1/health": {
        get: {
          operationId: "health",
          summary: "Whether this server answers",
          security: [],
          responses: { "200": health("It does"), "503": health("Its database does not answer") },
        },
      },
    },
    components: {
      securitySchemes: { feedToken: { type: "http", scheme: "bearer" } },
      schemas: {
        Ticket: ticketSchema(),
        Delivery: { ...delivery, properties: { tickets: { ...tickets, items: ref("Ticket") } } },
        DeliveryAnswer: jsonSchema(answers.deliveryAnswer),
        Lookup: jsonSchema(lookupInput, "input"),
        LookupAnswer: jsonSchema(answers.lookupAnswer),
        Problem: jsonSchema(answers.problem),
        Health: jsonSchema(answers.healthAnswer),
      },
    },
  };
}
