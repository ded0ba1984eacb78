using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class MergeWritersTests(SqliteFixture fixture) : MergeWritersSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
