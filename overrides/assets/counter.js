/* Loads the counter of visits that the publisher has named, unless the browser asks not to be tracked. It
   does not count on the page of the search, whose address has the words that somebody looks for. */
{
  const { kind, url, site } = document.currentScript.dataset;
  const files = { matomo: "matomo.js", plausible: "js/script.js", goatcounter: "count.js" };
  const source = url + files[kind];
  const unwanted = navigator.doNotTrack === "1" || navigator.globalPrivacyControl;

  if (!unwanted && !document.getElementById("hasil-pencarian")) {
    const script = document.createElement("script");
    if (kind === "matomo") {
      globalThis._paq = [
        ["disableCookies"],
        ["setDoNotTrack", true],
        ["discardHashTag", true],
        ["setTrackerUrl", `${url}matomo.php`],
        ["setSiteId", site],
        ["trackPageView"],
      ];
    }
    if (kind === "plausible") script.dataset.domain = site;
    if (kind === "goatcounter") script.dataset.goatcounter = `${url}count`;
    const policy = globalThis.trustedTypes?.createPolicy("counter", { createScriptURL: () => source });
    script.src = policy ? policy.createScriptURL("") : source;
    document.head.append(script);
  }
}
