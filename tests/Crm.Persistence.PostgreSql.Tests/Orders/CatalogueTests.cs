using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.PostgreSql.Tests.Orders;

public sealed class CatalogueTests(PostgreSqlFixture fixture) : CatalogueSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
