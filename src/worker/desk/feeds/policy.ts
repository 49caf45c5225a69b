/** Which hosts the desk may ask for feeds. */
export type FeedPolicy = {
  /** Lower case; `*.example.org` is every host below example.org. */
  readonly hosts: readonly string[];
  /** `host:port` of a test server on this machine, which is asked over plain http. */
  readonly devHost: string | null;
  /** Entries of the settings that name nothing one may ask: the operator should know. */
  readonly ignored: readonly string[];
};

/** The part of the Worker's environment that an operator sets for feeds. */
export type FeedSettings = {
  /**
   * The hosts that feeds may name, with commas: `results.example.org, *.example.com`. None, no
   * feeds. A published Google spreadsheet answers with a redirect and so needs two:
   * `docs.google.com, *.googleusercontent.com`.
   */
  readonly TOPLINE_FEED_HOSTS?: string;
  /**
   * For development only: one server on this machine, `127.0.0.1:8799`, that may be asked over
   * plain http. Anything but a loopback host with its port is ignored.
   */
  readonly TOPLINE_FEED_DEV_HOST?: string;
};

const LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
/** A star stands before at least two labels, so that nobody allows all of `.org` by it. */
const HOST = new RegExp(String.raw`^(\*\.)?(${LABEL}\.)+${LABEL}$`);
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]):\d{1,5}$/;

export function feedPolicy(settings: FeedSettings): FeedPolicy {
  const entries = (settings.TOPLINE_FEED_HOSTS ?? "")
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const hosts = entries.filter((entry) => entry.length <= 255 && HOST.test(entry));
  const dev = settings.TOPLINE_FEED_DEV_HOST?.trim().toLowerCase() ?? "";
  const devHost = LOOPBACK.test(dev) ? dev : null;
  const ignored = entries.filter((entry) => !hosts.includes(entry));
  return { hosts, devHost, ignored: dev !== "" && devHost === null ? [...ignored, dev] : ignored };
}
