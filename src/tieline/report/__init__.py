"""What a person is shown: tables, the marked-up article, exports."""
