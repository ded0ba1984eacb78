using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.Sqlite.Tests.Orders;

public sealed class ImportTests(SqliteFixture fixture) : ImportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
