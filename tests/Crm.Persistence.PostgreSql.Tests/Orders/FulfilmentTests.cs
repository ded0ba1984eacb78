using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.PostgreSql.Tests.Orders;

public sealed class FulfilmentTests(PostgreSqlFixture fixture) : FulfilmentSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
