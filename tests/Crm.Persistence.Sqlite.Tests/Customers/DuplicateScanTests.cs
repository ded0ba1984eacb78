using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class DuplicateScanTests(SqliteFixture fixture) : DuplicateScanSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
