"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "./button";
import { ChoiceMenu } from "./choice-menu";

const choices = [
  { value: "light", name: "Light", icon: Sun },
  { value: "dark", name: "Dark", icon: Moon },
  { value: "system", name: "System", icon: Monitor },
].map(({ value, name, icon: Icon }) => ({
  value,
  label: (
    <>
      <Icon aria-hidden className="text-muted" />
      {name}
    </>
  ),
}));

/** The icon follows the page's class in CSS, so that server and browser render the same. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  return (
    <ChoiceMenu
      align="end"
      value={theme ?? "system"}
      onChoose={setTheme}
      choices={choices}
      trigger={
        <Button variant="ghost" size="icon" aria-label="Colour theme" title="Colour theme">
          <Sun aria-hidden className="dark:hidden" />
          <Moon aria-hidden className="hidden dark:block" />
        </Button>
      }
    />
  );
}
