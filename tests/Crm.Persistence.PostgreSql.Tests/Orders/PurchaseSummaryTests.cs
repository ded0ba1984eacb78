using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.PostgreSql.Tests.Orders;

public sealed class PurchaseSummaryTests(PostgreSqlFixture fixture) : PurchaseSummarySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
