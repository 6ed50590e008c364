"""What is known of the world and the language: tables that come from the TOML files beside them."""
