"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { SETTINGS_TABS } from "@/components/settings/settings-tabs";
import { Dialog } from "@/components/ui/dialog";
import { navItems } from "./nav-items";
import type { ShellCommand } from "./shell-command";

type PaletteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly ShellCommand[];
};

/** What the reader may begin, and every page, narrowed by typing. */
export function PaletteDialog({ open, onOpenChange, commands }: PaletteDialogProps) {
  const router = useRouter();
  const go = (href: string) => {
    onOpenChange(false);
    router.push(href as never);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Go to a page or do something">
      <Command label="Pages and commands" loop>
        <Command.Input
          placeholder="Type a page or a command"
          className="h-9 w-full rounded-md border border-border-strong bg-background px-3 placeholder:text-muted"
        />
        <Command.List className="mt-3 max-h-[50dvh] overflow-y-auto">
          <Command.Empty className="px-2 py-4 text-muted">Nothing is called that.</Command.Empty>
          {commands.length > 0 && (
            <Group heading="Do">
              {commands.map(({ label, href }) => (
                <Item key={href} value={label} onSelect={() => go(href)}>
                  {label}
                </Item>
              ))}
            </Group>
          )}
          <Group heading="Go to">
            {navItems.map(({ href, label, icon: Icon }) => (
              <Item key={href} value={label} onSelect={() => go(href)}>
                <Icon aria-hidden className="size-4 text-muted" />
                {label}
              </Item>
            ))}
          </Group>
          <Group heading="Settings">
            {SETTINGS_TABS.map(({ href, label }) => (
              <Item key={href} value={`Settings ${label}`} onSelect={() => go(href)}>
                {label}
              </Item>
            ))}
          </Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-sm"
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = { value: string; onSelect: () => void; children: ReactNode };

function Item(props: ItemProps) {
  return (
    <Command.Item
      {...props}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
    />
  );
}
