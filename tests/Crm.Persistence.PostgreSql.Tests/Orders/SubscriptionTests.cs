using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.PostgreSql.Tests.Orders;

public sealed class SubscriptionTests(PostgreSqlFixture fixture) : SubscriptionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
