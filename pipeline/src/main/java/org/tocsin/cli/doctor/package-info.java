/** What {@code tocsin doctor} looks at: one small class for each thing that operators meet. */
@NullMarked
package org.tocsin.cli.doctor;

import org.jspecify.annotations.NullMarked;
