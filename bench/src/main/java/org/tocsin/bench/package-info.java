/** Benchmarks: texts of the gold set come in, times go out. Nothing here is part of the program. */
package org.tocsin.bench;
