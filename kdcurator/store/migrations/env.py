"""Where Alembic starts: on the connection and in the transaction that `store.migrate` gives it."""

from alembic import context

from kdcurator.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
