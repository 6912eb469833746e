/**
 * Fetches feeds and pages: politely (robots.txt, pauses, back-off), safely (public addresses alone unless allowed, limits on size,
 * time and redirects), and remembering what was published. Knows neither Kafka nor the commands.
 */
@NullMarked
package org.tocsin.arrival.web;

import org.jspecify.annotations.NullMarked;
