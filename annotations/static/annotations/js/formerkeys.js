/** Addresses of paragraphs that are not on this page: the server knows where they went. */

const PARAGRAPH = /^#p-([0-9a-z]{1,12})$/;

/** The paragraph's own page, for a fragment that names one; null for all others. */
export function addressOf(fragment, slug) {
  const key = PARAGRAPH.exec(fragment)?.[1];
  return key ? `/articles/${encodeURIComponent(slug)}/p/${key}/` : null;
}

/** Sends the reader on where the page has no such paragraph, now and whenever the fragment changes. */
export function followFormerKeys(slug) {
  const follow = () => {
    const address = addressOf(location.hash, slug);
    if (address && !document.getElementById(location.hash.slice(1))) location.replace(address);
  };
  follow();
  addEventListener("hashchange", follow);
}
