using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class MergeRegistryTests(SqliteFixture fixture) : MergeRegistrySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
