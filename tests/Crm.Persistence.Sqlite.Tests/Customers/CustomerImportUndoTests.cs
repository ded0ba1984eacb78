using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class CustomerImportUndoTests(SqliteFixture fixture) : CustomerImportUndoSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
