using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class MergingTests(SqliteFixture fixture) : MergingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
