/** Addresses of paragraphs that are not on this page: the server knows where they went. */

const PARAGRAPH = /^#p-([0-9a-z]{1,12})$/;

/** Where a fragment leads that names a paragraph which this page has not; null for all others. */
export function addressOf(fragment, slug, has) {
  const key = PARAGRAPH.exec(fragment)?.[1];
  return key && !has(`p-${key}`) ? `/articles/${encodeURIComponent(slug)}/p/${key}/` : null;
}

/** Sends the reader on, now and whenever the fragment changes. */
export function followFormerKeys(slug) {
  const follow = () => {
    const address = addressOf(location.hash, slug, (id) => document.getElementById(id) !== null);
    if (address) location.replace(address);
  };
  follow();
  addEventListener("hashchange", follow);
}
