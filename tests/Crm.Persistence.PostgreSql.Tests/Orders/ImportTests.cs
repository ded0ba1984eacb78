using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.PostgreSql.Tests.Orders;

public sealed class ImportTests(PostgreSqlFixture fixture) : ImportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
