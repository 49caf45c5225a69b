import type { Registry } from "./registry.ts";

/** The way to the one registry. */
export function registryOf({
  REGISTRY,
}: {
  readonly REGISTRY: DurableObjectNamespace<Registry>;
}): DurableObjectStub<Registry> {
  return REGISTRY.get(REGISTRY.idFromName("registry"));
}
