using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.Sqlite.Tests.Orders;

public sealed class FulfilmentTests(SqliteFixture fixture) : FulfilmentSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
