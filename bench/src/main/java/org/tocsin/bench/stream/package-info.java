/** From produced articles to committed events: broker, pipelines, generator and reader in processes of their own, and what limits them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.bench.stream;
