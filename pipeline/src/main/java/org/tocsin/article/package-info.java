/** Article intake: raw articles come in, validated {@link org.tocsin.article.NewsArticle}s with normalised typography and a fingerprint go out. An invalid article fails with a reason, never silently. */
@NullMarked
package org.tocsin.article;

import org.jspecify.annotations.NullMarked;
