/** What is broken: servers, their database, the way between them and those who ask. */
package io.tilth.drill.site;
