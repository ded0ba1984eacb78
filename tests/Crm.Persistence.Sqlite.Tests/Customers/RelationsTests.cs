using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.Sqlite.Tests.Customers;

public sealed class RelationsTests(SqliteFixture fixture) : RelationsSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
