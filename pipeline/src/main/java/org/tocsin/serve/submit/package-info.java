/**
 * What callers hand in: articles to be published to their topic, and texts to be read at once. Articles are checked as files of
 * articles are; what Kafka has confirmed is accepted, all else is refused with its reason. A text is read by the pipeline's own
 * coder and kept nowhere. Fails with {@link org.tocsin.serve.submit.TooBusy} where all coders are at work.
 */
@NullMarked
package org.tocsin.serve.submit;

import org.jspecify.annotations.NullMarked;
