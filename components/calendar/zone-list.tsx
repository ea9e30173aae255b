/** Names of time zones, offered by every field that lists `time-zones`. */
export function ZoneList() {
  return (
    <datalist id="time-zones">
      {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
