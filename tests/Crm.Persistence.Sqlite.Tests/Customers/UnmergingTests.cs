using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class UnmergingTests(SqliteFixture fixture) : UnmergingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
