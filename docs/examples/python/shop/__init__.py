"""A small shop: baskets, a store of orders, and an HTTP service that sells."""

VERSION = "1.1.0"
