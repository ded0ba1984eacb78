using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class CustomerExportTests(SqliteFixture fixture) : CustomerExportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
