import { useTranslations } from "next-intl";
import { Table } from "./parts";

interface Property {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Property[];
}

/** The fields of a ticket, read from the document itself: one that is added there appears here. */
export function TicketFields({ document }: { document: Readonly<Record<string, unknown>> }) {
  const t = useTranslations("api");
  const { components } = document as {
    components: {
      schemas: { Ticket: { properties: Record<string, Property>; required: readonly string[] } };
    };
  };
  const { properties, required } = components.schemas.Ticket;
  const kind = (property: Property): string => {
    const shape = property.anyOf?.find(({ type }) => type !== "null") ?? property;
    if (shape.enum) return `${t("types.oneOf")} ${shape.enum.join(", ")}`;
    if (shape.format === "date-time") return t("types.instant");
    if (shape.format === "date") return t("types.date");
    if ([shape.type].flat().includes("boolean")) return t("types.flag");
    const { minLength: min, maxLength: max } = shape;
    return max === undefined ? t("types.code") : t("types.text", { min: min ?? 0, max });
  };
  const rows = Object.entries(properties)
    .sort(([one], [other]) => Number(required.includes(other)) - Number(required.includes(one)))
    .map(([name, property]) => [
      name,
      required.includes(name) ? `${kind(property)} (${t("ticket.required")})` : kind(property),
      t(`fields.${name}`),
    ]);
  return <Table heads={[t("ticket.field"), t("ticket.type"), t("ticket.meaning")]} rows={rows} />;
}
