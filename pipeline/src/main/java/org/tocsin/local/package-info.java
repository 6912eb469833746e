/** The embedded default: a KRaft broker and a development schema registry in this process. */
@NullMarked
package org.tocsin.local;

import org.jspecify.annotations.NullMarked;
