/** What a customer is shown on joining a group (入群欢迎语). */
package io.tilth.sandbox.groupwelcome;
