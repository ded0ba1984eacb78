using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class WorkRoutingTests(PostgreSqlFixture fixture) : WorkRoutingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
