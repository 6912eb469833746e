/** The topics told to those who read and write them with their own tools: one AsyncAPI document, made from the declarations. */
@NullMarked
package org.tocsin.serve.topics;

import org.jspecify.annotations.NullMarked;
