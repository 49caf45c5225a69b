using Workerd = import "/workerd/workerd.capnp";

# One process with two Workers, so that both are measured under the same conditions. server.ts
# copies this file to where it has put the files that are embedded here.
const config :Workerd.Config = (
  services = [
    (name = "topline", worker = .topline),
    (name = "bare", worker = .bare),
    (name = "kv", worker = .kv)
  ],
  sockets = [
    (name = "topline", address = "127.0.0.1:0", http = (), service = "topline"),
    (name = "bare", address = "127.0.0.1:0", http = (), service = "bare")
  ]
);

const topline :Workerd.Worker = (
  modules = [
    (name = "worker", esModule = embed "worker.js"),
    (name = "pictures.wasm", wasm = embed "pictures.wasm")
  ],
  compatibilityDate = "2026-10-23",
  bindings = [(name = "RACES", kvNamespace = "kv")],
  cacheApiOutbound = "kv"
);

const bare :Workerd.Worker = (
  modules = [
    (name = "bare", esModule = embed "bare.js"),
    (name = "value", data = embed "value.json")
  ],
  compatibilityDate = "2026-10-23"
);

const kv :Workerd.Worker = (
  modules = [
    (name = "kv", esModule = embed "kv.js"),
    (name = "value", data = embed "value.json"),
    (name = "metadata", text = embed "metadata.json")
  ],
  compatibilityDate = "2026-10-23"
);
