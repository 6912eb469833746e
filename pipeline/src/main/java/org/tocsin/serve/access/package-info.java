/**
 * Who may ask the API for what. Tokens lie hashed in a file; a token that is shown becomes a {@link org.tocsin.serve.access.Caller}
 * with scopes, whose requests are counted. Fails with {@link org.tocsin.serve.access.BadTokenFile} where the file cannot be used.
 */
@NullMarked
package org.tocsin.serve.access;

import org.jspecify.annotations.NullMarked;
