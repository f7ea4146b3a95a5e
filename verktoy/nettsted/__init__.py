"""The documentation site: pages that are made from the rules when the site is built."""
