import { and, eq, isNull } from "drizzle-orm";
import { actionItem } from "@/db/schema/action-item";
import { service } from "@/db/schema/catalog";
import { incident } from "@/db/schema/incident";
import { membership, person } from "@/db/schema/tenant";
import type { ItemLine } from "@/lib/core/action-item/csv";
import { DomainError } from "@/lib/core/errors";
import { requireReach } from "../actor-columns";
import type { CommandScope } from "../command";
import type { Owner } from "./owner";

type Placed = { id: string; serviceId: string };
export type ImportContext = {
  /** Throws `not_found` for a slug that is no service's. */
  serviceOf(slug: string): string;
  /** A person by e-mail, else the one who alone has this name, else whoever the name means. */
  ownerOf(line: Pick<ItemLine, "owner" | "ownerEmail">): Owner;
  incidentOf(reference: string): Promise<Placed>;
  /** Whether an open item of this title, owner and due time is there. */
  isThere(line: Pick<ItemLine, "title" | "dueAt">, owner: Owner): boolean;
  noteOpened(row: { title: string; dueAt: Date } & Owner): void;
};

/** What the lines of a file name, read once for all of them. */
export async function importContext({ tx, actor }: CommandScope): Promise<ImportContext> {
  const { tenantId } = actor;
  const services = await tx
    .select({ id: service.id, slug: service.slug })
    .from(service)
    .where(eq(service.tenantId, tenantId));
  const people = await tx
    .selectDistinct({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .innerJoin(membership, and(eq(membership.tenantId, tenantId), eq(membership.personId, person.id)))
    .where(isNull(person.disabledAt));
  const open = await tx
    .select()
    .from(actionItem)
    .where(and(eq(actionItem.tenantId, tenantId), eq(actionItem.state, "open")));
  const known = new Set(open.map(keyOf));
  return {
    serviceOf(slug) {
      const found = services.find((each) => each.slug === slug);
      if (!found) throw new DomainError("not_found", `there is no service ${slug}`);
      requireReach(actor, { serviceId: found.id });
      return found.id;
    },
    ownerOf: (line) => ownerAmong(people, line),
    async incidentOf(reference) {
      const number = /^INC-(\d{1,9})$/i.exec(reference)?.[1];
      const which = and(eq(incident.tenantId, tenantId), eq(incident.number, Number(number ?? 0)));
      const [found] = await tx.select({ id: incident.id, serviceId: incident.serviceId }).from(incident).where(which);
      if (!found) throw new DomainError("not_found", `there is no incident ${reference}`);
      requireReach(actor, { serviceId: found.serviceId });
      return found;
    },
    isThere: ({ title, dueAt }, owner) => known.has(keyOf({ title, dueAt, ...owner })),
    noteOpened: (row) => known.add(keyOf(row)),
  };
}

type People = { id: string; name: string; email: string }[];

function ownerAmong(people: People, { owner, ownerEmail }: Pick<ItemLine, "owner" | "ownerEmail">): Owner {
  if (ownerEmail) {
    const found = people.find(({ email }) => email.toLowerCase() === ownerEmail.toLowerCase());
    if (!found) throw new DomainError("not_found", `${ownerEmail} is nobody of this tenant`);
    return { ownerId: found.id, ownerName: found.name };
  }
  const name = (owner ?? "").slice(0, 200);
  const [one, ...others] = people.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  return one && others.length === 0 ? { ownerId: one.id, ownerName: one.name } : { ownerId: null, ownerName: name };
}

const keyOf = ({ title, dueAt, ownerId, ownerName }: { title: string; dueAt: Date } & Owner): string =>
  JSON.stringify([title, dueAt.toISOString(), ownerId ?? ownerName]);
