/** Services: databases, directories, files, media, management. */
@NullMarked
package dev.plimsoll.capture.recognise.service;

import org.jspecify.annotations.NullMarked;
