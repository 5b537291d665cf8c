/** Tests of the stored form of events. */
@NullMarked
package dev.bonafide.log.event;

import org.jspecify.annotations.NullMarked;
