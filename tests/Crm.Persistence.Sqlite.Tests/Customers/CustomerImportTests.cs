using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class CustomerImportTests(SqliteFixture fixture) : CustomerImportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
