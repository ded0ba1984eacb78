using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.Sqlite.Tests.Orders;

public sealed class PurchaseSummaryTests(SqliteFixture fixture) : PurchaseSummarySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
